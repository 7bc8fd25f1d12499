"""Find and remove what a store holds of an article, across its graphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from dateline.rdf.fusion import FUSION_GRAPH
from dateline.rdf.iris import base_of
from dateline.rdf.terms import DL, PROV, SCHEMA

DEFAULT = ox.DefaultGraph()
# What articles share in the catalogue goes with the last of them.
_SHARED = (
    (PROV.SoftwareAgent, PROV.wasAssociatedWith),
    (SCHEMA.Organization, SCHEMA.publisher),
)


def node(value: str) -> ox.NamedNode:
    """Return an IRI as a term."""
    return ox.NamedNode(value)


def _name(term: Any) -> str:
    return str(term.value)


def object_of(store: ox.Store, subject: str, predicate: str) -> Any:
    """Return the one object of a subject and predicate in the catalogue."""
    quads = store.quads_for_pattern(node(subject), node(predicate), None, DEFAULT)
    return next((quad.object for quad in quads), None)


def graphs_of(store: ox.Store, article: str) -> list[str]:
    """Return the names of the graphs of an article, sorted."""
    quads = store.quads_for_pattern(
        None, node(PROV.wasDerivedFrom), node(article), DEFAULT
    )
    return sorted(_name(quad.subject) for quad in quads)


def catalogue_of(store: ox.Store, article: str) -> Iterator[ox.Quad]:
    """Yield the quads about an article in the default graph, and what they lead to."""
    todo, done = [article, *graphs_of(store, article)], set()
    while todo:
        subject = todo.pop()
        done.add(subject)
        for quad in store.quads_for_pattern(node(subject), None, None, DEFAULT):
            yield quad
            if isinstance(quad.object, ox.NamedNode) and quad.object.value not in done:
                todo.append(quad.object.value)


def agent_of(store: ox.Store, article: str) -> str | None:
    """Return the software that wrote the graph of an article."""
    for graph in graphs_of(store, article):
        run = object_of(store, graph, PROV.wasGeneratedBy)
        agent = (
            None if run is None else object_of(store, run.value, PROV.wasAssociatedWith)
        )
        return None if agent is None else str(agent.value)
    return None


def removal(store: ox.Store, article: str) -> str:
    """Return the update that removes all of an article; IRIs in it come from us."""
    steps = []
    for graph in graphs_of(store, article):
        run = object_of(store, graph, PROV.wasGeneratedBy)
        steps.append(f"DROP SILENT GRAPH <{graph}>")
        steps.extend(
            f"DELETE WHERE {{ {node} ?p ?o }}"
            for node in (f"<{graph}>", run)
            if node is not None
        )
    steps.append(f"DELETE WHERE {{ <{article}> ?p ?o }}")
    steps.extend(
        f"DELETE {{ ?thing ?p ?o }} WHERE {{ ?thing a <{class_}> ; ?p ?o "
        f"FILTER NOT EXISTS {{ ?user <{use}> ?thing }} }}"
        for class_, use in _SHARED
    )
    steps.extend(_unfuse(store, base_of(article)))
    return "; ".join(steps)


def _unfuse(store: ox.Store, base: str) -> Iterator[str]:
    """Yield the updates that undo the decisions with a member in this article."""
    members = store.quads_for_pattern(None, node(DL.member), None, node(FUSION_GRAPH))
    decisions = {
        _name(quad.subject) for quad in members if _name(quad.object).startswith(base)
    }
    for decision in sorted(decisions):
        yield (
            f"DELETE {{ GRAPH <{FUSION_GRAPH}> {{ <{decision}> ?p ?o . ?f ?q ?r }} }} "
            f"WHERE {{ GRAPH <{FUSION_GRAPH}> {{ <{decision}> ?p ?o ; "
            f"<{DL.into}> ?f . ?f ?q ?r }} }}"
        )
