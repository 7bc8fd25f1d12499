"""Intervals: bounds in order, and what follows from them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.time import Interval

JUNE = Interval.within(date(2018, 6, 1), date(2018, 6, 30))
DAY = Interval.day(date(2018, 6, 12))
WAR = Interval.whole(date(1950, 1, 1), date(1953, 12, 31))
BOUNDS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")


@pytest.mark.parametrize(
    "pair",
    [
        ("earliest_begin", "latest_begin"),
        ("earliest_end", "latest_end"),
        ("earliest_begin", "earliest_end"),
        ("latest_begin", "latest_end"),
    ],
)
def test_bounds_out_of_order_are_refused(pair: tuple[str, str]) -> None:
    low, high = pair
    bounds = {low: date(2018, 7, 2), high: date(2018, 7, 1)}
    with pytest.raises(ValueError, match="2018-07-02 is after 2018-07-01"):
        Interval(**bounds)


def test_a_day_is_exact_and_a_month_is_not() -> None:
    assert DAY.is_exact
    assert WAR.is_exact
    assert not JUNE.is_exact
    assert not Interval().is_exact


def test_open_intervals_are_not_bounded() -> None:
    assert JUNE.is_bounded
    assert not Interval(earliest_begin=date(2018, 1, 1)).is_bounded
    assert not Interval().is_bounded


def test_before_needs_all_of_it_to_be_before() -> None:
    assert WAR.is_certainly_before(JUNE)
    assert not JUNE.is_certainly_before(DAY)
    assert not Interval().is_certainly_before(DAY)
    assert not DAY.is_certainly_before(Interval())


def test_compatible_intervals_may_share_a_day() -> None:
    assert JUNE.is_compatible(DAY)
    assert Interval().is_compatible(WAR)
    assert not WAR.is_compatible(DAY)


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(DAYS, DAYS)
def test_within_and_whole_keep_the_outer_bounds(one: date, two: date) -> None:
    first, last = min(one, two), max(one, two)
    for interval in (Interval.within(first, last), Interval.whole(first, last)):
        assert (interval.earliest_begin, interval.latest_end) == (first, last)
        assert interval.is_bounded


@given(DAYS, DAYS)
def test_days_are_before_or_after_or_the_same(one: date, two: date) -> None:
    first, second = Interval.day(one), Interval.day(two)
    assert first.is_certainly_before(second) == (one < two)
    assert first.is_compatible(second) == (one == two)


def test_every_bound_is_named() -> None:
    assert tuple(Interval.__dataclass_fields__) == BOUNDS
