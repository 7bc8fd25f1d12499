"""The network as GraphML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

import networkx as nx

from dateline.export.formats import Material

# XML 1.0, 2.2: what a document may not contain, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_graphml(material: Material, output: IO[bytes]) -> None:
    """Write the network of `material` as GraphML."""
    output.writelines(network_graphml(material.network()))


def network_graphml(network: Any) -> Iterator[bytes]:
    """Yield a networkx graph as GraphML in UTF-8, a line at a time.

    >>> b"".join(network_graphml(nx.Graph()))[:8]
    b'<graphml'
    """
    graph = plain_graph(network)
    for line in nx.generate_graphml(graph, named_key_ids=True):
        yield f"{line}\n".encode()


def plain_graph(network: Any) -> Any:
    """Return a copy whose attributes are strings and numbers alone.

    GraphML and GEXF know no others: an unknown value (`None`) is left out, anything
    else is written as its text. Nodes and edges are sorted.

    >>> graph = nx.Graph()
    >>> graph.add_node("a", label="A", weight=1, article=None)
    >>> dict(plain_graph(graph).nodes(data=True))
    {'a': {'label': 'A', 'weight': 1}}
    """
    graph = network.__class__()
    for name, attributes in sorted(network.nodes(data=True), key=lambda node: node[0]):
        graph.add_node(_text(name), **_plain(attributes))
    edges = network.edges(data=True)
    for source, target, attributes in sorted(
        edges, key=lambda e: (e[0], e[1], str(sorted(e[2].items(), key=str)))
    ):
        graph.add_edge(_text(source), _text(target), **_plain(attributes))
    return graph


def _plain(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value if type(value) in (bool, int, float) else _text(value)
        for name, value in attributes.items()
        if value is not None
    }


def _text(value: Any) -> str:
    return _NOT_XML.sub("\ufffd", str(value))
