from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SourceError
from dateline.model.text import Dct, DctBasis
from dateline.sources import parse_published
from dateline.sources.dates import find_dates


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2019-03-05", "2019-03-05"),
        ("2019/03/05", "2019-03-05"),
        ("  2019-03-05\n", "2019-03-05"),
        ("2019-03-05T09:30", "2019-03-05T09:30:00"),
        ("2019-03-05 09:30", "2019-03-05T09:30:00"),
        ("2019-03-05T09:30:15", "2019-03-05T09:30:15"),
        ("2019-03-05T09:30:15.250Z", "2019-03-05T09:30:15+00:00"),
        ("2019-03-05T09:30-04:00", "2019-03-05T09:30:00-04:00"),
        ("2019-03-05T09:30:00+0530", "2019-03-05T09:30:00+05:30"),
        ("2019-03-05T09:30+01", "2019-03-05T09:30:00+01:00"),
        ("Tue, 5 Mar 2019 09:30:00 -0500", "2019-03-05T09:30:00-05:00"),
        ("Tue, 05 Mar 2019 09:30:00 GMT", "2019-03-05T09:30:00+00:00"),
        ("5 Mar 2019", "2019-03-05"),
        ("5 March 2019", "2019-03-05"),
        ("5th of March 2019", "2019-03-05"),
        ("Tuesday, 5 March 2019", "2019-03-05"),
        ("March 5, 2019", "2019-03-05"),
        ("Mar. 5 2019", "2019-03-05"),
        ("MARCH 5TH, 2019", "2019-03-05"),
        ("Sept. 5, 2019", "2019-09-05"),
        ("Tuesday, March 5, 2019", "2019-03-05"),
        ("March 5, 2019 - 3:03 pm", "2019-03-05T15:03:00"),
        ("March 5, 2019 at 12:10 a.m. EST", "2019-03-05T00:10:00-05:00"),
        ("March 5, 2019, 12:10 PM ET", "2019-03-05T12:10:00"),
        ("March 5, 2019 | 7 p.m.", "2019-03-05T19:00:00"),
        ("5 March 2019 15.03 GMT", "2019-03-05T15:03:00+00:00"),
        ("15:03 GMT, 5 March 2019", "2019-03-05T15:03:00+00:00"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_a_date_is_read_with_the_hour_and_zone_it_has(
    words: str, expected: str
) -> None:
    assert parse_published(words).isoformat() == expected


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("March 2019", "names no day"),
        ("2019", "names no day"),
        ("2019-03", "names no day"),
        ("", "is empty"),
        ("   ", "is empty"),
        ("03/05/2019", "does not say which number is the day"),
        ("5.3.19", "does not say which number is the day"),
        ("2019-02-29", "is wrong: day is out of range"),
        ("2019-13-01", "is wrong: month must be"),
        ("31 June 2019", "is wrong: day is out of range"),
        ("Monday, 5 March 2019", "is wrong: 2019-03-05 is a Tuesday, not a Monday"),
        ("2019-03-05T25:00", "is wrong: hour must be"),
        ("2019-03-05T10:61", "is wrong: minute must be"),
        ("March 5, 2019 13:10 pm", "is wrong: there is no 13 pm"),
        ("2019-03-05T10:00+25:00", "is wrong: there is no time zone"),
        ("0000-01-01", "is wrong: year"),
        ("March 5", "cannot be read"),
        ("yesterday", "cannot be read"),
        ("today", "cannot be read"),
        ("Tuesday", "cannot be read"),
        ("2019-03-05 or so", "cannot be read"),
        ("٢٠١٩-٠٣-٠٥", "cannot be read"),
        ("1551744000", "cannot be read"),
        ("2019-03-05" * 100_000, "cannot be read"),
    ],
)
def test_what_names_no_day_is_refused(words: str, complaint: str) -> None:
    with pytest.raises(SourceError, match=complaint):
        parse_published(words)


def test_a_refusal_says_where_and_what_to_write_in_one_line() -> None:
    with pytest.raises(SourceError, match="write it as 2018-07-12") as caught:
        parse_published("soon\n\x1b[2J", where="feed.jsonl:7")
    assert caught.value.where == "feed.jsonl:7"
    assert str(caught.value).isprintable()


@given(st.dates(), st.none() | st.times(timezones=st.none()))
def test_reading_what_was_written_gives_the_same_date(
    day: date, clock: time | None
) -> None:
    whole = None if clock is None else clock.replace(microsecond=0, fold=0)
    dct = Dct(date=day, time=whole, basis=DctBasis.OPTION)
    assert parse_published(dct.isoformat()) == dct


@given(st.text(max_size=200))
def test_any_words_are_read_or_refused_in_one_line(words: str) -> None:
    try:
        parse_published(words)
    except SourceError as caught:
        message = str(caught)
    else:
        message = "read"
    assert message.isprintable()


def test_dates_in_a_line_keep_their_place_and_order() -> None:
    line = "Published\t3:03 pm, May 4, 2021 | Updated 5 May 2021"
    found = find_dates(line, DctBasis.TEXT_BYLINE)
    assert [line[item.start : item.end] for item in found] == [
        "3:03 pm, May 4, 2021",
        "5 May 2021",
    ]
    assert found[0].dct.time == time(15, 3)


@pytest.mark.parametrize(
    "line",
    ["in May 2021", "room 2021-05-041", "on 31 June 2021", "May 4", "v1-2021-05-04"],
)
def test_a_line_without_a_full_date_has_none(line: str) -> None:
    assert find_dates(line, DctBasis.TEXT_BYLINE) == ()
