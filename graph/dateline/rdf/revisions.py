"""Find and remove what a store holds of an article, across its graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


def keeps_text(store: ox.Store, article: str) -> bool:
    """Tell whether the text of an article was kept."""
    texts = store.quads_for_pattern(node(article), node(DL.text), None)
    return next(texts, None) is not None


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
    runs = {
        graph: object_of(store, graph, PROV.wasGeneratedBy)
        for graph in graphs_of(store, article)
    }
    graphs = {graph: None if run is None else _name(run) for graph, run in runs.items()}
    return removal_update(article, graphs, _decisions_on(store, base_of(article)))


def removal_update(
    article: str,
    graphs: Mapping[str, str | None],
    decisions: Iterable[str],
    *,
    catalogue: str | None = None,
) -> str:
    """Return the update that removes all of an article.

    Args:
        article: its IRI.
        graphs: the names of its graphs, and the run that made each.
        decisions: the fusions that rest on it.
        catalogue: the graph that the catalogue is in, if not the default graph.
    """

    def told(pattern: str) -> str:
        return pattern if catalogue is None else f"GRAPH <{catalogue}> {{ {pattern} }}"

    steps = []
    for graph, run in graphs.items():
        steps.append(f"DROP SILENT GRAPH <{graph}>")
        steps.extend(
            f"DELETE WHERE {{ {told(f'<{name}> ?p ?o')} }}"
            for name in (graph, run)
            if name is not None
        )
    steps.append(f"DELETE WHERE {{ {told(f'<{article}> ?p ?o')} }}")
    for class_, use in _SHARED:
        thing = told(f"?thing a <{class_}> ; ?p ?o")
        unused = f"FILTER NOT EXISTS {{ {told(f'?user <{use}> ?thing')} }}"
        steps.append(
            f"DELETE {{ {told('?thing ?p ?o')} }} WHERE {{ {thing} {unused} }}"
        )
    steps.extend(map(_unfuse, decisions))
    return "; ".join(steps)


def _decisions_on(store: ox.Store, base: str) -> list[str]:
    """Return the decisions with a member in the article of this base, sorted."""
    members = store.quads_for_pattern(None, node(DL.member), None, node(FUSION_GRAPH))
    return sorted(
        {_name(quad.subject) for quad in members if _name(quad.object).startswith(base)}
    )


def _unfuse(decision: str) -> str:
    return (
        f"DELETE {{ GRAPH <{FUSION_GRAPH}> {{ <{decision}> ?p ?o . ?f ?q ?r }} }} "
        f"WHERE {{ GRAPH <{FUSION_GRAPH}> {{ <{decision}> ?p ?o ; "
        f"<{DL.into}> ?f . ?f ?q ?r }} }}"
    )
