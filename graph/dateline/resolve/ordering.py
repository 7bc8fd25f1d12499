"""Narrow the dates of events by the relations between them: an interval network.

Every event has a begin and an end, each with a lower and an upper bound in days. A
relation is a set of constraints "this point is not after that point"; bounds flow along
them until nothing changes. This is the convex point algebra of Vilain and Kautz (1986):
sound, and complete for the relations used here, in polynomial time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.time import Interval, TLinkType


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A relation "source RELATION target" between two events, by their numbers."""

    source: int
    target: int
    relation: TLinkType


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """The outcome: intervals, who narrowed whom, and the orders that cannot hold.

    `because[i]` is the last order that changed interval `i`, if any did.
    """

    intervals: tuple[Interval, ...]
    because: dict[int, Order]
    contradictions: tuple[Order, ...]


# Points of source (sb, se) and target (tb, te): pairs (a, b) mean "a is not after b".
_CONSTRAINTS: dict[TLinkType, tuple[tuple[str, str], ...]] = {
    TLinkType.BEFORE: (("se", "tb"),),
    TLinkType.IBEFORE: (("se", "tb"),),
    TLinkType.AFTER: (("te", "sb"),),
    TLinkType.IAFTER: (("te", "sb"),),
    TLinkType.INCLUDES: (("sb", "tb"), ("te", "se")),
    TLinkType.IS_INCLUDED: (("tb", "sb"), ("se", "te")),
    TLinkType.DURING: (("tb", "sb"), ("se", "te")),
    TLinkType.SIMULTANEOUS: (("sb", "tb"), ("tb", "sb"), ("se", "te"), ("te", "se")),
    TLinkType.IDENTITY: (("sb", "tb"), ("tb", "sb"), ("se", "te"), ("te", "se")),
    TLinkType.BEGINS: (("sb", "tb"), ("tb", "sb"), ("se", "te")),
    TLinkType.BEGUN_BY: (("sb", "tb"), ("tb", "sb"), ("te", "se")),
    TLinkType.ENDS: (("se", "te"), ("te", "se"), ("tb", "sb")),
    TLinkType.ENDED_BY: (("se", "te"), ("te", "se"), ("sb", "tb")),
}

_MIN, _MAX = date.min.toordinal() - 1, date.max.toordinal() + 1


def narrow(intervals: Sequence[Interval], orders: Iterable[Order]) -> Narrowed:
    """Tighten `intervals` by `orders`, best orders first.

    An order that contradicts the bounds reached so far is left out and reported.

    >>> known = Interval.day(date(2018, 6, 12))
    >>> after = Order(source=1, target=0, relation=TLinkType.AFTER)
    >>> narrow([known, Interval()], [after]).intervals[1].earliest_begin
    datetime.date(2018, 6, 12)
    """
    network = _Network(intervals)
    because: dict[int, Order] = {}
    contradictions: list[Order] = []
    for order in orders:
        moved = network.add(list(_edges(order)))
        if moved is None:
            contradictions.append(order)
        else:
            because.update(dict.fromkeys(moved, order))
    return Narrowed(
        intervals=tuple(network.interval(i) for i in range(len(intervals))),
        because=because,
        contradictions=tuple(contradictions),
    )


def _edges(order: Order) -> Iterable[tuple[int, int]]:
    """Yield the constraints of `order` as pairs of point numbers."""
    points = {
        "sb": 2 * order.source,
        "se": 2 * order.source + 1,
        "tb": 2 * order.target,
        "te": 2 * order.target + 1,
    }
    for a, b in _CONSTRAINTS[order.relation]:
        yield points[a], points[b]


class _Network:
    """Lower and upper bounds of points; event `i` begins at `2i` and ends at `2i + 1`.

    `above[p]` lists the points that `p` may not be after, `below[p]` the reverse. Only
    what an order moves is looked at again, so that a long article costs no square.
    """

    def __init__(self, intervals: Sequence[Interval]) -> None:
        self.low: list[int] = []
        self.high: list[int] = []
        for each in intervals:
            self.low += [_low(each.earliest_begin), _low(each.earliest_end)]
            self.high += [_high(each.latest_begin), _high(each.latest_end)]
        points = range(len(self.low))
        self.above = [[p + 1] if p % 2 == 0 else [] for p in points]
        self.below = [[p - 1] if p % 2 == 1 else [] for p in points]
        for begin in points[::2]:
            self._flow([begin, begin + 1], {})

    def add(self, edges: list[tuple[int, int]]) -> frozenset[int] | None:
        """Add "a is not after b" for each edge; return the events that moved.

        `None` if bounds cross: then the network is as it was before.
        """
        before: dict[int, tuple[int, int]] = {}
        for a, b in edges:
            self.above[a].append(b)
            self.below[b].append(a)
        if self._flow([point for edge in edges for point in edge], before):
            return frozenset(point // 2 for point in before)
        for point, (low, high) in before.items():
            self.low[point], self.high[point] = low, high
        for a, b in edges:
            self.above[a].remove(b)
            self.below[b].remove(a)
        return None

    def _flow(self, queue: list[int], before: dict[int, tuple[int, int]]) -> bool:
        """Let bounds flow from the points in `queue`; tell whether none cross.

        Bounds only tighten, and only to values that some point already has, so this
        ends. `before` keeps the first bounds of each point that moves.
        """
        while queue:
            point = queue.pop()
            for up in self.above[point]:
                if self.low[up] < self.low[point]:
                    before.setdefault(up, (self.low[up], self.high[up]))
                    self.low[up] = self.low[point]
                    queue.append(up)
            for down in self.below[point]:
                if self.high[down] > self.high[point]:
                    before.setdefault(down, (self.low[down], self.high[down]))
                    self.high[down] = self.high[point]
                    queue.append(down)
            if self.low[point] > self.high[point]:
                return False
        return True

    def interval(self, i: int) -> Interval:
        begin, end = 2 * i, 2 * i + 1
        return Interval(
            earliest_begin=_day(self.low[begin]),
            latest_begin=_day(self.high[begin]),
            earliest_end=_day(self.low[end]),
            latest_end=_day(self.high[end]),
        )


def _low(day: date | None) -> int:
    return _MIN if day is None else day.toordinal()


def _high(day: date | None) -> int:
    return _MAX if day is None else day.toordinal()


def _day(ordinal: int) -> date | None:
    return None if ordinal in {_MIN, _MAX} else date.fromordinal(ordinal)
