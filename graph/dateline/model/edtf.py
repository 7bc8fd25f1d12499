"""Write intervals as Extended Date/Time Format literals (EDTF, ISO 8601-2:2019)."""

from __future__ import annotations

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
