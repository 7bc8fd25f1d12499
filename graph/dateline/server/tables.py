"""Write the table that answers a named question: JSON, CSV, JSON-LD, HTML.

Each writer yields text while the rows come, so that a long answer needs no memory; only
a page for people ends after some rows.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import islice
from math import isfinite
from types import MappingProxyType
from typing import Any

from dateline.rdf.table import Cell, CellKind, Row, Table
from dateline.rdf.terms import XSD
from dateline.server.media import Media
from dateline.server.question import Question, public_name
from dateline.views.answer_page import Answered, answer_page

_IANA = "https://www.iana.org/assignments/media-types/"
# The first is what a client gets that names no wish.
FORMATS = MappingProxyType(
    {
        "json": Media(type="application/json", iri=f"{_IANA}application/json"),
        "csv": Media(type="text/csv", iri=f"{_IANA}text/csv", has_charset=True),
        "jsonld": Media(type="application/ld+json", iri=f"{_IANA}application/ld+json"),
        "html": Media(
            type="text/html",
            iri=f"{_IANA}text/html",
            aliases=("application/xhtml+xml",),
            has_charset=True,
        ),
    }
)
PAGE_ROWS = 1_000
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_FLOATS = frozenset({XSD.decimal, XSD.double})
_CONTEXT = {
    "csvw": "http://www.w3.org/ns/csvw#",
    "dcterms": "http://purl.org/dc/terms/",
}


def write_json(question: Question, table: Table) -> Iterator[str]:
    """Yield an answer as JSON; numbers and truth values are JSON's own."""
    head = {
        "query": question.query.name,
        "title": question.query.title,
        "parameters": shown_values(question),
        "permalink": question.permalink,
        "sparql": question.sparql,
        "sparql_url": question.sparql_url,
        "columns": list(table.columns),
    }
    rows = (
        {name: plain(cell) for name, cell in zip(table.columns, row, strict=True)}
        for row in table.rows
    )
    yield from _with_rows(head, "rows", rows)


def shown_values(question: Question) -> dict[str, str]:
    """Return what was typed, by the names of the address."""
    return {
        public_name(parameter): question.typed[parameter.name]
        for parameter in question.query.parameters
        if parameter.name in question.typed
    }


def _with_rows(
    head: dict[str, Any], name: str, rows: Iterator[dict[str, Any]]
) -> Iterator[str]:
    yield f'{json.dumps(head, ensure_ascii=False, indent=1)[:-2]},\n "{name}": ['
    comma = "\n  "
    for row in rows:
        yield comma + json.dumps(row, ensure_ascii=False)
        comma = ",\n  "
    yield "\n ]\n}\n"


def plain(cell: Cell | None) -> str | int | float | bool | None:
    """Return a cell as JSON has it: numbers and truth values are its own.

    >>> plain(Cell(kind=CellKind.LITERAL, text="07", datatype=XSD.integer))
    7
    """
    if cell is None:
        return None
    native = _native(cell)
    return cell.text if native is None else native


def _native(cell: Cell) -> int | float | bool | None:
    """Return a literal as JSON has it; `None` if JSON has no such thing."""
    if cell.datatype == XSD.boolean and cell.text in {"true", "false"}:
        return cell.text == "true"
    if cell.datatype == XSD.integer and _INTEGER.fullmatch(cell.text):
        return int(cell.text)
    if cell.datatype in _FLOATS:
        try:
            number = float(cell.text)
        except ValueError:
            return None
        return number if isfinite(number) else None
    return None


def write_csv(question: Question, table: Table) -> Iterator[str]:
    """Yield an answer as the W3C writes results in CSV (SPARQL 1.1 Results CSV)."""
    del question
    yield _line(table.columns)
    for row in table.rows:
        yield _line(["" if cell is None else cell.text for cell in row])


def _line(cells: list[str] | tuple[str, ...]) -> str:
    output = StringIO(newline="")
    csv.writer(output).writerow(cells)
    return output.getvalue()


def write_jsonld(question: Question, table: Table) -> Iterator[str]:
    """Yield an answer as JSON-LD 1.1: a table of the W3C's CSVW, its cells as terms."""
    columns = {name: f"{question.address}#{name}" for name in table.columns}
    head = {
        "@context": {**_CONTEXT, **columns},
        "@id": question.permalink,
        "@type": "csvw:Table",
        "dcterms:title": question.query.title,
        "dcterms:description": question.query.description,
    }
    rows = (
        {
            "@id": f"{question.permalink}#row={number}",
            "@type": "csvw:Row",
            "csvw:rownum": number,
            **_terms(table.columns, row),
        }
        for number, row in enumerate(table.rows, 1)
    )
    yield from _with_rows(head, "csvw:row", rows)


def _terms(columns: tuple[str, ...], row: Row) -> dict[str, dict[str, str]]:
    return {
        name: _term(cell)
        for name, cell in zip(columns, row, strict=True)
        if cell is not None
    }


def _term(cell: Cell) -> dict[str, str]:
    if cell.kind is not CellKind.LITERAL:
        return {"@id": cell.text}
    if cell.language:
        return {"@value": cell.text, "@language": cell.language}
    if cell.datatype == XSD.string:
        return {"@value": cell.text}
    return {"@value": cell.text, "@type": cell.datatype}


def write_html(question: Question, table: Table) -> Iterator[str]:
    """Yield an answer as a page with its first rows."""
    rows = list(islice(table.rows, PAGE_ROWS))
    is_cut = next(table.rows, None) is not None
    answered = Answered(columns=table.columns, rows=tuple(rows), is_cut=is_cut)
    yield page_of(question, answered)


def page_of(
    question: Question, answered: Answered | None, problems: tuple[str, ...] = ()
) -> str:
    """Return the page of a question: its form, and the answer or what is wrong."""
    query = question.query
    return answer_page(
        query,
        names={
            parameter.name: public_name(parameter) for parameter in query.parameters
        },
        typed=question.typed,
        home=question.base,
        answered=answered,
        problems=problems,
        # What is wrong has no answer, and so no SPARQL.
        sparql=None if answered is None else (question.sparql, question.sparql_url),
        permalink=question.permalink,
        formats={name: question.in_format(name) for name in FORMATS if name != "html"},
    )


Writer = Callable[[Question, Table], Iterator[str]]
WRITERS: MappingProxyType[str, Writer] = MappingProxyType(
    {
        "application/json": write_json,
        "text/csv": write_csv,
        "application/ld+json": write_jsonld,
        "text/html": write_html,
    }
)
