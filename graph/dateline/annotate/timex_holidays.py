"""Know the days of holidays, fixed and movable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateline.annotate.timex_calendar import MAX_YEAR, days_in_month

_DAYS_OF_WEEK = 7


def easter(number: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).

    >>> easter(2018), easter(2000)
    (datetime.date(2018, 4, 1), datetime.date(2000, 4, 23))
    """
    a, b, c = number % 19, number // 100, number % 100
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    m = (a + 11 * h) // 319
    r = (2 * (b % 4) + 2 * (c // 4) - c % 4 - h + m + 32) % 7
    month_number = (h - m + r + 90) // 25
    return date(number, month_number, (h - m + r + month_number + 19) % 32)


def nth_weekday(number: int, month_number: int, weekday: int, n: int) -> date:
    """Return the n-th weekday of a month, counted from the end if `n` is negative.

    >>> nth_weekday(2018, 11, 3, 4), nth_weekday(2018, 5, 0, -1)
    (datetime.date(2018, 11, 22), datetime.date(2018, 5, 28))
    """
    if n > 0:
        first = date(number, month_number, 1)
        ahead = (weekday - first.weekday()) % _DAYS_OF_WEEK
        return first + timedelta(days=ahead + _DAYS_OF_WEEK * (n - 1))
    last = date(number, month_number, days_in_month(number, month_number))
    back = (last.weekday() - weekday) % _DAYS_OF_WEEK
    return last - timedelta(days=back + _DAYS_OF_WEEK * (-n - 1))


def _fixed(month_number: int, day_number: int) -> Callable[[int], date]:
    return lambda number: date(number, month_number, day_number)


def _nth(month_number: int, weekday: int, n: int) -> Callable[[int], date]:
    return lambda number: nth_weekday(number, month_number, weekday, n)


def _easter(offset: int) -> Callable[[int], date]:
    return lambda number: easter(number) + timedelta(days=offset)


def _election_day(number: int) -> date:
    return nth_weekday(number, 11, 0, 1) + timedelta(days=1)


# Name without apostrophes, in lower case -> the day in a year.
HOLIDAYS: dict[str, Callable[[int], date]] = {
    "april fools day": _fixed(4, 1),
    "armistice day": _fixed(11, 11),
    "ash wednesday": _easter(-46),
    "australia day": _fixed(1, 26),
    "bastille day": _fixed(7, 14),
    "black friday": lambda number: nth_weekday(number, 11, 3, 4) + timedelta(days=1),
    "boxing day": _fixed(12, 26),
    "canada day": _fixed(7, 1),
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "columbus day": _nth(10, 0, 2),
    "cyber monday": lambda number: nth_weekday(number, 11, 3, 4) + timedelta(days=4),
    "earth day": _fixed(4, 22),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "easter sunday": _easter(0),
    "election day": _election_day,
    "epiphany": _fixed(1, 6),
    "father s day": _nth(6, 6, 3),
    "good friday": _easter(-2),
    "groundhog day": _fixed(2, 2),
    "halloween": _fixed(10, 31),
    "inauguration day": _fixed(1, 20),
    "independence day": _fixed(7, 4),
    "juneteenth": _fixed(6, 19),
    "labor day": _nth(9, 0, 1),
    "labour day": _nth(9, 0, 1),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr day": _nth(1, 0, 3),
    "may day": _fixed(5, 1),
    "memorial day": _nth(5, 0, -1),
    "mother s day": _nth(5, 6, 2),
    "new year": _fixed(1, 1),
    "new year s": _fixed(1, 1),
    "new year s day": _fixed(1, 1),
    "new year s eve": _fixed(12, 31),
    "palm sunday": _easter(-7),
    "presidents day": _nth(2, 0, 3),
    "remembrance day": _fixed(11, 11),
    "st patrick s day": _fixed(3, 17),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving eve": lambda number: (
        nth_weekday(number, 11, 3, 4) - timedelta(days=1)
    ),
    "valentine s day": _fixed(2, 14),
    "veterans day": _fixed(11, 11),
    "xmas": _fixed(12, 25),
}


def holiday(name: str, number: int) -> date | None:
    """Return the day of a holiday in a year; `None` if it is not known.

    >>> holiday("labor day", 2018)
    datetime.date(2018, 9, 3)
    """
    find = HOLIDAYS.get(name)
    return None if find is None or not 1 <= number <= MAX_YEAR else find(number)
