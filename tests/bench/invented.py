"""Invented articles and what they say: as many quads as asked for, always the same.

They have the shape of what a build writes: six dated events of two people in a place,
some planned, some that did not happen, with evidence, a claim, and a chain in time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise, product
from random import Random

from dateline.model.facts import (
    Claim,
    DocumentFacts,
    Entity,
    Event,
    EventLink,
    EventTime,
    Participation,
    Status,
)
from dateline.model.mentions import (
    EntityKind,
    EventClass,
    FactualityValue,
    QuoteKind,
    RoleName,
    Stance,
)
from dateline.model.text import Block, BlockKind, Dct, DctBasis, Document, Span
from dateline.model.time import (
    DateBasis,
    Granularity,
    Interval,
    TimeValue,
    TimexType,
    TLinkType,
)
from dateline.rdf.encode import EncodedArticle, encode_article
from dateline.rdf.run import RunInfo

_RUN = RunInfo(software="Dateline bench")
_EVENTS = 6
_FIRST_DAY = date(2015, 1, 1)
_DAYS = 3000
_GIVEN = ("Ada", "Bram", "Cleo", "Dario", "Edda", "Finn", "Greta", "Hugo", "Ines", "Jo")
_STEMS = ("Alder", "Birch", "Cedar", "Dorn", "Elm", "Fern", "Gorse", "Hazel")
_ENDS = ("by", "feld", "ham", "ley", "mark")
PEOPLE = tuple(
    f"{given} {stem}{end}" for given, stem, end in product(_GIVEN, _STEMS, _ENDS)
)
PLACES = tuple(f"Port {stem}{end}" for stem, end in product(_STEMS, _ENDS))
_DEEDS = (
    ("Meet", "met"),
    ("Visit", "visited"),
    ("Agree", "signed a treaty with"),
    ("Consult", "called"),
    ("Disapprove", "criticised"),
)
_OUTCOMES = (
    (Status.HAPPENED, FactualityValue.CT_PLUS, Stance.ASSERTED),
    (Status.HAPPENED, FactualityValue.CT_PLUS, Stance.ASSERTED),
    (Status.PLANNED, FactualityValue.PR_PLUS, Stance.PLANNED),
    (Status.DID_NOT_HAPPEN, FactualityValue.CT_MINUS, Stance.ASSERTED),
)


def encode_invented(number: int) -> Iterator[EncodedArticle]:
    """Yield so many articles, encoded."""
    for each in range(number):
        yield encode_article(invented(each), run=_RUN)


def invented(number: int) -> DocumentFacts:
    """Return what the article of this number says."""
    draft = _Draft(Random(number))  # noqa: S311  (repeatable, not secret)
    for _ in range(_EVENTS):
        draft.tell()
    return draft.facts(number)


@dataclass(slots=True)
class _Draft:
    """An article as its sentences are written."""

    random: Random
    text: str = ""
    found: dict[tuple[EntityKind, str], list[Span]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, start + len(words))

    def refer(self, kind: EntityKind, name: str) -> tuple[str, Span]:
        span = self.add(name)
        spans = self.found.setdefault((kind, name), [])
        spans.append(span)
        return _key(kind, spans[0]), span

    def tell(self) -> None:
        """Write a sentence with one event."""
        start = len(self.text)
        first, second = self.random.sample(PEOPLE, 2)
        kind, verb = self.random.choice(_DEEDS)
        place = self.random.choice(PLACES)
        day = _FIRST_DAY + timedelta(self.random.randrange(_DAYS))
        one = self.refer(EntityKind.PERSON, first)
        self.add(" ")
        trigger = self.add(verb)
        self.add(" ")
        other = self.refer(EntityKind.PERSON, second)
        self.add(" in ")
        where = self.refer(EntityKind.PLACE, place)
        self.add(" on ")
        timex = self.add(day.isoformat())
        self.add(". ")
        parts = (
            (one, RoleName.AGENT),
            (other, RoleName.CO_PARTICIPANT),
            (where, RoleName.PLACE),
        )
        status, factuality, stance = self.random.choice(_OUTCOMES)
        event = Event(
            key=f"event-{trigger.start}-{trigger.end}",
            label=f"{first} {verb} {second} in {place}",
            event_type=kind,
            type_score=0.9,
            cls=EventClass.OCCURRENCE,
            status=status,
            factuality=factuality,
            stance=stance,
            time=_time(day, timex),
            participations=tuple(
                Participation(entity=key, role=role, evidence=span)
                for (key, span), role in parts
            ),
            mentions=(trigger,),
            sentences=(Span(start, len(self.text) - 1),),
            salience=round(self.random.uniform(0.2, 0.95), 2),
        )
        if not self.events:
            self.say(event)
        self.events.append(event)

    def say(self, event: Event) -> None:
        """Write who says so, behind the event."""
        content = event.sentences[0]
        source, _ = self.refer(EntityKind.PERSON, self.random.choice(PEOPLE))
        self.add(" ")
        cue = self.add("said so")
        self.add(". ")
        self.claims.append(
            Claim(
                key=f"claim-{cue.start}-{cue.end}-{event.key}",
                event=event.key,
                source=source,
                cue=cue,
                content=(content,),
                kind=QuoteKind.INDIRECT,
                asserts=event.factuality,
            )
        )

    def facts(self, number: int) -> DocumentFacts:
        text = self.text.rstrip()
        entities = (
            Entity(
                key=_key(kind, spans[0]),
                kind=kind,
                label=name,
                is_named=True,
                aliases=(name.split()[-1],),
                mentions=tuple(spans),
            )
            for (kind, name), spans in self.found.items()
        )
        published = _FIRST_DAY + timedelta(number % _DAYS)
        document = Document(
            id=f"https://example.org/news/{number}",
            text=text,
            blocks=(Block(BlockKind.BODY, Span(0, len(text))),),
            title=self.events[0].label,
            publisher=f"Paper {number % 25}",
            language="en",
            dct=Dct(date=published, basis=DctBasis.RECORD),
        )
        return DocumentFacts(
            document=document,
            entities=tuple(sorted(entities, key=lambda each: each.mentions[0])),
            events=tuple(self.events),
            claims=tuple(self.claims),
            links=tuple(
                EventLink(source=a.key, target=b.key, relation=TLinkType.BEFORE)
                for a, b in pairwise(self.events)
            ),
        )


def _key(kind: EntityKind, span: Span) -> str:
    return f"{kind.value}-{span.start}-{span.end}"


def _time(day: date, timex: Span) -> EventTime:
    words = day.isoformat()
    return EventTime(
        value=TimeValue(
            interval=Interval.day(day),
            granularity=Granularity.DAY,
            basis=DateBasis.EXPLICIT_IN_TEXT,
            type=TimexType.DATE,
            value=words,
            edtf=words,
            rule="day",
            explanation=f"“{words}” is {words}",
            words=words,
        ),
        timex=timex,
    )
