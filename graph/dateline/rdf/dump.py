"""Write quads in the RDF syntaxes, the same quads always as the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import IO, Any

import pyoxigraph as ox

from dateline.errors import UnknownNameError
from dateline.rdf.jsonld import write_jsonld
from dateline.rdf.sorting import sorted_lines
from dateline.rdf.terms import DL, PREFIXES
from dateline.rdf.turtle import HEAD


class Format(StrEnum):
    """The syntaxes that a store can be written in."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


_OX_FORMAT = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.RDFXML: ox.RdfFormat.RDF_XML,
}
_HOLDS_GRAPHS = frozenset({Format.TRIG, Format.NQUADS, Format.JSONLD})
_TURTLE = frozenset({Format.TURTLE, Format.TRIG})
_LINES = frozenset({Format.NQUADS, Format.NTRIPLES})


def form_of(name: str) -> Format:
    """Return the syntax called `name`.

    Raises:
        UnknownNameError: if there is none; the message lists the known ones.

    >>> form_of("trig")
    <Format.TRIG: 'trig'>
    """
    if name not in {form.value for form in Format}:
        raise UnknownNameError("format", name, [form.value for form in Format])
    return Format(name)


def write(quads: Iterable[Any], output: IO[bytes], form: Format) -> None:
    """Write quads, or triples; syntaxes without graphs leave the graph names out.

    N-Quads and N-Triples are sorted as a whole; the others keep the order they get.
    None of them holds more than a part of it in memory.
    """
    stream = quads if form in _HOLDS_GRAPHS else _triples(quads)
    if form in _LINES:
        lines = (f"{statement} .\n".encode() for statement in stream)
        output.writelines(sorted_lines(lines))
    elif form is Format.JSONLD:
        write_jsonld(stream, output)
    elif form in _TURTLE:
        sink: Any = _SortedPrefixes(output)
        ox.serialize(stream, sink, _OX_FORMAT[form], prefixes=PREFIXES)
        sink.close()
    else:
        # Prefixes would come in an order that changes from run to run.
        ox.serialize(stream, output, _OX_FORMAT[form])


def write_store(store: Any, output: IO[bytes], form: Format) -> None:
    """Write a whole Oxigraph store on disk in Turtle or TriG, by Oxigraph's own writer.

    It takes two thirds of the time of `write`. The order is that of the keys in the
    store, which are hashes of the terms: the same quads come out as the same bytes.
    """
    inner = output if form is Format.TRIG else _Unwrapped(output)
    sink: Any = _SortedPrefixes(inner)
    store.dump(sink, ox.RdfFormat.TRIG, prefixes=PREFIXES)
    sink.close()
    if isinstance(inner, _Unwrapped):
        inner.close()


def parse_trig(trig: bytes) -> Iterator[Any]:
    """Yield the quads of TriG that lacks its declarations of prefixes."""
    data = HEAD.encode() + trig
    return ox.parse(data, ox.RdfFormat.TRIG)


def to_nquads(trig: bytes) -> bytes:
    """Return TriG that lacks its declarations of prefixes as lines, in its order."""
    return "".join(f"{quad} .\n" for quad in parse_trig(trig)).encode()


def without_text(quads: Iterable[Any]) -> Iterator[Any]:
    """Leave out the articles' texts; the quoted evidence stays."""
    return (quad for quad in quads if quad.predicate.value != DL.text)


def order(statement: Any) -> tuple[str, str, str]:
    """Return what quads of a graph are sorted by."""
    return str(statement.subject), str(statement.predicate), str(statement.object)


def _triples(quads: Iterable[Any]) -> Iterator[Any]:
    return (quad.triple if isinstance(quad, ox.Quad) else quad for quad in quads)


class _SortedPrefixes:
    """Sort the `@prefix` lines: Oxigraph writes them in the order of a hash map."""

    def __init__(self, output: Any) -> None:
        self._output = output
        self._head: bytes | None = b""

    def write(self, chunk: bytes) -> int:
        if self._head is None:
            self._output.write(chunk)
            return len(chunk)
        self._head += chunk
        last = self._head.rpartition(b"\n")[0].rpartition(b"\n")[2]
        if last and not last.startswith(b"@prefix"):
            self.close()
        return len(chunk)

    def flush(self) -> None:
        self._output.flush()

    def close(self) -> None:
        if self._head is None:
            return
        lines = self._head.splitlines(keepends=True)
        count = sum(1 for line in lines if line.startswith(b"@prefix"))
        self._output.writelines(sorted(lines[:count]))
        self._output.writelines(lines[count:])
        self._head = None


class _Unwrapped:
    """Turn TriG, as Oxigraph writes it, to Turtle: leave out what wraps its graphs.

    A graph opens with its name and a brace on a line of their own and closes with a
    brace on another; line breaks in literals are escaped, so no text looks like that.
    """

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output
        self._rest = b""

    def write(self, chunk: bytes) -> int:
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        for line in lines:
            self._line(line)
        return len(chunk)

    def writelines(self, chunks: Iterable[bytes]) -> None:
        for chunk in chunks:
            self.write(chunk)

    def flush(self) -> None:
        self._output.flush()

    def close(self) -> None:
        if self._rest:
            self._line(self._rest)
            self._rest = b""

    def _line(self, line: bytes) -> None:
        if line != b"}" and not (line.endswith(b" {") and not line.startswith(b"\t")):
            self._output.write(line + b"\n")
