"""A store that knows only SPARQL 1.1: an rdflib `Dataset`, or a server.

What a store on disk reads from its indexes is asked in queries, and an article is
written in one request. Where a request is no transaction, its order still keeps half an
article from being one: what makes a graph an article's comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self, TypeVar

import pyoxigraph as ox

from dateline.errors import QueryError, StoreError
from dateline.model.facts import DocumentFacts
from dateline.model.text import Document
from dateline.rdf.answers import to_answer
from dateline.rdf.bind import bind, query_form
from dateline.rdf.catalogue import published
from dateline.rdf.convert import to_value
from dateline.rdf.decode import decode_quads
from dateline.rdf.dump import Format, form_of, order, parse_trig, without_text, write
from dateline.rdf.endpoint import DatasetEndpoint, Endpoint
from dateline.rdf.fusion import FUSION_GRAPH
from dateline.rdf.guard import refuse_calls
from dateline.rdf.iris import article_iri, base_of, software_iri
from dateline.rdf.revisions import DEFAULT, node, removal_update
from dateline.rdf.run import RunInfo
from dateline.rdf.stores import Replaced, Revision
from dateline.rdf.terms import DL, PREFIXES, PROV, SCHEMA
from dateline.rdf.turtle import HEAD
from dateline.rdf.values import Answer, Value

if TYPE_CHECKING:
    from rdflib import Dataset

T = TypeVar("T")

_PROLOGUE = "".join(
    f"PREFIX {prefix}: <{base}>\n" for prefix, base in sorted(PREFIXES.items())
)
# What the catalogue tells of an article, its graph, and what these lead to.
_CATALOGUE = """
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ {article} ?p ?o . BIND({article} AS ?s) }}
  UNION {{ {graph} ?p ?o . BIND({graph} AS ?s) }}
  UNION {{ {graph} prov:wasGeneratedBy ?s . ?s ?p ?o }}
  UNION {{ {graph} prov:wasGeneratedBy ?run . ?run prov:wasAssociatedWith ?s .
           ?s ?p ?o }}
  UNION {{ {article} schema:publisher ?s . ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH {graph} {{ ?s ?p ?o }} }}
}}"""
_DECISIONS = """
SELECT DISTINCT ?decision WHERE {{
  GRAPH {fusion} {{ ?decision dl:member ?member }}
  FILTER(STRSTARTS(STR(?member), {base}))
}}"""


class SparqlStore:
    """The quads of articles behind an `Endpoint`.

    >>> from rdflib import Dataset
    >>> with SparqlStore(DatasetEndpoint(Dataset())) as store:
    ...     store.articles()
    ()
    """

    is_read_only = False

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def close(self) -> None:
        """Let go of the store; a second call does nothing."""
        self._endpoint.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Articles

    def articles(self) -> tuple[str, ...]:
        """Return the IRIs of the articles, sorted."""
        found = self._column("SELECT DISTINCT ?a { ?g prov:wasDerivedFrom ?a }")
        return tuple(sorted(term.value for term in found))

    def each_article(self) -> Iterator[str]:
        """Yield the IRIs of the articles, sorted."""
        yield from self.articles()

    def has_article(self, iri: str, text_sha256: str) -> bool:
        """Tell whether the article is here with exactly this text."""
        return ox.Literal(text_sha256) in self._objects(article_iri(iri), DL.textSha256)

    def has_document(
        self, document: Document, run: RunInfo, *, keep_text: bool | None = None
    ) -> bool:
        """Tell whether the same text, publication date and software were here before.

        If so, reading it again would give the same graph. With `keep_text` the text
        must have been kept, or left out, as well.
        """
        article = article_iri(document.id)
        if not self.has_article(article, document.text_sha256):
            return False
        if keep_text is not None and keep_text is not self._keeps_text(article):
            return False
        dated = [str(term) for term in self._objects(article, SCHEMA.datePublished)]
        if dated != ([] if document.dct is None else [published(document.dct)]):
            return False
        agents = self._column(
            f"SELECT ?a {{ ?g prov:wasDerivedFrom {node(article)} ; "
            "prov:wasGeneratedBy/prov:wasAssociatedWith ?a }"
        )
        agent = software_iri(run.software, run.config_sha256, run.pipeline)
        return agents == [node(agent)]

    def replace_articles(self, articles: Iterable[Revision]) -> Replaced:
        """Add articles; one that is here with another text takes the old one's place.

        Each is one request.

        Raises:
            StoreError: if they cannot be written.
        """
        total = Replaced()
        for article in articles:
            graphs = self._graphs_of(article.iri)
            if not graphs:
                # What a server without transactions may have left half done.
                self._write(f"DROP SILENT GRAPH <{article.graph}>", _quads(article))
                total += Replaced(added=1)
            elif self._is_same(article, graphs):
                total += Replaced(unchanged=1)
            else:
                self._write(self._removal(article.iri, graphs), _quads(article))
                total += Replaced(replaced=1)
        return total

    def remove_article(self, iri: str) -> bool:
        """Remove an article, its graph, and the fusions that rest on it.

        Returns whether there was one.
        """
        article = article_iri(iri)
        graphs = self._graphs_of(article)
        if graphs:
            self._write(self._removal(article, graphs), ())
        return bool(graphs)

    def replace_fusion(self, turtle: bytes) -> None:
        """Put these decisions in the place of all earlier ones, in one request."""
        triples = ox.parse(HEAD.encode() + turtle, ox.RdfFormat.TURTLE)
        graph = node(FUSION_GRAPH)
        self._write(
            f"DROP SILENT GRAPH {graph}",
            [ox.Quad(q.subject, q.predicate, q.object, graph) for q in triples],
        )

    def _removal(self, article: str, graphs: Mapping[str, str | None]) -> str:
        base = ox.Literal(base_of(article))
        sparql = _DECISIONS.format(fusion=node(FUSION_GRAPH), base=base)
        decisions = sorted(term.value for term in self._column(sparql))
        return removal_update(
            article, graphs, decisions, catalogue=self._endpoint.catalogue
        )

    def _graphs_of(self, article: str) -> dict[str, str | None]:
        """Return the names of the graphs of an article, and the runs that made them."""
        rows = self._rows(
            f"SELECT ?g ?run {{ ?g prov:wasDerivedFrom {node(article)} "
            "OPTIONAL { ?g prov:wasGeneratedBy ?run } }"
        )
        found = ((graph.value, run and run.value) for graph, run in rows)
        return dict(sorted(found, key=str))

    def _is_same(self, article: Revision, graphs: Iterable[str]) -> bool:
        """Tell whether the catalogue says already what `article` would, but when."""
        if self._keeps_text(article.iri) is not article.keeps_text:
            return False
        known = {quad.triple for quad in self._catalogue_of(article.iri, graphs)}
        return all(
            quad.triple in known
            for quad in parse_trig(article.trig)
            if quad.graph_name == DEFAULT and quad.predicate.value != PROV.endedAtTime
        )

    def _keeps_text(self, article: str) -> bool:
        return bool(self._objects(article, DL.text))

    def _objects(self, subject: str, predicate: str) -> list[Any]:
        sparql = f"SELECT ?o {{ {node(subject)} {node(predicate)} ?o }}"
        return self._column(sparql)

    def _column(self, sparql: str) -> list[Any]:
        return [row[0] for row in self._rows(sparql)]

    def _rows(self, sparql: str) -> list[tuple[Any, ...]]:
        return self._select(sparql, lambda result: [tuple(row) for row in result])

    def _select(self, sparql: str, read: Callable[[Any], T]) -> T:
        answer = self._endpoint.select(_PROLOGUE + sparql)
        with self._reading():
            return read(ox.parse_query_results(answer, ox.QueryResultsFormat.JSON))

    def _triples(self, sparql: str) -> list[ox.Quad]:
        return self._parsed(self._endpoint.construct(_PROLOGUE + sparql))

    def _parsed(self, answer: bytes) -> list[ox.Quad]:
        with self._reading():
            return list(ox.parse(answer, ox.RdfFormat.N_TRIPLES))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (SyntaxError, ValueError, TypeError) as error:
            why = " ".join(str(error).split())
            msg = f"{self._endpoint.name}: gave no answer that can be read: {why}"
            raise StoreError(msg) from error

    def _write(self, removal: str, quads: Sequence[ox.Quad]) -> None:
        self._endpoint.write(_PROLOGUE + removal, quads)

    # Questions

    def query(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Answer:
        """Answer a SPARQL query, as `GraphStore.query` does.

        Raises:
            QueryError: if it cannot be parsed, or would leave the store.
        """
        refuse_calls(sparql)
        bound = bind(sparql, bindings or {})
        if query_form(sparql) in {"SELECT", "ASK"}:
            return self._select(bound, to_answer)
        return Answer(
            columns=("subject", "predicate", "object"),
            rows=tuple(
                tuple(to_value(term) for term in quad.triple)
                for quad in self._triples(bound)
            ),
        )

    def construct(
        self,
        sparql: str,
        format: str = Format.TURTLE,  # noqa: A002  (the word users know)
        bindings: Mapping[str, Value] | None = None,
    ) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query in an RDF syntax, sorted.

        Raises:
            QueryError: if it is another kind of query, or cannot be parsed.
        """
        refuse_calls(sparql)
        if query_form(sparql) in {"SELECT", "ASK"}:
            raise QueryError("this is no CONSTRUCT or DESCRIBE query")
        found = {quad.triple for quad in self._triples(bind(sparql, bindings or {}))}
        output = BytesIO()
        write(sorted(found, key=order), output, form_of(format))
        return output.getvalue()

    # Ways out

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the graphs of articles and of the fusion, sorted."""
        names = self._column("SELECT DISTINCT ?g { ?g prov:wasDerivedFrom ?a }")
        found = {term.value for term in names}
        fused = f"SELECT ?s {{ GRAPH <{FUSION_GRAPH}> {{ ?s ?p ?o }} }} LIMIT 1"
        return tuple(sorted(found | ({FUSION_GRAPH} if self._column(fused) else set())))

    def dump(
        self,
        output: IO[bytes],
        format: str = Format.TRIG,  # noqa: A002  (the word users know)
        *,
        graph: str | None = None,
        keep_text: bool = True,
    ) -> None:
        """Write the store, or one of its graphs, article by article."""
        quads = self._all() if graph is None else self._graph(graph)
        stream = quads if keep_text else without_text(quads)
        write(stream, output, form_of(format))

    def graph_ntriples(self, graph: str) -> bytes:
        """Return the triples of one graph."""
        output = BytesIO()
        write(self._graph(graph), output, Format.NTRIPLES)
        return output.getvalue()

    def article_facts(self, iri: str) -> DocumentFacts:
        """Return what an article says."""
        return decode_quads(self._article(article_iri(iri)))

    def article_ntriples(self, iri: str) -> bytes:
        """Return the triples of an article's graph and of its catalogue entry."""
        output = BytesIO()
        write(self._article(article_iri(iri)), output, Format.NTRIPLES)
        return output.getvalue()

    def article_nquads(self, iri: str) -> bytes:
        """Return the quads of an article's graph and of its catalogue entry, sorted."""
        output = BytesIO()
        write(self._article(article_iri(iri)), output, Format.NQUADS)
        return output.getvalue()

    def to_rdflib(self) -> Dataset:
        """Return the quads as an rdflib `Dataset`: itself, or a copy in memory."""
        from rdflib import Dataset  # noqa: PLC0415  (rdflib takes 0.3 s to load)

        if isinstance(self._endpoint, DatasetEndpoint):
            return self._endpoint.dataset
        output = BytesIO()
        self.dump(output, Format.NQUADS)
        dataset = Dataset(default_union=True)
        dataset.parse(data=output.getvalue(), format="nquads")
        for prefix, base in PREFIXES.items():
            dataset.bind(prefix, base)
        return dataset

    def _all(self) -> Iterator[ox.Quad]:
        for article in self.articles():
            yield from self._article(article)
        yield from self._graph(FUSION_GRAPH)

    def _article(self, article: str) -> Iterator[ox.Quad]:
        graphs = self._graphs_of(article)
        yield from sorted(set(self._catalogue_of(article, graphs)), key=order)
        for graph in graphs:
            yield from self._graph(graph)

    def _catalogue_of(self, article: str, graphs: Iterable[str]) -> Iterator[ox.Quad]:
        for graph in graphs:
            sparql = _CATALOGUE.format(article=node(article), graph=node(graph))
            yield from self._triples(sparql)

    def _graph(self, graph: str) -> Iterator[ox.Quad]:
        name = node(graph)
        found = self._parsed(self._endpoint.read_graph(graph))
        for quad in sorted(found, key=order):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, name)


def _quads(article: Revision) -> list[ox.Quad]:
    return list(parse_trig(article.trig))
