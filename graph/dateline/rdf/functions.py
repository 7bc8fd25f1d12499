"""Functions for SPARQL over times: `dl:before`, `dl:during` and their kin.

They take EDTF literals, as `dl:edtf` has them, or dates, months and years of XML
Schema. A time may be uncertain, so each function says whether it asks what must be or
what may be. An argument that is no time is a type error, as SPARQL 1.1 has it (section
17.2): the row is left out by a filter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import pyoxigraph as ox

from dateline.model.edtf import from_edtf, to_edtf
from dateline.model.time import Interval
from dateline.rdf.terms import DL, EDTF, XSD

Term = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple
Function = Callable[..., Term | None]

_TIMES = frozenset({EDTF.EDTF, XSD.date, XSD.gYear, XSD.gYearMonth, XSD.string})
_BOUNDS = 4


def is_before(first: Interval, second: Interval) -> bool:
    """Tell whether the first is certainly over before the second begins."""
    return first.is_certainly_before(second)


def may_overlap(first: Interval, second: Interval) -> bool:
    """Tell whether the two may share a day.

    >>> week = Interval.within(date(2018, 7, 2), date(2018, 7, 8))
    >>> may_overlap(week, Interval.day(date(2018, 7, 8)))
    True
    """
    return not (is_before(first, second) or is_before(second, first))


def may_be_during(first: Interval, second: Interval) -> bool:
    """Tell whether the first may lie in the second.

    >>> week = Interval.within(date(2018, 7, 2), date(2018, 7, 8))
    >>> may_be_during(week, Interval.within(date(2018, 7, 8), date(2018, 7, 31)))
    True
    """
    return _is_ordered(second.earliest_begin, first.latest_begin) and _is_ordered(
        first.earliest_end, second.latest_end
    )


def is_during(first: Interval, second: Interval, *, is_set: bool = False) -> bool:
    """Tell whether the first certainly lies in the second.

    A month or a year is meant as a whole: "in June". If the second `is_set`, a day in a
    range that is not known, nothing but that day is certainly in it.

    >>> june = Interval.within(date(2018, 6, 1), date(2018, 6, 30))
    >>> is_during(Interval.day(date(2018, 6, 12)), june)
    True
    """
    begin = second.latest_begin if is_set else second.earliest_begin
    end = second.earliest_end if is_set else second.latest_end
    bounds = (first.earliest_begin, first.latest_end)
    if begin is None or end is None or None in bounds:
        return False
    return _is_ordered(begin, bounds[0]) and _is_ordered(bounds[1], end)


def _is_ordered(low: date | None, high: date | None) -> bool:
    return low is None or high is None or low <= high


def distance_days(first: Interval, second: Interval) -> int | None:
    """Return the least number of days from the first to the second.

    It is 0 if they may share a day, negative if the second is earlier, and `None` if
    their order is not known.

    >>> distance_days(Interval.day(date(2018, 7, 6)), Interval.day(date(2018, 7, 12)))
    6
    """
    if first.latest_end and second.earliest_begin:
        days = (second.earliest_begin - first.latest_end).days
        if days > 0:
            return days
    if second.latest_end and first.earliest_begin:
        days = (second.latest_end - first.earliest_begin).days
        if days < 0:
            return days
    return 0 if first.is_bounded and second.is_bounded else None


@lru_cache(maxsize=10_000)
def _read(value: str) -> Interval | None:
    try:
        return from_edtf(value)
    except ValueError:
        return None


def _interval(term: Term) -> Interval | None:
    """Return the time that a literal names; `None` if it names none."""
    if not isinstance(term, ox.Literal) or term.datatype.value not in _TIMES:
        return None
    return _read(term.value)


def _boolean(answer: bool) -> ox.Literal:  # noqa: FBT001 - the value itself
    return ox.Literal("true" if answer else "false", datatype=ox.NamedNode(XSD.boolean))


def _of_two(ask: Callable[[Interval, Interval], bool]) -> Function:
    def function(*terms: Term) -> Term | None:
        times = [_interval(term) for term in terms]
        if len(times) != 2 or None in times:  # noqa: PLR2004
            return None
        first, second = (time for time in times if time is not None)
        return _boolean(ask(first, second))

    return function


def _certainly_during(*terms: Term) -> Term | None:
    is_set = len(terms) == 2 and str(getattr(terms[1], "value", "")).startswith("[")  # noqa: PLR2004

    def ask(first: Interval, second: Interval) -> bool:
        return is_during(first, second, is_set=is_set)

    return _of_two(ask)(*terms)


def _distance_days(*terms: Term) -> Term | None:
    times = [_interval(term) for term in terms]
    if len(times) != 2 or times[0] is None or times[1] is None:  # noqa: PLR2004
        return None
    days = distance_days(times[0], times[1])
    if days is None:
        return None
    return ox.Literal(str(days), datatype=ox.NamedNode(XSD.integer))


def _to_edtf(*terms: Term) -> Term | None:
    """Write bounds as EDTF: four of an event, two of a stretch, one of a day.

    An empty string is an open bound.
    """
    days = []
    for term in terms:
        told = term.value if isinstance(term, ox.Literal) else "?"
        found = _read(told[:10]) if told else Interval()
        if found is None:
            return None
        days.append(found.earliest_begin)
    try:
        interval = _from_bounds(days)
    except ValueError:
        return None
    written = None if interval is None else to_edtf(interval)
    if written is None:
        return None
    return ox.Literal(written, datatype=ox.NamedNode(EDTF.EDTF))


def _from_bounds(days: list[date | None]) -> Interval | None:
    if len(days) == 1 and days[0] is not None:
        return Interval.day(days[0])
    if len(days) == 2:  # noqa: PLR2004
        begin, end = days
        return Interval(
            earliest_begin=begin, latest_begin=begin, earliest_end=end, latest_end=end
        )
    if len(days) != _BOUNDS:
        return None
    return Interval(
        earliest_begin=days[0],
        latest_begin=days[1],
        earliest_end=days[2],
        latest_end=days[3],
    )


FUNCTIONS: Mapping[ox.NamedNode, Function] = MappingProxyType(
    {
        ox.NamedNode(DL.before): _of_two(is_before),
        ox.NamedNode(DL.overlaps): _of_two(may_overlap),
        ox.NamedNode(DL.during): _of_two(may_be_during),
        ox.NamedNode(DL.certainlyDuring): _certainly_during,
        ox.NamedNode(DL.distanceDays): _distance_days,
        ox.NamedNode(DL.edtf): _to_edtf,
    }
)
"""For Oxigraph's `custom_functions`; `dl:edtf` is the property and the function."""
