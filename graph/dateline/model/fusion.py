"""Identity across documents: decisions, not facts, so that they can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FusionKind(StrEnum):
    """What is fused."""

    EVENT = "event"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityDecision:
    """The decision that several events or entities are one.

    Attributes:
        kind: events or entities.
        members: their IRIs in the graph, sorted; at least two.
        label: what the fused thing is called.
        score: how sure the decision is, in [0, 1].
        reason: one line for people.

    Raises:
        ValueError: if there are fewer than two members, or they are not sorted.

    >>> IdentityDecision(kind=FusionKind.ENTITY, members=("urn:b", "urn:a"),
    ...     label="Tomas Kerr", score=0.9, reason="same name")
    Traceback (most recent call last):
        ...
    ValueError: a decision needs two or more sorted members, got ('urn:b', 'urn:a')
    """

    kind: FusionKind
    members: tuple[str, ...]
    label: str
    score: float
    reason: str

    def __post_init__(self) -> None:
        minimum = 2
        if len(self.members) < minimum or list(self.members) != sorted(
            set(self.members)
        ):
            msg = f"a decision needs two or more sorted members, got {self.members}"
            raise ValueError(msg)
