"""A real article is read as its readers read it. Its text stays where it lies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.knowledge import KnowledgeGraph
from dateline.query.results import TimelineEntry

ARTICLE = Path(__file__).parents[2] / "shared/articles/north-korea-remains.txt"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not ARTICLE.exists(), reason=f"{ARTICLE} is not here"),
]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return dateline.build([ARTICLE])


def events(graph: KnowledgeGraph, words: str) -> list[TimelineEntry]:
    """Return the events that have a trigger of these words."""
    return [
        entry
        for entry in graph.timeline(min_salience=0)
        if any(words in each.words for each in entry.evidence)
    ]


def actors(entry: TimelineEntry, role: str) -> set[str]:
    return {who.name for who in entry.participants if who.role == role}


def touched(entry: TimelineEntry) -> tuple[date | None, date | None]:
    assert entry.date is not None
    return entry.date.earliest_begin, entry.date.latest_end


@pytest.mark.parametrize(
    ("words", "first", "last", "status"),
    [
        ("summit", date(2018, 6, 12), date(2018, 6, 12), "happened"),
        ("agreed", date(2018, 6, 12), date(2018, 6, 12), "happened"),
        ("visit", date(2018, 7, 2), date(2018, 7, 8), "happened"),
        ("sent", date(2018, 7, 6), date(2018, 7, 6), "happened"),
        ("released", date(2018, 7, 12), date(2018, 7, 12), "happened"),
        ("meeting", date(2018, 7, 12), date(2018, 7, 12), "did-not-happen"),
        ("return", date(2018, 6, 12), None, "planned"),
        ("Korean War", date(1950, 1, 1), date(1953, 12, 31), "happened"),
        ("transferred", date(2005, 1, 1), date(2005, 12, 31), "happened"),
    ],
)
def test_an_event_has_its_date_and_status(
    graph: KnowledgeGraph, words: str, first: date, last: date | None, status: str
) -> None:
    found = events(graph, words)
    assert any(touched(e) == (first, last) and e.status == status for e in found)


@pytest.mark.parametrize(
    ("words", "role", "names"),
    [
        ("agreed", "agent", {"Kim Jong-un", "Trump"}),
        ("summit", "co-participant", {"Kim Jong-un", "Trump"}),
        ("visit", "agent", {"Mike Pompeo"}),
        ("sent", "agent", {"Kim Jong-un"}),
        ("released", "agent", {"Trump"}),
        ("meeting", "absentee", {"North Korea"}),
        ("transferred", "agent", {"North Korea"}),
        ("transferred", "recipient", {"United States"}),
    ],
)
def test_who_took_part_is_found_under_one_name(
    graph: KnowledgeGraph, words: str, role: str, names: set[str]
) -> None:
    assert any(names <= actors(entry, role) for entry in events(graph, words))


def test_the_missed_meeting_is_no_event_and_an_official_says_so(
    graph: KnowledgeGraph,
) -> None:
    (meeting,) = events(graph, "meeting")
    rows = graph.query("SELECT ?e WHERE { ?e a sem:Event }").rows
    assert meeting.iri not in {str(row[0]) for row in rows}
    assert any("show" in each.words for each in meeting.evidence)
    said = {(claim.source, claim.told_to) for claim in meeting.claims}
    assert ("an official", "Washington Post") in said


def test_the_unaccounted_are_a_claim_off_the_timeline(graph: KnowledgeGraph) -> None:
    (state,) = events(graph, "unaccounted")
    assert state.iri not in {entry.iri for entry in graph.timeline()}
    assert [claim.source for claim in state.claims] == ["Pentagon"]


def test_the_visit_is_found_by_its_actor_and_has_its_place(
    graph: KnowledgeGraph,
) -> None:
    (visit,) = [
        e for e in graph.timeline(actor="Mike Pompeo") if e.event_type == "Visit"
    ]
    assert [place.name for place in visit.places] == ["Pyongyang"]


def test_comment_makes_no_dated_event(graph: KnowledgeGraph) -> None:
    dated = {
        entry.label
        for entry in graph.timeline()
        if entry.date is not None and entry.date.is_dated
    }
    assert not any("cynicism" in label for label in dated)


def test_the_graph_conforms(graph: KnowledgeGraph) -> None:
    assert graph.validate().conforms
