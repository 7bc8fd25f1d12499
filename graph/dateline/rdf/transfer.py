"""Move articles from one store to another, as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from dateline.errors import StoreError
from dateline.rdf.revisions import DEFAULT
from dateline.rdf.stores import Replaced, Store
from dateline.rdf.terms import DL


@dataclass(frozen=True)
class StoredArticle:
    """An article as a store holds it, ready for another one.

    Raises:
        StoreError: if it has no graph, or more than one.

    >>> StoredArticle("urn:a", b"")
    Traceback (most recent call last):
        ...
    dateline.errors.StoreError: urn:a: expected one graph of this article, got 0
    """

    iri: str
    nquads: bytes

    def __post_init__(self) -> None:
        if len(self._graphs) != 1:
            msg = f"expected one graph of this article, got {len(self._graphs)}"
            raise StoreError(f"{self.iri}: {msg}")

    @cached_property
    def _quads(self) -> list[ox.Quad]:
        return list(ox.parse(self.nquads, ox.RdfFormat.N_QUADS))

    @cached_property
    def _graphs(self) -> set[str]:
        return {
            str(quad.graph_name) for quad in self._quads if quad.graph_name != DEFAULT
        }

    @property
    def graph(self) -> str:
        """Its named graph."""
        return next(iter(self._graphs))[1:-1]

    @property
    def text_sha256(self) -> str:
        """The hash of its text."""
        sums = [q.object for q in self._quads if q.predicate.value == DL.textSha256]
        return next((term.value for term in sums if isinstance(term, ox.Literal)), "")

    @property
    def keeps_text(self) -> bool:
        """Whether the text is among the facts."""
        return any(quad.predicate.value == DL.text for quad in self._quads)

    @cached_property
    def trig(self) -> bytes:
        """All of it in TriG."""
        told = {False: "", True: ""}
        for quad in self._quads:
            told[quad.graph_name == DEFAULT] += f"{quad.triple} .\n"
        return f"{told[True]}<{self.graph}> {{\n{told[False]}}}\n".encode()


def copy_articles(source: Store, target: Store) -> Replaced:
    """Put the articles of `source` into `target`; each is whole or not at all there.

    Raises:
        StoreError: if one of them cannot be read or written.

    >>> from dateline.rdf.store import GraphStore
    >>> copy_articles(GraphStore.memory(), GraphStore.memory())
    Replaced(added=0, replaced=0, unchanged=0)
    """
    return target.replace_articles(_stored(source))


def _stored(source: Store) -> Iterator[StoredArticle]:
    for iri in source.each_article():
        yield StoredArticle(iri, source.article_nquads(iri))
