"""A connection that does not wait for ever for a request, and answers in one piece."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

_HEAD = b"HTTP/1.1 "


class Joining:
    """A transport that sends the head of an answer together with what comes behind it.

    uvicorn writes both at once but apart: for a small answer that is a system call more
    here, and a client that wakes twice. A head that nothing follows goes out as soon as
    the loop turns. A body that looks like a head is no worse off.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._loop = asyncio.get_running_loop()
        self._held = b""

    def __getattr__(self, name: str) -> Any:
        """Be the transport in all else."""
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Send `data`, a head a little later."""
        if not self._held and data.startswith(_HEAD):
            self._held = data
            self._loop.call_soon(self._flush)
            return
        held, self._held = self._held, b""
        self._transport.write(held + data)

    def close(self) -> None:
        """Send what is held, and close."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        if self._held:
            self.write(b"")


class Connection(H11Protocol):
    """Drops a client that takes too long; uvicorn alone would wait."""

    limit_s: float
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait."""
        super().connection_made(Joining(transport))  # type: ignore[arg-type]
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
