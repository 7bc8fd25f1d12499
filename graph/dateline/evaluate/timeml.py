"""Read TimeML files and score against them as TempEval-3 did.

UzZaman et al. 2013, "SemEval-2013 Task 1: TempEval-3": an expression counts as found
strictly if both ends agree, relaxed if the two share a character; type, value and
class scores count the relaxed matches whose attribute is equal, over all system
(precision) and all gold (recall) expressions. The document creation time is not scored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dateline.annotate.timex import STAGE
from dateline.annotate.tokens import parse
from dateline.errors import GoldError
from dateline.evaluate.scores import PRF
from dateline.evaluate.timeml_reader import (
    GoldEvent,
    GoldInstance,
    GoldTimex,
    GoldTLink,
    TimemlDocument,
    paragraphs,
    parse_dct,
    read_timeml,
    read_timeml_file,
)
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventMention, Timex
from dateline.model.text import Span

__all__ = [
    "EventScores", "GoldEvent", "GoldInstance", "GoldTLink", "GoldTimex", "Labelled",
    "Split", "TimemlDocument", "TimexEvaluation", "TimexScores", "align",
    "evaluate_timex", "paragraphs", "parse_dct", "read_timeml", "read_timeml_file",
    "score_events", "score_timexes", "split_of", "timeml_files",
]  # fmt: skip


class Split(StrEnum):
    """The parts of the development data; `HELD_OUT` is for a single look."""

    TRAIN = "train"
    TUNE = "tune"
    HELD_OUT = "held-out"
    ALL = "all"


# Shares of the files, in percent: train, then tune; the rest is held out.
_TRAIN_PERCENT, _TUNE_PERCENT = 60, 25


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexScores:
    """The timex scores of TempEval-3; counts add up over documents."""

    strict: PRF = field(default_factory=PRF)
    relaxed: PRF = field(default_factory=PRF)
    type: PRF = field(default_factory=PRF)
    value: PRF = field(default_factory=PRF)

    def __add__(self, other: TimexScores) -> TimexScores:
        return TimexScores(
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            type=self.type + other.type,
            value=self.value + other.value,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EventScores:
    """The event scores of TempEval-3: extent (relaxed and strict) and class."""

    strict: PRF = field(default_factory=PRF)
    relaxed: PRF = field(default_factory=PRF)
    cls: PRF = field(default_factory=PRF)

    def __add__(self, other: EventScores) -> EventScores:
        return EventScores(
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            cls=self.cls + other.cls,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexEvaluation:
    """The scores of the timex stage on one split, with the number of files."""

    split: Split
    files: int
    scores: TimexScores


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span with the attributes that a score compares."""

    span: Span
    labels: tuple[str, ...]


def split_of(name: str) -> Split:
    """Return the split of the file called `name`, from a hash of the name.

    >>> split_of("wsj_0006.tml") is split_of("timebank/wsj_0006.tml")
    True
    """
    digest = hashlib.sha256(Path(name).stem.encode()).digest()
    percent = int.from_bytes(digest[:4], "big") % 100
    if percent < _TRAIN_PERCENT:
        return Split.TRAIN
    if percent < _TRAIN_PERCENT + _TUNE_PERCENT:
        return Split.TUNE
    return Split.HELD_OUT


def timeml_files(gold_dir: Path, split: Split = Split.ALL) -> list[Path]:
    """List the `.tml` files below `gold_dir` that belong to `split`, sorted.

    Raises:
        GoldError: if the folder holds no such file.
    """
    files = sorted(gold_dir.rglob("*.tml"))
    if not files:
        msg = f"no .tml file below {gold_dir}; expected a folder of TimeML files"
        raise GoldError(msg)
    return [path for path in files if split in {Split.ALL, split_of(path.name)}]


def align(
    gold: Sequence[Labelled], system: Sequence[Labelled]
) -> list[tuple[Labelled, Labelled]]:
    """Pair gold with system spans one to one: equal spans first, then overlaps.

    >>> one, two = Labelled(Span(0, 4), ()), Labelled(Span(2, 9), ())
    >>> align([one], [two]) == [(one, two)]
    True
    """
    pairs = []
    by_span = {item.span: item for item in system}
    free_gold = []
    for expected in gold:
        same = by_span.pop(expected.span, None)
        if same is None:
            free_gold.append(expected)
        else:
            pairs.append((expected, same))
    free = sorted(by_span.values(), key=lambda item: item.span)
    for expected in free_gold:
        for found in free:
            if expected.span.overlaps(found.span):
                pairs.append((expected, found))
                free.remove(found)
                break
    return pairs


def _prf(hits: int, gold: int, system: int) -> PRF:
    return PRF(tp=hits, fp=system - hits, fn=gold - hits)


def score_timexes(
    gold: Iterable[GoldTimex], system: Iterable[GoldTimex | Timex]
) -> TimexScores:
    """Score time expressions as TempEval-3 does; those without words do not count."""
    left = [_timex_labels(timex) for timex in gold if len(timex.span)]
    right = [_timex_labels(timex) for timex in system if len(timex.span)]
    pairs = align(left, right)
    sizes = (len(left), len(right))
    return TimexScores(
        strict=_prf(sum(a.span == b.span for a, b in pairs), *sizes),
        relaxed=_prf(len(pairs), *sizes),
        type=_prf(sum(a.labels[0] == b.labels[0] for a, b in pairs), *sizes),
        value=_prf(sum(a.labels[1] == b.labels[1] for a, b in pairs), *sizes),
    )


def _timex_labels(timex: GoldTimex | Timex) -> Labelled:
    if isinstance(timex, GoldTimex):
        return Labelled(timex.span, (timex.type, timex.value))
    return Labelled(timex.span, (timex.time.type.value, timex.time.value))


def score_events(
    gold: Iterable[GoldEvent], system: Iterable[GoldEvent | EventMention]
) -> EventScores:
    """Score event extents and classes as TempEval-3 does."""
    left = [Labelled(event.span, (event.cls,)) for event in gold if len(event.span)]
    right = [Labelled(event.span, (str(event.cls),)) for event in system]
    pairs = align(left, right)
    sizes = (len(left), len(right))
    return EventScores(
        strict=_prf(sum(a.span == b.span for a, b in pairs), *sizes),
        relaxed=_prf(len(pairs), *sizes),
        cls=_prf(sum(a.labels == b.labels for a, b in pairs), *sizes),
    )


def evaluate_timex(
    gold_dir: Path,
    split: Split = Split.TUNE,
    *,
    parsed: Iterable[AnnotatedDocument] | None = None,
) -> TimexEvaluation:
    """Run the timex stage on the files of one split and score it.

    `parsed` spares the parsing: the documents of the split's files, in their order.
    """
    gold = [read_timeml_file(path) for path in timeml_files(gold_dir, split)]
    docs = parse(item.to_document() for item in gold) if parsed is None else parsed
    scores = TimexScores()
    for expected, doc in zip(gold, docs, strict=True):
        scores += score_timexes(expected.timexes, STAGE.annotate(doc).timexes)
    return TimexEvaluation(split=split, files=len(gold), scores=scores)
