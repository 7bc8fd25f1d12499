from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.event_types import EventType
from dateline.rdf.iris import (
    article_iri,
    decision_iri,
    event_type_iri,
    event_type_of,
    fused_iri,
    graph_iri,
    key_iri,
    key_of,
    mention_iri,
    name_key,
    publisher_iri,
    software_iri,
)
from dateline.rdf.terms import DL, Namespace

# Surrogates cannot be written as UTF-8; no source gives them.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/a",
        "https://example.org/a?x=1&y=(2)#part",
        "http://user@example.org:8080/~me/",
        "urn:isbn:0451450523",
        "file:///tmp/a.txt",
        "tag:example.org,2021:a",
    ],
)
def test_a_good_iri_stays_as_it_is(iri: str) -> None:
    assert article_iri(iri) == iri


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/<x>", "https://example.org/%3Cx%3E"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        ("a.txt", "urn:dateline:article:a.txt"),
        ("", "urn:dateline:article:"),
        ("http:broken", "urn:dateline:article:http%3Abroken"),
        ("http://host:port/", "urn:dateline:article:http%3A%2F%2Fhost%3Aport%2F"),
    ],
)
def test_what_no_iri_can_hold_is_encoded(bad: str, good: str) -> None:
    assert article_iri(bad) == good


@given(TEXT)
def test_any_document_id_makes_iris_that_oxigraph_reads(document_id: str) -> None:
    article = article_iri(document_id)
    for iri in (article, mention_iri(article, 0, 9), graph_iri(article, "ab" * 32)):
        assert list(ox.parse(f"<{iri}> <urn:p> <{iri}> .", ox.RdfFormat.N_TRIPLES))


@given(TEXT)
def test_an_article_iri_is_its_own_article_iri(document_id: str) -> None:
    assert article_iri(article_iri(document_id)) == article_iri(document_id)


@given(TEXT)
def test_a_key_comes_back_from_its_iri(key: str) -> None:
    assert key_of(key_iri("https://example.org/a#b", key)) == key


@given(TEXT)
def test_no_key_meets_a_name_that_dateline_makes(key: str) -> None:
    assert "=" not in key_iri("https://example.org/a", key)


@given(TEXT.filter(lambda text: text not in set(EventType)))
def test_a_type_of_the_user_comes_back_from_its_iri(notation: str) -> None:
    assert event_type_of(event_type_iri(notation)) == notation


@pytest.mark.parametrize("kind", EventType)
def test_a_built_in_type_is_a_term_of_the_vocabulary(kind: EventType) -> None:
    assert event_type_iri(kind) == getattr(DL, kind)
    assert event_type_of(event_type_iri(kind)) == kind


@given(TEXT)
def test_any_name_makes_iris_that_oxigraph_reads(name: str) -> None:
    for iri in (publisher_iri(name), software_iri(name, None), event_type_iri(name)):
        assert list(ox.parse(f"<{iri}> <urn:p> <{iri}> .", ox.RdfFormat.N_TRIPLES))


def test_the_order_of_members_does_not_change_what_is_fused() -> None:
    one, other = ("urn:a", "urn:b"), ("urn:b", "urn:a")
    assert fused_iri("event", one) == fused_iri("event", other)
    assert decision_iri("event", one) == decision_iri("event", other)
    assert fused_iri("event", one) != fused_iri("entity", one)


@pytest.mark.parametrize(
    "name", ["Daily Example", "the daily example", " The  DAILY Example "]
)
def test_names_are_compared_without_case_article_and_spaces(name: str) -> None:
    assert name_key(name) == "daily example"


def test_a_typo_in_a_term_raises() -> None:
    with pytest.raises(AttributeError, match="no term 'Eventualty'"):
        _ = DL.Eventualty


def test_a_namespace_lists_its_terms() -> None:
    assert list(Namespace("urn:n#", frozenset({"b", "a"}))) == ["urn:n#a", "urn:n#b"]
