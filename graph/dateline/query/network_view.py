"""Who took part in what: the network of actors, events and places, as frozen data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.facts import Status
from dateline.model.mentions import EntityKind, RoleName
from dateline.query.results import Participant, Timeline, TimelineEntry

_NAMED_KINDS = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.ORGANIZATION,
        EntityKind.COUNTRY,
        EntityKind.PLACE,
    }
)
_PLACE_ROLES = frozenset({RoleName.PLACE, RoleName.ORIGIN, RoleName.DESTINATION})


class NodeKind(StrEnum):
    """What a node stands for."""

    ACTOR = "actor"
    EVENT = "event"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkNode:
    """An actor, an event or a place.

    Attributes:
        iri: its name in the graph, unique in the network.
        label: its name or short description, for people.
        kind: what it stands for.
        subkind: the entity kind of an actor or place, the event type of an event.
        status: what became of an event; `None` for actors and places.
        weight: the number of its edges.
        article: the IRI of the article of an event; `None` for actors and places.
    """

    iri: str
    label: str
    kind: NodeKind
    subkind: str
    status: Status | None = None
    weight: int = 0
    article: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEdge:
    """A part in an event: from the actor or place `source` to the event `target`.

    `words` are those of the text that say so, `status` is that of the event.
    """

    source: str
    target: str
    role: str
    status: Status
    words: str


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network: nodes and edges, each sorted, every end of an edge among the nodes."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


@dataclass(slots=True)
class _Gathering:
    """The participants so far; the first IRI of a name stands for all."""

    iri_of_name: dict[tuple[EntityKind, str], str] = field(default_factory=dict)
    label: dict[str, str] = field(default_factory=dict)
    subkind: dict[str, EntityKind] = field(default_factory=dict)
    actors: set[str] = field(default_factory=set)
    edges: dict[tuple[str, str, str], NetworkEdge] = field(default_factory=dict)

    def add(self, entry: TimelineEntry) -> None:
        for participant in entry.participants:
            iri = self._iri_of(participant)
            if participant.role not in _PLACE_ROLES:
                self.actors.add(iri)
            self._join(iri, entry, participant.role, participant.words)
        for place in entry.places:
            iri = self._named(place.iri, place.name, EntityKind.PLACE)
            if not self._is_place_of(iri, entry.iri):
                self._join(iri, entry, RoleName.PLACE, place.name)

    def _iri_of(self, participant: Participant) -> str:
        return self._named(participant.iri, participant.name, participant.kind)

    def _named(self, iri: str, name: str, kind: EntityKind) -> str:
        if iri not in self.label and kind in _NAMED_KINDS:
            iri = self.iri_of_name.setdefault((kind, name.casefold()), iri)
        self.label.setdefault(iri, name)
        self.subkind.setdefault(iri, kind)
        return iri

    def _is_place_of(self, iri: str, event: str) -> bool:
        return any((iri, event, role) in self.edges for role in _PLACE_ROLES)

    def _join(self, iri: str, entry: TimelineEntry, role: RoleName, words: str) -> None:
        edge = NetworkEdge(
            source=iri, target=entry.iri, role=role, status=entry.status, words=words
        )
        self.edges.setdefault((iri, entry.iri, role), edge)

    def kind(self, iri: str) -> NodeKind:
        """Call a place what is one and never acts."""
        return NodeKind.ACTOR if iri in self.actors else NodeKind.PLACE


def network_of(timeline: Timeline) -> NetworkView:
    """Return the network of the events of `timeline` and all who take part in them.

    Participants with one IRI are one node, and so are people, organizations and places
    of the same kind and name. Groups and objects ("officials") are not merged by name.

    >>> network_of(Timeline(()))
    NetworkView(nodes=(), edges=())
    """
    gathering = _Gathering()
    for entry in timeline:
        gathering.add(entry)
    edges = sorted(
        gathering.edges.values(), key=lambda edge: (edge.target, edge.source, edge.role)
    )
    degree = Counter(edge.source for edge in edges)
    degree.update(edge.target for edge in edges)
    events = {entry.iri: entry for entry in timeline}
    nodes = [_event_node(entry, degree[iri]) for iri, entry in events.items()]
    nodes += [
        NetworkNode(
            iri=iri,
            label=label,
            kind=gathering.kind(iri),
            subkind=gathering.subkind[iri],
            weight=degree[iri],
        )
        for iri, label in gathering.label.items()
    ]
    return NetworkView(tuple(sorted(nodes, key=lambda node: node.iri)), tuple(edges))


def _event_node(entry: TimelineEntry, weight: int) -> NetworkNode:
    return NetworkNode(
        iri=entry.iri,
        label=entry.label,
        kind=NodeKind.EVENT,
        subkind=entry.event_type,
        status=entry.status,
        weight=weight,
        article=entry.article.iri,
    )
