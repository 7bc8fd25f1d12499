"""Answer a query as a table of terms, row by row, with nothing lost of a term."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pyoxigraph as ox

from dateline.errors import QueryError
from dateline.rdf.convert import to_term
from dateline.rdf.functions import FUNCTIONS
from dateline.rdf.terms import PREFIXES
from dateline.rdf.values import Value

_BAD_QUERY = (SyntaxError, ValueError, RuntimeError)


class CellKind(StrEnum):
    """What kind of term a cell holds."""

    IRI = "iri"
    LITERAL = "literal"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A term; `datatype` and `language` are `""` where it has none."""

    kind: CellKind
    text: str
    datatype: str = ""
    language: str = ""


Row = tuple[Cell | None, ...]
"""The cells of a row, in the order of the columns; `None` is unbound."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a `SELECT` query gives; the rows are computed as they are taken."""

    columns: tuple[str, ...]
    rows: Iterator[Row]


def ask_table(
    store: ox.Store,
    sparql: str,
    bindings: Mapping[str, Value],
    hidden: Collection[str] = (),
) -> Table:
    """Answer a `SELECT` query over all graphs at once.

    Variables get their values as terms, by Oxigraph's own interface. The columns in
    `hidden` are left out, and with them the rows that then say the same again.

    Raises:
        QueryError: if it cannot be parsed, or is another kind of query.

    >>> table = ask_table(ox.Store(), "SELECT ?a ?b { VALUES ?b { 1 2 } }", {"a": "x"})
    >>> table.columns, [row[0].text for row in table.rows]
    (('a', 'b'), ['x', 'x'])
    """
    terms = {ox.Variable(name): to_term(value) for name, value in bindings.items()}
    try:
        raw: Any = store.query(
            sparql,
            prefixes=PREFIXES,
            custom_functions=dict(FUNCTIONS),
            use_default_graph_as_union=True,
            substitutions=terms or None,
        )
    except _BAD_QUERY as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
    if not isinstance(raw, ox.QuerySolutions):
        raise QueryError("this is no SELECT query")
    names = [variable.value for variable in raw.variables]
    kept = [place for place, name in enumerate(names) if name not in hidden]
    rows = cells_of(raw, kept)
    return Table(
        columns=tuple(names[place] for place in kept),
        rows=_distinct(rows) if len(kept) < len(names) else rows,
    )


def columns_of_select(sparql: str, hidden: Collection[str] = ()) -> tuple[str, ...]:
    """Return the columns that a `SELECT` query gives, of any store.

    Raises:
        QueryError: if it cannot be parsed, or is another kind of query.

    >>> columns_of_select("SELECT ?a (1 AS ?b) ?c {}", {"a"})
    ('b', 'c')
    """
    return ask_table(ox.Store(), sparql, {}, hidden).columns


def cells_of(raw: Any, kept: Sequence[int]) -> Iterator[Row]:
    """Yield the cells of Oxigraph's solutions at these places of each row.

    Raises:
        QueryError: if a row cannot be computed.
    """
    try:
        for solution in raw:
            yield tuple(_cell(solution[place]) for place in kept)
    except _BAD_QUERY as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def _distinct(rows: Iterator[Row]) -> Iterator[Row]:
    seen: set[Row] = set()
    for row in rows:
        if row not in seen:
            seen.add(row)
            yield row


def _cell(term: Any) -> Cell | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Cell(kind=CellKind.IRI, text=term.value)
    if isinstance(term, ox.Literal):
        return Cell(
            kind=CellKind.LITERAL,
            text=term.value,
            datatype=term.datatype.value,
            language=term.language or "",
        )
    return Cell(kind=CellKind.BLANK, text=str(term))
