"""Say and draw a date as what it is: a day, a span, a day in a span, an open side."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum

from dateline.query.results import EventDate

NO_DATE = "no date in the text"

_PARTS_OF_DAY = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


class DateShape(StrEnum):
    """How a date is drawn.

    `DAY` one known day; `SPAN` begin and end known; `WITHIN` something short at an
    unknown place in a span; `LOOSE` begin and end each known only roughly; `SINCE` an
    open end; `UNTIL` an open begin; `NONE` no bound at all.
    """

    DAY = "day"
    SPAN = "span"
    WITHIN = "within"
    LOOSE = "loose"
    SINCE = "since"
    UNTIL = "until"
    NONE = "none"


def date_shape(when: EventDate | None) -> DateShape:
    """Return how `when` is to be drawn.

    >>> date_shape(None)
    <DateShape.NONE: 'none'>
    """
    first, last = _outer(when)
    if when is None or (first is None and last is None):
        return DateShape.NONE
    if first is None or last is None:
        return DateShape.UNTIL if first is None else DateShape.SINCE
    return _closed_shape(when, first, last)


def _closed_shape(when: EventDate, first: date, last: date) -> DateShape:
    if first == last:
        return DateShape.DAY
    if when.earliest_begin == when.latest_begin and when.earliest_end == last:
        return DateShape.SPAN
    if when.earliest_begin == when.earliest_end and when.latest_begin == last:
        return DateShape.WITHIN
    return DateShape.LOOSE


def date_words(when: EventDate | None) -> str:
    """Say a date for people, no finer and no coarser than it is known.

    >>> date_words(None)
    'no date in the text'
    >>> day = date(2018, 6, 12)
    >>> date_words(EventDate(
    ...     earliest_begin=day, latest_begin=day, earliest_end=day, latest_end=day,
    ...     edtf=None, timex_value=None, time_of_day=None, granularity="Day",
    ...     basis="ExplicitInText", anchor=None, words="June 12", start=None, end=None,
    ...     rule="month-day", explanation=""))
    '2018-06-12'
    """
    if when is None:
        return NO_DATE
    words = _interval_words(when)
    if words != NO_DATE and _local(when.basis) == "publicationonly":
        return f"{words}, from the publication date alone"
    return words


def _interval_words(when: EventDate) -> str:
    first, last = _outer(when)
    shape = date_shape(when)
    if first is None or last is None:
        return _open_words(when, first, last)
    if shape is DateShape.DAY:
        return first.isoformat() + _time_words(when.time_of_day)
    if shape is DateShape.WITHIN:
        return _within_words(when, first, last)
    if shape is DateShape.SPAN:
        unit = _unit(first, last, _local(when.granularity))
        return f"throughout {unit}" if unit else _range(first, last)
    return _loose_words(when, first, last)


def _open_words(when: EventDate, first: date | None, last: date | None) -> str:
    if first is not None:
        begin = _known(first, when.latest_begin)
        return f"since {begin}" if begin else f"after {first.isoformat()}"
    if last is not None:
        # An end that is also the latest begin only says that it is over by then.
        is_begin = when.latest_begin == last
        end = "" if is_begin else _known(when.earliest_end, last)
        return f"until {end}" if end else f"before {last.isoformat()}"
    return NO_DATE


def _known(low: date | None, high: date | None) -> str:
    """Name the day, month or year between two bounds of one moment; `""` if none."""
    if low is None or high is None:
        return ""
    return low.isoformat() if low == high else _unit(low, high, "")


def _within_words(when: EventDate, first: date, last: date) -> str:
    granularity = _local(when.granularity)
    unit = _unit(first, last, granularity)
    if unit:
        return unit
    is_week = last - first == timedelta(days=6) and (
        granularity == "week" or first.weekday() == calendar.MONDAY
    )
    return f"{_range(first, last)}, a day in {'that week' if is_week else 'between'}"


def _loose_words(when: EventDate, first: date, last: date) -> str:
    """Say "1950 … 1953" when begin and end are each known to a month or year."""
    begin = _unit(first, when.latest_begin or first, "")
    end = _unit(when.earliest_end or last, last, "")
    return f"{begin or first.isoformat()} … {end or last.isoformat()}"


def _outer(when: EventDate | None) -> tuple[date | None, date | None]:
    return (when.earliest_begin, when.latest_end) if when else (None, None)


def _local(name: str) -> str:
    """Make `time-of-day` and `TimeOfDay` the same word."""
    return name.replace("-", "").lower()


def _time_words(time_of_day: str | None) -> str:
    if not time_of_day:
        return ""
    if time_of_day in _PARTS_OF_DAY:
        return f", {_PARTS_OF_DAY[time_of_day]}"
    return f" {time_of_day}"


def _unit(first: date, last: date, granularity: str) -> str:
    """Name the month, year, decade or century that this is; `""` if none."""
    begins_year = (first.month, first.day) == (1, 1)
    ends_year = (last.month, last.day) == (12, 31)
    if (first.year, first.month) == (last.year, last.month):
        is_month = first.day == 1 and last.day == _days_in_month(last)
        return f"{calendar.month_name[first.month]} {first.year}" if is_month else ""
    if not (begins_year and ends_year):
        return ""
    if first.year == last.year:
        return str(first.year)
    if granularity == "decade" and first.year % 10 == 0 and last.year == first.year + 9:
        return f"the {first.year}s"
    if granularity == "century" and last.year == first.year + 99:
        return f"the {_ordinal(last.year // 100 + (last.year % 100 > 0))} century"
    return ""


def _days_in_month(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _ordinal(number: int) -> str:
    is_teen = number // 10 % 10 == 1
    ending = "th" if is_teen else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _range(first: date, last: date) -> str:
    """Write both ends, the second no longer than it must be."""
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return f"{first.year} … {last.year}"
    if first.day == 1 and last.day == _days_in_month(last):
        begin = calendar.month_name[first.month]
        begin += "" if first.year == last.year else f" {first.year}"
        return f"{begin} … {calendar.month_name[last.month]} {last.year}"
    text = last.isoformat()
    if first.year == last.year:
        text = text[8:] if first.month == last.month else text[5:]
    return f"{first.isoformat()} … {text}"
