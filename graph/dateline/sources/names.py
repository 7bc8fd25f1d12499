"""Names of files and articles, made safe for messages and for IRIs."""

from __future__ import annotations

import hashlib
import os.path
import re
from pathlib import Path
from urllib.parse import quote, urlsplit

ARTICLE_BASE = "https://w3id.org/dateline/id/article/"

_SHOWN = 60
_LONGEST_IRI = 4000
_URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{0,31}:[^\s]", re.IGNORECASE)
_HOST = re.compile(
    r"(?:\[[0-9a-f:.]{2,45}\]|[^\s\[\]:@/]{1,253})(?::[0-9]{1,5})?", re.IGNORECASE
)
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# What RFC 3986 allows unescaped in a path, query or URN.
_SAFE = "/:@!$&'()*+,;=~-._?%"


def shown(name: str) -> str:
    r"""Write `name` for a message, with control characters escaped.

    >>> shown("a\x1b[31m.txt")
    'a\\x1b[31m.txt'
    """
    if name.isprintable():
        return name
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in name
    )


def quoted(words: object) -> str:
    """Write a value of an article for a message: quoted, escaped, cut.

    >>> quoted("x" * 100)[-2:]
    "…'"
    """
    text = words if isinstance(words, str) else repr(words)[: _SHOWN + 1]
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


# Half of a character: no text that an address could stand in holds one.
_SURROGATE = re.compile("[\ud800-\udfff]")


def web_iri(name: str | None, *, keep_fragment: bool = False) -> str | None:
    """Return `name` as a safe http, https or urn IRI; `None` if it is not one.

    Whatever an IRI may not hold is percent-encoded. A fragment is too, unless it is to
    be kept: the fragment of an article's IRI names places in its text.

    >>> web_iri("https://example.org/a b<c>")
    'https://example.org/a%20b%3Cc%3E'
    >>> web_iri("javascript:alert(1)") is None
    True
    """
    name = (name or "").strip()
    # `urlsplit` drops tabs and line ends silently; an address has none.
    if len(name) > _LONGEST_IRI or not {"\t", "\r", "\n"}.isdisjoint(name):
        return None
    if _SURROGATE.search(name):
        return None
    if _URN.match(name):
        return _encode(name)
    return _http_iri(name, keep_fragment=keep_fragment)


def _http_iri(name: str, *, keep_fragment: bool) -> str | None:
    try:
        parts = urlsplit(name)
    except ValueError:
        return None
    user, at, host = parts.netloc.rpartition("@")
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host):
        return None
    host = _host(host)
    # Encoding makes it longer.
    if not _HOST.fullmatch(host):
        return None
    rest = name.partition("://")[2][len(parts.netloc) :]
    path, mark, fragment = rest.partition("#")
    if mark and not path and not keep_fragment:
        # Or the encoded fragment would be read as part of the host.
        path = "/"
    tail = f"#{_encode(fragment)}" if keep_fragment else _encode(f"#{fragment}")
    netloc = f"{_encode(user).replace('@', '%40')}{at}{host}"
    return f"{parts.scheme}://{netloc}{_encode(path)}{tail if mark else ''}"


def _host(host: str) -> str:
    return host if host.startswith("[") else _encode(host)


def _encode(part: str) -> str:
    return quote(_BROKEN_PERCENT.sub("%25", part), safe=_SAFE, errors="replace")


def mint_from_record(name: str) -> str:
    """Mint an article's IRI from the id of its record.

    >>> mint_from_record("reuters 1/2")
    'https://w3id.org/dateline/id/article/reuters%201%2F2'
    """
    if len(name) > _LONGEST_IRI:
        return mint_from_text(name)
    return ARTICLE_BASE + _segment(name)


def mint_from_path(path: str, *, line: int | None = None) -> str:
    """Mint an article's IRI from the path as given, relative to the working folder.

    A step up is written `-`, so that the IRI has no `..` in it.

    >>> mint_from_path("./news//a b.txt")
    'https://w3id.org/dateline/id/article/news/a%20b.txt'
    >>> mint_from_path("../feed.jsonl", line=3)
    'https://w3id.org/dateline/id/article/-/feed.jsonl/line-3'
    """
    if Path(path).is_absolute():
        relative = os.path.relpath(path)
        path = path if relative.startswith(os.pardir) else relative
    steps = os.path.normpath(path).replace(os.sep, "/").strip("/").split("/")
    steps = ["-" if step == os.pardir else _segment(step) for step in steps]
    if line is not None:
        steps.append(f"line-{line}")
    return ARTICLE_BASE + "/".join(steps)


def mint_from_text(text: str) -> str:
    """Mint an article's IRI from its text alone.

    >>> mint_from_text("It rained.")[-12:]
    'a7f6c5ac71a8'
    """
    return f"{ARTICLE_BASE}sha256-{hashlib.sha256(text.encode()).hexdigest()}"


def _segment(step: str) -> str:
    encoded = quote(step, safe="", errors="surrogateescape")
    return encoded.replace(".", "%2E") if encoded in {".", ".."} else encoded
