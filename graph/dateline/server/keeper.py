"""The one process that touches the store itself: makes checkpoints, applies updates.

A checkpoint is a copy of the store by hard links, which costs milliseconds and no room.
Without `--writable` the keeper takes the snapshots that `dateline build` and others
publish; with it, the keeper is the store's writer, and publishes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from dateline.errors import StoreError
from dateline.rdf import engine
from dateline.rdf.opening import hold_snapshot, open_writer, show_readers
from dateline.rdf.snapshots import note_change, state
from dateline.server import frames
from dateline.server.store_files import link_files


class Keeper:
    """Answers the server's requests about the store."""

    def __init__(self, pipe: IO[bytes], place: str, *, is_writable: bool) -> None:
        self._pipe = pipe
        self._place = Path(place)
        self._writer: Any = None
        self._lock: IO[str] | None = None
        self._is_writable = is_writable

    def answer(self, request: dict[str, Any], *bodies: bytes) -> None:
        """Answer a request."""
        told = _OPERATIONS[request["op"]](self, request, *bodies)
        self._pipe.write(frames.pack_whole(told, b""))
        self._pipe.flush()

    def _open(self) -> Any:
        if self._writer is None:
            self._writer, self._lock = open_writer(self._place)
        return self._writer

    @contextmanager
    def _change(self) -> Iterator[Any]:
        """Give the store to change; those who open it from now on see the change."""
        store = self._open()
        note_change(self._place)
        yield store
        try:
            show_readers(self._place, store)
        except StoreError as error:
            msg = f"the change was made, but other programs do not see it yet: {error}"
            raise StoreError(msg) from error

    def checkpoint(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make a checkpoint in the folder `to`, which must not be there yet."""
        if self._is_writable:
            engine.make_checkpoint(self._open(), request["to"])
            return {"signature": ""}
        folder, lock = hold_snapshot(self._place)
        with lock:
            seen = state(self._place)
            self._link(folder, Path(request["to"]))
        return {"signature": seen}

    def _link(self, folder: Path, to: Path) -> None:
        """Link the files of a snapshot, and see whether the copy opens."""
        link_files(folder, to)
        try:
            engine.open_checkpoint(to)
        except StoreError as error:
            raise StoreError(str(error).replace(str(to), str(self._place))) from error

    def compare(self, request: dict[str, Any]) -> dict[str, Any]:
        """Tell whether two checkpoints hold the same."""
        old, new = map(engine.open_checkpoint, (request["old"], request["new"]))
        return {"is_same": engine.is_same(old, new)}

    def update(self, request: dict[str, Any]) -> dict[str, Any]:
        """Apply an update."""
        scope = engine.Scope(tuple(request["default"]), tuple(request["named"]))
        with self._change() as store:
            engine.update(store, request["sparql"], scope, request["base"])
        return {}

    def put(self, request: dict[str, Any], *bodies: bytes) -> dict[str, Any]:
        """Put parts in the place of a graph."""
        parts = list(zip(request["types"], bodies, strict=True))
        with self._change() as store:
            new = engine.put_graph(store, request["graph"], parts, request["base"])
        return {"is_new": new}

    def post(self, request: dict[str, Any], *bodies: bytes) -> dict[str, Any]:
        """Add parts to a graph."""
        parts = list(zip(request["types"], bodies, strict=True))
        with self._change() as store:
            new = engine.post_graph(store, request["graph"], parts, request["base"])
        return {"is_new": new}

    def delete(self, request: dict[str, Any]) -> dict[str, Any]:
        """Remove a graph."""
        with self._change() as store:
            is_gone = engine.delete_graph(store, request["graph"])
        if not is_gone:
            raise LookupError(f"there is no graph <{request['graph']}>")
        return {}

    def close(self, request: dict[str, Any]) -> dict[str, Any]:
        """Let go of the store, with everything on the disk."""
        del request
        if self._writer is not None:
            self._writer.flush()
            self._writer = None
        if self._lock is not None:
            self._lock.close()
        return {}


_OPERATIONS: dict[str, Callable[..., dict[str, Any]]] = {
    "checkpoint": Keeper.checkpoint,
    "compare": Keeper.compare,
    "update": Keeper.update,
    "put": Keeper.put,
    "post": Keeper.post,
    "delete": Keeper.delete,
    "close": Keeper.close,
}
