"""Read times that are counted from now: "three months ago", "a week from today"."""

from __future__ import annotations

from types import MappingProxyType

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_counted import GRANULARITY, counted, move
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_numbers import read_number
from dateline.annotate.timex_patterns import UNITS, WEEKDAY_NUMBER
from dateline.annotate.timex_reading import (
    Reading,
    Reference,
    date_reading,
    open_reading,
)
from dateline.annotate.timex_weekdays import weekday
from dateline.model.time import DateBasis, Granularity

_APPROX = (
    ("no more than", "EQUAL_OR_LESS"), ("up to", "EQUAL_OR_LESS"),
    ("at most", "EQUAL_OR_LESS"), ("at least", "EQUAL_OR_MORE"),
    ("no less than", "EQUAL_OR_MORE"), ("more than", "MORE_THAN"),
    ("less than", "LESS_THAN"), ("fewer than", "LESS_THAN"),
    ("as long as", "EQUAL_OR_LESS"), ("nearly", "LESS_THAN"),
    ("almost", "LESS_THAN"), ("about", "APPROX"), ("approximately", "APPROX"),
    ("roughly", "APPROX"), ("some", "APPROX"), ("or so", "APPROX"),
    ("couple", "APPROX"), ("or more", "EQUAL_OR_MORE"), ("or two", "APPROX"),
)  # fmt: skip


def read_approx(c: Candidate, *, dated: bool = False) -> str | None:
    """Return the TIMEX3 `mod` of "about", "more than", "or so" and their kin.

    For a date, more than so long ago is before it, less than that is after it.
    """
    words = f"{c.word('ap')} {c.word('or')} {c.word('q')}"
    for phrase, mod in _APPROX:
        if phrase in words:
            if not dated:
                return mod
            return {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER",
                    "EQUAL_OR_MORE": "ON_OR_BEFORE",
                    "EQUAL_OR_LESS": "ON_OR_AFTER"}.get(mod, mod)  # fmt: skip
    return None


def read_ago(c: Candidate, ref: Reference) -> Reading | None:
    """Read "three months ago", "a week from today"."""
    mod = read_approx(c, dated=True)
    words = c.word("u", "u2")
    unit = UNITS[words]
    if c.rule == "ago.vague":
        return _vague_past()
    number = read_number(c.part("q") + c.part("q2") + c.part("half"))
    if c.has("t2"):
        return _from_now(unit, number, c, ref)
    if number is None:
        return _vague_past()
    if c.has("t") and ref.day is not None and unit in {"W", "M", "Y", "D"}:
        return _ago_to_the_day(unit, number, c, ref)
    return counted(unit, -number, ref, from_narrative=False, mod=mod, words="ago")


def _from_now(
    unit: str, number: float | None, c: Candidate, ref: Reference
) -> Reading | None:
    """Read "two weeks from now", and to the day "two weeks from tomorrow"."""
    if number is None:
        return open_reading("FUTURE_REF", GRANULARITY[unit], "a vague time ahead")
    if c.word("t2") in _NAMED_DAYS:
        return _ago_to_the_day(unit, -number, c, ref)
    mod = read_approx(c, dated=True)
    return counted(unit, number, ref, from_narrative=False, mod=mod)


_NAMED_DAYS = MappingProxyType({"yesterday": -1, "today": 0, "tomorrow": 1})


def _ago_to_the_day(
    unit: str, number: float, c: Candidate, ref: Reference
) -> Reading | None:
    name = c.word("t", "t2").rstrip(". ")
    day = None
    if ref.day is not None:
        day = calendar.add_days(ref.day, _NAMED_DAYS.get(name, 0))
    if name in WEEKDAY_NUMBER:
        day = weekday(WEEKDAY_NUMBER[name], ref).interval.earliest_begin
    if day is None:
        return None
    moved = move(day, unit, -int(number))
    if moved is None:
        return None
    return date_reading(
        calendar.day(moved),
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        why=f"counted to the day, published {ref.day}",
        anchor=ref.day,
    )


def _vague_past() -> Reading:
    return open_reading("PAST_REF", Granularity.UNKNOWN, "a vague time ago")
