"""Decide when each event mention was or is to be.

The steps, best ground first; the first that gives an interval wins:

1. a time expression that the mention lies in, begins with, ends with, or is dated by;
2. a time expression that it comes before or after;
3. tense: the publication time lies after, before or in it.

What none of these bounds stays open. The publication date itself is never an event's
date unless the text says so ("today"). Relations between events narrow the result
later: see `ordering`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from dateline.model.annotated import AnnotatedDocument
from dateline.model.edtf import to_edtf
from dateline.model.facts import EventTime
from dateline.model.mentions import Timex, TLink
from dateline.model.time import (
    DateBasis,
    Granularity,
    Interval,
    TimeValue,
    TimexType,
    TLinkType,
)
from dateline.resolve.counted_times import counted_times

_INSIDE = (
    TLinkType.SIMULTANEOUS,
    TLinkType.IDENTITY,
    TLinkType.IS_INCLUDED,
    TLinkType.DURING,
)
_BEGIN = (TLinkType.BEGUN_BY, TLinkType.BEGINS)
_END = (TLinkType.ENDED_BY, TLinkType.ENDS)
_AFTER = (TLinkType.AFTER, TLinkType.IAFTER)
_BEFORE = (TLinkType.BEFORE, TLinkType.IBEFORE)

_TENSE_WORDS = {
    TLinkType.BEFORE: "before the publication",
    TLinkType.AFTER: "after the publication",
    TLinkType.INCLUDES: "at the publication",
    TLinkType.IS_INCLUDED: "on the day of the publication",
}


def mention_times(doc: AnnotatedDocument) -> dict[int, EventTime]:
    """Return the time of each event mention that has one, by its index."""
    timed: dict[int, list[TLink]] = defaultdict(list)
    tensed: dict[int, list[TLink]] = defaultdict(list)
    for link in doc.tlinks:
        if link.timex is not None:
            timed[link.event].append(link)
        elif link.other is None:
            tensed[link.event].append(link)
    times = {}
    for index in range(len(doc.event_mentions)):
        time = (
            _lies_in(doc, timed[index])
            or _borders(doc, timed[index])
            or _by_tense(doc, tensed[index])
        )
        if time is not None:
            times[index] = time
    return times | counted_times(doc, times)


def _lies_in(doc: AnnotatedDocument, links: list[TLink]) -> EventTime | None:
    """Step 1: the narrowest time expression that holds the event, with its other end.

    "from 1950 to 1953" arrives as two links, one to each end.
    """
    spans = _spanned(doc, links)
    if spans is not None:
        return spans
    held = [
        doc.timexes[link.timex]
        for relation in _INSIDE
        for link in links
        if link.relation is relation and link.timex is not None
    ]
    held = [timex for timex in held if has_calendar_place(timex.time)]
    if not held:
        return None
    listed = _listed(doc, held)
    if listed is not None:
        return listed
    timex = min(held, key=lambda timex: (_width(timex.time.interval), timex.span))
    value = _shared(timex.time) if _is_shared(doc, links, timex) else timex.time
    return EventTime(value=value, timex=timex.span)


# Constructions in which a clause goes on at the time of another: "On Monday he landed
# and signed", "landed on Monday, killing two".
_SHARING = frozenset(
    {"fronted-conj", "participle", "when-clause", "casualty", "predicate"}
)


def _is_shared(doc: AnnotatedDocument, links: list[TLink], timex: Timex) -> bool:
    """Tell whether the event has its time from another clause only."""
    rules = {
        link.rule
        for link in links
        if link.timex is not None and doc.timexes[link.timex] is timex
    }
    return bool(rules) and rules <= _SHARING


def _shared(value: TimeValue) -> TimeValue:
    why = f"{value.explanation}; told of another clause, which this one goes on with"
    return replace(value, basis=DateBasis.INHERITED_FROM_CONTEXT, explanation=why)


def _listed(doc: AnnotatedDocument, held: list[Timex]) -> EventTime | None:
    """Join "in 2001 and 2002": from the first of the listed times to the last."""
    ordered = sorted(held, key=lambda timex: timex.span)
    first, last = ordered[0], ordered[-1]
    begin, end = first.time.interval, last.time.interval
    if begin.latest_end is None or end.earliest_begin is None:
        return None
    if begin.latest_end >= end.earliest_begin:
        return None
    between = doc.document.text[first.span.end : last.span.start]
    if len(between) > _LONGEST_LIST or not _LIST.search(between):
        return None
    return _joined(doc, first, last)


_LIST = re.compile(r",? and (?:(?:again|then|later) )?(?:(?:in|on|at|during) )?\Z")
_LONGEST_LIST = 80  # "in May because of a strike, and in June"


def _spanned(doc: AnnotatedDocument, links: list[TLink]) -> EventTime | None:
    """Join "began at X" and "ended at Y" to one interval, if both are there."""
    begin = _first(doc, links, _BEGIN)
    end = _first(doc, links, _END)
    if begin is None or end is None:
        return None
    return _joined(doc, begin, end)


def _joined(doc: AnnotatedDocument, begin: Timex, end: Timex) -> EventTime | None:
    """Return the time from the first expression to the second, if both have bounds."""
    first, last = begin.time.interval, end.time.interval
    bounds = (first.earliest_begin, first.latest_end, last.earliest_begin)
    if None in bounds or last.latest_end is None:
        return None
    try:
        interval = Interval(
            earliest_begin=first.earliest_begin,
            latest_begin=first.latest_end,
            earliest_end=last.earliest_begin,
            latest_end=last.latest_end,
        )
    except ValueError:
        # "from May to March": the later end was read a year too early.
        return None
    words = doc.slice(begin.span.cover(end.span))
    value = replace(
        begin.time,
        interval=interval,
        edtf=to_edtf(interval),
        value=f"{begin.time.value}/{end.time.value}",
        words=words,
        explanation=f"'{words}' -> {begin.time.value} to {end.time.value}: "
        f"from the first time to the second",
    )
    return EventTime(value=value, timex=begin.span.cover(end.span))


def _first(
    doc: AnnotatedDocument, links: list[TLink], relations: Iterable[TLinkType]
) -> Timex | None:
    for link in links:
        if link.relation in relations and link.timex is not None:
            timex = doc.timexes[link.timex]
            if has_calendar_place(timex.time):
                return timex
    return None


def has_calendar_place(value: TimeValue) -> bool:
    """Tell whether a time lies somewhere on the calendar: not a mere length or set."""
    return value.type is not TimexType.SET and value.interval != Interval()


def _width(interval: Interval) -> int:
    """Count the days an interval may touch; open ones are widest."""
    if interval.earliest_begin is None or interval.latest_end is None:
        return date.max.toordinal()
    return (interval.latest_end - interval.earliest_begin).days


def _borders(doc: AnnotatedDocument, links: list[TLink]) -> EventTime | None:
    """Step 2: one open side, from "since", "until", "before", "after" and the like."""
    bounds: dict[str, date | None] = {}
    used: list[tuple[str, Timex]] = []
    for link in links:
        if link.timex is None:
            continue
        timex = doc.timexes[link.timex]
        interval = timex.time.interval
        if not has_calendar_place(timex.time):
            continue
        if is_beside(link.relation, timex):
            return EventTime(value=timex.time, timex=timex.span)
        side = _side(link.relation, interval)
        if side is not None:
            bounds.update(side)
            word = doc.slice(link.signal) if link.signal else link.relation.value
            used.append((word.lower(), timex))
    bounds = {name: day for name, day in bounds.items() if day is not None}
    if not bounds:
        return None
    try:
        interval = Interval(**bounds)
    except ValueError:
        return None
    word, timex = used[0]
    edtf = to_edtf(interval)
    value = replace(
        timex.time,
        interval=interval,
        edtf=edtf,
        explanation=f"{timex.time.explanation}; '{word} {timex.time.words}' -> {edtf}",
    )
    return EventTime(value=value, timex=timex.span)


def is_beside(relation: TLinkType, timex: Timex) -> bool:
    """Tell whether "before dawn on Sunday" leaves the event on that day."""
    fine = timex.time.granularity is Granularity.TIME_OF_DAY
    is_day = timex.time.interval.is_bounded and _width(timex.time.interval) == 0
    return fine and is_day and relation in (*_BEFORE, *_AFTER)


def _side(relation: TLinkType, interval: Interval) -> dict[str, date | None] | None:
    """Return the bounds that a relation to `interval` gives."""
    if relation in _BEGIN:
        return {
            "earliest_begin": interval.earliest_begin,
            "latest_begin": interval.latest_end,
            "earliest_end": interval.earliest_begin,
        }
    if relation in _END:
        return {
            "earliest_end": interval.earliest_begin,
            "latest_end": interval.latest_end,
            "latest_begin": interval.latest_end,
        }
    if relation in _AFTER:
        return {
            "earliest_begin": interval.earliest_end,
            "earliest_end": interval.earliest_end,
        }
    if relation in _BEFORE:
        return {
            "latest_end": interval.latest_begin,
            "latest_begin": interval.latest_begin,
        }
    if relation is TLinkType.INCLUDES:
        return {
            "latest_begin": interval.latest_end,
            "earliest_end": interval.earliest_begin,
        }
    return None


def _by_tense(doc: AnnotatedDocument, links: list[TLink]) -> EventTime | None:
    """Step 3: where tense puts the event, seen from the publication."""
    dct = doc.document.dct
    if dct is None or not links:
        return None
    return _from_tense(links[0].relation, dct.date)


@lru_cache(maxsize=1_000)
def _from_tense(relation: TLinkType, day: date) -> EventTime | None:
    """Return the time that stands `relation` to the publication on `day`."""
    interval = _tensed(relation, day)
    if interval is None:
        return None
    words = _TENSE_WORDS.get(relation, "near the publication")
    value = TimeValue(
        interval=interval,
        granularity=Granularity.UNKNOWN,
        basis=DateBasis.PUBLICATION_ONLY,
        type=TimexType.DATE,
        value="",
        edtf=to_edtf(interval),
        anchor=day,
        rule=f"tense-{relation.value.lower()}",
        explanation=f"no time in the text; its tense puts it {words} on {day}",
        words="",
    )
    return EventTime(value=value)


def _tensed(relation: TLinkType, day: date) -> Interval | None:
    """Return the bounds that a relation to the publication day gives."""
    sides: Mapping[TLinkType, Interval] = {
        TLinkType.BEFORE: Interval(latest_begin=day, latest_end=day),
        TLinkType.AFTER: Interval(earliest_begin=day, earliest_end=day),
        TLinkType.INCLUDES: Interval(latest_begin=day, earliest_end=day),
        TLinkType.IS_INCLUDED: Interval.day(day),
    }
    return sides.get(relation)
