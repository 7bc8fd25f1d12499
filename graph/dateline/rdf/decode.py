"""Read an article's quads back as facts: what `encode` wrote, in one fixed order.

Order that RDF does not keep is made anew: mentions, cues, members and events stand in
the order of the text, claims and links by their keys. A text that was not kept is
rebuilt from its quotes, with spaces for the rest, so that every span still finds its
words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, TypeVar

import pyoxigraph as ox

from dateline.errors import StoreError
from dateline.model.facts import (
    Claim,
    DocumentFacts,
    Entity,
    Event,
    EventLink,
    EventTime,
    Participation,
)
from dateline.model.mentions import EventClass, RoleName, Stance
from dateline.model.text import Block, BlockKind, Dct, DctBasis, Document, Span
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue, TimexType
from dateline.rdf.convert import to_value
from dateline.rdf.iris import event_type_of, key_of
from dateline.rdf.terms import (
    DL,
    FACTUALITY,
    GAF,
    KIND_CLASS,
    OA,
    QUOTE_KIND,
    RDF,
    RDFS,
    RELATION,
    SCHEMA,
    SEM,
    SKOS,
    STATUS_CLASS,
    individual,
)

T = TypeVar("T")


def _inverse(terms: dict[T, str]) -> dict[str, T]:
    return {iri: member for member, iri in terms.items()}


_STATUS = _inverse(STATUS_CLASS)
_KIND = _inverse(KIND_CLASS)
_FACTUALITY = _inverse(FACTUALITY)
_QUOTE = _inverse(QUOTE_KIND)
_RELATION = _inverse(RELATION)
_ROLE = {individual(role): role for role in RoleName}
_STANCE = {individual(stance): stance for stance in Stance}
_GRANULARITY = {individual(grain): grain for grain in Granularity}
_BASIS = {individual(basis): basis for basis in DateBasis}
_NO_SOURCE = ("#source=author", "#source=unnamed")
_NOTHING: Mapping[str, list[Any]] = MappingProxyType({})
_SEVERAL = 2

CLASSES = (
    *_KIND,
    *_STATUS,
    DL.Eventuality,
    DL.UnnamedEntity,
    DL.UnnamedSource,
    DL.Claim,
    DL.Link,
)
"""The classes of an article's graph that facts are read from."""
PREDICATES = (
    *(RDFS.label, GAF.denotedBy, DL.sentence, DL.cue, DL.count),
    *(SKOS.altLabel, DL.office, DL.hasMember),
    *(SEM.eventType, DL.typeScore, DL.eventClass, DL.factuality, DL.stance),
    *(DL.isNamed, DL.salience, DL.participation, RDF.value, SEM.roleType, SEM.hasTime),
    *(SEM.hasEarliestBeginTimeStamp, SEM.hasLatestBeginTimeStamp),
    *(SEM.hasEarliestEndTimeStamp, SEM.hasLatestEndTimeStamp),
    *(DL.granularity, DL.dateBasis, DL.timexType, DL.timexValue, DL.timexMod, DL.edtf),
    *(DL.anchorDate, DL.timeOfDay, DL.rule, DL.explanation, DL.words),
    *(SEM.accordingTo, DL.toldTo, DL.about, DL.quoteKind, DL.asserts),
    *(DL.source, DL.relation, DL.target),
    *_RELATION,
)
"""The predicates of an article's graph, beside `rdf:type`, that facts are read from.

All that it says of the article itself is read too, and without its text, the quotes.
"""


def decode_article(nquads: bytes) -> DocumentFacts:
    """Read the quads of one article: its graph and its catalogue entry.

    N-Triples will do: the names of the graphs are not looked at. The document gets the
    article's IRI as its id.

    Raises:
        StoreError: if there is not exactly one article in them.

    >>> decode_article(b"")
    Traceback (most recent call last):
        ...
    dateline.errors.StoreError: expected the quads of one article, got 0
    """
    return decode_quads(ox.parse(nquads, ox.RdfFormat.N_QUADS))


def decode_quads(quads: Iterable[ox.Quad]) -> DocumentFacts:
    """Read the quads of one article in any order: its graph and its catalogue entry.

    Raises:
        StoreError: if there is not exactly one article in them.

    >>> decode_quads([])
    Traceback (most recent call last):
        ...
    dateline.errors.StoreError: expected the quads of one article, got 0
    """
    reader = _Reader(quads)
    articles = reader.instances(SCHEMA.NewsArticle)
    if len(articles) != 1:
        raise StoreError(f"expected the quads of one article, got {len(articles)}")
    return reader.facts(articles[0])


@dataclass(slots=True, init=False)
class _Reader:
    """The terms by predicate and subject; what it hands out are Python values."""

    told: dict[str, dict[str, list[Any]]]
    classes: dict[str, list[str]]

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        told: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            subject: Any = quad.subject
            told[quad.predicate.value][subject.value].append(quad.object)
        self.told = {predicate: dict(terms) for predicate, terms in told.items()}
        self.classes = defaultdict(list)
        for iri in self.about(RDF.type):
            for class_ in self.all(iri, RDF.type):
                self.classes[class_].append(iri)

    def about(self, predicate: str) -> Mapping[str, list[Any]]:
        return self.told.get(predicate, _NOTHING)

    def instances(self, class_: str) -> list[str]:
        return sorted(self.classes.get(class_, ()))

    def terms(self, subject: str, predicate: str) -> Sequence[Any]:
        terms = self.about(predicate).get(subject, ())
        # However the quads came, the facts are the same.
        return terms if len(terms) < _SEVERAL else sorted(set(terms), key=str)

    def all(self, subject: str, predicate: str) -> list[Any]:
        return [to_value(term) for term in self.terms(subject, predicate)]

    def one(self, subject: str, predicate: str) -> Any:
        terms = self.terms(subject, predicate)
        return to_value(terms[0]) if terms else None

    def spans(self, subject: str, predicate: str) -> tuple[Span, ...]:
        return tuple(sorted(_span(m) for m in self.all(subject, predicate)))

    def facts(self, article: str) -> DocumentFacts:
        entities = [
            self.entity(subject)
            for subject in {iri for kind in _KIND for iri in self.instances(kind)}
            if subject in self.about(GAF.denotedBy)
        ]
        document = self.document(article)
        events = [self.event(iri, document) for iri in self.instances(DL.Eventuality)]
        triggers = {event.key: event.mentions[0] for event in reversed(events)}
        claims = [self.claim(iri, triggers) for iri in self.instances(DL.Claim)]
        return DocumentFacts(
            document=document,
            entities=tuple(sorted(entities, key=lambda e: (e.mentions, e.key))),
            events=tuple(sorted(events, key=lambda e: (e.mentions, e.key))),
            claims=tuple(sorted(claims, key=lambda claim: claim.key)),
            links=tuple(sorted(self.links(), key=_link_order)),
        )

    def document(self, article: str) -> Document:
        publisher = self.one(article, SCHEMA.publisher)
        return Document(
            id=article,
            text=self.text(article),
            blocks=_blocks(self.one(article, DL.blocks)),
            title=self.one(article, SCHEMA.headline),
            publisher=None if publisher is None else self.one(publisher, SCHEMA.name),
            author=self.one(article, SCHEMA.author),
            language=self.one(article, SCHEMA.inLanguage),
            url=self.one(article, SCHEMA.url),
            dct=self.dct(article),
        )

    def text(self, article: str) -> str:
        kept = self.one(article, DL.text)
        if kept is not None:
            return str(kept)
        text = [" "] * int(self.one(article, DL.textLength) or 0)
        for selector in self.instances(OA.TextQuoteSelector):
            start, end = self.one(selector, OA.start), self.one(selector, OA.end)
            text[start:end] = self.one(selector, OA.exact)
        return "".join(text)

    def dct(self, article: str) -> Dct | None:
        value = self.one(article, SCHEMA.datePublished)
        if value is None:
            return None
        spans = self.spans(article, GAF.denotedBy)
        basis = DctBasis(self.one(article, DL.publicationBasis))
        span = spans[0] if spans else None
        if not isinstance(value, datetime):
            return Dct(date=value, basis=basis, span=span)
        offset = value.utcoffset()
        return Dct(
            date=value.date(),
            time=value.time(),
            utc_offset_minutes=None if offset is None else int(_minutes(offset)),
            basis=basis,
            span=span,
        )

    def entity(self, iri: str) -> Entity:
        classes = self.all(iri, RDF.type)
        members = sorted(
            self.all(iri, DL.hasMember),
            key=lambda member: (self.spans(member, GAF.denotedBy), member),
        )
        return Entity(
            key=key_of(iri),
            kind=next(_KIND[each] for each in classes if each in _KIND),
            label=self.one(iri, RDFS.label),
            is_named=not {DL.UnnamedEntity, DL.UnnamedSource} & set(classes),
            aliases=tuple(sorted(self.all(iri, SKOS.altLabel))),
            offices=tuple(sorted(self.all(iri, DL.office))),
            count=self.one(iri, DL.count),
            members=tuple(key_of(member) for member in members),
            mentions=self.spans(iri, GAF.denotedBy),
        )

    def event(self, iri: str, document: Document) -> Event:
        classes = self.all(iri, RDF.type)
        mentions = self.spans(iri, GAF.denotedBy)
        stance = self.one(iri, DL.stance)
        return Event(
            key=key_of(iri),
            label=self.one(iri, RDFS.label),
            event_type=event_type_of(self.one(iri, SEM.eventType)),
            type_score=self.one(iri, DL.typeScore) or 0.0,
            cls=EventClass(self.one(iri, DL.eventClass) or EventClass.OCCURRENCE),
            status=next(_STATUS[each] for each in classes if each in _STATUS),
            factuality=_FACTUALITY[self.one(iri, DL.factuality)],
            stance=Stance.ASSERTED if stance is None else _STANCE[stance],
            time=self.time(iri, document),
            participations=self.participations(iri),
            mentions=mentions,
            sentences=self.sentences(iri),
            cues=self.spans(iri, DL.cue),
            is_named=self.one(iri, DL.isNamed) or False,
            salience=self.one(iri, DL.salience),
        )

    def sentences(self, iri: str) -> tuple[Span, ...]:
        mentions = sorted(self.all(iri, GAF.denotedBy), key=_span)
        found = (self.one(mention, DL.sentence) for mention in mentions)
        return tuple(_span(sentence) for sentence in found if sentence is not None)

    def participations(self, iri: str) -> tuple[Participation, ...]:
        roles = sorted(
            self.all(iri, DL.participation),
            key=lambda role: int(role.rpartition(",")[2]),
        )
        return tuple(
            Participation(
                entity=key_of(self.one(role, RDF.value)),
                role=_ROLE[self.one(role, SEM.roleType)],
                evidence=_span(self.one(role, GAF.denotedBy)),
            )
            for role in roles
        )

    def time(self, event: str, document: Document) -> EventTime | None:
        node = self.one(event, SEM.hasTime)
        if node is None:
            return None
        mention = self.one(node, GAF.denotedBy)
        timex = None if mention is None else _span(mention)
        words = self.one(node, DL.words)
        if words is None:
            words = "" if timex is None else document.slice(timex)
        value = TimeValue(
            interval=Interval(
                earliest_begin=self.one(event, SEM.hasEarliestBeginTimeStamp),
                latest_begin=self.one(event, SEM.hasLatestBeginTimeStamp),
                earliest_end=self.one(event, SEM.hasEarliestEndTimeStamp),
                latest_end=self.one(event, SEM.hasLatestEndTimeStamp),
            ),
            granularity=_GRANULARITY[self.one(node, DL.granularity)],
            basis=_BASIS[self.one(node, DL.dateBasis)],
            type=TimexType(self.one(node, DL.timexType) or TimexType.DATE),
            value=self.one(node, DL.timexValue) or "",
            mod=self.one(node, DL.timexMod),
            edtf=self.one(node, DL.edtf),
            anchor=_day(self.one(node, DL.anchorDate)),
            time_of_day=self.one(node, DL.timeOfDay),
            rule=self.one(node, DL.rule),
            explanation=self.one(node, DL.explanation),
            words=words,
        )
        return EventTime(value=value, timex=timex)

    def claim(self, iri: str, triggers: Mapping[str, Span]) -> Claim:
        source = self.one(iri, SEM.accordingTo)
        cue = self.one(iri, DL.cue)
        told = self.one(iri, DL.toldTo)
        event = key_of(self.one(iri, DL.about))
        content = self.spans(iri, GAF.denotedBy)
        # Where a claim had no content, `encode` put other evidence in its place.
        stand_in = triggers.get(event) if cue is None else _span(cue)
        return Claim(
            key=key_of(iri),
            event=event,
            source=None if source.endswith(_NO_SOURCE) else key_of(source),
            cue=None if cue is None else _span(cue),
            content=() if content == (stand_in,) else content,
            kind=_QUOTE[self.one(iri, DL.quoteKind)],
            asserts=_FACTUALITY[self.one(iri, DL.asserts)],
            told_to=None if told is None else key_of(told),
        )

    def links(self) -> list[EventLink]:
        evidence = {
            (self.one(link, DL.source), self.one(link, DL.relation),
             self.one(link, DL.target)): _span(self.one(link, GAF.denotedBy))
            for link in self.instances(DL.Link)
        }  # fmt: skip
        return [
            EventLink(
                source=key_of(source),
                target=key_of(target),
                relation=_RELATION[predicate],
                evidence=evidence.get((source, predicate, target)),
            )
            for predicate in _RELATION
            for source in self.about(predicate)
            for target in self.all(source, predicate)
        ]


def _value_of(term: Any) -> str:
    return str(term.value)


def _span(mention: str) -> Span:
    start, _, end = mention.rpartition("=")[2].partition(",")
    return Span(int(start), int(end))


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) else None


def _minutes(offset: Any) -> float:
    seconds: float = offset.total_seconds()
    return seconds // 60


def _blocks(text: str | None) -> tuple[Block, ...]:
    blocks = []
    for item in (text or "").split():
        kind, _, bounds = item.partition(":")
        start, _, end = bounds.partition("-")
        blocks.append(Block(BlockKind(kind), Span(int(start), int(end))))
    return tuple(blocks)


def _link_order(link: EventLink) -> tuple[str, str, str]:
    return link.source, link.target, link.relation
