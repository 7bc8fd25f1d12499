"""The corpora by name: each is annotated once and scored part by part.

Part of the development data was kept from those who wrote the rules: it is scored apart
from the rest, which is called tuned. Each rule set has its own split, because the sets
were written apart; see the page "How the scores are made".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from dateline.annotate.pipeline import annotate, default_stages
from dateline.annotate.stage import load_stage
from dateline.annotate.tokens import parse
from dateline.errors import GoldError, SourceError
from dateline.evaluate import factuality_uw, plover, polnear, semeval2015
from dateline.evaluate.awareness import AwarenessScores
from dateline.evaluate.golden import Fact, compare, read_expected, tally
from dateline.evaluate.meantime import (
    ParticipantScores,
    annotate_meantime,
    score_participants,
)
from dateline.evaluate.meantime_events import EventScores, score_events
from dateline.evaluate.scores import Measure
from dateline.evaluate.semeval2015_reader import read_articles, read_timelines
from dateline.evaluate.semeval2015_scores import micro_average, score_timeline
from dateline.evaluate.timeml import Split
from dateline.resolve.facts import resolve
from dateline.sources import read

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The scores of one part: how many of what was scored, and what came out."""

    size: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The scores of a corpus; a part that there is not is `None`.

    `unit` says what `size` counts.
    """

    unit: str
    everything: Part
    held_out: Part | None = None
    tuned: Part | None = None


def by_part(
    items: Sequence[tuple[Split, Item]],
    measure: Callable[[Sequence[Item]], Iterable[Measure]],
    *,
    unit: str,
) -> Result:
    """Score all items, those held out, and the rest.

    >>> items = [(Split.TUNE, 1), (Split.HELD_OUT, 3)]
    >>> result = by_part(
    ...     items, lambda found: [Measure(name="sum", value=sum(found))], unit="numbers"
    ... )
    >>> result.everything.measures[0].value, result.tuned.size
    (4, 1)
    """

    def part(chosen: list[Item]) -> Part | None:
        if not chosen:
            return None
        return Part(size=len(chosen), measures=tuple(measure(chosen)))

    everything = [item for _, item in items]
    return Result(
        unit=unit,
        everything=Part(size=len(items), measures=tuple(measure(everything))),
        held_out=part([item for split, item in items if split is Split.HELD_OUT]),
        tuned=part([item for split, item in items if split is not Split.HELD_OUT]),
    )


def score_uw(folder: Path) -> Result:
    """Score factuality on the UW data.

    Raises:
        GoldError: if the data is not in `folder`.
    """
    judged = [
        (split, each)
        for split, sentence in factuality_uw.evaluate_uw(folder)
        for each in sentence
    ]
    return by_part(judged, factuality_uw.measures, unit="events")


def score_plover(folder: Path) -> Result:
    """Score event class and actors on PLOVER's records.

    Raises:
        GoldError: if the records are not in `folder`.
    """

    def measures(found: Sequence[plover.PloverScores]) -> Iterable[Measure]:
        return sum(found, plover.PloverScores()).measures()

    return by_part(list(plover.evaluate_plover(folder)), measures, unit="sentences")


def score_polnear(folder: Path) -> Result:
    """Score attributions on PolNeAR.

    Raises:
        GoldError: if the corpus is not in `folder`.
    """
    articles = list(polnear.read_corpus(folder))
    stages = [load_stage(name) for name in ("timex", "entities", "events")]
    stages.append(load_stage("attribution"))
    docs = annotate(parse(document for document, _ in articles), stages)
    scores = []
    for (document, golds), doc in zip(articles, docs, strict=True):
        # The part goes by the name of a file: the article's, and who annotated it.
        name = document.id.removeprefix("polnear:")
        split = polnear.split_of(f"{name}_")
        scores.append((split, polnear.score_corpus([(doc, golds)])))

    def measures(found: Sequence[polnear.AttributionScores]) -> Iterable[Measure]:
        total = sum(found, polnear.AttributionScores())
        for name in ("source", "cue", "content"):
            yield Measure.of(f"attribution {name}", getattr(total, name))

    return by_part(scores, measures, unit="articles")


def score_meantime(folder: Path) -> Result:
    """Score participants, negation and days on MEANTIME; no part was held out.

    Raises:
        GoldError: if the corpus is not in `folder`.
    """
    found, events = ParticipantScores(), EventScores()
    for gold, doc in annotate_meantime(folder):
        found += score_participants(gold, doc)
        events += score_events(gold, doc, resolve(doc))
    names = {
        "participant": found.participants,
        "participant with role": found.roles,
        "participant of an event that was found": found.matched,
        "participant with role of an event that was found": found.matched_roles,
    }
    measures = (
        *(Measure.of(name, score) for name, score in names.items()),
        Measure.of("negated events", events.negated),
        Measure(name="day right, of events dated in the text", value=events.days.r),
        Measure(name="day right, of days that are named", value=events.days.p),
        Measure(
            name="day right, of events put on the publication day without a word",
            value=events.implied.r,
        ),
    )
    files = len(list(folder.glob("intra-doc_annotation/*/*.xml")))
    part = Part(size=files, measures=measures)
    return Result(unit="articles", everything=part, tuned=part)


# The name of a track on the page, the folder of its articles, and whether their event
# mentions are given: those of the timelines alone, or all.
_TRACKS = (
    ("timeline, Track A", "Corpus-trial-data_task4", False),
    ("timeline, Track B", "Corpus-trial-data_task4_events_timelines", True),
    ("timeline, Track B with all mentions", "Corpus-trial-data_task4", True),
)


def score_timelines(folder: Path) -> Result:
    """Score timelines on the Apple articles of SemEval-2015 Task 4.

    Raises:
        GoldError: if the articles or the timelines are not in `folder`.
    """
    golds = read_timelines(folder / "TimeLines_trial_data_task4_v1.2")
    scores: list[dict[str, AwarenessScores]] = [{} for _ in golds]
    for name, place, mentions in _TRACKS:
        articles = read_articles(folder / place)
        found = semeval2015.write_timelines(golds, articles, mentions=mentions)
        for gold, system, row in zip(golds, found, scores, strict=True):
            row[name] = score_timeline(gold, system)

    def measures(found: Sequence[dict[str, AwarenessScores]]) -> Iterable[Measure]:
        for name, _, _ in _TRACKS:
            yield micro_average([row[name] for row in found], name)

    splits = [semeval2015.split_of(gold.target) for gold in golds]
    return by_part(list(zip(splits, scores, strict=True)), measures, unit="timelines")


def score_golden(folder: Path) -> Result:
    """Score the articles that come with the project; no part of them was held out.

    Raises:
        GoldError: if `folder` holds no article with its expectations.
    """
    places = sorted(path.parent for path in folder.glob("*/expected.json"))
    if not places:
        raise GoldError(f"no expected.json below {folder}; expected a folder each")
    articles = [(Split.TUNE, _compare_golden(place)) for place in places]

    def measures(found: Sequence[tuple[Fact, ...]]) -> Iterable[Measure]:
        facts = [fact for article in found for fact in article]
        rows = {"all": (sum(fact.is_right for fact in facts), len(facts))}
        for name, (right, total) in {**rows, **tally(facts)}.items():
            yield Measure(name=f"{name} facts right", value=right / max(total, 1))

    return by_part(articles, measures, unit="articles")


def _compare_golden(place: Path) -> tuple[Fact, ...]:
    refused: list[SourceError] = []
    documents = list(read([str(place / "article.txt")], on_error=refused.append))
    if refused or len(documents) != 1:
        raise GoldError(f"{place}: expected one article.txt that can be read")
    doc = next(annotate(parse(documents), default_stages()))
    return compare(resolve(doc), read_expected(place / "expected.json"))


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus that `dateline evaluate` knows: what for, where, and how it is scored.

    `folder` is its place below the development data; `None` if it is elsewhere.
    """

    about: str
    folder: str | None
    score: Callable[[Path], Result]


CORPORA: Mapping[str, Corpus] = MappingProxyType(
    {
        "uw": Corpus("factuality of given events", "factuality-uw", score_uw),
        "meantime": Corpus("who takes part in events", "meantime", score_meantime),
        "polnear": Corpus("who says what", "polnear-dev", score_polnear),
        "plover": Corpus("event class, source and target", "plover", score_plover),
        "golden": Corpus("whole articles, fact by fact", None, score_golden),
    }
)


def find_corpus(name: str, gold: Path) -> Path:
    """Return the folder of a corpus below the development data.

    Raises:
        GoldError: if it is not there.

    >>> find_corpus("golden", Path()).as_posix()
    '.'
    """
    return existing(gold / (CORPORA[name].folder or ""), name)


def existing(place: Path, name: str) -> Path:
    """Return `place`, the folder of the corpus called `name`.

    Raises:
        GoldError: if it is not there.

    >>> existing(Path(), "uw").as_posix()
    '.'
    """
    if not place.is_dir():
        msg = (
            f"no development data for {name}: {place} is no folder; "
            "set DATELINE_GOLD, or give the folder"
        )
        raise GoldError(msg)
    return place
