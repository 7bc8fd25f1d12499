"""Quotations in single marks, and short ones beside their verb."""

import pytest
from tests.annotate.test_attribution import parts, read
from tests.parse import build_doc

from dateline.annotate.attribution_quotes import find_quotations
from dateline.model.mentions import QuoteKind

SINGLE = (
    "'/``/punct/9 They/PRP/nsubj/3 lied|lie/VBD/ccomp/9 to/IN/prep/3 us/PRP/pobj/4 "
    ",/,/punct/9 '/''/punct/9 Roe/NNP/nsubj/9/PERSON said|say/VBD/ROOT/0 ././punct/9"
)


def test_a_quotation_in_single_marks_is_direct():
    doc, (found,) = read(SINGLE)
    source, cue, content = parts(doc, found)
    assert (source, cue) == ("Roe", "said")
    assert "They lied to us" in content[0]
    assert found.kind is QuoteKind.DIRECT


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "The/DT/det/2 dogs|dog/NNS/poss/4 '/POS/case/2 food/NN/nsubj/7 and/CC/cc/4 "
            "clubs/NNS/conj/4 failed|fail/VBD/ROOT/0 '/POS/case/7"
        ),
        "It/PRP/nsubj/2 rained|rain/VBD/ROOT/0 '/``/punct/2 twice/RB/advmod/2",
    ],
)
def test_an_apostrophe_and_a_mark_without_its_fellow_open_nothing(sentence: str):
    doc = build_doc(sentence)
    assert find_quotations(doc.tokens, doc.document.blocks) == ()


def test_a_short_quotation_goes_to_the_verb_right_beside_it():
    doc, (found,) = read(
        'She/PRP/nsubj/2 whispered|whisper/VBD/ROOT/0 "/``/punct/2 yes/UH/intj/2 '
        "\"/''/punct/2 and/CC/cc/2 left|leave/VBD/conj/2 ././punct/2"
    )
    source, cue, (content,) = parts(doc, found)
    assert (source, cue, content.strip('" ')) == ("She", "whispered", "yes")


def test_a_quoted_infinitive_is_not_what_somebody_says():
    _, found = read(
        "He/PRP/nsubj/3 was|be/VBD/aux/3 going|go/VBG/ROOT/0 to/TO/aux/6 "
        "\"/``/punct/6 win/VB/xcomp/3 \"/''/punct/6 ././punct/3"
    )
    assert found == ()
