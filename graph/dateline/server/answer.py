"""Send what a worker answers: streamed, within limits, never half in silence."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from dateline.server.media import takes_gzip
from dateline.server.process import DiedError, RefusedError, Worker
from dateline.server.service import Service

T = TypeVar("T")
_WATCH_S = 0.1
VARY = "Accept, Accept-Encoding"


class AbortedError(Exception):
    """Say that an answer had begun and could not be ended."""


@dataclass(slots=True)
class Answer:
    """A response that a worker writes.

    Attributes:
        asked: the request to the worker, without what all have.
        is_fleeting: whether the same request may get another answer at once.
    """

    service: Service
    request: Request
    asked: Mapping[str, Any]
    is_fleeting: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as an ASGI application."""
        headers = self.request.headers
        gzip = takes_gzip(headers.get("accept-encoding", ""))
        asked = {
            **self.asked,
            **self.service.limits_of(self.request.method),
            "accept": headers.get("accept", ""),
            "gzip": gzip,
        }
        with self.service.checkpoints.use() as checkpoint:
            tag = None if self.is_fleeting else _tag(checkpoint.state, asked)
            if tag and matches(headers.get("if-none-match", ""), tag):
                told = {"ETag": tag, "Vary": VARY, **self.headers}
                await Response(status_code=304, headers=told)(scope, receive, send)
                return
            async with self.service.pool.worker() as worker:
                self.service.pool.path = checkpoint.path
                asked["store"] = checkpoint.path
                exchange = _Exchange(self.service, worker, send)
                watch = asyncio.get_running_loop().call_later(
                    _WATCH_S, exchange.watch, receive
                )
                try:
                    await exchange.run(asked, self._headers(tag))
                finally:
                    watch.cancel()
                    exchange.stop_watching()

    def _headers(self, tag: str | None) -> dict[str, str]:
        told = {"vary": VARY, "cache-control": "no-cache" if tag else "no-store"}
        return told | ({"etag": tag} if tag else {}) | dict(self.headers)


@dataclass(slots=True)
class _Exchange:
    """One request to a worker, and its answer to one client.

    The time of the query runs while the server waits for the worker; that of the client
    runs while it waits for the client.
    """

    service: Service
    worker: Worker
    send: Send
    query_s: float = 0.0
    client_s: float = 0.0
    is_gone: bool = False
    _watcher: asyncio.Task[None] | None = None

    async def run(self, asked: Mapping[str, Any], headers: dict[str, str]) -> None:
        """Ask the worker and send its answer."""
        self.query_s = self.service.limits.query_s
        self.client_s = self.service.limits.client_s
        try:
            head, whole = await self._work(self.worker.ask(asked))
        except DiedError as error:
            raise self._told(error) from error
        headers["content-type"] = head["content_type"]
        if head["gzip"]:
            headers["content-encoding"] = "gzip"
        if whole is None:
            await self._start(headers)
            try:
                await self._stream(self.worker.chunks())
            except (RefusedError, DiedError) as error:
                raise AbortedError(str(error)) from error
            return
        length = len(whole) if asked["method"] != "HEAD" else head.get("length")
        if length is not None:
            headers["content-length"] = str(length)
        await self._start(headers)
        await self._send(whole, more=False)

    async def _stream(self, chunks: AsyncIterator[bytes]) -> None:
        while (chunk := await self._work(anext(chunks, None))) is not None:
            await self._send(chunk, more=True)
        await self._send(b"", more=False)

    async def _work(self, work: Awaitable[T]) -> T:
        begin = monotonic()
        try:
            async with asyncio.timeout(self.query_s):
                return await work
        except TimeoutError as error:
            self.service.metrics.stopped["time"] += 1
            limit = self.service.limits.query_s
            msg = f"the query was stopped after {limit:g} s: narrow it, or add a LIMIT"
            raise RefusedError(504, msg) from error
        finally:
            self.query_s -= monotonic() - begin

    async def _start(self, headers: Mapping[str, str]) -> None:
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await self.send({"type": "http.response.start", "status": 200, "headers": raw})

    async def _send(self, body: bytes, *, more: bool) -> None:
        begin = monotonic()
        try:
            async with asyncio.timeout(self.client_s):
                await self.send(
                    {"type": "http.response.body", "body": body, "more_body": more}
                )
        except TimeoutError as error:
            self.service.metrics.stopped["client"] += 1
            raise AbortedError("the client takes the answer too slowly") from error
        finally:
            self.client_s -= monotonic() - begin
        if self.is_gone:
            raise AbortedError("the client has gone")

    def _told(self, error: DiedError) -> RefusedError:
        if self.is_gone:
            self.service.metrics.stopped["gone"] += 1
            return RefusedError(400, "the client has gone")
        refusal = error.refusal()
        reason = {400: "depth", 503: "memory"}.get(refusal.status, "crash")
        self.service.metrics.stopped[reason] += 1
        return refusal

    def watch(self, receive: Receive) -> None:
        """Begin to look whether the client goes away; then nobody needs the answer."""
        self._watcher = asyncio.get_running_loop().create_task(self._watch(receive))

    async def _watch(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.is_gone = True
        await self.worker.kill()

    def stop_watching(self) -> None:
        """Look no longer."""
        if self._watcher is not None:
            self._watcher.cancel()


def _tag(state: str, asked: Mapping[str, Any]) -> str:
    """Return a weak tag: the same rows may come in another order."""
    told = sorted((k, v) for k, v in asked.items() if k not in {"method", "store"})
    return f'W/"{hashlib.sha256(repr((state, told)).encode()).hexdigest()[:24]}"'


def matches(header: str, tag: str) -> bool:
    """Tell whether an `If-None-Match` header has a tag, compared weakly.

    >>> matches('"a", W/"b"', 'W/"a"'), matches('"a"', '"c"')
    (True, False)
    """
    tags = {each.strip().removeprefix("W/") for each in header.split(",")}
    return "*" in tags or tag.removeprefix("W/") in tags


async def counted(service: Service) -> dict[str, Any]:
    """Return how many triples each graph has, counted once for a state.

    Raises:
        RefusedError: if that takes too long.
    """
    with service.checkpoints.use() as checkpoint:
        if checkpoint.counts is None:
            async with service.pool.worker() as worker:
                asked = {"op": "counts", "store": checkpoint.path}
                limit = service.limits.query_s
                with suppress(TimeoutError, DiedError):
                    async with asyncio.timeout(limit):
                        checkpoint.counts = await worker.call(asked)
        if checkpoint.counts is None:
            raise RefusedError(503, "the graphs cannot be counted in time")
        return checkpoint.counts
