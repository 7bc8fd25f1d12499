"""The start page of a server, and its list of questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from urllib.parse import quote

from dateline.query.named import NamedQuery
from dateline.views.plain_page import escaped, plain_page

_LINKS = (
    ("/q", "Questions", "Ask by name, without SPARQL: JSON, CSV, JSON-LD or a page."),
    ("/q/articles", "Articles", "What the graph was read from, by date."),
    ("/sparql", "SPARQL", "Queries; without one, the description of the service."),
    ("/graphs", "Graphs", "All of the graph, or one article's, as RDF."),
    ("/openapi.json", "OpenAPI", "The API, described for programs."),
    ("/health", "Health", "Whether the server works, and the state that it serves."),
)


def start_page(
    *, home: str, figures: Mapping[str, int] | None, is_writable: bool
) -> str:
    """Return the page that says what is served.

    >>> told = {"events": 3}
    >>> "3</dd>" in start_page(home="http://a", figures=told, is_writable=False)
    True
    """
    told = "".join(
        f"<div><dt>{_noun(name, count)}</dt><dd>{count:,}</dd></div>"
        for name, count in (figures or {}).items()
    )
    items = "".join(_item(f"{home}{path}", name, about) for path, name, about in _LINKS)
    may = "This server can be written to." if is_writable else "Read-only."
    body = (
        '<header class="masthead"><div><h1>A graph of dated events</h1>'
        f'<p class="counts">Read from news articles by Dateline. {may}</p></div>'
        "</header>"
        + (f'<dl class="card figures">{told}</dl>' if told else "")
        + f'<section class="card"><ul class="plain-list">{items}</ul></section>'
    )
    return plain_page(title="A graph of dated events", body=body)


def _noun(plural: str, count: int) -> str:
    return escaped(plural.removesuffix("s") if count == 1 else plural)


def list_page(queries: Iterable[NamedQuery], *, home: str) -> str:
    """Return the page that lists the questions.

    >>> from dateline.query.named import named_queries
    >>> "Who met whom" in list_page(named_queries(), home="http://a")
    True
    """
    items = "".join(
        _item(f"{home}/q/{quote(query.name, safe='')}", query.title, query.description)
        for query in queries
    )
    body = (
        f'<p class="trail"><a href="{escaped(home)}/">Start</a></p>'
        '<header class="masthead"><div><h1>Questions</h1>'
        '<p class="counts">Each has a form, and an address for programs.</p></div>'
        f'</header><section class="card"><ul class="plain-list">{items}</ul></section>'
    )
    return plain_page(title="Questions", body=body)


def error_page(*, home: str, status: int, detail: str) -> str:
    """Return the page that says why there is no answer, and where to go on.

    >>> page = error_page(home="", status=404, detail="no <b>")
    >>> "no &lt;b&gt;" in page, 'href="/q"' in page
    (True, True)
    """
    title = HTTPStatus(status).phrase
    links = (("/", "Start", "What is served here."), *_LINKS[:1])
    items = "".join(_item(f"{home}{path}", name, about) for path, name, about in links)
    body = (
        f'<header class="masthead"><div><h1>{escaped(title)}</h1></div></header>'
        f'<section class="card wrong" role="alert"><p>{escaped(detail)}</p></section>'
        f'<section class="card"><ul class="plain-list">{items}</ul></section>'
    )
    return plain_page(title=title, body=body)


def _item(address: str, name: str, about: str) -> str:
    return (
        f'<li><a href="{escaped(address)}">{escaped(name)}</a>'
        f'<span class="hint">{escaped(about)}</span></li>'
    )
