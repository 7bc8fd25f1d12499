"""Search events: as the timeline chooses them, by words too, and a page at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.errors import QueryError, UnknownNameError
from dateline.model.event_types import EventType
from dateline.model.facts import Status
from dateline.query.details import read_events
from dateline.query.event_parts import base
from dateline.query.results import TimelineEntry
from dateline.query.timeline import bounded_days, fits, of_type, taking_part
from dateline.rdf.iris import article_iri, key_of
from dateline.rdf.stores import Store
from dateline.rdf.terms import STATUS_CLASS
from dateline.rdf.values import Iri, Value

MAX_WORDS = 10
_NUMBER = re.compile(r"\d{1,18}")
# To ask for the class too would take five times as long: nothing else has a salience.
_CHOSEN = """
SELECT DISTINCT ?event ?begin ?last WHERE {
  %s ?event dl:salience ?salience .
  FILTER(?salience >= %s)
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?begin }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?last }
}"""
# What is found here and is no event falls out where the events are chosen.
_WORDED = """
SELECT DISTINCT ?event %s WHERE {
  { %s ?event rdfs:label ?text }
  UNION
  { %s ?event gaf:denotedBy ?mention . ?mention dl:sentence ?sentence .
    ?sentence oa:hasSelector ?selector . ?selector oa:exact ?text }
  FILTER(%s)
}"""
_SELF = "SELECT ?name WHERE { ?name a dl:Eventuality ; dl:factuality ?factuality }"
_MEMBERS = "SELECT ?event ?name WHERE { ?name dl:fuses ?event }"
_SAME = "SELECT ?other ?event WHERE { ?fused dl:fuses ?event , ?other }"
_ENDING = """
SELECT ?event ?name WHERE {
  ?event a dl:Eventuality ; dl:factuality ?factuality
  FILTER(STRENDS(STR(?event), ?name))
}"""
_FEW = 500
_MOST = 10
"""So many IRIs are named where one was meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the events that are searched for have; `None` asks for nothing.

    Attributes:
        actor, place: a name or alias; for a person the family name will do.
        text: words that stand in the label or in one sentence, all of them, in any
            case and order; a part of a word counts.
        start, end: inclusive; they keep what may have overlapped with them.
        article: an IRI.
        min_salience: in [0, 1].
    """

    actor: str | None = None
    place: str | None = None
    text: str | None = None
    event_type: str | None = None
    status: Status | None = None
    start: date | None = None
    end: date | None = None
    article: str | None = None
    min_salience: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of the events that were found, in order of time, and how many there are.

    Undated events come last.
    """

    entries: tuple[TimelineEntry, ...]
    total: int


def search(store: Store, wanted: Wanted, *, offset: int = 0, limit: int = 20) -> Found:
    """Return the events that fit every condition, from the one at `offset` on.

    Raises:
        UnknownNameError: if there is no such type of event.
        QueryError: if the start is after the end, or there are too many words.

    >>> from dateline.rdf.store import GraphStore
    >>> search(GraphStore.memory(), Wanted(text="treaty")).total
    0
    """
    events = _chosen(store, wanted)
    page = events[offset : offset + limit]
    by_iri = {entry.iri: entry for entry in read_events(store, page)}
    return Found(
        entries=tuple(by_iri[iri] for iri in page if iri in by_iri), total=len(events)
    )


def find_event(store: Store, name: str) -> str:
    """Return the IRI of the event called `name`.

    That is its IRI, what follows the last "#" in it, or the IRI of what several
    articles tell of, which stands for the first of its events.

    Raises:
        UnknownNameError: if there is none, or more than one.

    >>> from dateline.rdf.store import GraphStore
    >>> find_event(GraphStore.memory(), "event-3-7")
    Traceback (most recent call last):
        ...
    dateline.errors.UnknownNameError: unknown event 'event-3-7'; known: see a search
    """
    found = _called(store, name)
    if len(found) == 1:
        return found[0]
    known = [*found[:_MOST], "…"] if len(found) > _MOST else found
    raise UnknownNameError("event", name, known or ["see a search"])


def _called(store: Store, name: str) -> list[str]:
    if ":" not in name:
        return sorted(
            str(row[0]) for row in store.query(_ENDING, {"name": f"#{name}"}).rows
        )
    for query in (_SELF, _MEMBERS):
        members = sorted(
            str(row[0]) for row in store.query(query, {"name": Iri(name)}).rows
        )
        if members:
            return members[:1]
    return []


def told_elsewhere(store: Store, event: str) -> list[str]:
    """Return the IRIs of the events that were decided to be the same one, sorted."""
    rows = store.query(_SAME, {"event": Iri(event)}).rows
    return sorted({str(other) for other, *_ in rows} - {event})


def _chosen(store: Store, wanted: Wanted) -> list[str]:
    """Return the IRIs of the events, in order of time."""
    start, end = wanted.start, wanted.end
    if start is not None and end is not None and start > end:
        raise QueryError(f"the start {start} is after the end {end}")
    query = _CHOSEN % (" ".join(_patterns(store, wanted)), float(wanted.min_salience))
    found = sorted(
        _place_in_time(str(iri), days)
        for iri, *days in store.query(query).rows
        if fits(days, start, end)
    )
    chosen = [iri for *_, iri in found]
    if wanted.text is None:
        return chosen
    worded = _worded(store, wanted.text, chosen)
    return [iri for iri in chosen if iri in worded]


def _patterns(store: Store, wanted: Wanted) -> list[str]:
    patterns = []
    if wanted.actor is not None:
        patterns.append(taking_part(store, "hasActor", wanted.actor))
    if wanted.place is not None:
        patterns.append(taking_part(store, "hasPlace", wanted.place))
    if wanted.event_type is not None:
        _check_type(store, wanted.event_type)
        patterns.append(of_type(store, wanted.event_type))
    if wanted.status is not None:
        patterns.append(f"?event a <{STATUS_CLASS[wanted.status]}> .")
    if wanted.article is not None:
        article = article_iri(wanted.article)
        patterns.append(f"?graph prov:wasDerivedFrom <{article}> .")
        patterns.append("GRAPH ?graph { ?event dl:factuality ?factuality }")
    return patterns


def _check_type(store: Store, notation: str) -> None:
    own = store.query(
        "SELECT DISTINCT ?notation WHERE { ?kind skos:notation ?notation }"
    )
    known = {kind.value for kind in EventType} | {str(name) for (name,) in own.rows}
    if notation not in known:
        raise UnknownNameError("event type", notation, list(known))


def _worded(store: Store, text: str, events: list[str]) -> set[str]:
    """Return the IRIs of the things whose label or sentence has these words.

    They are looked for among `events` if these are few, else among all.
    """
    words = text.lower().split()
    if not words or len(words) > MAX_WORDS:
        raise QueryError(f"search for 1 to {MAX_WORDS} words, not {len(words)}")
    names = [f"word{number}" for number in range(len(words))]
    tests = " && ".join(f"CONTAINS(LCASE(STR(?text)), ?{name})" for name in names)
    among = ""
    if len(events) <= _FEW:
        among = f"VALUES ?event {{ {' '.join(f'<{iri}>' for iri in events)} }}"
    shown = " ".join(f"?{name}" for name in names)
    query = _WORDED % (shown, among, among, tests)
    bindings: dict[str, Value] = dict(zip(names, words, strict=True))
    return {str(row[0]) for row in store.query(query, bindings).rows}


def _place_in_time(
    iri: str, days: list[Value]
) -> tuple[date, date, str, tuple[int, ...], str]:
    """Return what an event is sorted by: its days, then its place in its article."""
    begin, last = (day if isinstance(day, date) else None for day in days)
    first, end = bounded_days(begin, last) or (date.max, date.max)
    return first, end, base(iri), tuple(map(int, _NUMBER.findall(key_of(iri)))), iri
