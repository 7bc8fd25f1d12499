"""Measure each step on its development data and write the page of results.

`make scoreboard` runs `python -m dateline.evaluate.scoreboard GOLD PAGE DATE COMMIT`.
The published numbers are those of other systems on the test sets of the same corpora,
which are not here: the comparison says where we stand, not who won.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate import events
from dateline.annotate.event_timeml import to_timeml
from dateline.annotate.tokens import parse
from dateline.errors import GoldError
from dateline.evaluate.meantime import evaluate_meantime
from dateline.evaluate.polnear import evaluate_polnear
from dateline.evaluate.time_links import evaluate_time_links
from dateline.evaluate.timeml import (
    EventScores,
    Split,
    evaluate_timex,
    score_events,
    timeml_files,
)
from dateline.evaluate.timeml_reader import read_timeml_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the board: scores in percent, on the held-out part and on the tuned."""

    what: str
    held_out: float | None
    tuned: float | None
    target: str
    published: str


def evaluate_events(gold_dir: Path, split: Split) -> EventScores:
    """Run the events stage on the files of one split and score extent and class."""
    gold = [read_timeml_file(path) for path in timeml_files(gold_dir, split)]
    total = EventScores()
    for item, doc in zip(gold, parse(g.to_document() for g in gold), strict=True):
        total += score_events(item.events, to_timeml(events.STAGE.annotate(doc)))
    return total


def measure(gold: Path) -> Iterator[Row]:
    """Yield a row for each score.

    Raises:
        GoldError: if a corpus is not below `gold`.
    """
    yield from _timexes(gold / "tempeval3")
    yield from _events(gold / "tempeval3")
    yield from _links(gold / "tempeval3")
    yield from _participants(gold / "meantime")
    yield from _attributions(gold / "polnear-dev")


def _timexes(folder: Path) -> Iterator[Row]:
    held = evaluate_timex(folder, Split.HELD_OUT).scores
    tuned = evaluate_timex(folder, Split.TUNE).scores
    rows = (
        ("relaxed", "93", "SUTime 90.32, HeidelTime-t 90.30"),
        ("strict", "88", "ClearTK 82.71, HeidelTime-t 81.34"),
        ("type", "–", "–"),
        ("value", "86", "HeidelTime-t 77.61, SUTime 67.38"),
    )
    for name, target, published in rows:
        yield Row(
            what=f"time expressions, {name} F1",
            held_out=getattr(held, name).f,
            tuned=getattr(tuned, name).f,
            target=target,
            published=published,
        )


def _events(folder: Path) -> Iterator[Row]:
    held = evaluate_events(folder, Split.HELD_OUT)
    tuned = evaluate_events(folder, Split.TUNE)
    yield Row(
        what="events, F1",
        held_out=held.relaxed.f,
        tuned=tuned.relaxed.f,
        target="84",
        published="ATT-1 81.05, NavyTime-1 80.30",
    )
    yield Row(
        what="events, class F1",
        held_out=held.cls.f,
        tuned=tuned.cls.f,
        target="75",
        published="ATT-1 71.88, NavyTime-1 67.48",
    )


def _links(folder: Path) -> Iterator[Row]:
    yield Row(
        what="event to time in one sentence, recall of pairs",
        held_out=evaluate_time_links(folder, Split.HELD_OUT).recall,
        tuned=evaluate_time_links(folder, Split.TUNE).recall,
        target="–",
        published="–",
    )


def _participants(folder: Path) -> Iterator[Row]:
    found = evaluate_meantime(folder)
    for what, score, target in (
        ("participants, F1", found.participants, "65"),
        ("participants with the right role, F1", found.roles, "–"),
    ):
        yield Row(what=what, held_out=None, tuned=score.f, target=target, published="–")


def _attributions(folder: Path) -> Iterator[Row]:
    held = evaluate_polnear(folder, Split.HELD_OUT)
    tuned = evaluate_polnear(folder, Split.TUNE)
    for name, target in (("source", "75"), ("cue", "80"), ("content", "75")):
        yield Row(
            what=f"attribution, {name} F1",
            held_out=getattr(held, name).f,
            tuned=getattr(tuned, name).f,
            target=target,
            published="–",
        )


_NOTES = (
    "Time expressions, events and links: the TempEval-3 training corpus (TimeBank,",
    "AQUAINT), split by a hash of the file name; 15 % of the files are held out.",
    "Participants: MEANTIME, 30 articles, all of them seen while tuning.",
    "Attribution: PolNeAR development articles, split by a hash, 40 % held out.",
    "The published numbers come from the TempEval-3 overview paper and are for its",
    "test set, which is not used here.",
    "The held-out parts were scored a few times; their errors were not looked at.",
)


def page(rows: Iterator[Row], *, day: str, commit: str) -> str:
    """Write the page: a table, and what its columns mean.

    >>> row = Row(what="x", held_out=None, tuned=0.5, target="60", published="–")
    >>> "| x | – | 50.0 | 60 | – |" in page(iter([row]), day="today", commit="abc")
    True
    """
    lines = [
        "# Scoreboard",
        "",
        "The quality of each step on published development data, in percent.",
        (
            f"Measured on {day} at commit {commit} by `make scoreboard`, "
            "which writes this page."
        ),
        "",
        "| what | held out | tuned on | to reach | published, on its test set |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {row.what} | {_percent(row.held_out)} | {_percent(row.tuned)} "
            f"| {row.target} | {row.published} |"
            for row in rows
        ),
        "",
        *_NOTES,
        "",
    ]
    return "\n".join(lines)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def main(arguments: list[str]) -> int:
    """Measure, write the page, and return the exit status."""
    gold, out, day, commit = arguments
    if not Path(gold).is_dir():
        sys.stderr.write(f"{gold}: no development data; set DATELINE_GOLD\n")
        return 1
    try:
        text = page(measure(Path(gold)), day=day, commit=commit)
    except GoldError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    Path(out).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
