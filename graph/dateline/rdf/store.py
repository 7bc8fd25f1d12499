"""The default store: Oxigraph, on disk or in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from dateline.errors import QueryError, StoreError
from dateline.model.facts import DocumentFacts
from dateline.model.text import Document
from dateline.rdf.answers import to_answer
from dateline.rdf.catalogue import published
from dateline.rdf.changes import Changes
from dateline.rdf.convert import to_term
from dateline.rdf.decode import decode_quads
from dateline.rdf.dump import Format, form_of, order, without_text, write, write_store
from dateline.rdf.functions import FUNCTIONS
from dateline.rdf.guard import refuse_calls
from dateline.rdf.iris import article_iri, software_iri
from dateline.rdf.opening import open_reader, open_writer, show_readers
from dateline.rdf.reading import all_quads, article_quads, facts_quads, graph_quads
from dateline.rdf.revisions import DEFAULT, agent_of, keeps_text, node, object_of
from dateline.rdf.run import RunInfo
from dateline.rdf.snapshots import note_change
from dateline.rdf.stores import Replaced, Revision
from dateline.rdf.terms import DL, PREFIXES, PROV, SCHEMA
from dateline.rdf.values import Answer, Value

if TYPE_CHECKING:
    from rdflib import Dataset


class GraphStore:
    """The quads, on disk or in memory.

    One process writes at a time; readers go on, and see what was there when they
    opened it. Every change of an article is one transaction: after a crash it is there
    or it is not.

    >>> with GraphStore.memory() as store:
    ...     len(store)
    0
    """

    def __init__(
        self,
        store: ox.Store,
        lock: IO[str] | None,
        path: Path | None,
        *,
        read_only: bool = False,
    ) -> None:
        self._store: ox.Store | None = store
        self._lock = lock
        self._read_only = read_only
        self.path = path

    @classmethod
    def memory(cls) -> GraphStore:
        """Make an empty store that is gone when it is closed."""
        return cls(ox.Store(), None, None)

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> GraphStore:
        """Open the store at `path`; a writer makes it if there is none.

        Raises:
            StoreError: if it is no store, too new, damaged, or in use.
        """
        place = Path(path)
        store, lock = (open_reader if read_only else open_writer)(place)
        return cls(store, lock, place, read_only=read_only)

    def close(self) -> None:
        """Let go of the store; a second call does nothing."""
        self._store = None
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """Count the quads."""
        return len(self._ox)

    @property
    def is_read_only(self) -> bool:
        """Whether the store refuses changes."""
        return self._read_only

    @property
    def _ox(self) -> ox.Store:
        if self._store is None:
            raise StoreError("the store is closed")
        return self._store

    @property
    def _changes(self) -> Changes:
        return Changes(self._ox, self.path)

    # Articles

    def articles(self) -> tuple[str, ...]:
        """Return the IRIs of the articles, sorted."""
        quads = self._ox.quads_for_pattern(
            None, node(PROV.wasDerivedFrom), None, DEFAULT
        )
        objects: set[Any] = {quad.object for quad in quads}
        return tuple(sorted(article.value for article in objects))

    def each_article(self) -> Iterator[str]:
        """Yield the IRIs of the articles; on disk, in an order that stays the same."""
        graphs = self._ox.quads_for_pattern(
            None, node(PROV.wasDerivedFrom), None, DEFAULT
        )
        with self._reading():
            for quad in graphs:
                article: Any = quad.object
                yield article.value

    def has_article(self, iri: str, text_sha256: str) -> bool:
        """Tell whether the article is here with exactly this text."""
        quad = ox.Quad(
            node(article_iri(iri)), node(DL.textSha256), ox.Literal(text_sha256)
        )
        return quad in self._ox

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
        if keep_text is not None and keep_text is not keeps_text(self._ox, article):
            return False
        dated = object_of(self._ox, article, SCHEMA.datePublished)
        wanted = None if document.dct is None else published(document.dct)
        if (None if dated is None else str(dated)) != wanted:
            return False
        agent = software_iri(run.software, run.config_sha256, run.pipeline)
        return agent_of(self._ox, article) == agent

    def replace_articles(self, articles: Iterable[Revision]) -> Replaced:
        """Add articles; one that is here with another text takes the old one's place.

        New articles are loaded in batches, each of which is wholly there or not at
        all after a crash; a replacement is a transaction of its own.

        Raises:
            StoreError: if the store is read-only or cannot be written.
        """
        with self._changing():
            return self._changes.replace_articles(articles)

    def remove_article(self, iri: str) -> bool:
        """Remove an article, its graph, and the fusions that rest on it.

        Returns whether there was one.
        """
        with self._changing():
            return self._changes.remove_article(article_iri(iri))

    def replace_fusion(self, turtle: bytes) -> None:
        """Put these decisions in the place of all earlier ones, in one transaction."""
        with self._changing():
            self._changes.replace_fusion(turtle)

    def optimize(self) -> None:
        """Compact the files after a large load, for faster queries.

        While it runs, it takes as much room on the disk again as the store has.

        Raises:
            StoreError: if the store is read-only or cannot be written.
        """
        with self._changing():
            self._changes.optimize()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Let readers see what is done in here, all of it that succeeds."""
        if self.is_read_only:
            raise StoreError(f"{self.path}: the store was opened read-only")
        if self.path is None:
            yield
            return
        note_change(self.path)
        try:
            yield
        finally:
            show_readers(self.path, self._ox)

    # Questions

    def query(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Answer:
        """Answer a SPARQL query over all graphs at once, and over each by `GRAPH`.

        The usual prefixes need not be declared. `bindings` gives variables of the
        `SELECT` clause their values, as terms. ASK gives one cell, CONSTRUCT and
        DESCRIBE a table of triples.

        Raises:
            QueryError: if it cannot be parsed, or would leave the store.

        >>> store = GraphStore.memory()
        >>> store.query("SELECT ?x WHERE { BIND(1 + 1 AS ?x) }").rows
        ((2,),)
        """
        result = self._evaluate(sparql, bindings or {})
        with self._reading():
            return to_answer(result)

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
        result = self._evaluate(sparql, bindings or {})
        if not isinstance(result, ox.QueryTriples):
            raise QueryError("this is no CONSTRUCT or DESCRIBE query")
        output = BytesIO()
        with self._reading():
            write(sorted(result, key=order), output, form_of(format))
        return output.getvalue()

    def _evaluate(self, sparql: str, bindings: Mapping[str, Value]) -> Any:
        refuse_calls(sparql)
        terms = {ox.Variable(name): to_term(value) for name, value in bindings.items()}
        with self._reading():
            return self._ox.query(
                sparql,
                prefixes=PREFIXES,
                use_default_graph_as_union=True,
                substitutions=terms or None,
                custom_functions=dict(FUNCTIONS),
            )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Tell a wrong question from a damaged store."""
        try:
            yield
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error
        except (OSError, RuntimeError) as error:
            if isinstance(error, RuntimeError) and not _is_damage(error):
                raise QueryError(f"the query cannot be answered: {error}") from error
            msg = f"{self.path}: the store is damaged or cannot be read: {error}"
            raise StoreError(msg) from error

    # Ways out

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the named graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._ox.named_graphs()))

    def dump(
        self,
        output: IO[bytes],
        format: str = Format.TRIG,  # noqa: A002  (the word users know)
        *,
        graph: str | None = None,
        keep_text: bool = True,
    ) -> None:
        """Write the store, or one of its graphs; the same store gives the same bytes.

        Syntaxes without graphs get the triples of all of them. N-Quads and N-Triples
        are sorted as a whole, by files; all the others stream in the order of the
        store. Without `keep_text`, the texts of the articles are left out.
        """
        form = form_of(format)
        is_whole = keep_text and graph is None
        # In memory, Oxigraph's order is that of adding; on disk, that of the keys.
        if is_whole and self.path and form in {Format.TURTLE, Format.TRIG}:
            with self._reading():
                write_store(self._ox, output, form)
            return
        with self._reading():
            quads = (
                all_quads(self._ox, is_on_disk=self.path is not None)
                if graph is None
                else graph_quads(self._ox, graph)
            )
            write(quads if keep_text else without_text(quads), output, form)

    def graph_ntriples(self, graph: str) -> bytes:
        """Return the triples of one graph."""
        output = BytesIO()
        write(graph_quads(self._ox, graph), output, Format.NTRIPLES)
        return output.getvalue()

    def article_facts(self, iri: str) -> DocumentFacts:
        """Return what an article says.

        Raises:
            StoreError: if it is not here.

        >>> GraphStore.memory().article_facts("https://example.org/a")
        Traceback (most recent call last):
            ...
        dateline.errors.StoreError: expected the quads of one article, got 0
        """
        article = article_iri(iri)
        with self._reading():
            quads = list(facts_quads(self._ox, article))
        return decode_quads(quads)

    def article_ntriples(self, iri: str) -> bytes:
        """Return the triples of an article's graph and of its catalogue entry."""
        return self._article(iri, Format.NTRIPLES)

    def article_nquads(self, iri: str) -> bytes:
        """Return the quads of an article's graph and of its catalogue entry, sorted."""
        return self._article(iri, Format.NQUADS)

    def _article(self, iri: str, form: Format) -> bytes:
        article = article_iri(iri)
        output = BytesIO()
        with self._reading():
            write(article_quads(self._ox, article), output, form)
        return output.getvalue()

    def to_rdflib(self) -> Dataset:
        """Return an rdflib `Dataset` over this store; its default is all graphs."""
        from oxrdflib import OxigraphStore  # noqa: PLC0415  (rdflib takes 0.3 s)
        from rdflib import Dataset  # noqa: PLC0415

        dataset = Dataset(store=OxigraphStore(store=self._ox), default_union=True)
        for prefix, base in PREFIXES.items():
            dataset.bind(prefix, base)
        return dataset


def _is_damage(error: RuntimeError) -> bool:
    return str(error).startswith("Corruption")
