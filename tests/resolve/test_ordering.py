"""Dates narrow along relations, and contradictions are told, never hidden."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.time import Interval, TLinkType
from dateline.resolve.ordering import Order, narrow

JUNE_12 = date(2018, 6, 12)
JULY_6 = date(2018, 7, 6)


def test_an_event_after_a_dated_one_begins_no_earlier() -> None:
    after = Order(source=1, target=0, relation=TLinkType.AFTER)
    result = narrow([Interval.day(JUNE_12), Interval()], [after])
    assert result.intervals[1] == Interval(earliest_begin=JUNE_12, earliest_end=JUNE_12)
    assert result.because == {1: after}


def test_bounds_flow_through_an_undated_event_in_the_middle() -> None:
    orders = [
        Order(source=0, target=1, relation=TLinkType.BEFORE),
        Order(source=1, target=2, relation=TLinkType.BEFORE),
    ]
    known = [Interval.day(JUNE_12), Interval(), Interval.day(JULY_6)]
    middle = narrow(known, orders).intervals[1]
    assert middle == Interval.within(JUNE_12, JULY_6)


def test_an_event_inside_another_is_cut_to_it() -> None:
    month = Interval.within(date(2018, 6, 1), date(2018, 6, 30))
    inside = Order(source=0, target=1, relation=TLinkType.IS_INCLUDED)
    result = narrow([month, Interval.day(JUNE_12)], [inside])
    assert result.intervals[0] == Interval.day(JUNE_12)


def test_an_order_that_cannot_hold_is_reported_and_left_out() -> None:
    wrong = Order(source=1, target=0, relation=TLinkType.BEFORE)
    known = [Interval.day(JUNE_12), Interval.day(JULY_6)]
    result = narrow(known, [wrong])
    assert result.contradictions == (wrong,)
    assert list(result.intervals) == known


def test_a_circle_of_before_makes_a_contradiction_only_when_dates_forbid_it() -> None:
    circle = [
        Order(source=0, target=1, relation=TLinkType.BEFORE),
        Order(source=1, target=0, relation=TLinkType.BEFORE),
    ]
    assert narrow([Interval(), Interval()], circle).contradictions == ()
    dated = [Interval.day(JUNE_12), Interval.day(JULY_6)]
    assert narrow(dated, circle).contradictions == (circle[1],)


@pytest.mark.parametrize("relation", list(TLinkType))
def test_every_relation_has_constraints(relation: TLinkType) -> None:
    order = Order(source=0, target=1, relation=relation)
    same_day = [Interval.day(JUNE_12), Interval.day(JUNE_12)]
    assert narrow(same_day, [order]).contradictions == ()


def days() -> st.SearchStrategy[date]:
    return st.integers(0, 20).map(lambda n: JUNE_12 + timedelta(days=n))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted([draw(days()), draw(days())])
    make = draw(st.sampled_from([Interval.within, Interval.whole]))
    return draw(st.sampled_from([Interval(), make(low, high)]))


orders = st.builds(
    Order,
    source=st.integers(0, 4),
    target=st.integers(0, 4),
    relation=st.sampled_from(list(TLinkType)),
).filter(lambda order: order.source != order.target)


@given(st.lists(intervals(), min_size=5, max_size=5), st.lists(orders, max_size=12))
def test_narrowing_only_narrows_and_twice_is_once(
    known: list[Interval], found: list[Order]
) -> None:
    result = narrow(known, found)
    for before, after in zip(known, result.intervals, strict=True):
        for low in ("earliest_begin", "earliest_end"):
            was, now = getattr(before, low), getattr(after, low)
            assert was is None or now >= was
        for high in ("latest_begin", "latest_end"):
            was, now = getattr(before, high), getattr(after, high)
            assert was is None or now <= was
    kept = [order for order in found if order not in result.contradictions]
    again = narrow(result.intervals, kept)
    assert again.intervals == result.intervals
    assert again.contradictions == ()


def test_a_long_chain_of_events_is_settled_in_one_go() -> None:
    count = 20_000
    chain = [
        Order(source=i, target=i + 1, relation=TLinkType.BEFORE)
        for i in range(count - 1)
    ]
    known = [Interval.day(JUNE_12), *[Interval()] * (count - 1)]
    last = narrow(known, chain).intervals[-1]
    assert last.earliest_begin == JUNE_12
