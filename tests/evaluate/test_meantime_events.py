"""Negated events and days of MEANTIME, counted on a small article of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.annotate.marks import with_events
from tests.parse import build_doc

from dateline.evaluate.meantime import MeantimeDocument, read_meantime
from dateline.evaluate.meantime_events import EventScores, score_events
from dateline.evaluate.scores import PRF
from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import DocumentFacts, Event, EventTime, Status
from dateline.model.mentions import Factuality, FactualityValue, Stance
from dateline.model.text import Span
from dateline.model.time import (
    DateBasis,
    Granularity,
    Interval,
    TimeValue,
    TimexType,
)

CAT = """<?xml version="1.0" ?>
<Document doc_id="8" doc_name="8_Fair" lang="en">
<token number="0" sentence="0" t_id="1">Ann</token>
<token number="1" sentence="0" t_id="2">held</token>
<token number="2" sentence="0" t_id="3">talks</token>
<token number="3" sentence="0" t_id="4">Monday</token>
<token number="4" sentence="1" t_id="5">May</token>
<token number="5" sentence="1" t_id="6">3</token>
<token number="6" sentence="2" t_id="7">Bo</token>
<token number="7" sentence="2" t_id="8">stayed</token>
<Markables>
<EVENT_MENTION m_id="1" polarity="POS"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="2" polarity="{talks}"><token_anchor t_id="3"/></EVENT_MENTION>
<EVENT_MENTION m_id="3" polarity="NEG"><token_anchor t_id="8"/></EVENT_MENTION>
<TIMEX3 m_id="4" type="DATE" value="2011-05-02"><token_anchor t_id="4"/></TIMEX3>
<TIMEX3 functionInDocument="CREATION_TIME" m_id="6" type="DATE" value="2011-05-03">
<token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
</Markables>
<Relations>
<TLINK r_id="1" reltype="IS_INCLUDED"><source m_id="1"/><target m_id="4"/></TLINK>
<TLINK r_id="2" reltype="INCLUDES"><source m_id="4"/><target m_id="2"/></TLINK>
<TLINK r_id="3" reltype="IS_INCLUDED"><source m_id="3"/><target m_id="6"/></TLINK>
<TLINK r_id="4" reltype="BEFORE"><source m_id="3"/><target m_id="4"/></TLINK>
</Relations>
</Document>
"""
MONDAY, TUESDAY = date(2011, 5, 2), date(2011, 5, 3)


def gold(tmp_path: Path, talks: str = "POS") -> MeantimeDocument:
    path = tmp_path / "8_Fair.xml"
    path.write_text(CAT.format(talks=talks), encoding="utf-8")
    return read_meantime(path)


def system(*denied: int) -> AnnotatedDocument:
    doc = build_doc(
        "Ann/NNP/nsubj/2 held|hold/VBD/ROOT/0 talks|talk/NNS/dobj/2 "
        "Monday/NNP/npadvmod/2",
        "May/NNP/ROOT/0 3/CD/nummod/1",
        "Bo/NNP/nsubj/2 stayed|stay/VBD/ROOT/0",
    )
    factualities = tuple(
        Factuality(
            event=index,
            source=None,
            value=FactualityValue.CT_MINUS,
            stance=Stance.ASSERTED,
            rule="test",
        )
        for index in denied
    )
    return replace(with_events(doc, "held=talks stayed"), factualities=factualities)


def facts(doc: AnnotatedDocument, *days: Interval | None) -> DocumentFacts:
    events = tuple(
        Event(
            key=f"event-{mention.span.start}-{mention.span.end}",
            label="x",
            event_type="Other",
            type_score=0.0,
            cls=mention.cls,
            status=Status.HAPPENED,
            factuality=FactualityValue.CT_PLUS,
            stance=Stance.ASSERTED,
            participations=(),
            sentences=(),
            salience=0.0,
            time=None if day is None else EventTime(value=_time(day)),
            mentions=(mention.span,),
        )
        for mention, day in zip(doc.event_mentions, days, strict=True)
    )
    return DocumentFacts(document=doc.document, entities=(), events=events, claims=())


def _time(interval: Interval) -> TimeValue:
    return TimeValue(
        interval=interval,
        granularity=Granularity.DAY,
        basis=DateBasis.EXPLICIT_IN_TEXT,
        type=TimexType.DATE,
        value="",
        rule="test",
        explanation="test",
        words="",
    )


def test_a_light_verb_and_its_noun_are_the_event_that_they_make(
    tmp_path: Path,
) -> None:
    doc = system(1)
    told = facts(doc, Interval.day(MONDAY), Interval.day(TUESDAY))
    assert score_events(gold(tmp_path), doc, told) == EventScores(
        negated=PRF(tp=1), days=PRF(tp=2), implied=PRF(tp=1)
    )


@pytest.mark.parametrize(
    ("talks", "negated"), [("POS", PRF(fp=2, fn=1)), ("", PRF(fp=1, fn=1))]
)
def test_what_the_annotators_left_open_is_no_false_alarm(
    tmp_path: Path, talks: str, negated: PRF
) -> None:
    doc = system(0)
    score = score_events(gold(tmp_path, talks), doc, facts(doc, None, None))
    assert score.negated == negated


@pytest.mark.parametrize(
    ("day", "score"),
    [
        (Interval.day(TUESDAY), PRF(fn=2, fp=2)),
        (Interval.within(MONDAY, TUESDAY), PRF(fn=2)),
        (Interval(latest_end=TUESDAY), PRF(fn=2)),
        (None, PRF(fn=2)),
    ],
)
def test_only_a_named_day_can_be_wrong(
    tmp_path: Path, day: Interval | None, score: PRF
) -> None:
    doc = system()
    assert score_events(gold(tmp_path), doc, facts(doc, day, None)).days == score


def test_scores_add_up() -> None:
    one = EventScores(negated=PRF(tp=1), days=PRF(fn=1))
    assert one + one == EventScores(negated=PRF(tp=2), days=PRF(fn=2))


def test_spans_of_events_are_those_of_the_text(tmp_path: Path) -> None:
    assert gold(tmp_path).mentions["2"].spans == (Span(9, 14),)
