"""Subjects, antecedents and phrases are found where the tree hides them."""

import pytest
from tests.annotate.marks import find
from tests.parse import build_doc

from dateline.annotate.tree import (
    ancestors,
    antecedent,
    clause_of,
    coordinated,
    first_of_coordination,
    is_passive,
    is_under,
    prepositions,
    relative_object,
    subtree,
)
from dateline.annotate.tree_subjects import subject

AGREED = (
    "Kim/NNP/nsubj/2/PERSON agreed|agree/VBD/ROOT/0 to/TO/aux/4 return/VB/xcomp/2 "
    "the/DT/det/6 remains|remain/NNS/dobj/4 ././punct/2"
)
URGED = (
    "Brown/NNP/nsubj/2/PERSON urged|urge/VBD/ROOT/0 Smith/NNP/dobj/2/PERSON "
    "to/TO/aux/5 leave/VB/xcomp/2 the/DT/det/7 city/NN/dobj/5 ././punct/2"
)
PROMISED = (
    "Brown/NNP/nsubj/2/PERSON promised|promise/VBD/ROOT/0 Smith/NNP/dobj/2/PERSON "
    "to/TO/aux/5 leave/VB/xcomp/2 ././punct/2"
)
WAS_URGED = (
    "Brown/NNP/nsubjpass/3/PERSON was|be/VBD/auxpass/3 urged|urge/VBN/ROOT/0 "
    "to/TO/aux/5 resign/VB/xcomp/3 ././punct/3"
)
ACCUSED = (
    "Brown/NNP/nsubj/2/PERSON accused|accuse/VBD/ROOT/0 Smith/NNP/dobj/2/PERSON "
    "of/IN/prep/2 stealing|steal/VBG/pcomp/4 the/DT/det/7 jewels|jewel/NNS/dobj/5 "
    "././punct/2"
)
RELATIVE = (
    "The/DT/det/2 police/NN/nsubj/8 ,/,/punct/2 who/WP/nsubj/5 "
    "arrested|arrest/VBD/relcl/2 Smith/NNP/dobj/5/PERSON ,/,/punct/2 "
    "praised|praise/VBD/ROOT/0 the/DT/det/10 mayor/NN/dobj/8 ././punct/8"
)
REDUCED = (
    "The/DT/det/2 statement/NN/nsubj/8 signed|sign/VBN/acl/2 by/IN/agent/3 "
    "the/DT/det/7 two/CD/nummod/7 leaders|leader/NNS/pobj/4 praised|praise/VBD/ROOT/0 "
    "Norway/NNP/dobj/8/GPE ././punct/8"
)
JOINED = (
    "Merkel/NNP/nsubj/2/PERSON visited|visit/VBD/ROOT/0 Paris/NNP/dobj/2/GPE "
    "and/CC/cc/2 left|leave/VBD/conj/2 ././punct/2"
)
HEADLINE = (
    "Acme/NNP/ROOT/0/ORG to/TO/aux/3 give/VB/relcl/1 "
    "refunds|refund/NNS/dobj/3 ././punct/1"
)
COMMITMENT = (
    "Oslo/NNP/poss/3/GPE 's/POS/case/1 promise/NN/nsubj/6 to/TO/aux/5 pay/VB/acl/3 "
    "held|hold/VBD/ROOT/0 ././punct/6"
)
FLED = (
    "Injured|injure/VBN/advcl/4 ,/,/punct/4 Brown/NNP/nsubj/4/PERSON "
    "fled|flee/VBD/ROOT/0 without/IN/prep/4 paying|pay/VBG/pcomp/5 ././punct/4"
)


@pytest.mark.parametrize(
    ("sentence", "verb", "word", "rule"),
    [
        (AGREED, "return", "Kim", "control"),
        (URGED, "leave", "Smith", "object-control"),
        (PROMISED, "leave", "Brown", "control"),
        (WAS_URGED, "resign", "Brown", "control"),
        (ACCUSED, "stealing", "Smith", "object-control"),
        (RELATIVE, "arrested", "police", "nsubj-relative"),
        (REDUCED, "signed", "statement", "acl"),
        (JOINED, "left", "Merkel", "conj"),
        (HEADLINE, "give", "Acme", "headline-infinitive"),
        (COMMITMENT, "pay", "Oslo", "acl-poss"),
        (FLED, "Injured", "Brown", "advcl"),
        (FLED, "paying", "Brown", "pcomp"),
    ],
)
def test_a_verb_borrows_its_subject(
    sentence: str, verb: str, word: str, rule: str
) -> None:
    doc = build_doc(sentence)
    found = subject(doc.tokens, find(doc, verb)[0].i)
    assert found is not None
    assert (doc.tokens[found.token].text, found.rule) == (word, rule)


def test_a_clause_without_a_subject_has_none() -> None:
    doc = build_doc("Leave/VB/ROOT/0 now/RB/advmod/1 ././punct/1")
    assert subject(doc.tokens, 0) is None


def test_there_is_no_subject_but_what_there_is() -> None:
    doc = build_doc(
        "There/EX/expl/2 was|be/VBD/ROOT/0 a/DT/det/4 fire/NN/attr/2 ././punct/2"
    )
    found = subject(doc.tokens, 1)
    assert found is not None
    assert doc.tokens[found.token].text == "fire"


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [(WAS_URGED, "urged", True), (REDUCED, "signed", True), (AGREED, "agreed", False)],
)
def test_passives_are_told_from_actives(
    sentence: str, verb: str, *, expected: bool
) -> None:
    doc = build_doc(sentence)
    assert is_passive(doc.tokens, find(doc, verb)[0].i) is expected


def test_a_relative_pronoun_leads_to_its_noun() -> None:
    doc = build_doc(RELATIVE)
    assert antecedent(doc.tokens, find(doc, "who")[0].i) == 1
    assert antecedent(doc.tokens, 1) is None


@pytest.mark.parametrize(
    ("noun", "expected"), [("letter/NN", "letter"), ("time/NN", None)]
)
def test_a_bare_relative_clause_lacks_an_object(
    noun: str, expected: str | None
) -> None:
    doc = build_doc(
        f"The/DT/det/2 {noun}/nsubj/5 he/PRP/nsubj/4 wrote|write/VBD/relcl/2 "
        "vanished|vanish/VBD/ROOT/0 ././punct/5"
    )
    found = relative_object(doc.tokens, 3)
    assert (None if found is None else doc.tokens[found].text) == expected


def test_phrases_reach_through_nested_prepositions() -> None:
    doc = build_doc(
        "He/PRP/nsubj/2 ran|run/VBD/ROOT/0 out/IN/prep/2 of/IN/prep/3 "
        "time/NN/pobj/4 ././punct/2"
    )
    found = [
        (doc.tokens[prep].text, doc.tokens[token].text)
        for prep, token in prepositions(doc.tokens, 1)
    ]
    assert found == [("of", "time")]


def test_walks_up_and_down_a_tree() -> None:
    doc = build_doc(AGREED)
    remains = find(doc, "remains")[0].i
    assert [doc.tokens[i].text for i in ancestors(doc.tokens, remains)] == [
        "return",
        "agreed",
    ]
    assert is_under(doc.tokens, remains, 3)
    assert not is_under(doc.tokens, 0, 3)
    assert subtree(doc.tokens, 3) == [2, 3, 4, 5]
    assert clause_of(doc.tokens, remains) == 3


def test_coordination_is_followed_both_ways() -> None:
    doc = build_doc(
        "Ann/NNP/nsubj/6 ,/,/punct/1 Bob/NNP/conj/1 and/CC/cc/3 Cy/NNP/conj/3 "
        "met|meet/VBD/ROOT/0 ././punct/6"
    )
    assert coordinated(doc.tokens, 0) == [0, 2, 4]
    assert first_of_coordination(doc.tokens, 4) == 0
