"""The timeline: events in order of time, chosen by who, where, when, what, how sure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.errors import QueryError, UnknownNameError
from dateline.model.facts import Status
from dateline.query.details import read_articles, read_events
from dateline.query.results import ArticleRef, Timeline, TimelineEntry
from dateline.rdf.iris import article_iri, event_type_iri, name_key
from dateline.rdf.store import GraphStore
from dateline.rdf.terms import STATUS_CLASS
from dateline.rdf.values import Iri, Value

# Whoever is called so in some article, and whoever was decided to be the same.
_WHO = """
  {{ ?{who} dl:nameKey ?{name} }}
  UNION
  {{ ?alias_{name} dl:nameKey ?{name} . ?same_{name} dl:member ?alias_{name} , ?{who} }}
"""
ACTOR = _WHO.format(who="who", name="actor") + "?event sem:hasActor ?who ."
PLACE = _WHO.format(who="where", name="place") + "?event sem:hasPlace ?where ."


def timeline(
    store: GraphStore,
    *,
    actor: str | None = None,
    place: str | None = None,
    start: date | None = None,
    end: date | None = None,
    event_type: str | None = None,
    status: Status | None = None,
    article: str | None = None,
    min_salience: float = 0.0,
    include_text: bool = False,
) -> Timeline:
    """Return the events that fit every condition, in order of time.

    `actor` and `place` are names or aliases in any case; for a person the family name
    will do. `start` and `end` are inclusive, and keep what may have overlapped with
    them; an event without any bound then falls out. `article` is an IRI.

    >>> timeline(GraphStore.memory(), actor="Ilse Brandt")
    Timeline(entries=())
    """
    if start is not None and end is not None and start > end:
        raise QueryError(f"the start {start} is after the end {end}")
    clauses, bindings = _conditions(
        actor=actor, place=place, event_type=event_type, status=status
    )
    events: list[str] | None = None
    if clauses or start or end:
        events = _select(store, clauses, bindings, start=start, end=end)
    entries: Iterable[TimelineEntry] = read_events(
        store, events, include_text=include_text
    )
    if article is not None:
        wanted = article_iri(article)
        entries = (entry for entry in entries if entry.article.iri == wanted)
    kept = (entry for entry in entries if entry.salience >= min_salience)
    return Timeline(tuple(sorted(kept, key=time_order)))


def event(store: GraphStore, iri: str, *, include_text: bool = False) -> TimelineEntry:
    """Return one event with its evidence and the reasoning behind its date.

    Raises:
        UnknownNameError: if there is no such event.
    """
    known = store.query(
        "SELECT ?event WHERE { ?event a dl:Eventuality }", {"event": Iri(iri)}
    )
    if not known.rows:
        raise UnknownNameError("event", iri, ["see dateline timeline"])
    return read_events(store, [iri], include_text=include_text)[0]


def articles(
    store: GraphStore, *, include_text: bool = False
) -> tuple[ArticleRef, ...]:
    """Return the articles, sorted by IRI.

    >>> articles(GraphStore.memory())
    ()
    """
    return tuple(read_articles(store, include_text=include_text).values())


def time_order(entry: TimelineEntry) -> tuple[date, date, date, str, int]:
    """Return what a timeline is sorted by: the first day it may have begun.

    Without one, the last day it may have ended; undated events come last. Events of
    one time stand in the order of their text.
    """
    when = entry.date
    days = () if when is None else _days(when.earliest_begin, when.latest_end)
    first, last = days or (date.max, date.max)
    begin = (None if when is None else when.latest_begin) or last
    place = min((each.start for each in entry.evidence), default=0)
    return first, last, begin, entry.article.iri, place


def _days(first: date | None, last: date | None) -> tuple[date, date] | tuple[()]:
    if first is not None:
        return first, last or date.max
    return () if last is None else (last, last)


def _conditions(
    *,
    actor: str | None,
    place: str | None,
    event_type: str | None,
    status: Status | None,
) -> tuple[list[str], dict[str, Value]]:
    """Return the patterns of the conditions that are set, and their values."""
    clauses: list[str] = []
    bindings: dict[str, Value] = {}
    if actor is not None:
        clauses.append(ACTOR)
        bindings["actor"] = name_key(actor)
    if place is not None:
        clauses.append(PLACE)
        bindings["place"] = name_key(place)
    if event_type is not None:
        clauses.append("?event sem:eventType ?type .")
        bindings["type"] = Iri(event_type_iri(event_type))
    if status is not None:
        clauses.append("?event a ?status .")
        bindings["status"] = Iri(STATUS_CLASS[status])
    return clauses, bindings


def _select(
    store: GraphStore,
    clauses: list[str],
    bindings: dict[str, Value],
    *,
    start: date | None,
    end: date | None,
) -> list[str]:
    """Return the IRIs of the events that fit, sorted."""
    names = " ".join(f"?{name}" for name in bindings)
    query = f"""
        SELECT DISTINCT ?event ?begin ?last {names} WHERE {{
          {" ".join(clauses)} ?event a dl:Eventuality .
          OPTIONAL {{ ?event sem:hasEarliestBeginTimeStamp ?begin }}
          OPTIONAL {{ ?event sem:hasLatestEndTimeStamp ?last }}
        }}"""
    answer = store.query(query, bindings)
    found = (row[:3] for row in answer.rows)
    return sorted({str(iri) for iri, *days in found if _fits(days, start, end)})


def _fits(days: list[Value], start: date | None, end: date | None) -> bool:
    """Tell whether an event may have overlapped with `[start, end]`."""
    if start is None and end is None:
        return True
    begin, last = (day if isinstance(day, date) else None for day in days)
    if begin is None and last is None:
        return False
    return not (
        (end is not None and begin is not None and begin > end)
        or (start is not None and last is not None and last < start)
    )
