"""Read what Oxigraph holds, as quads: all of it, of a graph, or of an article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pyoxigraph as ox

from dateline.rdf.decode import CLASSES, PREDICATES
from dateline.rdf.dump import order
from dateline.rdf.revisions import DEFAULT, catalogue_of, graphs_of, keeps_text, node
from dateline.rdf.terms import RDF

_TYPE = node(RDF.type)
_CLASSES = tuple(map(node, CLASSES))
_PREDICATES = tuple(map(node, PREDICATES))


def all_quads(store: ox.Store, *, is_on_disk: bool) -> Iterator[ox.Quad]:
    """Yield all quads, graph by graph, in an order that comes from the quads alone."""
    if is_on_disk:
        # The order is that of keys that are made of the terms.
        return store.quads_for_pattern(None, None, None)
    names = sorted(name.value for name in store.named_graphs())
    return chain.from_iterable(graph_quads(store, name) for name in (None, *names))


def graph_quads(store: ox.Store, graph: str | None) -> list[ox.Quad]:
    """Return the quads of a graph, sorted; `None` is the default graph."""
    name = DEFAULT if graph is None else node(graph)
    quads = store.quads_for_pattern(None, None, None, name)
    return sorted(quads, key=order)


def article_quads(store: ox.Store, article: str) -> Iterator[ox.Quad]:
    """Yield the quads of an article's graphs and of its catalogue entry, unsorted.

    >>> list(article_quads(ox.Store(), "https://example.org/a"))
    []
    """
    yield from catalogue_of(store, article)
    for graph in graphs_of(store, article):
        yield from store.quads_for_pattern(None, None, None, node(graph))


def facts_quads(store: ox.Store, article: str) -> Iterator[ox.Quad]:
    """Yield those of an article's quads that its facts are read from, unsorted.

    On disk, what takes time is to fetch the strings, each from another place. Where
    the text is kept, half of them need not be read: above all the quotes.

    >>> list(facts_quads(ox.Store(), "https://example.org/a"))
    []
    """
    if not keeps_text(store, article):
        yield from article_quads(store, article)
        return
    yield from catalogue_of(store, article)
    for graph in map(node, graphs_of(store, article)):
        yield from store.quads_for_pattern(node(article), None, None, graph)
        for class_ in _CLASSES:
            yield from store.quads_for_pattern(None, _TYPE, class_, graph)
        for predicate in _PREDICATES:
            yield from store.quads_for_pattern(None, predicate, None, graph)
