"""Cut a text into tokens and give each the character of its word class.

All of it runs at the speed of C: one `findall`, one table look-up per token. The
tokens, each with the white space before it, are the text again when joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from dateline.annotate.timex_patterns import CLASSES, SHAPES
from dateline.model.text import Span

# (name, pattern, example); the first that matches wins.
_KINDS = (
    # Names that are classes too are written as the class; the others are sorted below.
    ("QCODE", r"(?:[Qq][1-4]|H[12]|[1-4]Q(?:\d{4}|\d\d)?|[12]H)(?!\w)", "Q3"),
    ("FYCODE", r"FY'?(?:\d{4}|\d\d)(?!\w)", "FY24"),
    ("AMPM", r"[AaPp]\.\ ?[Mm](?:\.|\b)(?!\.?\w)", "a.m."),
    ("OCLOCK", r"[Oo]['’][Cc]lock", "o'clock"),
    ("BC", r"[Bb]\.\ ?[Cc]\.(?:\ ?[Ee]\.)?(?!\w)", "B.C."),
    ("AD", r"A\.D\.(?!\w)", "A.D."),
    ("word", r"[^\W\d_]+", "Thursday"),
    (
        "ISO",
        (
            r"\d{4}-\d\d-\d\d(?:T\d\d(?::?\d\d){0,2}(?:\.\d+)?"
            r"(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
        ),
        "2018-07-12",
    ),
    (
        "NUMERIC",
        (
            r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])"
            r"|\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)(?![\d-])"
            r"|\d{1,2}\.\d{1,2}\.\d{4}(?![\d.])"
        ),
        "7/12/2018",
    ),
    # The attacks of 2001, which go by their day.
    ("NINEELEVEN", r"9/11(?!\d|[/%-]|[.,]\d)", "9/11"),
    ("COMPACT", r"\d{1,2}(?::\d\d)?(?:[AaPp][Mm]\b|[AaPp]\.[Mm]\.)", "10am"),
    ("CLOCK", r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])", "10:35"),
    ("ordinal", r"\d{1,3}(?:st|nd|rd|th)(?!\w)", "12th"),
    ("DECADE", r"(?:['’‘`]|\d\d)?\d0(?:s|['’]s)(?!\w)", "1950s"),
    ("AYEAR", r"(?<!['’‘`])['’‘`]\d\d(?!\w)", "'98"),
    ("number", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", "2,500"),
    ("POSS", r"['’](?:s(?!\w))?", "'s"),
    ("HYPHEN", r"--|[-–—‐‑−]", "-"),
    ("mark", r"[^\w\s]|_", ","),
)
_SPACE = r"[^\S\n]*+(?:\n[^\S\n]*+)?"
_ANY = "|".join(pattern for _, pattern, _ in _KINDS)
# A lone line feed after another one ends a paragraph; the rest keeps the cover whole.
_TOKEN = re.compile(rf"{_SPACE}(?:{_ANY}|\n)|\s[^\S\n]*+|[\s\S]")
_KIND = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in _KINDS))

# Latin Extended-A: one printable letter per class, so that a class string can be read.
_FIRST = 0x100
CODE = MappingProxyType(
    {name: chr(_FIRST + i) for i, name in enumerate((*CLASSES, *SHAPES))}
)
_WORD_CODE = {word: CODE[name] for name, words in CLASSES.items() for word in words}
_NEEDS_CAPITAL = frozenset(
    CODE[name] for name in ("MONC", "MONA", "WDA", "HOLY", "ZONE", "BC", "AD")
)
_MIN_YEAR, _MAX_YEAR, _YEAR_DIGITS, _MAX_DAY = 1000, 2199, 4, 31
_TABLE_SIZE = 100_000


@dataclass(frozen=True, slots=True)
class Words:
    """A text as tokens, each with the space before it, and the string of classes."""

    text: str
    raw: tuple[str, ...]
    ends: tuple[int, ...]
    codes: str

    def word(self, index: int) -> str:
        """Return the lower-case word at `index`, empty outside the text."""
        return self.raw[index].lstrip().lower() if 0 <= index < len(self.raw) else ""

    def span(self, first: int, last: int) -> Span:
        """Return the place of the tokens `[first, last)`."""
        start = self.ends[first] - len(self.raw[first].lstrip())
        return Span(start, self.ends[last - 1])

    def is_capital(self, index: int) -> bool:
        """Tell whether the token at `index` exists and begins with a capital."""
        return 0 <= index < len(self.raw) and self.raw[index].lstrip()[:1].isupper()

    def is_class(self, index: int, *names: str) -> bool:
        """Tell whether there is a token at `index` and it is of one of the classes."""
        return 0 <= index < len(self.codes) and self.codes[index] in {
            CODE[name] for name in names
        }


class _Table(dict[str, str]):
    """Classes of tokens seen before; forgets all when it grows too large."""

    def __missing__(self, raw: str) -> str:
        if len(self) >= _TABLE_SIZE:
            self.clear()
        self[raw] = code = _classify(raw)
        return code


_TABLE = _Table()


def cut(text: str) -> Words:
    """Cut a text into classified tokens.

    >>> [cut("On July 6, 2018").word(i) for i in range(5)]
    ['on', 'july', '6', ',', '2018']
    """
    raw = _TOKEN.findall(text)
    table = _TABLE
    return Words(
        text,
        tuple(raw),
        tuple(accumulate(map(len, raw))),
        "".join([table[token] for token in raw]),
    )


def _classify(raw: str) -> str:
    token = raw.lstrip()
    match = _KIND.fullmatch(token)
    if match is None:
        return CODE["BREAK" if "\n" in raw else "OTHER"]
    kind = match.lastgroup
    if kind == "word":
        return _word_code(token)
    if kind == "mark":
        return _WORD_CODE.get(token, CODE["OTHER"])
    if kind == "number":
        return _number_code(token)
    if kind == "ordinal":
        return CODE["ORD" if 1 <= int(token[:-2]) <= _MAX_DAY else "ORDN"]
    return CODE[str(kind)]


def _word_code(token: str) -> str:
    low = token.lower()
    code = _WORD_CODE.get(low)
    if token != low:
        return code or CODE["CAP"]
    return CODE["WORD"] if code is None or code in _NEEDS_CAPITAL else code


def _number_code(word: str) -> str:
    if not (word.isascii() and word.isdigit()) or len(word) > _YEAR_DIGITS:
        return CODE["INT"]
    number = int(word)
    if len(word) == _YEAR_DIGITS and _MIN_YEAR <= number <= _MAX_YEAR:
        return CODE["YEAR"]
    return CODE["DAY" if len(word) <= 2 and 1 <= number <= _MAX_DAY else "INT"]  # noqa: PLR2004
