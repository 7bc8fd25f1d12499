"""Who harms, where another word than the verb's own subject says it.

A parser may hang a participle of harm on the wrong clause: in "Fighting resumed, hours
after the two sides signed a truce, killing 17" the one beside it kills nobody. And what
an attack does its attackers do: "a rebel attack killed six", "six died in an attack".
"""

from __future__ import annotations

from collections.abc import Collection

from dateline.annotate.role_cast import Cast
from dateline.annotate.tree import children_with, first_child, is_passive, prepositions
from dateline.annotate.tree_subjects import Subject, subject
from dateline.model.event_types import EventType
from dateline.model.mentions import RoleName

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
_DONE = frozenset({EventType.ASSAULT.value, EventType.COERCE.value})
_WHEN = frozenset({"after", "before", "as", "when", "while", "since", "once", "until"})


def doer_of(cast: Cast, verb: int) -> Subject | None:
    """Return the subject of `verb`; of a participle of harm that of what can harm."""
    clause = _own_clause(cast, verb)
    found = subject(cast.tokens, verb if clause is None else clause)
    if clause is None or found is None:
        return found
    return Subject(found.token, "other-clause")


def cast_harm(cast: Cast) -> None:
    """Make those who attack the agents of the harm that the attack does.

    It comes after the roles of the attacks are known.
    """
    agents: dict[int, list[int]] = {}
    for (event, mention), role in cast.roles.items():
        if role.role is RoleName.AGENT:
            agents.setdefault(event, []).append(mention)
    for event, happening in enumerate(cast.doc.event_mentions):
        lemma = cast.tokens[happening.verb].lemma
        if lemma not in _HARMS or event in agents or happening.pos != "VERB":
            continue
        for mention in agents.get(_attack(cast, happening.verb), ()):
            cast.add_mention(event, mention, RoleName.AGENT, "of-attack")


def _attack(cast: Cast, verb: int) -> int:
    """Return the event of the attack that does the harm of `verb`, else -1."""
    tokens = cast.tokens
    if is_passive(tokens, verb):
        nouns = [
            token
            for prep, token in prepositions(tokens, verb)
            if tokens[prep].lemma in {"in", "by", "during"}
        ]
    else:
        found = subject(tokens, verb)
        nouns = [] if found is None else [found.token]
    attacks = (n for n in nouns if n in cast.event_at and tokens[n].pos == "NOUN")
    return next((cast.event_at[n] for n in attacks if _is_of(cast, n, _DONE)), -1)


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
