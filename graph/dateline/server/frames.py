"""The words between the server and its worker processes, over two pipes.

A frame is its kind (one byte), the length of what follows (four bytes, big-endian), and
that. A request is one `REQUEST` frame of JSON and a `DATA` frame for each body that it
announces; an answer is `HEAD` (JSON), any number of `DATA`, and `END` (JSON), or at any
point `ERROR` (JSON).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import IO, Any

REQUEST, HEAD, DATA, END, ERROR = b"R", b"H", b"D", b"E", b"X"
PREFIX = struct.Struct(">cI")


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
