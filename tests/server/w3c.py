"""Read the W3C's manifests of protocol tests, and run them against a server.

The tests lie beside the repository, or where `DATELINE_W3C_TESTS` says.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from tests.server.running import TOKEN, Running, bearer

FOLDER = Path(
    os.environ.get("DATELINE_W3C_TESTS")
    or Path(__file__).parents[3] / "shared/w3c-sparql11"
)
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
_STATUS = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
_BOOLEAN = {"application/sparql-results+json", "application/sparql-results+xml"}
_FORMATS = {
    "boolean": _BOOLEAN,
    "tabular": _BOOLEAN | {"text/csv", "text/tab-separated-values"},
    "RDF": {"text/turtle", "application/rdf+xml", "application/n-triples"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A request, and what is expected of its response."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: tuple[str, ...]
    boolean: bool | None = None
    form: str | None = None
    expected_headers: dict[str, str] = field(default_factory=dict)
    expected_body: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A test: the graphs that it begins with, and its requests."""

    name: str
    title: str
    data: tuple[tuple[str, str], ...]
    sent: tuple[Sent, ...]


def protocol_cases() -> list[Case]:
    return cases_of(FOLDER / "protocol/manifest.ttl")


def graph_store_cases() -> list[Case]:
    folder = FOLDER / "graph-store-protocol"
    return [
        case
        for name in ("manifest-direct.ttl", "manifest-indirect.ttl")
        for case in cases_of(folder / name)
    ]


def entries(manifest: Path) -> Iterator[tuple[Graph, Any]]:
    """Yield the tests of a manifest, in its order."""
    graph = Graph().parse(manifest, publicID=manifest.as_uri())
    for head in graph.objects(None, MF.entries):
        for test in Collection(graph, head):
            yield graph, test


def cases_of(manifest: Path) -> list[Case]:
    found = []
    for graph, test in entries(manifest):
        action = graph.value(test, MF.action)
        requests = Collection(graph, graph.value(action, HT.requests))
        data = tuple(
            (
                str(graph.value(each, RDFS.label)),
                Path(
                    str(graph.value(each, UT.graph)).removeprefix("file://")
                ).read_text(encoding="utf-8"),
            )
            for each in graph.objects(test, UT.graphData)
        )
        case = Case(
            name=str(test).rpartition("#")[2],
            title=" ".join(str(graph.value(test, MF.name)).split()),
            data=tuple(sorted(data)),
            sent=tuple(_sent(graph, request) for request in requests),
        )
        found.append(case)
    return found


def _sent(graph: Graph, request: Any) -> Sent:
    response = graph.value(request, HT.resp)
    expected = graph.value(response, HT.body)
    return Sent(
        method=str(graph.value(request, HT.methodName)),
        path=str(graph.value(request, HT.absolutePath)),
        headers=_headers(graph, request),
        body=_body(graph, request),
        statuses=tuple(
            sorted(
                str(status).rpartition("#")[2]
                for status in graph.objects(response, MF.expectedStatus)
            )
        ),
        boolean=_python(graph.value(response, MF.expectedBoolean)),
        form=_python(graph.value(response, MF.expectedFormat)),
        expected_headers=_headers(graph, response),
        expected_body=(
            None if expected is None else str(graph.value(expected, CNT.chars))
        ),
        location=_python(graph.value(response, MF.expectedLocation)),
    )


def _python(literal: Any) -> Any:
    return literal.toPython() if isinstance(literal, Literal) else None


def _headers(graph: Graph, message: Any) -> dict[str, str]:
    head = graph.value(message, HT.headers)
    if head is None:
        return {}
    return {
        str(graph.value(each, HT.fieldName)): str(graph.value(each, HT.fieldValue))
        for each in Collection(graph, head)
    }


def _body(graph: Graph, message: Any) -> bytes | None:
    body = graph.value(message, HT.body)
    if body is None:
        return None
    chars = str(graph.value(body, CNT.chars))
    return chars.encode(str(graph.value(body, CNT.characterEncoding)))


# Running


def run(case: Case, server: Running) -> None:
    """Run a test; an assertion fails where the server does not do as expected."""
    assert server.update("DROP ALL").status_code == 204
    for name, data in case.data:
        put = server.client.put(
            "/graphs",
            params={"graph": name},
            content=data,
            headers={"Content-Type": "application/n-triples", **bearer()},
        )
        assert put.status_code == 201
    known: dict[str, str] = {}
    for sent in case.sent:
        check(sent, exchange(sent, server, known))


def exchange(sent: Sent, server: Running, known: dict[str, str]) -> httpx.Response:
    """Send a request as it is written, but for the server's own paths."""
    path = sent.path.replace("/gsp", "/graphs", 1) if "/gsp" in sent.path else sent.path
    for variable, value in known.items():
        path = path.replace(variable, value)
    headers = {"accept": "*/*", **sent.headers, **bearer(TOKEN)}
    request = server.client.build_request(
        sent.method, path, content=sent.body, headers=headers
    )
    response = server.client.send(request)
    if sent.location is not None:
        known[sent.location] = response.headers["location"]
    return response


def check(sent: Sent, response: httpx.Response) -> None:
    told = f"{sent.method} {sent.path}: {response.status_code} {response.text[:200]}"
    assert any(fits(status, response.status_code) for status in sent.statuses), told
    kind = response.headers.get("content-type", "").partition(";")[0]
    if sent.form is not None:
        assert kind in _FORMATS[sent.form], told
    if sent.boolean is not None:
        assert response.json()["boolean"] is sent.boolean, told
    for name, value in sent.expected_headers.items():
        assert response.headers[name] == value, told
    if sent.expected_body is not None and sent.method != "HEAD":
        assert same_graph(response, sent.expected_body), told


def fits(expected: str, status: int) -> bool:
    """Tell whether a status is the one that is named, or of its class."""
    if expected.startswith("StatusCode"):
        return str(status).startswith(expected.removeprefix("StatusCode")[0])
    return _STATUS[expected] == status


def same_graph(response: httpx.Response, expected: str) -> bool:
    kind = response.headers["content-type"].partition(";")[0]
    got = Graph().parse(data=response.text, format=kind)
    return isomorphic(got, Graph().parse(data=expected, format="turtle"))


# The Service Description


SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
# What the vocabulary says of its properties: the class of the subject, and whether the
# object is a thing (of a class, if one is named) or a format, language, feature.
_SCHEMA = {
    SD.endpoint: (SD.Service, None),
    SD.feature: (SD.Service, None),
    SD.supportedLanguage: (SD.Service, None),
    SD.resultFormat: (SD.Service, None),
    SD.inputFormat: (SD.Service, None),
    SD.defaultDataset: (SD.Service, SD.Dataset),
    SD.defaultGraph: (SD.Dataset, SD.Graph),
    SD.namedGraph: (SD.Dataset, SD.NamedGraph),
    SD.name: (SD.NamedGraph, None),
    SD.graph: (SD.NamedGraph, SD.Graph),
}


def description_cases() -> list[str]:
    manifest = FOLDER / "service-description/manifest.ttl"
    return [str(test).rpartition("#")[2] for _, test in entries(manifest)]


def run_description(name: str, server: Running) -> None:
    """Run a test of the Service Description, which are described by their names."""
    assert server.update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }")
    response = server.client.get("/sparql")
    kind = response.headers["content-type"].partition(";")[0]
    graph = Graph().parse(data=response.text, format=kind)
    endpoint = URIRef(f"{server.url}/sparql")
    match name:
        case "returns-rdf":
            assert len(graph) > 0
        case "has-endpoint-triple":
            assert (None, SD.endpoint, endpoint) in graph
        case "conforms-to-schema":
            _check_schema(graph)
        case _:
            msg = f"no such test: {name}"
            raise AssertionError(msg)


def _check_schema(graph: Graph) -> None:
    services = list(graph.subjects(RDF.type, SD.Service))
    assert len(services) == 1
    for subject, predicate, target in graph:
        if str(predicate).startswith(str(SD)):
            domain, range_ = _SCHEMA[URIRef(predicate)]
            assert (subject, RDF.type, domain) in graph, predicate
            assert isinstance(target, URIRef), predicate
            assert range_ is None or (target, RDF.type, range_) in graph, predicate


# The older tests of the Graph Store Protocol, written as prose


@dataclass(frozen=True, slots=True, kw_only=True)
class OldCase:
    """A request and a response, as text with variables; they build on each other."""

    name: str
    request: str
    response: str


def old_cases() -> list[OldCase]:
    found = []
    for graph, test in entries(FOLDER / "http-rdf-update/manifest.ttl"):
        prose = next(
            str(each)
            for each in graph.objects(test, RDFS.comment)
            if "#### Request" in each
        )
        request, _, response = prose.partition("#### Request")[2].partition(
            "#### Response"
        )
        found.append(
            OldCase(
                name=str(test).rpartition("#")[2],
                request=_dedented(request),
                response=_dedented(response),
            )
        )
    return found


def _dedented(text: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in text.strip("\n").split("\n"))


# Bodies that are no Turtle as they are written: their last sentence lacks its end.
MENDED = frozenset({"post__existing_graph", "post__multipart_formdata"})
# It deletes a graph that no earlier test has made.
PREPARED = {"delete__existing_graph": "/graphs/person/2.ttl"}
# What its own earlier requests contradict.
CONTRADICTED = {
    "get_of_post__existing_graph": (
        "expects the graph of the first request, which two later ones have changed"
    ),
}


_TURTLE = {"Content-Type": "text/turtle"}


def run_old(case: OldCase, server: Running, known: dict[str, str]) -> None:
    """Run one of the older tests; `known` holds `$NEWPATH$` from one to another."""
    host = server.url.removeprefix("http://")

    def fill(text: str) -> str:
        text = text.replace("/$GRAPHSTORE$", "/graphs").replace(
            "$GRAPHSTORE$", "/graphs"
        )
        text = text.replace("$HOST$", host)
        for variable, value in known.items():
            text = text.replace(variable, value)
        return text

    if case.name in PREPARED:
        triple = {"content": "<urn:a> <urn:b> 1 .", "headers": _TURTLE | bearer()}
        assert server.client.put(PREPARED[case.name], **triple).status_code == 201
    line, headers, body = _message(fill(case.request))
    method, path, _ = line.split(" ", 2)
    if case.name in MENDED:
        body = _mend(body)
    response = server.client.request(
        method,
        path,
        content=body.replace("\n", "\r\n").encode() if body else None,
        headers={"Accept": "text/turtle", **headers, **bearer()},
    )
    status, expected_headers, expected = _message(fill(case.response))
    assert response.status_code == int(status.split()[0]), response.text
    for name, value in expected_headers.items():
        if value.startswith("$"):
            known[value] = response.headers[name]
        else:
            assert value in {response.headers[name], "..."}, name
    if expected.strip():
        assert same_graph(response, expected), response.text


def _message(text: str) -> tuple[str, dict[str, str], str]:
    head, _, body = text.strip("\n").partition("\n\n")
    first, *lines = head.split("\n")
    pairs = [line.partition(":") for line in lines if line.strip()]
    headers = {name.strip(): value.strip() for name, _, value in pairs}
    return first, headers, body


def _mend(body: str) -> str:
    lines = body.rstrip().split("\n")
    return "\n".join(
        f"{line} ." if line.rstrip().endswith('"') and "foaf:" in line else line
        for line in lines
    )
