"""Read calendar dates: days, weekdays, months, quarters, seasons, years, holidays.

A date that names its year is explicit. One that does not is looked for from the
publication day in the direction of the tense; without a publication day it keeps
TIMEX3's placeholder (`XXXX-07-06`) and an open interval.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_holidays import nth_weekday
from dateline.annotate.timex_numbers import read_ordinal
from dateline.annotate.timex_patterns import MONTH_NUMBER, WEEKDAY_NUMBER
from dateline.annotate.timex_reading import (
    Direction,
    Reading,
    Reference,
    Way,
    date_reading,
    open_reading,
)
from dateline.model.time import DateBasis, Granularity, TimexType

_PIVOT = 50
_TWO_DIGITS = 100
_LAST_DAY = 31
_MID_YEAR = 182


_LATE = frozenset(
    {"late", "later", "end", "close", "rest", "remainder", "latter", "second", "last"}
)


def read_mod(words: str) -> str | None:
    """Return the TIMEX3 `mod` of leading words such as "early" or "the end of".

    >>> read_mod("the end of"), read_mod("mid -"), read_mod("earlier")
    ('END', 'MID', 'START')
    """
    found = set(words.split())
    if found & {"early", "earlier", "beginning", "start", "turn", "first"}:
        return "START"
    if found & {"mid", "middle", "midst"}:
        return "MID"
    if found & _LATE:
        return "END"
    return None


def read_year(word: str) -> int:
    """Return a year of four or two digits: '49 and below are of this century.

    >>> read_year("1998"), read_year("'98"), read_year("’07")
    (1998, 1998, 2007)
    """
    digits = "".join(letter for letter in word if letter.isdigit())
    number = int(digits)
    if len(digits) > 2:  # noqa: PLR2004
        return number
    return number + (2000 if number < _PIVOT else 1900)


def offset_of(words: str) -> int | None:
    """Return -1, 0 or 1 for "last", "this", "next" and their kin.

    >>> offset_of("the following"), offset_of("this past"), offset_of("the")
    (1, -1, None)
    """
    found = set(words.replace("'s", "").split())
    if found & {"last", "past", "previous", "preceding", "prior"}:
        return -1
    if found & {"next", "coming", "upcoming", "following", "ensuing", "subsequent"}:
        return 1
    if found & {"this", "current", "same", "that"}:
        return 0
    return None


def explicit(period: Period, why: str, mod: str | None = None) -> Reading:
    """Return the reading of a date that names its year."""
    return date_reading(
        period, basis=DateBasis.EXPLICIT_IN_TEXT, why=why, mod=mod, anchor=None
    )


def relative(
    period: Period, ref: Reference, why: str, mod: str | None = None
) -> Reading:
    """Return the reading of a date found from the publication day."""
    return date_reading(
        period,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        why=why,
        mod=mod,
        anchor=ref.day,
    )


def read_date(c: Candidate, ref: Reference) -> Reading | None:  # noqa: PLR0911 - a cascade
    """Read a date with a day of the month: "July 6", "6 July 2018", "7/6/18"."""
    if c.has("iso"):
        return _iso(c.word("iso"))
    if c.has("attacks"):
        return explicit(calendar.day(_ATTACKS), "the day of the attacks of 2001")
    if c.has("numeric"):
        return _numeric(c.word("numeric"), day_first=ref.options.day_first)
    if c.rule == "date.nth-weekday":
        return _nth_weekday(c, ref)
    number = read_ordinal(c.part("d"))
    if number is None and c.part("d")[0].isdigit():
        number = int(c.part("d")[0])
    if number is None or number > _LAST_DAY:
        return None
    if c.rule == "date.range-end":
        return _end_of_days(number, c, ref)
    return _dated(number, c, ref) if c.has("m") else _day_of_month(number, c, ref)


def _dated(number: int, c: Candidate, ref: Reference) -> Reading | None:
    """Read a day of a named month, with its year or without."""
    month = MONTH_NUMBER[c.word("m")]
    year = year_of(c, month)
    if year is None and _is_of_attacks(month, number, c, ref):
        return explicit(calendar.day(_ATTACKS), "the day of the attacks of 2001")
    if year is not None:
        found = _day(year, month, number)
        return None if found is None else explicit(calendar.day(found), "a date")
    side = {-1: Way.PAST, 1: Way.FUTURE}.get(offset_of(c.word("side")) or 0)
    if side is not None:
        ref = replace(ref, look=lambda: Direction(side, c.word("side")))
    return month_day(month, number, ref, offset_of(c.word("rel")))


def _nth_weekday(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the first Monday in May", "the last Friday of September 2012"."""
    if c.words.word(c.parts["m"][0] - 1) not in {"in", "of"}:
        return None
    n = -1 if offset_of(c.word("o")) == -1 else read_ordinal(c.part("o"))
    if n is None or not n <= MOST_WEEKDAYS:
        return None
    weekday, month = WEEKDAY_NUMBER[c.word("w")], MONTH_NUMBER[c.word("m")]
    if c.has("y"):
        found = nth_weekday(read_year(c.word("y")), month, weekday, n)
        return explicit(calendar.day(found), "a weekday of a month, counted")
    if ref.day is None:
        return open_reading("XXXX-XX-XX", Granularity.DAY, "no publication date")
    years = range(max(ref.day.year - 1, 1), ref.day.year + 2)
    days = [nth_weekday(year, month, weekday, n) for year in years]
    found = choose(days, ref)
    return relative(calendar.day(found), ref, f"counted, {reason(ref)}")


# The last one is called so: "the fifth Monday" is not there in every month.
MOST_WEEKDAYS = 4


_ATTACKS = date(2001, 9, 11)


def _is_of_attacks(month: int, number: int, c: Candidate, ref: Reference) -> bool:
    """Tell whether "Sept. 11" is that of 2001: "the Sept. 11 attacks"."""
    if (month, number) != (_ATTACKS.month, _ATTACKS.day):
        return False
    after = {c.words.word(c.last), c.words.word(c.last + 1)}
    is_told = bool(after & {"attack", "attacks", "hijackers", "hijackings"})
    return is_told and ref.day is not None and ref.day > _ATTACKS


def year_of(c: Candidate, month: int) -> int | None:
    """Return the year that the expression names, or the end of its range does."""
    if c.has("y"):
        return read_year(c.word("y"))
    if not c.has("ly"):
        return None
    # "December to February 2018" begins in 2017.
    later = MONTH_NUMBER.get(c.word("lm"), month)
    return read_year(c.word("ly")) - (later < month)


def _end_of_days(number: int, c: Candidate, ref: Reference) -> Reading | None:
    """Read the "8" of "July 6-8": a later day of the month told just before."""
    at = c.first - 3
    if c.words.is_class(at, "DOT"):
        at -= 1
    month = MONTH_NUMBER.get(c.words.word(at))
    if month is None or int(c.words.word(c.first - 2)) >= number:
        return None
    if c.has("y"):
        found = _day(read_year(c.word("y")), month, number)
        return None if found is None else explicit(calendar.day(found), "a date")
    return month_day(month, number, ref)


def _iso(word: str) -> Reading | None:
    try:
        found = date.fromisoformat(word[:10])
    except ValueError:
        return None
    reading = explicit(calendar.day(found), "an ISO 8601 date")
    clock = _ISO_TIME.fullmatch(word[10:])
    if clock is None:
        return reading
    hour, minute, zone = clock.groups()
    told = f"{hour}:{minute or '00'}" + ("Z" if zone == "z" else "")
    return replace(
        reading,
        type=TimexType.TIME,
        value=f"{reading.value}T{told}",
        granularity=Granularity.TIME_OF_DAY,
        time_of_day=told if zone in {None, "z"} else f"{told}{zone}",
    )


_ISO_TIME = re.compile(
    r"t([01]\d|2[0-4])(?::?([0-5]\d)(?::?[0-5]\d(?:\.\d+)?)?)?(z|[+-]\d\d:?\d\d)?"
)


def _numeric(word: str, *, day_first: bool) -> Reading | None:
    first, second, year_word = word.replace(".", "/").replace("-", "/").split("/")
    year = read_year(year_word)
    month, number = int(first), int(second)
    if day_first or "." in word or month > 12:  # noqa: PLR2004
        month, number = number, month
    found = _day(year, month, number) or _day(year, number, month)
    order = "day" if found and found.month != int(first) else "month"
    if found is None:
        return None
    return explicit(calendar.day(found), f"a numeric date, {order} first")


def _day(year: int, month: int, number: int) -> date | None:
    if not 1 <= year <= calendar.MAX_YEAR or not 1 <= month <= 12:  # noqa: PLR2004
        return None
    if not 1 <= number <= calendar.days_in_month(year, month):
        return None
    return date(year, month, number)


def month_day(
    month: int, number: int, ref: Reference, offset: int | None = None
) -> Reading | None:
    """Read a day of a month without its year."""
    if number > (29 if month == 2 else calendar.days_in_month(2000, month)):  # noqa: PLR2004
        return None
    usual = None
    if ref.day is not None:
        if offset is not None:
            found = _day(ref.day.year + offset, month, number)
            if found is not None:
                return relative(calendar.day(found), ref, "the year is told")
        years = range(max(ref.day.year - 4, 1), ref.day.year + 5)
        days = [day for year in years if (day := _day(year, month, number)) is not None]
        usual = choose(days, ref)
    year = ref.year_of_story(usual, is_day=True)
    told = None if year is None else _day(year, month, number)
    if told is not None:
        return in_story(calendar.day(told))
    if usual is None:
        return open_reading(
            f"XXXX-{month:02d}-{number:02d}", Granularity.DAY, "no publication date"
        )
    return relative(calendar.day(usual), ref, reason(ref))


def in_story(period: Period) -> Reading:
    """Return the reading of a date whose year is that of the times told before."""
    return date_reading(
        period,
        basis=DateBasis.RELATIVE_TO_TIME,
        why="in the year told before",
        is_narrative=True,
    )


def choose(days: list[date], ref: Reference) -> date:
    """Return the day on the side that the direction says, else the nearest one."""
    today = ref.day or days[0]
    past = [day for day in days if day <= today]
    ahead = [day for day in days if day >= today]
    way = ref.direction.way
    if way is Way.FUTURE and ahead:
        # A day of last month is not "next year" on the strength of a tense alone.
        if past and (today - past[-1]).days < 60 < (ahead[0] - today).days - 200:  # noqa: PLR2004
            return past[-1]
        return ahead[0]
    if way is Way.PAST and past:
        if ahead and (ahead[0] - today).days < 45 and (today - past[-1]).days > 300:  # noqa: PLR2004
            return ahead[0]
        return past[-1]
    return min(days, key=lambda day: (abs((day - today).days), day))


def reason(ref: Reference) -> str:
    """Say on which side of publication a date was looked for, and why."""
    side = {Way.PAST: "on or before", Way.FUTURE: "on or after", Way.UNKNOWN: "nearest"}
    return (
        f"{side[ref.direction.way]} the publication day {ref.day}, "
        f"{ref.direction.reason}"
    )


def _day_of_month(number: int, c: Candidate, ref: Reference) -> Reading | None:
    year = ref.year_of_story(None, is_day=False)
    if ref.told_day is not None and year == ref.told_day.year:
        found = _day(ref.told_day.year, ref.told_day.month, number)
        return None if found is None else in_story(calendar.day(found))
    if ref.day is None:
        return open_reading(
            f"XXXX-XX-{number:02d}", Granularity.DAY, "no publication date"
        )
    starts = [calendar.add_months(ref.day.replace(day=1), n) for n in range(-3, 4)]
    offset = offset_of(c.word("rel"))
    if offset is not None:
        starts = [calendar.add_months(ref.day.replace(day=1), offset)]
    days = [
        day
        for start in starts
        if start is not None and (day := _day(start.year, start.month, number))
    ]
    if not days:
        return None
    return relative(calendar.day(choose(days, ref)), ref, reason(ref))


def base_year(words: str, ref: Reference) -> int:
    """Return the year of "last year", "that year", "the same year"."""
    today = ref.day or date(1, 1, 1)
    if {"that", "same", "following"} & set(words.split()) and ref.narrative:
        start = ref.narrative.first or today
        return start.year + ("following" in words)
    return today.year + (offset_of(words) or 0)
