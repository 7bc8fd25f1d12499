"""Titles and offices that people wear before their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotate.entity_lexicon import (
    HONORIFICS,
    OFFICE_MODIFIERS,
    OFFICE_OBJECTS,
    OFFICES,
    PERSON_NOUNS,
    word_set,
)
from dateline.model.mentions import EntityKind
from dateline.model.text import Token

_HYPHENS = frozenset({"-", "‑", "–"})
_TITLE_POS = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
EDGES = word_set("both the a an this that these those his her its their our my")


@dataclass(slots=True)
class NamePhrase:
    """A name in the tokens `[first, last)`, from its title on.

    `name_first` is where the bare name begins; `kind` and `name` are as in
    `EntityMention`; `is_adjective` marks a demonym that modifies a noun.
    """

    first: int
    name_first: int
    last: int
    kind: EntityKind
    name: str
    office: str | None = None
    is_adjective: bool = False
    is_plural: bool = False


def opens_with_title(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a chunk begins with a title: "Sen. Jane Roe" typed as one name."""
    if last - first < 2:  # noqa: PLR2004 - a title alone is all there is
        return False
    low = tokens[first].text.lower().rstrip(".")
    return tokens[first].ent_type in {"PERSON", ""} and (
        low in HONORIFICS or (low in OFFICES and tokens[first].text[0].isupper())
    )


def name_words_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """Join the words of a name as the text spaces them, with a plain apostrophe."""
    parts = [tokens[first].text]
    for i in range(first + 1, last):
        gap = tokens[i].span.start > tokens[i - 1].span.end
        parts.append((" " if gap else "") + tokens[i].text)
    return "".join(parts).replace("’", "'")


def is_titled(tokens: Sequence[Token], phrase: NamePhrase) -> bool:
    """Tell whether a title stands right before the name, in the same phrase."""
    if phrase.name_first == 0:
        return False
    before = tokens[phrase.name_first - 1]
    if before.sentence != tokens[phrase.name_first].sentence:
        return False
    low = before.text.lower().rstrip(".")
    return low in HONORIFICS or (
        before.text[0].isupper()
        and low in OFFICES
        and phrase.name_first <= before.head < phrase.last
    )


def add_title(tokens: Sequence[Token], phrase: NamePhrase) -> None:
    """Extend a person's name to the left over titles, and read the office."""
    sentence = tokens[phrase.name_first].sentence
    i = phrase.name_first - 1
    while i >= 0 and tokens[i].text.lower().rstrip(".") in HONORIFICS:
        phrase.first = i
        i -= 1
    if i < 0 or tokens[i].sentence != sentence:
        return
    office_end = i + 1
    i = _over_office_object(tokens, i)
    low = tokens[i].text.lower().rstrip(".")
    if low not in OFFICES and low not in PERSON_NOUNS:
        return
    if office_end - i == 1 and not phrase.first <= tokens[i].head < phrase.last:
        return
    start = _over_modifiers(tokens, i, phrase.last)
    phrase.first = start
    if low in OFFICES:
        phrase.office = name_words_of(tokens, start, office_end)


def _over_office_object(tokens: Sequence[Token], i: int) -> int:
    """Step from "State" back to "Secretary" in "Secretary of State"."""
    k = i
    while k > 1 and (tokens[k].text in OFFICE_OBJECTS or tokens[k].text == "and"):
        k -= 1
    if k < i and k > 0 and tokens[k].text in {"of", "for"}:
        return k - 1
    return i


def _over_modifiers(tokens: Sequence[Token], i: int, last: int) -> int:
    """Step back over what belongs to the office: "North Korean", "former deputy"."""
    start = i
    while start > 0:
        token = tokens[start - 1]
        low = token.text.lower()
        if token.sentence != tokens[i].sentence or low in EDGES:
            break
        inside = token.pos in _TITLE_POS or token.text in _HYPHENS
        attached = start - 1 < token.head < last
        if not inside or not (attached or low in OFFICE_MODIFIERS):
            break
        start -= 1
    while start < i and tokens[start].text in _HYPHENS:
        start += 1
    return start
