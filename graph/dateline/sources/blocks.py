"""Cut a text into blocks: title, byline, dateline, credit, body, boilerplate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.text import Block, BlockKind, Span
from dateline.sources import block_patterns as p
from dateline.sources.lines import Zone, is_byline, is_name, line_kind

_TITLE_LONGEST = 200
_TITLE_LINES = 2
_HARD_WRAPPED = 120
_DATELINE_LONGEST = 120
# Shorter ones are who speaks: "NATO: …", "Q: …"
_COLON_PLACE = 5
_TAIL = 600
# A page's furniture above the story is short; what comes after this is the story.
_HEADER_LINES = 20


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it; `last` ends its paragraph."""

    text: str
    start: int
    last: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def find_blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    r"""Cut `text` into blocks that cover every non-blank code point, in order.

    Paragraphs are separated by blank lines; the lines above the story are judged one
    by one. `title` is the headline as a record or page gives it: then only a first
    line with these words is the title.

    >>> text = "Ministers meet\n\nBy Jane Roe\n\nOSLO (Reuters) - They met on Monday."
    >>> [(b.kind.value, b.span.slice(text)) for b in find_blocks(text)][2:]
    [('dateline', 'OSLO (Reuters) -'), ('body', 'They met on Monday.')]
    """
    lines = _lines(text)
    header, story = _read_header(lines, title)
    blocks = [*header, *_read_story(text, lines[story:])]
    return tuple(_split_tail(text, blocks))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    offset = 0
    pending: tuple[str, int] | None = None
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        if pending is not None:
            lines.append(_Line(*pending, last=not line))
            pending = None
        if line:
            pending = (line, offset + len(raw) - len(raw.lstrip()))
        offset += len(raw)
    if pending is not None:
        lines.append(_Line(*pending, last=True))
    return lines


def _block(kind: BlockKind, first: _Line, last: _Line) -> Block:
    return Block(kind, Span(first.start, last.end))


def _read_header(lines: Sequence[_Line], title: str | None) -> tuple[list[Block], int]:
    """Return the blocks above the story, and the number of its first line."""
    blocks: list[Block] = []
    i = 0
    while i < min(len(lines), _HEADER_LINES):
        has_title = any(block.kind is BlockKind.TITLE for block in blocks)
        if not has_title and (label := p.TITLE_LABEL.match(lines[i].text)):
            blocks += _labelled_title(lines[i], label.end())
            i += 1
            continue
        end = i + 1
        kind = line_kind(lines[i].text, Zone.HEADER)
        if kind is None and not has_title:
            end = _title_end(lines, i, title)
            kind = BlockKind.TITLE if end > i else None
        elif kind is None and has_title:
            kind = _below_title(lines, i)
        if kind is None:
            break
        blocks.append(_block(kind, lines[i], lines[end - 1]))
        i = end
    if i == len(lines) and all(b.kind is BlockKind.TITLE for b in blocks):
        return [], 0
    return blocks, i


def _labelled_title(line: _Line, end: int) -> list[Block]:
    """Part "Title: Port strike ends" into the label and the headline."""
    label = line.text[:end].rstrip()
    return [
        Block(BlockKind.BOILERPLATE, Span(line.start, line.start + len(label))),
        Block(BlockKind.TITLE, Span(line.start + end, line.end)),
    ]


def _title_end(lines: Sequence[_Line], first: int, title: str | None) -> int:
    """Return where the title that begins at `first` ends; `first` if there is none."""
    if title is not None:
        same = _words(lines[first].text[: 2 * len(title) + 10]) == _words(title)
        return first + 1 if same else first
    for end in range(first + 1, min(first + _TITLE_LINES, len(lines) - 1) + 1):
        line = lines[end - 1]
        if lines[first].start + _TITLE_LONGEST < line.end:
            return first
        below = _kind_below(lines, end - 1)
        if line.last or below or (end == first + 1 and is_name(lines[end].text)):
            return end if _looks_like_title(line.text, below) else first
        if p.FULL_STOP.search(line.text):
            return first
    return first


def _kind_below(lines: Sequence[_Line], i: int) -> BlockKind | None:
    """Return what stands under a line, if it is of those that follow a headline."""
    below = lines[i + 1]
    if _dateline_end(below.text):
        return BlockKind.DATELINE
    is_lone_name = lines[i].last and below.last and is_name(below.text)
    return BlockKind.BYLINE if is_lone_name or is_byline(below.text) else None


def _looks_like_title(line: str, below: BlockKind | None) -> bool:
    if not any(c.isalpha() for c in line) or _dateline_end(line):
        return False
    if below is BlockKind.DATELINE:
        return True  # a dateline begins the story, so even a sentence is not of it
    if p.QUESTION_END.search(line):
        return below is not None
    return not p.SENTENCE_END.search(line)


def _below_title(lines: Sequence[_Line], i: int) -> BlockKind | None:
    """Return what a line under the title is: a lone name, or more of the headline."""
    line = lines[i]
    if i + 1 == len(lines) or _dateline_end(line.text):
        return None
    is_short = len(line.text) <= _TITLE_LONGEST
    if is_short and _kind_below(lines, i) is BlockKind.DATELINE:
        return BlockKind.BYLINE if is_name(line.text) else BlockKind.TITLE
    if p.FULL_STOP.search(line.text):
        return None
    if is_name(line.text) and (line.last or is_byline(lines[i + 1].text)):
        return BlockKind.BYLINE
    is_headline = is_short and _has_byline_below(lines, i)
    return BlockKind.TITLE if is_headline else None


def _has_byline_below(lines: Sequence[_Line], i: int) -> bool:
    """Tell whether a byline comes within three lines, with no sentence before it."""
    for line in lines[i + 1 : i + 4]:
        if is_byline(line.text):
            return True
        if p.FULL_STOP.search(line.text) or len(line.text) > _TITLE_LONGEST:
            return False
    return False


def _words(text: str) -> list[str]:
    return text.casefold().split()


def _read_story(text: str, lines: Sequence[_Line]) -> Iterator[Block]:
    """Yield the blocks of the story, its first paragraph's dateline among them."""
    is_first = True
    for paragraph in _paragraphs(lines):
        for kind, first, last in _parts(paragraph):
            block = _block(kind, first, last)
            if kind is BlockKind.BODY and is_first:
                is_first = False
                yield from _split_dateline(text, block)
            else:
                yield block


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each paragraph.

    Where lines are longer than a hard-wrapped text has them, each that ends a sentence
    ends a paragraph too.
    """
    group: list[_Line] = []
    for line in lines:
        group.append(line)
        if line.last:
            yield from _unwrap(group)
            group = []


def _unwrap(group: list[_Line]) -> Iterator[list[_Line]]:
    if all(len(line.text) <= _HARD_WRAPPED for line in group):
        yield group
        return
    part: list[_Line] = []
    for line in group:
        part.append(line)
        if p.FULL_STOP.search(line.text[-8:]):
            yield part
            part = []
    if part:
        yield part


def _parts(paragraph: Sequence[_Line]) -> Iterator[tuple[BlockKind, _Line, _Line]]:
    """Yield the runs of lines of one kind in a paragraph of the story."""
    first, running = paragraph[0], _story_kind(paragraph[0].text)
    last = first
    for line in paragraph[1:]:
        # In the middle of a sentence no line is a credit or boilerplate.
        ended = running is not BlockKind.BODY or p.FULL_STOP.search(last.text[-8:])
        kind = _story_kind(line.text) if ended else BlockKind.BODY
        if running in {BlockKind.CREDIT, BlockKind.BOILERPLATE} and not (
            p.FULL_STOP.search(last.text[-8:]) or kind is not BlockKind.BODY
        ):
            kind = running  # the sentence of a caption goes on
        if kind is not running:
            yield running, first, last
            first, running = line, kind
        last = line
    yield running, first, last


def _story_kind(line: str) -> BlockKind:
    return line_kind(line, Zone.STORY) or BlockKind.BODY


def _dateline_end(paragraph: str) -> int:
    """Return the length of the dateline that a paragraph begins with, or 0."""
    head = paragraph[:_DATELINE_LONGEST]
    agency = p.AGENCY_DATELINE.match(head)
    if agency is not None:
        return agency.end()
    match = p.DATELINE.match(head)
    if match is None:
        return _colon_dateline_end(head)
    place = match["place"]
    first = place.partition(" ")[0]
    if first in p.NOT_PLACES or first.lower() in p.NOT_NAMES:
        return 0
    city = place.partition(",")[0]
    is_capital = city.isupper() and len(city) > 1
    is_agency = match["agency"] is not None and match["agency"][0].isupper()
    is_marked = match["date"] is not None or is_agency
    if not is_capital and not (is_marked and _is_capitalised(city)):
        return 0
    return match.end()


def _colon_dateline_end(head: str) -> int:
    match = p.COLON_DATELINE.match(head)
    if match is None or not match["place"].isupper():
        return 0
    place = match["place"]
    is_place = len(place) >= _COLON_PLACE and place not in p.NOT_PLACES
    return match.end() if is_place else 0


def _is_capitalised(place: str) -> bool:
    return all(
        word[0].isupper() or word in p.PARTICLES or word in {"of", "the"}
        for word in place.split()
    )


def _split_dateline(text: str, block: Block) -> Iterator[Block]:
    start, end = block.span.start, block.span.end
    cut = start + _dateline_end(text[start : min(end, start + _DATELINE_LONGEST)])
    if cut == start:
        yield block
        return
    yield Block(BlockKind.DATELINE, Span(start, cut))
    body = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    if body < end:
        yield Block(BlockKind.BODY, Span(body, end))


def _split_tail(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Cut the agency's mark off the last paragraph of the story."""
    bodies = [i for i, block in enumerate(blocks) if block.kind is BlockKind.BODY]
    last = bodies[-1] if bodies else None
    for i, block in enumerate(blocks):
        if i == last:
            yield from _split_mark(text, block)
        else:
            yield block


def _split_mark(text: str, block: Block) -> Iterator[Block]:
    start = max(block.span.start, block.span.end - _TAIL)
    tail = text[start : block.span.end]
    match = p.TAIL_MARK.search(tail) or p.TAIL_REPORTING.search(tail)
    if match is None:
        yield block
        return
    cut = start + match.start("mark")
    story = text[block.span.start : cut].rstrip()
    if story:
        body = Block(
            BlockKind.BODY, Span(block.span.start, block.span.start + len(story))
        )
        # "(Reporting by …) Reuter": the mark may have stood behind another one.
        yield from _split_mark(text, body)
    yield Block(BlockKind.BOILERPLATE, Span(cut, block.span.end))
