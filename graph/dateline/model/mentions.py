"""What a text says, place by place: the mentions that the `annotate` stages add.

A mention is never an entity or an event: it refers to one. Mentions refer to each other
by their index in the tuples of `AnnotatedDocument`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.text import Span
from dateline.model.time import TimeValue, TLinkType


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression (TIMEX3).

    `quant` and `freq` are the TIMEX3 attributes of a SET; `anchor` is the index of the
    timex that this one was counted from, `None` for the publication date or none.
    `range_end` is the index of the timex that closes the range which this one opens
    ("from 1950 to 1953").
    """

    span: Span
    time: TimeValue
    quant: str | None = None
    freq: str | None = None
    anchor: int | None = None
    range_end: int | None = None


class EntityKind(StrEnum):
    """What sort of thing an entity mention refers to.

    `COUNTRY` is a state that may act or be a place; `PLACE` any other geographic name;
    `GROUP` people named or described together ("American officials"); `OBJECT` a thing
    that only fills a role ("a letter").
    """

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    GROUP = "group"
    OBJECT = "object"


class MentionForm(StrEnum):
    """How a mention refers: by name, by description, or by pronoun."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """A noun phrase or pronoun that refers to an entity.

    Attributes:
        span: the phrase without its clauses: "Secretary of State Mike Pompeo".
        head: the index of its head token.
        kind: what it refers to.
        form: named, nominal or pronoun.
        name: the bare name, without title or possessive ("Mike Pompeo"); a demonym or
            alias gives the name of its country ("North Korean" -> "North Korea");
            `None` unless `form` is `NAMED`.
        name_span: the place of that name in the text.
        office: the title or office worn in the text ("Secretary of State").
        count: how many, when a number says so ("two officials" -> 2).
        is_plural: whether the phrase refers to several.
    """

    span: Span
    head: int
    kind: EntityKind
    form: MentionForm
    name: str | None = None
    name_span: Span | None = None
    office: str | None = None
    count: int | None = None
    is_plural: bool = False


class EventClass(StrEnum):
    """The EVENT classes of TimeML 1.2.1."""

    OCCURRENCE = "OCCURRENCE"
    STATE = "STATE"
    REPORTING = "REPORTING"
    I_ACTION = "I_ACTION"
    I_STATE = "I_STATE"
    ASPECTUAL = "ASPECTUAL"
    PERCEPTION = "PERCEPTION"


class Tense(StrEnum):
    """The tense values of TimeML's MAKEINSTANCE."""

    PAST = "PAST"
    PRESENT = "PRESENT"
    FUTURE = "FUTURE"
    INFINITIVE = "INFINITIVE"
    PRESPART = "PRESPART"
    PASTPART = "PASTPART"
    NONE = "NONE"


class Aspect(StrEnum):
    """The aspect values of TimeML's MAKEINSTANCE."""

    PROGRESSIVE = "PROGRESSIVE"
    PERFECTIVE = "PERFECTIVE"
    PERFECTIVE_PROGRESSIVE = "PERFECTIVE_PROGRESSIVE"
    NONE = "NONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A word or phrase that describes something that happens, holds or was to happen.

    Attributes:
        span: the trigger as evidence: "held a summit", "did not show up".
        head: the token that carries the meaning (the noun of a light verb).
        verb: the syntactic governor whose arguments are the event's: the light verb,
            else the same as `head`.
        lemma: the lemma of the head, or the idiom ("show up").
        pos: `VERB`, `NOUN`, `ADJECTIVE`, `PREPOSITION` or `OTHER`, as in TimeML.
        cls, tense, aspect, modality: as TimeML has them; `modality` is the modal word.
        is_negated: TimeML polarity NEG: grammatical negation of this very word.
        event_type: the notation of a concept in the event type scheme, or `"Other"`.
        type_score: how sure that type is, in [0, 1].
        is_named: whether it is a proper name ("Korean War").
        broader: the built-in type that a user's type is a kind of.
    """

    span: Span
    head: int
    verb: int
    lemma: str
    pos: str
    cls: EventClass
    tense: Tense = Tense.NONE
    aspect: Aspect = Aspect.NONE
    modality: str | None = None
    is_negated: bool = False
    event_type: str = "Other"
    type_score: float = 0.0
    is_named: bool = False
    broader: str | None = None

    @property
    def known_type(self) -> str:
        """The type that rules know: that of a user counts as its broader one."""
        return self.broader or self.event_type


class RoleName(StrEnum):
    """The part that a participant plays in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    CO_PARTICIPANT = "co-participant"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    TOPIC = "topic"
    INSTRUMENT = "instrument"
    PLACE = "place"
    ORIGIN = "origin"
    DESTINATION = "destination"
    ABSENTEE = "absentee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A participant of an event mention.

    `event` indexes `event_mentions`, `mention` indexes `entity_mentions`; `span` is the
    evidence, `rule` the construction that gave the role ("nsubj", "by-agent", "poss").
    """

    event: int
    mention: int
    role: RoleName
    span: Span
    rule: str


class FactualityValue(StrEnum):
    """FactBank's values: how certain (CT, PR, PS), and whether so (+) or not (-)."""

    CT_PLUS = "CT+"
    CT_MINUS = "CT-"
    PR_PLUS = "PR+"
    PR_MINUS = "PR-"
    PS_PLUS = "PS+"
    PS_MINUS = "PS-"
    UU = "Uu"


class Stance(StrEnum):
    """Why an event is not simply asserted; decides planned against possible."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    PROMISED = "promised"
    ATTEMPTED = "attempted"
    CANCELLED = "cancelled"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """How far an event mention is a fact, according to one source.

    `source` indexes `attributions`; `None` is the author of the article. `cues` are the
    words that decided, `rule` the entry of the lexicon or the construction.
    """

    event: int
    source: int | None
    value: FactualityValue
    stance: Stance
    cues: tuple[Span, ...] = ()
    rule: str


class QuoteKind(StrEnum):
    """How the words of a source are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Content that the text ascribes to a source.

    Attributes:
        source: the place of the source, `None` if the text names none ("it is said").
        mention: its index in `entity_mentions`, if it is one.
        cue: the words that ascribe ("said", "according to").
        cue_event: the index of the reporting event mention, if the cue is one.
        content: what is ascribed, as one or more places in order.
        kind: direct, indirect or mixed.
        addressee: who was told, as an index in `entity_mentions`.
        parent: the index of the attribution whose content holds this one.
    """

    source: Span | None
    mention: int | None
    cue: Span
    cue_event: int | None = None
    content: tuple[Span, ...]
    kind: QuoteKind
    addressee: int | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TLink:
    """A temporal relation "event RELATION target" (TimeML TLINK).

    Exactly one of `timex`, `other` is set, or neither: then the target is the
    publication time. `signal` is the word that says it ("before"), `rule` the
    construction.

    Raises:
        ValueError: if both targets are set.
    """

    event: int
    relation: TLinkType
    timex: int | None = None
    other: int | None = None
    signal: Span | None = None
    rule: str

    def __post_init__(self) -> None:
        if self.timex is not None and self.other is not None:
            msg = f"a TLINK has one target, got timex {self.timex}, event {self.other}"
            raise ValueError(msg)


class EventRelationType(StrEnum):
    """How two events hang together other than in time."""

    SUB_EVENT = "sub-event"
    CAUSE = "cause"
    REACTION = "reaction"
    CANCELLATION = "cancellation"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRelation:
    """A relation "source RELATION target" between two event mentions.

    `CAUSE`: source causes target; `SUB_EVENT`: source is part of target; `REACTION`:
    source answers target; `CANCELLATION`: source calls target off; `SAME`: one event.
    """

    source: int
    target: int
    relation: EventRelationType
    cue: Span | None = None
    rule: str
