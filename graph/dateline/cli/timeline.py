"""`dateline timeline`: the events of a store, in order of time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.console import is_terminal, note, plural
from dateline.cli.files import write_pieces
from dateline.cli.options import (
    chosen,
    filter_options,
    open_graph,
    store_argument,
    text_option,
)

if TYPE_CHECKING:
    from dateline.knowledge import KnowledgeGraph
    from dateline.query.results import Timeline


@click.command(
    epilog="Example: dateline timeline out --actor 'Ilse Brandt' --start 2021-04"
)
@store_argument
@filter_options
@click.option("--limit", type=click.IntRange(min=1), help="Only the first so many.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, see `export`.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, see `export`.")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page of the timeline to this file.",
)
@text_option
def timeline(
    *,
    place: str | None,
    store: Path,
    limit: int | None,
    as_json: bool,
    as_csv: bool,
    page: Path | None,
    no_text: bool,
    **filters: Any,
) -> None:
    """Show the events of STORE in order of time.

    On a terminal this is a table; into a file or pipe it is tab-separated. The numbers
    are those that `dateline show` takes.
    """
    from dateline.query.results import Timeline

    if as_json + as_csv + (page is not None) > 1:
        msg = "--json, --csv and --html exclude each other"
        raise click.UsageError(msg)
    with open_graph(place or store) as graph:
        conditions = chosen(**filters)
        found = graph.timeline(**conditions)
        if limit is not None:
            found = Timeline(found.entries[:limit])
        if as_json or as_csv:
            _print_file(found, as_json=as_json, keep_text=not no_text)
        elif page is not None:
            _write_page(graph, found, page, keep_text=not no_text)
        else:
            from dateline.cli.timeline_table import number_events, print_timeline

            whole = graph.timeline() if conditions or limit else found
            print_timeline(found, number_events(whole), is_terminal=is_terminal())
    if not len(found):
        note("No events match.")


def _write_page(
    graph: KnowledgeGraph, found: Timeline, page: Path, *, keep_text: bool
) -> None:
    from dateline.knowledge import writing
    from dateline.query.timeline import articles
    from dateline.views.timeline import timeline_page

    texts = articles(graph.store, include_text=keep_text)
    text = timeline_page(found, texts, title="Timeline", keep_text=keep_text)
    with writing(page) as file:
        file.write(text.encode())
    note(f"Wrote {plural(len(found), 'event')} to {page}")


def _print_file(found: Timeline, *, as_json: bool, keep_text: bool) -> None:
    from dateline.export.csv import timeline_csv
    from dateline.export.json import timeline_json

    if as_json:
        write_pieces(timeline_json(found, keep_text=keep_text))
    else:
        write_pieces(timeline_csv(found))
