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
# Heads of names that hold a date: "the June 4 Movement", "Good Friday Agreement".
_BODIES = frozenset(
    {"movement", "party", "front", "brigade", "brigades", "coalition", "alliance",
     "committee", "foundation", "institute", "university", "hospital", "street",
     "avenue", "square", "bridge", "regiment", "group", "organization", "club",
     "agreement", "accord", "accords", "airport", "stadium", "museum", "memorial",
     "island", "islands"}
)  # fmt: skip
_NAMING = frozenset({"date", "month", "weekday", "holiday", "season"})
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "gen", "col", "lt", "sen", "rep"})
_NAMED = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "PERSON", "LAW"})


def is_veto(c: Candidate, options: TimexOptions) -> bool:
    """Tell whether neither the candidate nor any part of it is a time."""
    if (not options.ages and _is_age(c)) or _is_in_word(c):
        return True
    if _is_in_masthead(c):
        return True
    return _is_surname(c) or _is_programme(c) or _is_fraction(c) or _is_in_title(c)


def _is_in_word(c: Candidate) -> bool:
    """Tell whether it is a piece of a longer string: "3Pm" in an address."""
    text, span = c.words.text, c.span
    return text[span.start - 1 : span.start].isalnum() or (
        text[span.end - 1].isalnum() and text[span.end : span.end + 1].isalnum()
    )


def _is_age(c: Candidate) -> bool:
    """Tell whether it is the age of a person: "34-year-old", "a two-week-old girl"."""
    unit = c.word("u").rstrip("s")
    if not c.word("old").startswith("old"):
        return False
    return unit == "year" or (
        unit in {"month", "day", "week"} and c.words.word(c.last) in _CHILDREN
    )


_CHILDREN = frozenset(
    {"baby", "babies", "infant", "infants", "boy", "girl", "son", "daughter", "child",
     "twins", "twin", "newborn", "grandson", "granddaughter", "foetus", "fetus",
     "puppy", "kitten", "calf", "cub", "", ",", ".", "and"}
)  # fmt: skip


def _is_surname(c: Candidate) -> bool:
    """Tell whether it is a part of a name: "Brian Weeks", "Mr. Weeks"."""
    words, before = c.words, c.first - 1
    if c.rule != "duration.vague" or not words.is_capital(c.first):
        return False
    has_title = words.is_class(before, "DOT") and words.word(before - 1) in _TITLES
    return has_title or words.is_class(before, "CAP")


def _is_in_masthead(c: Candidate) -> bool:
    """Tell whether it is a part of a paper's name: "Daily Mail", "USA Today"."""
    words, before, after = c.words, c.first - 1, c.last
    if c.rule not in {"set.freq", "deictic"} or not words.is_capital(c.first):
        return False
    if words.is_class(before, "CAP") and words.is_capital(before):
        return True
    return c.rule == "set.freq" and words.is_class(after, "CAP", "WD", "MON")


def _is_programme(c: Candidate) -> bool:
    """Tell whether it is quoted with a capital, as a programme's title is."""
    return (
        c.rule.startswith("duration")
        and c.words.is_class(c.first - 1, "QUOTE", "POSS")
        and c.words.is_class(c.first, "DAY", "INT")
        and c.words.is_capital(c.last - 1)
    )


def _is_fraction(c: Candidate) -> bool:
    """Tell whether "quarter" is a fraction: "a quarter of the vote"."""
    if not (c.rule.startswith("duration") and c.word("u").startswith("quarter")):
        return False
    told = c.word("q")
    is_fraction = told in {"a", "one"} or "-" in c.surface or not told
    return is_fraction and c.words.is_class(c.last, "OF", "HYPHEN")


def _is_in_title(c: Candidate) -> bool:
    """Tell whether the word after makes it a name: "Sunday Times"."""
    words, after = c.words, c.last
    if not words.is_capital(after):
        return False
    family = c.rule.partition(".")[0]
    if words.word(after) in _BODIES and family in _NAMING:
        return True
    if c.rule == "weekday":
        return words.word(after) in _NEWSPAPERS
    # "Saturday Night Live": every word of a title wears a capital.
    return c.rule == "time.part" and words.is_capital(c.last - 1)


def is_time(c: Candidate) -> bool:  # noqa: PLR0911 - a list of what is none
    """Tell whether the words around leave the candidate a time."""
    words, before, after = c.words, c.first - 1, c.last
    if words.is_class(before, "CURRENCY") or words.is_class(after, "PERCENT"):
        return False
    if c.rule == "duration.a" and _is_speed(c):
        return False
    if c.rule == "duration" and c.word("u") == "year":
        # "The 1987 fiscal year" is a year, "2,000 years" is not.
        return not words.is_class(c.parts["q"][0], "YEAR")
    if c.surface == "May" and words.is_class(before, "CAP"):
        # "Theresa May"; "early May" and "In May" have no name before them.
        return False
    if c.rule in {"rel.unit", "time.this-part"} and _is_name(c):
        return False
    if c.rule == "holiday.one" and words.word(after) in _FESTIVE:
        return False
    if c.rule == "year.bare":
        return _is_year(c)
    return not _is_march(c)


# What is named after a holiday whenever it is there.
_FESTIVE = frozenset(
    {"tree", "trees", "carol", "carols", "card", "cards", "lights", "decorations",
     "decoration", "island", "bunny", "egg", "eggs"}
)  # fmt: skip


def _is_march(c: Candidate) -> bool:
    """Tell whether it is a march with a capital: "the annual March for Life"."""
    if c.rule != "month.name" or c.surface != "March":
        return False
    is_named = c.words.is_class(c.first - 1, "THE", "FREQ", "QUOTE")
    return is_named and c.words.word(c.last) in {"of", "for", "on"}


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


# What is counted, not dated: "2000 people".
_COUNTED = frozenset(
    {"people", "persons", "men", "women", "children", "troops", "soldiers", "jobs",
     "workers", "employees", "residents", "students", "victims", "voters", "homes",
     "miles", "feet", "km", "kilometers", "kilometres", "meters", "metres", "tons",
     "tonnes", "pounds", "dollars", "euros", "barrels", "acres", "hectares", "mln",
     "pct", "percent", "bushels", "points", "votes", "hours", "days", "times"}
)  # fmt: skip


def _is_year(c: Candidate) -> bool:
    number = int(c.word("y"))
    before = c.first - 1
    if c.words.is_class(before, "INT", "DAY", "SLASH", "HYPHEN", "YEAR"):
        return False
    if c.words.word(c.last) in _COUNTED:
        return False
    if 1900 <= number <= 2100:  # noqa: PLR2004
        return True
    return c.words.is_class(before, "IN", "FROM", "TO") and number >= 1400  # noqa: PLR2004


# "Winds of 150 kilometres an hour" are fast, not often.
_SPEEDS = frozenset(
    {"miles", "mile", "km", "kilometers", "kilometres", "feet", "meters", "metres",
     "knots", "mph", "kph"}
)  # fmt: skip


def _is_speed(c: Candidate) -> bool:
    return c.words.word(c.first - 1) in _SPEEDS


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
        is_verb = bool(tokens) and tokens[0].pos in {"VERB", "AUX"}
        return not (is_verb or (tokens and _is_in_name(tokens, parse)))
    return True
