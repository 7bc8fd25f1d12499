"""What a client is told when the process that writes ends before it can answer."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest
from tests.server.running import Running, bearer, make_store, serving, token_file
from tests.server.test_limits import PRODUCT

from dateline.rdf.store import GraphStore

NEW = "<urn:new> <urn:p> 1"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    store = make_store(tmp_path / "store")
    token = ("--writable", "--token-file", str(token_file(tmp_path)))
    with serving(store, *token, "--update-timeout", "2", "--queries", "1") as running:
        yield running


def is_new(server: Running) -> bool:
    return bool(server.ask(f"ASK {{ {NEW} }}").json()["boolean"])


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def keeper_of(server: Running) -> psutil.Process:
    children = psutil.Process(server.process.pid).children()
    return next(child for child in children if str(server.store) in child.cmdline())


def hang_after_commit(
    server: Running, change: Callable[[], httpx.Response]
) -> httpx.Response:
    """Send a change whose process commits, and then waits until it is killed."""
    snapshots = server.store / "snapshots"
    before = set(snapshots.iterdir())
    # Whoever writes to a pipe that nobody reads waits: here, to publish the change.
    pipe = server.store / "dateline-store.current.part"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(change)
        wait_for(lambda: any(p.is_dir() for p in set(snapshots.iterdir()) - before))
        wait_for(lambda: keeper_of(server).status() == psutil.STATUS_SLEEPING)
        time.sleep(0.3)
        pipe.unlink()
        return asked.result()


def test_a_change_that_was_made_before_the_kill_is_told(server: Running) -> None:
    def change() -> httpx.Response:
        return server.update(f"INSERT DATA {{ {NEW} }}")

    response = hang_after_commit(server, change)
    assert response.status_code == 503
    assert "the change was made, all of it" in response.text
    assert "nothing was changed" not in response.text
    assert is_new(server)
    with GraphStore.open(server.store, read_only=True) as store:
        assert store.query(f"ASK {{ {NEW} }}").rows == ((True,),)


def test_a_graph_without_triples_is_a_change_too(server: Running) -> None:
    def change() -> httpx.Response:
        kind = {"Content-Type": "text/turtle"}
        where = "/graphs?graph=urn:empty"
        return server.client.put(where, content=b"", headers=kind | bearer())

    response = hang_after_commit(server, change)
    assert "the change was made, all of it" in response.text
    assert server.client.get("/graphs?graph=urn:empty").status_code == 200


def test_a_process_that_dies_before_it_commits_changes_nothing(server: Running) -> None:
    keeper = keeper_of(server)
    busy = keeper.cpu_times().user + 0.3
    endless = f"INSERT {{ {NEW} }} WHERE {{ {PRODUCT} }}"
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(server.update, endless)
        wait_for(lambda: keeper.cpu_times().user > busy)
        os.kill(keeper.pid, signal.SIGKILL)
        response = asked.result()
    assert response.status_code == 503
    assert response.text.endswith("; nothing was changed\n")
    assert not is_new(server)
    assert server.update(f"INSERT DATA {{ {NEW} }}").status_code == 204
    assert is_new(server)
