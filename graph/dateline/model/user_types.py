"""Event types that users define, and the words that trigger them.

They stand beside the built-in ones of `event_types`: a mention carries the identifier
of its type, whoever defined it. `broader` ties a user's type to a built-in one, whose
roles and times it then follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class TriggerPos(StrEnum):
    """The part of speech that a trigger must have; `ANY` takes every one."""

    VERB = "verb"
    NOUN = "noun"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Lemmas in lower case that name an event: one, or several for an expression."""

    words: tuple[str, ...]
    pos: TriggerPos = TriggerPos.ANY


@dataclass(frozen=True, slots=True, kw_only=True)
class UserType:
    """An event type of the user's own.

    Attributes:
        id: its notation, unique beside the built-in ones.
        label: its name for people.
        iri: the concept that stands for it in the graph; `None` for one of ours.
        broader: the notation of the built-in type that it is a kind of.
        definition: what belongs to it, for people.
        plover_mode: the mode that PLOVER would give its events.
        triggers: the words that name such an event.
        excluded: words next to a trigger that show it means something else.
    """

    id: str
    label: str
    iri: str | None = None
    broader: str | None = None
    definition: str | None = None
    plover_mode: str | None = None
    triggers: tuple[Trigger, ...]
    excluded: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class UserTypes:
    """The types of one file, in its order.

    >>> UserTypes().get("PortCall") is None
    True
    """

    types: tuple[UserType, ...] = ()
    _by_id: dict[str, UserType] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        self._by_id.update({each.id: each for each in self.types})

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self.types)

    def get(self, notation: str) -> UserType | None:
        """Return the type of this notation, if the user defined it."""
        return self._by_id.get(notation)


NO_TYPES = UserTypes()
"""What is taken where the user defines nothing."""
