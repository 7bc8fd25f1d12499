"""The one process that touches the store itself: makes checkpoints, applies updates.

A checkpoint is a copy of the store by hard links, which costs milliseconds and no room.
Without `--writable` the keeper holds the store's lock only while it makes one, so that
`dateline build` can write in between; with it, the keeper is the store's writer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from dateline.errors import StoreError
from dateline.rdf import engine
from dateline.rdf.lock import claim
from dateline.server import frames
from dateline.server.store_files import copy_files, signature


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
            self._lock = claim(self._place, read_only=False)
            self._writer = engine.open_store(self._place)
        return self._writer

    def checkpoint(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make a checkpoint in the folder `to`, which must not be there yet."""
        if self._is_writable:
            engine.make_checkpoint(self._open(), request["to"])
            return {"signature": "", "is_empty": False}
        with claim(self._place, read_only=True):
            seen = signature(self._place)
            # RocksDB makes its files at the first writing.
            is_empty = not (self._place / "CURRENT").exists()
            if not is_empty:
                self._copy(Path(request["to"]))
        return {"signature": seen, "is_empty": is_empty}

    def _copy(self, to: Path) -> None:
        """Copy the store, and see whether the copy opens."""
        copy_files(self._place, to)
        try:
            engine.open_checkpoint(to)
        except StoreError as error:
            raise StoreError(str(error).replace(str(to), str(self._place))) from error

    def update(self, request: dict[str, Any]) -> dict[str, Any]:
        """Apply an update."""
        scope = engine.Scope(tuple(request["default"]), tuple(request["named"]))
        engine.update(self._open(), request["sparql"], scope, request["base"])
        return {}

    def put(self, request: dict[str, Any], *bodies: bytes) -> dict[str, Any]:
        """Put parts in the place of a graph."""
        parts = list(zip(request["types"], bodies, strict=True))
        new = engine.put_graph(self._open(), request["graph"], parts, request["base"])
        return {"is_new": new}

    def post(self, request: dict[str, Any], *bodies: bytes) -> dict[str, Any]:
        """Add parts to a graph."""
        parts = list(zip(request["types"], bodies, strict=True))
        new = engine.post_graph(self._open(), request["graph"], parts, request["base"])
        return {"is_new": new}

    def delete(self, request: dict[str, Any]) -> dict[str, Any]:
        """Remove a graph."""
        if not engine.delete_graph(self._open(), request["graph"]):
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
    "update": Keeper.update,
    "put": Keeper.put,
    "post": Keeper.post,
    "delete": Keeper.delete,
    "close": Keeper.close,
}
