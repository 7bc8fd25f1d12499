"""Ways to speak SPARQL: to an rdflib `Dataset` in memory, and to a server over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import pyoxigraph as ox

from dateline.errors import QueryError
from dateline.rdf.bind import names_dataset
from dateline.rdf.revisions import node

if TYPE_CHECKING:
    from rdflib import Dataset


class Endpoint(Protocol):
    """Who answers SPARQL: queries see all graphs at once, updates the default one.

    Attributes:
        name: what it is called in messages.
        catalogue: the graph that the catalogue is in, where there is no default graph.
    """

    @property
    def name(self) -> str:
        """What it is called in messages."""

    @property
    def catalogue(self) -> str | None:
        """The graph that the catalogue is in, where there is no default graph."""

    def select(self, sparql: str) -> bytes:
        """Answer SELECT or ASK in SPARQL 1.1 JSON."""

    def construct(self, sparql: str) -> bytes:
        """Answer CONSTRUCT or DESCRIBE in N-Triples."""

    def read_graph(self, graph: str) -> bytes:
        """Return a named graph in N-Triples; nothing if there is none."""

    def write(self, removal: str, quads: Sequence[ox.Quad]) -> None:
        """Run an update that removes, then add quads."""

    def close(self) -> None:
        """Let go of it."""


def whole_graph(graph: str) -> str:
    """Return the query for all of a named graph.

    >>> whole_graph("urn:g")
    'CONSTRUCT { ?s ?p ?o } { GRAPH <urn:g> { ?s ?p ?o } }'
    """
    return f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH {node(graph)} {{ ?s ?p ?o }} }}"


@dataclass(frozen=True, slots=True)
class DatasetEndpoint:
    """An rdflib `Dataset`, whatever store is behind it."""

    dataset: Dataset

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return "the rdflib dataset"

    @property
    def catalogue(self) -> str | None:
        """Return rdflib's name of its default graph: it cannot insert without one."""
        return "urn:x-rdflib:default"

    def select(self, sparql: str) -> bytes:
        """Answer SELECT or ASK in SPARQL 1.1 JSON."""
        return self._query(sparql, "json")

    def construct(self, sparql: str) -> bytes:
        """Answer CONSTRUCT or DESCRIBE in N-Triples."""
        return self._query(sparql, "nt")

    def read_graph(self, graph: str) -> bytes:
        """Return a named graph in N-Triples; nothing if there is none."""
        return self.construct(whole_graph(graph))

    def write(self, removal: str, quads: Sequence[ox.Quad]) -> None:
        """Run an update that removes, then add quads.

        They come as N-Quads: rdflib takes seconds to read an article in an update, and
        code point escapes in its strings for syntax.
        """
        from rdflib import Dataset  # noqa: PLC0415  (rdflib takes 0.3 s to load)

        view = self._view(union=False)
        view.update(removal)
        # A default graph that is parsed would take the place of the one there is.
        read = Dataset()
        read.parse(data="".join(f"{quad} .\n" for quad in quads), format="nquads")
        view.addN(
            (s, p, o, view.default_graph if graph is None else view.graph(graph))
            for s, p, o, graph in read.quads((None, None, None, None))
        )

    def close(self) -> None:
        """Leave the dataset to whom it belongs."""

    def _query(self, sparql: str, syntax: str) -> bytes:
        if names_dataset(sparql):
            # rdflib would fetch the graph, also from a file.
            raise QueryError("FROM is off: a query must not leave the store")
        try:
            answer = self._view(union=True).query(sparql)
            return answer.serialize(format=syntax) or b""
        except QueryError:
            raise
        except Exception as error:
            # The parser and the evaluation of rdflib raise what they please.
            why = " ".join(str(error).split())
            raise QueryError(f"the query cannot be answered: {why}") from error

    def _view(self, *, union: bool) -> Any:
        from rdflib import Dataset  # noqa: PLC0415  (rdflib takes 0.3 s to load)

        return Dataset(store=self.dataset.store, default_union=union)
