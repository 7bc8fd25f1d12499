from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.facts import ARTICLE, sample_document, sample_facts

from dateline.errors import StoreError
from dateline.model.fusion import FusionKind, IdentityDecision
from dateline.rdf.encode import EncodedArticle, encode_article
from dateline.rdf.files import GraphFiles
from dateline.rdf.fusion import encode_fusion
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore

OTHER = "https://example.org/news/other"


def article(iri: str) -> EncodedArticle:
    document = replace(sample_document(), id=iri)
    facts = replace(sample_facts(), document=document)
    return encode_article(facts, run=RunInfo(software="x"))


def fusion() -> bytes:
    decision = IdentityDecision(
        kind=FusionKind.ENTITY,
        members=(f"{ARTICLE}#a", f"{OTHER}#a"),
        label='say "no"',
        score=1.0,
        reason="same name",
    )
    return encode_fusion([decision])


def files(folder: Path) -> GraphFiles:
    return GraphFiles(folder / "graph.ttl", folder / "graph.trig")


def test_the_files_say_what_the_store_says(tmp_path: Path) -> None:
    articles = [article(ARTICLE), article(OTHER)]
    store = GraphStore.memory()
    store.replace_articles(articles)
    store.replace_fusion(fusion())
    with files(tmp_path) as writing:
        writing.add(articles)
        writing.keep(fusion())
    known = set(store._ox)
    trig = set(ox.parse(path=tmp_path / "graph.trig"))
    turtle = {quad.triple for quad in ox.parse(path=tmp_path / "graph.ttl")}
    assert trig == known
    assert turtle == {quad.triple for quad in known}
    assert {path.name for path in tmp_path.iterdir()} == {"graph.ttl", "graph.trig"}


def test_what_is_not_kept_leaves_the_earlier_files(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("earlier")
    with files(tmp_path) as writing:
        writing.add([article(ARTICLE)])
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
    assert (tmp_path / "graph.ttl").read_text() == "earlier"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    with (
        pytest.raises(StoreError, match=r"a: cannot be written"),
        files(tmp_path / "a"),
    ):
        pass
