"""What a server may do and how much of it: one small dataclass per concern."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

_MB = 1_000_000


def _default_queries() -> int:
    # Two of the worst queries must leave room for the cheap ones of everybody else.
    return max(4, 2 * (os.cpu_count() or 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of everything a request may take.

    Attributes:
        query_s: seconds until a query is stopped; waiting for a slow client is apart.
        update_s: seconds until an update is stopped.
        client_s: seconds that a client may keep the server waiting, all in all: to send
            a body, and to take an answer.
        service_s: seconds that a call of `SERVICE` may take.
        rows: rows of a result.
        result_bytes: bytes of a result, before compression.
        body_bytes: bytes of a request's body, after decompression.
        worker_bytes: memory of a worker process.
        queries: queries at once.
        waiting: queries that wait for their turn; more are refused.
        waiting_s: seconds until one that waits is refused.
        connections: open connections.
    """

    query_s: float = 10.0
    update_s: float = 60.0
    client_s: float = 30.0
    service_s: float = 5.0
    rows: int = 1_000_000
    result_bytes: int = 1_000 * _MB
    body_bytes: int = 64 * _MB
    worker_bytes: int = 1_000 * _MB
    queries: int = field(default_factory=_default_queries)
    waiting: int = 64
    waiting_s: float = 5.0
    connections: int = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who may do what.

    Attributes:
        host: the address that the server is bound to.
        host_names: further names by which clients call it.
        public_url: where a proxy shows it, without a final slash.
        is_writable: whether there are updates at all.
        token: what a writer must send; `None` needs none.
        origins: the web sites whose scripts may read answers; `*` is all.
        services: the prefixes of IRIs that `SERVICE` may call.
    """

    host: str = "127.0.0.1"
    host_names: tuple[str, ...] = ()
    public_url: str | None = None
    is_writable: bool = False
    token: str | None = field(default=None, repr=False)
    origins: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that a server is told."""

    store: Path
    access: Access = field(default_factory=Access)
    limits: Limits = field(default_factory=Limits)
    access_log: Path | None = None
    query_log: Path | None = None
    is_quiet: bool = False
