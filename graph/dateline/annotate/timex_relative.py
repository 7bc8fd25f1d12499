"""Read times that are counted: from the publication day, or from the last told time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_ago import read_approx
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
from dateline.annotate.timex_patterns import MONTH_NUMBER, UNITS
from dateline.annotate.timex_reading import (
    Reading,
    Reference,
    Way,
    date_reading,
    open_reading,
)
from dateline.model.time import DateBasis, Granularity, Interval, TimexType


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


_SATURDAY = 5


def _the_unit(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the quarter", "the year", "the weekend": of the publication, or as told."""
    unit = UNITS[c.word("u")]
    mod = read_mod(c.word("mod"))
    if unit == "WE":
        way = ref.direction
        # "Features a report from over the weekend" is no weekend ahead.
        is_ahead = way.way is Way.FUTURE and way.reason != "present tense"
        offset = (
            0 if is_ahead or ref.day is None or ref.day.weekday() >= _SATURDAY else -1
        )
        return counted(unit, offset, ref, from_narrative=False, mod=mod, words="the")
    if unit == "Q":
        return _period(c, ref)
    if unit == "C" and "turn" in c.part("mod"):
        return _turn_of_century(ref)
    after = c.words.word(c.last)
    if after in {"that", "which"}:
        after = c.words.word(c.last + 1)
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


_YEARS_ROUND = 5


def _turn_of_century(ref: Reference) -> Reading | None:
    """Read "the turn of the century": the years round the last hundred."""
    if ref.day is None:
        return unanchored("Y", "no publication date")
    year = ref.day.year // 100 * 100
    first, last = year - _YEARS_ROUND, min(year + _YEARS_ROUND, ref.day.year)
    whole = replace(
        calendar.year(year), first=date(first, 1, 1), last=date(last, 12, 31)
    )
    return date_reading(
        replace(whole, edtf=f"{year:04d}~"),
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        why=f"give or take {_YEARS_ROUND} years, published {ref.day}",
        mod="APPROX",
        anchor=ref.day,
    )


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


def _first_n(c: Candidate, ref: Reference) -> Reading | None:
    unit = UNITS[c.word("u")]
    number = read_number(c.part("q"))
    year = int(c.word("y")) if c.has("y") else None
    basis = DateBasis.EXPLICIT_IN_TEXT
    if c.has("rely") and ref.day is not None and UNITS[c.part("rely")[1]] == "Y":
        year = ref.day.year + (offset_of(c.word("rely")) or 0)
        basis = DateBasis.RELATIVE_TO_PUBLICATION
    return Reading(
        type=TimexType.DURATION,
        value=duration_value(number, unit),
        granularity=GRANULARITY[unit],
        basis=DateBasis.UNANCHORED if year is None else basis,
        why="a stretch of time",
        mod="START" if c.word("rel") == "first" else None,
        interval=_of_year(year, c.word("rel"), unit, number),
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


def _of_year(year: int | None, rel: str, unit: str, number: float | None) -> Interval:
    """Return the months of "the first nine months of 1997"; open without a year."""
    if year is None or rel not in {"first", "last"} or number is None:
        return Interval()
    whole = calendar.year(year)
    if whole.first is None or whole.last is None or unit not in {"M", "Q", "W", "D"}:
        return Interval()
    if rel == "first":
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
