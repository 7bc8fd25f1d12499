"""The network as GEXF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

import networkx as nx

from dateline.export.formats import Material
from dateline.export.graphml import plain_graph

# networkx writes the day of today here; the same graph must give the same bytes.
_TODAY = re.compile(r'(<meta\b[^>]{0,200}?) lastmodifieddate="[\d-]{1,12}"')


def write_gexf(material: Material, output: IO[bytes]) -> None:
    """Write the network of `material` as GEXF."""
    output.writelines(network_gexf(material.network()))


def network_gexf(network: Any) -> Iterator[bytes]:
    """Yield a networkx graph as GEXF 1.2 in UTF-8, a line at a time.

    >>> b"".join(network_gexf(nx.Graph()))[:5]
    b'<gexf'
    """
    graph = plain_graph(network)
    for line in nx.generate_gexf(graph):
        yield (_TODAY.sub(r"\1", line) + "\n").encode()
