"""Compare what was read in an article with what a careful reader expects of it.

The format of the expectations is described in `tests/golden/README.md`. Every expected
field of every expected event is one fact, right or wrong; nothing is averaged away.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.errors import GoldError
from dateline.model.facts import SALIENT, DocumentFacts, Entity, Event, Status
from dateline.model.mentions import RoleName
from dateline.model.text import BlockKind, Span

# Who takes part on equal terms may be told as one or the other.
_ROLES: Mapping[str, frozenset[RoleName]] = {
    "agent": frozenset(
        {RoleName.AGENT, RoleName.CO_PARTICIPANT, RoleName.SPEAKER, RoleName.ABSENTEE}
    ),
    "patient": frozenset({RoleName.PATIENT, RoleName.TOPIC}),
    "recipient": frozenset({RoleName.RECIPIENT, RoleName.ADDRESSEE}),
    "absentee": frozenset({RoleName.ABSENTEE}),
}
_PLACES = frozenset({RoleName.PLACE, RoleName.DESTINATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedEvent:
    """One event of `expected.json`; the fields are those of the file."""

    trigger: str
    status: Status
    earliest: date | None
    latest: date | None
    actors: tuple[tuple[str, str], ...]
    place: str | None
    source: str | None
    on_timeline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What `expected.json` says of one article."""

    events: tuple[ExpectedEvent, ...]
    not_events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One expectation and what became of it.

    `what` is `event`, `status`, `date`, `agent`, `patient`, `recipient`, `absentee`,
    `place`, `source`, `timeline` or `not-event`.
    """

    trigger: str
    what: str
    expected: str
    found: str
    is_right: bool


def read_expected(path: Path) -> Expected:
    """Read `expected.json`.

    Raises:
        GoldError: if the file cannot be read or is not in the format.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        events = tuple(_expected_event(item) for item in raw["events"])
        return Expected(events=events, not_events=tuple(raw["not_events"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"{path}: cannot be read as expectations: {error!r}"
        raise GoldError(msg) from error


def _expected_event(item: Mapping[str, object]) -> ExpectedEvent:
    actors = item["actors"]
    if not isinstance(actors, dict):
        msg = f"actors must be an object, got {actors!r}"
        raise TypeError(msg)
    return ExpectedEvent(
        trigger=str(item["trigger"]),
        status=Status(str(item["status"])),
        earliest=_day(item["earliest"]),
        latest=_day(item["latest"]),
        actors=tuple((role, name) for role, names in actors.items() for name in names),
        place=_text(item["place"]),
        source=_text(item["source"]),
        on_timeline=bool(item["on_timeline"]),
    )


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def compare(facts: DocumentFacts, expected: Expected) -> tuple[Fact, ...]:
    """Return every expectation with what `facts` say to it."""
    told = [fact for event in expected.events for fact in _compare_event(facts, event)]
    return (*told, *(_absent(facts, words) for words in expected.not_events))


def tally(facts: Iterable[Fact]) -> dict[str, tuple[int, int]]:
    """Count right and all facts of each kind, in the order of the alphabet.

    >>> tally([Fact(trigger="x", what="date", expected="", found="", is_right=True)])
    {'date': (1, 1)}
    """
    facts = list(facts)
    right = Counter(fact.what for fact in facts if fact.is_right)
    total = Counter(fact.what for fact in facts)
    return {what: (right[what], total[what]) for what in sorted(total)}


def place_of(facts: DocumentFacts, words: str) -> Span:
    """Return where `words` stand first outside the title.

    Raises:
        GoldError: if they do not stand there.
    """
    text = facts.document.text
    for match in re.finditer(re.escape(words), text):
        span = Span(match.start(), match.end())
        title = [b for b in facts.document.blocks if b.kind is BlockKind.TITLE]
        if not any(block.span.contains(span) for block in title):
            return span
    msg = f"{facts.document.id}: the words {words!r} are not in the article"
    raise GoldError(msg)


def _events_at(facts: DocumentFacts, span: Span) -> list[Event]:
    """Return the events with a trigger in `span`, those that start first in front."""
    hits = [
        (min(m.start for m in event.mentions if m.overlaps(span)), n, event)
        for n, event in enumerate(facts.events)
        if any(mention.overlaps(span) for mention in event.mentions)
    ]
    return [event for _, _, event in sorted(hits, key=lambda hit: hit[:2])]


def _compare_event(facts: DocumentFacts, expected: ExpectedEvent) -> list[Fact]:
    """Rate the event that fits best among those with a trigger in the place."""
    span = place_of(facts, expected.trigger)
    candidates: list[Event | None] = [*_events_at(facts, span)]
    rated = [list(_rate(facts, expected, event)) for event in candidates or [None]]
    return max(rated, key=lambda each: sum(fact.is_right for fact in each))


def _rate(
    facts: DocumentFacts, expected: ExpectedEvent, event: Event | None
) -> Iterable[Fact]:
    def fact(what: str, wanted: str, got: str, *, is_right: bool) -> Fact:
        return Fact(
            trigger=expected.trigger,
            what=what,
            expected=wanted,
            found=got if event is not None else "no event",
            is_right=is_right and event is not None,
        )

    def players(roles: frozenset[RoleName]) -> list[Entity]:
        parts = event.participations if event is not None else ()
        return [entities[part.entity] for part in parts if part.role in roles]

    entities = {entity.key: entity for entity in facts.entities}
    yield fact("event", expected.trigger, event.label if event else "", is_right=True)
    status = event.status if event else ""
    yield fact("status", expected.status, status, is_right=status == expected.status)
    wanted = f"{expected.earliest}..{expected.latest}"
    got = _touched(event)
    yield fact("date", wanted, got, is_right=wanted == got)
    for role, name in expected.actors:
        found = players(_ROLES[role])
        yield fact(role, name, _names(found), is_right=_is_among(name, found))
    if expected.place is not None:
        found = players(_PLACES)
        right = _is_at(expected.place, found)
        yield fact("place", expected.place, _names(found), is_right=right)
    if expected.source is not None:
        found = [
            entities[claim.source]
            for claim in facts.claims
            if event is not None and claim.event == event.key and claim.source
        ]
        right = _is_among(expected.source, found)
        yield fact("source", expected.source, _names(found), is_right=right)
    salience = event.salience if event else 0.0
    right = (salience >= SALIENT) is expected.on_timeline
    yield fact("timeline", str(expected.on_timeline), str(salience), is_right=right)


def _touched(event: Event | None) -> str:
    """Write the first and last day that an event may touch."""
    if event is None or event.time is None:
        return "None..None"
    interval = event.time.value.interval
    return f"{interval.earliest_begin}..{interval.latest_end}"


def _absent(facts: DocumentFacts, words: str) -> Fact:
    """Check that no dated event of the timeline has its trigger in `words`."""
    span = place_of(facts, words)
    shown = [
        event
        for event in _events_at(facts, span)
        if event.salience >= SALIENT
        and event.time is not None
        and event.time.value.interval.is_bounded
        and all(mention.overlaps(span) for mention in event.mentions)
    ]
    labels = "; ".join(event.label for event in shown)
    return Fact(
        trigger=words, what="not-event", expected="", found=labels, is_right=not shown
    )


def _is_among(name: str, entities: Sequence[Entity]) -> bool:
    return any(
        _plain(name) in {_plain(label) for label in (entity.label, *entity.aliases)}
        for entity in entities
    )


def _is_at(name: str, places: Sequence[Entity]) -> bool:
    """Accept "a clinic in Salima" for Salima: the place, told more closely."""
    words = re.compile(rf"\b{re.escape(_plain(name))}\b")
    return any(words.search(_plain(place.label)) for place in places)


_LEADING = re.compile(r"^(?:the|an?|some|about|its|his|her|their)\s+", re.IGNORECASE)


def _plain(name: str) -> str:
    """Return a name in lower case without its article and with plain quotes."""
    return _LEADING.sub("", name.replace("’", "'")).casefold().strip()


def _names(entities: Sequence[Entity]) -> str:
    return ", ".join(dict.fromkeys(entity.label for entity in entities)) or "-"
