"""Compare names: is "Kim" of one text the "Kim Jong-un" of another?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dateline.resolve.entity_lexicon import word_set

# Worn before or after a name, and no part of it.
_TITLES = word_set(
    """
    mr mrs ms miss mx dr sir dame lord lady prof rev president premier prime
    minister chancellor secretary of state gov governor sen senator rep
    representative congressman congresswoman gen general col colonel lt lieutenant
    capt captain maj major sgt sergeant adm admiral judge justice king queen prince
    princess pope mayor ambassador chairman jr sr ii iii iv esq phd md the
    """
)
_CORPORATE = word_set(
    """
    inc incorporated corp corporation co company companies ltd limited llc plc ag sa
    nv gmbh spa holdings holding group
    """
)
# Short forms of given names that share no useful prefix, and some that do.
_SHORT_FORMS = {
    "bill": "william", "will": "william", "bob": "robert", "rob": "robert",
    "bobby": "robert", "dick": "richard", "rick": "richard", "jim": "james",
    "jimmy": "james", "joe": "joseph", "jack": "john", "johnny": "john",
    "mike": "michael", "mick": "michael", "ted": "edward", "ed": "edward",
    "tony": "anthony", "tom": "thomas", "tim": "timothy", "dave": "david",
    "dan": "daniel", "danny": "daniel", "don": "donald", "ron": "ronald",
    "ken": "kenneth", "steve": "stephen", "steven": "stephen", "chuck": "charles",
    "charlie": "charles", "hank": "henry", "harry": "henry", "larry": "lawrence",
    "pete": "peter", "phil": "philip", "ray": "raymond", "sam": "samuel",
    "alex": "alexander", "andy": "andrew", "ben": "benjamin", "bernie": "bernard",
    "chris": "christopher", "fred": "frederick", "greg": "gregory", "jeff": "jeffrey",
    "matt": "matthew", "nick": "nicholas", "pat": "patrick", "vince": "vincent",
    "al": "albert", "bert": "albert", "gene": "eugene", "jerry": "gerald",
    "liz": "elizabeth", "beth": "elizabeth", "betty": "elizabeth", "kate": "katherine",
    "kathy": "katherine", "katie": "katherine", "cathy": "catherine",
    "maggie": "margaret", "peggy": "margaret", "sue": "susan", "jenny": "jennifer",
    "becky": "rebecca", "debbie": "deborah", "vicky": "victoria", "sandy": "alexandra",
    "angie": "angela", "barb": "barbara", "cindy": "cynthia", "terry": "terence",
    "vlad": "vladimir", "josh": "joshua", "zach": "zachary", "abe": "abraham",
}  # fmt: skip
_WORD_RE = re.compile(r"[^\W_]+(?:['’][^\W_]+){0,2}")


def same_name(a: str, b: str) -> float:
    """Say in [0, 1] how likely two names are those of one bearer.

    1 is the same name; 0.9 differs in middle names, company forms or is an acronym of
    the other; 0.8 has an initial or a short form; 0.6 is a family name alone; two
    different full names give 0. Spelling of the initials, hyphens, accents and titles
    do not count.

    >>> same_name("President Donald J. Trump", "Donald Trump")
    0.9
    >>> same_name("Kim", "Kim Jong-un"), same_name("Jeb Bush", "George Bush")
    (0.6, 0.0)
    """
    first, second = name_words(a), name_words(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if is_acronym(a, b) or is_acronym(b, a):
        return 0.9
    core, other = _without_form(first), _without_form(second)
    if core == other and core:
        return 0.9
    if len(core) == 1 or len(other) == 1:
        return _short_name(core, other)
    return _full_names(core, other)


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents and titles.

    >>> name_words("Sen. José O'Neil Jr.")
    ('jose', "o'neil")
    """
    folded = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    words = [word.removesuffix("'s") for word in _WORD_RE.findall(plain)]
    kept = tuple(word for word in words if word not in _TITLES)
    return kept or tuple(words)


def is_acronym(short: str, full: str) -> bool:
    """Tell whether `short` is made of the initials of `full`.

    >>> is_acronym("U.N.", "United Nations"), is_acronym("UN", "Unit")
    (True, False)
    """
    letters = short.replace(".", "")
    if not (letters.isupper() and letters.isalpha() and len(letters) > 1):
        return False
    words = re.findall(r"\w+", full)
    if len(words) < len(letters):
        return False
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words if word.lower() != "the").upper()
    return letters in (capitals, every)


# What a family name may begin with; written small after a given name.
_PARTICLES = word_set(
    "van von de del della di da dos du der den ter la le el al bin ibn"
)


def family_names(full: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what may be the family name in the words of a full name, with particles.

    >>> family_names(("juan", "de", "la", "cruz"))
    [('de', 'la', 'cruz'), ('la', 'cruz')]
    """
    return [full[i:] for i in range(1, len(full) - 1) if full[i] in _PARTICLES]


def _without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop "Inc", "Corp" and the like from the end."""
    end = len(words)
    while end > 1 and words[end - 1] in _CORPORATE:
        end -= 1
    return words[:end]


def _short_name(core: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Compare a single word with a longer name."""
    short, full = (core[0], other) if len(core) == 1 else (other[0], core)
    if short == full[-1]:
        return 0.6
    if short == full[0]:
        # A family name comes first in much of Asia; elsewhere this is a given name.
        return 0.6 if len(full) > 2 else 0.5  # noqa: PLR2004 - "Kim Jong-un"
    return 0.4 if short in full else 0.0


def _full_names(core: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Compare two names of several words, as names of people first."""
    if core[-1] == other[-1]:
        mine, theirs = core[0], other[0]
        if mine == theirs:
            return 0.9
        if mine[0] == theirs[0] and 1 in (len(mine), len(theirs)):
            return 0.8
        if _SHORT_FORMS.get(mine, mine) == _SHORT_FORMS.get(theirs, theirs):
            return 0.8
    shorter, longer = sorted((core, other), key=len)
    if shorter in family_names(longer):
        return 0.6
    if set(shorter) < set(longer) and shorter[0] == longer[0]:
        return 0.7
    return 0.0
