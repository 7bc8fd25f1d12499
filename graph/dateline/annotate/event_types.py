"""Give an event mention its type: trigger lemma first, then tests on its arguments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.annotate.event_grammar import children, first_child
from dateline.annotate.event_triggers import AMBIGUOUS, NOUN_TYPES, VERB_TYPES
from dateline.model.event_types import EventType as T
from dateline.model.text import Token

Tokens = Sequence[Token]

SURE, LIKELY, WEAK = 0.9, 0.6, 0.4

_MESSAGES = frozenset("letter message email e-mail telegram note cable memo".split())
_WRITINGS = frozenset("""
statement report letter document transcript video photo photograph book memo findings
figure result data list article tape footage picture recording image file study
communique
""".split())  # fmt: skip
_PEOPLE = frozenset({"PERSON", "NORP"})
_PRODUCTS = frozenset(
    "product version album film movie software game song model".split()
)
_OFFICES = frozenset("""
president minister chairman chief director secretary ambassador executive officer
premier chancellor governor mayor manager coach head commander judge leader
""".split())  # fmt: skip


def classify(tokens: Tokens, *, head: int, verb: int, lemma: str) -> tuple[str, float]:
    """Return the event type of a mention and how sure it is.

    `head` and `verb` are those of the mention, `lemma` its lemma or idiom.
    """
    is_verb = tokens[head].tag.startswith("VB")
    if is_verb and lemma in _VERB_TESTS:
        tested = _VERB_TESTS[lemma](tokens, verb)
        if tested is not None:
            return tested.value, SURE
    if not is_verb and lemma in _NOUN_TESTS:
        tested = _NOUN_TESTS[lemma](tokens, head)
        if tested is not None:
            return tested.value, SURE
    if is_verb:
        return _look_up(VERB_TYPES, lemma)
    compound = _compound(tokens, head)
    if compound in NOUN_TYPES:
        return NOUN_TYPES[compound].value, SURE
    return _look_up(NOUN_TYPES, lemma.lower())


def _look_up(types: dict[str, T], lemma: str) -> tuple[str, float]:
    """Look a lemma up, a phrasal one by its verb if need be."""
    if lemma in types:
        return types[lemma].value, LIKELY if lemma in AMBIGUOUS else SURE
    first = lemma.partition(" ")[0]
    if first != lemma and first in types:
        return types[first].value, WEAK
    return T.OTHER.value, 0.0


def _compound(tokens: Tokens, head: int) -> str:
    """Return the head with the noun before it: "phone call"."""
    before = tokens[head - 1] if head else None
    if before is None or before.head != head or before.dep not in {"compound", "amod"}:
        return ""
    return f"{before.lemma.lower()} {tokens[head].lemma.lower()}"


def _object(tokens: Tokens, verb: int) -> Token | None:
    """Return what the verb is done to: object, or subject of a passive."""
    return first_child(tokens, verb, "dobj", "nsubjpass")


def _object_of(tokens: Tokens, verb: int, *prepositions: str) -> Token | None:
    """Return the object of one of the prepositions under the verb."""
    for prep in children(tokens, verb, "prep", "prt", "dative"):
        if prep.text.lower() in prepositions:
            return first_child(tokens, prep.i, "pobj")
    return None


def _is_person(token: Token) -> bool:
    return token.ent_type in _PEOPLE or token.tag in {"PRP", "WP"}


def _test_meet(tokens: Tokens, verb: int) -> T | None:
    """Keep "meet a person, with somebody"; "meet a target" is no meeting."""
    thing = _object(tokens, verb)
    if thing is None or thing.ent_type or thing.tag in {"PRP", "WP", "NNP", "NNS"}:
        if thing is not None and thing.lemma in _GOALS:
            return T.OTHER
        return T.MEET
    return T.OTHER if thing.lemma in _GOALS else None


_GOALS = frozenset("""
goal target demand need requirement deadline expectation standard condition criterion
obligation cost challenge resistance opposition
""".split())  # fmt: skip


def _test_agree(tokens: Tokens, verb: int) -> T | None:
    """Take "agreed to do" as Agree too; its content is a promise, by factuality."""
    return T.AGREE


def _test_send(tokens: Tokens, verb: int) -> T | None:
    thing = _object(tokens, verb)
    if thing is None:
        return None
    if thing.lemma in _MESSAGES:
        return T.COMMUNICATION
    if thing.lemma in {"troop", "soldier", "force", "warship", "tank", "marine", "jet"}:
        return T.MOBILIZE
    if thing.lemma in {"aid", "food", "medicine", "relief", "supply", "arm", "weapon"}:
        return T.AID
    return T.MOVEMENT if _is_person(thing) else T.TRANSFER


def _test_release(tokens: Tokens, verb: int) -> T | None:
    thing = _object(tokens, verb)
    if thing is None:
        return None
    if thing.lemma in _WRITINGS:
        return T.PUBLICATION
    if thing.lemma in _PRODUCTS:
        return T.LAUNCH
    return None


def _test_name(tokens: Tokens, verb: int) -> T | None:
    if any(
        child.lemma.lower() in _OFFICES
        for child in children(tokens, verb, "oprd", "attr", "xcomp", "ccomp", "dobj")
    ):
        return T.APPOINTMENT
    return T.OTHER


def _test_fire(tokens: Tokens, verb: int) -> T | None:
    thing = _object(tokens, verb)
    if thing is not None and (_is_person(thing) or thing.lemma in _STAFF):
        return T.RESIGNATION
    if thing is not None and thing.lemma in {"missile", "rocket"}:
        return T.ASSAULT
    return None


_STAFF = frozenset("""
worker employee staff official adviser manager coach director minister chief secretary
executive teacher
""".split())  # fmt: skip


def _test_return(tokens: Tokens, verb: int) -> T | None:
    thing = _object(tokens, verb)
    if thing is None or thing.lemma in {"call", "fire", "favor", "favour"}:
        return None
    return T.TRANSFER


def _test_call(tokens: Tokens, verb: int) -> T | None:
    if _object_of(tokens, verb, "for", "on", "upon") is not None:
        return T.REQUEST
    thing = _object(tokens, verb)
    if first_child(tokens, verb, "xcomp", "oprd", "ccomp") is not None:
        return T.STATEMENT
    if thing is not None and thing.lemma in {"election", "vote", "meeting", "strike"}:
        return T.OTHER
    return T.COMMUNICATION if thing is not None and _is_person(thing) else None


def _test_sign(tokens: Tokens, verb: int) -> T | None:
    thing = _object(tokens, verb)
    if thing is not None and thing.lemma in {"bill", "law", "order", "legislation"}:
        return T.LEGISLATION
    return T.AGREE


def _test_strike(tokens: Tokens, verb: int) -> T | None:
    subject = first_child(tokens, verb, "nsubj")
    if subject is None and tokens[verb].dep == "xcomp":
        subject = first_child(tokens, tokens[verb].head, "nsubj")
    if subject is not None and subject.lemma in {
        "worker", "union", "employee", "teacher", "nurse", "miner", "driver", "pilot",
    }:  # fmt: skip
        return T.LABOUR
    if subject is not None and subject.lemma in {
        "earthquake", "quake", "hurricane", "storm", "tornado", "typhoon", "disaster",
    }:  # fmt: skip
        return T.DISASTER
    return None


def _test_run(tokens: Tokens, verb: int) -> T | None:
    office = _object_of(tokens, verb, "for", "against")
    return T.ELECTION if office is not None else T.OTHER


def _test_pass(tokens: Tokens, verb: int) -> T | None:
    thing = _object(tokens, verb)
    if thing is None:
        return T.OTHER
    return T.LEGISLATION if thing.lemma in _LAWS else None


_LAWS = frozenset("""
law bill resolution legislation measure budget act amendment reform treaty motion
constitution
""".split())  # fmt: skip


def _test_try(tokens: Tokens, verb: int) -> T | None:
    """Keep "tried for murder"; "tried to leave" says nothing about its type."""
    thing = first_child(tokens, verb, "nsubjpass")
    return T.LEGAL if thing is not None else T.OTHER


def _test_strike_noun(tokens: Tokens, head: int) -> T | None:
    for child in children(tokens, head, "compound", "amod", "nmod"):
        if child.lemma.lower() in {
            "air",
            "missile",
            "drone",
            "military",
            "retaliatory",
        }:
            return T.ASSAULT
        if child.lemma.lower() in {"hunger"}:
            return T.PROTEST
    governor = tokens[tokens[head].head]
    if governor.lemma in {"on", "stage", "call", "end"} or _owned_by_workers(
        tokens, head
    ):
        return T.LABOUR
    return None


def _owned_by_workers(tokens: Tokens, head: int) -> bool:
    """Tell whether workers of a trade are named beside the noun."""
    return any(
        child.lemma.lower()
        in {"worker", "union", "rail", "labor", "labour", "pilot", "teacher", "miner",
            "general", "wildcat", "transport", "dock"}
        for child in children(tokens, head, "compound", "amod", "poss", "nmod")
    )  # fmt: skip


def _test_explosion(tokens: Tokens, head: int) -> T | None:
    for child in children(tokens, head, "compound", "amod", "nmod"):
        if child.lemma.lower() in {"bomb", "suicide", "car", "grenade", "mortar"}:
            return T.ASSAULT
    return None


_Test = Callable[[Tokens, int], T | None]

_VERB_TESTS: dict[str, _Test] = {
    "meet": _test_meet,
    "agree": _test_agree,
    "send": _test_send,
    "release": _test_release,
    "name": _test_name,
    "fire": _test_fire,
    "return": _test_return,
    "call": _test_call,
    "sign": _test_sign,
    "strike": _test_strike,
    "run": _test_run,
    "pass": _test_pass,
    "try": _test_try,
}

_NOUN_TESTS: dict[str, _Test] = {
    "strike": _test_strike_noun,
    "explosion": _test_explosion,
    "blast": _test_explosion,
}
