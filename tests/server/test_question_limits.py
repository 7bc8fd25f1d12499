"""Every limit holds for a question that has a name, as it does for SPARQL."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from tests.server.running import Running, make_store, serving

# One meeting of so many has a row for each pair of them.
PRESENT, FEW = 400, 20
TOO_LARGE = "the result is larger than 1,000,000 bytes: add a LIMIT\n"
FORMS = ("json", "csv", "jsonld", "html")


def meeting(actors: int) -> str:
    names = "".join(
        f'ex:a{i} dl:nameKey "actor {i}" ; rdfs:label "Actor {i}" . '
        f"ex:e sem:hasActor ex:a{i} . "
        for i in range(actors)
    )
    return f"""
@prefix dl: <https://w3id.org/dateline/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix ex: <http://example.org/> .
ex:g {{ ex:e a sem:Event ; sem:eventType dl:Meet ; rdfs:label "meet" . {names} }}
"""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("crowd") / "store"
    return make_store(place, meeting(PRESENT))


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose articles have titles of half a megabyte."""
    titles = "".join(
        f'<urn:a{i}> a schema:NewsArticle ; schema:headline "{i:06}{"x" * 500_000}" . '
        for i in range(500)
    )
    data = f"@prefix schema: <https://schema.org/> . {titles}"
    return make_store(tmp_path_factory.mktemp("long") / "store", data)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("few") / "store", meeting(FEW))


def is_well(server: Running) -> bool:
    answer = server.client.get("/q/did-not-happen")
    return answer.status_code == 200 and answer.json()["rows"] == []


def met(server: Running, form: str) -> httpx.Response:
    return server.client.get("/q/met", params={"format": form})


@pytest.mark.parametrize("form", FORMS)
def test_a_question_stops_in_time(crowd: Path, form: str) -> None:
    with serving(crowd, "--timeout", "0.5") as server:
        begin = time.monotonic()
        response = met(server, form)
        assert (response.status_code, response.text) == (
            504,
            "the query was stopped after 0.5 s: narrow it, or add a LIMIT\n",
        )
        assert time.monotonic() - begin < 5
        assert is_well(server)
        assert 'stopped_total{reason="time"} 1' in server.client.get("/metrics").text


@pytest.mark.parametrize("form", FORMS)
def test_a_question_is_held_to_the_rows(few: Path, form: str) -> None:
    pairs = FEW * (FEW - 1)
    with serving(few, "--max-rows", str(pairs)) as server:
        assert met(server, form).status_code == 200
    with serving(few, "--max-rows", str(pairs - 1)) as server:
        response = met(server, form)
        assert (response.status_code, response.text) == (
            403,
            f"the result has more than {pairs - 1} rows: add a LIMIT\n",
        )
        assert is_well(server)


def test_a_question_is_held_to_the_bytes(long: Path) -> None:
    with serving(long, "--max-result", "1") as server:
        for form in ("json", "csv", "jsonld"):
            # It has begun: a client must know that it is not whole.
            address, plain = f"/q/articles?format={form}", {"Accept-Encoding": ""}
            with pytest.raises(httpx.RemoteProtocolError, match="incomplete"):
                server.client.get(address, headers=plain)
            packed = server.client.get(address, headers={"Accept-Encoding": "gzip"})
            assert (packed.status_code, packed.text) == (403, TOO_LARGE)
            assert is_well(server)
        page = server.client.get("/q/articles?format=html")
        assert (page.status_code, page.text) == (403, TOO_LARGE)


@pytest.mark.parametrize("form", FORMS)
def test_a_question_is_held_to_the_memory(long: Path, form: str) -> None:
    with serving(long, "--max-memory", "200", "--timeout", "60") as server:
        response = server.client.get("/q/articles", params={"format": form})
        assert (response.status_code, response.text) == (
            503,
            "the query needs more memory than it may have\n",
        )
        assert is_well(server)
        counters = server.client.get("/metrics").text
        assert 'stopped_total{reason="memory"} 1' in counters


@pytest.fixture(scope="module")
def busy(crowd: Path) -> Iterator[Running]:
    """A server whose one worker is busy, and whose queue is full."""
    options = ("--queries", "1", "--queue", "1", "--timeout", "4")
    with serving(crowd, *options) as server, ThreadPoolExecutor(2) as threads:
        asked = []
        for gauge in ("queries_running 1", "queries_waiting 1"):
            asked.append(threads.submit(httpx.get, f"{server.url}/q/met", timeout=40))
            while gauge not in server.client.get("/metrics").text:
                time.sleep(0.02)
        yield server
        assert {each.result().status_code for each in asked} <= {503, 504}


@pytest.mark.parametrize("form", FORMS)
def test_a_question_too_many_is_told_to_come_again(busy: Running, form: str) -> None:
    begin = time.monotonic()
    response = met(busy, form)
    assert (response.status_code, response.headers["retry-after"]) == (503, "2")
    assert response.text == "too many queries at once: try again\n"
    assert time.monotonic() - begin < 1


def test_the_question_of_who_has_gone_is_stopped(crowd: Path) -> None:
    with serving(crowd, "--queries", "1", "--timeout", "60") as server:
        with pytest.raises(httpx.ReadTimeout):
            server.client.get("/q/met", timeout=0.5)
        begin = time.monotonic()
        assert is_well(server)
        assert time.monotonic() - begin < 3


def test_who_takes_an_answer_slowly_holds_no_worker(long: Path) -> None:
    options = ("--queries", "1", "--timeout", "60", "--client-timeout", "1")
    with serving(long, *options) as server:
        host, port = server.url.removeprefix("http://").split(":")
        head = f"GET /q/articles?format=csv HTTP/1.1\r\nHost: {host}\r\n\r\n"
        with socket.create_connection((host, int(port)), timeout=60) as connection:
            connection.sendall(head.encode())
            assert connection.recv(10)
            begin = time.monotonic()
            assert is_well(server)
            assert time.monotonic() - begin < 10
