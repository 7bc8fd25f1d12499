"""A process that evaluates queries, and may be killed.

It is `python -m dateline.server.worker`: it reads requests from its standard input and
answers on its standard output, one after the other, see `frames`. It knows Oxigraph
through `rdf.engine`, and nothing of HTTP.
The process called the keeper has the same form; it alone touches the store itself.
"""

from __future__ import annotations

import fcntl
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any

from dateline.errors import DatelineError, QueryError, SourceError, StoreError
from dateline.query.named import hidden_columns, named_query
from dateline.rdf import engine
from dateline.rdf.description import Service, write_description
from dateline.rdf.guard import refuse_calls
from dateline.rdf.service_calls import route_calls
from dateline.rdf.table import Row, Table, ask_table
from dateline.server import frames, media
from dateline.server.excerpts import EXCERPTS, visible
from dateline.server.keeper import Keeper
from dateline.server.question import Question
from dateline.server.sandbox import confine, limit_memory
from dateline.server.tables import FORMATS, WRITERS

_CHUNK = 1 << 18
_PIPE = 1 << 20
_GZIP = 31
# What stands once in each row and nowhere else, but in a literal that is made for it.
# To look at each row in Python would double the time of a query.
# Beside the mark, how much more often it stands than there are rows.
_ROW = {
    "application/sparql-results+json": (b',{"', -1),
    "application/sparql-results+xml": (b"<result>", 0),
    "text/csv": (b"\r\n", 1),
    "text/tab-separated-values": (b"\n", 1),
}
_NO_ROWS = (b"", 0)
_TOO_LARGE = "the result is larger than {:,} bytes: add a LIMIT"
_TOO_MANY = "the result has more than {:,} rows: add a LIMIT"


class TooLargeError(DatelineError):
    """Say that a result is larger than the server allows."""


@dataclass(slots=True)
class Output:
    """Collect what Oxigraph writes in pieces of 8 KB; send it in larger ones.

    Rows are counted in what is written.
    """

    pipe: IO[bytes]
    media_type: str
    head: dict[str, Any]
    max_bytes: int
    max_rows: int
    gzip: Any = None
    size: int = 0
    rows: int = 0
    is_dry: bool = False
    _held: bytearray = field(default_factory=bytearray)
    _tail: bytes = b""
    _is_begun: bool = False

    def write(self, chunk: bytes) -> int:
        """Take a piece of the result."""
        self.size += len(chunk)
        mark, extra = _ROW.get(self.media_type, _NO_ROWS)
        if mark:
            # A mark may lie across two pieces, but not in what is kept of the first.
            seen = self._tail + chunk
            self.rows += seen.count(mark)
            self._tail = seen[1 - len(mark) :] if len(mark) > 1 else b""
        if self.size > self.max_bytes:
            raise TooLargeError(_TOO_LARGE.format(self.max_bytes))
        if self.rows > self.max_rows + extra:
            raise TooLargeError(_TOO_MANY.format(self.max_rows))
        if self.is_dry:
            return len(chunk)
        self._held += chunk if self.gzip is None else self.gzip.compress(chunk)
        if len(self._held) >= _CHUNK:
            self._send(b"")
        return len(chunk)

    def flush(self) -> None:
        """Do nothing: small pieces would be dear."""

    def close(self) -> None:
        """Send the rest, and that this was all."""
        if self.gzip is not None:
            self._held += self.gzip.flush()
        if self._is_begun:
            self._send(frames.pack_json(frames.END, {}))
        else:
            self.pipe.write(frames.pack_whole(self.head, bytes(self._held)))
            self.pipe.flush()

    def _send(self, tail: bytes) -> None:
        begin = b"" if self._is_begun else frames.pack_json(frames.HEAD, self.head)
        data = frames.pack(frames.DATA, bytes(self._held)) if self._held else b""
        self.pipe.write(begin + data + tail)
        self.pipe.flush()
        self._is_begun = True
        self._held.clear()


@dataclass(slots=True)
class Reader:
    """The checkpoint that is open, and the questions that it answers."""

    pipe: IO[bytes]
    path: str | None = None
    store: Any = None

    def open(self, request: dict[str, Any]) -> None:
        """Open the checkpoint of a request, unless it is open."""
        if self.store is None or request["store"] != self.path:
            self.store = None
            self.store = engine.open_checkpoint(request["store"])
            self.path = request["store"]

    def answer(self, request: dict[str, Any]) -> None:
        """Answer a request."""
        self.open(request)
        _READS[request["op"]](self, request)

    def ready(self, request: dict[str, Any]) -> None:
        """Say that the checkpoint is open."""
        del request
        self.output({}, "").close()

    def query(self, request: dict[str, Any]) -> None:
        """Answer a SPARQL query."""
        sparql = request["sparql"]
        if request["relay"] is None:
            refuse_calls(sparql)
        else:
            sparql = route_calls(sparql, request["services"], request["relay"])
        scope = engine.Scope(tuple(request["default"]), tuple(request["named"]))
        result = engine.ask(self.store, sparql, scope, request["base"])
        self.send(request, media.OFFERS[result.kind], result.write)

    def named(self, request: dict[str, Any]) -> None:
        """Answer a named question."""
        query = named_query(request["name"])
        question = Question(query=query, base=request["base"], typed=request["typed"])
        hidden = hidden_columns(query)
        table = ask_table(self.store, query.sparql, question.bindings, hidden)
        capped = Table(table.columns, _capped(table.rows, request))

        def write(output: Any, media_type: str) -> None:
            for text in WRITERS[media_type](question, capped):
                output.write(text.encode("utf-8", "replace"))

        self.send(request, tuple(FORMATS.values()), write)

    def graph(self, request: dict[str, Any]) -> None:
        """Write a graph, or with no graph named, all of them."""
        name = request["graph"]
        if not engine.has_graph(self.store, name):
            raise LookupError(f"there is no graph <{name}>")

        def write(output: Any, media_type: str) -> None:
            engine.write_graph(self.store, name, output, media_type)

        # How long it is may be asked for a graph: it is not for a query.
        self.send(request, media.GRAPHS, write, measures=True)

    def dataset(self, request: dict[str, Any]) -> None:
        """Write all graphs."""

        def write(output: Any, media_type: str) -> None:
            engine.write_dataset(self.store, output, media_type)

        self.send(request, media.DATASETS, write)

    def counts(self, request: dict[str, Any]) -> None:
        """Count the triples of each graph."""
        del request
        default, named = engine.count_graphs(self.store)
        self.output({"default": default, "named": named}, "").close()

    def excerpt(self, request: dict[str, Any]) -> None:
        """Answer with an excerpt, as JSON."""
        told = visible(EXCERPTS[request["op"]](self.store, request))
        body = json.dumps(told, ensure_ascii=False).encode()
        if len(body) > request["max_bytes"]:
            msg = f"the answer is larger than {request['max_bytes']:,} bytes: "
            raise TooLargeError(msg + "ask for fewer rows, or for less of each")
        output = self.output({}, "", {**request, "method": "GET"})
        output.write(body)
        output.close()

    def description(self, request: dict[str, Any]) -> None:
        """Describe the service."""
        service = Service(**request["service"])

        def write(output: Any, media_type: str) -> None:
            write_description(service, output, media_type)

        self.send(request, media.GRAPHS, write)

    def send(
        self,
        request: dict[str, Any],
        offers: tuple[media.Media, ...],
        write: Callable[[Any, str], None],
        *,
        measures: bool = False,
    ) -> None:
        """Write a result in the best syntax."""
        wanted = request.get("form") or request["accept"]
        chosen = media.choose(wanted, offers)
        if chosen is None:
            types = ", ".join(offer.type for offer in offers)
            raise NotAcceptableError(f"nothing fits the Accept header; try {types}")
        head: dict[str, Any] = {"content_type": chosen.content_type}
        if request["method"] == "HEAD" and measures:
            measured = self.output(head, chosen.type, {**request, "max_rows": 0})
            measured.is_dry = True
            write(measured, chosen.type)
            head["length"] = measured.size
        output = self.output(head, chosen.type, request)
        if request["method"] != "HEAD":
            write(output, chosen.type)
        output.close()

    def output(
        self,
        head: dict[str, Any],
        media_type: str,
        request: dict[str, Any] | None = None,
    ) -> Output:
        """Return where an answer with this head is written to."""
        asked = request or {}
        is_packed = asked.get("gzip", False) and asked["method"] != "HEAD"
        return Output(
            pipe=self.pipe,
            media_type=media_type,
            head={**head, "gzip": is_packed},
            max_bytes=asked.get("max_bytes", 0),
            max_rows=asked.get("max_rows", 0),
            gzip=zlib.compressobj(5, zlib.DEFLATED, _GZIP) if is_packed else None,
        )


_READS = {
    "open": Reader.ready,
    "query": Reader.query,
    "named": Reader.named,
    "graph": Reader.graph,
    "dataset": Reader.dataset,
    "counts": Reader.counts,
    "description": Reader.description,
    **dict.fromkeys(EXCERPTS, Reader.excerpt),
}


def _capped(rows: Iterator[Row], limits: dict[str, Any]) -> Iterator[Row]:
    """Yield rows within the limits.

    A page is made as a whole, so that the texts of its cells are counted before: what
    is written has each of them.
    """
    size = 0
    for number, row in enumerate(rows):
        if number >= limits["max_rows"]:
            raise TooLargeError(_TOO_MANY.format(limits["max_rows"]))
        size += sum(len(cell.text) for cell in row if cell is not None)
        if size > limits["max_bytes"]:
            raise TooLargeError(_TOO_LARGE.format(limits["max_bytes"]))
        yield row


class NotAcceptableError(DatelineError):
    """Say that no syntax fits what the client accepts."""


_BUG = 500
# What went wrong, by what was raised; the first that fits.
_STATUS: tuple[tuple[type[BaseException], int], ...] = (
    (TooLargeError, 403),
    (NotAcceptableError, 406),
    (QueryError, 400),
    (SourceError, 400),
    (StoreError, 503),
    (LookupError, 404),
    (RecursionError, 400),
    (OSError, _BUG),
)


def _told(error: BaseException, relay: str | None) -> dict[str, Any]:
    """Return the status and the reason of an error, without the relay's secret."""
    status = next(s for kind, s in _STATUS if isinstance(error, kind))
    if relay is None:
        return {"status": status, "detail": str(error)}
    detail = str(error).replace(relay, "SERVICE ")
    return {"status": 502 if status == _BUG else status, "detail": detail}


def serve(source: IO[bytes], pipe: IO[bytes], answer: Callable[..., None]) -> None:
    """Answer requests until the pipe ends."""
    while (frame := frames.read(source)) is not None:
        request = json.loads(frame[1])
        bodies = [frames.read(source) for _ in range(request.get("bodies", 0))]
        try:
            answer(request, *[body[1] for body in bodies if body is not None])
        except MemoryError:
            # What holds the memory may never let go of it: as where Oxigraph finds
            # none, the process ends, and another one takes its place.
            os.abort()
        except tuple(kind for kind, _ in _STATUS) as error:
            body = _told(error, request.get("relay"))
            pipe.write(frames.pack_json(frames.ERROR, body))
            pipe.flush()


def main(arguments: list[str]) -> None:
    """Run as a reader, or with a store, as its keeper."""
    max_bytes, port, *keeper = arguments
    source = os.fdopen(os.dup(0), "rb")
    pipe = os.fdopen(os.dup(1), "wb")
    with suppress(OSError, AttributeError):
        # Of Linux; a pipe of 64 KB would wake the server four times for a chunk.
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
    # Whatever a library prints must not get between the frames.
    os.dup2(2, 1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    limit_memory(int(max_bytes))
    confine(int(port))
    if keeper:
        place, mode = keeper
        serve(source, pipe, Keeper(pipe, place, is_writable=mode == "write").answer)
    else:
        serve(source, pipe, Reader(pipe).answer)


if __name__ == "__main__":
    main(sys.argv[1:])
