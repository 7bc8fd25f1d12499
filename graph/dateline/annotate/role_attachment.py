"""Phrases and names that a parser hangs on the word before them.

A phrase at the end of a clause may belong to the verb or to the noun beside it
(Hindle and Rooth 1993, "Structural ambiguity and lexical relations"). Where the noun
cannot take it, it is the event's.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.role_cast import Cast
from dateline.annotate.role_words import DATIVES, NAMING, QUANTITIES, WORKS
from dateline.annotate.tree import first_child, prepositions, subtree
from dateline.model.mentions import EntityKind, EventClass, MentionForm, RoleName

_PREDICATES = frozenset({"oprd", "dobj", "attr", "dative"})
_AMOUNTS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
_SPOTS = frozenset({"in", "at", "near", "outside", "inside"})
_LEADING = frozenset({"compound", "nmod", "amod", "poss"})


def low_agent(cast: Cast, head: int) -> int | None:
    """Return the doer of "appointed director by the board", "the sale of it by X".

    `head` is a passive verb or an event noun; "by" hangs on a noun behind it that is
    no event and nothing that somebody wrote or made.
    """
    for noun in _with_parts(cast, _nouns_behind(cast, head)):
        if noun in cast.event_at:
            continue
        for prep, token in prepositions(cast.tokens, noun):
            if cast.tokens[prep].lemma == "by" and _may_act(cast, noun, token):
                return token
    return None


def _nouns_behind(cast: Cast, head: int) -> Iterator[int]:
    tokens = cast.tokens
    for child in tokens[head].children:
        if child > head and tokens[child].dep in _PREDICATES:
            yield child
    for _, token in prepositions(tokens, head):
        if token > head:
            yield token


def _with_parts(cast: Cast, nouns: Iterator[int]) -> Iterator[int]:
    """Yield the nouns, each with what stands behind its "of": "doses of vaccine"."""
    for noun in nouns:
        yield noun
        for prep, part in prepositions(cast.tokens, noun):
            if cast.tokens[prep].lemma == "of":
                yield part


def _may_act(cast: Cast, noun: int, token: int) -> bool:
    mention = cast.mention_of(token)
    if mention is None or cast.tokens[token].ent_type in _AMOUNTS:
        return False
    entity = cast.mentions[mention]
    if entity.kind is EntityKind.OBJECT and entity.form is not MentionForm.NAMED:
        return False
    is_made = cast.tokens[noun].lemma.lower() in WORKS
    return not (is_made and entity.kind is EntityKind.PERSON)


def cast_low_places(cast: Cast, event: int, token: int) -> None:
    """Read "the stabbing of an officer by a man in Oslo": it was in Oslo."""
    if cast.doc.event_mentions[event].cls is not EventClass.OCCURRENCE:
        return
    if cast.tokens[token].lemma in QUANTITIES:
        token = cast.part_of(token) or token
    for prep, place in prepositions(cast.tokens, token):
        word = cast.tokens[prep].lemma
        mention = cast.mention_of(place)
        if word not in _SPOTS or mention is None:
            continue
        is_seat = word == "in" and cast.is_seat(event, mention)
        if is_seat or cast.is_place(mention, word):
            cast.add_mention(event, mention, RoleName.PLACE, "low-place")


def leading_name(cast: Cast, event: int, noun: int) -> int | None:
    """Return the name in "elected Ada Quill president", "fined Acme 5 million euros".

    The parser makes one noun phrase of both, whose head is at `noun`.
    """
    tokens = cast.tokens
    happening = cast.doc.event_mentions[event]
    verb = happening.verb
    if happening.lemma not in DATIVES | NAMING or tokens[noun].tag == "NNP":
        return None
    for child in tokens[noun].children:
        mention = cast.by_head.get(child)
        if mention is None or tokens[child].dep not in _LEADING or child > noun:
            continue
        is_named = cast.mentions[mention].form is MentionForm.NAMED
        is_first = subtree(tokens, child)[0] == verb + 1
        if is_named and is_first and first_child(tokens, child, "case") is None:
            return child
    return None
