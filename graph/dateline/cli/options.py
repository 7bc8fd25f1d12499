"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.errors import QueryError
from dateline.model.facts import Status
from dateline.rdf.places import is_remote

if TYPE_CHECKING:
    from dateline.knowledge import KnowledgeGraph

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_OUT = "out"
STORE_FOLDER = "store"
_CREDENTIALS = "dateline.credentials"


class DateParam(click.ParamType[date]):
    """A year, a month or a day; with `is_end`, the last day of it, else the first."""

    name = "date"

    def __init__(self, *, is_end: bool = False) -> None:
        self.is_end = is_end

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Parse `value`."""
        if isinstance(value, date):
            return value
        from dateline.query.named import read_day

        try:
            return read_day(value, is_last=self.is_end)
        except QueryError as error:
            self.fail(str(error), param, ctx)


class StoreParam(click.ParamType["str | Path"]):
    """A folder, or the address of a server as it was written."""

    name = "store"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str | Path:
        """Tell the two apart."""
        del param, ctx
        return str(value) if is_remote(value) else Path(value)


def store_option(command: Command) -> Command:
    """Add `--store`: where the graph lies."""
    option = click.option(
        "-s",
        "--store",
        type=StoreParam(),
        default=DEFAULT_OUT,
        show_default=True,
        envvar="DATELINE_STORE",
        show_envvar=True,
        help="The folder that `dateline build -o` wrote, the store inside it, or the "
        "address of a SPARQL server.",
    )
    return option(credentials_option(command))


def credentials_option(command: Command) -> Command:
    """Add `--credentials`; `given_credentials` returns them."""
    return click.option(
        "--credentials",
        metavar="FILE",
        type=click.Path(dir_okay=False, exists=True, path_type=Path),
        envvar="DATELINE_CREDENTIALS_FILE",
        show_envvar=True,
        expose_value=False,
        callback=_keep_credentials,
        help="A file that holds NAME:PASSWORD or Bearer TOKEN for a server; else the "
        "variable DATELINE_CREDENTIALS may hold it.",
    )(command)


def _keep_credentials(
    ctx: click.Context, param: click.Parameter, value: Path | None
) -> None:
    del param
    ctx.meta[_CREDENTIALS] = value


def given_credentials() -> str | None:
    """Return what a server shall be told of who asks."""
    path: Path | None = click.get_current_context().meta.get(_CREDENTIALS)
    text = os.environ.get("DATELINE_CREDENTIALS", "")
    if path is not None:
        text = path.read_text(encoding="utf-8")
    return text.strip() or None


def graph_store_option(command: Command) -> Command:
    """Add `--graph-store`: another way for whole graphs."""
    return click.option(
        "--graph-store",
        metavar="URL",
        help="Where the server answers the Graph Store Protocol, if whole graphs shall "
        "go that way: Oxigraph's /store, Fuseki's /data, Dateline's /graphs.",
    )(command)


def store_argument(command: Command) -> Command:
    """Add the argument STORE, which wins over `--store`."""
    argument = click.argument("place", metavar="[STORE]", required=False, default=None)
    return store_option(argument(command))


def filter_options(command: Command) -> Command:
    """Add the options that choose events of a timeline."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


_FILTERS = (
    click.option("--actor", help="Only events in which this actor takes part."),
    click.option("--place", "where", help="Only events at this place."),
    click.option(
        "--start",
        type=DateParam(),
        help="Only events that can be on this day or later.",
    ),
    click.option(
        "--end",
        type=DateParam(is_end=True),
        help="Only events that can be on this day or earlier.",
    ),
    click.option(
        "--type", "event_type", help="Only events of this type, for instance Meet."
    ),
    click.option(
        "--status",
        type=click.Choice([status.value for status in Status]),
        help="Only events with this status.",
    ),
    click.option(
        "--min-salience",
        type=click.FloatRange(0, 1),
        help="Only events at least so important; 0 shows all.",
    ),
)


def chosen(**filters: Any) -> dict[str, Any]:
    """Return the filters that were given, as `KnowledgeGraph.timeline` takes them.

    >>> chosen(actor="Kim", where=None, status="planned")
    {'actor': 'Kim', 'status': <Status.PLANNED: 'planned'>}
    """
    given = {name: value for name, value in filters.items() if value is not None}
    if "status" in given:
        given["status"] = Status(given["status"])
    if "where" in given:
        given["place"] = given.pop("where")
    return given


def text_option(command: Command) -> Command:
    """Add `--no-text`: pass on no whole article."""
    return click.option(
        "--no-text",
        is_flag=True,
        help="Leave out the articles' text; the evidence sentences stay.",
    )(command)


def types_option(command: Command) -> Command:
    """Add `--types`: the user's own event types."""
    return click.option(
        "--types",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Event types of your own, as TOML.",
    )(command)


def find_store(place: str | Path) -> str | Path:
    """Return the store inside the folder `place`, or `place` itself.

    >>> find_store("http://localhost/sparql")
    'http://localhost/sparql'
    """
    if is_remote(place):
        return str(place)
    inside = Path(place) / STORE_FOLDER
    return inside if inside.is_dir() else Path(place)


def open_graph(
    place: str | Path, *, read_only: bool = True, graph_store: str | None = None
) -> KnowledgeGraph:
    """Open the graph at `place`; several programs can read it at a time."""
    import dateline

    found = find_store(place)
    credentials = given_credentials() if is_remote(found) else None
    return dateline.open(
        found, read_only=read_only, credentials=credentials, graph_store=graph_store
    )


# What a server grants a query, for whomever it serves.
query_timeout = click.option(
    "--timeout",
    type=click.FloatRange(min=0.01),
    default=10.0,
    show_default=True,
    help="Seconds until a query is stopped.",
)
worker_memory = click.option(
    "--max-memory",
    type=click.IntRange(200),
    default=1_000,
    show_default=True,
    metavar="MB",
    help="Memory of each worker process.",
)
