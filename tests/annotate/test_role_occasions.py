"""Who takes part in a meeting or an errand that a verb names after a preposition."""

from __future__ import annotations

import pytest
from tests.parse import build_doc

from dateline.annotate.pipeline import annotate, default_stages

HOSTED = (
    "The/DT/det/2 mayor/NN/nsubj/3 hosted|host/VBD/ROOT/0 envoys|envoy/NNS/dobj/3 "
    "for/IN/prep/3 two/CD/nummod/7/DATE days|day/NNS/pobj/5/DATE of/IN/prep/7 "
    "talks|talk/NNS/pobj/8 in/IN/prep/9 Oslo/NNP/pobj/10/GPE ././punct/3"
)
RECEIVED = (
    "The/DT/det/2 envoys|envoy/NNS/nsubjpass/4 were|be/VBD/auxpass/4 "
    "received|receive/VBN/ROOT/0 by/IN/agent/4 the/DT/det/7 mayor/NN/pobj/5 "
    "for/IN/prep/4 talks|talk/NNS/pobj/8 ././punct/4"
)
ARRIVED = (
    "The/DT/det/2 envoy/NN/nsubj/3 arrived|arrive/VBD/ROOT/0 in/IN/prep/3 "
    "Oslo/NNP/pobj/4/GPE for/IN/prep/3 talks|talk/NNS/pobj/6 with/IN/prep/7 "
    "bankers|banker/NNS/pobj/8 ././punct/3"
)
WAITED = (
    "The/DT/det/2 firm/NN/nsubj/3 waited|wait/VBD/ROOT/0 for/IN/prep/3 "
    "talks|talk/NNS/pobj/4 with/IN/prep/5 bankers|banker/NNS/pobj/6 ././punct/3"
)
ERRAND = (
    "The/DT/det/2 minister/NN/nsubj/3 is|be/VBZ/ROOT/0 on/IN/prep/3 a/DT/det/6 "
    "visit/NN/pobj/4 to/IN/prep/6 Oslo/NNP/pobj/7/GPE ././punct/3"
)
SENT = (
    "The/DT/det/2 singer/NN/nsubjpass/4 was|be/VBD/auxpass/4 sent|send/VBN/ROOT/0 "
    "on/IN/prep/4 a/DT/det/7 tour/NN/pobj/5 of/IN/prep/7 Norway/NNP/pobj/8/GPE "
    "././punct/4"
)
TRIAL = (
    "Two/CD/nummod/2/CARDINAL reporters|reporter/NNS/nsubjpass/4 "
    "were|be/VBD/auxpass/4 put/VBN/ROOT/0 on/IN/prep/4 trial/NN/pobj/5 ././punct/4"
)


def roles(sentence, lemma):
    doc = next(annotate([build_doc(sentence)], default_stages()))
    return {
        doc.slice(doc.entity_mentions[role.mention].span): role.role.value
        for role in doc.roles
        if doc.event_mentions[role.event].lemma == lemma
    }


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        (
            HOSTED,
            "talk",
            {"The mayor": "agent", "envoys": "co-participant", "Oslo": "place"},
        ),
        (RECEIVED, "talk", {"The envoys": "co-participant", "the mayor": "agent"}),
        (
            ARRIVED,
            "talk",
            {"The envoy": "agent", "bankers": "co-participant", "Oslo": "place"},
        ),
        (WAITED, "talk", {"bankers": "co-participant"}),
        (ERRAND, "visit", {"The minister": "agent", "Oslo": "place"}),
        (SENT, "tour", {"The singer": "agent", "Norway": "place"}),
        (TRIAL, "trial", {"Two reporters": "patient"}),
    ],
    ids=["host", "received", "arrived", "waited", "on a visit", "sent", "on trial"],
)
def test_an_occasion_has_the_participants_of_its_verb(sentence, noun, expected):
    assert roles(sentence, noun) == expected
