"""What makes a folder a store: its marker, and the lock that keeps writers apart."""

from __future__ import annotations

import fcntl
import json
import time
from pathlib import Path
from typing import IO

from dateline.errors import StoreError

FORMAT = 1
"""The version of the layout of a store; a newer one is refused, not guessed at."""

_TRIES, _PAUSE_S = 10, 0.05
_MARKER = "dateline-store.json"
_LOCK = "dateline-store.lock"
BACKUP = "dateline-backup.json"
"""The list that makes a folder a backup."""


def claim(path: Path) -> IO[str]:
    """Check that `path` is a store of ours, or make it one; lock it for one writer.

    The lock belongs to the open file, so a killed process leaves none behind.

    Raises:
        StoreError: if it is no store, too new, or in use by somebody else.
    """
    if not path.exists() or _is_empty(path):
        path.mkdir(parents=True, exist_ok=True)
        lock = _lock(path)
        mark(path)
        return lock
    check(path)
    return _lock(path)


def mark(path: Path) -> None:
    """Make the folder `path` a store."""
    marker = json.dumps({"store": "dateline", "format": FORMAT}) + "\n"
    (path / _MARKER).write_text(marker, encoding="utf-8")


def check(path: Path) -> None:
    """Raise if `path` is no store that this version can read.

    Raises:
        StoreError: says what is there instead.

    >>> check(Path("no/such/store"))
    Traceback (most recent call last):
        ...
    dateline.errors.StoreError: no/such/store: there is no store here; ...
    """
    if not path.exists():
        raise StoreError(f"{path}: there is no store here; make one: dateline build")
    if (path / BACKUP).exists():
        msg = f"{path}: this is a backup; use it by: dateline restore {path} STORE"
        raise StoreError(msg)
    try:
        marker = json.loads((path / _MARKER).read_text(encoding="utf-8"))
        version = int(marker["format"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"{path}: this is not a Dateline store ({_MARKER} is missing or broken)"
        raise StoreError(msg) from error
    if version > FORMAT:
        msg = (
            f"{path}: this store has format {version}, written by a newer version; "
            f"this one reads up to {FORMAT}: upgrade dateline"
        )
        raise StoreError(msg)


def try_lock(file: IO[str], *, shared: bool = False) -> bool:
    """Lock an open file until it is closed; tell whether nobody else holds it."""
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_empty(path: Path) -> bool:
    return path.is_dir() and all(child.name == _LOCK for child in path.iterdir())


def _lock(path: Path) -> IO[str]:
    try:
        lock = (path / _LOCK).open("a", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened: {error.strerror}") from error
    if not _take(lock):
        lock.close()
        msg = f"{path}: is being written by another process; try again when it is done"
        raise StoreError(msg)
    return lock


def _take(lock: IO[str]) -> bool:
    """Lock for a writer, who waits a moment for a server that makes a checkpoint."""
    for _ in range(_TRIES):
        if try_lock(lock):
            return True
        time.sleep(_PAUSE_S)
    return False
