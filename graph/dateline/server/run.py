"""Run a server until it is told to end."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from dateline.errors import StoreError
from dateline.server.access import check_settings
from dateline.server.app import App
from dateline.server.service import Service
from dateline.server.settings import Settings

_KEEP_ALIVE_S = 30
_GRACE_S = 3
_HEADER_BYTES = 65_536


def serve(settings: Settings, port: int, on_ready: Callable[[str], None]) -> None:
    """Serve a store; `on_ready` is told the address, once requests are answered.

    Port 0 lets the system choose one.

    Raises:
        StoreError: if the store cannot be served, or the address is taken.
    """
    check_settings(settings.access)
    listener = _listen(settings.access.host, port)
    try:
        asyncio.run(_serve(settings, listener, on_ready))
    finally:
        listener.close()


async def _serve(
    settings: Settings, listener: socket.socket, on_ready: Callable[[str], None]
) -> None:
    service = Service(settings)
    try:
        await service.start()
        config = uvicorn.Config(
            App(service),
            lifespan="off",
            log_config=None,
            # What goes wrong is in our own log, one line for a request.
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=_KEEP_ALIVE_S,
            timeout_graceful_shutdown=_GRACE_S,
            limit_concurrency=settings.limits.connections,
            h11_max_incomplete_event_size=_HEADER_BYTES,
        )
        host, port = listener.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        on_ready(f"http://{shown}:{port}")
        await _Server(config).serve(sockets=[listener])
    finally:
        await service.stop()


class _Server(uvicorn.Server):
    """Leaves its loop on a signal, so that what was started can be ended.

    The one of uvicorn raises the signal again, which ends the process before.
    """

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End the server, not the process, on Ctrl-C and SIGTERM."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, proto)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(1024)
    except OSError as error:
        why = error.strerror or error
        raise StoreError(f"{host} port {port}: cannot be served: {why}") from error
    return listener
