"""The article and the places in it: documents, spans, blocks, sentences, tokens."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Mark a half-open place `[start, end)` in Unicode code points of a text.

    Raises:
        ValueError: if the bounds are negative or `end` is before `start`.

    >>> Span(3, 6).slice("On Thursday")
    'Thu'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"span [{self.start}, {self.end}) needs 0 <= start <= end"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """Return the words of this span in `text`."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span.

        >>> Span(0, 9).contains(Span(4, 9))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point.

        >>> Span(0, 4).overlaps(Span(4, 9))
        False
        """
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both.

        >>> Span(0, 2).cover(Span(5, 6))
        Span(start=0, end=6)
        """
        return Span(min(self.start, other.start), max(self.end, other.end))


class BlockKind(StrEnum):
    """What a paragraph of an article is; only `BODY` holds sentences of the story."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized part of the text; blocks do not overlap and come in order."""

    kind: BlockKind
    span: Span


class DctBasis(StrEnum):
    """Where the publication date of a document was found, best first."""

    OPTION = "option"
    RECORD = "record"
    HTML_METADATA = "html-metadata"
    TEXT_BYLINE = "text-byline"
    TEXT_DATELINE = "text-dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dct:
    """The document creation time (ISO-TimeML): when the article was published.

    `utc_offset_minutes` is `None` where the source names no time zone. `span` is the
    place of the date in the text when `basis` is one of the `TEXT_…` kinds.
    """

    date: date
    time: time | None = None
    utc_offset_minutes: int | None = None
    basis: DctBasis
    span: Span | None = None

    def isoformat(self) -> str:
        """Write the date, with the time and offset where they are known.

        >>> Dct(date=date(2018, 7, 12), basis=DctBasis.OPTION).isoformat()
        '2018-07-12'
        """
        if self.time is None:
            return self.date.isoformat()
        stamp = f"{self.date.isoformat()}T{self.time.isoformat(timespec='seconds')}"
        if self.utc_offset_minutes is None:
            return stamp
        sign = "-" if self.utc_offset_minutes < 0 else "+"
        hours, minutes = divmod(abs(self.utc_offset_minutes), 60)
        return f"{stamp}{sign}{hours:02d}:{minutes:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article: its text, never changed, and what its source says about it.

    `id` is an absolute IRI. `blocks` covers every non-blank part of `text`, in order.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    dct: Dct | None = None

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.start < end or block.span.end > len(self.text):
                msg = f"block {block} overlaps its neighbour or leaves the text"
                raise ValueError(msg)
            end = block.span.end

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def slice(self, span: Span) -> str:
        """Return the words at `span`."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence, with its place in the dependency tree.

    `i`, `head` and `children` count tokens of the whole document; the root of a
    sentence is its own head. `pos` is a Universal POS tag, `tag` a Penn Treebank tag,
    `dep` a ClearNLP dependency label, `ent_type` an OntoNotes name type or `""`, and
    `ent_iob` its `B`, `I` or `O`.
    """

    i: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]
    sentence: int
    ent_type: str = ""
    ent_iob: str = "O"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place, its tokens `[first, last)`, and the block it stands in."""

    i: int
    span: Span
    first: int
    last: int
    block: BlockKind
