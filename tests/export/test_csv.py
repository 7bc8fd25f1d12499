from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from tests.export.sample import entry, timeline, when

from dateline.export.csv import COLUMNS, safe_cell, timeline_csv


def read(*entries):
    text = b"".join(timeline_csv(timeline(*entries))).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_event_is_one_row_under_the_header():
    rows = read(entry(), entry(label="the ferry came back"))
    assert [row["label"] for row in rows] == [
        "the ferry left Port Selby",
        "the ferry came back",
    ]
    assert tuple(rows[0]) == COLUMNS


def test_a_row_keeps_all_four_bounds():
    row = read(entry())[0]
    assert row["date_earliest_begin"] == row["date_earliest_end"] == "2021-05-03"
    assert row["date_latest_begin"] == row["date_latest_end"] == "2021-05-09"


def test_participants_are_joined_with_their_roles():
    assert read(entry())[0]["who"] == "the ferry (agent)"


def test_an_undated_event_has_empty_date_cells():
    row = read(entry(date=None))[0]
    assert {row[name] for name in COLUMNS if name.startswith("date_")} == {""}


def test_an_open_bound_is_an_empty_cell():
    row = read(entry(date=when(date(2021, 5, 3), None)))[0]
    assert row["date_latest_end"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_as_a_formula_does(start):
    hostile = f'{start}HYPERLINK("https://example.org")'
    row = read(entry(label=hostile, participants=(), event_type=hostile))[0]
    assert row["label"] == row["type"] == f"'{hostile}"


def test_a_newline_and_quotes_in_a_cell_survive():
    label = 'he said "no",\nthen left'
    assert read(entry(label=label))[0]["label"] == label


def test_an_ordinary_cell_is_left_alone():
    assert safe_cell("7 - 3") == "7 - 3"


def test_a_lone_surrogate_does_not_stop_the_export():
    assert b"\\udc80" in b"".join(timeline_csv(timeline(entry(label="a\udc80"))))
