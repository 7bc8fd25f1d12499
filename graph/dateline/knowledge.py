"""The graph as a Python object: ask it, draw it, export it.

Reading articles is the business of `building`: nothing here loads a language pipeline,
so that questions are answered at once. Views, exports and checks load on first use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from dateline.errors import SourceError, StoreError, UnknownNameError
from dateline.model.facts import SALIENT, Status
from dateline.query import timeline as ask
from dateline.query.results import ArticleRef, Timeline, TimelineEntry
from dateline.rdf.places import is_remote
from dateline.rdf.store import GraphStore
from dateline.rdf.stores import Replaced, Store
from dateline.rdf.values import Answer, Value

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

    from dateline.rdf.validate import ValidationReport

_DRAWN = 0.2
"""Pages hold events down to this salience; a slider shows the lesser ones."""
_MOST_DRAWN = 2_000
"""Pages hold no more events than this, the most salient first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a run did.

    Attributes:
        read: articles read, whatever came of them.
        added, replaced, unchanged: what became of them in the store.
        skipped: what could not be read, and why.
        undated: the articles without a publication date, whose relative times stay
            unanchored.
        foreign: the articles that do not look English, of which little is read.
    """

    read: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    skipped: tuple[SourceError, ...] = ()
    undated: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


class KnowledgeGraph:
    """A store with the questions that people ask of it.

    >>> with KnowledgeGraph(GraphStore.memory()) as graph:
    ...     len(graph.timeline())
    0
    """

    def __init__(self, store: Store, report: BuildReport | None = None) -> None:
        self.store = store
        self.report = report or BuildReport()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store; a second call does nothing."""
        self.store.close()

    def timeline(
        self,
        *,
        actor: str | None = None,
        place: str | None = None,
        start: date | None = None,
        end: date | None = None,
        event_type: str | None = None,
        status: Status | None = None,
        article: str | None = None,
        min_salience: float = SALIENT,
    ) -> Timeline:
        """Return the events that fit every condition, in order of time.

        `actor` and `place` are names or aliases; `start` and `end` are inclusive;
        `min_salience` is in [0, 1], 0 returns the background too.
        """
        found = ask.timeline(
            self.store,
            actor=actor,
            place=place,
            start=start,
            end=end,
            event_type=event_type,
            status=status,
            article=article,
            min_salience=min_salience,
        )
        return replace(found, as_html=_as_html)

    def query(self, query: str, **parameters: str) -> Answer:
        """Answer a SPARQL query, or a named one with its parameters.

        Raises:
            QueryError: if the query cannot be parsed or answered.
            UnknownNameError: if it is a single word and names no query.
        """
        if query.strip().replace("-", "").isidentifier():
            from dateline.query.named import run_named

            return run_named(self.store, query.strip(), parameters)
        values: dict[str, Value] = dict(parameters)
        return self.store.query(query, values or None)

    def show(self, event: str) -> TimelineEntry:
        """Return one event with the text of its article.

        Raises:
            UnknownNameError: if the graph has no event of this IRI.
        """
        return ask.event(self.store, event, include_text=True)

    def articles(self) -> tuple[ArticleRef, ...]:
        """Return the articles, sorted by IRI, without their texts."""
        return ask.articles(self.store)

    def validate(self) -> ValidationReport:
        """Check the graph against the SHACL shapes and the rules of time."""
        from dateline.rdf.validate import validate

        return validate(self.store)

    def remove(self, article: str) -> None:
        """Remove an article and everything that only it says.

        Raises:
            UnknownNameError: if the graph has no article of this IRI.
        """
        if not self.store.remove_article(article):
            raise UnknownNameError("article", article, list(self.store.articles()))

    def copy_to(self, other: KnowledgeGraph) -> Replaced:
        """Copy the articles to another graph, each whole or not at all.

        What the other has as it is stays untouched; what is one across its articles is
        decided anew.

        Raises:
            StoreError: if one of the stores cannot be read or written.
        """
        from dateline.query.identity import fuse
        from dateline.rdf.transfer import copy_articles

        changed = copy_articles(self.store, other.store)
        if changed.added or changed.replaced:
            fuse(other.store)
        return changed

    def to_networkx(self) -> nx.MultiDiGraph:
        """Return actors, events and places as a networkx graph."""
        from dateline.query.network import to_networkx
        from dateline.query.network_view import network_of

        graph: nx.MultiDiGraph = to_networkx(network_of(self.timeline()))
        return graph

    def to_rdflib(self) -> Dataset:
        """Return the graph as an rdflib dataset over the same store."""
        return self.store.to_rdflib()

    def save_html(self, path: str | Path, *, keep_text: bool = True) -> None:
        """Write the timeline as one HTML file.

        `keep_text=False` leaves all but the evidence sentences out.
        """
        self._save_timeline(Path(path), self._drawn(), keep_text=keep_text)

    def save_network(self, path: str | Path, *, keep_text: bool = True) -> None:
        """Write the network of actors, events and places as one HTML file.

        `keep_text=False` leaves all but the evidence sentences out.
        """
        self._save_network(Path(path), self._drawn(), keep_text=keep_text)

    def save_pages(self, folder: str | Path, *, keep_text: bool = True) -> None:
        """Write `timeline.html` and `graph.html` into `folder`."""
        drawn = self._drawn()
        self._save_timeline(Path(folder) / "timeline.html", drawn, keep_text=keep_text)
        self._save_network(Path(folder) / "graph.html", drawn, keep_text=keep_text)

    def _save_timeline(self, path: Path, drawn: Timeline, *, keep_text: bool) -> None:
        from dateline.views.timeline import timeline_page

        articles = self._texts(drawn, keep_text=keep_text)
        page = timeline_page(
            drawn, articles, title=_title(articles), keep_text=keep_text
        )
        with writing(path) as file:
            file.write(page.encode())

    def _save_network(self, path: Path, drawn: Timeline, *, keep_text: bool) -> None:
        from dateline.query.network_view import network_of
        from dateline.views.network import network_page

        articles = self._texts(drawn, keep_text=keep_text)
        page = network_page(
            network_of(drawn),
            drawn,
            articles,
            title=_title(articles),
            keep_text=keep_text,
        )
        with writing(path) as file:
            file.write(page.encode())

    def export(
        self,
        format: str,  # noqa: A002  (the word users know)
        out: str | Path | IO[bytes],
        *,
        keep_text: bool = True,
    ) -> None:
        """Write the graph in an export format, see `dateline.export.FORMATS`.

        Raises:
            UnknownNameError: if there is no such format.
        """
        from dateline.export import Material, export
        from dateline.views.dates import date_words

        def dump(output: IO[bytes], syntax: str) -> None:
            self.store.dump(output, syntax, keep_text=keep_text)

        material = Material(
            timeline=self.timeline,
            network=self.to_networkx,
            dump=dump,
            say_date=date_words,
            keep_text=keep_text,
        )
        if isinstance(out, (str, Path)):
            with writing(Path(out)) as file:
                export(format, material, file)
        else:
            export(format, material, out)

    def save_tables(
        self,
        folder: str | Path,
        format: str = "csv",  # noqa: A002  (the word users know)
    ) -> tuple[Path, ...]:
        """Write events, participations, claims and mentions as tables in `folder`.

        `format` is `csv`, or `parquet`, which needs the extra of that name.

        Raises:
            UnknownNameError: if there is no such format.
            StoreError: if a file cannot be written, or pyarrow is not installed.
        """
        from dateline.export.tables import TableFormat, write_tables

        if format not in set(TableFormat):
            raise UnknownNameError("format", format, [*TableFormat])
        facts = map(self.store.article_facts, self.store.each_article())
        try:
            return write_tables(facts, Path(folder), TableFormat(format))
        except OSError as error:
            msg = f"{folder}: cannot be written: {error.strerror or error}"
            raise StoreError(msg) from error

    def _drawn(self) -> Timeline:
        """Return what a page holds: the most salient events, in order of time."""
        return ask.timeline(self.store, min_salience=_DRAWN, most=_MOST_DRAWN)

    def _texts(self, drawn: Timeline, *, keep_text: bool) -> tuple[ArticleRef, ...]:
        """Return the articles for a page; those without a drawn event stay away."""
        articles = ask.articles(self.store, include_text=keep_text)
        if len(articles) == 1:
            return articles
        told = {entry.article.iri for entry in drawn}
        return tuple(article for article in articles if article.iri in told)


def open(  # noqa: A001 - as `gzip.open` and `tarfile.open`
    path: str | Path,
    *,
    read_only: bool = False,
    credentials: str | None = None,
    graph_store: str | None = None,
) -> KnowledgeGraph:
    """Open the graph in the store at `path`, made by an earlier build.

    `path` may be the address of a SPARQL 1.1 server, `http://…`, and `credentials`
    what it wants to know: `NAME:PASSWORD` or `Bearer TOKEN`. `graph_store` is where
    the server answers the Graph Store Protocol, if whole graphs shall go that way.

    Raises:
        StoreError: if there is no store at `path`, or it is in use or damaged.

    >>> open("no/such/store")
    Traceback (most recent call last):
        ...
    dateline.errors.StoreError: no/such/store: there is no store here; ...
    """
    if is_remote(path):
        return KnowledgeGraph(open_remote(str(path), credentials, graph_store))
    place = Path(path)
    if not place.is_dir():
        msg = f"{place}: there is no store here; make one with dateline build"
        raise StoreError(msg)
    return KnowledgeGraph(GraphStore.open(place, read_only=read_only))


def open_remote(
    address: str, credentials: str | None = None, graph_store: str | None = None
) -> Store:
    """Open the graph on a SPARQL 1.1 server; nothing is asked yet.

    Raises:
        StoreError: if an address is none, or holds a password, or the credentials
            cannot be understood.
    """
    from dateline.rdf.credentials import Credentials
    from dateline.rdf.remote import HttpEndpoint
    from dateline.rdf.sparql_store import SparqlStore

    told = None if credentials is None else Credentials.parse(credentials)
    return SparqlStore(HttpEndpoint(address, credentials=told, graph_store=graph_store))


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Open a file so that a reader, or a crash, sees the old one or the new one.

    Raises:
        StoreError: if the file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        msg = f"{path}: cannot be written: {error.strerror or error}"
        raise StoreError(msg) from error
    finally:
        part.unlink(missing_ok=True)


def _title(articles: Sequence[ArticleRef]) -> str:
    """Return the title of a page: the one article's own, or how many there are."""
    if len(articles) == 1:
        return articles[0].title or "Untitled article"
    return f"{len(articles):,} articles"


def _as_html(timeline: Timeline) -> str:
    from dateline.views.table import timeline_html_fragment

    return timeline_html_fragment(timeline)
