"""Places and persons that a verb gets from other parts of its sentence."""

from __future__ import annotations

import pytest
from tests.annotate.marks import (
    COUNTRY,
    ORGANIZATION,
    PERSON,
    PLACE,
    THING,
    with_entities,
    with_events,
)
from tests.parse import build_doc

from dateline.annotate.roles import annotate_roles
from dateline.model.mentions import EntityKind

MARATHON = (
    "Rossi/NNP/nsubj/2/PERSON won|win/VBD/ROOT/0 the/DT/det/5 "
    "Turin/NNP/compound/5/GPE marathon/NN/dobj/2 ././punct/2"
)
SENT_BACK = (
    "She/PRP/nsubjpass/3 was|be/VBD/auxpass/3 sent|send/VBN/ROOT/0 back/RB/advmod/3 "
    "to/IN/prep/4 Peru/NNP/pobj/5/GPE ,/,/punct/6 where/WRB/advmod/10 he/PRP/nsubj/10 "
    "taught|teach/VBD/relcl/6 ././punct/3"
)
JURY = (
    "A/DT/det/2 jury/NN/nsubj/5 in/IN/prep/2 Leeds/NNP/pobj/3/GPE "
    "convicted|convict/VBD/ROOT/0 the/DT/det/7 baker/NN/dobj/5 ././punct/5"
)
SEIZED = (
    "He/PRP/nsubjpass/3 was|be/VBD/auxpass/3 seized|seize/VBN/ROOT/0 in/IN/prep/3 "
    "May/NNP/pobj/4/DATE and/CC/cc/3 extradited|extradite/VBD/conj/3 to/IN/prep/7 "
    "Malta/NNP/pobj/8/GPE ././punct/3"
)
LIFTED = (
    "The/DT/det/2 rocket/NN/nsubj/3 lifted|lift/VBD/ROOT/0 off/RP/prt/3 "
    "from/IN/prep/3 Kourou/NNP/pobj/5/GPE ././punct/3"
)
NOTE = (
    "A/DT/det/2 note/NN/ROOT/0 that/WDT/dative/5 he/PRP/nsubj/5 "
    "sent|send/VBD/relcl/2 her|she/PRP/dobj/5 ././punct/2"
)
RANG = "Hall/NNP/nsubj/2 phoned|phone/VBD/ROOT/0 Reid/NNP/dobj/2 ././punct/2"
WITNESS = (
    "A/DT/det/2 pilot/NN/nsubj/10 from/IN/prep/2 Peru/NNP/pobj/3/GPE who/WP/nsubj/6 "
    "was|be/VBD/relcl/4 to/TO/aux/8 testify/VB/xcomp/6 ,/,/punct/2 "
    "failed|fail/VBD/ROOT/0 to/TO/aux/12 appear/VB/xcomp/10 ././punct/10"
)


@pytest.mark.parametrize(
    ("sentence", "kinds", "event", "kind", "expected"),
    [
        (
            MARATHON,
            {"Rossi": PERSON, "Turin": PLACE},
            "won",
            "Sport",
            {("agent", "Rossi"), ("place", "Turin")},
        ),
        (
            SENT_BACK,
            {"She": PERSON, "Peru": COUNTRY},
            "sent",
            "Transfer",
            {("patient", "She"), ("destination", "Peru")},
        ),
        (
            SENT_BACK,
            {"Peru": COUNTRY, "he": PERSON},
            "taught",
            "Other",
            {("agent", "he"), ("place", "Peru")},
        ),
        (
            JURY,
            {"A jury": ORGANIZATION, "Leeds": PLACE, "the baker": PERSON},
            "convicted",
            "Legal",
            {("agent", "A jury"), ("place", "Leeds"), ("patient", "the baker")},
        ),
        (
            SEIZED,
            {"He": PERSON, "Malta": PLACE},
            "extradited",
            "Legal",
            {("patient", "He"), ("destination", "Malta")},
        ),
        (
            LIFTED,
            {"The rocket": THING, "Kourou": PLACE},
            "lifted",
            "Launch",
            {("agent", "The rocket"), ("place", "Kourou")},
        ),
        (
            NOTE,
            {"A note": THING, "he": PERSON, "her": PERSON},
            "sent",
            "Transfer",
            {("agent", "he"), ("patient", "A note"), ("recipient", "her")},
        ),
        (
            RANG,
            {"Hall": PERSON, "Reid": PERSON},
            "phoned",
            "Consult",
            {("agent", "Hall"), ("addressee", "Reid")},
        ),
        (
            WITNESS,
            {"A pilot": PERSON, "Peru": COUNTRY},
            "testify",
            "Legal",
            {("speaker", "A pilot")},
        ),
    ],
)
def test_roles_come_from_the_whole_sentence(
    sentence: str,
    kinds: dict[str, EntityKind],
    event: str,
    kind: str,
    expected: set[tuple[str, str]],
) -> None:
    doc = with_entities(build_doc(sentence), kinds)
    doc = annotate_roles(with_events(doc, event, types={event: kind}))
    assert {(r.role.value, doc.slice(r.span)) for r in doc.roles} == expected


def test_who_does_not_appear_is_absent_from_what_he_was_to_do() -> None:
    doc = with_entities(build_doc(WITNESS), {"A pilot": PERSON})
    doc = annotate_roles(with_events(doc, "testify appear"))
    assert {(r.event, r.role.value) for r in doc.roles} == {
        (0, "absentee"),
        (1, "absentee"),
    }
