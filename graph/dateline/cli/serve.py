"""`dateline serve`: a SPARQL server for the graph."""

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


def _url(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from dateline.server.access import is_public_url

    if not is_public_url(value):
        msg = f"{value!r} is not http(s)://HOST[:PORT][/PATH]"
        raise click.BadParameter(msg, ctx, param)
    return value.rstrip("/")


@click.command(epilog="Example: dateline serve out --port 7878")
@store_argument
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on; by default only this machine can connect.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7878,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--host-name",
    "host_names",
    multiple=True,
    metavar="NAME",
    help="A name by which clients call this machine; may be given again.",
)
@click.option(
    "--public-url",
    callback=_url,
    metavar="URL",
    help="Where a proxy shows this server, for instance https://example.org/graph.",
)
@click.option("--writable", is_flag=True, help="Take updates as well as queries.")
@click.option(
    "--token-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file with the token that a writer must send.",
)
@click.option(
    "--cors",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="A web site whose scripts may ask, or *; may be given again.",
)
@click.option(
    "--allow-service",
    "services",
    multiple=True,
    metavar="PREFIX",
    help="Let queries call endpoints whose IRI begins so; may be given again.",
)
@query_timeout
@click.option(
    "--update-timeout",
    type=click.FloatRange(min=0.01),
    default=60.0,
    show_default=True,
    help="Seconds until an update is stopped.",
)
@click.option(
    "--client-timeout",
    type=click.FloatRange(min=0.01),
    default=30.0,
    show_default=True,
    help="Seconds that a client may be slow, all in all.",
)
@click.option(
    "--service-timeout",
    type=click.FloatRange(min=0.01),
    default=5.0,
    show_default=True,
    help="Seconds that a call of another endpoint may take.",
)
@click.option(
    "--queries",
    type=click.IntRange(1, 256),
    help="Queries at once.  [default: twice the processors, at least 4]",
)
@click.option(
    "--queue",
    type=click.IntRange(0),
    default=64,
    show_default=True,
    help="Queries that wait for their turn; more are refused.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(1),
    default=1_000_000,
    show_default=True,
    help="Rows of a result.",
)
@click.option(
    "--max-result",
    type=click.IntRange(1),
    default=1_000,
    show_default=True,
    metavar="MB",
    help="Size of a result.",
)
@click.option(
    "--max-body",
    type=click.IntRange(1),
    default=64,
    show_default=True,
    metavar="MB",
    help="Size of a request.",
)
@worker_memory
@click.option(
    "--access-log",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to log requests, as JSON.  [default: standard error]",
)
@click.option(
    "--query-log",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to log queries, without their literals.",
)
@click.option("--quiet", is_flag=True, help="Log nothing on standard error.")
def serve(*, place: str | None, store: Path, port: int, **options: Any) -> None:
    """Serve STORE over HTTP, for SPARQL and whole graphs.

    It is read-only, and only this machine can connect, unless told otherwise. Ctrl-C
    ends it. What a build writes meanwhile is served as soon as it is written.
    """
    from dateline.server.access import read_token
    from dateline.server.run import serve as run
    from dateline.server.settings import Access, Settings

    found = find_store(place or store)
    if isinstance(found, str):
        raise click.UsageError(f"{found}: a server cannot be served; give a folder")
    token_file = options["token_file"]
    access = Access(
        host=options["host"],
        host_names=options["host_names"],
        public_url=options["public_url"],
        is_writable=options["writable"],
        token=None if token_file is None else read_token(token_file),
        origins=options["origins"],
        services=options["services"],
    )
    settings = Settings(
        store=found.absolute(),
        access=access,
        limits=_limits(options),
        access_log=options["access_log"],
        query_log=options["query_log"],
        is_quiet=options["quiet"],
    )

    def say(address: str) -> None:
        note(f"Serving {settings.store} at {address}/sparql; Ctrl-C ends it.")

    run(settings, port, say)


def _limits(options: dict[str, Any]) -> Any:
    from dateline.server.settings import Limits

    given = {} if options["queries"] is None else {"queries": options["queries"]}
    return Limits(
        query_s=options["timeout"],
        update_s=options["update_timeout"],
        service_s=options["service_timeout"],
        client_s=options["client_timeout"],
        waiting=options["queue"],
        rows=options["max_rows"],
        result_bytes=options["max_result"] * _MB,
        body_bytes=options["max_body"] * _MB,
        worker_bytes=options["max_memory"] * _MB,
        **given,
    )
