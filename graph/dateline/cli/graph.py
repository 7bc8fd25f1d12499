"""`dateline graph`: the network of actors, events and places as a page."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.console import note
from dateline.cli.options import open_graph, store_argument, text_option


@click.command(epilog="Example: dateline graph out -o network.html")
@store_argument
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default="graph.html",
    show_default=True,
    help="The page to write.",
)
@text_option
def graph(*, place: str | None, store: Path, out: Path, no_text: bool) -> None:
    """Draw the network of STORE: who took part in what, and where.

    The page is one file; it needs no server and no network.
    """
    with open_graph(place or store) as opened:
        opened.save_network(out, keep_text=not no_text)
    note(f"Wrote {out}")
