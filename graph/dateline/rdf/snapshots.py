"""Snapshots of a store on disk: what readers see while a writer works.

RocksDB may not be opened a second time while it is written, read-only neither. So a
writer publishes a checkpoint after each change: hard links to files that never change,
a few milliseconds whatever the size. A reader opens the last one and holds a lock on
it; the writer deletes those that nobody holds. `LAGS` stands in the folder while the
last snapshot is behind the store, so that what a killed writer had finished is found.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from dateline.errors import StoreError
from dateline.rdf.lock import check, try_lock

_FOLDER = "snapshots"
_CURRENT = "dateline-store.current"
_LAGS = "dateline-store.lags"
_TRIES = 100

Backup = Callable[[str], None]
"""Writes a checkpoint of the open store to a folder that is not there yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Current:
    """Which snapshot is the last one, and the sizes in bytes that its files must have.

    `journals` are those of the store itself: they grow, and are cut only by damage,
    which RocksDB would take for the end of an earlier state.
    """

    snapshot: str
    files: dict[str, int]
    journals: dict[str, int]


def publish(path: Path, backup: Backup) -> None:
    """Show readers the state of now; for the holder of the writer's lock.

    A crash in here leaves the last snapshot in place, and the mark that it lags.
    """
    folder = path / _FOLDER
    folder.mkdir(exist_ok=True)
    numbers = [int(each.stem) for each in folder.iterdir() if each.stem.isdecimal()]
    name = f"{max(numbers, default=0) + 1:08d}"
    (folder / f"{name}.lock").touch()
    backup(str(folder / name))
    _note(path, name, _sizes(folder / name, "*"))
    (path / _LAGS).unlink(missing_ok=True)
    _prune(folder, name)


def note_opened(path: Path) -> None:
    """Note that RocksDB has begun a new journal, as it does at each opening."""
    current = _current(path)
    if current is not None:
        _note(path, current.snapshot, current.files)


def check_journals(path: Path) -> None:
    """Raise if a journal of the store itself is shorter than it was.

    Raises:
        StoreError: says which.
    """
    current = _current(path)
    for name, size in ({} if current is None else current.journals).items():
        if (path / name).exists() and (path / name).stat().st_size < size:
            raise _damaged(path, f"{name} has been cut")


def note_change(path: Path) -> None:
    """Note, before a change, that the last snapshot will not hold it."""
    (path / _LAGS).touch()


def lags(path: Path) -> bool:
    """Tell whether the store may hold more than its last snapshot, or has none."""
    current = _current(path)
    return (path / _LAGS).exists() or current is None


def state(path: Path) -> str:
    """Return what changes whenever a writer publishes a snapshot, or leaves one behind.

    >>> state(Path("no/such/store"))
    ' '
    """
    current = _current(path)
    name = "" if current is None else current.snapshot
    return f"{name} {'lags' if (path / _LAGS).exists() else ''}"


def hold(path: Path) -> tuple[Path, IO[str]] | None:
    """Return the last snapshot, and the lock that keeps it until it is closed.

    `None` means that there has never been one.

    Raises:
        StoreError: if the store is none, or files of the snapshot are damaged.
    """
    check(path)
    for _ in range(_TRIES):
        current = _current(path)
        if current is None:
            return None
        folder = path / _FOLDER / current.snapshot
        try:
            lock = folder.with_suffix(".lock").open(encoding="utf-8")
        except FileNotFoundError:
            # A writer has published another one since.
            continue
        if try_lock(lock, shared=True) and folder.is_dir():
            _check_sizes(path, folder, current.files, lock)
            return folder, lock
        lock.close()
    raise _damaged(path, "its last snapshot is missing")


def _note(path: Path, snapshot: str, files: dict[str, int]) -> None:
    current = _Current(
        snapshot=snapshot, files=files, journals=_sizes(path, "MANIFEST-*")
    )
    part = path / f"{_CURRENT}.part"
    part.write_text(json.dumps(asdict(current)), encoding="utf-8")
    part.replace(path / _CURRENT)


def _sizes(folder: Path, pattern: str) -> dict[str, int]:
    sizes = {}
    for file in folder.glob(pattern):
        # RocksDB deletes a journal that is done with at its own time.
        with suppress(FileNotFoundError):
            sizes[file.name] = file.stat().st_size
    return sizes


def _current(path: Path) -> _Current | None:
    try:
        told = _Current(**json.loads((path / _CURRENT).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise _damaged(path, f"{_CURRENT} cannot be read") from error
    if not told.snapshot.isdecimal():
        raise _damaged(path, f"{_CURRENT} names no snapshot")
    return told


def _check_sizes(
    path: Path, folder: Path, sizes: dict[str, int], lock: IO[str]
) -> None:
    """Find files that are missing or cut; RocksDB knows when bytes were overwritten."""
    for name, size in sizes.items():
        file = folder / name
        if not file.exists() or file.stat().st_size != size:
            lock.close()
            what = "is missing" if not file.exists() else f"has not {size} bytes"
            raise _damaged(path, f"{_FOLDER}/{folder.name}/{name} {what}")


def _damaged(path: Path, why: str) -> StoreError:
    return StoreError(
        f"{path}: the store is damaged: {why}; put a backup in its place: "
        "dateline restore"
    )


def _prune(folder: Path, kept: str) -> None:
    """Delete the snapshots that nobody reads, and what a crash left half made."""
    names = {path.name.partition(".")[0] for path in folder.iterdir()}
    for name in sorted(names - {kept}):
        lock_path = folder / f"{name}.lock"
        with lock_path.open("a", encoding="utf-8") as lock:
            if try_lock(lock):
                shutil.rmtree(folder / name, ignore_errors=True)
                # RocksDB makes a checkpoint under this name before it is whole.
                shutil.rmtree(folder / f"{name}.tmp", ignore_errors=True)
                lock_path.unlink(missing_ok=True)
