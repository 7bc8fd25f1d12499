"""Count what a store holds, for people."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

from dateline.server.answer import counted
from dateline.server.process import DiedError, RefusedError
from dateline.server.service import Service

_SPARQL = """
SELECT ?articles ?events ?actors {
  { SELECT (COUNT(DISTINCT ?a) AS ?articles) { ?a a schema:NewsArticle } }
  { SELECT (COUNT(DISTINCT ?e) AS ?events) { ?e a dl:Eventuality } }
  { SELECT (COUNT(DISTINCT ?w) AS ?actors) { ?e sem:hasActor ?w } }
}
"""


async def figures_of(service: Service) -> dict[str, int] | None:
    """Return what is counted once for a state; `None` if that takes too long."""
    failures = suppress(RefusedError, DiedError, TimeoutError)
    with failures, service.checkpoints.use() as checkpoint:
        if checkpoint.figures is None:
            counts = await counted(service)
            triples = counts["default"] + sum(counts["named"].values())
            found = await _ask(service, checkpoint.path)
            checkpoint.figures = {**found, "triples": triples}
        return checkpoint.figures
    return None


async def _ask(service: Service, path: str | None) -> dict[str, int]:
    asked = {
        "op": "query",
        "sparql": _SPARQL,
        "store": path,
        "default": (),
        "named": (),
        "base": None,
        "services": (),
        "relay": None,
        "accept": "",
        "gzip": False,
        **service.limits_of("GET"),
    }
    async with (
        service.pool.worker() as worker,
        asyncio.timeout(service.limits.query_s),
    ):
        _, whole = await worker.ask(asked)
    row = json.loads(whole or b"")["results"]["bindings"][0]
    return {name: int(term["value"]) for name, term in row.items()}
