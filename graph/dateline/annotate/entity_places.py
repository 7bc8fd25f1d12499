"""Descriptions that name something: "the town of Faro", "the Uzbek capital"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.annotate.entity_countries import capital_of, capitals
from dateline.annotate.entity_lexicon import CRAFT_NOUNS, word_set
from dateline.annotate.entity_phrases import token_span
from dateline.annotate.entity_titles import NamePhrase, name_words_of
from dateline.model.mentions import EntityKind, EntityMention, MentionForm
from dateline.model.text import Token

_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})
_HOLDERS = frozenset({"amod", "compound", "nmod", "poss"})
# "the town of Faro" is Faro; "the north of Portugal" is not Portugal.
_NAMED_BY_OF = word_set(
    """
    city town village port province region district county island state territory
    municipality suburb township settlement enclave hamlet oblast prefecture canton
    neighborhood neighbourhood republic
    """
)
# Where "the capital" is a town and not money.
_LOCATIVES = word_set("in to from through near outside around across into toward")
_HEADING = word_set("leave reach take capture seize visit shake enter storm")


def named_by_description(
    tokens: Sequence[Token],
    mention: EntityMention,
    owners: Mapping[int, NamePhrase],
) -> EntityMention:
    """Give a description the name that it holds, if it holds one.

    `owners` maps tokens to the names that they belong to.
    """
    if mention.is_plural or mention.form is not MentionForm.NOMINAL:
        return mention
    noun = tokens[mention.head].lemma.lower()
    if mention.kind in _PLACES and noun == "capital":
        return _capital(tokens, mention, owners)
    if mention.kind in _PLACES and noun in _NAMED_BY_OF:
        return _settlement(tokens, mention, owners)
    if mention.kind is EntityKind.OBJECT and noun in CRAFT_NOUNS:
        return _craft(tokens, mention, owners)
    return mention


def _of(tokens: Sequence[Token], noun: int) -> int | None:
    """Return what follows "of" right behind a noun."""
    for child in tokens[noun].children:
        if child == noun + 1 and tokens[child].text == "of":
            for inner in tokens[child].children:
                if tokens[inner].dep == "pobj":
                    return inner
    return None


def _capital(
    tokens: Sequence[Token],
    mention: EntityMention,
    owners: Mapping[int, NamePhrase],
) -> EntityMention:
    """Read "the Uzbek capital", "Togo's capital", "the capital of Togo"."""
    head = mention.head
    holders = [c for c in tokens[head].children if tokens[c].dep in _HOLDERS]
    behind = _of(tokens, head)
    for holder in [*holders, *([] if behind is None else [behind])]:
        owner = owners.get(holder)
        if owner is None or owner.kind is not EntityKind.COUNTRY:
            continue
        city = capital_of(owner.name)
        if city is not None and not _is_named_beside(tokens, head, owners):
            return _named(tokens, mention, city, head, head + 1)
    return mention


def _is_named_beside(
    tokens: Sequence[Token], head: int, owners: Mapping[int, NamePhrase]
) -> bool:
    """Tell whether the text itself names the capital: "the old capital, Kyoto"."""
    below = tokens[head].children
    return any(tokens[c].dep == "appos" and c in owners for c in below)


def _settlement(
    tokens: Sequence[Token],
    mention: EntityMention,
    owners: Mapping[int, NamePhrase],
) -> EntityMention:
    """Read "the town of Faro" as a name of Faro."""
    behind = _of(tokens, mention.head)
    owner = None if behind is None else owners.get(behind)
    if owner is None or owner.kind not in _PLACES or owner.is_adjective:
        return mention
    named = _named(tokens, mention, owner.name, owner.name_first, owner.last)
    return replace(named, kind=owner.kind)


def _craft(
    tokens: Sequence[Token],
    mention: EntityMention,
    owners: Mapping[int, NamePhrase],
) -> EntityMention:
    """Read "the Kestrel lander" and "the Sea Star ferry" as names of the craft."""
    head = mention.head
    proper = [
        child
        for child in tokens[head].children
        if child < head
        and tokens[child].pos == "PROPN"
        and tokens[child].dep in _HOLDERS - {"poss"}
        and tokens[child].text[0].isupper()
        and _may_name_a_craft(owners.get(child))
    ]
    if not proper or not _is_definite(tokens, head):
        return mention
    first, last = proper[0], proper[-1] + 1
    if last - first != len(proper):
        return mention
    name = name_words_of(tokens, first, last)
    return _named(tokens, mention, name, first, last)


def _may_name_a_craft(owner: NamePhrase | None) -> bool:
    return owner is None or owner.kind is EntityKind.OBJECT


def _is_definite(tokens: Sequence[Token], head: int) -> bool:
    return any(
        tokens[child].dep == "poss" or tokens[child].text.lower() in {"the", "this"}
        for child in tokens[head].children
    )


def _named(
    tokens: Sequence[Token], mention: EntityMention, name: str, first: int, last: int
) -> EntityMention:
    return replace(
        mention,
        form=MentionForm.NAMED,
        name=name,
        name_span=token_span(tokens, first, last),
    )


def read_capitals(
    tokens: Sequence[Token], found: Sequence[EntityMention]
) -> list[EntityMention]:
    """Name the town that a bare "the capital" means: the one that was spoken of.

    It is the last capital named before, else that of the only country named before.
    """
    city: str | None = None
    countries: set[str] = set()
    read: list[EntityMention] = []
    for mention in found:
        if _is_bare_capital(tokens, mention):
            only = next(iter(countries)) if len(countries) == 1 else ""
            name = city or capital_of(only)
            if name is not None:
                head = mention.head
                mention = _named(tokens, mention, name, head, head + 1)  # noqa: PLW2901
        elif mention.name is not None:
            if mention.name in capitals():
                city = mention.name
            elif mention.kind is EntityKind.COUNTRY:
                countries.add(mention.name)
        read.append(mention)
    return read


def _is_bare_capital(tokens: Sequence[Token], mention: EntityMention) -> bool:
    """Tell whether a mention is "the capital" alone, as a place to be or to go to."""
    token = tokens[mention.head]
    if token.lemma != "capital" or mention.form is not MentionForm.NOMINAL:
        return False
    if [tokens[child].text.lower() for child in token.children] != ["the"]:
        return False
    above = tokens[token.head]
    if token.dep == "pobj":
        return above.text.lower() in _LOCATIVES
    return token.dep == "dobj" and above.lemma in _HEADING
