"""`dateline mcp`: the graph for assistants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.console import note
from dateline.cli.options import (
    find_store,
    query_timeout,
    store_argument,
    worker_memory,
)

_MB = 1_000_000


@click.command(epilog="Example: dateline mcp out")
@store_argument
@click.option(
    "--http", "over_http", is_flag=True, help="Serve over HTTP, not standard input."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7879,
    show_default=True,
    help="The port of 127.0.0.1 for --http; 0 takes a free one.",
)
@query_timeout
@click.option(
    "--queries",
    type=click.IntRange(1, 256),
    default=2,
    show_default=True,
    help="Queries at once.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(1, 1_000),
    default=1_000,
    show_default=True,
    help="Rows or events of one answer; the rest is asked for by page.",
)
@click.option(
    "--max-result",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    metavar="MB",
    help="Size of one answer.",
)
@worker_memory
def mcp(
    *, place: str | None, store: Path, over_http: bool, port: int, **options: Any
) -> None:
    """Let an assistant ask STORE, by the Model Context Protocol.

    The program that runs the assistant starts this one, and talks to it over standard
    input and output. It is always read-only. It needs: pip install 'dateline[mcp]'
    """
    from dateline.server.mcp import serve_http, serve_stdio
    from dateline.server.settings import Limits, Settings

    found = find_store(place or store)
    if isinstance(found, str):
        raise click.UsageError(f"{found}: a server cannot be asked; give a folder")
    limits = Limits(
        query_s=options["timeout"],
        queries=options["queries"],
        rows=options["max_rows"],
        result_bytes=options["max_result"] * _MB,
        worker_bytes=options["max_memory"] * _MB,
    )
    settings = Settings(store=found.absolute(), limits=limits, is_quiet=True)
    if not over_http:
        serve_stdio(settings)
        return

    def say(address: str) -> None:
        note(f"Serving {settings.store} at {address}; Ctrl-C ends it.")

    serve_http(settings, port, say)
