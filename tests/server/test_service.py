"""What a query may reach: nothing, or what is allowed, through the relay."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest
from tests.server.running import Running, make_store, serving

from dateline.rdf.service_calls import is_allowed, route_calls
from dateline.server.process import RefusedError
from dateline.server.relay import Relay, is_public, resolve

ONE = {
    "head": {"vars": ["x"]},
    "results": {"bindings": [{"x": {"type": "literal", "value": "from afar"}}]},
}


class Endpoint(BaseHTTPRequestHandler):
    """An endpoint elsewhere, which notes who calls it."""

    calls: list[str]

    def do_POST(self) -> None:
        type(self).calls.append(self.path)
        self.rfile.read(int(self.headers.get("content-length", "0")))
        if self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", "/sparql")
            self.end_headers()
            return
        body = json.dumps(ONE).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def endpoint() -> Iterator[tuple[str, list[str]]]:
    calls: list[str] = []
    handler = type("Handler", (Endpoint,), {"calls": calls})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", calls
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <URL/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <URL/sparql> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?o<5)SERVICE#>\n<URL/sparql>{ ?a ?b ?c } }",
        "SELECT * { BIND(<URL/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "SELECT * FROM <URL/data.ttl> { ?s ?p ?o }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <URL/data.ttl> { GRAPH ?g { ?s ?p ?o } }",
    ],
)
def test_a_query_leaves_the_server_in_no_way(
    reader: Running, endpoint: tuple[str, list[str]], query: str
) -> None:
    url, calls = endpoint
    response = reader.ask(query.replace("URL", url))
    if "FROM" in query:
        assert response.json()["results"]["bindings"] == []
    else:
        assert response.status_code == 400
        assert "SERVICE is off" in response.text
    assert calls == []


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <URL/data.ttl>",
        "LOAD SILENT <URL/data.ttl> INTO GRAPH <urn:g>",
        "LOAD <file:///etc/passwd>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <URL/> { ?s ?p ?o } }",
    ],
)
def test_an_update_leaves_the_server_in_no_way(
    writer: Running, endpoint: tuple[str, list[str]], update: str
) -> None:
    url, calls = endpoint
    response = writer.update(update.replace("URL", url))
    assert response.status_code == 400
    assert "is off" in response.text
    assert calls == []


@pytest.mark.skipif(sys.platform != "linux", reason="seccomp is of Linux")
@pytest.mark.parametrize("port", [0, 7])
def test_a_worker_cannot_connect_even_if_the_checks_are_fooled(
    endpoint: tuple[str, list[str]], port: int
) -> None:
    url, calls = endpoint
    code = (
        "import sys\n"
        "import pyoxigraph as ox\n"
        "from dateline.server.sandbox import confine\n"
        f"assert confine({port})\n"
        f"query = 'SELECT * {{ SERVICE <{url}/> {{ ?s ?p ?o }} }}'\n"
        "try:\n"
        "    list(ox.Store().query(query))\n"
        "except OSError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "ermission denied" in done.stdout
    assert calls == []


@contextmanager
def relayed(relay: Relay) -> Iterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=relay)
    yield httpx.AsyncClient(transport=transport, base_url="http://relay")


def fetch(relay: Relay, target: str, secret: str | None = None) -> httpx.Response:
    async def go() -> httpx.Response:
        with relayed(relay) as client:
            path = f"/{secret or relay.secret}"
            response = await client.post(path, params={"to": target}, content=b"ASK {}")
            await client.aclose()
            return response

    # A browser test may have left a loop in this thread.
    with ThreadPoolExecutor(max_workers=1) as other:
        return other.submit(asyncio.run, go()).result()


def test_the_relay_fetches_what_is_allowed(endpoint: tuple[str, list[str]]) -> None:
    url, calls = endpoint
    relay = Relay([url], limit_s=5, check=lambda _: True)
    response = fetch(relay, f"{url}/sparql")
    assert response.json() == ONE
    assert calls == ["/sparql"]


def test_the_relay_does_not_follow_a_redirect(endpoint: tuple[str, list[str]]) -> None:
    url, calls = endpoint
    relay = Relay([url], limit_s=5, check=lambda _: True)
    response = fetch(relay, f"{url}/moved")
    assert response.status_code == 502
    assert "answers 302" in response.text
    assert calls == ["/moved"]


def test_the_relay_serves_only_who_knows_its_secret(
    endpoint: tuple[str, list[str]],
) -> None:
    url, calls = endpoint
    relay = Relay([url], limit_s=5, check=lambda _: True)
    assert fetch(relay, f"{url}/sparql", "guessed").status_code == 404
    assert fetch(relay, "http://other.example/").status_code == 403
    assert calls == []


def test_the_relay_calls_no_private_address(endpoint: tuple[str, list[str]]) -> None:
    url, calls = endpoint
    port = url.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "0.0.0.0"):  # noqa: S104
        target = f"http://{host}:{port}"
        response = fetch(Relay([target], limit_s=5), f"{target}/sparql")
        assert response.status_code in {403, 502}
        assert "SERVICE" in response.text
    assert calls == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "fe80::1%eth0",
        "fd00::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2130706433",
    ],
)
def test_an_address_that_is_not_public_is_known(address: str) -> None:
    assert not is_public(address)


def test_a_name_that_has_any_private_address_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entries = [(2, 1, 6, "", (ip, 80)) for ip in ("1.1.1.1", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries)
    with pytest.raises(RefusedError, match="no public address"):
        resolve("rebind.example", 80, is_public)


@pytest.mark.parametrize(
    ("iri", "allowed"),
    [
        ("https://a.example/sparql", True),
        ("https://a.example.evil.org/sparql", False),
        ("https://a.example@evil.org/sparql", False),
        ("https://a.example:444/sparql", False),
        ("http://a.example/sparql", False),
        ("https://a.example/other", False),
        ("file:///etc/passwd", False),
    ],
)
def test_a_prefix_is_of_one_server(iri: str, allowed: bool) -> None:  # noqa: FBT001
    assert is_allowed(iri, ["https://a.example/sparql"]) is allowed


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://b.example/> { ?s ?p ?o } }",
        "SELECT * { BIND(<http://a.example/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "PREFIX a: <http://a.example/> SELECT * { SERVICE a:b { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?o<5)SERVICE#>\n<http://b.example/>{ ?a ?b ?c } }",
        "SELECT * { SERVICE#\n<http://a.example/> { ?s ?p ?o } }",
    ],
)
def test_other_calls_stay_refused(query: str) -> None:
    with pytest.raises(ValueError, match="SERVICE"):
        route_calls(query, ["http://a.example/"], "http://relay/?to=")


def test_a_call_that_is_allowed_still_reaches_no_private_server(
    endpoint: tuple[str, list[str]], tmp_path: Path
) -> None:
    url, calls = endpoint
    with serving(make_store(tmp_path / "store"), "--allow-service", url) as server:
        query = f"SELECT * {{ SERVICE <{url}/sparql> {{ ?s ?p ?o }} }}"
        response = server.ask(query)
        assert response.status_code == 502
        assert "403" in response.text
        other = server.ask(query.replace(url, "http://example.org"))
        assert "is not allowed" in other.text
        silent = server.ask(query.replace("SERVICE", "SERVICE SILENT"))
        assert silent.status_code == 200
        assert server.ask("ASK { ?s ?p ?o }").json()["boolean"] is True
    assert calls == []
