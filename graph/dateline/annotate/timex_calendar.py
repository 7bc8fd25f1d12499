"""Calendar arithmetic: weeks, months, quarters, seasons, decades, holidays.

Everything is a `Period`: a stretch of days with the TIMEX3 value that names it. Days
before year 1 do not exist in Python: such periods have a value and no bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.time import Granularity

_DAYS_OF_WEEK = 7
_MONTHS = 12
MAX_YEAR = 9998

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_CODE = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_SOUTHERN = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of the calendar; `first` and `last` are inclusive, `None` is open."""

    value: str
    granularity: Granularity
    first: date | None = None
    last: date | None = None
    edtf: str | None = None


def day(value: date) -> Period:
    """Return the period of one day.

    >>> day(date(2018, 7, 12)).value
    '2018-07-12'
    """
    iso = value.isoformat()
    return Period(
        value=iso, granularity=Granularity.DAY, first=value, last=value, edtf=iso
    )


def add_days(value: date, count: int) -> date | None:
    """Count days on from `value`; `None` outside the years 1 to 9999.

    >>> add_days(date(2016, 2, 28), 1)
    datetime.date(2016, 2, 29)
    """
    try:
        return value + timedelta(days=count)
    except OverflowError:
        return None


def add_months(value: date, count: int) -> date | None:
    """Count months on, to the same day or the month's last; `None` outside the years.

    >>> add_months(date(2018, 1, 31), 1), add_months(date(2016, 1, 31), 1)
    (datetime.date(2018, 2, 28), datetime.date(2016, 2, 29))
    """
    index = value.year * _MONTHS + value.month - 1 + count
    year, month = divmod(index, _MONTHS)
    if not 1 <= year <= MAX_YEAR:
        return None
    return date(year, month + 1, min(value.day, days_in_month(year, month + 1)))


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month.

    >>> days_in_month(1900, 2), days_in_month(2000, 2)
    (28, 29)
    """
    if month == _MONTHS:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def week_of(value: date, *, week_start: int = 0) -> Period:
    """Return the week that holds `value`; the value names its ISO 8601 week.

    `week_start` is 0 for Monday to 6 for Sunday. A week that starts on another day
    takes the number of the ISO week that holds most of it.

    >>> week_of(date(2018, 7, 6)).value, week_of(date(2018, 7, 6)).first
    ('2018-W27', datetime.date(2018, 7, 2))
    """
    first = value - timedelta(days=(value.weekday() - week_start) % _DAYS_OF_WEEK)
    last = first + timedelta(days=_DAYS_OF_WEEK - 1)
    year, number, _ = (first + timedelta(days=3)).isocalendar()
    return Period(
        value=f"{year:04d}-W{number:02d}",
        granularity=Granularity.WEEK,
        first=first,
        last=last,
        edtf=f"[{first.isoformat()}..{last.isoformat()}]",
    )


def weekend_of(value: date) -> Period:
    """Return the Saturday and Sunday of the ISO week that holds `value`.

    >>> weekend_of(date(2018, 7, 12)).value
    '2018-W28-WE'
    """
    monday = value - timedelta(days=value.weekday())
    first, last = monday + timedelta(days=5), monday + timedelta(days=6)
    year, number, _ = monday.isocalendar()
    return Period(
        value=f"{year:04d}-W{number:02d}-WE",
        granularity=Granularity.WEEK,
        first=first,
        last=last,
        edtf=f"[{first.isoformat()}..{last.isoformat()}]",
    )


def days_of_month(whole: Period, n: int, length: int) -> Period | None:
    """Return the n-th `length` days of a month, the last ones if `n` is negative.

    >>> days_of_month(month(2018, 5), -1, 7).first
    datetime.date(2018, 5, 25)
    """
    if whole.first is None or whole.last is None:
        return None
    first = add_days(whole.first, length * (n - 1))
    if n < 0:
        first = add_days(whole.last, 1 - length)
    if first is None or not whole.first <= first <= whole.last:
        return None
    last = min(first + timedelta(days=length - 1), whole.last)
    return Period(
        value=whole.value,
        granularity=Granularity.WEEK,
        first=first,
        last=last,
        edtf=f"[{first.isoformat()}..{last.isoformat()}]",
    )


def month(year: int, number: int) -> Period:
    """Return the period of a month.

    >>> month(2016, 2).last
    datetime.date(2016, 2, 29)
    """
    value = f"{year:04d}-{number:02d}"
    return Period(
        value=value,
        granularity=Granularity.MONTH,
        first=date(year, number, 1),
        last=date(year, number, days_in_month(year, number)),
        edtf=value,
    )


def quarter(year: int, number: int, *, fiscal_start: int = 1) -> Period:
    """Return a quarter; `fiscal_start` is the month that the fiscal year begins with.

    A fiscal year that begins after January is named after the year it ends in.

    >>> quarter(2018, 3).first, quarter(2018, 1, fiscal_start=10).first
    (datetime.date(2018, 7, 1), datetime.date(2017, 10, 1))
    """
    start = _fiscal_begin(year, fiscal_start)
    first = add_months(start, 3 * (number - 1)) or start
    last = (add_months(first, 3) or first) - timedelta(days=1)
    return Period(
        value=f"{year:04d}-Q{number}",
        granularity=Granularity.QUARTER,
        first=first,
        last=last,
        edtf=f"{year:04d}-{32 + number}" if fiscal_start == 1 else _span(first, last),
    )


def half(year: int, number: int) -> Period:
    """Return a half of a year.

    >>> half(2018, 2).value, half(2018, 2).first
    ('2018-H2', datetime.date(2018, 7, 1))
    """
    first = date(year, 1 if number == 1 else 7, 1)
    last = date(year, 6, 30) if number == 1 else date(year, 12, 31)
    return Period(
        value=f"{year:04d}-H{number}",
        granularity=Granularity.SEASON,
        first=first,
        last=last,
        edtf=f"{year:04d}-{39 + number}",
    )


def season(year: int, code: str, *, southern: bool = False) -> Period:
    """Return a season by its TIMEX3 code; winter begins in December of its year.

    >>> season(2018, "WI").first, season(2018, "SU", southern=True).first
    (datetime.date(2018, 12, 1), datetime.date(2018, 12, 1))
    """
    start = _SEASON_MONTH[_SOUTHERN[code] if southern else code]
    first = date(year, start, 1)
    last = (add_months(first, 3) or date.max) - timedelta(days=1)
    return Period(
        value=f"{year:04d}-{code}",
        granularity=Granularity.SEASON,
        first=first,
        last=last,
        edtf=f"{year:04d}-{_SEASON_CODE[code]}",
    )


def year(number: int) -> Period:
    """Return a year of the common era; the bounds are open outside 1 to 9999.

    >>> year(1990).last
    datetime.date(1990, 12, 31)
    """
    value = f"{number:04d}"
    if not 1 <= number <= MAX_YEAR:
        return Period(value=value, granularity=Granularity.YEAR)
    return Period(
        value=value,
        granularity=Granularity.YEAR,
        first=date(number, 1, 1),
        last=date(number, 12, 31),
        edtf=value,
    )


def fiscal_year(number: int, *, fiscal_start: int = 1) -> Period:
    """Return a fiscal year, named after the year it ends in.

    >>> fiscal_year(2019, fiscal_start=10).first
    datetime.date(2018, 10, 1)
    """
    if fiscal_start == 1:
        return year(number)
    first = _fiscal_begin(number, fiscal_start)
    last = (add_months(first, _MONTHS) or first) - timedelta(days=1)
    return Period(
        value=f"{number:04d}",
        granularity=Granularity.YEAR,
        first=first,
        last=last,
        edtf=_span(first, last),
    )


def year_before_christ(number: int) -> Period:
    """Return a year before the common era; EDTF counts 1 BC as year 0.

    >>> year_before_christ(44).value, year_before_christ(44).edtf
    ('BC0044', '-0043')
    """
    return Period(
        value=f"BC{number:04d}",
        granularity=Granularity.YEAR,
        edtf=f"-{number - 1:04d}" if number > 1 else "0000",
    )


def decade(first_year: int) -> Period:
    """Return the decade that starts with `first_year`.

    >>> decade(1990).value, decade(1990).last
    ('199', datetime.date(1999, 12, 31))
    """
    prefix = f"{first_year:04d}"[:3]
    return Period(
        value=prefix,
        granularity=Granularity.DECADE,
        first=date(max(first_year, 1), 1, 1),
        last=date(first_year + 9, 12, 31),
        edtf=f"{prefix}X",
    )


def century(number: int) -> Period:
    """Return a century by its ordinal: the 20th is 1901 to 2000, written "19".

    >>> century(20).value, century(20).first
    ('19', datetime.date(1901, 1, 1))
    """
    return Period(
        value=f"{number - 1:02d}",
        granularity=Granularity.CENTURY,
        first=date(100 * (number - 1) + 1, 1, 1),
        last=date(min(100 * number, MAX_YEAR), 12, 31),
        edtf=f"{number - 1:02d}XX",
    )


def shift(anchor: date, unit: str, count: int, *, week_start: int = 0) -> Period | None:
    """Return the day, week, month … that lies `count` units from the one of `anchor`.

    `unit` is a TIMEX3 letter (D, W, M, Q, Y, E, C) or WE, F, NI.

    >>> shift(date(2018, 7, 12), "W", -1).value
    '2018-W27'
    """
    if abs(count) > 10 * MAX_YEAR:
        return None
    if unit in {"D", "NI"}:
        moved = add_days(anchor, count)
        return None if moved is None else day(moved)
    if unit in {"W", "WE", "F"}:
        moved = add_days(anchor, count * (14 if unit == "F" else _DAYS_OF_WEEK))
        if moved is None or not 1 < moved.year < MAX_YEAR:
            return None
        return (
            weekend_of(moved) if unit == "WE" else week_of(moved, week_start=week_start)
        )
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "SN": 3}.get(unit)
    moved = None if months is None else add_months(anchor, months * count)
    return None if moved is None else containing(moved, unit)


def containing(value: date, unit: str) -> Period:
    """Return the month, quarter, year, decade or century that holds `value`.

    >>> containing(date(2018, 7, 12), "Q").value
    '2018-Q3'
    """
    if unit == "M":
        return month(value.year, value.month)
    if unit == "Q":
        return quarter(value.year, (value.month - 1) // 3 + 1)
    if unit == "E":
        return decade(value.year // 10 * 10)
    if unit == "C":
        return century((value.year - 1) // 100 + 1)
    if unit == "SN":
        return season_containing(value)
    return year(value.year)


def season_containing(value: date) -> Period:
    """Return the northern season that holds `value`.

    >>> season_containing(date(2018, 1, 5)).value
    '2017-WI'
    """
    code = ("WI", "SP", "SU", "FA")[value.month % _MONTHS // 3]
    return season(value.year - (value.month < 3 and code == "WI"), code)  # noqa: PLR2004


def part_of(period: Period, mod: str | None) -> tuple[date | None, date | None]:
    """Return the bounds of the start, middle or end of a period (TIMEX3 `mod`).

    The parts are generous halves: nobody can say where "early" ends.

    >>> part_of(year(1997), "START")
    (datetime.date(1997, 1, 1), datetime.date(1997, 7, 2))
    """
    first, last = period.first, period.last
    if first is None or last is None or mod not in {"START", "MID", "END"}:
        return first, last
    length = (last - first).days
    if mod == "START":
        return first, first + timedelta(days=length // 2)
    if mod == "END":
        return first + timedelta(days=length // 2), last
    return first + timedelta(days=length // 4), last - timedelta(days=length // 4)


def _fiscal_begin(number: int, start: int) -> date:
    return date(number if start == 1 else max(number - 1, 1), start, 1)


def _span(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"
