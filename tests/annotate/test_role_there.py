"""Where "there" is, by the places named before it."""

from __future__ import annotations

import pytest
from tests.annotate.marks import COUNTRY, PERSON, PLACE, with_entities, with_events
from tests.annotate.test_role_doers import roles_of
from tests.parse import build_doc

from dateline.annotate.roles import annotate_roles

LANDED = (
    "Roe/NNP/nsubj/2/PERSON landed|land/VBD/ROOT/0 in/IN/prep/2 Lima/NNP/pobj/3/GPE"
)
DIED = "She/PRP/nsubj/2 died|die/VBD/ROOT/0 there/RB/advmod/2"
KINDS = {"Roe": PERSON, "Lima": PLACE}
OF_LANDING = {("landed", "agent", "Roe"), ("landed", "place", "Lima")}


def test_there_is_the_place_named_in_the_sentence_before() -> None:
    doc = with_entities(build_doc(LANDED, DIED), KINDS)
    assert roles_of(annotate_roles(with_events(doc, "landed died"))) == (
        OF_LANDING | {("died", "place", "Lima")}
    )


def test_there_is_the_place_named_before_it_in_its_sentence() -> None:
    doc = build_doc(
        f"{LANDED} and/CC/cc/2 died|die/VBD/conj/2 there/RB/advmod/6 ././punct/2"
    )
    found = roles_of(annotate_roles(with_events(with_entities(doc, KINDS), "died")))
    assert ("died", "place", "Lima") not in found
    found = roles_of(
        annotate_roles(with_events(with_entities(doc, KINDS), "landed died"))
    )
    assert ("died", "place", "Lima") in found


def test_what_happened_there_happened_where_the_verb_did() -> None:
    doc = build_doc(
        LANDED,
        "The/DT/det/2 fighting/NN/nsubj/4 there/RB/advmod/2 ended|end/VBD/ROOT/0",
    )
    doc = with_events(with_entities(doc, KINDS), "landed fighting ended")
    assert roles_of(annotate_roles(doc)) == OF_LANDING | {
        ("fighting", "place", "Lima"),
        ("ended", "place", "Lima"),
    }


def test_who_comes_from_there_has_it_for_an_origin() -> None:
    doc = build_doc(
        LANDED,
        "She/PRP/nsubj/2 fled|flee/VBD/ROOT/0 from/IN/prep/2 there/RB/pcomp/3",
    )
    doc = with_events(with_entities(doc, KINDS), "landed fled")
    assert ("fled", "origin", "Lima") in roles_of(annotate_roles(doc))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LANDED} and/CC/cc/4 Rome/NNP/conj/4/GPE", DIED),
        (
            LANDED,
            "She/PRP/nsubj/2 died|die/VBD/ROOT/0 out/RB/advmod/4 there/RB/advmod/2",
        ),
        (LANDED, "There/EX/expl/2 died|die/VBD/ROOT/0 a/DT/det/4 man/NN/attr/2"),
        (LANDED.replace("in/IN", "from/IN"), DIED),
    ],
    ids=["two places", "an idiom", "an expletive", "left behind"],
)
def test_there_is_nowhere_where_it_is_not_clear(first: str, second: str) -> None:
    kinds = {**KINDS, "Rome": PLACE} if "Rome" in first else KINDS
    doc = with_entities(build_doc(first, second), kinds)
    found = roles_of(annotate_roles(with_events(doc, "landed died")))
    assert not {role for role in found if role[:2] == ("died", "place")}


def test_a_country_that_acts_is_no_place_to_be() -> None:
    doc = build_doc("Peru/NNP/nsubj/2/GPE agreed|agree/VBD/ROOT/0", DIED)
    doc = with_events(with_entities(doc, {"Peru": COUNTRY}), "agreed died")
    assert roles_of(annotate_roles(doc)) == {("agreed", "agent", "Peru")}
