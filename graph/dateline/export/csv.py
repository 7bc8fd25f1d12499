"""A timeline as CSV: one row per event, made to be opened in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO

from dateline.export.formats import Material
from dateline.query.results import EventDate, Timeline, TimelineEntry

_DATE_COLUMNS = (
    "earliest_begin",
    "latest_begin",
    "earliest_end",
    "latest_end",
    "edtf",
    "time_of_day",
    "granularity",
    "basis",
    "anchor",
    "words",
)
COLUMNS = (
    "event",
    "label",
    "type",
    "status",
    "factuality",
    *(f"date_{name}" for name in _DATE_COLUMNS),
    "who",
    "where",
    "according_to",
    "sentence",
    "article",
    "article_title",
    "publisher",
    "published",
    "salience",
)

# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(material: Material, output: IO[bytes]) -> None:
    """Write the timeline of `material` as CSV."""
    output.writelines(timeline_csv(material.timeline()))


def timeline_csv(timeline: Timeline) -> Iterator[bytes]:
    r"""Yield `timeline` as CSV (RFC 4180) in UTF-8, a header and one row per event.

    Several values in one cell are joined by "; ". Every cell is safe to open in a
    spreadsheet: see `safe_cell`.

    >>> b"".join(timeline_csv(Timeline(())))[:26]
    b'event,label,type,status,fa'
    """
    yield _line(COLUMNS)
    for entry in timeline:
        yield _line([safe_cell(cell) for cell in _row(entry)])


def safe_cell(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula.

    A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an
    apostrophe in front, as OWASP advises ("CSV Injection"): an article can contain
    anything. A program that reads the file takes the apostrophe off again.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("a summit")
    ("'=HYPERLINK(1)", 'a summit')
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _line(cells: list[str] | tuple[str, ...]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue().encode("utf-8", "backslashreplace")


def _row(entry: TimelineEntry) -> list[str]:
    article = entry.article
    return [
        entry.iri,
        entry.label,
        entry.event_type,
        entry.status.value,
        entry.factuality,
        *_date_cells(entry.date),
        "; ".join(f"{who.name} ({who.role})" for who in entry.participants),
        "; ".join(place.name for place in entry.places),
        "; ".join(claim.source for claim in entry.claims),
        " ".join(evidence.sentence for evidence in entry.evidence[:1]),
        article.iri,
        article.title or "",
        article.publisher or "",
        article.published or "",
        f"{entry.salience:.3f}",
    ]


def _date_cells(when: EventDate | None) -> list[str]:
    if when is None:
        return [""] * len(_DATE_COLUMNS)
    values = (getattr(when, name) for name in _DATE_COLUMNS)
    return ["" if value is None else str(value) for value in values]
