"""Answer queries as bytes and apply updates, for a server's own processes.

What `GraphStore` is to a program, this is to a server: no Python value for a term, but
Oxigraph's own writers, and the operations of the Graph Store Protocol.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from dateline.errors import QueryError, SourceError, StoreError
from dateline.rdf.functions import FUNCTIONS
from dateline.rdf.guard import refuse_calls
from dateline.rdf.sparql_text import has_dataset, with_using
from dateline.rdf.table import Table, cells_of
from dateline.rdf.terms import PREFIXES

_BAD_QUERY = (SyntaxError, ValueError, RuntimeError)


class Kind(StrEnum):
    """What a query gives, which decides the syntaxes that it can be written in."""

    SOLUTIONS = "solutions"
    BOOLEAN = "boolean"
    GRAPH = "graph"


@dataclass(frozen=True, slots=True)
class Scope:
    """The dataset of a request; without both, a query sees the union of all graphs.

    >>> Scope().is_given
    False
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether the request names a graph."""
        return bool(self.default or self.named)


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gives, not yet written; its rows are computed on the way out."""

    kind: Kind
    raw: Any

    @property
    def is_true(self) -> bool:
        """What an `ASK` query says."""
        return bool(self.raw)

    def table(self) -> Table:
        """Return the solutions of a `SELECT` query, computed as they are taken."""
        names = tuple(variable.value for variable in self.raw.variables)
        return Table(names, cells_of(self.raw, range(len(names))))

    def triples(self) -> Iterator[ox.Triple]:
        """Yield what a `CONSTRUCT` or `DESCRIBE` query gives."""
        try:
            yield from self.raw
        except _BAD_QUERY as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    def write(self, output: IO[bytes], media_type: str) -> None:
        """Write it; `media_type` is one that fits the kind."""
        form: Any = (
            ox.RdfFormat.from_media_type(media_type)
            if self.kind is Kind.GRAPH
            else ox.QueryResultsFormat.from_media_type(media_type)
        )
        try:
            self.raw.serialize(output, form)
        except _BAD_QUERY as error:
            raise QueryError(f"the query cannot be answered: {error}") from error


def turtle(triples: Iterable[ox.Triple]) -> str:
    """Write triples as Turtle, with those of the usual prefixes that they use.

    >>> turtle([])
    ''
    """
    listed = list(triples)
    told = "".join(map(str, listed))
    used = {name: base for name, base in PREFIXES.items() if f"<{base}" in told}
    form: Any = ox.RdfFormat.TURTLE
    return (ox.serialize(listed, format=form, prefixes=used) or b"").decode()


def open_checkpoint(path: str | Path | None) -> ox.Store:
    """Open a checkpoint, which nobody writes; `None` is the empty store.

    Raises:
        StoreError: if it is damaged.
    """
    if path is None:
        return ox.Store()
    try:
        return ox.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        msg = f"{path}: the store is damaged or cannot be read: {error}"
        raise StoreError(msg) from error


def make_checkpoint(store: ox.Store, to: str | Path) -> None:
    """Copy a store by hard links to a folder that is not there yet.

    Raises:
        StoreError: if that fails.
    """
    try:
        store.backup(str(to))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{to}: no checkpoint can be made: {error}") from error


def is_same(one: ox.Store, other: ox.Store) -> bool:
    """Tell whether two checkpoints of one store hold the same quads and graphs.

    On disk both yield them in the order of their keys, so that nothing is kept.

    >>> is_same(ox.Store(), ox.Store())
    True
    """
    quads = (store.quads_for_pattern(None, None, None) for store in (one, other))
    if any(left != right for left, right in zip_longest(*quads)):
        return False
    graphs = (store.named_graphs() for store in (one, other))
    return all(left == right for left, right in zip_longest(*graphs))


def ask(store: ox.Store, sparql: str, scope: Scope, base: str | None = None) -> Result:
    """Begin to answer a query; the usual prefixes need not be declared.

    A dataset of the request wins over that of the query (Protocol, section 2.1.4).

    Raises:
        QueryError: if it cannot be parsed.

    >>> ask(ox.Store(), "ASK {}", Scope()).kind
    <Kind.BOOLEAN: 'boolean'>
    """
    options: dict[str, Any] = {}
    if scope.is_given:
        options["default_graph"] = _nodes(scope.default)
        options["named_graphs"] = _nodes(scope.named)
    elif not has_dataset(sparql):
        options["use_default_graph_as_union"] = True
    try:
        raw: Any = store.query(
            sparql,
            base_iri=base,
            prefixes=PREFIXES,
            custom_functions=dict(FUNCTIONS),
            **options,
        )
    except _BAD_QUERY as error:
        raise QueryError(f"the query cannot be parsed: {error}") from error
    if isinstance(raw, ox.QueryBoolean):
        return Result(Kind.BOOLEAN, raw)
    if isinstance(raw, ox.QueryTriples):
        return Result(Kind.GRAPH, raw)
    return Result(Kind.SOLUTIONS, raw)


def update(store: ox.Store, sparql: str, scope: Scope, base: str | None = None) -> None:
    """Apply an update, all of it or nothing.

    Raises:
        QueryError: if it cannot be parsed, or would leave the store.

    >>> update(ox.Store(), "LOAD <http://a/>", Scope())
    Traceback (most recent call last):
        ...
    dateline.errors.QueryError: LOAD is off: an update must not leave the store
    """
    _check(_nodes([*scope.default, *scope.named]))
    refuse_calls(sparql, is_update=True)
    text = with_using(sparql, scope.default, scope.named)
    try:
        store.update(text, base_iri=base, prefixes=PREFIXES)
    except _BAD_QUERY as error:
        raise QueryError(f"the update cannot be applied: {error}") from error


def _check(nodes: Iterable[Any]) -> None:
    """Make sure that IRIs are some: to make the terms has done it."""
    for _ in nodes:
        pass


def _nodes(iris: Iterable[str]) -> list[Any]:
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError(f"the name of a graph is not an IRI: {error}") from error


# The Graph Store Protocol. The graph `None` is the default graph.


def has_graph(store: ox.Store, graph: str | None) -> bool:
    """Tell whether there is such a graph; the default graph is always there.

    >>> has_graph(ox.Store(), "urn:g"), has_graph(ox.Store(), None)
    (False, True)
    """
    return graph is None or store.contains_named_graph(*_nodes([graph]))


def write_graph(
    store: ox.Store, graph: str | None, output: IO[bytes], media_type: str
) -> None:
    """Write one graph."""
    name: Any = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
    form: Any = ox.RdfFormat.from_media_type(media_type)
    store.dump(output, form, from_graph=name)


def write_dataset(store: ox.Store, output: IO[bytes], media_type: str) -> None:
    """Write all graphs in a syntax that has graphs."""
    form: Any = ox.RdfFormat.from_media_type(media_type)
    store.dump(output, form)


def _is_new(store: ox.Store, graph: str | None) -> bool:
    """Tell whether what is written makes a graph; an empty default graph is none."""
    if graph is not None:
        return not has_graph(store, graph)
    quads = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return next(iter(quads), None) is None


def put_graph(
    store: ox.Store, graph: str | None, parts: Sequence[tuple[str, bytes]], base: str
) -> bool:
    """Put the triples of all parts, of a media type each, in the place of a graph's.

    Returns whether the graph is new. It is one transaction.

    Raises:
        SourceError: if a part cannot be parsed.
    """
    is_new = _is_new(store, graph)
    triples = " ".join(f"{quad.triple} ." for quad in _parse(parts, base))
    if graph is None:
        steps = f"CLEAR DEFAULT; INSERT DATA {{ {triples} }}"
    else:
        steps = (
            f"DROP SILENT GRAPH <{graph}>; CREATE GRAPH <{graph}>; "
            f"INSERT DATA {{ GRAPH <{graph}> {{ {triples} }} }}"
        )
    _apply(store, steps)
    return is_new


def post_graph(
    store: ox.Store, graph: str | None, parts: Sequence[tuple[str, bytes]], base: str
) -> bool:
    """Add the triples of all parts to a graph; returns whether the graph is new.

    Raises:
        SourceError: if a part cannot be parsed.
    """
    is_new = _is_new(store, graph)
    name: Any = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
    quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object, name)
        for quad in _parse(parts, base)
    ]
    try:
        store.extend(quads)
    except OSError as error:
        raise StoreError(f"the store cannot be written: {error}") from error
    if graph is not None and not quads:
        store.add_graph(name)
    return is_new


def delete_graph(store: ox.Store, graph: str | None) -> bool:
    """Remove a graph, or empty the default graph; returns whether there was one."""
    if not has_graph(store, graph):
        return False
    _apply(store, "CLEAR DEFAULT" if graph is None else f"DROP GRAPH <{graph}>")
    return True


def _apply(store: ox.Store, steps: str) -> None:
    try:
        store.update(steps)
    except OSError as error:
        raise StoreError(f"the store cannot be written: {error}") from error


def _parse(parts: Sequence[tuple[str, bytes]], base: str) -> Iterator[ox.Quad]:
    for media_type, body in parts:
        form: Any = ox.RdfFormat.from_media_type(media_type)
        try:
            yield from ox.parse(
                body,
                form,
                base_iri=base,
                without_named_graphs=True,
                rename_blank_nodes=True,
            )
        except (SyntaxError, ValueError, OSError) as error:
            hint = "mend it, or name its true Content-Type"
            raise SourceError("body", f"no {media_type}: {error}", hint) from error


def count_graphs(store: ox.Store) -> tuple[int, dict[str, int]]:
    """Count the triples of the default graph, and of each named graph, sorted.

    >>> count_graphs(ox.Store())
    (0, {})
    """
    inside: Any = store.query(
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    )
    counts = {row["g"].value: int(row["n"].value) for row in inside if row["g"]}
    empty: Iterable[Any] = store.named_graphs()
    named = {graph.value: counts.get(graph.value, 0) for graph in empty}
    return len(store) - sum(named.values()), dict(sorted(named.items()))
