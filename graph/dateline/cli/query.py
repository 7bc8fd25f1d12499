"""`dateline query`: ask the graph in SPARQL, or by the name of a question."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.console import is_terminal, note
from dateline.cli.options import find_store, open_graph, store_option

if TYPE_CHECKING:
    from dateline.rdf.values import Answer

FORMATS = ("table", "json", "csv", "tsv")


@click.command(
    epilog="Example: dateline query actor-timeline --param actor='Ilse Brandt'"
)
@click.argument("question", required=False)
@click.option("-q", "--sparql", help="The query itself, in SPARQL.")
@click.option("--list", "lists", is_flag=True, help="List the named questions.")
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="A value that a named question asks for; may be given again.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "tsv"]),
    help="How to print the answer.  [default: table on a terminal, else tsv]",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    help="Seconds until a query of a store here is stopped; 0 for no limit.",
)
@store_option
def query(
    *,
    question: str | None,
    sparql: str | None,
    lists: bool,
    params: tuple[str, ...],
    form: str | None,
    timeout: float,
    store: Path,
) -> None:
    """Ask the graph in SPARQL, or by the name of a question.

    QUESTION is a file of SPARQL, "-" for standard input, or the name of a question
    that ships with Dateline; `--list` tells their names and parameters. A server has
    a time limit of its own.
    """
    if lists:
        _print_list()
        return
    if (question is None) == (sparql is None):
        msg = "give a file, a name, or a query with -q (and only one of them)"
        raise click.UsageError(msg)
    given = dict(_split(param) for param in params)
    text = sparql if sparql is not None else _text_of(question or "")
    from dateline.cli.answer_table import answer_lines

    table = _answered(store, text, given, timeout)
    form = form or ("table" if is_terminal() else "tsv")
    for line in answer_lines(table.columns, table.rows, form):
        click.echo(line)
    if form == "table" and not table.rows:
        note("No answers.")


def _answered(
    store: Path, text: str, given: dict[str, str], timeout_s: float
) -> Answer:
    found = find_store(store)
    if isinstance(found, Path) and found.is_dir():
        from dateline.cli.limited import ask_within

        return ask_within(found, text, given, timeout_s)
    with open_graph(store) as graph:
        return graph.query(text, **given)


def _print_list() -> None:
    from dateline.query.named import named_queries

    for named in named_queries():
        click.echo(f"{named.name}: {named.title}")
        click.echo(f"    {named.description}")
        for parameter in named.parameters:
            optional = ", optional" if parameter.is_optional else ""
            kind = f"{parameter.kind}{optional}"
            click.echo(f"    --param {parameter.name}=… ({kind}): {parameter.about}")


def _split(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not equals or not name.isidentifier():
        msg = f"--param {param!r}: write NAME=VALUE, for instance actor=Brandt"
        raise click.UsageError(msg)
    return name, value


def _text_of(question: str) -> str:
    """Return the query in the file `question`, or the name that it is."""
    if question == "-":
        return sys.stdin.read()
    path = Path(question)
    if path.is_file():
        return path.read_text(encoding="utf-8")
    return question
