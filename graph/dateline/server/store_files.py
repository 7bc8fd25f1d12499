"""Copy the files of a snapshot by links."""

from __future__ import annotations

import shutil
from pathlib import Path


def link_files(folder: Path, to: Path) -> None:
    """Link or copy a folder that nobody writes to one that is not there yet.

    What RocksDB writes once is linked; what it appends to is copied.
    """
    to.mkdir()
    for path in folder.iterdir():
        if path.suffix == ".sst":
            _link(path, to / path.name)
        elif path.name != "LOCK":
            shutil.copy2(path, to / path.name)


def _link(path: Path, to: Path) -> None:
    """Link a file; copy it where there are no links."""
    try:
        to.hardlink_to(path)
    except OSError:
        shutil.copy2(path, to)
