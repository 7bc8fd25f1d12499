"""Oxigraph's results as tables of Python values."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from dateline.rdf.convert import to_value
from dateline.rdf.values import Answer


def to_answer(result: Any) -> Answer:
    """Read all of a result; ASK gives one cell, CONSTRUCT a table of triples.

    >>> to_answer(ox.Store().query("ASK {}"))
    Answer(columns=('answer',), rows=((True,),))
    """
    if isinstance(result, ox.QueryBoolean):
        return Answer(columns=("answer",), rows=((bool(result),),))
    if isinstance(result, ox.QueryTriples):
        rows = tuple(tuple(to_value(term) for term in triple) for triple in result)
        return Answer(columns=("subject", "predicate", "object"), rows=rows)
    columns = tuple(variable.value for variable in result.variables)
    return Answer(
        columns=columns,
        rows=tuple(tuple(map(to_value, solution)) for solution in result),
    )
