"""The network of actors, events and places as a networkx graph. networkx lives here."""

from __future__ import annotations

from typing import Any

import networkx as nx

from dateline.query.network_view import NetworkView


def to_networkx(view: NetworkView) -> Any:
    """Return a network as a `networkx.MultiDiGraph`; the IRIs are its nodes.

    Edges go from a participant or place to the event, with the role as their key.
    Attributes have the names of `NetworkNode` and `NetworkEdge`; what is not known is
    left out, so that every format of networkx can write them.

    >>> to_networkx(NetworkView((), ())).number_of_nodes()
    0
    """
    graph: Any = nx.MultiDiGraph()
    for node in view.nodes:
        attributes = {
            "label": node.label,
            "kind": node.kind.value,
            "subkind": str(node.subkind),
            "status": None if node.status is None else node.status.value,
            "weight": node.weight,
            "article": node.article,
        }
        known = {name: value for name, value in attributes.items() if value is not None}
        graph.add_node(node.iri, **known)
    for edge in view.edges:
        graph.add_edge(
            edge.source,
            edge.target,
            key=str(edge.role),
            role=str(edge.role),
            status=edge.status.value,
            words=edge.words,
        )
    return graph
