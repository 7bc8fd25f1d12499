"""Make a `Document` from a text and what is known about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.errors import SourceError
from dateline.model.text import Block, BlockKind, Dct, DctBasis, Document, Span
from dateline.sources import block_patterns as p
from dateline.sources.blocks import find_blocks
from dateline.sources.dates import find_dates
from dateline.sources.names import quoted, shown, web_iri

_UPDATED = ("updat", "modif", "edit")


def document_from_text(
    text: str,
    *,
    id: str,  # noqa: A002 - the word of the model
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    language: str | None = None,
    url: str | None = None,
    dct: Dct | None = None,
) -> Document:
    r"""Make a document: find its blocks, and its publication date if `dct` is `None`.

    `id` is an http, https or urn IRI; what an IRI may not hold is percent-encoded. A
    `url` that is no web address is left out. Without `title`, the text's own is taken.

    Raises:
        SourceError: if `id` is no IRI, or the text is empty or not valid Unicode.

    >>> text = "Ministers meet\n\nJuly 12, 2018\n\nThey met on Monday."
    >>> document = document_from_text(text, id="urn:news:1")
    >>> document.title, document.dct.isoformat()
    ('Ministers meet', '2018-07-12')
    """
    iri = web_iri(id)
    if iri is None:
        why = f"the id {quoted(id)} is not an http, https or urn IRI"
        raise SourceError(shown(id[:60]), why, "give an absolute IRI")
    check_text(text, iri)
    blocks = find_blocks(text, title=title)
    return Document(
        id=iri,
        text=text,
        blocks=blocks,
        title=title or _title(text, blocks),
        publisher=publisher,
        author=author,
        language=language,
        url=_web_address(url),
        dct=dct or find_dct(text, blocks),
    )


def check_text(text: str, where: str) -> None:
    """Refuse a text that no article has.

    Raises:
        SourceError: at `where`, if it is blank, binary, or holds half a character.

    >>> check_text("It rained.", "a.txt")
    """
    if not text.strip("\ufeff \t\r\n\x0b\x0c") or text.isspace():
        raise SourceError(where, "the text is empty", "remove it from the input")
    if "\0" in text:
        why = f"the text has a NUL character at {text.index(chr(0))}"
        raise SourceError(where, why, "remove it, or give the text without it")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        why = f"the text has half a surrogate pair at character {error.start}"
        hint = "write the record again with whole characters"
        raise SourceError(where, why, hint) from error


def find_dct(text: str, blocks: Sequence[Block]) -> Dct | None:
    r"""Find the publication date in the byline or dateline blocks of `text`.

    A date marked as published wins over a bare one, and that over an updated one. A
    dateline without a year gives none.

    >>> text = "Talks\n\nUpdated 4 May 2021\nPublished 3 May 2021\n\nThey met."
    >>> find_dct(text, find_blocks(text)).isoformat()
    '2021-05-03'
    """
    ranked: list[tuple[int, Dct]] = []
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            ranked.extend(_dates(text, block, DctBasis.TEXT_BYLINE))
        elif block.kind is BlockKind.DATELINE:
            ranked.extend(
                (3, dct) for _, dct in _dates(text, block, DctBasis.TEXT_DATELINE)
            )
    return min(ranked, key=lambda item: item[0])[1] if ranked else None


def _dates(text: str, block: Block, basis: DctBasis) -> list[tuple[int, Dct]]:
    """Return the dates of a block, each with its rank."""
    line = block.span.slice(text)
    dates: list[tuple[int, Dct]] = []
    end = 0
    for found in find_dates(line, basis):
        span = Span(block.span.start + found.start, block.span.start + found.end)
        rank = _rank(line[end : found.start])
        dates.append((rank, replace(found.dct, span=span)))
        end = found.end
    return dates


def _rank(before: str) -> int:
    labels = [match["label"].lower() for match in p.DATE_LABEL.finditer(before)]
    if not labels:
        return 1
    return 2 if any(word in labels[-1] for word in _UPDATED) else 0


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            return " ".join(block.span.slice(text).split())
    return None


def _web_address(url: str | None) -> str | None:
    iri = web_iri(url, keep_fragment=True)
    return iri if iri and iri.startswith("http") else None
