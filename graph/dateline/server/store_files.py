"""The files of a store: whether somebody wrote them, and how to copy them."""

from __future__ import annotations

import shutil
from pathlib import Path

_NOT_DATA = frozenset({"LOG", "LOCK", "dateline-store.lock"})


def signature(store: Path) -> str:
    """Return what changes whenever somebody writes to the store.

    >>> signature(Path("no/such/store"))
    ''
    """
    seen = []
    for path in sorted(store.glob("*")):
        try:
            stat = path.stat()
        except FileNotFoundError:
            # RocksDB removes files while it works.
            continue
        if path.name not in _NOT_DATA and not path.name.startswith("LOG.old"):
            seen.append(f"{path.name}:{stat.st_size}:{stat.st_mtime_ns}")
    return " ".join(seen)


def copy_files(store: Path, to: Path) -> None:
    """Copy a store that nobody writes to a folder that is not there yet.

    Oxigraph's own checkpoint of a store that is open read-only lacks what a killed
    writer had committed to the log alone.
    """
    to.mkdir()
    for path in store.iterdir():
        if path.suffix == ".sst":
            _link(path, to / path.name)
        elif path.name not in _NOT_DATA and not path.name.startswith("LOG.old"):
            shutil.copy2(path, to / path.name)


def _link(path: Path, to: Path) -> None:
    """Link a file, which is written once; copy it where there are no links."""
    try:
        to.hardlink_to(path)
    except OSError:
        shutil.copy2(path, to)
