"""Factuality: what happened, what did not, what was to, and according to whom."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest
from tests.parse import build_doc

from dateline.annotate.events import annotate as find
from dateline.annotate.factuality import annotate as judge
from dateline.annotate.stage import load_stage
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import (
    Attribution,
    Factuality,
    FactualityValue,
    QuoteKind,
    Stance,
)
from dateline.model.text import Span


def judged(line: str) -> dict[str, Factuality]:
    """Judge the events of a sentence for the author, by the text of their head."""
    doc = judge(find(build_doc(line)))
    return {
        doc.tokens[doc.event_mentions[found.event].head].text: found
        for found in doc.factualities
        if found.source is None
    }


class Act(NamedTuple):
    """A verb in its forms, with an object that is no event."""

    base: str
    past: str
    participle: str
    thing: str


# News of all beats: diplomacy, courts, war, business, elections, disaster, sport,
# science, health, culture.
ACTS = [
    Act("visit", "visited", "visited", "city"),
    Act("sign", "signed", "signed", "paper"),
    Act("recall", "recalled", "recalled", "envoy"),
    Act("sue", "sued", "sued", "firm"),
    Act("jail", "jailed", "jailed", "banker"),
    Act("acquit", "acquitted", "acquitted", "doctor"),
    Act("bomb", "bombed", "bombed", "bridge"),
    Act("capture", "captured", "captured", "town"),
    Act("shell", "shelled", "shelled", "port"),
    Act("buy", "bought", "bought", "rival"),
    Act("sell", "sold", "sold", "factory"),
    Act("launch", "launched", "launched", "phone"),
    Act("elect", "elected", "elected", "mayor"),
    Act("oust", "ousted", "ousted", "leader"),
    Act("rescue", "rescued", "rescued", "sailor"),
    Act("flood", "flooded", "flooded", "valley"),
    Act("evacuate", "evacuated", "evacuated", "village"),
    Act("defeat", "defeated", "defeated", "champion"),
    Act("hire", "hired", "hired", "coach"),
    Act("discover", "discovered", "discovered", "planet"),
    Act("test", "tested", "tested", "rocket"),
    Act("vaccinate", "vaccinated", "vaccinated", "child"),
    Act("film", "filmed", "filmed", "novel"),
    Act("close", "closed", "closed", "theatre"),
    Act("arrest", "arrested", "arrested", "student"),
    Act("free", "freed", "freed", "sailor"),
]


def clause(act: Act, verb: str, before: int, dep: str = "ROOT", head: int = 0) -> str:
    """Write a verb phrase that starts after `before` words."""
    at = before + 1
    return (
        f"{verb}|{act.base}/{'VB' if verb == act.base else 'VBD'}/{dep}/{head} "
        f"the/DT/det/{at + 2} {act.thing}/NN/dobj/{at}"
    )


def plain(act: Act) -> str:
    return "They/PRP/nsubj/2 " + clause(act, act.past, 1)


def negated(act: Act) -> str:
    return "They/PRP/nsubj/4 did|do/VBD/aux/4 not/RB/neg/4 " + clause(act, act.base, 3)


def never(act: Act) -> str:
    return "They/PRP/nsubj/3 never/RB/neg/3 " + clause(act, act.past, 2)


def failed(act: Act) -> str:
    start = "They/PRP/nsubj/2 failed|fail/VBD/ROOT/0 to/TO/aux/4 "
    return start + clause(act, act.base, 3, "xcomp", 2)


def planned(act: Act) -> str:
    start = "They/PRP/nsubj/2 plan/VBP/ROOT/0 to/TO/aux/4 "
    return start + clause(act, act.base, 3, "xcomp", 2)


def promised(act: Act) -> str:
    start = "They/PRP/nsubj/2 agreed|agree/VBD/ROOT/0 to/TO/aux/4 "
    return start + clause(act, act.base, 3, "xcomp", 2)


def will(act: Act) -> str:
    return "They/PRP/nsubj/3 will/MD/aux/3 " + clause(act, act.base, 2)


def reportedly(act: Act) -> str:
    return "They/PRP/nsubj/3 reportedly/RB/advmod/3 " + clause(act, act.past, 2)


def tried(act: Act) -> str:
    start = "They/PRP/nsubj/2 tried|try/VBD/ROOT/0 to/TO/aux/4 "
    return start + clause(act, act.base, 3, "xcomp", 2)


def said(act: Act) -> str:
    start = "Ann/NNP/nsubj/2 said|say/VBD/ROOT/0 they/PRP/nsubj/4 "
    return start + clause(act, act.past, 3, "ccomp", 2)


def alleged(act: Act) -> str:
    start = "Ann/NNP/nsubj/2 alleged|allege/VBD/ROOT/0 they/PRP/nsubj/4 "
    return start + clause(act, act.past, 3, "ccomp", 2)


def asked(act: Act) -> str:
    return (
        "Did|do/VBD/aux/3 they/PRP/nsubj/3 " + clause(act, act.base, 2) + " ?/./punct/3"
    )


def managed(act: Act) -> str:
    start = "They/PRP/nsubj/2 managed|manage/VBD/ROOT/0 to/TO/aux/4 "
    return start + clause(act, act.base, 3, "xcomp", 2)


acts = pytest.mark.parametrize("act", ACTS, ids=[act.base for act in ACTS])


@acts
def test_a_plain_past_sentence_is_a_fact(act: Act) -> None:
    found = judged(plain(act))[act.past]
    assert (found.value, found.stance) == (FactualityValue.CT_PLUS, Stance.ASSERTED)


@acts
def test_a_negated_copy_did_not_happen(act: Act) -> None:
    assert judged(negated(act))[act.base].value is FactualityValue.CT_MINUS
    assert judged(never(act))[act.past].value is FactualityValue.CT_MINUS
    assert judged(failed(act))[act.base].value is FactualityValue.CT_MINUS


@pytest.mark.parametrize("wrap", [planned, promised, will, reportedly, tried, asked])
@acts
def test_plans_hearsay_and_questions_are_no_facts(act: Act, wrap: object) -> None:
    assert callable(wrap)
    line = wrap(act)
    verb = act.past if wrap is reportedly else act.base
    assert judged(line)[verb].value is not FactualityValue.CT_PLUS


@pytest.mark.parametrize(
    ("wrap", "stance"),
    [
        (planned, Stance.PLANNED),
        (will, Stance.PLANNED),
        (promised, Stance.PROMISED),
        (tried, Stance.ATTEMPTED),
    ],
)
@acts
def test_the_stance_says_why(act: Act, wrap: object, stance: Stance) -> None:
    assert callable(wrap)
    assert judged(wrap(act))[act.base].stance is stance


@acts
def test_what_somebody_said_keeps_its_event(act: Act) -> None:
    found = judged(said(act))
    assert found["said"].value is FactualityValue.CT_PLUS
    assert found[act.past].value is FactualityValue.CT_PLUS


@acts
def test_an_allegation_is_no_fact_for_the_author(act: Act) -> None:
    found = judged(alleged(act))
    assert found["alleged"].value is FactualityValue.CT_PLUS
    assert found[act.past].value is FactualityValue.PR_PLUS


@acts
def test_managing_is_doing(act: Act) -> None:
    assert judged(managed(act))[act.base].value is FactualityValue.CT_PLUS


def test_the_stage_is_loaded_by_name() -> None:
    stage = load_stage("factuality")
    assert stage.requires == {"tokens", "event_mentions", "attributions"}
    assert stage.annotate(build_doc(plain(ACTS[0]))).factualities == ()


NOT_SO = FactualityValue.CT_MINUS
SO = FactualityValue.CT_PLUS


@pytest.mark.parametrize(
    ("line", "head", "value", "stance"),
    [
        (
            (
                "The/DT/det/2 envoys|envoy/NNS/nsubj/5 did|do/VBD/aux/5 not/RB/neg/5 "
                "show/VB/ROOT/0 up/RP/prt/5 for/IN/prep/5 the/DT/det/9 "
                "meeting/NN/pobj/7"
            ),
            "meeting",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "The/DT/det/2 talks|talk/NNS/nsubjpass/4 were|be/VBD/auxpass/4 "
                "called|call/VBN/ROOT/0 off/RP/prt/4"
            ),
            "talks",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "The/DT/det/2 visit/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
                "postponed|postpone/VBN/ROOT/0"
            ),
            "visit",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "They/PRP/nsubj/2 had|have/VBD/ROOT/0 better|good/JJR/amod/4 "
                "things|thing/NNS/dobj/2 to/TO/aux/6 do/VB/relcl/4 than/IN/mark/8 "
                "attend/VB/advcl/2 the/DT/det/10 meeting/NN/dobj/8"
            ),
            "meeting",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "Instead/RB/advmod/2 of/IN/prep/8 attending|attend/VBG/pcomp/2 "
                "the/DT/det/5 meeting/NN/dobj/3 ,/,/punct/8 he/PRP/nsubj/8 "
                "slept|sleep/VBD/ROOT/0"
            ),
            "attending",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "He/PRP/nsubj/2 declined|decline/VBD/ROOT/0 to/TO/aux/4 "
                "attend/VB/xcomp/2 "
                "the/DT/det/6 talks|talk/NNS/dobj/4"
            ),
            "talks",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "The/DT/det/2 mayor/NN/nsubj/3 skipped|skip/VBD/ROOT/0 the/DT/det/6 "
                "planned|plan/VBN/amod/6 talks|talk/NNS/dobj/3"
            ),
            "talks",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "The/DT/det/2 mayor/NN/nsubj/3 skipped|skip/VBD/ROOT/0 the/DT/det/5 "
                "funeral/NN/dobj/3"
            ),
            "funeral",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "She/PRP/nsubj/2 was|be/VBD/ROOT/0 due/JJ/acomp/2 to/TO/aux/5 "
                "speak/VB/xcomp/3 but/CC/cc/2 did|do/VBD/conj/2 not/RB/neg/7"
            ),
            "speak",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "The/DT/det/2 pilot/NN/nsubj/3 was|be/VBD/ROOT/0 unable/JJ/acomp/3 "
                "to/TO/aux/6 land/VB/xcomp/4"
            ),
            "land",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "They/PRP/nsubj/2 left|leave/VBD/ROOT/0 without/IN/prep/2 "
                "signing|sign/VBG/pcomp/3 it/PRP/dobj/4"
            ),
            "signing",
            NOT_SO,
            Stance.ASSERTED,
        ),
        (
            (
                "No/DT/det/2 agreement/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
                "reached|reach/VBN/ROOT/0"
            ),
            "agreement",
            NOT_SO,
            Stance.ASSERTED,
        ),
        (
            (
                "Had|have/VBD/aux/3 it/PRP/nsubj/3 rained|rain/VBN/advcl/8 ,/,/punct/8 "
                "they/PRP/nsubj/8 would/MD/aux/8 have/VB/aux/8 lost|lose/VBN/ROOT/0"
            ),
            "lost",
            NOT_SO,
            Stance.ASSERTED,
        ),
        (
            (
                "The/DT/det/2 summit/NN/nsubj/4 will/MD/aux/4 take/VB/ROOT/0 "
                "place/NN/dobj/4"
            ),
            "summit",
            FactualityValue.PR_PLUS,
            Stance.PLANNED,
        ),
        (
            (
                "The/DT/det/2 ministry/NN/nsubj/3 called|call/VBD/ROOT/0 for/IN/prep/3 "
                "a/DT/det/6 ceasefire/NN/pobj/4"
            ),
            "ceasefire",
            FactualityValue.PS_PLUS,
            Stance.POSSIBLE,
        ),
        (
            "They/PRP/nsubj/2 feared|fear/VBD/ROOT/0 an/DT/det/4 attack/NN/dobj/2",
            "attack",
            FactualityValue.PS_PLUS,
            Stance.POSSIBLE,
        ),
        (
            (
                "They/PRP/nsubj/2 came|come/VBD/ROOT/0 to/TO/aux/4 meet/VB/advcl/2 "
                "him/PRP/dobj/4"
            ),
            "meet",
            FactualityValue.PR_PLUS,
            Stance.POSSIBLE,
        ),
        (
            (
                "If/IN/mark/3 he/PRP/nsubj/3 resigns|resign/VBZ/advcl/6 "
                "they/PRP/nsubj/6 "
                "will/MD/aux/6 strike/VB/ROOT/0"
            ),
            "resigns",
            FactualityValue.UU,
            Stance.HYPOTHETICAL,
        ),
        (
            (
                "After/IN/prep/6 the/DT/det/3 visit/NN/pobj/1 ,/,/punct/6 "
                "they/PRP/nsubj/6 "
                "signed|sign/VBD/ROOT/0 it/PRP/dobj/6"
            ),
            "visit",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "They/PRP/nsubj/2 agreed|agree/VBD/ROOT/0 to/TO/aux/4 "
                "return/VB/xcomp/2 "
                "them/PRP/dobj/4 at/IN/prep/4 the/DT/det/8 summit/NN/pobj/6"
            ),
            "summit",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "Their/PRP$/poss/2 commitment/NN/nsubj/5 to/TO/aux/4 return/VB/acl/2 "
                "faded|fade/VBD/ROOT/0"
            ),
            "return",
            FactualityValue.PR_PLUS,
            Stance.PROMISED,
        ),
        (
            (
                "He/PRP/nsubj/2 admitted|admit/VBD/ROOT/0 that/IN/mark/5 "
                "he/PRP/nsubj/5 "
                "lied|lie/VBD/ccomp/2"
            ),
            "lied",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "He/PRP/nsubj/4 did|do/VBD/aux/4 not/RB/neg/4 regret/VB/ROOT/0 "
                "that/IN/mark/7 he/PRP/nsubj/7 lied|lie/VBD/ccomp/4"
            ),
            "lied",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "He/PRP/nsubjpass/3 is|be/VBZ/auxpass/3 believed|believe/VBN/ROOT/0 "
                "to/TO/aux/6 have/VB/aux/6 died|die/VBN/xcomp/3"
            ),
            "died",
            FactualityValue.PR_PLUS,
            Stance.POSSIBLE,
        ),
        (
            (
                "He/PRP/nsubj/4 did|do/VBD/aux/4 not/RB/neg/4 arrive/VB/ROOT/0 "
                "until/IN/prep/4 six/CD/pobj/5"
            ),
            "arrive",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "He/PRP/nsubj/2 rejected|reject/VBD/ROOT/0 a/DT/det/4 "
                "request/NN/dobj/2 "
                "to/TO/aux/6 resign/VB/acl/4"
            ),
            "resign",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "There/EX/expl/2 is|be/VBZ/ROOT/0 nothing/NN/attr/2 "
                "stopping|stop/VBG/acl/3 them/PRP/dobj/4"
            ),
            "stopping",
            NOT_SO,
            Stance.ASSERTED,
        ),
        (
            ("The/DT/det/2 deal/NN/nsubj/3 fell|fall/VBD/ROOT/0 through/RP/prt/3"),
            "deal",
            NOT_SO,
            Stance.CANCELLED,
        ),
        (
            (
                "The/DT/det/2 attack/NN/nsubjpass/6 could/MD/aux/6 have/VB/aux/6 "
                "been|be/VBN/auxpass/6 prevented|prevent/VBN/ROOT/0"
            ),
            "attack",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "He/PRP/nsubj/2 has|have/VBZ/ROOT/0 yet/RB/advmod/2 to/TO/aux/5 "
                "resign/VB/xcomp/2"
            ),
            "resign",
            NOT_SO,
            Stance.ASSERTED,
        ),
        (
            (
                "They/PRP/nsubj/2 discussed|discuss/VBD/ROOT/0 the/DT/det/4 "
                "war/NN/dobj/2"
            ),
            "war",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "Talks|talk/NNS/nsubj/5 on/IN/prep/1 nuclear/JJ/amod/4 "
                "disarmament/NN/pobj/2 ended|end/VBD/ROOT/0"
            ),
            "disarmament",
            FactualityValue.PS_PLUS,
            Stance.POSSIBLE,
        ),
        (
            (
                "Strikes|strike/NNS/nsubj/3 often/RB/advmod/3 "
                "spread|spread/VBP/ROOT/0 quickly/RB/advmod/3"
            ),
            "spread",
            SO,
            Stance.GENERIC,
        ),
        (
            (
                "They/PRP/nsubj/4 can/MD/aux/4 not/RB/neg/4 deport/VB/ROOT/0 "
                "him/PRP/dobj/4 without/IN/prep/4 holding/VBG/pcomp/6 "
                "a/DT/det/9 hearing/NN/dobj/7"
            ),
            "holding",
            FactualityValue.PS_PLUS,
            Stance.POSSIBLE,
        ),
        (
            (
                "They/PRP/nsubj/3 may/MD/aux/3 leave/VB/ROOT/0 without/IN/prep/3 "
                "paying/VBG/pcomp/4"
            ),
            "paying",
            FactualityValue.PS_MINUS,
            Stance.POSSIBLE,
        ),
        (
            (
                "Bring/VB/ccomp/6 them/PRP/dobj/1 home/RB/advmod/1 ,/,/punct/6 "
                "she/PRP/nsubj/6 said|say/VBD/ROOT/0"
            ),
            "Bring",
            FactualityValue.UU,
            Stance.POSSIBLE,
        ),
        (
            (
                "He/PRP/nsubj/2 insisted|insist/VBD/ROOT/0 that/IN/mark/6 "
                "it/PRP/nsubjpass/6 be/VB/auxpass/6 returned|return/VBN/ccomp/2"
            ),
            "returned",
            FactualityValue.PS_PLUS,
            Stance.POSSIBLE,
        ),
        (
            "They/PRP/nsubj/2 let/VBD/ROOT/0 him/PRP/nsubj/4 leave/VB/ccomp/2",
            "leave",
            SO,
            Stance.ASSERTED,
        ),
        (
            (
                "He/PRP/nsubj/2 ordered|order/VBD/ROOT/0 the/DT/det/4 "
                "evacuation/NN/dobj/2"
            ),
            "evacuation",
            FactualityValue.PR_PLUS,
            Stance.POSSIBLE,
        ),
        (
            (
                "They/PRP/nsubj/2 want/VBP/ROOT/0 to/TO/aux/4 thwart/VB/xcomp/2 "
                "his/PRP$/poss/6 return/NN/dobj/4"
            ),
            "return",
            FactualityValue.PS_MINUS,
            Stance.CANCELLED,
        ),
        (
            (
                "He/PRP/nsubj/2 was|be/VBD/ROOT/0 to/TO/aux/5 have/VB/aux/5 "
                "spoken|speak/VBN/xcomp/2"
            ),
            "spoken",
            FactualityValue.CT_MINUS,
            Stance.CANCELLED,
        ),
        (
            (
                "It/PRP/nsubj/2 called|call/VBD/ROOT/0 for/IN/prep/2 a/DT/det/5 "
                "halt/NN/pobj/3 ,/,/punct/2 the/DT/det/8 release/NN/dobj/2 "
                "of/IN/prep/8 prisoners|prisoner/NNS/pobj/9"
            ),
            "release",
            FactualityValue.PS_PLUS,
            Stance.POSSIBLE,
        ),
        (
            (
                "They/PRP/nsubj/2 scrapped|scrap/VBD/ROOT/0 the/DT/det/4 "
                "search/NN/dobj/2"
            ),
            "search",
            FactualityValue.CT_PLUS,
            Stance.ASSERTED,
        ),
        (
            (
                "They/PRP/nsubj/2 cancelled|cancel/VBD/ROOT/0 a/DT/det/5 "
                "month-long/JJ/amod/5 strike/NN/dobj/2"
            ),
            "strike",
            FactualityValue.CT_PLUS,
            Stance.ASSERTED,
        ),
        (
            (
                "They/PRP/nsubj/2 cancelled|cancel/VBD/ROOT/0 a/DT/det/6 "
                "planned/JJ/amod/6 month-long/JJ/amod/6 strike/NN/dobj/2"
            ),
            "strike",
            FactualityValue.CT_MINUS,
            Stance.CANCELLED,
        ),
    ],
)
def test_constructions_are_judged(
    line: str, head: str, value: FactualityValue, stance: Stance
) -> None:
    found = judged(line)[head]
    assert (found.value, found.stance) == (value, stance)


def test_the_words_that_decided_are_kept() -> None:
    doc = judge(find(build_doc(failed(ACTS[0]))))
    found = next(f for f in doc.factualities if f.rule == "negative-implicative")
    assert [doc.slice(cue) for cue in found.cues] == ["failed"]


def attributed(line: str, cue: str, content: str) -> AnnotatedDocument:
    """Judge a sentence whose `content` is ascribed by the word `cue`."""
    doc = find(build_doc(line))
    text = doc.document.text
    event = next(
        n for n, m in enumerate(doc.event_mentions) if doc.tokens[m.head].text == cue
    )
    start, at = text.index(content), text.index(cue)
    attribution = Attribution(
        source=None,
        mention=None,
        cue=Span(at, at + len(cue)),
        cue_event=event,
        content=(Span(start, start + len(content)),),
        kind=QuoteKind.INDIRECT,
    )
    return judge(replace(doc, attributions=(attribution,)))


def by_source(doc: AnnotatedDocument, head: str) -> dict[int | None, Factuality]:
    return {
        found.source: found
        for found in doc.factualities
        if doc.tokens[doc.event_mentions[found.event].head].text == head
    }


def test_author_and_source_are_judged_side_by_side() -> None:
    doc = attributed(
        "Ann/NNP/nsubj/2 alleged|allege/VBD/ROOT/0 they/PRP/nsubj/4 "
        "fled|flee/VBD/ccomp/2",
        "alleged",
        "they fled",
    )
    found = by_source(doc, "fled")
    assert found[None].value is FactualityValue.PR_PLUS
    assert found[0].value is SO
    assert set(by_source(doc, "alleged")) == {None}


def test_who_denies_it_holds_it_for_false() -> None:
    doc = attributed(
        "Ann/NNP/nsubj/2 denied|deny/VBD/ROOT/0 that/IN/mark/5 they/PRP/nsubj/5 "
        "fled|flee/VBD/ccomp/2",
        "denied",
        "that they fled",
    )
    found = by_source(doc, "fled")
    assert found[None].value is FactualityValue.PR_MINUS
    assert found[0].value is NOT_SO


def test_who_promises_has_not_done_it_yet() -> None:
    doc = attributed(
        "Ann/NNP/nsubj/2 promised|promise/VBD/ROOT/0 to/TO/aux/4 resign/VB/xcomp/2",
        "promised",
        "to resign",
    )
    found = by_source(doc, "resign")
    assert found[0].stance is Stance.PROMISED
    assert found[0].value is not SO


def test_a_report_is_marked_as_one() -> None:
    doc = attributed(
        "They/PRP/nsubj/2 fled|flee/VBD/ccomp/4 ,/,/punct/4 said|say/VBD/ROOT/0 "
        "Ann/NNP/nsubj/4",
        "said",
        "They fled",
    )
    found = by_source(doc, "fled")[None]
    assert (found.value, found.rule) == (SO, "reported")


def test_a_quotation_in_another_sentence_follows_its_cue() -> None:
    doc = find(
        build_doc(
            "They/PRP/nsubj/2 fled|flee/VBD/ROOT/0 ././punct/2",
            "Ann/NNP/nsubj/2 claimed|claim/VBD/ROOT/0 it/PRP/dobj/2 ././punct/2",
        )
    )
    attribution = Attribution(
        source=None,
        mention=None,
        cue=doc.tokens[4].span,
        cue_event=1,
        content=(Span(0, 9),),
        kind=QuoteKind.DIRECT,
    )
    found = by_source(judge(replace(doc, attributions=(attribution,))), "fled")
    assert found[None].value is FactualityValue.PR_PLUS
    assert found[0].value is SO


def test_a_very_deep_tree_is_judged() -> None:
    deep = " ".join(f"said|say/VBD/ccomp/{n}" for n in range(2, 1500))
    found = judge(
        find(build_doc("He/PRP/nsubj/2 said|say/VBD/ROOT/0 " + deep))
    ).factualities
    assert len(found) == 1499


def test_who_writes_a_refusal_has_written_it() -> None:
    doc = build_doc(
        "Roe/NNP/nsubj/2 wrote|write/VBD/ccomp/7 :/:/punct/7 ``/``/punct/7 "
        "We/PRP/nsubj/7 might/MD/aux/7 sell/VB/ROOT/0 it/PRP/dobj/7 ''/''/punct/7"
    )
    doc = find(doc)
    content = doc.tokens[4].span.cover(doc.tokens[7].span)
    wrote = next(n for n, e in enumerate(doc.event_mentions) if e.lemma == "write")
    told = Attribution(
        mention=None,
        source=doc.tokens[0].span,
        cue=doc.tokens[1].span,
        content=(content,),
        kind=QuoteKind.DIRECT,
        cue_event=wrote,
    )
    found = judge(replace(doc, attributions=(told,))).factualities
    author = {f.event: f.value for f in found if f.source is None}
    assert author[wrote] is FactualityValue.CT_PLUS
