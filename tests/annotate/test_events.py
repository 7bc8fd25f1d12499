"""Event mentions: what is one, its head, words, class, tense and polarity."""

from __future__ import annotations

from datetime import date

import pytest
from tests.parse import build_doc

from dateline.annotate.event_timeml import to_timeml
from dateline.annotate.events import annotate, find_events
from dateline.annotate.stage import load_stage
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Aspect, EventClass, EventMention, Tense
from dateline.model.text import BlockKind

SUMMIT = (
    "The/DT/det/3 two/CD/nummod/3 leaders|leader/NNS/nsubj/4 held|hold/VBD/ROOT/0 "
    "a/DT/det/6 summit/NN/dobj/4 in/IN/prep/4 Oslo/NNP/pobj/7/GPE ././punct/4"
)
NO_SHOW = (
    "The/DT/det/2 envoys|envoy/NNS/nsubj/5 did|do/VBD/aux/5 not/RB/neg/5 "
    "show/VB/ROOT/0 up/RP/prt/5 for/IN/prep/5 the/DT/det/9 meeting/NN/pobj/7 "
    "././punct/5"
)


def mentions(line: str) -> dict[str, EventMention]:
    """Find the events of a sentence, by the text of their head."""
    doc = build_doc(line)
    return {doc.tokens[found.head].text: found for found in find_events(doc)}


def words(doc: AnnotatedDocument, mention: EventMention) -> str:
    return doc.slice(mention.span)


def test_the_stage_is_loaded_by_name() -> None:
    stage = load_stage("events")
    doc = stage.annotate(build_doc(SUMMIT))
    assert stage.provides == {"event_mentions"}
    assert len(doc.event_mentions) == 1


def test_a_light_verb_and_its_noun_are_one_event() -> None:
    doc = build_doc(SUMMIT)
    (found,) = find_events(doc)
    assert words(doc, found) == "held a summit"
    assert doc.tokens[found.head].text == "summit"
    assert doc.tokens[found.verb].text == "held"
    assert found.tense is Tense.PAST


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        (
            (
                "The/DT/det/2 speech/NN/nsubj/5 he/PRP/nsubj/4 gave|give/VBD/relcl/2 "
                "was|be/VBD/ROOT/0 short/JJ/acomp/5"
            ),
            "gave",
        ),
        (
            (
                "Talks|talk/NNS/nsubj/5 held|hold/VBN/acl/1 in/IN/prep/2 "
                "Geneva/NNP/pobj/3/GPE failed|fail/VBD/ROOT/0 ././punct/5"
            ),
            "held",
        ),
        (
            (
                "A/DT/det/2 vote/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
                "held|hold/VBN/ROOT/0 ././punct/4"
            ),
            "held",
        ),
    ],
    ids=["relative clause", "participle", "passive"],
)
def test_a_light_verb_is_found_wherever_it_stands(line: str, verb: str) -> None:
    doc = build_doc(line)
    noun = find_events(doc)[0]
    assert doc.tokens[noun.verb].text == verb
    assert verb not in {doc.tokens[found.head].text for found in find_events(doc)}


def test_an_aspectual_verb_stays_beside_its_event() -> None:
    found = mentions(
        "The/DT/det/2 sides|side/NNS/nsubj/3 began|begin/VBD/ROOT/0 "
        "talks|talk/NNS/dobj/3 ././punct/3"
    )
    assert found["began"].cls is EventClass.ASPECTUAL
    assert found["talks"].pos == "NOUN"


def test_an_idiom_has_its_own_lemma_and_keeps_its_negation() -> None:
    doc = build_doc(NO_SHOW)
    shown = find_events(doc)[0]
    assert shown.lemma == "show up"
    assert words(doc, shown) == "did not show up"
    assert shown.is_negated


def test_a_bare_show_without_object_is_showing_up() -> None:
    found = mentions(
        "They/PRP/nsubj/4 did|do/VBD/aux/4 n't/RB/neg/4 show/VB/ROOT/0 ././punct/4"
    )
    assert found["show"].lemma == "show up"


def test_showing_something_is_not_showing_up() -> None:
    found = mentions(
        "They/PRP/nsubj/2 showed|show/VBD/ROOT/0 a/DT/det/4 film/NN/dobj/2 ././punct/2"
    )
    assert found["showed"].lemma == "show"


@pytest.mark.parametrize(
    ("line", "head", "name"),
    [
        (
            (
                "The/DT/det/3/EVENT Vietnam/NNP/compound/3/EVENT War/NNP/nsubj/4/EVENT "
                "ended|end/VBD/ROOT/0"
            ),
            "War",
            "Vietnam War",
        ),
        (
            "Voters|voter/NNS/nsubj/2 backed|back/VBD/ROOT/0 Brexit/NNP/dobj/2",
            "Brexit",
            "Brexit",
        ),
    ],
)
def test_a_name_of_an_event_is_an_event(line: str, head: str, name: str) -> None:
    doc = build_doc(line)
    named = {doc.tokens[found.head].text: found for found in find_events(doc)}[head]
    assert named.is_named
    assert words(doc, named) == name


def test_a_title_has_no_events() -> None:
    assert find_events(build_doc(SUMMIT, block=BlockKind.TITLE)) == ()


@pytest.mark.parametrize(
    "line",
    [
        "The/DT/det/2 game/NN/nsubj/3 was|be/VBD/ROOT/0 long/JJ/acomp/3",
        "He/PRP/nsubj/2 had|have/VBD/ROOT/0 a/DT/det/4 house/NN/dobj/2",
        "It/PRP/nsubj/2 included|include/VBD/ROOT/0 bread/NN/dobj/2",
    ],
)
def test_empty_verbs_are_no_events(line: str) -> None:
    assert not [found for found in mentions(line).values() if found.pos == "VERB"]


@pytest.mark.parametrize(
    ("line", "head"),
    [
        (NO_SHOW, "show"),
        (
            ("The/DT/det/2 court/NN/nsubj/5 no/RB/neg/4 longer|long/RB/advmod/5 "
            "hears|hear/VBZ/ROOT/0 cases|case/NNS/dobj/5"),
            "hears",
        ),
        (
            ("They/PRP/nsubj/2 left|leave/VBD/ROOT/0 without/IN/prep/2 "
            "signing|sign/VBG/pcomp/3 it/PRP/dobj/4"),
            "signing",
        ),
        (
            "Neither/DT/det/2 side/NN/nsubj/3 signed|sign/VBD/ROOT/0 it/PRP/dobj/3",
            "signed",
        ),
        (
            "Nobody/NN/nsubj/2 died|die/VBD/ROOT/0",
            "died",
        ),
        (
            ("They/PRP/nsubj/4 did|do/VBD/aux/4 not/RB/neg/4 call/VB/ROOT/0 "
            "or/CC/cc/4 write/VB/conj/4"),
            "write",
        ),
        (
            "They/PRP/nsubj/4 did|do/VBD/aux/4 n't/RB/advmod/2 come/VB/ROOT/0",
            "come",
        ),
        (
            ("Neither/CC/preconj/2 Ann/NNP/nsubj/5 nor/CC/cc/2 Bob/NNP/conj/2 "
            "left|leave/VBD/ROOT/0"),
            "left",
        ),
        ("There/EX/expl/2 was|be/VBD/ROOT/0 no/DT/det/4 riot/NN/attr/2", "riot"),
    ],
    ids=[
        "not", "no longer", "without", "neither", "nobody", "shared", "torn",
        "neither-nor", "no",
    ],
)  # fmt: skip
def test_negation_is_found(line: str, head: str) -> None:
    assert mentions(line)[head].is_negated


def test_not_only_is_no_negation() -> None:
    found = mentions(
        "He/PRP/nsubj/4 not/RB/neg/4 only/RB/advmod/4 sang|sing/VBD/ROOT/0 "
        "but/CC/cc/4 danced|dance/VBD/conj/4"
    )
    assert not found["sang"].is_negated


def test_a_conjunct_with_its_own_auxiliary_shares_no_negation() -> None:
    found = mentions(
        "He/PRP/nsubj/4 did|do/VBD/aux/4 not/RB/neg/4 call/VB/ROOT/0 but/CC/cc/4 "
        "he/PRP/nsubj/8 did|do/VBD/aux/8 write/VB/conj/4"
    )
    assert found["call"].is_negated
    assert not found["write"].is_negated


@pytest.mark.parametrize(
    ("verb", "tense", "aspect", "modality"),
    [
        ("left|leave/VBD/ROOT/0", Tense.PAST, Aspect.NONE, None),
        ("leaves|leave/VBZ/ROOT/0", Tense.PRESENT, Aspect.NONE, None),
        ("will/MD/aux/3 leave/VB/ROOT/0", Tense.FUTURE, Aspect.NONE, None),
        ("may/MD/aux/3 leave/VB/ROOT/0", Tense.NONE, Aspect.NONE, "may"),
        (
            "has|have/VBZ/aux/3 left|leave/VBN/ROOT/0",
            Tense.PRESENT,
            Aspect.PERFECTIVE,
            None,
        ),
        (
            "was|be/VBD/aux/3 leaving|leave/VBG/ROOT/0",
            Tense.PAST,
            Aspect.PROGRESSIVE,
            None,
        ),
    ],
)
def test_tense_aspect_and_modality_follow_timeml(
    verb: str, tense: Tense, aspect: Aspect, modality: str | None
) -> None:
    root = len(verb.split()) + 1
    (found,) = mentions(f"She/PRP/nsubj/{root} {verb}").values()
    assert (found.tense, found.aspect, found.modality) == (tense, aspect, modality)


@pytest.mark.parametrize(
    ("line", "head", "cls"),
    [
        (
            "He/PRP/nsubj/2 said|say/VBD/ROOT/0 it/PRP/nsubj/4 rained|rain/VBD/ccomp/2",
            "said",
            EventClass.REPORTING,
        ),
        (
            "He/PRP/nsubj/2 tried|try/VBD/ROOT/0 to/TO/aux/4 leave/VB/xcomp/2",
            "tried",
            EventClass.I_ACTION,
        ),
        (
            "He/PRP/nsubj/2 hoped|hope/VBD/ROOT/0 to/TO/aux/4 win/VB/xcomp/2",
            "hoped",
            EventClass.I_STATE,
        ),
        (
            "He/PRP/nsubj/2 saw|see/VBD/ROOT/0 the/DT/det/4 fight/NN/dobj/2",
            "saw",
            EventClass.PERCEPTION,
        ),
        (
            "He/PRP/nsubj/2 was|be/VBD/ROOT/0 confident/JJ/acomp/2",
            "confident",
            EventClass.I_STATE,
        ),
        (
            "He/PRP/nsubj/2 became|become/VBD/ROOT/0 ill/JJ/acomp/2",
            "became",
            EventClass.OCCURRENCE,
        ),
        (
            "The/DT/det/2 attempt/NN/nsubj/3 failed|fail/VBD/ROOT/0",
            "attempt",
            EventClass.I_ACTION,
        ),
        (
            "They/PRP/nsubj/2 agreed|agree/VBD/ROOT/0",
            "agreed",
            EventClass.I_ACTION,
        ),
    ],
)
def test_classes_follow_timeml(line: str, head: str, cls: EventClass) -> None:
    assert mentions(line)[head].cls is cls


@pytest.mark.parametrize(
    ("line", "participle"),
    [
        (
            (
                "The/DT/det/2 quarter/NN/nsubj/5 ended|end/VBN/acl/2 "
                "Friday/NNP/npadvmod/3 hurt/VBD/ROOT/0"
            ),
            "ended",
        ),
        (
            (
                "Fields|field/NNS/nsubj/4 surrounding|surround/VBG/acl/1 it/PRP/dobj/2 "
                "burned|burn/VBD/ROOT/0"
            ),
            "surrounding",
        ),
    ],
)
def test_a_participle_that_says_which_is_no_event(line: str, participle: str) -> None:
    assert participle not in mentions(line)


def test_a_predicate_takes_tense_and_polarity_of_its_copula() -> None:
    found = mentions(
        "He/PRP/nsubj/2 was|be/VBD/ROOT/0 not/RB/neg/2 confident/JJ/acomp/2"
    )["confident"]
    assert found.tense is Tense.PAST
    assert found.is_negated


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            (
                "The/DT/det/2 king/NN/nsubj/3 sent|send/VBD/ROOT/0 a/DT/det/5 "
                "letter/NN/dobj/3"
            ),
            True,
        ),
        (
            (
                "The/DT/det/2 letter/NN/nsubj/3 lay|lie/VBD/ROOT/0 on/IN/prep/3 "
                "tables|table/NNS/pobj/4"
            ),
            False,
        ),
    ],
)
def test_a_letter_is_an_event_when_it_is_sent(line: str, *, expected: bool) -> None:
    assert ("letter" in mentions(line)) is expected


def test_mentions_come_in_order_and_lie_in_their_sentence() -> None:
    doc = build_doc(SUMMIT, NO_SHOW, dct=date(2020, 1, 2))
    found = find_events(doc)
    assert [m.head for m in found] == sorted(m.head for m in found)
    for mention in found:
        assert doc.sentence_of(mention.head).span.contains(mention.span)


def test_a_long_chain_of_conjuncts_is_read() -> None:
    line = "He/PRP/nsubj/2 ran|run/VBD/ROOT/0 " + " ".join(
        f"ran|run/VBD/conj/{n}" for n in range(2, 2000)
    )
    assert len(find_events(build_doc(line))) == 1999


def test_timeml_has_an_event_for_each_word() -> None:
    doc = annotate(build_doc(SUMMIT, NO_SHOW))
    assert [doc.slice(found.span) for found in to_timeml(doc)] == [
        "held",
        "summit",
        "show",
        "meeting",
    ]


def test_the_first_half_of_war_dead_is_no_war():
    doc = build_doc(
        "They/PRP/nsubj/2 buried|bury/VBD/ROOT/0 the/DT/det/4 war/NN/dobj/2 "
        "dead/JJ/oprd/2 ././punct/2"
    )
    assert "war" not in {event.lemma for event in find_events(doc)}


@pytest.mark.parametrize(
    ("line", "is_event"),
    [
        (("They/PRP/nsubj/2 fell|fall/VBD/ROOT/0 near/IN/prep/2 the/DT/det/5 "
         "summit/NN/pobj/3"), False),
        ("They/PRP/nsubj/2 reached|reach/VBD/ROOT/0 the/DT/det/4 summit/NN/dobj/2",
         False),
        (("The/DT/det/2 summit/NN/nsubj/6 of/IN/prep/2 Mount/NNP/compound/5 "
         "Erna/NNP/pobj/3 froze|freeze/VBD/ROOT/0"), False),
        (("The/DT/det/2 summit/NN/nsubj/5 of/IN/prep/2 leaders|leader/NNS/pobj/3 "
         "failed|fail/VBD/ROOT/0"), True),
    ],
)  # fmt: skip
def test_the_summit_of_a_mountain_is_no_meeting(line: str, *, is_event: bool) -> None:
    assert ("summit" in mentions(line)) is is_event


def test_a_name_with_of_names_one_event() -> None:
    found = mentions(
        "They/PRP/nsubj/2 lost|lose/VBD/ROOT/0 the/DT/det/5 Coast/NNP/compound/5/EVENT "
        "Cup/NNP/dobj/2/EVENT of/IN/prep/5/EVENT Nations/NNP/pobj/6/EVENT"
    )
    assert set(found) == {"lost", "Cup"}


@pytest.mark.parametrize(
    ("line", "is_event"),
    [
        (
            (
                "The/DT/det/2 probe/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
                "launched|launch/VBN/ROOT/0 from/IN/prep/4 Florida/NNP/pobj/5"
            ),
            False,
        ),
        (
            (
                "They/PRP/nsubj/2 launched|launch/VBD/ROOT/0 a/DT/det/4 "
                "probe/NN/dobj/2 to/IN/prep/4 Mars/NNP/pobj/5"
            ),
            False,
        ),
        (
            (
                "They/PRP/nsubj/2 launched|launch/VBD/ROOT/0 a/DT/det/4 "
                "probe/NN/dobj/2 into/IN/prep/2 the/DT/det/7 leak/NN/pobj/5"
            ),
            True,
        ),
    ],
)
def test_a_probe_in_space_is_no_investigation(line: str, *, is_event: bool) -> None:
    assert ("probe" in mentions(line)) is is_event


def test_a_storm_is_an_event_by_its_name() -> None:
    doc = build_doc(
        "Cyclone/NNP/compound/2/PERSON Mira/NNP/nsubj/3/PERSON hit/VBD/ROOT/0 "
        "Lima/NNP/dobj/3/GPE"
    )
    (storm, _) = find_events(doc)
    assert storm.is_named
    assert storm.event_type == "Disaster"


def test_what_a_firm_does_is_no_event() -> None:
    found = mentions(
        "The/DT/det/2 chief/NN/nsubj/7 of/IN/prep/2 shipping|ship/VBG/pcomp/3 "
        "giant/JJ/amod/6 Nordwind/NNP/dobj/4 left|leave/VBD/ROOT/0"
    )
    assert set(found) == {"left"}
