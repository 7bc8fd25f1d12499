"""Drop what only looks like a time: "Boeing 737", "Sunday Times", the verb "march"."""

from __future__ import annotations

from dateline.annotate.timex_anchor import Parse
from dateline.annotate.timex_grammar import Candidate


def is_time(c: Candidate) -> bool:
    """Tell whether the words around leave the candidate a time."""
    words = c.words
    before, after = c.first - 1, c.last
    if words.is_class(before, "CURRENCY") or words.is_class(after, "PERCENT"):
        return False
    if c.rule.startswith("year.bare"):
        return _is_year(c)
    return True


def _is_year(c: Candidate) -> bool:
    number = int(c.word("y"))
    before = c.first - 1
    if c.words.is_class(before, "INT", "DAY", "SLASH", "HYPHEN", "YEAR"):
        return False
    if 1900 <= number <= 2100:  # noqa: PLR2004
        return True
    return c.words.is_class(before, "IN", "FROM", "TO") and number >= 1400  # noqa: PLR2004


def is_time_in_tree(c: Candidate, parse: Parse) -> bool:
    """Tell whether the parse leaves the candidate a time."""
    if c.rule == "month.name" and c.last - c.first == 1:
        tokens = parse.inside(c.span)
        return not (tokens and tokens[0].pos in {"VERB", "AUX"})
    if c.rule == "season" and c.last - c.first == 1:
        tokens = parse.inside(c.span)
        return not (tokens and tokens[0].pos in {"VERB", "AUX"})
    return True
