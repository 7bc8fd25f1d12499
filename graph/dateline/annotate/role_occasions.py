"""Who takes part in what a verb names as its occasion: "flew to Oslo for talks".

The noun of the occasion stands after a preposition, so its participants are those of
the verb (purpose and errand phrases; Quirk et al. 1985, 9.45).
"""

from __future__ import annotations

from dateline.annotate.role_cast import Cast
from dateline.annotate.role_frames import MEET, VISIT, Frame
from dateline.annotate.role_words import LOCATIVE
from dateline.annotate.tree import (
    first_child,
    is_passive,
    outer_preposition,
    prepositions,
)
from dateline.annotate.tree_subjects import subject
from dateline.model.mentions import RoleName

_COMES = frozenset(
    {
        *("arrive", "assemble", "come", "convene", "fly", "gather", "go", "head"),
        *("leave", "meet", "return", "reunite", "sit", "travel", "visit"),
    }
)
_HOSTS = frozenset({"greet", "host", "invite", "join", "receive", "summon", "welcome"})
_SENDS = frozenset({"dispatch", "send", "take"})
_LEAVES = frozenset(
    {
        *("arrive", "be", "come", "depart", "embark", "fly", "go", "head", "leave"),
        *("set", "start"),
    }
)
_ERRANDS = frozenset(
    {"expedition", "journey", "march", "mission", "patrol", "pilgrimage", "strike"}
)
_COUNTS = frozenset({"day", "round", "series", "session", "set"})
_DEPTH = 4


def cast_occasion(cast: Cast, event: int, frame: Frame) -> None:
    """Give roles in a nominal event to those who go to it or are received for it."""
    noun = cast.doc.event_mentions[event].head
    if cast.tokens[noun].dep != "pobj":
        return
    prep = outer_preposition(cast.tokens, noun, _COUNTS)
    word, verb = cast.tokens[prep].lemma.lower(), _verb_over(cast, prep)
    if verb is None:
        return
    if word in {"for", "to"} and frame is MEET:
        _meeting(cast, event, frame, verb, word)
    elif word == "on" and _is_errand(cast, event, frame):
        _errand(cast, event, frame, verb)


def _verb_over(cast: Cast, prep: int) -> int | None:
    """Return the verb of a phrase, over nouns that a parser may hang it on."""
    tokens, at = cast.tokens, cast.tokens[prep].head
    for _ in range(_DEPTH):
        if tokens[at].pos in {"VERB", "AUX"}:
            return at
        if tokens[at].dep not in {"prep", "pobj", "dobj", "npadvmod", "conj"}:
            return None
        at = tokens[at].head
    return None


def _meeting(cast: Cast, event: int, frame: Frame, verb: int, word: str) -> None:
    tokens = cast.tokens
    lemma = tokens[verb].lemma
    found = subject(tokens, verb)
    if lemma in _HOSTS:
        _hosted(cast, event, frame, verb)
    elif word == "for" and lemma in _COMES and found is not None:
        cast.add(event, found.token, frame.subject, "goes-to-meet")
    else:
        return
    for phrase in prepositions(tokens, verb):
        if tokens[phrase[0]].lemma in LOCATIVE:
            cast.add_phrase(event, frame, phrase, "-of-verb")


def _hosted(cast: Cast, event: int, frame: Frame, verb: int) -> None:
    """Read "hosted her for talks" and "was received by him for talks"."""
    tokens = cast.tokens
    found, guest = subject(tokens, verb), first_child(tokens, verb, "dobj")
    if is_passive(tokens, verb):
        guest = None if found is None else found.token
        for prep, token in prepositions(tokens, verb):
            if tokens[prep].dep == "agent":
                cast.add(event, token, frame.subject, "host")
    elif found is not None:
        cast.add(event, found.token, frame.subject, "host")
    if guest is not None:
        cast.add(event, guest, RoleName.CO_PARTICIPANT, "guest")


def _is_errand(cast: Cast, event: int, frame: Frame) -> bool:
    return frame is VISIT or cast.doc.event_mentions[event].lemma in _ERRANDS


def _errand(cast: Cast, event: int, frame: Frame, verb: int) -> None:
    """Read "is on a visit to Oslo", "was sent on a mission"."""
    tokens = cast.tokens
    lemma, found = tokens[verb].lemma, subject(tokens, verb)
    goes = found.token if found is not None and lemma in _LEAVES else None
    if lemma in _SENDS:
        sent = found.token if found is not None and is_passive(tokens, verb) else None
        goes = first_child(tokens, verb, "dobj") if sent is None else sent
    if goes is not None:
        cast.add(event, goes, frame.subject, "errand")
