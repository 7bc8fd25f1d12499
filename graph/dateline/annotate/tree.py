"""Ask a dependency tree who governs whom: subjects, antecedents, clauses, phrases.

Pure functions over the tokens of a document and indices into them. They know the
ClearNLP labels of the English pipelines, and the constructions in which a subject is
not a child of its verb: control, raising, coordination, relative and reduced clauses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from dateline.model.text import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "pcomp", "parataxis"})


RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})


EXPLETIVES = frozenset({"there"})


# "the time North Korea sent remains": not a thing that was sent.
ADVERBIAL_NOUNS = frozenset(
    {
        "time", "day", "week", "month", "year", "moment", "hour", "way", "reason",
        "place", "night", "morning", "decade", "season", "date", "case", "manner",
    }
)  # fmt: skip


_MAX_DEPTH = 6


# Nothing in news is longer; a list without end must not cost more than its length.
_MAX_MEMBERS = 40


_MAX_CLIMB = 30


Tokens = Sequence[Token]


def first_child(tokens: Tokens, i: int, *deps: str) -> int | None:
    """Return the first child of token `i` whose label is among `deps`.

    >>> from dateline.model.text import Span
    >>> he = Token(0, Span(0, 2), "he", "he", "PRON", "PRP", "nsubj", 1, (), 0)
    >>> ran = Token(1, Span(3, 6), "ran", "run", "VERB", "VBD", "ROOT", 1, (0,), 0)
    >>> first_child((he, ran), 1, "nsubj"), first_child((he, ran), 1, "dobj")
    (0, None)
    """
    for child in tokens[i].children:
        if tokens[child].dep in deps:
            return child
    return None


def children_with(tokens: Tokens, i: int, *deps: str) -> list[int]:
    """Return the children of token `i` whose label is among `deps`, in order.

    >>> from dateline.model.text import Span
    >>> he = Token(0, Span(0, 2), "he", "he", "PRON", "PRP", "nsubj", 1, (), 0)
    >>> ran = Token(1, Span(3, 6), "ran", "run", "VERB", "VBD", "ROOT", 1, (0,), 0)
    >>> children_with((he, ran), 1, "nsubj")
    [0]
    """
    return [child for child in tokens[i].children if tokens[child].dep in deps]


def ancestors(tokens: Tokens, i: int) -> Iterator[int]:
    """Yield the governors of token `i`, nearest first; the last one is the root.

    >>> from dateline.model.text import Span
    >>> he = Token(0, Span(0, 2), "he", "he", "PRON", "PRP", "nsubj", 1, (), 0)
    >>> ran = Token(1, Span(3, 6), "ran", "run", "VERB", "VBD", "ROOT", 1, (0,), 0)
    >>> list(ancestors((he, ran), 0))
    [1]
    """
    while tokens[i].head != i:
        i = tokens[i].head
        yield i


def is_under(tokens: Tokens, i: int, top: int) -> bool:
    """Tell whether token `i` is `top` or depends on it, directly or not.

    >>> is_under((), 3, 3)
    True
    """
    return i == top or top in ancestors(tokens, i)


def subtree(tokens: Tokens, i: int) -> list[int]:
    """Return token `i` and all that depends on it, in order.

    >>> from dateline.model.text import Span
    >>> he = Token(0, Span(0, 2), "he", "he", "PRON", "PRP", "nsubj", 1, (), 0)
    >>> ran = Token(1, Span(3, 6), "ran", "run", "VERB", "VBD", "ROOT", 1, (0,), 0)
    >>> subtree((he, ran), 1)
    [0, 1]
    """
    found, queue = [i], [i]
    while queue:
        kids = tokens[queue.pop()].children
        found.extend(kids)
        queue.extend(kids)
    return sorted(found)


def is_verbal(token: Token) -> bool:
    """Tell whether `token` is a verb or an auxiliary.

    >>> from dateline.model.text import Span
    >>> is_verbal(Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (), 0))
    True
    """
    return token.pos in {"VERB", "AUX"} or token.tag.startswith("VB")


def clause_of(tokens: Tokens, i: int) -> int:
    """Return the verb whose clause token `i` stands in; the verb itself if it is one.

    >>> from dateline.model.text import Span
    >>> he = Token(0, Span(0, 2), "he", "he", "PRON", "PRP", "nsubj", 1, (), 0)
    >>> ran = Token(1, Span(3, 6), "ran", "run", "VERB", "VBD", "ROOT", 1, (0,), 0)
    >>> clause_of((he, ran), 0)
    1
    """
    while not is_verbal(tokens[i]) or tokens[i].dep in {"aux", "auxpass"}:
        if tokens[i].head == i:
            return i
        i = tokens[i].head
    return i


def coordinated(tokens: Tokens, i: int) -> list[int]:
    """Return token `i` and everything joined to it: "Kim" and "Trump" for "Kim".

    >>> from dateline.model.text import Span
    >>> he = Token(0, Span(0, 2), "he", "he", "PRON", "PRP", "ROOT", 0, (), 0)
    >>> coordinated((he,), 0)
    [0]
    """
    found, queue = [i], [i]
    while queue and len(found) < _MAX_MEMBERS:
        for child in tokens[queue.pop()].children:
            if tokens[child].dep == "conj":
                found.append(child)
                queue.append(child)
    return found


def first_of_coordination(tokens: Tokens, i: int) -> int:
    """Return the first member of the coordination that token `i` belongs to.

    >>> from dateline.model.text import Span
    >>> he = Token(0, Span(0, 2), "he", "he", "PRON", "PRP", "ROOT", 0, (), 0)
    >>> first_of_coordination((he,), 0)
    0
    """
    while tokens[i].dep == "conj" and tokens[i].head != i:
        i = tokens[i].head
    return i


def is_passive(tokens: Tokens, verb: int) -> bool:
    """Tell whether the clause of `verb` is passive, full or reduced.

    >>> from dateline.model.text import Span
    >>> ran = Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (), 0)
    >>> is_passive((ran,), 0)
    False
    """
    token = tokens[verb]
    labels = {tokens[child].dep for child in token.children}
    if labels & {"auxpass", "nsubjpass"}:
        return True
    if token.tag not in {"VBN", "VBD"} or labels & {"nsubj", "aux"}:
        return False
    if token.dep in {"acl", "amod"}:
        return torn_relative(tokens, verb) is None
    if token.tag == "VBN" and token.dep == "advcl":
        return True
    if token.dep == "conj" and token.tag == "VBN" and token.head != verb:
        return is_passive(tokens, token.head)
    return False


def torn_relative(tokens: Tokens, verb: int) -> int | None:
    """Return the noun of "a man whom a jury convicted", where the parser tears it.

    It hangs "whom" on the man, and "convicted" on the jury as if it were done to it.

    >>> from dateline.model.text import Span
    >>> ran = Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (), 0)
    >>> torn_relative((ran,), 0) is None
    True
    """
    token = tokens[verb]
    if token.dep != "acl" or token.tag not in {"VBD", "VBN"}:
        return None
    before = subtree(tokens, token.head)[0] - 1
    if before < 1 or tokens[before].tag not in {"WP", "WDT"}:
        return None
    if tokens[before].lemma not in {"whom", "which", "that"}:
        return None
    noun = antecedent(tokens, before)
    if noun is None and tokens[before].dep == "appos":
        noun = tokens[before].head
    return None if noun in {None, token.head} else noun


def antecedent(tokens: Tokens, i: int) -> int | None:
    """Return the noun that the relative pronoun at `i` stands for, if it is one.

    >>> from dateline.model.text import Span
    >>> who = Token(0, Span(0, 3), "who", "who", "PRON", "WP", "nsubj", 0, (), 0)
    >>> antecedent((who,), 0) is None
    True
    """
    token = tokens[i]
    if token.tag not in RELATIVE_TAGS and token.lemma != "that":
        return None
    for above in islice(ancestors(tokens, i), _MAX_CLIMB):
        if tokens[above].dep == "relcl":
            return _bearer(tokens, token, tokens[above].head)
        if tokens[above].dep in {"ccomp", "advcl"} and token.tag != "WDT":
            return None
    return None


def _bearer(tokens: Tokens, pronoun: Token, noun: int) -> int:
    """Read "a witness from Peru, who": no place is a "who"."""
    is_place = tokens[noun].ent_type in {"GPE", "LOC"} and tokens[noun].dep == "pobj"
    if pronoun.lemma not in {"who", "whom"} or not is_place:
        return noun
    above = tokens[tokens[noun].head].head
    return above if tokens[above].pos in {"NOUN", "PROPN"} else noun


def name_behind(tokens: Tokens, i: int) -> int | None:
    """Return the name that stands right behind the description at token `i`.

    "oil giant Oleon" is one, and "Chile forward Ana Roca", where the parser may read
    the forward as an adverb; "the giant, Oleon" adds it as an aside.

    >>> from dateline.model.text import Span
    >>> ran = Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (), 0)
    >>> name_behind((ran,), 0) is None
    True
    """
    for child in tokens[i].children:
        if tokens[child].dep == "appos" and tokens[child].tag.startswith("NNP"):
            between = tokens[i + 1 : subtree(tokens, child)[0]]
            is_close = all(
                token.head == i and token.pos != "PUNCT" for token in between
            )
            return child if is_close else None
    return None


def outer_preposition(tokens: Tokens, noun: int, parts: Collection[str]) -> int:
    """Return the preposition before a noun; before its part in "in the last set of".

    `parts` are the lemmas of what may be counted or parted off.
    """
    prep = tokens[noun].head
    part = tokens[prep].head
    is_part = tokens[prep].lemma == "of" and tokens[part].lemma in parts
    return tokens[part].head if is_part and tokens[part].dep == "pobj" else prep


def is_dated_figure(tokens: Tokens, i: int) -> bool:
    """Tell whether the noun at `i` is a figure of one day: "its closing price".

    >>> is_dated_figure((), 0)
    False
    """
    if not 0 < i < len(tokens) or tokens[i].pos != "NOUN":
        return False
    if tokens[i].lemma in {"close", "closing"}:
        return True
    is_level = tokens[i].lemma in {"price", "level", "rate", "value"}
    return is_level and tokens[i - 1].lemma in {"closing", "close", "opening", "last"}


def relative_object(tokens: Tokens, verb: int) -> int | None:
    """Return the noun that is the object of the relative clause of `verb`.

    "a letter he received" gives "letter"; "the time he wrote" gives nothing.

    >>> from dateline.model.text import Span
    >>> ran = Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (), 0)
    >>> relative_object((ran,), 0) is None
    True
    """
    token = tokens[verb]
    if token.dep != "relcl" or tokens[token.head].lemma in ADVERBIAL_NOUNS:
        return torn_relative(tokens, verb)
    for child in token.children:
        kid = tokens[child]
        if kid.dep in {"dobj", "xcomp", "ccomp", "attr", "acomp", "nsubjpass"}:
            noun = antecedent(tokens, child)
            return noun if kid.dep == "dobj" else None
        if kid.tag in RELATIVE_TAGS | {"WRB"} and kid.dep != "dobj":
            return None
        if kid.dep == "prep" and not kid.children:
            return None
    if first_child(tokens, verb, "nsubj") is None:
        return None
    return token.head


def prepositions(tokens: Tokens, i: int) -> Iterator[tuple[int, int]]:
    """Yield each (preposition, complement) under token `i`, in order.

    "out of X" and "according to X" give the inner preposition with X, and so does
    "from X to Y", where the parser may hang "to" on "from".

    >>> from dateline.model.text import Span
    >>> ran = Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (1,), 0)
    >>> to = Token(1, Span(4, 6), "to", "to", "ADP", "IN", "prep", 0, (2,), 0)
    >>> us = Token(2, Span(7, 9), "us", "we", "PRON", "PRP", "pobj", 1, (), 0)
    >>> list(prepositions((ran, to, us), 0))
    [(1, 2)]
    """
    for child in tokens[i].children:
        if tokens[child].dep in {"prep", "agent", "dative"}:
            yield from _complements(tokens, child, 0)


def _complements(tokens: Tokens, prep: int, depth: int) -> Iterator[tuple[int, int]]:
    for child in tokens[prep].children:
        dep = tokens[child].dep
        if dep in {"pobj", "pcomp"}:
            yield prep, child
        elif dep in {"prep", "conj"} and depth < _MAX_DEPTH:
            yield from _complements(tokens, child, depth + 1)
