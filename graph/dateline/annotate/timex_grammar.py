"""Find what may be a time expression: rules over the string of word classes.

The rules of `timex_patterns` run only near words that can be the core of a time
expression. This is what makes it both fast and linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from dateline.annotate.timex_patterns import CORES, PLAIN
from dateline.annotate.timex_pieces import PIECES
from dateline.annotate.timex_rules import RULES
from dateline.annotate.timex_words import CODE, Words
from dateline.model.text import Span

_REACH = 40


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
        words = (self.words.word(i) for i in range(first, last))
        return tuple(word for word in words if word != ".")

    def word(self, *names: str) -> str:
        """Return the words of the first of the named parts that took part, joined."""
        for name in names:
            if name in self.parts:
                return " ".join(self.part(name))
        return ""

    def has(self, name: str) -> bool:
        """Tell whether a named part took part."""
        return name in self.parts


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
def compiled_rules() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """Compile the rules once, on first use, with the classes that each one needs."""
    return tuple(
        (
            rule.name,
            frozenset(CODE[needed] for needed in rule.needs),
            re.compile(expand(rule.pattern)),
        )
        for rule in RULES
    )


@lru_cache(maxsize=1)
def _core() -> re.Pattern[str]:
    return re.compile("[" + "".join(re.escape(CODE[name]) for name in CORES) + "]")


@lru_cache(maxsize=1)
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what ends a stretch to the right of a core word, and to its left."""
    plain = "".join(re.escape(CODE[name]) for name in PLAIN)
    right = re.compile(f"[^{plain}]{{0,{_REACH}}}")
    left = re.compile(f"[^{plain}]{{0,{_REACH}}}$")
    return right, left


def windows(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the stretches of tokens, in order, that may hold time expressions.

    A stretch is what stands round a core word without a plain word between: no rule
    has a part that is a plain word.
    """
    codes = words.codes
    right, left = _edges()
    start = end = 0
    for match in _core().finditer(codes):
        at = match.start()
        if at < end:
            continue
        before = left.search(codes, max(at - _REACH, end), at)
        start = at if before is None else before.start()
        after = right.match(codes, at)
        end = at + 1 if after is None else max(after.end(), at + 1)
        yield start, end


def candidates(words: Words) -> Iterator[Candidate]:
    """Yield every match of every rule near a core word, leftmost and longest first."""
    rules = compiled_rules()
    for start, end in windows(words):
        found: list[tuple[int, int, int, str, re.Match[str]]] = []
        present = frozenset(words.codes[start:end])
        for rank, (name, needed, pattern) in enumerate(rules):
            if needed.isdisjoint(present):
                continue
            found.extend(
                (match.start(), -match.end(), rank, name, match)
                for match in pattern.finditer(words.codes, start, end + 1)
            )
        found.sort(key=lambda item: item[:3])
        for first, last, _, name, match in found:
            parts = {
                key: match.span(key)
                for key, value in match.groupdict().items()
                if value is not None
            }
            yield Candidate(name, words, first, -last, MappingProxyType(parts))
