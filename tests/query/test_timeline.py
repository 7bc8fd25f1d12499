from __future__ import annotations

from datetime import date

import pytest
from tests.facts import (
    AIDE,
    ARTICLE,
    MET,
    NO_SHOW,
    SIGN,
    TEXT,
    TRAVEL,
    VISIT,
    WAR,
    sample_document,
    sample_facts,
)

from dateline.errors import QueryError, UnknownNameError
from dateline.model.facts import Status
from dateline.model.mentions import EntityKind, RoleName
from dateline.query.results import ClaimRef, Evidence, PlaceRef
from dateline.query.timeline import articles, called, event, timeline
from dateline.rdf.encode import encode_article
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore


def iri(fact: object) -> str:
    return f"{ARTICLE}#{fact.key}"  # type: ignore[attr-defined]


def labels(found: object) -> list[str]:
    return [entry.label for entry in found]  # type: ignore[attr-defined]


def test_a_timeline_is_in_order_of_time(store: GraphStore) -> None:
    assert labels(timeline(store)) == [
        each.label for each in (WAR, MET, VISIT, NO_SHOW, TRAVEL, SIGN)
    ]


def test_an_event_is_told_whole(store: GraphStore) -> None:
    entry = event(store, iri(NO_SHOW))
    assert entry.status is Status.DID_NOT_HAPPEN
    assert entry.event_type == "Meet"
    assert entry.factuality == "CT-"
    assert entry.cues == ("did not",)
    assert entry.salience == 0.8
    assert [(p.name, p.role, p.words, p.kind) for p in entry.participants] == [
        (
            "The Vastian delegation",
            RoleName.ABSENTEE,
            "The Vastian delegation",
            EntityKind.GROUP,
        ),
        ("Ilse Brandt", RoleName.CO_PARTICIPANT, "her", EntityKind.PERSON),
    ]
    assert [place.name for place in entry.places] == ["Grell"]
    assert entry.article.title == sample_document().title
    assert entry.article.publisher == "Daily Example"
    assert entry.article.published == "2021-05-14"
    assert entry.article.text is None
    assert entry.fused is None


def test_a_date_tells_how_it_was_reached(store: GraphStore) -> None:
    when = event(store, iri(VISIT)).date
    assert when is not None
    assert (when.earliest_begin, when.latest_end) == (
        date(2021, 5, 3),
        date(2021, 5, 9),
    )
    assert when.granularity == "Week"
    assert when.basis == "RelativeToPublication"
    assert when.anchor == date(2021, 5, 14)
    assert when.edtf == "[2021-05-03..2021-05-09]"
    assert when.words == "last week" == TEXT[when.start : when.end]
    assert when.rule == "last-unit"
    assert "counted from" in when.explanation


def test_a_date_from_tense_alone_has_no_words(store: GraphStore) -> None:
    when = event(store, iri(TRAVEL)).date
    assert when is not None
    assert (when.words, when.start, when.end) == ("", None, None)
    assert when.latest_end is None
    assert not when.is_dated


def test_a_claim_tells_who_says_so_to_whom(store: GraphStore) -> None:
    [claim] = event(store, iri(NO_SHOW)).claims
    assert claim.source == "two officials"
    assert claim.is_unnamed
    assert claim.cue == "told" == TEXT[claim.start : claim.end]
    assert claim.asserts == "CT-"
    assert claim.told_to == "Daily Example"
    [other] = event(store, iri(TRAVEL)).claims
    assert isinstance(other, ClaimRef)
    assert other.source_iri == iri(AIDE)
    assert other.told_to is None


def test_evidence_is_the_trigger_in_its_sentence(store: GraphStore) -> None:
    [evidence] = event(store, iri(WAR)).evidence
    assert isinstance(evidence, Evidence)
    assert evidence.words == "Border War" == TEXT[evidence.start : evidence.end]
    assert evidence.sentence == TEXT[evidence.sentence_start : evidence.sentence_end]
    assert evidence.sentence == "The “Border War” lasted from 1994 to 1996."


def test_a_store_without_texts_answers_the_same() -> None:
    told = []
    for keep_text in (True, False):
        store = GraphStore.memory()
        encoded = encode_article(
            sample_facts(), run=RunInfo(software="x"), keep_text=keep_text
        )
        store.replace_articles([encoded])
        told.append(timeline(store))
    assert told[0] == told[1]


def test_the_text_comes_when_asked_for(store: GraphStore) -> None:
    assert {e.article.text for e in timeline(store, include_text=True)} == {TEXT}
    assert event(store, iri(WAR), include_text=True).article.text == TEXT
    assert articles(store, include_text=True)[0].text == TEXT
    assert articles(store)[0].text is None


@pytest.mark.parametrize(
    "name", ["Ilse Brandt", "ilse brandt", "BRANDT", " Brandt ", "brandt"]
)
def test_an_actor_is_found_by_name_alias_or_family_name(
    store: GraphStore, name: str
) -> None:
    found = labels(timeline(store, actor=name))
    assert found == [each.label for each in (MET, VISIT, NO_SHOW, SIGN)]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("the Vastian president", 3),
        ("two officials", 0),
        ("the two leaders", 1),
        ("nobody", 0),
        ("", 0),
        ("Port Selby", 0),
    ],
)
def test_only_who_takes_part_is_an_actor(
    store: GraphStore, name: str, count: int
) -> None:
    assert len(timeline(store, actor=name)) == count


def test_a_place_is_where_things_happen_begin_or_end(store: GraphStore) -> None:
    assert labels(timeline(store, place="grell")) == [VISIT.label, NO_SHOW.label]
    assert labels(timeline(store, place="Norhaven")) == [TRAVEL.label]
    entry = event(store, iri(TRAVEL))
    assert [place.name for place in entry.places] == ["Norhaven"]
    assert isinstance(entry.places[0], PlaceRef)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (date(2021, 5, 1), date(2021, 5, 31), (VISIT, NO_SHOW, TRAVEL)),
        (date(2021, 5, 9), date(2021, 5, 9), (VISIT,)),
        (date(2021, 5, 10), date(2021, 5, 10), ()),
        (date(2021, 6, 30), None, (TRAVEL, SIGN)),
        (None, date(1994, 1, 1), (WAR,)),
        (date(1995, 6, 1), date(1995, 6, 1), (WAR,)),
    ],
)
def test_dates_keep_what_may_overlap(
    store: GraphStore, start: date | None, end: date | None, found: tuple[object, ...]
) -> None:
    entries = timeline(store, start=start, end=end)
    assert [entry.iri for entry in entries] == [iri(each) for each in found]


def test_a_start_after_the_end_is_refused(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="2021-05-02 is after the end 2021-05-01"):
        timeline(store, start=date(2021, 5, 2), end=date(2021, 5, 1))


@pytest.mark.parametrize("status", Status)
def test_each_status_can_be_asked_for(store: GraphStore, status: Status) -> None:
    found = timeline(store, status=status)
    assert {entry.status for entry in found} == {status}


def test_conditions_hold_together(store: GraphStore) -> None:
    assert labels(timeline(store, actor="Kerr", place="port selby")) == [MET.label]
    assert labels(timeline(store, event_type="Meet", actor="Kerr")) == [MET.label]
    assert len(timeline(store, event_type="Meet")) == 2
    assert len(timeline(store, event_type="Nothing such")) == 0
    assert labels(timeline(store, min_salience=0.8)) == [MET.label, NO_SHOW.label]


def test_an_article_can_be_asked_for(two: GraphStore) -> None:
    assert len(timeline(two)) == 12
    assert {e.article.iri for e in timeline(two, article=ARTICLE)} == {ARTICLE}
    assert len(timeline(two, article="https://example.org/none")) == 0


def test_an_actor_is_found_under_every_fused_name(two: GraphStore) -> None:
    assert len(called(two, "Minister I. B.")) == 2
    by_one, by_other = (
        timeline(two, actor=name) for name in ("Ilse Brandt", "Minister I. B.")
    )
    assert by_one == by_other
    assert len(by_one) == 8


def test_an_event_says_what_it_was_fused_into(two: GraphStore) -> None:
    fused = {entry.fused for entry in timeline(two, event_type="Meet")}
    assert len(fused) == 2
    assert None in fused


def test_an_unknown_event_is_named(store: GraphStore) -> None:
    with pytest.raises(UnknownNameError, match="unknown event 'urn:x'"):
        event(store, "urn:x")


def test_an_empty_store_has_an_empty_timeline() -> None:
    assert len(timeline(GraphStore.memory())) == 0
    assert articles(GraphStore.memory()) == ()


def test_hostile_names_find_nothing(store: GraphStore) -> None:
    for name in ("'} UNION {?s ?p ?o", '"', "\\", "\x00", "<urn:a>", "a" * 10_000):
        assert len(timeline(store, actor=name, place=name, event_type=name)) == 0
