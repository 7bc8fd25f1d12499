"""The answer to a query, in the form that a person or a program asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dateline.cli.console import in_cell
from dateline.cli.timeline_table import separated_lines
from dateline.export.csv import safe_cell

FORMATS = ("table", "json", "csv", "tsv")
_GAP = "  "


def answer_lines(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], form: str
) -> Iterator[str]:
    """Yield an answer as lines; `form` is one of `FORMATS`.

    JSON keeps numbers, truth values and `null`; the others have text alone, an empty
    one where there is no value.

    >>> list(answer_lines(["who", "n"], [("Ada", 2), (None, 10)], "table"))
    ['who  n', '---  --', 'Ada  2', '     10']
    >>> list(answer_lines(["who", "n"], [("Ada", 2)], "json"))
    ['[', '{"who": "Ada", "n": 2}', ']']
    """
    if form == "json":
        yield from _json_lines(columns, rows)
        return
    cells = [[_text(value) for value in row] for row in rows]
    if form == "csv":
        safe = (tuple(map(safe_cell, row)) for row in cells)
        yield from separated_lines(iter([tuple(columns)]), ",")
        yield from separated_lines(safe, ",")
    elif form == "tsv":
        plain = (tuple(map(in_cell, row)) for row in cells)
        yield from separated_lines(iter([tuple(columns)]), "\t")
        yield from separated_lines(plain, "\t")
    else:
        yield from _aligned([list(columns), *cells])


def _json_lines(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows, 1):
        values = dict(zip(columns, map(_plain, row), strict=True))
        comma = "," if number < len(rows) else ""
        yield json.dumps(values, ensure_ascii=True) + comma
    yield "]"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(_plain(value))


def _aligned(lines: list[list[str]]) -> Iterator[str]:
    lines = [[in_cell(cell) for cell in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    for line in lines:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield _GAP.join(padded).rstrip()
