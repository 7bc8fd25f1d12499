"""Descriptions that point back: "the North Korean leader", "the company"."""

from __future__ import annotations

from bisect import bisect_left

from dateline.model.mentions import EntityKind, MentionForm
from dateline.resolve.discourse import Discourse
from dateline.resolve.entity_lexicon import (
    BODY_PAIRS,
    COMPANY_NOUNS,
    CRAFT,
    MODELS,
    PERSON_PAIRS,
    STATE_PAIRS,
    word_set,
)
from dateline.resolve.names import name_words

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_PERSON, _COUNTRY = EntityKind.PERSON, EntityKind.COUNTRY
_BODY = EntityKind.ORGANIZATION
_NEAR = 2
_FAR = 40
_PAIR = 2


def resolve_nominal(discourse: Discourse, n: int) -> None:
    """Give a description a cluster: an earlier one if the text makes that plain.

    1. an apposition or predicate of a mention; 2. a numbered plural of two earlier
    ones; 3. a definite description of something described or named before.
    """
    number = _by_apposition(discourse, n)
    if number is None and _is_definite(discourse, n):
        if _by_pair(discourse, n):
            return
        number = _by_description(discourse, n)
    if number is None:
        number = _by_repetition(discourse, n)
    if number is None:
        number = discourse.start(n)
    else:
        discourse.put(n, number)
    discourse.described.setdefault(discourse.noun(n), []).append(n)
    words = discourse.doc.slice(discourse.mentions[n].span).lower()
    discourse.repeated[words] = number


def _is_definite(discourse: Discourse, n: int) -> bool:
    """Tell whether "the", "this" or "both" opens the phrase."""
    return any(
        discourse.tokens[child].text.lower() in _DEFINITE
        for child in discourse.head(n).children
        if child < discourse.mentions[n].head
    )


def _by_apposition(discourse: Discourse, n: int) -> int | None:
    """Follow "Jane Roe, the minister" and "Jane Roe is the minister"."""
    mention, token = discourse.mentions[n], discourse.head(n)
    others = []
    if token.dep == "appos":
        others.append(token.head)
    others += [c for c in token.children if discourse.tokens[c].dep == "appos"]
    if token.dep == "attr" and not mention.is_plural:
        others += _subjects_of_copula(discourse, token.head)
    for head in others:
        other = discourse.by_head.get(head)
        if other is None or discourse.mentions[other].form is MentionForm.PRONOUN:
            continue
        same = discourse.mentions[other]
        if same.kind is mention.kind and same.is_plural == mention.is_plural:
            return discourse.cluster_of.get(other)
    return None


def _subjects_of_copula(discourse: Discourse, verb: int) -> list[int]:
    """Return the subject of a plain "is" or "was", if nothing denies it."""
    token = discourse.tokens[verb]
    deps = {discourse.tokens[child].dep for child in token.children}
    if token.lemma != "be" or deps & {"neg", "aux"}:
        return []
    return [c for c in token.children if discourse.tokens[c].dep == "nsubj"]


def _by_pair(discourse: Discourse, n: int) -> bool:
    """Read "the two leaders" as the last two who can be meant."""
    mention = discourse.mentions[n]
    if mention.count != _PAIR or not mention.is_plural:
        return False
    noun = discourse.noun(n)
    kinds = _pair_kinds(noun)
    members = _contenders(discourse, n) if noun in _CONTENDERS else []
    for m in range(n - 1, -1, -1):
        number = discourse.cluster_of.get(m)
        if len(members) == _PAIR:
            break
        if number is None or discourse.sentence[n] - discourse.sentence[m] > _FAR:
            continue
        cluster = discourse.clusters[number]
        fits = cluster.kind in kinds and cluster.names and not cluster.is_plural
        # "Both sides" may be anyone: a country must itself have been spoken of.
        fits = fits and not (noun == "side" and _is_modifier(discourse, m))
        if fits and number not in members and not _inside(discourse, m, n):
            members.append(number)
    if len(members) < _PAIR:
        return False
    pair = _in_text_order(discourse, members)
    number = discourse.group_of(pair)
    if number is None:
        discourse.start_group(n, pair)
    else:
        discourse.put(n, number)
    return True


def _contenders(discourse: Discourse, n: int) -> list[int]:
    """Return the two people whom a text speaks of most: "the two rivals".

    Only a clear second one counts: the third must be spoken of less.
    """
    often: list[tuple[int, int]] = []
    for number, cluster in enumerate(discourse.clusters):
        if cluster.kind is _PERSON and cluster.names and not cluster.is_plural:
            first = min(cluster.mentions)
            if first < n or discourse.sentence[first] == discourse.sentence[n]:
                often.append((len(cluster.mentions), number))
    often.sort(key=lambda item: (-item[0], item[1]))
    if len(often) > _PAIR and often[_PAIR][0] == often[_PAIR - 1][0]:
        return []
    return [number for _, number in often[:_PAIR]] if len(often) >= _PAIR else []


_CONTENDERS = word_set("rival contender candidate opponent challenger finalist")


def _in_text_order(discourse: Discourse, members: list[int]) -> tuple[int, ...]:
    """Sort clusters by their first mentions."""
    return tuple(sorted(members, key=lambda c: min(discourse.clusters[c].mentions)))


def _pair_kinds(noun: str) -> tuple[EntityKind, ...]:
    """Return what two of `noun` can be; one kind only, so that none is mixed."""
    if noun in PERSON_PAIRS:
        return (_PERSON,)
    if noun in STATE_PAIRS:
        return (_COUNTRY,)
    return (_BODY,) if noun in BODY_PAIRS else ()


def _inside(discourse: Discourse, m: int, n: int) -> bool:
    return discourse.mentions[n].span.contains(discourse.mentions[m].span)


def _by_description(discourse: Discourse, n: int) -> int | None:
    """Find what was described or named so before, the nearest first."""
    noun, plural = discourse.noun(n), discourse.mentions[n].is_plural
    described = _nearest_described(discourse, n, noun)
    named = None if plural else _named_since(discourse, n, noun, described)
    if named is not None:
        return named
    candidates = [described]
    if not plural and discourse.mentions[n].kind is _PERSON:
        candidates.append(_nearest_wearer(discourse, n, noun))
    found = [m for m in candidates if m is not None]
    if found:
        return discourse.cluster_of[max(found)]
    return _by_sort(discourse, n, noun) if not plural else None


def _named_since(
    discourse: Discourse, n: int, noun: str, described: int | None
) -> int | None:
    """Prefer the name that a body got after it had been described without one.

    "A museum in Ghent … the Grand Museum … the museum", and "the company that built it
    … Acme Inc. … the company".
    """
    if described is None or not described < n:
        return None
    number = discourse.cluster_of[described]
    if discourse.clusters[number].names:
        return None
    other = _by_sort(discourse, n, noun)
    if other is None or other == number:
        return None
    first = min(discourse.clusters[other].mentions)
    is_definite = _is_definite(discourse, described)
    # Places come and go in a text: one named in passing is not "the town" all along.
    is_late = is_definite and first > described
    is_named = is_late and discourse.mentions[described].kind is not EntityKind.PLACE
    if not _has_word(discourse, other, noun) and not is_named:
        return None
    if is_definite and discourse.mentions[described].kind is _BODY:
        discourse.merge(other, number)
    return other


def _has_word(discourse: Discourse, number: int, noun: str) -> bool:
    names = discourse.clusters[number].names
    return noun in {word for name in names for word in name_words(name)}


def _is_called(discourse: Discourse, m: int, noun: str) -> bool:
    """Tell whether the noun stands before the name: "the energy firm Karsan"."""
    below = (discourse.tokens[child] for child in discourse.head(m).children)
    return any(token.tag == "NN" and token.lemma.lower() == noun for token in below)


def _nearest_described(discourse: Discourse, n: int, noun: str) -> int | None:
    """Return the last description with the same noun and no less narrow words."""
    mention, mine = discourse.mentions[n], _modifiers(discourse, n)
    for m in reversed(discourse.described.get(noun, [])):
        other = discourse.mentions[m]
        if discourse.sentence[n] - discourse.sentence[m] > _FAR:
            return None
        if (
            other.kind is mention.kind
            and other.is_plural == mention.is_plural
            and not _inside(discourse, m, n)
            and mine <= _modifiers(discourse, m)
            and (other.count == mention.count or not mine)
        ):
            return m
    return None


def _nearest_wearer(discourse: Discourse, n: int, noun: str) -> int | None:
    """Return the last mention of a named person whose office this is."""
    wearers = discourse.wearers(noun)
    words = set((discourse.mentions[n].office or noun).lower().split())
    for position in range(bisect_left(wearers, n) - 1, -1, -1):
        m = wearers[position]
        if discourse.sentence[n] - discourse.sentence[m] > _FAR:
            return None
        if not _inside(discourse, m, n) and _fits_office(discourse, m, noun, words):
            return m
    return None


def _by_repetition(discourse: Discourse, n: int) -> int | None:
    """Take a bare plural such as "U.S. troops" for the one called so before."""
    mention = discourse.mentions[n]
    if mention.kind is not EntityKind.GROUP or mention.count is not None:
        return None
    words, mine = discourse.doc.slice(mention.span).lower(), _modifiers(discourse, n)
    if not mine or any(
        discourse.tokens[child].dep in {"det", "poss"}
        for child in discourse.head(n).children
    ):
        return None
    return discourse.repeated.get(words)


def _modifiers(discourse: Discourse, n: int) -> frozenset[str]:
    """Return the words that narrow a description, in lower case."""
    head = discourse.mentions[n].head
    narrow = set[str]()
    for child in discourse.tokens[head].children:
        token = discourse.tokens[child]
        if token.dep in {"amod", "compound", "nmod", "poss"}:
            narrow.add(token.lemma.lower())
        elif token.dep == "prep" and token.text == "of":
            narrow |= {
                discourse.tokens[c].lemma.lower()
                for c in token.children
                if discourse.tokens[c].dep == "pobj"
            }
    return frozenset(narrow - {"same", "former", "late", "then"})


def _fits_office(discourse: Discourse, m: int, noun: str, words: set[str]) -> bool:
    """Tell whether a person named before wears the office of this description."""
    for office in discourse.clusters[discourse.cluster_of[m]].offices:
        theirs = set(office.lower().replace(".", "").split())
        if noun in theirs and (words <= theirs or theirs <= words):
            return True
    return False


def _by_sort(discourse: Discourse, n: int, noun: str) -> int | None:
    """Find the one named body, state or place near by that "the company" can mean."""
    kind = discourse.mentions[n].kind
    if kind is EntityKind.OBJECT:
        craft = _by_craft(discourse, n, noun)
        return _by_model(discourse, n, noun) if craft is None else craft
    if kind not in {_BODY, _COUNTRY, EntityKind.PLACE}:
        return None
    narrow = _modifiers(discourse, n)
    found: list[int] = []
    for m in range(n - 1, -1, -1):
        far = discourse.sentence[n] - discourse.sentence[m]
        if far > _FAR or (found and far > _NEAR):
            break
        number = discourse.cluster_of.get(m)
        if number is None or discourse.mentions[m].form is not MentionForm.NAMED:
            continue
        cluster = discourse.clusters[number]
        thing = cluster.kind is EntityKind.OBJECT and kind is _BODY
        named_so = _has_word(discourse, number, noun) or _is_called(discourse, m, noun)
        if cluster.kind is not kind and not (thing and named_so):
            continue
        if number in found or _inside(discourse, m, n):
            continue
        # "the court" is the Supreme Court however far back that is.
        if named_so:
            return number
        general = noun in _GENERAL[kind] and not narrow
        if general and far <= _NEAR and not _is_modifier(discourse, m):
            found.append(number)
    return found[0] if len(found) == 1 else None


def _by_craft(discourse: Discourse, n: int, noun: str) -> int | None:
    """Take "the vessel" for the only craft with a name that was spoken of near by."""
    if noun not in CRAFT or _modifiers(discourse, n):
        return None
    found: list[int] = []
    for m in range(n - 1, -1, -1):
        if discourse.sentence[n] - discourse.sentence[m] > _FAR:
            break
        number = discourse.cluster_of.get(m)
        if number is None or number in found:
            continue
        cluster = discourse.clusters[number]
        if cluster.names and any(discourse.noun(k) in CRAFT for k in cluster.mentions):
            found.append(number)
    return found[0] if len(found) == 1 else None


def _by_model(discourse: Discourse, n: int, noun: str) -> int | None:
    """Take "the plane" for the only model, a name with a number, told of just before.

    Whatever sort of thing the name finder took "X200" for, it is no body or place.
    """
    if noun not in MODELS or _modifiers(discourse, n):
        return None
    found: list[int] = []
    for m in range(n - 1, -1, -1):
        if discourse.sentence[n] - discourse.sentence[m] > _NEAR:
            break
        number = discourse.cluster_of.get(m)
        if number is None or number in found or _inside(discourse, m, n):
            continue
        names = discourse.clusters[number].names
        if any(_is_model(name) for name in names):
            found.append(number)
    return found[0] if len(found) == 1 else None


def _is_model(name: str) -> bool:
    """Tell whether a name has a number in its last word, and a letter anywhere.

    >>> _is_model("Astra X200"), _is_model("Astra")
    (True, False)
    """
    last = name.rsplit(maxsplit=1)[-1]
    return any(c.isdecimal() for c in last) and any(c.isalpha() for c in name)


_GENERAL = {
    _BODY: COMPANY_NOUNS,
    _COUNTRY: word_set("country nation kingdom republic"),
    EntityKind.PLACE: word_set("city town village island province state district"),
}


def _is_modifier(discourse: Discourse, m: int) -> bool:
    return discourse.head(m).dep in {"compound", "amod", "nmod"}
