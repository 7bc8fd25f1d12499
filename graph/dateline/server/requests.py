"""Read what a client sends: bodies within limits, and the SPARQL 1.1 Protocol."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from dateline.server.process import RefusedError
from dateline.server.settings import Limits

FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
_GZIP = 31
_MAX_FIELDS = 1_000
_MAX_QUERY = 1_000_000

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A query or an update, with the dataset that the request gives it."""

    text: str
    is_update: bool
    default: tuple[str, ...]
    named: tuple[str, ...]


def pairs_of(encoded: bytes) -> Pairs:
    """Return the parameters of a query string or form, in order.

    Raises:
        RefusedError: if they are not UTF-8, or too many (400).

    >>> pairs_of(b"query=ASK+%7B%7D")
    [('query', 'ASK {}')]
    """
    try:
        return parse_qsl(
            encoded.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MAX_FIELDS,
        )
    except ValueError as error:
        raise RefusedError(400, f"the parameters cannot be read: {error}") from error


def all_of(pairs: Pairs, name: str) -> tuple[str, ...]:
    """Return the values of a parameter.

    >>> all_of([("a", "1"), ("b", "2"), ("a", "3")], "a")
    ('1', '3')
    """
    return tuple(value for key, value in pairs if key == name)


async def read_operation(request: Request, limits: Limits) -> Operation | None:
    """Return the operation of a request to `/sparql`; `None` if it names none.

    Raises:
        RefusedError: if the Protocol does not allow it (400, 413, 415).
    """
    asked = pairs_of(request.scope["query_string"])
    if request.method in {"GET", "HEAD"}:
        if all_of(asked, "update"):
            raise RefusedError(400, "an update must be sent with POST")
        if not all_of(asked, "query"):
            return None
        return _operation(asked, asked)
    kind = media_type(request)
    if kind == FORM:
        body = await read_body(request, limits)
        return _operation(pairs_of(body), asked)
    if kind not in {QUERY, UPDATE}:
        accepted = f"{QUERY}, {UPDATE} or {FORM}"
        raise RefusedError(415, f"send {accepted}", {"Accept-Post": accepted})
    if charset(request) not in {"", "utf-8", "utf8"}:
        raise RefusedError(415, "SPARQL must be sent in UTF-8")
    body = await read_body(request, limits)
    name = "query" if kind == QUERY else "update"
    try:
        return _operation([(name, body.decode("utf-8"))], asked)
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the body is not UTF-8: {error}") from error


def _operation(told: Pairs, asked: Pairs) -> Operation:
    queries, updates = all_of(told, "query"), all_of(told, "update")
    if len(queries) + len(updates) != 1:
        count = len(queries) + len(updates)
        raise RefusedError(400, f"send one query or one update, not {count}")
    pairs = told if told is asked else told + asked
    prefix = "using" if updates else "default"
    graph = "using-graph-uri" if updates else "default-graph-uri"
    named = "using-named-graph-uri" if prefix == "using" else "named-graph-uri"
    text = (queries or updates)[0]
    if queries and len(text) > _MAX_QUERY:
        raise RefusedError(413, f"a query may have {_MAX_QUERY:,} characters")
    return Operation(
        text=text,
        is_update=bool(updates),
        default=all_of(pairs, graph),
        named=all_of(pairs, named),
    )


def media_type(request: Request) -> str:
    """Return the media type of the body, lower case."""
    content: str = request.headers.get("content-type", "")
    return content.partition(";")[0].strip().lower()


def charset(request: Request) -> str:
    """Return the charset that the body is said to have, lower case."""
    return parameter(request.headers.get("content-type", ""), "charset").lower()


def parameter(header: str, name: str) -> str:
    """Return a parameter of a media type, or nothing.

    >>> parameter('multipart/form-data; boundary="a b"', "boundary")
    'a b'
    """
    for part in header.split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == name:
            return value.strip().strip('"')
    return ""


async def read_body(request: Request, limits: Limits) -> bytes:
    """Read the body, decompressed.

    Raises:
        RefusedError: if it is too large, slow, or packed in an unknown way.
    """
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip"}:
        raise RefusedError(415, "Content-Encoding may be gzip", {"Accept": "*/*"})
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > limits.body_bytes:
        raise _too_large(limits)
    try:
        async with asyncio.timeout(limits.client_s):
            body = await _collect(request, limits)
    except TimeoutError as error:
        raise RefusedError(408, "the body came too slowly") from error
    except ClientDisconnect as error:
        raise RefusedError(400, "the client has gone") from error
    return _unpack(body, limits) if encoding == "gzip" else body


async def _collect(request: Request, limits: Limits) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limits.body_bytes:
            raise _too_large(limits)
    return bytes(body)


def _unpack(body: bytes, limits: Limits) -> bytes:
    # Never more than allowed is unpacked, so that a bomb does not go off.
    packed = zlib.decompressobj(_GZIP)
    try:
        plain = packed.decompress(body, limits.body_bytes + 1)
    except zlib.error as error:
        raise RefusedError(400, f"the body is no gzip: {error}") from error
    if len(plain) > limits.body_bytes:
        raise _too_large(limits)
    if not packed.eof:
        raise RefusedError(400, "the body is gzip that breaks off")
    return plain


def _too_large(limits: Limits) -> RefusedError:
    return RefusedError(413, f"a body may have {limits.body_bytes:,} bytes")


def parts_of(body: bytes, boundary: str) -> Iterable[tuple[str, bytes]]:
    r"""Yield the media type and content of each part of a `multipart/form-data` body.

    >>> body = b"--x\r\nContent-Type: text/turtle\r\n\r\n<a:a> <a:b> 1 .\r\n--x--\r\n"
    >>> list(parts_of(body, "x"))
    [('text/turtle', b'<a:a> <a:b> 1 .')]
    """
    if not boundary:
        raise RefusedError(400, "multipart/form-data needs a boundary")
    mark = b"\r\n--" + boundary.encode()
    _, *pieces = (b"\r\n" + body).split(mark)
    for piece in pieces[:_MAX_FIELDS]:
        if piece.startswith(b"--"):
            return
        head, found, content = piece.partition(b"\r\n\r\n")
        if not found:
            raise RefusedError(400, "a part of the body has no end of its headers")
        yield _type_of(head), content


def _type_of(head: bytes) -> str:
    for line in head.decode("latin-1").split("\r\n"):
        name, _, value = line.partition(":")
        if name.strip().lower() == "content-type":
            return value.strip()
    return "text/turtle"
