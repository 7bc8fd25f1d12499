"""The timeline: events in order of time, chosen by who, where, when, what, how sure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.errors import QueryError, UnknownNameError
from dateline.model.facts import Status
from dateline.query.details import read_events
from dateline.query.event_parts import read_articles, read_texts
from dateline.query.results import ArticleRef, Timeline, TimelineEntry
from dateline.rdf.iris import article_iri, event_type_iri, name_key
from dateline.rdf.stores import Store
from dateline.rdf.terms import STATUS_CLASS
from dateline.rdf.values import Iri, Value

# Whoever is called so in some article, and whoever was decided to be the same.
_CALLED = """
SELECT DISTINCT ?who ?name WHERE {
  { ?who dl:nameKey ?name }
  UNION
  { ?alias dl:nameKey ?name . ?decision dl:member ?alias , ?who }
}"""
_BOUNDS = """
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?begin }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?last }
"""


def timeline(
    store: Store,
    *,
    actor: str | None = None,
    place: str | None = None,
    start: date | None = None,
    end: date | None = None,
    event_type: str | None = None,
    status: Status | None = None,
    article: str | None = None,
    min_salience: float = 0.0,
    most: int | None = None,
    include_text: bool = False,
) -> Timeline:
    """Return the events that fit every condition, in order of time.

    `actor` and `place` are names or aliases in any case; for a person the family name
    will do. `start` and `end` are inclusive, and keep what may have overlapped with
    them; an event without any bound then falls out. `article` is an IRI. Of more than
    `most` events, those of the highest salience are returned.

    >>> from dateline.rdf.store import GraphStore
    >>> timeline(GraphStore.memory(), actor="Ilse Brandt")
    Timeline(entries=())
    """
    if start is not None and end is not None and start > end:
        raise QueryError(f"the start {start} is after the end {end}")
    patterns = []
    if actor is not None:
        patterns.append(taking_part(store, "hasActor", actor))
    if place is not None:
        patterns.append(taking_part(store, "hasPlace", place))
    if event_type is not None:
        patterns.append(of_type(store, event_type))
    if status is not None:
        patterns.append(f"?event a <{STATUS_CLASS[status]}> .")
    events = _select(store, patterns, start=start, end=end)
    if article is None and (min_salience > 0 or most is not None):
        events = _salient(store, events, min_salience, most)
    entries: Iterable[TimelineEntry] = read_events(
        store, events, include_text=include_text
    )
    if article is not None:
        wanted = article_iri(article)
        entries = (entry for entry in entries if entry.article.iri == wanted)
    kept = (entry for entry in entries if entry.salience >= min_salience)
    return Timeline(tuple(sorted(kept, key=time_order)))


def of_type(store: Store, notation: str) -> str:
    """Return the pattern of events of a type, or of a user's type below it."""
    kind = event_type_iri(notation)
    own = store.query(
        "SELECT DISTINCT ?kind ?notation ?broader WHERE { ?kind skos:notation ?notation"
        " OPTIONAL { ?kind skos:broader ?broader } }"
    )
    kinds = {kind} | {
        str(iri)
        for iri, name, broader in own.rows
        if str(name) == notation or str(broader) == kind
    }
    wanted = " ".join(f"<{each}>" for each in sorted(kinds))
    return f"VALUES ?kind {{ {wanted} }} ?event sem:eventType ?kind ."


def _salient(
    store: Store, events: list[str] | None, least: float, most: int | None
) -> list[str]:
    """Return those of `events` (`None`: of all) that are salient enough.

    Asking for one number of each event first spares reading the others whole.
    """
    wanted = None if events is None else set(events)
    rows = store.query("SELECT ?event ?salience WHERE { ?event dl:salience ?salience }")
    ranked = sorted(
        (-float(str(salience)), str(event))
        for event, salience in rows.rows
        if float(str(salience)) >= least and (wanted is None or str(event) in wanted)
    )
    return [event for _, event in ranked[:most]]


def event(store: Store, iri: str, *, include_text: bool = False) -> TimelineEntry:
    """Return one event with its evidence and the reasoning behind its date.

    Raises:
        UnknownNameError: if there is no such event.
    """
    known = store.query(
        "SELECT ?event WHERE { ?event a dl:Eventuality }", {"event": Iri(iri)}
    )
    if not known.rows:
        raise UnknownNameError("event", iri, ["see dateline timeline"])
    return next(read_events(store, [iri], include_text=include_text))


def articles(store: Store, *, include_text: bool = False) -> tuple[ArticleRef, ...]:
    """Return the articles, sorted by IRI.

    >>> from dateline.rdf.store import GraphStore
    >>> articles(GraphStore.memory())
    ()
    """
    texts = read_texts(store) if include_text else {}
    return tuple(read_articles(store, None, texts=texts).values())


def time_order(entry: TimelineEntry) -> tuple[date, date, date, str, int]:
    """Return what a timeline is sorted by: the first day it may have begun.

    Without one, the last day it may have ended; undated events come last. Events of
    one time stand in the order of their text.
    """
    when = entry.date
    days = () if when is None else bounded_days(when.earliest_begin, when.latest_end)
    first, last = days or (date.max, date.max)
    begin = (None if when is None else when.latest_begin) or last
    place = min((each.start for each in entry.evidence), default=0)
    return first, last, begin, entry.article.iri, place


def bounded_days(
    first: date | None, last: date | None
) -> tuple[date, date] | tuple[()]:
    """Return the days between which an event is sorted in; none if both are open.

    >>> bounded_days(None, date(2018, 7, 12))
    (datetime.date(2018, 7, 12), datetime.date(2018, 7, 12))
    """
    if first is not None:
        return first, last or date.max
    return () if last is None else (last, last)


def called(store: Store, name: str) -> tuple[str, ...]:
    """Return the IRIs of the entities with this name or alias, sorted.

    An entity that was decided to be the same as one of them is one of them.
    """
    answer = store.query(_CALLED, {"name": name_key(name)})
    return tuple(sorted(str(row[0]) for row in answer.rows))


def taking_part(store: Store, shortcut: str, name: str) -> str:
    """Return the pattern of events with an entity of this name; the IRIs are ours."""
    who = " ".join(f"<{iri}>" for iri in called(store, name))
    return f"VALUES ?{shortcut} {{ {who} }} ?event sem:{shortcut} ?{shortcut} ."


def _select(
    store: Store, patterns: list[str], *, start: date | None, end: date | None
) -> list[str]:
    """Return the IRIs of the events that fit, sorted."""
    dated = _BOUNDS if start or end else ""
    answer = store.query(
        "SELECT DISTINCT ?event ?begin ?last WHERE { "
        + (" ".join(patterns) or "?event a dl:Eventuality .")
        + f"{dated} }}"
    )
    return sorted({str(iri) for iri, *days in answer.rows if fits(days, start, end)})


def fits(days: list[Value], start: date | None, end: date | None) -> bool:
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
