"""Read calendar dates: days, weekdays, months, quarters, seasons, years, holidays.

A date that names its year is explicit. One that does not is looked for from the
publication day in the direction of the tense; without a publication day it keeps
TIMEX3's placeholder (`XXXX-07-06`) and an open interval.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_numbers import read_number, read_ordinal
from dateline.annotate.timex_patterns import (
    DECADES,
    MONTH_NUMBER,
    SEASONS,
    UNITS,
    WEEKDAY_NUMBER,
    WEEKDAYS,
)
from dateline.annotate.timex_reading import (
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


def read_mod(words: str) -> str | None:
    """Return the TIMEX3 `mod` of leading words such as "early" or "the end of".

    >>> read_mod("the end of"), read_mod("mid -"), read_mod("earlier")
    ('END', 'MID', 'START')
    """
    found = set(words.split())
    if found & {"early", "earlier", "beginning", "start", "turn"}:
        return "START"
    if found & {"mid", "middle", "midst"}:
        return "MID"
    if found & {"late", "later", "end", "close", "rest", "remainder", "latter"}:
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


def _explicit(period: Period, why: str, mod: str | None = None) -> Reading:
    return date_reading(
        period, basis=DateBasis.EXPLICIT_IN_TEXT, why=why, mod=mod, anchor=None
    )


def _relative(
    period: Period, ref: Reference, why: str, mod: str | None = None
) -> Reading:
    return date_reading(
        period,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        why=why,
        mod=mod,
        anchor=ref.day,
    )


def read_date(c: Candidate, ref: Reference) -> Reading | None:
    """Read a date with a day of the month: "July 6", "6 July 2018", "7/6/18"."""
    if c.has("iso"):
        return _iso(c.word("iso"))
    if c.has("numeric"):
        return _numeric(c.word("numeric"), day_first=ref.options.day_first)
    number = read_ordinal(c.part("d"))
    if number is None and c.part("d")[0].isdigit():
        number = int(c.part("d")[0])
    if number is None or number > _LAST_DAY:
        return None
    if c.rule == "date.range-end":
        return _end_of_days(number, c, ref)
    if not c.has("m"):
        return _day_of_month(number, c, ref)
    month = MONTH_NUMBER[c.word("m")]
    year = _year_of(c, month)
    if year is not None:
        found = _day(year, month, number)
        return None if found is None else _explicit(calendar.day(found), "a date")
    return month_day(month, number, ref, offset_of(c.word("rel")))


def _year_of(c: Candidate, month: int) -> int | None:
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
        return None if found is None else _explicit(calendar.day(found), "a date")
    return month_day(month, number, ref)


def _iso(word: str) -> Reading | None:
    try:
        found = date.fromisoformat(word[:10])
    except ValueError:
        return None
    return _explicit(calendar.day(found), "an ISO 8601 date")


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
    return _explicit(calendar.day(found), f"a numeric date, {order} first")


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
    if ref.day is None:
        return open_reading(
            f"XXXX-{month:02d}-{number:02d}", Granularity.DAY, "no publication date"
        )
    if offset is not None:
        found = _day(ref.day.year + offset, month, number)
        if found is not None:
            return _relative(calendar.day(found), ref, "the year is told")
    years = range(max(ref.day.year - 4, 1), ref.day.year + 5)
    days = [day for year in years if (day := _day(year, month, number)) is not None]
    found = _choose(days, ref)
    return _relative(calendar.day(found), ref, _reason(ref))


def _choose(days: list[date], ref: Reference) -> date:
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


def _reason(ref: Reference) -> str:
    side = {Way.PAST: "on or before", Way.FUTURE: "on or after", Way.UNKNOWN: "nearest"}
    return (
        f"{side[ref.direction.way]} the publication day {ref.day}, "
        f"{ref.direction.reason}"
    )


def _day_of_month(number: int, c: Candidate, ref: Reference) -> Reading | None:
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
    return _relative(calendar.day(_choose(days, ref)), ref, _reason(ref))


def read_weekday(c: Candidate, ref: Reference) -> Reading | None:
    """Read the name of a weekday."""
    if c.rule == "weekday.plural":
        number = WEEKDAY_NUMBER[c.word("w")]
        return open_reading(
            f"XXXX-WXX-{number + 1}", Granularity.DAY, "a weekday, again and again"
        )
    number = WEEKDAY_NUMBER[c.word("w")]
    mod = read_mod(c.word("mod"))
    rel = c.word("rel", "relw")
    if _closes_range(c):
        rel = "following"
    return weekday(number, ref, rel=rel, mod=mod)


def _closes_range(c: Candidate) -> bool:
    """Tell whether a weekday ends a range that another one begins."""
    words, at = c.words, c.first
    return words.is_class(at - 1, "TO", "HYPHEN") and words.is_class(at - 2, "WD")


def weekday(
    number: int, ref: Reference, *, rel: str = "", mod: str | None = None
) -> Reading:
    """Read a weekday from the publication day: the nearest one on the side of the tense.

    The publication day's own name is the publication day, as news agencies write.
    """
    name = WEEKDAYS[number].capitalize()
    if ref.day is None:
        return open_reading(
            f"XXXX-WXX-{number + 1}", Granularity.DAY, "no publication date", mod=mod
        )
    if "following" in rel and ref.narrative is not None and ref.narrative.first:
        ahead = (number - ref.narrative.first.weekday() - 1) % 7 + 1
        found = ref.narrative.first + timedelta(days=ahead)
        return date_reading(
            calendar.day(found),
            basis=DateBasis.RELATIVE_TO_TIME,
            why=f"the {name} after {ref.narrative.value}",
            anchor=ref.narrative.first,
            is_narrative=True,
        )
    back = (ref.day.weekday() - number) % 7
    offset = offset_of(rel)
    if offset == -1:
        days, told = -(back or 7), "last"
    elif offset == 1:
        days, told = (-back) % 7 or 7, "next"
    elif offset == 0 and back and ref.direction.way is not Way.PAST:
        days, told = (-back) % 7, "this"
    elif ref.direction.way is Way.FUTURE:
        days, told = (-back) % 7, ref.direction.reason
    else:
        days, told = -back, ref.direction.reason
    found = calendar.add_days(ref.day, days) or ref.day
    today = WEEKDAYS[ref.day.weekday()].capitalize()
    side = (
        "weekday of the publication day"
        if not days
        else (f"the {name} {'before' if days < 0 else 'after'} the publication day")
    )
    why = f"{side}, {told}, publication {ref.day} is a {today}"
    return _relative(calendar.day(found), ref, why, mod)


def read_month(c: Candidate, ref: Reference) -> Reading | None:
    """Read a month, with or without its year."""
    number = MONTH_NUMBER[c.word("m")]
    mod = read_mod(c.word("mod"))
    year = _year_of(c, number)
    if year is not None:
        if not 1 <= year <= calendar.MAX_YEAR:
            return None
        return _explicit(calendar.month(year, number), "a month", mod)
    if ref.day is None:
        return open_reading(
            f"XXXX-{number:02d}", Granularity.MONTH, "no publication date", mod=mod
        )
    if c.word("rel") in {"each", "every"}:
        return Reading(
            type=TimexType.SET,
            value=f"XXXX-{number:02d}",
            granularity=Granularity.MONTH,
            basis=DateBasis.UNANCHORED,
            why="a month, again and again",
            quant=c.word("rel"),
        )
    rely = c.word("rely")
    if rely:
        base = _base_year(rely, ref)
        return _relative(calendar.month(base, number), ref, f"{rely} is {base}", mod)
    offset = offset_of(c.word("rel"))
    ahead = (number - ref.day.month) % 12
    back = (ref.day.month - number) % 12
    if offset == -1:
        months, told = -(back or 12), "last"
    elif offset == 1:
        months, told = ahead or 12, "next"
    elif offset == 0:
        months, told = number - ref.day.month, "this year"
    elif ref.direction.way is Way.FUTURE and not (back <= 1 and ahead > 8):  # noqa: PLR2004
        months, told = ahead, ref.direction.reason
    elif ref.direction.way is Way.UNKNOWN and ahead < back:
        months, told = ahead, "nearest"
    else:
        months, told = -back, ref.direction.reason
    start = calendar.add_months(ref.day.replace(day=1), months)
    if start is None:
        return None
    period = calendar.month(start.year, start.month)
    return _relative(period, ref, f"{told}, published {ref.day}", mod)


def _base_year(words: str, ref: Reference) -> int:
    """Return the year of "last year", "that year", "the same year"."""
    today = ref.day or date(1, 1, 1)
    if {"that", "same", "following"} & set(words.split()) and ref.narrative:
        start = ref.narrative.first or today
        return start.year + ("following" in words)
    return today.year + (offset_of(words) or 0)


def read_year_expression(c: Candidate, ref: Reference) -> Reading | None:
    """Read a year: "1990", "'98", "early 1997", "fiscal 2019", "44 BC"."""
    mod = read_mod(c.word("mod"))
    if c.rule == "year.words":
        return _year_in_words(c)
    word = c.word("y", "y2")
    era = c.word("era", "bc").replace(".", "")
    has_era = bool(era) or c.has("ad")
    if has_era and not word.isdigit():
        return None
    number = int(word) if has_era else read_year(word)
    if era.startswith("bc"):
        return _explicit(calendar.year_before_christ(number), "a year before Christ")
    if c.rule == "year.range-end":
        return _end_of_years(c)
    if c.has("fiscal"):
        start = ref.options.fiscal_start
        period = calendar.fiscal_year(number, fiscal_start=start)
        return _explicit(period, "a fiscal year", mod)
    if len(word) == 2 and not has_era:  # noqa: PLR2004
        return None
    return _explicit(calendar.year(number), "a year", mod)


def _end_of_years(c: Candidate) -> Reading | None:
    """Read the "53" of "1950-53": a later year of the same century."""
    begin, end = int(c.words.word(c.first - 2)), c.word("y2")
    if not end.isdigit() or len(end) not in {2, 4}:
        return None
    number = int(end) if len(end) == 4 else begin // 100 * 100 + int(end)  # noqa: PLR2004
    if len(end) == 2 and number < begin:  # noqa: PLR2004
        number += 100
    if not begin < number < begin + 100:
        return None
    return _explicit(calendar.year(number), f"a year, the end of a range from {begin}")


def _year_in_words(c: Candidate) -> Reading | None:
    """Read "nineteen ninety-four" and "two thousand", as broadcasts write them."""
    words = [word for word in c.part("n") if word not in {"-", "and"}]
    number: float | None
    if "thousand" in words:
        number = read_number(words)
    else:
        century = read_number(words[:1]) or 0
        number = century * 100 + (read_number(words[1:]) or 0)
    if number is None or not 1100 <= number <= 2100:  # noqa: PLR2004
        return None
    return _explicit(calendar.year(int(number)), "a year in words")


def read_decade(c: Candidate, ref: Reference) -> Reading | None:
    """Read a decade: "the 1950s", "the '50s", "the early nineties"."""
    mod = read_mod(c.word("mod") + " " + c.word("early"))
    word = c.word("dec")
    if word in DECADES:
        start = 1900 + DECADES[word]
    else:
        digits = "".join(letter for letter in word if letter.isdigit())
        start = int(digits) if len(digits) > 2 else 1900 + int(digits)  # noqa: PLR2004
        if len(digits) <= 2 and int(digits) <= 20:  # noqa: PLR2004
            start += 100
    if not 1 <= start <= 9980:  # noqa: PLR2004
        return None
    return _explicit(calendar.decade(start), "a decade", mod)


def read_century(c: Candidate, ref: Reference) -> Reading | None:
    """Read a century: "the 20th century", "the late 19th century"."""
    if UNITS.get(c.word("u")) != "C":
        return None
    number = read_ordinal(c.part("o"))
    if number is None or not 1 <= number <= 99:  # noqa: PLR2004
        return None
    if c.has("bc"):
        return open_reading(
            f"BC{number - 1:02d}", Granularity.CENTURY, "a century before Christ"
        )
    mod = read_mod(c.word("mod") + " " + c.word("early"))
    return _explicit(calendar.century(number), "a century", mod)


def read_quarter(c: Candidate, ref: Reference) -> Reading | None:
    """Read a quarter or half of a year: "the third quarter of 1990", "Q3"."""
    mod = read_mod(c.word("mod"))
    if c.rule == "quarter.code":
        number = int(c.word("q", "q1")[-1])
        unit = "quarter"
    else:
        last = c.word("o") in {"last", "past"}
        number = 2 if last else read_ordinal(c.part("o")) or 0
        unit = c.word("u")
    largest = {"quarter": 4, "half": 2}.get(unit, 0)
    if not 1 <= number <= largest:
        return None
    start = ref.options.fiscal_start if c.has("fiscal") or c.has("fiscal2") else 1
    year_word = c.word("y", "y0", "y1")
    if year_word:
        period = _quarter(read_year(year_word), number, unit, start)
        return _explicit(period, f"a {unit} of the year", mod)
    if ref.day is None:
        value = f"XXXX-{unit[0].upper()}{number}"
        return open_reading(value, Granularity.QUARTER, "no publication date", mod=mod)
    rel = c.word("rel", "rel0")
    offset = offset_of(rel)
    if offset is not None:
        period = _quarter(ref.day.year + offset, number, unit, start)
        return _relative(period, ref, rel, mod)
    period = _quarter(ref.day.year, number, unit, start)
    if ref.direction.way is not Way.FUTURE and period.first and period.first > ref.day:
        period = _quarter(ref.day.year - 1, number, unit, start)
    return _relative(period, ref, _reason(ref), mod)


def _quarter(year: int, number: int, unit: str, fiscal_start: int) -> Period:
    if unit == "half":
        return calendar.half(year, number)
    return calendar.quarter(year, number, fiscal_start=fiscal_start)


def read_season(c: Candidate, ref: Reference) -> Reading | None:
    """Read a season: "spring 2011", "last fall", "this past winter"."""
    mod = read_mod(c.word("mod") + " " + c.word("early"))
    code = SEASONS[c.word("s")]
    southern = ref.options.southern
    if c.has("y"):
        year = read_year(c.word("y"))
        return _explicit(
            calendar.season(year, code, southern=southern), "a season", mod
        )
    if ref.day is None:
        return open_reading(
            f"XXXX-{code}", Granularity.SEASON, "no publication date", mod=mod
        )
    if c.has("rely"):
        year = _base_year(c.word("rely"), ref)
        period = calendar.season(year, code, southern=southern)
        return _relative(period, ref, c.word("rely"), mod)
    offset = offset_of(c.word("rel"))
    years = [
        calendar.season(ref.day.year + n, code, southern=southern) for n in (-1, 0, 1)
    ]
    if offset == -1:
        period = [p for p in years if p.last and p.last < ref.day][-1]
    elif offset == 1:
        period = next((p for p in years if p.first and p.first > ref.day), years[-1])
    elif offset == 0 and code != "WI":
        period = years[1]
    elif offset == 0 or ref.direction.way is Way.FUTURE:
        period = next(p for p in years if p.last and p.last >= ref.day)
    else:
        period = [p for p in years if p.first and p.first <= ref.day][-1]
    return _relative(period, ref, c.word("rel") or _reason(ref), mod)


def read_holiday(c: Candidate, ref: Reference) -> Reading | None:
    """Read a holiday by its name."""
    words = [word for word in c.part("h") if word not in {"'", "’", "."}]
    name = " ".join("s" if word in {"'s", "’s"} else word for word in words)
    if name not in calendar.HOLIDAYS:
        return None
    if c.has("y"):
        found = calendar.holiday(name, read_year(c.word("y")))
        return None if found is None else _explicit(calendar.day(found), "a holiday")
    if ref.day is None:
        some = calendar.holiday(name, 2001)
        if some is None or calendar.holiday(name, 2002) != some.replace(year=2002):
            return open_reading("XXXX-XX-XX", Granularity.DAY, "no publication date")
        return open_reading(
            f"XXXX-{some:%m-%d}", Granularity.DAY, "no publication date"
        )
    years = range(max(ref.day.year - 1, 1), ref.day.year + 2)
    days = [day for year in years if (day := calendar.holiday(name, year))]
    offset = offset_of(c.word("rel", "rely"))
    if offset is not None and c.has("rely"):
        found = calendar.holiday(name, ref.day.year + offset)
    elif offset == -1:
        found = [day for day in days if day < ref.day][-1]
    elif offset == 1:
        found = next(day for day in days if day > ref.day)
    else:
        found = _choose(days, ref)
    if found is None:
        return None
    return _relative(calendar.day(found), ref, f"a holiday, {_reason(ref)}")
