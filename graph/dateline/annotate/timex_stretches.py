"""Let the day on which a stretch ends place it: "the three months to June".

A length of time followed by "to", "ended" or "through" a date lies right before the
end of that date. TIMEX3 keeps the two apart (`endPoint`), and so do we: the length gets
its interval, the date stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dateline.annotate.timex_calendar import add_days, containing
from dateline.annotate.timex_counted import move
from dateline.model.edtf import to_edtf
from dateline.model.mentions import Timex
from dateline.model.time import Granularity, Interval, TimeValue, TimexType

# What may stand between: "the three months [ended] Sept. 30".
_BETWEEN = re.compile(
    r"[ \n](?:(?:that|which)[ \n])?(?:end(?:ed|ing|s)|to|through|up[ \n]to)"
    r"(?:[ \n](?:on|in))?[ \n](?:the[ \n]end[ \n]of[ \n])?"
)
_LONGEST_GAP = 32
_VALUE = re.compile(r"P(\d{1,4})([DWMQY])")
_QUARTERS = frozenset({"quarter", "rel.the-unit", "rel.period"})
# A quarter with its own number is one of a fiscal year that we do not know.
_UNNUMBERED = re.compile(r"(?i)(?:the|its|this|that|latest|a)?\s?(?:quarter|period)")


def settle_stretches(text: str, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """Return the timexes; a length with its last day told has bounds.

    >>> from dateline.annotate.timex import find_timexes
    >>> found = find_timexes("the three months ended Sept. 30, 2012")
    >>> found[0].time.value, found[0].time.edtf
    ('P3M', '2012-07-01/2012-09-30')
    """
    settled = list(timexes)
    for i, (first, second) in enumerate(pairwise(timexes)):
        gap = second.span.start - first.span.end
        last = second.time.interval.latest_end
        if not 0 < gap < _LONGEST_GAP or last is None or _is_length(second):
            continue
        if _BETWEEN.fullmatch(text[first.span.end : second.span.start]):
            settled[i] = _ending(first, second, last)
    return tuple(settled)


def _is_length(timex: Timex) -> bool:
    return timex.time.type is not TimexType.DATE


def _ending(timex: Timex, end: Timex, last: date) -> Timex:
    """Return the length or quarter `timex` with `last` as its last day."""
    time = timex.time
    length = _VALUE.fullmatch(time.value)
    is_quarter = time.granularity is Granularity.QUARTER and time.rule in _QUARTERS
    if length is not None and time.type is TimexType.DURATION:
        number, unit = int(length[1]), length[2]
    elif is_quarter:
        number, unit = 1, "Q"
    else:
        return timex
    after = add_days(last, 1)
    first = None if after is None else move(after, unit, -number)
    if first is None or first > last:
        return timex
    return replace(
        timex, time=_between(time, end.time, first, last, is_quarter=is_quarter)
    )


def _between(
    time: TimeValue, end: TimeValue, first: date, last: date, *, is_quarter: bool
) -> TimeValue:
    interval = Interval.whole(first, last)
    value = time.value
    if is_quarter and _UNNUMBERED.fullmatch(" ".join(time.words.split())):
        # "The quarter ended July 31" is most of the second one.
        value = containing(first + (last - first) // 2, "Q").value
    return replace(
        time,
        value=value,
        interval=interval,
        basis=end.basis,
        edtf=to_edtf(interval),
        explanation=f"'{' '.join(time.words.split())}' -> {value}: "
        f"it ends with '{end.words}', so {first} to {last}",
    )
