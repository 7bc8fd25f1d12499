"""Who harms in a participle after a clause that harms nobody."""

from __future__ import annotations

import pytest
from tests.annotate.marks import GROUP, with_entities, with_events
from tests.annotate.test_role_doers import roles_of
from tests.parse import build_doc

from dateline.annotate.roles import annotate_roles

# The parser makes the second clause the main one, and the first what it says.
TORN = (
    "Rebels/NNS/nsubj/2 fired|fire/VBD/ccomp/5 after/IN/mark/5 envoys/NNS/nsubj/5 "
    "{verb}/VBD/ROOT/0 ,/,/punct/5 killing|kill/VBG/advcl/5 men/NNS/dobj/7"
)
LATE = (
    "Rebels/NNS/nsubj/2 fired|fire/VBD/ROOT/0 {mark}/5 envoys/NNS/nsubj/5 "
    "{verb}/VBD/advcl/2 ,/,/punct/5 killing|kill/VBG/advcl/5 men/NNS/dobj/7"
)
KINDS = {"Rebels": GROUP, "envoys": GROUP, "men": GROUP}
MET, SHOT = "met|meet", "shot|shoot"
AFTER, WHERE = "after/IN/mark", "where/WRB/advmod"


@pytest.mark.parametrize(
    ("sentence", "second", "doer"),
    [
        (TORN.format(verb=MET), "met", "Rebels"),
        (TORN.format(verb=SHOT), "shot", "envoys"),
        (LATE.format(mark=AFTER, verb=MET), "met", "Rebels"),
        (LATE.format(mark=AFTER, verb=SHOT), "shot", "envoys"),
        (LATE.format(mark=WHERE, verb=MET), "met", "envoys"),
    ],
)
def test_who_signs_or_meets_does_not_kill(
    sentence: str, second: str, doer: str
) -> None:
    doc = with_entities(build_doc(sentence), KINDS)
    types = {"fired": "Assault", "met": "Meet", "shot": "Assault", "killing": "Death"}
    doc = annotate_roles(with_events(doc, f"fired {second} killing", types=types))
    assert {role for role in roles_of(doc) if role[0] == "killing"} == {
        ("killing", "agent", doer),
        ("killing", "patient", "men"),
    }


SENT = (
    "Envoys/NNS/nsubjpass/3 were|be/VBD/auxpass/3 sent|send/VBN/ROOT/0 "
    "after/IN/mark/6 rebels/NNS/nsubj/6 {verb}/VBD/advcl/3 ,/,/punct/3 "
    "killing|kill/VBG/advcl/3 men/NNS/dobj/8"
)


@pytest.mark.parametrize(
    ("verb", "second", "doer"), [(SHOT, "shot", "rebels"), (MET, "met", "Envoys")]
)
def test_who_comes_after_an_attack_does_not_kill(
    verb: str, second: str, doer: str
) -> None:
    kinds = {"Envoys": GROUP, "rebels": GROUP, "men": GROUP}
    doc = with_entities(build_doc(SENT.format(verb=verb)), kinds)
    types = {"sent": "Mobilize", "met": "Meet", "shot": "Assault", "killing": "Death"}
    doc = annotate_roles(with_events(doc, f"sent {second} killing", types=types))
    assert ("killing", "agent", doer) in roles_of(doc)


KILLED = (
    "A/DT/det/3 rebel/NN/compound/3 {noun}/NN/nsubj/4 killed|kill/VBD/ROOT/0 "
    "men/NNS/dobj/4"
)
DIED = (
    "Men/NNS/nsubjpass/3 were|be/VBD/auxpass/3 killed|kill/VBN/ROOT/0 in/IN/prep/3 "
    "a/DT/det/7 rebel/NN/compound/7 {noun}/NN/pobj/4"
)


@pytest.mark.parametrize("sentence", [KILLED, DIED])
@pytest.mark.parametrize(
    ("noun", "kind", "expected"),
    [("attack", "Assault", {"rebel"}), ("meeting", "Meet", set())],
)
def test_what_an_attack_does_its_attackers_do(
    sentence: str, noun: str, kind: str, expected: set[str]
) -> None:
    doc = with_entities(build_doc(sentence.format(noun=noun)), {"rebel": GROUP})
    doc = with_events(doc, f"{noun} killed", types={noun: kind, "killed": "Death"})
    found = roles_of(annotate_roles(doc))
    agents = {who for what, role, who in found if (what, role) == ("killed", "agent")}
    assert agents == expected


def test_who_kills_in_an_attack_of_others_is_not_changed() -> None:
    doc = build_doc(
        "Men/NNS/nsubjpass/3 were|be/VBD/auxpass/3 killed|kill/VBN/ROOT/0 "
        "by/IN/agent/3 troops/NNS/pobj/4 in/IN/prep/3 a/DT/det/9 rebel/NN/compound/9 "
        "attack/NN/pobj/6"
    )
    doc = with_entities(doc, {"rebel": GROUP, "troops": GROUP})
    doc = with_events(doc, "killed attack", types={"attack": "Assault"})
    found = roles_of(annotate_roles(doc))
    assert ("killed", "agent", "rebel") not in found
    assert ("killed", "agent", "troops") in found
