"""Which entities are written, and under which names they are found."""

from __future__ import annotations

from dateline.model.facts import DocumentFacts, Entity
from dateline.model.mentions import EntityKind
from dateline.rdf.iris import name_key


def written_entities(facts: DocumentFacts) -> tuple[Entity, ...]:
    """Return the entities that are worth a place in the graph.

    They are those with a name, and those that take part in something or say something.
    "A letter" that does neither would be one quad in ten, and answer no question.

    >>> from dateline.model.text import Document, Span
    >>> letter = Entity(key="o", kind=EntityKind.OBJECT, label="a letter",
    ...     is_named=False, mentions=(Span(0, 8),))
    >>> document = Document(id="urn:a", text="A letter.", blocks=())
    >>> written_entities(DocumentFacts(document=document, entities=(letter,),
    ...     events=(), claims=()))
    ()
    """
    used = {part.entity for event in facts.events for part in event.participations}
    used.update(claim.source for claim in facts.claims if claim.source is not None)
    used.update(claim.told_to for claim in facts.claims if claim.told_to is not None)
    used.update(entity.key for entity in facts.entities if entity.is_named)
    groups = [entity for entity in facts.entities if entity.key in used]
    used.update(member for group in groups for member in group.members)
    return tuple(entity for entity in facts.entities if entity.key in used)


def name_keys(entity: Entity) -> list[str]:
    """Return the forms under which an entity is found, sorted.

    They are its label and aliases as `name_key` writes them, and for a person with a
    name also the family name. Things without a name are not looked for.

    >>> from dateline.model.text import Span
    >>> kerr = Entity(key="k", kind=EntityKind.PERSON, label="Tomas Kerr",
    ...     is_named=True, mentions=(Span(0, 10),))
    >>> name_keys(kerr)
    ['kerr', 'tomas kerr']
    """
    if not entity.is_named and entity.kind is EntityKind.OBJECT:
        return []
    keys = {name_key(name) for name in (entity.label, *entity.aliases)}
    if entity.is_named and entity.kind is EntityKind.PERSON:
        keys.add(name_key(entity.label).rpartition(" ")[2])
    return sorted(keys - {""})
