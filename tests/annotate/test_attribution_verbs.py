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
