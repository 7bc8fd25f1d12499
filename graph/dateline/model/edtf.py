"""Write and read Extended Date/Time Format literals (EDTF, ISO 8601-2:2019)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from dateline.model.time import Interval


def to_edtf(interval: Interval) -> str | None:
    """Write what is known of `interval`; `None` if all bounds are open.

    A short thing at an unknown place in a range is a set ("[a..b]", one of these days),
    something that fills the range an interval ("a/b").

    >>> to_edtf(Interval.within(date(2018, 7, 2), date(2018, 7, 8)))
    '[2018-07-02..2018-07-08]'
    >>> to_edtf(Interval.within(date(2018, 6, 1), date(2018, 6, 30)))
    '2018-06'
    >>> to_edtf(Interval.whole(date(1950, 1, 1), date(1953, 12, 31)))
    '1950-01-01/1953-12-31'
    >>> to_edtf(Interval(latest_end=date(2018, 7, 12)))
    '[..2018-07-12]'
    """
    begin = _range(interval.earliest_begin, interval.latest_begin)
    end = _range(interval.earliest_end, interval.latest_end)
    if begin == end:
        return begin
    low, high = interval.earliest_begin, interval.latest_end
    if low is not None and high is not None and begin is not None and end is not None:
        return f"{_simple(begin, low)}/{_simple(end, high)}"
    return _range(low, high)


def _range(low: date | None, high: date | None) -> str | None:
    """Write "some day from `low` to `high`"."""
    if low is None and high is None:
        return None
    if low is None or high is None:
        return f"[{low or ''}..{high or ''}]"
    return _unit(low, high) or f"[{low.isoformat()}..{high.isoformat()}]"


def _unit(low: date, high: date) -> str | None:
    """Write the calendar unit that reaches from `low` to `high`, if one does."""
    if low == high:
        return low.isoformat()
    if (low.month, low.day) == (1, 1) and (high.month, high.day) == (12, 31):
        if low.year == high.year:
            return f"{low.year:04d}"
        if low.year % 10 == 0 and high.year == low.year + 9:
            return f"{low.year // 10:03d}X"
        if low.year % 100 == 0 and high.year == low.year + 99:
            return f"{low.year // 100:02d}XX"
    last = monthrange(low.year, low.month)[1]
    if low.day == 1 and high == low.replace(day=last):
        return f"{low.year:04d}-{low.month:02d}"
    return None


def _simple(text: str, outer: date) -> str:
    """Return `text`, or the outer bound where EDTF allows no set inside an interval."""
    return outer.isoformat() if text.startswith("[") else text


# The month that a season of EDTF begins with: spring, summer, autumn, winter.
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
_MASKED = re.compile(r"(\d{2}(?:\dX|XX))[~?%]?")


def from_edtf(text: str) -> Interval:
    """Read an EDTF literal; what it leaves open stays open.

    A month or a year is a place: something in it, of unknown length. An interval
    ("a/b") lasts from the one to the other. "~" and "?" do not widen it: EDTF does not
    say by how much.

    Raises:
        ValueError: if it is none of the forms that Dateline writes: dates, months,
            seasons, years, decades ("196X"), centuries ("19XX"), sets ("[a..b]") and
            intervals ("a/b"), both with open ends.

    >>> from_edtf("[2018-07-02..2018-07-08]") == Interval.within(
    ...     date(2018, 7, 2), date(2018, 7, 8))
    True
    >>> from_edtf("1950/1953").latest_begin
    datetime.date(1950, 12, 31)
    >>> from_edtf("1950-01-01/1953-12-31").is_exact, from_edtf("[..2018]").latest_end
    (True, datetime.date(2018, 12, 31))
    """
    if text.startswith("[") and text.endswith("]") and ".." in text:
        low, _, high = text[1:-1].partition("..")
        first, last = _hull(low)[0], _hull(high)[1]
        return Interval(
            earliest_begin=first, latest_begin=last, earliest_end=first, latest_end=last
        )
    if "/" in text:
        begin, _, end = text.partition("/")
        (first, latest), (earliest, last) = _hull(begin), _hull(end)
        return Interval(
            earliest_begin=first,
            latest_begin=latest,
            earliest_end=earliest,
            latest_end=last,
        )
    first, last = _hull(text)
    return Interval(
        earliest_begin=first, latest_begin=last, earliest_end=first, latest_end=last
    )


def _hull(text: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of a simple EDTF date; an open end has none."""
    if text in {"", ".."}:
        return None, None
    masked = _MASKED.fullmatch(text)
    if masked is not None:
        digits = masked[1]
        low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    match = _DATE.fullmatch(text)
    if match is None:
        msg = f"not an EDTF date that Dateline reads: {text!r}; such as 2018-07, [a..b]"
        raise ValueError(msg)
    year, month, day = (int(part) if part else None for part in match.groups())
    return _days(year or 0, month, day)


def _days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _SEASONS and day is None:
        first = _SEASONS[month]
        end_year, last = (year, first + 2) if month < 24 else (year + 1, 2)  # noqa: PLR2004
        return date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
