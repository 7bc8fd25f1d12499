"""The terms that the graph is written in: closed namespaces, a typo raises.

A term is its IRI as a plain string. `DL` is Dateline's own vocabulary, defined in
`ontology/dateline.ttl`; the others name the terms of public vocabularies that the
code writes or reads, and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from dateline.model.event_types import EventType
from dateline.model.facts import Status
from dateline.model.mentions import (
    EntityKind,
    EventRelationType,
    FactualityValue,
    QuoteKind,
    RoleName,
    Stance,
)
from dateline.model.time import DateBasis, Granularity, TLinkType


class Namespace:
    """A vocabulary of which only the given names exist.

    Raises:
        AttributeError: on a name that is not in it; the message says which are close.

    >>> Namespace("https://example.org/ns#", frozenset({"Day"})).Day
    'https://example.org/ns#Day'
    """

    def __init__(self, base: str, names: frozenset[str]) -> None:
        self.base = base
        self.names = names
        # Plain attributes: a term is looked up for every quad that is written.
        vars(self).update({name: base + name for name in names})

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        msg = f"{self.base} has no term {name!r}; known: {sorted(self.names)}"
        raise AttributeError(msg)

    def __iter__(self) -> Iterator[str]:
        return (self.base + name for name in sorted(self.names))


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


def camel(value: str) -> str:
    """Write a value of an enumeration as a local name.

    >>> camel("relative-to-publication")
    'RelativeToPublication'
    """
    return "".join(part[:1].upper() + part[1:] for part in value.split("-"))


FACTUALITY_NAMES = {
    value: value.value.replace("+", "_plus").replace("-", "_minus")
    for value in FactualityValue
}
QUOTE_NAMES = {kind: f"{camel(kind)}Quote" for kind in QuoteKind}

_DL = "https://w3id.org/dateline/ns#"
DL = Namespace(
    _DL,
    _names(
        """
        Eventuality NonOccurrence PlannedEvent PossibleEvent
        Mention Claim Link ArticleGraph Group Thing UnnamedEntity UnnamedSource
        FusedEvent FusedEntity IdentityDecision
        EventTypeScheme Factuality Stance Granularity DateBasis QuoteKind OffsetUnit
        UnicodeCodePoint AutoAccepted
        factuality stance eventClass typeScore ploverMode salience isNamed cue sentence
        participation
        edtf granularity dateBasis timexType timexValue timexMod anchorDate timeOfDay
        rule explanation words
        nameKey office count hasMember
        about asserts quoteKind toldTo
        text textLength textSha256 offsetUnit blocks publicationBasis
        configSha256 pipeline
        source target relation
        isBefore isAfter includes isIncludedIn isDuring isSimultaneousWith
        isIdenticalTo begins isBegunBy ends isEndedBy isImmediatelyBefore
        isImmediatelyAfter causes reactsTo cancels isSameEventAs
        member into fuses score decision reason
        before overlaps during certainlyDuring distanceDays
        """
    )
    | {kind.value for kind in EventType}
    | {camel(role) for role in RoleName}
    | {camel(grain) for grain in Granularity}
    | {camel(basis) for basis in DateBasis}
    | {camel(stance) for stance in Stance}
    | set(FACTUALITY_NAMES.values())
    | set(QUOTE_NAMES.values()),
)
ID = "https://w3id.org/dateline/id/"
TYPES = "https://w3id.org/dateline/type/"

RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", _names("type value"))
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", _names("label"))
XSD = Namespace(
    "http://www.w3.org/2001/XMLSchema#",
    _names("date dateTime gYear gYearMonth integer decimal double boolean string"),
)
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    _names("Concept altLabel prefLabel notation definition broader inScheme"),
)
SEM = Namespace(
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    _names(
        """
        Event Actor Place Time Role View
        eventType hasActor hasPlace hasTime roleType accordingTo subEventOf
        hasEarliestBeginTimeStamp hasLatestBeginTimeStamp
        hasEarliestEndTimeStamp hasLatestEndTimeStamp
        """
    ),
)
GAF = Namespace("http://groundedannotationframework.org/gaf#", _names("denotedBy"))
OA = Namespace(
    "http://www.w3.org/ns/oa#",
    _names(
        """
        hasSource hasSelector TextPositionSelector TextQuoteSelector start end exact
        """
    ),
)
PROV = Namespace(
    "http://www.w3.org/ns/prov#",
    _names(
        """
        Entity Activity SoftwareAgent wasDerivedFrom wasGeneratedBy wasAssociatedWith
        endedAtTime
        """
    ),
)
SCHEMA = Namespace(
    "https://schema.org/",
    _names(
        """
        NewsArticle Person Organization Country Place
        headline datePublished publisher author inLanguage url name
        """
    ),
)
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/", _names("EDTF"))
TIME = Namespace(
    "http://www.w3.org/2006/time#",
    _names(
        """
        before after intervalContains intervalDuring intervalEquals intervalStarts
        intervalStartedBy intervalFinishes intervalFinishedBy intervalMeets
        intervalMetBy
        """
    ),
)

VOCABULARIES = (DL, RDF, RDFS, SKOS, SEM, GAF, OA, PROV, SCHEMA, TIME)

PREFIXES = {
    "dl": DL.base, "sem": SEM.base, "gaf": GAF.base, "oa": OA.base, "prov": PROV.base,
    "schema": SCHEMA.base, "skos": SKOS.base, "rdf": RDF.base, "rdfs": RDFS.base,
    "xsd": XSD.base, "edtf": EDTF.base, "time": TIME.base,
}  # fmt: skip


@cache
def individual(member: StrEnum) -> str:
    """Return the IRI of a role, granularity, basis, stance or event type.

    >>> individual(RoleName.CO_PARTICIPANT)
    'https://w3id.org/dateline/ns#CoParticipant'
    """
    return str(getattr(DL, camel(member)))


STATUS_CLASS = {
    Status.HAPPENED: SEM.Event,
    Status.DID_NOT_HAPPEN: DL.NonOccurrence,
    Status.PLANNED: DL.PlannedEvent,
    Status.POSSIBLE: DL.PossibleEvent,
}
KIND_CLASS = {
    EntityKind.PERSON: SCHEMA.Person,
    EntityKind.ORGANIZATION: SCHEMA.Organization,
    EntityKind.COUNTRY: SCHEMA.Country,
    EntityKind.PLACE: SCHEMA.Place,
    EntityKind.GROUP: DL.Group,
    EntityKind.OBJECT: DL.Thing,
}
FACTUALITY = {value: DL.base + name for value, name in FACTUALITY_NAMES.items()}
QUOTE_KIND = {kind: DL.base + name for kind, name in QUOTE_NAMES.items()}
RELATION: dict[TLinkType | EventRelationType, str] = {
    TLinkType.BEFORE: DL.isBefore,
    TLinkType.AFTER: DL.isAfter,
    TLinkType.INCLUDES: DL.includes,
    TLinkType.IS_INCLUDED: DL.isIncludedIn,
    TLinkType.DURING: DL.isDuring,
    TLinkType.SIMULTANEOUS: DL.isSimultaneousWith,
    TLinkType.IDENTITY: DL.isIdenticalTo,
    TLinkType.BEGINS: DL.begins,
    TLinkType.BEGUN_BY: DL.isBegunBy,
    TLinkType.ENDS: DL.ends,
    TLinkType.ENDED_BY: DL.isEndedBy,
    TLinkType.IBEFORE: DL.isImmediatelyBefore,
    TLinkType.IAFTER: DL.isImmediatelyAfter,
    EventRelationType.SUB_EVENT: SEM.subEventOf,
    EventRelationType.CAUSE: DL.causes,
    EventRelationType.REACTION: DL.reactsTo,
    EventRelationType.CANCELLATION: DL.cancels,
    EventRelationType.SAME: DL.isSameEventAs,
}
OWL_TIME = {
    TLinkType.BEFORE: TIME.before,
    TLinkType.AFTER: TIME.after,
    TLinkType.INCLUDES: TIME.intervalContains,
    TLinkType.IS_INCLUDED: TIME.intervalDuring,
    TLinkType.DURING: TIME.intervalEquals,
    TLinkType.SIMULTANEOUS: TIME.intervalEquals,
    TLinkType.IDENTITY: TIME.intervalEquals,
    TLinkType.BEGINS: TIME.intervalStarts,
    TLinkType.BEGUN_BY: TIME.intervalStartedBy,
    TLinkType.ENDS: TIME.intervalFinishes,
    TLinkType.ENDED_BY: TIME.intervalFinishedBy,
    TLinkType.IBEFORE: TIME.intervalMeets,
    TLinkType.IAFTER: TIME.intervalMetBy,
}
"""Allen's relations as OWL-Time names them (W3C OWL-Time, section 4.2), between the
times of the two events; the correspondence is that of ISO-TimeML, annex A."""
