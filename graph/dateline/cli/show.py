"""`dateline show`: one event, its evidence, and why it has its date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.console import in_cell
from dateline.cli.options import open_graph, store_option

if TYPE_CHECKING:
    from dateline.knowledge import KnowledgeGraph
    from dateline.query.results import Participant, TimelineEntry


@click.command(epilog="Example: dateline show 3")
@click.argument("event")
@store_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, see `export`.")
def show(*, event: str, store: Path, as_json: bool) -> None:
    """Show what EVENT rests on, and why it has its date.

    EVENT is a number of `dateline timeline`, an IRI, or the beginning of what follows
    the last "#" or "/" in an IRI.
    """
    with open_graph(store) as graph:
        entry = graph.show(find_event(graph, event))
    if as_json:
        from dateline.export.json import entry_json

        click.echo(json.dumps(entry_json(entry), ensure_ascii=True, indent=2))
        return
    for line in describe(entry):
        click.echo(line)


def find_event(graph: KnowledgeGraph, name: str) -> str:
    """Return the IRI of the event that a person calls `name`.

    Raises:
        UnknownNameError: if there is none, or more than one.
    """
    from dateline.errors import UnknownNameError

    if name.isdecimal():
        entries = graph.timeline().entries
        if 1 <= int(name) <= len(entries):
            return entries[int(name) - 1].iri
        raise UnknownNameError("event number", name, [f"1 to {len(entries)}"])
    iris = [entry.iri for entry in graph.timeline(min_salience=0)]
    if name in iris:
        return name
    fits = [iri for iri in iris if local_part(iri).startswith(name)]
    if len(fits) == 1:
        return fits[0]
    raise UnknownNameError("event", name, fits or ["see dateline timeline"])


def local_part(iri: str) -> str:
    """Return what follows the last "#" or "/" of an IRI.

    >>> local_part("https://example.org/a#event-310-316")
    'event-310-316'
    """
    return iri.replace("/", "#").rpartition("#")[2]


def describe(entry: TimelineEntry) -> Iterator[str]:
    """Yield lines that tell all about an event; every one is safe to print."""
    for name, words in _facts(entry):
        yield f"{name + ':':<14}{in_cell(words)}"


def _facts(entry: TimelineEntry) -> Iterator[tuple[str, str]]:
    from dateline.cli.timeline_table import SIGNS, status_words

    yield "event", entry.label
    yield "type", entry.event_type
    status = f"{SIGNS[entry.status]} {status_words(entry.status)} ({entry.factuality})"
    cues = ", ".join(f"“{cue}”" for cue in entry.cues)
    yield "status", f"{status}, because of {cues}" if cues else status
    yield from _date_facts(entry)
    for participant in entry.participants:
        yield participant.role.value, _participant_words(participant)
    for place in entry.places:
        yield "where", place.name
    for claim in entry.claims:
        told = f", told {claim.told_to}" if claim.told_to else ""
        cue = f" (“{claim.cue}”)" if claim.cue else ""
        yield "according to", f"{claim.source}{told}{cue} as {claim.asserts}"
    for evidence in entry.evidence:
        yield "sentence", evidence.sentence
        where = f"characters {evidence.start} to {evidence.end}"
        yield "evidence", f"“{evidence.words}”, {where}"
    article = entry.article
    about = (article.title, article.publisher, article.published)
    yield "article", ", ".join(part for part in about if part) or article.iri
    yield "salience", f"{entry.salience:.2f}"
    yield "iri", entry.iri


def _date_facts(entry: TimelineEntry) -> Iterator[tuple[str, str]]:
    from dateline.views.dates import date_words

    when = entry.date
    yield "date", date_words(when)
    if when is None:
        return
    if when.explanation:
        yield "why", when.explanation
    if when.words:
        yield "words", f"“{when.words}”"
    anchor = f", counted from {when.anchor}" if when.anchor else ""
    yield "basis", f"{when.basis}{anchor}; granularity {when.granularity}"
    yield "rule", when.rule
    for name, value in (("edtf", when.edtf), ("timex", when.timex_value)):
        if value:
            yield name, value


def _participant_words(participant: Participant) -> str:
    words = participant.words
    if words == participant.name:
        return participant.name
    return f"{participant.name} (“{words}”)"
