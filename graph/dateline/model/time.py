"""What a date is: an interval with a granularity, a basis and the words it came from.

Nothing here is a bare `datetime`: see the design, section "What a date is".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Granularity(StrEnum):
    """How fine the words are, finest first."""

    TIME_OF_DAY = "time-of-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN = "unknown"


class DateBasis(StrEnum):
    """What a date rests on, firmest first."""

    EXPLICIT_IN_TEXT = "explicit-in-text"
    RELATIVE_TO_PUBLICATION = "relative-to-publication"
    RELATIVE_TO_TIME = "relative-to-time"
    RELATIVE_TO_EVENT = "relative-to-event"
    INHERITED_FROM_CONTEXT = "inherited-from-context"
    PUBLICATION_ONLY = "publication-only"
    UNANCHORED = "unanchored"


class TimexType(StrEnum):
    """The TIMEX3 types of ISO-TimeML."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The four bounds of a time; every bound is inclusive, `None` is open.

    A single unknown day of a week has `earliest_begin` = `earliest_end` = Monday and
    `latest_begin` = `latest_end` = Sunday; the whole week has begin = Monday, end =
    Sunday, both exact. Days before year 1 cannot be bounds: they are left open.

    Raises:
        ValueError: if a lower bound is after its upper one, or the begin after the end.
    """

    earliest_begin: date | None = None
    latest_begin: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None

    def __post_init__(self) -> None:
        pairs = (
            (self.earliest_begin, self.latest_begin),
            (self.earliest_end, self.latest_end),
            (self.earliest_begin, self.earliest_end),
            (self.latest_begin, self.latest_end),
        )
        for low, high in pairs:
            if low is not None and high is not None and low > high:
                msg = f"interval bounds out of order: {low} is after {high} in {self}"
                raise ValueError(msg)

    @classmethod
    def day(cls, day: date) -> Interval:
        """Make the interval of one known day."""
        return cls.within(day, day)

    @classmethod
    def within(cls, first: date, last: date) -> Interval:
        """Make the interval of something short, at an unknown place in `[first, last]`.

        >>> Interval.within(date(2018, 7, 2), date(2018, 7, 8)).is_exact
        False
        """
        return cls(
            earliest_begin=first, latest_begin=last, earliest_end=first, latest_end=last
        )

    @classmethod
    def whole(cls, first: date, last: date) -> Interval:
        """Make the interval that lasts from `first` to `last`, both known.

        >>> Interval.whole(date(1950, 1, 1), date(1953, 12, 31)).is_exact
        True
        """
        return cls(
            earliest_begin=first, latest_begin=first, earliest_end=last, latest_end=last
        )

    @property
    def is_exact(self) -> bool:
        """Whether begin and end are both known to the day."""
        return (
            self.earliest_begin is not None
            and self.latest_end is not None
            and self.earliest_begin == self.latest_begin
            and self.earliest_end == self.latest_end
        )

    @property
    def is_bounded(self) -> bool:
        """Whether the interval is closed on both outer sides."""
        return self.earliest_begin is not None and self.latest_end is not None

    def is_certainly_before(self, other: Interval) -> bool:
        """Tell whether this ends before `other` can begin.

        >>> a, b = Interval.day(date(2018, 7, 6)), Interval.day(date(2018, 7, 12))
        >>> a.is_certainly_before(b), b.is_certainly_before(a)
        (True, False)
        """
        return (
            self.latest_end is not None
            and other.earliest_begin is not None
            and self.latest_end < other.earliest_begin
        )

    def is_compatible(self, other: Interval) -> bool:
        """Tell whether both may share a day."""
        return not (self.is_certainly_before(other) or other.is_certainly_before(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """The meaning of a time: interval, TIMEX3 value, and how it was reached.

    Attributes:
        interval: the four bounds; all open for a time that cannot be anchored.
        granularity: how fine the words are.
        basis: what the date rests on.
        anchor: the day that a relative expression was counted from.
        type, value, mod: the TIMEX3 attributes; `value` is `""` only when unknown.
        edtf: the Extended Date/Time Format (ISO 8601-2) literal, for people.
        time_of_day: `HH:MM`, with the offset from UTC if a time zone is named
            (`17:00-05:00`), or a TIMEX3 part of day such as `EV`; `None` if not told.
        rule: the identifier of the rule that decided.
        explanation: one line for people: words, reasoning, result.
        words: the words of the text that the time came from; `""` if none.
    """

    interval: Interval
    granularity: Granularity
    basis: DateBasis
    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    anchor: date | None = None
    time_of_day: str | None = None
    rule: str
    explanation: str
    words: str


class TLinkType(StrEnum):
    """The TLINK relation types of TimeML 1.2.1 that Dateline writes.

    Each is read "source RELATION target".
    """

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    INCLUDES = "INCLUDES"
    IS_INCLUDED = "IS_INCLUDED"
    DURING = "DURING"
    SIMULTANEOUS = "SIMULTANEOUS"
    IDENTITY = "IDENTITY"
    BEGINS = "BEGINS"
    BEGUN_BY = "BEGUN_BY"
    ENDS = "ENDS"
    ENDED_BY = "ENDED_BY"
    IBEFORE = "IBEFORE"
    IAFTER = "IAFTER"
