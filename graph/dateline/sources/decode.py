"""Bytes to text: what is refused, and which encoding is read."""

from __future__ import annotations

import codecs
import re
import zlib
from typing import BinaryIO

from dateline.errors import SourceError

BYTES_PER_CHARACTER = 4

# Magic numbers of what people hand in by mistake.
_BINARIES = (
    (b"%PDF-", "a PDF file", "take the text out of it first: pdftotext FILE"),
    (b"PK\x03\x04", "a ZIP archive or office document", "save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text first"),
    (b"\x89PNG", "an image", "give the article's text"),
    (b"\xff\xd8\xff", "an image", "give the article's text"),
    (b"GIF8", "an image", "give the article's text"),
    (b"BZh", "a bzip2 file", "unpack it first, or use gzip"),
    (b"\xfd7zXZ", "an xz file", "unpack it first, or use gzip"),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "unpack it first, or use gzip"),
    (b"{\\rtf", "an RTF document", "save it as plain text first"),
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s?=\s?[\"']?([\w.:-]{2,40})",
    re.IGNORECASE,
)
_CHARSET_WITHIN = 4096
GZIP = b"\x1f\x8b"


def read_bytes(stream: BinaryIO, where: str, max_characters: int) -> bytes:
    """Read a whole stream, and not one byte more than a text of that size can have.

    Raises:
        SourceError: if the stream is longer, cannot be read, or its gzip is broken.
    """
    limit = max_characters * BYTES_PER_CHARACTER
    try:
        raw = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise broken_stream(error, where) from error
    if len(raw) > limit:
        raise too_long(where, max_characters)
    return raw


def broken_stream(error: Exception, where: str) -> SourceError:
    """Return the error of a stream that broke while it was read."""
    if (
        isinstance(error, (EOFError, zlib.error))
        or "gzip" in type(error).__name__.lower()
    ):
        return SourceError(where, f"the gzip data is broken: {error}", "pack it again")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return SourceError(where, f"cannot be read: {reason}", "check the file")


def too_long(where: str, max_characters: int) -> SourceError:
    """Return the error of a text that is longer than the limit."""
    why = f"the text is longer than {max_characters:,} characters"
    return SourceError(where, why, "split it into articles, one record each")


def is_utf16(raw: bytes) -> bool:
    """Tell whether a text begins with the mark of UTF-16.

    >>> is_utf16(b"Oslo")
    False
    """
    return raw.startswith(_UTF16)


def refuse_binary(raw: bytes, where: str) -> None:
    """Refuse what is no text.

    Raises:
        SourceError: names what it is, if it is known, and what to do.

    >>> refuse_binary(b"%PDF-1.7", "a.txt")
    Traceback (most recent call last):
    dateline.errors.SourceError: a.txt: this is a PDF file, not text; take the text ...
    """
    if not raw.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c"):
        raise SourceError(where, "the file is empty", "remove it from the input")
    for magic, kind, hint in _BINARIES:
        if raw.startswith(magic):
            raise SourceError(where, f"this is {kind}, not text", hint)
    if b"\0" in raw and not raw.startswith(_UTF16):
        why = f"this is a binary file, not text: NUL at byte {raw.index(0)}"
        hint = "give a text file; for UTF-16 without a mark: iconv -f UTF-16 -t UTF-8"
        raise SourceError(where, why, hint)


def decode(raw: bytes, where: str) -> str:
    r"""Decode UTF-8 with or without a byte order mark, or UTF-16 with one.

    Nothing else is changed: line ends stay as they are.

    Raises:
        SourceError: with the offset of the first wrong byte.

    >>> decode(b"\xef\xbb\xbfOslo\r\n", "a.txt")
    'Oslo\r\n'
    """
    encoding = "utf-16" if raw.startswith(_UTF16) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(error, where, encoding.removesuffix("-sig")) from error


def decode_html(raw: bytes, where: str) -> str:
    """Decode a page: as a text is, else with the character set that it declares.

    Raises:
        SourceError: if neither works.
    """
    try:
        return decode(raw, where)
    except SourceError:
        declared = _CHARSET.search(raw[:_CHARSET_WITHIN])
        name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
        if name in {"utf-8", "utf8"}:
            raise
    # Browsers read these labels so (WHATWG Encoding), and so pages use them.
    name = "windows-1252" if name in {"iso-8859-1", "latin1", "ascii"} else name
    try:
        if codecs.lookup(name)._is_text_encoding:  # noqa: SLF001 - "hex" is a codec too
            return raw.decode(name)
    except LookupError:
        pass
    except UnicodeError as error:
        raise _broken(error, where, name) from error
    why = f"the page declares an unknown character set {name!r}"
    raise SourceError(where, why, "convert it with: iconv -t UTF-8")


def _broken(error: UnicodeError, where: str, encoding: str) -> SourceError:
    place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
    why = f"the text is not valid {encoding.upper()}{place}"
    hint = "convert it with: iconv -f WINDOWS-1252 -t UTF-8 (or its own encoding)"
    return SourceError(where, why, hint)
