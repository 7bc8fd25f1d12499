"""Count days, weeks, months and years from the publication day or from a told time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_numbers import format_number
from dateline.annotate.timex_reading import (
    Reading,
    Reference,
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


def counted(  # noqa: PLR0911 - a cascade
    unit: str,
    count: float,
    ref: Reference,
    *,
    from_narrative: bool,
    keeps_grain: bool = False,
    mod: str | None = None,
    words: str = "",
) -> Reading | None:
    """Return the reading of a time `count` units from publication or narrative time.

    `keeps_grain` says that a week after a day is a day, not a week.
    """
    if unit == "Y" and count == -1 and ref.quarter and words in _COMPARED:
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
    if narrative is not None and narrative.first is not None and keeps_grain:
        return _counted_from(narrative, unit, int(count), mod, words)
    if unit in _COARSE and words == "ago":
        return _decades(unit, int(count), ref, mod)
    period = calendar.shift(anchor, unit, int(count), week_start=ref.options.week_start)
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


# Ways to say "a year ago" that compare: quarter with quarter in a business report.
_COMPARED = frozenset({"ago", "a unit back", "before the last told time"})


def _year_before_quarter(ref: Reference, mod: str | None, words: str) -> Reading | None:
    """Read "a year ago" in a report on a quarter: that quarter of the year before."""
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
    Granularity.QUARTER: "Q", Granularity.TIME_OF_DAY: "D", Granularity.YEAR: "Y",
}  # fmt: skip
_DAYS = {"D": 1, "NI": 1, "W": 7, "F": 14, "WE": 7}
_MONTHS = {"M": 1, "Q": 3, "SN": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_COARSE = {"E": 10, "C": 100}


def move(day: date, unit: str, count: int) -> date | None:
    """Return the day that lies `count` units from `day`; `None` outside the calendar.

    >>> move(date(2018, 7, 6), "W", 1)
    datetime.date(2018, 7, 13)
    """
    if unit in _DAYS:
        return calendar.add_days(day, count * _DAYS[unit])
    return calendar.add_months(day, count * _MONTHS.get(unit, 12))


def _grain(told: Period, unit: str, count: int) -> str:
    """Return how fine the result of counting from a told time is.

    A week after a day is a day, and so is what is days after a month as fine as the
    month; but two years after a day is a year, as the words say no more.
    """
    own = _FINER.get(told.granularity)
    if own is None:
        return unit if unit in _MONTHS else "Y"
    if told.granularity is Granularity.QUARTER:
        return own if unit == "Q" or (unit == "Y" and abs(count) == 1) else unit
    return own if unit not in {"Y", "E", "C"} or own == "Y" else "Y"


def _counted_from(
    told: Period, unit: str, count: int, mod: str | None, words: str
) -> Reading | None:
    """Count from a told time: a week after 6 July is 13 July.

    What is counted from a month is a day of no known number: its bounds move along.
    """
    if told.first is None or told.last is None:
        return None
    first, last = move(told.first, unit, count), move(told.last, unit, count)
    if first is None or last is None:
        return None
    # What is counted from a month or a year lies, for the most part, in its middle.
    middle = first + (last - first) // 2
    period = calendar.shift(middle, _grain(told, unit, count), 0)
    if period is None:
        return None
    if told.granularity not in {Granularity.DAY, Granularity.TIME_OF_DAY}:
        grain = GRANULARITY[unit] if unit in _DAYS else period.granularity
        period = replace(period, granularity=grain, first=first, last=last)
        if unit in _DAYS:
            period = replace(period, edtf=f"[{first}..{last}]")
    return date_reading(
        period,
        basis=DateBasis.RELATIVE_TO_TIME,
        why=f"{words or 'counted'}, counted from {told.value}",
        mod=mod,
        anchor=told.first,
        is_narrative=True,
    )


def _decades(unit: str, count: int, ref: Reference, mod: str | None) -> Reading | None:
    """Read "two decades ago": that year, give or take half a decade."""
    years = _COARSE[unit]
    if ref.day is None:
        return None
    middle = calendar.add_months(ref.day, 12 * years * count)
    first = calendar.add_months(ref.day, 12 * years * count - 6 * years)
    last = calendar.add_months(ref.day, 12 * years * count + 6 * years)
    if middle is None or first is None or last is None:
        return None
    period = replace(
        calendar.year(middle.year),
        granularity=GRANULARITY[unit],
        first=min(first, ref.day) if count < 0 else max(first, ref.day),
        last=min(last, ref.day) if count < 0 else last,
        edtf=f"{middle.year:04d}~",
    )
    return date_reading(
        period,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        why=f"give or take {years // 2} years, published {ref.day}",
        mod=mod,
        anchor=ref.day,
    )


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


_LONGEST = 10_000


def stretch(
    unit: str, number: float | None, day: date | None, *, back: bool
) -> Interval:
    """Return the stretch of so many units that ends or begins on `day`."""
    if day is None:
        return Interval()
    other = None
    if number is not None and not unit.startswith("T") and number <= _LONGEST:
        unit, count = _whole(unit, number)
        other = move(day, unit, int(count) * (-1 if back else 1))
    if other is None:
        return Interval(latest_end=day) if back else Interval(earliest_begin=day)
    return Interval.whole(min(day, other), max(day, other))


# What half of a unit is thirty of.
_SIXTIETHS = {"TH": "M", "TM": "S"}


def duration_value(number: float | None, unit: str) -> str:
    """Write a TIMEX3 duration.

    >>> duration_value(2, "Y"), duration_value(None, "TH"), duration_value(2, "E")
    ('P2Y', 'PTXH', 'P20Y')
    """
    if unit == "F":
        return f"P{format_number(None if number is None else number * 2)}W"
    if unit == "E":
        # Decades are counted in years, as annotators do: "two decades" is P20Y.
        return f"P{format_number(None if number is None else number * 10)}Y"
    if unit == "C" and number is not None:
        return f"P{format_number(number * 100)}Y"
    if unit == "SN":
        unit = "M"
        number = None if number is None else number * 3
    written = {"C": "CE", "L": "ML"}.get(unit, unit)
    if number is not None and unit in _SIXTIETHS and number % 1 == 0.5:  # noqa: PLR2004
        return f"PT{int(number)}{written[1:]}30{_SIXTIETHS[unit]}"
    if written.startswith("T"):
        return f"PT{format_number(number)}{written[1:]}"
    return f"P{format_number(number)}{written}"
