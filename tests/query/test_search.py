"""Events found by what they have, a page at a time, and what the store tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.facts import (
    ARTICLE,
    MET,
    NO_SHOW,
    SIGN,
    TEXT,
    TRAVEL,
    VISIT,
    WAR,
    sample_facts,
)

from dateline.errors import QueryError, UnknownNameError
from dateline.model.facts import Status
from dateline.query.identity import fuse
from dateline.query.overview import article_of, overview
from dateline.query.search import Wanted, find_event, search, told_elsewhere
from dateline.query.timeline import timeline
from dateline.rdf.encode import encode_article
from dateline.rdf.iris import key_iri
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore

OTHER = "https://other.example/border-talks"


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    """Two articles of two publishers that tell the same."""
    facts = sample_facts()
    document = replace(facts.document, id=OTHER, publisher="Other Example")
    run = RunInfo(software="x")
    with GraphStore.memory() as made:
        articles = (facts, replace(facts, document=document))
        made.replace_articles([encode_article(each, run=run) for each in articles])
        fuse(made)
        yield made


def keys(store: GraphStore, **wanted: object) -> list[str]:
    found = search(store, Wanted(article=ARTICLE, **wanted), limit=100)  # type: ignore[arg-type]
    return [entry.iri.rpartition("#")[2] for entry in found.entries]


@pytest.mark.parametrize(
    ("wanted", "events"),
    [
        ({"text": "Treaty"}, [SIGN]),
        ({"text": "minister vastian 27"}, [MET]),
        ({"text": "treaty aide"}, []),
        ({"text": "treaty", "status": Status.HAPPENED}, []),
        ({"status": Status.DID_NOT_HAPPEN}, [NO_SHOW]),
        ({"event_type": "War"}, [WAR]),
        (
            {"actor": "kerr", "start": date(2021, 4, 27), "end": date(2021, 4, 27)},
            [MET],
        ),
        ({"place": "Grell", "status": Status.HAPPENED}, [VISIT]),
        ({"actor": "nobody"}, []),
    ],
)
def test_events_are_found_by_what_they_have(
    store: GraphStore, wanted: dict[str, object], events: list
) -> None:
    assert keys(store, **wanted) == [event.key for event in events]


def test_without_conditions_it_is_the_timeline(store: GraphStore) -> None:
    found = search(store, Wanted(), limit=100)
    assert found.total == len(found.entries) == 12
    assert set(found.entries) == set(timeline(store).entries)
    in_time = [entry.iri for entry in timeline(store, article=ARTICLE)]
    assert [entry.iri for entry in found.entries if entry.iri in in_time] == in_time


@pytest.mark.parametrize("limit", [1, 5, 12, 50])
def test_pages_hold_every_event_once(store: GraphStore, limit: int) -> None:
    pages = [
        search(store, Wanted(), offset=offset, limit=limit)
        for offset in range(0, 12, limit)
    ]
    assert {page.total for page in pages} == {12}
    events = [entry for page in pages for entry in page.entries]
    assert tuple(events) == search(store, Wanted(), limit=100).entries


@pytest.mark.parametrize(
    ("wanted", "error", "message"),
    [
        ({"event_type": "Tryst"}, UnknownNameError, "unknown event type 'Tryst'"),
        ({"text": " "}, QueryError, "search for 1 to 10 words, not 0"),
        ({"text": "a " * 11}, QueryError, "not 11"),
        (
            {"start": date(2021, 5, 2), "end": date(2021, 5, 1)},
            QueryError,
            "the start 2021-05-02 is after the end 2021-05-01",
        ),
    ],
)
def test_what_cannot_be_searched_is_told(
    store: GraphStore, wanted: dict[str, object], error: type, message: str
) -> None:
    with pytest.raises(error, match=message):
        keys(store, **wanted)


def test_words_are_found_among_many_as_among_few(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = search(store, Wanted(text="the border"), limit=100)
    monkeypatch.setattr("dateline.query.search._FEW", 0)
    assert search(store, Wanted(text="the border"), limit=100) == few
    assert few.total > 0


def test_a_word_is_no_pattern_and_no_sparql(store: GraphStore) -> None:
    assert keys(store, text='"') == []
    assert keys(store, text=".*") == []
    assert keys(store, text='") || true || ("') == []
    assert keys(store, text="“border") == [WAR.key]


def test_an_event_is_found_by_its_names(store: GraphStore) -> None:
    iri = key_iri(ARTICLE, MET.key)
    assert find_event(store, iri) == iri
    (elsewhere,) = told_elsewhere(store, iri)
    assert elsewhere == key_iri(OTHER, MET.key)
    (entry,) = (entry for entry in timeline(store) if entry.iri == iri)
    assert entry.fused is not None
    assert find_event(store, entry.fused) == iri


@pytest.mark.parametrize("name", ["event-1-2", f"{ARTICLE}#event-1-2", "", "char=0,3"])
def test_what_is_no_event_is_told(store: GraphStore, name: str) -> None:
    with pytest.raises(UnknownNameError, match="unknown event"):
        find_event(store, name)


def test_a_short_name_of_two_events_names_both(store: GraphStore) -> None:
    with pytest.raises(UnknownNameError, match="unknown event") as caught:
        find_event(store, MET.key)
    assert caught.value.known == [key_iri(ARTICLE, MET.key), key_iri(OTHER, MET.key)]


def test_an_article_is_told_in_numbers(store: GraphStore) -> None:
    told = overview(store, article=ARTICLE)
    assert told.articles == 1
    assert told.published == ("2021-05-14", "2021-05-14")
    assert dict(told.statuses) == {
        Status.HAPPENED: 3,
        Status.DID_NOT_HAPPEN: 1,
        Status.PLANNED: 1,
        Status.POSSIBLE: 1,
    }
    assert told.types[0] == ("Meet", 2)
    assert (told.first, told.actors[0]) == (date(1994, 1, 1), ("Ilse Brandt", 4))
    assert told.last is not None
    assert told.last >= date(2021, 6, 30)


def test_a_store_is_told_in_numbers(store: GraphStore) -> None:
    told, one = overview(store, most_actors=1), overview(store, article=ARTICLE)
    assert told.articles == 2
    assert dict(told.statuses) == {kind: 2 * n for kind, n in one.statuses}
    assert told.types == tuple((kind, 2 * n) for kind, n in one.types)
    assert told.actors == (("Ilse Brandt", 8),)
    assert (told.first, told.last) == (one.first, one.last)


def test_an_empty_store_has_no_days() -> None:
    with GraphStore.memory() as empty:
        told = overview(empty)
    assert (told.first, told.last, told.actors) == (None, None, ())
    assert {number for _, number in told.statuses} == {0}


def test_an_article_comes_with_its_text_when_asked(store: GraphStore) -> None:
    assert article_of(store, OTHER).text is None
    assert article_of(store, OTHER, include_text=True).text == TEXT
    with pytest.raises(UnknownNameError, match="unknown article 'urn:x'"):
        article_of(store, "urn:x")


def test_travel_is_possible_only(store: GraphStore) -> None:
    assert keys(store, status=Status.POSSIBLE) == [TRAVEL.key]
