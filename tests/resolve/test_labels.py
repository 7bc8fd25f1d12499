"""Events are described in a few words of their own sentence."""

from dataclasses import replace
from datetime import date

import pytest
from tests.parse import build_doc

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import Participation
from dateline.model.mentions import EventClass, EventMention, RoleName, Tense, Timex
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue, TimexType
from dateline.resolve.labels import label_mention, subject_of


def mention(
    doc: AnnotatedDocument, head: int, *, pos: str = "VERB", tense: Tense = Tense.PAST
) -> EventMention:
    token = doc.tokens[head]
    return EventMention(
        span=token.span,
        head=head,
        verb=head,
        lemma=token.lemma,
        pos=pos,
        cls=EventClass.OCCURRENCE,
        tense=tense,
    )


def with_time(doc: AnnotatedDocument, token: int) -> AnnotatedDocument:
    value = TimeValue(
        interval=Interval.day(date(2018, 7, 12)),
        granularity=Granularity.DAY,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        type=TimexType.DATE,
        value="2018-07-12",
        rule="test",
        explanation="test",
        words=doc.tokens[token].text,
    )
    return replace(doc, timexes=(Timex(span=doc.tokens[token].span, time=value),))


def test_a_verb_keeps_its_object_and_leaves_the_time_out() -> None:
    doc = build_doc(
        "On/IN/prep/4 Friday/NNP/pobj/1 Sol/NNP/nsubj/4 signed|sign/VBD/ROOT/0 "
        "a/DT/det/6 treaty/NN/dobj/4 in/IN/prep/4 Lima/NNP/pobj/7 ././punct/4"
    )
    label = label_mention(with_time(doc, 1), mention(doc, 3), "Mira Sol")
    assert label == "Mira Sol signed a treaty in Lima"


def test_a_time_that_hangs_on_the_object_is_left_out_too() -> None:
    doc = build_doc(
        "Sol/NNP/nsubj/2 sold|sell/VBD/ROOT/0 ships/NNS/dobj/2 in/IN/prep/3 "
        "1998/CD/pobj/4 to/IN/prep/2 Peru/NNP/pobj/6 ././punct/2"
    )
    label = label_mention(with_time(doc, 4), mention(doc, 1), "Mira Sol")
    assert label == "Mira Sol sold ships to Peru"


def test_who_says_so_and_clauses_are_told_elsewhere() -> None:
    doc = build_doc(
        "Sol/NNP/nsubj/2 left|leave/VBD/ROOT/0 Lima/NNP/dobj/2 "
        "according|accord/VBG/prep/2 to/IN/prep/4 aides/NNS/pobj/5 "
        "when/WRB/advmod/8 talks/NNS/nsubj/9 failed|fail/VBD/advcl/2 ././punct/2"
    )
    assert label_mention(doc, mention(doc, 1), "Mira Sol") == "Mira Sol left Lima"


def test_a_plan_is_told_as_an_infinitive() -> None:
    doc = build_doc(
        "Sol/NNP/nsubj/2 vowed|vow/VBD/ROOT/0 to/TO/aux/4 return/VB/xcomp/2 "
        "and/CC/cc/4 pay/VB/conj/4 ././punct/2"
    )
    second = mention(doc, 5, tense=Tense.INFINITIVE)
    assert label_mention(doc, second, "Mira Sol") == "Mira Sol to pay"


def test_a_noun_keeps_what_it_is_about() -> None:
    doc = build_doc(
        "The/DT/det/3 border/NN/compound/3 talks/NNS/nsubj/7 between/IN/prep/3 "
        "Peru/NNP/pobj/4 and/CC/cc/5 failed|fail/VBD/ROOT/0 ././punct/7"
    )
    talks = mention(doc, 2, pos="NOUN")
    assert label_mention(doc, talks, None) == "border talks between Peru"


def test_a_score_keeps_its_stroke() -> None:
    doc = build_doc(
        "Lima/NNP/poss/6 's/POS/case/1 3/CD/nummod/6 -/SYM/punct/5 1/CD/nummod/3 "
        "win/NN/nsubj/7 mattered|matter/VBD/ROOT/0 ././punct/7"
    )
    win = mention(doc, 5, pos="NOUN")
    assert label_mention(doc, win, None) == "Lima's 3-1 win"


def test_an_object_before_its_clause_is_told_after_the_verb() -> None:
    doc = build_doc(
        "A/DT/det/2 letter/NN/nsubj/7 Sol/NNP/nsubj/4 sent|send/VBD/relcl/2 "
        "from/IN/prep/4 Lima/NNP/pobj/5 arrived|arrive/VBD/ROOT/0 ././punct/7"
    )
    label = label_mention(doc, mention(doc, 3), "Mira Sol")
    assert label == "Mira Sol sent a letter from Lima"


@pytest.mark.parametrize(
    ("line", "verb", "expected"),
    [
        ("Sol/NNP/nsubj/2 left|leave/VBD/ROOT/0 ././punct/2", 1, "agent"),
        (
            "Sol/NNP/nsubjpass/3 was|be/VBD/auxpass/3 freed|free/VBN/ROOT/0",
            2,
            "patient",
        ),
        ("freed|free/VBN/acl/2 Sol/NNP/ROOT/0 by/IN/agent/1", 0, "patient"),
    ],
)
def test_the_passive_begins_with_whom_it_was_done_to(
    line: str, verb: int, expected: str
) -> None:
    doc = build_doc(line)
    span = doc.tokens[-1].span
    parts = (
        Participation(entity="agent", role=RoleName.AGENT, evidence=span),
        Participation(entity="patient", role=RoleName.PATIENT, evidence=span),
    )
    assert subject_of(doc, mention(doc, verb), parts) == expected


def test_a_long_description_ends_at_a_whole_word() -> None:
    words = " ".join(f"w{n}/NN/compound/22" for n in range(3, 22))
    doc = build_doc(
        f"Sol/NNP/nsubj/2 saw|see/VBD/ROOT/0 {words} ship/NN/dobj/2 ././punct/2"
    )
    label = label_mention(doc, mention(doc, 1), "Sol")
    assert label.endswith(" …")
    assert len(label.split()) == 14


def test_a_particle_belongs_to_its_verb() -> None:
    doc = build_doc(
        "Drivers/NNS/nsubj/2 walked|walk/VBD/ROOT/0 out/RP/advmod/2 "
        "of/IN/prep/3 talks/NNS/pobj/4 ././punct/2"
    )
    assert (
        label_mention(doc, mention(doc, 1), "Drivers") == "Drivers walked out of talks"
    )


def test_a_subject_that_is_no_entity_is_told_in_its_own_words() -> None:
    doc = build_doc(
        "A/DT/det/3 peace/NN/compound/3 deal/NN/nsubj/6 signed|sign/VBN/acl/3 "
        "there/RB/advmod/4 broke|break/VBD/ROOT/0 down/RP/prt/6 ././punct/6"
    )
    assert label_mention(doc, mention(doc, 5), None) == "a peace deal broke down"
    assert label_mention(doc, mention(doc, 3), None) == "a peace deal signed"


def test_a_subject_that_is_no_entity_stands_before_the_doer_behind_it() -> None:
    doc = build_doc(
        "A/DT/det/3 rebel/NN/compound/3 attack/NN/nsubj/4 killed|kill/VBD/ROOT/0 "
        "six/CD/dobj/4"
    )
    rebel = doc.tokens[1].span
    parts = (Participation(entity="rebels", role=RoleName.AGENT, evidence=rebel),)
    assert subject_of(doc, mention(doc, 3), parts) is None


@pytest.mark.parametrize(("doer", "expected"), [(1, "driver"), (None, None)])
def test_a_participle_behind_its_doer_begins_with_him(
    doer: int | None, expected: str | None
) -> None:
    doc = build_doc(
        "A/DT/det/2 driver/NN/ROOT/0 ploughed|plough/VBN/acl/2 into/IN/prep/3 "
        "fans/NNS/pobj/4"
    )
    fans = Participation(
        entity="fans", role=RoleName.PATIENT, evidence=doc.tokens[4].span
    )
    parts = [fans]
    if doer is not None:
        span = doc.tokens[doer].span
        driver = Participation(entity="driver", role=RoleName.AGENT, evidence=span)
        parts.append(driver)
    assert subject_of(doc, mention(doc, 2), parts) == expected
