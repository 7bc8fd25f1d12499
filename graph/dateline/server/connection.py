"""A connection that does not wait for ever for the head of a request."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol


class Connection(H11Protocol):
    """Drops a client that takes too long; uvicorn alone would wait."""

    limit_s: float
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait."""
        super().connection_made(transport)
        self._look()

    def data_received(self, data: bytes) -> None:
        """Take what came, and see whether it was all of a head."""
        super().data_received(data)
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop()
        super().connection_lost(exc)

    def _is_waiting(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _look(self) -> None:
        if not self._is_waiting():
            self._stop()
        elif self._late is None:
            self._late = self.loop.call_later(self.limit_s, self._drop)

    def _stop(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _drop(self) -> None:
        self._late = None
        if self._is_waiting() and self.transport is not None:
            self.transport.close()


def impatient(limit_s: float) -> type[Connection]:
    """Return a protocol whose clients have so many seconds for a head.

    >>> impatient(5.0).limit_s
    5.0
    """
    return type("Impatient", (Connection,), {"limit_s": limit_s})
