"""Who is joined to an aside: "the driver, Ali Khan, and a passenger, Mia Brown"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.entity_lexicon import GROUP_NOUNS
from dateline.annotate.tree import SUBJECTS, children_with, coordinated, first_child
from dateline.model.text import Token

_NAMES = frozenset({"NNP", "NNPS"})
_PLURAL = frozenset({"are", "were", "have"})


def joined_asides(tokens: Sequence[Token], i: int) -> list[int]:
    """Return the others whom the parser hangs on the apposition of the noun at `i`.

    One person has one name: what is joined to the name is somebody else. A couple,
    a team and what is plural may have several names, but no noun among them. A name
    may have several descriptions ("Roe, a lawyer and a mother"), unless the verb is
    plural.

    >>> joined_asides((), 0)
    []
    """
    if not tokens:
        return []
    found = _torn_away(tokens, i)
    if tokens[i].tag not in {"NN", "NNP"} or tokens[i].lemma.lower() in GROUP_NOUNS:
        return [*found, *_unnamed(tokens, i)]
    for aside in children_with(tokens, i, "appos"):
        is_name = tokens[aside].tag in _NAMES
        if is_name == (tokens[i].tag in _NAMES):
            continue
        if is_name or _is_plural(tokens, i):
            found += coordinated(tokens, aside)[1:]
            found += _next_asides(tokens, aside)
    return found


def _unnamed(tokens: Sequence[Token], i: int) -> list[int]:
    """Read "two men, Jo Rae and Al Kim, and a woman": she is none of their names."""
    return [
        member
        for aside in children_with(tokens, i, "appos")
        if tokens[aside].tag in _NAMES
        for member in coordinated(tokens, aside)
        if tokens[member].pos == "NOUN"
        and first_child(tokens, member, "det", "poss") is not None
    ]


def _torn_away(tokens: Sequence[Token], i: int) -> list[int]:
    """Return what the aside parts from the noun: "the chief, Jo Lind, and two aides".

    The parser takes the aides for a second subject, or joins them to the verb.
    """
    verb = tokens[i].head
    dep = tokens[i].dep
    if dep == "dobj" and first_child(tokens, i, "appos") is not None:
        others = children_with(tokens, verb, "conj")
        return [o for o in others if o > i and tokens[o].pos in {"NOUN", "PROPN"}][:1]
    if dep not in SUBJECTS:
        return []
    others = [other for other in children_with(tokens, verb, dep) if other != i]
    first = min((i, *others))
    labels = {tokens[child].dep for child in tokens[first].children}
    return others if labels >= {"appos", "cc"} and len(others) == 1 else []


def _next_asides(tokens: Sequence[Token], name: int) -> list[int]:
    """Read "the owner, Ray Pike, his brother Neil, and an inspector": a list of asides.

    The parser takes the brother for another description of the name.
    """
    for other in children_with(tokens, name, "appos"):
        is_own = first_child(tokens, other, "det", "poss") is not None
        members = coordinated(tokens, other)
        if is_own and len(members) > 1:
            return members
    return []


def _is_plural(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the verb of the subject at `i` agrees with several."""
    verb = tokens[tokens[i].head]
    if tokens[i].dep not in {"nsubj", "nsubjpass"}:
        return False
    words = [verb, *(tokens[child] for child in verb.children)]
    return any(
        word.text.lower() in _PLURAL and (word is verb or word.dep.startswith("aux"))
        for word in words
    )
