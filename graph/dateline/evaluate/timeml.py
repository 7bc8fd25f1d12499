"""Read TimeML files and score against them as TempEval-3 did.

UzZaman et al. 2013, "SemEval-2013 Task 1: TempEval-3": an expression counts as found
strictly if both ends agree, relaxed if the two share a character; type, value and
class scores count the relaxed matches whose attribute is equal, over all system
(precision) and all gold (recall) expressions. The document creation time is not scored.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from xml.parsers import expat

from dateline.annotate.timex import STAGE
from dateline.annotate.tokens import parse
from dateline.errors import GoldError
from dateline.evaluate.scores import PRF
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventMention, Timex
from dateline.model.text import Block, BlockKind, Dct, DctBasis, Document, Span


class Split(StrEnum):
    """The parts of the development data; `HELD_OUT` is for a single look."""

    TRAIN = "train"
    TUNE = "tune"
    HELD_OUT = "held-out"
    ALL = "all"


# Shares of the files, in percent: train, then tune; the rest is held out.
_TRAIN_PERCENT, _TUNE_PERCENT = 60, 25


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTimex:
    """A TIMEX3 of a TimeML file; `span` is empty for one without words."""

    tid: str
    span: Span
    type: str
    value: str
    mod: str | None = None
    anchor: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """An EVENT of a TimeML file."""

    eid: str
    span: Span
    cls: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldInstance:
    """A MAKEINSTANCE of a TimeML file: one occurrence of an event."""

    eiid: str
    eid: str
    tense: str = "NONE"
    aspect: str = "NONE"
    polarity: str = "POS"
    pos: str = ""
    modality: str | None = None
    cardinality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTLink:
    """A TLINK "source relation target"; ends are an `eiid` or a `tid`."""

    lid: str
    relation: str
    source: str
    target: str
    signal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimemlDocument:
    """A TimeML file: `text` is the content of `<TEXT>` to the character."""

    name: str
    text: str
    dct: GoldTimex | None
    title: str | None
    timexes: tuple[GoldTimex, ...]
    events: tuple[GoldEvent, ...]
    instances: tuple[GoldInstance, ...]
    tlinks: tuple[GoldTLink, ...]

    def to_document(self) -> Document:
        """Return the text as a document with one body block per paragraph."""
        return Document(
            id=f"https://example.org/timeml/{self.name}",
            text=self.text,
            blocks=tuple(paragraphs(self.text)),
            title=self.title,
            dct=None if self.dct is None else parse_dct(self.dct.value),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexScores:
    """The timex scores of TempEval-3; counts add up over documents."""

    strict: PRF = PRF()
    relaxed: PRF = PRF()
    type: PRF = PRF()
    value: PRF = PRF()

    def __add__(self, other: TimexScores) -> TimexScores:
        return TimexScores(
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            type=self.type + other.type,
            value=self.value + other.value,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EventScores:
    """The event scores of TempEval-3: extent (relaxed and strict) and class."""

    strict: PRF = PRF()
    relaxed: PRF = PRF()
    cls: PRF = PRF()

    def __add__(self, other: EventScores) -> EventScores:
        return EventScores(
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            cls=self.cls + other.cls,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexEvaluation:
    """The scores of the timex stage on one split, with the number of files."""

    split: Split
    files: int
    scores: TimexScores


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span with the attributes that a score compares."""

    span: Span
    labels: tuple[str, ...]


def split_of(name: str) -> Split:
    """Return the split of the file called `name`, from a hash of the name.

    >>> split_of("wsj_0006.tml") is split_of("timebank/wsj_0006.tml")
    True
    """
    digest = hashlib.sha256(Path(name).stem.encode()).digest()
    percent = int.from_bytes(digest[:4], "big") % 100
    if percent < _TRAIN_PERCENT:
        return Split.TRAIN
    if percent < _TRAIN_PERCENT + _TUNE_PERCENT:
        return Split.TUNE
    return Split.HELD_OUT


def timeml_files(gold_dir: Path, split: Split = Split.ALL) -> list[Path]:
    """List the `.tml` files below `gold_dir` that belong to `split`, sorted.

    Raises:
        GoldError: if the folder holds no such file.
    """
    files = sorted(gold_dir.rglob("*.tml"))
    if not files:
        msg = f"no .tml file below {gold_dir}; expected a folder of TimeML files"
        raise GoldError(msg)
    return [path for path in files if split in {Split.ALL, split_of(path.name)}]


def read_timeml_file(path: Path) -> TimemlDocument:
    """Read one TimeML file.

    Raises:
        GoldError: if it is not well-formed or has no `<TEXT>`.
    """
    return read_timeml(path.read_text(encoding="utf-8"), name=path.stem)


def read_timeml(source: str, *, name: str = "") -> TimemlDocument:
    """Read TimeML; entity declarations are refused.

    Raises:
        GoldError: if it is not well-formed or has no `<TEXT>`.

    >>> doc = read_timeml(
    ...     '<TimeML><TEXT>On <TIMEX3 tid="t1" type="DATE" value="2018-07-12">'
    ...     'Thursday</TIMEX3>.</TEXT></TimeML>'
    ... )
    >>> doc.text, doc.timexes[0].span
    ('On Thursday.', Span(start=3, end=11))
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = reader.refuse
    parser.buffer_text = True
    try:
        parser.Parse(source.encode(), True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError as error:
        msg = f"{name or 'TimeML'}: not well-formed XML: {error}"
        raise GoldError(msg) from error
    return reader.finish(name)


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


@dataclass(slots=True)
class _Reader:
    """Collect the elements of a TimeML file as expat meets them."""

    stack: list[_Open] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    length: int = 0
    is_in_text: bool = False
    has_text: bool = False
    dct: GoldTimex | None = None
    title: str | None = None
    timexes: list[GoldTimex] = field(default_factory=list)
    events: list[GoldEvent] = field(default_factory=list)
    instances: list[GoldInstance] = field(default_factory=list)
    tlinks: list[GoldTLink] = field(default_factory=list)

    def refuse(self, name: str, *_: object) -> None:
        msg = f"TimeML with an entity declaration ({name!r}) is not read"
        raise GoldError(msg)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "TEXT":
            self.is_in_text = self.has_text = True
        self.other = [] if tag in {"TITLE", "TIMEX3"} else self.other
        self.stack.append(_Open(tag, attributes, self.length))
        if tag == "MAKEINSTANCE":
            self.instances.append(_instance(attributes))
        elif tag == "TLINK":
            link = _tlink(attributes)
            if link is not None:
                self.tlinks.append(link)

    def characters(self, words: str) -> None:
        if self.is_in_text:
            self.pieces.append(words)
            self.length += len(words)
        else:
            self.other.append(words)

    def end(self, tag: str) -> None:
        opened = self.stack.pop()
        if tag == "TEXT":
            self.is_in_text = False
        elif tag == "TITLE":
            self.title = "".join(self.other).strip() or None
        elif tag == "TIMEX3":
            self.end_timex(opened)
        elif tag == "EVENT" and self.is_in_text:
            cls = opened.attributes.get("class", "")
            span = Span(opened.start, self.length)
            eid = opened.attributes.get("eid", "")
            self.events.append(GoldEvent(eid=eid, span=span, cls=cls))

    def end_timex(self, opened: _Open) -> None:
        found = opened.attributes
        span = Span(opened.start, self.length)
        timex = GoldTimex(
            tid=found.get("tid", ""),
            span=span if self.is_in_text else Span(0, 0),
            type=found.get("type", ""),
            value=found.get("value", ""),
            mod=found.get("mod"),
            anchor=found.get("anchorTimeID"),
            words="" if self.is_in_text else "".join(self.other),
        )
        if self.is_in_text:
            self.timexes.append(timex)
        elif found.get("functionInDocument") == "CREATION_TIME" or self.dct is None:
            self.dct = timex

    def finish(self, name: str) -> TimemlDocument:
        if not self.has_text:
            msg = f"{name or 'TimeML'}: no <TEXT> element"
            raise GoldError(msg)
        text = "".join(self.pieces)
        return TimemlDocument(
            name=name,
            text=text,
            dct=self.dct,
            title=self.title,
            timexes=tuple(
                GoldTimex(
                    tid=gold.tid,
                    span=gold.span,
                    type=gold.type,
                    value=gold.value,
                    mod=gold.mod,
                    anchor=gold.anchor,
                    words=gold.span.slice(text),
                )
                for gold in self.timexes
            ),
            events=tuple(
                GoldEvent(
                    eid=gold.eid,
                    span=gold.span,
                    cls=gold.cls,
                    words=gold.span.slice(text),
                )
                for gold in self.events
            ),
            instances=tuple(self.instances),
            tlinks=tuple(self.tlinks),
        )


def _instance(found: dict[str, str]) -> GoldInstance:
    return GoldInstance(
        eiid=found.get("eiid", ""),
        eid=found.get("eventID", ""),
        tense=found.get("tense", "NONE"),
        aspect=found.get("aspect", "NONE"),
        polarity=found.get("polarity", "POS"),
        pos=found.get("pos", ""),
        modality=found.get("modality"),
        cardinality=found.get("cardinality"),
    )


def _tlink(found: dict[str, str]) -> GoldTLink | None:
    source = found.get("eventInstanceID") or found.get("timeID")
    target = found.get("relatedToEventInstance") or found.get("relatedToTime")
    if source is None or target is None:
        return None
    return GoldTLink(
        lid=found.get("lid", ""),
        relation=found.get("relType", ""),
        source=source,
        target=target,
        signal=found.get("signalID"),
    )


_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")


def paragraphs(text: str) -> Iterator[Block]:
    r"""Yield a body block for each run of lines between blank lines.

    >>> [block.span for block in paragraphs("One.\n\nTwo\nlines.\n")]
    [Span(start=0, end=4), Span(start=6, end=16)]
    """
    for match in _PARAGRAPH.finditer(text):
        words = match.group()
        if not words.strip():
            continue
        start = match.start() + len(words) - len(words.lstrip())
        yield Block(BlockKind.BODY, Span(start, start + len(words.strip())))


_DCT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?)?", re.ASCII)


def parse_dct(value: str) -> Dct | None:
    """Read the value of a document creation time; `None` if it names no day.

    >>> parse_dct("1998-04-18T16:05").isoformat()
    '1998-04-18T16:05:00'
    """
    match = _DCT.match(value)
    if match is None:
        return None
    year, month, day, hour, minute, second = (
        None if part is None else int(part) for part in match.groups()
    )
    try:
        found = date(year or 1, month or 1, day or 1)
        clock = None if hour is None else time(hour, minute or 0, second or 0)
    except ValueError as error:
        msg = f"document creation time {value!r} is no date"
        raise GoldError(msg) from error
    return Dct(date=found, time=clock, basis=DctBasis.RECORD)


def align(
    gold: Sequence[Labelled], system: Sequence[Labelled]
) -> list[tuple[Labelled, Labelled]]:
    """Pair gold with system spans one to one: equal spans first, then overlaps.

    >>> one, two = Labelled(Span(0, 4), ()), Labelled(Span(2, 9), ())
    >>> align([one], [two]) == [(one, two)]
    True
    """
    pairs = []
    by_span = {item.span: item for item in system}
    free_gold = []
    for expected in gold:
        same = by_span.pop(expected.span, None)
        if same is None:
            free_gold.append(expected)
        else:
            pairs.append((expected, same))
    free = sorted(by_span.values(), key=lambda item: item.span)
    for expected in free_gold:
        for found in free:
            if expected.span.overlaps(found.span):
                pairs.append((expected, found))
                free.remove(found)
                break
    return pairs


def _prf(hits: int, gold: int, system: int) -> PRF:
    return PRF(tp=hits, fp=system - hits, fn=gold - hits)


def score_timexes(
    gold: Iterable[GoldTimex], system: Iterable[GoldTimex | Timex]
) -> TimexScores:
    """Score time expressions as TempEval-3 does; those without words do not count."""
    left = [_timex_labels(timex) for timex in gold if len(timex.span)]
    right = [_timex_labels(timex) for timex in system if len(timex.span)]
    pairs = align(left, right)
    sizes = (len(left), len(right))
    return TimexScores(
        strict=_prf(sum(a.span == b.span for a, b in pairs), *sizes),
        relaxed=_prf(len(pairs), *sizes),
        type=_prf(sum(a.labels[0] == b.labels[0] for a, b in pairs), *sizes),
        value=_prf(sum(a.labels[1] == b.labels[1] for a, b in pairs), *sizes),
    )


def _timex_labels(timex: GoldTimex | Timex) -> Labelled:
    if isinstance(timex, GoldTimex):
        return Labelled(timex.span, (timex.type, timex.value))
    return Labelled(timex.span, (timex.time.type.value, timex.time.value))


def score_events(
    gold: Iterable[GoldEvent], system: Iterable[GoldEvent | EventMention]
) -> EventScores:
    """Score event extents and classes as TempEval-3 does."""
    left = [Labelled(event.span, (event.cls,)) for event in gold if len(event.span)]
    right = [Labelled(event.span, (str(event.cls),)) for event in system]
    pairs = align(left, right)
    sizes = (len(left), len(right))
    return EventScores(
        strict=_prf(sum(a.span == b.span for a, b in pairs), *sizes),
        relaxed=_prf(len(pairs), *sizes),
        cls=_prf(sum(a.labels == b.labels for a, b in pairs), *sizes),
    )


def evaluate_timex(
    gold_dir: Path,
    split: Split = Split.TUNE,
    *,
    parsed: Iterable[AnnotatedDocument] | None = None,
) -> TimexEvaluation:
    """Run the timex stage on the files of one split and score it.

    `parsed` spares the parsing: the documents of the split's files, in their order.
    """
    gold = [read_timeml_file(path) for path in timeml_files(gold_dir, split)]
    docs = parse(item.to_document() for item in gold) if parsed is None else parsed
    scores = TimexScores()
    for expected, doc in zip(gold, docs, strict=True):
        scores += score_timexes(expected.timexes, STAGE.annotate(doc).timexes)
    return TimexEvaluation(split=split, files=len(gold), scores=scores)
