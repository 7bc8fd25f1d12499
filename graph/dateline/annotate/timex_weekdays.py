"""Read the names of weekdays: the day nearest to publication, on the tense's side."""

from __future__ import annotations

from datetime import timedelta

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_calendar import Period
from dateline.annotate.timex_dates import offset_of, read_mod, relative
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_patterns import WEEKDAY_NUMBER, WEEKDAYS
from dateline.annotate.timex_reading import (
    Reading,
    Reference,
    Way,
    date_reading,
    open_reading,
)
from dateline.model.time import DateBasis, Granularity, TimexType


def read_weekday(c: Candidate, ref: Reference) -> Reading | None:
    """Read the name of a weekday."""
    if c.rule == "weekday.plural":
        return Reading(
            type=TimexType.SET,
            value=f"XXXX-WXX-{WEEKDAY_NUMBER[c.word('w')] + 1}",
            granularity=Granularity.DAY,
            basis=DateBasis.UNANCHORED,
            why="a weekday, again and again",
        )
    number = WEEKDAY_NUMBER[c.word("w")]
    mod = read_mod(c.word("mod"))
    told = _of_week(number, c.word("relw"), ref)
    if told is not None:
        return relative(told, ref, c.word("relw"), mod)
    rel = c.word("rel", "relw")
    if _closes_range(c):
        rel = "following"
    return weekday(number, ref, rel=rel, mod=mod)


def _of_week(number: int, words: str, ref: Reference) -> Period | None:
    """Return the day of "Wednesday last week": in the week before, by ISO 8601."""
    offset = offset_of(words)
    if ref.day is None or offset is None or words.rsplit(maxsplit=1)[-1] != "week":
        return None
    week = calendar.shift(ref.day, "W", offset)
    if week is None or week.first is None:
        return None
    found = calendar.add_days(week.first, number)
    return None if found is None else calendar.day(found)


def _closes_range(c: Candidate) -> bool:
    """Tell whether a weekday ends a range that another one begins."""
    words, at = c.words, c.first
    return words.is_class(at - 1, "TO", "HYPHEN") and words.is_class(at - 2, "WD")


def _is_weak(ref: Reference) -> bool:
    """Tell whether the future of a weekday is no more than a form without a modal."""
    return not ref.direction.is_firm or ref.direction.reason in _WEAK_REASONS


_WEAK_REASONS = frozenset({"present tense", "infinitive"})


def weekday(
    number: int, ref: Reference, *, rel: str = "", mod: str | None = None
) -> Reading:
    """Read a weekday: the one nearest to publication, on the side of the tense.

    The publication day's own name is the publication day, as news agencies write.
    """
    name = WEEKDAYS[number].capitalize()
    if ref.day is None:
        return open_reading(
            f"XXXX-WXX-{number + 1}", Granularity.DAY, "no publication date", mod=mod
        )
    if "following" in rel and ref.narrative is not None and ref.narrative.first:
        ahead = (number - ref.narrative.first.weekday() - 1) % 7 + 1
        found = ref.narrative.first + timedelta(days=ahead)
        return date_reading(
            calendar.day(found),
            basis=DateBasis.RELATIVE_TO_TIME,
            why=f"the {name} after {ref.narrative.value}",
            anchor=ref.narrative.first,
            is_narrative=True,
        )
    back = (ref.day.weekday() - number) % 7
    offset = offset_of(rel)
    if offset == -1:
        days, told = -(back or 7), "last"
    elif offset == 1:
        days, told = (-back) % 7 or 7, "next"
    elif offset == 0 and back and ref.direction.way is not Way.PAST:
        days, told = (-back) % 7, "this"
    elif ref.direction.way is Way.FUTURE and not (back == 1 and _is_weak(ref)):
        days, told = (-back) % 7, ref.direction.reason
    else:
        days, told = -back, ref.direction.reason
    found = calendar.add_days(ref.day, days) or ref.day
    today = WEEKDAYS[ref.day.weekday()].capitalize()
    side = (
        "weekday of the publication day"
        if not days
        else (f"the {name} {'before' if days < 0 else 'after'} the publication day")
    )
    why = f"{side}, {told}, publication {ref.day} is a {today}"
    return relative(calendar.day(found), ref, why, mod)
