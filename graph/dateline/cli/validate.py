"""`dateline validate`: check the graph against its SHACL shapes."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.console import note, one_line, plural
from dateline.cli.options import open_graph, store_argument


@click.command(epilog="Example: dateline validate out")
@store_argument
def validate(*, place: str | None, store: Path) -> None:
    """Check STORE against the SHACL shapes of its vocabulary.

    Prints one line per fault; then the exit status is 1.
    """
    with open_graph(place or store) as graph:
        report = graph.validate()
    for finding in report.findings:
        click.echo(one_line(str(finding)))
    if not report.conforms:
        note(f"The graph has {plural(len(report.findings), 'fault')}.")
        raise click.exceptions.Exit(1)
    note("The graph is valid.")
