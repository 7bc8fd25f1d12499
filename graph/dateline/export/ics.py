"""A timeline as iCalendar (RFC 5545): all-day events as long as their uncertainty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import IO

from dateline.export.formats import Material
from dateline.model.facts import Status
from dateline.query.results import EventDate, Timeline, TimelineEntry

SayDate = Callable[[EventDate | None], str]

# RFC 5545, 3.8.1.11: the statuses that a VEVENT may have.
_STATUS = {
    Status.HAPPENED: "CONFIRMED",
    Status.DID_NOT_HAPPEN: "CANCELLED",
    Status.PLANNED: "TENTATIVE",
    Status.POSSIBLE: "TENTATIVE",
}
_LINE_OCTETS = 75
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_STAMP = "19700101T000000Z"


def write_ics(material: Material, output: IO[bytes]) -> None:
    """Write the timeline of `material` as iCalendar."""
    output.writelines(timeline_ics(material.timeline(), say_date=material.say_date))


def timeline_ics(timeline: Timeline, *, say_date: SayDate) -> Iterator[bytes]:
    r"""Yield `timeline` as one iCalendar object, a line at a time.

    An event lasts from the first to the last day that it can touch; its summary says
    what is known. An event whose date is open on a side cannot stand in a calendar: it
    is left out, and `X-WR-CALDESC` says how many were.

    >>> calendar = b"".join(timeline_ics(Timeline(()), say_date=str))
    >>> calendar.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    True
    """
    dated = [entry for entry in timeline if entry.date and entry.date.is_dated]
    left_out = len(timeline) - len(dated)
    yield from _lines(_head(left_out))
    for entry in dated:
        yield from _lines(_event(entry, say_date))
    yield from _lines(["END:VCALENDAR"])


def escape(text: str) -> str:
    r"""Escape `text` as a TEXT value (RFC 5545, 3.3.11); control characters go.

    >>> print(escape("Kim, Trump; a\\b"))
    Kim\, Trump\; a\\b
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", text).replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(";", "\\;").replace(",", "\\,")


def fold(line: str) -> bytes:
    r"""Return a content line, folded at 75 octets without splitting a character.

    RFC 5545, 3.1.

    >>> fold("X:" + "é" * 40).count(b"\r\n ")
    1
    """
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        octets = character.encode("utf-8", "replace")
        # Every piece after the first gives one octet to the leading space.
        if len(piece) + len(octets) > _LINE_OCTETS - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def _lines(lines: list[str]) -> Iterator[bytes]:
    for line in lines:
        yield fold(line)


def _head(left_out: int) -> list[str]:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Timeline//EN"]
    if left_out:
        note = f"Left out, for want of a date bounded on both sides: {left_out}"
        lines.append(f"X-WR-CALDESC:{escape(note)}")
    return lines


def _event(entry: TimelineEntry, say_date: SayDate) -> list[str]:
    when = entry.date
    if when is None or when.earliest_begin is None or when.latest_end is None:
        return []
    summary = entry.label
    if when.earliest_begin != when.latest_end:
        summary += f" ({say_date(when)})"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escape(entry.iri)}",
        f"DTSTAMP:{_stamp(entry.article.published)}",
        f"DTSTART;VALUE=DATE:{_day(when.earliest_begin)}",
        *_end(when.latest_end),
        f"SUMMARY:{escape(summary)}",
        f"DESCRIPTION:{escape(_description(entry, say_date))}",
        f"CATEGORIES:{escape(entry.event_type)}",
        f"STATUS:{_STATUS[entry.status]}",
        "TRANSP:TRANSPARENT",
    ]
    if entry.places:
        lines.append(f"LOCATION:{escape(', '.join(p.name for p in entry.places))}")
    return [*lines, "END:VEVENT"]


def _end(last: date) -> list[str]:
    """Write the first day after the event; the last day of all time has none."""
    if last == date.max:
        return []
    return [f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"]


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _stamp(published: str | None) -> str:
    """Make DTSTAMP, which the RFC demands, from the publication: no clock is read."""
    if published is None:
        return _NO_STAMP
    digits = published[:10].replace("-", "")
    return f"{digits}T000000Z" if digits.isdecimal() and len(digits) == 8 else _NO_STAMP  # noqa: PLR2004


def _description(entry: TimelineEntry, say_date: SayDate) -> str:
    lines = [evidence.sentence for evidence in entry.evidence[:1]]
    if entry.participants:
        who = ", ".join(f"{p.name} ({p.role})" for p in entry.participants)
        lines.append(f"Who: {who}")
    if entry.claims:
        lines.append(f"According to: {', '.join(c.source for c in entry.claims)}")
    lines.append(f"Date: {say_date(entry.date)}")
    if entry.date and entry.date.explanation:
        lines.append(entry.date.explanation)
    lines.append(f"Status: {entry.status} ({entry.factuality})")
    lines.append(entry.article.url or entry.article.iri)
    return "\n".join(lines)
