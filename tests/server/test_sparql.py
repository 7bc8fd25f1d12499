"""The SPARQL 1.1 Protocol, as clients speak it."""

from __future__ import annotations

import gzip
import json

import pytest
from tests.server.running import Running

ALL = "SELECT ?s ?o { ?s <http://example.org/p> ?o } ORDER BY ?o"
BUILT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


def rows(response) -> list[dict[str, str]]:
    assert response.status_code == 200, response.text
    found = response.json()["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]


def test_a_query_is_answered_by_all_three_ways(reader: Running) -> None:
    direct = reader.client.post(
        "/sparql", content=ALL, headers={"Content-Type": "application/sparql-query"}
    )
    by_get = reader.client.get("/sparql", params={"query": ALL})
    answers = [rows(each) for each in (direct, by_get, reader.ask(ALL))]
    assert answers[0] == answers[1] == answers[2]
    assert [row["o"] for row in answers[0]] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.8",
         "application/sparql-results+xml"),
        ("text/*", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
    ],
)  # fmt: skip
def test_results_come_in_the_best_syntax(
    reader: Running, accept: str, content_type: str
) -> None:
    response = reader.ask(ALL, Accept=accept)
    assert response.headers["content-type"] == content_type
    assert "http://example.org/a" in response.text


@pytest.mark.parametrize(
    "accept",
    [
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json",
        "application/trig",
        "application/n-quads",
    ],
)
def test_graphs_come_in_every_syntax(reader: Running, accept: str) -> None:
    response = reader.ask(BUILT, Accept=accept)
    assert response.headers["content-type"].startswith(accept)
    assert "Ilse" in response.text


@pytest.mark.parametrize(
    ("query", "accept"), [(ALL, "image/png"), (BUILT, "text/csv"), (ALL, "text/turtle")]
)
def test_what_fits_no_wish_is_not_sent(
    reader: Running, query: str, accept: str
) -> None:
    response = reader.ask(query, Accept=accept)
    assert response.status_code == 406
    assert "nothing fits" in response.text


def test_the_default_graph_is_the_union_of_all(reader: Running) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert rows(reader.ask(count)) == [{"n": "5"}]


@pytest.mark.parametrize(
    ("query", "params", "count"),
    [
        ("{ ?s ?p ?o }", {"default-graph-uri": "http://example.org/one"}, 2),
        ("{ ?s ?p ?o }", {"named-graph-uri": "http://example.org/one"}, 0),
        (
            "{ GRAPH ?g { ?s ?p ?o } }",
            {"named-graph-uri": ["http://example.org/one", "http://example.org/two"]},
            4,
        ),
        ("FROM <http://example.org/two> { ?s ?p ?o }", {}, 2),
        (
            "FROM <http://example.org/two> { ?s ?p ?o }",
            {"default-graph-uri": "http://example.org/absent"},
            0,
        ),
        ("FROM NAMED <http://example.org/two> { GRAPH ?g { ?s ?p ?o } }", {}, 2),
    ],
)
def test_the_request_or_the_query_chooses_the_dataset(
    reader: Running, query: str, params: dict[str, str], count: int
) -> None:
    asked = {"query": f"SELECT * {query}", **params}
    assert len(rows(reader.client.get("/sparql", params=asked))) == count


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sparql?query=ASK%20%7B", 400),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", 400),
        ("/sparql?query=%FF", 400),
        ("/sparql?update=CLEAR%20ALL", 400),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=not%20an%20iri", 400),
        ("/sparql/below", 404),
        ("/nowhere", 404),
    ],
)
def test_a_wrong_request_is_told_apart(reader: Running, path: str, status: int) -> None:
    response = reader.client.get(path)
    assert response.status_code == status
    assert response.text.endswith("\n")


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("text/plain", b"ASK {}", 415),
        ("application/sparql-query; charset=utf-16", b"ASK {}", 415),
        ("application/sparql-query", b"ASK { \xff }", 400),
        ("application/x-www-form-urlencoded", b"nothing=here", 400),
        ("application/x-www-form-urlencoded", b"query=ASK{}&update=CLEAR+ALL", 400),
        ("application/sparql-update", b"CLEAR ALL", 403),
        ("application/x-www-form-urlencoded", b"update=CLEAR+ALL", 403),
    ],
)
def test_a_wrong_body_is_refused(
    reader: Running, content_type: str, body: bytes, status: int
) -> None:
    headers = {"Content-Type": content_type}
    response = reader.client.post("/sparql", content=body, headers=headers)
    assert response.status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_for_queries(reader: Running, method: str) -> None:
    response = reader.client.request(method, "/sparql?query=ASK%7B%7D")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert reader.client.options("/sparql").headers["allow"]


def test_head_tells_what_get_would(reader: Running) -> None:
    head = reader.client.head("/sparql", params={"query": ALL})
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-type"] == "application/sparql-results+json"


def test_an_answer_is_not_sent_again_while_nothing_changes(reader: Running) -> None:
    first = reader.client.get("/sparql", params={"query": ALL})
    again = reader.client.get(
        "/sparql",
        params={"query": ALL},
        headers={"If-None-Match": first.headers["etag"]},
    )
    assert again.status_code == 304
    assert again.content == b""
    other = {"If-None-Match": first.headers["etag"], "Accept": "text/csv"}
    assert reader.client.get("/sparql", params={"query": ALL}, headers=other).content


def test_what_changes_by_itself_has_no_tag(reader: Running) -> None:
    response = reader.client.get("/sparql", params={"query": "SELECT (NOW() AS ?n) {}"})
    assert "etag" not in response.headers
    assert response.headers["cache-control"] == "no-store"


def test_an_answer_is_packed_for_who_takes_it(reader: Running) -> None:
    with reader.client.stream(
        "POST", "/sparql", data={"query": ALL}, headers={"Accept-Encoding": "gzip"}
    ) as response:
        packed = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == "gzip"
    assert len(json.loads(gzip.decompress(packed))["results"]["bindings"]) == 3
    plain = reader.ask(ALL, **{"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers


def test_relative_names_are_those_of_the_endpoint(reader: Running) -> None:
    response = reader.ask("SELECT (<x> AS ?x) {}")
    assert rows(response) == [{"x": f"{reader.url}/x"}]


def test_the_usual_prefixes_need_no_declaration(reader: Running) -> None:
    assert reader.ask("ASK { ?e a sem:Event }").json() == {"head": {}, "boolean": False}
