"""Mentions are joined to one event on good grounds only."""

from datetime import date

import pytest
from tests.parse import build_doc

from dateline.model.facts import EventTime, Participation, Status
from dateline.model.mentions import EventClass, EventMention, RoleName
from dateline.model.text import Span
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue, TimexType
from dateline.resolve.events import Described, cluster_events, stem

DOC = build_doc("Nothing/NN/ROOT/0 ././punct/1")


def on(first: date, last: date | None = None) -> EventTime:
    return EventTime(
        value=TimeValue(
            interval=Interval.within(first, last or first),
            granularity=Granularity.DAY,
            basis=DateBasis.EXPLICIT_IN_TEXT,
            type=TimexType.DATE,
            value=first.isoformat(),
            rule="test",
            explanation="test",
            words="then",
        )
    )


def described(
    index: int,
    lemma: str,
    *,
    pos: str = "VERB",
    status: Status = Status.HAPPENED,
    time: EventTime | None = None,
    cls: EventClass = EventClass.OCCURRENCE,
    is_named: bool = False,
    is_definite: bool = False,
    event_type: str = "Other",
    is_denied: bool = False,
    **who: str,
) -> Described:
    span = Span(10 * index, 10 * index + 5)
    return Described(
        index=index,
        mention=EventMention(
            span=span,
            head=0,
            verb=0,
            lemma=lemma,
            pos=pos,
            cls=cls,
            is_named=is_named,
            event_type=event_type,
        ),
        is_definite=is_definite,
        is_denied=is_denied,
        status=status,
        time=time,
        participations=tuple(
            Participation(entity=entity, role=RoleName(role), evidence=span)
            for role, entity in who.items()
        ),
    )


def groups(*items: Described) -> list[list[int]]:
    return [[item.index for item in group] for group in cluster_events(DOC, items)]


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("visit", "visit"),
        ("repatriate", "repatriation"),
        ("agree", "agreement"),
        ("arrive", "arrival"),
        ("meet", "meeting"),
        ("announce", "announcement"),
        ("depart", "departure"),
    ],
)
def test_a_verb_and_its_noun_share_a_stem(verb: str, noun: str) -> None:
    assert stem(verb) == stem(noun)


@pytest.mark.parametrize(
    ("one", "other"), [("meet", "mediate"), ("sign", "sing"), ("vote", "visit")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_visit_takes_up_who_visited() -> None:
    assert groups(
        described(0, "visit", agent="p1", place="c1"),
        described(1, "visit", pos="NOUN", agent="p1"),
    ) == [[0, 1]]


def test_the_same_word_about_other_people_is_another_event() -> None:
    assert groups(
        described(0, "visit", agent="p1"), described(1, "visit", agent="p2")
    ) == [[0], [1]]


def test_the_same_word_on_another_day_is_another_event() -> None:
    assert groups(
        described(0, "visit", agent="p1", time=on(date(2018, 6, 12))),
        described(1, "visit", agent="p1", time=on(date(2018, 7, 6))),
    ) == [[0], [1]]


def test_what_happened_is_not_what_did_not() -> None:
    assert groups(
        described(0, "meet", agent="p1"),
        described(1, "meet", agent="p1", status=Status.DID_NOT_HAPPEN),
    ) == [[0], [1]]


def test_two_reports_of_one_speaker_stay_two() -> None:
    assert groups(
        described(0, "say", agent="p1", cls=EventClass.REPORTING),
        described(1, "say", agent="p1", cls=EventClass.REPORTING),
    ) == [[0], [1]]


def test_a_named_event_is_one_wherever_it_is_named() -> None:
    assert groups(
        described(0, "Harbour War", pos="NOUN", is_named=True),
        described(1, "Harbour War", pos="NOUN", is_named=True),
    ) == [[0, 1]]


def test_one_absence_told_in_two_words_is_one_event() -> None:
    gone = Status.DID_NOT_HAPPEN
    day = on(date(2018, 7, 12))
    assert groups(
        described(0, "meeting", pos="NOUN", status=gone, time=day, absentee="g1"),
        described(1, "show", status=gone, absentee="g1"),
    ) == [[0, 1]]


def test_two_missed_occasions_stay_two() -> None:
    gone = Status.DID_NOT_HAPPEN
    assert groups(
        described(0, "meeting", pos="NOUN", status=gone, absentee="g1"),
        described(1, "funeral", pos="NOUN", status=gone, absentee="g1"),
    ) == [[0], [1]]


def test_a_definite_noun_takes_up_the_verb_before_it() -> None:
    assert groups(
        described(0, "snub", agent="p1", patient="g1"),
        described(1, "snub", pos="NOUN", is_definite=True),
    ) == [[0, 1]]


def test_the_vote_that_somebody_missed_is_the_one_that_was_told_of() -> None:
    assert groups(
        described(0, "vote", agent="b1"),
        described(1, "vote", pos="NOUN", is_definite=True, absentee="p1"),
    ) == [[0, 1]]


def test_an_indefinite_noun_is_something_new() -> None:
    assert groups(
        described(0, "snub", agent="p1", patient="g1"),
        described(1, "snub", pos="NOUN"),
    ) == [[0], [1]]


def test_another_word_of_the_type_takes_up_the_event_of_its_day() -> None:
    day = on(date(2018, 7, 12))
    assert groups(
        described(0, "snub", event_type="Reject", time=day, agent="p1"),
        described(
            1, "rebuff", pos="NOUN", event_type="Reject", time=day, is_definite=True
        ),
        described(
            2,
            "rebuff",
            pos="NOUN",
            event_type="Reject",
            time=on(date(2018, 7, 11)),
            is_definite=True,
        ),
    ) == [[0, 1], [2]]


def test_one_thing_said_over_and_over_costs_no_square() -> None:
    many = [described(n, "visit", agent="p1") for n in range(30_000)]
    assert len(groups(*many)) == 1


def test_what_is_denied_is_not_what_was_told_of() -> None:
    attack = described(0, "attack", pos="NOUN", agent="p1")
    denied = {"pos": "NOUN", "agent": "p1", "status": Status.POSSIBLE}
    assert groups(attack, described(1, "attack", **denied)) == [[0, 1]]
    assert groups(attack, described(1, "attack", **denied, is_denied=True)) == [
        [0],
        [1],
    ]
