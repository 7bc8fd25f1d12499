"""Who may open a store on disk: its marker, and one writer or many readers."""

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


def claim(path: Path, *, read_only: bool) -> IO[str]:
    """Check that `path` is a store of ours, or make it one; lock it until closed.

    The lock belongs to the open file, so a killed process leaves none behind.

    Raises:
        StoreError: if it is no store, too new, or in use by somebody else.
    """
    if read_only:
        _check(path)
    elif not path.exists() or _is_empty(path):
        path.mkdir(parents=True, exist_ok=True)
        lock = _lock(path, read_only=False)
        marker = json.dumps({"store": "dateline", "format": FORMAT}) + "\n"
        (path / _MARKER).write_text(marker, encoding="utf-8")
        return lock
    else:
        _check(path)
    return _lock(path, read_only=read_only)


def _is_empty(path: Path) -> bool:
    return path.is_dir() and all(child.name == _LOCK for child in path.iterdir())


def _check(path: Path) -> None:
    if not path.exists():
        raise StoreError(f"{path}: there is no store here; make one: dateline build")
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


def _lock(path: Path, *, read_only: bool) -> IO[str]:
    # A reader of a read-only medium may not create the file; the marker will do.
    name = _LOCK if not read_only or (path / _LOCK).exists() else _MARKER
    try:
        lock = (path / name).open("r" if read_only else "a", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened: {error.strerror}") from error
    try:
        _take(lock, fcntl.LOCK_SH if read_only else fcntl.LOCK_EX)
    except OSError as error:
        lock.close()
        who = "written" if read_only else "used"
        msg = f"{path}: is being {who} by another process; try again when it is done"
        raise StoreError(msg) from error
    return lock


def _take(lock: IO[str], kind: int) -> None:
    """Take the lock; a writer waits a moment for a server that makes a checkpoint."""
    if kind == fcntl.LOCK_EX:
        for _ in range(_TRIES):
            try:
                fcntl.flock(lock, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(_PAUSE_S)
            else:
                return
    fcntl.flock(lock, kind | fcntl.LOCK_NB)
