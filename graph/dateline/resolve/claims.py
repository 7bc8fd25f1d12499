"""Decide who says so, and how events hang together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import Claim, EventLink
from dateline.model.mentions import (
    Attribution,
    EventClass,
    EventRelationType,
    Factuality,
)
from dateline.resolve.entities import EntityIndex


def find_claims(
    doc: AnnotatedDocument,
    index: EntityIndex,
    keys: Mapping[int, str],
    by_source: Mapping[int, Mapping[int, Factuality]],
) -> Iterable[Claim]:
    """Yield one claim per event and source, in text order.

    Who decides, promises or fears says nothing about what is so: only reports count.
    """
    seen: set[str] = set()
    for event in sorted(by_source):
        for number, judged in sorted(by_source[event].items()):
            told = doc.attributions[number]
            # A name only mentions its event: "killed in the Harbour War, aides said".
            if doc.event_mentions[event].is_named or not _is_report(doc, told):
                continue
            key = f"claim-{told.cue.start}-{told.cue.end}-{keys[event]}"
            if key in seen:
                continue
            seen.add(key)
            yield Claim(
                key=key,
                event=keys[event],
                source=_entity_of(index, told.mention),
                cue=told.cue,
                content=told.content,
                kind=told.kind,
                asserts=judged.value,
                told_to=_entity_of(index, told.addressee),
            )


# Verbs that say how things are, whatever else they do; TimeML classes many of them as
# actions or states.
_ASSERTING = frozenset(
    {
        "acknowledge", "add", "admit", "allege", "argue", "assert", "believe",
        "caution", "claim", "concede", "conclude", "confirm", "contend", "deny",
        "disclose", "estimate", "expect", "explain", "forecast", "hint", "imply",
        "indicate", "insist", "maintain", "note", "point out", "predict", "reveal",
        "show", "stress", "suggest", "suspect", "testify", "warn", "write",
    }
)  # fmt: skip


def _is_report(doc: AnnotatedDocument, told: Attribution) -> bool:
    if told.cue_event is None:
        return True
    cue = doc.event_mentions[told.cue_event]
    return cue.cls is EventClass.REPORTING or cue.lemma in _ASSERTING


def _entity_of(index: EntityIndex, mention: int | None) -> str | None:
    if mention is None:
        return None
    return next(iter(index.by_mention.get(mention, ())), None)


def find_links(doc: AnnotatedDocument, keys: Mapping[int, str]) -> Iterable[EventLink]:
    """Yield the relations between different events, each once."""
    timely = (
        (link.event, link.other, link.relation, link.signal)
        for link in doc.tlinks
        if link.other is not None
    )
    other = (
        (relation.source, relation.target, relation.relation, relation.cue)
        for relation in doc.event_relations
        if relation.relation is not EventRelationType.SAME
    )
    seen: set[tuple[str, str, str]] = set()
    for source, target, relation, evidence in (*timely, *other):
        triple = (keys[source], keys[target], relation.value)
        if triple[0] != triple[1] and triple not in seen:
            seen.add(triple)
            yield EventLink(
                source=keys[source],
                target=keys[target],
                relation=relation,
                evidence=evidence,
            )
