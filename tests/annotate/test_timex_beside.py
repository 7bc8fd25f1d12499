"""Times that another one in the same expression tells, and what ends a stretch."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.timex import STAGE_OPTIONS, find_timexes
from dateline.model.mentions import Timex
from dateline.model.time import Interval

FRIDAY = date(2013, 3, 22)


def read(text: str, day: date | None = FRIDAY) -> tuple[Timex, ...]:
    return find_timexes(text, dct=day, options=STAGE_OPTIONS)


def told(text: str, day: date | None = FRIDAY) -> list[tuple[str, str]]:
    return [(timex.time.words, timex.time.value) for timex in read(text, day)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met the day before last Tuesday.", "the day before last Tuesday",
         "2013-03-18"),
        ("It opens a week from Friday.", "a week from Friday", "2013-03-29"),
        ("It opens Tuesday week.", "Tuesday week", "2013-04-02"),
        ("He called the night before last.", "the night before last", "2013-03-20"),
        ("He left the week before last.", "the week before last", "2013-W10"),
        ("It fell from the same month last year.", "the same month last year",
         "2012-03"),
        ("It fell from the same week a year ago.", "the same week a year ago",
         "2012-W12"),
        ("It fell from the same period a year ago.", "the same period a year ago",
         "2012"),
        ("This day in 1969 they landed.", "This day in 1969", "1969-03-22"),
        ("Roads filled on Memorial Day weekend.", "Memorial Day weekend",
         "2012-W21-WE"),
        ("They wept in Easter week 2012.", "Easter week 2012", "2012-W14"),
        ("It opens on the first Monday in May.", "the first Monday in May",
         "2013-05-06"),
        ("They met in the first half of May 2012.", "the first half of May 2012",
         "2012-05"),
        ("It opens on the last weekend of May 2012.", "the last weekend of May 2012",
         "2012-W21-WE"),
        ("They met on the last Friday of September 2012.",
         "the last Friday of September 2012", "2012-09-28"),
        ("It will close this coming summer.", "this coming summer", "2013-SU"),
        ("It will open next Jan. 5.", "next Jan. 5", "2014-01-05"),
        ("It struck in the early hours of Sunday.", "the early hours of Sunday",
         "2013-03-17TMO"),
        ("Shots rang out on the night of March 3.", "the night of March 3",
         "2013-03-03TNI"),
        ("He left at 4 in the morning.", "4 in the morning", "2013-03-22T04:00"),
        ("He left at a quarter to nine.", "a quarter to nine", "2013-03-22T08:45"),
        ("He left at half past six.", "half past six", "2013-03-22T06:30"),
        ("They attacked at 0530 hours.", "0530 hours", "2013-03-22T05:30"),
        ("Stamped 2012-03-04T10:15:00Z.", "2012-03-04T10:15:00Z",
         "2012-03-04T10:15Z"),
        ("Stamped 2012-03-04T10:15+02:00.", "2012-03-04T10:15+02:00",
         "2012-03-04T10:15"),
        ("Sales fell in H1 2012.", "H1 2012", "2012-H1"),
        ("Sales fell in 2Q12.", "2Q12", "2012-Q2"),
        ("Sales rose in FY12.", "FY12", "2012"),
        ("Sales rose in the September quarter.", "the September quarter", "2012-Q3"),
        ("Sales rose in the March 2012 quarter.", "the March 2012 quarter", "2012-Q1"),
        ("It grew in the last half of the '80s.", "the last half of the '80s", "198"),
        ("It grew in the noughties.", "the noughties", "200"),
        ("It ends in the year 2020.", "the year 2020", "2020"),
        ("It grew at the turn of the century.", "the turn of the century", "2000"),
        ("Payment took ten business days.", "ten business days", "P10D"),
        ("They marched for three straight weeks.", "three straight weeks", "P3W"),
        ("He spoke for an hour and a half.", "an hour and a half", "PT1H30M"),
        ("It runs three times a week.", "three times a week", "P1W"),
        ("A 10-day-old truce held.", "10-day-old", "P10D"),
        ("Not long ago it was a farm.", "Not long ago", "PAST_REF"),
    ],
)  # fmt: skip
def test_the_longer_expression_is_read_as_a_whole(
    text: str, words: str, value: str
) -> None:
    assert told(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They played in her early thirties.",
        "A Christmas tree burned.",
        "The code is P2qpm3h3Pm here.",
        "She told CBS This Morning so.",
        "It has a two-week-old baby, still.",
        "They voted ten to six, in the end.",
    ],
)
def test_what_is_no_time_stays_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It opens a week from Friday.",
        "It opens on the first Monday in May.",
        "It fell from the same month last year.",
        "Sales rose in the September quarter.",
        "It grew at the turn of the century.",
    ],
)
def test_without_a_publication_day_they_stay_open(text: str) -> None:
    for timex in read(text, None):
        assert not timex.time.interval.is_bounded


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In the three months to June 2012 it fell.", date(2012, 4, 1),
         date(2012, 6, 30)),
        ("In the three months ended Sept. 30, 2012, it fell.", date(2012, 7, 1),
         date(2012, 9, 30)),
        ("The year that ended on 31 March 2012 was bad.", date(2011, 4, 1),
         date(2012, 3, 31)),
        ("In the ten weeks through 1 April 2012 it fell.", date(2012, 1, 23),
         date(2012, 4, 1)),
        ("In the last six months of 2012 it rose.", date(2012, 7, 1),
         date(2012, 12, 31)),
        ("In the first three months of this year it rose.", date(2013, 1, 1),
         date(2013, 3, 31)),
    ],
)  # fmt: skip
def test_the_end_that_is_told_places_a_stretch(
    text: str, first: date, last: date
) -> None:
    assert read(text)[0].time.interval == Interval.whole(first, last)


def test_a_quarter_goes_by_the_month_that_it_ends_with() -> None:
    [quarter, _] = read("In the quarter ended July 31, 2012, it fell.")
    assert quarter.time.value == "2012-Q2"
    assert quarter.time.interval == Interval.whole(date(2012, 5, 1), date(2012, 7, 31))
    assert "it ends with 'July 31, 2012'" in quarter.time.explanation


def test_a_quarter_with_a_number_keeps_it() -> None:
    [quarter, _] = read("In the second quarter ended Oct. 31, 2012, it fell.")
    assert quarter.time.value.endswith("Q2")
    assert quarter.time.interval.latest_end == date(2012, 10, 31)


def test_a_stretch_without_its_end_stays_open() -> None:
    [months, _] = read("It fell for three months, and in June 2012 it rose.")
    assert months.time.interval == Interval()


def test_the_days_of_a_range_are_two() -> None:
    assert told("From March 11-13 they met.") == [
        ("March 11", "2013-03-11"),
        ("13", "2013-03-13"),
    ]


def test_a_period_of_a_year_is_its_quarter_in_a_report_on_one() -> None:
    report = (
        "In the third quarter it lost $2 million, and in the 2011 period $1 million."
    )
    assert told(report)[-1] == ("the 2011 period", "2011-Q3")
    assert told("In the 2011 period it lost.") == [("the 2011 period", "2011")]


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("They fasted during Ramadan.", "2012-07-20/2012-08-18", date(2012, 7, 19),
         date(2012, 8, 19)),
        ("They will feast at Eid al-Fitr.", "2013-08-08", date(2013, 8, 7),
         date(2013, 8, 9)),
        ("They met on Yom Kippur 2012.", "2012-09-26", date(2012, 9, 25),
         date(2012, 9, 26)),
        ("It opened last Hanukkah.", "2012-12-09/2012-12-16", date(2012, 12, 8),
         date(2012, 12, 16)),
    ],
)  # fmt: skip
def test_holidays_that_follow_the_moon_are_within_a_day(
    text: str, value: str, first: date, last: date
) -> None:
    [timex] = read(text)
    assert timex.time.value == value
    assert timex.time.interval == Interval.within(first, last)
    assert timex.time.mod == "APPROX"


def test_a_feast_that_is_on_is_the_one_that_is_meant() -> None:
    [timex] = read("They fasted during Ramadan.", date(2018, 5, 20))
    assert timex.time.value.startswith("2018-05-16/")
    [timex] = read("Ramadan began.", None)
    assert not timex.time.interval.is_bounded


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the first week of June 2012", 1, 7),
        ("the fourth week of June 2012", 22, 28),
        ("the last week of June 2012", 24, 30),
        ("the first two weeks of June 2012", 1, 14),
        ("the last 10 days in June 2012", 21, 30),
        ("the first days of June 2012", 1, 10),
        ("the second half of June 2012", 15, 30),
    ],
)
def test_a_part_of_a_month_lies_in_its_days(words: str, first: int, last: int) -> None:
    (timex,) = find_timexes(f"They met in {words}.", dct=date(2013, 3, 22))
    interval = timex.time.interval
    assert timex.time.words == words
    assert interval.earliest_begin == date(2012, 6, first)
    assert interval.latest_end == date(2012, 6, last)


def test_no_month_has_a_tenth_week() -> None:
    found = find_timexes("in the tenth week of June 2012", dct=date(2013, 3, 22))
    assert "2012-06" in {timex.time.value for timex in found}
    assert "week" not in {timex.time.words.split()[-1] for timex in found}
