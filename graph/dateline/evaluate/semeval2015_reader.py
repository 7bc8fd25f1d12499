r"""Read SemEval-2015 Task 4: articles as CAT or TimeML, and timelines of an entity.

Minard et al. (2015), "TimeLine: Cross-Document Event Ordering". A line of a timeline is
a rank, a time, and the places of one event: `2\t1999-05\t12-4-signed`. A place is the
document, the number of the sentence (0 is the title), and the words of the event.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dateline.errors import GoldError
from dateline.evaluate.cat import lay_out
from dateline.model.text import Block, BlockKind, Dct, DctBasis, Document, Span

UNDATED = "XXXX-XX-XX"
"""How a timeline writes that the date is not known."""

_DATE_LINE = 1  # the number of the sentence that holds the date of the article


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A token of the corpus: its text, its place, and the number of its sentence."""

    text: str
    span: Span
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article of the task.

    `number` is what timelines call it. `given` holds the annotated event mentions, each
    as the words it is made of; it is empty in the raw texts. TimeML marks the first
    word alone: then `marks_all_words` is false.
    """

    number: str
    document: Document
    words: tuple[Word, ...]
    given: tuple[tuple[Word, ...], ...]
    marks_all_words: bool = True

    def name_of(self, words: Sequence[Word]) -> str:
        """Return how a timeline writes an event at `words`: in lower case."""
        said = "_".join(word.text.lower() for word in words)
        return f"{self.number}-{words[0].sentence}-{said}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An event on a timeline; `rank` 0 says that its order is not known.

    `time` is a date, with fewer parts if it is coarser, or `UNDATED`.
    """

    rank: int
    time: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityTimeline:
    """What a list of articles says of one entity; `name` is that of its file."""

    name: str
    target: str
    lines: tuple[Line, ...] = ()


def read_articles(folder: Path) -> tuple[Article, ...]:
    """Read the articles below `folder`, each once, sorted by number.

    Raises:
        GoldError: if there is none, or one cannot be read.
    """
    found: dict[str, Article] = {}
    paths = [p for end in ("xml", "tml") for p in sorted(folder.rglob(f"*.{end}"))]
    for path in paths:
        article = read_article(path)
        found.setdefault(article.number, article)
    if not found:
        raise GoldError(f"{folder}: expected articles of the task, *.xml or *.tml")
    return tuple(found[number] for number in sorted(found))


def read_article(path: Path) -> Article:
    """Read one article as CAT XML or TimeML.

    Raises:
        GoldError: if it is neither.
    """
    try:
        root = ET.parse(path).getroot()  # noqa: S314 -- local development data
        return _from_cat(root, path) if root.tag == "Document" else _from_timeml(root)
    except (OSError, ET.ParseError, ValueError) as error:
        msg = f"{path}: cannot be read as CAT XML or TimeML: {error}"
        raise GoldError(msg) from error


def _from_cat(root: ET.Element, path: Path) -> Article:
    tokens: dict[int, list[tuple[str, str]]] = {}
    for token in root.iter("token"):
        word = (token.get("t_id") or "", (token.text or "").strip())
        tokens.setdefault(int(token.get("sentence") or 0), []).append(word)
    given = [
        [anchor.get("t_id") or "" for anchor in event.iter("token_anchor")]
        for event in root.iter("EVENT_MENTION")
    ]
    number = root.get("doc_id") or re.split(r"[-_]", path.stem)[0]
    stamps = {e.get("functionInDocument"): e.get("value") for e in root.iter("TIMEX3")}
    return _article(number, tokens, given, stamps.get("CREATION_TIME"))


def _from_timeml(root: ET.Element) -> Article:
    """Read `<s id="2">` elements; words stand between spaces."""
    tokens: dict[int, list[tuple[str, str]]] = {}
    given: list[list[str]] = []
    title = root.findtext("EXTRAINFO")
    for sentence in root.iter("s"):
        number = int(sentence.get("id") or 0)
        line = tokens.setdefault(number, [])
        for text, is_event in _pieces(sentence):
            ids = [f"{number}.{len(line) + i}" for i in range(len(text.split()))]
            line.extend(zip(ids, text.split(), strict=True))
            if is_event and ids:
                given.append(ids)
    if title and 0 not in tokens:
        tokens[0] = [(f"0.{i}", word) for i, word in enumerate(title.split())]
    stamp = root.find("DCT/TIMEX3")
    day = None if stamp is None else stamp.get("value")
    name = (root.findtext("DOCID") or "").strip()
    return replace(_article(name, tokens, given, day), marks_all_words=False)


def _pieces(sentence: ET.Element) -> Iterator[tuple[str, bool]]:
    yield sentence.text or "", False
    for child in sentence:
        yield "".join(child.itertext()), child.tag == "EVENT"
        yield child.tail or "", False


def _article(
    number: str,
    tokens: Mapping[int, Sequence[tuple[str, str]]],
    given: Iterable[Sequence[str]],
    day: str | None,
) -> Article:
    """Lay the sentences out, one block each; `tokens` are pairs of id and word."""
    numbers = sorted(tokens)
    text, places = lay_out([word for _, word in tokens[n]] for n in numbers)
    words: dict[str, Word] = {}
    blocks = []
    for n, spans in zip(numbers, places, strict=True):
        for (key, said), span in zip(tokens[n], spans, strict=True):
            words[key] = Word(text=said, span=span, sentence=n)
        blocks.append(Block(_kind(n), spans[0].cover(spans[-1])))
    document = Document(
        id=f"urn:semeval2015-task4:{number}",
        text=text,
        blocks=tuple(blocks),
        title=text.partition("\n")[0] or None,
        language="en",
        dct=_dct(day),
    )
    return Article(
        number=number,
        document=document,
        words=tuple(sorted(words.values(), key=lambda word: word.span)),
        given=tuple(sorted(_mentions(given, words), key=lambda found: found[0].span)),
    )


def _kind(sentence: int) -> BlockKind:
    if sentence == _DATE_LINE:
        return BlockKind.DATELINE
    return BlockKind.BODY if sentence else BlockKind.TITLE


def _mentions(
    given: Iterable[Sequence[str]], words: Mapping[str, Word]
) -> Iterator[tuple[Word, ...]]:
    for ids in given:
        found = [words[key] for key in ids if key in words]
        if found:
            yield tuple(sorted(found, key=lambda word: word.span))


def _dct(day: str | None) -> Dct | None:
    try:
        return Dct(date=date.fromisoformat((day or "")[:10]), basis=DctBasis.RECORD)
    except ValueError:
        return None


def read_timelines(place: Path) -> tuple[EntityTimeline, ...]:
    """Read the timelines of a folder, or the entities that a file lists, one a line.

    The first line of a timeline names its entity; where it does not, the file does.

    Raises:
        GoldError: if there is none, or a line is not in the format.
    """
    if place.is_file():
        names = [line.strip() for line in _text(place).splitlines()]
        found = [_listed(name) for name in names if name]
    else:
        found = [read_timeline(path) for path in sorted(place.rglob("*.txt"))]
    if not found:
        msg = f"{place}: expected timelines, *.txt, or a file that lists entities"
        raise GoldError(msg)
    return tuple(found)


def _listed(name: str) -> EntityTimeline:
    target = name.removesuffix(".txt").replace("_", " ")
    return EntityTimeline(name=f"{target.lower().replace(' ', '_')}", target=target)


def read_timeline(path: Path) -> EntityTimeline:
    """Read one timeline.

    Raises:
        GoldError: names the line that is not in the format.
    """
    lines = _text(path).splitlines()
    target = path.stem.replace("_", " ")
    if lines and "\t" not in lines[0]:
        target = lines[0].strip() or target
    found = []
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            found.append(_line(line, f"{path}:{number}"))
    return EntityTimeline(name=path.stem, target=target, lines=tuple(found))


def _line(line: str, where: str) -> Line:
    rank, time, *mentions = (field.strip() for field in line.split("\t"))
    if not rank.isdecimal():
        raise GoldError(f"{where}: expected a rank, a time and events, got {line!r}")
    return Line(rank=int(rank), time=time, mentions=tuple(filter(None, mentions)))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error


def write_timeline(timeline: EntityTimeline) -> str:
    """Write a timeline as the task does.

    >>> line = Line(rank=1, time="1999", mentions=("12-4-signed",))
    >>> write_timeline(EntityTimeline(name="a", target="A", lines=(line,))).split()
    ['A', '1', '1999', '12-4-signed']
    """
    lines = ["\t".join((str(e.rank), e.time, *e.mentions)) for e in timeline.lines]
    return "\n".join([timeline.target, *lines]) + "\n"
