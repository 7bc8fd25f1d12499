"""Who does it, and to what, around an event: tests on the tree for its type."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.event_constructions import OBJECT_RULES
from dateline.annotate.event_grammar import children, first_child
from dateline.model.event_types import EventType as T
from dateline.model.text import Token

Tokens = Sequence[Token]

_RELATIVE = frozenset({"WP", "WDT"})
_PEOPLE = frozenset({"PERSON", "NORP"})
_COUNTS = frozenset({
    "series", "wave", "string", "spate", "flurry", "barrage", "rash", "thousand",
    "hundred", "dozen", "million", "number", "score", "majority", "group",
    "handful", "couple", "all", "some", "most", "many", "several", "one", "lot",
    "kg", "kilo", "kilogram", "ton", "tonne", "litre", "liter", "barrel", "gallon",
    "dose", "box", "crate", "bag", "batch", "load",
})  # fmt: skip


def by_object(tokens: Tokens, verb: int, lemma: str) -> T | None:
    """Find what the verb means with its object."""
    rules = OBJECT_RULES.get(lemma) or OBJECT_RULES.get(lemma.partition(" ")[0])
    if rules is None:
        return None
    thing = what_undergoes(tokens, verb)
    if thing is None:
        return None
    name = measured(tokens, thing).lemma.lower()
    for things, event_type in rules:
        if name in things:
            return event_type
    return None


def measured(tokens: Tokens, thing: Token) -> Token:
    """Return the refugees of "thousands of refugees"."""
    if thing.lemma not in _COUNTS:
        return thing
    of = next((prep for prep in children(tokens, thing.i, "prep")), None)
    inside = None if of is None else first_child(tokens, of.i, "pobj")
    return thing if inside is None or of is None or of.lemma != "of" else inside


def what_undergoes(tokens: Tokens, verb: int) -> Token | None:
    """Return what the verb is done to: object, or subject of a passive."""
    thing = first_child(tokens, verb, "dobj") or first_child(tokens, verb, "nsubjpass")
    if thing is not None and thing.tag in _RELATIVE and tokens[verb].dep == "relcl":
        return tokens[tokens[verb].head]
    if thing is not None or tokens[verb].dep not in {"acl", "relcl"}:
        return thing
    # "the crew who returned": the pronoun does it, and nothing is done to the crew.
    doer = first_child(tokens, verb, "nsubj")
    has_doer = doer is not None and doer.tag not in _RELATIVE
    is_done_to = has_doer or (doer is None and tokens[verb].tag == "VBN")
    return tokens[tokens[verb].head] if is_done_to else None


def who_does(tokens: Tokens, verb: int) -> Token | None:
    """Return who does it; under "plan to" the subject of the plan."""
    # Of two, the nearer is right: parsers split "a magnitude 6 earthquake struck".
    subject = next(reversed(list(children(tokens, verb, "nsubj"))), None)
    if subject is None and tokens[verb].dep in {"xcomp", "conj"}:
        return first_child(tokens, tokens[verb].head, "nsubj")
    if subject is not None and subject.tag in _RELATIVE:
        return tokens[tokens[verb].head] if tokens[verb].dep == "relcl" else subject
    return subject


def has_object_of(tokens: Tokens, verb: int, *prepositions: str) -> bool:
    """Tell whether one of the prepositions, not before a time, is under the verb."""
    return any(
        child.text.lower() in prepositions
        and not any(
            noun.ent_type in {"DATE", "TIME"}
            for noun in children(tokens, child.i, "pobj")
        )
        for child in children(tokens, verb, "prep", "prt", "dative")
    )


def is_person(token: Token) -> bool:
    """Tell whether the word is for a person or a people, by its name type."""
    return token.ent_type in _PEOPLE or token.tag in {"PRP", "WP"}


def has_person(tokens: Tokens, verb: int) -> bool:
    """Tell whether a person does it: prices rise, a man does not in that sense."""
    subject = who_does(tokens, verb)
    if any(tokens[child].text == "who" for child in tokens[verb].children):
        return True
    return subject is not None and (
        subject.ent_type == "PERSON"
        or subject.text.lower() in {"he", "she", "who", "i"}
    )


def is_done_by(tokens: Tokens, verb: int, nouns: frozenset[str]) -> bool:
    """Tell whether one of `nouns` is the subject."""
    subject = who_does(tokens, verb)
    return subject is not None and subject.lemma.lower() in nouns


def is_named(tokens: Tokens, i: int, lemmas: frozenset[str]) -> bool:
    """Tell whether one of `lemmas` modifies the noun at `i`."""
    return any(
        child.lemma.lower() in lemmas
        for child in children(tokens, i, "compound", "amod", "poss", "nmod")
    )


def is_calamity(tokens: Tokens, doer: Token | None) -> bool:
    """Tell whether a noun is a calamity, by kind or by name ("Hurricane Mira")."""
    if doer is None:
        return False
    thing = measured(tokens, doer)
    names = [child.lemma.lower() for child in children(tokens, thing.i, "compound")]
    if thing.tag != "NNP":
        names = []  # "a storm warning" is none
    return not _CALAMITIES.isdisjoint([thing.lemma.lower(), *names])


_CALAMITIES = frozenset({
    "earthquake", "quake", "hurricane", "storm", "tornado", "typhoon", "disaster",
    "cyclone", "tsunami", "lightning", "flood", "floodwater", "flooding", "avalanche",
    "landslide", "mudslide", "wildfire", "blizzard", "tremor", "aftershock",
    "eruption", "heatwave", "drought", "gale", "downpour", "hailstorm", "snowstorm",
    "thunderstorm", "sandstorm", "whirlwind", "twister", "monsoon",
})  # fmt: skip
