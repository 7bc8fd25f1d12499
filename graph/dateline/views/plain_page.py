"""Pages without scripts: what a server shows to people."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from dateline.views.page import hash_source, page_part, printable

_HOLE = re.compile(r"\{\{(\w+)\}\}")
_STYLES = ("templates/page.css", "templates/plain.css")


def plain_page(*, title: str, body: str) -> str:
    """Return a page; `title` is plain text, `body` is markup.

    >>> "<title>a &amp; b</title>" in plain_page(title="a & b", body="<p>c</p>")
    True
    """
    values = {"title": escaped(title), "style": _style(), "body": body}
    return _HOLE.sub(lambda hole: values[hole[1]], page_part("templates/plain.html"))


@lru_cache(maxsize=1)
def plain_policy() -> str:
    """Return the content security policy of the pages: no script, and no request.

    >>> plain_policy().split(";")[0]
    "default-src 'none'"
    """
    return (
        f"default-src 'none'; style-src {hash_source(_style())}; img-src data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def escaped(text: str) -> str:
    """Return text as markup that says the same, in an attribute too.

    >>> escaped('<"')
    '&lt;&quot;'
    """
    return html.escape(printable(text))


@lru_cache(maxsize=1)
def _style() -> str:
    return "\n".join(page_part(name) for name in _STYLES)
