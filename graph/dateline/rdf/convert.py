"""Oxigraph's terms as Python values, and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pyoxigraph as ox

from dateline.errors import QueryError
from dateline.rdf.terms import XSD
from dateline.rdf.values import Iri, Value


def _boolean(text: str) -> bool:
    return text in {"true", "1"}


_CONVERT: dict[str, Any] = {
    XSD.date: date.fromisoformat,
    XSD.dateTime: datetime.fromisoformat,
    XSD.integer: int,
    XSD.decimal: float,
    XSD.double: float,
    XSD.boolean: _boolean,
}


def to_value(term: Any) -> Value:
    """Return a term as a Python value; what cannot be read stays a string.

    >>> to_value(ox.Literal("2018-07-12", datatype=ox.NamedNode(XSD.date)))
    datetime.date(2018, 7, 12)
    """
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    convert = _CONVERT.get(term.datatype.value)
    if convert is None:
        return term.value
    try:
        value: Value = convert(term.value)
    except ValueError:
        return term.value
    return value


def to_term(value: Value) -> Any:
    """Return a Python value as a term.

    Raises:
        QueryError: if an `Iri` is none, or the value is `None`.

    >>> to_term(Iri("https://example.org/a"))
    <NamedNode value=https://example.org/a>
    """
    if isinstance(value, Iri):
        try:
            return ox.NamedNode(str(value))
        except ValueError as error:
            raise QueryError(f"{str(value)!r} is not an IRI: {error}") from error
    if isinstance(value, datetime):
        return ox.Literal(value.isoformat(), datatype=ox.NamedNode(XSD.dateTime))
    if isinstance(value, date):
        return ox.Literal(value.isoformat(), datatype=ox.NamedNode(XSD.date))
    if value is None:
        raise QueryError("a binding needs a value; leave the variable out instead")
    return ox.Literal(value)
