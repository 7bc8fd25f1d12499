"""Give an event mention its type: trigger lemma first, then tests on its arguments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.annotate.event_constructions import OBJECT_RULES
from dateline.annotate.event_derivation import derived_type
from dateline.annotate.event_grammar import children, first_child
from dateline.annotate.event_triggers import AMBIGUOUS, NOUN_TYPES, VERB_TYPES
from dateline.model.event_types import EventType as T
from dateline.model.text import Token

Tokens = Sequence[Token]

SURE, LIKELY, WEAK = 0.9, 0.6, 0.4

_NEAR = 7  # words
_SCORE = re.compile(r"\d{1,3}-\d{1,3}")
_RELATIVE = frozenset({"WP", "WDT"})
_PEOPLE = frozenset({"PERSON", "NORP"})
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
_CALAMITIES = frozenset({
    "earthquake", "quake", "hurricane", "storm", "tornado", "typhoon", "disaster",
    "cyclone", "tsunami", "lightning", "flood", "floodwater", "flooding", "avalanche",
    "landslide", "mudslide", "wildfire", "blizzard", "tremor", "aftershock",
    "eruption", "heatwave", "drought", "gale", "downpour", "hailstorm", "snowstorm",
    "thunderstorm", "sandstorm", "whirlwind", "twister", "monsoon",
})  # fmt: skip
_BOMBS = frozenset({"bomb", "suicide", "car", "grenade", "mortar", "truck"})
_HITS = frozenset({"kill", "hit", "destroy", "target", "wound", "injure"})
_DRUGS = frozenset({"vaccine", "clinical", "drug", "medical", "human"})
_COUNTS = frozenset({
    "series", "wave", "string", "spate", "flurry", "barrage", "rash", "thousand",
    "hundred", "dozen", "million", "number", "score", "majority", "group",
    "handful", "couple", "all", "some", "most", "many", "several", "one", "lot",
    "kg", "kilo", "kilogram", "ton", "tonne", "litre", "liter", "barrel", "gallon",
    "dose", "box", "crate", "bag", "batch", "load",
})  # fmt: skip
_RAIDS = frozenset({"air", "missile", "drone", "military", "retaliatory", "nuclear"})


def classify(tokens: Tokens, *, head: int, verb: int, lemma: str) -> tuple[str, float]:
    """Return the event type of a mention and how sure it is.

    `head` and `verb` are those of the mention, `lemma` its lemma or idiom.
    """
    is_verb = tokens[head].tag.startswith("VB")
    tests = _VERB_TESTS if is_verb else _NOUN_TESTS
    tested = tests[lemma](tokens, head) if lemma in tests else None
    if tested is None and is_verb:
        tested = _by_object(tokens, verb, lemma) or _of_calamity(tokens, verb, lemma)
    if tested is not None:
        return tested.value, SURE
    return _of_verb(tokens, verb, lemma) if is_verb else _of_noun(tokens, head, lemma)


def _of_verb(tokens: Tokens, verb: int, lemma: str) -> tuple[str, float]:
    """Look a verb up; what rises or falls is of the economy where it has a price."""
    found, score = _look_up(VERB_TYPES, lemma)
    if found != T.ECONOMY.value:
        return found, score
    if lemma in _COLLAPSES and _has_subject(tokens, verb, _STRUCTURES):
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
    if _has_person(tokens, verb) or _has_subject(tokens, verb, _STRUCTURES):
        return False
    things = [_subject(tokens, verb), *children(tokens, verb, "dobj", "nsubjpass")]
    for thing in things:
        if thing is None:
            continue
        whole = _measured(tokens, thing)
        below = children(tokens, whole.i, "compound", "nmod", "poss", "amod")
        if any(token.lemma.lower() in _PRICED for token in (whole, *below)):
            return True
    near = tokens[max(0, verb - _NEAR) : verb + _NEAR]
    return any(token.ent_type in {"MONEY", "PERCENT"} for token in near)


def _of_noun(tokens: Tokens, head: int, lemma: str) -> tuple[str, float]:
    """Look a noun up: by its name or compound, by itself, by the verb it is of."""
    compound = _compound(tokens, head)
    if tokens[head].tag == "NNP" and _is_calamity(tokens, tokens[head]):
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


def _by_object(tokens: Tokens, verb: int, lemma: str) -> T | None:
    """Find what the verb means with its object."""
    rules = OBJECT_RULES.get(lemma) or OBJECT_RULES.get(lemma.partition(" ")[0])
    if rules is None:
        return None
    thing = _object(tokens, verb)
    if thing is None:
        return None
    name = _measured(tokens, thing).lemma.lower()
    for things, event_type in rules:
        if name in things:
            return event_type
    return None


def _of_calamity(tokens: Tokens, verb: int, lemma: str) -> T | None:
    """Take for a disaster what one does: "a tornado flattened the town"."""
    if lemma.partition(" ")[0] not in _RAVAGES:
        return None
    doers = [_subject(tokens, verb)]
    for phrase in children(tokens, verb, "agent"):
        doers += [first_child(tokens, phrase.i, "pobj")]
    return T.DISASTER if any(_is_calamity(tokens, doer) for doer in doers) else None


def _is_calamity(tokens: Tokens, doer: Token | None) -> bool:
    """Tell whether a noun is a calamity, by kind or by name ("Hurricane Mira")."""
    if doer is None:
        return False
    thing = _measured(tokens, doer)
    names = [child.lemma.lower() for child in children(tokens, thing.i, "compound")]
    if thing.tag != "NNP":
        names = []  # "a storm warning" is none
    return not _CALAMITIES.isdisjoint([thing.lemma.lower(), *names])


_RAVAGES = frozenset({
    "hit", "strike", "shake", "rock", "jolt", "rattle", "batter", "lash", "slam",
    "pound", "sweep", "buffet", "destroy", "damage", "flatten", "level", "wreck",
    "devastate", "flood", "swamp", "pummel", "tear", "rip", "engulf", "roar",
})  # fmt: skip


def _measured(tokens: Tokens, thing: Token) -> Token:
    """Return the refugees of "thousands of refugees"."""
    if thing.lemma not in _COUNTS:
        return thing
    of = next((prep for prep in children(tokens, thing.i, "prep")), None)
    inside = None if of is None else first_child(tokens, of.i, "pobj")
    return thing if inside is None or of is None or of.lemma != "of" else inside


def _compound(tokens: Tokens, head: int) -> str:
    """Return the head with the noun before it: "phone call"."""
    before = tokens[head - 1] if head else None
    if before is None or before.head != head or before.dep not in {"compound", "amod"}:
        return ""
    return f"{before.lemma.lower()} {tokens[head].lemma.lower()}"


def _object(tokens: Tokens, verb: int) -> Token | None:
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


def _subject(tokens: Tokens, verb: int) -> Token | None:
    """Return who does it; under "plan to" the subject of the plan."""
    # Of two, the nearer is right: parsers split "a magnitude 6 earthquake struck".
    subject = next(reversed(list(children(tokens, verb, "nsubj"))), None)
    if subject is None and tokens[verb].dep in {"xcomp", "conj"}:
        return first_child(tokens, tokens[verb].head, "nsubj")
    if subject is not None and subject.tag in _RELATIVE:
        return tokens[tokens[verb].head] if tokens[verb].dep == "relcl" else subject
    return subject


def _has_object_of(tokens: Tokens, verb: int, *prepositions: str) -> bool:
    """Tell whether one of the prepositions, not before a time, is under the verb."""
    return any(
        child.text.lower() in prepositions
        and not any(
            noun.ent_type in {"DATE", "TIME"}
            for noun in children(tokens, child.i, "pobj")
        )
        for child in children(tokens, verb, "prep", "prt", "dative")
    )


def _is_person(token: Token) -> bool:
    return token.ent_type in _PEOPLE or token.tag in {"PRP", "WP"}


def _has_person(tokens: Tokens, verb: int) -> bool:
    """Tell whether a person does it: prices rise, a man does not in that sense."""
    subject = _subject(tokens, verb)
    if any(tokens[child].text == "who" for child in tokens[verb].children):
        return True
    return subject is not None and (
        subject.ent_type == "PERSON"
        or subject.text.lower() in {"he", "she", "who", "i"}
    )


def _has_subject(tokens: Tokens, verb: int, nouns: frozenset[str]) -> bool:
    subject = _subject(tokens, verb)
    return subject is not None and subject.lemma.lower() in nouns


# Verbs that speak of money by themselves.
_OF_MONEY = frozenset({
    "devalue", "earn", "default", "depreciate", "inflate", "trade", "rally price",
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
_STRUCTURES = frozenset(
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


def _named(tokens: Tokens, i: int, lemmas: frozenset[str]) -> bool:
    """Tell whether one of `lemmas` modifies the noun at `i`."""
    return any(
        child.lemma.lower() in lemmas
        for child in children(tokens, i, "compound", "amod", "poss", "nmod")
    )


def _test_send(tokens: Tokens, verb: int) -> T | None:
    """Tell sending people from sending things."""
    thing = _object(tokens, verb)
    if thing is None:
        return None
    if _is_person(thing):
        return T.MOVEMENT
    return _by_object(tokens, verb, "send") or T.TRANSFER


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
    thing = _object(tokens, verb)
    if thing is not None and _is_person(thing):
        return T.RESIGNATION
    return None


def _test_free(tokens: Tokens, verb: int) -> T | None:
    """Tell freeing hostages by force from letting them go."""
    agents = [
        doer
        for phrase in children(tokens, verb, "agent")
        for doer in children(tokens, phrase.i, "pobj")
    ]
    subject = None if agents else _subject(tokens, verb)
    doers = agents if subject is None else [subject]
    thing = _object(tokens, verb)
    is_captive = thing is not None and thing.lemma.lower() in _CAPTIVES
    is_forced = any(doer.lemma.lower() in _RESCUERS for doer in doers)
    return T.RESCUE if is_captive and is_forced else None


def _test_receive(tokens: Tokens, verb: int) -> T | None:
    """Tell receiving a guest from receiving things."""
    thing = _object(tokens, verb)
    is_guest = thing is not None and thing.ent_type == "PERSON"
    return T.MEET if is_guest else None


def _test_return(tokens: Tokens, verb: int) -> T | None:
    """Tell giving back from going back."""
    thing = _object(tokens, verb)
    if thing is None or thing.lemma in {"call", "fire", "favor", "favour"}:
        return T.MOVEMENT if thing is None else None
    return T.TRANSFER


def _test_call(tokens: Tokens, verb: int) -> T | None:
    """Tell calling for, calling names and calling up apart."""
    if _has_object_of(tokens, verb, "for", "on", "upon"):
        return T.REQUEST
    if first_child(tokens, verb, "xcomp", "oprd", "ccomp") is not None:
        return T.STATEMENT
    thing = _object(tokens, verb)
    if thing is not None and _is_person(thing):
        return T.COMMUNICATION
    return _by_object(tokens, verb, "call")


def _test_plead(tokens: Tokens, verb: int) -> T | None:
    """Tell pleading in court from pleading for something."""
    near = {token.lemma for token in tokens[verb + 1 : verb + _NEAR]}
    return T.LEGAL if near & {"guilty", "innocent"} else None


def _test_strike(tokens: Tokens, verb: int) -> T | None:
    """Tell workers, vehicles and armies apart."""
    subject = _subject(tokens, verb)
    if subject is None:
        return None
    if subject.lemma.lower() in _WORKERS:
        return T.LABOUR
    beside = children(tokens, subject.i, "compound", "nmod")
    names = {token.lemma.lower() for token in (subject, *beside)}
    return None if names.isdisjoint(_VEHICLES) else T.ACCIDENT


def _test_run(tokens: Tokens, verb: int) -> T | None:
    """Keep "ran for president"."""
    return T.ELECTION if _has_object_of(tokens, verb, "for", "against") else T.OTHER


def _test_try(tokens: Tokens, verb: int) -> T | None:
    """Keep "tried for murder"; "tried to leave" says nothing about its type."""
    return T.LEGAL if first_child(tokens, verb, "nsubjpass") is not None else T.OTHER


def _test_strike_noun(tokens: Tokens, head: int) -> T | None:
    """Tell an air strike, a hunger strike and a walkout apart."""
    if _named(tokens, head, frozenset({"hunger"})):
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
        _named(tokens, head, _RAIDS)
        or tokens[tokens[head].head].lemma in _HITS
        or _has_object_of(tokens, head, "on", "against")
    ):
        return T.ASSAULT
    return T.LABOUR


def _test_trial(tokens: Tokens, head: int) -> T | None:
    """Tell the trial of a drug from that of a person."""
    return T.HEALTH if _named(tokens, head, _DRUGS) else None


def _test_beat(tokens: Tokens, verb: int) -> T | None:
    """Tell winning a game from hitting somebody."""
    thing = _object(tokens, verb)
    if thing is not None and thing.ent_type in {"GPE", "ORG"}:
        return T.SPORT
    return T.SPORT if _has_score(tokens, verb) else None


def _test_match(tokens: Tokens, verb: int) -> T | None:
    """Tell a match ("lost to France", "drew 1-1") from an election."""
    if first_child(tokens, verb, "dobj") is not None:
        return None
    if _has_subject(tokens, verb, _CANDIDATES):
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
        for child in tokens[verb + 1 : verb + _NEAR]
    )


def _test_explosion(tokens: Tokens, head: int) -> T | None:
    """Take a bomb blast for an attack."""
    return T.ASSAULT if _named(tokens, head, _BOMBS) else None


def _test_game(tokens: Tokens, head: int) -> T | None:
    """Take war games for an exercise."""
    return T.MOBILIZE if _named(tokens, head, frozenset({"war"})) else None


_CAPTIVES = frozenset({"hostage", "captive"})
_RESCUERS = frozenset({
    "commando", "soldier", "troop", "police", "army", "officer", "force", "ranger",
    "marine", "paratrooper", "navy",
})  # fmt: skip

_Test = Callable[[Tokens, int], T | None]


def _test_burn(tokens: Tokens, verb: int) -> T | None:
    """Tell a house that burns from a hand that is burned."""
    thing = _object(tokens, verb) or _subject(tokens, verb)
    if thing is None or thing.lemma.lower() not in _STRUCTURES | _HOMES:
        return None
    return T.ACCIDENT if _object(tokens, verb) is None else T.COERCE


_HOMES = frozenset({
    "apartment", "home", "flat", "factory", "warehouse", "church", "mosque", "temple",
    "museum", "library", "forest", "village", "town", "barn", "shop", "school", "hotel",
    "theatre", "theater", "palace", "castle", "farm", "mill", "ship", "car", "field",
})  # fmt: skip

_VERB_TESTS: dict[str, _Test] = {
    "burn": _test_burn,
    "burn down": _test_burn,
    "beat": _test_beat,
    "call": _test_call,
    "draw": _test_match,
    "fire": _test_fire,
    "free": _test_free,
    "lose": _test_match,
    "name": _test_name,
    "plead": _test_plead,
    "receive": _test_receive,
    "return": _test_return,
    "run": _test_run,
    "send": _test_send,
    "strike": _test_strike,
    "try": _test_try,
    "win": _test_match,
}

_NOUN_TESTS: dict[str, _Test] = {
    "blast": _test_explosion,
    "explosion": _test_explosion,
    "game": _test_game,
    "strike": _test_strike_noun,
    "trial": _test_trial,
}
