"""Read times of day: "4 a.m. EDT Thursday", "Friday morning", "tonight", "noon"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_dates import month_day, offset_of, read_mod
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_numbers import read_number
from dateline.annotate.timex_patterns import MONTH_NUMBER, PARTS_OF_DAY, WEEKDAY_NUMBER
from dateline.annotate.timex_reading import (
    Reading,
    Reference,
    date_reading,
    open_reading,
)
from dateline.annotate.timex_weekdays import weekday
from dateline.model.time import DateBasis, Granularity, Interval, TimexType

_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
# Names of time zones -> the offset of local time from UTC, as ISO 8601 writes it.
_OFFSETS = MappingProxyType(
    {
        "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
        "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
        "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
        "ist": "+05:30", "eastern standard time": "-05:00",
        "eastern daylight time": "-04:00", "central standard time": "-06:00",
        "central daylight time": "-05:00", "pacific standard time": "-08:00",
        "pacific daylight time": "-07:00",
    }
)  # fmt: skip
_NOON = 12


def read_deictic(c: Candidate, ref: Reference) -> Reading | None:
    """Read "today", "yesterday", "tomorrow", "tonight", with "early" or "late"."""
    word = c.word("t")
    mod = read_mod(c.word("mod"))
    count = _DEICTIC[word]
    if c.rule == "deictic.day-after":
        count += 1 if c.word("dir") == "after" else -1
    if word == "tonight":
        return _time(ref.day, "NI", ref, "the night of publication", mod)
    if ref.day is None:
        return open_reading("XXXX-XX-XX", Granularity.DAY, "no publication date")
    day = calendar.add_days(ref.day, count)
    if day is None:
        return None
    return date_reading(
        calendar.day(day),
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        why=f"{word}, published {ref.day}",
        mod=mod,
        anchor=ref.day,
    )


def _time(
    day: date | None,
    clock: str,
    ref: Reference,
    why: str,
    mod: str | None = None,
    *,
    is_explicit: bool = False,
) -> Reading:
    """Return a TIME at `clock` ("16:00", "EV") of `day`, or of no known day."""
    name = "XXXX-XX-XX" if day is None else day.isoformat()
    basis = DateBasis.UNANCHORED
    if day is not None:
        basis = (
            DateBasis.EXPLICIT_IN_TEXT
            if is_explicit
            else DateBasis.RELATIVE_TO_PUBLICATION
        )
    return Reading(
        type=TimexType.TIME,
        value=f"{name}T{clock}",
        granularity=Granularity.TIME_OF_DAY,
        basis=basis,
        why=why,
        mod=mod,
        interval=Interval() if day is None else Interval.day(day),
        edtf=None if day is None else day.isoformat(),
        anchor=None if is_explicit else ref.day,
        time_of_day=clock,
        period=None if day is None else calendar.day(day),
    )


def _day_of(  # noqa: PLR0911 - a cascade
    c: Candidate, ref: Reference
) -> tuple[date | None, bool] | None:
    """Return the day that a time names, and whether with its year; `None` for none."""
    if c.has("t"):
        if ref.day is None:
            return None, False
        return calendar.add_days(ref.day, _DEICTIC[c.word("t")]), False
    month, number = c.word("m", "m2"), c.word("d", "d2")
    if month:
        count = int("".join(letter for letter in number if letter.isdigit()))
        year = c.word("y", "y2")
        if year:
            try:
                return date(int(year), MONTH_NUMBER[month], count), True
            except ValueError:
                return None, False
        reading = month_day(MONTH_NUMBER[month], count, ref)
        return None if reading is None else (reading.interval.earliest_begin, False)
    if c.has("wd"):
        months, days = (
            MONTH_NUMBER[c.word("wm")],
            "".join(filter(str.isdigit, c.word("wd"))),
        )
        reading = month_day(months, int(days), ref)
        return None if reading is None else (reading.interval.earliest_begin, False)
    if c.has("w"):
        number_of = WEEKDAY_NUMBER[c.word("w")]
        return weekday(number_of, ref).interval.earliest_begin, False
    return None


def _told_day(ref: Reference) -> date | None:
    """Return the day that a bare time of day belongs to: the last told, else today."""
    return ref.told_day or ref.day


def read_time(c: Candidate, ref: Reference) -> Reading | None:
    """Read a time of day or a part of the day."""
    if c.rule in _CLOCKS:
        return _clock(c, ref)
    mod = read_mod(f"{c.word('mod')} {c.word('mod2')}")
    part = PARTS_OF_DAY.get(c.word("pod", "pod2"), "")
    if c.has("hours"):
        part = {"early": "MO", "late": "NI"}.get(c.word("mod"), "")
    if c.rule == "time.this-part":
        return _this_part(c, ref, part, mod)
    if c.rule == "time.the-part":
        if not part:
            return None
        return _time(_told_day(ref), part, ref, "a part of the day", mod)
    named = _day_of(c, ref)
    if named is None or not part:
        return None
    return _time(
        named[0], part, ref, "a part of a named day", mod, is_explicit=named[1]
    )


_CLOCKS = frozenset(
    {"time.clock", "time.oclock", "time.hours", "time.in-part", "time.past"}
)


def _this_part(c: Candidate, ref: Reference, part: str, mod: str | None) -> Reading:
    words = c.word("rel")
    offset = offset_of(words)
    if "that" in words or "same" in words:
        return _time(_told_day(ref), part, ref, "of the day told before", mod)
    is_told = "the" in words or "following" in words
    base = _told_day(ref) if is_told else ref.day
    day = None if base is None else calendar.add_days(base, offset or 0)
    return _time(day, part, ref, f"'{words}' from {base}", mod)


_HOUR = re.compile(r"(\d{1,2})(?::(\d\d))?(?::(\d\d))?")


def _hour_and_minute(word: str) -> tuple[int, int | None] | None:
    match = _HOUR.match(word)
    if match is None:
        number = read_number((word,))
        return None if number is None else (int(number), None)
    minute = None if match.group(2) is None else int(match.group(2))
    return int(match.group(1)), minute


def _digits_of(c: Candidate) -> tuple[int, int] | None:
    """Return the hour and minute of "0735 GMT", "0530 hours"; "1500 hours" may last."""
    digits = c.word("h")
    if not (digits.isdigit() and len(digits) == 4):  # noqa: PLR2004
        return None
    if c.has("hours"):
        is_told = digits[0] == "0" or c.words.is_class(c.first - 1, "AT")
        if c.word("hours") != "hours" or not is_told:
            return None
    return int(digits[:2]), int(digits[2:])


def _past_or_to(c: Candidate) -> tuple[int, int] | None:
    """Return the hour and minute of "half past six", "a quarter to nine"."""
    found = _hour_and_minute(c.word("h"))
    if found is None or not 1 <= found[0] <= _NOON:
        return None
    if c.has("half"):
        return (found[0], 30) if c.word("past") == "past" else None
    if c.word("u") != "quarter" or c.word("dir") not in {"past", "to"}:
        return None
    return (found[0], 15) if c.word("dir") == "past" else (found[0] - 1, 45)


def _clock(c: Candidate, ref: Reference) -> Reading | None:
    half = ""
    if c.rule == "time.hours":
        told = _digits_of(c)
    elif c.rule == "time.past":
        told = _past_or_to(c)
    else:
        word = c.word("c", "h", "h2")
        found = _hour_and_minute(word)
        told = None if found is None else (found[0], found[1] or 0)
        half = (c.word("ap") or word).replace(".", "").replace(" ", "")[-2:]
    if told is None:
        return None
    hour, minute = told
    half = _half(half, c)
    if half == "pm" and hour < _NOON:
        hour += _NOON
    elif half == "am" and hour == _NOON:
        hour = 0
    if hour > 24 or minute > 59:  # noqa: PLR2004
        return None
    named = _day_of(c, ref)
    day, explicit = named if named is not None else (_told_day(ref), False)
    zone = _OFFSETS.get(c.word("z").strip("()[] "), "")
    clock = f"{hour:02d}:{minute:02d}"
    reading = _time(
        day,
        clock + (zone if zone == "Z" else ""),
        ref,
        f"a time of day, UTC{zone}" if len(zone) > 1 else "a time of day",
        is_explicit=explicit,
    )
    # TimeBank leaves the offset of a named zone out of the value.
    return replace(reading, time_of_day=clock + zone)


def _half(half: str, c: Candidate) -> str:
    if half in {"am", "pm"}:
        return half
    part = c.word("pod", "pod3", "wpod")
    return {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}.get(
        part, ""
    )
