from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.sample import entry, timeline, when

from dateline.export.ics import escape, fold, timeline_ics
from dateline.model.facts import Status
from dateline.views.dates import date_words


def calendar(*entries):
    return b"".join(timeline_ics(timeline(*entries), say_date=date_words))


def lines(*entries):
    """Return the unfolded content lines."""
    text = calendar(*entries).decode().replace("\r\n ", "")
    return text.split("\r\n")


def test_an_event_lasts_as_long_as_its_uncertainty():
    found = lines(entry())
    assert "DTSTART;VALUE=DATE:20210503" in found
    assert "DTEND;VALUE=DATE:20210510" in found


def test_the_summary_of_an_uncertain_date_says_so():
    summary = next(line for line in lines(entry()) if line.startswith("SUMMARY:"))
    assert "a day in" in summary


def test_the_summary_of_a_known_day_is_the_label_alone():
    day = date(2021, 5, 3)
    assert "SUMMARY:the ferry left Port Selby" in lines(entry(date=when(day, day)))


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.HAPPENED, "CONFIRMED"),
        (Status.PLANNED, "TENTATIVE"),
        (Status.POSSIBLE, "TENTATIVE"),
        (Status.DID_NOT_HAPPEN, "CANCELLED"),
    ],
)
def test_the_status_is_a_status_of_the_rfc(status, word):
    assert f"STATUS:{word}" in lines(entry(status=status))


@pytest.mark.parametrize("open_date", [None, when(date(2021, 5, 3), None)])
def test_an_event_without_a_closed_date_is_left_out_and_counted(open_date):
    found = lines(entry(date=open_date))
    assert "BEGIN:VEVENT" not in found
    notes = [line for line in found if line.startswith("X-WR-CALDESC:")]
    assert [line[-3:] for line in notes] == [": 1"]


def test_text_of_an_article_cannot_add_a_line():
    found = lines(entry(label="a\r\nATTACH:file:///etc/passwd"))
    assert not any(line.startswith("ATTACH") for line in found)


def test_the_stamp_is_the_publication_not_the_clock():
    assert "DTSTAMP:20210514T000000Z" in lines(entry())


def test_the_last_day_of_time_has_no_end():
    found = lines(entry(date=when(date.max, date.max)))
    assert not any(line.startswith("DTEND") for line in found)


@given(st.text())
def test_folded_lines_are_short_and_unfold_to_the_same(text):
    line = f"X:{escape(text)}"
    folded = fold(line)
    assert all(len(piece) <= 75 for piece in folded.split(b"\r\n"))
    unfolded = folded.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode()
    assert unfolded == line.encode("utf-8", "replace").decode()


@given(st.text())
def test_escaped_text_is_one_line_without_bare_separators(text):
    assert not re.search(r"[\n\r]|(?<!\\)(?:\\\\)*[;,]", escape(text))
