"""Temporal awareness, the measure of TempEval-3 for time relations.

UzZaman and Allen (2011), "Temporal Evaluation": precision is the share of the system's
relations, less those that follow from its others, that follow from the gold ones;
recall is the same the other way round. What follows is found in the point algebra: a
relation is a set of "<" and "=" between begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.evaluate.scores import PRF

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


class _Graph:
    """Points joined by "not after" edges, each strict or not."""

    def __init__(self) -> None:
        self._next: dict[Point, dict[tuple[Point, bool], int]] = {}

    def add(self, relation: Relation) -> None:
        self._change(relation, 1)

    def remove(self, relation: Relation) -> None:
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

    def _holds(self, a: Point, sign: str, b: Point) -> bool:
        if sign == "<":
            return self._reaches(a, b, is_strict=True)
        there = self._reaches(a, b, is_strict=False)
        return there and self._reaches(b, a, is_strict=False)

    def _reaches(self, a: Point, b: Point, *, is_strict: bool) -> bool:
        seen = {(a, False)}
        queue = [(a, False)]
        while queue:
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


def reduced(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return the relations without those that follow from the ones that stay.

    >>> ab, bc, ac = (Relation(*pair) for pair in (
    ...     ("a", "BEFORE", "b"), ("b", "BEFORE", "c"), ("a", "BEFORE", "c")))
    >>> reduced([ab, bc, ac]) == (ab, bc)
    True
    """
    kept = [each for each in dict.fromkeys(relations) if each.bounds()]
    graph = _graph(kept)
    for each in reversed(tuple(kept)):
        graph.remove(each)
        if graph.follows(each):
            kept.remove(each)
        else:
            graph.add(each)
    return tuple(kept)


def _graph(relations: Iterable[Relation]) -> _Graph:
    graph = _Graph()
    for each in relations:
        graph.add(each)
    return graph


@dataclass(frozen=True, slots=True, kw_only=True)
class AwarenessScores:
    """Verified and all reduced relations of each side; counts add up over documents.

    >>> AwarenessScores(verified=1, system=2, found=1, gold=1).f
    0.6666666666666666
    """

    verified: int = 0
    system: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: AwarenessScores) -> AwarenessScores:
        return AwarenessScores(
            verified=self.verified + other.verified,
            system=self.system + other.system,
            found=self.found + other.found,
            gold=self.gold + other.gold,
        )

    @property
    def p(self) -> float:
        """Precision: the share of the system's relations that gold confirms."""
        return PRF(tp=self.verified, fp=self.system - self.verified).p

    @property
    def r(self) -> float:
        """Recall: the share of the gold relations that the system confirms."""
        return PRF(tp=self.found, fn=self.gold - self.found).r

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        total = self.p + self.r
        return 2 * self.p * self.r / total if total else 0.0


def score_awareness(
    gold: Iterable[Relation], system: Iterable[Relation]
) -> AwarenessScores:
    """Compare two sets of relations over the same ids.

    >>> same = [Relation("a", "BEFORE", "b")]
    >>> score_awareness(same, same).f
    1.0
    """
    gold, system = tuple(gold), tuple(system)
    wanted, got = reduced(gold), reduced(system)
    truth, told = _graph(gold), _graph(system)
    return AwarenessScores(
        verified=sum(truth.follows(each) for each in got),
        system=len(got),
        found=sum(told.follows(each) for each in wanted),
        gold=len(wanted),
    )
