"""What the bench asks can be asked, of articles that are always the same."""

from __future__ import annotations

import pytest
from tests.bench.invented import encode_invented
from tests.bench.questions import QUESTIONS

from dateline.rdf.store import GraphStore


@pytest.fixture(scope="module")
def store():
    with GraphStore.memory() as found:
        found.replace_articles(encode_invented(40))
        yield found


def test_the_articles_are_always_the_same() -> None:
    once, again = (list(encode_invented(3)) for _ in range(2))
    assert [each.trig for each in once] == [each.trig for each in again]


def test_there_are_twenty_questions() -> None:
    assert len(QUESTIONS) == 20


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_question_has_an_answer(store: GraphStore, name: str) -> None:
    assert store.query(QUESTIONS[name]).columns
