"""Find what may be a time expression: words to classes, rules over classes.

A text is cut into tokens once, each token becomes the character of its word class, and
the rules of `timex_patterns` run over that string, only near words that can be the core
of a time expression. This is what makes it both fast and linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from dateline.annotate.timex_patterns import CLASSES, CORES, PIECES, RULES, SHAPES
from dateline.model.text import Span

TOKEN = re.compile(
    r"""
      (?P<QCODE>[Qq][1-4](?![\w]))                       # Q3
    | (?P<AMPM>[AaPp]\.\ ?[Mm](?:\b|\.)(?!\.?\w))        # a.m, p.m
    | (?P<word>[^\W\d_]+)                                # any word
    | (?P<break>\n[ \t]{0,200}\n)                        # a paragraph ends
    | (?P<ISO>\d{4}-\d\d-\d\d(?:T\d\d(?::?\d\d){0,2})?(?![\d-]))
    | (?P<NUMERIC>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?![\d/-]))
    | (?P<COMPACT>\d{1,2}(?::\d\d)?(?:[AaPp][Mm]\b|[AaPp]\.[Mm]\.))
    | (?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))         # 10:35
    | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)(?!\w))          # 12th
    | (?P<DECADE>(?:['’‘`]|\d\d)?\d0(?:s|['’]s)(?!\w))   # 1950s, '50s
    | (?P<AYEAR>['’‘`]\d\d(?!\w))                        # '98
    | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    | (?P<POSS>['’](?:s(?!\w))?)
    | (?P<HYPHEN>--|[-–—‐‑−])
    | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)

# From "!" on: one printable character per class, so that a class string can be read.
_FIRST = 33
CODE = MappingProxyType(
    {name: chr(_FIRST + i) for i, name in enumerate((*CLASSES, *SHAPES))}
)
_WORD_CODE = {word: CODE[name] for name, words in CLASSES.items() for word in words}
_NEEDS_CAPITAL = frozenset(
    CODE[name] for name in ("MONC", "MONA", "WDA", "HOLY", "ZONE", "BC", "AD")
)
_MIN_YEAR, _MAX_YEAR, _YEAR_DIGITS, _MAX_DAY = 1000, 2199, 4, 31
_REACH = 12


@dataclass(frozen=True, slots=True)
class Words:
    """A text as tokens: places, lower-case words, and the string of their classes."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lower: tuple[str, ...]
    codes: str

    def span(self, first: int, last: int) -> Span:
        """Return the place of the tokens `[first, last)`."""
        return Span(self.starts[first], self.ends[last - 1])

    def is_class(self, index: int, *names: str) -> bool:
        """Tell whether the token at `index` exists and belongs to one of the classes."""
        return 0 <= index < len(self.codes) and self.codes[index] in {
            CODE[name] for name in names
        }


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a rule: tokens `[first, last)` and the tokens of its named parts."""

    rule: str
    words: Words
    first: int
    last: int
    parts: MappingProxyType[str, tuple[int, int]]

    @property
    def span(self) -> Span:
        """The place of the expression."""
        return self.words.span(self.first, self.last)

    @property
    def surface(self) -> str:
        """The words of the expression."""
        return self.span.slice(self.words.text)

    def part(self, name: str) -> tuple[str, ...]:
        """Return the lower-case words of a named part, empty if it did not take part.

        An abbreviation's full stop is left out.
        """
        if name not in self.parts:
            return ()
        first, last = self.parts[name]
        return tuple(word for word in self.words.lower[first:last] if word != ".")

    def word(self, *names: str) -> str:
        """Return the words of the first of the named parts that took part, joined."""
        for name in names:
            if name in self.parts:
                return " ".join(self.part(name))
        return ""

    def has(self, name: str) -> bool:
        """Tell whether a named part took part."""
        return name in self.parts


def cut(text: str) -> Words:
    """Cut a text into classified tokens.

    >>> cut("On July 6, 2018").lower
    ('on', 'july', '6', ',', '2018')
    """
    starts, ends, lower, codes = [], [], [], []
    word_code, other, mark = _WORD_CODE.get, CODE["WORD"], CODE["OTHER"]
    capital = CODE["CAP"]
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        found = match.group()
        low = found.lower()
        if kind == "word":
            code = word_code(low, other)
            if found is not low and found != low:
                code = capital if code == other else code
            elif code in _NEEDS_CAPITAL:
                code = other
        elif kind == "mark":
            code = word_code(found, mark)
        elif kind == "number":
            code = _number_code(found)
        elif kind == "ordinal":
            code = CODE["ORD" if int(low[:-2]) <= _MAX_DAY else "ORDN"]
        else:
            code = CODE["BREAK" if kind == "break" else str(kind)]
        starts.append(start)
        ends.append(end)
        lower.append(low)
        codes.append(code)
    return Words(text, tuple(starts), tuple(ends), tuple(lower), "".join(codes))


def _number_code(word: str) -> str:
    if not (word.isascii() and word.isdigit()) or len(word) > _YEAR_DIGITS:
        return CODE["INT"]
    number = int(word)
    if len(word) == _YEAR_DIGITS and _MIN_YEAR <= number <= _MAX_YEAR:
        return CODE["YEAR"]
    return CODE["DAY" if len(word) <= 2 and 1 <= number <= _MAX_DAY else "INT"]  # noqa: PLR2004


_NAME = re.compile(r"\{([A-Z]+)\}")


def expand(pattern: str) -> str:
    """Replace every `{NAME}` by the class or piece it stands for.

    >>> expand("{M}") == expand(PIECES["M"])
    True
    """
    return _NAME.sub(
        lambda match: (
            expand(PIECES[match.group(1)])
            if match.group(1) in PIECES
            else re.escape(CODE[match.group(1)])
        ),
        pattern,
    )


@lru_cache(maxsize=1)
def compiled_rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compile the rules once, on first use."""
    return tuple((name, re.compile(expand(pattern))) for name, pattern, _ in RULES)


@lru_cache(maxsize=1)
def _core() -> re.Pattern[str]:
    return re.compile("[" + "".join(re.escape(CODE[name]) for name in CORES) + "]")


def windows(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the stretches of tokens, in order, that may hold time expressions."""
    start = end = -1
    for match in _core().finditer(words.codes):
        at = match.start()
        if start < 0 or at - _REACH > end:
            if start >= 0:
                yield start, end
            start = max(at - _REACH, 0)
        end = at + _REACH
    if start >= 0:
        yield start, min(end, len(words.codes))


def candidates(words: Words) -> Iterator[Candidate]:
    """Yield every match of every rule near a core word, leftmost and longest first."""
    rules = compiled_rules()
    for start, end in windows(words):
        found = []
        for rank, (name, pattern) in enumerate(rules):
            found.extend(
                (match.start(), -match.end(), rank, name, match)
                for match in pattern.finditer(words.codes, start, end)
            )
        found.sort(key=lambda item: item[:3])
        for first, last, _, name, match in found:
            parts = {
                key: match.span(key)
                for key, value in match.groupdict().items()
                if value is not None
            }
            yield Candidate(name, words, first, -last, MappingProxyType(parts))
