"""Write JSON-LD 1.1 with our context, as the quads come: no file is too long.

One node object on each line, in the graph that it is in. Libraries that compact JSON-LD
hold all of it in memory; here the context is ours, and its terms are plain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import IO, Any

import pyoxigraph as ox

from dateline.rdf.ontology import ontology_text
from dateline.rdf.terms import RDF, XSD

_STRING = XSD.base + "string"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What stands for what: prefixes by what they stand for, and terms by property."""

    written: str
    prefixes: Mapping[str, str]
    terms: Mapping[str, tuple[str, str | None]]

    def short(self, iri: str) -> str:
        for base, prefix in self.prefixes.items():
            if iri.startswith(base):
                return f"{prefix}:{iri.removeprefix(base)}"
        return iri


def write_jsonld(statements: Iterable[Any], output: IO[bytes]) -> None:
    r"""Write quads, or triples, in their order.

    >>> from io import BytesIO
    >>> output = BytesIO()
    >>> iri = ox.NamedNode("https://example.org/a")
    >>> write_jsonld([ox.Quad(iri, ox.NamedNode(RDF.type), iri)], output)
    >>> json.loads(output.getvalue())["@graph"]
    [{'id': 'https://example.org/a', 'type': ['https://example.org/a']}]
    """
    context = _context()
    output.write(f'{{"@context": {context.written},\n"@graph": ['.encode())
    before = "\n"
    for graph, quads in groupby(statements, _graph_of):
        if graph is not None:
            name = json.dumps(graph)
            output.write(f'{before}{{"id": {name}, "@graph": ['.encode())
            before = "\n"
        for node in _nodes(quads, context):
            text = json.dumps(node, ensure_ascii=False)
            output.write(f"{before}{text}".encode("utf-8", "backslashreplace"))
            before = ",\n"
        if graph is not None:
            output.write(b"]}")
    output.write(b"]}\n")


@lru_cache(maxsize=1)
def _context() -> _Context:
    told = json.loads(ontology_text("context.jsonld"))["@context"]
    prefixes = {
        value: name
        for name, value in told.items()
        if isinstance(value, str) and value.endswith(("#", "/"))
    }
    by_name = {name: base for base, name in prefixes.items()}
    terms = {}
    for name, value in told.items():
        if isinstance(value, dict):
            kind = value.get("@type")
            iri = _expand(value["@id"], by_name)
            terms[iri] = (name, None if kind is None else _expand(kind, by_name))
    return _Context(written=json.dumps(told), prefixes=prefixes, terms=terms)


def _expand(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, rest = name.partition(":")
    return prefixes[prefix] + rest if prefix in prefixes else name


def _graph_of(statement: Any) -> str | None:
    graph = statement.graph_name if isinstance(statement, ox.Quad) else None
    return graph.value if isinstance(graph, ox.NamedNode) else None


def _nodes(statements: Iterable[Any], context: _Context) -> Iterator[dict[str, Any]]:
    for subject, told in groupby(statements, lambda each: each.subject):
        node: dict[str, Any] = {"id": _id(subject, context)}
        values: dict[str, list[Any]] = {}
        for each in told:
            key, value = _property(each.predicate.value, each.object, context)
            values.setdefault(key, []).append(value)
        for key, found in values.items():
            node[key] = found[0] if len(found) == 1 and key != "type" else found
        yield node


def _id(term: Any, context: _Context) -> str:
    if isinstance(term, ox.BlankNode):
        return str(term)
    return context.short(term.value)


def _property(predicate: str, value: Any, context: _Context) -> tuple[str, Any]:
    if predicate == RDF.type and not isinstance(value, ox.Literal):
        return "type", _id(value, context)
    term, kind = context.terms.get(predicate, (context.short(predicate), None))
    if not isinstance(value, ox.Literal):
        named = _id(value, context)
        return term, named if kind == "@id" else {"id": named}
    return term, _literal(value, kind, context)


def _literal(value: ox.Literal, kind: str | None, context: _Context) -> Any:
    datatype = value.datatype.value
    if value.language is not None:
        return {"@value": value.value, "@language": value.language}
    if datatype == (kind or _STRING):
        return value.value
    if datatype == _STRING:
        return {"@value": value.value}
    return {"@value": value.value, "@type": context.short(datatype)}
