"""Tie people and bodies without a name to those that have one.

"American officials" act for the United States, and so does an "American president";
"her office" is Lucía Rojas's office.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import Entity
from dateline.model.mentions import EntityKind, EntityMention, MentionForm
from dateline.model.text import Span
from dateline.resolve.entities import EntityIndex

_ACTING = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION})
_EMPLOYERS = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})


def tie(doc: AnnotatedDocument, index: EntityIndex) -> EntityIndex:
    """Return `index` with the affiliations, and labels that say whose."""
    by_key = {entity.key: entity for entity in index.entities}
    affiliated = _affiliations(doc, index, by_key)
    owners = _owners(doc, index, by_key)
    if not affiliated and not owners:
        return index
    entities = tuple(
        _tied(entity, affiliated.get(entity.key), owners.get(entity.key))
        for entity in index.entities
    )
    return EntityIndex(entities, index.by_mention)


def _tied(entity: Entity, bodies: set[str] | None, owner: str | None) -> Entity:
    """Return `entity` with its affiliations, and the label that says whose it is."""
    if owner is not None:
        label = f"{owner}'s {entity.label.split(' ', 1)[-1]}"
        aliases = tuple(sorted({*entity.aliases, entity.label} - {label}))
        entity = replace(entity, label=label, aliases=aliases)
    if bodies:
        entity = replace(entity, affiliations=tuple(sorted(bodies)))
    return entity


def _affiliations(
    doc: AnnotatedDocument, index: EntityIndex, by_key: Mapping[str, Entity]
) -> dict[str, set[str]]:
    """Return whom people act for: the country or body named inside the phrase.

    People with a name act for it only if it belongs to their office.
    """
    names: dict[int, list[tuple[int, EntityMention]]] = defaultdict(list)
    for n, mention in enumerate(doc.entity_mentions):
        if mention.form is MentionForm.NAMED and mention.kind in _EMPLOYERS:
            names[doc.tokens[mention.head].sentence].append((n, mention))
    found: dict[str, set[str]] = defaultdict(set)
    for n, mention in enumerate(doc.entity_mentions):
        key = _only(index, n)
        if key is None or by_key[key].kind not in _ACTING:
            continue
        if mention.form is MentionForm.PRONOUN or (
            mention.form is MentionForm.NAMED and mention.office is None
        ):
            continue
        for other, named in names[doc.tokens[mention.head].sentence]:
            body = _only(index, other)
            if body is not None and body != key and _is_for(doc, mention, named):
                found[key].add(body)
    return found


def _is_for(
    doc: AnnotatedDocument, mention: EntityMention, named: EntityMention
) -> bool:
    """Tell whether `named` is what the people of `mention` belong to.

    It stands before their head word ("North Korean counterparts") or hangs on it by
    "of" ("a delegation of American officials", "a spokesman for the ministry").
    """
    if not mention.span.contains(named.span) or mention.span == named.span:
        return False
    return named.head < mention.head or doc.tokens[named.head].dep in {"pobj", "amod"}


def _owners(
    doc: AnnotatedDocument, index: EntityIndex, by_key: Mapping[str, Entity]
) -> dict[str, str]:
    """Return the name of the owner of each entity described as "her office"."""
    pronouns: dict[Span, str] = {}
    for n, mention in enumerate(doc.entity_mentions):
        key = _only(index, n)
        if key is not None and mention.form is MentionForm.PRONOUN:
            pronouns[mention.span] = key
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


def _only(index: EntityIndex, mention: int) -> str | None:
    """Return the one entity that a mention refers to, if it is one."""
    keys = index.by_mention.get(mention, ())
    return keys[0] if len(keys) == 1 else None
