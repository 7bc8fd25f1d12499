"""`dateline export`: the graph in the formats that other tools read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, cast

import click

from dateline.cli.console import note
from dateline.cli.options import open_graph, store_argument, text_option
from dateline.export.formats import FORMATS


def _list_of_formats() -> str:
    lines = (f"  {form.name:<11} {form.about}" for form in FORMATS.values())
    return "\b\nFormats:\n" + "\n".join(lines)


@click.command(
    epilog=_list_of_formats()
    + "\n\nExample: dateline export out --format turtle -o graph.ttl"
)
@store_argument
@click.option(
    "-f",
    "--format",
    "name",
    type=click.Choice(list(FORMATS)),
    required=True,
    help="The format to write.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write.  [default: standard output]",
)
@text_option
def export(
    *, place: str | None, store: Path, name: str, out: Path | None, no_text: bool
) -> None:
    """Write the graph of STORE in a format that another tool reads."""
    target = cast("IO[bytes]", sys.stdout.buffer) if out is None else out
    with open_graph(place or store) as graph:
        graph.export(name, target, keep_text=not no_text)
    if out is not None:
        note(f"Wrote {out}")
