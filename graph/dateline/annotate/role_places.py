"""Places that a construction tells of a verb, beside its own phrases."""

from __future__ import annotations

from dateline.annotate.role_cast import Cast
from dateline.annotate.role_words import COURTS, SHARES_PLACE
from dateline.annotate.tree import first_child, prepositions
from dateline.annotate.tree_subjects import subject
from dateline.model.event_types import EventType
from dateline.model.mentions import EntityKind, RoleName

_WAYS = frozenset({"back", "home", "over", "down", "up", "out", "away"})
_BY_WAY = {"to": RoleName.DESTINATION, "from": RoleName.ORIGIN, "in": RoleName.PLACE}
_HOLDERS = frozenset({"poss", "compound", "nmod"})


def cast_places(cast: Cast, event: int, verb: int) -> None:
    """Give the places of the verb at `verb` that stand elsewhere in its sentence."""
    goods = first_child(cast.tokens, verb, "dobj")
    if goods is not None and cast.tokens[verb].lemma in SHARES_PLACE:
        _of_object(cast, event, goods)
    _by_adverb(cast, event, verb)
    _where(cast, event, verb)
    _seat_of_court(cast, event, verb)


def _of_object(cast: Cast, event: int, noun: int) -> None:
    """Read "won the Oslo marathon", "lost Spain's election": there it was."""
    tokens = cast.tokens
    for child in tokens[noun].children:
        mention = cast.by_head.get(child)
        if mention is None or tokens[child].dep not in _HOLDERS:
            continue
        kind = cast.mentions[mention].kind
        holds = kind is EntityKind.COUNTRY and tokens[child].dep == "poss"
        if holds or kind is EntityKind.PLACE:
            cast.add_mention(event, mention, RoleName.PLACE, "place-of-object")


def _by_adverb(cast: Cast, event: int, verb: int) -> None:
    """Read "sent back to Peru", where the parser hangs "to" on the adverb."""
    tokens = cast.tokens
    for child in tokens[verb].children:
        if tokens[child].dep != "advmod" or tokens[child].lemma not in _WAYS:
            continue
        for prep, place in prepositions(tokens, child):
            role = _BY_WAY.get(tokens[prep].lemma)
            mention = cast.mention_of(place)
            if role is not None and mention is not None and cast.is_place(mention):
                cast.add_mention(event, mention, role, "way-and-place")


def _where(cast: Cast, event: int, verb: int) -> None:
    """Read "a clinic in Lima, where he spoke": he spoke in Lima."""
    tokens = cast.tokens
    noun = tokens[verb].head
    if tokens[verb].dep != "relcl" or noun > verb:
        return
    for child in tokens[verb].children:
        if tokens[child].lemma == "where" and child < verb:
            mention = cast.mention_of(noun)
            if mention is not None and cast.is_place(mention):
                cast.add_mention(event, mention, RoleName.PLACE, "where")


def _seat_of_court(cast: Cast, event: int, verb: int) -> None:
    """Read "a jury in Oslo convicted him": it was in Oslo."""
    tokens = cast.tokens
    found = subject(tokens, verb)
    if found is None or tokens[found.token].lemma not in COURTS:
        return
    if cast.doc.event_mentions[event].known_type != EventType.LEGAL:
        return
    for prep, place in prepositions(tokens, found.token):
        mention = cast.mention_of(place)
        if tokens[prep].lemma != "in" or mention is None:
            continue
        if cast.is_place(mention):
            cast.add_mention(event, mention, RoleName.PLACE, "court-place")
