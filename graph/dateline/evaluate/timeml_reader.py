"""Read TimeML files: text to the character, TIMEX3, EVENT, MAKEINSTANCE, TLINK."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time
from pathlib import Path
from xml.parsers import expat

from dateline.errors import GoldError
from dateline.model.text import Block, BlockKind, Dct, DctBasis, Document, Span


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


def read_timeml_file(path: Path) -> TimemlDocument:
    """Read one TimeML file.

    Raises:
        GoldError: if it is not well-formed or has no `<TEXT>`.
    """
    return read_timeml(path.read_bytes(), name=path.stem)


def read_timeml(source: str | bytes, *, name: str = "") -> TimemlDocument:
    """Read TimeML; entity declarations are refused.

    Bytes are decoded as their XML declaration says, UTF-8 without one.

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
    # A text is decoded already, whatever its declaration says.
    parser = expat.ParserCreate("utf-8" if isinstance(source, str) else None)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = reader.refuse
    parser.buffer_text = True
    octets = source.encode() if isinstance(source, str) else source
    try:
        parser.Parse(octets, True)  # noqa: FBT003 - expat takes no keyword
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
                replace(gold, words=gold.span.slice(text)) for gold in self.timexes
            ),
            events=tuple(
                replace(gold, words=gold.span.slice(text)) for gold in self.events
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
