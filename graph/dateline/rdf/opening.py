"""Open a store on disk for its one writer, or for a reader of its last snapshot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from dateline.errors import StoreError
from dateline.rdf.lock import check, claim
from dateline.rdf.snapshots import (
    check_journals,
    hold,
    lags,
    note_opened,
    publish,
)

Opened = tuple[ox.Store, IO[str]]
"""A store, and the lock to close when it is no longer used."""


def open_writer(path: Path) -> Opened:
    """Open the store itself; make it if there is none.

    Raises:
        StoreError: if it is no store, too new, damaged, or in use.
    """
    return _open_claimed(path, claim(path))


def open_reader(path: Path) -> Opened:
    """Open the last snapshot of the store.

    Raises:
        StoreError: if it is no store, too new, damaged, or not made yet.
    """
    folder, lock = hold_snapshot(path)
    try:
        return _opened(path, lambda: ox.Store.read_only(str(folder))), lock
    except BaseException:
        lock.close()
        raise


def hold_snapshot(path: Path) -> tuple[Path, IO[str]]:
    """Return the folder of the last snapshot, and the lock to close after its use.

    Raises:
        StoreError: if it is no store, too new, damaged, or not made yet.
    """
    check(path)
    if lags(path):
        _catch_up(path)
    held = hold(path)
    if held is None:
        msg = f"{path}: is being made by another process; try again when it is done"
        raise StoreError(msg)
    return held


def show_readers(path: Path, store: ox.Store) -> None:
    """Let those who open the store from now on see it as it is.

    Raises:
        StoreError: if the snapshot cannot be written.
    """
    try:
        publish(path, store.backup)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path}: cannot be written: {error}") from error


def _open_claimed(path: Path, lock: IO[str]) -> Opened:
    try:
        check_journals(path)
        store = _opened(path, lambda: ox.Store(str(path)))
        if lags(path):
            show_readers(path, store)
        else:
            note_opened(path)
    except BaseException:
        lock.close()
        raise
    return store, lock


def _catch_up(path: Path) -> None:
    """Show readers what a killed writer left, unless another one is at work."""
    try:
        lock = claim(path)
    except StoreError:
        # Who may not write, or not now, reads the last snapshot.
        return
    store, lock = _open_claimed(path, lock)
    del store
    lock.close()


def _opened(path: Path, opening: Callable[[], ox.Store]) -> ox.Store:
    try:
        return opening()
    except (OSError, RuntimeError) as error:
        msg = f"{path}: the store is damaged or cannot be read: {error}"
        raise StoreError(msg) from error
