"""What a document says, resolved: entities, events, claims, each with its evidence.

A fact knows the mentions that prove it. `key` is unique in its document and minted
from content (kind and place of the first mention): same input, same keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.mentions import (
    EntityKind,
    EventClass,
    EventRelationType,
    FactualityValue,
    QuoteKind,
    RoleName,
    Stance,
)
from dateline.model.text import Document, Span
from dateline.model.time import TimeValue, TLinkType

SALIENT = 0.5
"""The least salience, in [0, 1], of an event on the default timeline."""


class Status(StrEnum):
    """What became of an event, as far as its article says.

    `HAPPENED` alone is a `sem:Event`; see the design, section 4, rule 2.
    """

    HAPPENED = "happened"
    DID_NOT_HAPPEN = "did-not-happen"
    PLANNED = "planned"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something that the document refers to, with every place where it does.

    Attributes:
        key: unique in the document, for instance `person-120-131`.
        kind: what it is.
        label: its best name, or the words of its first mention if it has none.
        is_named: whether the document gives it a name.
        aliases: its other names and descriptions, sorted, without `label`.
        offices: titles and offices worn in the document, sorted.
        count: how many it stands for, when a number says so ("two officials").
        members: the keys of its parts ("the two leaders"), in order.
        affiliations: the keys of the countries or bodies it acts for, sorted
            ("American officials" act for the United States).
        mentions: the places, in order; never empty.
    """

    key: str
    kind: EntityKind
    label: str
    is_named: bool
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    count: int | None = None
    members: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """An entity's part in an event; `evidence` is the place that says so."""

    entity: str
    role: RoleName
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When an event was or is to be.

    `timex` is the place of the time expression it rests on, `None` when it rests on
    tense, context or another event alone.
    """

    value: TimeValue
    timex: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens, holds or was to happen: n-ary, dated, with a status.

    Attributes:
        key: unique in the document, for instance `event-310-316`.
        label: a short description for people.
        event_type: the notation of a concept in the event type scheme.
        type_score: how sure that type is, in [0, 1].
        cls: the TimeML class.
        status, factuality, stance: what became of it, and on which ground.
        time: `None` only if nothing at all is known.
        participations: who took part; several entities may play one role.
        mentions: the places of its triggers, in order; never empty.
        sentences: the sentences that hold them, in the same order.
        cues: the words that made it not simply a fact ("did not").
        salience: how much it belongs on the timeline, in [0, 1].
    """

    key: str
    label: str
    event_type: str
    type_score: float
    cls: EventClass
    status: Status
    factuality: FactualityValue
    stance: Stance
    time: EventTime | None
    participations: tuple[Participation, ...]
    mentions: tuple[Span, ...]
    sentences: tuple[Span, ...]
    cues: tuple[Span, ...] = ()
    is_named: bool = False
    salience: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a source asserts about an event.

    Attributes:
        key: unique in the document, for instance `claim-40-44-310-316`.
        event: the key of the event.
        source: the key of the entity that says so; `None` if the text names none.
        cue: the words that ascribe it; `None` for the author of the article.
        content: the places of what is ascribed.
        kind: direct, indirect or mixed.
        asserts: the factuality according to this source.
        told_to: the key of the entity that was told ("told the Post").
    """

    key: str
    event: str
    source: str | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: QuoteKind
    asserts: FactualityValue
    told_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """A relation between two events, in time or otherwise: "source RELATION target"."""

    source: str
    target: str
    relation: TLinkType | EventRelationType
    evidence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """Everything one document says; entities and events in text order."""

    document: Document
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    links: tuple[EventLink, ...] = ()
