"""The words between the server and its worker processes, over two pipes.

A frame is its kind (one byte), the length of what follows (four bytes, big-endian), and
that. A request is one `REQUEST` frame of JSON and a `DATA` frame for each body that it
announces; an answer is `HEAD` (JSON), any number of `DATA`, and `END` (JSON), or at any
point `ERROR` (JSON). A short answer is one frame, `WHOLE`: to read five takes longer
than many a query does.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import IO, Any

REQUEST, HEAD, DATA, END, ERROR, WHOLE = b"R", b"H", b"D", b"E", b"X", b"W"
PREFIX = struct.Struct(">cI")
_LENGTH = struct.Struct(">I")


def pack(kind: bytes, body: bytes) -> bytes:
    r"""Return a frame.

    >>> pack(DATA, b"ab")
    b'D\x00\x00\x00\x02ab'
    """
    return PREFIX.pack(kind, len(body)) + body


def pack_json(kind: bytes, value: Mapping[str, Any]) -> bytes:
    r"""Return a frame of JSON.

    >>> pack_json(END, {})
    b'E\x00\x00\x00\x02{}'
    """
    return pack(kind, json.dumps(value).encode())


def pack_whole(head: Mapping[str, Any], data: bytes) -> bytes:
    r"""Return a whole answer as a frame.

    >>> pack_whole({}, b"ab")
    b'W\x00\x00\x00\x08\x00\x00\x00\x02{}ab'
    """
    told = json.dumps(head).encode()
    return pack(WHOLE, _LENGTH.pack(len(told)) + told + data)


def unpack_whole(body: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the head and the data of a whole answer.

    >>> unpack_whole(pack_whole({}, b"ab")[PREFIX.size:])
    ({}, b'ab')
    """
    end = _LENGTH.size + _LENGTH.unpack_from(body)[0]
    head: dict[str, Any] = json.loads(body[_LENGTH.size : end])
    return head, body[end:]


def read(source: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Read a frame, or `None` at the end of the pipe.

    >>> from io import BytesIO
    >>> read(BytesIO(pack(DATA, b"ab")))
    (b'D', b'ab')
    """
    prefix = source.read(PREFIX.size)
    if len(prefix) < PREFIX.size:
        return None
    kind, length = PREFIX.unpack(prefix)
    return kind, source.read(length)
