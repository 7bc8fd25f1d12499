"""A timeline as JSON: everything the graph knows about each event."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import IO, Any

from dateline.export.formats import Material
from dateline.query.results import ArticleRef, Timeline, TimelineEntry

VERSION = 1
"""Counted up when a field changes its meaning or goes away, not when one is added."""


def write_json(material: Material, output: IO[bytes]) -> None:
    """Write the timeline of `material` as one JSON document."""
    output.writelines(timeline_json(material.timeline(), keep_text=material.keep_text))


def timeline_json(timeline: Timeline, *, keep_text: bool = True) -> Iterator[bytes]:
    """Yield `timeline` as JSON in UTF-8: its articles, then its events in order.

    `keep_text=False` leaves out the text of the articles; the sentences stay.

    >>> print(b"".join(timeline_json(Timeline(()))).decode(), end="")
    {"version": 1,
    "articles": [],
    "events": []}
    """
    yield f'{{"version": {VERSION},\n"articles": ['.encode()
    yield from _items(_article(ref, keep_text) for ref in _articles(timeline))
    yield b'],\n"events": ['
    yield from _items(entry_json(entry) for entry in timeline)
    yield b"]}\n"


def entry_json(entry: TimelineEntry) -> dict[str, Any]:
    """Return an event as plain JSON values; `article` is the IRI of its article."""
    plain = {field.name: getattr(entry, field.name) for field in fields(entry)}
    return {**_plain(plain), "article": entry.article.iri}


def _items(values: Iterator[Any]) -> Iterator[bytes]:
    for number, value in enumerate(values):
        text = json.dumps(value, ensure_ascii=False)
        # A lone surrogate cannot be written as UTF-8; JSON can escape it.
        line = text.encode("utf-8", "backslashreplace")
        yield (b"\n" if number == 0 else b",\n") + line


def _articles(timeline: Timeline) -> list[ArticleRef]:
    by_iri = {entry.article.iri: entry.article for entry in timeline}
    return [by_iri[iri] for iri in sorted(by_iri)]


def _article(ref: ArticleRef, keep_text: bool) -> dict[str, Any]:  # noqa: FBT001
    values = asdict(ref)
    if not keep_text or ref.text is None:
        del values["text"]
    return values


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
