"""Modify a reading by the words just before it: "no later than Friday", "about 1850".

TimeBank leaves these words outside the expression; TIMEX3 keeps them as `mod`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.annotate.timex_calendar import add_days
from dateline.annotate.timex_reading import Reading
from dateline.model.edtf import to_edtf
from dateline.model.text import Span
from dateline.model.time import Interval, TimexType

_BEFORE = re.compile(
    r"""(?:
      (?P<ON_OR_BEFORE>(?:no|not)\slater\sthan | on\sor\sbefore)
    | (?P<ON_OR_AFTER>(?:no|not)\s(?:earlier|sooner)\sthan | on\sor\safter)
    | (?P<APPROX>about | around | circa | approximately | roughly)
    )\s{1,2}(?:the\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
# "By Friday" is on Friday at the latest; the day itself stays the value.
_BY = re.compile(r"\bby\s{1,2}$", re.IGNORECASE)
_LOOK = 32
_DATED = frozenset({TimexType.DATE, TimexType.TIME})


def qualify(
    text: str, span: Span, reading: Reading, day: date | None = None
) -> Reading:
    """Return the reading with the `mod` that the words before it say.

    What is due no later than Friday, or by Friday, has Friday as its last day and no
    first one. If Friday lies ahead of the publication `day`, what is due was not done
    by then: the day after is the first one.
    """
    if reading.type not in _DATED:
        return reading
    before = text[max(span.start - _LOOK, 0) : span.start]
    if _BY.search(before):
        return _bounded(reading, _until(reading.interval, day))
    match = None if reading.mod is not None else _BEFORE.search(before)
    if match is None:
        return reading
    mod = str(match.lastgroup)
    return replace(_bounded(reading, _opened(reading.interval, mod)), mod=mod)


def _bounded(reading: Reading, interval: Interval) -> Reading:
    if interval == reading.interval:
        return reading
    return replace(reading, interval=interval, edtf=to_edtf(interval))


def _until(interval: Interval, day: date | None) -> Interval:
    last = interval.latest_end
    if day is None or last is None or last <= day:
        return _opened(interval, "ON_OR_BEFORE")
    return Interval.within(add_days(day, 1) or day, last)


def _opened(interval: Interval, mod: str) -> Interval:
    if mod == "ON_OR_BEFORE":
        last = interval.latest_end
        return Interval(latest_begin=last, latest_end=last)
    if mod == "ON_OR_AFTER":
        first = interval.earliest_begin
        return Interval(earliest_begin=first, earliest_end=first)
    return interval
