"""A time reaches every event of its construction, wherever the parser hangs it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.annotate.marks import find, with_events
from tests.parse import build_doc

from dateline.annotate.tlinks import annotate_tlinks
from dateline.model.mentions import Timex
from dateline.model.time import (
    DateBasis,
    Granularity,
    Interval,
    TimeValue,
    TimexType,
)

SIGNED = (
    "Brown/NNP/nsubj/2 {verb}|{lemma}/VBD/ROOT/0 a/DT/det/4 treaty/NN/dobj/2 "
    "on/IN/prep/4 Monday/NNP/pobj/5/DATE ././punct/2"
)
OPENED = (
    "It/PRP/nsubj/2 closed|close/VBD/ROOT/0 on/IN/prep/2 Friday/NNP/pobj/3/DATE "
    ",/,/punct/2 two/CD/nummod/7/DATE weeks|week/NNS/npadvmod/10/DATE "
    "after/IN/mark/10 it/PRP/nsubj/10 opened|open/VBD/advcl/2 ././punct/2"
)
LORRY = (
    "The/DT/det/2 lorry/NN/nsubj/10 ,/,/punct/2 expected|expect/VBN/acl/2 on/IN/prep/4 "
    "Monday/NNP/pobj/5/DATE ,/,/punct/2 did|do/VBD/aux/10 not/RB/neg/10 "
    "arrive/VB/ROOT/0 ././punct/10"
)
DAM = (
    "They/PRP/nsubj/2 returned|return/VBD/ROOT/0 {prep}/IN/prep/2 "
    "May/NNP/pobj/3/DATE ,/,/punct/4 when/WRB/advmod/9 the/DT/det/8 dam/NN/nsubj/9 "
    "broke|break/VBD/relcl/4 ././punct/2"
)
CONCERT = (
    "The/DT/det/2 concert/NN/nsubjpass/13 ,/,/punct/2 which/WDT/nsubj/5 "
    "was|be/VBD/relcl/2 to/TO/aux/8 be/VB/auxpass/8 held|hold/VBN/xcomp/5 "
    "on/IN/prep/8 Sunday/NNP/pobj/9/DATE ,/,/punct/2 was|be/VBD/auxpass/13 "
    "cancelled|cancel/VBN/ROOT/0 ././punct/13"
)
PLAN = (
    "Singers|singer/NNS/nsubj/2 plan/VBP/ROOT/0 a/DT/det/4 concert/NN/dobj/2 "
    "for/IN/prep/2 Sunday/NNP/pobj/5/DATE ././punct/2"
)
SUMMIT = (
    "Ministers|minister/NNS/nsubj/2 agreed|agree/VBD/ROOT/0 on/IN/prep/2 "
    "the/DT/det/5 sale/NN/pobj/3 at/IN/prep/5 a/DT/det/8 summit/NN/pobj/6 "
    "in/IN/prep/8 Riga/NNP/pobj/9/GPE on/IN/prep/5 April/NNP/pobj/11/DATE ././punct/2"
)
SWAP = (
    "A/DT/det/2 swap/NN/nsubj/8 of/IN/prep/2 prisoners|prisoner/NNS/pobj/3 "
    "planned|plan/VBN/acl/4 for/IN/prep/5 Monday/NNP/pobj/6/DATE "
    "failed|fail/VBD/ROOT/0 ././punct/8"
)


@pytest.mark.parametrize(
    ("sentence", "events", "words", "expected"),
    [
        (
            SIGNED.format(verb="signed", lemma="sign"),
            "signed treaty",
            "Monday",
            {"treaty", "signed"},
        ),
        (
            SIGNED.format(verb="praised", lemma="praise"),
            "praised treaty",
            "Monday",
            {"treaty"},
        ),
        (OPENED, "closed opened", "two weeks", set()),
        (LORRY, "expected arrive", "Monday", {"arrive"}),
        (
            LORRY.replace("not/RB/neg", "soon/RB/advmod"),
            "expected arrive",
            "Monday",
            {"expected"},
        ),
        (DAM.format(prep="in"), "returned broke", "May", {"returned", "broke"}),
        (DAM.format(prep="since"), "returned broke", "May", {"broke"}),
        (CONCERT, "concert held cancelled", "Sunday", {"concert", "held"}),
        (PLAN, "plan concert", "Sunday", {"concert"}),
        (SUMMIT, "agreed sale summit", "April", {"agreed", "summit"}),
        (SWAP, "swap planned failed", "Monday", {"swap"}),
    ],
)
def test_a_time_holds_the_events_of_its_construction(
    sentence: str, events: str, words: str, expected: set[str]
) -> None:
    doc = with_events(build_doc(sentence), events)
    inside = find(doc, words)
    value = TimeValue(
        interval=Interval(),
        granularity=Granularity.DAY,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        type=TimexType.DURATION if words == "two weeks" else TimexType.DATE,
        value="",
        rule="test",
        explanation="",
        words=words,
    )
    timex = Timex(span=inside[0].span.cover(inside[-1].span), time=value)
    doc = annotate_tlinks(replace(doc, timexes=(timex,)))
    held = {
        doc.slice(doc.event_mentions[link.event].span)
        for link in doc.tlinks
        if link.timex is not None and link.relation.value in {"IS_INCLUDED", "DURING"}
    }
    assert held == expected


def test_a_marked_clause_that_holds_its_main_clause_is_still_the_earlier_one() -> None:
    sentence = (
        "Rebels|rebel/NNS/nsubj/2 fired|fire/VBD/ccomp/8 ,/,/punct/8 "
        "hours|hour/NNS/npadvmod/8 after/IN/mark/8 they/PRP/nsubj/8 had|have/VBD/aux/8 "
        "agreed|agree/VBN/ccomp/11 ,/,/punct/11 he/PRP/nsubj/11 said|say/VBD/ROOT/0 "
        "././punct/11"
    )
    doc = annotate_tlinks(with_events(build_doc(sentence), "fired agreed said"))
    found = {
        (link.event, link.relation.value, link.other)
        for link in doc.tlinks
        if link.signal is not None
    }
    assert found == {(0, "AFTER", 1)}
