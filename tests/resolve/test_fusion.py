"""Events and entities of several articles are joined on strict, reversible grounds."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.facts import Status
from dateline.model.mentions import EntityKind
from dateline.resolve.fusion import (
    EntitySketch,
    EventSketch,
    fuse_entities,
    fuse_events,
)


def entity(
    iri: str, label: str, kind: EntityKind = EntityKind.PERSON, article: str = ""
) -> EntitySketch:
    return EntitySketch(
        iri=iri, article=article or f"{iri}-doc", kind=kind, label=label
    )


def event(iri: str, article: str, **fields: object) -> EventSketch:
    sketch = EventSketch(
        iri=iri,
        article=article,
        lemma="visit",
        event_type="Visit",
        status=Status.HAPPENED,
        label="a visit",
        earliest=date(2018, 7, 2),
        latest=date(2018, 7, 8),
        actors=frozenset({"p"}),
        places=frozenset({"c"}),
    )
    return replace(sketch, **fields)  # type: ignore[arg-type]


def test_one_full_name_in_two_articles_is_one_person() -> None:
    found = fuse_entities([entity("b", "Mira Sol"), entity("a", "Mira Sol")])
    assert [decision.members for decision in found] == [("a", "b")]
    assert found[0].label == "Mira Sol"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mira Sol", "Ada Sol"), ("Sol", "Sol"), ("Mira Sol", "Sol")],
)
def test_other_first_names_and_bare_family_names_join_nobody(
    one: str, other: str
) -> None:
    assert fuse_entities([entity("a", one), entity("b", other)]) == ()


def test_a_person_and_a_company_of_one_name_stay_two() -> None:
    company = entity("b", "Mira Sol", EntityKind.ORGANIZATION)
    assert fuse_entities([entity("a", "Mira Sol"), company]) == ()


def test_one_visit_told_by_two_articles_is_one_event() -> None:
    found = fuse_events([event("a", "x"), event("b", "y")], {})
    assert [decision.members for decision in found] == [("a", "b")]


@pytest.mark.parametrize(
    "other",
    [
        {"article": "x"},
        {"earliest": date(2018, 8, 1), "latest": date(2018, 8, 1)},
        {"status": Status.DID_NOT_HAPPEN},
        {"actors": frozenset({"q"}), "places": frozenset({"d"})},
        {"event_type": "Meet", "lemma": "meet"},
        {"earliest": date(2018, 1, 1), "latest": date(2018, 12, 31)},
    ],
    ids=["article", "day", "outcome", "nothing shared", "sort", "too wide"],
)
def test_what_differs_in_one_of_these_is_another_event(
    other: dict[str, object],
) -> None:
    second = replace(event("b", "y"), **other)  # type: ignore[arg-type]
    assert fuse_events([event("a", "x"), second], {}) == ()


def test_fused_entities_count_as_shared() -> None:
    second = event("b", "y", actors=frozenset({"q"}), places=frozenset())
    first = event("a", "x", places=frozenset())
    assert fuse_events([first, second], {}) == ()
    assert len(fuse_events([first, second], {"q": "p"})) == 1


sketches = st.lists(
    st.builds(
        event,
        iri=st.integers(0, 30).map("e{}".format),
        article=st.sampled_from(["x", "y", "z"]),
        lemma=st.sampled_from(["visit", "tour"]),
        actors=st.frozensets(st.sampled_from(["p", "q"]), max_size=2),
        places=st.frozensets(st.sampled_from(["c", "d"]), max_size=1),
    ),
    max_size=8,
    unique_by=lambda sketch: sketch.iri,
)


@given(sketches, st.randoms())
def test_fusion_does_not_depend_on_the_order_of_the_articles(
    found: list[EventSketch], random: object
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fuse_events(found, {}) == fuse_events(shuffled, {})


@given(sketches)
def test_no_event_is_in_two_decisions(found: list[EventSketch]) -> None:
    members = [iri for each in fuse_events(found, {}) for iri in each.members]
    assert len(members) == len(set(members))
