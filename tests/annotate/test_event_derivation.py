from __future__ import annotations

import pytest
from tests.parse import build_doc

from dateline.annotate.event_derivation import derived_type, is_deverbal, verbs_of
from dateline.annotate.events import find_events
from dateline.model.event_types import EventType as T


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("hospitalisation", T.INJURY),
        ("hospitalization", T.INJURY),
        ("interrogation", T.COERCE),
        ("expropriation", T.COERCE),
        ("appeasement", None),
        ("capture", T.ASSAULT),
        ("restriction", T.COERCE),
        ("nation", None),
        ("building", None),
        ("addition", None),
    ],
)
def test_a_noun_takes_the_type_of_its_verb(noun: str, expected: T | None) -> None:
    assert derived_type(noun) == expected


def test_a_doubled_letter_and_a_silent_one_are_undone() -> None:
    assert "bar" in verbs_of("barring")
    assert "hire" in verbs_of("hiring")


def test_a_noun_that_is_a_verb_by_chance_is_not_made_of_it() -> None:
    assert is_deverbal("hiring")
    assert not is_deverbal("ship")


@pytest.mark.parametrize(
    ("line", "events"),
    [
        (
            (
                "The/DT/det/2 passage/NN/nsubj/7 of/IN/prep/2 the/DT/det/5 "
                "bill/NN/pobj/3 then/RB/advmod/7 stalled|stall/VBD/ROOT/0"
            ),
            {"stalled"},
        ),
        (
            (
                "The/DT/det/2 passage/NN/nsubj/8 of/IN/prep/2 the/DT/det/5 "
                "bill/NN/pobj/3 by/IN/prep/5 parliament/NN/pobj/6 "
                "stalled|stall/VBD/ROOT/0"
            ),
            {"passage", "stalled"},
        ),
        (
            (
                "The/DT/det/2 union/NN/poss/4 's/POS/case/2 demand/NN/nsubj/7 "
                "for/IN/prep/4 pay/NN/pobj/5 failed|fail/VBD/ROOT/0"
            ),
            {"demand", "failed"},
        ),
        (
            (
                "They/PRP/nsubj/2 published|publish/VBD/ROOT/0 the/DT/det/4 "
                "study/NN/dobj/2"
            ),
            {"published"},
        ),
        (
            "Exports|export/NNS/nsubj/2 grew|grow/VBD/ROOT/0",
            {"grew"},
        ),
    ],
)
def test_a_noun_with_doer_and_object_is_an_event(line: str, events: set[str]) -> None:
    doc = build_doc(line)
    assert {doc.tokens[found.head].text for found in find_events(doc)} == events
