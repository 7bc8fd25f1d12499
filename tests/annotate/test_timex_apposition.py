"""A date in apposition settles the words before it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.timex import find_timexes
from dateline.model.time import Interval

MONDAY = date(2021, 3, 1)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left on Tuesday (Feb. 9).", ["2021-02-09", "2021-02-09"]),
        ("A month ago, on Feb. 9, he left.", ["2021-02", "2021-02-09"]),
        ("Two years ago, on May 5, he left.", ["2019", "2019-05-05"]),
        ("He left Monday, and on Feb. 9.", ["2021-03-01", "2021-02-09"]),
        ("He left on Monday (Feb. 9).", ["2021-03-01", "2021-02-09"]),
    ],
)
def test_the_firmer_of_two_times_in_apposition_wins(
    text: str, values: list[str]
) -> None:
    found = find_timexes(text, dct=MONDAY)
    assert [timex.time.value for timex in found] == values


def test_a_month_earlier_is_the_day_that_the_date_beside_it_tells() -> None:
    text = "He left on 1 April 2016. A month earlier, on March 9, 2016, he stayed."
    _, earlier, told = find_timexes(text, dct=MONDAY)
    assert earlier.time.interval == Interval.day(date(2016, 3, 9))
    assert earlier.time.value == told.time.value == "2016-03-09"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opens a week from today.", "2021-03-08"),
        ("It opened a week ago today.", "2021-02-22"),
        ("It opens two weeks from tomorrow.", "2021-03-16"),
        ("Rome fought in the 40s BC.", "BC004"),
        ("Athens fell in the fifth century B.C.", "BC04"),
        ("It fell in the year 1000 B.C.", "BC1000"),
    ],
)
def test_days_counted_from_today_and_times_before_christ(text: str, value: str) -> None:
    (timex,) = find_timexes(text, dct=MONDAY)
    assert timex.time.value == value
