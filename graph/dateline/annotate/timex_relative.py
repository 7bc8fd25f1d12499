"""Read times that are counted: from the publication day, or from the last told time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_dates import month_day, offset_of, read_mod, weekday
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_numbers import format_number, read_number
from dateline.annotate.timex_patterns import MONTH_NUMBER, UNITS, WEEKDAY_NUMBER
from dateline.annotate.timex_reading import (
    Reading,
    Reference,
    Way,
    date_reading,
    open_reading,
)
from dateline.model.time import DateBasis, Granularity, Interval, TimexType

GRANULARITY = {
    "TS": Granularity.TIME_OF_DAY, "TM": Granularity.TIME_OF_DAY,
    "TH": Granularity.TIME_OF_DAY, "D": Granularity.DAY, "NI": Granularity.DAY,
    "WE": Granularity.WEEK, "W": Granularity.WEEK, "F": Granularity.WEEK,
    "M": Granularity.MONTH, "Q": Granularity.QUARTER, "SN": Granularity.SEASON,
    "Y": Granularity.YEAR, "E": Granularity.DECADE, "C": Granularity.CENTURY,
    "L": Granularity.CENTURY,
}  # fmt: skip
_PLACEHOLDER = {
    "D": "XXXX-XX-XX", "NI": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE",
    "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "SN": "XXXX-XX", "Y": "XXXX",
    "E": "XXX", "C": "XX",
}  # fmt: skip


def unanchored(unit: str, why: str, mod: str | None = None) -> Reading:
    """Return the reading of a unit that no time anchors."""
    return open_reading(
        _PLACEHOLDER.get(unit, "XXXX-XX-XX"), GRANULARITY[unit], why, mod=mod
    )


def counted(
    unit: str,
    count: float,
    ref: Reference,
    *,
    from_narrative: bool,
    mod: str | None = None,
    words: str = "",
) -> Reading | None:
    """Return the reading of a time `count` units from publication or narrative time."""
    if unit == "Y" and count == -1 and ref.quarter is not None:
        return _year_before_quarter(ref, mod, words)
    anchor = ref.day
    basis = DateBasis.RELATIVE_TO_PUBLICATION
    origin = f"published {ref.day}"
    narrative = ref.narrative if from_narrative else None
    if from_narrative:
        # Nothing told yet: the publication day is all there is.
        if narrative is not None and narrative.first is not None:
            anchor = narrative.last if count > 0 and unit != "Y" else narrative.first
            basis = DateBasis.RELATIVE_TO_TIME
            origin = f"counted from {narrative.value}"
        else:
            narrative = None
    if anchor is None:
        return unanchored(unit, "no publication date and no time told before", mod)
    unit, count = _whole(unit, count)
    if unit.startswith("T"):
        return _counted_clock(unit, count, ref, narrative)
    if narrative is not None and narrative.first is not None:
        period = _shift_like(narrative, anchor, unit, int(count))
    else:
        period = calendar.shift(
            anchor, unit, int(count), week_start=ref.options.week_start
        )
    if period is None:
        return None
    return date_reading(
        period,
        basis=basis,
        why=f"{words or 'counted'}, {origin}",
        mod=mod,
        anchor=anchor,
        is_narrative=narrative is not None,
    )


def _year_before_quarter(ref: Reference, mod: str | None, words: str) -> Reading | None:
    """Read "a year ago" in a report on a quarter: the same quarter of the year before."""
    told = ref.quarter
    if told is None or told.first is None:
        return None
    moved = calendar.add_months(told.first, -12)
    if moved is None:
        return None
    return date_reading(
        calendar.containing(moved, "Q"),
        basis=DateBasis.RELATIVE_TO_TIME,
        why=f"{words}, counted from the quarter told, {told.value}",
        mod=mod,
        anchor=told.first,
        is_narrative=True,
    )


_FINER = {
    Granularity.DAY: "D", Granularity.WEEK: "W", Granularity.MONTH: "M",
    Granularity.QUARTER: "Q",
}  # fmt: skip
_DAYS = {"D": 1, "NI": 1, "W": 7, "F": 14, "WE": 7, "M": 30, "Q": 91, "Y": 365}


def _shift_like(
    narrative: Period, anchor: date, unit: str, count: int
) -> Period | None:
    """Count from a told time and keep its granularity where that is finer.

    A week after 6 July is 13 July; a year before the third quarter is that quarter.
    """
    finer = _FINER.get(narrative.granularity)
    if finer is None or _DAYS.get(finer, 0) > _DAYS.get(unit, 0) or finer == unit:
        return calendar.shift(anchor, unit, count)
    if unit in {"W", "F", "D", "NI"}:
        moved = calendar.add_days(anchor, count * _DAYS[unit])
    else:
        months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}.get(unit, 0)
        moved = calendar.add_months(narrative.first or anchor, months * count)
    if moved is None:
        return None
    return calendar.shift(moved, finer, 0)


def _whole(unit: str, count: float) -> tuple[str, float]:
    """Turn a half of a unit into whole smaller ones."""
    if count == int(count):
        return unit, count
    smaller = {"Y": ("M", 12), "E": ("Y", 10), "M": ("D", 30), "W": ("D", 7),
               "C": ("Y", 100), "Q": ("M", 3)}  # fmt: skip
    if unit in smaller:
        finer, times = smaller[unit]
        return finer, round(count * times)
    return unit, round(count)


def _counted_clock(
    unit: str, count: float, ref: Reference, narrative: Period | None
) -> Reading | None:
    if narrative is not None or ref.day is None:
        return Reading(
            type=TimexType.TIME,
            value="XXXX-XX-XXTXX:XX",
            granularity=Granularity.TIME_OF_DAY,
            basis=DateBasis.UNANCHORED,
            why="hours from a time that is only known to the day",
        )
    days = int(count / 24) if unit == "TH" and abs(count) >= 24 else 0  # noqa: PLR2004
    day = calendar.add_days(ref.day, days)
    if day is None:
        return None
    if days:
        return date_reading(
            calendar.day(day),
            basis=DateBasis.RELATIVE_TO_PUBLICATION,
            why=f"hours counted as days, published {ref.day}",
            anchor=ref.day,
        )
    value = f"{day}TXX:XX"
    if ref.clock is not None and unit in {"TH", "TM"}:
        minutes = ref.clock.hour * 60 + ref.clock.minute
        minutes += int(count * (60 if unit == "TH" else 1))
        moved = calendar.add_days(day, minutes // 1440)
        day = moved or day
        value = f"{day}T{minutes % 1440 // 60:02d}:{minutes % 60:02d}"
    return Reading(
        type=TimexType.TIME,
        value=value,
        granularity=Granularity.TIME_OF_DAY,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        why=f"counted, published {ref.day}",
        interval=Interval.day(day),
        edtf=day.isoformat(),
        anchor=ref.day,
    )


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
    if number is None:
        return _vague_past()
    if c.has("t2"):
        return counted(unit, number, ref, from_narrative=False, mod=mod)
    if c.has("t") and ref.day is not None and unit in {"W", "M", "Y", "D"}:
        return _ago_to_the_day(unit, number, c, ref)
    return counted(unit, -number, ref, from_narrative=False, mod=mod, words="ago")


def _ago_to_the_day(
    unit: str, number: float, c: Candidate, ref: Reference
) -> Reading | None:
    day = ref.day
    name = c.word("t").rstrip(". ")
    if name in WEEKDAY_NUMBER:
        day = weekday(WEEKDAY_NUMBER[name], ref).interval.earliest_begin
    if day is None:
        return None
    if unit in {"W", "D"}:
        moved = calendar.add_days(day, -int(number) * (7 if unit == "W" else 1))
    else:
        moved = calendar.add_months(day, -int(number) * (12 if unit == "Y" else 1))
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
        unit = UNITS[
            c.words.lower[c.first if c.words.lower[c.first] != "the" else c.first + 1]
        ]
        return counted(unit, sign, ref, from_narrative=True, words="a unit back")
    unit = UNITS.get(c.word("u"), "D")
    if c.rule == "earlier.day":
        return counted(unit, sign, ref, from_narrative=True, words="the day before")
    number = read_number(c.part("q") + c.part("half"))
    mod = read_approx(c, dated=True)
    if number is None:
        value = "PAST_REF" if back else "FUTURE_REF"
        return open_reading(value, GRANULARITY[unit], "a vague distance")
    words = "before the last told time" if back else "after the last told time"
    return counted(unit, sign * number, ref, from_narrative=True, mod=mod, words=words)


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
    if c.rule == "rel.unit":
        return _rel_unit(c, ref)
    if c.rule == "rel.the-unit":
        return _the_unit(c, ref)
    if c.rule == "rel.period":
        return _period(ref)
    if c.rule == "rel.end":
        return _year_end(c, ref)
    if c.rule == "rel.next-n":
        return _next_n(c, ref)
    if c.rule == "rel.first-n":
        return _first_n(c)
    if c.rule == "rel.vague":
        return _vague(c.word("rel"), UNITS[c.word("u")])
    if c.rule == "rel.these":
        if c.word("rel") == "these" and UNITS[c.word("u")] == "D":
            return open_reading("PRESENT_REF", Granularity.UNKNOWN, "these days")
        return None
    return open_reading("FUTURE_REF", GRANULARITY[UNITS[c.word("u")]], "ahead")


def _rel_unit(c: Candidate, ref: Reference) -> Reading | None:
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
            _period(ref)
            if unit == "Q"
            else counted(unit, 0, ref, from_narrative=False, mod=mod, words=words)
        )
    if unit == "NI" and "last" in found and "the" not in found:
        return None
    if unit == "WE":
        return _weekend(offset, ref, mod, words, told=told)
    return counted(unit, offset, ref, from_narrative=told, mod=mod, words=words)


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
        return _period(ref)
    after = c.words.lower[c.last] if c.last < len(c.words.lower) else ""
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


def _period(ref: Reference) -> Reading | None:
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
    unit = UNITS.get(c.words.lower[c.first], "")
    if unit not in {"Y", "M", "Q", "C", "W"} or c.word("e") != "end":
        return None
    return counted(unit, 0, ref, from_narrative=False, mod="END", words="the end of")


def _next_n(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the past five years": a stretch that ends or begins with publication."""
    unit = UNITS[c.word("u")]
    number = read_number(c.part("q") + c.part("half"))
    back = offset_of(c.word("rel")) != 1
    mod = read_approx(c)
    value = duration_value(number, unit)
    interval = _stretch(unit, number, ref.day, back=back)
    first, last = interval.earliest_begin, interval.latest_end
    return Reading(
        type=TimexType.DURATION,
        value=value,
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


def _stretch(
    unit: str, number: float | None, day: date | None, *, back: bool
) -> Interval:
    if day is None:
        return Interval()
    if number is None or unit.startswith("T") or number > 10_000:  # noqa: PLR2004
        return Interval(latest_end=day) if back else Interval(earliest_begin=day)
    unit, count = _whole(unit, number)
    if unit in _DAYS and unit not in {"M", "Q", "Y"}:
        other = calendar.add_days(day, int(count) * _DAYS[unit] * (-1 if back else 1))
    else:
        months = {"M": 1, "Q": 3, "SN": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
        other = calendar.add_months(
            day, int(count) * months.get(unit, 1) * (-1 if back else 1)
        )
    if other is None:
        return Interval(latest_end=day) if back else Interval(earliest_begin=day)
    return Interval.whole(min(day, other), max(day, other))


def _first_n(c: Candidate) -> Reading | None:
    unit = UNITS[c.word("u")]
    number = read_number(c.part("q"))
    return Reading(
        type=TimexType.DURATION,
        value=duration_value(number, unit),
        granularity=GRANULARITY[unit],
        basis=DateBasis.UNANCHORED,
        why="a stretch of time",
        mod="START" if c.word("rel") == "first" else None,
    )


def _vague(rel: str, unit: str) -> Reading:
    value = (
        "FUTURE_REF" if rel in {"next", "coming", "future", "upcoming"} else "PAST_REF"
    )
    return open_reading(value, GRANULARITY[unit], f"{rel}, without a number")


def duration_value(number: float | None, unit: str) -> str:
    """Write a TIMEX3 duration.

    >>> duration_value(2, "Y"), duration_value(None, "TH"), duration_value(2, "E")
    ('P2Y', 'PTXH', 'P20Y')
    """
    if unit == "F":
        return f"P{format_number(None if number is None else number * 2)}W"
    if unit == "E" and number is not None:
        return f"P{format_number(number * 10)}Y"
    if unit == "C" and number is not None:
        return f"P{format_number(number * 100)}Y"
    if unit == "SN":
        unit = "M"
        number = None if number is None else number * 3
    written = {"E": "DE", "C": "CE", "L": "ML"}.get(unit, unit)
    if written.startswith("T"):
        return f"PT{format_number(number)}{written[1:]}"
    return f"P{format_number(number)}{written}"
