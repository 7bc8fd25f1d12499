"""Drop what only looks like a time: "Boeing 737", "Sunday Times", the verb "march"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.timex_anchor import Parse
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_reading import TimexOptions
from dateline.model.text import Token

# Names that begin with a weekday: "the Sunday Times", "Saturday Night Live".
_NEWSPAPERS = frozenset(
    {"times", "telegraph", "mail", "mirror", "express", "post", "herald", "tribune",
     "independent", "observer", "mercury", "sun", "world", "business", "star"}
)  # fmt: skip
_NAMED = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "PERSON", "LAW"})


def is_veto(c: Candidate, options: TimexOptions) -> bool:
    """Tell whether neither the candidate nor any part of it is a time."""
    words = c.words
    if c.word("old").startswith("old") and not options.ages:
        return c.word("u").rstrip("s") in {"year", "month", "day", "week"}
    if c.rule.startswith("duration") and words.is_class(c.first - 1, "QUOTE", "POSS"):
        # A programme: "60 Minutes"; the first word of a quotation has small units.
        return words.is_capital(c.last - 1) and words.is_class(c.first, "DAY", "INT")
    if c.rule.startswith("duration") and c.word("u").startswith("quarter"):
        # A fraction: "a quarter of the vote", "three-quarters".
        told = c.word("q")
        is_fraction = told in {"a", "one"} or "-" in c.surface or not told
        return is_fraction and words.is_class(c.last, "OF", "HYPHEN")
    return False


def is_time(c: Candidate) -> bool:  # noqa: PLR0911 - a cascade
    """Tell whether the words around leave the candidate a time."""
    words = c.words
    before, after = c.first - 1, c.last
    if words.is_class(before, "CURRENCY") or words.is_class(after, "PERCENT"):
        return False
    if c.rule == "duration" and c.word("u") == "year":
        # "The 1987 fiscal year" is a year, "2,000 years" is not.
        at = c.parts["q"][0]
        if words.is_class(at, "YEAR"):
            return False
    if c.rule == "weekday" and words.word(after) in _NEWSPAPERS:
        return not words.is_capital(after)
    if c.surface == "May" and words.is_class(before, "CAP"):
        # "Theresa May"; "early May" and "In May" have no name before them.
        return False
    if c.rule == "rel.unit" and _is_name(c):
        return False
    if c.rule.startswith("year.bare"):
        return _is_year(c)
    if c.rule == "month.name" and c.surface == "March":
        # "the annual March for Life": a march with a capital.
        is_named = words.is_class(before, "THE", "FREQ", "QUOTE")
        follower = words.word(after)
        return not (is_named and follower in {"of", "for", "on"})
    return True


def _is_in_name(tokens: Sequence[Token], parse: Parse) -> bool:
    """Tell whether the word is a part of a longer name, such as a newspaper's."""
    first = tokens[0]
    if first.ent_type not in _NAMED or not first.text[0].isupper():
        return False
    beside = (first.i - 1, first.i + 1)
    return any(
        0 <= i < len(parse.tokens)
        and parse.tokens[i].ent_type == first.ent_type
        and parse.tokens[i].sentence == first.sentence
        and parse.tokens[i].pos == "PROPN"
        for i in beside
    )


def _is_name(c: Candidate) -> bool:
    """Tell whether every word wears a capital inside a sentence ("This Week")."""
    surface = c.surface.split()
    if len(surface) < 2 or not all(word[0].isupper() for word in surface):  # noqa: PLR2004
        return False
    return not c.surface.isupper() and not c.words.is_class(c.first - 1, "BREAK", "DOT")


def _is_year(c: Candidate) -> bool:
    number = int(c.word("y"))
    before = c.first - 1
    if c.words.is_class(before, "INT", "DAY", "SLASH", "HYPHEN", "YEAR"):
        return False
    if 1900 <= number <= 2100:  # noqa: PLR2004
        return True
    return c.words.is_class(before, "IN", "FROM", "TO") and number >= 1400  # noqa: PLR2004


_ADJECTIVES = frozenset(
    {"annual", "quarterly", "monthly", "weekly", "yearly", "semiannual", "biannual",
     "biennial", "bimonthly", "biweekly", "fortnightly"}
)  # fmt: skip


def is_time_in_tree(c: Candidate, parse: Parse) -> bool:
    """Tell whether the parse leaves the candidate a time.

    "A quarterly dividend" names a kind of dividend; "paid quarterly" says when.
    """
    if c.rule == "set.freq" and c.word("f") in _ADJECTIVES:
        tokens = parse.inside(c.span)
        return bool(tokens) and tokens[0].dep == "advmod"
    if c.rule in {"month.name", "weekday", "season"} and c.last - c.first == 1:
        tokens = parse.inside(c.span)
        if tokens and (tokens[0].pos in {"VERB", "AUX"} or _is_in_name(tokens, parse)):
            return False
    if c.rule == "season" and c.last - c.first == 1:
        tokens = parse.inside(c.span)
        return not (tokens and tokens[0].pos in {"VERB", "AUX"})
    return True
