"""A timeline as a table: for a person on a terminal, and as lines for a program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from dateline.cli.console import in_cell
from dateline.model.facts import Status
from dateline.query.results import ClaimRef, Timeline, TimelineEntry
from dateline.views.dates import date_words

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

# A sign beside the word: colour alone would tell some people nothing.
SIGNS = {
    Status.HAPPENED: "✓",
    Status.DID_NOT_HAPPEN: "✗",
    Status.PLANNED: "○",
    Status.POSSIBLE: "?",
}
_STYLES = {
    Status.HAPPENED: "green",
    Status.DID_NOT_HAPPEN: "red",
    Status.PLANNED: "cyan",
    Status.POSSIBLE: "yellow",
}
_WIDE = 120
"""From this many columns on, a table has a column for each thing."""

HEADER = (
    "number",
    "date",
    "status",
    "what",
    "type",
    "who",
    "where",
    "according_to",
    "sentence",
    "event",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as the texts of its cells, in the order of `HEADER`."""

    number: str
    date: str
    status: str
    what: str
    event_type: str
    who: str
    where: str
    source: str
    sentence: str
    iri: str


def number_events(timeline: Timeline) -> dict[str, int]:
    """Number the events of `timeline` from 1, as `dateline show NUMBER` takes them."""
    return {entry.iri: number for number, entry in enumerate(timeline, 1)}


def rows(timeline: Timeline, numbers: Mapping[str, int]) -> Iterator[Row]:
    """Yield a row per event; one that `numbers` does not know has no number."""
    for entry in timeline:
        yield _row(entry, numbers.get(entry.iri))


def _row(entry: TimelineEntry, number: int | None) -> Row:
    who = ", ".join(f"{part.name} ({part.role})" for part in entry.participants)
    sources = dict.fromkeys(_source(claim) for claim in entry.claims)
    sentence = entry.evidence[0].sentence if entry.evidence else ""
    return Row(
        number="" if number is None else str(number),
        date=in_cell(date_words(entry.date)),
        status=f"{SIGNS[entry.status]} {status_words(entry.status)}",
        what=in_cell(entry.label),
        event_type=in_cell(entry.event_type),
        who=in_cell(who),
        where=in_cell(", ".join(place.name for place in entry.places)),
        source=in_cell(", ".join(sources)),
        sentence=in_cell(sentence),
        iri=in_cell(entry.iri),
    )


def status_words(status: Status) -> str:
    """Say a status.

    >>> status_words(Status.DID_NOT_HAPPEN)
    'did not happen'
    """
    return status.value.replace("-", " ")


def _source(claim: ClaimRef) -> str:
    return f"{claim.source}, told {claim.told_to}" if claim.told_to else claim.source


def separated_lines(lines: Iterator[tuple[str, ...]], separator: str) -> Iterator[str]:
    """Yield lines of values parted by `separator`, quoted where they must be.

    >>> list(separated_lines(iter([("a", "b,c")]), ","))
    ['a,"b,c"']
    """
    for values in lines:
        buffer = io.StringIO(newline="")
        csv.writer(buffer, delimiter=separator, lineterminator="").writerow(values)
        yield buffer.getvalue()


def plain_lines(table: Iterator[Row]) -> Iterator[str]:
    """Yield the table as tab-separated lines under a header."""
    values = (astuple(row) for row in table)
    yield from separated_lines(iter([HEADER]), "\t")
    yield from separated_lines(values, "\t")


def drawn_table(timeline: Timeline, numbers: Mapping[str, int], *, width: int) -> Table:
    """Return the table for a terminal of `width` columns."""
    from rich.table import Table

    wide = width >= _WIDE
    table = Table(box=None, padding=(0, 1), expand=True, leading=0 if wide else 1)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("date", ratio=3, min_width=12)
    table.add_column("status", ratio=2, min_width=9)
    table.add_column("what", ratio=4 if wide else 8)
    if wide:
        for title in ("who", "where", "according to"):
            table.add_column(title, ratio=3)
        table.add_column("sentence", ratio=7)
    for entry in timeline:
        row = _row(entry, numbers.get(entry.iri))
        table.add_row(*_drawn(row, entry.status, wide=wide))
    return table


def _drawn(row: Row, status: Status, *, wide: bool) -> list[Text]:
    from rich.text import Text

    start = [Text(row.number), Text(row.date), Text(row.status, style=_STYLES[status])]
    if wide:
        cells = (row.what, row.who, row.where, row.source)
        return [*start, *map(Text, cells), Text(row.sentence, style="dim")]
    what = Text(row.what, style="bold")
    for name, words in (("who", row.who), ("where", row.where), ("says", row.source)):
        if words:
            what.append(f"\n{name}: {words}", style="not bold")
    what.append(f"\n“{row.sentence}”", style="not bold dim")
    return [*start, what]


def print_timeline(
    timeline: Timeline, numbers: Mapping[str, int], *, is_terminal: bool
) -> None:
    """Print the table: drawn on a terminal, else tab-separated."""
    import click

    if not is_terminal:
        for line in plain_lines(rows(timeline, numbers)):
            click.echo(line)
        return
    from rich.console import Console

    console = Console(highlight=False)
    console.print(drawn_table(timeline, numbers, width=console.width))
