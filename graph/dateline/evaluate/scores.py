"""Precision, recall and F1 from counts that add up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PRF:
    """Count hits, false alarms and misses; precision, recall and F1 follow.

    An empty comparison (nothing expected, nothing found) scores 1.

    >>> score = PRF(tp=3, fp=1, fn=0) + PRF(tp=0, fp=0, fn=1)
    >>> score.p, score.r, round(score.f, 2)
    (0.75, 0.75, 0.75)
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: PRF) -> PRF:
        return PRF(tp=self.tp + other.tp, fp=self.fp + other.fp, fn=self.fn + other.fn)

    @property
    def p(self) -> float:
        """Precision: the share of what was found that is right."""
        found = self.tp + self.fp
        return self.tp / found if found else float(not self.fn)

    @property
    def r(self) -> float:
        """Recall: the share of what was expected that was found."""
        expected = self.tp + self.fn
        return self.tp / expected if expected else float(not self.fp)

    @property
    def f(self) -> float:
        """F1: the harmonic mean of precision and recall."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 1.0
