"""Lay out tokenised sentences as text: CAT files hold words, not the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model.text import Span

_NO_SPACE_BEFORE = frozenset(".,;:!?)]%'") | {"'s", "n't", "’s", "''", "..."}
_NO_SPACE_AFTER = frozenset("([$£€")


def lay_out(
    sentences: Iterable[Sequence[str]],
) -> tuple[str, tuple[tuple[Span, ...], ...]]:
    r"""Join words to a line for each sentence; return the text and each word's place.

    >>> text, places = lay_out([["Rain", "fell", "."], ["It", "stopped", "."]])
    >>> text, places[1][0].slice(text)
    ('Rain fell.\nIt stopped.', 'It')
    """
    lines: list[str] = []
    places: list[tuple[Span, ...]] = []
    start = 0
    for words in sentences:
        line, spans = _line(words, start)
        lines.append(line)
        places.append(spans)
        start += len(line) + 1
    return "\n".join(lines), tuple(places)


def _line(words: Sequence[str], start: int) -> tuple[str, tuple[Span, ...]]:
    line, previous = "", ""
    spans: list[Span] = []
    for word in words:
        if line and word not in _NO_SPACE_BEFORE and previous not in _NO_SPACE_AFTER:
            line += " "
        spans.append(Span(start + len(line), start + len(line) + len(word)))
        line += word
        previous = word
    return line, tuple(spans)
