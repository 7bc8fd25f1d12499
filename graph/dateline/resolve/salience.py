"""Score how much an event belongs on a timeline, from 0 to 1.

The weights are set by hand: what a reader would put on a timeline is dated, has actors
with names, is told in a main clause, and is neither a report nor a background state.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.event_types import EventType
from dateline.model.facts import Status
from dateline.model.mentions import EventClass, Stance

_BACKGROUND = {
    EventClass.REPORTING: 0.4,
    EventClass.STATE: 0.4,
    EventClass.I_STATE: 0.4,
    EventClass.PERCEPTION: 0.4,
    EventClass.ASPECTUAL: 0.95,
}
_UNTYPED = frozenset({EventType.OTHER, EventType.STATE, EventType.STATEMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for and against an event on the timeline.

    `has_content` tells that a clause is its object.
    """

    cls: EventClass
    event_type: str
    status: Status
    stance: Stance
    is_dated: bool
    is_bounded_by_events: bool
    has_named_actor: bool
    participants: int
    is_main_clause: bool
    is_named: bool
    is_in_title: bool
    has_content: bool = False


def score(signs: Signs) -> float:
    """Return the salience in [0, 1], rounded to two digits.

    >>> score(Signs(cls=EventClass.OCCURRENCE, event_type="Meet", is_dated=True,
    ...     status=Status.HAPPENED, stance=Stance.ASSERTED, is_bounded_by_events=False,
    ...     has_named_actor=True, participants=2, is_main_clause=True, is_named=False,
    ...     is_in_title=False))
    1.0
    """
    value = 0.0
    value += 0.45 * signs.is_dated
    value += 0.10 * (signs.is_bounded_by_events and not signs.is_dated)
    value += 0.20 * signs.has_named_actor
    value += 0.10 * (signs.participants > 0) + 0.05 * (signs.participants > 1)
    value += 0.10 * (signs.event_type not in _UNTYPED)
    value += 0.10 * signs.is_main_clause
    value += 0.20 * signs.is_named
    value += 0.10 * signs.is_in_title
    value += 0.15 * (signs.status in {Status.DID_NOT_HAPPEN, Status.PLANNED})
    value *= _BACKGROUND.get(signs.cls, 1.0)
    if signs.has_content and signs.event_type in _UNTYPED:
        # "They decided that …": what matters is in the clause.
        value *= 0.5
    if signs.stance in {Stance.GENERIC, Stance.HYPOTHETICAL}:
        value *= 0.4
    elif signs.status is Status.POSSIBLE:
        value *= 0.8
    if not (signs.is_dated or signs.participants or signs.is_named):
        value *= 0.5
    return round(min(value, 1.0), 2)
