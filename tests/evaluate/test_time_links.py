"""Links between events and times are counted as people would."""

from __future__ import annotations

from dataclasses import replace

from tests.annotate.marks import find, with_events
from tests.parse import build_doc

from dateline.evaluate.time_links import LinkScores, score_time_links
from dateline.evaluate.timeml_reader import read_timeml
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Timex, TLink
from dateline.model.time import (
    DateBasis,
    Granularity,
    Interval,
    TimeValue,
    TimexType,
    TLinkType,
)

GOLD = read_timeml(
    "<TimeML><TEXT>He "
    '<EVENT eid="e1" class="OCCURRENCE">left</EVENT> on '
    '<TIMEX3 tid="t1" type="DATE" value="2018-07-12">Thursday</TIMEX3> and '
    '<EVENT eid="e2" class="OCCURRENCE">returned</EVENT> on '
    '<TIMEX3 tid="t2" type="DATE" value="2018-07-13">Friday</TIMEX3>.</TEXT>'
    '<MAKEINSTANCE eiid="ei1" eventID="e1" tense="PAST" aspect="NONE"/>'
    '<MAKEINSTANCE eiid="ei2" eventID="e2" tense="PAST" aspect="NONE"/>'
    '<TLINK lid="l1" relType="INCLUDES" timeID="t1" relatedToEventInstance="ei1"/>'
    '<TLINK lid="l2" relType="AFTER" eventInstanceID="ei2" relatedToTime="t2"/>'
    "</TimeML>"
)


def _system(*links: tuple[int, TLinkType, int]) -> AnnotatedDocument:
    doc = build_doc(
        "He/PRP/nsubj/2 left|leave/VBD/ROOT/0 on/IN/prep/2 Thursday/NNP/pobj/3/DATE "
        "and/CC/cc/2 returned|return/VBD/conj/2 on/IN/prep/6 Friday/NNP/pobj/7/DATE "
        "././punct/2"
    )
    assert doc.document.text == GOLD.text
    doc = with_events(doc, "left returned")
    times = tuple(_timex(doc, word) for word in ("Thursday", "Friday"))
    tlinks = tuple(
        TLink(event=event, relation=relation, timex=timex, rule="test")
        for event, relation, timex in links
    )
    return replace(doc, timexes=times, tlinks=tlinks)


def _timex(doc: AnnotatedDocument, word: str) -> Timex:
    value = TimeValue(
        interval=Interval(),
        granularity=Granularity.DAY,
        basis=DateBasis.UNANCHORED,
        type=TimexType.DATE,
        value="",
        rule="test",
        explanation="",
        words=word,
    )
    return Timex(span=find(doc, word)[0].span, time=value)


def test_the_gold_links_score_full_marks() -> None:
    doc = _system((0, TLinkType.IS_INCLUDED, 0), (1, TLinkType.AFTER, 1))
    assert score_time_links(GOLD, doc) == LinkScores(
        gold=2, found=2, same=2, within=1, within_found=1, contested=2, confirmed=2
    )


def test_another_relation_is_found_but_not_the_same() -> None:
    scores = score_time_links(GOLD, _system((1, TLinkType.BEFORE, 1)))
    assert (scores.found, scores.same, scores.recall) == (1, 0, 0.5)


def test_another_time_is_contested() -> None:
    scores = score_time_links(GOLD, _system((0, TLinkType.IS_INCLUDED, 1)))
    assert (scores.contested, scores.confirmed, scores.precision) == (1, 0, 0.0)
    assert scores.within_accuracy == 0.0


def test_nothing_to_find_is_all_found() -> None:
    empty = LinkScores()
    assert (empty.recall, empty.precision, empty.within_accuracy) == (1.0, 1.0, 1.0)
    assert empty + empty == empty
