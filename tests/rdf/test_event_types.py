"""The event types of a user as SKOS concepts."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
from tests.facts import ARTICLE, VISIT, sample_facts

from dateline.model.facts import DocumentFacts
from dateline.model.user_types import UserType, UserTypes
from dateline.query.timeline import timeline
from dateline.rdf.decode import decode_article
from dateline.rdf.dump import parse_trig
from dateline.rdf.encode import encode_article
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore
from dateline.rdf.terms import DL, SKOS, VOCABULARIES
from dateline.rdf.validate import validate

RUN = RunInfo(software="x", config_sha256="0")
CALL = UserType(
    id="PortCall",
    label='a "port" call',
    iri="https://harbour.example.org/types#PortCall",
    broader="Visit",
    definition="A ship calls at a port.",
    plover_mode="visit",
    triggers=(),
)
UNUSED = UserType(id="Grounding", label="grounding", triggers=())
TYPES = UserTypes((CALL, UNUSED))


def called_facts() -> DocumentFacts:
    """Return the sample with its visit as a port call."""
    facts = sample_facts()
    events = tuple(
        replace(event, event_type="PortCall") if event.key == VISIT.key else event
        for event in facts.events
    )
    return replace(facts, events=events)


def store_of(types: UserTypes) -> GraphStore:
    store = GraphStore.memory()
    store.replace_articles([encode_article(called_facts(), run=RUN, types=types)])
    return store


def test_a_used_type_is_described_in_the_graph_of_its_article() -> None:
    encoded = encode_article(called_facts(), run=RUN, types=TYPES)
    told = {
        quad.predicate.value: quad.object.value
        for quad in parse_trig(encoded.trig)
        if quad.subject == ox.NamedNode(str(CALL.iri))
        and quad.graph_name == ox.NamedNode(encoded.graph)
    }
    assert told[SKOS.prefLabel] == CALL.label
    assert told[SKOS.notation] == "PortCall"
    assert told[SKOS.broader] == DL.Visit
    assert told[SKOS.inScheme] == DL.EventTypeScheme
    assert told[SKOS.definition] == CALL.definition
    assert told[DL.ploverMode] == "visit"
    assert b"Grounding" not in encoded.facts


def test_every_term_of_a_type_is_of_a_known_vocabulary() -> None:
    encoded = encode_article(called_facts(), run=RUN, types=TYPES)
    known = {iri for terms in VOCABULARIES for iri in terms}
    used = {
        quad.predicate.value
        for quad in parse_trig(encoded.trig)
        if quad.subject == ox.NamedNode(str(CALL.iri))
    }
    assert used <= known


def test_a_type_without_an_iri_gets_one_of_ours() -> None:
    types = UserTypes((replace(CALL, iri=None),))
    encoded = encode_article(called_facts(), run=RUN, types=types)
    assert b"<https://w3id.org/dateline/type/PortCall> a skos:Concept" in encoded.facts


def test_events_of_a_users_type_come_back() -> None:
    for types in (TYPES, UserTypes((replace(CALL, iri=None),)), UserTypes()):
        encoded = encode_article(called_facts(), run=RUN, types=types)
        assert decode_article(encoded.nquads).events == called_facts().events


def test_a_users_type_filters_by_its_identifier_and_by_the_broader_one() -> None:
    store = store_of(TYPES)
    for notation in ("PortCall", "Visit"):
        (entry,) = timeline(store, event_type=notation)
        assert entry.iri == f"{ARTICLE}#{VISIT.key}"
        assert entry.event_type == "PortCall"
    assert not timeline(store, event_type="Grounding").entries
    assert timeline(store, event_type="Meet").entries


def test_the_graph_with_a_users_type_is_valid() -> None:
    assert validate(store_of(TYPES)).conforms


def test_an_article_takes_its_types_along_when_it_goes() -> None:
    store = store_of(TYPES)
    assert store.remove_article(ARTICLE)
    assert len(store) == 0
