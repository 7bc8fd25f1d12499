"""Bodies and people who stand before the noun of what they do: "a police raid".

A noun before a noun may be its doer, its object or its place (Levi 1978, "The Syntax
and Semantics of Complex Nominals"). It is the doer where the object stands elsewhere
("a company probe into the leak"), where only somebody can do such a thing ("a student
protest"), and where it names a force that does what is done by force.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.entity_lexicon import PLACE_NOUNS, word_set
from dateline.annotate.entity_phrases import head_noun, nominal_kind
from dateline.annotate.event_triggers import NOUN_TYPES
from dateline.annotate.tree import first_child
from dateline.model.event_types import EventType
from dateline.model.mentions import EntityKind
from dateline.model.text import Token

_SOMEBODY = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PERSON})
_FORCES = word_set(
    """
    police army navy military militia paramilitary government regime junta rebel
    militant insurgent guerrilla jihadist terrorist separatist extremist gunman mob
    gang troop union opposition
    """
)
# What forces do, and have done to them rarely.
_FORCED = frozenset(
    {
        EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE,
        EventType.SANCTION, EventType.YIELD,
    }
)  # fmt: skip
# Bodies that sit together; they meet whom the phrase names, if it names somebody.
_ASSEMBLIES = word_set(
    "cabinet government board council committee parliament union commission coalition"
)
_SITTINGS = frozenset({EventType.MEET, EventType.CONSULT})
_JOINED = frozenset({EventType.PROTEST, EventType.LABOUR})
# Whoever these are, what is told of them is mostly done to them.
_SUFFERERS = word_set(
    """
    hostage captive prisoner detainee inmate victim refugee migrant patient child baby
    infant orphan passenger suspect defendant bank
    """
)
# Courts sit over what others do: "a court appearance", but "a court ruling".
_COURTS = word_set("court tribunal jury")
_OF_COURTS = word_set(
    "ruling decision order verdict injunction judgment judgement ban award"
)
_TOWARD = frozenset({"on", "of", "against", "into"})
_MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})


def is_compound_doer(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the noun at `i` names who does what the noun after it says.

    >>> from dateline.model.text import Span
    >>> police = Token(0, Span(0, 6), "police", "police", "NOUN", "NN", "compound", 1,
    ...                (), 0)
    >>> raid = Token(1, Span(7, 11), "raid", "raid", "NOUN", "NN", "ROOT", 1, (0,), 0)
    >>> is_compound_doer((police, raid), 0)
    True
    """
    token, act = tokens[i], tokens[tokens[i].head]
    if token.dep not in {"compound", "amod"}:
        return False
    noun = head_noun(token)
    # Taggers take the rebel of "a rebel attack" for an adjective.
    is_noun = token.dep == "compound" and token.pos == "NOUN"
    is_force = token.dep == "amod" and noun in _FORCES
    if not (is_noun or is_force) or act.pos != "NOUN" or act.dep == "compound":
        return False
    if noun in PLACE_NOUNS:
        return False
    kind = NOUN_TYPES.get(act.lemma.lower())
    is_body = nominal_kind(tokens, token, plural=False) in _SOMEBODY
    return is_body and _does(tokens, token, act, kind)


def _does(
    tokens: Sequence[Token], doer: Token, act: Token, kind: EventType | None
) -> bool:
    noun = head_noun(doer)
    if noun in _COURTS:
        return act.lemma.lower() in _OF_COURTS
    return kind is not None and (
        (noun in _FORCES and kind in _FORCED)
        or (noun in _ASSEMBLIES and kind in _SITTINGS)
        or kind in _JOINED
        or _is_walkout(act, doer)
        or (noun not in _SUFFERERS and _has_object(tokens, act))
    )


def _is_walkout(act: Token, doer: Token) -> bool:
    """Read "a staff strike": who works does not strike anybody."""
    return act.lemma == "strike" and head_noun(doer) in _STRIKING


_STRIKING = word_set(
    """
    staff worker employee teacher nurse doctor miner driver pilot crew cabin-crew
    farmer student prisoner
    """
)


def _has_object(tokens: Sequence[Token], act: Token) -> bool:
    """Tell whether a phrase after the act names what it is done to."""
    for child in act.children:
        if tokens[child].lemma not in _TOWARD or child < act.i:
            continue
        found = first_child(tokens, child, "pobj")
        if found is not None and tokens[found].ent_type not in _MEASURES:
            return True
    return False
