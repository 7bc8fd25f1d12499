"""What is behind `/`, `/q` and `/openapi.json`: questions that need no SPARQL."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp

from dateline.errors import UnknownNameError
from dateline.query.named import NamedQuery, named_queries, named_query
from dateline.server.answer import VARY, Answer, matches
from dateline.server.endpoints import allow
from dateline.server.figures import figures_of
from dateline.server.media import choose
from dateline.server.openapi import describe_api, listed
from dateline.server.process import RefusedError
from dateline.server.question import FORMAT, Question, Reading, read_typed
from dateline.server.requests import Pairs, all_of, pairs_of
from dateline.server.service import Service
from dateline.server.tables import FORMATS, page_of
from dateline.views.plain_page import plain_policy
from dateline.views.server_pages import list_page, start_page

_METHODS = ("GET", "HEAD", "OPTIONS")
_LISTS = ("json", "html")
_MAX_NAME = 60
_POLICY = "Content-Security-Policy"
_HTML = FORMATS["html"]


async def start(service: Service, request: Request) -> ASGIApp:
    """Say what is served."""
    options = allow(request, _METHODS)
    if options is not None:
        return options
    page = start_page(
        home=service.base(request),
        figures=await figures_of(service),
        is_writable=service.settings.access.is_writable,
    )
    return _fixed(request, page, _HTML.content_type)


async def openapi(service: Service, request: Request) -> ASGIApp:
    """Describe the API for programs (OpenAPI 3.1)."""
    options = allow(request, _METHODS)
    if options is not None:
        return options
    told = describe_api(service.base(request))
    return _fixed(request, _json(told), "application/json")


async def questions(service: Service, request: Request) -> ASGIApp:
    """List the named questions, or answer one."""
    options = allow(request, _METHODS)
    if options is not None:
        return options
    name = request.scope["path"].removeprefix("/q").removeprefix("/")
    pairs = pairs_of(request.scope["query_string"])
    if not name:
        return _list(service, request, pairs)
    return _question(service, request, _known(name), pairs)


def _known(name: str) -> NamedQuery:
    try:
        return named_query(name)
    except UnknownNameError as error:
        shown = UnknownNameError(error.kind, name[:_MAX_NAME], error.known)
        raise RefusedError(404, str(shown)) from error


def _list(service: Service, request: Request, pairs: Pairs) -> Response:
    unknown = [name for name, _ in pairs if name != FORMAT]
    if unknown:
        known = f"known: {FORMAT}"
        raise RefusedError(400, f"unknown parameter {unknown[0][:40]!r}; {known}")
    form = _form(request, pairs, _LISTS)
    base = service.base(request)
    if form == "html":
        page = list_page(named_queries(), home=base)
        return _fixed(request, page, _HTML.content_type)
    told = [listed(query, base) for query in named_queries()]
    return _fixed(request, _json({"questions": told}), "application/json")


def _question(
    service: Service, request: Request, query: NamedQuery, pairs: Pairs
) -> ASGIApp:
    form = _form(request, pairs, tuple(FORMATS))
    given = [(name, text) for name, text in pairs if name != FORMAT]
    reading = read_typed(query, given)
    base = service.base(request)
    if reading.problems:
        question = Question(query=query, base=base, typed={})
        return _refusal(question, reading, form, is_asked=bool(given))
    if service.query_log.is_on:
        service.query_log.write(kind="named", text=query.name)
    question = Question(query=query, base=base, typed=reading.typed)
    asked = {
        "op": "named",
        "name": query.name,
        "typed": dict(reading.typed),
        "base": base,
        "form": FORMATS[form].type,
    }
    link = question.link_header
    headers = {} if link is None else {"link": link}
    headers["content-security-policy"] = plain_policy()
    return Answer(service, request, asked, headers=headers)


def _form(request: Request, pairs: Pairs, offered: tuple[str, ...]) -> str:
    """Return the name of the format that a client wants most.

    Raises:
        RefusedError: 400 if it names an unknown one, 406 if none fits.
    """
    named = [text for text in all_of(pairs, FORMAT) if text]
    if len(named) > 1:
        raise RefusedError(400, f"{FORMAT}: give it once")
    if named:
        if named[0] not in offered:
            msg = f"unknown format {named[0][:40]!r}; known: {', '.join(offered)}"
            raise RefusedError(400, msg)
        return named[0]
    offers = {name: FORMATS[name] for name in offered}
    accept = request.headers.get("accept", "")
    chosen = choose(accept, tuple(offers.values()))
    for name, media in offers.items():
        if media is chosen:
            return name
    types = ", ".join(media.type for media in offers.values())
    raise RefusedError(406, f"nothing fits the Accept header; try {types}")


def _refusal(
    question: Question, reading: Reading, form: str, *, is_asked: bool
) -> Response:
    """Say what is wrong; to people, with the form that they can mend it in."""
    if form != "html":
        lines = "".join(f"{problem}\n" for problem in reading.problems)
        return PlainTextResponse(lines, 400, {"Vary": VARY})
    shown = Question(query=question.query, base=question.base, typed=reading.typed)
    # Who only follows the link to a question has done nothing wrong yet.
    problems = reading.problems if is_asked else ()
    return Response(
        page_of(shown, None, problems),
        400 if is_asked else 200,
        {_POLICY: plain_policy(), "Vary": VARY, "Cache-Control": "no-store"},
        media_type=_HTML.type,
    )


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _fixed(request: Request, text: str, content_type: str) -> Response:
    """Return a short text that rarely changes."""
    body = text.encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Vary": VARY, "Cache-Control": "no-cache"}
    if content_type == _HTML.content_type:
        headers[_POLICY] = plain_policy()
    if matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers | {"Content-Type": content_type})
