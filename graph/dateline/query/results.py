"""What queries answer: frozen data that views, exports, CLI and server share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from dateline.model.facts import Status
from dateline.model.mentions import EntityKind, RoleName


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When, as far as known.

    All four bounds are inclusive, `None` is open. `words` are those of the text, `""`
    if the date rests on tense or context. `granularity` and `basis` are the local
    names of the graph, for instance `Week` and `RelativeToPublication`. `start` and
    `end` place `words` in the article, as code points.
    """

    earliest_begin: date | None
    latest_begin: date | None
    earliest_end: date | None
    latest_end: date | None
    edtf: str | None
    timex_value: str | None
    time_of_day: str | None
    granularity: str
    basis: str
    anchor: date | None
    words: str
    start: int | None
    end: int | None
    rule: str
    explanation: str

    @property
    def is_dated(self) -> bool:
        """Whether the text bounds the date on both sides."""
        return self.earliest_begin is not None and self.latest_end is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who takes part, in which role; `words` at `[start, end)` are the evidence."""

    iri: str
    name: str
    kind: EntityKind
    role: RoleName
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef:
    """Where an event was or is to be."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRef:
    """Who says so: `asserts` is a FactBank value, `cue` the word that ascribes.

    `start` and `end` place the cue in the article, as code points.
    """

    iri: str
    source: str
    source_iri: str | None
    is_unnamed: bool
    cue: str
    start: int | None
    end: int | None
    asserts: str
    told_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A trigger and its sentence; offsets are code points of the article's text."""

    words: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """An article in the store. `text` is `None` where it was not kept."""

    iri: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """An event as a row of a timeline."""

    iri: str
    label: str
    event_type: str
    status: Status
    factuality: str
    date: EventDate | None
    participants: tuple[Participant, ...]
    places: tuple[PlaceRef, ...]
    claims: tuple[ClaimRef, ...]
    evidence: tuple[Evidence, ...]
    cues: tuple[str, ...]
    article: ArticleRef
    salience: float
    fused: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time; undated ones come last, in order of the text.

    `as_html` draws a timeline for a notebook; who makes one decides.
    """

    entries: tuple[TimelineEntry, ...]
    as_html: Callable[[Timeline], str] | None = field(
        default=None, compare=False, repr=False
    )

    def __iter__(self) -> Iterator[TimelineEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: int) -> TimelineEntry:
        return self.entries[index]

    def _repr_html_(self) -> str | None:
        return None if self.as_html is None else self.as_html(self)
