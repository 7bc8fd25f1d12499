"""Where a noun phrase begins and ends, how many it speaks of, what it is."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.casualties import harmed_behind
from dateline.annotate.entity_lexicon import (
    COUNTRY_NOUNS,
    GROUP_NOUNS,
    IRREGULAR,
    NUMBER_WORDS,
    ORG_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    word_set,
)
from dateline.model.mentions import EntityKind
from dateline.model.text import Span, Token

# What may stand left of its noun and belong to the phrase (ClearNLP labels).
_LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "neg"}
)
MODIFIERS = frozenset({"compound", "amod", "nmod", "quantmod", "npadvmod", "advmod"})

# Nouns that only measure what follows "of": "thousands of troops".
_PARTITIVES = word_set(
    """
    thousand hundred dozen million billion score number majority most some many
    several few all both each one two three half third quarter rest lot plenty
    handful couple ten member part any none either neither more chorus wave string
    host slew array cadre bunch flood parade
    """
)

_SKIPPED = frozenset({'"', "“", "”", "'", "‘", "``", "''", "both", "("})


def phrase_start(tokens: Sequence[Token], head: int) -> int:
    """Return the first token of the noun phrase with this head.

    Determiners, modifiers and possessors belong to it; an opening quote does not.
    """
    start = head
    for child in tokens[head].children:
        if child >= head:
            break
        if tokens[child].dep in _LEFT:
            start = child
            break
    while start < head and tokens[start].children and tokens[start].children[0] < start:
        start = tokens[start].children[0]
    while start < head and tokens[start].text.lower() in _SKIPPED:
        start += 1
    return start


def phrase_end(tokens: Sequence[Token], head: int, *, depth: int = 0) -> int:
    """Return the token after the noun phrase: it keeps "of …", but no clause.

    `depth` bounds the nesting of "of": a phrase of five is already a long one.
    """
    harmed = harmed_behind(tokens, head)
    end = head + 1 if harmed is None else harmed + 1
    for child in tokens[head].children:
        if child != end:
            continue
        token = tokens[child]
        if token.dep == "prep" and token.text == "of" and depth < _DEEPEST:
            end = _object_end(tokens, child, depth)
        elif token.dep == "nummod":
            end = child + 1
        else:
            break
    return end


def _object_end(tokens: Sequence[Token], preposition: int, depth: int) -> int:
    """Return the end of the object of "of", with what is coordinated to it."""
    for child in tokens[preposition].children:
        if child < preposition or tokens[child].dep != "pobj":
            continue
        end = phrase_end(tokens, child, depth=depth + 1)
        for conjunct in tokens[child].children:
            if tokens[conjunct].dep == "conj" and tokens[conjunct].pos in _NOUNS:
                last = phrase_end(tokens, conjunct, depth=depth + 1)
                if phrase_start(tokens, conjunct) <= end + 2:
                    end = max(end, last)
        return end
    return preposition


_DEEPEST = 5
_DIGITS = 12
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def token_span(tokens: Sequence[Token], first: int, last: int) -> Span:
    """Return the place of the tokens `[first, last)`."""
    return Span(tokens[first].span.start, tokens[last - 1].span.end)


def effective_dep(tokens: Sequence[Token], i: int) -> str:
    """Return the label of a token, or for a conjunct that of what it is joined to."""
    token = tokens[i]
    for _ in range(8):
        if token.dep != "conj" or token.head == token.i:
            break
        token = tokens[token.head]
    return token.dep


def head_noun(token: Token) -> str:
    """Return the lower-case singular of a noun.

    >>> from dateline.model.text import Span
    >>> head_noun(Token(0, Span(0, 6), "gunmen", "gunmen", "NOUN", "NNS", "nsubj", 1,
    ...                 (), 0))
    'gunman'
    """
    low = token.text.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    return token.lemma.lower() if token.pos != "PROPN" else low


def measured(tokens: Sequence[Token], head: int) -> int | None:
    """Return what a partitive measures: "troops" in "thousands of U.S. troops"."""
    token = tokens[head]
    if head_noun(token) not in _PARTITIVES and token.pos != "NUM":
        return None
    for child in token.children:
        if child == head + 1 and tokens[child].text == "of":
            for inner in tokens[child].children:
                if tokens[inner].dep == "pobj":
                    return inner
    return None


def is_plural_noun(token: Token) -> bool:
    """Tell whether a noun speaks of several."""
    return token.tag in {"NNS", "NNPS"} or token.lemma in {"people", "police"}


def _is_informant(tokens: Sequence[Token], token: Token) -> bool:
    """Tell a source that speaks from the source of a river or of income."""
    return not any(
        tokens[child].text == "of" or tokens[child].dep == "compound"
        for child in token.children
    )


def _has_no_of(tokens: Sequence[Token], token: Token) -> bool:
    return all(tokens[child].text != "of" for child in token.children)


def nominal_kind(tokens: Sequence[Token], token: Token, *, plural: bool) -> EntityKind:
    """Say what a common noun refers to, by its head noun above all.

    Several people are a group, and so are "the war dead".
    """
    if harmed_behind(tokens, token.i) is not None:
        return EntityKind.GROUP
    noun = head_noun(token)
    if noun.endswith("-") or "-" in noun:
        noun = noun.rpartition("-")[2]
    if noun in _AMBIGUOUS:
        return _ambiguous_kind(tokens, token, noun, plural=plural)
    if noun in PERSON_NOUNS:
        return EntityKind.GROUP if plural else EntityKind.PERSON
    return next((kind for nouns, kind in _BY_NOUN if noun in nouns), EntityKind.OBJECT)


def _ambiguous_kind(
    tokens: Sequence[Token], token: Token, noun: str, *, plural: bool
) -> EntityKind:
    """Say what such nouns as "source" refer to, by number and neighbours."""
    if noun == "source" and _is_informant(tokens, token):
        return EntityKind.GROUP if plural else EntityKind.PERSON
    if noun == "group":
        return (
            EntityKind.ORGANIZATION if _has_no_of(tokens, token) else EntityKind.GROUP
        )
    if noun == "authority" and plural:
        return EntityKind.ORGANIZATION
    if noun == "power" and plural:
        words = {tokens[child].lemma.lower() for child in token.children}
        return EntityKind.GROUP if words & _POWERS else EntityKind.OBJECT
    if noun in _BODIES_WITH:
        return _kind_of_seat(tokens, token, noun, plural=plural)
    return EntityKind.OBJECT


def _kind_of_seat(
    tokens: Sequence[Token], token: Token, noun: str, *, plural: bool
) -> EntityKind:
    """Tell "a fashion house" from "houses", "a savings bank" from "the river banks"."""
    below = [tokens[child] for child in token.children]
    if any(child.text.lower() in _BODIES_WITH[noun] for child in below):
        return EntityKind.ORGANIZATION
    if noun == "bank":
        verb = tokens[token.head].lemma if token.dep == "dobj" else ""
        shore = any(
            child.lemma in {"river", "west", "left", "right"} for child in below
        )
        shore = shore or (plural and tokens[token.head].text.lower() == "on")
        is_shore = verb in {"burst", "overflow", "breach", "top"} or shore
        return EntityKind.PLACE if is_shore else EntityKind.ORGANIZATION
    if noun == "paper":
        other = plural and any(child.dep == "compound" for child in below)
        return EntityKind.OBJECT if other else EntityKind.ORGANIZATION
    return EntityKind.PLACE


# Nouns of places or things that with one of these words name a body.
_BODIES_WITH = {
    "house": word_set("auction publishing fashion lower upper brokerage trading media"),
    "station": word_set("radio television tv broadcasting news cable"),
    "bank": word_set("central savings investment commercial private state"),
    "paper": word_set("daily weekly local sunday morning evening"),
}
# With one of these, powers are states.
_POWERS = word_set(
    """
    western world great big foreign colonial european regional major nuclear allied
    occupying global naval
    """
)
_AMBIGUOUS = frozenset({"source", "authority", "group", "power", *_BODIES_WITH})
_BY_NOUN = (
    (ORG_NOUNS, EntityKind.ORGANIZATION),
    (GROUP_NOUNS, EntityKind.GROUP),
    (COUNTRY_NOUNS, EntityKind.COUNTRY),
    (PLACE_NOUNS, EntityKind.PLACE),
)


def count_of(tokens: Sequence[Token], head: int) -> int | None:
    """Return how many a phrase speaks of, if a numeral says so.

    >>> count_of((), 0) is None
    True
    """
    if not tokens:
        return None
    if tokens[head].pos == "NUM":
        return read_number(tokens[head].text)
    for child in tokens[head].children:
        token = tokens[child]
        low = token.text.lower()
        if token.dep == "nummod" and child < head:
            if token.ent_type == "DATE":
                return None
            start = phrase_start(tokens, child)
            span = tokens[start : child + 1]
            return read_number("".join(part.text for part in span))
        if low == "both" and child < head:
            return 2
    return None


def read_number(words: str) -> int | None:
    """Read a whole number in digits, one English word, or two with a hyphen.

    >>> read_number("7,700"), read_number("Twenty-two"), read_number("few")
    (7700, 22, None)
    """
    digits = words.replace(",", "")
    if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS:
        return int(digits)
    tens, _, ones = words.lower().partition("-")
    if ones:
        first, second = NUMBER_WORDS.get(tens, 0), NUMBER_WORDS.get(ones, 0)
        return first + second if first > second > 0 else None
    return NUMBER_WORDS.get(tens)
