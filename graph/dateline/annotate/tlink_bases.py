"""Times that date no event: distances, what is compared with, what a figure is of."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.tlink_grid import Grid
from dateline.annotate.tree import is_dated_figure
from dateline.model.time import TimexType

_MAX_STEPS = 6
_TIME_NAMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Where a timex hangs: its governor, the preposition between, and the label."""

    timex: int
    head: int
    governor: int
    prep: int | None
    dep: str


def edge_of(grid: Grid, place: Attachment) -> int:
    """Return the first token of the timex, or of the preposition right before it."""
    first = grid.timex_first[place.timex]
    return first - 1 if place.prep == first - 1 else first


def dates_a_thing(grid: Grid, place: Attachment) -> bool:
    """Tell whether the time says how far apart, or of when a price or a forecast is."""
    return (
        _is_distance(grid, place)
        or _is_of_figure(grid, place)
        or _is_of_outlook(grid, place)
    )


def _is_distance(grid: Grid, place: Attachment) -> bool:
    """Read "three days after it opened": how far apart, and no time of the opening."""
    timex = grid.doc.timexes[place.timex]
    if timex.time.type is not TimexType.DURATION or place.head + 1 >= len(grid.tokens):
        return False
    mark = grid.tokens[place.head + 1]
    is_mark = mark.dep in {"mark", "prep"} and mark.lemma in _FAR
    return is_mark and place.dep in {"npadvmod", "dep", "advmod"}


_FAR = frozenset({"after", "before"})


def is_base_of_comparison(grid: Grid, place: Attachment) -> bool:
    """Read "rose to $3 million from $2 million a year earlier": no time of the rise."""
    tokens = grid.tokens
    if _is_under_than(grid, place):
        return True
    at = edge_of(grid, place) - 1
    sentence = tokens[place.head].sentence
    numbers = 0
    for _ in range(_MAX_AMOUNT):
        if at < 0 or tokens[at].sentence != sentence:
            return False
        here = tokens[at]
        if here.ent_type in _TIME_NAMES or at in grid.time_tokens:
            return False
        if here.lemma in _COMPARING:
            return numbers > 0
        if here.tag not in _AMOUNT_TAGS and here.lemma not in _AMOUNT_WORDS:
            return False
        numbers += here.tag == "CD"
        at -= 1
    return False


def _is_of_figure(grid: Grid, place: Attachment) -> bool:
    """Read "a premium to its closing price on Friday": the price was on Friday."""
    at, tokens = edge_of(grid, place) - 1, grid.tokens
    if at < 1 or tokens[at].sentence != tokens[place.head].sentence:
        return False
    return is_dated_figure(tokens, at) and place.governor != at


def _is_of_outlook(grid: Grid, place: Attachment) -> bool:
    """Read "cut its forecast for 2026": what the forecast is for, not when it was."""
    if place.prep is None or grid.tokens[place.prep].lemma not in {"for", "in"}:
        return False
    at = edge_of(grid, place) - 1
    return at >= 0 and grid.tokens[at].lemma in _OUTLOOKS


_OUTLOOKS = frozenset({
    "forecast", "target", "estimate", "guidance", "outlook", "budget", "projection",
    "prediction", "bid", "quota", "deadline",
})  # fmt: skip


def _is_under_than(grid: Grid, place: Attachment) -> bool:
    """Read "two more than in the whole of last summer": it is only compared with."""
    tokens, at = grid.tokens, place.prep
    for _ in range(_MAX_STEPS):
        if at is None or tokens[at].dep not in {"prep", "pobj", "pcomp"}:
            return False
        if tokens[at].lemma == "than":
            return True
        at = tokens[at].head
    return False


_MAX_AMOUNT = 14
_COMPARING = frozenset({"from", "than", "against"})
_AMOUNT_TAGS = frozenset({"CD", "$", ",", "DT", "JJ", "JJR", "NNS", "NN", "CC"})
_AMOUNT_WORDS = frozenset({"%", "about", "nearly", "of", "in", "-", "at"})
