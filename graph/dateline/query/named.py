"""Named questions: SPARQL that ships with the package, and how it is asked.

Each is a file `named/NAME.rq` whose comments say its title, what it answers, and its
parameters. A parameter is a variable of the `SELECT` clause that gets its value as a
term: nothing that a user types becomes part of the text of a query.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from dateline.errors import QueryError, UnknownNameError
from dateline.rdf.bind import bind, without_columns
from dateline.rdf.convert import to_term
from dateline.rdf.iris import name_key
from dateline.rdf.stores import Store
from dateline.rdf.table import columns_of_select
from dateline.rdf.values import Answer, Iri, Value

_HEAD = re.compile(r"# (title|description): (.{1,200})")
_PARAMETER = re.compile(
    r"# parameter (?P<name>\w{1,40}) "
    r"\((?P<kind>\w{1,20})(?P<optional>, optional)?\): (?P<about>.{1,200})"
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DECEMBER = 12


class ParameterKind(StrEnum):
    """What a parameter holds: a name, a day (or a month, or a year), or an IRI."""

    NAME = "name"
    DAY = "day"
    IRI = "iri"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a named question asks for."""

    name: str
    kind: ParameterKind
    about: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question with a name, and the SPARQL that answers it."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


@lru_cache(maxsize=1)
def named_queries() -> tuple[NamedQuery, ...]:
    """Return the questions that ship with Dateline, sorted by name.

    >>> [query.name for query in named_queries()][:3]
    ['actor-timeline', 'articles', 'did-not-happen']
    """
    folder = files("dateline.query") / "named"
    found = (
        read_named(item.name.removesuffix(".rq"), item.read_text(encoding="utf-8"))
        for item in folder.iterdir()
        if item.name.endswith(".rq")
    )
    return tuple(sorted(found, key=lambda query: query.name))


def named_query(name: str) -> NamedQuery:
    """Return the question called `name`.

    Raises:
        UnknownNameError: if there is none; the message lists the known ones.
    """
    for query in named_queries():
        if query.name == name:
            return query
    raise UnknownNameError("query", name, [query.name for query in named_queries()])


def read_named(name: str, text: str) -> NamedQuery:
    """Read the head of a query file.

    Raises:
        QueryError: if it has no title or no description.
    """
    head = {match[1]: match[2] for match in _HEAD.finditer(text)}
    if set(head) != {"title", "description"}:
        raise QueryError(f"query {name!r} needs a '# title:' and a '# description:'")
    parameters = (
        Parameter(
            name=match["name"],
            kind=ParameterKind(match["kind"]),
            about=match["about"],
            is_optional=match["optional"] is not None,
        )
        for match in _PARAMETER.finditer(text)
    )
    return NamedQuery(name=name, parameters=tuple(parameters), sparql=text, **head)


def run_named(store: Store, name: str, params: Mapping[str, str]) -> Answer:
    """Answer the question called `name`.

    Names are compared without case; a day may be a month or a year: `start` then takes
    its first day, `end` its last.

    Raises:
        UnknownNameError: if there is no such question, or it has no such parameter.
        QueryError: if a parameter is missing, or its value cannot be read.

    >>> from dateline.rdf.store import GraphStore
    >>> run_named(GraphStore.memory(), "did-not-happen", {}).columns
    ('begin', 'last', 'label', 'event')
    """
    query = named_query(name)
    answer = store.query(query.sparql, bindings_of(query, params))
    hidden = hidden_columns(query)
    kept = [i for i, column in enumerate(answer.columns) if column not in hidden]
    rows = (tuple(row[i] for i in kept) for row in answer.rows)
    return Answer(
        columns=tuple(answer.columns[i] for i in kept),
        # Unset parameters make rows that differ in nothing that is shown.
        rows=tuple(dict.fromkeys(rows)),
    )


# A parameter that is worth a column of the answer too.
_SHOWN = ("event",)


def hidden_columns(query: NamedQuery) -> frozenset[str]:
    """Return the columns that are there for the parameters alone, and not shown.

    >>> sorted(hidden_columns(named_query("met")))
    ['who', 'with']
    """
    return frozenset(parameter.name for parameter in query.parameters).difference(
        _SHOWN
    )


def columns_of(query: NamedQuery) -> tuple[str, ...]:
    """Return the columns of the answer, which are known before it is asked.

    >>> columns_of(named_query("articles"))
    ('published', 'title', 'article', 'events')
    """
    return columns_of_select(query.sparql, hidden_columns(query))


def standalone(query: NamedQuery, bindings: Mapping[str, Value]) -> str:
    """Return SPARQL that gives the answer by itself, in any engine.

    The parameters stand in it as `VALUES`, written as terms.

    >>> text = standalone(named_query("met"), {"who": "osei"})
    >>> '?label ?event WHERE { VALUES (?who) { ("osei") }' in text
    True
    """
    text = without_columns(query.sparql, hidden_columns(query))
    return bind(text, bindings).rstrip()


def bindings_of(query: NamedQuery, params: Mapping[str, str]) -> dict[str, Value]:
    """Return the parameters of a question as values for its variables.

    Raises:
        UnknownNameError, QueryError: as `run_named` does.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in params:
        if name not in known:
            raise UnknownNameError(f"parameter of {query.name!r}", name, list(known))
    missing = [
        parameter.name
        for parameter in query.parameters
        if not parameter.is_optional and not params.get(parameter.name)
    ]
    if missing:
        raise QueryError(f"query {query.name!r} needs a value for {', '.join(missing)}")
    return {
        name: read_value(known[name], text) for name, text in params.items() if text
    }


def read_value(parameter: Parameter, text: str) -> Value:
    """Read what somebody typed as the value of a parameter.

    Raises:
        QueryError: if it is no day, or no IRI.

    >>> read_value(named_query("met").parameters[0], "Amara OSEI")
    'amara osei'
    """
    if parameter.kind is ParameterKind.NAME:
        return name_key(text)
    if parameter.kind is ParameterKind.IRI:
        iri = Iri(text)
        to_term(iri)
        return iri
    return read_day(text, is_last=parameter.name == "end")


def read_day(text: str, *, is_last: bool) -> date:
    """Read `YYYY-MM-DD`, or the first or last day of `YYYY-MM` or `YYYY`.

    Raises:
        QueryError: if it is none of them.

    >>> read_day("2018-06", is_last=True)
    datetime.date(2018, 6, 30)
    """
    match = _DAY.fullmatch(text.strip())
    msg = f"{text!r} is no date; write 2018-06-30, 2018-06 or 2018"
    if match is None:
        raise QueryError(msg)
    year = int(match[1])
    month = int(match[2] or (_DECEMBER if is_last else 1))
    try:
        day = int(match[3] or (calendar.monthrange(year, month)[1] if is_last else 1))
        return date(year, month, day)
    except ValueError as error:
        raise QueryError(msg) from error
