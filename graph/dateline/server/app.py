"""The ASGI application: paths, and what happens around every request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.server import endpoints, pages
from dateline.server.access import check_host, cors_headers, preflight_headers
from dateline.server.answer import VARY, AbortedError
from dateline.server.media import Media, choose
from dateline.server.process import RefusedError
from dateline.server.service import Service
from dateline.server.tables import FORMATS
from dateline.views.plain_page import plain_policy
from dateline.views.server_pages import error_page

Endpoint = Callable[[Service, Request], Awaitable[ASGIApp]]

# The first segment of a path; what is below it is the endpoint's own.
ENDPOINTS: Mapping[str, Endpoint] = MappingProxyType(
    {
        "": pages.start,
        "q": pages.questions,
        "openapi.json": pages.openapi,
        "sparql": endpoints.sparql,
        "graphs": endpoints.graphs,
        "health": endpoints.health,
        "metrics": endpoints.metrics,
    }
)
_WITH_PATHS = frozenset({"graphs", "q"})
_HTML = FORMATS["html"]
_PLAIN = Media(type="text/plain", iri=_HTML.iri.replace("html", "plain"))
_SAFE_HEADERS = (
    ("x-content-type-options", "nosniff"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ("referrer-policy", "no-referrer"),
)


@dataclass(slots=True)
class _Told:
    """What has been sent so far."""

    status: int = 0
    size: int = 0
    error: str | None = None


class App:
    """Answers HTTP requests."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one, as an ASGI application."""
        if scope["type"] != "http":
            return
        begin = monotonic()
        told = _Told()
        headers = Headers(scope=scope)
        extra = cors_headers(self._service.settings.access, headers.get("origin"))

        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start":
                told.status = message["status"]
                _add(message, extra)
            else:
                told.size += len(message.get("body", b""))
            await send(message)

        try:
            await self._respond(scope, receive, wrapped, headers)
        except RefusedError as error:
            home = self._service.settings.access.public_url or ""
            refusal = _refusal(error, headers.get("accept", ""), home)
            await refusal(scope, receive, wrapped)
            # What is wrong with a query may quote it, and is not for the log.
            told.error = error.detail if error.status >= _SERVER_ERROR else None
        except AbortedError as error:
            # Without its last chunk, a client knows that the answer is not whole.
            told.error = str(error)
        finally:
            self._tell(scope, told, monotonic() - begin)

    async def _respond(
        self, scope: Scope, receive: Receive, send: Send, headers: Headers
    ) -> None:
        check_host(self._service.settings.access, headers.get("host", ""))
        if _is_preflight(scope, headers):
            told = preflight_headers(self._service.settings.access)
            await Response(status_code=204, headers=told)(scope, receive, send)
            return
        name = _route(scope["path"])
        if name is None:
            raise RefusedError(404, f"there is nothing here; try {_known()}")
        request = Request(scope, receive)
        response = await ENDPOINTS[name](self._service, request)
        await response(scope, receive, send)

    def _tell(self, scope: Scope, told: _Told, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "other"
        route = _route(scope["path"]) or "other"
        self._service.metrics.count(method, route, told.status, seconds)
        self._service.metrics.sent_bytes += told.size
        client = scope.get("client")
        self._service.access_log.write(
            client=None if client is None else client[0],
            method=scope["method"],
            path=scope["path"],
            status=told.status,
            bytes=told.size,
            seconds=round(seconds, 4),
            **({} if told.error is None else {"error": told.error}),
        )


_SERVER_ERROR = 500
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})


def _route(path: str) -> str | None:
    """Return the endpoint of a path.

    >>> _route("/sparql/"), _route("/graphs/a/b"), _route("/sparql/a")
    ('sparql', 'graphs', None)
    """
    name, _, below = path.removeprefix("/").partition("/")
    if name not in ENDPOINTS or (below and name not in _WITH_PATHS):
        return None
    return name


def _known() -> str:
    return ", ".join(f"/{name}" for name in ENDPOINTS)


def _is_preflight(scope: Scope, headers: Headers) -> bool:
    asks = "access-control-request-method" in headers
    return scope["method"] == "OPTIONS" and "origin" in headers and asks


def _add(message: Message, extra: Mapping[str, str]) -> None:
    headers = MutableHeaders(raw=list(message.get("headers", [])))
    for name, value in (*_SAFE_HEADERS, *extra.items()):
        headers.setdefault(name, value)
    if extra:
        headers.add_vary_header("Origin")
    message["headers"] = headers.raw


def _refusal(error: RefusedError, accept: str, home: str) -> Response:
    """Say in one line why there is no answer; to a browser, on a page with ways on."""
    # A line break in a message would not split the header, but the body's one line.
    detail = " ".join(error.detail.split())
    headers = {**error.headers, "Cache-Control": "no-store", "Vary": VARY}
    if choose(accept, (_PLAIN, _HTML)) is not _HTML:
        return PlainTextResponse(f"{detail}\n", error.status, headers)
    page = error_page(home=home, status=error.status, detail=detail)
    headers["Content-Security-Policy"] = plain_policy()
    return Response(page, error.status, headers, media_type=_HTML.content_type)
