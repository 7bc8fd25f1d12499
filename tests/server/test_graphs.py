"""The Graph Store Protocol: whole graphs, read and written."""

from __future__ import annotations

import gzip

import httpx
import pytest
from tests.server.running import Running, bearer

TURTLE = {"Content-Type": "text/turtle"}
NAME = "http://example.org/graph"
ONE = b"<urn:a> <urn:p> 1 ."
TWO = b"<urn:a> <urn:p> 2 ."


def send(
    server: Running, method: str, path: str, body: bytes = b"", **headers: str
) -> httpx.Response:
    return server.client.request(
        method, path, content=body, headers={**TURTLE, **bearer(), **headers}
    )


def triples(server: Running, path: str) -> set[str]:
    response = server.client.get(path, headers={"Accept": "application/n-triples"})
    assert response.status_code == 200, response.text
    return set(response.text.splitlines())


@pytest.mark.parametrize("path", [f"/graphs?graph={NAME}", "/graphs/below/me.ttl"])
def test_a_graph_is_made_replaced_added_to_and_removed(
    writer: Running, path: str
) -> None:
    assert writer.client.get(path).status_code == 404
    assert send(writer, "PUT", path, ONE).status_code == 201
    assert len(triples(writer, path)) == 1
    assert send(writer, "PUT", path, TWO).status_code == 204
    assert len(triples(writer, path)) == 1
    assert send(writer, "POST", path, ONE).status_code == 200
    assert len(triples(writer, path)) == 2
    assert writer.client.head(path).status_code == 200
    assert send(writer, "DELETE", path).status_code == 200
    assert writer.client.head(path).status_code == 404
    assert send(writer, "DELETE", path).status_code == 404


def test_the_default_graph_is_one_of_its_own(writer: Running) -> None:
    assert send(writer, "PUT", "/graphs?default", ONE).status_code == 201
    assert send(writer, "PUT", f"/graphs?graph={NAME}", TWO).status_code == 201
    assert len(triples(writer, "/graphs?default")) == 1
    assert send(writer, "DELETE", "/graphs?default").status_code == 200
    assert triples(writer, "/graphs?default") == set()
    assert len(triples(writer, f"/graphs?graph={NAME}")) == 1


def test_a_graph_without_a_name_gets_one(writer: Running) -> None:
    response = send(writer, "POST", "/graphs", ONE)
    assert response.status_code == 201
    place = response.headers["location"]
    assert place.startswith(f"{writer.url}/graphs/")
    assert len(triples(writer, place)) == 1


def test_an_empty_graph_is_there(writer: Running) -> None:
    assert send(writer, "PUT", f"/graphs?graph={NAME}", b"").status_code == 201
    assert triples(writer, f"/graphs?graph={NAME}") == set()


def test_all_graphs_come_as_a_dataset(writer: Running) -> None:
    send(writer, "PUT", f"/graphs?graph={NAME}", ONE)
    response = writer.client.get("/graphs", headers={"Accept": "application/n-quads"})
    assert response.text.split()[3] == f"<{NAME}>"
    assert writer.client.get("/graphs", headers={"Accept": "text/csv"}).is_error


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
def test_what_a_graph_is_written_in_can_be_sent_back(
    writer: Running, accept: str
) -> None:
    path = f"/graphs?graph={NAME}"
    send(writer, "PUT", path, ONE)
    before = triples(writer, path)
    written = writer.client.get(path, headers={"Accept": accept})
    kind = written.headers["content-type"]
    assert kind.startswith(accept)
    other = "/graphs?graph=urn:copy"
    response = send(writer, "PUT", other, written.content, **{"Content-Type": kind})
    assert response.status_code == 201
    assert triples(writer, other) == before


def test_blank_nodes_of_two_bodies_stay_apart(writer: Running) -> None:
    path = f"/graphs?graph={NAME}"
    send(writer, "PUT", path, b"_:a <urn:p> 1 .")
    send(writer, "POST", path, b"_:a <urn:q> 2 .")
    query = "ASK { ?one <urn:p> 1 ; <urn:q> 2 }"
    assert writer.ask(query).json()["boolean"] is False


def test_a_packed_body_is_unpacked(writer: Running) -> None:
    path = f"/graphs?graph={NAME}"
    packed = gzip.compress(ONE)
    response = send(writer, "PUT", path, packed, **{"Content-Encoding": "gzip"})
    assert response.status_code == 201
    assert len(triples(writer, path)) == 1


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "status"),
    [
        ("PUT", "/graphs?graph=urn:g&default", ONE, "text/turtle", 400),
        ("PUT", "/graphs/a?graph=urn:g", ONE, "text/turtle", 400),
        ("PUT", "/graphs?graph=no%20iri", ONE, "text/turtle", 400),
        ("PUT", "/graphs", ONE, "text/turtle", 400),
        ("DELETE", "/graphs", b"", "text/turtle", 400),
        ("PUT", "/graphs?default", b"<a", "text/turtle", 400),
        ("PUT", "/graphs?default", ONE, "text/csv", 415),
        ("PUT", "/graphs?default", ONE, "multipart/form-data", 400),
        ("PATCH", "/graphs?default", ONE, "text/turtle", 405),
    ],
)
def test_a_wrong_request_changes_nothing(  # noqa: PLR0917
    writer: Running, method: str, path: str, body: bytes, kind: str, status: int
) -> None:
    send(writer, "PUT", "/graphs?default", TWO)
    response = send(writer, method, path, body, **{"Content-Type": kind})
    assert response.status_code == status
    assert len(triples(writer, "/graphs?default")) == 1


def test_a_body_that_breaks_off_changes_nothing(writer: Running) -> None:
    path = f"/graphs?graph={NAME}"
    send(writer, "PUT", path, ONE)
    for method in ("PUT", "POST"):
        response = send(writer, method, path, b"<urn:a> <urn:p> 3 . <urn:b> <urn:")
        assert response.status_code == 400
        assert "body: no text/turtle" in response.text
    assert triples(writer, path) == {f"{ONE.decode().replace('1', _INTEGER)}"}


_INTEGER = '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'


def test_an_update_takes_the_dataset_of_its_request(writer: Running) -> None:
    send(writer, "PUT", "/graphs?graph=urn:one", ONE)
    send(writer, "PUT", "/graphs?graph=urn:two", TWO)
    copy = "INSERT { GRAPH <urn:three> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    assert writer.update(copy, **{"using-graph-uri": "urn:two"}).status_code == 204
    assert "2" in next(iter(triples(writer, "/graphs?graph=urn:three")))
    gone = "DELETE WHERE { GRAPH <urn:three> { ?s ?p ?o } }"
    writer.update(gone, **{"using-named-graph-uri": "urn:one"})
    assert len(triples(writer, "/graphs?graph=urn:three")) == 1
    writer.update(gone, **{"using-named-graph-uri": "urn:three"})
    assert triples(writer, "/graphs?graph=urn:three") == set()
    clash = writer.update(f"WITH <urn:one> {copy}", **{"using-graph-uri": "urn:two"})
    assert clash.status_code == 400
    assert "use only one" in clash.text


def test_an_answer_after_a_change_is_new(writer: Running) -> None:
    query = {"query": "SELECT * { ?s ?p ?o }"}
    first = writer.client.get("/sparql", params=query)
    send(writer, "PUT", "/graphs?default", ONE)
    known = {"If-None-Match": first.headers["etag"]}
    again = writer.client.get("/sparql", params=query, headers=known)
    assert again.status_code == 200
    assert len(again.json()["results"]["bindings"]) == 1


def test_only_what_is_possible_is_offered(reader: Running, writer: Running) -> None:
    assert reader.client.options("/graphs").headers["allow"] == "GET, HEAD, OPTIONS"
    assert "PUT" in writer.client.options("/graphs").headers["allow"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_who_may_not_write_is_told_so_first(reader: Running, method: str) -> None:
    response = reader.client.request(method, "/graphs?graph=&default=")
    assert response.status_code == 403
    assert "read-only" in response.text
