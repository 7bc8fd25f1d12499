"""`dateline tables`: events, participations, claims and mentions as tables."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.console import note
from dateline.cli.options import open_graph, store_argument


@click.command(epilog="Example: dateline tables out -o tables --format parquet")
@store_argument
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default="tables",
    show_default=True,
    help="The folder to write to.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["csv", "parquet"]),
    default="csv",
    show_default=True,
    help="The kind of files; parquet needs: pip install 'dateline[parquet]'",
)
def tables(*, place: str | None, store: Path, out: Path, form: str) -> None:
    """Write the facts of STORE as four tables.

    They are events, participations, claims and mentions; IRIs join them. The memory
    that this takes does not grow with STORE.
    """
    with open_graph(place or store) as graph:
        paths = graph.save_tables(out, format=form)
    for path in paths:
        note(f"Wrote {path}")
