"""Decide which event mentions of a document are one event.

Precision first: two mentions that are kept apart cost a duplicate row, two that are
joined wrongly state a falsehood. The grounds, in order:

1. the text says so (a `SAME` relation found by a stage);
2. the same proper name ("the Korean War" twice);
3. one absence: the same party was missing from an occasion of the same day;
4. one message: it was sent, and it was received, and it is "the letter";
5. the same word or its noun ("visited", "the visit"), at compatible times, with a
   shared participant or place and none that clash;
6. a noun that says nothing new ("the snub", "Thursday's rebuff"): the latest event of
   its word, or of its type and its very day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.model.annotated import AnnotatedDocument
from dateline.model.event_types import EventType
from dateline.model.facts import EventTime, Participation, Status
from dateline.model.mentions import (
    EventClass,
    EventMention,
    EventRelationType,
    RoleName,
)
from dateline.model.time import DateBasis

# Nouns from verbs, by their endings: "repatriation" and "repatriate" share "repatri".
_ENDING = re.compile(
    r"(?:isation|ization|ations?|ements?|ments?|ions?|ings?|ances?|ences?|als?|ures?"
    r"|ates?|ises?|izes?|ees?|ers?|es|ed|e|s|y|ies)$"
)
_SHORTEST_STEM = 3

_CORE = frozenset(
    {
        RoleName.AGENT,
        RoleName.PATIENT,
        RoleName.RECIPIENT,
        RoleName.CO_PARTICIPANT,
        RoleName.ABSENTEE,
    }
)
_UNLIKE = frozenset(
    {EventClass.REPORTING, EventClass.STATE, EventClass.I_STATE, EventClass.ASPECTUAL}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """An event mention with what the other layers say about it.

    `stand_ins` gives what else may be said for an entity when it is told again,
    `acts_for` the countries or bodies that it acts for;
    `own_entity` is the thing that the mention also names ("the letter"), `is_definite`
    tells "the visit" and "Thursday's visit" from "a visit", `is_denied` that the author
    rather doubts it.
    """

    index: int
    mention: EventMention
    status: Status
    time: EventTime | None
    participations: tuple[Participation, ...]
    stand_ins: Mapping[str, frozenset[str]] = field(default_factory=dict)
    acts_for: Mapping[str, Sequence[str]] = field(default_factory=dict)
    own_entity: str | None = None
    is_definite: bool = False
    is_denied: bool = False

    def entities(self, roles: Iterable[RoleName]) -> frozenset[str]:
        """Return the keys of the entities that play one of `roles`."""
        wanted = frozenset(roles)
        return frozenset(p.entity for p in self.participations if p.role in wanted)

    def acting(self) -> frozenset[str]:
        """Return the keys of those who take part, and of those they act for."""
        keys = self.entities(_CORE)
        return keys.union(*(self.acts_for.get(key, ()) for key in keys))

    def told_as(self, roles: Iterable[RoleName]) -> frozenset[str]:
        """Return the entities that play one of `roles`, and what may stand for them."""
        keys = self.entities(roles)
        return keys.union(*(self.stand_ins.get(key, frozenset()) for key in keys))


def cluster_events(
    doc: AnnotatedDocument, described: Sequence[Described]
) -> tuple[tuple[Described, ...], ...]:
    """Return the groups of mentions that are one event each, in text order."""
    same = _said_to_be_same(doc)
    seen = _Seen()
    for item in described:
        cluster = (
            seen.told_same(item, same)
            or seen.alike(item)
            or seen.one_absence(item)
            or seen.one_message(item)
            or seen.taken_up(item)
            or seen.new()
        )
        seen.add(item, cluster)
    return tuple(tuple(cluster) for cluster in seen.clusters)


# How many earlier events, and mentions of each, are compared: bounds the work on a text
# that says one thing over and over.
_LOOK_BACK = 12


def _told_by(cluster: _Cluster) -> _Cluster:
    """Return the mentions that speak for an event: the first, and the latest ones."""
    return (
        cluster if len(cluster) <= _LOOK_BACK else [cluster[0], *cluster[-_LOOK_BACK:]]
    )


@lru_cache(maxsize=20_000)
def stem(lemma: str) -> str:
    """Return what a verb and its nouns share.

    >>> stem("repatriation") == stem("repatriate"), stem("visit") == stem("visits")
    (True, True)
    """
    word = lemma.lower()
    for _ in range(2):
        shorter = _ENDING.sub("", word, count=1)
        if len(shorter) < _SHORTEST_STEM or shorter == word:
            break
        word = shorter
    return word


def _said_to_be_same(doc: AnnotatedDocument) -> dict[int, set[int]]:
    pairs: dict[int, set[int]] = {}
    for relation in doc.event_relations:
        if relation.relation is EventRelationType.SAME:
            pairs.setdefault(relation.source, set()).add(relation.target)
            pairs.setdefault(relation.target, set()).add(relation.source)
    return pairs


_Cluster = list[Described]


@dataclass(slots=True)
class _Seen:
    """The events so far, and ways to find the one that a mention takes up."""

    clusters: list[_Cluster] = field(default_factory=list)
    home: dict[int, _Cluster] = field(default_factory=dict)
    by_stem: dict[str, list[_Cluster]] = field(default_factory=dict)
    absences: list[_Cluster] = field(default_factory=list)
    messages: dict[str, _Cluster] = field(default_factory=dict)

    def new(self) -> _Cluster:
        self.clusters.append([])
        return self.clusters[-1]

    def add(self, item: Described, cluster: _Cluster) -> None:
        cluster.append(item)
        self.home[item.index] = cluster
        known = self.by_stem.setdefault(stem(item.mention.lemma), [])
        if not any(cluster is other for other in known[-_LOOK_BACK:]):
            known.append(cluster)
        recent = self.absences[-_LOOK_BACK:]
        if _is_absence(item) and not any(cluster is other for other in recent):
            self.absences.append(cluster)
        message = _message(item)
        is_typed = item.mention.known_type == EventType.COMMUNICATION
        if message is not None and is_typed:
            self.messages[message] = cluster

    def told_same(
        self, item: Described, same: Mapping[int, set[int]]
    ) -> _Cluster | None:
        """Ground 1."""
        for other in sorted(same.get(item.index, ())):
            if other in self.home:
                return self.home[other]
        return None

    def alike(self, item: Described) -> _Cluster | None:
        """Grounds 2 and 5: the latest earlier event that fits."""
        candidates = self.by_stem.get(stem(item.mention.lemma), [])
        for cluster in reversed(candidates[-_LOOK_BACK:]):
            if item.mention.is_named and cluster[0].mention.is_named:
                return cluster
            told = _told_by(cluster)
            if all(_may_be_one(item, other) for other in told) and any(
                _share(item, other) for other in told
            ):
                return cluster
        return None

    def taken_up(self, item: Described) -> _Cluster | None:
        """Ground 6."""
        if not item.is_definite or item.entities(_CORE - {RoleName.ABSENTEE}):
            return None
        told = self.by_stem.get(stem(item.mention.lemma), [])
        for cluster in reversed(told[-_LOOK_BACK:]):
            if all(_may_be_one(item, other) for other in _told_by(cluster)):
                return cluster
        if item.mention.known_type in {EventType.OTHER, EventType.STATE}:
            return None
        for cluster in reversed(self.clusters[-_LOOK_BACK:]):
            last = cluster[-1]
            same_type = item.mention.event_type == last.mention.event_type
            if (
                same_type
                and _dated_alike(item.time, last.time)
                and all(_may_be_one(item, other) for other in _told_by(cluster))
            ):
                return cluster
        return None

    def one_absence(self, item: Described) -> _Cluster | None:
        """Ground 3."""
        if not _is_absence(item):
            return None
        recent = reversed(self.absences[-_LOOK_BACK:])
        return next(
            (cluster for cluster in recent if _one_absence(item, cluster)), None
        )

    def one_message(self, item: Described) -> _Cluster | None:
        """Ground 4."""
        known = self.messages.get(_message(item) or "")
        if known and all(_may_be_told_of(item, other) for other in _told_by(known)):
            return known
        return None


def _may_be_one(a: Described, b: Described) -> bool:
    """Tell whether nothing speaks against the two being one event."""
    if a.mention.cls in _UNLIKE or b.mention.cls in _UNLIKE:
        return False
    if Status.DID_NOT_HAPPEN in {a.status, b.status} and a.status is not b.status:
        return False
    if a.is_denied is not b.is_denied:
        return False  # "denied carrying out the attack" is not "the attack"
    if a.mention.pos == b.mention.pos == "VERB" and a.status is not b.status:
        return False
    return _times_fit(a.time, b.time) and not _clash(a, b)


def _times_fit(a: EventTime | None, b: EventTime | None) -> bool:
    if a is None or b is None:
        return True
    return a.value.interval.is_compatible(b.value.interval)


def _clash(a: Described, b: Described) -> bool:
    """Tell whether a core role is filled in both, by what cannot be the same.

    "The remains" may take up "remains of service members", "a letter" may not.
    """
    for role in (RoleName.AGENT, RoleName.PATIENT, RoleName.PLACE):
        mine, theirs = a.told_as([role]), b.told_as([role])
        if mine and theirs and not mine & theirs:
            return True
    return False


def _share(a: Described, b: Described) -> bool:
    """Tell whether a participant or a place in common makes the two one.

    A noun may take up a verb or a noun with nothing in common but the word, when a
    date in the text holds them together.
    """
    roles = (RoleName.PLACE, RoleName.DESTINATION)
    if a.entities(roles) & b.entities(roles) or a.acting() & b.acting():
        return True
    return _dated_alike(a.time, b.time) and "NOUN" in {a.mention.pos, b.mention.pos}


def _dated_alike(a: EventTime | None, b: EventTime | None) -> bool:
    if a is None or b is None:
        return False
    from_text = DateBasis.PUBLICATION_ONLY not in {a.value.basis, b.value.basis}
    return from_text and a.value.interval == b.value.interval


def _is_absence(item: Described) -> bool:
    return item.status is Status.DID_NOT_HAPPEN and bool(
        item.entities([RoleName.ABSENTEE])
    )


def _one_absence(item: Described, cluster: _Cluster) -> bool:
    """Ground 3: the same party missing, unless two different occasions are named."""
    absent = item.entities([RoleName.ABSENTEE])
    for other in _told_by(cluster):
        if not absent & other.entities([RoleName.ABSENTEE]):
            return False
        if not _times_fit(item.time, other.time):
            return False
        both_named = item.mention.pos == other.mention.pos == "NOUN"
        if both_named and stem(item.mention.lemma) != stem(other.mention.lemma):
            return False
    return True


_CONVEYING = frozenset(
    {"send", "receive", "get", "write", "mail", "deliver", "post", "dispatch", "date"}
)


def _message(item: Described) -> str | None:
    """Return the key of the message that is conveyed, for ground 4."""
    if item.mention.pos == "NOUN":
        is_message = item.mention.known_type == EventType.COMMUNICATION
        return item.own_entity if is_message else None
    if item.mention.lemma in _CONVEYING:
        return next(iter(sorted(item.entities([RoleName.PATIENT]))), None)
    return None


def _may_be_told_of(a: Described, b: Described) -> bool:
    return a.status is b.status and _times_fit(a.time, b.time)
