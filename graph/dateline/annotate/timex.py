"""Find time expressions and say which days they mean.

`find_timexes` reads a plain text with no model at all; the stage also gives it the
parse, which decides past from future and drops what only looks like a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from dateline.annotate.stage import Stage, with_layers
from dateline.annotate.timex_anchor import (
    Parse,
    direction_from_tree,
    direction_from_words,
)
from dateline.annotate.timex_apposition import settle_appositions
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_context import qualify
from dateline.annotate.timex_filter import is_time, is_time_in_tree, is_veto
from dateline.annotate.timex_grammar import Candidate, candidates
from dateline.annotate.timex_normalise import normalise
from dateline.annotate.timex_ranges import link_ranges
from dateline.annotate.timex_reading import (
    Direction,
    Reading,
    Reference,
    Story,
    TimexOptions,
)
from dateline.annotate.timex_stretches import settle_stretches
from dateline.annotate.timex_words import Words, cut
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Timex
from dateline.model.text import Dct, Span
from dateline.model.time import Granularity, TimexType

DEFAULT_OPTIONS = TimexOptions()
# An age dates nothing, and the TimeML corpora do not annotate it.
STAGE_OPTIONS = TimexOptions(ages=False)

FOREIGN_RULE = "foreign.date"
_DIGITS = frozenset({"date.iso", "date.numeric"})

# How many expressions back a day is still the one that "before midnight" is about.
_LONG_PAST, _HISTORY = 3, 100  # years before the publication
_FINE = frozenset(
    {
        Granularity.DAY, Granularity.TIME_OF_DAY, Granularity.WEEK, Granularity.MONTH,
        Granularity.SEASON,
    }
)  # fmt: skip
_MEMORY = 2

Found = tuple[Span, Reading]

__all__ = [
    "DEFAULT_OPTIONS",
    "STAGE",
    "STAGE_OPTIONS",
    "TimexOptions",
    "find_timexes",
    "timex_stage",
]


def find_timexes(
    text: str,
    *,
    dct: date | Dct | None = None,
    options: TimexOptions = DEFAULT_OPTIONS,
    doc: AnnotatedDocument | None = None,
) -> tuple[Timex, ...]:
    """Return the time expressions of `text`, in order; they never overlap.

    Without `dct` relative expressions stay unanchored: today's date is never used.
    `doc` is the parse of the same text; without it the words around decide tense.

    >>> from datetime import date
    >>> found = find_timexes("They met last week.", dct=date(2018, 7, 12))
    >>> [(timex.time.words, timex.time.value) for timex in found]
    [('last week', '2018-W27')]
    """
    day = dct.date if isinstance(dct, Dct) else dct
    foreign: tuple[Found, ...] = ()
    if options.languages:
        from dateline.annotate.timex_foreign import read_foreign  # noqa: PLC0415

        foreign = tuple(read_foreign(text, languages=options.languages, dct=day))
    finder = _Finder(text, dct, options, doc)
    found = tuple(finder.run(cut(text), foreign))
    return link_ranges(text, settle_stretches(text, settle_appositions(text, found)))


class _Finder:
    """Walk the candidates in text order and remember the last told time."""

    def __init__(
        self,
        text: str,
        dct: date | Dct | None,
        options: TimexOptions,
        doc: AnnotatedDocument | None,
    ) -> None:
        self.text = text
        self.options = options
        self.day = dct.date if isinstance(dct, Dct) else dct
        self.clock = dct.time if isinstance(dct, Dct) else None
        self.parse = Parse.of(doc.tokens) if doc is not None and doc.tokens else None
        self.told: Reading | None = None
        self.told_index: int | None = None
        self.quarter: Period | None = None
        self.day_told: tuple[date, int] | None = None
        self.seen: tuple[Span, Direction] | None = None
        self.end = self.count = 0
        self.years: list[tuple[int, bool]] = []

    def run(self, words: Words, foreign: Sequence[Found]) -> Iterator[Timex]:
        """Yield the readable candidates, and the foreign dates at their places."""
        waiting = list(reversed(foreign))
        for candidate in candidates(words):
            while waiting and waiting[-1][0].start < candidate.span.end:
                yield from self.take(*waiting.pop(), rule=FOREIGN_RULE)
            if candidate.span.start < self.end:
                continue
            reading = self.read(candidate)
            if reading is not None:
                yield from self.take(candidate.span, reading, rule=candidate.rule)
        for span, reading in reversed(waiting):
            yield from self.take(span, reading, rule=FOREIGN_RULE)

    def read(self, candidate: Candidate) -> Reading | None:
        """Return what a candidate means; `None` if it is no time expression."""
        if not self.options.english and candidate.rule not in _DIGITS:
            return None
        if is_veto(candidate, self.options):
            self.end = candidate.span.end
            return None
        if not is_time(candidate):
            return None
        if self.parse is not None and not is_time_in_tree(candidate, self.parse):
            return None
        reading = normalise(candidate, self.reference(candidate.span))
        return reading and qualify(self.text, candidate.span, reading, self.day)

    def take(self, span: Span, reading: Reading, *, rule: str) -> Iterator[Timex]:
        """Yield the timex of a reading, unless it overlaps the one before."""
        if span.start < self.end:
            return
        yield reading.to_timex(span, span.slice(self.text), rule, self.told_index)
        self.end = span.end
        self.remember(reading)

    def reference(self, span: Span) -> Reference:
        return Reference(
            day=self.day,
            clock=self.clock,
            narrative=None if self.told is None else self.told.period,
            told_day=self.told_day(),
            quarter=self.quarter,
            story=self.story(span),
            look=partial(self.direction, span),
            options=self.options,
        )

    def story(self, span: Span) -> Story | None:
        """Return the year long past that the text tells of at `span`, if any.

        Without a publication date it is the year that was told twice, or alone so far.
        Else it is one of another century, told by a day, month or season; or one that
        is well over, told by a day in this paragraph, or twice.
        """
        if not self.years:
            return None
        year, is_fine = self.years[-1]
        if self.day is None:
            is_one = all(other == year for other, _ in self.years)
            return Story(year, stays=True) if is_one else None
        stays = self.years == [(year, True), (year, True)]
        is_here = "\n\n" not in self.text[self.end : span.start]
        age = self.day.year - year
        if age >= _HISTORY and is_fine and (is_here or stays):
            return Story(year, stays=stays)
        told = self.told_day()
        is_day = told is not None and told.year == year
        if age >= _LONG_PAST and (stays or (is_here and is_day)):
            return Story(year, stays=stays and is_here, is_firm=stays)
        return None

    def told_day(self) -> date | None:
        """Return the last told day, unless two coarser times were told since."""
        near = self.count - _MEMORY
        return self.day_told[0] if self.day_told and self.day_told[1] >= near else None

    def direction(self, span: Span) -> Direction:
        """Return the direction of the expression at `span`; asked again and again."""
        if self.seen is None or self.seen[0] != span:
            found = None
            if self.parse is not None:
                found = direction_from_tree(self.parse, span)
            self.seen = span, found or direction_from_words(self.text, span)
        return self.seen[1]

    def remember(self, reading: Reading) -> None:
        """Keep a dated expression as the time that later ones are counted from."""
        if reading.type in {TimexType.DATE, TimexType.TIME} and reading.period:
            self.told, self.told_index = reading, self.count
            self.remember_year(reading.period)
            self.remember_quarter(reading.period)
            if reading.period.granularity is Granularity.DAY and reading.period.first:
                self.day_told = reading.period.first, self.count
        self.count += 1

    def remember_year(self, period: Period) -> None:
        """Keep the years told last, and whether a day or a month of them was told."""
        if period.first is None or period.last is None:
            return
        if period.first.year == period.last.year:
            is_fine = period.granularity in _FINE
            self.years = [*self.years[-1:], (period.first.year, is_fine)]

    def remember_quarter(self, period: Period) -> None:
        """Keep the latest quarter that is over: the one that a report is about."""
        if period.granularity is not Granularity.QUARTER or period.last is None:
            return
        if self.day is not None and period.last > self.day:
            return
        if self.quarter is None or period.value > self.quarter.value:
            self.quarter = period


def _annotate(doc: AnnotatedDocument, *, usual: TimexOptions) -> AnnotatedDocument:
    document = doc.document
    options = usual
    language = (document.language or "en").lower().partition("-")[0]
    if language != "en" and language.isalpha():
        options = replace(options, languages=(language,), english=False, day_first=True)
    found = find_timexes(document.text, dct=document.dct, options=options, doc=doc)
    return with_layers(doc, timexes=found)


def timex_stage(options: TimexOptions = STAGE_OPTIONS) -> Stage:
    """Return the stage with other settings than the usual ones.

    >>> timex_stage(TimexOptions(week_start=6)).provides
    frozenset({'timexes'})
    """
    return Stage(
        name="timex",
        requires=frozenset({"tokens"}),
        provides=frozenset({"timexes"}),
        annotate=partial(_annotate, usual=options),
    )


STAGE = timex_stage()
