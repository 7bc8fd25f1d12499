"""Write what an article says as N-Quads: its named graph and its catalogue entry.

The lines are made by string formatting, because that is ten times as fast as building
quad objects, and loading already costs more than anything else here. So each fact is
written with few quads: one node is both the position and the quote selector of a
mention, defaults (asserted, OCCURRENCE, DATE) are left out, and events that share a
time share its node. `decode` puts all of it back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.model.facts import (
    Claim,
    DocumentFacts,
    Entity,
    Event,
    EventLink,
    EventTime,
)
from dateline.model.mentions import EntityKind, EventClass, RoleName, Stance
from dateline.model.text import Span
from dateline.model.time import TimexType
from dateline.rdf.catalogue import encode_catalogue
from dateline.rdf.entities import name_keys, written_entities
from dateline.rdf.iris import (
    article_iri,
    base_of,
    event_type_iri,
    graph_iri,
    key_iri,
)
from dateline.rdf.nquads import decimal, integer, iri, literal, typed
from dateline.rdf.run import RunInfo
from dateline.rdf.terms import (
    DL,
    EDTF,
    FACTUALITY,
    GAF,
    KIND_CLASS,
    OA,
    QUOTE_KIND,
    RDF,
    RDFS,
    RELATION,
    SEM,
    SKOS,
    STATUS_CLASS,
    XSD,
    individual,
)

PLACE_ROLES = frozenset({RoleName.PLACE, RoleName.ORIGIN, RoleName.DESTINATION})
_BOUNDS = (
    ("earliest_begin", SEM.hasEarliestBeginTimeStamp),
    ("latest_begin", SEM.hasLatestBeginTimeStamp),
    ("earliest_end", SEM.hasEarliestEndTimeStamp),
    ("latest_end", SEM.hasLatestEndTimeStamp),
)
# How a mention is written: `%s` are mention, selector, start, end, quote and the tail.
_A = f"<{RDF.type}>"
_MENTION = "".join(
    (
        f"%(m)s {_A} <{DL.Mention}>%(g)s",
        f"%(m)s <{OA.hasSource}> %(a)s%(g)s",
        f"%(m)s <{OA.hasSelector}> %(s)s%(g)s",
        f"%(s)s {_A} <{OA.TextPositionSelector}>%(g)s",
        f"%(s)s {_A} <{OA.TextQuoteSelector}>%(g)s",
        f'%(s)s <{OA.start}> "%(b)d"^^<{XSD.integer}>%(g)s',
        f'%(s)s <{OA.end}> "%(e)d"^^<{XSD.integer}>%(g)s',
        f"%(s)s <{OA.exact}> %(q)s%(g)s",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedArticle:
    """The quads of one revision of an article, ready to load.

    Attributes:
        iri: the article.
        graph: its named graph.
        text_sha256: the hash of its text.
        facts: the N-Quads of its named graph.
        catalogue: the N-Quads about it in the default graph.
    """

    iri: str
    graph: str
    text_sha256: str
    facts: bytes
    catalogue: bytes

    @property
    def nquads(self) -> bytes:
        """All the lines."""
        return self.facts + self.catalogue


def encode_article(
    facts: DocumentFacts, *, run: RunInfo, keep_text: bool = True
) -> EncodedArticle:
    r"""Write everything a document says, with its provenance.

    Without `keep_text` the graph holds no text but the quoted evidence: the mentions
    and the sentences around the triggers.

    >>> from dateline.model.text import Document
    >>> document = Document(id="https://example.org/a", text="Rain.", blocks=())
    >>> nothing = DocumentFacts(document=document, entities=(), events=(), claims=())
    >>> encoded = encode_article(nothing, run=RunInfo(software="Dateline 0.1.0"))
    >>> encoded.graph
    'https://example.org/a#graph=389be6297686686a'
    >>> encoded.nquads.count(b"\n")
    12
    """
    article = article_iri(facts.document.id)
    sha256 = facts.document.text_sha256
    graph = graph_iri(article, sha256)
    writer = _Writer(facts=facts, article=article, graph=graph)
    writer.write_document(keep_text=keep_text)
    writer.write_facts()
    catalogue = encode_catalogue(facts.document, article, graph, run)
    return EncodedArticle(
        iri=article,
        graph=graph,
        text_sha256=sha256,
        facts="".join(writer.lines).encode("utf-8", "replace"),
        catalogue="".join(catalogue).encode("utf-8", "replace"),
    )


@dataclass(slots=True)
class _Writer:
    """The lines of one article graph, as they grow."""

    facts: DocumentFacts
    article: str
    graph: str
    lines: list[str] = field(default_factory=list)
    mentions: dict[Span, str] = field(default_factory=dict)
    times: dict[EventTime, str] = field(default_factory=dict)
    sentences: set[tuple[str, str]] = field(default_factory=set)
    tail: str = ""
    base: str = ""
    node: str = ""
    language: str = ""
    names: dict[str, str] = field(default_factory=dict)
    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    entities: dict[str, Entity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tail = f" <{self.graph}> .\n"
        self.base = base_of(self.article)
        self.node = f"<{self.article}>"
        tag = self.facts.document.language or ""
        # Only what is sure to be a well-formed language tag may stand behind `@`.
        self.language = f"@{tag.lower()}" if tag.isascii() and tag.isalpha() else ""
        if len(self.language) > len("@abcdefgh"):
            self.language = ""
        self.entities = {entity.key: entity for entity in self.facts.entities}

    def add(self, subject: str, predicate: str, value: str) -> None:
        """Add one quad; `subject` and `value` are written terms."""
        self.lines.append(f"{subject} <{predicate}> {value}{self.tail}")

    def name(self, key: str) -> str:
        """Return the written IRI of the thing called `key`."""
        known = self.names.get(key)
        if known is None:
            known = self.names[key] = f"<{key_iri(self.article, key)}>"
        return known

    def mention(self, span: Span) -> str:
        """Return the written IRI of the mention at `span`; write it the first time."""
        known = self.mentions.get(span)
        if known is not None:
            return known
        start, end = span.start, span.end
        known = self.mentions[span] = f"<{self.base}char={start},{end}>"
        quote = literal(self.facts.document.text[start:end])
        self.lines.append(
            _MENTION
            % {
                "m": known, "s": f"<{self.base}selector={start},{end}>", "b": start,
                "e": end, "q": quote, "a": self.node, "g": self.tail,
            }
        )  # fmt: skip
        return known

    def write_document(self, *, keep_text: bool) -> None:
        document = self.facts.document
        if keep_text:
            self.add(self.node, DL.text, literal(document.text))
        if document.blocks:
            blocks = " ".join(
                f"{block.kind}:{block.span.start}-{block.span.end}"
                for block in document.blocks
            )
            self.add(self.node, DL.blocks, literal(blocks))
        if document.dct is not None and document.dct.span is not None:
            self.add(self.node, GAF.denotedBy, self.mention(document.dct.span))

    def write_facts(self) -> None:
        for event in self.facts.events:
            self.write_event(event)
        for claim in self.facts.claims:
            self.write_claim(claim)
        for number, link in enumerate(self.facts.links):
            self.write_link(number, link)
        # Last: the classes of an entity depend on what it did.
        for entity in written_entities(self.facts):
            self.write_entity(entity)

    def write_event(self, event: Event) -> None:
        node = self.name(event.key)
        self.add(node, RDF.type, iri(DL.Eventuality))
        self.add(node, RDF.type, iri(STATUS_CLASS[event.status]))
        self.add(node, RDFS.label, literal(event.label) + self.language)
        self.add(node, SEM.eventType, iri(event_type_iri(event.event_type)))
        self.add(node, DL.typeScore, decimal(event.type_score))
        self.add(node, DL.factuality, iri(FACTUALITY[event.factuality]))
        self.add(node, DL.salience, decimal(event.salience))
        if event.cls is not EventClass.OCCURRENCE:
            self.add(node, DL.eventClass, literal(event.cls))
        if event.stance is not Stance.ASSERTED:
            self.add(node, DL.stance, iri(individual(event.stance)))
        if event.is_named:
            self.add(node, DL.isNamed, typed("true", XSD.boolean))
        if event.time is not None:
            self.write_time(node, event.time)
        for mention in event.mentions:
            self.add(node, GAF.denotedBy, self.mention(mention))
        for cue in event.cues:
            self.add(node, DL.cue, self.mention(cue))
        self.write_sentences(event)
        self.write_participations(node, event)

    def write_sentences(self, event: Event) -> None:
        for number, mention in enumerate(event.mentions):
            sentence = _sentence_of(event, number, mention)
            if sentence is None:
                continue
            pair = (self.mention(mention), self.mention(sentence))
            if pair not in self.sentences:
                self.sentences.add(pair)
                self.add(pair[0], DL.sentence, pair[1])

    def write_participations(self, node: str, event: Event) -> None:
        shortcuts: dict[tuple[str, str], None] = {}
        for number, part in enumerate(event.participations):
            role = f"{node[:-1].replace('#', '#role=', 1)},{number}>"
            entity = self.name(part.entity)
            self.add(node, DL.participation, role)
            self.add(role, RDF.type, iri(SEM.Role))
            self.add(role, RDF.value, entity)
            self.add(role, SEM.roleType, iri(individual(part.role)))
            self.add(role, GAF.denotedBy, self.mention(part.evidence))
            if part.role in PLACE_ROLES:
                self.places.add(part.entity)
                shortcuts[SEM.hasPlace, entity] = None
            else:
                shortcuts.update(self.acting(part.entity))
        for predicate, entity in shortcuts:
            self.add(node, predicate, entity)

    def acting(self, key: str) -> dict[tuple[str, str], None]:
        """Return the actor shortcuts of an entity: itself and its members."""
        entity = self.entities.get(key)
        if entity is None or entity.kind is EntityKind.OBJECT:
            return {}
        keys = (key, *entity.members)
        self.actors.update(keys)
        return {(SEM.hasActor, self.name(each)): None for each in keys}

    def write_time(self, event: str, time: EventTime) -> None:
        for attribute, predicate in _BOUNDS:
            bound: date | None = getattr(time.value.interval, attribute)
            if bound is not None:
                self.add(event, predicate, typed(bound.isoformat(), XSD.date))
        known = self.times.get(time)
        if known is None:
            known = self.times[time] = f"<{self.base}time={len(self.times)}>"
            self.write_time_node(known, time)
        self.add(event, SEM.hasTime, known)

    def write_time_node(self, node: str, time: EventTime) -> None:
        value = time.value
        self.add(node, RDF.type, iri(SEM.Time))
        self.add(node, DL.granularity, iri(individual(value.granularity)))
        self.add(node, DL.dateBasis, iri(individual(value.basis)))
        if value.value:
            self.add(node, DL.timexValue, literal(value.value))
        if value.type is not TimexType.DATE:
            self.add(node, DL.timexType, literal(value.type))
        if value.mod is not None:
            self.add(node, DL.timexMod, literal(value.mod))
        if value.edtf is not None:
            self.add(node, DL.edtf, typed(value.edtf, EDTF.EDTF))
        if value.anchor is not None:
            anchor = typed(value.anchor.isoformat(), XSD.date)
            self.add(node, DL.anchorDate, anchor)
        if value.time_of_day is not None:
            self.add(node, DL.timeOfDay, literal(value.time_of_day))
        self.add(node, DL.rule, literal(value.rule))
        self.add(node, DL.explanation, literal(value.explanation))
        quoted = None
        if time.timex is not None:
            quoted = time.timex.slice(self.facts.document.text)
            self.add(node, GAF.denotedBy, self.mention(time.timex))
        if value.words != (quoted or ""):
            self.add(node, DL.words, literal(value.words))

    def write_claim(self, claim: Claim) -> None:
        node = self.name(claim.key)
        event = self.name(claim.event)
        if claim.source is not None:
            source = self.name(claim.source)
            self.actors.add(claim.source)
            self.sources.add(claim.source)
        else:
            source = self.write_author(is_author=claim.cue is None)
        self.add(node, RDF.type, iri(DL.Claim))
        self.add(node, RDF.type, iri(SEM.View))
        self.add(node, DL.about, event)
        self.add(node, DL.asserts, iri(FACTUALITY[claim.asserts]))
        self.add(node, SEM.accordingTo, source)
        self.add(node, DL.quoteKind, iri(QUOTE_KIND[claim.kind]))
        if claim.told_to is not None:
            self.actors.add(claim.told_to)
            self.add(node, DL.toldTo, self.name(claim.told_to))
        if claim.cue is not None:
            self.add(node, DL.cue, self.mention(claim.cue))
        for place in claim.content or self.default_content(claim):
            self.add(node, GAF.denotedBy, self.mention(place))

    def default_content(self, claim: Claim) -> tuple[Span, ...]:
        """Return the evidence of a claim whose content has no place of its own."""
        if claim.cue is not None:
            return (claim.cue,)
        events = (event for event in self.facts.events if event.key == claim.event)
        return tuple(event.mentions[0] for event in events)

    def write_author(self, *, is_author: bool) -> str:
        """Return the source of what no named or described source says."""
        node = f"<{self.base}source={'author' if is_author else 'unnamed'}>"
        if node not in self.names:
            self.names[node] = node
            document = self.facts.document
            known = document.author or document.publisher or "the author"
            self.add(node, RDF.type, iri(SEM.Actor))
            if not is_author:
                self.add(node, RDF.type, iri(DL.UnnamedSource))
            label = known if is_author else "unnamed source"
            self.add(node, RDFS.label, literal(label))
        return node

    def write_link(self, number: int, link: EventLink) -> None:
        source, target = self.name(link.source), self.name(link.target)
        predicate = RELATION[link.relation]
        self.add(source, predicate, target)
        if link.evidence is not None:
            node = f"<{self.base}link={number}>"
            self.add(node, RDF.type, iri(DL.Link))
            self.add(node, DL.source, source)
            self.add(node, DL.relation, iri(predicate))
            self.add(node, DL.target, target)
            self.add(node, GAF.denotedBy, self.mention(link.evidence))

    def write_entity(self, entity: Entity) -> None:
        node = self.name(entity.key)
        for class_ in self.entity_classes(entity):
            self.add(node, RDF.type, iri(class_))
        self.add(node, RDFS.label, literal(entity.label) + self.language)
        for alias in entity.aliases:
            self.add(node, SKOS.altLabel, literal(alias) + self.language)
        for key in name_keys(entity):
            self.add(node, DL.nameKey, literal(key))
        for office in entity.offices:
            self.add(node, DL.office, literal(office))
        if entity.count is not None:
            self.add(node, DL.count, integer(entity.count))
        for member in entity.members:
            self.add(node, DL.hasMember, self.name(member))
        for mention in entity.mentions:
            self.add(node, GAF.denotedBy, self.mention(mention))

    def entity_classes(self, entity: Entity) -> list[str]:
        classes = [KIND_CLASS[entity.kind]]
        if entity.key in self.actors:
            classes.append(SEM.Actor)
        if entity.key in self.places:
            classes.append(SEM.Place)
        if not entity.is_named:
            is_source = entity.key in self.sources
            classes.append(DL.UnnamedSource if is_source else DL.UnnamedEntity)
        return classes


def _sentence_of(event: Event, number: int, mention: Span) -> Span | None:
    """Return the sentence of the trigger: the one of its number, or one around it."""
    if number < len(event.sentences) == len(event.mentions):
        return event.sentences[number]
    around = (sent for sent in event.sentences if sent.contains(mention))
    return next(around, None)
