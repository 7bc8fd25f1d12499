"""Names in the text, repaired, with the titles and offices that people wear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from dateline.annotate.entity_countries import (
    DIVIDED,
    US_STATES,
    capitals,
    country_names,
    demonyms,
)
from dateline.annotate.entity_lexicon import (
    HONORIFICS,
    METONYMS,
    OFFICE_OBJECTS,
    OFFICES,
    ORG_NAME_WORDS,
    PERSON_NOUNS,
    word_set,
)
from dateline.annotate.entity_phrases import head_noun
from dateline.annotate.entity_titles import (
    EDGES,
    NamePhrase,
    add_title,
    is_titled,
    name_words_of,
    opens_with_title,
)
from dateline.model.mentions import EntityKind
from dateline.model.text import Token

# OntoNotes name types that name an entity; EVENT names an event, the rest measure.
_KINDS = {
    "PERSON": EntityKind.PERSON,
    "NORP": EntityKind.GROUP,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "PRODUCT": EntityKind.OBJECT,
    "WORK_OF_ART": EntityKind.OBJECT,
    "LAW": EntityKind.OBJECT,
}
_MEASURES = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "EVENT"}
)


def find_names(tokens: Sequence[Token], skipped: frozenset[int]) -> list[NamePhrase]:
    """Return the names in text order; tokens in `skipped` belong to none."""
    chunks = _chunks(tokens, skipped)
    found = [
        phrase
        for first, last, kind in chunks
        if (phrase := _name_phrase(tokens, first, last, kind)) is not None
    ]
    _read_appositions(tokens, found)
    _vote(tokens, found)
    found = _add_untagged(tokens, found)
    _repair_kinds(tokens, found)
    for phrase in found:
        if phrase.kind is EntityKind.PERSON:
            add_title(tokens, phrase)
    _restore_divided(tokens, found)
    return _without_overlaps(found)


def _chunks(
    tokens: Sequence[Token], skipped: frozenset[int]
) -> list[tuple[int, int, EntityKind | None]]:
    """Group the parser's name tokens; runs of untyped proper nouns have no kind."""
    chunks: list[tuple[int, int, EntityKind | None]] = []
    i, count = 0, len(tokens)
    long_names = _long_country_names()
    while i < count:
        token = tokens[i]
        if token.text in long_names:
            end = _match(tokens, i, long_names[token.text])
            if end:
                chunks.append((i, end, EntityKind.COUNTRY))
                i = end
                continue
        if i in skipped or token.ent_type in _MEASURES:
            i += 1
        elif token.ent_type:
            end = i + 1
            while end < count and tokens[end].ent_iob == "I" and end not in skipped:
                end += 1
            chunks.append((i, end, _KINDS.get(token.ent_type)))
            i = end
        elif token.pos == "PROPN" and token.text[:1].isupper():
            end = i + 1
            while end < count and _continues(tokens, end) and end not in skipped:
                end += 1
            chunks.append((i, end, None))
            i = end
        else:
            i += 1
    return chunks


@lru_cache(maxsize=1)
def _long_country_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Map the first word of long official names, which the parser breaks, to them."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for name in country_names():
        words = tuple(name.replace("’s", "'s").replace("'s", " 's").split())
        if len(words) > 2:  # noqa: PLR2004 - shorter ones the parser gets right
            names.setdefault(words[0], []).append(words)
    return {
        first: tuple(sorted(set(rest), key=len, reverse=True))
        for first, rest in names.items()
    }


def _match(
    tokens: Sequence[Token], i: int, names: tuple[tuple[str, ...], ...]
) -> int | None:
    """Return the end of the longest of `names` that stands at `i`."""
    for words in names:
        end = i + len(words)
        if end <= len(tokens) and all(
            tokens[i + k].text.replace("’", "'") == word for k, word in enumerate(words)
        ):
            return end
    return None


def _continues(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a run of untyped proper nouns goes on at `i`."""
    token, before = tokens[i], tokens[i - 1]
    return (
        token.pos == "PROPN"
        and not token.ent_type
        and token.sentence == before.sentence
        and token.text[:1].isupper()
        and before.head in (i, before.head)
        and (before.head >= i or token.head < i)
    )


def _name_phrase(
    tokens: Sequence[Token], first: int, last: int, kind: EntityKind | None
) -> NamePhrase | None:
    """Trim a chunk to the bare name and say what it names."""
    first, last = _trim(tokens, first, last)
    if first >= last or _is_headline(tokens, first, last):
        return None
    words = name_words_of(tokens, first, last)
    if words in demonyms() and words not in country_names():
        return _demonym(tokens, first, last, demonyms()[words])
    if known := _known(tokens, last, words, kind):
        return NamePhrase(first, first, last, *known)
    if kind is EntityKind.GROUP:
        return _people(tokens, first, last, words)
    if kind is None:
        kind = _untyped_kind(tokens, first, last)
    elif kind is EntityKind.PERSON and tokens[last - 1].text in ORG_NAME_WORDS:
        kind = EntityKind.ORGANIZATION if last - first > 1 else kind
    return None if kind is None else NamePhrase(first, first, last, kind, words)


def _known(
    tokens: Sequence[Token], last: int, words: str, kind: EntityKind | None
) -> tuple[EntityKind, str] | None:
    """Look a name up in the tables; a capital that acts is its government."""
    if words in country_names():
        return EntityKind.COUNTRY, country_names()[words]
    if words in METONYMS:
        return EntityKind.ORGANIZATION, METONYMS[words]
    if words in capitals():
        if kind is EntityKind.PLACE and _acts(tokens, last - 1):
            return EntityKind.COUNTRY, capitals()[words]
        return EntityKind.PLACE, words
    return (EntityKind.PLACE, words) if words in US_STATES else None


def _trim(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Cut articles, possessives, titles and stray marks off a chunk."""
    while first < last and (
        tokens[first].text.lower() in EDGES
        or tokens[first].pos == "PUNCT"
        or opens_with_title(tokens, first, last)
    ):
        first += 1
    while first < last and (
        tokens[last - 1].tag == "POS" or tokens[last - 1].pos == "PUNCT"
    ):
        last -= 1
    for i in range(first + 1, last - 1):
        # "Senate's John Roe": the name is what follows the possessive.
        if tokens[i].tag == "POS" and tokens[i].head != last - 1 and last - i > 1:
            return first, last
    return first, last


def _is_headline(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a "name" is a headline in capitals that the parser swallowed."""
    if last - first < 5:  # noqa: PLR2004 - a name of four words is a plausible one
        return False
    sentence = tokens[first].sentence
    edge = 2
    starts = first < edge or tokens[first - edge].sentence != sentence
    ends = last + edge > len(tokens) or tokens[last + edge - 1].sentence != sentence
    return starts and ends


def _demonym(
    tokens: Sequence[Token], first: int, last: int, country: str
) -> NamePhrase | None:
    """Read "North Korean": its country as a modifier, its people as a noun."""
    token = tokens[last - 1]
    if token.tag in {"NNS", "NNPS"} and token.dep not in {"amod", "compound"}:
        words = name_words_of(tokens, first, last)
        return NamePhrase(first, first, last, EntityKind.GROUP, words, is_plural=True)
    if token.tag == "NNP" and token.dep not in {"amod", "compound", "nmod"}:
        # "the Iranian said" is a person; a language is no actor either.
        return None
    return NamePhrase(
        first, first, last, EntityKind.COUNTRY, country, is_adjective=True
    )


def _people(
    tokens: Sequence[Token], first: int, last: int, words: str
) -> NamePhrase | None:
    """Read a name of people that is no demonym: "Republicans", not "Republican"."""
    if tokens[last - 1].dep in {"amod", "compound", "nmod"}:
        return None
    plural = tokens[last - 1].tag in {"NNS", "NNPS"}
    return NamePhrase(first, first, last, EntityKind.GROUP, words, is_plural=plural)


def _acts(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a capital is the subject of something that only people do."""
    token = tokens[i]
    verb = tokens[token.head]
    return token.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in _SITS


_SITS = word_set(
    """
    be have lie sit see host experience remain become suffer wake sleep burn shake
    receive record get feel grow
    """
)


def _untyped_kind(tokens: Sequence[Token], first: int, last: int) -> EntityKind | None:
    """Guess what an untyped proper name refers to; `None` if it is hardly a name."""
    final = tokens[last - 1]
    low = final.text.lower().rstrip(".")
    if low in HONORIFICS or low in OFFICES or final.dep in {"compound", "amod", "nmod"}:
        return None
    if low in PERSON_NOUNS:
        return None
    if final.text in ORG_NAME_WORDS or (final.text.isupper() and len(final.text) > 1):
        return EntityKind.ORGANIZATION
    before = tokens[first - 1].text.lower().rstrip(".") if first else ""
    if before in HONORIFICS or before in OFFICES:
        return EntityKind.PERSON
    return EntityKind.OBJECT


def _read_appositions(tokens: Sequence[Token], found: list[NamePhrase]) -> None:
    """Take "Helga Storm" for a person in "the minister, Helga Storm,", and reversed.

    The tagger often takes an uncommon name for a company or a town.
    """
    for phrase in found:
        if phrase.kind not in _MISTAKEN or phrase.name in METONYMS:
            continue
        name = tokens[phrase.last - 1]
        beside = [tokens[child] for child in name.children]
        others = [token for token in beside if token.dep == "appos"]
        if name.dep == "appos":
            others.append(tokens[name.head])
        if any(_is_one_person(token) for token in others):
            phrase.kind = EntityKind.PERSON


_MISTAKEN = frozenset(
    {EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OBJECT, EntityKind.GROUP}
)


def _is_one_person(token: Token) -> bool:
    noun = head_noun(token)
    return token.tag == "NN" and (noun in PERSON_NOUNS or noun in OFFICES)


def _vote(tokens: Sequence[Token], found: list[NamePhrase]) -> None:
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


def _add_untagged(tokens: Sequence[Token], found: list[NamePhrase]) -> list[NamePhrase]:
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


def _repair_kinds(tokens: Sequence[Token], found: list[NamePhrase]) -> None:
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
    token = tokens[phrase.last - 1]
    if token.dep != "pobj":
        return False
    preposition = tokens[token.head]
    if preposition.text.lower() in _LOCATIVES:
        return True
    return preposition.text == "of" and tokens[preposition.head].lemma in _SETTLEMENTS


_SETTLEMENTS = frozenset({"town", "village", "city", "port", "province", "island"})
_NAME_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "ROOT"})


def _restore_divided(tokens: Sequence[Token], found: list[NamePhrase]) -> None:
    """Read "the North" as North Korea in an article that names North Korea."""
    named = {phrase.name for phrase in found if phrase.kind is EntityKind.COUNTRY}
    for phrase in found:
        whole = [name for name in DIVIDED.get(phrase.name, ()) if name in named]
        if not whole and phrase.name in DIVIDED:
            other = DIVIDED["South" if phrase.name == "North" else "North"]
            pairs = zip(DIVIDED[phrase.name], other, strict=True)
            whole = [mine for mine, theirs in pairs if theirs in named]
        if whole and tokens[phrase.first - 1].text.lower() == "the":
            phrase.kind, phrase.name = EntityKind.COUNTRY, whole[0]


def _without_overlaps(found: list[NamePhrase]) -> list[NamePhrase]:
    """Drop names that lie in another one's title, except countries and bodies."""
    kept: list[NamePhrase] = []
    for phrase in found:
        split = len(kept)
        while split and kept[split - 1].name_first >= phrase.first:
            split -= 1
        kept[split:] = [inner for inner in kept[split:] if _stays(inner)]
        kept.append(phrase)
    return kept


def _stays(inner: NamePhrase) -> bool:
    """Tell whether a name inside a title is one of its own: "North Korean leader"."""
    if inner.kind is EntityKind.ORGANIZATION:
        return inner.name not in OFFICE_OBJECTS
    return inner.kind in {EntityKind.COUNTRY, EntityKind.PLACE}
