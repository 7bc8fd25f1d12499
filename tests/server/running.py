"""Start `dateline serve` as users do, on a free port of loopback."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
import pyoxigraph as ox

from dateline.rdf.store import GraphStore

TOKEN = "for-tests-" + "x" * 10
DATA = """
@prefix : <http://example.org/> .
:default a :Thing .
:one { :a :p 1 ; :name "Ilse" . }
:two { :b :p 2 . :c :p 3 . }
"""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs: where, and its process."""

    url: str
    process: subprocess.Popen[str]
    store: Path
    client: httpx.Client

    def ask(self, query: str, **headers: str) -> httpx.Response:
        """Send a query as a form."""
        return self.client.post("/sparql", data={"query": query}, headers=headers)

    def update(self, update: str, **params: str) -> httpx.Response:
        """Send an update with the token."""
        return self.client.post(
            "/sparql", data={"update": update}, params=params, headers=bearer()
        )

    def workers(self) -> list[int]:
        """Return the numbers of the worker processes."""
        return [child.pid for child in psutil.Process(self.process.pid).children()]


def bearer(token: str = TOKEN) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def make_store(place: Path, data: str = DATA) -> Path:
    """Make a store that holds `data`, TriG."""
    with GraphStore.open(place) as store, store._changing():
        store._ox.bulk_load(data.encode(), ox.RdfFormat.TRIG)
    return place


def token_file(folder: Path) -> Path:
    path = folder / "token"
    path.write_text(TOKEN + "\n", encoding="ascii")
    return path


@contextmanager
def serving(store: Path, *options: str) -> Iterator[Running]:
    """Serve a store until the context ends."""
    command = [sys.executable, "-m", "dateline", "serve", str(store), "--port", "0"]
    if "--queries" not in options:
        command += ["--queries", "2"]
    log = store.parent / "server.log"
    with (
        log.open("a") as errors,
        subprocess.Popen(
            [*command, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        assert process.stderr is not None
        assert process.stdout is not None
        line = process.stderr.readline()
        found = re.search(r"at (http://\S+)/sparql", line)
        assert found, line + process.stderr.read()
        drain = _drain(process, errors)
        try:
            with httpx.Client(base_url=found[1], timeout=30, trust_env=False) as client:
                yield Running(found[1], process, store, client)
        finally:
            process.terminate()
            process.wait(20)
            drain.join(5)
            process.stdout.close()


def _drain(process, errors):
    """Copy the log to its file, so that no full pipe stops the server."""

    def copy() -> None:
        for line in process.stderr:
            errors.write(line)
            errors.flush()

    thread = threading.Thread(target=copy, daemon=True)
    thread.start()
    return thread
