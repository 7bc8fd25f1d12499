"""A later clause may say that nothing came of what was planned or threatened."""

from __future__ import annotations

import pytest
from tests.parse import build_doc

from dateline.annotate.events import annotate as find
from dateline.annotate.factuality import annotate as judge
from dateline.model.mentions import FactualityValue

THREAT = (
    "The/DT/det/2 club/NN/nsubj/3 threatened|threaten/VBD/ROOT/0 to/TO/aux/5 "
    "sue/VB/xcomp/3 the/DT/det/7 league/NN/dobj/5 ././punct/3"
)
PLAN = (
    "The/DT/det/2 court/NN/nsubj/3 planned|plan/VBD/ROOT/0 to/TO/aux/5 "
    "sell/VB/xcomp/3 the/DT/det/7 yacht/NN/dobj/5 ././punct/3"
)
NEVER_DID = "It/PRP/nsubj/3 never/RB/neg/3 did|do/VBD/ROOT/0 ././punct/3"
NOT_HAPPEN = (
    "{word}/DT/nsubj/4 will/MD/aux/4 not/RB/neg/4 happen/VB/ROOT/0 now/RB/advmod/4 "
    "././punct/4"
)
NOT_CARRIED_OUT = (
    "It/PRP/nsubj/4 did|do/VBD/aux/4 not/RB/neg/4 carry/VB/ROOT/0 out/RP/prt/4 "
    "the/DT/det/7 {noun}/NN/dobj/4 ././punct/4"
)
MEETING = (
    "They/PRP/nsubj/3 had/VBD/aux/3 planned|plan/VBN/ROOT/0 to/TO/aux/5 "
    "hold/VB/xcomp/3 a/DT/det/7 meeting/NN/dobj/5 ././punct/3"
)
SCRAPPED = "{word}/PRP/nsubjpass/3 was|be/VBD/auxpass/3 scrapped|scrap/VBN/ROOT/0"
OTHER = "Rain/NN/nsubj/2 fell|fall/VBD/ROOT/0 ././punct/2"


def value_of(word: str, *sentences: str) -> FactualityValue:
    doc = judge(find(build_doc(*sentences)))
    return next(
        found.value
        for found in doc.factualities
        if found.source is None
        and doc.tokens[doc.event_mentions[found.event].head].text == word
    )


@pytest.mark.parametrize(
    ("word", "sentences"),
    [
        ("sue", (THREAT, NEVER_DID)),
        ("sue", (THREAT, NOT_CARRIED_OUT.format(noun="threat"))),
        ("sell", (PLAN, NOT_HAPPEN.format(word="That"))),
        ("sell", (PLAN, SCRAPPED.format(word="It"))),
        ("meeting", (MEETING, SCRAPPED.format(word="It"))),
    ],
)
def test_a_plan_that_is_taken_back_did_not_happen(
    word: str, sentences: tuple[str, ...]
) -> None:
    assert value_of(word, *sentences) is FactualityValue.CT_MINUS


@pytest.mark.parametrize(
    ("word", "sentences"),
    [
        ("sue", (THREAT, OTHER)),
        ("sell", (PLAN, SCRAPPED.format(word="Tolls"))),
        ("sue", (THREAT, OTHER, NEVER_DID)),
        ("sue", (THREAT, NOT_CARRIED_OUT.format(noun="repair"))),
        ("sell", (PLAN, NOT_HAPPEN.format(word="Floods"))),
    ],
)
def test_a_plan_stands_where_the_denial_is_of_something_else(
    word: str, sentences: tuple[str, ...]
) -> None:
    assert value_of(word, *sentences) in {
        FactualityValue.PR_PLUS,
        FactualityValue.PS_PLUS,
    }


WALL = (
    "A/DT/det/2 wall/NN/nsubjpass/11 that/WDT/nsubj/4 was|be/VBD/relcl/2 to/TO/aux/6 "
    "protect/VB/xcomp/4 the/DT/det/8 port/NN/dobj/6 was|be/VBD/auxpass/11 "
    "{adverb}/RB/{dep}/11 built|build/VBN/ROOT/0 ././punct/11"
)
PILOT = (
    "A/DT/det/2 pilot/NN/nsubj/10 from/IN/prep/2 Peru/NNP/pobj/3/GPE who/WP/nsubj/6 "
    "was|be/VBD/relcl/4 to/TO/aux/8 testify/VB/xcomp/6 ,/,/punct/2 "
    "failed|fail/VBD/ROOT/0 to/TO/aux/12 appear/VB/xcomp/10 ././punct/10"
)


def test_what_is_not_there_does_not_do_what_it_was_to() -> None:
    built = WALL.format(adverb="never", dep="neg")
    assert value_of("protect", built) is FactualityValue.CT_MINUS
    assert value_of("testify", PILOT) is FactualityValue.CT_MINUS


def test_what_is_there_may_still_do_what_it_was_to() -> None:
    built = WALL.format(adverb="soon", dep="advmod")
    assert value_of("protect", built) is FactualityValue.PR_PLUS
