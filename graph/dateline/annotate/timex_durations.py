"""Read durations, ages, sets, and times without a place on the calendar."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.annotate.timex_ago import read_approx
from dateline.annotate.timex_counted import (
    GRANULARITY,
    counted,
    duration_value,
    stretch,
)
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_numbers import format_number, read_number
from dateline.annotate.timex_patterns import FREQUENCIES, UNITS, WEEKDAY_NUMBER
from dateline.annotate.timex_reading import Reading, Reference, Way, open_reading
from dateline.model.time import DateBasis, Granularity, Interval, TimexType


def _duration(value: str, unit: str, why: str, mod: str | None = None) -> Reading:
    return Reading(
        type=TimexType.DURATION,
        value=value,
        granularity=GRANULARITY[unit],
        basis=DateBasis.UNANCHORED,
        why=why,
        mod=mod,
    )


def read_duration(c: Candidate, ref: Reference) -> Reading | None:
    """Read "two years", "34-year-old", "half an hour", "decades"."""
    unit = UNITS[c.word("u")]
    mod = read_approx(c)
    if c.rule == "duration.vague":
        return _duration(duration_value(None, unit), unit, "an untold number", mod)
    if c.rule == "duration.half" or c.word("h") in {"half", "part"}:
        if c.word("h") != "half":
            return None
        return _duration(_halved(unit), unit, "half of one", mod)
    number = read_number(c.part("q") + c.part("half"))
    if _is_rate(c):
        return _set(duration_value(1, unit), GRANULARITY[unit])
    if _is_ahead(c, ref) and number is not None:
        return counted(unit, number, ref, from_narrative=False, mod=mod, words="ahead")
    return _length(c, unit, number, mod, ref)


def _is_beside_event(c: Candidate) -> bool:
    return c.words.is_class(c.last, "AFTER", "BEFORE", "FOLLOWING")


# TIMEX3 writes the units of a duration from the longest to the shortest.
_LONGEST_FIRST = ("Y", "M", "W", "D", "TH", "TM", "TS")


def _rest(c: Candidate, unit: str) -> str:
    """Return what "and 12 seconds" adds to the value of "five minutes"."""
    rest = c.part("rest")
    other = UNITS.get(rest[-1], "") if rest else ""
    if not {unit, other} <= set(_LONGEST_FIRST):
        return ""
    if _LONGEST_FIRST.index(other) <= _LONGEST_FIRST.index(unit):
        return ""
    told = duration_value(read_number(rest[:-1]), other)
    return told.removeprefix("P").removeprefix("T" if unit[0] == "T" else "")


def _within(
    reading: Reading, unit: str, number: float | None, ref: Reference
) -> Reading:
    """Bound "within two years": from the last told time, or from publication on."""
    told = ref.narrative
    start, basis = ref.day, DateBasis.RELATIVE_TO_PUBLICATION
    if ref.direction.way is not Way.FUTURE:
        start = None if told is None else told.first
        basis = DateBasis.RELATIVE_TO_TIME
    if start is None or number is None:
        return reading
    bounds = stretch(unit, number, start, back=False)
    if told is not None and start == told.first and told.last != told.first:
        # "in spring … within six weeks": from some day of it on.
        last = stretch(unit, number, told.last, back=False).latest_end
        bounds = Interval(earliest_begin=start, latest_end=last)
    return replace(
        reading,
        interval=bounds,
        basis=basis,
        anchor=start,
        why=f"a stretch that begins on {start}",
        is_narrative=basis is DateBasis.RELATIVE_TO_TIME,
    )


def _length(
    c: Candidate, unit: str, number: float | None, mod: str | None, ref: Reference
) -> Reading:
    """Read a length of time, an age, or a distance from an event ("after the vote")."""
    why = "an age" if c.word("old").startswith("old") else "a length of time"
    value = duration_value(number, unit) + _rest(c, unit)
    reading = _duration(value, unit, why, mod)
    if c.words.word(c.first - 1) == "within" and not _is_beside_event(c):
        return _within(reading, unit, number, ref)
    if not _is_beside_event(c):
        return reading
    why = f"a distance, '{c.words.word(c.last)}' an event"
    return replace(reading, basis=DateBasis.RELATIVE_TO_EVENT, why=why)


def _is_rate(c: Candidate) -> bool:
    """Tell whether "a year" says how often, as in "$2 million a year"."""
    if c.rule != "duration.a" or c.last - c.first != 2:  # noqa: PLR2004
        return False
    before = [c.first - n for n in range(1, 4)]
    if not c.words.is_class(before[0], "WORD", "CARD", "INT", "DAY", "PERCENT"):
        return False
    return any(c.words.is_class(i, "CARD", "INT", "DAY", "CURRENCY") for i in before)


# The reasons of a direction that put a bare "in five years" ahead.
_MODAL = re.compile(r"'(?:will|would|shall|to|expected|due|scheduled)\b")


def _is_ahead(c: Candidate, ref: Reference) -> bool:
    """Tell whether "in five years" is a time ahead, not a length of time."""
    if c.first == 0 or c.words.word(c.first - 1) != "in" or ref.day is None:
        return False
    unit = UNITS[c.word("u")]
    is_told = _MODAL.match(ref.direction.reason) is not None
    return is_told and ref.direction.way is Way.FUTURE and unit[0] != "T"


_HALVES = {
    "Y": "P6M", "TH": "PT30M", "D": "PT12H", "C": "P50Y", "E": "P5Y", "M": "P15D",
    "TM": "PT30S",
}  # fmt: skip


def _halved(unit: str) -> str:
    return _HALVES.get(unit, f"P0.5{unit}")


def _set(value: str, granularity: Granularity, quant: str | None = None,
         freq: str | None = None) -> Reading:  # fmt: skip
    return Reading(
        type=TimexType.SET,
        value=value,
        granularity=granularity,
        basis=DateBasis.UNANCHORED,
        why="again and again",
        quant=quant,
        freq=freq,
    )


def read_set(c: Candidate, _: Reference) -> Reading | None:
    """Read "every Tuesday", "twice a week", "daily", "each year"."""
    if c.rule == "set.freq":
        value = FREQUENCIES[c.word("f")]
        return _set(value, GRANULARITY[value[-1] if value[1] != "T" else "TH"])
    if c.rule == "set.weekday":
        weekday = WEEKDAY_NUMBER[c.word("w")]
        return _set(f"XXXX-WXX-{weekday + 1}", Granularity.DAY, c.word("every"))
    unit = UNITS.get(c.word("u"), "D")
    if c.rule == "set.per":
        times: float | None = {"once": 1, "twice": 2}.get(c.word("n"))
        if times is None:
            times = read_number(c.part("n")[:-1])
        freq = f"{format_number(times)}X"
        return _set(f"P1{unit}", GRANULARITY[unit], freq=freq)
    number: float | None = 2 if c.word("n") == "other" else 1
    if c.has("n") and c.word("n") != "other":
        number = read_number(c.part("n"))
    return _set(duration_value(number, unit), GRANULARITY[unit], c.word("every"))


def read_ref(c: Candidate, _: Reference) -> Reading | None:
    """Read "now", "recently", "soon", "current"."""
    value = {
        "ref.present": "PRESENT_REF",
        "ref.past": "PAST_REF",
        "ref.future": "FUTURE_REF",
    }.get(c.rule)
    if c.rule == "ref.adjective":
        value = {"recent": "PAST_REF", "current": "PRESENT_REF"}.get(
            c.word("r"), "FUTURE_REF"
        )
    if c.rule == "ref.then" or value is None:
        return None
    return open_reading(value, Granularity.UNKNOWN, "without a place on the calendar")
