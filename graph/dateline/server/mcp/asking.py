"""Ask a worker for an excerpt, within the limits of the server."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from dateline.server.process import DiedError, RefusedError, Worker
from dateline.server.service import Service


async def excerpt(service: Service, op: str, **asked: Any) -> dict[str, Any]:
    """Return what a worker says, and the state of the store that it saw.

    A worker that takes too long is killed; one that is no longer asked, too.

    Raises:
        RefusedError: if the answer is no, or takes too long.
    """
    with service.checkpoints.use() as checkpoint:
        request = {
            "op": op,
            "store": checkpoint.path,
            "max_bytes": service.limits.result_bytes,
            "max_rows": 0,
            **asked,
        }
        async with service.pool.worker() as worker:
            service.pool.path = checkpoint.path
            told = await _within(service.limits.query_s, worker, request)
        return {**told, "state": checkpoint.state}


async def _within(limit_s: float, worker: Worker, asked: dict[str, Any]) -> Any:
    try:
        async with asyncio.timeout(limit_s):
            _, whole = await worker.ask(asked)
            if whole is None:
                whole = b"".join([chunk async for chunk in worker.chunks()])
    except TimeoutError as error:
        msg = f"the query was stopped after {limit_s:g} s: narrow it, or add a LIMIT"
        raise RefusedError(504, msg) from error
    except DiedError as error:
        raise error.refusal() from error
    return json.loads(whole)
