"""Attributions by nouns: who holds them, and clauses that are not their content."""

import pytest
from tests.annotate.test_attribution import parts, read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "They/PRP/nsubj/2 signed|sign/VBD/ROOT/0 an/DT/det/4 "
                "agreement/NN/dobj/2 to/TO/aux/6 leave/VB/acl/4 ././punct/2"
            ),
            [("They", "agreement", ["to leave"])],
        ),
        (
            (
                "She/PRP/nsubj/2 had|have/VBD/ROOT/0 concern/NN/dobj/2 "
                "about/IN/prep/3 it/PRP/pobj/4 ././punct/2"
            ),
            [("She", "concern about", ["it"])],
        ),
        (
            (
                "Claims|claim/NNS/nsubj/4 of/IN/prep/1 fraud/NN/pobj/2 "
                "grew|grow/VBD/ROOT/0 ././punct/4"
            ),
            [("", "Claims of", ["fraud"])],
        ),
        (
            (
                "Questions|question/NNS/nsubj/4 that/WDT/nsubj/3 "
                "arose|arise/VBD/relcl/1 faded|fade/VBD/ROOT/0 ././punct/4"
            ),
            [],
        ),
    ],
)
def test_a_noun_has_its_holder_and_no_relative_clause_as_content(
    sentence: str, expected: list[tuple[str, str, list[str]]]
):
    doc, found = read(sentence)
    assert [parts(doc, one) for one in found] == expected
