"""Exports of a large store take no more memory than those of a small one.

RocksDB's memory is none of Python's, so the whole process is measured. It keeps blocks
that it has read, some 50 MB at most, and N-Quads are sorted in runs: beyond that the
memory must not grow, while what is written does.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.rdf.articles import article

from dateline.rdf.store import GraphStore

_SMALL = 40
_LARGE = 800
_FIXED_MB = 80
_CODE = """
import sys
from pathlib import Path
import dateline

def peak():
    # Not `ru_maxrss`: a process inherits that of its parent.
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024

class Sink:
    size = 0
    def write(self, data):
        self.size += len(data)
        return len(data)
    def writelines(self, lines):
        for line in lines:
            self.write(line)
    def flush(self):
        pass

with dateline.open(sys.argv[1], read_only=True) as graph:
    before, sink = peak(), Sink()
    if sys.argv[2] == "tables":
        graph.save_tables(sys.argv[3])
    else:
        graph.export(sys.argv[2], sink)
print(peak() - before, sink.size // 1_000_000)
"""


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("stores")
    for count in (_SMALL, _LARGE):
        with GraphStore.open(folder / str(count)) as store:
            store.replace_articles(
                article(f"https://example.org/{n}", more=f" {n}") for n in range(count)
            )
    return {count: folder / str(count) for count in (_SMALL, _LARGE)}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only on Linux")
@pytest.mark.parametrize(
    "form", ["turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "tables"]
)
def test_memory_does_not_grow_with_the_store(
    stores: dict[int, Path], form: str, tmp_path: Path
) -> None:
    grown = {}
    for count, store in stores.items():
        done = subprocess.run(
            [sys.executable, "-c", _CODE, str(store), form, str(tmp_path)],
            capture_output=True,
            check=True,
            text=True,
        )
        grown[count], size = map(int, done.stdout.split())
    assert grown[_LARGE] - grown[_SMALL] < _FIXED_MB
    # Held in memory, this would not fit there.
    assert form != "nquads" or size > _FIXED_MB
