"""Read months, and the weeks and days that are counted in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_dates import (
    MOST_WEEKDAYS,
    base_year,
    explicit,
    in_story,
    offset_of,
    read_mod,
    relative,
    year_of,
)
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_holidays import nth_weekday
from dateline.annotate.timex_numbers import read_number, read_ordinal
from dateline.annotate.timex_patterns import MONTH_NUMBER, UNITS
from dateline.annotate.timex_reading import Reading, Reference, Way, open_reading
from dateline.model.time import DateBasis, Granularity, TimexType


def read_month(c: Candidate, ref: Reference) -> Reading | None:
    """Read a month, with or without its year."""
    number = MONTH_NUMBER[c.word("m")]
    mod = read_mod(c.word("mod"))
    if c.word("rel") in {"each", "every"}:
        return Reading(
            type=TimexType.SET,
            value=f"XXXX-{number:02d}",
            granularity=Granularity.MONTH,
            basis=DateBasis.UNANCHORED,
            why="a month, again and again",
            quant=c.word("rel"),
        )
    year = year_of(c, number)
    if year is not None:
        if not 1 <= year <= calendar.MAX_YEAR:
            return None
        period = _of_month(calendar.month(year, number), c)
        return None if period is None else explicit(period, "a month", mod)
    if ref.day is None and ref.story is None:
        return open_reading(
            f"XXXX-{number:02d}", Granularity.MONTH, "no publication date", mod=mod
        )
    usual = None if ref.day is None else _month_near(number, c, ref, mod)
    first = usual.period.first if usual is not None and usual.period else None
    year = (
        None
        if c.has("rel") or c.has("rely")
        else ref.year_of_story(first, is_day=False)
    )
    period = None if year is None else _of_month(calendar.month(year, number), c)
    return usual if period is None else replace(in_story(period), mod=mod)


def _month_near(
    number: int, c: Candidate, ref: Reference, mod: str | None
) -> Reading | None:
    """Read a month without its year, from the publication month."""
    today = ref.day or date(1, 1, 1)
    if c.has("rely"):
        base = base_year(c.word("rely"), ref)
        months, told = 12 * (base - today.year) + number - today.month, c.word("rely")
    else:
        months, told = _months_away(number - today.month, offset_of(c.word("rel")), ref)
    start = calendar.add_months(today.replace(day=1), months)
    if start is None:
        return None
    period = _of_month(calendar.month(start.year, start.month), c)
    if period is None:
        return None
    return relative(period, ref, f"{told}, published {ref.day}", mod)


def _of_month(month: Period, c: Candidate) -> Period | None:
    """Return the days, weeks or weekend of a month that are counted, else the month."""
    if c.rule != "month.week":
        return month
    n = -1 if offset_of(c.word("o")) == -1 else read_ordinal(c.part("o"))
    count = read_number(c.part("q")) if c.has("q") else 1
    if n is None or not n <= MOST_WEEKDAYS or month.first is None or count is None:
        return None
    unit, plural = UNITS[c.word("u")], c.word("u").endswith("s")
    if unit == "WE":
        first = month.first
        return calendar.weekend_of(nth_weekday(first.year, first.month, _SATURDAY, n))
    if unit == "D" and plural:
        return calendar.days_of_month(month, n, int(count) if c.has("q") else _DAYS)
    return calendar.days_of_month(month, n, 7 * int(count)) if unit == "W" else None


_DAYS = 10  # "the first days of May"
_SATURDAY = 5


_JUST_OVER, _NEXT, _FAR = 1, 2, 8


def _months_away(
    difference: int, offset: int | None, ref: Reference
) -> tuple[int, str]:
    """Return how many months away a month is, and what tells so."""
    ahead, back = difference % 12, -difference % 12
    if offset is not None:
        months = {-1: -(back or 12), 0: difference, 1: ahead or 12}[offset]
        return months, {-1: "last", 0: "this year", 1: "next"}[offset]
    way, why = ref.direction.way, ref.direction.reason
    # A month that is just over is not next year's on the strength of a tense alone.
    is_firm = ref.direction.is_firm and why != "present tense"
    is_over = back <= _JUST_OVER if is_firm else back < ahead / 2
    if way is Way.FUTURE and not (is_over and ahead >= _FAR):
        return ahead, why
    if way is Way.UNKNOWN and ahead < back:
        return ahead, "nearest"
    # Words nearby are no proof that April is the April of eleven months ago.
    near = _JUST_OVER if ref.direction.is_firm else _NEXT
    if ahead and ahead <= near and back > _FAR:
        return ahead, "nearest"
    return -back, why
