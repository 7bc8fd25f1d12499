"""The golden articles are read as a careful reader reads them.

What is not is listed in `known_misses.txt`, so that a new mistake fails the test and a
mended one can be struck off: `python -m tests.golden.update` rewrites the list.
"""

from pathlib import Path

import pytest
from tests.golden.reading import FOLDER, KNOWN_MISSES, articles, compare_article, line

from dateline.evaluate.golden import Fact

LEAST_RIGHT = 0.85
"""The share of facts that must be right over all articles together."""

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def facts() -> dict[str, tuple[Fact, ...]]:
    return {folder.name: compare_article(folder) for folder in articles()}


def known() -> set[str]:
    return set(KNOWN_MISSES.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("slug", [folder.name for folder in articles()])
def test_an_article_is_read_as_expected(
    facts: dict[str, tuple[Fact, ...]], slug: str
) -> None:
    missed = {line(slug, fact): fact for fact in facts[slug] if not fact.is_right}
    new = {key: fact for key, fact in missed.items() if key not in known()}
    assert not new


def test_most_of_all_that_is_expected_is_right(
    facts: dict[str, tuple[Fact, ...]],
) -> None:
    every = [fact for found in facts.values() for fact in found]
    right = sum(fact.is_right for fact in every)
    assert right / len(every) >= LEAST_RIGHT


def test_every_known_miss_is_about_an_article_that_is_here() -> None:
    slugs = {key.split(" | ")[0] for key in known()}
    assert slugs <= {folder.name for folder in Path(FOLDER).iterdir()}
