from __future__ import annotations

import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.facts import sample_facts

import dateline
from dateline.errors import UnknownNameError
from dateline.model.event_types import EventType
from dateline.model.fusion import FusionKind, IdentityDecision
from dateline.rdf.dump import parse_trig
from dateline.rdf.encode import encode_article
from dateline.rdf.fusion import encode_fusion
from dateline.rdf.ontology import NAMES, ontology_text
from dateline.rdf.run import RunInfo
from dateline.rdf.terms import DL, PREFIXES, VOCABULARIES

SKOS = "http://www.w3.org/2004/02/skos/core#"


def quads(name: str) -> list[ox.Quad]:
    return list(ox.parse(ontology_text(name), ox.RdfFormat.TURTLE))


def defined() -> set[str]:
    return {quad.subject.value for quad in quads("dateline.ttl")}


def written() -> set[str]:
    encoded = encode_article(sample_facts(), run=RunInfo(software="x", pipeline="y"))
    decision = IdentityDecision(
        kind=FusionKind.EVENT, members=("urn:a", "urn:b"), label="x", score=1, reason=""
    )
    found = set()
    for data in (encoded.trig, encode_fusion([decision])):
        for quad in parse_trig(data):
            found.add(quad.predicate.value)
            if isinstance(quad.object, ox.NamedNode):
                found.add(quad.object.value)
    return found


def test_everything_the_code_writes_is_defined() -> None:
    bases = tuple(vocabulary.base for vocabulary in VOCABULARIES)
    terms = {iri for iri in written() if iri.startswith(bases)}
    assert terms <= defined()


def test_every_term_the_code_knows_is_defined() -> None:
    assert {iri for terms in VOCABULARIES for iri in terms} <= defined()


def test_every_term_that_is_defined_is_known_to_the_code() -> None:
    known = {iri for terms in VOCABULARIES for iri in terms}
    assert defined() - known == {DL.base.removesuffix("#")}


def test_every_term_of_our_own_is_written_or_read() -> None:
    package = Path(dateline.__file__).parent
    read = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*"))
        if path.suffix in {".py", ".rq"} and path.name != "terms.py"
    )
    read += ontology_text("shapes.ttl")
    used = set(re.findall(r"(?:DL\.|dl:)(\w+)", read))
    # A value of an enumeration is written by its class.
    terms = (package / "rdf" / "terms.py").read_text(encoding="utf-8")
    used |= set(re.findall(r"DL\.(\w+)", terms))
    classes = {
        quad.subject.value: quad.object.value
        for quad in quads("dateline.ttl")
        if quad.predicate.value.endswith("#type")
    }
    enumerated = {iri for iri, class_ in classes.items() if not class_.startswith(_OWL)}
    assert set(DL) - {DL.base + name for name in used} <= enumerated


_OWL = "http://www.w3.org/2002/07/owl#"


@pytest.mark.parametrize("kind", EventType)
def test_every_event_type_has_a_notation_and_a_definition(kind: EventType) -> None:
    told = {
        quad.predicate.value.removeprefix(SKOS): quad.object.value
        for quad in quads("dateline.ttl")
        if quad.subject.value == getattr(DL, kind)
    }
    assert told["notation"] == kind
    assert told["definition"].endswith(".")
    assert told["inScheme"] == DL.EventTypeScheme


def test_the_first_fifteen_event_types_are_those_of_plover() -> None:
    exact = {
        quad.subject.value: quad.object.value
        for quad in quads("mappings.ttl")
        if quad.predicate.value == SKOS + "exactMatch"
        and "/plover#" in quad.object.value
    }
    assert exact == {
        getattr(DL, kind): f"https://w3id.org/dateline/plover#{kind.upper()}"
        for kind in list(EventType)[:15]
    }


def test_every_class_and_property_has_a_label_and_a_comment() -> None:
    told: dict[str, set[str]] = {}
    for quad in quads("dateline.ttl"):
        told.setdefault(quad.subject.value, set()).add(quad.predicate.value)
    for iri in DL:
        names = {predicate.rpartition("#")[2] for predicate in told[iri]}
        assert {"label", "comment"} <= names or {"prefLabel", "definition"} <= names


def test_mappings_speak_of_terms_that_exist() -> None:
    for quad in quads("mappings.ttl"):
        if quad.subject.value.startswith(DL.base):
            assert quad.subject.value in set(DL)


@pytest.mark.parametrize("other", ["schema", "lode", "crm", "time", "eventkg"])
def test_there_is_a_mapping_to_each_vocabulary(other: str) -> None:
    assert f" {other}:" in ontology_text("mappings.ttl")


def test_the_shapes_speak_of_terms_that_exist() -> None:
    used = set(re.findall(r"\bdl:(\w+)", ontology_text("shapes.ttl")))
    assert used <= DL.names


def test_the_context_knows_every_property_that_is_written() -> None:
    context = json.loads(ontology_text("context.jsonld"))["@context"]
    expanded = set()
    for told in context.values():
        if isinstance(told, dict):
            prefix, _, name = told["@id"].partition(":")
            expanded.add(PREFIXES[prefix] + name)
    encoded = encode_article(sample_facts(), run=RunInfo(software="x"))
    properties = {
        quad.predicate.value
        for quad in ox.parse(encoded.nquads, ox.RdfFormat.N_QUADS)
        if not quad.predicate.value.endswith("#type")
    }
    assert properties <= expanded


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_found(name: str) -> None:
    assert ontology_text(name)


def test_an_unknown_file_is_named() -> None:
    with pytest.raises(UnknownNameError, match=r"unknown ontology file 'x\.ttl'"):
        ontology_text("x.ttl")
