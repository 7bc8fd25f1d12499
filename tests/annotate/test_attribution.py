"""Attributions: who says what, and where the words stand."""

from dataclasses import replace

import pytest
from tests.parse import build_doc

from dateline.annotate.attribution import STAGE, find_attributions
from dateline.annotate.attribution_quotes import find_quotations
from dateline.annotate.entities import find_entity_mentions
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Attribution, QuoteKind
from dateline.model.text import Block, BlockKind, Span


def read(*sentences: str) -> tuple[AnnotatedDocument, tuple[Attribution, ...]]:
    doc = build_doc(*sentences)
    doc = replace(doc, entity_mentions=find_entity_mentions(doc))
    return doc, find_attributions(doc)


def parts(doc: AnnotatedDocument, found: Attribution) -> tuple[str, str, list[str]]:
    source = "" if found.source is None else doc.slice(found.source)
    return source, doc.slice(found.cue), [doc.slice(span) for span in found.content]


def test_reported_speech_has_its_clause_as_content():
    doc, (found,) = read(
        "Roe/NNP/nsubj/3/PERSON has/VBZ/aux/3 said|say/VBN/ROOT/0 that/IN/mark/6 "
        "taxes/NNS/nsubj/6 fell|fall/VBD/ccomp/3 ././punct/3"
    )
    assert parts(doc, found) == ("Roe", "has said", ["that taxes fell"])
    assert found.kind is QuoteKind.INDIRECT
    assert doc.slice(doc.entity_mentions[found.mention or 0].span) == "Roe"


def test_the_cue_may_follow_its_content():
    doc, (found,) = read(
        "Taxes/NNS/nsubj/2 fell|fall/VBD/ccomp/5 ,/,/punct/5 Roe/NNP/nsubj/5/PERSON "
        "said|say/VBD/ROOT/0 ././punct/5"
    )
    assert parts(doc, found) == ("Roe", "said", ["Taxes fell"])


def test_the_cue_may_interrupt_its_content():
    doc, (found,) = read(
        "Taxes/NNS/nsubj/6 ,/,/punct/6 officials|official/NNS/nsubj/4 "
        "say/VBP/parataxis/6 ,/,/punct/6 fell|fall/VBD/ROOT/0 sharply/RB/advmod/6"
    )
    assert parts(doc, found) == ("officials", "say", ["Taxes", "fell sharply"])


QUOTED = (
    "\"/``/punct/9 We/PRP/nsubj/3 won|win/VBD/ccomp/9 ,/,/punct/9 \"/''/punct/9 "
    "an/DT/det/7 official/NN/nsubj/9 later/RB/advmod/9 told|tell/VBD/ROOT/0 "
    "the/DT/det/12/ORG Daily/NNP/compound/12/ORG Post/NNP/dobj/9/ORG ././punct/9"
)


def test_a_quotation_goes_to_the_one_who_says_it_and_the_outlet_is_told():
    doc, (found,) = read(QUOTED)
    source, cue, content = parts(doc, found)
    assert (source, cue) == ("an official", "told")
    assert "We won" in content[0]
    assert found.kind is QuoteKind.DIRECT
    assert doc.entity_mentions[found.addressee or 0].name == "Daily Post"


def test_further_sentences_of_a_quotation_have_the_same_source():
    doc, (found,) = read(
        QUOTED,
        '"/``/punct/3 They/PRP/nsubj/3 lost|lose/VBD/ROOT/0 ././punct/3',
        "They/PRP/nsubj/2 cried|cry/VBD/ROOT/0 ././punct/2 \"/''/punct/2",
    )
    assert len(found.content) == 2
    assert doc.slice(found.content[1]).strip('" ') == "They lost. They cried."


def test_a_word_in_quotation_marks_makes_the_content_mixed():
    _, (found,) = read(
        "Roe/NNP/nsubj/2/PERSON says|say/VBZ/ROOT/0 taxes/NNS/nsubj/4 "
        "are|be/VBP/ccomp/2 \"/``/punct/6 evil/JJ/acomp/4 \"/''/punct/6 ././punct/2"
    )
    assert found.kind is QuoteKind.MIXED


@pytest.mark.parametrize("first", [True, False])
def test_according_to_stands_before_or_after_its_clause(*, first: bool):
    before = (
        "According|accord/VBG/prep/6 to/IN/prep/1 police/NNS/pobj/2 ,/,/punct/6 "
        "shots/NNS/nsubj/6 fell|fall/VBD/ROOT/0 ././punct/6"
    )
    after = (
        "Shots/NNS/nsubj/2 fell|fall/VBD/ROOT/0 ,/,/punct/2 "
        "according|accord/VBG/prep/2 to/IN/prep/4 police/NNS/pobj/5 ././punct/2"
    )
    doc, (found,) = read(before if first else after)
    source, cue, content = parts(doc, found)
    assert (source, cue.lower()) == ("police", "according to")
    assert [words.lower() for words in content] == ["shots fell"]


def test_hearsay_has_no_source():
    doc, (found,) = read(
        "Roe/NNP/nsubj/3/PERSON reportedly/RB/advmod/3 resigned|resign/VBD/ROOT/0"
    )
    assert parts(doc, found) == ("", "reportedly", ["Roe", "resigned"])
    assert found.mention is None


def test_a_belief_of_nobody_has_no_source():
    doc, (found,) = read(
        "Many/JJ/nsubjpass/3 are/VBP/auxpass/3 believed|believe/VBN/ROOT/0 "
        "to/TO/aux/6 have/VB/aux/6 died|die/VBN/xcomp/3 ././punct/3"
    )
    assert parts(doc, found) == ("", "are believed", ["Many", "to have died"])


def test_a_promise_has_its_infinitive_as_content():
    doc, (found,) = read(
        "Norway/NNP/nsubj/2/GPE agreed|agree/VBD/ROOT/0 to/TO/aux/4 "
        "return/VB/xcomp/2 the/DT/det/6 ship/NN/dobj/4 ././punct/2"
    )
    assert parts(doc, found) == ("Norway", "agreed", ["to return the ship"])


def test_a_coordinated_verb_has_the_source_of_the_first():
    doc, found = read(
        "Roe/NNP/nsubj/2/PERSON smiled|smile/VBD/ROOT/0 and/CC/cc/2 "
        "said|say/VBD/conj/2 she/PRP/nsubj/6 won|win/VBD/ccomp/4 ././punct/2"
    )
    assert [parts(doc, one) for one in found] == [("Roe", "said", ["she won"])]


def test_a_relative_pronoun_is_the_place_and_its_noun_the_mention():
    doc, (found,) = read(
        "A/DT/det/2 witness/NN/nsubj/7 who/WP/nsubj/4 said|say/VBD/relcl/2 "
        "he/PRP/nsubj/6 fell|fall/VBD/ccomp/4 left|leave/VBD/ROOT/0 ././punct/7"
    )
    assert parts(doc, found)[0] == "who"
    assert doc.slice(doc.entity_mentions[found.mention or 0].span) == "A witness"


def test_an_attribution_inside_another_has_it_as_parent():
    _, found = read(
        "Kaya/NNP/nsubj/2/PERSON said|say/VBD/ROOT/0 Roe/NNP/nsubj/5/PERSON "
        "had/VBD/aux/5 promised|promise/VBN/ccomp/2 to/TO/aux/7 pay/VB/xcomp/5"
    )
    assert [one.parent for one in found] == [None, 0]


def test_a_thing_says_nothing_unless_it_is_a_text():
    _, found = read(
        "The/DT/det/2 engine/NN/nsubj/3 thought|think/VBD/ROOT/0 it/PRP/nsubj/5 "
        "won|win/VBD/ccomp/3"
    )
    assert found == ()
    doc, (report,) = read(
        "The/DT/det/2 report/NN/nsubj/3 found|find/VBD/ROOT/0 that/IN/mark/6 "
        "taxes/NNS/nsubj/6 fell|fall/VBD/ccomp/3"
    )
    assert parts(doc, report)[0] == "The report"


def test_a_transcript_names_its_speaker_before_a_colon():
    doc, (found,) = read(
        "ROE|roe/NNP/dep/4 :/:/punct/4 We/PRP/nsubj/4 lost|lose/VBD/ROOT/0 "
        "badly/RB/advmod/4 ././punct/4"
    )
    assert parts(doc, found) == ("ROE", ":", ["We lost badly"])


def test_a_quotation_ends_with_its_paragraph():
    doc = build_doc('"/``/punct/3 We/PRP/nsubj/3 won/VBD/ROOT/0', "Rain/NN/ROOT/0")
    blocks = (Block(BlockKind.BODY, Span(0, 8)), Block(BlockKind.BODY, Span(9, 13)))
    (quotation,) = find_quotations(doc.tokens, blocks)
    assert (quotation.first, quotation.last, quotation.is_open) == (0, 3, True)


def test_the_stage_keeps_every_part_inside_the_text():
    doc, found = read(QUOTED)
    assert STAGE.annotate(doc).attributions == found
    spans = [found[0].cue, *found[0].content]
    assert all(span.end <= len(doc.document.text) for span in spans)


def test_a_speaker_whom_the_parser_hangs_elsewhere_is_still_the_speaker():
    doc, (found,) = read(
        "Power/NN/nsubj/2 failed|fail/VBD/ROOT/0 in/IN/prep/2 Faro/NNP/pobj/3/GPE "
        ",/,/punct/4 the/DT/det/7 firm/NN/appos/4 that/WDT/nsubj/9 "
        "runs|run/VBZ/relcl/7 it/PRP/dobj/9 said|say/VBD/conj/2 ././punct/2"
    )
    assert parts(doc, found) == (
        "the firm that runs it",
        "said",
        ["Power failed in Faro"],
    )
    assert doc.slice(doc.entity_mentions[found.mention or 0].span) == "the firm"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            (
                "Said/NNP/compound/2 Ellis/NNP/dep/6 :/:/punct/2 "
                "“/``/punct/6 It/PRP/nsubj/6 fell|fall/VBD/ROOT/0 fast/RB/advmod/6 "
                "././punct/6 ”/''/punct/6"
            ),
            ("Ellis", "Said", ["“It fell fast.”"]),
        ),
        (
            (
                "Protesters|protester/NNS/nsubjpass/3 were|be/VBD/auxpass/3 "
                "frustrated|frustrate/VBN/ROOT/0 that/IN/mark/6 police/NNS/nsubj/6 "
                "lied|lie/VBD/ccomp/3 ././punct/3"
            ),
            ("Protesters", "were frustrated", ["that police lied"]),
        ),
        (
            (
                "All/DT/nsubj/2 agreed|agree/VBD/ROOT/0 that/IN/mark/5 it/PRP/nsubj/5 "
                "fell|fall/VBD/ccomp/2 ././punct/2"
            ),
            ("All", "agreed", ["that it fell"]),
        ),
        (
            (
                "Half/NN/nsubj/2 paid|pay/VBD/advcl/7 ,/,/punct/7 the/DT/det/5 "
                "agency/NN/nsubj/7 later/RB/advmod/7 said|say/VBD/ROOT/0 in/IN/prep/7 "
                "June/NNP/pobj/8/DATE ././punct/7"
            ),
            ("the agency", "said", ["Half paid"]),
        ),
        (
            (
                "A/DT/det/2 disaster/NN/npadvmod/5 ,/,/punct/5 he/PRP/nsubj/5 "
                "said|say/VBD/ROOT/0 ././punct/5"
            ),
            ("he", "said", ["A disaster"]),
        ),
    ],
)
def test_what_the_parser_takes_for_something_else_is_still_said(
    sentence: str, told: tuple[str, str, list[str]]
):
    doc, (found,) = read(sentence)
    assert parts(doc, found) == told


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "In/IN/prep/5 June/NNP/pobj/1/DATE ,/,/punct/5 he/PRP/nsubj/5 "
            "spoke|speak/VBD/ROOT/0 ././punct/5"
        ),
        (
            "When/WRB/advmod/3 it/PRP/nsubj/3 fell|fall/VBD/advcl/6 ,/,/punct/6 "
            "he/PRP/nsubj/6 said|say/VBD/ROOT/0 ././punct/6"
        ),
    ],
)
def test_a_time_before_the_speaker_is_not_what_is_said(sentence: str):
    _, found = read(sentence)
    assert found == ()
