"""Run the server over standard input and output, or over HTTP on this machine."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable

from mcp.server.transport_security import TransportSecuritySettings

from dateline.server.mcp.app import make_server
from dateline.server.run import QuietServer, config_of, listen
from dateline.server.service import Service
from dateline.server.settings import Settings

_LOOPBACK = "127.0.0.1"


def over_stdio(settings: Settings) -> None:
    """Serve until standard input ends, or a signal comes."""
    asyncio.run(_over_stdio(Service(settings)))


async def _over_stdio(service: Service) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        await service.start()
        serving = asyncio.create_task(make_server(service).run_stdio_async())
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await service.stop()
    if not serving.done():
        # A thread waits for a line of standard input, and cannot be woken.
        sys.stderr.flush()
        os._exit(0)
    stopping.cancel()
    serving.result()


def over_http(settings: Settings, port: int, on_ready: Callable[[str], None]) -> None:
    """Serve at `/mcp` of a port of this machine, until a signal comes."""
    listener = listen(_LOOPBACK, port)
    try:
        asyncio.run(_over_http(Service(settings), listener, on_ready))
    finally:
        listener.close()


async def _over_http(
    service: Service, listener: socket.socket, on_ready: Callable[[str], None]
) -> None:
    port = listener.getsockname()[1]
    # A page of a web site has an origin, and its name may point here: neither may ask.
    security = TransportSecuritySettings(
        allowed_hosts=[f"{_LOOPBACK}:{port}", f"localhost:{port}"], allowed_origins=[]
    )
    try:
        await service.start()
        server = make_server(service)
        app = server.streamable_http_app(
            stateless_http=True, json_response=True, transport_security=security
        )
        async with server.session_manager.run():
            on_ready(f"http://{_LOOPBACK}:{port}/mcp")
            config = config_of(app, service.settings)
            await QuietServer(config).serve(sockets=[listener])
    finally:
        await service.stop()
