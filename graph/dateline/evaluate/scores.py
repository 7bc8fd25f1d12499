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


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number of an evaluation: an F1, an accuracy, an error.

    `p` and `r` are precision and recall where it has them. A share is in [0, 1] and
    written in percent; anything else is written as it is.

    >>> Measure(name="event", value=0.8412).words, Measure(
    ...     name="error", value=0.5, is_share=False).words
    ('84.1', '0.500')
    """

    name: str
    value: float
    p: float | None = None
    r: float | None = None
    is_share: bool = True

    @classmethod
    def of(cls, name: str, score: PRF) -> Measure:
        """Make a measure of an F1."""
        return cls(name=name, value=score.f, p=score.p, r=score.r)

    @property
    def words(self) -> str:
        """The value as people read it."""
        return f"{100 * self.value:.1f}" if self.is_share else f"{self.value:.3f}"
