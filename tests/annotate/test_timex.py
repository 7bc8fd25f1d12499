"""Time expressions end to end: span, type, value, interval, basis, explanation."""

from __future__ import annotations

import os
import time as clock
from datetime import date, time

import pytest
from tests.parse import build_doc

from dateline.annotate.pipeline import check_order
from dateline.annotate.timex import STAGE, TimexOptions, find_timexes
from dateline.model.mentions import Timex
from dateline.model.text import Dct, DctBasis
from dateline.model.time import DateBasis, Granularity, Interval, TimexType

THURSDAY = date(2018, 7, 12)


def found(text: str, day: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    return [
        (timex.time.words, timex.time.type.value, timex.time.value)
        for timex in find_timexes(text, dct=day)
    ]


def only(text: str, day: date | None = THURSDAY) -> Timex:
    (timex,) = find_timexes(text, dct=day)
    return timex


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They signed on 12 June 2018.", "12 June 2018", "2018-06-12"),
        ("They signed on June 12th, 2018.", "June 12th, 2018", "2018-06-12"),
        ("Filed 6/12/18.", "6/12/18", "2018-06-12"),
        ("Filed 2018-06-12.", "2018-06-12", "2018-06-12"),
        ("It was founded in 1990.", "1990", "1990"),
        ("Prices rose in the 1950s.", "the 1950s", "195"),
        ("A style of the '60s.", "the '60s", "196"),
        ("Trade grew in the late 19th century.", "the late 19th century", "18"),
        ("Sales rose in fiscal 2019.", "fiscal 2019", "2019"),
        ("Profit fell in the 2017 fiscal year.", "the 2017 fiscal year", "2017"),
        ("Profit fell in Q3 2018.", "Q3 2018", "2018-Q3"),
        ("the third quarter of 1990", "the third quarter of 1990", "1990-Q3"),
        ("the first half of 2017", "the first half of 2017", "2017-H1"),
        ("They met in spring 2011.", "spring 2011", "2011-SP"),
        ("He died in 44 BC.", "44 BC", "BC0044"),
        ("It fell in 300 B.C.", "300 B.C.", "BC0300"),
        ("Rome fell in AD 476.", "AD 476", "0476"),
        ("in nineteen ninety-four", "nineteen ninety-four", "1994"),
        ("the year two thousand", "the year two thousand", "2000"),
        ("The law of '98 stands.", "'98", "1998"),
    ],
)
def test_explicit_dates_are_read_from_the_words_alone(
    text: str, words: str, value: str
) -> None:
    assert found(text) == [(words, "DATE", value)]
    assert only(text).time.basis is DateBasis.EXPLICIT_IN_TEXT
    assert found(text, None) == found(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met last week.", "last week", "2018-W27"),
        ("They met yesterday.", "yesterday", "2018-07-11"),
        ("They will meet the day after tomorrow.", "the day after tomorrow",
         "2018-07-14"),
        ("They met three months ago.", "three months ago", "2018-04"),
        ("They met a year ago.", "a year ago", "2017"),
        ("It opens early next year.", "early next year", "2019"),
        ("It was sold last October.", "last October", "2017-10"),
        ("It was sold in July last year.", "July last year", "2017-07"),
        ("They met over the weekend.", "the weekend", "2018-W27-WE"),
        ("She was elected in this past spring.", "this past spring", "2018-SP"),
        ("It was due at year-end.", "year-end", "2018"),
        ("He arrived on Christmas Eve.", "Christmas Eve", "2017-12-24"),
        ("He arrived on Labor Day.", "Labor Day", "2017-09-04"),
        ("The letter was dated July 6.", "July 6", "2018-07-06"),
        ("Talks will open on July 20.", "July 20", "2018-07-20"),
        ("It was agreed in June.", "June", "2018-06"),
        ("It was agreed in mid-May.", "mid-May", "2018-05"),
        ("It was moved the week of March 6.", "the week of March 6", "2018-W10"),
    ],
)  # fmt: skip
def test_relative_dates_are_counted_from_the_publication_day(
    text: str, words: str, value: str
) -> None:
    assert found(text) == [(words, "DATE", value)]
    assert only(text).time.basis is DateBasis.RELATIVE_TO_PUBLICATION


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met Thursday.", "XXXX-WXX-4"),
        ("They met last week.", "XXXX-WXX"),
        ("They met on July 6.", "XXXX-07-06"),
        ("They met in June.", "XXXX-06"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met in the summer.", "XXXX-SU"),
        ("They met in the third quarter.", "XXXX-Q3"),
    ],
)
def test_without_a_publication_day_nothing_relative_is_anchored(
    text: str, value: str
) -> None:
    timex = only(text, None)
    assert timex.time.value == value
    assert timex.time.interval == Interval()
    assert timex.time.basis is DateBasis.UNANCHORED


@pytest.mark.parametrize(
    ("text", "kind", "value", "mod"),
    [
        ("They talked for two years.", "DURATION", "P2Y", None),
        ("more than four hours of talks", "DURATION", "PT4H", "MORE_THAN"),
        ("up to 180 days in jail", "DURATION", "P180D", "EQUAL_OR_LESS"),
        ("at least three weeks of rain", "DURATION", "P3W", "EQUAL_OR_MORE"),
        ("nearly three years of war", "DURATION", "P3Y", "LESS_THAN"),
        ("about a month of rain", "DURATION", "P1M", "APPROX"),
        ("two and a half years of war", "DURATION", "P2.5Y", None),
        ("half an hour of silence", "DURATION", "PT30M", None),
        ("two decades of war", "DURATION", "P20Y", None),
        ("decades of war", "DURATION", "PXY", None),
        ("a 34-year-old man", "DURATION", "P34Y", None),
        ("the past five years", "DURATION", "P5Y", None),
        ("They meet every Tuesday.", "SET", "XXXX-WXX-2", None),
        ("They meet every two weeks.", "SET", "P2W", None),
        ("They meet twice a week.", "SET", "P1W", None),
        ("It is paid quarterly.", "SET", "P1Q", None),
        ("It is shut on Wednesdays.", "SET", "XXXX-WXX-3", None),
        ("Orders march each July.", "SET", "XXXX-07", None),
        ("They recently met.", "DATE", "PAST_REF", None),
        ("They now agree.", "DATE", "PRESENT_REF", None),
        ("They will meet soon.", "DATE", "FUTURE_REF", None),
        ("He left several years ago.", "DATE", "PAST_REF", None),
        ("Talks ended early Tuesday.", "DATE", "2018-07-10", "START"),
        ("Talks ended in late 1997.", "DATE", "1997", "END"),
        ("Talks end by the end of 1997.", "DATE", "1997", "END"),
    ],
)
def test_durations_sets_and_modifiers(
    text: str, kind: str, value: str, mod: str | None
) -> None:
    timex = only(text)
    assert (timex.time.type, timex.time.value, timex.time.mod) == (kind, value, mod)


@pytest.mark.parametrize(
    ("text", "value", "part"),
    [
        ("It blew up at 10:35 a.m. Friday.", "2018-07-06T10:35", "10:35"),
        ("It blew up Friday morning.", "2018-07-06TMO", "MO"),
        ("They spoke yesterday evening.", "2018-07-11TEV", "EV"),
        ("They spoke last night.", "2018-07-11TNI", "NI"),
        ("It was over at noon Saturday.", "2018-07-07T12:00", "12:00"),
        ("It ended at 4 pm.", "2018-07-12T16:00", "16:00"),
        ("It ended at 12:30 a.m.", "2018-07-12T00:30", "00:30"),
        ("It began at 10 o'clock in the evening.", "2018-07-12T22:00", "22:00"),
        ("It began at 0735 GMT.", "2018-07-12T07:35Z", "07:35Z"),
    ],
)
def test_times_of_day(text: str, value: str, part: str) -> None:
    timex = only(text)
    assert (timex.time.type, timex.time.value) == (TimexType.TIME, value)
    assert timex.time.time_of_day == part


@pytest.mark.parametrize(
    "text",
    [
        "Protesters may march if the second vote fails.",
        "He wrote for the Sunday Times.",
        "A Boeing 737 landed.",
        "The DC-10s were checked.",
        "He is in his 30s.",
        "The director Brian Weeks left.",
        "Some 2000 people came.",
        "He led the June 4 Movement.",
        "They signed the Good Friday Agreement.",
        "She was on Saturday Night Live.",
        "She called 911.",
        "Prime Minister Theresa May spoke.",
        "It costs $1990.",
        "Growth was 2018 %.",
        "Jan Kavan met Sun executives.",
        "The price fell a quarter-point.",
        "Three-quarters of the vote",
        "The fix came as soon as possible.",
        "It is version 10.11.12.",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mod", "interval"),
    [
        (
            "Pay no later than July 20, 2018.",
            "ON_OR_BEFORE",
            Interval(latest_begin=date(2018, 7, 20), latest_end=date(2018, 7, 20)),
        ),
        (
            "Open on or after July 20, 2018.",
            "ON_OR_AFTER",
            Interval(earliest_begin=date(2018, 7, 20), earliest_end=date(2018, 7, 20)),
        ),
        (
            "He was born about July 20, 1918.",
            "APPROX",
            Interval.day(date(1918, 7, 20)),
        ),
    ],
)
def test_words_before_a_date_modify_it(text: str, mod: str, interval: Interval) -> None:
    timex = only(text)
    assert timex.time.words.startswith("July 20")
    assert (timex.time.mod, timex.time.interval) == (mod, interval)


def test_last_week_is_a_day_in_that_week() -> None:
    timex = only("Mr. Ode visited Ankara last week.")
    week = Interval.within(date(2018, 7, 2), date(2018, 7, 8))
    assert timex.time.interval == week
    assert timex.time.granularity is Granularity.WEEK
    assert timex.time.edtf == "[2018-07-02..2018-07-08]"
    assert timex.time.anchor == THURSDAY


def test_a_month_is_not_a_day_of_it() -> None:
    timex = only("It was agreed in June.")
    assert timex.time.granularity is Granularity.MONTH
    assert timex.time.interval == Interval.within(date(2018, 6, 1), date(2018, 6, 30))


@pytest.mark.parametrize(
    "text",
    ["from 1950 to 1953", "the 1950-53 war", "the 1950-1953 war",
     "between 1950 and 1953"],
)  # fmt: skip
def test_the_opener_of_a_range_knows_its_end(text: str) -> None:
    begin, end = find_timexes(text)
    assert (begin.time.value, end.time.value) == ("1950", "1953")
    assert (begin.range_end, end.range_end) == (1, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("July 6-8, 2017", ["2017-07-06", "2017-07-08"]),
        ("6-8 July 2017", ["2017-07-06", "2017-07-08"]),
        ("from May to July 2017", ["2017-05", "2017-07"]),
        ("from December to February 2018", ["2017-12", "2018-02"]),
        ("They worked Monday through Wednesday.", ["2018-07-09", "2018-07-11"]),
    ],
)
def test_ends_of_ranges_share_what_is_told_once(text: str, values: list[str]) -> None:
    timexes = find_timexes(text, dct=THURSDAY)
    assert [timex.time.value for timex in timexes] == values
    assert timexes[0].range_end == 1


def test_two_dates_joined_by_and_are_no_range() -> None:
    first, _ = find_timexes("in 1950 and 1953")
    assert first.range_end is None


def test_narrative_times_hang_on_the_last_told_time() -> None:
    told, later = find_timexes(
        "On 6 March 2016 a coup failed. The general fled two days later.",
        dct=THURSDAY,
    )
    assert told.time.value == "2016-03-06"
    assert later.time.value == "2016-03-08"
    assert later.time.basis is DateBasis.RELATIVE_TO_TIME
    assert later.time.anchor == date(2016, 3, 6)
    assert later.anchor == 0


def test_days_after_a_month_have_bounds_but_no_day() -> None:
    _, later = find_timexes(
        "In July 2016 a coup failed. He fled two days later.", dct=THURSDAY
    )
    assert later.time.value == "2016-07"
    assert later.time.interval == Interval.within(date(2016, 7, 3), date(2016, 8, 2))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the next day", "2016-03-07"),
        ("the same day", "2016-03-06"),
        ("that month", "2016-03"),
        ("the following month", "2016-04"),
        ("a week earlier", "2016-02-28"),
        ("that year", "2016"),
        ("the following Tuesday", "2016-03-08"),
    ],
)
def test_narrative_words_after_a_told_day(words: str, value: str) -> None:
    text = f"He fell on 6 March 2016. They met {words}."
    assert found(text)[1:] == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("It fell in 2010. It rose two months later.", "2010",
         date(2010, 3, 1), date(2011, 2, 28)),
        ("It fell on 6 March 2016. It rose two years later.", "2018",
         date(2018, 1, 1), date(2018, 12, 31)),
        ("It fell in 2010. It rose two years later.", "2012",
         date(2012, 1, 1), date(2012, 12, 31)),
    ],
)  # fmt: skip
def test_counting_is_as_fine_as_its_coarser_part(
    text: str, value: str, first: date, last: date
) -> None:
    _, later = find_timexes(text, dct=date(2020, 1, 1))
    assert later.time.value == value
    assert later.time.interval == Interval.within(first, last)


def test_later_without_a_told_time_hangs_on_an_event() -> None:
    timex = only("They fled two days later.")
    assert timex.time.basis is DateBasis.RELATIVE_TO_EVENT
    assert timex.time.interval == Interval()


def test_a_distance_from_an_event_is_a_duration_of_open_place() -> None:
    timex = only("They met a week after the summit.")
    assert (timex.time.words, timex.time.value) == ("a week", "P1W")
    assert timex.time.basis is DateBasis.RELATIVE_TO_EVENT
    assert timex.time.interval == Interval()


def test_a_year_ago_in_a_report_on_a_quarter_is_that_quarter() -> None:
    text = "Third-quarter net rose. A year ago it fell."
    assert found(text, date(1999, 11, 2))[1] == ("A year ago", "DATE", "1998-Q3")


def test_later_this_year_lies_between_publication_and_the_year_end() -> None:
    interval = only("It will open later this year.").time.interval
    assert interval == Interval.within(THURSDAY, date(2018, 12, 31))


def test_a_stretch_ends_with_publication() -> None:
    interval = only("Rents doubled over the past two weeks.").time.interval
    assert interval == Interval.whole(date(2018, 6, 28), THURSDAY)


def test_the_explanation_tells_words_value_and_reason() -> None:
    doc = build_doc(
        "Officials/NNS/nsubj/2 met|meet/VBD/ROOT/0 Thursday/NNP/npadvmod/2 ././punct/2"
    )
    (timex,) = STAGE.annotate(doc).timexes
    assert timex.time.explanation == (
        "'Thursday' -> 2018-07-12: weekday of the publication day, past tense, "
        "publication 2018-07-12 is a Thursday"
    )


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They/PRP/nsubj/2 met|meet/VBD/ROOT/0 Monday/NNP/npadvmod/2", "2018-07-09"),
        (
            "They/PRP/nsubj/3 will/MD/aux/3 meet/VB/ROOT/0 Monday/NNP/npadvmod/3",
            "2018-07-16",
        ),
        (
            (
                "They/PRP/nsubj/2 plan/VBP/ROOT/0 to/TO/aux/4 meet/VB/xcomp/2 "
                "Monday/NNP/npadvmod/4"
            ),
            "2018-07-16",
        ),
        (
            (
                "They/PRP/nsubj/4 could/MD/aux/4 have|have/VB/aux/4 "
                "met|meet/VBN/ROOT/0 Monday/NNP/npadvmod/4"
            ),
            "2018-07-09",
        ),
        (
            (
                "Talks/NNS/nsubjpass/3 were|be/VBD/auxpass/3 "
                "scheduled|schedule/VBN/ROOT/0 for/IN/prep/3 Monday/NNP/pobj/4"
            ),
            "2018-07-16",
        ),
        (
            (
                "They/PRP/nsubj/3 have|have/VBP/aux/3 met|meet/VBN/ROOT/0 "
                "Monday/NNP/npadvmod/3"
            ),
            "2018-07-09",
        ),
    ],
)
def test_tense_decides_the_direction_of_a_weekday(sentence: str, value: str) -> None:
    (timex,) = STAGE.annotate(build_doc(sentence)).timexes
    assert timex.time.value == value


def test_verbs_are_no_months() -> None:
    doc = build_doc("March|march/VB/ROOT/0 to/IN/prep/1 Selma/NNP/pobj/2")
    assert STAGE.annotate(doc).timexes == ()


def test_a_kind_of_dividend_is_no_time_but_paid_quarterly_is() -> None:
    adjective = build_doc(
        "A/DT/det/3 quarterly/JJ/amod/3 dividend/NN/nsubj/4 fell|fall/VBD/ROOT/0"
    )
    adverb = build_doc("Paid|pay/VBN/ROOT/0 quarterly/RB/advmod/1")
    assert STAGE.annotate(adjective).timexes == ()
    assert len(STAGE.annotate(adverb).timexes) == 1


def test_a_weekday_inside_a_name_is_no_time() -> None:
    doc = build_doc(
        "She/PRP/nsubj/2 read|read/VBD/ROOT/0 Friday/NNP/compound/4/ORG "
        "Magazine/NNP/dobj/2/ORG"
    )
    assert STAGE.annotate(doc).timexes == ()


def test_the_stage_leaves_ages_out_and_the_function_can() -> None:
    doc = build_doc(
        "He/PRP/nsubj/2 is|be/VBZ/ROOT/0 34/CD/nummod/4 years/NNS/npadvmod/5 "
        "old/JJ/acomp/2"
    )
    assert STAGE.annotate(doc).timexes == ()
    assert len(find_timexes(doc.document.text)) == 1
    assert find_timexes("34 years old", options=TimexOptions(ages=False)) == ()


def test_the_stage_fits_the_pipeline() -> None:
    check_order([STAGE])
    assert STAGE.provides == {"timexes"}


def test_options_change_weeks_seasons_order_and_fiscal_years() -> None:
    sunday_first = TimexOptions(week_start=6)
    (week,) = find_timexes("last week", dct=THURSDAY, options=sunday_first)
    assert week.time.interval.earliest_begin == date(2018, 7, 1)
    (season,) = find_timexes("summer 2017", options=TimexOptions(southern=True))
    assert season.time.interval.earliest_begin == date(2017, 12, 1)
    (day,) = find_timexes("6/12/2018", options=TimexOptions(day_first=True))
    assert day.time.value == "2018-12-06"
    (fiscal,) = find_timexes("fiscal 2019", options=TimexOptions(fiscal_start=10))
    assert fiscal.time.interval.earliest_begin == date(2018, 10, 1)


def test_a_bad_option_says_what_it_should_be() -> None:
    with pytest.raises(ValueError, match="week_start 7 is not 0"):
        TimexOptions(week_start=7)
    with pytest.raises(ValueError, match="fiscal_start 13 is not a month"):
        TimexOptions(fiscal_start=13)


def test_hours_are_counted_from_the_publication_time() -> None:
    dct = Dct(date=THURSDAY, time=time(1, 30), basis=DctBasis.RECORD)
    (timex,) = find_timexes("It fell two hours ago.", dct=dct)
    assert timex.time.value == "2018-07-11T23:30"


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/Los_Angeles"])
def test_the_machines_time_zone_changes_nothing(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "They met today, last week, at 4 pm Friday and in June."
    expected = find_timexes(text, dct=THURSDAY)
    monkeypatch.setenv("TZ", zone)
    clock.tzset()
    try:
        assert find_timexes(text, dct=THURSDAY) == expected
    finally:
        monkeypatch.undo()
        clock.tzset()
    assert os.environ.get("TZ") != "Asia/Tokyo"
