"""`dateline push` and `dateline pull`: move a graph to a server, or from one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.console import note
from dateline.cli.options import (
    StoreParam,
    credentials_option,
    graph_store_option,
    open_graph,
)

if TYPE_CHECKING:
    from dateline.rdf.stores import Replaced


@click.command(epilog="Example: dateline push out http://localhost:7878/query")
@click.argument("store", type=StoreParam())
@click.argument("url")
@credentials_option
@graph_store_option
def push(*, store: str | Path, url: str, graph_store: str | None) -> None:
    """Copy the graph of STORE to the SPARQL server at URL.

    Articles that are there as they are stay untouched; of the others each is copied
    whole or not at all. What else is on the server stays there. Updates go to the same
    address, or to /update if URL ends in /query.
    """
    _check(url)
    with (
        open_graph(store) as source,
        open_graph(url, read_only=False, graph_store=graph_store) as target,
    ):
        _report(source.copy_to(target))


@click.command(epilog="Example: dateline pull https://example.org/sparql out")
@click.argument("url")
@click.argument("store", type=click.Path(file_okay=False, path_type=Path))
@credentials_option
@graph_store_option
def pull(*, url: str, store: Path, graph_store: str | None) -> None:
    """Copy the graph of the SPARQL server at URL to STORE.

    STORE is made if it is not there. Articles that are there as they are stay
    untouched; of the others each is copied whole or not at all.
    """
    from dateline.cli.options import find_store
    from dateline.knowledge import KnowledgeGraph
    from dateline.rdf.store import GraphStore

    _check(url)
    with (
        open_graph(url, graph_store=graph_store) as source,
        KnowledgeGraph(GraphStore.open(find_store(store))) as target,
    ):
        _report(source.copy_to(target))


def _check(url: str) -> None:
    from dateline.rdf.places import is_remote

    if not is_remote(url):
        msg = f"{url!r} is no address of a server: it begins with http:// or https://"
        raise click.UsageError(msg)


def _report(changed: Replaced) -> None:
    note(
        f"{changed.added:,} added, {changed.replaced:,} replaced, "
        f"{changed.unchanged:,} unchanged."
    )
