"""Choose the temporal relations of an article with a learned model.

The rules of `dateline.annotate.tlinks` date events, and say only what grammar says.
A TimeML file tells more: how events of a sentence and of the next one follow each
other, and what lies before the publication although no tense says so. Two multinomial
logistic regressions judge each pair, with the rules' links among what they see: which
relation holds, and which one a person would write down. The relations worth most are
taken first, and none that contradicts what is taken.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.annotate.time_points import PointGraph, Relation
from dateline.annotate.tlink_features import PairReader
from dateline.annotate.tlink_pairs import Layout, Pair, PairKind
from dateline.model.annotated import AnnotatedDocument
from dateline.model.text import Span
from dateline.model.time import TLinkType

WEIGHTS = "tlink_weights.json.gz"
NONE = "NONE"
SCALE = 100
"""Weights are kept as whole hundredths."""

# What a relation must be worth to be written; tuned for temporal awareness.
_LEAST = {
    PairKind.WORD_DCT: 0.34,
    PairKind.WORD_TIME: 0.34,
    PairKind.TIME_DCT: 0.34,
    PairKind.SAME_SENTENCE: 0.34,
    PairKind.NEXT_SENTENCE: 0.34,
    PairKind.TIME_TIME: 0.26,
    PairKind.NEAR_TIME: 0.34,
    PairKind.AGAIN: 0.38,
}
# Awareness finds a relation right if it follows from those that people wrote, and
# misses only what they wrote themselves: such a relation counts on both sides.
_WRITTEN_TOO = 1.5
_SEARCH_LIMIT = 500
_PUBLICATION = "publication"
_TIME_FIRST = frozenset({PairKind.TIME_DCT, PairKind.TIME_TIME})
_TO_DCT = frozenset({PairKind.WORD_DCT, PairKind.TIME_DCT})
_TO_TIME = frozenset({PairKind.WORD_TIME, PairKind.NEAR_TIME, PairKind.TIME_TIME})


@dataclass(frozen=True, slots=True)
class End:
    """An end of a relation: the event at token `word`, the time numbered `time`.

    Neither is set for the publication time.
    """

    word: int | None = None
    time: int | None = None

    def __str__(self) -> str:
        if self.word is not None:
            return f"word {self.word}"
        return _PUBLICATION if self.time is None else f"time {self.time}"


@dataclass(frozen=True, slots=True)
class ChosenLink:
    """Say "source RELATION target"; `signal` is the word that says it."""

    source: End
    relation: TLinkType
    target: End
    signal: Span | None = None


class _Judged(NamedTuple):
    worth: float
    relation: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class LinearModel:
    """The weights of one kind of pair: a row for each feature, a column for a class.

    >>> model = LinearModel(classes=("NONE", "BEFORE"), bias=(0, 0), rows={"a": (0, 0)})
    >>> model.chances(["a", "unknown"])
    [0.5, 0.5]
    """

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    rows: Mapping[str, Sequence[int]]

    def chances(self, features: Sequence[str]) -> list[float]:
        """Return the chance of each class, in their order."""
        totals = list(self.bias)
        for feature in dict.fromkeys(features):
            for place, weight in enumerate(self.rows.get(feature, ())):
                totals[place] += weight
        top = max(totals)
        powers = [math.exp((total - top) / SCALE) for total in totals]
        whole = sum(powers)
        return [power / whole for power in powers]


@dataclass(frozen=True, slots=True)
class PairModel:
    """What judges one kind of pair.

    Attributes:
        holds: knows which relation follows from those that people wrote.
        written: knows which relation people wrote for this very pair.

    >>> sure = LinearModel(classes=("NONE", "BEFORE"), bias=(0, 900), rows={})
    >>> never = LinearModel(classes=("NONE",), bias=(0,), rows={})
    >>> [(name, round(x, 1)) for name, x in PairModel(sure, never).worths([])]
    [('BEFORE', 1.0)]
    """

    holds: LinearModel
    written: LinearModel

    def worths(self, features: Sequence[str]) -> Iterator[tuple[str, float]]:
        """Yield each relation with what it is worth to write it: from 0 to 2.5."""
        written = dict(
            zip(self.written.classes, self.written.chances(features), strict=True)
        )
        chances = self.holds.chances(features)
        for relation, chance in zip(self.holds.classes, chances, strict=True):
            if relation != NONE:
                yield relation, chance + _WRITTEN_TOO * written.get(relation, 0)


@cache
def load_models() -> Mapping[PairKind, PairModel]:
    """Read the weights that come with the package, once."""
    packed = files("dateline.annotate").joinpath(WEIGHTS).read_bytes()
    return {
        PairKind(kind): PairModel(
            **{
                name: LinearModel(
                    classes=tuple(found["classes"]),
                    bias=tuple(found["bias"]),
                    rows=found["rows"],
                )
                for name, found in pair.items()
            }
        )
        for kind, pair in json.loads(gzip.decompress(packed)).items()
    }


def choose_links(
    doc: AnnotatedDocument, models: Mapping[PairKind, PairModel] | None = None
) -> tuple[ChosenLink, ...]:
    """Return the relations of `doc`, best first; none contradicts another.

    >>> from dateline.model.text import Document
    >>> empty = Document(id="urn:a", text="", blocks=())
    >>> choose_links(AnnotatedDocument(document=empty))
    ()
    """
    layout = Layout(doc)
    judged = _judge(layout, load_models() if models is None else models)
    graph = PointGraph(limit=_SEARCH_LIMIT)
    taken: dict[Pair, ChosenLink] = {}
    for each in sorted(judged, key=lambda each: (-each.worth, each.pair)):
        source, target = ends(layout, each.pair)
        relation = Relation(str(source), each.relation, str(target))
        if each.pair in taken or graph.contradicts(relation):
            continue
        graph.add(relation)
        signal = layout.signal(each.pair)
        link = ChosenLink(source, TLinkType(each.relation), target, signal)
        taken[each.pair] = link
    return tuple(taken.values())


def _judge(layout: Layout, models: Mapping[PairKind, PairModel]) -> Iterator[_Judged]:
    """Yield the relations that are worth enough."""
    reader = PairReader(layout)
    for pair in layout.pairs():
        model = models.get(pair.kind)
        if model is None:
            continue
        for relation, worth in model.worths(reader.features(pair)):
            if worth >= _LEAST[pair.kind]:
                yield _Judged(worth, relation, pair)


def ends(layout: Layout, pair: Pair) -> tuple[End, End]:
    """Return what the pair joins."""
    if pair.kind in _TIME_FIRST:
        source = End(time=pair.source)
    else:
        source = End(word=layout.words[pair.source].head)
    if pair.kind in _TO_DCT or pair.target is None:
        return source, End()
    if pair.kind in _TO_TIME:
        return source, End(time=pair.target)
    return source, End(word=layout.words[pair.target].head)
