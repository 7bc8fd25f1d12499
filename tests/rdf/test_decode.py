from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.facts import sample_facts
from tests.rdf.strategies import facts as any_facts

from dateline.errors import StoreError
from dateline.model.facts import DocumentFacts
from dateline.rdf.decode import decode_article
from dateline.rdf.encode import encode_article
from dateline.rdf.entities import written_entities
from dateline.rdf.run import RunInfo

RUN = RunInfo(software="Dateline 0.1.0")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_facts())
def test_decode_gives_back_what_encode_wrote(facts: DocumentFacts) -> None:
    decoded = decode_article(encode_article(facts, run=RUN).nquads)
    assert decoded == replace(facts, entities=written_entities(facts))


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
