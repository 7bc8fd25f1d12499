"""The events of a target in several articles: their dates from each other, their order.

One event is told in several articles, and not every one dates it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.evaluate.semeval2015_dates import Dated, Ground
from dateline.evaluate.semeval2015_reader import UNDATED, Line

_SHARED = 2
"""The fewest participants, the target among them, that make two events one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event of the target in one article.

    `mentions` are as timelines write them, `when` is `None` if there is no date.
    `today` is the publication date, if there is one. `word` is the stem of its lemma,
    `actors` are the names of all who take part, in lower case.
    """

    mentions: tuple[str, ...]
    article: str
    when: Dated | None = None
    today: date = date.max
    word: str = ""
    actors: frozenset[str] = frozenset()
    is_report: bool = False


def with_borrowed(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Give what only the publication dates the date that another article tells.

    It must be the same word with two participants in common, told of a day that was
    over by then; the latest is taken. Of reports ("said") there are too many.
    """
    entries = tuple(entries)
    told: dict[str, list[tuple[Dated, Entry]]] = {}
    for each in entries:
        if each.when is not None and each.when.ground is Ground.TOLD:
            told.setdefault(each.word, []).append((each.when, each))
    for entry in entries:
        is_open = entry.when is not None and entry.when.ground is Ground.PUBLICATION
        found = [
            when
            for when, other in told.get(entry.word, ())
            if is_open and _is_one(entry, other) and when.days.last <= entry.today
        ]
        latest = max(found, key=lambda when: when.days, default=entry.when)
        yield replace(entry, when=latest)


def _is_one(entry: Entry, other: Entry) -> bool:
    if entry.is_report or entry.article == other.article:
        return False
    return len(entry.actors & other.actors) >= _SHARED


def ranked(entries: Iterable[Entry]) -> Iterator[Line]:
    """Order the entries by date; one date is one rank, no date is rank 0.

    >>> list(ranked([Entry(mentions=("1-2-fell",), article="a")]))
    [Line(rank=0, time='XXXX-XX-XX', mentions=('1-2-fell',))]
    """
    entries = tuple(entries)
    for entry in entries:
        if entry.when is None:
            yield Line(rank=0, time=UNDATED, mentions=entry.mentions)
    dated = [(each.when.days.isoformat(), each) for each in entries if each.when]
    rank, before = 0, ""
    # The coarser date first: "2010" is told before "2010-06-07".
    for time, entry in sorted(dated, key=lambda each: each[0]):
        rank += time != before
        before = time
        yield Line(rank=rank, time=time, mentions=entry.mentions)
