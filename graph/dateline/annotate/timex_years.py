"""Read years, decades and centuries."""

from __future__ import annotations

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_dates import (
    explicit,
    read_mod,
    read_year,
)
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_numbers import read_number, read_ordinal
from dateline.annotate.timex_patterns import DECADES, UNITS
from dateline.annotate.timex_reading import Reading, Reference, open_reading
from dateline.model.time import Granularity


def read_year_expression(  # noqa: PLR0911 - a cascade
    c: Candidate, ref: Reference
) -> Reading | None:
    """Read a year: "1990", "'98", "early 1997", "fiscal 2019", "44 BC"."""
    mod = read_mod(c.word("mod"))
    if c.rule == "year.named" and c.word("u") != "year":
        return None
    if c.rule == "year.words":
        return _year_in_words(c)
    word = c.word("y", "y2", "code")
    era = c.word("era", "bc").replace(".", "")
    has_era = bool(era) or c.has("ad")
    if has_era and not word.isdigit():
        return None
    number = int(word) if has_era else read_year(word)
    if era.startswith("bc"):
        return explicit(calendar.year_before_christ(number), "a year before Christ")
    if c.rule == "year.range-end":
        return _end_of_years(c)
    if c.has("code") or c.has("fiscal") or c.word("fiscal2") in {"fiscal", "financial"}:
        start = ref.options.fiscal_start
        period = calendar.fiscal_year(number, fiscal_start=start)
        return explicit(period, "a fiscal year", mod)
    if len(word) == 2 and not has_era:  # noqa: PLR2004
        return None
    if c.rule == "year.period" and _is_quarterly(c):
        told = "" if ref.quarter is None else ref.quarter.value
        if told[-2:-1] == "Q":
            why = f"the quarter told before, {told}, in that year"
            return explicit(calendar.quarter(number, int(told[-1])), why)
    return explicit(calendar.year(number), "a year", mod)


def _is_quarterly(c: Candidate) -> bool:
    """Tell whether it compares, in a report on a quarter: "the 1988 period"."""
    return c.words.word(c.last - 1) in {"period", "quarter"}


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
    return explicit(calendar.year(number), f"a year, the end of a range from {begin}")


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
    return explicit(calendar.year(int(number)), "a year in words")


def _is_decade(digits: str, c: Candidate) -> bool:
    """Tell whether "the 60s" is a decade; "his 30s" and "DC-10s" are none."""
    return len(digits) > 2 or ("the" in c.surface.lower() and int(digits) > 20)  # noqa: PLR2004


_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})


def _is_life(c: Candidate) -> bool:
    """Tell whether it is somebody's age: "in her early thirties"."""
    return c.words.word(c.first - 1) in _OWNERS


def read_decade(c: Candidate, _: Reference) -> Reading | None:
    """Read a decade: "the 1950s", "the '50s", "the early nineties"."""
    if _is_life(c):
        return None
    mod = read_mod(c.word("mod") + " " + c.word("early"))
    word = c.word("dec")
    if word in DECADES:
        start = 1900 + DECADES[word]
    elif c.has("bc"):
        digits = "".join(filter(str.isdigit, word))
        value = f"BC{int(digits) // 10:03d}"
        return open_reading(value, Granularity.DECADE, "a decade before Christ")
    else:
        digits = "".join(letter for letter in word if letter.isdigit())
        if word[0] == "0" or (word[0].isdigit() and not _is_decade(digits, c)):
            return None
        start = int(digits) if len(digits) > 2 else 1900 + int(digits)  # noqa: PLR2004
        if len(digits) <= 2 and int(digits) <= 20:  # noqa: PLR2004
            start += 100
    if not 1 <= start <= 9980:  # noqa: PLR2004
        return None
    return explicit(calendar.decade(start), "a decade", mod)


def read_century(c: Candidate, _: Reference) -> Reading | None:
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
    return explicit(calendar.century(number), "a century", mod)
