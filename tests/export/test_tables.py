from __future__ import annotations

import csv
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.bench.invented import encode_invented
from tests.facts import ARTICLE, sample_document, sample_facts
from tests.rdf.articles import OTHER, RUN, article

from dateline.errors import StoreError, UnknownNameError
from dateline.export.tables import TABLES, TableFormat, write_tables
from dateline.knowledge import KnowledgeGraph
from dateline.rdf.decode import decode_article
from dateline.rdf.encode import encode_article
from dateline.rdf.store import GraphStore


def read(folder: Path) -> dict[str, list[dict[str, str]]]:
    return {
        path.stem: list(csv.DictReader(path.read_text("utf-8").splitlines()))
        for path in folder.iterdir()
    }


@pytest.fixture
def graph() -> KnowledgeGraph:
    store = GraphStore.memory()
    store.replace_articles([article(), article(OTHER)])
    return KnowledgeGraph(store)


def test_every_fact_has_its_row(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save_tables(tmp_path)
    found = read(tmp_path)
    facts = sample_facts()
    assert set(found) == {"events", "participations", "claims", "mentions"}
    assert len(found["events"]) == 2 * len(facts.events)
    assert len(found["claims"]) == 2 * len(facts.claims)
    parts = sum(len(event.participations) for event in facts.events)
    assert len(found["participations"]) == 2 * parts
    things = [*facts.entities, *facts.events]
    assert len(found["mentions"]) == 2 * sum(len(each.mentions) for each in things)


def test_the_tables_join(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save_tables(tmp_path)
    found = read(tmp_path)
    events = {row["event"] for row in found["events"]}
    things = {row["thing"] for row in found["mentions"]}
    assert events <= things
    assert {row["event"] for row in found["participations"]} <= events
    assert {row["entity"] for row in found["participations"]} <= things
    assert {row["event"] for row in found["claims"]} <= events
    for row in found["mentions"]:
        start, end = int(row["start"]), int(row["end"])
        assert sample_document().text[start:end] == row["words"]


def test_a_row_is_the_event(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save_tables(tmp_path)
    event = sample_facts().events[0]
    row = next(
        row
        for row in read(tmp_path)["events"]
        if row["event"].endswith(f"#{event.key}") and row["article"] == ARTICLE
    )
    assert row["label"] == event.label
    assert row["status"] == event.status.value
    assert date.fromisoformat(row["earliest_begin"]) == date(2021, 4, 27)
    assert float(row["salience"]) == event.salience


@pytest.mark.parametrize("form", TableFormat)
def test_a_store_on_disk_gives_the_bytes_that_all_its_quads_give(
    form: TableFormat, tmp_path: Path
) -> None:
    if form is TableFormat.PARQUET:
        pytest.importorskip("pyarrow", reason="pyarrow is an extra")
    bare = encode_article(replace(sample_facts(), claims=()), run=RUN, keep_text=False)
    with GraphStore.open(tmp_path / "store") as store:
        store.replace_articles([article(OTHER), bare, *encode_invented(5)])
        read = map(store.article_ntriples, store.each_article())
        expected = write_tables(map(decode_article, read), tmp_path / "all", form)
        written = KnowledgeGraph(store).save_tables(tmp_path / "tables", form)
        for before, after in zip(expected, written, strict=True):
            assert before.read_bytes() == after.read_bytes()
            assert before.stat().st_size > 0


def test_a_cell_is_no_formula(tmp_path: Path) -> None:
    facts = sample_facts()
    first = replace(facts.events[0], label="=HYPERLINK(1)")
    write_tables([replace(facts, events=(first,))], tmp_path)
    assert read(tmp_path)["events"][0]["label"] == "'=HYPERLINK(1)"


def test_an_empty_graph_has_empty_tables(tmp_path: Path) -> None:
    KnowledgeGraph(GraphStore.memory()).save_tables(tmp_path)
    assert all(rows == [] for rows in read(tmp_path).values())


def test_an_unknown_format_is_named(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="unknown format 'xlsx'; known: csv, pa"):
        graph.save_tables(tmp_path, format="xlsx")


def test_without_pyarrow_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(StoreError, match=r"pip install 'dateline\[parquet\]'"):
        write_tables([], tmp_path, TableFormat.PARQUET)


def test_parquet_holds_what_csv_holds(graph: KnowledgeGraph, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
    graph.save_tables(tmp_path / "csv")
    graph.save_tables(tmp_path / "parquet", format="parquet")
    known = read(tmp_path / "csv")
    for table in TABLES:
        found = parquet.read_table(tmp_path / "parquet" / f"{table.name}.parquet")
        assert found.column_names == list(table.columns)
        rows = [
            {key: "" if value is None else str(value) for key, value in row.items()}
            for row in found.to_pylist()
        ]
        assert rows == known[table.name]
