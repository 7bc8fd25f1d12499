"""Find the files that an input names: a file, a folder, a pattern, or "-"."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from dateline.errors import SourceError
from dateline.sources.decode import is_utf16
from dateline.sources.names import shown

STDIN = "-"


class Form(Enum):
    """How an article is written down."""

    TEXT = "text"
    HTML = "html"
    LINES = "lines"


_SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".jsonl": Form.LINES,
    ".ndjson": Form.LINES,
}
_KNOWN = ", ".join(_SUFFIXES)


def form_of_name(name: str) -> Form | None:
    """Return the form that a file's suffix tells, `.gz` left aside.

    >>> form_of_name("news/feed.jsonl.gz").value
    'lines'
    """
    stem = name.lower().removesuffix(".gz")
    return _SUFFIXES.get(os.path.splitext(stem)[1])  # noqa: PTH122 - no path needed


def form_of_line(line: bytes) -> Form:
    """Return the form that the first non-blank line of a source tells.

    >>> form_of_line(b"<!DOCTYPE html>").value, form_of_line(b"It rained.").value
    ('html', 'text')
    """
    if is_utf16(line):
        line = line.decode("utf-16", "ignore").encode()
    start = line.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000].lower()
    tags = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article")
    is_markup = start.startswith((b"<?xml", b"<!--"))
    if start.startswith(tags) or (is_markup and any(tag in start for tag in tags[:2])):
        return Form.HTML
    return Form.LINES if start.startswith((b"{", b"[{")) else Form.TEXT


def find_files(name: str) -> Iterator[str]:
    """Yield the files that `name` stands for, sorted; "-" stands for itself.

    Raises:
        SourceError: if there is no such file, or none that can be read in a folder.
    """
    if name == STDIN:
        yield name
        return
    path = Path(name)
    try:
        is_folder, exists = bool(name) and path.is_dir(), bool(name) and path.exists()
    except (OSError, ValueError) as error:
        raise SourceError(shown(name), "this is no name of a file", "") from error
    if is_folder:
        yield from _in_folder(name)
    elif exists:
        yield name
    elif glob.has_magic(name):
        yield from _matching(name)
    else:
        raise SourceError(shown(name), "there is no such file", "check the path")


def _in_folder(name: str) -> Iterator[str]:
    is_empty = True
    for folder, folders, files in os.walk(name, onerror=_refuse_folder):
        folders[:] = sorted(item for item in folders if not item.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and form_of_name(file) is not None:
                is_empty = False
                yield str(Path(folder, file))
    if is_empty:
        why = "the folder has no article"
        raise SourceError(shown(name), why, f"articles end in {_KNOWN} (or .gz of it)")


def _refuse_folder(error: OSError) -> None:
    why = f"the folder cannot be read: {error.strerror}"
    raise SourceError(shown(str(error.filename)), why, "check its permissions")


def _matching(pattern: str) -> Iterator[str]:
    names = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - as it is given
    if not names:
        hint = "check the pattern; quote it, so that the shell leaves it alone"
        raise SourceError(shown(pattern), "no file matches the pattern", hint)
    for name in names:
        if Path(name).is_dir():
            continue
        yield name
