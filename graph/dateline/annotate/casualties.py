"""Names for people by what befell them: "the war dead", "the flood wounded".

The noun before them is no event there, and the participle behind it none either; a
parser takes the calamity for the head and hangs the people on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.text import Token

_CALAMITIES = frozenset({
    "war", "flood", "earthquake", "quake", "storm", "hurricane", "cyclone", "typhoon",
    "tornado", "tsunami", "fire", "crash", "bombing", "blast", "explosion", "accident",
    "attack", "conflict", "battle", "riot", "disaster", "famine", "genocide",
})  # fmt: skip
_PEOPLE = frozenset({
    "dead", "wounded", "wound", "injured", "injure", "missing", "miss", "fallen",
    "fall", "displaced", "displace", "disabled", "disable", "maimed", "maim",
})  # fmt: skip
_TAGS = frozenset({"JJ", "VBN", "VBD", "VBG"})


def harmed_behind(tokens: Sequence[Token], i: int) -> int | None:
    """Return the word right behind the calamity at `i` that makes people of it.

    "The blast wounded nine" and "those that the blast wounded" say what it did.

    >>> from dateline.model.text import Span
    >>> war = Token(0, Span(0, 3), "war", "war", "NOUN", "NN", "ROOT", 0, (1,), 0)
    >>> dead = Token(1, Span(4, 8), "dead", "dead", "ADJ", "JJ", "amod", 0, (), 0)
    >>> harmed_behind((war, dead), 0)
    1
    """
    if i + 1 >= len(tokens) or tokens[i].lemma.lower() not in _CALAMITIES:
        return None
    people = tokens[i + 1]
    modifies = people.dep in {"acl", "amod"} and people.tag in _TAGS
    # Nothing else is ever said of a war: "to return the war dead" misleads parsers.
    modifies = modifies or (tokens[i].lemma == "war" and people.lemma == "dead")
    if people.lemma not in _PEOPLE or not modifies or people.children:
        return None
    return people.i if people.sentence == tokens[i].sentence else None


def is_harmed(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the word at `i` is such a name's second half.

    >>> is_harmed((), 0)
    False
    """
    return 0 < i < len(tokens) and harmed_behind(tokens, i - 1) == i
