"""Attributions by verbs: who can speak, and the constructions of what is said."""

import pytest
from tests.annotate.test_attribution import parts, read


def told(sentence: str, *more: str) -> list[tuple[str, str, list[str]]]:
    doc, found = read(sentence, *more)
    return [parts(doc, one) for one in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "It/PRP/nsubj/2 denied|deny/VBD/ROOT/0 that/IN/mark/6 it/PRP/nsubj/6 "
                "had/VBD/aux/6 failed|fail/VBN/ccomp/2 ././punct/2"
            ),
            ("It", "denied", ["that it had failed"]),
        ),
        (
            (
                "No/DT/det/2 one/NN/nsubj/3 expected|expect/VBD/ROOT/0 a/DT/det/6 "
                "long/JJ/amod/6 war/NN/dobj/3 ././punct/3"
            ),
            ("No one", "expected", ["a long war"]),
        ),
        (
            (
                "An/DT/det/2 article/NN/nsubj/3 hailed|hail/VBD/ROOT/0 him/PRP/dobj/3 "
                "as/IN/prep/3 a/DT/det/7 genius/NN/pobj/5 ././punct/3"
            ),
            ("An article", "hailed", ["him as a genius"]),
        ),
    ],
)
def test_a_pronoun_for_a_body_nobody_and_a_text_can_speak(
    sentence: str, expected: tuple[str, str, list[str]]
):
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "The/DT/det/2 storm/NN/nsubj/3 promised|promise/VBD/ROOT/0 "
            "rain/NN/dobj/3 ././punct/3"
        ),
        (
            "The/DT/det/2 machine/NN/nsubj/3 added|add/VBD/ROOT/0 glue/NN/dobj/3 "
            "././punct/3"
        ),
    ],
)
def test_a_thing_without_a_mind_says_nothing(sentence: str):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Roe/NNP/nsubj/2 admitted|admit/VBD/ROOT/0 taking|take/VBG/xcomp/2 "
                "money/NN/dobj/3 ././punct/2"
            ),
            ("Roe", "admitted", ["taking money"]),
        ),
        (
            (
                "The/DT/det/2 drugs|drug/NNS/nsubj/6 the/DT/det/4 agency/NN/nsubj/5 "
                "approved|approve/VBD/relcl/2 failed|fail/VBD/ROOT/0 ././punct/6"
            ),
            ("the agency", "approved", ["The drugs"]),
        ),
        (
            (
                "That/DT/nsubj/2 is|be/VBZ/ROOT/0 what/WP/dobj/5 they/PRP/nsubj/5 "
                "hope/VBP/ccomp/2 ././punct/2"
            ),
            ("they", "hope", ["what"]),
        ),
        (
            (
                "Roe/NNP/nsubj/2 said|say/VBD/ROOT/0 as/RB/advmod/4 much/RB/advmod/2 "
                "on/IN/prep/2 Monday/NNP/pobj/5/DATE ././punct/2"
            ),
            ("Roe", "said", ["as much"]),
        ),
        (
            (
                "Roe/NNP/nsubj/2 said|say/VBD/ROOT/0 little/JJ/dobj/2 about/IN/prep/2 "
                "the/DT/det/6 crash/NN/pobj/4 ././punct/2"
            ),
            ("Roe", "said", ["little about the crash"]),
        ),
    ],
)
def test_an_act_what_stands_before_and_little_are_said(
    sentence: str, expected: tuple[str, str, list[str]]
):
    assert told(sentence) == [expected]


def test_what_somebody_saw_pass_is_not_what_they_think():
    sentence = (
        "The/DT/det/2 storm/NN/nsubj/5 we/PRP/nsubj/4 saw|see/VBD/relcl/2 "
        "passed|pass/VBD/ROOT/0 ././punct/5"
    )
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "A/DT/det/2 fee/NN/nsubj/7 proposed|propose/VBN/acl/2 by/IN/agent/3 "
                "the/DT/det/6 council/NN/pobj/4 fell|fall/VBD/ROOT/0 ././punct/7"
            ),
            [("the council", "proposed", ["A fee"])],
        ),
        (
            (
                "Roe/NNP/nsubjpass/3 was|be/VBD/auxpass/3 asked|ask/VBN/ROOT/0 "
                "whether/IN/mark/7 he/PRP/nsubj/7 would/MD/aux/7 go/VB/ccomp/3"
            ),
            [("", "was asked", ["Roe", "whether he would go"])],
        ),
        (
            (
                "As/IN/mark/2 predicted|predict/VBN/advcl/5 ,/,/punct/5 "
                "rain/NN/nsubj/5 fell|fall/VBD/ROOT/0 ././punct/5"
            ),
            [("", "predicted", ["rain fell"])],
        ),
        (
            (
                "A/DT/det/2 team/NN/nsubj/6 backed|back/VBN/acl/2 by/IN/agent/3 "
                "fans|fan/NNS/pobj/4 won|win/VBD/ROOT/0 ././punct/6"
            ),
            [],
        ),
    ],
)
def test_a_passive_ascribes_its_noun_its_clause_or_the_clause_it_comments(
    sentence: str, expected: list[tuple[str, str, list[str]]]
):
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Roe/NNP/nsubj/2/PERSON was|be/VBD/ROOT/0 vague/JJ/acomp/2 "
                "about/IN/prep/3 "
                "it/PRP/pobj/4 ././punct/2"
            ),
            [("Roe", "was vague about", ["it"])],
        ),
        (
            (
                "Aides|aide/NNS/nsubj/2 are|be/VBP/ROOT/0 willing/JJ/acomp/2 "
                "to/TO/aux/5 "
                "talk/VB/xcomp/3 ././punct/2"
            ),
            [("Aides", "are willing", ["to talk"])],
        ),
        (
            (
                "The/DT/det/2 board/NN/nsubj/3 decided|decide/VBD/ROOT/0 "
                "against/IN/prep/3 it/PRP/pobj/4 ././punct/3"
            ),
            [("The board", "decided against", ["it"])],
        ),
        (
            (
                "The/DT/det/2 board/NN/nsubj/3 decided|decide/VBD/ROOT/0 on/IN/prep/3 "
                "Friday/NNP/pobj/4/DATE ././punct/3"
            ),
            [],
        ),
        (
            (
                "He/PRP/nsubj/2 spoke|speak/VBD/ROOT/0 on/IN/prep/2 "
                "condition/NN/pobj/3 "
                "of/IN/prep/4 anonymity/NN/pobj/5 ././punct/2"
            ),
            [],
        ),
    ],
)
def test_an_attitude_has_what_its_preposition_governs_but_no_day(
    sentence: str, expected: list[tuple[str, str, list[str]]]
):
    assert told(sentence) == expected
