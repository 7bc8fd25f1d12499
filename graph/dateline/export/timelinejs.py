"""A timeline as JSON for TimelineJS3."""

from __future__ import annotations

import calendar
import html
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import IO, Any

from dateline.export.formats import Material
from dateline.query.results import EventDate, Timeline, TimelineEntry

SayDate = Callable[[EventDate | None], str]


def write_timelinejs(material: Material, output: IO[bytes]) -> None:
    """Write the timeline of `material` as JSON for TimelineJS3."""
    output.writelines(
        timeline_timelinejs(material.timeline(), say_date=material.say_date)
    )


def timeline_timelinejs(timeline: Timeline, *, say_date: SayDate) -> Iterator[bytes]:
    r"""Yield `timeline` in the JSON format of TimelineJS3.

    TimelineJS needs a start date: events whose date is open on a side are left out. No
    date is finer than it is known: a month has no day. TimelineJS renders text as HTML,
    so every text is escaped.

    >>> b"".join(timeline_timelinejs(Timeline(()), say_date=str))
    b'{"events": []}\n'
    """
    slides = [
        _slide(entry, entry.date, say_date)
        for entry in timeline
        if entry.date and entry.date.is_dated
    ]
    text = json.dumps({"events": slides}, ensure_ascii=False)
    yield text.encode("utf-8", "backslashreplace") + b"\n"


def date_parts(first: date, last: date) -> tuple[dict[str, int], dict[str, int]]:
    """Return begin and end of `[first, last]`, no finer than they must be.

    >>> date_parts(date(2018, 6, 1), date(2018, 6, 30))
    ({'year': 2018, 'month': 6}, {'year': 2018, 'month': 6})
    >>> date_parts(date(1950, 1, 1), date(1953, 12, 31))
    ({'year': 1950}, {'year': 1953})
    """
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return {"year": first.year}, {"year": last.year}
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return _month(first), _month(last)
    return _month(first) | {"day": first.day}, _month(last) | {"day": last.day}


def _month(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month}


def _slide(entry: TimelineEntry, when: EventDate, say_date: SayDate) -> dict[str, Any]:
    if when.earliest_begin is None or when.latest_end is None:
        msg = f"event {entry.iri} has no bounded date"
        raise ValueError(msg)
    start, end = date_parts(when.earliest_begin, when.latest_end)
    slide: dict[str, Any] = {
        "unique_id": entry.iri,
        "start_date": start,
        "display_date": html.escape(say_date(when)),
        "group": html.escape(entry.event_type),
        "text": {"headline": _headline(entry), "text": _body(entry)},
    }
    if end != start:
        slide["end_date"] = end
    return slide


def _headline(entry: TimelineEntry) -> str:
    status = entry.status.value.replace("-", " ")
    mark = "" if status == "happened" else f" ({status})"
    return html.escape(entry.label + mark)


def _body(entry: TimelineEntry) -> str:
    lines = [evidence.sentence for evidence in entry.evidence[:1]]
    if entry.participants:
        lines.append(", ".join(f"{p.name} ({p.role})" for p in entry.participants))
    if entry.claims:
        lines.append(f"According to {', '.join(c.source for c in entry.claims)}")
    lines.append(entry.article.title or entry.article.iri)
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)
