"""Which way an expression looks, and what bounds the words around give it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.parse import build_doc

from dateline.annotate.timex import STAGE, find_timexes
from dateline.model.mentions import Timex
from dateline.model.time import DateBasis, Interval

THURSDAY = date(2018, 7, 12)


def only(text: str, day: date | None = THURSDAY) -> Timex:
    (timex,) = find_timexes(text, dct=day)
    return timex


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        # A visit planned for Monday was cancelled: the Monday that is over.
        (
            (
                "A/DT/det/2 visit/NN/nsubjpass/7 planned|plan/VBN/acl/2 for/IN/prep/3 "
                "Monday/NNP/pobj/4 was|be/VBD/auxpass/7 cancelled|cancel/VBN/ROOT/0"
            ),
            "2018-07-09",
        ),
        # What will be paid is measured by the price of a Friday that is over.
        (
            (
                "They/PRP/nsubj/3 will/MD/aux/3 pay/VB/ROOT/0 above/IN/prep/3 "
                "its/PRP$/poss/7 closing/NN/compound/7 price/NN/pobj/4 on/IN/prep/3 "
                "Friday/NNP/pobj/8"
            ),
            "2018-07-06",
        ),
        # Who will miss it after falling on Monday has fallen.
        (
            (
                "He/PRP/nsubj/3 will/MD/aux/3 miss/VB/ROOT/0 it/PRP/dobj/3 "
                "after/IN/prep/3 falling|fall/VBG/pcomp/5 on/IN/prep/6 "
                "Monday/NNP/pobj/7"
            ),
            "2018-07-09",
        ),
        # A visit planned for Monday will matter.
        (
            (
                "A/DT/det/2 visit/NN/nsubj/7 planned|plan/VBN/acl/2 for/IN/prep/3 "
                "Monday/NNP/pobj/4 will/MD/aux/7 matter/VB/ROOT/0"
            ),
            "2018-07-16",
        ),
        # It was postponed in November; it was postponed until November.
        (
            (
                "It/PRP/nsubjpass/3 was|be/VBD/auxpass/3 postponed|postpone/VBN/ROOT/0 "
                "in/IN/prep/3 November/NNP/pobj/4"
            ),
            "2017-11",
        ),
        (
            (
                "It/PRP/nsubjpass/3 was|be/VBD/auxpass/3 postponed|postpone/VBN/ROOT/0 "
                "until/IN/prep/3 November/NNP/pobj/4"
            ),
            "2018-11",
        ),
        # They wanted to move it to the autumn.
        (
            (
                "They/PRP/nsubj/2 wanted|want/VBD/ROOT/0 to/TO/aux/4 move/VB/xcomp/2 "
                "it/PRP/dobj/4 to/IN/prep/4 the/DT/det/8 autumn/NN/pobj/6"
            ),
            "2018-FA",
        ),
        # In the winter she could not run.
        (
            (
                "In/IN/prep/7 the/DT/det/3 winter/NN/pobj/1 she/PRP/nsubj/7 "
                "could/MD/aux/7 not/RB/neg/7 run/VB/ROOT/0"
            ),
            "2017-WI",
        ),
        # A race that was to be held on Monday.
        (
            (
                "A/DT/det/2 race/NN/nsubj/3 was|be/VBD/ROOT/0 to/TO/aux/6 "
                "be/VB/auxpass/6 held|hold/VBN/xcomp/3 on/IN/prep/6 Monday/NNP/pobj/7"
            ),
            "2018-07-09",
        ),
        # A present tense tells how things stand since a month that is just over.
        (
            (
                "As/IN/prep/5 of/IN/prep/1 May/NNP/pobj/2 it/PRP/nsubj/5 "
                "holds|hold/VBZ/ROOT/0"
            ),
            "2018-05",
        ),
    ],
)
def test_the_words_above_an_expression_tell_past_from_future(
    sentence: str, value: str
) -> None:
    (timex,) = STAGE.annotate(build_doc(sentence, dct=THURSDAY)).timexes
    assert timex.time.value == value


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Finish by the end of July.", date(2018, 7, 31)),
        ("Finish by July 20, 2018.", date(2018, 7, 20)),
        ("Finish by 2020.", date(2020, 12, 31)),
    ],
)
def test_what_is_due_by_a_time_ahead_lies_between_publication_and_it(
    text: str, last: date
) -> None:
    assert only(text).time.interval == Interval.within(date(2018, 7, 13), last)
    assert only(text).time.edtf == f"[2018-07-13..{last}]"


def test_what_was_due_by_a_time_ends_there_and_begins_anywhere() -> None:
    last = date(1999, 12, 31)
    expected = Interval(latest_begin=last, latest_end=last)
    assert only("It was over by the end of 1999.").time.interval == expected
    assert only("It was over by 1999.").time.interval == expected
    assert only("It was over by 1999.", None).time.interval == expected
    assert only("It was over by 1999.").time.edtf == "[..1999-12-31]"


def test_within_two_years_begins_with_publication_if_it_lies_ahead() -> None:
    timex = only("They will finish within two years.")
    assert (timex.time.type.value, timex.time.value) == ("DURATION", "P2Y")
    assert timex.time.interval == Interval.whole(THURSDAY, date(2020, 7, 12))
    assert timex.time.basis is DateBasis.RELATIVE_TO_PUBLICATION


def test_within_two_years_begins_with_the_told_time_if_it_is_over() -> None:
    _, timex = find_timexes(
        "A deal signed in December 2004 broke down within two years.", dct=THURSDAY
    )
    assert timex.time.interval == Interval(
        earliest_begin=date(2004, 12, 1), latest_end=date(2006, 12, 31)
    )
    assert timex.time.basis is DateBasis.RELATIVE_TO_TIME
    assert timex.anchor == 0


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("Security grew after 9/11.", THURSDAY, "2001-09-11"),
        ("Security grew after the Sept. 11 attacks.", THURSDAY, "2001-09-11"),
        ("They met on Sept. 11.", THURSDAY, "2017-09-11"),
        ("It was filed 9/11/18.", THURSDAY, "2018-09-11"),
    ],
)
def test_nine_eleven_is_the_day_of_2001(text: str, day: date, value: str) -> None:
    assert only(text, day).time.value == value


@pytest.mark.parametrize(
    ("text", "value", "clock"),
    [
        ("It fell at 5 p.m. EST.", "2018-07-12T17:00", "17:00-05:00"),
        ("It fell at 14:45 CEST.", "2018-07-12T14:45", "14:45+02:00"),
        ("It fell at 14:45 GMT.", "2018-07-12T14:45Z", "14:45Z"),
        ("It fell at 5 p.m.", "2018-07-12T17:00", "17:00"),
    ],
)
def test_a_named_time_zone_gives_the_offset(text: str, value: str, clock: str) -> None:
    timex = only(text)
    assert (timex.time.value, timex.time.time_of_day) == (value, clock)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It lasted five minutes and 12 seconds.", "PT5M12S"),
        ("It lasted two years and three months.", "P2Y3M"),
        ("It lasted two weeks.", "P2W"),
    ],
)
def test_durations_of_two_units(text: str, value: str) -> None:
    assert only(text).time.value == value


def test_a_speed_is_no_time() -> None:
    assert find_timexes("Winds of 150 kilometres an hour hit Beira.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "She writes for the Daily Mail.",
        "It was on the NBC Nightly News.",
        "He told USA Today so.",
        "They sailed to Easter Island.",
    ],
)
def test_the_name_of_a_paper_or_an_island_is_no_time(text: str) -> None:
    assert find_timexes(text, dct=THURSDAY) == ()


def test_years_from_now_lie_ahead() -> None:
    assert only("It may open many years from now.").time.value == "FUTURE_REF"


def test_the_past_decade_is_the_ten_years_before_publication() -> None:
    timex = only("Rents doubled over the past decade.")
    assert timex.time.value == "P10Y"
    assert timex.time.interval == Interval.whole(date(2008, 7, 12), THURSDAY)


def test_a_bare_time_of_day_belongs_to_the_day_told_shortly_before() -> None:
    text = "She spoke on Tuesday. Talks go on this week. He left before midnight."
    assert find_timexes(text, dct=THURSDAY)[-1].time.value == "2018-07-10T24:00"


def test_a_day_told_long_before_is_no_day_of_a_bare_time() -> None:
    text = (
        "She spoke on Tuesday. It was 2015, then 2016, then 2017. He left at midnight."
    )
    assert find_timexes(text, dct=THURSDAY)[-1].time.value == "2018-07-12T24:00"


SIEGE = (
    "In the spring of 1672 the army crossed. On 14 June it invested the town. The "
    "shelling began on 19 June and lasted until the 27th.\n\nHelp came in July."
)


@pytest.mark.parametrize("day", [None, date(2026, 10, 3)])
def test_days_of_a_story_are_of_the_year_it_tells_of(day: date | None) -> None:
    found = find_timexes(SIEGE, dct=day)
    assert [timex.time.value for timex in found] == [
        "1672-SP", "1672-06-14", "1672-06-19", "1672-06-27", "1672-07",
    ]  # fmt: skip
    assert found[1].time.basis is DateBasis.RELATIVE_TO_TIME


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a day after a day of a year that is over
        ("It began on 25 June 1950. On 28 June the town fell.", "1950-06-28"),
        # a bare month, a bare year, a day ahead, a day right before the publication
        ("Born on 4 May 1935, he died in April.", "2026-04"),
        ("They won in 1950. On 28 June they lost.", "2026-06-28"),
        ("Jailed on 3 May 2019, he will be freed on 2 December.", "2026-12-02"),
        ("Jailed on 3 May 2019, he was freed on 2 October.", "2026-10-02"),
        # the year before
        ("It began on 3 May 2025. On 28 June it ended.", "2026-06-28"),
    ],
)
def test_news_is_no_story_of_another_year(text: str, value: str) -> None:
    assert find_timexes(text, dct=date(2026, 10, 20))[-1].time.value == value


def test_within_six_weeks_of_a_season_begins_some_day_of_it() -> None:
    found = find_timexes("In the spring of 1672 they came and won within six weeks.")
    interval = found[1].time.interval
    assert interval.earliest_begin == date(1672, 3, 1)
    assert interval.latest_begin != interval.earliest_begin
    assert interval.latest_end == date(1672, 7, 12)


def test_a_text_without_a_day_that_tells_of_two_years_leaves_a_day_open() -> None:
    text = "Listed by 31 March 2027. Found on 3 June 2026. They met on 12 May."
    assert find_timexes(text)[-1].time.value == "XXXX-05-12"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Wednesday last week", date(2018, 7, 4)),
        ("Friday this week", date(2018, 7, 13)),
        ("Monday next week", date(2018, 7, 16)),
    ],
)
def test_a_weekday_of_a_week_lies_in_it(words: str, day: date) -> None:
    assert only(f"It was to meet on {words}.").time.interval == Interval.day(day)
