"""Read what Oxigraph holds of one article, as quads in no special order."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from dateline.rdf.decode import CLASSES, PREDICATES
from dateline.rdf.revisions import catalogue_of, graphs_of, node
from dateline.rdf.terms import DL, RDF

_TYPE = node(RDF.type)
_TEXT = node(DL.text)
_CLASSES = tuple(map(node, CLASSES))
_PREDICATES = tuple(map(node, PREDICATES))


def article_quads(store: ox.Store, article: str) -> Iterator[ox.Quad]:
    """Yield the quads of an article's graphs and of its catalogue entry.

    >>> list(article_quads(ox.Store(), "https://example.org/a"))
    []
    """
    yield from catalogue_of(store, article)
    for graph in graphs_of(store, article):
        yield from store.quads_for_pattern(None, None, None, node(graph))


def facts_quads(store: ox.Store, article: str) -> Iterator[ox.Quad]:
    """Yield those of an article's quads that its facts are read from.

    On disk, what takes time is to fetch the strings, each from another place. Where
    the text is kept, half of them need not be read: above all the quotes.

    >>> list(facts_quads(ox.Store(), "https://example.org/a"))
    []
    """
    if next(store.quads_for_pattern(node(article), _TEXT, None), None) is None:
        yield from article_quads(store, article)
        return
    yield from catalogue_of(store, article)
    for graph in map(node, graphs_of(store, article)):
        yield from store.quads_for_pattern(node(article), None, None, graph)
        for class_ in _CLASSES:
            yield from store.quads_for_pattern(None, _TYPE, class_, graph)
        for predicate in _PREDICATES:
            yield from store.quads_for_pattern(None, predicate, None, graph)
