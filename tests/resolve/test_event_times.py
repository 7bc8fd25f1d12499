"""Each event mention gets the time that its text gives it, and no better one."""

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

LAST_WEEK = Interval.within(date(2018, 7, 2), date(2018, 7, 8))


def timex(words: str, interval: Interval, **fields: object) -> Timex:
    value = TimeValue(
        interval=interval,
        granularity=Granularity.DAY,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        type=fields.get("type", TimexType.DATE),  # type: ignore[arg-type]
        value="2018",
        rule="test",
        explanation="test",
        words=words,
    )
    start = fields.get("start", 0)
    assert isinstance(start, int)
    return Timex(span=Span(start, start + len(words)), time=value)


def document(*links: TLink, timexes: tuple[Timex, ...] = ()) -> AnnotatedDocument:
    doc = build_doc("She/PRP/nsubj/2 left|leave/VBD/ROOT/0 ././punct/2")
    mention = EventMention(
        span=doc.tokens[1].span,
        head=1,
        verb=1,
        lemma="leave",
        pos="VERB",
        cls=EventClass.OCCURRENCE,
    )
    return replace(doc, event_mentions=(mention,), tlinks=links, timexes=timexes)


def link(relation: TLinkType, timex: int | None = None) -> TLink:
    return TLink(event=0, relation=relation, timex=timex, rule="test")


@pytest.mark.parametrize(
    ("rule", "basis"),
    [
        ("fronted-conj", DateBasis.INHERITED_FROM_CONTEXT),
        ("modifier", DateBasis.RELATIVE_TO_PUBLICATION),
    ],
)
def test_the_time_of_another_clause_is_inherited(rule: str, basis: DateBasis) -> None:
    shared = replace(link(TLinkType.IS_INCLUDED, 0), rule=rule)
    told = mention_times(document(shared, timexes=(timex("last week", LAST_WEEK),)))[0]
    assert told.value.basis is basis
    assert told.value.interval == LAST_WEEK
    assert ("another clause" in told.value.explanation) is (rule == "fronted-conj")


def test_a_time_that_holds_the_event_is_its_time() -> None:
    doc = document(
        link(TLinkType.IS_INCLUDED, 0), timexes=(timex("last week", LAST_WEEK),)
    )
    time = mention_times(doc)[0]
    assert time.value.interval == LAST_WEEK
    assert time.value.basis is DateBasis.RELATIVE_TO_PUBLICATION


def test_from_and_to_make_one_interval() -> None:
    doc = document(
        link(TLinkType.BEGUN_BY, 0),
        link(TLinkType.ENDED_BY, 1),
        timexes=(
            timex("1950", Interval.within(date(1950, 1, 1), date(1950, 12, 31))),
            timex("1953", Interval.within(date(1953, 1, 1), date(1953, 12, 31))),
        ),
    )
    time = mention_times(doc)[0]
    assert time.value.edtf == "1950/1953"
    assert time.value.interval.earliest_end == date(1953, 1, 1)


def test_before_a_time_leaves_the_begin_open() -> None:
    doc = document(link(TLinkType.BEFORE, 0), timexes=(timex("last week", LAST_WEEK),))
    interval = mention_times(doc)[0].value.interval
    assert interval == Interval(
        latest_begin=date(2018, 7, 8), latest_end=date(2018, 7, 8)
    )


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (
            TLinkType.BEFORE,
            Interval(latest_begin=date(2018, 7, 12), latest_end=date(2018, 7, 12)),
        ),
        (
            TLinkType.AFTER,
            Interval(earliest_begin=date(2018, 7, 12), earliest_end=date(2018, 7, 12)),
        ),
        (
            TLinkType.INCLUDES,
            Interval(latest_begin=date(2018, 7, 12), earliest_end=date(2018, 7, 12)),
        ),
    ],
)
def test_tense_bounds_one_side_and_never_dates(
    relation: TLinkType, expected: Interval
) -> None:
    time = mention_times(document(link(relation)))[0]
    assert time.value.interval == expected
    assert time.value.basis is DateBasis.PUBLICATION_ONLY
    assert not time.value.interval.is_bounded


def test_a_set_or_an_unanchored_time_dates_nothing() -> None:
    every_week = timex("weekly", LAST_WEEK, type=TimexType.SET)
    some_day = timex("Monday", Interval())
    doc = document(
        link(TLinkType.IS_INCLUDED, 0),
        link(TLinkType.IS_INCLUDED, 1),
        timexes=(every_week, some_day),
    )
    assert mention_times(doc) == {}


def test_without_a_publication_date_tense_says_nothing() -> None:
    doc = document(link(TLinkType.BEFORE))
    undated = replace(doc, document=replace(doc.document, dct=None))
    assert mention_times(undated) == {}
