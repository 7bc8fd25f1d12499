"""Date an event by its distance from a dated one: "three days after it lifted off".

The distance stands right before the word that links the two, and either event may be
the dated one. A day counts as a day; what is told in weeks, months or years is known
only as finely as that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

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

_AFTER = frozenset({TLinkType.AFTER, TLinkType.IAFTER})
_BEFORE = frozenset({TLinkType.BEFORE, TLinkType.IBEFORE})
# "P3D", "P2W", "PT6H", "PTXH".
_LENGTH = re.compile(r"P(T?)(\d{1,4}|X)([YMWDHS])\Z")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_SLACK = {"D": 0, "W": 3, "M": 15, "Y": 183}
_GRAIN = {
    "D": Granularity.DAY, "W": Granularity.WEEK, "M": Granularity.MONTH,
    "Y": Granularity.YEAR,
}  # fmt: skip
_MAX_DAYS = 400_000
# "late on Monday", "Monday evening": hours earlier is the same day still.
_LATE = frozenset({"END", "LATE"})
_LATE_PARTS = ("TEV", "TNI")
_EARLY = frozenset({"START", "EARLY"})
_EARLY_PARTS = ("TMO",)


def counted_times(
    doc: AnnotatedDocument, times: Mapping[int, EventTime]
) -> dict[int, EventTime]:
    """Return the times that follow from a distance to an event in `times`.

    >>> from dateline.model.text import Document
    >>> doc = AnnotatedDocument(document=Document(id="urn:a", text="", blocks=()))
    >>> counted_times(doc, {})
    {}
    """
    lengths = [t for t in doc.timexes if t.time.type is TimexType.DURATION]
    ends = [timex.span.end for timex in lengths]
    found: dict[int, EventTime] = {}
    for link in doc.tlinks:
        if link.other is None or link.signal is None:
            continue
        length = _before_signal(doc, lengths, ends, link)
        sign = 1 if link.relation in _AFTER else -1
        if length is None or link.relation not in _AFTER | _BEFORE:
            continue
        for known, wanted, way in (
            (link.other, link.event, sign),
            (link.event, link.other, -sign),
        ):
            time = times.get(known)
            if _is_told(time) and not _is_told(times.get(wanted)) and time is not None:
                counted = _count(doc, time, length, way, link)
                if counted is not None:
                    found.setdefault(wanted, counted)
    return found


def _before_signal(
    doc: AnnotatedDocument, lengths: list[Timex], ends: list[int], link: TLink
) -> Timex | None:
    """Return the length that ends right before the signal word of `link`."""
    if link.signal is None:
        return None
    at = bisect_left(ends, link.signal.start) - 1
    if at < 0:
        return None
    between = doc.document.text[lengths[at].span.end : link.signal.start]
    return lengths[at] if between == " " else None


def _is_told(time: EventTime | None) -> bool:
    """Tell whether the text itself gives a bounded time."""
    if time is None or time.value.basis is DateBasis.PUBLICATION_ONLY:
        return False
    return time.value.interval.is_bounded


def _count(
    doc: AnnotatedDocument, time: EventTime, length: Timex, way: int, link: TLink
) -> EventTime | None:
    first, last = time.value.interval.earliest_begin, time.value.interval.latest_end
    match = _LENGTH.match(length.time.value)
    if match is None or first is None or last is None or link.signal is None:
        return None
    clock, number, unit = match.groups()
    if clock:
        interval = _by_hours(time.value, first, last, way)
        grain = Granularity.DAY
    elif number == "X" or unit not in _DAYS:
        return None
    else:
        interval = _by_days(first, last, int(number) * way, unit)
        grain = _GRAIN[unit]
    if interval is None:
        return None
    span = length.span.cover(link.signal)
    words = doc.slice(span)
    edtf = to_edtf(interval)
    is_day = interval.earliest_begin == interval.latest_end
    value = TimeValue(
        interval=interval,
        granularity=Granularity.DAY if is_day else grain,
        basis=DateBasis.RELATIVE_TO_TIME,
        type=TimexType.DATE,
        value=edtf or "",
        edtf=edtf,
        anchor=first,
        rule="distance",
        explanation=f"'{words}' from {time.value.edtf} -> {edtf}: "
        "counted from the date of the other event",
        words=words,
    )
    return replace(time, value=value, timex=span)


def _by_hours(value: TimeValue, first: date, last: date, way: int) -> Interval | None:
    """Count hours: the same day, or the next one where the time of day is not known."""
    late = value.mod in _LATE or value.value.endswith(_LATE_PARTS)
    early = value.mod in _EARLY or value.value.endswith(_EARLY_PARTS)
    if way < 0 and not late:
        first = _moved(first, -1) or first
    elif way > 0 and not early:
        last = _moved(last, 1) or last
    return Interval.within(first, last)


def _by_days(first: date, last: date, count: int, unit: str) -> Interval | None:
    days = count * _DAYS[unit] + (count * 5 // 12 if unit == "M" else 0)
    low = _moved(first, days - _SLACK[unit])
    high = _moved(last, days + _SLACK[unit])
    if low is None or high is None:
        return None
    return Interval.within(low, high)


def _moved(day: date, days: int) -> date | None:
    """Return the date `days` later, if the calendar has it."""
    if abs(days) > _MAX_DAYS:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
