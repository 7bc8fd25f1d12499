"""A web page becomes a document. trafilatura and htmldate live here."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import trafilatura

from dateline.errors import SourceError
from dateline.model.text import Dct, Document
from dateline.sources.documents import document_from_text
from dateline.sources.html_dates import page_dct
from dateline.sources.names import web_iri

_LEAST_CHARACTERS = 60
# What these say about one page is said better by our own error.
_CHATTY = ("trafilatura", "htmldate", "justext")
_DATES: dict[str, Any] = {"extensive_search": False, "original_date": True}


def document_from_html(
    page: str, *, where: str, fallback_id: str, dct: Dct | None = None
) -> Document:
    """Take the main article out of a page; `dct` wins over the page's own date.

    The id is the page's canonical address if it has one, else `fallback_id`.

    Raises:
        SourceError: if the page has no article.
    """
    with _silenced():
        tree = _load(page)
        found = None if tree is None else _extract(page)
    text = "" if found is None else _paragraphs(found.text or "")
    if found is None or not _is_article(text):
        why = "no article was found in the page"
        raise SourceError(where, why, "save the article's own page, or give its text")
    title = _line(found.title)
    if title and text.partition("\n")[0].casefold().split() != title.casefold().split():
        text = f"{title}\n\n{text}"
    canonical = _canonical(tree)
    return document_from_text(
        text,
        id=canonical or fallback_id,
        title=title,
        publisher=_line(found.sitename),
        author=_line(found.author),
        language=_language(tree),
        url=canonical,
        dct=dct or page_dct(page, tree, canonical),
    )


@contextmanager
def _silenced() -> Iterator[None]:
    levels = {name: logging.getLogger(name).level for name in _CHATTY}
    for name in levels:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def _load(page: str) -> Any:
    # An encoding declared inside a decoded page is refused by the parser.
    return trafilatura.load_html(page.encode("utf-8", "replace"))


def _extract(page: str) -> Any:
    try:
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=_DATES,
        )
    except Exception:  # noqa: BLE001 - hostile pages break extractors in many ways
        return None
    return found


def _is_article(text: str) -> bool:
    return len(text) >= _LEAST_CHARACTERS and any(mark in text for mark in ".!?。")


def _paragraphs(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _attributes(tree: Any, path: str, name: str) -> Iterator[str]:
    for element in tree.iterfind(path):
        value = element.get(name)
        if value:
            yield value


def _canonical(tree: Any) -> str | None:
    """Return the page's own address, from its canonical link or `og:url`."""
    candidates = [
        *_attributes(tree, './/link[@rel="canonical"]', "href"),
        *_attributes(tree, './/meta[@property="og:url"]', "content"),
    ]
    for candidate in candidates:
        iri = web_iri(candidate)
        if iri is not None and iri.startswith("http"):
            return iri
    return None


def _language(tree: Any) -> str | None:
    value: str | None = tree.get("lang")
    return value.strip().lower()[:20] or None if value else None
