"""Rank the actors of some articles by how many events tie them to others.

Run it from the root of the project: `python examples/who_with_whom.py [ARTICLE ...]`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import networkx as nx

import dateline

ARTICLES = Path(__file__).parent / "articles"
MOST = 10


def main(inputs: list[str]) -> None:
    """Read the articles and print."""
    with dateline.build(inputs or [ARTICLES]) as graph:
        network = nx.Graph(graph.to_networkx())
    rank = nx.degree_centrality(network)
    actors = [
        node for node, data in network.nodes(data=True) if data["kind"] == "actor"
    ]
    for node in sorted(actors, key=lambda node: (-rank[node], node))[:MOST]:
        print(f"{rank[node]:.2f}  {network.nodes[node]['label']}")


if __name__ == "__main__":
    main(sys.argv[1:])
