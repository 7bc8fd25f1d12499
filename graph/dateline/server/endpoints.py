"""What is behind each path: `/sparql`, `/graphs`, `/health`, `/metrics`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp

from dateline.rdf.sparql_text import is_fleeting, masked
from dateline.server import media
from dateline.server.access import check_writer
from dateline.server.answer import Answer, counted
from dateline.server.process import RefusedError
from dateline.server.requests import (
    Operation,
    all_of,
    media_type,
    pairs_of,
    parameter,
    parts_of,
    read_body,
    read_operation,
)
from dateline.server.service import Service

_SPARQL = ("GET", "HEAD", "POST", "OPTIONS")
_GRAPHS = ("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS")
_READING = ("GET", "HEAD")


def allow(request: Request, methods: Iterable[str]) -> Response | None:
    """Answer OPTIONS; refuse what is not among `methods`.

    Raises:
        RefusedError: 405.
    """
    told = {"Allow": ", ".join(methods)}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=told)
    if request.method not in methods:
        raise RefusedError(405, f"{request.method} is not for this path", told)
    return None


async def sparql(service: Service, request: Request) -> ASGIApp:
    """Query, update, or describe the service (SPARQL 1.1 Protocol)."""
    options = allow(request, _SPARQL)
    if options is not None:
        return options
    operation = await read_operation(request, service.limits)
    if operation is None:
        return await _description(service, request)
    if service.query_log.is_on:
        service.query_log.write(
            kind="update" if operation.is_update else "query",
            text=masked(operation.text),
        )
    asked = _asked(service, request, operation)
    if operation.is_update:
        check_writer(service.settings.access, request)
        await service.checkpoints.change(asked)
        return Response(status_code=204)
    return Answer(service, request, asked, is_fleeting=is_fleeting(operation.text))


def _asked(service: Service, request: Request, operation: Operation) -> dict[str, Any]:
    return {
        "op": "update" if operation.is_update else "query",
        "sparql": operation.text,
        "default": operation.default,
        "named": operation.named,
        "base": f"{service.base(request)}/sparql",
        "services": service.settings.access.services,
        "relay": service.relay,
    }


async def _description(service: Service, request: Request) -> ASGIApp:
    access = service.settings.access
    told = {
        "endpoint": f"{service.base(request)}/sparql",
        "is_writable": access.is_writable,
        "may_call": bool(access.services),
        "result_formats": sorted(m.iri for m in (*media.SOLUTIONS, *media.GRAPHS)),
        "input_formats": (
            sorted(m.iri for m in media.GRAPHS) if access.is_writable else []
        ),
    }
    counts = await counted(service)
    told |= {"default": counts["default"], "named": counts["named"]}
    return Answer(service, request, {"op": "description", "service": told})


async def graphs(service: Service, request: Request) -> ASGIApp:
    """Read and write whole graphs (SPARQL 1.1 Graph Store Protocol)."""
    is_asking = request.method == "OPTIONS"
    is_readable_only = is_asking and not service.settings.access.is_writable
    options = allow(request, (*_READING, "OPTIONS") if is_readable_only else _GRAPHS)
    if options is not None:
        return options
    is_reading = request.method in _READING
    if not is_reading:
        check_writer(service.settings.access, request)
    is_all, name = _graph_of(service, request)
    if is_reading:
        wanted = {"op": "dataset"} if is_all else {"op": "graph", "graph": name}
        return Answer(service, request, wanted)
    if request.method == "DELETE":
        if is_all:
            raise RefusedError(400, "name the graph: ?graph=IRI or ?default")
        await service.checkpoints.change({"op": "delete", "graph": name})
        return PlainTextResponse("the graph is removed\n")
    location = None
    if is_all:
        if request.method != "POST":
            raise RefusedError(400, "name the graph: ?graph=IRI or ?default")
        name = location = f"{service.base(request)}/graphs/{uuid4()}"
    types, bodies = await _rdf_of(service, request)
    asked = {
        "op": request.method.lower(),
        "graph": name,
        "types": types,
        "base": name or f"{service.base(request)}/graphs",
    }
    told = await service.checkpoints.change(asked, bodies)
    headers = {} if location is None else {"Location": location}
    if told["is_new"]:
        return PlainTextResponse("the graph is new\n", 201, headers)
    if request.method == "PUT":
        return Response(status_code=204)
    return PlainTextResponse("the triples are added\n")


def _graph_of(service: Service, request: Request) -> tuple[bool, str | None]:
    """Return whether a request means all graphs, else the name of the one it means."""
    pairs = pairs_of(request.scope["query_string"])
    named, default = all_of(pairs, "graph"), all_of(pairs, "default")
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    direct = raw.partition(b"?")[0].decode("ascii").partition("/graphs")[2]
    is_direct = len(direct) > 1
    if len(named) + len(default) + is_direct > 1:
        raise RefusedError(400, "name one graph, by one of ?graph, ?default, the path")
    if is_direct:
        return False, f"{service.base(request)}/graphs{direct}"
    if named:
        return False, named[0]
    return not default, None


async def _rdf_of(
    service: Service, request: Request
) -> tuple[tuple[str, ...], tuple[bytes, ...]]:
    """Return the media types of a body's parts, and the parts."""
    kind = media_type(request)
    if kind == "multipart/form-data":
        boundary = parameter(request.headers["content-type"], "boundary")
        body = await read_body(request, service.limits)
        parts = [(_upload(kind), part) for kind, part in parts_of(body, boundary)]
    else:
        wanted = _upload(kind)
        parts = [(wanted, await read_body(request, service.limits))]
    return tuple(kind for kind, _ in parts), tuple(part for _, part in parts)


def _upload(content_type: str) -> str:
    wanted = media.upload_type(content_type)
    if wanted is None:
        types = ", ".join(each.type for each in media.GRAPHS)
        raise RefusedError(415, f"the body must be one of {types}")
    return wanted


async def health(service: Service, request: Request) -> ASGIApp:
    """Say that the server works."""
    options = allow(request, (*_READING, "OPTIONS"))
    if options is not None:
        return options
    with service.checkpoints.use() as checkpoint:
        told = {"status": "ok", "state": checkpoint.state}
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


async def metrics(service: Service, request: Request) -> ASGIApp:
    """Tell the counters, for Prometheus."""
    options = allow(request, (*_READING, "OPTIONS"))
    if options is not None:
        return options
    return PlainTextResponse(
        service.metrics.text(service.gauges()),
        media_type="text/plain; version=0.0.4",
        headers={"Cache-Control": "no-store"},
    )
