"""Read PolNeAR's attributions (brat) and score ours against them.

Newell, Margolin and Ruths 2018, "An Attribution Relations Corpus for Political News":
an attribution has a cue, at most one source, and content, each possibly in pieces. The
corpus does not annotate attributions inside the content of others, so ours inside
others are left out. Cues and sources match one to one where they share a character;
content is scored by the words that it covers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.annotate.pipeline import annotate
from dateline.annotate.stage import load_stage
from dateline.annotate.tokens import parse
from dateline.errors import GoldError
from dateline.evaluate.scores import PRF
from dateline.evaluate.timeml import Split
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Attribution
from dateline.model.text import Block, BlockKind, Document, Span, Token

_TUNE_PERCENT = 60
_ARGUMENT_RE = re.compile(r"(Source|Cue|Content)\d{0,3}:(T\d{1,6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    """An attribution of the corpus; each part is a list of places, in order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionScores:
    """Counts of one or more articles: whole parts, and words of content."""

    source: PRF = field(default_factory=PRF)
    cue: PRF = field(default_factory=PRF)
    content: PRF = field(default_factory=PRF)

    def __add__(self, other: AttributionScores) -> AttributionScores:
        return AttributionScores(
            source=self.source + other.source,
            cue=self.cue + other.cue,
            content=self.content + other.content,
        )


def read_brat(annotation: str, *, name: str = "") -> tuple[GoldAttribution, ...]:
    r"""Read the attributions of one brat file.

    An argument that names no text-bound annotation of the file is left out.

    Raises:
        GoldError: names the file and the line that is no annotation.

    >>> read_brat("T1\tCue 4 8\tsaid\nT2\tContent 9 12;14 15\tyes !\n"
    ...           "E1\tAttribution:T1 Cue:T1 Content:T2")[0].content
    (Span(start=9, end=12), Span(start=14, end=15))
    """
    places: dict[str, tuple[Span, ...]] = {}
    found: list[dict[str, list[Span]]] = []
    for number, line in enumerate(annotation.splitlines(), start=1):
        fields = line.split("\t")
        if line.startswith("T"):
            places[fields[0]] = _places(fields, f"{name}:{number}")
        elif line.startswith("E") and len(fields) > 1:
            parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
            for part, target in _ARGUMENT_RE.findall(fields[1]):
                parts[part] += places.get(target, ())
            found.append(parts)
    return tuple(
        GoldAttribution(
            source=tuple(sorted(parts["Source"])),
            cue=tuple(sorted(parts["Cue"])),
            content=tuple(sorted(parts["Content"])),
        )
        for parts in found
        if parts["Cue"]
    )


def _places(fields: Sequence[str], where: str) -> tuple[Span, ...]:
    """Read "Content 9 12;14 15"."""
    numbers = [pair.split() for pair in fields[1].partition(" ")[2].split(";")]
    if not all(len(pair) == 2 and all(n.isdigit() for n in pair) for pair in numbers):  # noqa: PLR2004
        raise GoldError(f"{where}: expected 'ID<tab>TYPE START END', got {fields!r}")
    return tuple(Span(int(first), int(last)) for first, last in numbers)


def score_attributions(
    tokens: Sequence[Token],
    attributions: Sequence[Attribution],
    gold: Sequence[GoldAttribution],
) -> AttributionScores:
    """Score the attributions of one document that lie in no other's content.

    >>> score_attributions((), (), ()).cue.f
    1.0
    """
    ours = [found for found in attributions if found.parent is None]
    return AttributionScores(
        cue=_match([(found.cue,) for found in ours], [each.cue for each in gold]),
        source=_match(
            [(found.source,) for found in ours if found.source is not None],
            [each.source for each in gold if each.source],
        ),
        content=_words(
            tokens,
            [span for found in ours for span in found.content],
            [span for each in gold for span in each.content],
        ),
    )


def _match(ours: Sequence[tuple[Span, ...]], gold: Sequence[tuple[Span, ...]]) -> PRF:
    """Match parts one to one, in text order, where they share a character."""
    free = sorted(gold)
    hits = 0
    for mine in sorted(ours):
        for theirs in free:
            if any(a.overlaps(b) for a in mine for b in theirs):
                free.remove(theirs)
                hits += 1
                break
    return PRF(tp=hits, fp=len(ours) - hits, fn=len(free))


def _words(tokens: Sequence[Token], ours: Sequence[Span], gold: Sequence[Span]) -> PRF:
    """Compare the words, without punctuation, that two sets of places cover."""
    mine, theirs = _covered(tokens, ours), _covered(tokens, gold)
    return PRF(tp=len(mine & theirs), fp=len(mine - theirs), fn=len(theirs - mine))


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> set[int]:
    return {
        token.i
        for token in tokens
        if token.pos != "PUNCT" and any(span.overlaps(token.span) for span in spans)
    }


def split_of(name: str) -> Split:
    """Return the split of an article by its name, without the annotator's mark.

    >>> split_of("nyt_2016-09-12_some-article_4b22") == split_of(
    ...     "nyt_2016-09-12_some-article_6b86")
    True
    """
    article = name.rpartition("_")[0]
    digest = hashlib.sha256(article.encode()).digest()
    percent = int.from_bytes(digest[:4]) % 100
    return Split.TUNE if percent < _TUNE_PERCENT else Split.HELD_OUT


def read_corpus(
    folder: Path, split: Split = Split.ALL
) -> Iterator[tuple[Document, tuple[tuple[GoldAttribution, ...], ...]]]:
    """Yield each article of `split` with the attributions of each who annotated it.

    Raises:
        GoldError: if the folder does not hold the corpus.
    """
    files = sorted((folder / "attributions").glob("*.ann"))
    if not files:
        raise GoldError(f"{folder}: expected attributions/*.ann and text/*.txt")
    versions: dict[str, list[Path]] = {}
    for path in files:
        if split in {Split.ALL, split_of(path.stem)}:
            versions.setdefault(path.stem.rpartition("_")[0], []).append(path)
    for article, paths in versions.items():
        text = (folder / "text" / f"{article}.txt").read_text(encoding="utf-8")
        gold = tuple(
            read_brat(path.read_text(encoding="utf-8"), name=path.name)
            for path in paths
        )
        yield to_document(article, text), gold


def to_document(name: str, text: str) -> Document:
    r"""Make a document whose every line is a paragraph of the story.

    >>> [block.span for block in to_document("a", "One.\n\n Two.").blocks]
    [Span(start=0, end=4), Span(start=7, end=11)]
    """
    blocks = []
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            first = start + line.index(words)
            blocks.append(Block(BlockKind.BODY, Span(first, first + len(words))))
        start += len(line)
    return Document(id=f"polnear:{name}", text=text, blocks=tuple(blocks))


def evaluate_polnear(folder: Path, split: Split = Split.TUNE) -> AttributionScores:
    """Annotate the articles of `split` and add up their scores."""
    articles = list(read_corpus(folder, split))
    stages = [load_stage(name) for name in ("timex", "entities", "events")]
    stages.append(load_stage("attribution"))
    docs = annotate(parse(document for document, _ in articles), stages)
    golds = [gold for _, gold in articles]
    return score_corpus(zip(docs, golds, strict=True))


def score_corpus(
    annotated: Iterable[tuple[AnnotatedDocument, Iterable[Sequence[GoldAttribution]]]],
) -> AttributionScores:
    """Add up the scores of documents, each against all who annotated it.

    >>> score_corpus([]).content.f
    1.0
    """
    total = AttributionScores()
    for doc, golds in annotated:
        for gold in golds:
            total += score_attributions(doc.tokens, doc.attributions, gold)
    return total
