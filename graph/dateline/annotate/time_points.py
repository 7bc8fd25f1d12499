"""Relations of time as relations of points: what follows from them, what contradicts.

A relation is a set of "<" and "=" between the begins and ends of two things (the point
algebra of Vilain and Kautz, 1986).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Begin and end of source (sb, se) and target (tb, te); "<" is strictly before.
_POINTS: Mapping[str, tuple[tuple[str, str, str], ...]] = MappingProxyType(
    {
        "BEFORE": (("se", "<", "tb"),),
        "AFTER": (("te", "<", "sb"),),
        "IBEFORE": (("se", "=", "tb"),),
        "IAFTER": (("te", "=", "sb"),),
        "INCLUDES": (("sb", "<", "tb"), ("te", "<", "se")),
        "IS_INCLUDED": (("tb", "<", "sb"), ("se", "<", "te")),
        "BEGINS": (("sb", "=", "tb"), ("se", "<", "te")),
        "BEGUN_BY": (("sb", "=", "tb"), ("te", "<", "se")),
        "ENDS": (("tb", "<", "sb"), ("se", "=", "te")),
        "ENDED_BY": (("sb", "<", "tb"), ("se", "=", "te")),
    }
)
# TempEval-3 reads the three alike.
_SAME = (("sb", "=", "tb"), ("se", "=", "te"))
_ALIKE = frozenset({"SIMULTANEOUS", "IDENTITY", "DURING"})

Point = tuple[str, str]
Bound = tuple[Point, str, Point]


@dataclass(frozen=True, slots=True)
class Relation:
    """Say "source RELATION target" of two events or times, by their ids."""

    source: str
    relation: str
    target: str

    def bounds(self) -> tuple[Bound, ...]:
        """Return what the relation says of begins and ends; nothing if unknown."""
        ends = {"s": self.source, "t": self.target}
        points = _SAME if self.relation in _ALIKE else _POINTS.get(self.relation, ())
        return tuple(
            ((ends[a[0]], a[1]), sign, (ends[b[0]], b[1])) for a, sign, b in points
        )


class PointGraph:
    """Points joined by "not after" edges, each strict or not.

    `limit` bounds how many states a search visits before it gives up and finds nothing.

    >>> graph = PointGraph([Relation("a", "BEFORE", "b"), Relation("b", "BEFORE", "c")])
    >>> graph.follows(Relation("a", "BEFORE", "c"))
    True
    >>> graph.contradicts(Relation("c", "INCLUDES", "a"))
    True
    """

    def __init__(
        self, relations: Iterable[Relation] = (), *, limit: int | None = None
    ) -> None:
        self._next: dict[Point, dict[tuple[Point, bool], int]] = {}
        self._limit = limit
        for each in relations:
            self.add(each)

    def add(self, relation: Relation) -> None:
        """Add what `relation` says."""
        self._change(relation, 1)

    def remove(self, relation: Relation) -> None:
        """Take back what `relation` said."""
        self._change(relation, -1)

    def _change(self, relation: Relation, count: int) -> None:
        for a, sign, b in relation.bounds():
            self._edge(a, b, count, is_strict=sign == "<")
            if sign == "=":
                self._edge(b, a, count, is_strict=False)

    def _edge(self, a: Point, b: Point, count: int, *, is_strict: bool) -> None:
        edges = self._next.setdefault(a, {})
        edges[b, is_strict] = edges.get((b, is_strict), 0) + count

    def follows(self, relation: Relation) -> bool:
        """Tell whether every bound of the relation follows from the edges."""
        bounds = relation.bounds()
        return bool(bounds) and all(self._holds(*bound) for bound in bounds)

    def contradicts(self, relation: Relation) -> bool:
        """Tell whether a bound of the relation cannot hold."""
        return any(self._denies(*bound) for bound in relation.bounds())

    def _holds(self, a: Point, sign: str, b: Point) -> bool:
        if sign == "<":
            return self._reaches(a, b, is_strict=True)
        there = self._reaches(a, b, is_strict=False)
        return there and self._reaches(b, a, is_strict=False)

    def _denies(self, a: Point, sign: str, b: Point) -> bool:
        if sign == "<":
            return self._reaches(b, a, is_strict=False)
        there = self._reaches(a, b, is_strict=True)
        return there or self._reaches(b, a, is_strict=True)

    def _reaches(self, a: Point, b: Point, *, is_strict: bool) -> bool:
        seen = {(a, False)}
        queue = [(a, False)]
        while queue and (self._limit is None or len(seen) <= self._limit):
            point, strict = queue.pop()
            if point == b and (strict or not is_strict):
                return True
            for state in self._steps(point):
                found = (state[0], strict or state[1])
                if found not in seen:
                    seen.add(found)
                    queue.append(found)
        return False

    def _steps(self, point: Point) -> Iterable[tuple[Point, bool]]:
        for step, count in self._next.get(point, {}).items():
            if count > 0:
                yield step
        if point[1] == "b":
            yield (point[0], "e"), True
