"""A named question as it was asked over HTTP, and the addresses that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from dateline.errors import QueryError
from dateline.query.named import (
    NamedQuery,
    Parameter,
    ParameterKind,
    read_value,
    standalone,
)
from dateline.rdf.values import Value

FORMAT = "format"
MAX_TYPED = {ParameterKind.NAME: 200, ParameterKind.IRI: 1_000, ParameterKind.DAY: 10}
"""Characters that a value may have."""
MAX_HEADER = 2_000
"""Bytes of the longest header: proxies take 4 KB or 8 KB for all of them together."""
# A query's own names are variables, which Python and the command line can write.
_PUBLIC = {"start": "from", "end": "to"}
_DELETE = "\x7f"


def public_name(parameter: Parameter) -> str:
    """Return what a parameter is called in an address.

    >>> public_name(Parameter(name="end", kind=ParameterKind.DAY, about=""))
    'to'
    """
    return _PUBLIC.get(parameter.name, parameter.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named query with what was typed for its parameters.

    Attributes:
        base: the absolute address of the server, no slash at its end.
        typed: the values by the query's own names, in its order; all can be read.
    """

    query: NamedQuery
    base: str
    typed: Mapping[str, str]

    @property
    def bindings(self) -> dict[str, Value]:
        """The values, read."""
        known = {parameter.name: parameter for parameter in self.query.parameters}
        return {
            name: read_value(known[name], text) for name, text in self.typed.items()
        }

    @property
    def sparql(self) -> str:
        """SPARQL that gives the same answer by itself."""
        return standalone(self.query, self.bindings)

    @property
    def sparql_url(self) -> str:
        """Where the server answers that."""
        return f"{self.base}/sparql?{urlencode({'query': self.sparql})}"

    @property
    def address(self) -> str:
        """Where the query is, without values."""
        return f"{self.base}/q/{quote(self.query.name, safe='')}"

    @property
    def permalink(self) -> str:
        """Where this answer is, in whatever format a client likes best."""
        return self._address({})

    def in_format(self, name: str) -> str:
        """Return where this answer is in one format."""
        return self._address({FORMAT: name})

    def _address(self, more: Mapping[str, str]) -> str:
        shown = {
            public_name(parameter): self.typed[parameter.name]
            for parameter in self.query.parameters
            if parameter.name in self.typed
        }
        asked = urlencode({**shown, **more})
        return self.address + (f"?{asked}" if asked else "")

    @property
    def link_header(self) -> str | None:
        """The value of the `Link` header (RFC 8288), unless it would be too long.

        The SPARQL is in the body alone, where there is room.
        """
        told = f'<{self.permalink}>; rel="bookmark"'
        return told if len(told) <= MAX_HEADER else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a request's parameters say, and what is wrong with them, a line each."""

    typed: Mapping[str, str]
    problems: tuple[str, ...]


def read_typed(
    query: NamedQuery,
    pairs: Iterable[tuple[str, str]],
    beside: tuple[str, ...] = (FORMAT,),
) -> Reading:
    """Read the parameters of a request; an empty one is not there.

    `beside` are parameters of the server's own, which are read elsewhere.

    >>> from dateline.query.named import named_query
    >>> read_typed(named_query("met"), [("who", "Osei"), ("when", "1")]).problems
    ("unknown parameter 'when'; known: format, who, with",)
    """
    known = {name: p for p in query.parameters for name in {p.name, public_name(p)}}
    typed: dict[str, str] = {}
    problems = []
    for name, text in pairs:
        parameter = known.get(name)
        if parameter is None:
            problems.append(_unknown(query, name, beside))
        elif parameter.name in typed:
            problems.append(f"{name}: give it once")
        elif text.strip():
            typed[parameter.name] = text.strip()
            problems += _problems(parameter, name, typed[parameter.name])
    problems += [
        f"{public_name(parameter)}: a value is needed: {parameter.about}"
        for parameter in query.parameters
        if not parameter.is_optional and parameter.name not in typed
    ]
    order = [p.name for p in query.parameters if p.name in typed]
    return Reading(
        typed={name: typed[name] for name in order},
        problems=tuple(dict.fromkeys(problems)),
    )


def _unknown(query: NamedQuery, name: str, beside: tuple[str, ...]) -> str:
    names = sorted([*beside, *map(public_name, query.parameters)])
    return f"unknown parameter {name[:40]!r}; known: {', '.join(names) or 'none'}"


def _problems(parameter: Parameter, name: str, text: str) -> list[str]:
    most = MAX_TYPED[parameter.kind]
    if len(text) > most:
        return [f"{name}: a value may have {most:,} characters, and this has more"]
    if any(character < " " or character == _DELETE for character in text):
        return [f"{name}: a value may have no control characters"]
    try:
        read_value(parameter, text)
    except QueryError as error:
        return [f"{name}: {' '.join(str(error).split())}"]
    return []
