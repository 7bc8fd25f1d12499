"""Read times that are counted: from the publication day, or from the last told time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_counted import (
    GRANULARITY,
    counted,
    duration_value,
    move,
    stretch,
    unanchored,
)
from dateline.annotate.timex_dates import month_day, offset_of, read_mod
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_numbers import read_number
from dateline.annotate.timex_patterns import MONTH_NUMBER, UNITS, WEEKDAY_NUMBER
from dateline.annotate.timex_reading import (
    Reading,
    Reference,
    Way,
    date_reading,
    open_reading,
)
from dateline.annotate.timex_weekdays import weekday
from dateline.model.time import DateBasis, Granularity, Interval, TimexType

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


def read_earlier(c: Candidate, ref: Reference) -> Reading | None:
    """Read "two days later", "the year-ago period": counted from the last told time."""
    told = set(c.part("dir")) | set(c.part("dir2"))
    back = bool({"earlier", "before", "ago", "beforehand"} & told)
    sign = -1 if back else 1
    if c.rule == "earlier.attributive":
        unit = UNITS[c.word("u", "u2")]
        return counted(
            unit, sign, ref, from_narrative=True, keeps_grain=True, words="a unit back"
        )
    unit = UNITS.get(c.word("u"), "D")
    if c.rule == "earlier.day":
        return counted(unit, sign, ref, from_narrative=True, words="the day before")
    number = read_number(c.part("q") + c.part("half"))
    mod = read_approx(c, dated=True)
    if number is None:
        value = "PAST_REF" if back else "FUTURE_REF"
        return open_reading(value, GRANULARITY[unit], "a vague distance")
    if not back and ref.narrative is None and ref.direction.way is not Way.FUTURE:
        return replace(
            unanchored(unit, "after a time that the text does not tell", mod),
            basis=DateBasis.RELATIVE_TO_EVENT,
        )
    words = "before the last told time" if back else "after the last told time"
    return counted(
        unit,
        sign * number,
        ref,
        from_narrative=True,
        keeps_grain=True,
        mod=mod,
        words=words,
    )


def read_week_of(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the week of March 6": the week that holds the day."""
    number = "".join(filter(str.isdigit, c.word("d", "d2")))
    month = MONTH_NUMBER[c.word("m", "m2")]
    day = month_day(month, int(number), ref)
    if day is None or day.period is None or day.period.first is None:
        return None
    unit = UNITS[c.word("u")]
    if unit not in {"W", "WE"}:
        return day
    return counted(
        unit,
        0,
        replace(ref, day=day.period.first),
        from_narrative=False,
        words=f"the {c.word('u')} of {day.value}",
    )


_NARRATIVE = frozenset({"that", "same", "following", "subsequent", "ensuing"})
_NARRATIVE_AFTER_THE = frozenset({"next", "previous", "preceding", "prior"})


def read_relative(c: Candidate, ref: Reference) -> Reading | None:
    """Read "last week", "the next day", "earlier this month", "the quarter"."""
    read = _READERS.get(c.rule.partition(".")[2])
    return None if read is None else read(c, ref)


def _these(c: Candidate, _: Reference) -> Reading | None:
    if c.word("rel") != "these" or UNITS[c.word("u")] != "D":
        return None
    return open_reading("PRESENT_REF", Granularity.UNKNOWN, "these days")


def _ahead(c: Candidate, _: Reference) -> Reading:
    unit = UNITS[c.word("u")]
    return _vague_stretch(unit, "ahead, without a number")


def _rel_unit(  # noqa: PLR0911 - a cascade
    c: Candidate, ref: Reference
) -> Reading | None:
    words = c.word("rel")
    unit = UNITS[c.word("u")]
    if unit.startswith("T"):
        return None
    found = set(words.split())
    offset = offset_of(words)
    if offset is None:
        offset = 0
    told = bool(found & _NARRATIVE) or bool(
        "the" in found
        and found & _NARRATIVE_AFTER_THE
        and ref.narrative is not None
        and unit in {"D", "W", "M", "WE", "NI"}
    )
    mod = read_mod(c.word("mod")) or read_approx(c)
    if found & {"latest"}:
        return (
            _period(c, ref)
            if unit == "Q"
            else counted(unit, 0, ref, from_narrative=False, mod=mod, words=words)
        )
    if (
        unit == "E"
        and offset
        and not told
        and found & {"last", "past", "next", "coming"}
    ):
        return _stretch(unit, 1, ref, back=offset == -1, mod=mod)
    if unit == "NI" and "last" in found and "the" not in found:
        return None
    if unit == "WE":
        return _weekend(offset, ref, mod, words, told=told)
    reading = counted(unit, offset, ref, from_narrative=told, mod=mod, words=words)
    if reading is None or told or not {"earlier", "later"} & set(c.part("mod")):
        return reading
    return _beside_publication(reading, ref, is_past="earlier" in c.part("mod"))


def _beside_publication(reading: Reading, ref: Reference, *, is_past: bool) -> Reading:
    """Narrow "earlier this year" to what is over, "later this year" to what is not."""
    period = reading.period
    if ref.day is None or period is None or period.first is None or period.last is None:
        return reading
    if not period.first <= ref.day <= period.last:
        return reading
    first, last = (period.first, ref.day) if is_past else (ref.day, period.last)
    return replace(reading, interval=Interval.within(first, last))


def _weekend(
    offset: int, ref: Reference, mod: str | None, words: str, *, told: bool
) -> Reading | None:
    """Read a weekend: the last one is the nearest Saturday and Sunday that is over."""
    return counted("WE", offset, ref, from_narrative=told, mod=mod, words=words)


def _the_unit(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the quarter", "the year", "the weekend": of the publication, or as told."""
    unit = UNITS[c.word("u")]
    mod = read_mod(c.word("mod"))
    if unit == "WE":
        offset = 0
        if ref.direction.way is not Way.FUTURE and ref.day and ref.day.weekday() < 5:  # noqa: PLR2004
            offset = -1
        return counted(unit, offset, ref, from_narrative=False, mod=mod, words="the")
    if unit == "Q":
        return _period(c, ref)
    after = c.words.word(c.last)
    if unit == "Y" and after in {"ended", "ending", "to", "through"}:
        return Reading(
            type=TimexType.DURATION,
            value="P1Y",
            granularity=Granularity.YEAR,
            basis=DateBasis.UNANCHORED,
            why="a year that its end tells",
        )
    if unit in {"Y", "M"} or (unit in {"C", "E", "W"} and mod is not None):
        return counted(unit, 0, ref, from_narrative=False, mod=mod, words="current")
    return None


def _period(_: Candidate, ref: Reference) -> Reading | None:
    """Read "the latest period": the last told quarter, else the last full one."""
    told = ref.quarter
    if told is not None:
        return date_reading(
            told,
            basis=DateBasis.RELATIVE_TO_TIME,
            why=f"the period told before, {told.value}",
            anchor=told.first,
            is_narrative=True,
        )
    return counted("Q", -1, ref, from_narrative=False, words="the last full quarter")


def _year_end(c: Candidate, ref: Reference) -> Reading | None:
    unit = UNITS.get(c.word("u"), "")
    if unit not in {"Y", "M", "Q", "C", "W"} or c.word("e") != "end":
        return None
    return counted(unit, 0, ref, from_narrative=False, mod="END", words="the end of")


def _next_n(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the past five years": a stretch that ends or begins with publication."""
    unit = UNITS[c.word("u")]
    number = read_number(c.part("q") + c.part("half"))
    back = offset_of(c.word("rel")) != 1
    return _stretch(unit, number, ref, back=back, mod=read_approx(c))


def _stretch(
    unit: str, number: float | None, ref: Reference, *, back: bool, mod: str | None
) -> Reading:
    interval = stretch(unit, number, ref.day, back=back)
    first, last = interval.earliest_begin, interval.latest_end
    return Reading(
        type=TimexType.DURATION,
        value=duration_value(number, unit),
        granularity=GRANULARITY[unit],
        basis=DateBasis.UNANCHORED
        if ref.day is None
        else DateBasis.RELATIVE_TO_PUBLICATION,
        why=f"a stretch that {'ends' if back else 'begins'} on {ref.day}",
        mod=mod,
        interval=interval,
        edtf=f"{first}/{last}" if first and last else None,
        anchor=ref.day,
    )


def _first_n(c: Candidate, _: Reference) -> Reading | None:
    unit = UNITS[c.word("u")]
    number = read_number(c.part("q"))
    return Reading(
        type=TimexType.DURATION,
        value=duration_value(number, unit),
        granularity=GRANULARITY[unit],
        basis=DateBasis.EXPLICIT_IN_TEXT if c.has("y") else DateBasis.UNANCHORED,
        why="a stretch of time",
        mod="START" if c.word("rel") == "first" else None,
        interval=_of_year(c, unit, number),
    )


def _vague(c: Candidate, _: Reference) -> Reading:
    """Read "recent weeks" as a stretch, "recent years" as a past without a place."""
    rel, unit = c.word("rel"), UNITS[c.word("u")]
    if unit not in {"Y", "Q"}:
        return _vague_stretch(unit, f"{rel}, without a number")
    is_ahead = rel in {"next", "coming", "future", "upcoming"}
    value = "FUTURE_REF" if is_ahead else "PAST_REF"
    return open_reading(value, GRANULARITY[unit], f"{rel}, without a number")


def _vague_stretch(unit: str, why: str) -> Reading:
    return Reading(
        type=TimexType.DURATION,
        value=duration_value(None, unit),
        granularity=GRANULARITY[unit],
        basis=DateBasis.UNANCHORED,
        why=why,
    )


def _of_year(c: Candidate, unit: str, number: float | None) -> Interval:
    """Return the months of "the first nine months of 1997"; open without a year."""
    if not c.has("y") or c.word("rel") not in {"first", "last"} or number is None:
        return Interval()
    whole = calendar.year(int(c.word("y")))
    if whole.first is None or whole.last is None or unit not in {"M", "Q", "W", "D"}:
        return Interval()
    if c.word("rel") == "first":
        last = move(whole.first, unit, int(number))
        last = None if last is None else calendar.add_days(last, -1)
        return Interval() if last is None else Interval.whole(whole.first, last)
    first = move(whole.last, unit, -int(number))
    first = None if first is None else calendar.add_days(first, 1)
    return Interval() if first is None else Interval.whole(first, whole.last)


# The rule's name after "rel." -> its reader.
_READERS: MappingProxyType[str, Callable[[Candidate, Reference], Reading | None]]
_READERS = MappingProxyType(
    {
        "unit": _rel_unit,
        "the-unit": _the_unit,
        "period": _period,
        "end": _year_end,
        "next-n": _next_n,
        "first-n": _first_n,
        "vague": _vague,
        "these": _these,
        "ahead": _ahead,
    }
)
