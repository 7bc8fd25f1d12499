"""The shell of a page: one offline file that runs nothing but our own two scripts."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from dateline.views.payload import to_script_json

_HOLE = re.compile(r"\{\{(\w+)\}\}")
_SOURCE_MAP = re.compile(
    r"\n?(?://|/\*)# sourceMappingURL=[^\s*]{1,200}(?: ?\*/)?\s*\Z"
)


@lru_cache(maxsize=32)
def page_part(name: str) -> str:
    """Return a file of `assets/` or `templates/`, without its source map comment.

    >>> page_part("templates/page.css").startswith("/*")
    True
    """
    text = (files("dateline.views") / name).read_text(encoding="utf-8")
    return _SOURCE_MAP.sub("\n", text)


def render_page(
    *,
    title: str,
    data: Mapping[str, object],
    body: str,
    libraries: Sequence[str],
    scripts: Sequence[str],
    styles: Sequence[str],
) -> str:
    """Return one HTML file with everything inside.

    The content security policy forbids every request, and every script and style but
    the ones written here, which it names by hash. `data` is never markup: it is JSON
    in a data block, and the scripts put it on the page as text.

    Args:
        title: the heading, plain text.
        data: what the scripts read.
        body: the file of `templates/` that is the page's body.
        libraries: files of `assets/`, each a script of its own.
        scripts: files of `templates/`, joined to one script.
        styles: files of either, joined to one style sheet.
    """
    own = "\n".join(page_part(name) for name in scripts)
    blocks = [*map(page_part, libraries), f'"use strict";\n(() => {{\n{own}\n}})();\n']
    style = "\n".join(page_part(name) for name in styles)
    values = {
        "policy": html.escape(_policy(blocks, style)),
        "title": html.escape(printable(title)),
        "style": style,
        "body": page_part(body),
        "data": to_script_json(data),
        "scripts": "\n".join(f"<script>{block}</script>" for block in blocks),
    }
    return _HOLE.sub(lambda hole: values[hole[1]], page_part("templates/page.html"))


def _policy(scripts: Sequence[str], style: str) -> str:
    hashes = " ".join(hash_source(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {hash_source(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types default"
    )


def hash_source(text: str) -> str:
    """Name an inline block as Content Security Policy level 2 does.

    >>> hash_source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def printable(text: str) -> str:
    r"""Replace lone surrogates, which no encoding can write.

    >>> printable("a\ud800")
    'a?'
    """
    return text.encode("utf-8", "replace").decode()
