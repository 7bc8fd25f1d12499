"""Score links between events and times of one sentence against TimeML files.

TimeBank annotates few of the pairs that hold, so a link without a gold counterpart is
not simply wrong. Counted are: gold links whose two ends the system has (found, with the
same relation), and system links of events that gold links to a time of the sentence
(to that time, or to another).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate.pipeline import annotate
from dateline.annotate.stage import load_stage
from dateline.annotate.tokens import parse
from dateline.evaluate.timeml import Split, timeml_files
from dateline.evaluate.timeml_reader import (
    GoldTLink,
    TimemlDocument,
    read_timeml_file,
)
from dateline.model.annotated import AnnotatedDocument
from dateline.model.time import TLinkType

# "timex RELATION event" turned to "event RELATION timex".
_INVERSE = {
    "BEFORE": "AFTER", "AFTER": "BEFORE", "INCLUDES": "IS_INCLUDED",
    "IS_INCLUDED": "INCLUDES", "BEGINS": "BEGUN_BY", "BEGUN_BY": "BEGINS",
    "ENDS": "ENDED_BY", "ENDED_BY": "ENDS", "IBEFORE": "IAFTER", "IAFTER": "IBEFORE",
}  # fmt: skip
# TimeBank uses the two for the same: "for two years", "in two years".
_WITHIN = frozenset({TLinkType.IS_INCLUDED.value, TLinkType.DURING.value})

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkScores:
    """Counts of links between events and times of one sentence.

    Attributes:
        gold: gold links whose ends the system has.
        found: those that the system links.
        same: those with the same relation.
        within, within_found: gold IS_INCLUDED links, and those found as such.
        contested: system links of events that gold links to a time.
        confirmed: those to the time that gold names.

    >>> LinkScores(gold=4, found=3).recall
    0.75
    """

    gold: int = 0
    found: int = 0
    same: int = 0
    within: int = 0
    within_found: int = 0
    contested: int = 0
    confirmed: int = 0

    def __add__(self, other: LinkScores) -> LinkScores:
        return LinkScores(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            same=self.same + other.same,
            within=self.within + other.within,
            within_found=self.within_found + other.within_found,
            contested=self.contested + other.contested,
            confirmed=self.confirmed + other.confirmed,
        )

    @property
    def recall(self) -> float:
        """The share of the gold links that were found."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """The share of the contested links that go to the right time."""
        return self.confirmed / self.contested if self.contested else 1.0

    @property
    def within_accuracy(self) -> float:
        """The share of the gold IS_INCLUDED links that were found as such."""
        return self.within_found / self.within if self.within else 1.0


def evaluate_time_links(gold_dir: Path, split: Split = Split.TUNE) -> LinkScores:
    """Annotate the articles of `split` and add up their scores."""
    golds = [read_timeml_file(path) for path in timeml_files(gold_dir, split)]
    stages = [load_stage(name) for name in ("timex", "entities", "events", "tlinks")]
    docs = annotate(parse(gold.to_document() for gold in golds), stages)
    total = LinkScores()
    for gold, doc in zip(golds, docs, strict=True):
        total += score_time_links(gold, doc)
    return total


def score_time_links(gold: TimemlDocument, doc: AnnotatedDocument) -> LinkScores:
    """Compare the links of `doc` with those of `gold`."""
    wanted = _wanted(gold, doc)
    ours = {
        (link.event, link.timex): link.relation.value
        for link in doc.tlinks
        if link.timex is not None
    }
    within = {pair for pair, relation in wanted.items() if relation in _WITHIN}
    events = {event for event, _ in wanted}
    contested = [pair for pair in ours if pair[0] in events]
    return LinkScores(
        gold=len(wanted),
        found=sum(pair in ours for pair in wanted),
        same=sum(ours.get(pair) == relation for pair, relation in wanted.items()),
        within=len(within),
        within_found=sum(ours.get(pair) in _WITHIN for pair in within),
        contested=len(contested),
        confirmed=sum(pair in wanted for pair in contested),
    )


def _wanted(gold: TimemlDocument, doc: AnnotatedDocument) -> Mapping[Pair, str]:
    """Map the gold pairs of one sentence, as the system's mentions, to relations."""
    events = _events(gold, doc)
    times = {
        timex.tid: i
        for timex in gold.timexes
        for i, ours in enumerate(doc.timexes)
        if ours.span.overlaps(timex.span)
    }
    wanted = {}
    for source, relation, target in _oriented(gold.tlinks, set(times)):
        event, timex = events.get(source), times.get(target)
        if event is None or timex is None:
            continue
        if _in_one_sentence(doc, event, timex):
            wanted[event, timex] = relation
    return wanted


def _oriented(
    links: Iterable[GoldTLink], times: set[str]
) -> Iterable[tuple[str, str, str]]:
    """Yield the links of an event and a time, the event first."""
    for link in links:
        if link.target in times:
            yield link.source, link.relation, link.target
        elif link.source in times:
            relation = _INVERSE.get(link.relation, link.relation)
            yield link.target, relation, link.source


def _events(gold: TimemlDocument, doc: AnnotatedDocument) -> Mapping[str, int]:
    """Map the instances of gold events to the mentions whose head they hold."""
    places = {event.eid: event.span for event in gold.events}
    found = {}
    for instance in gold.instances:
        span = places.get(instance.eid)
        for i, mention in enumerate(doc.event_mentions):
            if span is not None and doc.tokens[mention.head].span.overlaps(span):
                found[instance.eiid] = i
    return found


def _in_one_sentence(doc: AnnotatedDocument, event: int, timex: int) -> bool:
    sentence = doc.sentence_of(doc.event_mentions[event].head)
    return sentence.span.contains(doc.timexes[timex].span)
