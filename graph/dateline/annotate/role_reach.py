"""Whom an act reaches where neither its object nor its own phrase tells it.

The one thrown at, the one called on in a clause ("called for Oslo to act"), the one
accused in a clause, and what the parser hangs on the object ("recalled its envoy from
Oslo", "shared samples with Oslo").
"""

from __future__ import annotations

from dateline.annotate.role_cast import Cast
from dateline.annotate.role_frames import Frame
from dateline.annotate.tree import first_child, prepositions
from dateline.model.event_types import EventType
from dateline.model.mentions import EntityKind, RoleName

# Levin (1993), 17.1: the one that it is to hit stands after "at".
_THROWS = frozenset(
    {"aim", "fire", "fling", "hurl", "launch", "lob", "shoot", "throw", "toss"}
)
_FETCHES = frozenset(
    {"bring", "evacuate", "pull", "pull out", "recall", "remove", "withdraw"}
)
_SHARES = frozenset(
    {
        *("break", "cut", "discuss", "establish", "exchange", "negotiate", "renew"),
        *("restore", "resume", "sever", "share", "sign", "swap"),
    }
)
_CALLS = frozenset({"appeal", "call", "plea", "plead", "request"})
_ALLEGES = frozenset({"accusation", "allegation", "allege", "charge"})
_ACTS = frozenset(EntityKind) - {EntityKind.OBJECT}


def cast_reach(cast: Cast, event: int, frame: Frame) -> None:
    """Give their roles to those whom the event reaches by way of another word."""
    mention = cast.doc.event_mentions[event]
    if mention.lemma in _CALLS and mention.known_type == EventType.REQUEST:
        _called(cast, event)
    if mention.lemma in _ALLEGES:
        _accused(cast, event)
    if mention.pos == "NOUN":
        return
    if mention.lemma in _THROWS:
        _thrown_at(cast, event)
    goods = first_child(cast.tokens, mention.verb, "dobj")
    if goods is not None and goods not in cast.event_at:
        _on_object(cast, event, frame, goods)


def _called(cast: Cast, event: int) -> None:
    """Read "called for Oslo to act" and "renewed its call for Oslo to act"."""
    tokens = cast.tokens
    head = cast.doc.event_mentions[event].head
    clauses = [*tokens[head].children, *tokens[tokens[head].head].children]
    for clause in clauses:
        mark = first_child(tokens, clause, "mark")
        asked = first_child(tokens, clause, "nsubj")
        if mark is None or asked is None or tokens[mark].lemma != "for":
            continue
        if mark > head and tokens[clause].tag == "VB":
            cast.add(event, asked, RoleName.ADDRESSEE, "for-to-addressee")
            return


def _accused(cast: Cast, event: int) -> None:
    """Read "alleged that Oslo broke it", "the allegation that Oslo broke it"."""
    tokens = cast.tokens
    head = cast.doc.event_mentions[event].head
    clauses = [*tokens[head].children]
    for _, token in prepositions(tokens, head):
        clauses += tokens[token].children
    for clause in clauses:
        if tokens[clause].dep not in {"acl", "ccomp", "relcl"} or clause < head:
            continue
        mark = first_child(tokens, clause, "mark")
        does = first_child(tokens, clause, "nsubj")
        if does is not None and mark is not None and tokens[mark].lemma == "that":
            cast.add(event, does, RoleName.PATIENT, "accused-in-clause")
            return


def _thrown_at(cast: Cast, event: int) -> None:
    tokens = cast.tokens
    verb = cast.doc.event_mentions[event].verb
    goods = first_child(tokens, verb, "dobj")
    for at in (verb, goods):
        for prep, token in prepositions(tokens, at) if at is not None else ():
            if tokens[prep].lemma == "at":
                cast.add(event, token, RoleName.PATIENT, "thrown-at")


def _on_object(cast: Cast, event: int, frame: Frame, goods: int) -> None:
    tokens = cast.tokens
    lemma = cast.doc.event_mentions[event].lemma
    for prep, token in prepositions(tokens, goods):
        word, mention = tokens[prep].lemma, cast.mention_of(token)
        if mention is None:
            continue
        role = frame.phrases.get(word)
        fetched = word == "from" and lemma in _FETCHES and cast.is_place(mention)
        acts = cast.mentions[mention].kind in _ACTS
        shared = word == "with" and lemma in _SHARES and acts
        if fetched and role is RoleName.ORIGIN:
            cast.add(event, token, role, "from-origin-low")
        elif shared and role is RoleName.CO_PARTICIPANT:
            cast.add(event, token, role, "with-co-participant-low")
