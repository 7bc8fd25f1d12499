"""Say whose: "her office" is Lucía Rojas's office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import Entity
from dateline.model.mentions import EntityKind, MentionForm
from dateline.model.text import Span
from dateline.resolve.entities import EntityIndex

_POSSESSIVES = frozenset({"his", "her", "its", "their"})


def name_owners(doc: AnnotatedDocument, index: EntityIndex) -> EntityIndex:
    """Return `index` with labels that name the owner where a pronoun stood for one.

    The words of the text stay as an alias.
    """
    by_key = {entity.key: entity for entity in index.entities}
    owners = _owners(doc, index, by_key)
    if not owners:
        return index
    entities = tuple(
        _owned(entity, owners[entity.key]) if entity.key in owners else entity
        for entity in index.entities
    )
    return EntityIndex(entities, index.by_mention)


def _owners(
    doc: AnnotatedDocument, index: EntityIndex, by_key: Mapping[str, Entity]
) -> dict[str, str]:
    """Return the label of each entity described as "her office", with its owner."""
    pronouns: dict[Span, str] = {}
    for n, mention in enumerate(doc.entity_mentions):
        keys = index.by_mention.get(n, ())
        if len(keys) == 1 and mention.form is MentionForm.PRONOUN:
            pronouns[mention.span] = keys[0]
    nouns = _nouns(doc, index)
    labels = {}
    for entity in index.entities:
        place = None if entity.is_named else _pronoun_in(entity)
        if place is None:
            continue
        start, word = entity.mentions[0].start + place[0], place[1]
        owner = pronouns.get(Span(start, start + len(word)))
        if owner is not None and owner != entity.key and not by_key[owner].members:
            name = _genitive(by_key[owner], nouns.get(owner))
            if name is not None:
                at = place[0]
                labels[entity.key] = (
                    entity.label[:at] + name + entity.label[at + len(word) :]
                )
    return labels


def _nouns(doc: AnnotatedDocument, index: EntityIndex) -> dict[str, str]:
    """Return the noun of the first description of each body, group or thing."""
    nouns: dict[str, str] = {}
    for n, mention in enumerate(doc.entity_mentions):
        head = doc.tokens[mention.head]
        if mention.form is not MentionForm.NOMINAL or head.pos != "NOUN":
            continue
        if mention.kind not in {EntityKind.PERSON, EntityKind.OBJECT}:
            for key in index.by_mention.get(n, ()):
                nouns.setdefault(key, head.text.lower())
    return nouns


def _pronoun_in(entity: Entity) -> tuple[int, str] | None:
    """Return where "her" stands in "her office" or "one of her aides"."""
    at = 0
    for word in entity.label.split(" "):
        if word.lower() in _POSSESSIVES:
            return at, word
        at += len(word) + 1
        if at > _FAR_IN or word.lower() not in _BEFORE:
            return None
    return None


# What stands before the owner: "one of their leaders".
_BEFORE = frozenset(
    ["one", "two", "three", "some", "many", "most", "all", "both", "of"]
)
_FAR_IN = 20
_LONGEST = 3


def _genitive(owner: Entity, noun: str | None) -> str | None:
    """Write the owner before what is owned; by its noun alone if it has no name.

    >>> nurses = Entity(
    ...     key="a", kind="group", label="Two hundred nurses", is_named=False,
    ...     mentions=(Span(0, 18),),
    ... )
    >>> _genitive(nurses, "nurses")
    "the nurses'"
    """
    if owner.is_named:
        return f"{owner.label}'s"
    if noun is None:
        return None
    plural = noun.endswith("s") and not noun.endswith("ss")
    return f"the {noun}'" if plural else f"the {noun}'s"


def _owned(entity: Entity, label: str) -> Entity:
    aliases = tuple(sorted({*entity.aliases, entity.label} - {label}))
    return replace(entity, label=label, aliases=aliases)
