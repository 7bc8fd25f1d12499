"""Whole graphs go to servers, and come from them, by the Graph Store Protocol."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.facts import ARTICLE
from tests.rdf.articles import OTHER, article
from tests.rdf.servers import OXIGRAPH, free_port, oxigraph
from tests.server.running import TOKEN, Running, serving, token_file

import dateline
from dateline.cli.app import cli
from dateline.errors import StoreError
from dateline.rdf.store import GraphStore


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    with GraphStore.open(tmp_path / "filled") as opened:
        opened.replace_articles([article(), article(OTHER)])
    return tmp_path / "filled"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Running]:
    """Dateline's server, which takes what has its token."""
    token = ("--token-file", str(token_file(tmp_path)))
    with serving(tmp_path / "served", "--writable", *token) as running:
        yield running


def told(*words: object, credentials: str = "") -> str:
    names = {"DATELINE_CREDENTIALS": credentials}
    result = CliRunner().invoke(cli, [str(word) for word in words], env=names)
    assert result.exit_code == 0, result.output
    return result.stderr


def check_the_way_there_and_back(
    filled: Path, url: str, graph_store: str, credentials: str = ""
) -> None:
    way = ("--graph-store", graph_store)
    first = told("push", filled, url, *way, credentials=credentials)
    assert first.startswith("2 added")
    again = told("push", filled, url, *way, credentials=credentials)
    assert "2 unchanged" in again
    copy = filled.with_name("copy")
    assert "2 added" in told("pull", url, copy, *way, credentials=credentials)
    with (
        dateline.open(filled) as one,
        dateline.open(copy) as other,
        dateline.open(
            url, credentials=credentials or None, graph_store=graph_store
        ) as remote,
        dateline.open(url, credentials=credentials or None) as plain,
    ):
        for iri in (ARTICLE, OTHER):
            known = one.store.article_nquads(iri)
            assert other.store.article_nquads(iri) == known
            assert remote.store.article_nquads(iri) == known
            assert plain.store.article_nquads(iri) == known
        assert remote.store.graph_ntriples("urn:none") == b""
        assert other.store.graphs() == remote.store.graphs()


@pytest.mark.skipif(not OXIGRAPH.exists(), reason="the package oxigraph is missing")
def test_a_graph_goes_to_oxigraph_and_back(filled: Path, tmp_path: Path) -> None:
    with oxigraph(tmp_path) as url:
        graph_store = url.replace("/query", "/store")
        check_the_way_there_and_back(filled, url, graph_store)
        changed = article(more=" And more.")
        with dateline.open(url, graph_store=graph_store) as remote:
            assert remote.store.replace_articles([changed]).replaced == 1
        with dateline.open(url) as plain, GraphStore.memory() as fresh:
            fresh.replace_articles([changed])
            known = fresh.article_nquads(ARTICLE)
            assert plain.store.article_nquads(ARTICLE) == known


def test_a_graph_goes_to_our_own_server_and_back(filled: Path, own: Running) -> None:
    check_the_way_there_and_back(
        filled, f"{own.url}/sparql", f"{own.url}/graphs", f"Bearer {TOKEN}"
    )
    metrics = own.client.get("/metrics").text
    for method in ("GET", "POST", "PUT"):
        assert re.search(rf'method="{method}"[^}}]*"graphs"', metrics), method


def test_what_the_graph_store_refuses_is_told(filled: Path, own: Running) -> None:
    with dateline.open(filled) as source:
        for graph_store, credentials, why in (
            (f"{own.url}/none", TOKEN, r"/none: the server answered HTTP 404"),
            (f"{own.url}/health", TOKEN, r"/health: the server answered HTTP 405"),
            (f"{own.url}/graphs", "wrong", r"access denied \(HTTP 401\)"),
            (f"http://127.0.0.1:{free_port()}", TOKEN, "cannot be reached: .*refused"),
        ):
            with (
                dateline.open(
                    f"{own.url}/sparql",
                    credentials=f"Bearer {credentials}",
                    graph_store=graph_store,
                ) as remote,
                pytest.raises(StoreError, match=why),
            ):
                source.copy_to(remote)


def test_an_address_of_a_graph_store_is_checked() -> None:
    with pytest.raises(StoreError, match="must not hold a password"):
        dateline.open("http://localhost/", graph_store="http://a:b@localhost/")


def test_a_graph_store_goes_with_a_server() -> None:
    run = CliRunner().invoke(cli, ["build", "x.txt", "--graph-store", "http://a/"])
    assert run.exit_code == 2
    assert "--graph-store goes with --store URL" in run.stderr
