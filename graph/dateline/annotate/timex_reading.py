"""What a time expression was read as, before it becomes a `TimeValue`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from enum import IntEnum

from dateline.annotate.timex_calendar import Period, part_of
from dateline.model.mentions import Timex
from dateline.model.text import Span
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue, TimexType


class Way(IntEnum):
    """The direction in which an under-specified time is looked for."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction, the words for people that say why, and how firm it is.

    It is firm where the parse hangs the expression on the verb itself.
    """

    way: Way
    reason: str
    is_firm: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexOptions:
    """Settings of the timex stage.

    Attributes:
        week_start: the first day of a week, 0 for Monday to 6 for Sunday.
        southern: whether seasons are those of the southern hemisphere.
        day_first: whether 6/12/2018 is a day in December.
        fiscal_start: the month (1 to 12) that a fiscal year begins with.
        ages: whether the age of a person ("34-year-old") is a time expression.
        languages: languages besides English whose absolute dates are read, as
            dateparser names them.
        english: whether English words are read; digits always are.

    Raises:
        ValueError: if a number is out of its range.
    """

    week_start: int = 0
    southern: bool = False
    day_first: bool = False
    fiscal_start: int = 1
    ages: bool = True
    languages: tuple[str, ...] = ()
    english: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.week_start <= 6:  # noqa: PLR2004
            msg = f"week_start {self.week_start} is not 0 (Monday) to 6 (Sunday)"
            raise ValueError(msg)
        if not 1 <= self.fiscal_start <= 12:  # noqa: PLR2004
            msg = f"fiscal_start {self.fiscal_start} is not a month, 1 to 12"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The meaning of an expression: TIMEX3 attributes, bounds, and why."""

    type: TimexType
    value: str
    granularity: Granularity
    basis: DateBasis
    why: str
    mod: str | None = None
    interval: Interval = field(default_factory=Interval)
    edtf: str | None = None
    anchor: date | None = None
    time_of_day: str | None = None
    quant: str | None = None
    freq: str | None = None
    period: Period | None = None
    is_narrative: bool = False

    def to_timex(self, span: Span, words: str, rule: str, anchor: int | None) -> Timex:
        """Return the timex at `span`; `anchor` is the index of its anchor, if any."""
        return Timex(
            span=span,
            time=TimeValue(
                interval=self.interval,
                granularity=self.granularity,
                basis=self.basis,
                type=self.type,
                value=self.value,
                mod=self.mod,
                edtf=self.edtf,
                anchor=self.anchor,
                time_of_day=self.time_of_day,
                rule=rule,
                explanation=f"'{' '.join(words.split())}' -> {self.value}: {self.why}",
                words=words,
            ),
            quant=self.quant,
            freq=self.freq,
            anchor=anchor if self.is_narrative else None,
        )


def date_reading(
    period: Period,
    *,
    basis: DateBasis,
    why: str,
    mod: str | None = None,
    anchor: date | None = None,
    is_narrative: bool = False,
) -> Reading:
    """Return the reading of a DATE inside `period`, narrowed by `mod`.

    >>> from dateline.annotate.timex_calendar import month
    >>> date_reading(month(2018, 7), basis=DateBasis.EXPLICIT_IN_TEXT, why="").value
    '2018-07'
    """
    first, last = part_of(period, mod)
    interval = (
        Interval.within(first, last)
        if first is not None and last is not None
        else Interval(earliest_begin=first, latest_end=last)
    )
    return Reading(
        type=TimexType.DATE,
        value=period.value,
        granularity=period.granularity,
        basis=basis,
        why=why,
        mod=mod,
        interval=interval,
        edtf=period.edtf,
        anchor=anchor,
        period=period,
        is_narrative=is_narrative,
    )


def open_reading(
    value: str, granularity: Granularity, why: str, *, mod: str | None = None
) -> Reading:
    """Return the reading of a DATE that nothing anchors; its interval is open."""
    return Reading(
        type=TimexType.DATE,
        value=value,
        granularity=granularity,
        basis=DateBasis.UNANCHORED,
        why=why,
        mod=mod,
    )


@dataclass(frozen=True, slots=True)
class Story:
    """The year, long before the publication, that a text tells of.

    Attributes:
        year: the year.
        stays: whether the times told last are all of that year.
        is_firm: whether a bare month is of that year too, and not only a day.
    """

    year: int
    stays: bool
    is_firm: bool = True


_NEWS = 60  # days from the publication, on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The times that an expression can hang on.

    Attributes:
        day: the publication day, `None` if unknown.
        clock: the publication time of day.
        told_day: the last told day, `None` if there is none or it is far away.
        quarter: the last told quarter of a year, `None` if there is none.
        narrative: the period of the last dated expression, `None` if there is none.
        story: the year that is told of, `None` if it is that of the publication.
        look: finds the direction.
        options: settings.
    """

    day: date | None
    clock: time | None
    narrative: Period | None
    told_day: date | None = None
    quarter: Period | None = None
    story: Story | None = None
    look: Callable[[], Direction]
    options: TimexOptions

    def year_of_story(self, usual: date | None, *, is_day: bool) -> int | None:
        """Return the year that a day or month without one has by what is told.

        `usual` is what it would be as seen from the publication. A day near that one
        is news, unless the text stays in the year it tells of.
        """
        if self.story is None or not (self.story.is_firm or is_day):
            return None
        if usual is None or self.day is None:
            return self.story.year
        is_news = abs((usual - self.day).days) <= _NEWS and not self.story.stays
        return None if is_news or self.direction.way is Way.FUTURE else self.story.year

    @property
    def direction(self) -> Direction:
        """Past or future, as tense and words tell; found when first asked for."""
        return self.look()
