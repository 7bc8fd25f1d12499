"""Link the two ends of a range: "from 1950 to 1953", "Monday through Friday".

TimeML annotates two expressions; the first one remembers which one closes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.model.mentions import Timex
from dateline.model.time import TimexType

_BETWEEN = re.compile(
    r"[ \t\n]{0,3}(?:,[ \t\n])?(?P<word>to|through|thru|until|till|and|-|--|–|—|−)"
    r"[ \t\n]{0,3}(?:the[ \t\n])?",
    re.IGNORECASE,
)
_OPENS_AND = re.compile(r"\bbetween[ \t\n]{1,3}(?:the[ \t\n])?$", re.IGNORECASE)
_DATED = frozenset({TimexType.DATE, TimexType.TIME})
_LOOK = 16


def link_ranges(text: str, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """Return the timexes, each that opens a range with the index of its end.

    >>> from dateline.annotate.timex import find_timexes
    >>> [timex.range_end for timex in find_timexes("from 1950 to 1953")]
    [1, None]
    """
    linked = list(timexes)
    for i in range(len(timexes) - 1):
        first, second = timexes[i], timexes[i + 1]
        if _is_range(text, first, second):
            linked[i] = replace(first, range_end=i + 1)
    return tuple(linked)


def _is_range(text: str, first: Timex, second: Timex) -> bool:
    if first.time.type not in _DATED or first.time.type is not second.time.type:
        return False
    gap = text[first.span.end : min(second.span.start, first.span.end + _LOOK)]
    match = (
        _BETWEEN.fullmatch(gap) if second.span.start - first.span.end < _LOOK else None
    )
    if match is None:
        return False
    if match.group("word").lower() == "and":
        before = text[max(first.span.start - _LOOK, 0) : first.span.start]
        if _OPENS_AND.search(before) is None:
            return False
    begin, end = first.time.interval.earliest_begin, second.time.interval.latest_end
    return begin is not None and end is not None and begin <= end
