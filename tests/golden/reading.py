"""Read the golden articles the whole way to facts, and compare."""

from __future__ import annotations

from pathlib import Path

from dateline.annotate.pipeline import annotate, default_stages
from dateline.annotate.tokens import parse
from dateline.evaluate.golden import Fact, compare, read_expected
from dateline.model.facts import DocumentFacts
from dateline.resolve.facts import resolve
from dateline.sources import read

FOLDER = Path(__file__).parent
KNOWN_MISSES = FOLDER / "known_misses.txt"


def articles() -> list[Path]:
    """Return the folders of the articles, sorted."""
    return sorted(path.parent for path in FOLDER.glob("*/article.txt"))


def facts_of(folder: Path) -> DocumentFacts:
    """Return what the article in `folder` says."""
    refused: list[Exception] = []
    documents = list(read([str(folder / "article.txt")], on_error=refused.append))
    assert not refused
    return resolve(next(annotate(parse(documents), default_stages())))


def compare_article(folder: Path) -> tuple[Fact, ...]:
    """Return every expectation of the article in `folder`, right or wrong."""
    return compare(facts_of(folder), read_expected(folder / "expected.json"))


def line(slug: str, fact: Fact) -> str:
    """Write a fact as a line of the list of known misses."""
    return f"{slug} | {fact.what} | {fact.trigger} | {fact.expected}"
