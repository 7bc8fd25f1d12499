"""What the rest of Dateline needs of a store, whatever keeps the quads.

`GraphStore` keeps them on disk or in memory by Oxigraph; `SparqlStore` in an rdflib
`Dataset` or on any server that speaks SPARQL 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import IO, TYPE_CHECKING, Protocol, Self

from dateline.model.facts import DocumentFacts
from dateline.model.text import Document
from dateline.rdf.dump import Format
from dateline.rdf.run import RunInfo
from dateline.rdf.values import Answer, Value

if TYPE_CHECKING:
    from rdflib import Dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What `replace_articles` did: how many articles were new, changed, the same."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0

    def __add__(self, other: Replaced) -> Replaced:
        return Replaced(
            added=self.added + other.added,
            replaced=self.replaced + other.replaced,
            unchanged=self.unchanged + other.unchanged,
        )


class Revision(Protocol):
    """One revision of an article, ready to be stored.

    Attributes:
        iri: the article.
        graph: its named graph.
        text_sha256: the hash of its text.
        keeps_text: whether the text is among the facts.
    """

    @property
    def iri(self) -> str:
        """The article."""

    @property
    def graph(self) -> str:
        """Its named graph."""

    @property
    def text_sha256(self) -> str:
        """The hash of its text."""

    @property
    def keeps_text(self) -> bool:
        """Whether the text is among the facts."""

    @property
    def trig(self) -> bytes:
        """All of it in TriG; `turtle.HEAD` must stand before it."""


class Store(Protocol):
    """The quads of articles: each with a graph of its own and a catalogue entry.

    Questions see all graphs at once, and each by `GRAPH`.
    """

    def close(self) -> None:
        """Let go of the store; a second call does nothing."""

    def __enter__(self) -> Self:
        """Return the store."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""

    @property
    def is_read_only(self) -> bool:
        """Whether the store refuses changes."""

    def articles(self) -> tuple[str, ...]:
        """Return the IRIs of the articles, sorted."""

    def has_article(self, iri: str, text_sha256: str) -> bool:
        """Tell whether the article is here with exactly this text."""

    def has_document(
        self, document: Document, run: RunInfo, *, keep_text: bool | None = None
    ) -> bool:
        """Tell whether reading the document again would give the same graph."""

    def replace_articles(self, articles: Iterable[Revision]) -> Replaced:
        """Add articles; one that is here already takes the old one's place."""

    def remove_article(self, iri: str) -> bool:
        """Remove an article and all that rests on it; tell whether there was one."""

    def replace_fusion(self, turtle: bytes) -> None:
        """Put these decisions in the place of all earlier ones."""

    def query(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Answer:
        """Answer a SPARQL query."""

    def construct(
        self,
        sparql: str,
        format: str = Format.TURTLE,  # noqa: A002  (the word users know)
        bindings: Mapping[str, Value] | None = None,
    ) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query in an RDF syntax, sorted."""

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the named graphs, sorted."""

    def dump(
        self,
        output: IO[bytes],
        format: str = Format.TRIG,  # noqa: A002  (the word users know)
        *,
        graph: str | None = None,
        keep_text: bool = True,
    ) -> None:
        """Write the store, or one of its graphs."""

    def graph_ntriples(self, graph: str) -> bytes:
        """Return the triples of one graph."""

    def article_facts(self, iri: str) -> DocumentFacts:
        """Return what an article says."""

    def article_ntriples(self, iri: str) -> bytes:
        """Return the triples of an article's graph and of its catalogue entry."""

    def article_nquads(self, iri: str) -> bytes:
        """Return the quads of an article's graph and of its catalogue entry, sorted."""

    def each_article(self) -> Iterator[str]:
        """Yield the IRIs of the articles, in an order that stays the same."""

    def to_rdflib(self) -> Dataset:
        """Return the quads as an rdflib `Dataset`."""
