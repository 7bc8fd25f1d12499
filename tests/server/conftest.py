from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.running import Running, make_store, serving, token_file


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server that only reads, with small limits."""
    folder = tmp_path_factory.mktemp("reader")
    limits = ("--timeout", "1", "--queries", "2", "--max-rows", "1000")
    with serving(make_store(folder / "store"), *limits, "--max-body", "1") as running:
        yield running


@pytest.fixture(scope="session")
def shared_writer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder: Path = tmp_path_factory.mktemp("writer")
    options = ("--writable", "--token-file", str(token_file(folder)))
    store = make_store(folder / "store")
    with serving(store, *options, "--queries", "2", "--max-body", "2") as running:
        yield running


@pytest.fixture
def writer(shared_writer: Running) -> Running:
    """A server that takes updates; its store is empty."""
    assert shared_writer.update("DROP ALL").status_code == 204
    return shared_writer
