"""Let a date in apposition settle what stands before it: "a month earlier, on Feb. 9".

The date is the firmer of the two: "Tuesday (Feb. 9)" is that Tuesday. But a year that
was counted ("two years ago, on May 5") tells the year that the date leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.annotate.timex_calendar import containing, day, week_of
from dateline.annotate.timex_patterns import WEEKDAY_NUMBER
from dateline.model.mentions import Timex
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue

_BETWEEN = re.compile(r",[ \n](?:on[ \n])?|[ \n]\(")
_COUNTED = frozenset({"earlier", "ago"})
_DATED = frozenset({"date.month-day", "date.day-month"})
_LOOK = 8


def settle_appositions(text: str, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """Return the timexes; of two in apposition each takes what the other knows.

    >>> from dateline.annotate.timex import find_timexes
    >>> found = find_timexes("Tuesday (Feb. 9)", dct=date(2021, 3, 1))
    >>> [timex.time.value for timex in found]
    ['2021-02-09', '2021-02-09']
    """
    settled = list(timexes)
    for i in range(len(timexes) - 1):
        first, second = settled[i], settled[i + 1]
        if second.time.rule in _DATED and _is_beside(text, first, second):
            settled[i : i + 2] = _settled(first, second)
    return tuple(settled)


def _is_beside(text: str, first: Timex, second: Timex) -> bool:
    gap = second.span.start - first.span.end
    if not 0 < gap < _LOOK:
        return False
    return _BETWEEN.fullmatch(text[first.span.end : second.span.start]) is not None


def _settled(first: Timex, second: Timex) -> tuple[Timex, Timex]:
    told = second.time.interval.earliest_begin
    if told is None:
        return first, second
    family = first.time.rule.partition(".")[0]
    if family == "weekday":
        is_same = WEEKDAY_NUMBER.get(first.time.words.lower()) == told.weekday()
        return (_with(first, told), second) if is_same else (first, second)
    if family not in _COUNTED:
        return first, second
    if first.time.granularity is not Granularity.YEAR:
        return _with(first, told), second
    return first, _in_year(second, first.time)


def _with(timex: Timex, told: date) -> Timex:
    """Return the timex, as coarse as it was, at the day that the date tells."""
    time = timex.time
    if time.granularity is Granularity.MONTH:
        value = containing(told, "M").value
    elif time.granularity is Granularity.WEEK:
        value = week_of(told).value
    else:
        value = told.isoformat()
    why = f"the date beside it, {told}"
    return replace(timex, time=_at(time, value, told, why))


def _in_year(timex: Timex, counted: TimeValue) -> Timex:
    """Return a date without its year in the year that was counted."""
    told, year = timex.time.interval.earliest_begin, counted.interval.earliest_begin
    is_explicit = timex.time.basis is DateBasis.EXPLICIT_IN_TEXT
    if is_explicit or told is None or year is None:
        return timex
    if (told.month, told.day) == (2, 29):
        return timex
    moved = told.replace(year=year.year)
    why = f"in the year of '{counted.words}'"
    return replace(timex, time=_at(timex.time, moved.isoformat(), moved, why))


def _at(time: TimeValue, value: str, told: date, why: str) -> TimeValue:
    words = " ".join(time.words.split())
    return replace(
        time,
        value=value,
        interval=Interval.day(told),
        edtf=day(told).edtf,
        explanation=f"'{words}' -> {value}: {why}",
    )
