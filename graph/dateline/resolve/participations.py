"""Decide who takes part in each event mention, as entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dateline.model.annotated import AnnotatedDocument
from dateline.model.event_types import EventType
from dateline.model.facts import Entity, Participation
from dateline.model.mentions import MentionForm, RoleName
from dateline.resolve.entities import EntityIndex

_MOVES = frozenset({EventType.VISIT, EventType.MOVEMENT})
# The parts in which people act for their country or body: "American officials met …".
_ACTING = frozenset(
    {
        RoleName.AGENT,
        RoleName.RECIPIENT,
        RoleName.CO_PARTICIPANT,
        RoleName.ABSENTEE,
        RoleName.SPEAKER,
        RoleName.ADDRESSEE,
    }
)


def participations(
    doc: AnnotatedDocument, index: EntityIndex, entities: Mapping[str, Entity]
) -> dict[int, tuple[Participation, ...]]:
    """Return who takes part in each event mention.

    A group stands for its members ("the two leaders"), and people for the country or
    body that they act for.
    """
    found: dict[int, dict[tuple[str, RoleName], Participation]] = defaultdict(dict)
    for role in doc.roles:
        names = [role.role]
        is_move = doc.event_mentions[role.event].known_type in _MOVES
        if role.role is RoleName.DESTINATION and is_move:
            names.append(RoleName.PLACE)
        for key in index.by_mention.get(role.mention, ()):
            for entity in _standing_for(entities[key], role.role):
                for name in names:
                    found[role.event].setdefault(
                        (entity, name),
                        Participation(entity=entity, role=name, evidence=role.span),
                    )
    return {event: tuple(parts.values()) for event, parts in found.items()}


def _standing_for(entity: Entity, role: RoleName) -> tuple[str, ...]:
    if entity.members:
        return entity.members
    if role in _ACTING and not entity.is_named:
        return (entity.key, *entity.affiliations)
    return (entity.key,)


def stand_ins(doc: AnnotatedDocument, index: EntityIndex) -> dict[str, frozenset[str]]:
    """Return what else may be said for each entity when an event is told again.

    A thing without a name may come back under its head word ("the remains"), and who
    acts for a country or body as that ("the North").
    """
    told = {entity.key: {*entity.affiliations} for entity in index.entities}
    named = {entity.key for entity in index.entities if entity.is_named}
    for number, mention in enumerate(doc.entity_mentions):
        for key in index.by_mention.get(number, ()):
            if key not in named and mention.form is MentionForm.NOMINAL:
                told[key].add(doc.tokens[mention.head].lemma)
    return {key: frozenset(others) for key, others in told.items()}
