"""Participles of harm that a parser hangs on the wrong clause.

"Fighting resumed, hours after the two sides signed a truce, killing 17": the clause
beside the participle tells of nothing that kills, the one before it does.
"""

from __future__ import annotations

from collections.abc import Collection

from dateline.annotate.role_cast import Cast
from dateline.annotate.tree import Subject, children_with, first_child, subject
from dateline.model.event_types import EventType

_HARMS = frozenset(
    {"kill", "wound", "injure", "destroy", "damage", "displace", "maim", "hurt"}
)
_PEACEFUL = frozenset(
    kind.value
    for kind in (
        EventType.AGREE, EventType.CONSULT, EventType.MEET, EventType.VISIT,
        EventType.STATEMENT, EventType.COMMUNICATION, EventType.SUPPORT,
        EventType.COOPERATE, EventType.AID, EventType.YIELD, EventType.PROMISE,
        EventType.ELECTION, EventType.APPOINTMENT, EventType.LEGISLATION,
        EventType.REQUEST, EventType.PUBLICATION, EventType.RESIGNATION,
        EventType.MOBILIZE, EventType.RESCUE,
    )
)  # fmt: skip
_VIOLENT = frozenset(
    kind.value
    for kind in (
        EventType.ASSAULT, EventType.ACCIDENT, EventType.DISASTER, EventType.WAR,
    )
)  # fmt: skip
_WHEN = frozenset({"after", "before", "as", "when", "while", "since", "once", "until"})


def doer_of(cast: Cast, verb: int) -> Subject | None:
    """Return the subject of `verb`; of a participle of harm that of what can harm."""
    clause = _own_clause(cast, verb)
    found = subject(cast.tokens, verb if clause is None else clause)
    if clause is None or found is None:
        return found
    return Subject(found.token, "other-clause")


def _own_clause(cast: Cast, verb: int) -> int | None:
    """Return the verb that the participle at `verb` goes with, if it is astray."""
    tokens = cast.tokens
    token, beside = tokens[verb], tokens[verb].head
    if token.dep != "advcl" or token.tag != "VBG" or token.lemma not in _HARMS:
        return None
    if first_child(tokens, verb, "mark", "aux", *_SUBJECTS) is not None:
        return None
    if not _is_of(cast, beside, _PEACEFUL):
        return None
    main = _main_clause(cast, beside)
    return _inner_clause(cast, beside, verb) if main is None else main


def _main_clause(cast: Cast, beside: int) -> int | None:
    """Return the verb of the clause before "after the two sides signed a truce"."""
    tokens = cast.tokens
    if not _is_when(cast, beside):
        return None
    above = tokens[beside].head
    if tokens[beside].dep == "advcl" and above < beside:
        return above
    before = [c for c in children_with(tokens, beside, "ccomp") if c < beside]
    return before[0] if before else None


def _inner_clause(cast: Cast, beside: int, verb: int) -> int | None:
    """Read "Troops were sent after a bomb exploded, wounding twelve": the bomb did."""
    for clause in children_with(cast.tokens, beside, "advcl"):
        is_between = beside < clause < verb and _is_when(cast, clause)
        if is_between and _is_of(cast, clause, _VIOLENT):
            return clause
    return None


_SUBJECTS = ("nsubj", "nsubjpass")


def _is_of(cast: Cast, verb: int, kinds: Collection[str]) -> bool:
    event = cast.event_at.get(verb)
    if event is None:
        return False
    return cast.doc.event_mentions[event].known_type in kinds


def _is_when(cast: Cast, verb: int) -> bool:
    """Tell whether the clause says when: "after …", "hours after …"."""
    marks = children_with(cast.tokens, verb, "mark", "advmod")
    return any(cast.tokens[mark].lemma in _WHEN for mark in marks)
