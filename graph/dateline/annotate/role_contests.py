"""Who wins, who loses, who follows whom: words whose phrase names the other side.

"Lost to", "fell to" and "defeat by" have the winner behind the preposition, "won
against" and "victory over" the loser (Levin 1993, 36.4 and 42), and "took over from"
has there who gives way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.annotate.role_cast import Cast
from dateline.annotate.role_frames import Frame
from dateline.annotate.tree import first_child, is_passive, prepositions
from dateline.model.mentions import EntityKind, RoleName

_BEATEN = {"over": RoleName.PATIENT, "against": RoleName.PATIENT}
_WINNERS = {"to": RoleName.AGENT, "against": RoleName.AGENT}
WIN = Frame(
    name="win",
    phrases={
        **_BEATEN, "from": RoleName.ORIGIN, "with": RoleName.CO_PARTICIPANT,
        "alongside": RoleName.CO_PARTICIPANT,
    },
)  # fmt: skip
LOSE = Frame(
    name="lose",
    subject=RoleName.PATIENT,
    place_to=RoleName.AGENT,
    phrases=_WINNERS,
)
DEFEAT = Frame(name="defeat", place_to=RoleName.AGENT, phrases=_WINNERS)
SUCCEED = Frame(name="succeed", phrases={"from": RoleName.PATIENT})

# How a contest ends belongs to a side, not to the country where it was.
RESULTS = frozenset({"win", "victory", "triumph", "defeat", "loss", "draw", "tie"})
_WIN_NOUNS = frozenset({"win", "victory", "triumph"})
_LOSS_NOUNS = frozenset({"defeat", "loss"})
_WINS = frozenset({"win", "triumph", "prevail"})
_LOSES = frozenset({"lose", "fall"})
_CONTESTS = frozenset(
    {
        "final", "semifinal", "semi-final", "match", "game", "race", "bout", "derby",
        "election", "vote", "primary", "case", "appeal", "fight", "battle", "war",
    }
)  # fmt: skip
_SIDES = frozenset(
    {
        EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION,
        EntityKind.COUNTRY, EntityKind.PLACE,
    }
)  # fmt: skip


def contest_frame(cast: Cast, event: int, frame: Frame) -> Frame:
    """Return the frame of a win, a loss or a succession, else `frame`."""
    mention = cast.doc.event_mentions[event]
    head = mention.head
    if mention.pos == "NOUN":
        if mention.lemma in _WIN_NOUNS and _has_side(cast, head, _BEATEN):
            return WIN
        is_lost = mention.lemma in _LOSS_NOUNS and _has_side(cast, head, _WINNERS)
        return DEFEAT if is_lost else frame
    lemma = cast.tokens[mention.verb].lemma
    if lemma in _WINS and _has_side(cast, head, _BEATEN):
        return WIN
    if lemma in _LOSES and _is_lost(cast, head):
        return LOSE
    return SUCCEED if mention.lemma == "take over" and _follows(cast, head) else frame


def _is_lost(cast: Cast, verb: int) -> bool:
    """Tell "lost to Roe" and "lost the final to Roe" from "lost the town to Roe".

    In "lost the case against Roe" the phrase is that of the case.
    """
    goods = first_child(cast.tokens, verb, "dobj")
    if goods is None:
        return _has_side(cast, verb, _WINNERS)
    is_contest = goods in cast.event_at or cast.tokens[goods].lemma in _CONTESTS
    return is_contest and _has_side(cast, verb, {"to"})


def _follows(cast: Cast, verb: int) -> bool:
    """Tell "took over from Roe" from "took the plant over from Acme"."""
    if first_child(cast.tokens, verb, "dobj") is not None:
        return False
    return not is_passive(cast.tokens, verb)


def _has_side(cast: Cast, head: int, words: Collection[str]) -> bool:
    """Tell whether somebody stands behind one of the prepositions.

    A place is a side if it has a name: "fell to the ground" names no winner.
    """
    for token in _behind(cast, head, words):
        mention = cast.mention_of(token)
        if mention is None or cast.mentions[mention].kind not in _SIDES:
            continue
        is_place = cast.mentions[mention].kind is EntityKind.PLACE
        if cast.is_named(mention) or not is_place:
            return True
    return False


def _behind(cast: Cast, head: int, words: Collection[str]) -> Iterator[int]:
    for prep, token in prepositions(cast.tokens, head):
        if cast.tokens[prep].lemma in words:
            yield token
