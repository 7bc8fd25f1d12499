"""What a server may do to those who ask it, and what it may not learn."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from tests.facts import ARTICLE
from tests.rdf.articles import OTHER, article
from tests.rdf.servers import OXIGRAPH, free_port, oxigraph

import dateline
from dateline.cli.app import cli
from dateline.errors import QueryError, StoreError
from dateline.rdf.bind import bind
from dateline.rdf.credentials import Credentials
from dateline.rdf.endpoint import DatasetEndpoint
from dateline.rdf.remote import HttpEndpoint
from dateline.rdf.sparql_store import SparqlStore
from dateline.rdf.store import GraphStore

_EMPTY = b'{"head": {"vars": ["a"]}, "results": {"bindings": []}}'


@contextmanager
def answering(
    status: int = 200, body: bytes = _EMPTY, **headers: str
) -> Iterator[tuple[str, list[BaseHTTPRequestHandler]]]:
    """Run a server that always answers the same, and keeps what it was asked."""
    asked: list[BaseHTTPRequestHandler] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(self)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def store(url: str, credentials: str | None = None, **options: float) -> SparqlStore:
    told = None if credentials is None else Credentials.parse(credentials)
    return SparqlStore(HttpEndpoint(url, credentials=told, **options))


@pytest.mark.parametrize(
    ("credentials", "sent"),
    [
        (None, None),
        ("ada:se:cret", "Basic YWRhOnNlOmNyZXQ="),
        ("Bearer abc.def", "Bearer abc.def"),
    ],
)
def test_credentials_are_sent_as_the_standards_say(
    credentials: str | None, sent: str | None
) -> None:
    with answering() as (url, asked), store(url, credentials) as opened:
        assert opened.articles() == ()
        assert asked[0].headers["Authorization"] == sent


@pytest.mark.parametrize("text", ["", "nonsense", "Bearer a\nX-Evil: b", "a:b\r\nc"])
def test_credentials_that_are_none_are_not_shown(text: str) -> None:
    with pytest.raises(StoreError, match=r"^credentials are written NAME:PASSWORD"):
        Credentials.parse(text)


def test_credentials_hide_themselves() -> None:
    assert "cret" not in repr(Credentials.parse("ada:secret"))
    assert "abc" not in repr(Credentials.parse("Bearer abc"))


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, r"access denied \(HTTP 401\); give a name and password"),
        (403, r"access denied \(HTTP 403\)"),
        (404, r"the server answered HTTP 404: Gone fishing"),
        (302, r"the server answered HTTP 302"),
        (503, r"the server answered HTTP 503: Gone fishing"),
    ],
)
def test_a_refusal_is_told_in_one_line(status: int, why: str) -> None:
    body = b"Gone\r\nfishing" + b"!" * 10_000
    with answering(status, body) as (url, _), store(url, "ada:secret") as opened:
        with pytest.raises(StoreError, match=why) as told:
            opened.articles()
        message = str(told.value)
        assert "\n" not in message
        assert "secret" not in message
        assert len(message) < 400


def test_a_redirect_is_not_followed() -> None:
    with (
        answering() as (other, asked),
        answering(307, Location=other) as (url, _),
        store(url, "ada:secret") as opened,
    ):
        with pytest.raises(StoreError, match="HTTP 307"):
            opened.articles()
        assert asked == []


def test_a_server_that_is_not_there_is_told() -> None:
    with (
        store(f"http://127.0.0.1:{free_port()}/") as opened,
        pytest.raises(StoreError, match=r"cannot be reached: .*refused"),
    ):
        opened.articles()


def test_a_silent_server_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with (
            store(url, timeout_s=0.2) as opened,
            pytest.raises(StoreError, match="no answer in time"),
        ):
            opened.articles()


def test_an_answer_that_was_cut_is_refused() -> None:
    with (
        answering(X_SPARQL_MaxRows="10000") as (url, _),
        store(url) as opened,
        pytest.raises(StoreError, match="cut the answer after 10000 rows"),
    ):
        opened.articles()


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"head": 3}', b"\xff\xfe"])
def test_an_answer_that_is_none_is_told(body: bytes) -> None:
    with (
        answering(body=body) as (url, _),
        store(url) as opened,
        pytest.raises(StoreError, match="no answer that can be read"),
    ):
        opened.articles()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://ada:secret@localhost/", "an address must not hold a password"),
        ("http://", "is no address of a server"),
        ("http://[::1", "is no address of a server"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, why: str) -> None:
    with pytest.raises(StoreError, match=why) as told:
        HttpEndpoint(url)
    assert "secret" not in str(told.value)


def test_rdflib_fetches_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    opened = SparqlStore(DatasetEndpoint(rdflib.Dataset()))
    file = f"file://{tmp_path}/x.ttl"
    for sparql in (
        "SELECT * FROM <%s> { ?s ?p ?o }",
        "select * from NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    ):
        with pytest.raises(QueryError, match="FROM is off"):
            opened.query(sparql % file)


# Values of variables


@pytest.mark.parametrize(
    ("sparql", "groups"),
    [
        ("SELECT ?x { ?x ?y '{' . OPTIONAL { ?x a ?z } }", 2),
        ("SELECT ?x { { SELECT ?x { ?x ?y ?z } } UNION { ?x a ?z } }", 3),
        ("SELECT ?x { VALUES ?y { 1 } VALUES (?a ?b) { (1 2) } ?x ?y ?a }", 1),
        ("SELECT ?x { ?x ?y ?z MINUS { ?x a ?z } # {\n }", 1),
        ("CONSTRUCT { ?x a ?y } WHERE { ?x ?z ?y }", 1),
        ("ASK { FILTER NOT EXISTS { ?x ?y '''{'{''' } }", 2),
    ],
)
def test_values_are_given_in_each_group(sparql: str, groups: int) -> None:
    bound = bind(sparql, {"x": "a"})
    assert bound.count('VALUES (?x) { ("a") }') == groups
    GraphStore.memory().query(bound)


# Moving graphs


def dateline_cli(*words: object) -> str:
    result = CliRunner().invoke(cli, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.stderr


@pytest.mark.skipif(not OXIGRAPH.exists(), reason="the package oxigraph is missing")
def test_a_graph_is_pushed_and_pulled(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "a") as opened:
        opened.replace_articles([article(), article(OTHER)])
    with oxigraph(tmp_path) as url:
        assert dateline_cli("push", tmp_path / "a", url).startswith("2 added, 0 repl")
        assert "0 added, 0 replaced, 2 unch" in dateline_cli(
            "push", tmp_path / "a", url
        )
        dateline_cli("pull", url, tmp_path / "b")
        assert "2 unchanged" in dateline_cli("pull", url, tmp_path / "b")
        with (
            dateline.open(tmp_path / "a") as one,
            dateline.open(tmp_path / "b") as other,
            dateline.open(url) as remote,
        ):
            for iri in (ARTICLE, OTHER):
                known = one.store.article_nquads(iri)
                assert other.store.article_nquads(iri) == known
                assert remote.store.article_nquads(iri) == known
            # The articles tell of the same people: that is decided where they are.
            assert other.store.graphs() == remote.store.graphs()
            assert len(other.store.graphs()) == 3
        dateline_cli("remove", "news/other", "--store", url)
        assert "1 unchanged" in dateline_cli("pull", url, tmp_path / "b")


def test_credentials_come_from_a_file_or_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Bearer abc\n")
    with answering() as (url, asked):
        options = ["--store", url, "--sparql", "SELECT ?a { ?a ?b ?c }"]
        run = CliRunner().invoke(cli, ["query", *options, "--credentials", str(secret)])
        assert run.exit_code == 0, run.output
        monkeypatch.setenv("DATELINE_CREDENTIALS", "ada:secret")
        CliRunner().invoke(cli, ["query", *options])
        assert [each.headers["Authorization"] for each in asked] == [
            "Bearer abc",
            "Basic YWRhOnNlY3JldA==",
        ]
