"""What a terminal gets: safe text, notes on stderr, progress."""

from __future__ import annotations

import re
import sys

import click

# Control characters can rewrite a terminal's screen or title, and bidirectional ones
# can make a text read as another; an article or a file name may contain either.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def one_line(text: str) -> str:
    r"""Return `text` as one line that a terminal can show: control characters escaped.

    >>> print(one_line("a\x1b[31mb\nc"))
    a\x1b[31mb\nc
    """
    return _UNSAFE.sub(lambda found: ascii(found[0])[1:-1], text)


def in_cell(text: str) -> str:
    r"""Return `text` for a cell of a table: white space joined, the rest escaped.

    >>> print(in_cell("met\n  in\tParis\x07"))
    met in Paris\x07
    """
    return one_line(" ".join(text.split()))


def note(message: str) -> None:
    """Tell the person something, on stderr: stdout is for results."""
    click.echo(one_line(message), err=True)


def plural(count: int, noun: str) -> str:
    """Say how many.

    >>> plural(1, "article"), plural(1200, "event")
    ('1 article', '1,200 events')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def is_terminal() -> bool:
    """Tell whether a person reads the results on a terminal."""
    return sys.stdout.isatty()
