"""The score of timelines, on cases counted by hand."""

from __future__ import annotations

import pytest

from dateline.evaluate.awareness import AwarenessScores
from dateline.evaluate.semeval2015_reader import EntityTimeline, Line
from dateline.evaluate.semeval2015_scores import (
    date_of,
    micro_average,
    relations_of,
    score_timeline,
)


def timeline(*lines):
    """Build a timeline of lines such as `1 2010 a b`."""
    rows = [line.split() for line in lines]
    return EntityTimeline(
        name="vik",
        target="Vik",
        lines=tuple(
            Line(rank=int(rank), time=time, mentions=tuple(mentions))
            for rank, time, *mentions in rows
        ),
    )


GOLD = timeline("0 XXXX-XX-XX z", "1 2010 a", "2 2011-05 b c", "3 XXXX-XX-XX d")


def told(lines):
    return [f"{r.source} {r.relation} {r.target}" for r in relations_of(lines)]


def test_a_timeline_is_order_and_dates():
    assert told(GOLD) == [
        "b SIMULTANEOUS c",
        "a BEFORE b",
        "b BEFORE d",
        "a SIMULTANEOUS time:2010",
        "b SIMULTANEOUS time:2011-05",
        "c SIMULTANEOUS time:2011-05",
    ]


def test_gold_against_gold_is_all_right():
    # The date of c follows from b and c being at one time: five relations stay.
    score = score_timeline(GOLD, GOLD)
    assert score == AwarenessScores(verified=5, system=5, found=5, gold=5)


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        # One event less: "a before b" and both dates are right, of 5 gold relations
        # "b at the time of c" and "b before d" are missed.
        (("1 2010 a", "2 2011-05 b"), (3, 3, 3, 5)),
        # An event that gold leaves unranked costs its place in the order, no more.
        (("1 2010 a", "2 XXXX-XX-XX z"), (1, 2, 1, 5)),
        # A wrong date; the order is right.
        (("1 2009 a", "2 2011-05 b"), (2, 3, 2, 5)),
        # Order follows across what the system lacks: a before d.
        (("1 2010 a", "2 XXXX-XX-XX d"), (2, 2, 1, 5)),
        # The wrong way round.
        (("1 2011-05 b", "2 2010 a"), (2, 3, 2, 5)),
        # All at one time: of "a with b", "a with c", and the date of a, none is right,
        # but b is at the time of c.
        (("1 2012 a b c",), (0, 3, 1, 5)),
        ((), (0, 0, 0, 5)),
    ],
)
def test_counts_are_those_of_a_count_by_hand(lines, counts):
    verified, system, found, gold = counts
    assert score_timeline(GOLD, timeline(*lines)) == AwarenessScores(
        verified=verified, system=system, found=found, gold=gold
    )


def test_the_case_of_words_does_not_count():
    assert told(timeline("1 2010 1-2-Rose")) == told(timeline("1 2010 1-2-rose"))


def test_rank_0_is_not_scored():
    assert told(timeline("0 2010 a b")) == []


def test_a_place_counts_once_at_its_first_rank():
    assert told(timeline("1 2010 a", "2 2011 a")) == ["a SIMULTANEOUS time:2010"]


def test_one_date_at_two_ranks_does_not_break_the_graph():
    same_day = timeline("1 2010-06-07 a", "2 2010-06-07 b")
    assert told(same_day) == ["a BEFORE b", "a SIMULTANEOUS time:2010-06-07"]
    assert score_timeline(same_day, same_day).f == 1.0


def test_unknown_parts_of_a_date_do_not_count():
    assert date_of("2010-XX-XX") == date_of("2010")
    assert date_of("XXX-XX-XX") is None


def test_counts_of_all_timelines_are_added_up():
    long = score_timeline(GOLD, GOLD)
    short = AwarenessScores(verified=0, system=5, found=0, gold=5)
    total = micro_average([long, short], "all")
    assert (total.name, total.p, total.r, total.value) == ("all", 0.5, 0.5, 0.5)
