"""The grammar: classes, rules, tokens, and that all of it is linear."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from dateline.annotate.timex import find_timexes
from dateline.annotate.timex_grammar import candidates, expand
from dateline.annotate.timex_patterns import CLASSES, CORES, PLAIN
from dateline.annotate.timex_pieces import PIECES
from dateline.annotate.timex_rules import RULES, Rule
from dateline.annotate.timex_words import CODE, cut

# Fits the slowest machine that is still usable; a quadratic rule takes minutes.
SECONDS_PER_MEGABYTE = 60


def test_every_word_has_one_class() -> None:
    words = Counter(word for members in CLASSES.values() for word in members)
    assert [word for word, count in words.items() if count > 1] == []


def test_every_class_has_one_printable_character() -> None:
    assert len(set(CODE.values())) == len(CODE)
    assert all(code.isprintable() and code.strip() for code in CODE.values())


def test_every_class_that_is_named_exists() -> None:
    named = {*CORES, *PLAIN, *(name for rule in RULES for name in rule.needs)}
    for pattern in (*PIECES.values(), *(rule.pattern for rule in RULES)):
        named.update(re.findall(r"\{([A-Z]+)\}", pattern))
    assert named - CODE.keys() - PIECES.keys() == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_compiles_and_is_bounded(rule: Rule) -> None:
    pattern = expand(rule.pattern)
    re.compile(pattern)
    assert re.search(r"(?<!\\)[*+](?!\+)", pattern) is None


_CONTEXT = {
    "year.range": "1950-53",
    "year.range-end": "1950-53",
    "date.range-end": "July 6-8",
    "date.range-begin": "6-8 July",
    "time.in-part": "at 4 in the morning",
    "earlier.on": "two years on, it",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_matches_its_example(rule: Rule) -> None:
    text = _CONTEXT.get(rule.name, rule.example)
    matched = {
        candidate.surface
        for candidate in candidates(cut(text))
        if candidate.rule == rule.name
    }
    assert rule.example in matched


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_match_holds_a_needed_class(rule: Rule) -> None:
    needed = {CODE[name] for name in rule.needs}
    for text in (_CONTEXT.get(rule.name, rule.example), rule.example):
        codes = cut(text).codes
        for match in re.finditer(expand(rule.pattern), codes):
            assert needed & set(codes)
            assert match.end() > match.start()


@pytest.mark.parametrize(
    "text",
    [
        "On July 6, 2018",
        "a.m.\n\n  x  ",
        "’98 — “now” 10:30pm",
        "年1\u2028२",
        "\n",
        " ",
    ],
)
def test_tokens_cover_the_text(text: str) -> None:
    words = cut(text)
    assert "".join(words.raw) == text
    assert len(words.raw) == len(words.codes) == len(words.ends)


def test_a_paragraph_ends_an_expression() -> None:
    assert [timex.time.words for timex in find_timexes("in May\n\n2018 it")] == [
        "May",
        "2018",
    ]


def test_a_line_end_does_not() -> None:
    assert [timex.time.words for timex in find_timexes("in May\n2018 it")] == [
        "May\n2018"
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "1", "12 ", "-", "the ", "(", "day ", "two years ", "1990 may 12 ", " ", "\n",
        "\n ", "next ", "'", "one hundred ", "twenty-", "年1–ж", "12:", "1,000",
        "a ", "July ", "early ", "the the day of ", "1950-",
    ],
)  # fmt: skip
def test_a_long_text_of_anything_takes_linear_time(unit: str) -> None:
    text = (unit * (100_000 // len(unit) + 1))[:100_000]
    start = time.process_time()
    find_timexes(text)
    assert time.process_time() - start < SECONDS_PER_MEGABYTE / 10
