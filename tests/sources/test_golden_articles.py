from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.model.text import BlockKind, Document
from dateline.sources import document_from_text

FOLDERS = sorted(
    path.parent for path in (Path(__file__).parents[1] / "golden").glob("*/article.txt")
)
STATUSES = {"happened", "did-not-happen", "planned", "possible"}
ROLES = {"agent", "patient", "recipient", "absentee"}


def read(folder: Path) -> tuple[Document, dict[str, Any], dict[str, Any]]:
    text = (folder / "article.txt").read_text(encoding="utf-8")
    document = document_from_text(text, id=f"https://example.org/{folder.name}")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return document, meta, expected


def kind_at(document: Document, offset: int) -> BlockKind:
    return next(
        block.kind
        for block in document.blocks
        if block.span.start <= offset < block.span.end
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_publication_date_is_found_in_the_article(folder: Path) -> None:
    document, meta, _ = read(folder)
    assert document.dct is not None
    assert document.dct.date == date.fromisoformat(meta["published"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_story_begins_below_title_and_byline(folder: Path) -> None:
    document, _, expected = read(folder)
    text = document.text
    assert document.title == text.partition("\n")[0]
    kinds = [block.kind for block in document.blocks]
    first, last = kinds.index(BlockKind.BODY), len(kinds) - kinds[::-1].index("body")
    assert BlockKind.BYLINE in kinds[:first]
    assert set(kinds[first:last]) == {BlockKind.BODY}
    body = text[document.blocks[first].span.start :]
    for words in [*(e["trigger"] for e in expected["events"]), *expected["not_events"]]:
        offset = len(text) - len(body) + body.index(words)
        assert kind_at(document, offset) is BlockKind.BODY


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_expected_events_are_well_formed(folder: Path) -> None:
    _, _, expected = read(folder)
    assert len(expected["events"]) >= 6
    for event in expected["events"]:
        assert event["status"] in STATUSES
        assert set(event["actors"]) <= ROLES
        days = [event[key] for key in ("earliest", "latest") if event[key]]
        assert [date.fromisoformat(day).isoformat() for day in days] == sorted(days)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_golden_article_has_the_length_of_a_news_item(folder: Path) -> None:
    document, _, _ = read(folder)
    assert 120 <= len(document.text.split()) <= 260
