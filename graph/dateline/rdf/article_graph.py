"""Write what an article says as the blocks of its named graph, in Turtle.

Loading a quad costs more than writing it. So each fact is written with few: one node is
both the position and the quote selector of a mention, defaults (asserted, OCCURRENCE,
DATE, a type score of 0) are left out, and events that share a time share its node.
"""

from __future__ import annotations

from collections.abc import Iterable
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
from dateline.model.time import TimexType, TLinkType
from dateline.model.user_types import NO_TYPES, UserTypes
from dateline.rdf.entities import name_keys, written_entities
from dateline.rdf.event_types import concept_iri, encode_types
from dateline.rdf.iris import event_type_iri
from dateline.rdf.nquads import literal
from dateline.rdf.terms import (
    DL,
    FACTUALITY,
    KIND_CLASS,
    OWL_TIME,
    QUOTE_KIND,
    RELATION,
    SEM,
    STATUS_CLASS,
    individual,
)
from dateline.rdf.turtle import block, day, own, score, term

_PLACE_ROLES = frozenset({RoleName.PLACE, RoleName.ORIGIN, RoleName.DESTINATION})
_BOUNDS = (
    ("earliest_begin", "sem:hasEarliestBeginTimeStamp"),
    ("latest_begin", "sem:hasLatestBeginTimeStamp"),
    ("earliest_end", "sem:hasEarliestEndTimeStamp"),
    ("latest_end", "sem:hasLatestEndTimeStamp"),
)
_MENTION = """\
<#char=%(b)d,%(e)d> a dl:Mention ;
  oa:hasSource %(a)s ;
  oa:hasSelector <#selector=%(b)d,%(e)d>%(s)s .
<#selector=%(b)d,%(e)d> a oa:TextPositionSelector, oa:TextQuoteSelector ;
  oa:start %(b)d ;
  oa:end %(e)d ;
  oa:exact %(q)s .
"""


def encode_graph(
    facts: DocumentFacts,
    article: str,
    *,
    keep_text: bool = True,
    types: UserTypes = NO_TYPES,
) -> str:
    """Return what the graph of an article says; `article` is its written name.

    >>> from dateline.model.text import Document
    >>> document = Document(id="https://example.org/a", text="Rain.", blocks=())
    >>> nothing = DocumentFacts(document=document, entities=(), events=(), claims=())
    >>> print(encode_graph(nothing, "<>"), end="")
    <> dl:text "Rain." .
    """
    writer = _Writer(facts=facts, article=article, types=types)
    writer.write_document(keep_text=keep_text)
    writer.write_facts()
    writer.write_mentions()
    return "".join(writer.blocks)


@dataclass(slots=True)
class _Writer:
    """The blocks of one article graph, as they grow; mentions are written last."""

    facts: DocumentFacts
    article: str
    types: UserTypes = NO_TYPES
    blocks: list[str] = field(default_factory=list)
    mentions: dict[Span, str] = field(default_factory=dict)
    sentences: dict[Span, dict[str, None]] = field(default_factory=dict)
    times: dict[EventTime, str] = field(default_factory=dict)
    language: str = ""
    names: dict[str, str] = field(default_factory=dict)
    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    entities: dict[str, Entity] = field(default_factory=dict)
    triggers: dict[str, Span] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tag = self.facts.document.language or ""
        # Only what is sure to be a well-formed language tag may stand behind `@`.
        self.language = f"@{tag.lower()}" if tag.isascii() and tag.isalpha() else ""
        if len(self.language) > len("@abcdefgh"):
            self.language = ""
        self.entities = {entity.key: entity for entity in self.facts.entities}
        self.triggers = {event.key: event.mentions[0] for event in self.facts.events}

    def name(self, key: str) -> str:
        """Return the written name of the thing called `key`."""
        known = self.names.get(key)
        if known is None:
            known = self.names[key] = own(key)
        return known

    def mention(self, span: Span) -> str:
        """Return the written name of the mention at `span`, which is then written."""
        known = self.mentions.get(span)
        if known is None:
            known = self.mentions[span] = f"<#char={span.start},{span.end}>"
        return known

    def denoted(self, spans: Iterable[Span]) -> str:
        return "gaf:denotedBy " + ", ".join(map(self.mention, spans))

    def write_document(self, *, keep_text: bool) -> None:
        document = self.facts.document
        rows = [f"dl:text {literal(document.text)}"] if keep_text else []
        if document.blocks:
            blocks = " ".join(
                f"{block.kind}:{block.span.start}-{block.span.end}"
                for block in document.blocks
            )
            rows.append(f"dl:blocks {literal(blocks)}")
        if document.dct is not None and document.dct.span is not None:
            rows.append(self.denoted((document.dct.span,)))
        self.blocks.append(block(self.article, rows))

    def write_facts(self) -> None:
        for event in self.facts.events:
            self.write_event(event)
        self.write_types()
        for claim in self.facts.claims:
            self.write_claim(claim)
        for number, link in enumerate(self.facts.links):
            self.write_link(number, link)
        # Last: the classes of an entity depend on what it did.
        for entity in written_entities(self.facts):
            self.write_entity(entity)

    def write_mentions(self) -> None:
        text = self.facts.document.text
        for span in sorted(self.mentions):
            around = self.sentences.get(span)
            sentence = f" ;\n  dl:sentence {', '.join(around)}" if around else ""
            self.blocks.append(
                _MENTION
                % {
                    "a": self.article, "b": span.start, "e": span.end, "s": sentence,
                    "q": literal(text[span.start : span.end]),
                }
            )  # fmt: skip

    def write_event(self, event: Event) -> None:
        node = self.name(event.key)
        rows = [
            f"a dl:Eventuality, {term(STATUS_CLASS[event.status])}",
            f"rdfs:label {literal(event.label)}{self.language}",
            f"sem:eventType {self.event_type(event.event_type)}",
            f"dl:factuality {term(FACTUALITY[event.factuality])}",
            f"dl:salience {score(event.salience)}",
        ]
        if event.type_score:
            rows.append(f"dl:typeScore {score(event.type_score)}")
        if event.cls is not EventClass.OCCURRENCE:
            rows.append(f"dl:eventClass {literal(event.cls)}")
        if event.stance is not Stance.ASSERTED:
            rows.append(f"dl:stance {term(individual(event.stance))}")
        if event.is_named:
            rows.append("dl:isNamed true")
        if event.time is not None:
            self.write_time(rows, event.time)
        rows.append(self.denoted(event.mentions))
        if event.cues:
            rows.append("dl:cue " + ", ".join(map(self.mention, event.cues)))
        self.note_sentences(event)
        self.write_participations(node, rows, event)

    def event_type(self, notation: str) -> str:
        """Return the written concept of an event type."""
        known = self.types.get(notation)
        return term(event_type_iri(notation) if known is None else concept_iri(known))

    def write_types(self) -> None:
        """Describe the user's types that the article has events of."""
        used = {event.event_type for event in self.facts.events}
        self.blocks.extend(encode_types(self.types, used))

    def note_sentences(self, event: Event) -> None:
        for number, mention in enumerate(event.mentions):
            sentence = _sentence_of(event, number, mention)
            if sentence is not None:
                around = self.sentences.setdefault(mention, {})
                around[self.mention(sentence)] = None

    def write_participations(self, node: str, rows: list[str], event: Event) -> None:
        shortcuts: dict[tuple[str, str], None] = {}
        roles: list[str] = []
        blocks: list[str] = []
        for number, part in enumerate(event.participations):
            role = f"<#role={node[2:-1]},{number}>"
            entity = self.name(part.entity)
            roles.append(role)
            blocks.append(
                f"{role} a sem:Role ;\n  rdf:value {entity} ;\n"
                f"  sem:roleType {term(individual(part.role))} ;\n"
                f"  gaf:denotedBy {self.mention(part.evidence)} .\n"
            )
            if part.role in _PLACE_ROLES:
                self.places.add(part.entity)
                shortcuts["sem:hasPlace", entity] = None
            else:
                shortcuts.update(self.acting(part.entity))
        rows.extend(f"{predicate} {entity}" for predicate, entity in shortcuts)
        if roles:
            rows.append("dl:participation " + ", ".join(roles))
        self.blocks.append(block(node, rows))
        self.blocks.extend(blocks)

    def acting(self, key: str) -> dict[tuple[str, str], None]:
        """Return the actor shortcuts of an entity: itself and its members."""
        entity = self.entities.get(key)
        if entity is None or entity.kind is EntityKind.OBJECT:
            return {}
        keys = (key, *entity.members)
        self.actors.update(keys)
        return {("sem:hasActor", self.name(each)): None for each in keys}

    def write_time(self, rows: list[str], time: EventTime) -> None:
        for attribute, predicate in _BOUNDS:
            bound: date | None = getattr(time.value.interval, attribute)
            if bound is not None:
                rows.append(f"{predicate} {day(bound.isoformat())}")
        known = self.times.get(time)
        if known is None:
            known = self.times[time] = f"<#time={len(self.times)}>"
            self.write_time_node(known, time)
        rows.append(f"sem:hasTime {known}")

    def write_time_node(self, node: str, time: EventTime) -> None:
        value = time.value
        rows = [
            "a sem:Time",
            f"dl:granularity {term(individual(value.granularity))}",
            f"dl:dateBasis {term(individual(value.basis))}",
        ]
        if value.value:
            rows.append(f"dl:timexValue {literal(value.value)}")
        if value.type is not TimexType.DATE:
            rows.append(f"dl:timexType {literal(value.type)}")
        if value.mod is not None:
            rows.append(f"dl:timexMod {literal(value.mod)}")
        if value.edtf is not None:
            rows.append(f"dl:edtf {literal(value.edtf)}^^edtf:EDTF")
        if value.anchor is not None:
            rows.append(f"dl:anchorDate {day(value.anchor.isoformat())}")
        if value.time_of_day is not None:
            rows.append(f"dl:timeOfDay {literal(value.time_of_day)}")
        rows.append(f"dl:rule {literal(value.rule)}")
        rows.append(f"dl:explanation {literal(value.explanation)}")
        quoted = None
        if time.timex is not None:
            quoted = time.timex.slice(self.facts.document.text)
            rows.append(self.denoted((time.timex,)))
        if value.words != (quoted or ""):
            rows.append(f"dl:words {literal(value.words)}")
        self.blocks.append(block(node, rows))

    def write_claim(self, claim: Claim) -> None:
        rows = [
            "a dl:Claim, sem:View",
            f"dl:about {self.name(claim.event)}",
            f"dl:asserts {term(FACTUALITY[claim.asserts])}",
            f"sem:accordingTo {self.source_of(claim)}",
            f"dl:quoteKind {term(QUOTE_KIND[claim.kind])}",
        ]
        if claim.told_to is not None:
            self.actors.add(claim.told_to)
            rows.append(f"dl:toldTo {self.name(claim.told_to)}")
        if claim.cue is not None:
            rows.append(f"dl:cue {self.mention(claim.cue)}")
        content = claim.content or self.default_content(claim)
        if content:
            rows.append(self.denoted(content))
        self.blocks.append(block(self.name(claim.key), rows))

    def source_of(self, claim: Claim) -> str:
        if claim.source is None:
            return self.write_author(is_author=claim.cue is None)
        self.actors.add(claim.source)
        self.sources.add(claim.source)
        return self.name(claim.source)

    def default_content(self, claim: Claim) -> tuple[Span, ...]:
        """Return the evidence of a claim whose content has no place of its own."""
        stand_in = claim.cue or self.triggers.get(claim.event)
        return () if stand_in is None else (stand_in,)

    def write_author(self, *, is_author: bool) -> str:
        """Return the source of what no named or described source says."""
        node = f"<#source={'author' if is_author else 'unnamed'}>"
        if node not in self.names:
            self.names[node] = node
            document = self.facts.document
            known = document.author or document.publisher or "the author"
            label = literal(known if is_author else "unnamed source")
            kind = "" if is_author else ", dl:UnnamedSource"
            rows = [f"a sem:Actor{kind}", f"rdfs:label {label}"]
            self.blocks.append(block(node, rows))
        return node

    def write_link(self, number: int, link: EventLink) -> None:
        source, target = self.name(link.source), self.name(link.target)
        predicate = term(RELATION[link.relation])
        rows = [f"{predicate} {target}"]
        if isinstance(link.relation, TLinkType):
            rows.append(f"{term(OWL_TIME[link.relation])} {target}")
        self.blocks.append(block(source, rows))
        if link.evidence is not None:
            rows = [
                "a dl:Link",
                f"dl:source {source}",
                f"dl:relation {predicate}",
                f"dl:target {target}",
                self.denoted((link.evidence,)),
            ]
            self.blocks.append(block(f"<#link={number}>", rows))

    def write_entity(self, entity: Entity) -> None:
        rows = [
            f"a {', '.join(map(term, self.entity_classes(entity)))}",
            f"rdfs:label {literal(entity.label)}{self.language}",
        ]
        for predicate, values, tag in (
            ("skos:altLabel", entity.aliases, self.language),
            ("dl:nameKey", name_keys(entity), ""),
            ("dl:office", entity.offices, ""),
        ):
            if values:
                written = ", ".join(literal(value) + tag for value in values)
                rows.append(f"{predicate} {written}")
        if entity.count is not None:
            rows.append(f"dl:count {entity.count}")
        if entity.members:
            rows.append("dl:hasMember " + ", ".join(map(self.name, entity.members)))
        if entity.mentions:
            rows.append(self.denoted(entity.mentions))
        self.blocks.append(block(self.name(entity.key), rows))

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
