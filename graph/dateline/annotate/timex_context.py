"""Modify a reading by the words just before it: "no later than Friday", "about 1850".

TimeBank leaves these words outside the expression; TIMEX3 keeps them as `mod`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.annotate.timex_reading import Reading
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
_LOOK = 32
_DATED = frozenset({TimexType.DATE, TimexType.TIME})


def qualify(text: str, span: Span, reading: Reading) -> Reading:
    """Return the reading with the `mod` that the words before it say.

    What is due no later than Friday has Friday as its last day and no first one.
    """
    if reading.mod is not None or reading.type not in _DATED:
        return reading
    match = _BEFORE.search(text[max(span.start - _LOOK, 0) : span.start])
    if match is None:
        return reading
    mod = str(match.lastgroup)
    return replace(reading, mod=mod, interval=_opened(reading.interval, mod))


def _opened(interval: Interval, mod: str) -> Interval:
    if mod == "ON_OR_BEFORE":
        last = interval.latest_end
        return Interval(latest_begin=last, latest_end=last)
    if mod == "ON_OR_AFTER":
        first = interval.earliest_begin
        return Interval(earliest_begin=first, earliest_end=first)
    return interval
