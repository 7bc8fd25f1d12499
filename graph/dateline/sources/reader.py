"""Read inputs into documents, one at a time."""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from dateline.errors import SourceError
from dateline.model.text import Dct, Document
from dateline.sources.dates import parse_published
from dateline.sources.decode import (
    GZIP,
    broken_stream,
    decode,
    decode_html,
    is_utf16,
    read_bytes,
    refuse_binary,
    too_long,
)
from dateline.sources.documents import document_from_text
from dateline.sources.inputs import STDIN, Form, find_files, form_of_line, form_of_name
from dateline.sources.jsonlines import Lines, line_limit, read_lines
from dateline.sources.names import mint_from_path, mint_from_text, shown

MAX_CHARACTERS = 2_000_000

OnError = Callable[[SourceError], None]


@dataclass(frozen=True, slots=True)
class _Options:
    max_characters: int
    dct: Dct | None
    on_error: OnError


def read(
    inputs: Sequence[str],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    max_characters: int = MAX_CHARACTERS,
    on_error: OnError,
) -> Iterator[Document]:
    """Read files, folders, glob patterns and "-" (standard input) into documents.

    Text, HTML and JSON Lines are told apart by their suffix, else by their first line;
    each may be packed with gzip. Documents stream. What cannot be read is handed to
    `on_error` and skipped. An article that comes twice is yielded once.

    Args:
        inputs: paths, patterns or "-".
        published: the publication date of all of them; wins over their own.
        stdin: what "-" reads; `sys.stdin` by default.
        max_characters: longer articles are refused.
        on_error: called with each error.

    Raises:
        SourceError: at once, if `published` is not a date.

    >>> from io import BytesIO
    >>> stdin = BytesIO(b"They met on Monday.")
    >>> [doc.text for doc in read(["-"], stdin=stdin, on_error=print)]
    ['They met on Monday.']
    >>> list(read(["no-such-file.txt"], on_error=print))
    no-such-file.txt: there is no such file; check the path
    []
    """
    dct = None if published is None else parse_published(published, where="--published")
    options = _Options(max_characters, dct, on_error)
    return _without_clashes(_read_all(inputs, stdin, options), on_error)


def _read_all(
    inputs: Sequence[str], stdin: BinaryIO | None, options: _Options
) -> Iterator[tuple[str, Document]]:
    """Yield each document with the place it came from."""
    for name in inputs:
        try:
            for file in find_files(name):
                for document in _read_file(file, stdin, options):
                    yield shown(file), document
        except SourceError as error:
            options.on_error(error)


def _without_clashes(
    documents: Iterator[tuple[str, Document]], on_error: OnError
) -> Iterator[Document]:
    """Drop what came before; report another text under the same id."""
    seen: dict[str, bytes] = {}
    for where, document in documents:
        digest = hashlib.sha256(document.text.encode()).digest()[:16]
        before = seen.setdefault(document.id, digest)
        if before is digest:
            yield document
        elif before != digest:
            why = f"its id {document.id} was used before for another text"
            on_error(SourceError(where, why, "give each article its own id or url"))


def _read_file(
    file: str, stdin: BinaryIO | None, options: _Options
) -> Iterator[Document]:
    where = "<stdin>" if file == STDIN else shown(file)
    with ExitStack() as stack:
        try:
            if file == STDIN:
                stream = stdin or sys.stdin.buffer
            else:
                stream = stack.enter_context(Path(file).open("rb"))
            yield from _read_stream(_unpacked(stream, stack), file, where, options)
        except SourceError as error:
            options.on_error(error)
        except (OSError, EOFError) as error:
            options.on_error(broken_stream(error, where))


@dataclass(slots=True)
class _Stream:
    """A stream and the lines already taken from it."""

    head: list[bytes]
    rest: BinaryIO

    def read(self, where: str, max_characters: int) -> bytes:
        return b"".join(self.head) + read_bytes(self.rest, where, max_characters)


def _unpacked(stream: BinaryIO, stack: ExitStack) -> _Stream:
    magic = stream.read(2)
    if magic != GZIP:
        # As lines, so that the records after blank ones keep their numbers.
        return _Stream(re.findall(rb"[^\n]*\n|[^\n]+", magic), stream)
    packed = cast("BinaryIO", _Joined(magic, stream))
    return _Stream([], cast("BinaryIO", stack.enter_context(gzip.open(packed, "rb"))))


@dataclass(slots=True)
class _Joined:
    """A stream with its first bytes put back, as far as gzip reads one."""

    head: bytes
    rest: BinaryIO

    def read(self, size: int = -1) -> bytes:
        if not self.head:
            return self.rest.read(size)
        head, self.head = self.head, b""
        return head + self.rest.read(max(size - len(head), 0) if size >= 0 else -1)


def _read_stream(
    stream: _Stream, file: str, where: str, options: _Options
) -> Iterator[Document]:
    _take_first_line(stream, where, options.max_characters)
    first = stream.head[-1] if stream.head else b""
    form = form_of_name(file) if file != STDIN else None
    if form is None or form is Form.TEXT:
        sniffed = form_of_line(first)
        # A text file may begin with a brace, but hardly with a tag of HTML.
        form = form if form and sniffed is not Form.HTML else sniffed
    if form is Form.LINES:
        _refuse_as_lines(b"".join(stream.head), where)
        lines = Lines(
            where=where,
            max_characters=options.max_characters,
            dct=options.dct,
            mint=lambda line, text: _mint(file, text, line=line),
        )
        yield from read_lines(stream.rest, lines, options.on_error, stream.head)
        return
    raw = stream.read(where, options.max_characters)
    refuse_binary(raw, where)
    if form is Form.HTML:
        yield _from_html(raw, file, where, options)
    else:
        yield _from_text(raw, file, where, options)


def _refuse_as_lines(head: bytes, where: str) -> None:
    refuse_binary(head, where)
    if is_utf16(head):
        hint = "convert it with: iconv -f UTF-16 -t UTF-8"
        raise SourceError(where, "JSON Lines must be UTF-8, not UTF-16", hint)


def _take_first_line(stream: _Stream, where: str, max_characters: int) -> None:
    """Take lines until one is not blank; the two bytes of the magic belong to one."""
    limit = left = line_limit(max_characters)
    taken = stream.head.pop() if stream.head else b""
    while True:
        if not taken.endswith(b"\n"):
            taken += stream.rest.readline(limit + 1)
        if not taken:
            return
        stream.head.append(taken)
        if taken.strip(b"\xef\xbb\xbf \t\r\n"):
            return
        left -= len(taken)
        if left <= 0:
            raise too_long(where, max_characters)
        taken = b""


def _from_text(raw: bytes, file: str, where: str, options: _Options) -> Document:
    text = decode(raw, where)
    if len(text) > options.max_characters:
        raise too_long(where, options.max_characters)
    return _named(
        lambda: document_from_text(text, id=_mint(file, text), dct=options.dct), where
    )


def _from_html(raw: bytes, file: str, where: str, options: _Options) -> Document:
    # Loading trafilatura takes longer than reading a text.
    from dateline.sources.html import document_from_html  # noqa: PLC0415

    page = decode_html(raw, where)
    return _named(
        lambda: document_from_html(
            page, where=where, fallback_id=_mint(file, page), dct=options.dct
        ),
        where,
    )


def _named(make: Callable[[], Document], where: str) -> Document:
    """Make a document; its error names the place, not the IRI."""
    try:
        return make()
    except SourceError as error:
        raise SourceError(where, error.why, error.hint) from error


def _mint(file: str, text: str, *, line: int | None = None) -> str:
    return mint_from_text(text) if file == STDIN else mint_from_path(file, line=line)
