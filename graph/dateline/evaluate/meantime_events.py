"""Score negated events, and the days of dated ones, against MEANTIME.

An event of the corpus is found if its trigger holds the head of ours or the verb that
carries it: "held a conference" is two events there and one here. It is negated if we
deny it or if TimeML's polarity is NEG; what the annotators left open does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.evaluate.meantime import GoldMention, MeantimeDocument
from dateline.evaluate.scores import PRF
from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import DocumentFacts, Event
from dateline.model.mentions import EventMention, FactualityValue

_DENIALS = frozenset(
    {FactualityValue.CT_MINUS, FactualityValue.PR_MINUS, FactualityValue.PS_MINUS}
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|\Z)")
# Relations after which an event is on the day of its time.
_ON_THE_DAY = frozenset({"IS_INCLUDED", "SIMULTANEOUS"})
_TURNED = {"INCLUDES": "IS_INCLUDED", "SIMULTANEOUS": "SIMULTANEOUS"}
_EMPTY = PRF()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventScores:
    """Negated events, and the days of events that the text dates.

    `days` counts the events with a day in the text, `implied` those that the annotators
    put on the day of publication without one.
    """

    negated: PRF = _EMPTY
    days: PRF = _EMPTY
    implied: PRF = _EMPTY

    def __add__(self, other: EventScores) -> EventScores:
        return EventScores(
            negated=self.negated + other.negated,
            days=self.days + other.days,
            implied=self.implied + other.implied,
        )


def score_events(
    gold: MeantimeDocument, doc: AnnotatedDocument, facts: DocumentFacts
) -> EventScores:
    """Compare the events of an article with those of `gold`."""
    found = _found(gold, doc)
    denied = {f.event for f in doc.factualities if f.value in _DENIALS and not f.source}
    negated = _EMPTY
    for mention in gold.of_kind("EVENT_MENTION"):
        at = found.get(mention.id)
        says = at is not None and (at in denied or doc.event_mentions[at].is_negated)
        negated += _polarity(mention, says=says)
    resolved = {span: event for event in facts.events for span in event.mentions}
    days = implied = _EMPTY
    for event, day, is_told in _dated(gold):
        at = found.get(event.id)
        ours = None if at is None else resolved.get(doc.event_mentions[at].span)
        score = _day_score(day, ours)
        if is_told:
            days += score
        else:
            implied += score
    return EventScores(negated=negated, days=days, implied=implied)


def _polarity(mention: GoldMention, *, says: bool) -> PRF:
    told = mention.attributes.get("polarity", "")
    if told == "NEG":
        return PRF(tp=int(says), fn=int(not says))
    return PRF(fp=int(says and told == "POS"))


def _found(gold: MeantimeDocument, doc: AnnotatedDocument) -> Mapping[str, int]:
    """Map gold events to ours; the smallest gold place wins."""
    places = sorted(gold.of_kind("EVENT_MENTION"), key=lambda m: -len(m.spans))
    found = {}
    for mention in places:
        for index, event in enumerate(doc.event_mentions):
            if any(_touches(mention, doc, at) for at in _words_of(event)):
                found[mention.id] = index
                break
    return found


def _words_of(event: EventMention) -> tuple[int, ...]:
    return (event.head, event.verb)


def _touches(mention: GoldMention, doc: AnnotatedDocument, token: int) -> bool:
    return any(span.overlaps(doc.tokens[token].span) for span in mention.spans)


def _dated(gold: MeantimeDocument) -> Iterator[tuple[GoldMention, date, bool]]:
    """Yield the events with their day, and whether a time of the text tells it."""
    seen = set()
    for source, told_relation, target in gold.links:
        event, time = gold.mentions.get(source), gold.mentions.get(target)
        relation = told_relation
        if event and time and event.kind == "TIMEX3":
            event, time, relation = time, event, _TURNED.get(relation, "")
        if event is None or time is None or relation not in _ON_THE_DAY:
            continue
        told = _DAY.match(time.attributes.get("value", ""))
        is_pair = event.kind == "EVENT_MENTION" and time.kind == "TIMEX3"
        if not is_pair or told is None or not event.spans or event.id in seen:
            continue
        seen.add(event.id)
        is_stamp = time.attributes.get("functionInDocument") == "CREATION_TIME"
        yield event, date.fromisoformat(told.group()), not is_stamp


def _day_score(day: date, event: Event | None) -> PRF:
    """Score one day: wrong is what names another day, not what leaves it open."""
    time = None if event is None else event.time
    interval = None if time is None else time.value.interval
    if interval is None or interval.earliest_begin is None:
        return PRF(fn=1)
    if interval.earliest_begin == interval.latest_end == day:
        return PRF(tp=1)
    return PRF(fn=1, fp=int(interval.earliest_begin == interval.latest_end))
