"""Read a publication date strictly: a day is named, or there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from dateline.errors import SourceError
from dateline.model.text import Dct, DctBasis
from dateline.sources.date_patterns import (
    FORMS,
    IN_LINE,
    MONTHS,
    NO_DAY,
    UNCLEAR_ORDER,
    WEEKDAYS,
    ZONES,
)
from dateline.sources.names import quoted

_HINT = "write it as 2018-07-12 or 2018-07-12T15:03-04:00"
_LONGEST = 80
_LINE = 300
_NOON = 12
_DAY_MINUTES = 24 * 60


class _WrongDateError(ValueError):
    """Say that words have the form of a date and name none."""


def parse_published(
    words: str, *, where: str = "published", basis: DctBasis = DctBasis.OPTION
) -> Dct:
    """Read a publication date: ISO 8601, RFC 2822, or "July 12, 2018 - 3:03 pm".

    A day is never invented: "July 2018" is refused. Hour and time zone are kept where
    they are given.

    Raises:
        SourceError: at `where`, if the words do not name one day.

    >>> parse_published("July 12, 2018 - 3:03 pm").isoformat()
    '2018-07-12T15:03:00'
    >>> parse_published("Thu, 12 Jul 2018 15:03:00 -0400").isoformat()
    '2018-07-12T15:03:00-04:00'
    >>> parse_published("July 2018")
    Traceback (most recent call last):
    dateline.errors.SourceError: published: the date 'July 2018' names no day; ...
    """
    text = " ".join(words[: 2 * _LONGEST].split())
    if len(text) <= _LONGEST:
        for form in FORMS:
            match = form.fullmatch(text)
            if match is None:
                continue
            try:
                return _dct(match, basis)
            except _WrongDateError as error:
                why = f"the date {quoted(words)} is wrong: {error}"
                raise SourceError(where, why, _HINT) from error
    raise SourceError(where, f"the date {quoted(words)} {_complaint(text)}", _HINT)


def _complaint(text: str) -> str:
    if not text:
        return "is empty"
    if NO_DAY.fullmatch(text):
        return "names no day"
    if UNCLEAR_ORDER.fullmatch(text):
        return "does not say which number is the day"
    return "cannot be read"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date inside a line: `[start, end)` of the line, and what it means."""

    start: int
    end: int
    dct: Dct


def find_dates(line: str, basis: DctBasis) -> tuple[FoundDate, ...]:
    """Return the full dates in the first 300 characters of `line`, in order.

    >>> [d.dct.isoformat() for d in find_dates("Updated 4 May 2021", DctBasis.RECORD)]
    ['2021-05-04']
    """
    # One space for each odd one, so that offsets stay.
    plain = re.sub(r"\s", " ", line[:_LINE])
    found: list[FoundDate] = []
    for form in reversed(IN_LINE):  # time first, so that its clock is not left over
        for match in form.finditer(plain):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            try:
                found.append(FoundDate(start, end, _dct(match, basis)))
            except _WrongDateError:
                continue
    return tuple(sorted(found, key=lambda item: item.start))


def _dct(match: re.Match[str], basis: DctBasis) -> Dct:
    part = {key: value for key, value in match.groupdict().items() if value}
    month = part["month"].lower()
    try:
        day = date(int(part["year"]), MONTHS.get(month) or int(month), int(part["day"]))
    except ValueError as error:
        raise _WrongDateError(str(error)) from error
    weekday = part.get("weekday")
    if weekday is not None and WEEKDAYS[weekday.lower()] != day.weekday():
        msg = f"{day.isoformat()} is a {day:%A}, not a {weekday}"
        raise _WrongDateError(msg)
    clock = _time(part)
    offset = None if clock is None else _offset(part)
    return Dct(date=day, time=clock, utc_offset_minutes=offset, basis=basis)


def _time(part: dict[str, str]) -> time | None:
    if "hour" not in part:
        return None
    hour = int(part["hour"])
    half = part.get("half", "")
    if half:
        if not 1 <= hour <= _NOON:
            msg = f"there is no {hour} {half}"
            raise _WrongDateError(msg)
        hour = hour % _NOON + (_NOON if half.lower().startswith("p") else 0)
    try:
        return time(hour, int(part.get("minute", 0)), int(part.get("second", 0)))
    except ValueError as error:
        raise _WrongDateError(str(error)) from error


def _offset(part: dict[str, str]) -> int | None:
    if "offset" not in part:
        return ZONES.get(part.get("zone", "").lower())
    digits = part["offset"][1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes >= _DAY_MINUTES:
        msg = f"there is no time zone {part['offset']}"
        raise _WrongDateError(msg)
    return -minutes if part["offset"].startswith("-") else minutes
