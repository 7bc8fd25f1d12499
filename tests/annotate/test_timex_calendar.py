"""Calendars: leap years, ISO weeks, month ends, fiscal years, holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex import find_timexes
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_holidays import HOLIDAYS, easter, holiday


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2018, 1, 1), "2018-W01"),
        (date(2017, 12, 31), "2017-W52"),
        (date(2018, 12, 31), "2019-W01"),
        (date(2021, 1, 3), "2020-W53"),
        (date(2016, 1, 3), "2015-W53"),
    ],
)
def test_weeks_at_the_ends_of_years_are_iso_weeks(day: date, value: str) -> None:
    assert calendar.week_of(day).value == value


def test_a_week_can_start_on_sunday() -> None:
    week = calendar.week_of(date(2018, 7, 8), week_start=6)
    assert (week.first, week.last) == (date(2018, 7, 8), date(2018, 7, 14))
    assert week.value == "2018-W28"


@given(st.dates(date(2, 1, 1), date(9990, 1, 1)), st.integers(0, 6))
def test_every_day_lies_in_its_week(day: date, week_start: int) -> None:
    week = calendar.week_of(day, week_start=week_start)
    assert week.first is not None
    assert week.last is not None
    assert week.first <= day <= week.last
    assert (week.last - week.first).days == 6
    assert week.first.weekday() == week_start


@pytest.mark.parametrize(
    ("year", "days"), [(1900, 28), (2000, 29), (2016, 29), (2018, 28), (2100, 28)]
)
def test_leap_years(year: int, days: int) -> None:
    assert calendar.days_in_month(year, 2) == days


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2018, 1, 31), 1, date(2018, 2, 28)),
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2018, 3, 31), -1, date(2018, 2, 28)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2018, 1, 15), -1, date(2017, 12, 15)),
    ],
)
def test_months_end_where_they_end(start: date, months: int, end: date) -> None:
    assert calendar.add_months(start, months) == end


def test_counting_stops_at_the_ends_of_the_calendar() -> None:
    assert calendar.add_days(date.max, 1) is None
    assert calendar.add_months(date(1, 1, 1), -1) is None
    assert calendar.shift(date(2018, 1, 1), "D", 10**7) is None
    assert calendar.shift(date(2018, 1, 1), "Y", -5000) is None


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (calendar.quarter(2018, 4), date(2018, 10, 1), date(2018, 12, 31)),
        (
            calendar.quarter(2019, 1, fiscal_start=10),
            date(2018, 10, 1),
            date(2018, 12, 31),
        ),
        (calendar.fiscal_year(2019, fiscal_start=4), date(2018, 4, 1),
         date(2019, 3, 31)),
        (calendar.fiscal_year(2019), date(2019, 1, 1), date(2019, 12, 31)),
        (calendar.season(2018, "WI"), date(2018, 12, 1), date(2019, 2, 28)),
        (calendar.season(2019, "WI"), date(2019, 12, 1), date(2020, 2, 29)),
        (calendar.season(2018, "SU", southern=True), date(2018, 12, 1),
         date(2019, 2, 28)),
        (calendar.half(2018, 1), date(2018, 1, 1), date(2018, 6, 30)),
        (calendar.decade(1990), date(1990, 1, 1), date(1999, 12, 31)),
        (calendar.century(21), date(2001, 1, 1), date(2100, 12, 31)),
        (calendar.weekend_of(date(2018, 7, 12)), date(2018, 7, 14), date(2018, 7, 15)),
    ],
)  # fmt: skip
def test_periods_have_their_bounds(period: Period, first: date, last: date) -> None:
    assert (period.first, period.last) == (first, last)


def test_years_before_christ_have_a_value_and_no_bounds() -> None:
    period = calendar.year_before_christ(1)
    assert (period.value, period.edtf, period.first) == ("BC0001", "0000", None)


@given(
    st.dates(date(100, 1, 1), date(9800, 1, 1)),
    st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "E", "C", "F"]),
    st.integers(-300, 300),
)
def test_shifted_periods_are_in_order(day: date, unit: str, count: int) -> None:
    period = calendar.shift(day, unit, count)
    if period is not None and period.first is not None:
        assert period.last is not None
        assert period.first <= period.last


@given(st.integers(1, 9000), st.sampled_from(["START", "MID", "END"]))
def test_parts_lie_inside_their_period(year: int, mod: str) -> None:
    period = calendar.year(year)
    first, last = calendar.part_of(period, mod)
    assert first is not None
    assert last is not None
    assert period.first is not None
    assert period.last is not None
    assert period.first <= first <= last <= period.last


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, date(1961, 4, 2)), (2008, date(2008, 3, 23)), (2038, date(2038, 4, 25))],
)
def test_easter_moves(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2018, 11, 22)),
        ("black friday", date(2018, 11, 23)),
        ("good friday", date(2018, 3, 30)),
        ("election day", date(2018, 11, 6)),
        ("memorial day", date(2018, 5, 28)),
        ("new year s eve", date(2018, 12, 31)),
    ],
)
def test_holidays_of_2018(name: str, day: date) -> None:
    assert holiday(name, 2018) == day


@pytest.mark.parametrize("name", sorted(HOLIDAYS))
def test_every_holiday_falls_in_its_year(name: str) -> None:
    days = [holiday(name, year) for year in (1, 1583, 2000, 2018, 9000)]
    assert [day.year for day in days if day] == [1, 1583, 2000, 2018, 9000]


def test_election_day_is_the_tuesday_after_a_monday() -> None:
    day = holiday("election day", 2022)
    assert day == date(2022, 11, 8)
    assert (day - timedelta(days=1)).weekday() == 0


@pytest.mark.parametrize("words", ["last Easter", "next Easter", "Christmas"])
@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_feast_outside_the_calendar_is_left_open(words: str, day: date) -> None:
    for timex in find_timexes(f"They met {words}.", dct=day):
        assert timex.time.interval.earliest_begin != day
