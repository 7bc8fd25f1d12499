"""Read times that are told by another one in the same expression.

"The day before last Tuesday", "a week from Friday", "the same month last year", "the
week before last", "Memorial Day weekend".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_counted import counted, move
from dateline.annotate.timex_dates import explicit, offset_of, read_year, relative
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_numbers import read_number
from dateline.annotate.timex_patterns import UNITS, WEEKDAY_NUMBER
from dateline.annotate.timex_reading import (
    Direction,
    Reading,
    Reference,
    Way,
    date_reading,
    open_reading,
)
from dateline.annotate.timex_seasons import read_holiday
from dateline.annotate.timex_weekdays import weekday
from dateline.model.time import DateBasis, Granularity

_SATURDAY, _MONDAY = 5, 0
_LONG_WEEKEND = frozenset({3, 4})


def read_beside_weekday(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the day before last Tuesday", "two weeks from Friday"."""
    unit = UNITS[c.word("u")] if c.has("u") else "D"
    number = read_number(c.part("q")) if c.has("u") else 1
    is_day = c.has("u") or c.words.word(c.parts["dir"][0] - 1) == "day"
    if unit not in {"D", "W"} or number is None or not is_day:
        return None
    if c.word("dir") == "from":
        ref = replace(ref, look=lambda: Direction(Way.FUTURE, "'from'"))
    told = weekday(WEEKDAY_NUMBER[c.word("w")], ref, rel=c.word("rel"))
    sign = -1 if c.word("dir") == "before" else 1
    return _moved(told, unit, sign * int(number), ref, c.word("dir"))


def read_weekday_week(c: Candidate, ref: Reference) -> Reading | None:
    """Read "Friday week": a week after the coming Friday."""
    if UNITS[c.word("u")] != "W":
        return None
    ref = replace(ref, look=lambda: Direction(Way.FUTURE, "a week on"))
    told = weekday(WEEKDAY_NUMBER[c.word("w")], ref)
    return _moved(told, "W", 1, ref, "a week after")


def _moved(
    told: Reading, unit: str, count: int, ref: Reference, words: str
) -> Reading | None:
    first = told.interval.earliest_begin
    if first is None:
        return open_reading("XXXX-XX-XX", Granularity.DAY, "no publication date")
    day = move(first, unit, count)
    if day is None:
        return None
    return relative(calendar.day(day), ref, f"{words} {first}, {told.why}")


def read_before_last(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the week before last": two weeks back."""
    if c.word("last") != "last":
        return None
    unit = UNITS[c.word("u")]
    return counted(unit, -2, ref, from_narrative=False, words="the one before last")


def read_same_then(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the same month last year": the month of publication, a year before."""
    told = ref.quarter if c.word("u") in {"period", "quarter"} else None
    unit = "Q" if c.word("u") == "period" else UNITS.get(c.word("u"), "")
    back = UNITS.get(c.word("rely").split()[1], "")
    start = ref.day if told is None else told.first
    if start is None or unit not in _SPANS or back not in _SPANS:
        return None
    if c.word("u") == "period" and told is None:
        return counted(back, -1, ref, from_narrative=False, words="the same period")
    moved = move(start, back, -1)
    if moved is None or _SPANS[unit] >= _SPANS[back]:
        return None
    return date_reading(
        calendar.shift(moved, unit, 0) or calendar.day(moved),
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        why=f"the same {c.word('u')}, {c.word('rely')}",
        anchor=start,
    )


# Units from the shortest to the longest.
_SPANS = {"D": 0, "W": 1, "M": 2, "Q": 3, "Y": 4, "E": 5}


def read_same_day(c: Candidate, ref: Reference) -> Reading | None:
    """Read "this day in 1969": the day of publication, in that year."""
    if c.word("u") != "day" or ref.day is None:
        return None
    year = read_year(c.word("y"))
    if (ref.day.month, ref.day.day) == (2, 29) or not 1 <= year <= calendar.MAX_YEAR:
        return None
    period = calendar.day(ref.day.replace(year=year))
    return explicit(period, f"the day of publication, {ref.day}, in that year")


def read_around_holiday(c: Candidate, ref: Reference) -> Reading | None:
    """Read "Memorial Day weekend", "Easter week": the days around a holiday."""
    unit = UNITS[c.word("u")]
    named = read_holiday(c, ref) if unit in {"W", "WE"} else None
    day = None if named is None else named.interval.earliest_begin
    if named is None or day is None:
        return None
    period = calendar.week_of(day) if unit == "W" else _weekend_at(day)
    if named.basis is DateBasis.EXPLICIT_IN_TEXT:
        return explicit(period, f"the {c.word('u')} of a holiday, {day}")
    offset = offset_of(c.word("rel")) or 0
    why = f"the {c.word('u')} of a holiday, {day}" + (", told" if offset else "")
    return relative(period, ref, why)


def _weekend_at(day: date) -> Period:
    """Return the weekend that a holiday makes long: from or to the holiday."""
    ahead = _SATURDAY - day.weekday()
    if day.weekday() == _MONDAY:
        ahead = -2
    saturday = calendar.add_days(day, ahead) or day
    weekend = calendar.weekend_of(saturday)
    if weekend.first is None or weekend.last is None:
        return weekend
    is_beside = day.weekday() == _MONDAY or day.weekday() in _LONG_WEEKEND
    if not is_beside:
        return weekend
    first, last = min(weekend.first, day), max(weekend.last, day)
    return Period(
        value=weekend.value,
        granularity=weekend.granularity,
        first=first,
        last=last,
        edtf=f"{first}/{last}",
    )
