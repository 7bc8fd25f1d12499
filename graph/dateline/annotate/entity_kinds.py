"""What a name refers to, by the other names of its text and by its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.annotate.entity_countries import US_STATES
from dateline.annotate.entity_lexicon import (
    CRAFT_NOUNS,
    METONYMS,
    OFFICES,
    ORG_NAME_WORDS,
    ORG_NOUNS,
    PERSON_NOUNS,
)
from dateline.annotate.entity_phrases import head_noun
from dateline.annotate.entity_titles import NamePhrase, is_titled
from dateline.annotate.tree import first_of_coordination
from dateline.model.mentions import EntityKind
from dateline.model.text import Token


def read_appositions(tokens: Sequence[Token], found: list[NamePhrase]) -> None:
    """Take "Helga Storm" for a person in "the minister, Helga Storm,", and reversed.

    The tagger often takes an uncommon name for a company or a town, and that of a
    company for a person or a product: "Veyra" is a body in "the start-up Veyra", and
    so wherever else it stands alone.
    """
    told: dict[str, EntityKind] = {}
    for phrase in found:
        kind = None if phrase.name in METONYMS else _described_kind(tokens, phrase)
        if kind is not None:
            phrase.kind = kind
            if kind is not EntityKind.PERSON:
                told[phrase.name] = kind
    for phrase in found:
        if phrase.kind in _NO_BODIES or phrase.kind is EntityKind.ORGANIZATION:
            phrase.kind = told.get(phrase.name, phrase.kind)


def _described_kind(tokens: Sequence[Token], phrase: NamePhrase) -> EntityKind | None:
    """Return what the noun beside a name says it is, where the tagger may be wrong."""
    name = tokens[phrase.last - 1]
    beside = [tokens[child] for child in name.children]
    others = [token for token in beside if token.dep == "appos"]
    if name.dep == "appos":
        others.append(tokens[name.head])
    before = _noun_before(tokens, phrase)
    if phrase.kind in _MISTAKEN and any(_is_one_person(token) for token in others):
        return EntityKind.PERSON
    if phrase.kind in _NO_PLACES and any(_is_place(token) for token in others):
        return EntityKind.PLACE
    if before is None or phrase.kind not in {*_NO_BODIES, EntityKind.ORGANIZATION}:
        return None
    if head_noun(before) in CRAFT_NOUNS:
        return EntityKind.OBJECT
    return EntityKind.ORGANIZATION if head_noun(before) in ORG_NOUNS else None


_MISTAKEN = frozenset(
    {EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OBJECT, EntityKind.GROUP}
)
_NO_PLACES = frozenset({EntityKind.PERSON, EntityKind.OBJECT})
_NO_BODIES = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.OBJECT})


def _is_one_person(token: Token) -> bool:
    noun = head_noun(token)
    return token.tag == "NN" and (noun in PERSON_NOUNS or noun in OFFICES)


def _is_place(token: Token) -> bool:
    """Tell whether an apposition is for a place: "a town of 8,000 souls"."""
    return token.tag == "NN" and head_noun(token) in _SETTLEMENTS


_SETTLEMENTS = frozenset({
    "city", "town", "village", "hamlet", "capital", "province", "island", "river",
    "suburb", "district", "county", "peninsula", "region", "oblast", "municipality",
})  # fmt: skip


def _noun_before(tokens: Sequence[Token], phrase: NamePhrase) -> Token | None:
    """Return the common noun right before a name, where one hangs on the other."""
    if not phrase.name_first or tokens[phrase.name_first - 1].tag not in {"NN", "JJ"}:
        return None
    before, name = tokens[phrase.name_first - 1], tokens[phrase.last - 1]
    joined = before.head == name.i or (name.head == before.i and name.dep == "appos")
    return before if joined else None


def read_family_names(tokens: Sequence[Token], found: list[NamePhrase]) -> None:
    """Take "Vera Lund" for a person where "Lund" alone is one; no figure is anybody."""
    alone = {
        kind: {p.name for p in found if p.kind is kind and p.last - p.name_first == 1}
        for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
    }
    for phrase in found:
        first, last = tokens[phrase.name_first].text, tokens[phrase.last - 1].text
        if phrase.kind is EntityKind.PERSON:
            if any(character.isdigit() for character in last):
                phrase.kind = EntityKind.OBJECT
        elif (
            phrase.kind is EntityKind.ORGANIZATION
            and phrase.last - phrase.name_first == _FULL
            and last in alone[EntityKind.PERSON]
            and last not in ORG_NAME_WORDS
            and not alone[EntityKind.ORGANIZATION] & {first, last}
        ):
            phrase.kind = EntityKind.PERSON


_FULL = 2


def settle_kinds(tokens: Sequence[Token], found: list[NamePhrase]) -> None:
    """Let full names and titles decide what the same short name is elsewhere."""
    surnames = Counter[str]()
    kinds: dict[str, Counter[EntityKind]] = {}
    for phrase in found:
        if phrase.kind is EntityKind.PERSON:
            last = tokens[phrase.last - 1].text
            if phrase.last - phrase.name_first > 1 or is_titled(tokens, phrase):
                surnames[last] += 1
        kinds.setdefault(phrase.name, Counter())[phrase.kind] += 1
    for phrase in found:
        if phrase.kind in {EntityKind.COUNTRY, EntityKind.GROUP}:
            continue
        if phrase.name in METONYMS or phrase.name in US_STATES:
            continue
        single = phrase.last - phrase.name_first == 1
        person = single and surnames[phrase.name]
        if person or (
            phrase.kind is not EntityKind.PLACE and is_titled(tokens, phrase)
        ):
            phrase.kind = EntityKind.PERSON
        else:
            votes = kinds[phrase.name].most_common(2)
            if votes[0][1] > 1 and (len(votes) == 1 or votes[0][1] > votes[1][1]):
                phrase.kind = votes[0][0]


def add_untagged(tokens: Sequence[Token], found: list[NamePhrase]) -> list[NamePhrase]:
    """Add short names that the tagger took for nouns: "Trump" opening a sentence.

    They are the last word of a person's name, or the first of a body's.
    """
    known = {
        tokens[p.name_first].text: EntityKind.ORGANIZATION
        for p in found
        if p.kind is EntityKind.ORGANIZATION and p.last - p.name_first > 1
    }
    known |= {
        tokens[p.last - 1].text: EntityKind.PERSON
        for p in found
        if p.kind is EntityKind.PERSON
    }
    inside = {i for p in found for i in range(p.first, p.last)}
    added = [
        NamePhrase(token.i, token.i, token.i + 1, known[token.text], token.text)
        for token in tokens
        if token.text in known
        and token.i not in inside
        and token.text[0].isupper()
        and token.dep in _NAME_DEPS
        and _is_mistagged(token, known[token.text])
    ]
    return sorted([*found, *added], key=lambda p: p.first) if added else found


def _is_mistagged(token: Token, kind: EntityKind) -> bool:
    """Tell whether a name was taken for a noun: no word belongs to it from before."""
    if kind is EntityKind.PERSON:
        return token.pos not in {"PROPN", "PUNCT"}
    return token.pos == "NOUN" and all(child > token.i for child in token.children)


def repair_kinds(tokens: Sequence[Token], found: list[NamePhrase]) -> None:
    """Correct single words: "in X" is a place, "X" of "X Lines" is that company."""
    acting = {p.name for p in found if _is_subject(tokens, p) or p.office}
    located = {p.name for p in found if _is_located(tokens, p)} - acting
    people = {
        tokens[p.last - 1].text
        for p in found
        if p.kind is EntityKind.PERSON and p.last - p.name_first > 1
    }
    bodies = {
        tokens[p.name_first].text
        for p in found
        if p.kind is EntityKind.ORGANIZATION and p.last - p.name_first > 1
    }
    for phrase in found:
        if phrase.last - phrase.name_first > 1 or phrase.kind not in _UNSURE:
            continue
        if phrase.name in people or is_titled(tokens, phrase):
            continue
        if phrase.name in bodies:
            phrase.kind = EntityKind.ORGANIZATION
        elif phrase.name in located:
            phrase.kind = EntityKind.PLACE


_UNSURE = frozenset({EntityKind.PERSON, EntityKind.OBJECT})
_LOCATIVES = frozenset({"in", "near", "outside", "at"})


def _is_subject(tokens: Sequence[Token], phrase: NamePhrase) -> bool:
    return tokens[phrase.last - 1].dep in {"nsubj", "nsubjpass"}


def _is_located(tokens: Sequence[Token], phrase: NamePhrase) -> bool:
    """Tell whether something is "in" the name, or it is a "town of" that name."""
    token = tokens[first_of_coordination(tokens, phrase.last - 1)]
    if token.dep != "pobj":
        return False
    preposition = tokens[token.head]
    if preposition.text.lower() in _LOCATIVES:
        return True
    return preposition.text == "of" and tokens[preposition.head].lemma in _SETTLEMENTS


_SETTLEMENTS = frozenset({"town", "village", "city", "port", "province", "island"})
_NAME_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "ROOT"})
