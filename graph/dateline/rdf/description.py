"""Describe a SPARQL service as RDF (SPARQL 1.1 Service Description, VoID)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import quote

import pyoxigraph as ox

from dateline.rdf.terms import RDF, VOCABULARIES, XSD

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_PREFIXES = {"sd": _SD, "void": _VOID, "xsd": XSD.base}
MAX_GRAPHS = 10_000
"""Named graphs that a description lists; their number is always told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What a service can do.

    Attributes:
        endpoint: its absolute IRI.
        is_writable: whether it takes updates.
        may_call: whether a query may use `SERVICE`.
        result_formats, input_formats: IRIs of formats.
        default: the number of triples of the default graph.
        named: that of each named graph.
    """

    endpoint: str
    is_writable: bool
    may_call: bool
    result_formats: Sequence[str]
    input_formats: Sequence[str]
    default: int
    named: Mapping[str, int]


def write_description(service: Service, output: IO[bytes], media_type: str) -> None:
    """Write the description of a service, without blank nodes.

    >>> from io import BytesIO
    >>> service = Service(endpoint="http://a/sparql", is_writable=False, may_call=False,
    ...     result_formats=(), input_formats=(), default=3, named={"urn:g": 4})
    >>> output = BytesIO()
    >>> write_description(service, output, "application/n-triples")
    >>> b"<http://a/sparql#dataset>" in output.getvalue()
    True
    """
    form: Any = ox.RdfFormat.from_media_type(media_type)
    takes = form in {ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG}
    triples = (ox.Triple(*terms) for terms in _triples(service))
    ox.serialize(triples, output, form, prefixes=_PREFIXES if takes else None)


def _triples(service: Service) -> Iterator[tuple[Any, Any, Any]]:
    own = service.endpoint
    about, dataset, default = f"{own}#service", f"{own}#dataset", f"{own}#default-graph"
    yield _link(about, RDF.type, _SD + "Service")
    yield _link(about, _SD + "endpoint", own)
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if service.is_writable else [])]
    for language in languages:
        yield _link(about, _SD + "supportedLanguage", _SD + language)
    features = ["UnionDefaultGraph"]
    features += ["BasicFederatedQuery"] if service.may_call else []
    for feature in features:
        yield _link(about, _SD + "feature", _SD + feature)
    for form in service.result_formats:
        yield _link(about, _SD + "resultFormat", form)
    for form in service.input_formats:
        yield _link(about, _SD + "inputFormat", form)
    yield _link(about, _SD + "defaultDataset", dataset)
    yield from _dataset(service, dataset, default)


def _dataset(
    service: Service, dataset: str, default: str
) -> Iterator[tuple[Any, Any, Any]]:
    yield _link(dataset, RDF.type, _SD + "Dataset")
    yield _link(dataset, RDF.type, _VOID + "Dataset")
    total = service.default + sum(service.named.values())
    yield _count(dataset, _VOID + "triples", total)
    yield _count(dataset, _VOID + "documents", len(service.named))
    yield _link(dataset, _VOID + "sparqlEndpoint", service.endpoint)
    for vocabulary in VOCABULARIES:
        yield _link(dataset, _VOID + "vocabulary", vocabulary.base)
    yield _link(dataset, _SD + "defaultGraph", default)
    yield from _graph(default, service.default)
    for name, count in list(service.named.items())[:MAX_GRAPHS]:
        told = f"{dataset}?graph={quote(name, safe='')}"
        yield _link(dataset, _SD + "namedGraph", told)
        yield _link(told, RDF.type, _SD + "NamedGraph")
        yield _link(told, _SD + "name", name)
        yield _link(told, _SD + "graph", f"{told}&data")
        yield from _graph(f"{told}&data", count)


def _graph(name: str, count: int) -> Iterator[tuple[Any, Any, Any]]:
    yield _link(name, RDF.type, _SD + "Graph")
    yield _link(name, RDF.type, _VOID + "Dataset")
    yield _count(name, _VOID + "triples", count)


def _link(subject: str, predicate: str, target: str) -> tuple[Any, Any, Any]:
    return ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(target)


def _count(subject: str, predicate: str, count: int) -> tuple[Any, Any, Any]:
    return ox.NamedNode(subject), ox.NamedNode(predicate), ox.Literal(count)
