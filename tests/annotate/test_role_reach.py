"""Whom an act reaches by way of another word than its verb's object."""

from __future__ import annotations

import pytest
from tests.parse import build_doc

from dateline.annotate.pipeline import annotate, default_stages

RECALLED = (
    "Norway/NNP/nsubj/2/GPE recalled|recall/VBD/ROOT/0 envoys|envoy/NNS/dobj/2 "
    "from/IN/prep/3 Sweden/NNP/pobj/4/GPE ././punct/2"
)
PULLED = (
    "Norway/NNP/nsubj/2/GPE pulled|pull/VBD/ROOT/0 troops|troop/NNS/dobj/2 "
    "out/IN/prep/2 of/IN/prep/4 Mali/NNP/pobj/5/GPE ././punct/2"
)
SHARED = (
    "Norway/NNP/nsubj/2/GPE shared|share/VBD/ROOT/0 samples|sample/NNS/dobj/2 "
    "with/IN/prep/3 Sweden/NNP/pobj/4/GPE ././punct/2"
)
HURLED = (
    "Fans|fan/NNS/nsubj/2 hurled|hurl/VBD/ROOT/0 bottles|bottle/NNS/dobj/2 "
    "at/IN/prep/2 the/DT/det/6 referee/NN/pobj/4 ././punct/2"
)
LOOKED = (
    "They/PRP/nsubj/2 looked|look/VBD/ROOT/0 at/IN/prep/2 the/DT/det/5 "
    "referee/NN/pobj/3 ././punct/2"
)
ITS_CALL = (
    "Norway/NNP/nsubj/2/GPE repeated|repeat/VBD/ROOT/0 its/PRP$/poss/4 "
    "call/NN/dobj/2 for/IN/mark/8 Sweden/NNP/nsubj/8/GPE to/TO/aux/8 "
    "act/VB/advcl/2 ././punct/2"
)
CALLED = (
    "The/DT/det/2 paper/NN/nsubj/3 called|call/VBD/ROOT/0 on/IN/prep/3 "
    "Friday/NNP/pobj/4/DATE for/IN/mark/9 envoys|envoy/NNS/nsubj/9 to/TO/aux/9 "
    "resign/VB/advcl/3 ././punct/3"
)
TORN = (
    "A/DT/det/2 paper/NN/ROOT/0 called|call/VBN/acl/2 Monday/NNP/npadvmod/3/DATE "
    "on/IN/prep/3 Sweden/NNP/pobj/5/GPE to/TO/aux/8 act/VB/xcomp/3 ././punct/2"
)
ALLEGED = (
    "Norway/NNP/nsubj/2/GPE alleged|allege/VBD/ROOT/0 that/IN/mark/5 "
    "hackers|hacker/NNS/nsubj/5 broke|break/VBD/ccomp/2 it/PRP/dobj/5 ././punct/2"
)
OFFER = (
    "Norway/NNP/nsubj/2/GPE rejected|reject/VBD/ROOT/0 an/DT/det/4 offer/NN/dobj/2 "
    "from/IN/prep/4 Rome/NNP/pobj/5/GPE ././punct/2"
)
LETTER = (
    "The/DT/det/2 letter/NN/nsubj/5 from/IN/prep/2 Rome/NNP/pobj/3/GPE "
    "arrived|arrive/VBD/ROOT/0 ././punct/5"
)
GUILTY = (
    "The/DT/det/2 driver/NN/nsubj/3 was|be/VBD/ROOT/0 guilty/JJ/acomp/3 "
    "of/IN/prep/4 killing|kill/VBG/pcomp/5 a/DT/det/8 farmer/NN/dobj/6 ././punct/3"
)


@pytest.mark.parametrize(
    ("sentence", "lemma", "name", "role"),
    [
        (RECALLED, "recall", "Sweden", "origin"),
        (PULLED, "pull", "Mali", "origin"),
        (SHARED, "share", "Sweden", "co-participant"),
        (HURLED, "hurl", "the referee", "patient"),
        (LOOKED, "look", "the referee", None),
        (ITS_CALL, "call", "Sweden", "addressee"),
        (CALLED, "call", "envoys", "addressee"),
        (TORN, "call", "A paper", "speaker"),
        (ALLEGED, "allege", "hackers", "patient"),
        (OFFER, "offer", "Rome", "agent"),
        (LETTER, "letter", "Rome", "origin"),
        (GUILTY, "kill", "The driver", "agent"),
    ],
)
def test_another_word_tells_whom_an_act_reaches(sentence, lemma, name, role):
    doc = next(annotate([build_doc(sentence)], default_stages()))
    found = {
        doc.slice(doc.entity_mentions[each.mention].span): each.role.value
        for each in doc.roles
        if doc.event_mentions[each.event].lemma.split()[0] == lemma
    }
    assert found.get(name) == role
