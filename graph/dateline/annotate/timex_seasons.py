"""Read quarters and halves of years, seasons, and holidays."""

from __future__ import annotations

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_dates import (
    base_year,
    choose,
    explicit,
    offset_of,
    read_mod,
    read_year,
    reason,
    relative,
)
from dateline.annotate.timex_feasts import read_feast
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_holidays import HOLIDAYS, holiday
from dateline.annotate.timex_lunar import FEASTS
from dateline.annotate.timex_numbers import read_ordinal
from dateline.annotate.timex_patterns import MONTH_NUMBER, SEASONS, UNITS
from dateline.annotate.timex_reading import Reading, Reference, Way, open_reading
from dateline.model.time import Granularity


def read_quarter(c: Candidate, ref: Reference) -> Reading | None:
    """Read a quarter or half of a year: "the third quarter of 1990", "Q3"."""
    mod = read_mod(c.word("mod"))
    if c.rule == "quarter.month":
        return _quarter_of_month(c, ref)
    if c.rule == "quarter.code":
        unit, number, year_word = _coded(c.word("q", "q1"))
        year_word = year_word or c.word("fiscal").strip("fy'")
    else:
        last = c.word("o") in {"last", "past"}
        number = 2 if last else read_ordinal(c.part("o")) or 0
        unit, year_word = c.word("u"), ""
    largest = {"quarter": 4, "half": 2}.get(unit, 0)
    if not 1 <= number <= largest:
        return None
    start = ref.options.fiscal_start if c.has("fiscal") or c.has("fiscal2") else 1
    year_word = year_word or c.word("y", "y0", "y1")
    if year_word:
        period = _quarter(read_year(year_word), number, unit, start)
        return explicit(period, f"a {unit} of the year", mod)
    if ref.day is None:
        value = f"XXXX-{unit[0].upper()}{number}"
        return open_reading(value, Granularity.QUARTER, "no publication date", mod=mod)
    rel = c.word("rel", "rel0")
    offset = offset_of(rel)
    if offset is not None:
        period = _quarter(ref.day.year + offset, number, unit, start)
        return relative(period, ref, rel, mod)
    period = _quarter(ref.day.year, number, unit, start)
    if ref.direction.way is not Way.FUTURE and period.first and period.first > ref.day:
        period = _quarter(ref.day.year - 1, number, unit, start)
    return relative(period, ref, reason(ref), mod)


def _coded(code: str) -> tuple[str, int, str]:
    """Return what a code counts, its number, and the year in it: "2q23", "h1"."""
    letter = "h" if "h" in code else "q"
    before, _, after = code.partition(letter)
    number, year = (before, after) if before else (after, "")
    return {"h": "half", "q": "quarter"}[letter], int(number), year


def _quarter_of_month(c: Candidate, ref: Reference) -> Reading | None:
    """Read "the September quarter": the quarter that the month is in."""
    if UNITS[c.word("u")] != "Q":
        return None
    month = MONTH_NUMBER[c.word("m")]
    number = (month + 2) // 3
    if c.has("y") or c.has("y1"):
        year = read_year(c.word("y", "y1"))
        return explicit(calendar.quarter(year, number), "the quarter of a month")
    if ref.day is None:
        value = f"XXXX-Q{number}"
        return open_reading(value, Granularity.QUARTER, "no publication date")
    years = (ref.day.year - 1, ref.day.year, ref.day.year + 1)
    ends = {calendar.quarter(year, number).last: year for year in years}
    last = choose([day for day in ends if day is not None], ref)
    period = calendar.quarter(ends[last], number)
    return relative(period, ref, f"the quarter of a month, {reason(ref)}")


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
        return explicit(calendar.season(year, code, southern=southern), "a season", mod)
    if ref.day is None:
        return open_reading(
            f"XXXX-{code}", Granularity.SEASON, "no publication date", mod=mod
        )
    if c.has("rely"):
        year = base_year(c.word("rely"), ref)
        period = calendar.season(year, code, southern=southern)
        return relative(period, ref, c.word("rely"), mod)
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
    return relative(period, ref, c.word("rel") or reason(ref), mod)


def _without_year(name: str) -> Reading:
    some = holiday(name, 2001)
    if some is None or holiday(name, 2002) != some.replace(year=2002):
        return open_reading("XXXX-XX-XX", Granularity.DAY, "no publication date")
    return open_reading(f"XXXX-{some:%m-%d}", Granularity.DAY, "no publication date")


_OWNERS = frozenset({"'s", "’s"})
_PLAIN = {"'s": "s", "’s": "s", "ul": "al"}


def read_holiday(c: Candidate, ref: Reference) -> Reading | None:
    """Read a holiday by its name."""
    words = [word for word in c.part("h") if word[0].isalpha() or word in _OWNERS]
    name = " ".join(_PLAIN.get(word, word) for word in words)
    if name in FEASTS:
        return read_feast(name, c, ref)
    if name not in HOLIDAYS:
        return None
    if c.has("y"):
        found = holiday(name, read_year(c.word("y")))
        return None if found is None else explicit(calendar.day(found), "a holiday")
    if ref.day is None:
        return _without_year(name)
    years = range(max(ref.day.year - 1, 1), ref.day.year + 2)
    days = [day for year in years if (day := holiday(name, year))]
    offset = offset_of(c.word("rel", "rely"))
    if offset is not None and c.has("rely"):
        found = holiday(name, ref.day.year + offset)
    elif offset == -1:
        found = next((day for day in reversed(days) if day < ref.day), None)
    elif offset == 1:
        found = next((day for day in days if day > ref.day), None)
    else:
        found = choose(days, ref)
    if found is None:
        return None
    return relative(calendar.day(found), ref, f"a holiday, {reason(ref)}")
