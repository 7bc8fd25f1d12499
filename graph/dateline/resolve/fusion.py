"""Decide which events and entities of several documents are one.

A decision joins, with a score and a reason, and is kept apart from the articles: taking
it back changes no article. The rules are few and strict:

- entities: the same kind, and names that `names.same_name` finds equal; a bare family
  name joins nothing;
- events: the same word or type, the same outcome, dates that may be one, and at least
  one actor or place in common.

Decisions do not depend on the order of the articles: what is joined is sorted by IRI.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dateline.model.event_types import EventType
from dateline.model.facts import Status
from dateline.model.fusion import FusionKind, IdentityDecision
from dateline.model.mentions import EntityKind
from dateline.resolve.events import stem
from dateline.resolve.names import same_name

ACCEPT = 0.7
"""The lowest score of an accepted decision, in [0, 1]."""

# Longer than this, an interval is no ground for calling two events one.
_WIDEST_DAYS = 31
_FUSED_KINDS = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.ORGANIZATION,
        EntityKind.COUNTRY,
        EntityKind.PLACE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitySketch:
    """What fusion needs to know of a named entity of one article."""

    iri: str
    article: str
    kind: EntityKind
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSketch:
    """What fusion needs to know of a dated event of one article.

    `lemma` is its word, `actors` and `places` are IRIs of entities; both dates are
    inclusive.
    """

    iri: str
    article: str
    lemma: str
    event_type: str
    status: Status
    label: str
    earliest: date
    latest: date
    actors: frozenset[str]
    places: frozenset[str]


def fuse_entities(sketches: Iterable[EntitySketch]) -> tuple[IdentityDecision, ...]:
    """Return the groups of entities that are one, best label first, sorted by IRI."""
    blocks: dict[tuple[EntityKind, str], list[EntitySketch]] = defaultdict(list)
    for sketch in sorted(sketches, key=lambda sketch: sketch.iri):
        if sketch.kind in _FUSED_KINDS:
            blocks[sketch.kind, _block(sketch)].append(sketch)
    decisions = []
    for block in blocks.values():
        for group in _groups(block, _same_entity):
            label = max((s.label for s in group[0]), key=lambda name: (len(name), name))
            decisions.append(
                _decide(FusionKind.ENTITY, group, label, "same kind and name")
            )
    return tuple(sorted(decisions, key=lambda decision: decision.members))


def _block(sketch: EntitySketch) -> str:
    """Return the last word of the name: those that may be one share it."""
    words = sketch.label.casefold().split()
    return words[-1] if words else ""


def _same_entity(a: EntitySketch, b: EntitySketch) -> float:
    is_bare = " " not in a.label or " " not in b.label
    if a.kind is EntityKind.PERSON and is_bare:
        return 0.0
    return same_name(a.label, b.label)


def fuse_events(
    sketches: Iterable[EventSketch], identity: Mapping[str, str]
) -> tuple[IdentityDecision, ...]:
    """Return the groups of events that are one, sorted by IRI.

    `identity` maps the IRI of an entity to the one that stands for all it is fused
    with; entities that it does not name stand for themselves.
    """
    blocks: dict[tuple[str, Status], list[EventSketch]] = defaultdict(list)
    for sketch in sorted(sketches, key=lambda sketch: sketch.iri):
        if (sketch.latest - sketch.earliest).days <= _WIDEST_DAYS:
            blocks[_sort(sketch), sketch.status].append(sketch)

    def same_event(a: EventSketch, b: EventSketch) -> float:
        return _same_event(a, b, identity)

    decisions = []
    for block in blocks.values():
        block.sort(key=lambda sketch: (sketch.earliest, sketch.iri))
        for group in _groups(block, same_event):
            reason = "same sort, outcome and time, with a participant or place shared"
            decisions.append(
                _decide(FusionKind.EVENT, group, group[0][0].label, reason)
            )
    return tuple(sorted(decisions, key=lambda decision: decision.members))


# Types too wide to make two events alike without their word.
_WIDE = frozenset({EventType.OTHER, EventType.STATE, EventType.STATEMENT})


def _sort(sketch: EventSketch) -> str:
    """Return what sort of event this is: its type, or its word where that says more."""
    is_wide = sketch.event_type in _WIDE
    return stem(sketch.lemma) if is_wide else sketch.event_type


def _same_event(a: EventSketch, b: EventSketch, identity: Mapping[str, str]) -> float:
    if a.article == b.article or a.latest < b.earliest or b.latest < a.earliest:
        return 0.0
    actors = _stand_ins(a.actors, identity) & _stand_ins(b.actors, identity)
    places = _stand_ins(a.places, identity) & _stand_ins(b.places, identity)
    if not actors and not places:
        return 0.0
    other_place = bool(a.places and b.places) and not places
    score = 0.3 + 0.2 * min(len(actors), 2) + 0.2 * bool(places) - 0.3 * other_place
    score += 0.2 * (stem(a.lemma) == stem(b.lemma))
    score += 0.1 * ((a.earliest, a.latest) == (b.earliest, b.latest))
    return min(score, 1.0)


def _stand_ins(iris: frozenset[str], identity: Mapping[str, str]) -> frozenset[str]:
    return frozenset(identity.get(iri, iri) for iri in iris)


# How many groups of a block are compared: a common name must not cost a square.
_NEIGHBOURS = 60

_Sketch = TypeVar("_Sketch", EntitySketch, EventSketch)


def _groups(
    block: Sequence[_Sketch], same: Callable[[_Sketch, _Sketch], float]
) -> Iterator[tuple[list[_Sketch], float]]:
    """Yield groups of two or more in which every pair is accepted, with their score.

    The score of a group is that of its worst pair, so that a chain of likenesses
    joins nothing.
    """
    groups: list[list[_Sketch]] = []
    scores: list[float] = []
    for item in block:
        for n in range(len(groups) - 1, max(len(groups) - 1 - _NEIGHBOURS, -1), -1):
            worst = min(same(item, member) for member in groups[n])
            if worst >= ACCEPT:
                groups[n].append(item)
                scores[n] = min(scores[n], worst)
                break
        else:
            groups.append([item])
            scores.append(1.0)
    joined = zip(groups, scores, strict=True)
    return ((group, score) for group, score in joined if len(group) > 1)


def _decide(
    kind: FusionKind,
    group: tuple[Sequence[EntitySketch] | Sequence[EventSketch], float],
    label: str,
    reason: str,
) -> IdentityDecision:
    members: Sequence[EntitySketch | EventSketch] = group[0]
    return IdentityDecision(
        kind=kind,
        members=tuple(sorted(member.iri for member in members)),
        label=label,
        score=round(group[1], 2),
        reason=reason,
    )
