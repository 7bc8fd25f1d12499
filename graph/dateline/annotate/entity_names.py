"""Names in the text, repaired, with the titles and offices that people wear."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dateline.annotate.entity_countries import (
    DIVIDED,
    US_STATES,
    capitals,
    country_names,
    demonyms,
)
from dateline.annotate.entity_kinds import (
    add_untagged,
    read_appositions,
    read_family_names,
    repair_kinds,
    settle_kinds,
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
from dateline.annotate.entity_titles import (
    EDGES,
    NamePhrase,
    add_title,
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
    read_appositions(tokens, found)
    read_family_names(tokens, found)
    settle_kinds(tokens, found)
    found = add_untagged(tokens, found)
    repair_kinds(tokens, found)
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
    if not _is_name(tokens, first, last):
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
        _is_edge(tokens[first])
        or tokens[first].pos == "PUNCT"
        or opens_with_title(tokens, first, last)
    ):
        first += 1
    while first < last and (
        tokens[last - 1].tag == "POS"
        or tokens[last - 1].pos == "PUNCT"
        or _is_swallowed(tokens[last - 1])
    ):
        last -= 1
    if _ends_in_score(tokens, first, last):
        last -= _SCORE_TOKENS
    for i in range(first + 1, last - 1):
        # "Senate's John Roe": the name is what follows the possessive.
        if tokens[i].tag == "POS" and tokens[i].head != last - 1 and last - i > 1:
            return first, last
    return first, last


_SCORE_TOKENS = 3


def _ends_in_score(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the result of a game was taken into a name: "Benfica 2-0"."""
    if last - first <= _SCORE_TOKENS:
        return False
    one, mark, other = (token.text for token in tokens[last - _SCORE_TOKENS : last])
    return mark in {"-", "–"} and one.isdigit() and other.isdigit()


def _is_edge(token: Token) -> bool:
    """Tell an article before a name from "An" that is a given name."""
    return token.text.lower() in EDGES and token.tag != "NNP"


def _is_swallowed(token: Token) -> bool:
    """Tell whether the verb after a name was taken into it."""
    return token.text.islower() and token.pos in {"VERB", "AUX"}


def _is_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell a name from a common noun: it has a capital, and not only as an opener."""
    words = [token.text for token in tokens[first:last]]
    if all(word == word.lower() and not word.isdigit() for word in words):
        return False
    token = tokens[first]
    opens = first == 0 or tokens[first - 1].sentence != token.sentence
    # "Trains were late": a plural that opens a sentence is hardly a company.
    common = token.tag == "NNS" and token.ent_type == "ORG" and words[0].istitle()
    return not (len(words) == 1 and opens and common)


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
    # "the Saudi-led strikes": a parser takes it for a measure of "led".
    is_joined = last < len(tokens) and tokens[last].tag == "HYPH"
    is_modifier = is_joined or token.dep in {"amod", "compound", "nmod"}
    if token.tag == "NNP" and not is_modifier:
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
