"""Read the numbers in time expressions: "twenty-four", "2,500", "a few", "a dozen"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.timex_patterns import CARDINALS, ORDINALS

_VAGUE = frozenset({"few", "several", "many", "some", "numerous", "countless"})
_HALF = frozenset({"half"})
_CENTURY = 100


def read_number(words: Sequence[str]) -> float | None:
    """Return the number that `words` say; `None` for a vague quantity.

    >>> read_number(("twenty", "-", "four")), read_number(("a", "hundred"))
    (24, 100)
    >>> read_number(("an", "and", "a", "half"))
    1.5
    >>> read_number(("several",)) is None
    True
    """
    if _VAGUE & set(words):
        return None
    total, current = 0.0, 0.0
    has_half = bool(_HALF & set(words))
    for word in words:
        if word in {"a", "an", "and", "-", "of", "half", "–"}:
            continue
        if word == "couple":
            current = 2
        elif word == "dozen":
            current = (current or 1) * 12
        elif word in CARDINALS:
            total, current = _add(total, current, CARDINALS[word])
        else:
            current += _digits(word)
    if total == 0 and current == 0:
        current = 0.0 if has_half and "and" not in words else 1.0
    number = total + current + (0.5 if has_half else 0.0)
    return int(number) if number == int(number) else number


def _add(total: float, current: float, cardinal: int) -> tuple[float, float]:
    """Take in the next word of a number: "two hundred" multiplies, "and six" adds."""
    if cardinal < _CENTURY:
        return total, current + cardinal
    current = (current or 1) * cardinal
    return (total, current) if cardinal == _CENTURY else (total + current, 0.0)


def _digits(word: str) -> float:
    plain = word.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return 0.0


def read_ordinal(words: Sequence[str]) -> int | None:
    """Return the number of an ordinal; `None` if it is none.

    >>> read_ordinal(("21st",)), read_ordinal(("twenty", "-", "first"))
    (21, 21)
    """
    total = 0
    for word in words:
        if word in ORDINALS:
            total += ORDINALS[word]
        elif word in CARDINALS:
            total += CARDINALS[word]
        elif word[:-2].isdigit():
            total += int(word[:-2])
    return total or None


def format_number(number: float | None) -> str:
    """Write a number as TIMEX3 does, `X` for a vague one.

    >>> format_number(2.5), format_number(None), format_number(3)
    ('2.5', 'X', '3')
    """
    if number is None:
        return "X"
    return str(int(number)) if number == int(number) else str(number)
