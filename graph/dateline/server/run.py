"""Run a server until it is told to end."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import uvicorn

from dateline.errors import StoreError
from dateline.server.access import check_settings
from dateline.server.app import App
from dateline.server.connection import impatient
from dateline.server.relay import Relay
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
    listener = listen(settings.access.host, port)
    try:
        asyncio.run(_serve(settings, listener, on_ready))
    finally:
        listener.close()


async def _serve(
    settings: Settings, listener: socket.socket, on_ready: Callable[[str], None]
) -> None:
    async with _relaying(settings) as relay:
        await _serve_with(Service(settings, relay), listener, on_ready)


async def _serve_with(
    service: Service, listener: socket.socket, on_ready: Callable[[str], None]
) -> None:
    try:
        await service.start()
        host, port = listener.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        on_ready(f"http://{shown}:{port}")
        await QuietServer(config_of(App(service), service.settings)).serve(
            sockets=[listener]
        )
    finally:
        await service.stop()


@asynccontextmanager
async def _relaying(settings: Settings) -> AsyncIterator[str | None]:
    """Run the relay for `SERVICE`, if any call is allowed; yield its address."""
    if not settings.access.services:
        yield None
        return
    relay = Relay(settings.access.services, settings.limits.service_s)
    listener = listen("127.0.0.1", 0)
    server = _Inner(config_of(relay, settings))
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/{relay.secret}?to="
    finally:
        server.should_exit = True
        await task
        listener.close()


def config_of(app: Any, settings: Settings) -> uvicorn.Config:
    """Return how uvicorn serves: no logs, no headers of its own, no patience."""
    return uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        # What goes wrong is in our own log, one line for a request.
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http=impatient(settings.limits.client_s),
        ws="none",
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=_GRACE_S,
        limit_concurrency=settings.limits.connections,
        h11_max_incomplete_event_size=_HEADER_BYTES,
    )


class _Inner(uvicorn.Server):
    """Leaves the signals to the server that it serves."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Do nothing."""
        yield


class QuietServer(uvicorn.Server):
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


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 lets the system choose one.

    Raises:
        StoreError: if the address is taken, or is none.
    """
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
