"""Intervals are written as EDTF literals."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.edtf import to_edtf
from dateline.model.time import Interval


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(), None),
        (Interval.day(date(2018, 6, 12)), "2018-06-12"),
        (Interval.within(date(2018, 6, 1), date(2018, 6, 30)), "2018-06"),
        (Interval.within(date(2016, 2, 1), date(2016, 2, 29)), "2016-02"),
        (Interval.within(date(2005, 1, 1), date(2005, 12, 31)), "2005"),
        (Interval.within(date(1990, 1, 1), date(1999, 12, 31)), "199X"),
        (Interval.within(date(1900, 1, 1), date(1999, 12, 31)), "19XX"),
        (
            Interval.within(date(2018, 7, 2), date(2018, 7, 8)),
            "[2018-07-02..2018-07-08]",
        ),
        (
            Interval.whole(date(2018, 7, 2), date(2018, 7, 8)),
            "2018-07-02/2018-07-08",
        ),
        (Interval(earliest_begin=date(2018, 6, 12)), "[2018-06-12..]"),
        (Interval(latest_end=date(2018, 6, 12)), "[..2018-06-12]"),
        (
            Interval(
                earliest_begin=date(1950, 1, 1),
                latest_begin=date(1950, 12, 31),
                earliest_end=date(1953, 1, 1),
                latest_end=date(1953, 12, 31),
            ),
            "1950/1953",
        ),
        (
            Interval.within(date(2018, 1, 31), date(2018, 2, 28)),
            "[2018-01-31..2018-02-28]",
        ),
    ],
)
def test_intervals_are_written_as_known(interval: Interval, expected: str) -> None:
    assert to_edtf(interval) == expected


@given(st.dates(), st.dates())
def test_every_pair_of_days_can_be_written(one: date, other: date) -> None:
    low, high = sorted([one, other])
    written = to_edtf(Interval.within(low, high))
    assert written is not None
    assert (low == high) == (written == low.isoformat())
