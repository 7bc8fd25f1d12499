"""The graph for assistants, by the Model Context Protocol; the extra `mcp`."""

from __future__ import annotations

from collections.abc import Callable

from dateline.errors import StoreError
from dateline.server.settings import Settings


def serve_stdio(settings: Settings) -> None:
    """Serve a store to the program that started this one, until its input ends.

    Raises:
        StoreError: if the store cannot be served, or the extra is not installed.
    """
    _check_extra()
    from dateline.server.mcp import run  # noqa: PLC0415  (needs the extra)

    run.over_stdio(settings)


def serve_http(settings: Settings, port: int, on_ready: Callable[[str], None]) -> None:
    """Serve a store over HTTP; `on_ready` is told the address.

    Port 0 lets the system choose one.

    Raises:
        StoreError: if the store cannot be served, the address is taken, or the extra
            is not installed.
    """
    _check_extra()
    from dateline.server.mcp import run  # noqa: PLC0415  (needs the extra)

    run.over_http(settings, port, on_ready)


def _check_extra() -> None:
    try:
        from mcp.server import MCPServer  # noqa: F401, PLC0415  (not in version 1)
    except ImportError as error:
        msg = "a server for assistants needs mcp 2: pip install 'dateline[mcp]'"
        raise StoreError(msg) from error
