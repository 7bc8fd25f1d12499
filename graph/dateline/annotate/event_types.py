"""Give an event mention its type: trigger lemma first, then tests on its arguments."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.event_clauses import (
    by_object,
    has_person,
    is_calamity,
    is_done_by,
    measured,
    who_does,
)
from dateline.annotate.event_derivation import derived_type
from dateline.annotate.event_grammar import children, first_child
from dateline.annotate.event_senses import NEAR, NOUN_TESTS, STRUCTURES, VERB_TESTS
from dateline.annotate.event_triggers import AMBIGUOUS, NOUN_TYPES, VERB_TYPES
from dateline.model.event_types import EventType as T
from dateline.model.text import Token

Tokens = Sequence[Token]

SURE, LIKELY, WEAK = 0.9, 0.6, 0.4


def classify(tokens: Tokens, *, head: int, verb: int, lemma: str) -> tuple[str, float]:
    """Return the event type of a mention and how sure it is.

    `head` and `verb` are those of the mention, `lemma` its lemma or idiom.
    """
    is_verb = tokens[head].tag.startswith("VB")
    tests = VERB_TESTS if is_verb else NOUN_TESTS
    tested = tests[lemma](tokens, head) if lemma in tests else None
    if tested is None and is_verb:
        tested = by_object(tokens, verb, lemma) or _of_calamity(tokens, verb, lemma)
    if tested is not None:
        return tested.value, SURE
    return _of_verb(tokens, verb, lemma) if is_verb else _of_noun(tokens, head, lemma)


def _of_verb(tokens: Tokens, verb: int, lemma: str) -> tuple[str, float]:
    """Look a verb up; what rises or falls is of the economy where it has a price."""
    found, score = _look_up(VERB_TYPES, lemma)
    if found != T.ECONOMY.value:
        return found, score
    if lemma in _COLLAPSES and is_done_by(tokens, verb, STRUCTURES):
        return T.ACCIDENT.value, LIKELY
    if lemma in _COLLAPSES and _falls_off(tokens, verb):
        return T.ACCIDENT.value, LIKELY
    if lemma in _OF_MONEY or _is_economic(tokens, verb):
        return found, score
    return T.OTHER.value, 0.0


def _falls_off(tokens: Tokens, verb: int) -> bool:
    """Tell whether one falls off or into a place, not "into debt"."""
    return any(
        noun.lemma.lower() in _DEPTHS
        for child in children(tokens, verb, "prep")
        if child.lemma in {"into", "off", "from", "down", "through", "over"}
        for noun in children(tokens, child.i, "pobj")
    )


def _is_economic(tokens: Tokens, verb: int) -> bool:
    """Tell whether a sum, a share or a thing with a price stands by the verb."""
    if has_person(tokens, verb) or is_done_by(tokens, verb, STRUCTURES):
        return False
    things = [who_does(tokens, verb), *children(tokens, verb, "dobj", "nsubjpass")]
    for thing in things:
        if thing is None:
            continue
        whole = measured(tokens, thing)
        below = children(tokens, whole.i, "compound", "nmod", "poss", "amod")
        if any(token.lemma.lower() in _PRICED for token in (whole, *below)):
            return True
    near = tokens[max(0, verb - NEAR) : verb + NEAR]
    return any(token.ent_type in {"MONEY", "PERCENT"} for token in near)


def _of_noun(tokens: Tokens, head: int, lemma: str) -> tuple[str, float]:
    """Look a noun up: by its name or compound, by itself, by the verb it is of."""
    compound = _compound(tokens, head)
    if tokens[head].tag == "NNP" and is_calamity(tokens, tokens[head]):
        return T.DISASTER.value, SURE
    if compound in NOUN_TYPES:
        return NOUN_TYPES[compound].value, SURE
    found, score = _look_up(NOUN_TYPES, lemma.lower())
    derived = derived_type(lemma.lower()) if not score else None
    return (found, score) if derived is None else (derived.value, LIKELY)


def _look_up(types: dict[str, T], lemma: str) -> tuple[str, float]:
    """Look a lemma up, a phrasal one by its verb if need be."""
    if lemma in types:
        return types[lemma].value, LIKELY if lemma in AMBIGUOUS else SURE
    first = lemma.partition(" ")[0]
    if first != lemma and first in types and types[first] is not T.ECONOMY:
        return types[first].value, WEAK
    return T.OTHER.value, 0.0


def _of_calamity(tokens: Tokens, verb: int, lemma: str) -> T | None:
    """Take for a disaster what one does: "a tornado flattened the town"."""
    if lemma.partition(" ")[0] not in _RAVAGES:
        return None
    doers = [who_does(tokens, verb)]
    for phrase in children(tokens, verb, "agent"):
        doers += [first_child(tokens, phrase.i, "pobj")]
    return T.DISASTER if any(is_calamity(tokens, doer) for doer in doers) else None


_RAVAGES = frozenset({
    "hit", "strike", "shake", "rock", "jolt", "rattle", "batter", "lash", "slam",
    "pound", "sweep", "buffet", "destroy", "damage", "flatten", "level", "wreck",
    "devastate", "flood", "swamp", "pummel", "tear", "rip", "engulf", "roar",
})  # fmt: skip


def _compound(tokens: Tokens, head: int) -> str:
    """Return the head with the noun before it: "phone call"."""
    before = tokens[head - 1] if head else None
    if before is None or before.head != head or before.dep not in {"compound", "amod"}:
        return ""
    return f"{before.lemma.lower()} {tokens[head].lemma.lower()}"


# Verbs that speak of money by themselves.
_OF_MONEY = frozenset({
    "devalue", "earn", "default", "depreciate", "inflate", "trade", "rally price",
    "write off",
})  # fmt: skip
_PRICED = frozenset({
    "price", "share", "stock", "index", "market", "profit", "sale", "revenue", "income",
    "earning", "earnings", "loss", "cost", "rate", "tax", "tariff", "wage", "salary",
    "budget", "deficit", "surplus", "debt", "bond", "yield", "currency", "dollar",
    "euro", "yen", "pound", "yuan", "rouble", "ruble", "rupee", "peso", "franc", "oil",
    "gas", "gold", "commodity", "future", "export", "import", "economy", "output",
    "production", "demand", "supply", "inflation", "unemployment", "growth", "gdp",
    "trade", "investment", "spending", "loan", "fund", "funding", "capital", "asset",
    "value", "money", "cash", "dividend", "investor", "turnover", "order", "margin",
    "rent", "fee", "pension", "benefit", "consumption", "borrowing", "lending",
    "crude", "wheat", "copper", "employment", "payroll", "job", "workforce", "dow",
    "nasdaq", "ftse", "nikkei", "dax", "equity", "security", "reserve", "rating",
    "forecast", "plant", "factory", "store", "branch", "mine", "mill", "smelter",
    "refinery", "shipment", "delivery", "volume", "traffic", "population", "number",
})  # fmt: skip
_DEPTHS = frozenset({
    "crevasse", "river", "lake", "sea", "water", "hole", "pit", "ravine", "gorge",
    "canyon", "cliff", "ledge", "roof", "balcony", "window", "bridge", "ladder",
    "horse", "boat", "train", "platform", "stair", "staircase", "tree", "well", "ditch",
    "mountain", "scaffold", "tower", "wall", "building", "floor", "ice", "pool",
})  # fmt: skip
_COLLAPSES = frozenset({"fall", "tumble", "slide", "drop"})
