"""Words that mean different things: their type by a test on the clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.annotate.event_clauses import (
    by_object,
    has_object_of,
    is_calamity,
    is_done_by,
    is_named,
    is_person,
    what_undergoes,
    who_does,
)
from dateline.annotate.event_grammar import children, first_child
from dateline.model.event_types import EventType as T
from dateline.model.text import Token

Tokens = Sequence[Token]

_OFFICES = frozenset({
    "president", "minister", "chairman", "chief", "director", "secretary", "ambassador",
    "executive", "officer", "premier", "chancellor", "governor", "mayor", "manager",
    "coach", "head", "commander", "judge", "leader", "successor", "chairwoman",
})  # fmt: skip
_VEHICLES = frozenset({
    "ship", "vessel", "boat", "ferry", "tanker", "barge", "freighter", "yacht", "car",
    "truck", "lorry", "van", "bus", "tram", "train", "plane", "jet", "airliner",
    "helicopter", "motorcycle", "bicycle", "cyclist", "motorist", "driver",
})  # fmt: skip
_WORKERS = frozenset({
    "worker", "union", "employee", "teacher", "nurse", "miner", "driver", "pilot",
    "rail", "labor", "labour", "general", "wildcat", "transport", "dock", "doctor",
})  # fmt: skip
_BOMBS = frozenset({"bomb", "suicide", "car", "grenade", "mortar", "truck"})
_HITS = frozenset({"kill", "hit", "destroy", "target", "wound", "injure"})
_DRUGS = frozenset({"vaccine", "clinical", "drug", "medical", "human"})
_RAIDS = frozenset({"air", "missile", "drone", "military", "retaliatory", "nuclear"})


NEAR = 7  # words

_SCORE = re.compile(r"\d{1,3}-\d{1,3}")


STRUCTURES = frozenset(
    [
        "bridge",
        "wall",
        "roof",
        "ceiling",
        "building",
        "house",
        "tower",
        "crane",
        "tree",
        "pole",
        "chimney",
        "scaffold",
        "balcony",
        "dam",
        "statue",
        "rock",
        "boulder",
        "lift",
        "elevator",
        "mast",
        "sign",
        "beam",
        "cliff",
    ]
)


def _test_send(tokens: Tokens, verb: int) -> T | None:
    """Tell sending people from sending things."""
    thing = what_undergoes(tokens, verb)
    if thing is None:
        return None
    if is_person(thing):
        return T.MOVEMENT
    return by_object(tokens, verb, "send") or T.TRANSFER


def _test_name(tokens: Tokens, verb: int) -> T | None:
    """Keep "named him director"; "named the suspect" appoints nobody."""
    if any(
        child.lemma.lower() in _OFFICES
        for child in children(tokens, verb, "oprd", "attr", "xcomp", "ccomp", "dobj")
    ):
        return T.APPOINTMENT
    return T.OTHER


def _test_fire(tokens: Tokens, verb: int) -> T | None:
    """Tell firing a person from firing a gun."""
    thing = what_undergoes(tokens, verb)
    if thing is not None and is_person(thing):
        return T.RESIGNATION
    return None


def _test_free(tokens: Tokens, verb: int) -> T | None:
    """Tell freeing hostages by force from letting them go."""
    agents = [
        doer
        for phrase in children(tokens, verb, "agent")
        for doer in children(tokens, phrase.i, "pobj")
    ]
    subject = None if agents else who_does(tokens, verb)
    doers = agents if subject is None else [subject]
    thing = what_undergoes(tokens, verb)
    is_captive = thing is not None and thing.lemma.lower() in _CAPTIVES
    is_forced = any(doer.lemma.lower() in _RESCUERS for doer in doers)
    return T.RESCUE if is_captive and is_forced else None


def _test_receive(tokens: Tokens, verb: int) -> T | None:
    """Tell receiving a guest from receiving things."""
    thing = what_undergoes(tokens, verb)
    is_guest = thing is not None and thing.ent_type == "PERSON"
    return T.MEET if is_guest else None


def _test_return(tokens: Tokens, verb: int) -> T | None:
    """Tell giving back from going back."""
    thing = what_undergoes(tokens, verb)
    if thing is None or thing.lemma in {"call", "fire", "favor", "favour"}:
        return T.MOVEMENT if thing is None else None
    return T.TRANSFER


def _test_call(tokens: Tokens, verb: int) -> T | None:
    """Tell calling for, calling names and calling up apart."""
    if has_object_of(tokens, verb, "for", "on", "upon") or _for_act(tokens, verb):
        return T.REQUEST
    if first_child(tokens, verb, "xcomp", "oprd", "ccomp") is not None:
        return T.STATEMENT
    thing = what_undergoes(tokens, verb)
    if thing is not None and is_person(thing):
        return T.COMMUNICATION
    return by_object(tokens, verb, "call")


def _for_act(tokens: Tokens, verb: int) -> bool:
    """Read "called for Oslo to act", where "for" leads a clause."""
    for clause in children(tokens, verb, "advcl", "ccomp", "xcomp"):
        mark = first_child(tokens, clause.i, "mark")
        if mark is not None and mark.lemma == "for":
            return True
    return False


def _test_plead(tokens: Tokens, verb: int) -> T | None:
    """Tell pleading in court from pleading for something."""
    near = {token.lemma for token in tokens[verb + 1 : verb + NEAR]}
    return T.LEGAL if near & {"guilty", "innocent"} else None


def _test_strike(tokens: Tokens, verb: int) -> T | None:
    """Tell workers, vehicles and armies apart."""
    subject = who_does(tokens, verb)
    if subject is None:
        return None
    if subject.lemma.lower() in _WORKERS:
        return T.LABOUR
    beside = children(tokens, subject.i, "compound", "nmod")
    names = {token.lemma.lower() for token in (subject, *beside)}
    return None if names.isdisjoint(_VEHICLES) else T.ACCIDENT


def _test_collide(tokens: Tokens, verb: int) -> T | None:
    """Tell "slammed into the wall" from "slammed the plan", a storm from a lorry."""
    if not has_object_of(tokens, verb, "into"):
        return None
    subject = who_does(tokens, verb)
    if is_calamity(tokens, subject):
        return T.DISASTER
    is_shot = subject is not None and subject.lemma.lower() in _PROJECTILES
    return T.ASSAULT if is_shot else T.ACCIDENT


_PROJECTILES = frozenset({"missile", "rocket", "shell", "drone", "mortar", "grenade"})


def _test_succeed(tokens: Tokens, verb: int) -> T | None:
    """Tell who succeeds somebody from what is a success."""
    follows = first_child(tokens, verb, "dobj", "nsubjpass") is not None
    follows = follows or tokens[verb].dep in {"acl", "relcl"}
    return None if follows or has_object_of(tokens, verb, "as", "to") else T.OTHER


def _test_replace(tokens: Tokens, verb: int) -> T | None:
    """Read "replaced Roe as chief": an office passes on."""
    return T.APPOINTMENT if has_object_of(tokens, verb, "as") else None


def _test_take_over(tokens: Tokens, verb: int) -> T | None:
    """Tell "took over from Roe" from "took over a firm"."""
    if first_child(tokens, verb, "dobj", "nsubjpass") is not None:
        return None
    return T.APPOINTMENT if has_object_of(tokens, verb, "from", "as") else None


def _test_run(tokens: Tokens, verb: int) -> T | None:
    """Keep "ran for president"."""
    return T.ELECTION if has_object_of(tokens, verb, "for", "against") else T.OTHER


def _test_try(tokens: Tokens, verb: int) -> T | None:
    """Keep "tried for murder"; "tried to leave" says nothing about its type."""
    return T.LEGAL if first_child(tokens, verb, "nsubjpass") is not None else T.OTHER


def _test_strike_noun(tokens: Tokens, head: int) -> T | None:
    """Tell an air strike, a hunger strike and a walkout apart."""
    if is_named(tokens, head, frozenset({"hunger"})):
        return T.PROTEST
    doers = [
        doer.lemma.lower()
        for phrase in children(tokens, head, "prep")
        if phrase.lemma == "by"
        for doer in children(tokens, phrase.i, "pobj")
    ]
    if _WORKERS.intersection(doers):
        return T.LABOUR
    if (
        is_named(tokens, head, _RAIDS)
        or tokens[tokens[head].head].lemma in _HITS
        or has_object_of(tokens, head, "on", "against")
    ):
        return T.ASSAULT
    return T.LABOUR


def _test_battle(tokens: Tokens, head: int) -> T | None:
    """Tell a battle in court from one in the field."""
    return T.LEGAL if is_named(tokens, head, _COURTS) else None


_COURTS = frozenset({"legal", "court", "custody", "courtroom", "judicial"})


def _test_insist(tokens: Tokens, verb: int) -> T | None:
    """Tell insisting that it is so from insisting on it."""
    return T.STATEMENT if first_child(tokens, verb, "ccomp") is not None else None


def _test_trial(tokens: Tokens, head: int) -> T | None:
    """Tell the trial of a drug from that of a person."""
    return T.HEALTH if is_named(tokens, head, _DRUGS) else None


def _test_beat(tokens: Tokens, verb: int) -> T | None:
    """Tell winning a game from hitting somebody."""
    thing = what_undergoes(tokens, verb)
    if thing is not None and thing.ent_type in {"GPE", "ORG"}:
        return T.SPORT
    return T.SPORT if _has_score(tokens, verb) else None


def _test_match(tokens: Tokens, verb: int) -> T | None:
    """Tell a match ("lost to France", "drew 1-1") from an election."""
    if first_child(tokens, verb, "dobj") is not None:
        return None
    if is_done_by(tokens, verb, _CANDIDATES):
        return T.ELECTION
    sides = [
        noun
        for child in children(tokens, verb, "prep", "dative")
        if child.lemma in {"to", "against", "over", "with"}
        for noun in children(tokens, child.i, "pobj")
    ]
    is_team = any(noun.ent_type in {"GPE", "ORG", "NORP"} for noun in sides)
    return T.SPORT if is_team or _has_score(tokens, verb) else None


_CANDIDATES = frozenset({
    "party", "candidate", "coalition", "opposition", "incumbent", "senator", "democrat",
    "republican", "conservative", "liberal", "socialist", "nationalist", "president",
    "alliance", "ticket", "challenger",
})  # fmt: skip


def _has_score(tokens: Tokens, verb: int) -> bool:
    """Tell whether a score stands under the verb ("7-1", "by three goals")."""
    return any(
        child.lemma in {"goal", "point", "set"} or _SCORE.fullmatch(child.text)
        for child in tokens[verb + 1 : verb + NEAR]
    )


def _test_explosion(tokens: Tokens, head: int) -> T | None:
    """Take a bomb blast for an attack."""
    return T.ASSAULT if is_named(tokens, head, _BOMBS) else None


def _test_game(tokens: Tokens, head: int) -> T | None:
    """Take war games for an exercise."""
    return T.MOBILIZE if is_named(tokens, head, frozenset({"war"})) else None


_CAPTIVES = frozenset({"hostage", "captive"})
_RESCUERS = frozenset({
    "commando", "soldier", "troop", "police", "army", "officer", "force", "ranger",
    "marine", "paratrooper", "navy",
})  # fmt: skip


def _test_burn(tokens: Tokens, verb: int) -> T | None:
    """Tell a house that burns from a hand that is burned."""
    thing = what_undergoes(tokens, verb) or who_does(tokens, verb)
    if thing is None or thing.lemma.lower() not in STRUCTURES | _HOMES:
        return None
    return T.ACCIDENT if what_undergoes(tokens, verb) is None else T.COERCE


_HOMES = frozenset({
    "apartment", "home", "flat", "factory", "warehouse", "church", "mosque", "temple",
    "museum", "library", "forest", "village", "town", "barn", "shop", "school", "hotel",
    "theatre", "theater", "palace", "castle", "farm", "mill", "ship", "car", "field",
})  # fmt: skip


_Test = Callable[[Tokens, int], T | None]


VERB_TESTS: dict[str, _Test] = {
    "burn": _test_burn,
    "burn down": _test_burn,
    "barrel": _test_collide,
    "beat": _test_beat,
    "call": _test_call,
    "draw": _test_match,
    "fire": _test_fire,
    "free": _test_free,
    "insist": _test_insist,
    "lose": _test_match,
    "name": _test_name,
    "plead": _test_plead,
    "plough": _test_collide,
    "plow": _test_collide,
    "ram": _test_collide,
    "receive": _test_receive,
    "replace": _test_replace,
    "return": _test_return,
    "run": _test_run,
    "send": _test_send,
    "slam": _test_collide,
    "smash": _test_collide,
    "strike": _test_strike,
    "succeed": _test_succeed,
    "take over": _test_take_over,
    "try": _test_try,
    "win": _test_match,
}


NOUN_TESTS: dict[str, _Test] = {
    "battle": _test_battle,
    "blast": _test_explosion,
    "explosion": _test_explosion,
    "game": _test_game,
    "strike": _test_strike_noun,
    "trial": _test_trial,
}
