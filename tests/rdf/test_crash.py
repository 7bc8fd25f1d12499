"""A writer is killed at random moments; what it leaves is whole."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.rdf.killed_writer import make_all

from dateline.rdf.store import GraphStore
from dateline.rdf.validate import validate


@pytest.fixture(scope="module")
def whole() -> dict[str, set[bytes]]:
    """Return what each article may look like."""
    found: dict[str, set[bytes]] = {}
    for made in make_all():
        found.setdefault(made.iri, set()).add(_lines(made.nquads))
    return found


def _lines(nquads: bytes) -> bytes:
    return b"".join(sorted(nquads.splitlines(keepends=True)))


@pytest.fixture
def path() -> Iterator[Path]:
    """Return a place in memory if there is one: a kill is not a loss of power."""
    memory = Path("/dev/shm")  # noqa: S108  (made in there under a fresh name)
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder) / "s"


def _kill_writers(path: Path, rounds: int) -> Iterator[None]:
    moments = random.Random(0)  # noqa: S311  (no secret)
    launcher = subprocess.Popen(
        [sys.executable, "-m", "tests.rdf.killed_writer", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert launcher.stdin is not None
    assert launcher.stdout is not None
    with launcher:
        for seed in range(rounds):
            line = f"{seed} {moments.uniform(0.01, 0.15):.4f}\n"
            launcher.stdin.write(line)
            launcher.stdin.flush()
            assert launcher.stdout.readline() == line
            yield
        launcher.stdin.close()


def _check(store: GraphStore, whole: dict[str, set[bytes]]) -> None:
    assert len(store.graphs()) == len(store.articles())
    quads = 0
    for iri in store.articles():
        article = store.article_nquads(iri)
        assert article in whole[iri]
        quads += article.count(b"\n")
    # Nothing lies about that belongs to no article; they share two things of 2 quads.
    shared = max(len(store.articles()) - 1, 0)
    assert len(store) == quads - 4 * shared


def _check_after_each(
    path: Path, rounds: int, whole: dict[str, set[bytes]]
) -> list[int]:
    """Return how many articles were there after each kill."""
    GraphStore.open(path).close()
    found = []
    for _ in _kill_writers(path, rounds):
        with GraphStore.open(path, read_only=True) as store:
            _check(store, whole)
            found.append(len(store.articles()))
    with GraphStore.open(path) as store:
        _check(store, whole)
        assert validate(store).conforms
    return found


def test_after_a_kill_every_article_is_whole_or_absent(
    path: Path, whole: dict[str, set[bytes]]
) -> None:
    assert max(_check_after_each(path, 8, whole)) > 0


@pytest.mark.slow
def test_after_200_kills_every_article_is_whole_or_absent(
    path: Path, whole: dict[str, set[bytes]]
) -> None:
    found = _check_after_each(path, 200, whole)
    # Many of the writers had come to change the number of articles, on a busy machine
    # too; those that replaced one leave it as it was.
    assert len(set(found)) > 3
    assert sum(a != b for a, b in pairwise(found)) > 20
