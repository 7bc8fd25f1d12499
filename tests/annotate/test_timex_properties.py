"""What holds for every text: spans, order, bounds, values."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.timex import TimexOptions, find_timexes
from dateline.annotate.timex_patterns import CLASSES
from dateline.model.time import DateBasis, Interval

# The values of TIMEX3 that Dateline writes: dates, times, durations, references.
VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?:T?(?:\d+(?:\.\d+)?|X)(?:[SMHDWQY]|NI|WE|DE|CE|ML)){1,2}"
    r"|BC\d{2,4}"
    r"|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d"  # a feast of several days
    r"|(?:\d{2,4}|X{2,4})"
    r"(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:WE|\d))?|-Q[\dX]|-H\d"
    r"|-(?:SP|SU|FA|WI))?"
    r"(?:T(?:MO|MI|AF|EV|NI|DT|(?:\d\d|XX):(?:\d\d|XX)Z?))?"
)

WORDS = sorted({word for words in CLASSES.values() for word in words if word.strip()})
PIECES = st.one_of(
    st.sampled_from([*WORDS, *(word.capitalize() for word in WORDS)]),
    st.integers(0, 2300).map(str),
    st.sampled_from(["1950s", "'98", "12th", "10:30", "6/12/18", "2018-07-12", "Q3"]),
    st.text(max_size=4),
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join)
DAYS = st.none() | st.dates(date(1700, 1, 1), date(2200, 12, 31))


@settings(max_examples=150, deadline=None)
@given(TEXTS, DAYS)
def test_spans_slice_to_their_words_in_order_without_overlap(
    text: str, day: date | None
) -> None:
    end = 0
    for timex in find_timexes(text, dct=day):
        assert timex.span.slice(text) == timex.time.words
        assert timex.span.start >= end
        assert len(timex.span) > 0
        end = timex.span.end


@settings(max_examples=150, deadline=None)
@given(TEXTS, DAYS)
def test_values_parse_and_bounds_are_in_order(text: str, day: date | None) -> None:
    timexes = find_timexes(text, dct=day)
    for i, timex in enumerate(timexes):
        value = timex.time
        assert VALUE.fullmatch(value.value), value
        bounds = value.interval
        if bounds.earliest_begin is not None and bounds.latest_end is not None:
            assert bounds.earliest_begin <= bounds.latest_end
        if value.basis is DateBasis.UNANCHORED:
            assert bounds == Interval()
        assert timex.anchor is None or timex.anchor < i
        assert timex.range_end is None or timex.range_end == i + 1


@settings(max_examples=100, deadline=None)
@given(
    TEXTS,
    DAYS,
    st.builds(
        TimexOptions,
        week_start=st.integers(0, 6),
        fiscal_start=st.integers(1, 12),
        southern=st.booleans(),
        day_first=st.booleans(),
    ),
)
def test_options_never_break_the_finder(
    text: str, day: date | None, options: TimexOptions
) -> None:
    again = find_timexes(text, dct=day, options=options)
    assert find_timexes(text, dct=day, options=options) == again


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), DAYS)
def test_any_text_can_be_read(text: str, day: date | None) -> None:
    find_timexes(text, dct=day)
