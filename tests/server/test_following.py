"""The server beside others: who write the store, crash, or damage it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.server.running import Running, make_store, serving, token_file

from dateline.errors import StoreError
from dateline.rdf.store import GraphStore

COUNT = "SELECT (COUNT(*) AS ?n) { ?s <urn:p> ?o }"


def count(server: Running) -> int:
    (row,) = server.ask(COUNT).json()["results"]["bindings"]
    return int(row["n"]["value"])


def wait_for(server: Running, expected: int) -> None:
    end = time.monotonic() + 10
    while count(server) != expected:
        assert time.monotonic() < end, f"still {count(server)}, not {expected}"
        time.sleep(0.05)


def add(store: GraphStore, number: int) -> None:
    with store._changing():
        store._changes.update(f"INSERT DATA {{ <urn:s> <urn:p> {number} }}")


def test_what_another_process_has_written_is_served(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    with serving(place) as server:
        etag = server.client.get("/health").json()["state"]
        for number in range(1, 4):
            with GraphStore.open(place) as store:
                add(store, number)
                wait_for(server, number)
        assert server.client.get("/health").json()["state"] != etag


def test_a_store_that_is_empty_may_be_served_and_filled(tmp_path: Path) -> None:
    place = tmp_path / "store"
    GraphStore.open(place).close()
    with serving(place) as server:
        assert count(server) == 0
        with GraphStore.open(place) as store:
            add(store, 1)
        wait_for(server, 1)


def test_the_writer_keeps_others_out(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    options = ("--writable", "--token-file", str(token_file(tmp_path)))
    with serving(place, *options) as server:
        with pytest.raises(StoreError, match="being written by another process"):
            GraphStore.open(place)
        assert server.update("INSERT DATA { <urn:s> <urn:p> 1 }").status_code == 204
    with GraphStore.open(place, read_only=True) as store:
        assert store.query(COUNT).rows == ((1,),)


def test_a_second_writer_says_so(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    token = str(token_file(tmp_path))
    with GraphStore.open(place):
        done = start(place, "--writable", "--token-file", token)
    assert done.returncode == 1
    assert "being written by another process" in done.stderr
    assert left_behind(tmp_path) == []


def start(place: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", "serve", str(place), "--port", "0"]
    return subprocess.run(
        [*command, *options], capture_output=True, text=True, timeout=60, check=False
    )


def test_a_server_beside_a_writer_serves_what_was_there(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    with GraphStore.open(place) as store, serving(place) as server:
        assert count(server) == 0
        add(store, 1)
        wait_for(server, 1)


def left_behind(folder: Path) -> list[Path]:
    return sorted(folder.glob(".store.serve-*"))


def test_what_a_killed_writer_had_committed_is_served(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    code = (
        "import os, sys\n"
        "from dateline.rdf.store import GraphStore\n"
        "store = GraphStore.open(sys.argv[1])\n"
        "from dateline.rdf.snapshots import note_change\n"
        "note_change(store.path)\n"
        "store._changes.update('INSERT DATA { <urn:s> <urn:p> 1 }')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(place)], check=False)
    with serving(place) as server:
        assert count(server) == 1


def test_nothing_is_left_of_a_server(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    with serving(place) as server:
        assert len(left_behind(tmp_path)) == 1
        workers = server.workers()
        server.process.kill()
        server.process.wait()
    assert len(left_behind(tmp_path)) == 1
    end = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < end, "workers outlive their server"
        time.sleep(0.05)
    with serving(place):
        assert len(left_behind(tmp_path)) == 1
    assert left_behind(tmp_path) == []


def test_old_states_are_removed(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    with serving(place, "--writable") as server:
        for number in range(5):
            update = {"update": f"INSERT DATA {{ <urn:s> <urn:p> {number} }}"}
            assert server.client.post("/sparql", data=update).status_code == 204
        assert count(server) == 5
        (folder,) = left_behind(tmp_path)
        states = [path for path in folder.iterdir() if path.is_dir()]
        assert len(states) == 1


def test_a_killed_keeper_is_replaced(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    insert = "INSERT DATA {{ <urn:s> <urn:p> {} }}"
    with serving(place, "--writable", "--queries", "1") as server:
        update = {"update": insert.format(1)}
        assert server.client.post("/sparql", data=update).status_code == 204
        for pid in server.workers():
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.2)
        assert count(server) == 1
        told = [
            server.client.post("/sparql", data={"update": insert.format(n)}).status_code
            for n in (2, 3)
        ]
        assert told[-1] == 204
        assert count(server) == told.count(204) + 1


def test_a_damaged_store_is_told_not_served(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    for current in place.rglob("CURRENT"):
        current.write_text("nonsense\n", encoding="utf-8")
    done = start(place)
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    place = make_store(tmp_path / "store")
    with serving(place) as server:
        port = server.url.rpartition(":")[2]
        command = [sys.executable, "-m", "dateline", "serve", str(place), "--port"]
        done = subprocess.run(
            [*command, port], capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
