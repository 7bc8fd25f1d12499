"""Dates are said and drawn as what they are."""

import pytest
from tests.views.sample import on, when, whole, within

from dateline.views.dates import DateShape, date_shape, date_words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (None, "no date in the text"),
        (when(None, None, None, None), "no date in the text"),
        (on("2018-06-12", ""), "2018-06-12"),
        (on("2018-06-12", "", time_of_day="15:03"), "2018-06-12 15:03"),
        (on("2018-06-12", "", time_of_day="EV"), "2018-06-12, evening"),
        (
            within("2018-07-02", "2018-07-08", "", granularity="Week"),
            "2018-07-02 … 08, a day in that week",
        ),
        (
            within("2018-07-03", "2018-07-06", ""),
            "2018-07-03 … 06, a day in between",
        ),
        (within("2018-06-01", "2018-06-30", "", granularity="Month"), "June 2018"),
        (
            whole("2018-06-01", "2018-06-30", "", granularity="Month"),
            "throughout June 2018",
        ),
        (
            within("2018-04-01", "2018-06-30", "", granularity="Quarter"),
            "April … June 2018, a day in between",
        ),
        (
            within("2017-12-01", "2018-02-28", "", granularity="Season"),
            "December 2017 … February 2018, a day in between",
        ),
        (within("2005-01-01", "2005-12-31", "", granularity="Year"), "2005"),
        (within("1990-01-01", "1999-12-31", "", granularity="decade"), "the 1990s"),
        (
            within("1901-01-01", "2000-12-31", "", granularity="Century"),
            "the 20th century",
        ),
        (whole("1950-01-01", "1953-12-31", "", granularity="Year"), "1950 … 1953"),
        (when("1950-01-01", "1950-12-31", "1953-01-01", "1953-12-31"), "1950 … 1953"),
        (
            when("2018-07-02", "2018-07-04", "2018-07-20", "2018-07-20"),
            "2018-07-02 … 2018-07-20",
        ),
        (whole("2018-06-28", "2018-07-04", ""), "2018-06-28 … 07-04"),
        (whole("2017-12-28", "2018-01-03", ""), "2017-12-28 … 2018-01-03"),
        (when("2018-06-12", None, None, None), "after 2018-06-12"),
        (when("2018-06-12", "2018-06-12", None, None), "since 2018-06-12"),
        (when("2018-01-01", "2018-01-31", None, None), "since January 2018"),
        (when(None, None, None, "2018-07-12"), "before 2018-07-12"),
        (when(None, "2018-07-12", None, "2018-07-12"), "before 2018-07-12"),
        (when(None, None, "2018-07-12", "2018-07-12"), "until 2018-07-12"),
        (
            when(None, None, None, "2018-07-12", basis="PublicationOnly"),
            "before 2018-07-12, from the publication date alone",
        ),
    ],
)
def test_a_date_is_said_no_finer_than_it_is_known(moment, words) -> None:
    assert date_words(moment) == words


@pytest.mark.parametrize(
    ("moment", "shape"),
    [
        (None, DateShape.NONE),
        (when(None, "2018-01-01", None, None), DateShape.NONE),
        (on("2018-06-12", ""), DateShape.DAY),
        (within("2018-07-02", "2018-07-08", ""), DateShape.WITHIN),
        (whole("2018-07-02", "2018-07-08", ""), DateShape.SPAN),
        (when("1950-01-01", "1950-12-31", "1953-01-01", "1953-12-31"), DateShape.LOOSE),
        (when("2018-06-12", None, None, None), DateShape.SINCE),
        (when(None, None, None, "2018-07-12"), DateShape.UNTIL),
    ],
)
def test_a_date_is_drawn_as_what_it_is(moment, shape) -> None:
    assert date_shape(moment) is shape
