"""Build a knowledge graph from articles: the only module that knows every stage.

It is not called `build`: a module of that name would hide the function `dateline.build`
as soon as anything imported it.
"""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Protocol

from dateline.annotate.events import event_stage
from dateline.annotate.pipeline import annotate, default_stages
from dateline.annotate.timex import STAGE_OPTIONS, TimexOptions, timex_stage
from dateline.annotate.tokens import load_pipeline, parse, pipeline_name
from dateline.errors import SourceError
from dateline.knowledge import BuildReport, KnowledgeGraph, open_remote
from dateline.model.text import Document
from dateline.model.user_types import NO_TYPES, UserTypes
from dateline.query.identity import fuse
from dateline.rdf.encode import EncodedArticle, encode_article
from dateline.rdf.files import GraphFiles
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore
from dateline.rdf.stores import Replaced, Store
from dateline.rdf.unfinished import marked
from dateline.resolve.facts import resolve
from dateline.sources import read
from dateline.sources.event_types import read_event_types
from dateline.sources.languages import looks_english

STORE_FOLDER = "store"
"""Where the store lies in the folder that a build writes to."""

_FILES = {"graph.ttl": "turtle", "graph.trig": "trig"}
_CHUNK = 64
"""Articles that are read, and written to the store, together."""
_COMPACTED = 8
"""A store is compacted when at least one article in so many is new."""


class Progress(Protocol):
    """Is told how many articles are done; the total is unknown while they stream."""

    def __call__(self, done: int, total: int | None = None) -> None:
        """Take note that `done` articles are done."""


def build(
    inputs: Sequence[str | Path],
    *,
    out: str | Path | None = None,
    store: str | None = None,
    credentials: str | None = None,
    graph_store: str | None = None,
    published: str | None = None,
    keep_text: bool = True,
    jobs: int = 1,
    times: TimexOptions = STAGE_OPTIONS,
    types: str | Path | None = None,
    stdin: BinaryIO | None = None,
    on_error: Callable[[SourceError], None] | None = None,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Read articles and return the graph of what they say.

    Args:
        inputs: text, HTML and JSON Lines files, folders, globs, or `-` for `stdin`.
        out: the folder for the store, Turtle, TriG and both pages; without it, the
            graph stays in memory. What a store there already holds stays in it.
        store: the address of a SPARQL 1.1 server to write to, instead of a folder.
        credentials: `NAME:PASSWORD` or `Bearer TOKEN`, if the server wants them.
        graph_store: where that server answers the Graph Store Protocol, if whole graphs
            shall go that way.
        published: the publication date of all the articles, ISO 8601.
        keep_text: whether to keep the texts in the graph; the evidence is kept anyhow.
        jobs: how many processes read.
        times: how times are read: the first day of a week, the hemisphere of seasons,
            the order of day and month in digits, the first month of a fiscal year.
        types: a file of event types of your own, TOML; see the how-to about it.
        stdin: what `-` reads.
        on_error: is told of each article that is skipped, as it happens.
        progress: is told how many articles are done.

    Returns:
        The graph; its `report` says what was read, skipped and left undated.

    Raises:
        ValueError: if both `out` and `store` are given.
        SourceError: if `published` is no date.
        TypeFileError: if the file of event types cannot be read.
        StoreError: if the store cannot be opened or written.
        ModelMissingError: if no English pipeline is installed.
    """
    if out is not None and store is not None:
        raise ValueError("a build writes to a folder or to a server, not to both")
    run = _Run(
        keep_text=keep_text,
        times=times,
        types=NO_TYPES if types is None else read_event_types(types),
        on_error=on_error,
        progress=progress,
        jobs=max(jobs, 1),
    )
    folder = None if out is None else Path(out)
    # First: a wrong date is told before a store is made for nothing.
    documents = read(
        [str(each) for each in inputs],
        published=published,
        stdin=stdin,
        on_error=run.skip,
    )
    with ExitStack() as stack:
        opened = stack.enter_context(
            _open_store(folder, store, credentials, graph_store)
        )
        with marked(folder) as run.resumes:
            graph = _build_in(opened, run, documents, folder)
        # All went well: the store stays open, for the caller to close.
        stack.pop_all()
    return graph


def _build_in(
    store: Store, run: _Run, documents: Iterable[Document], folder: Path | None
) -> KnowledgeGraph:
    if folder is None:
        changed, _ = _fill_and_fuse(store, run, documents, None)
        return KnowledgeGraph(store, run.report(changed))
    if store.articles():
        changed, _ = _fill_and_fuse(store, run, documents, None)
        graph = KnowledgeGraph(store, run.report(changed))
        _dump_files(graph, folder, keep_text=run.keep_text)
    else:
        graph = _fill_fresh(store, run, documents, folder)
    graph.save_pages(folder, keep_text=run.keep_text)
    return graph


def _open_store(
    folder: Path | None,
    address: str | None,
    credentials: str | None,
    graph_store: str | None,
) -> Store:
    if address is not None:
        return open_remote(address, credentials, graph_store)
    if folder is None:
        return GraphStore.memory()
    return GraphStore.open(folder / STORE_FOLDER)


@dataclass(slots=True, kw_only=True)
class _Run:
    """One run: its settings, and what it has met so far.

    It `resumes` if an earlier one was interrupted, and perhaps before the end of it.
    """

    keep_text: bool
    times: TimexOptions
    types: UserTypes
    on_error: Callable[[SourceError], None] | None
    progress: Progress | None
    jobs: int
    resumes: bool = False
    read: int = 0
    unchanged: int = 0
    skipped: list[SourceError] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def skip(self, error: SourceError) -> None:
        self.skipped.append(error)
        if self.on_error is not None:
            self.on_error(error)

    def tell(self, done: int) -> None:
        if self.progress is not None:
            self.progress(done)

    def report(self, changed: Replaced) -> BuildReport:
        return BuildReport(
            read=self.read,
            added=changed.added,
            replaced=changed.replaced,
            unchanged=self.unchanged + changed.unchanged,
            skipped=tuple(self.skipped),
            undated=tuple(self.undated),
            foreign=tuple(self.foreign),
        )


def run_info(
    times: TimexOptions = STAGE_OPTIONS, types: UserTypes = NO_TYPES
) -> RunInfo:
    """Return who writes: this software, its settings, its language pipeline."""
    told = repr(times) if times != STAGE_OPTIONS or types else ""
    # What the file of types says counts, not how: a comment changes no result.
    told += repr(types) if types else ""
    settings = hashlib.sha256(told.encode()).hexdigest() if told else None
    return RunInfo(
        software=f"Dateline {version('dateline')}",
        config_sha256=settings,
        pipeline=pipeline_name(),
    )


def _fill_fresh(
    store: Store, run: _Run, documents: Iterable[Document], folder: Path
) -> KnowledgeGraph:
    """Read `documents` into an empty store, and write its files on the way."""
    with GraphFiles(*(folder / name for name in _FILES)) as files:
        changed, fusion = _fill_and_fuse(store, run, documents, files)
        graph = KnowledgeGraph(store, run.report(changed))
        # What came twice stands in the files twice: then the store tells.
        if changed.replaced or changed.unchanged:
            _dump_files(graph, folder, keep_text=run.keep_text)
        else:
            files.keep(fusion)
    return graph


def _fill_and_fuse(
    store: Store,
    run: _Run,
    documents: Iterable[Document],
    files: GraphFiles | None,
) -> tuple[Replaced, bytes]:
    """Return what was read into `store`, and its new fusion graph."""
    changed = _fill(store, run, documents, files)
    _compact(store, changed, resumes=run.resumes)
    is_changed = changed.added or changed.replaced or run.resumes
    fusion = fuse(store) if is_changed else b""
    return changed, fusion


def _compact(store: Store, changed: Replaced, *, resumes: bool) -> None:
    """Compact a store on disk that has grown much.

    Each chunk is a file of its own in every index, which triples the time of a query
    that reads much. To compact rewrites the whole store: for one more article in many
    it would cost more than it gives.
    """
    if not isinstance(store, GraphStore) or store.path is None:
        return
    has_grown = changed.added and changed.added * _COMPACTED >= len(store.articles())
    if has_grown or resumes:
        store.optimize()


def _fill(
    store: Store,
    run: _Run,
    documents: Iterable[Document],
    files: GraphFiles | None,
) -> Replaced:
    """Read `documents` into `store`, in chunks, in order."""

    def write(articles: list[EncodedArticle]) -> Replaced:
        if files is not None:
            files.add(articles)
        return store.replace_articles(articles)

    info = run_info(run.times, run.types)
    chunks = _chunks(_new_documents(store, run, documents, info))
    total = Replaced()
    # The store writes while the next chunk is read: neither holds the other up.
    with ThreadPoolExecutor(max_workers=1) as writer:
        writing: Future[Replaced] | None = None
        for encoded, errors in _encoded(chunks, run, info):
            for error in errors:
                run.skip(error)
            if writing is not None:
                total += writing.result()
            writing = writer.submit(write, encoded)
            run.tell(run.read)
        if writing is not None:
            total += writing.result()
    return total


def _new_documents(
    store: Store, run: _Run, documents: Iterable[Document], info: RunInfo
) -> Iterator[Document]:
    """Yield the documents that are not in the store as they are."""
    for document in documents:
        run.read += 1
        if document.dct is None:
            run.undated.append(document.title or document.id)
        if not looks_english(document.text):
            run.foreign.append(document.title or document.id)
        if store.has_document(document, info, keep_text=run.keep_text):
            run.unchanged += 1
        else:
            yield document


def _chunks(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while chunk := list(islice(documents, _CHUNK)):
        yield chunk


_Encoded = tuple[list[EncodedArticle], list[SourceError]]


def _encoded(
    chunks: Iterator[list[Document]], run: _Run, info: RunInfo
) -> Iterator[_Encoded]:
    """Yield what each chunk says, in order, read by `jobs` processes."""
    if run.jobs == 1:
        for chunk in chunks:
            yield read_chunk(
                chunk,
                info,
                times=run.times,
                types=run.types,
                keep_text=run.keep_text,
            )
        return
    # A forked child would inherit the threads' locks of the store: start fresh ones.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        max_workers=run.jobs, mp_context=context, initializer=load_pipeline
    ) as pool:
        waiting: list[Future[_Encoded]] = []
        for chunk in chunks:
            waiting.append(
                pool.submit(
                    read_chunk,
                    chunk,
                    info,
                    times=run.times,
                    types=run.types,
                    keep_text=run.keep_text,
                )
            )
            # Bounds the memory: no more chunks wait than the workers need.
            if len(waiting) > 2 * run.jobs:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def read_chunk(
    documents: Sequence[Document],
    info: RunInfo,
    *,
    times: TimexOptions,
    types: UserTypes = NO_TYPES,
    keep_text: bool,
) -> _Encoded:
    """Take documents the whole way from text to quads.

    A document that breaks a stage is reported and left out; the others go on.
    """
    stages = default_stages({"timex": timex_stage(times), "events": event_stage(types)})
    encoded, errors = [], []
    for doc in parse(documents):
        try:
            done = next(annotate([doc], stages))
            facts = resolve(done)
            encoded.append(
                encode_article(facts, run=info, keep_text=keep_text, types=types)
            )
        except Exception as error:  # noqa: BLE001 - a corpus outlives a bad article
            why = f"reading it failed in an unforeseen way ({error!r})"
            hint = "please report this article"
            errors.append(SourceError(repr(doc.document.id), why, hint))
    return encoded, errors


def _dump_files(graph: KnowledgeGraph, folder: Path, *, keep_text: bool) -> None:
    for name, form in _FILES.items():
        graph.export(form, folder / name, keep_text=keep_text)
