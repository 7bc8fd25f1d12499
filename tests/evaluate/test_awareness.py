"""Temporal awareness, against cases counted by hand."""

from __future__ import annotations

import pytest

from dateline.evaluate.awareness import (
    AwarenessScores,
    Relation,
    reduced,
    score_awareness,
)


def relations(*lines: str) -> tuple[Relation, ...]:
    return tuple(Relation(*line.split()) for line in lines)


def test_gold_against_gold_is_perfect() -> None:
    gold = relations("a BEFORE b", "b INCLUDES c", "a SIMULTANEOUS d", "d BEFORE c")
    scores = score_awareness(gold, gold)
    assert (scores.p, scores.r, scores.f) == (1.0, 1.0, 1.0)


def test_a_relation_that_follows_is_right_though_gold_does_not_list_it() -> None:
    gold = relations("a BEFORE b", "b BEFORE c")
    scores = score_awareness(gold, relations("a BEFORE c"))
    assert scores == AwarenessScores(verified=1, system=1, found=0, gold=2)


def test_the_inverse_says_the_same() -> None:
    gold = relations("a BEFORE b", "a INCLUDES c", "d BEGINS e", "f ENDS g")
    system = relations("b AFTER a", "c IS_INCLUDED a", "e BEGUN_BY d", "g ENDED_BY f")
    assert score_awareness(gold, system).f == 1.0


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (("a BEFORE b", "b BEFORE c", "a BEFORE c"), 2),
        (("a BEFORE b", "b AFTER a"), 1),
        (("a INCLUDES b", "b INCLUDES c", "c IS_INCLUDED a"), 2),
        (("a IDENTITY b", "b DURING c", "a SIMULTANEOUS c"), 2),
        (("a BEFORE b", "c BEFORE b"), 2),
        (("a IBEFORE b", "b IBEFORE c", "a BEFORE c"), 2),
        (("a VAGUE b",), 0),
    ],
)
def test_what_follows_from_the_rest_is_left_out(
    given: tuple[str, ...], kept: int
) -> None:
    assert len(reduced(relations(*given))) == kept


def test_a_wrong_relation_costs_precision_and_recall() -> None:
    gold = relations("a BEFORE b", "c BEFORE d")
    scores = score_awareness(gold, relations("a AFTER b", "c BEFORE d"))
    assert (scores.p, scores.r, scores.f) == (0.5, 0.5, 0.5)


def test_scores_add_up_over_documents() -> None:
    one = score_awareness(relations("a BEFORE b"), relations("a BEFORE b"))
    two = score_awareness(relations("a BEFORE b"), ())
    assert one + two == AwarenessScores(verified=1, system=1, found=1, gold=2)
