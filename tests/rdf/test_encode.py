from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts import (
    ARTICLE,
    BRANDT,
    LEADERS,
    SIGN,
    TREATY,
    WAR,
    sample_document,
    sample_facts,
)

from dateline.model.facts import DocumentFacts, EventLink, Status
from dateline.model.text import Dct, DctBasis, Span
from dateline.model.time import TLinkType
from dateline.rdf.decode import decode_article
from dateline.rdf.dump import parse_trig
from dateline.rdf.encode import encode_article
from dateline.rdf.entities import written_entities
from dateline.rdf.iris import base_of
from dateline.rdf.run import RunInfo
from dateline.rdf.terms import (
    DL,
    OA,
    OWL_TIME,
    PROV,
    RDF,
    RELATION,
    SCHEMA,
    SEM,
    STATUS_CLASS,
)
from dateline.rdf.turtle import HEAD

RUN = RunInfo(software="Dateline 0.1.0", pipeline="en_test 1")


def quads(facts: DocumentFacts, *, keep_text: bool = True) -> list[ox.Quad]:
    encoded = encode_article(facts, run=RUN, keep_text=keep_text)
    return list(ox.parse(encoded.nquads, ox.RdfFormat.N_QUADS))


def told(found: list[ox.Quad], predicate: str) -> dict[str, set[str]]:
    rows: dict[str, set[str]] = {}
    for quad in found:
        if quad.predicate.value == predicate:
            rows.setdefault(quad.subject.value, set()).add(quad.object.value)
    return rows


def test_the_same_facts_give_the_same_bytes() -> None:
    first = encode_article(sample_facts(), run=RUN)
    assert encode_article(sample_facts(), run=RUN) == first


def test_nothing_is_said_twice() -> None:
    found = quads(sample_facts())
    assert len(found) == len(set(found))


def test_turtle_is_trig_without_the_graphs() -> None:
    encoded = encode_article(sample_facts(), run=RUN)
    turtle = HEAD.encode() + encoded.turtle
    triples = {quad.triple for quad in ox.parse(turtle, ox.RdfFormat.TURTLE)}
    assert triples == {quad.triple for quad in quads(sample_facts())}


def test_things_are_written_relative_to_their_article() -> None:
    told = encode_article(sample_facts(), run=RUN).facts.decode()
    assert " a dl:Eventuality, sem:Event ;\n  rdfs:label " in told
    assert "<#event-" in told
    assert ARTICLE not in told


def test_there_are_no_blank_nodes() -> None:
    for quad in quads(sample_facts()):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_facts_stand_in_the_graph_of_the_article_and_the_catalogue_in_the_default() -> (
    None
):
    encoded = encode_article(sample_facts(), run=RUN)
    found = list(parse_trig(encoded.trig))
    graphs = {quad.graph_name for quad in found}
    assert graphs == {ox.NamedNode(encoded.graph), ox.DefaultGraph()}
    catalogue = [quad for quad in found if quad.graph_name == ox.DefaultGraph()]
    assert ARTICLE in told(catalogue, SCHEMA.headline)
    assert not told(catalogue, DL.text)


def test_only_what_happened_is_an_event_of_sem() -> None:
    classes = told(quads(sample_facts()), RDF.type)
    for event in sample_facts().events:
        found = classes[f"{ARTICLE}#{event.key}"]
        assert found == {DL.Eventuality, STATUS_CLASS[event.status]}
        assert (SEM.Event in found) == (event.status is Status.HAPPENED)


def test_the_members_of_a_group_take_part_too() -> None:
    actors = told(quads(sample_facts()), SEM.hasActor)
    sign = sample_facts().events[3]
    assert {f"{ARTICLE}#{each.key}" for each in (LEADERS, BRANDT)} <= actors[
        f"{ARTICLE}#{sign.key}"
    ]


def test_quotes_are_the_words_at_their_offsets() -> None:
    found = quads(sample_facts())
    starts, ends = told(found, OA.start), told(found, OA.end)
    for selector, exact in told(found, OA.exact).items():
        [start], [end] = starts[selector], ends[selector]
        assert exact == {sample_document().text[int(start) : int(end)]}


def test_a_text_that_is_not_kept_leaves_only_quotes() -> None:
    document = sample_document()
    found = quads(sample_facts(), keep_text=False)
    literals = [q.object.value for q in found if isinstance(q.object, ox.Literal)]
    assert document.text not in literals
    assert "The “Border War” lasted from 1994 to 1996." in literals
    assert not told(found, DL.text)


def test_an_end_of_the_run_is_written_only_when_given() -> None:
    assert not told(quads(sample_facts()), PROV.endedAtTime)
    ended = replace(RUN, ended_at=datetime(2021, 5, 14, 12, tzinfo=UTC))
    encoded = encode_article(sample_facts(), run=ended)
    assert b"2021-05-14T12:00:00+00:00" in encoded.catalogue


def test_a_run_that_ended_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        RunInfo(software="x", ended_at=datetime(2021, 5, 14))  # noqa: DTZ001


def test_a_publication_time_is_written_with_its_offset() -> None:
    dct = Dct(
        date=sample_document().dct.date,  # type: ignore[union-attr]
        time=time(8, 30),
        utc_offset_minutes=-240,
        basis=DctBasis.RECORD,
    )
    facts = replace(sample_facts(), document=replace(sample_document(), dct=dct))
    dates = told(quads(facts), SCHEMA.datePublished)
    assert dates == {ARTICLE: {"2021-05-14T08:30:00-04:00"}}


@pytest.mark.parametrize(
    "hostile",
    [
        'say "no" \\ end',
        "line\nbreak\rand\ttab",
        "nul\x00bell\x07del\x7f",
        "} ; DROP ALL ; #",
        "\\u0022 . <urn:a> <urn:b> <urn:c>",
        "\u2028\u2029\x85\ufeff\ufffe",
        "<script>alert(1)</script>",
        "🙂 non-BMP 𝔸",
    ],
)
def test_nothing_in_an_article_breaks_a_quad(hostile: str) -> None:
    document = replace(
        sample_document(),
        id=f"https://example.org/{hostile}",
        text=sample_document().text + hostile,
        title=hostile,
        publisher=hostile,
        author=hostile,
        url=hostile,
        language=hostile,
    )
    facts = sample_facts()
    entity = replace(facts.entities[0], label=hostile, aliases=(hostile,))
    event = replace(facts.events[0], label=hostile, event_type=hostile)
    facts = replace(
        facts,
        document=document,
        entities=(entity, *facts.entities[1:]),
        events=(event, *facts.events[1:]),
    )
    found = quads(facts)
    plain = quads(sample_facts())
    # At most two quads differ: "hostile" has as many name keys as "brandt" or fewer.
    assert abs(len(found) - len(plain)) <= 3
    values = {quad.object.value for quad in found}
    assert {hostile, document.text} <= values


def test_an_unknown_language_tag_is_left_out() -> None:
    document = replace(sample_document(), language="not a tag")
    found = quads(replace(sample_facts(), document=document))
    labels = [q.object for q in found if q.predicate.value.endswith("#label")]
    assert {getattr(label, "language", None) for label in labels} == {None}


def test_a_nameless_thing_that_does_nothing_is_left_out() -> None:
    facts = sample_facts()
    idle = replace(TREATY, key="object-0-3", label="a letter", mentions=(Span(0, 3),))
    more = replace(facts, entities=(*facts.entities, idle))
    assert written_entities(more) == facts.entities
    named = replace(idle, is_named=True)
    assert named in written_entities(replace(facts, entities=(named,)))
    assert written_entities(replace(facts, events=(), claims=())) == tuple(
        entity for entity in facts.entities if entity.is_named
    )


def test_the_members_of_a_group_that_acts_are_kept() -> None:
    facts = sample_facts()
    member = replace(TREATY, key="person-0-3", kind=BRANDT.kind)
    group = replace(LEADERS, members=(member.key,))
    assert written_entities(replace(facts, entities=(group, member), events=())) == ()
    assert written_entities(replace(facts, entities=(group, member))) == (
        group,
        member,
    )


_STARTS = ["https://example.org/", "http://a", "urn:x:", "file:///", "x:", "tag:"]
_ODD = "/.#?;:@>< %é\\\"'a[]{}"
_IDS = st.text(max_size=40) | st.builds(
    str.__add__, st.sampled_from(_STARTS), st.text(_ODD, max_size=20)
)


@settings(max_examples=150, deadline=None)
@given(_IDS, st.text(max_size=12))
def test_no_id_or_label_changes_what_is_said(name: str, label: str) -> None:
    document = replace(sample_document(), id=name, title=label)
    facts = sample_facts()
    event = replace(facts.events[0], label=label, event_type=label or "Other")
    facts = replace(facts, document=document, events=(event, *facts.events[1:]))
    encoded = encode_article(facts, run=RUN)
    # After the base of another article, with the checks of the parser and without.
    data = f"{HEAD}@base <https://example.org/x/y> .\n".encode() + encoded.trig
    for lenient in (False, True):
        found = list(ox.parse(data, ox.RdfFormat.TRIG, lenient=lenient))
        about = {quad.subject.value for quad in found}
        assert {encoded.iri, encoded.graph, base_of(encoded.iri) + event.key} <= about
        assert len(found) == len(quads(sample_facts()))
    assert decode_article(encoded.nquads).document.id == encoded.iri


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/a/../b/./c",
        "https://example.org/live#post-3",
        "https://example.org",
        "https://example.org/a?q=x/../y;z",
        "urn:dateline:article:notes.txt",
        "file:///tmp/a//b",
        "notes on é.txt",
    ],
)
def test_rdflib_and_oxigraph_read_the_same_names(iri: str) -> None:
    facts = replace(sample_facts(), document=replace(sample_document(), id=iri))
    turtle = HEAD.encode() + encode_article(facts, run=RUN).turtle
    read = rdflib.Graph().parse(data=turtle, format="turtle")
    names = {quad.subject.value for quad in ox.parse(turtle, ox.RdfFormat.TURTLE)}
    assert {str(subject) for subject in read.subjects()} == names


@pytest.mark.parametrize("relation", TLinkType)
def test_a_relation_in_time_is_told_in_the_words_of_owl_time_too(
    relation: TLinkType,
) -> None:
    link = EventLink(source=WAR.key, target=SIGN.key, relation=relation)
    found = quads(replace(sample_facts(), links=(link,)))
    said = {
        quad.predicate.value
        for quad in found
        if quad.subject == ox.NamedNode(f"{ARTICLE}#{WAR.key}")
        and quad.object == ox.NamedNode(f"{ARTICLE}#{SIGN.key}")
    }
    assert said == {RELATION[relation], OWL_TIME[relation]}
