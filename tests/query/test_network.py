from __future__ import annotations

from dateline.query.network import to_networkx
from dateline.query.network_view import network_of
from dateline.query.timeline import timeline
from dateline.rdf.store import GraphStore


def test_the_network_holds_events_actors_and_places(store: GraphStore) -> None:
    graph = to_networkx(network_of(timeline(store)))
    kinds = dict(graph.nodes(data="kind"))
    assert sorted(set(kinds.values())) == ["actor", "event", "place"]
    assert sum(1 for kind in kinds.values() if kind == "event") == 6


def test_edges_say_the_role_and_the_words(store: GraphStore) -> None:
    graph = to_networkx(network_of(timeline(store)))
    told = {
        (graph.nodes[source]["label"], data["role"], data["words"])
        for source, _, data in graph.edges(data=True)
    }
    assert ("Ilse Brandt", "co-participant", "her") in told
    assert ("Tomas Kerr", "agent", "Kerr") in told


def test_what_is_not_known_is_left_out(store: GraphStore) -> None:
    graph = to_networkx(network_of(timeline(store)))
    for _, data in graph.nodes(data=True):
        assert None not in data.values()
