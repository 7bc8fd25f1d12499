"""The worker processes: who works, who waits, who is killed, who takes their place."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from dateline.server.process import DiedError, RefusedError, Worker
from dateline.server.settings import Limits

_LOG = logging.getLogger(__name__)
_SPARES = 1
_SLOW_S = 0.3


@dataclass(slots=True)
class Counts:
    """What the pool tells of itself."""

    running: int = 0
    waiting: int = 0
    refused: int = 0
    replaced: int = 0


@dataclass(slots=True)
class Pool:
    """As many workers as queries may run at once, and a spare one for the next kill.

    Attributes:
        port: the one port of this machine that workers may connect to, or 0.
    """

    limits: Limits
    port: int
    counts: Counts = field(default_factory=Counts)
    path: str | None = None
    _ready: asyncio.Queue[Worker] = field(default_factory=asyncio.LifoQueue)
    _spares: asyncio.Queue[Worker] = field(default_factory=asyncio.Queue)
    _all: set[Worker] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _is_open: bool = True

    async def start(self, path: str | None) -> None:
        """Start the workers, with the checkpoint at `path` open."""
        self.path = path
        count = self.limits.queries
        for worker in await asyncio.gather(*(self._spawn() for _ in range(count))):
            self._ready.put_nowait(worker)
        for _ in range(_SPARES):
            self._later()

    async def stop(self) -> None:
        """End all workers."""
        self._is_open = False
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.kill() for worker in list(self._all)))

    @asynccontextmanager
    async def worker(self) -> AsyncIterator[Worker]:
        """Lend a worker; if it is not idle afterwards, it is killed.

        Raises:
            RefusedError: if too many wait already, or it takes too long (503).
        """
        worker = await self._wait()
        self.counts.running += 1
        slow = asyncio.get_running_loop().call_later(_SLOW_S, worker.slow_down)
        try:
            yield worker
        finally:
            slow.cancel()
            self.counts.running -= 1
            worker.speed_up()
            if worker.is_idle and not worker.is_slow:
                self._ready.put_nowait(worker)
            else:
                self._replace(worker)

    async def _wait(self) -> Worker:
        # What the system has killed since its last query is not lent.
        while not (worker := await self._first()).is_idle:
            self._replace(worker)
        return worker

    async def _first(self) -> Worker:
        with suppress(asyncio.QueueEmpty):
            return self._ready.get_nowait()
        busy = RefusedError(
            503, "too many queries at once: try again", {"Retry-After": "2"}
        )
        if self.counts.waiting >= self.limits.waiting:
            self.counts.refused += 1
            raise busy
        self.counts.waiting += 1
        try:
            async with asyncio.timeout(self.limits.waiting_s):
                return await self._ready.get()
        except TimeoutError as error:
            self.counts.refused += 1
            raise busy from error
        finally:
            self.counts.waiting -= 1

    def _replace(self, worker: Worker) -> None:
        self.counts.replaced += 1
        self._background(self._put_away(worker))
        try:
            self._ready.put_nowait(self._spares.get_nowait())
        except asyncio.QueueEmpty:
            self._background(self._refill(self._ready))
        else:
            self._later()

    def _later(self) -> None:
        self._background(self._refill(self._spares))

    def _background(self, work: Any) -> None:
        if not self._is_open:
            work.close()
            return
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _put_away(self, worker: Worker) -> None:
        await worker.kill()
        self._all.discard(worker)

    async def _refill(self, queue: asyncio.Queue[Worker]) -> None:
        while True:
            try:
                queue.put_nowait(await self._spawn())
            except OSError as error:
                # No memory or no process number: later there may be.
                _LOG.warning("no worker can be started: %s", error)
                await asyncio.sleep(1.0)
            else:
                return

    async def _spawn(self) -> Worker:
        worker = await Worker.spawn(str(self.limits.worker_bytes), str(self.port))
        self._all.add(worker)
        # The checkpoint may be gone by now: then the query opens its own.
        with suppress(RefusedError, DiedError):
            await worker.call({"op": "open", "store": self.path})
        return worker
