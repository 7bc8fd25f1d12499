"""The states of the store that queries see: one checkpoint per commit.

Oxigraph must not read what another process writes, so that queries never see the store
itself. A checkpoint lives in a folder beside the store, on the same file system, and is
removed when the last query that reads it has ended.
"""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import logging
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from dateline.errors import StoreError
from dateline.rdf.snapshots import state
from dateline.server.process import DiedError, RefusedError, Worker
from dateline.server.settings import Settings

_LOG = logging.getLogger(__name__)
_LOCK = "server.lock"
_POLL_S = 0.5
_CHECKPOINT_S = 120.0
_COMPARE_S = 30.0


@dataclass(slots=True, eq=False)
class Checkpoint:
    """A state of the store; `path` is `None` while nothing was ever written."""

    path: str | None
    state: str
    counts: dict[str, Any] | None = None
    figures: dict[str, int] | None = None
    users: int = 0
    is_current: bool = True


class Checkpoints:
    """Makes checkpoints through the keeper, and removes them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = _private_folder(settings.store)
        self._lock = _lock(self._folder)
        self._run = secrets.token_hex(4)
        self._keeper: Worker | None = None
        self._turn = asyncio.Lock()
        self._signature = ""
        self._current: Checkpoint | None = None
        self._tried = 0
        self.made = 0

    @property
    def path(self) -> str | None:
        """The folder of the newest checkpoint."""
        return None if self._current is None else self._current.path

    async def start(self) -> None:
        """Make the first checkpoint.

        Raises:
            StoreError: if the store cannot be read.
        """
        try:
            await self._make()
        except RefusedError as error:
            raise StoreError(error.detail) from error

    async def stop(self) -> None:
        """Let go of the store, and remove everything."""
        if self._keeper is not None:
            with suppress(RefusedError, DiedError, TimeoutError):
                async with asyncio.timeout(_CHECKPOINT_S):
                    await self._keeper.call({"op": "close"})
            await self._keeper.kill()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._lock.close()

    @contextmanager
    def use(self) -> Iterator[Checkpoint]:
        """Keep the newest checkpoint on the disk while a query reads it.

        Raises:
            RefusedError: if there is none.
        """
        checkpoint = self._current
        if checkpoint is None:
            raise RefusedError(503, "the store is not open")
        checkpoint.users += 1
        try:
            yield checkpoint
        finally:
            checkpoint.users -= 1
            self._remove(checkpoint)

    async def follow(self) -> None:
        """Look for changes that other processes make, until cancelled."""
        while not self._settings.access.is_writable:
            await asyncio.sleep(_POLL_S)
            try:
                is_same = state(self._settings.store) == self._signature
            except StoreError as error:
                _LOG.warning("%s", error)
                continue
            if is_same:
                continue
            try:
                async with self._turn:
                    await self._make()
            except (RefusedError, OSError) as error:
                # Mostly its writer is still at work: it is tried again.
                _LOG.debug("no new checkpoint: %s", error)

    async def change(
        self, request: dict[str, Any], bodies: tuple[bytes, ...] = ()
    ) -> dict[str, Any]:
        """Let the keeper change the store.

        Raises:
            RefusedError: if it says no, takes too long or dies; then it says what
                became of the change.
        """
        async with self._turn:
            with self.use() as before:
                try:
                    limit_s = self._settings.limits.update_s
                    told = await self._ask(request, bodies, limit_s)
                except RefusedError as error:
                    if self._keeper is not None:
                        raise
                    outcome = await self._outcome(before)
                    msg = f"{error.detail}; {outcome}"
                    raise RefusedError(error.status, msg) from error
            try:
                await self._make()
            except RefusedError as error:
                msg = f"the change was made, but is not shown yet: {error.detail}"
                raise RefusedError(error.status, msg) from error
            return told

    async def _outcome(self, before: Checkpoint) -> str:
        """Say what became of a change whose keeper ended before it could tell.

        A change is one transaction: if anything differs, all of it was made.
        """
        try:
            await self._make()
            asked = {"op": "compare", "old": before.path, "new": self.path}
            told = await self._ask(asked, (), _COMPARE_S)
        except RefusedError as error:
            _LOG.warning("the outcome of a change is not known: %s", error.detail)
            return "whether the change was made is not known: query for what it writes"
        if told["is_same"]:
            return "nothing was changed"
        return "but the change was made, all of it: do not send it again"

    async def _make(self) -> None:
        self._tried += 1
        to = self._folder / str(self._tried)
        told = await self._ask({"op": "checkpoint", "to": str(to)}, (), _CHECKPOINT_S)
        self.made += 1
        self._signature = told["signature"]
        seen = told["signature"] or f"{self._run} {self.made}"
        digest = hashlib.sha256(seen.encode()).hexdigest()[:16]
        old = self._current
        self._current = Checkpoint(str(to), digest)
        if old is not None:
            old.is_current = False
            self._remove(old)

    async def _ask(
        self, request: dict[str, Any], bodies: tuple[bytes, ...], limit_s: float
    ) -> dict[str, Any]:
        keeper = self._keeper = self._keeper or await self._spawn()
        try:
            async with asyncio.timeout(limit_s):
                return await keeper.call(request, bodies)
        except TimeoutError as error:
            raise RefusedError(503, f"stopped after {limit_s:g} s") from error
        except DiedError as error:
            raise error.refusal() from error
        finally:
            if not keeper.is_idle:
                await keeper.kill()
                self._keeper = None

    async def _spawn(self) -> Worker:
        settings = self._settings
        mode = "write" if settings.access.is_writable else "read"
        return await Worker.spawn(
            str(settings.limits.worker_bytes), "0", str(settings.store), mode
        )

    def _remove(self, checkpoint: Checkpoint) -> None:
        if checkpoint.path and not checkpoint.is_current and not checkpoint.users:
            shutil.rmtree(checkpoint.path, ignore_errors=True)


def _private_folder(store: Path) -> Path:
    """Make the folder of this server; remove those whose server is gone."""
    prefix = f".{store.name}.serve-"
    for old in store.parent.glob(f"{prefix}*"):
        with suppress(OSError), _lock(old):
            shutil.rmtree(old, ignore_errors=True)
    try:
        return Path(tempfile.mkdtemp(prefix=prefix, dir=store.parent))
    except OSError as error:
        msg = f"{store.parent}: the server cannot write here: {error.strerror}"
        raise StoreError(msg) from error


def _lock(folder: Path) -> IO[str]:
    """Take the lock of a server's folder; it ends with its process."""
    lock = (folder / _LOCK).open("a", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise
    return lock
