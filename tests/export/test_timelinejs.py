from __future__ import annotations

import json
from datetime import date

import pytest
from tests.export.sample import entry, timeline, when

from dateline.export.timelinejs import timeline_timelinejs
from dateline.model.facts import Status
from dateline.views.dates import date_words


def slides(*entries):
    pieces = timeline_timelinejs(timeline(*entries), say_date=date_words)
    return json.loads(b"".join(pieces))["events"]


@pytest.mark.parametrize(
    ("first", "last", "start", "end"),
    [
        (
            date(2018, 7, 12),
            date(2018, 7, 12),
            {"year": 2018, "month": 7, "day": 12},
            None,
        ),
        (date(2018, 6, 1), date(2018, 6, 30), {"year": 2018, "month": 6}, None),
        (date(2018, 1, 1), date(2018, 12, 31), {"year": 2018}, None),
        (date(1950, 1, 1), date(1953, 12, 31), {"year": 1950}, {"year": 1953}),
        (
            date(2018, 7, 2),
            date(2018, 7, 8),
            {"year": 2018, "month": 7, "day": 2},
            {"year": 2018, "month": 7, "day": 8},
        ),
    ],
)
def test_no_date_is_finer_than_it_is_known(first, last, start, end):
    (slide,) = slides(entry(date=when(first, last)))
    assert slide["start_date"] == start
    assert slide.get("end_date") == end


def test_the_date_is_said_in_words():
    assert "a day in that week" in slides(entry())[0]["display_date"]


def test_nothing_of_an_article_is_html():
    hostile = "<img src=x onerror=alert(1)>"
    text = json.dumps(slides(entry(label=hostile, event_type=hostile)))
    assert "<img" not in text
    assert "&lt;img" in text


def test_the_headline_says_what_did_not_happen():
    (slide,) = slides(entry(status=Status.DID_NOT_HAPPEN))
    assert slide["text"]["headline"].endswith("(did not happen)")


def test_an_event_without_a_closed_date_is_left_out():
    assert slides(entry(date=None), entry(date=when(None, date(2021, 5, 3)))) == []
