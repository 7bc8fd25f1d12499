"""`dateline build`: articles in; a graph, a timeline and pages out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.console import is_terminal, note, plural
from dateline.cli.options import (
    DEFAULT_OUT,
    credentials_option,
    given_credentials,
    graph_store_option,
    text_option,
    types_option,
)

if TYPE_CHECKING:
    from dateline.knowledge import BuildReport, KnowledgeGraph

WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_MOST_NAMED = 10
_MOST_ROWS = 200
"""A terminal shows no longer table than this after a build."""


@click.command(
    epilog="Example: dateline build article.txt --published 2018-07-12 -o out"
)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULT_OUT,
    show_default=True,
    help="The folder to write to; a graph that is there already grows.",
)
@click.option(
    "-s",
    "--store",
    metavar="URL",
    help="The address of a SPARQL server to write to, instead of a folder.",
)
@credentials_option
@graph_store_option
@click.option(
    "--published",
    metavar="DATE",
    help="The publication date of the articles; wins over what they say themselves.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, see `export`.")
@text_option
@types_option
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Read with so many processes.",
)
@click.option(
    "--week-start",
    type=click.Choice(WEEKDAYS, case_sensitive=False),
    default=WEEKDAYS[0],
    show_default=True,
    help="The first day of a week, for “last week”.",
)
@click.option(
    "--day-first/--month-first",
    default=False,
    help="Whether 6/12/2018 is in December or in June.  [default: month-first]",
)
@click.option(
    "--southern", is_flag=True, help="Seasons are those of the southern hemisphere."
)
@click.option(
    "--fiscal-start",
    metavar="MONTH",
    type=click.IntRange(1, 12),
    default=1,
    show_default=True,
    help="The month that a fiscal year begins with.",
)
def build(
    *,
    articles: tuple[str, ...],
    out: Path,
    store: str | None,
    graph_store: str | None,
    published: str | None,
    as_json: bool,
    no_text: bool,
    types: Path | None,
    jobs: int,
    week_start: str,
    day_first: bool,
    southern: bool,
    fiscal_start: int,
) -> None:
    """Read each ARTICLE and add what it says to the graph in OUT.

    ARTICLE is a text or HTML file, a file of JSON Lines, a folder, a glob pattern, or
    "-" for standard input. OUT gets the store, graph.ttl and graph.trig, timeline.html
    and graph.html. The timeline is printed: a table on a terminal, else tab-separated.

    What cannot be read is skipped and named; then the exit status is 1.
    """
    import dateline
    from dateline.annotate.timex import STAGE_OPTIONS
    from dateline.cli.progress import ProgressBar
    from dateline.rdf.unfinished import is_unfinished

    if graph_store is not None and store is None:
        raise click.UsageError("--graph-store goes with --store URL")
    times = replace(
        STAGE_OPTIONS,
        week_start=WEEKDAYS.index(week_start.lower()),
        day_first=day_first,
        southern=southern,
        fiscal_start=fiscal_start,
    )

    if store is None and is_unfinished(out):
        note(
            f"An earlier build in {out} was interrupted: going on with what is missing."
        )
    with ProgressBar() as bar:
        graph = dateline.build(
            list(articles),
            out=None if store else out,
            store=store,
            credentials=given_credentials() if store else None,
            graph_store=graph_store,
            published=published,
            keep_text=not no_text,
            jobs=jobs,
            times=times,
            types=types,
            on_error=lambda error: note(f"skipped: {error}"),
            progress=bar,
        )
    if store is None or as_json:
        _print_events(graph, as_json=as_json, keep_text=not no_text)
    _print_report(graph.report)
    if store is None:
        note(f"Wrote {out / 'timeline.html'} and {out / 'graph.html'}.")
    if graph.report.skipped:
        raise click.exceptions.Exit(1)


def _print_events(graph: KnowledgeGraph, *, as_json: bool, keep_text: bool) -> None:
    found = graph.timeline()
    if as_json:
        from dateline.cli.files import write_pieces
        from dateline.export.json import timeline_json

        write_pieces(timeline_json(found, keep_text=keep_text))
        return
    from dateline.cli.timeline_table import number_events, print_timeline
    from dateline.query.results import Timeline

    numbers = number_events(found)
    if is_terminal() and len(found) > _MOST_ROWS:
        note(f"The first {_MOST_ROWS} of {len(found):,} events; all: dateline timeline")
        found = Timeline(found.entries[:_MOST_ROWS])
    print_timeline(found, numbers, is_terminal=is_terminal())


def _print_report(report: BuildReport) -> None:
    changes = ", ".join(
        f"{count:,} {what}"
        for count, what in (
            (report.added, "added"),
            (report.replaced, "replaced"),
            (report.unchanged, "unchanged"),
            (len(report.skipped), "skipped"),
        )
        if count
    )
    note(f"Read {plural(report.read, 'article')}: {changes or 'nothing to do'}.")
    if report.undated:
        note(
            f"No publication date: {_named(report.undated)}; "
            "relative times such as “last week” stay without a date. "
            "Give one with --published."
        )
    if report.foreign:
        note(
            f"Not English, it seems: {_named(report.foreign)}; "
            "Dateline reads English, so little or nothing was found there."
        )
    if report.skipped:
        note(f"Skipped: {_named([error.where for error in report.skipped])}.")


def _named(names: Sequence[str]) -> str:
    """Name the first few: "a.txt, b.txt and 3 more"."""
    more = len(names) - _MOST_NAMED
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {more:,} more" if more > 0 else shown
