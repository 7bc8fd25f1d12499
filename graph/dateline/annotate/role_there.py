"""Where "there" is: the one place that the words before it have just named.

"There" refers to a place as a pronoun does to a person (Halliday and Hasan 1976,
"Cohesion in English", demonstrative reference), and as near: the same sentence, or the
one before. With two places to choose from, nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dateline.annotate.role_cast import Cast
from dateline.annotate.tree import clause_of
from dateline.model.mentions import EntityKind, RoleName
from dateline.model.text import Token

_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})
# Where somebody is or gets to, and what a storm or an army reaches.
_REACHED = frozenset({RoleName.PLACE, RoleName.DESTINATION, RoleName.PATIENT})
# "Out there", "then and there", "hello there" point at nothing told before.
_IDIOMS = frozenset({"out", "over", "up", "down", "back", "and", "hello", "hi", "so"})


def cast_there(cast: Cast) -> None:
    """Give the events that were "there" the place that this stands for.

    It comes last, as it needs the places of the events before.
    """
    theres = [t for t in cast.tokens[1:] if t.tag == "RB" and t.text.lower() == "there"]
    if not theres:
        return
    reached = _reached(cast)
    verbs = {event.verb: n for n, event in enumerate(cast.doc.event_mentions)}
    for token in theres:
        before = cast.tokens[token.i - 1]
        if before.text.lower() in _IDIOMS and before.sentence == token.sentence:
            continue
        place = _place_before(cast, token, reached)
        if place is not None:
            _add(cast, token.i, place, verbs)


def _reached(cast: Cast) -> dict[int, list[int]]:
    """Map each sentence to the places in it where something happens, in order."""
    found: dict[int, set[int]] = defaultdict(set)
    for (_, mention), role in cast.roles.items():
        entity = cast.mentions[mention]
        if role.role in _REACHED and entity.kind in _PLACES:
            found[cast.tokens[entity.head].sentence].add(mention)
    return {sentence: sorted(places) for sentence, places in found.items()}


def _add(cast: Cast, there: int, place: int, verbs: Mapping[int, int]) -> None:
    tokens = cast.tokens
    prep = tokens[tokens[there].head]
    comes_from = tokens[there].dep in {"pcomp", "pobj"} and prep.lemma == "from"
    role = RoleName.ORIGIN if comes_from else RoleName.PLACE
    # "The fighting there killed twelve": they fought there, and died there.
    for word in (tokens[there].head, clause_of(tokens, there)):
        event = cast.event_at.get(word, verbs.get(word))
        if event is not None and not cast.has(event, role):
            cast.add_mention(event, place, role, "there")


def _place_before(
    cast: Cast, there: Token, reached: Mapping[int, list[int]]
) -> int | None:
    """Return the mention of the only place in reach, by name if any has one."""
    for sentence in (there.sentence, there.sentence - 1):
        found = [
            mention
            for mention in reached.get(sentence, ())
            if cast.mentions[mention].head < there.i
        ]
        chosen = [mention for mention in found if cast.is_named(mention)] or found
        if chosen:
            words = {_words(cast, mention) for mention in chosen}
            return chosen[-1] if len(words) == 1 else None
    return None


def _words(cast: Cast, mention: int) -> str:
    entity = cast.mentions[mention]
    return entity.name or cast.doc.slice(entity.span)
