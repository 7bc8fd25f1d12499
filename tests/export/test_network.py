from __future__ import annotations

import io

import networkx as nx
import pytest

from dateline.export.gexf import network_gexf
from dateline.export.graphml import network_graphml
from dateline.model.facts import Status

BOTH = pytest.mark.parametrize(
    ("write", "read"),
    [(network_graphml, nx.read_graphml), (network_gexf, nx.read_gexf)],
    ids=["graphml", "gexf"],
)


def network():
    graph = nx.MultiDiGraph()
    graph.add_node("b", label="a \x00 name", status=Status.PLANNED, weight=2)
    graph.add_node("a", label="A & <B>", article=None)
    graph.add_edge("a", "b", role="agent", words="The ferry")
    graph.add_edge("a", "b", role="patient", words="it")
    return graph


@BOTH
def test_a_network_comes_back_as_it_was(write, read):
    back = read(io.BytesIO(b"".join(write(network()))))
    assert sorted(back.nodes) == ["a", "b"]
    assert back.nodes["a"]["label"] == "A & <B>"
    assert back.nodes["b"]["status"] == "planned"
    assert back.nodes["b"]["weight"] == 2
    assert sorted(data["role"] for _, _, data in back.edges(data=True)) == [
        "agent",
        "patient",
    ]


@BOTH
def test_a_character_that_xml_forbids_is_replaced(write, read):
    back = read(io.BytesIO(b"".join(write(network()))))
    assert back.nodes["b"]["label"] == "a \ufffd name"


@pytest.mark.parametrize("write", [network_graphml, network_gexf])
def test_the_same_network_gives_the_same_bytes_whatever_its_order(write):
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network().nodes(data=True))))
    turned.add_edges_from(reversed(list(network().edges(data=True))))
    assert b"".join(write(turned)) == b"".join(write(network()))


def test_gexf_does_not_carry_the_day_of_today():
    assert b"lastmodifieddate" not in b"".join(network_gexf(network()))
