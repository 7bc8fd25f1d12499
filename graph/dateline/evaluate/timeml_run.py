"""Annotate the texts of TimeML files and score what comes out.

The annotations go through the very format that a person gets: they are written as
TimeML, read again, and compared as files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate.pipeline import annotate
from dateline.annotate.stage import load_stage
from dateline.annotate.tokens import parse
from dateline.evaluate.time_links import LinkScores, score_time_links
from dateline.evaluate.timeml import Split, split_of, timeml_files
from dateline.evaluate.timeml_reader import (
    read_timeml,
    read_timeml_file,
)
from dateline.evaluate.timeml_scores import TimemlScores, read_system, score_file
from dateline.model.annotated import AnnotatedDocument

STAGES = ("timex", "entities", "events", "tlinks")
"""The stages that TimeML needs."""

Write = Callable[[AnnotatedDocument], str]
"""Writes an annotated document as TimeML."""

# One file in four was kept from those who wrote the rules for events.
_EVENT_PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FileScores:
    """The scores of one file; `links` only where Dateline annotated it."""

    path: Path
    scores: TimemlScores
    links: LinkScores | None = None


def event_split_of(path: Path) -> Split:
    """Return the part in which a file was when the rules for events were written.

    The rules for times were written with another split, see `split_of`.

    >>> event_split_of(Path("gold/timebank/a.tml")).value
    'tune'
    """
    name = f"te:{path.parent.name}:{path.name}"
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Split.TUNE if int(digest, 16) % _EVENT_PARTS else Split.HELD_OUT


def evaluate_files(
    gold_dir: Path, *, write: Write, split: Split = Split.ALL
) -> Iterator[FileScores]:
    """Annotate the texts below `gold_dir` and yield the scores of each file.

    Raises:
        GoldError: if there is no such file, or one cannot be read.
    """
    paths = timeml_files(gold_dir, split)
    golds = [read_timeml_file(path) for path in paths]
    stages = [load_stage(name) for name in STAGES]
    docs = annotate(parse(gold.to_document() for gold in golds), stages)
    for path, gold, doc in zip(paths, golds, docs, strict=True):
        system = read_timeml(write(doc), name=gold.name)
        yield FileScores(
            path=path,
            scores=score_file(gold, system),
            links=score_time_links(gold, doc),
        )


def compare_folders(
    gold_dir: Path, system_dir: Path, *, split: Split = Split.ALL
) -> Iterator[FileScores]:
    """Yield the scores of the files of `system_dir`.

    Raises:
        GoldError: if a file is missing, cannot be read, or has another text.
    """
    paths = timeml_files(gold_dir, split)
    for path, system in zip(paths, read_system(paths, system_dir), strict=True):
        gold = read_timeml_file(path)
        yield FileScores(path=path, scores=score_file(gold, system))


def add_up(files: Iterable[FileScores]) -> TimemlScores:
    """Add up the scores of files.

    >>> add_up([]).events.cls.f
    1.0
    """
    total = TimemlScores()
    for each in files:
        total += each.scores
    return total


def split_files(
    files: Sequence[FileScores], split_of: Callable[[Path], Split]
) -> tuple[list[FileScores], list[FileScores]]:
    """Part the files into those held out by `split_of` and all others.

    >>> split_files([], event_split_of)
    ([], [])
    """
    held = [each for each in files if split_of(each.path) is Split.HELD_OUT]
    return held, [each for each in files if each not in held]


def time_split_of(path: Path) -> Split:
    """Return the part in which a file was when the rules for times were written.

    >>> time_split_of(Path("a.tml")) is split_of("a.tml")
    True
    """
    return split_of(path.name)
