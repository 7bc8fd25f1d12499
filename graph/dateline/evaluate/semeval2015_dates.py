"""Give every event of a timeline the date that the task wants of it.

Dateline leaves an event open that its article does not date; the task dates nearly all.
In the order of the steps: the event's own date; that of the event it hangs on ("said in
a speech on Monday, praising …"); what is told in the past without a date happened on
the day that the article spoke of last, if that is fresh news; anything else is dated by
the publication, but a participle that only says which one is meant stays without.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import DocumentFacts, Event, Status
from dateline.model.mentions import EventMention, Tense
from dateline.model.text import Span
from dateline.model.time import DateBasis

_GROUNDED = frozenset(DateBasis) - {DateBasis.PUBLICATION_ONLY, DateBasis.UNANCHORED}
_NEWS_DAYS = 7
"""How many days before the publication a day counts as that of the news."""
_WIDEST_DAYS = 31
"""A longer interval that only other events give is no date."""
_ONE_MONTH_DAYS = 45
"""What runs from one month into the next, and is no longer, is of the first."""
_DEPTH = 6
_PAST_PARTICIPLES = frozenset({"VBN", "VBD"})
_NO_TENSE = frozenset({Tense.NONE, Tense.PRESPART, Tense.INFINITIVE})


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The first and the last day that an event may touch."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def isoformat(self) -> str:
        """Write as much of the date as both days share.

        >>> Days(date(2006, 3, 27), date(2006, 4, 2)).isoformat()
        '2006-03'
        >>> Days(date(1950, 1, 1), date(1953, 12, 31)).isoformat()
        '1950'
        """
        parts = 3 if self.is_day else 2 if self._is_in_a_month() else 1
        return "-".join(self.first.isoformat().split("-")[:parts])

    def _is_in_a_month(self) -> bool:
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return same or (self.last - self.first).days < _ONE_MONTH_DAYS


class Ground(StrEnum):
    """What the date of an event rests on, firmest first."""

    TOLD = "told"
    NEWS = "news"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Dated:
    """When an event was, and on what ground."""

    days: Days
    ground: Ground


def told_days(event: Event) -> Days | None:
    """Return the days that the text gives an event, `None` if it leaves them open."""
    if event.time is None or event.time.value.basis not in _GROUNDED:
        return None
    interval = event.time.value.interval
    first, last = interval.earliest_begin, interval.latest_end
    if first is None or last is None:
        return None
    by_others = event.time.value.basis is DateBasis.RELATIVE_TO_EVENT
    if by_others and (last - first).days > _WIDEST_DAYS:
        return None
    return Days(first, last)


class Calendar:
    """The dates of the events of one article."""

    def __init__(self, doc: AnnotatedDocument, facts: DocumentFacts) -> None:
        self._doc = doc
        self._mentions = {mention.span: mention for mention in doc.event_mentions}
        self._events = {span: each for each in facts.events for span in each.mentions}
        # A light verb stands for its noun, unless it is an event of its own.
        self._at = {mention.verb: mention for mention in doc.event_mentions}
        self._at |= {mention.head: mention for mention in doc.event_mentions}
        told = [(span.start, told_days(event)) for span, event in self._events.items()]
        dct = doc.document.dct
        self.today = None if dct is None else dct.date
        self._news = sorted(
            (start, days)
            for start, days in told
            if days is not None and self._is_news(days)
        )

    def _is_news(self, days: Days) -> bool:
        if self.today is None or not days.is_day:
            return False
        return 0 <= (self.today - days.first).days <= _NEWS_DAYS

    def date_of(self, event: Event) -> Dated | None:
        """Return when an event was; `None` if that cannot be told."""
        told = told_days(event)
        if told is not None:
            return Dated(told, Ground.TOLD)
        if event.status is not Status.HAPPENED or self.today is None:
            return None
        mention = self._mentions[event.mentions[0]]
        tense = mention.tense
        if self._is_attribute(mention):
            return None
        if tense in _NO_TENSE or mention.verb != mention.head:
            governor = self._governor(mention)
            if governor is not None:
                over = self._events.get(governor.span)
                told = None if over is None else told_days(over)
                if told is not None:
                    return Dated(told, Ground.TOLD)
                tense = governor.tense
        news = self._day_told_before(event.mentions[0])
        if tense is Tense.PRESENT or news is None:
            return Dated(Days(self.today, self.today), Ground.PUBLICATION)
        return Dated(news, Ground.NEWS)

    def _is_attribute(self, mention: EventMention) -> bool:
        """Tell whether a participle only says which: "the stolen car", "cars sold"."""
        token = self._doc.tokens[mention.head]
        return token.dep in {"amod", "acl"} and token.tag in _PAST_PARTICIPLES

    def _governor(self, mention: EventMention) -> EventMention | None:
        """Return the event on which a word without a tense of its own hangs."""
        i = mention.verb
        for _ in range(_DEPTH):
            found = self._at.get(i)
            if found is not None and found is not mention:
                return found
            i = self._doc.tokens[i].head
        return None

    def _day_told_before(self, place: Span) -> Days | None:
        before = [days for start, days in self._news if start < place.start]
        return before[-1] if before else None
