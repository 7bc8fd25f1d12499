"""Hypothesis strategies: any facts that a document may hold, in decode's order."""

from __future__ import annotations

from datetime import date, time

from hypothesis import strategies as st

from dateline.model.event_types import EventType
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
    EventRelationType,
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

LENGTH = 120
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
MAYBE = st.none() | WORDS
SCORES = st.integers(0, 10_000).map(lambda n: n / 10_000)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, LENGTH - 1))
    return Span(start, draw(st.integers(start + 1, LENGTH)))


def span_sets(low: int = 0, high: int = 3) -> st.SearchStrategy[tuple[Span, ...]]:
    return st.sets(spans(), min_size=low, max_size=high).map(
        lambda found: tuple(sorted(found))
    )


def sorted_words(high: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(WORDS, max_size=high).map(lambda found: tuple(sorted(found)))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    days = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    shown = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    a, b, c, d = (day if show else None for day, show in zip(days, shown, strict=True))
    return Interval(earliest_begin=a, latest_begin=b, earliest_end=c, latest_end=d)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(
        st.text(
            st.characters(exclude_categories=["Cs"]), min_size=LENGTH, max_size=LENGTH
        )
    )
    with_time = draw(st.booleans())
    dct = Dct(
        date=draw(DAYS),
        time=draw(st.times().map(lambda t: t.replace(microsecond=0)))
        if with_time
        else None,
        utc_offset_minutes=draw(st.none() | st.integers(-840, 840))
        if with_time
        else None,
        basis=draw(st.sampled_from(DctBasis)),
        span=draw(st.none() | spans()),
    )
    if isinstance(dct.time, time) and dct.date.year in {1, 9999}:
        dct = Dct(date=dct.date, basis=dct.basis, span=dct.span)
    return Document(
        id="https://example.org/a",
        text=text,
        blocks=(Block(draw(st.sampled_from(BlockKind)), Span(0, LENGTH)),),
        title=draw(MAYBE),
        publisher=draw(MAYBE),
        author=draw(MAYBE),
        language=draw(st.none() | st.sampled_from(["en", "de", "pt-BR"])),
        url=draw(MAYBE),
        dct=draw(st.none() | st.just(dct)),
    )


@st.composite
def times(draw: st.DrawFn, document: Document) -> EventTime:
    timex = draw(st.none() | spans())
    quoted = document.slice(timex) if timex else ""
    return EventTime(
        value=TimeValue(
            interval=draw(intervals()),
            granularity=draw(st.sampled_from(Granularity)),
            basis=draw(st.sampled_from(DateBasis)),
            type=draw(st.sampled_from(TimexType)),
            value=draw(st.just("") | WORDS),
            mod=draw(MAYBE),
            edtf=draw(MAYBE),
            anchor=draw(st.none() | DAYS),
            time_of_day=draw(MAYBE),
            rule=draw(WORDS),
            explanation=draw(WORDS),
            words=draw(st.just(quoted) | WORDS),
        ),
        timex=timex,
    )


@st.composite
def facts(draw: st.DrawFn) -> DocumentFacts:
    document = draw(documents())
    entities = draw(st.lists(_entities(), max_size=4))
    entities = [
        _with_key(entity, f"{entity.kind}-{n} é=") for n, entity in enumerate(entities)
    ]
    entities.sort(key=lambda entity: (entity.mentions, entity.key))
    keys = [entity.key for entity in entities]
    parts = st.builds(
        Participation,
        entity=st.sampled_from(keys or ["person-none"]),
        role=st.sampled_from(RoleName),
        evidence=spans(),
    )
    kinds = st.sampled_from(EventType).map(str) | WORDS
    sentence = draw(spans())
    events = []
    for number in range(draw(st.integers(0, 3))):
        mentions = draw(span_sets(1, 2))
        events.append(
            Event(
                key=f"event-{number}",
                label=draw(WORDS),
                event_type=draw(kinds),
                type_score=draw(SCORES),
                cls=draw(st.sampled_from(EventClass)),
                status=draw(st.sampled_from(Status)),
                factuality=draw(st.sampled_from(FactualityValue)),
                stance=draw(st.sampled_from(Stance)),
                time=draw(st.none() | times(document)),
                participations=tuple(draw(st.lists(parts, max_size=3))) if keys else (),
                mentions=mentions,
                # One sentence for all: a trigger lies in one sentence alone.
                sentences=(sentence,) * len(mentions),
                cues=draw(span_sets()),
                is_named=draw(st.booleans()),
                salience=draw(SCORES),
            )
        )
    events.sort(key=lambda event: (event.mentions, event.key))
    return DocumentFacts(
        document=document,
        entities=tuple(entities),
        events=tuple(events),
        claims=tuple(draw(_claims(events, keys))) if events else (),
        links=tuple(draw(_links(events))) if events else (),
    )


def _entities() -> st.SearchStrategy[Entity]:
    return st.builds(
        Entity,
        key=st.just("k"),
        kind=st.sampled_from(EntityKind),
        label=WORDS,
        is_named=st.booleans(),
        aliases=sorted_words(),
        offices=sorted_words(),
        count=st.none() | st.integers(0, 10**6),
        mentions=span_sets(1),
    )


def _with_key(entity: Entity, key: str) -> Entity:
    values = {name: getattr(entity, name) for name in Entity.__slots__}
    return Entity(**values | {"key": key})


@st.composite
def _claims(draw: st.DrawFn, events: list[Event], keys: list[str]) -> list[Claim]:
    claims = []
    for number in range(draw(st.integers(0, 3))):
        event = draw(st.sampled_from(events))
        cue = draw(st.none() | spans())
        content = draw(span_sets())
        # Such a content cannot be told from none; see `decode`.
        if content in {(cue,), (event.mentions[0],)}:
            content = ()
        claims.append(
            Claim(
                key=f"claim-{number}",
                event=event.key,
                source=draw(st.none() | st.sampled_from(keys)) if keys else None,
                cue=cue,
                content=content,
                kind=draw(st.sampled_from(QuoteKind)),
                asserts=draw(st.sampled_from(FactualityValue)),
                told_to=draw(st.none() | st.sampled_from(keys)) if keys else None,
            )
        )
    return claims


@st.composite
def _links(draw: st.DrawFn, events: list[Event]) -> list[EventLink]:
    keys = [event.key for event in events]
    relations = st.sampled_from([*TLinkType, *EventRelationType])
    found = draw(
        st.lists(
            st.builds(
                EventLink,
                source=st.sampled_from(keys),
                target=st.sampled_from(keys),
                relation=relations,
                evidence=st.none() | spans(),
            ),
            max_size=3,
            unique_by=lambda link: (link.source, link.target, link.relation),
        )
    )
    return sorted(found, key=lambda link: (link.source, link.target, link.relation))
