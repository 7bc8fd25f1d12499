"""The network as a page: who took part in what, with the evidence of each event.

pyvis builds the nodes, edges and physics that vis-network reads. Its own page is not
used: even `cdn_resources="in_line"` links to a CDN, and headings go in unescaped.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from pyvis.network import Network

from dateline.query.network_view import NetworkNode, NetworkView, NodeKind
from dateline.query.results import ArticleRef, Timeline
from dateline.views.page import render_page
from dateline.views.payload import timeline_payload

MAX_NODES = 1500
# Above this, an event is a small square with its words beside it, not a box of text.
_MAX_BOXES = 120

_SHAPES = {
    "person": "dot",
    "organization": "square",
    "country": "hexagon",
    "group": "triangleDown",
    "object": "diamond",
    "place": "triangle",
}


def network_page(
    network: NetworkView,
    timeline: Timeline,
    articles: Sequence[ArticleRef],
    *,
    title: str,
    keep_text: bool = True,
) -> str:
    """Return a page that shows `network` and opens the evidence of its events.

    It is one HTML file that needs no server and no network. Of a network of more than
    `MAX_NODES` nodes the most salient events and their participants are drawn, and the
    page says how many are not. Events that are not in `timeline` open without evidence.

    >>> page = network_page(NetworkView((), ()), Timeline(()), (), title="Who met whom")
    >>> "Who met whom" in page
    True
    """
    salience = {entry.iri: entry.salience for entry in timeline}
    drawn = _most_salient(network, salience)
    data = timeline_payload(timeline, articles, keep_text=keep_text)
    data["network"] = _network_payload(drawn)
    data["hidden"] = {
        "nodes": len(network.nodes) - len(drawn.nodes),
        "edges": len(network.edges) - len(drawn.edges),
    }
    return render_page(
        title=title,
        data=data,
        body="templates/network.html",
        libraries=["assets/vis-data.min.js", "assets/vis-network.min.js"],
        scripts=[
            "templates/base.js",
            "templates/details.js",
            "templates/table.js",
            "templates/filters.js",
            "templates/network.js",
        ],
        styles=["templates/page.css", "templates/network.css"],
    )


def _most_salient(network: NetworkView, salience: Mapping[str, float]) -> NetworkView:
    """Keep the best events with all their neighbours, then what else finds room."""
    if len(network.nodes) <= MAX_NODES:
        return network
    around: dict[str, list[str]] = defaultdict(list)
    for edge in network.edges:
        around[edge.source].append(edge.target)
        around[edge.target].append(edge.source)
    kept: set[str] = set()
    for node in sorted(network.nodes, key=lambda node: _rank(node, salience)):
        wanted = {node.iri, *(around[node.iri] if _is_event(node) else ())} - kept
        if len(kept) + len(wanted) <= MAX_NODES:
            kept |= wanted
    return NetworkView(
        tuple(node for node in network.nodes if node.iri in kept),
        tuple(
            edge
            for edge in network.edges
            if edge.source in kept and edge.target in kept
        ),
    )


def _is_event(node: NetworkNode) -> bool:
    return node.kind is NodeKind.EVENT


def _rank(node: NetworkNode, salience: Mapping[str, float]) -> tuple[bool, float, str]:
    score = salience.get(node.iri, 0.0) if _is_event(node) else node.weight
    return not _is_event(node), -score, node.iri


def _network_payload(network: NetworkView) -> dict[str, Any]:
    """Return nodes, edges and options as vis-network reads them."""
    picture = Network(directed=True)
    boxes = len(network.nodes) <= _MAX_BOXES
    number = {node.iri: index for index, node in enumerate(network.nodes)}
    for node in network.nodes:
        _add_node(picture, number[node.iri], node, boxes=boxes)
    for edge in network.edges:
        picture.add_edge(
            number[edge.source],
            number[edge.target],
            role=str(edge.role),
            status=str(edge.status),
            words=edge.words,
        )
    _choose_physics(picture, len(network.nodes))
    nodes, edges, _, _, _, options = picture.get_network_data()
    chosen = json.loads(options)
    return {
        "nodes": nodes,
        "edges": edges,
        "options": {name: chosen[name] for name in ("edges", "interaction", "physics")},
        "boxes": boxes,
    }


def _add_node(picture: Network, number: int, node: NetworkNode, *, boxes: bool) -> None:
    event_shape = "box" if boxes else "square"
    picture.add_node(
        number,
        label=node.label or node.iri,
        shape=event_shape if _is_event(node) else _SHAPES.get(node.subkind, "dot"),
        iri=node.iri,
        kind=str(node.kind),
        subkind=str(node.subkind),
        status=str(node.status) if node.status else None,
        weight=node.weight,
    )


def _choose_physics(picture: Network, size: int) -> None:
    if size <= _MAX_BOXES:
        picture.barnes_hut(
            gravity=-3600, central_gravity=0.8, spring_length=90, overlap=0.4
        )
        picture.set_edge_smooth("continuous")
    else:
        picture.barnes_hut(gravity=-3500, central_gravity=0.35, spring_length=70)
        picture.options.edges.smooth.enabled = False
    picture.toggle_hide_edges_on_drag(status=size > _MAX_BOXES)
