"""Who may ask, who may write, and what a stranger is told."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.server.running import TOKEN, Running, bearer, make_store, serving

UPDATE = "INSERT DATA { <urn:a> <urn:b> 1 }"


@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", TOKEN],
)
def test_a_writer_needs_the_token(writer: Running, authorization: str | None) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    response = writer.client.post("/sparql", data={"update": UPDATE}, headers=headers)
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Bearer")
    put = writer.client.put("/graphs?default", content=b"", headers=headers)
    assert put.status_code == 401
    assert writer.ask("ASK { ?s ?p ?o }").json()["boolean"] is False


def test_a_reader_needs_none(writer: Running) -> None:
    assert writer.ask("ASK {}").status_code == 200
    assert writer.client.get("/graphs?default").status_code == 200


def test_nobody_writes_to_a_server_that_reads(reader: Running) -> None:
    response = reader.update(UPDATE)
    assert response.status_code == 403
    assert "--writable" in response.text
    put = reader.client.put("/graphs?default", content=b"", headers=bearer())
    assert put.status_code == 403


def test_a_store_is_not_opened_for_everybody_to_write(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    done = run("serve", str(store), "--writable", "--host", "0.0.0.0")  # noqa: S104
    assert done.returncode == 1
    assert "--token-file" in done.stderr


@pytest.mark.parametrize("content", ["short", "", "with spaces in between it"])
def test_a_token_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "token").write_text(content)
    store = make_store(tmp_path / "store")
    options = ("--writable", "--token-file", str(tmp_path / "token"))
    done = run("serve", str(store), *options)
    assert done.returncode == 1
    assert "at least 16 characters" in done.stderr


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:80", 200),
        ("[::1]:7878", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("[0:0:0:0:0:0:0:1]", 200),
        *[
            (host, 400)
            for host in (
                "[",
                "[::1",
                "::1",
                "[localhost]",
                "[::1%25lo]",
                "localhost@evil.example",
                "evil@localhost",
                "evil@localhost/c",
                "localhost/evil",
                "localhost?evil",
                "localhost#evil",
                "localhost\\evil",
                "local host",
                "localhost,evil",
                "localhost>",
                "%6cocalhost",
                "localhost:",
                "localhost:0",
                "localhost:65536",
                "localhost:-1",
                "localhost:80:80",
                "localhost:80/evil",
                "localhost:8\N{SUPERSCRIPT TWO}",
                "localhost:" + "0" * 3_000 + "80",
            )
        ],
    ],
)
def test_a_server_answers_to_its_names_only(
    reader: Running, host: str, status: int
) -> None:
    for path in ("/sparql?query=ASK%7B%7D", "/q"):
        told = {"Host": host.encode("latin-1")}
        response = reader.client.get(path, headers=told)
        assert response.status_code == status
        assert "evil" not in response.text


def test_the_headers_of_a_proxy_make_no_links(reader: Running) -> None:
    told = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "evil",
        "Forwarded": "host=evil.example;proto=https",
    }
    page = reader.client.get("/q", headers=told)
    assert page.status_code == 200
    assert "evil" not in page.text


def test_further_names_and_the_address_behind_a_proxy(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    options = ("--host-name", "graph.lan", "--public-url", "https://example.org/news/")
    with serving(store, *options) as server:
        for host in ("graph.lan:7878", "example.org", "127.0.0.1"):
            assert server.client.get("/health", headers={"Host": host}).is_success
        told = server.client.get("/sparql", headers={"Host": "example.org"}).text
        assert "sd:endpoint <https://example.org/news/sparql>" in told
        assert server.url not in told


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org",
        "example.org",
        "https://ada@example.org/",
        "https://example.org:0/",
        "https://example.org/a?b",
        "https://example.org/a#b",
        "https://example.org/a b",
        'https://example.org/"',
        "https:///news",
        "https://example.org/" + "a" * 2_000,
    ],
)
def test_an_address_that_makes_no_links_is_refused(tmp_path: Path, url: str) -> None:
    done = run("serve", str(make_store(tmp_path / "store")), "--public-url", url)
    assert done.returncode == 2
    assert "is not http(s)://HOST[:PORT][/PATH]" in done.stderr


def test_other_web_sites_may_not_ask(reader: Running) -> None:
    headers = {"Origin": "https://evil.example"}
    response = reader.client.get("/sparql?query=ASK%7B%7D", headers=headers)
    assert "access-control-allow-origin" not in response.headers


def test_a_web_site_that_is_named_may_ask(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    with serving(store, "--cors", "https://site.example", "--writable") as server:
        site = {"Origin": "https://site.example"}
        allow = "access-control-allow-origin"
        response = server.client.get("/sparql?query=ASK%7B%7D", headers=site)
        assert response.headers[allow] == "https://site.example"
        assert "Origin" in response.headers["vary"]
        asks = {**site, "Access-Control-Request-Method": "POST"}
        preflight = server.client.options("/sparql", headers=asks)
        assert preflight.status_code == 204
        assert "POST" in preflight.headers["access-control-allow-methods"]
        other = {"Origin": "https://evil.example"}
        assert allow not in server.client.get("/health", headers=other).headers
        # Without a token, the browser of somebody on this machine could write.
        form = {"update": UPDATE}
        forged = server.client.post("/sparql", data=form, headers=other)
        assert forged.status_code == 403
        own = server.client.post("/sparql", data=form, headers=site)
        assert own.status_code == 204


def test_a_header_cannot_be_split(reader: Running) -> None:
    name = "urn:a%0D%0ASet-Cookie:%20x=1"
    response = reader.client.get(f"/graphs?graph={name}")
    assert response.status_code == 400
    assert "set-cookie" not in response.headers
    raw = (
        f"GET /graphs/a%0D%0ASet-Cookie:x HTTP/1.1\r\nHost: {reader.url[7:]}\r\n"
        "Connection: close\r\n\r\n"
    )
    assert b"\nset-cookie" not in exchange(reader, raw.encode()).lower()


def exchange(server: Running, data: bytes) -> bytes:
    host, port = server.url.removeprefix("http://").split(":")
    received = b""
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(data)
        while chunk := connection.recv(65_536):
            received += chunk
    return received


def test_two_hosts_are_refused(reader: Running) -> None:
    raw = b"GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"
    assert exchange(reader, raw).startswith(b"HTTP/1.1 400")


def test_answers_are_no_pages(reader: Running) -> None:
    headers = reader.client.get("/health").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "server" not in headers


def test_the_logs_have_no_literals(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    access, queries = tmp_path / "access.log", tmp_path / "queries.log"
    options = ("--access-log", str(access), "--query-log", str(queries))
    with serving(store, *options) as server:
        typed = "SELECT * { ?s :name 'Ilse Brandt' ; :age 42 } # for Ilse"
        server.client.get("/sparql", params={"query": typed})
        server.client.get("/graphs/%0Afake")
    logged = [json.loads(line) for line in access.read_text("utf-8").splitlines()]
    assert [(each["path"], each["status"]) for each in logged] == [
        ("/sparql", 400),
        ("/graphs/\nfake", 404),
    ]
    told = json.loads(queries.read_text("utf-8"))
    assert told["text"] == 'SELECT * { ?s :name "…" ; :age 0 }'
    for path in (access, queries):
        assert "Ilse" not in path.read_text("utf-8")


def test_the_counters_are_those_of_prometheus(reader: Running) -> None:
    reader.ask("ASK {}")
    response = reader.client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
    samples = [line for line in response.text.splitlines() if not line.startswith("#")]
    for sample in samples:
        name, value = sample.rsplit(" ", 1)
        assert name.startswith("dateline_")
        float(value)
    assert any('route="sparql",status="200"' in sample for sample in samples)
