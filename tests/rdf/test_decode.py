from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.facts import sample_facts
from tests.rdf.strategies import facts as any_facts

from dateline.errors import StoreError
from dateline.model.facts import DocumentFacts
from dateline.rdf.decode import decode_article
from dateline.rdf.encode import encode_article
from dateline.rdf.entities import written_entities
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore

RUN = RunInfo(software="Dateline 0.1.0")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_facts())
def test_decode_gives_back_what_encode_wrote(facts: DocumentFacts) -> None:
    decoded = decode_article(encode_article(facts, run=RUN).nquads)
    assert decoded == replace(facts, entities=written_entities(facts))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_facts(), st.booleans())
def test_a_store_reads_the_facts_that_all_its_quads_say(
    facts: DocumentFacts,
    keep_text: bool,  # noqa: FBT001  (Hypothesis draws it)
) -> None:
    encoded = encode_article(facts, run=RUN, keep_text=keep_text)
    with GraphStore.memory() as store:
        store.replace_articles([encoded])
        assert store.article_facts(encoded.iri) == decode_article(encoded.nquads)


def test_the_order_of_the_quads_does_not_matter() -> None:
    lines = encode_article(sample_facts(), run=RUN).nquads.splitlines(keepends=True)
    known = decode_article(b"".join(lines))
    assert decode_article(b"".join(reversed(lines))) == known
    assert decode_article(b"".join(sorted(lines))) == known


def test_the_sample_comes_back() -> None:
    facts = sample_facts()
    decoded = decode_article(encode_article(facts, run=RUN).nquads)
    assert decoded.document == facts.document
    assert decoded.entities == facts.entities
    assert decoded.events == facts.events
    assert decoded.claims == facts.claims
    assert set(decoded.links) == set(facts.links)


def test_without_the_text_every_mention_still_finds_its_words() -> None:
    facts = sample_facts()
    encoded = encode_article(facts, run=RUN, keep_text=False)
    decoded = decode_article(encoded.nquads)
    assert decoded.events == facts.events
    assert len(decoded.document.text) == len(facts.document.text)
    for event in facts.events:
        for span in (*event.mentions, *event.sentences):
            assert decoded.document.slice(span) == facts.document.slice(span)


def test_the_quads_of_two_articles_are_refused() -> None:
    with pytest.raises(StoreError, match="expected the quads of one article, got 0"):
        decode_article(b"")
