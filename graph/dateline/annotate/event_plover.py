"""Read an event as one of PLOVER's classes (Halterman et al. 2023).

PLOVER codes an intention as an act of its own: to promise help is `Agree`, to announce
an attack is `Threaten`, not to give in is `Reject`. Dateline keeps type and factuality
apart; this is the bridge.
"""

from __future__ import annotations

from types import MappingProxyType

from dateline.model.event_types import EventType as T
from dateline.model.mentions import FactualityValue, Stance

PLOVER_CLASSES = tuple(T)[:15]

# The nearest PLOVER class of a type that PLOVER does not have.
NEAREST = MappingProxyType(
    {
        T.MEET: T.CONSULT,
        T.VISIT: T.CONSULT,
        T.COMMUNICATION: T.CONSULT,
        T.MOVEMENT: T.CONSULT,
        T.PROMISE: T.AGREE,
        T.TRANSFER: T.AID,
        T.LEGAL: T.ACCUSE,
        T.RESIGNATION: T.YIELD,
        T.LEGISLATION: T.SUPPORT,
        T.RESCUE: T.AID,
        T.LABOUR: T.PROTEST,
        T.CRIME: T.ASSAULT,
        T.WAR: T.ASSAULT,
        T.DEATH: T.ASSAULT,
        T.INJURY: T.ASSAULT,
    }
)

# For PLOVER to sign a treaty is diplomatic cooperation, to return property a
# concession.
_BY_LEMMA = MappingProxyType(
    {
        (T.AGREE, "sign"): T.SUPPORT,
        (T.AGREE, "ratify"): T.SUPPORT,
        (T.TRANSFER, "return"): T.YIELD,
        (T.TRANSFER, "hand over"): T.YIELD,
        (T.LEGAL, "sentence"): T.COERCE,
        (T.LEGAL, "fine"): T.COERCE,
    }
)

_FRIENDLY = frozenset({T.AGREE, T.CONSULT, T.SUPPORT, T.COOPERATE, T.AID, T.YIELD})
_HOSTILE = frozenset({T.COERCE, T.ASSAULT, T.SANCTION, T.MOBILIZE})
_INTENDED = frozenset({Stance.PLANNED, Stance.PROMISED})
_OPEN = _INTENDED | {Stance.POSSIBLE, Stance.HYPOTHETICAL}
_DENIED = frozenset(
    {FactualityValue.CT_MINUS, FactualityValue.PR_MINUS, FactualityValue.PS_MINUS}
)


def to_plover(
    event_type: str, value: FactualityValue, stance: Stance, *, lemma: str = ""
) -> T | None:
    """Return the PLOVER class of an event of this type, value and stance.

    `lemma` is that of the mention; a few decide. `None` if PLOVER has no class for it.

    >>> to_plover("Aid", FactualityValue.PR_PLUS, Stance.PROMISED).value
    'Agree'
    >>> to_plover("Sport", FactualityValue.CT_PLUS, Stance.ASSERTED) is None
    True
    """
    known = {member.value: member for member in T}.get(event_type)
    if known is None:
        return None
    found = _BY_LEMMA.get((known, lemma)) or NEAREST.get(known, known)
    if found not in PLOVER_CLASSES:
        return None
    if found in _FRIENDLY and found is not T.CONSULT and value in _DENIED:
        return T.REJECT
    if found in _FRIENDLY and stance in _INTENDED:
        return T.AGREE
    if found in _HOSTILE and stance in _OPEN:
        return T.THREATEN
    return found
