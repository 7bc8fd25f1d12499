"""Records of JSON Lines become documents, line by line."""

from __future__ import annotations

import codecs
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO

from dateline.errors import SourceError
from dateline.model.text import Dct, DctBasis, Document
from dateline.sources.dates import find_dates, parse_published
from dateline.sources.decode import broken_stream, decode, too_long
from dateline.sources.documents import check_text, document_from_text
from dateline.sources.names import mint_from_record, quoted, web_iri

# A character may be written as \uXXXX; the other fields need some room too.
_BYTES_PER_CHARACTER = 6
_OTHER_FIELDS = 65_536
_ONE_A_LINE = "put each record on one line (jq -c . FILE)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A source of records and what holds for all of them.

    `mint` gives the IRI of a record without id and url, from its line and text.
    """

    where: str
    max_characters: int
    dct: Dct | None
    mint: Callable[[int, str], str]


def read_lines(
    stream: BinaryIO,
    lines: Lines,
    on_error: Callable[[SourceError], None],
    first: Iterable[bytes] = (),
) -> Iterator[Document]:
    """Yield a document for each record; report and skip those that are wrong.

    `first` are lines already taken from the stream.
    """
    limit = line_limit(lines.max_characters)
    number = 0
    try:
        for number, raw in enumerate(_bounded(first, stream, limit), start=1):
            plain = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
            if not plain.strip():
                continue
            try:
                if len(raw) > limit:
                    raise too_long(f"{lines.where}:{number}", lines.max_characters)
                yield _document(plain, lines, number)
            except SourceError as error:
                on_error(error)
                if number == 1 and plain.strip() in {b"{", b"["}:
                    return
    except (OSError, EOFError, zlib.error) as error:
        on_error(broken_stream(error, f"{lines.where}:{number + 1}"))


def line_limit(max_characters: int) -> int:
    """Return the most bytes that the line of a record may have.

    >>> line_limit(1_000)
    71536
    """
    return max_characters * _BYTES_PER_CHARACTER + _OTHER_FIELDS


def _bounded(first: Iterable[bytes], stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield lines; of one that is too long, only its first `limit` + 1 bytes."""
    for raw in chain(first, iter(lambda: stream.readline(limit + 1), b"")):
        rest = raw
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
        yield raw


def _document(raw: bytes, lines: Lines, number: int) -> Document:
    where = f"{lines.where}:{number}"
    record = _record(raw, where)
    text = _text(record, where)
    if len(text) > lines.max_characters:
        raise too_long(where, lines.max_characters)
    name, url = _field(record, "id", where), _field(record, "url", where)
    iri = web_iri(url) or web_iri(name) or (mint_from_record(name) if name else None)
    return document_from_text(
        text,
        id=iri or lines.mint(number, text),
        title=_field(record, "title", where),
        publisher=_field(record, "publisher", where),
        author=_field(record, "author", where) or _field(record, "byline", where),
        language=_field(record, "language", where),
        url=url,
        dct=lines.dct or _dct(record, where),
    )


def _record(raw: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(decode(raw, where))
    except json.JSONDecodeError as error:
        why = f"this is not a JSON record: {error.msg} at column {error.colno}"
        raise SourceError(where, why, _ONE_A_LINE) from error
    except RecursionError as error:
        why = "this JSON record is nested too deeply"
        raise SourceError(where, why, "remove it") from error
    except ValueError as error:
        if isinstance(error, SourceError):
            raise
        why = f"this is not a JSON record: {error}"
        raise SourceError(where, why, _ONE_A_LINE) from error
    if not isinstance(record, dict):
        why = f"the record is a JSON {type(record).__name__}, not an object"
        raise SourceError(where, why, _ONE_A_LINE)
    return record


def _text(record: dict[str, Any], where: str) -> str:
    text = record.get("text")
    if text is None:
        why = "the record has no field 'text'"
        raise SourceError(where, why, "name the field with the article 'text'")
    if not isinstance(text, str):
        why = f"the field 'text' is {quoted(text)}, not a string"
        raise SourceError(where, why, "write the article as one string")
    check_text(text, where)
    return text


def _field(record: dict[str, Any], name: str, where: str) -> str | None:
    """Return a field as one line; `None` if it is absent or blank."""
    value = record.get(name)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value) or None
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        why = f"the field {name!r} is {quoted(value)}, not a string"
        raise SourceError(where, why, "write it as a string, or leave it out")
    check_text(value, f"{where} ({name})")
    return " ".join(value.split())


def _dct(record: dict[str, Any], where: str) -> Dct | None:
    """Return the record's date: its field, else a full date in its dateline."""
    published = _field(record, "published", where)
    if published is not None:
        return parse_published(published, where=where, basis=DctBasis.RECORD)
    for name in ("byline", "dateline"):
        for found in find_dates(_field(record, name, where) or "", DctBasis.RECORD):
            return found.dct
    return None
