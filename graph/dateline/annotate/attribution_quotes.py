"""Quotations: what stands between quotation marks, sentence after sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.text import Block, Token

_OPENING = frozenset({"“", "„", "``", "«"})
_CLOSING = frozenset({"”", "»"})
# Some papers print two apostrophes on both sides.
_EITHER = frozenset({'"', "‟", "''"})
# British papers print one mark; it is an apostrophe too.
_SINGLE = frozenset({"'", "‘", "’"})
_LONGEST = 200
_LONG = 5
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
    paragraph, start, end = 0, None, 0
    for token in tokens:
        while paragraph < len(ends) and token.span.start >= ends[paragraph]:
            if start is not None:
                found.append(_quotation(tokens, start, token.i, is_open=True))
            start, paragraph = None, paragraph + 1
        text = token.text
        if token.i < end:
            continue
        if start is None:
            limit = ends[paragraph] if paragraph < len(ends) else None
            end = _end_of_single(tokens, token.i, limit)
            if end:
                found.append(_quotation(tokens, token.i, end, is_open=False))
            elif text in _OPENING or text in _EITHER:
                start = token.i
        elif text in _CLOSING or text in _EITHER:
            found.append(_quotation(tokens, start, token.i + 1, is_open=False))
            start = None
    if start is not None:
        found.append(_quotation(tokens, start, len(tokens), is_open=True))
    return tuple(found)


def _end_of_single(tokens: Sequence[Token], first: int, limit: int | None) -> int:
    """Return where a quotation in single marks ends that begins here, or 0.

    The mark is also an apostrophe: it opens with a blank before and none behind, and
    closes where it is no possessive and no letter follows.
    """
    opener = tokens[first]
    if opener.text not in _SINGLE or opener.tag == "POS" or first + 1 >= len(tokens):
        return 0
    glued = first > 0 and tokens[first - 1].span.end == opener.span.start
    if (glued and tokens[first - 1].pos != "PUNCT") or (
        tokens[first + 1].span.start != opener.span.end
    ):
        return 0
    for token in tokens[first + 2 : first + _LONGEST]:
        if limit is not None and token.span.start >= limit:
            return 0
        before = tokens[token.i - 1].span.end == token.span.start
        if token.text in _SINGLE and token.tag != "POS" and before:
            return token.i + 1
    return 0


def _quotation(
    tokens: Sequence[Token], first: int, last: int, *, is_open: bool
) -> Quotation:
    """Judge by a verb or the length whether somebody speaks here."""
    inside = tokens[first:last]
    verbs = any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in inside)
    ends = any(token.text in _STOPS for token in inside[-2:])
    speech = verbs or (ends and len(inside) > _LONG)
    return Quotation(first, last, is_open, speech)
