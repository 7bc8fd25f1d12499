"""IRIs minted from content: the same thing gets the same name, in every run.

A thing of an article is `ARTICLE#KEY`. Keys are percent-encoded, `=` too, so none can
meet the names that Dateline makes itself: `#char=b,e` (a mention, after RFC 5147),
`#selector=b,e`, `#role=…`, `#time=…`, `#link=…`, `#graph=…`, `#run=…`.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote, unquote

from dateline.model.event_types import EventType
from dateline.rdf.terms import DL, ID, TYPES

# A generic IRI (RFC 3987) with a scheme, a sane authority if any, and characters that
# no RDF parser rejects. `[` and `]` are left out: they are legal in IPv6 hosts alone.
_CHARS = r"[A-Za-z0-9\-._~:/?@!$&'()*+,;=%]"
_ABSOLUTE = re.compile(
    rf"""
    (?!https?:(?!//)) (?P<scheme>[A-Za-z][A-Za-z0-9+.\-]{{0,30}}):
    (?: // (?P<user>[A-Za-z0-9\-._~%!$&'()*+,;=]{{0,200}}@)?
        (?P<host>[A-Za-z0-9\-._~%!$&'()*+,;=]{{0,255}})
        (?P<port>:[0-9]{{0,5}})? (?=[/?\#]|\Z)
      | (?!//)
    )
    {_CHARS}{{0,8000}} (?: \# {_CHARS}{{0,8000}} )?
    """,
    re.VERBOSE,
)
_BARE_HOST = re.compile(r"^([A-Za-z][A-Za-z0-9+.\-]*://[^/?#]*)#")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%#]")
_LONG = 2000  # code points of a name that stand in an IRI as they are
_BUILT_IN = frozenset(kind.value for kind in EventType)


def article_iri(document_id: str) -> str:
    """Return `document_id` as an IRI that every RDF parser accepts.

    Characters that an IRI cannot hold are percent-encoded; what is no absolute IRI
    at all becomes `urn:dateline:article:…`.

    >>> article_iri("https://example.org/a b?x={1}")
    'https://example.org/a%20b?x=%7B1%7D'
    >>> article_iri("notes.txt")
    'urn:dateline:article:notes.txt'
    """
    if _ABSOLUTE.fullmatch(document_id) and not _BAD_PERCENT.search(document_id):
        return document_id
    safe = _BAD_PERCENT.sub("%25", document_id)
    safe = _UNSAFE.sub(lambda match: quote(match[0], safe="", errors="replace"), safe)
    first, mark, rest = safe.partition("#")
    safe = first + mark + rest.replace("#", "%23")
    if _ABSOLUTE.fullmatch(safe):
        return safe
    name = quote(document_id[:_LONG], safe="", errors="replace")
    if len(document_id) > _LONG:
        name += f"~{_digest(document_id)}"
    return f"urn:dateline:article:{name}"


@lru_cache(maxsize=64)
def base_of(article: str) -> str:
    """Return what the fragments of an article's things are put behind.

    An article that has a fragment itself keeps it, percent-encoded.

    >>> base_of("https://example.org/live#post-3")
    'https://example.org/live%23post-3#'
    >>> base_of("https://example.org#top")
    'https://example.org/%23top#'
    """
    # Right behind the host, `%23` would be read as part of it.
    article = _BARE_HOST.sub(r"\1/#", article)
    return article.replace("#", "%23") + "#"


def key_iri(article: str, key: str) -> str:
    """Return the IRI of the entity, event or claim called `key` in its article.

    >>> key_iri("https://example.org/a", "event-3-7")
    'https://example.org/a#event-3-7'
    """
    return base_of(article) + quote(key, safe="", errors="replace")


def key_of(iri: str) -> str:
    """Return the key in an IRI made by `key_iri`.

    >>> key_of("https://example.org/a#event-3-7")
    'event-3-7'
    """
    return unquote(iri.rpartition("#")[2])


def mention_iri(article: str, start: int, end: int) -> str:
    """Return the IRI of the mention at `[start, end)`.

    >>> mention_iri("https://example.org/a", 3, 7)
    'https://example.org/a#char=3,7'
    """
    return f"{base_of(article)}char={start},{end}"


def graph_iri(article: str, text_sha256: str) -> str:
    """Return the name of the graph of one revision of an article.

    >>> graph_iri("https://example.org/a", "0123456789abcdef" * 4)
    'https://example.org/a#graph=0123456789abcdef'
    """
    return f"{base_of(article)}graph={text_sha256[:16]}"


def run_iri(article: str, text_sha256: str) -> str:
    """Return the name of the activity that wrote the graph of a revision."""
    return f"{base_of(article)}run={text_sha256[:16]}"


def software_iri(*parts: str | None) -> str:
    """Return the name of the software agent with these settings."""
    return f"{ID}software/{_digest(*(part or '' for part in parts))}"


def publisher_iri(name: str) -> str:
    """Return the name of a publisher; case and spaces do not matter.

    >>> publisher_iri("The  Daily Example")
    'https://w3id.org/dateline/id/publisher/the%20daily%20example'
    """
    words = " ".join(name.casefold().split())
    return f"{ID}publisher/{quote(words, safe='', errors='replace')}"


def event_type_iri(notation: str) -> str:
    """Return the concept of an event type, built-in or a user's own.

    >>> event_type_iri("Meet")
    'https://w3id.org/dateline/ns#Meet'
    >>> event_type_iri("Ice hockey")
    'https://w3id.org/dateline/type/Ice%20hockey'
    """
    if notation in _BUILT_IN:
        return DL.base + notation
    return TYPES + quote(notation, safe="", errors="replace")


def event_type_of(iri: str) -> str:
    """Return the notation of an event type; it ends the IRI, whoever defined it.

    >>> event_type_of("https://w3id.org/dateline/type/Ice%20hockey")
    'Ice hockey'
    """
    return unquote(iri.removeprefix(TYPES)) if iri.startswith(TYPES) else local(iri)


def fused_iri(kind: str, members: tuple[str, ...]) -> str:
    """Return the name of what several entities or events are one of."""
    return f"{ID}fused-{kind}/{_digest(*sorted(members))}"


def decision_iri(kind: str, members: tuple[str, ...]) -> str:
    """Return the name of the decision that `members` are one."""
    return f"{ID}decision-{kind}/{_digest(*sorted(members))}"


def local(iri: str) -> str:
    """Return the last part of an IRI of a vocabulary.

    >>> local("https://w3id.org/dateline/ns#Week")
    'Week'
    """
    return re.split(r"[#/]", iri)[-1]


def name_key(name: str) -> str:
    """Return the form in which names are compared: no case, no article, one space.

    >>> name_key("The  Daily Example")
    'daily example'
    """
    key = " ".join(name.casefold().split())
    for article in ("the ", "a ", "an "):
        key = key.removeprefix(article)
    return key


def _digest(*parts: str) -> str:
    joined = "\x1f".join(parts).encode("utf-8", "replace")
    return hashlib.sha256(joined).hexdigest()[:24]
