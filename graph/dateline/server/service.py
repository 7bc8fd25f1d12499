"""What requests share: processes, states of the store, counters, logs."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from dateline.server.checkpoints import Checkpoints
from dateline.server.logs import Log
from dateline.server.metrics import Metrics
from dateline.server.pool import Pool
from dateline.server.settings import Settings


class Service:
    """A running server, without its HTTP."""

    def __init__(self, settings: Settings, relay: str | None = None) -> None:
        self.settings = settings
        self.relay = relay
        self.limits = settings.limits
        self.metrics = Metrics()
        self.access_log = Log.open(settings.access_log, is_quiet=settings.is_quiet)
        self.query_log = Log.open(settings.query_log)
        self.checkpoints = Checkpoints(settings)
        port = 0 if relay is None else urlsplit(relay).port or 0
        self.pool = Pool(settings.limits, port)
        self._follower: asyncio.Task[None] | None = None
        self._writers = 0

    async def start(self) -> None:
        """Open the store and start the workers.

        Raises:
            StoreError: if the store cannot be served.
        """
        await self.checkpoints.start()
        await self.pool.start(self.checkpoints.path)
        self._follower = asyncio.create_task(self.checkpoints.follow())

    async def stop(self) -> None:
        """End all processes and remove all checkpoints."""
        if self._follower is not None:
            self._follower.cancel()
            with suppress(asyncio.CancelledError):
                await self._follower
        await self.pool.stop()
        await self.checkpoints.stop()
        self.access_log.close()
        self.query_log.close()

    def base(self, request: Request) -> str:
        """Return the absolute IRI under which a client sees the server, no slash."""
        public = self.settings.access.public_url
        if public is not None:
            return public
        return f"{request.url.scheme}://{request.headers.get('host', 'localhost')}"

    def gauges(self) -> dict[str, tuple[str, float]]:
        """Return the values of now, for `/metrics`."""
        counts = self.pool.counts
        return {
            "queries_running": ("Queries at work.", counts.running),
            "queries_waiting": ("Queries that wait for a worker.", counts.waiting),
            "queries_refused": ("Queries refused since all were busy.", counts.refused),
            "workers_replaced": ("Workers that were replaced.", counts.replaced),
            "checkpoints": ("States of the store so far.", self.checkpoints.made),
            "processors": ("Processors of the machine.", os.cpu_count() or 1),
        }

    def limits_of(self, method: str) -> dict[str, Any]:
        """Return what a worker has to keep to."""
        return {
            "method": method,
            "max_bytes": self.limits.result_bytes,
            "max_rows": self.limits.rows,
        }
