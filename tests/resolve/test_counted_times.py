"""An event is dated by its distance from a dated one, and as finely as that allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.parse import build_doc

from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventClass, EventMention, Timex, TLink
from dateline.model.text import Span
from dateline.model.time import (
    DateBasis,
    Granularity,
    Interval,
    TimeValue,
    TimexType,
    TLinkType,
)
from dateline.resolve.event_times import mention_times

FRIDAY = date(2018, 7, 6)
SENTENCE = (
    "It/PRP/nsubj/2 shut/VBD/ROOT/0 Friday/NNP/npadvmod/2/DATE ,/,/punct/2 "
    "{count}/CD/nummod/6/DATE {unit}/NNS/npadvmod/9/DATE {mark}/IN/mark/9 "
    "it/PRP/nsubj/9 opened|open/VBD/advcl/2 ././punct/2"
)


def value(words: str, **fields: object) -> TimeValue:
    day = TimeValue(
        interval=Interval.day(FRIDAY),
        granularity=Granularity.DAY,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        type=TimexType.DATE,
        value="2018-07-06",
        rule="test",
        explanation="",
        words=words,
    )
    return replace(day, **fields)  # type: ignore[arg-type]


def document(
    length: str, *, mark: str = "after", dated: int = 0, mod: str | None = None
) -> AnnotatedDocument:
    doc = build_doc(SENTENCE.format(count="two", unit="units", mark=mark))
    events = tuple(
        EventMention(
            span=doc.tokens[i].span,
            head=i,
            verb=i,
            lemma=doc.tokens[i].lemma,
            pos="VERB",
            cls=EventClass.OCCURRENCE,
        )
        for i in (1, 8)
    )
    counted = Span(doc.tokens[4].span.start, doc.tokens[5].span.end)
    relation = TLinkType.AFTER if mark == "after" else TLinkType.BEFORE
    return replace(
        doc,
        event_mentions=events,
        timexes=(
            Timex(span=doc.tokens[2].span, time=value("Friday", mod=mod)),
            Timex(
                span=counted,
                time=value(
                    "two units",
                    interval=Interval(),
                    type=TimexType.DURATION,
                    value=length,
                ),
            ),
        ),
        tlinks=(
            TLink(event=dated, relation=TLinkType.IS_INCLUDED, timex=0, rule="test"),
            TLink(
                event=0,
                relation=relation,
                other=1,
                signal=doc.tokens[6].span,
                rule="test",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("length", "mark", "dated", "first", "last"),
    [
        ("P2D", "after", 0, date(2018, 7, 4), date(2018, 7, 4)),
        ("P2D", "before", 0, date(2018, 7, 8), date(2018, 7, 8)),
        ("P2D", "after", 1, date(2018, 7, 8), date(2018, 7, 8)),
        ("P2W", "after", 0, date(2018, 6, 19), date(2018, 6, 25)),
        ("PTXH", "after", 0, date(2018, 7, 5), date(2018, 7, 6)),
    ],
)
def test_a_distance_dates_the_other_event(
    length: str, mark: str, dated: int, first: date, last: date
) -> None:
    times = mention_times(document(length, mark=mark, dated=dated))
    found = times[1 - dated].value
    assert (found.interval.earliest_begin, found.interval.latest_end) == (first, last)
    assert found.anchor == FRIDAY
    assert found.words == f"two units {mark}"


def test_hours_before_a_late_hour_are_of_the_same_day() -> None:
    times = mention_times(document("PTXH", mod="END"))
    assert times[1].value.interval == Interval.day(FRIDAY)


@pytest.mark.parametrize("length", ["PXD", "P9999Y", "nonsense"])
def test_a_distance_without_a_number_or_out_of_the_calendar_dates_nothing(
    length: str,
) -> None:
    assert 1 not in mention_times(document(length))


def test_a_list_of_times_reaches_from_the_first_to_the_last() -> None:
    doc = build_doc(
        "It/PRP/nsubj/2 rose|rise/VBD/ROOT/0 in/IN/prep/2 2001/CD/pobj/3/DATE "
        "and/CC/cc/4 2002/CD/conj/4/DATE ././punct/2"
    )
    years = [
        Timex(
            span=doc.tokens[i].span,
            time=value(
                doc.tokens[i].text,
                interval=Interval.within(date(year, 1, 1), date(year, 12, 31)),
            ),
        )
        for i, year in ((3, 2001), (5, 2002))
    ]
    mention = EventMention(
        span=doc.tokens[1].span,
        head=1,
        verb=1,
        lemma="rise",
        pos="VERB",
        cls=EventClass.OCCURRENCE,
    )
    links = tuple(
        TLink(event=0, relation=TLinkType.IS_INCLUDED, timex=i, rule="test")
        for i in (0, 1)
    )
    doc = replace(doc, event_mentions=(mention,), timexes=tuple(years), tlinks=links)
    assert mention_times(doc)[0].value.edtf == "2001/2002"


def test_before_a_time_of_day_is_on_that_day() -> None:
    doc = document("PXD")
    dawn = Timex(
        span=doc.tokens[2].span,
        time=value("dawn on Friday", granularity=Granularity.TIME_OF_DAY),
    )
    link = TLink(event=0, relation=TLinkType.BEFORE, timex=0, rule="test")
    doc = replace(doc, timexes=(dawn,), tlinks=(link,))
    assert mention_times(doc)[0].value.interval == Interval.day(FRIDAY)
