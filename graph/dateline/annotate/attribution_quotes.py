"""Quotations: what stands between quotation marks, sentence after sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.text import Block, Token

_OPENING = frozenset({"“", "„", "``", "«"})
_CLOSING = frozenset({"”", "»"})
# Some papers print two apostrophes on both sides.
_EITHER = frozenset({'"', "‟", "''"})
_LONG = 4
_STOPS = frozenset({"!", "?", ".", ","})


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens `[first, last)` between two marks, marks included.

    `is_open` tells that the paragraph ends before the quotation does: it goes on in the
    next one. `is_speech` tells whole clauses from a single word in quotation marks.
    """

    first: int
    last: int
    is_open: bool
    is_speech: bool


def find_quotations(
    tokens: Sequence[Token], blocks: Sequence[Block]
) -> tuple[Quotation, ...]:
    """Return the quotations in text order; none crosses the end of a paragraph.

    >>> find_quotations((), ())
    ()
    """
    found: list[Quotation] = []
    ends = [block.span.end for block in blocks]
    paragraph, start = 0, None
    for token in tokens:
        while paragraph < len(ends) and token.span.start >= ends[paragraph]:
            if start is not None:
                found.append(_quotation(tokens, start, token.i, is_open=True))
            start, paragraph = None, paragraph + 1
        text = token.text
        if start is None:
            if text in _OPENING or text in _EITHER:
                start = token.i
        elif text in _CLOSING or text in _EITHER:
            found.append(_quotation(tokens, start, token.i + 1, is_open=False))
            start = None
    if start is not None:
        found.append(_quotation(tokens, start, len(tokens), is_open=True))
    return tuple(found)


def _quotation(
    tokens: Sequence[Token], first: int, last: int, *, is_open: bool
) -> Quotation:
    """Judge by a verb or the length whether somebody speaks here."""
    inside = tokens[first:last]
    verbs = any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in inside)
    ends = any(token.text in _STOPS for token in inside[-2:])
    speech = verbs or (ends and len(inside) > _LONG)
    return Quotation(first, last, is_open, speech)
