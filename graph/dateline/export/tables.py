"""Facts as tables, article by article: for pandas, DuckDB, a database.

One row per event, participation, claim or mention. A column has one type; what is
unknown is null, or an empty cell. IRIs join the tables with each other and the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from dateline.model.facts import Claim, DocumentFacts, Entity, Event, Participation
from dateline.model.text import Document, Span
from dateline.model.time import Interval
from dateline.rdf.iris import key_iri, mention_iri

Cell = str | int | float | bool | date | None
Row = tuple[Cell, ...]


class TableFormat(StrEnum):
    """The kinds of files that tables are written in."""

    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its columns with their types, and its rows of one document."""

    name: str
    columns: dict[str, type]
    rows: Callable[[DocumentFacts], Iterator[Row]]


class TableWriter(Protocol):
    """Writes the rows of a table to a file."""

    def write(self, row: Row) -> None:
        """Write a row."""

    def close(self) -> None:
        """Write what is left, and close the file."""


def write_tables(
    articles: Iterable[DocumentFacts],
    folder: Path,
    form: TableFormat = TableFormat.CSV,
) -> tuple[Path, ...]:
    """Write each table to a file in `folder`; return the files.

    The memory does not grow with the number of articles.

    Raises:
        StoreError: if `form` is Parquet and pyarrow is not installed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(folder / f"{table.name}.{form.value}" for table in TABLES)
    with ExitStack() as stack:
        writers = [
            _writer(table, path, form)
            for table, path in zip(TABLES, paths, strict=True)
        ]
        for writer in writers:
            stack.callback(writer.close)
        for facts in articles:
            for table, writer in zip(TABLES, writers, strict=True):
                for row in table.rows(facts):
                    writer.write(row)
    return paths


def _writer(table: Table, path: Path, form: TableFormat) -> TableWriter:
    if form is TableFormat.PARQUET:
        from dateline.export.parquet import ParquetTable  # noqa: PLC0415  (an extra)

        return ParquetTable(path, table.columns)
    from dateline.export.csv_table import CsvTable  # noqa: PLC0415

    return CsvTable(path, table.columns)


def _event_rows(facts: DocumentFacts) -> Iterator[Row]:
    article = facts.document.id
    for event in facts.events:
        yield (
            key_iri(article, event.key),
            article,
            event.label,
            event.event_type,
            event.type_score,
            event.cls.value,
            event.status.value,
            event.factuality.value,
            event.stance.value,
            event.is_named,
            event.salience,
            *_time_cells(event),
            *_place_cells(facts.document, event.mentions[0]),
            facts.document.slice(event.sentences[0]) if event.sentences else None,
        )


def _time_cells(event: Event) -> Row:
    time = event.time
    if time is None:
        return (None,) * 9
    bounds: Interval = time.value.interval
    return (
        bounds.earliest_begin,
        bounds.latest_begin,
        bounds.earliest_end,
        bounds.latest_end,
        time.value.granularity.value,
        time.value.basis.value,
        time.value.edtf,
        time.value.time_of_day,
        time.value.words or None,
    )


def _place_cells(document: Document, span: Span | None) -> Row:
    if span is None:
        return None, None, None
    return span.start, span.end, document.slice(span)


def _participation_rows(facts: DocumentFacts) -> Iterator[Row]:
    entities = {entity.key: entity for entity in facts.entities}
    for event in facts.events:
        for part in event.participations:
            yield _participation(facts, event, part, entities[part.entity])


def _participation(
    facts: DocumentFacts, event: Event, part: Participation, entity: Entity
) -> Row:
    article = facts.document.id
    return (
        key_iri(article, event.key),
        key_iri(article, entity.key),
        article,
        part.role.value,
        entity.kind.value,
        entity.label,
        entity.is_named,
        *_place_cells(facts.document, part.evidence),
    )


def _claim_rows(facts: DocumentFacts) -> Iterator[Row]:
    labels = {entity.key: entity.label for entity in facts.entities}
    for claim in facts.claims:
        yield _claim(facts, claim, labels)


def _claim(facts: DocumentFacts, claim: Claim, labels: dict[str, str]) -> Row:
    article = facts.document.id
    return (
        key_iri(article, claim.key),
        key_iri(article, claim.event),
        article,
        claim.source and key_iri(article, claim.source),
        claim.source and labels.get(claim.source),
        claim.asserts.value,
        claim.kind.value,
        claim.told_to and key_iri(article, claim.told_to),
        *_place_cells(facts.document, claim.cue),
    )


def _mention_rows(facts: DocumentFacts) -> Iterator[Row]:
    article = facts.document.id
    things = [
        *((entity.key, "entity", entity.mentions) for entity in facts.entities),
        *((event.key, "event", event.mentions) for event in facts.events),
    ]
    for key, kind, mentions in things:
        for span in mentions:
            yield (
                mention_iri(article, span.start, span.end),
                key_iri(article, key),
                article,
                kind,
                *_place_cells(facts.document, span),
            )


_PLACE: dict[str, type] = {"start": int, "end": int, "words": str}

TABLES = (
    Table(
        name="events",
        columns={
            "event": str,
            "article": str,
            "label": str,
            "type": str,
            "type_score": float,
            "class": str,
            "status": str,
            "factuality": str,
            "stance": str,
            "is_named": bool,
            "salience": float,
            "earliest_begin": date,
            "latest_begin": date,
            "earliest_end": date,
            "latest_end": date,
            "granularity": str,
            "date_basis": str,
            "edtf": str,
            "time_of_day": str,
            "date_words": str,
            **_PLACE,
            "sentence": str,
        },
        rows=_event_rows,
    ),
    Table(
        name="participations",
        columns={
            "event": str,
            "entity": str,
            "article": str,
            "role": str,
            "kind": str,
            "label": str,
            "is_named": bool,
            **_PLACE,
        },
        rows=_participation_rows,
    ),
    Table(
        name="claims",
        columns={
            "claim": str,
            "event": str,
            "article": str,
            "source": str,
            "source_label": str,
            "asserts": str,
            "kind": str,
            "told_to": str,
            **_PLACE,
        },
        rows=_claim_rows,
    ),
    Table(
        name="mentions",
        columns={"mention": str, "thing": str, "article": str, "kind": str, **_PLACE},
        rows=_mention_rows,
    ),
)
"""Every table, in order; `start` and `end` count code points, `end` exclusive."""
