"""Temporal awareness, the measure of TempEval-3 for time relations.

UzZaman and Allen (2011), "Temporal Evaluation": precision is the share of the system's
relations, less those that follow from its others, that follow from the gold ones;
recall is the same the other way round. What follows is found in the point algebra: a
relation is a set of "<" and "=" between begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.annotate.time_points import PointGraph, Relation
from dateline.evaluate.scores import PRF

__all__ = ["AwarenessScores", "Relation", "reduced", "score_awareness"]


def reduced(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return the relations without those that follow from the ones that stay.

    >>> ab, bc, ac = (Relation(*pair) for pair in (
    ...     ("a", "BEFORE", "b"), ("b", "BEFORE", "c"), ("a", "BEFORE", "c")))
    >>> reduced([ab, bc, ac]) == (ab, bc)
    True
    """
    kept = [each for each in dict.fromkeys(relations) if each.bounds()]
    graph = PointGraph(kept)
    for each in reversed(tuple(kept)):
        graph.remove(each)
        if graph.follows(each):
            kept.remove(each)
        else:
            graph.add(each)
    return tuple(kept)


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
    truth, told = PointGraph(gold), PointGraph(system)
    return AwarenessScores(
        verified=sum(truth.follows(each) for each in got),
        system=len(got),
        found=sum(told.follows(each) for each in wanted),
        gold=len(wanted),
    )
