"""Say whose: "her office" is Lucía Rojas's office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import Entity
from dateline.model.mentions import MentionForm
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
    """Return the name of the owner of each entity described as "her office"."""
    pronouns: dict[Span, str] = {}
    for n, mention in enumerate(doc.entity_mentions):
        keys = index.by_mention.get(n, ())
        if len(keys) == 1 and mention.form is MentionForm.PRONOUN:
            pronouns[mention.span] = keys[0]
    owners = {}
    for entity in index.entities:
        first = entity.label.split(" ", 1)[0].lower()
        if entity.is_named or first not in _POSSESSIVES:
            continue
        start = entity.mentions[0].start
        owner = pronouns.get(Span(start, start + len(first)))
        if owner is not None and by_key[owner].is_named and owner != entity.key:
            owners[entity.key] = by_key[owner].label
    return owners


def _owned(entity: Entity, owner: str) -> Entity:
    label = f"{owner}'s {entity.label.split(' ', 1)[-1]}"
    aliases = tuple(sorted({*entity.aliases, entity.label} - {label}))
    return replace(entity, label=label, aliases=aliases)
