"""Read the UW event factuality data and score ours against it.

Lee, Artzi, Choi and Zettlemoyer 2015, "Event Detection and Factuality Assessment with
Non-Expert Supervision": events are marked in sentences, each with a number from -3
(certainly did not happen) to +3 (certainly did), the mean of several judges.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dateline.annotate.factuality_lexicon import value_of
from dateline.annotate.factuality_scope import Scope
from dateline.annotate.pipeline import annotate
from dateline.annotate.stage import load_stage
from dateline.annotate.tokens import parse
from dateline.errors import GoldError
from dateline.evaluate.scores import Measure
from dateline.evaluate.timeml import Split
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import FactualityValue
from dateline.model.text import Block, BlockKind, Document, Span

NUMBERS: Mapping[FactualityValue, float] = MappingProxyType(
    {
        FactualityValue.CT_PLUS: 3.0,
        FactualityValue.PR_PLUS: 2.2,
        FactualityValue.PS_PLUS: 1.2,
        FactualityValue.UU: 0.8,
        FactualityValue.PS_MINUS: -0.6,
        FactualityValue.PR_MINUS: -1.0,
        FactualityValue.CT_MINUS: -1.8,
    }
)
"""What stands for FactBank's values on the scale of the data.

It is the median of the gold numbers of the events that get the value, on the tuned
part. Judges are a mean of several: where one of them reads a denial another way, the
mean is nearer to 0 than the -3 of the scale's end.
"""

_CERTAIN = 3
# Judges agree that an event did not happen from here on.
_NEGATED = -1.0
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Target:
    """An event marked in a sentence, and how far it is a fact."""

    span: Span
    label: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UwSentence:
    """A sentence of the data; `name` is its file and number."""

    name: str
    document: Document
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the system said of one event, and what people said."""

    system: float
    gold: float


def split_of(name: str) -> Split:
    """Return the part in which a sentence was when the rules were written.

    >>> split_of("uw:dev:0").value
    'tune'
    """
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Split.TUNE if int(digest, 16) % _PARTS else Split.HELD_OUT


def read_uw(path: Path) -> Iterator[UwSentence]:
    """Read a file of JSON Lines.

    Raises:
        GoldError: names the file and the line that cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines):
        try:
            yield _sentence(f"uw:{path.stem}:{number}", json.loads(line))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            msg = f"{path}:{number + 1}: expected text and targets: {error!r}"
            raise GoldError(msg) from error


def _sentence(name: str, item: Mapping[str, Any]) -> UwSentence:
    words = item["text"].split(" ")
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    targets = []
    for target in item["targets"]:
        first, last = target["span1"]
        span = Span(starts[first], starts[last] - 1)
        targets.append(Target(span, float(target["label"])))
    text = " ".join(words)
    block = Block(BlockKind.BODY, Span(0, len(text)))
    document = Document(id=f"urn:{name}", text=text, blocks=(block,))
    return UwSentence(name=name, document=document, targets=tuple(targets))


def judge(doc: AnnotatedDocument, targets: Iterable[Target]) -> Iterator[Judged]:
    """Yield what the author of `doc` says of each target.

    The data gives the events, so one that is no mention of ours is judged as well, by
    its place in the tree.
    """
    events = doc.event_mentions
    said = {f.event: f.value for f in doc.factualities if f.source is None}
    # The head of a mention goes before the light verb of another.
    values = {events[event].verb: value for event, value in said.items()}
    values |= {events[event].head: value for event, value in said.items()}
    scope = Scope(doc.tokens)
    for target in targets:
        at = _token_at(doc, target.span)
        if at is None:
            yield Judged(NUMBERS[FactualityValue.CT_PLUS], target.label)
            continue
        value = values.get(at)
        if value is None:
            outlook = scope.judge(at)
            value = value_of(outlook.polarity, outlook.certainty)
        yield Judged(NUMBERS[value], target.label)


def _token_at(doc: AnnotatedDocument, span: Span) -> int | None:
    inside = (token.i for token in doc.tokens if token.span.overlaps(span))
    return next(inside, None)


def evaluate_uw(
    folder: Path, *, file: str = "dev.jsonl"
) -> Iterator[tuple[Split, tuple[Judged, ...]]]:
    """Annotate the sentences of a file and yield the part and judgements of each.

    Raises:
        GoldError: if the file cannot be read.
    """
    sentences = list(read_uw(folder / file))
    stages = [load_stage(name) for name in ("timex", "entities", "events")]
    stages += [load_stage(name) for name in ("roles", "attribution", "factuality")]
    docs = annotate(parse(each.document for each in sentences), stages)
    for sentence, doc in zip(sentences, docs, strict=True):
        yield split_of(sentence.name), tuple(judge(doc, sentence.targets))


def measures(judged: Sequence[Judged]) -> Iterator[Measure]:
    """Yield error, correlation and accuracy, beside "always +3".

    Accuracy on negated events is the share of the events with a mean of -1 or less that
    the system calls negative.

    >>> found = measures([Judged(3, 3.0), Judged(-3, -2.0), Judged(3, 1.0)])
    >>> [each.words for each in found]
    ['1.000', '2.333', '0.918', '100.0', '0.0', '100.0']
    """
    yield _number("mean absolute error", _error(judged))
    always = [Judged(_CERTAIN, each.gold) for each in judged]
    yield _number("mean absolute error of “always +3”", _error(always))
    yield _number("Pearson's r", _correlation(judged))
    negated = [each.system < 0 for each in judged if each.gold <= _NEGATED]
    yield Measure(name="negated events, accuracy", value=_share(negated))
    yield Measure(
        name="negated events, accuracy of “always +3”", value=float(not negated)
    )
    said = [each.gold < 0 for each in judged if each.system < 0]
    yield Measure(name="negated events, precision", value=_share(said))


def _number(name: str, value: float) -> Measure:
    return Measure(name=name, value=value, is_share=False)


def _error(judged: Sequence[Judged]) -> float:
    return sum(abs(each.system - each.gold) for each in judged) / max(len(judged), 1)


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 1.0


def _correlation(judged: Sequence[Judged]) -> float:
    """Return Pearson's r; 0 where one side never changes."""
    count = max(len(judged), 1)
    mean_system = sum(each.system for each in judged) / count
    mean_gold = sum(each.gold for each in judged) / count
    pairs = [(each.system - mean_system, each.gold - mean_gold) for each in judged]
    spread = math.sqrt(sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs))
    return sum(a * b for a, b in pairs) / spread if spread else 0.0
