"""Which nouns describe events: by name, by light verb, by word, by construction."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import event_words as words
from dateline.annotate.casualties import harmed_behind
from dateline.annotate.event_derivation import is_deverbal
from dateline.annotate.event_grammar import children, first_child
from dateline.annotate.event_triggers import NOUN_TYPES
from dateline.model.text import Span, Token

Tokens = Sequence[Token]

_LIGHT = {verb: frozenset(nouns.split()) for verb, nouns in words.LIGHT_PAIRS.items()}
_MAX_NAME = 6  # words of an event's name
_MIN_SUFFIXED = 7  # letters; below, an ending such as "ment" means nothing
_EVENT_PREPOSITIONS = frozenset({"during", "after", "before", "since", "until", "amid"})


def is_named_event(tokens: Tokens, i: int) -> Span | None:
    """Return the name whose last word is token `i`, if it names an event.

    "Korean War", "Singapore summit" is none (its head is a common noun), "Brexit" is.
    """
    token = tokens[i]
    if not token.tag.startswith("NNP"):
        return None
    lemma = token.lemma.lower()
    if lemma in words.EVENT_NAMES:
        return token.span
    if token.dep == "compound" and tokens[token.head].tag.startswith("NNP"):
        return None
    is_event = token.ent_type == "EVENT" and not _is_of_name(tokens, i)
    is_event = is_event or _is_storm_name(tokens, i)
    if lemma not in words.NAMED_EVENT_HEADS and not is_event:
        return None
    first = i
    while (
        first
        and i - first < _MAX_NAME
        and tokens[first - 1].tag.startswith(("NNP", "JJ", "CD"))
        and tokens[first - 1].sentence == token.sentence
        and tokens[first - 1].text[:1].isupper()
    ):
        first -= 1
    if first == i and not is_event:
        return None
    return tokens[first].span.cover(token.span)


def _is_storm_name(tokens: Tokens, i: int) -> bool:
    """Tell whether the name that ends at token `i` is that of a storm: "Cyclone Mira".

    >>> _is_storm_name((), 0)
    False
    """
    if not 0 < i < len(tokens) or not tokens[i].tag.startswith("NNP"):
        return False
    before = tokens[i - 1]
    return before.text in _STORMS and before.head == i and before.dep == "compound"


_STORMS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Storm", "Superstorm"})


def _is_of_name(tokens: Tokens, i: int) -> bool:
    """Tell whether the name goes on before: the nations of "Africa Cup of Nations"."""
    of = tokens[tokens[i].head]
    above = tokens[of.head]
    return tokens[i].dep == "pobj" and of.lemma == "of" and above.ent_type == "EVENT"


def light_verb(tokens: Tokens, i: int) -> int | None:
    """Return the light verb that goes with the noun at token `i`.

    Covers object, subject of a passive, "the speech he gave", "talks held in Geneva".
    """
    token = tokens[i]
    head = tokens[token.head]
    lemma = token.lemma.lower()
    if lemma == "probe" and _is_craft(tokens, i):
        return None
    if token.dep in {"dobj", "nsubjpass"} and lemma in _LIGHT.get(head.lemma, ()):
        return head.i
    if token.dep == "pobj" and tokens[head.head].tag.startswith("VB"):
        pair = (tokens[head.head].lemma, head.text.lower())
        if lemma in words.LIGHT_PREPOSITIONS.get(pair, ()):
            return head.head
    for clause in children(tokens, i, "relcl", "acl"):
        if lemma not in _LIGHT.get(clause.lemma, ()):
            continue
        if first_child(tokens, clause.i, "dobj") is None and (
            clause.tag == "VBN" or first_child(tokens, clause.i, "nsubj") is not None
        ):
            return clause.i
    return None


def is_event_noun(tokens: Tokens, i: int) -> bool:
    """Tell whether the common noun at token `i` describes an event here."""
    token = tokens[i]
    if token.dep == "compound" or token.tag.startswith("NNP"):
        return False
    lemma = token.lemma.lower()
    if _is_other(tokens, i, lemma):
        return False
    if lemma in words.MESSAGE_NOUNS:
        return _is_sent(tokens, i)
    is_act = lemma in NOUN_TYPES or is_deverbal(lemma)
    if is_act and _has_arguments(tokens, i):
        return True
    is_known = lemma in words.EVENT_NOUNS or lemma in words.NOT_EVENTS
    if is_known:
        return lemma in words.EVENT_NOUNS
    return (lemma in words.MIXED_NOUNS and _acts_as_event(tokens, i)) or (
        lemma.endswith(words.EVENT_SUFFIXES)
        and len(lemma) >= _MIN_SUFFIXED
        and _acts_as_event(tokens, i)
    )


def _is_other(tokens: Tokens, i: int, lemma: str) -> bool:
    """Tell whether a word for events means a thing, a figure or a place here."""
    if harmed_behind(tokens, i) is not None:
        return True
    if lemma == "summit":
        return _is_peak(tokens, i)
    if lemma == "probe":
        return _is_craft(tokens, i)
    return _is_first_half(tokens, i, lemma) or _is_result(tokens, i, lemma)


def _is_craft(tokens: Tokens, i: int) -> bool:
    """Tell a probe that flies from one of prosecutors."""
    if any(clause.lemma in _NAMING for clause in children(tokens, i, "acl")):
        return True
    behind = {prep.lemma for prep in children(tokens, i, "prep")}
    if not behind.isdisjoint({"to", "toward", "towards"}):
        return True  # "a probe to Mars"
    if tokens[i].dep not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    verb = tokens[tokens[i].head]
    toward = {prep.lemma for prep in children(tokens, verb.i, "prep")}
    is_sent = verb.lemma in {"launch", "send"} and not toward.isdisjoint(_WAYS)
    return is_sent or (tokens[i].dep == "nsubj" and verb.lemma in _FLYING)


_NAMING = frozenset({"name", "call", "dub", "christen"})
_WAYS = frozenset({"from", "to", "toward", "towards", "aboard", "atop"})
_FLYING = frozenset({
    "fly", "land", "orbit", "enter", "map", "leave", "touch", "circle", "photograph",
    "crash", "travel", "approach", "dock", "lift", "blast", "transmit", "beam",
})  # fmt: skip
_FIGURES = frozenset({"sale", "export", "import"})
# Acts whose result is a text of the same name.
_STUDIES = frozenset({"study", "survey", "review", "analysis", "poll", "report"})
_COMPLEMENTS = frozenset({"of", "in", "for", "on", "against", "to", "with"})
_PUBLISHES = frozenset({"publish", "release", "issue", "post", "print", "present"})


def _is_result(tokens: Tokens, i: int, lemma: str) -> bool:
    """Tell whether the noun at `i` is what came of an act: "sales rose" is a figure."""
    is_figure = lemma in _FIGURES and tokens[i].tag == "NNS"
    return is_figure or (lemma in _STUDIES and _is_published(tokens, i))


def _is_published(tokens: Tokens, i: int) -> bool:
    """Tell whether the study at `i` is a text here: "published the study"."""
    head = tokens[tokens[i].head]
    if tokens[i].dep in {"dobj", "nsubjpass"}:
        return head.lemma in _PUBLISHES
    above = tokens[head.head]
    return (
        tokens[i].dep == "pobj"
        and head.lemma == "of"
        and (above.lemma in {"publication", "release"})
    )


def _has_arguments(tokens: Tokens, i: int) -> bool:
    """Tell whether the noun at `i` has doer and object, as only acts do.

    "The passage of the bill by parliament", "Oslo's hiring of teachers", "their union's
    demand for pay" (Grimshaw 1990, "Argument Structure", complex event nominals).
    """
    owner = first_child(tokens, i, "poss")
    is_owned = (
        owner is not None
        and owner.pos in {"NOUN", "PROPN"}
        and (owner.ent_type not in {"DATE", "TIME"})
    )
    behind = list(children(tokens, i, "prep"))
    if is_owned and any(prep.lemma in _COMPLEMENTS for prep in behind):
        return True
    of = next((prep for prep in behind if prep.lemma == "of"), None)
    if of is None:
        return False
    thing = first_child(tokens, of.i, "pobj")
    doers = [*behind, *(children(tokens, thing.i, "prep") if thing else ())]
    return any(prep.lemma == "by" for prep in doers)


# What follows a noun to make one thing of both, also where the parser parts them.
_SECOND_HALVES = {
    "war": frozenset(
        {"dead", "veteran", "crime", "grave", "criminal", "widow", "zone"}
    ),
    "flood": frozenset({"victim", "plain", "wall", "barrier"}),
    "fire": frozenset({"service", "brigade", "engine", "truck", "department"}),
    "strike": frozenset({"leader", "committee", "fund"}),
}


def _is_first_half(tokens: Tokens, i: int, lemma: str) -> bool:
    """Tell whether the noun is half of a name for people or things: "war dead"."""
    following = _SECOND_HALVES.get(lemma)
    return (
        following is not None
        and i + 1 < len(tokens)
        and tokens[i + 1].sentence == tokens[i].sentence
        and tokens[i + 1].lemma.lower() in following
    )


def _is_peak(tokens: Tokens, i: int) -> bool:
    """Tell the summit of a mountain from that of leaders."""
    head = tokens[tokens[i].head]
    if tokens[i].dep == "pobj" and head.lemma in _BESIDE_PEAKS:
        return True
    if tokens[i].dep == "dobj" and head.lemma in {"reach", "climb", "scale"}:
        return True
    for prep in children(tokens, i, "prep"):
        for noun in children(tokens, prep.i, "pobj"):
            name = (noun, *children(tokens, noun.i, "compound"))
            if any(token.text.lower() in _MOUNTAINS for token in name):
                return True
    return False


_BESIDE_PEAKS = frozenset({"near", "below", "above", "off", "atop", "beneath", "under"})
_MOUNTAINS = frozenset({"mount", "mont", "monte", "mountain", "peak", "volcano"})


def _is_sent(tokens: Tokens, i: int) -> bool:
    """Tell whether the message at `i` goes from somebody to somebody here."""
    head = tokens[tokens[i].head]
    if tokens[i].dep in {"dobj", "nsubjpass"} and head.lemma in words.MESSAGE_VERBS:
        return True
    if any(c.lemma in words.MESSAGE_VERBS for c in children(tokens, i, "relcl", "acl")):
        return True
    return any(c.text.lower() in {"from", "to"} for c in children(tokens, i, "prep"))


def _acts_as_event(tokens: Tokens, i: int) -> bool:
    """Tell whether the noun at `i` stands as events do.

    It has an actor before it ("Iran's offer"), a complement that events take ("of",
    "by"), or the place of a time ("during the …").
    """
    token = tokens[i]
    head = tokens[token.head]
    if token.dep == "pobj" and head.lemma in _EVENT_PREPOSITIONS:
        return True
    return any(child.dep in {"poss", "acl"} for child in children(tokens, i)) or any(
        child.text.lower() in {"of", "by", "against", "to", "for"}
        for child in children(tokens, i, "prep")
    )
