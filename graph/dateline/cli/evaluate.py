"""`dateline evaluate`: scores on annotated corpora, and the page of all scores."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.console import is_terminal, note

if TYPE_CHECKING:
    from dateline.evaluate.corpora import Part, Result
    from dateline.evaluate.scores import Measure

DEFAULT_GOLD = "../shared/gold"

Row = Sequence[str]


def _gold_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--gold",
        type=click.Path(path_type=Path),
        default=DEFAULT_GOLD,
        show_default=True,
        envvar="DATELINE_GOLD",
        show_envvar=True,
        help="The folder of the development data.",
    )(command)


def _json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON with exact numbers."
    )(command)


@click.group(epilog="Example: dateline evaluate timeml gold/ system/")
def evaluate() -> None:
    """Score Dateline on texts that people annotated."""


@evaluate.command(epilog="Example: dateline evaluate timeml gold/ system/")
@click.argument("gold_dir", type=click.Path(path_type=Path))
@click.argument("system_dir", type=click.Path(path_type=Path), required=False)
@click.option(
    "--split",
    type=click.Choice(["all", "train", "tune", "held-out"]),
    default="all",
    show_default=True,
    help="Score only this part of the files, as the rules for times had it.",
)
@_json_option
def timeml(
    *, gold_dir: Path, system_dir: Path | None, split: str, as_json: bool
) -> None:
    """Score the TimeML files of SYSTEM_DIR against those of GOLD_DIR.

    Without SYSTEM_DIR, Dateline annotates the texts of GOLD_DIR itself. The scores are
    those of TempEval-3. A file goes with the one of the same name; both must have the
    same text, to the character.
    """
    from dateline.evaluate.scoreboard import timeml_measures
    from dateline.evaluate.timeml import Split
    from dateline.evaluate.timeml_run import compare_folders, evaluate_files
    from dateline.export.timeml import to_timeml

    part = Split(split)
    files = (
        evaluate_files(gold_dir, write=to_timeml, split=part)
        if system_dir is None
        else compare_folders(gold_dir, system_dir, split=part)
    )
    found = tuple(files)
    measures = tuple(timeml_measures(found))
    _print_measures(measures, head={"files": len(found)}, as_json=as_json)


def _print_measures(
    measures: Sequence[Measure], *, head: Mapping[str, int], as_json: bool
) -> None:
    """Print a row for each measure; `head` names and counts what was scored."""
    if as_json:
        _print_json({**head, "measures": _plain(measures)})
        return
    for name, count in head.items():
        note(f"Scored {count:,} {name}.")
    rows = [(row.name, row.words, _percent(row.p), _percent(row.r)) for row in measures]
    _print_table(("measure", "score", "precision", "recall"), rows)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def _corpus_command(name: str, about: str, folder: str | None) -> click.Command:
    """Make the subcommand for one corpus of `dateline.evaluate.corpora`."""

    def command(
        *, folder: Path | None, as_json: bool, gold: Path = Path(DEFAULT_GOLD)
    ) -> None:
        from dateline.evaluate.corpora import CORPORA, find_corpus

        place = find_corpus(name, gold) if folder is None else folder
        _print_result(CORPORA[name].score(place), as_json=as_json)

    is_elsewhere = folder is None
    path = click.Path(path_type=Path)
    found = _json_option(
        click.argument("folder", type=path, required=is_elsewhere)(command)
    )
    found = found if is_elsewhere else _gold_option(found)
    return click.command(name, help=_corpus_help(about, folder))(found)


def _corpus_help(about: str, folder: str | None) -> str:
    where = (
        "FOLDER holds a folder for each article, with article.txt and expected.json."
        if folder is None
        else f"FOLDER is {folder} below the development data, if it is not given."
    )
    return f"Score {about}.\n\n{where}"


# As in `dateline.evaluate.corpora`, which would load spaCy.
_ABOUT = MappingProxyType(
    {
        "uw": ("the factuality of given events, on the UW data", "factuality-uw"),
        "meantime": ("who takes part in events, on MEANTIME", "meantime"),
        "polnear": ("who says what, on PolNeAR", "polnear-dev"),
        "plover": ("event class, source and target, on PLOVER's records", "plover"),
        "golden": ("whole articles of the project, fact by fact", None),
    }
)
for _name, (_words, _folder) in _ABOUT.items():
    evaluate.add_command(_corpus_command(_name, _words, _folder))


@evaluate.command(
    name="semeval2015-task4",
    epilog="Example: dateline evaluate semeval2015-task4 gold/ articles/ -o timelines",
)
@click.argument("gold_timelines", type=click.Path(path_type=Path))
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--mentions",
    is_flag=True,
    help="Take the event mentions that the articles mark (Track B), and no others.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the timelines, a file for each entity.",
)
@_json_option
def semeval2015_task4(
    *,
    gold_timelines: Path,
    corpus: Path,
    mentions: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    """Write the timelines of entities over the articles of CORPUS, and score them.

    GOLD_TIMELINES is a folder with a timeline for each entity, or a file that lists
    entities, one a line: then there is nothing to score. CORPUS is a folder of articles
    as CAT XML or TimeML. The measure is that of SemEval-2015 Task 4: temporal awareness
    over all timelines.
    """
    from dateline.evaluate.semeval2015 import write_timelines
    from dateline.evaluate.semeval2015_reader import (
        read_articles,
        read_timelines,
        write_timeline,
    )
    from dateline.evaluate.semeval2015_scores import micro_average, score_timeline

    golds = read_timelines(gold_timelines)
    found = write_timelines(golds, read_articles(corpus), mentions=mentions)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        for each in found:
            path = out / f"{each.name}.txt"
            path.write_text(write_timeline(each), encoding="utf-8")
        note(f"Wrote {len(found):,} timelines to {out}")
    scores = {
        gold.name: score_timeline(gold, system)
        for gold, system in zip(golds, found, strict=True)
        if gold.lines
    }
    rows = [micro_average([score], name) for name, score in scores.items()]
    if rows:
        _print_measures(
            [*rows, micro_average(scores.values(), "micro-average")],
            head={"timelines": len(rows)},
            as_json=as_json,
        )
    elif out is None:
        note("No timeline to compare with, and no folder to write to: see --out.")


@evaluate.command(
    epilog="Example: dateline evaluate scoreboard --day 2018-07-12 --commit abc123"
)
@_gold_option
@click.option(
    "--golden",
    type=click.Path(path_type=Path),
    default="tests/golden",
    show_default=True,
    help="The folder of the project's own articles.",
)
@click.option("--day", required=True, help="The date to write on the page.")
@click.option("--commit", required=True, help="The commit to write on the page.")
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write.  [default: standard output]",
)
def scoreboard(
    *, gold: Path, golden: Path, day: str, commit: str, out: Path | None
) -> None:
    """Measure everything on the development data and write the page of scores."""
    from dateline.evaluate.scoreboard import measure, page
    from dateline.export.timeml import to_timeml

    text = page(measure(gold, golden, write=to_timeml), day=day, commit=commit)
    if out is None:
        click.echo(text, nl=False)
        return
    out.write_text(text, encoding="utf-8")
    note(f"Wrote {out}")


def _print_result(result: Result, *, as_json: bool) -> None:
    parts = {
        "all": result.everything,
        "held_out": result.held_out,
        "tuned": result.tuned,
    }
    if as_json:
        _print_json({name: _plain_part(part) for name, part in parts.items() if part})
        return
    sizes = [f"{part.size:,} {name}" for name, part in parts.items() if part]
    note(f"Scored {result.unit}: {', '.join(sizes)}.")
    columns = [{row.name: row.words for row in _rows(part)} for part in parts.values()]
    names = dict.fromkeys(name for column in columns for name in column)
    rows = [(name, *(column.get(name, "") for column in columns)) for name in names]
    _print_table(("measure", *parts), rows)


def _rows(part: Part | None) -> tuple[Measure, ...]:
    return () if part is None else part.measures


def _plain_part(part: Part) -> dict[str, Any]:
    return {"size": part.size, "measures": _plain(part.measures)}


def _plain(measures: Iterable[Measure]) -> dict[str, Any]:
    return {
        row.name: {
            name: value
            for name, value in (
                ("score", row.value),
                ("precision", row.p),
                ("recall", row.r),
            )
            if value is not None
        }
        for row in measures
    }


def _print_json(document: Any) -> None:
    click.echo(json.dumps(document, indent=2))


def _print_table(header: Row, rows: Iterable[Row]) -> None:
    """Print columns: in line on a terminal, else tab-separated."""
    table = [header, *rows]
    if not is_terminal():
        for row in table:
            click.echo("\t".join(row))
        return
    widths = [max(len(row[at]) for row in table) for at in range(len(header))]
    for first, *others in table:
        cells = (
            cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)
        )
        click.echo("  ".join((first.ljust(widths[0]), *cells)))
