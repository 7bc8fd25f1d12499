"""Know the days of Muslim and Jewish holidays, which follow the moon.

The Muslim months are those of the tabular calendar; where a month begins by sight of
the moon it may differ by a day, so a reading is that day or one beside it. Jewish days
begin on the evening before. Both by the arithmetic of Reingold and Dershowitz,
"Calendrical Calculations" (2018), chapters 7 and 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from dateline.annotate.timex_calendar import MAX_YEAR

# Rata die of the first day of each calendar; `date.toordinal` counts the same way.
_ISLAMIC_EPOCH, _HEBREW_EPOCH = 227_015, -1_373_427
_TISHRI = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class MovableFeast:
    """A feast by month and day of its calendar, and how many days it lasts."""

    is_islamic: bool
    month: int
    day: int
    days: int = 1


_RAMADAN, _SHAWWAL, _HIJJAH, _MUHARRAM = 9, 10, 12, 1

FEASTS = MappingProxyType(
    {
        "ramadan": MovableFeast(is_islamic=True, month=_RAMADAN, day=1, days=30),
        "eid al fitr": MovableFeast(is_islamic=True, month=_SHAWWAL, day=1),
        "eid al adha": MovableFeast(is_islamic=True, month=_HIJJAH, day=10),
        "ashura": MovableFeast(is_islamic=True, month=_MUHARRAM, day=10),
        "rosh hashanah": MovableFeast(is_islamic=False, month=7, day=1, days=2),
        "yom kippur": MovableFeast(is_islamic=False, month=7, day=10),
        "hanukkah": MovableFeast(is_islamic=False, month=9, day=25, days=8),
        "passover": MovableFeast(is_islamic=False, month=1, day=15, days=8),
    }
)


def feast_days(name: str, year: int) -> Iterator[date]:
    """Yield the first day of a feast wherever one lies in a Gregorian year.

    A Muslim year is shorter than ours: some feasts come twice in a year.

    >>> [day.isoformat() for day in feast_days("ramadan", 2030)]
    ['2030-01-06', '2030-12-26']
    >>> [day.isoformat() for day in feast_days("yom kippur", 2023)]
    ['2023-09-25']
    """
    feast = FEASTS.get(name)
    if feast is None or not 1 < year <= MAX_YEAR:
        return
    if feast.is_islamic:
        about = (date(year, 1, 1).toordinal() - _ISLAMIC_EPOCH) * 30 // 10_631 + 1
        first, fixed = about - 1, _from_islamic
    else:
        first, fixed = year + 3759, _from_hebrew
    for number in range(first, first + 4):
        day = date.fromordinal(max(fixed(number, feast.month, feast.day), 1))
        if day.year == year:
            yield day


def _from_islamic(year: int, month: int, day: int) -> int:
    """Return the day of the tabular Muslim calendar as an ordinal."""
    months = 29 * (month - 1) + month // 2
    leap_days = (3 + 11 * year) // 30
    return _ISLAMIC_EPOCH - 1 + 354 * (year - 1) + leap_days + months + day


def _from_hebrew(year: int, month: int, day: int) -> int:
    """Return the day of the Jewish calendar as an ordinal; months count from Nisan."""
    new_year = _hebrew_new_year(year)
    if month < _TISHRI:
        months = [*range(_TISHRI, _months_of(year) + 1), *range(1, month)]
    else:
        months = list(range(_TISHRI, month))
    return new_year + sum(_days_of(year, each) for each in months) + day - 1


def _is_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7  # noqa: PLR2004 - seven leap years in nineteen


def _months_of(year: int) -> int:
    return 13 if _is_leap(year) else 12


def _days_of(year: int, month: int) -> int:
    """Return the length of a month; two of them give the year its length."""
    if month in {2, 4, 6, 10, 13}:
        return 29
    length = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    if month == 8:  # noqa: PLR2004 - Marheshvan is long in a complete year
        return 30 if length % 10 == 5 else 29  # noqa: PLR2004
    if month == 9:  # noqa: PLR2004 - Kislev is short in a deficient year
        return 29 if length % 10 == 3 else 30  # noqa: PLR2004
    if month == 12:  # noqa: PLR2004 - Adar, the first of two in a leap year
        return 30 if _is_leap(year) else 29
    return 30


def _hebrew_new_year(year: int) -> int:
    """Return the first of Tishri: the new moon, put off by up to two days."""
    elapsed = _elapsed(year)
    if _elapsed(year + 1) - elapsed == 356:  # noqa: PLR2004
        elapsed += 2
    elif elapsed - _elapsed(year - 1) == 382:  # noqa: PLR2004
        elapsed += 1
    return _HEBREW_EPOCH + elapsed


def _elapsed(year: int) -> int:
    """Return the days from the epoch to the mean new moon of Tishri."""
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days  # noqa: PLR2004
