"""What a worker hands out for assistants, without a server around it."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.server import excerpts
from dateline.server.excerpts import sparql_page, visible

ENDLESS = {"sparql": "SELECT ?a { VALUES ?a { 1 2 3 4 5 } }", "offset": 1, "limit": 2}


@given(st.text())
def test_what_is_shown_is_as_long_as_what_was_there(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    shown.encode()
    assert all(new in {old, "\ufffd"} for old, new in zip(text, shown, strict=True))


@pytest.mark.parametrize(
    "text", ["“naïve” – 東京\n\t£5", "שלום", "می\u200cخواهم", "👩\u200d🚀 ❤\ufe0f"]
)
def test_what_people_can_see_stays(text: str) -> None:
    assert visible({"quoted_text": [text]}) == {"quoted_text": [text]}


@pytest.mark.parametrize(
    "code", [0, 27, 0x200B, 0x202E, 0x2066, 0xE0041, 0xE0101, 0xFE01]
)
def test_what_people_cannot_see_is_shown(code: int) -> None:
    assert visible(f"a{chr(code)}b") == "a\ufffdb"


def test_a_page_lies_between_what_is_skipped_and_what_is_left_out() -> None:
    page = sparql_page(ox.Store(), ENDLESS)
    assert page["quoted_rows"] == [{"a": 2}, {"a": 3}]
    assert (page["left_out"], page["next_offset"]) == (2, 3)
    past = sparql_page(ox.Store(), {**ENDLESS, "offset": 9})
    assert (past["quoted_rows"], past["left_out"], past["next_offset"]) == ([], 0, None)


def test_counting_ends_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = ticking()
    monkeypatch.setattr(excerpts, "monotonic", lambda: next(clock))
    page = sparql_page(ox.Store(), {**ENDLESS, "offset": 0, "limit": 1})
    assert (page["left_out"], page["left_out_is_exact"]) == (2, False)


def ticking() -> Iterator[float]:
    """Yield seconds, more than half of the time for counting apart."""
    now = 0.0
    while True:
        yield now
        now += 0.6 * excerpts._COUNTING_S
