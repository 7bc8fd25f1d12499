"""A table as Parquet. pyarrow lives here; it is the extra `parquet`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dateline.errors import StoreError
from dateline.export.tables import Row

_ROWS = 10_000
"""So many rows make a group, and are in memory at a time."""


class ParquetTable:
    """A file that grows by groups of rows.

    Raises:
        StoreError: if pyarrow is not installed.
    """

    def __init__(self, path: Path, columns: Mapping[str, type]) -> None:
        self._arrow, parquet = _load()
        types = {
            str: self._arrow.string(),
            int: self._arrow.int64(),
            float: self._arrow.float64(),
            bool: self._arrow.bool_(),
            date: self._arrow.date32(),
        }
        fields = [(name, types[kind]) for name, kind in columns.items()]
        self._schema = self._arrow.schema(fields)
        self._writer = parquet.ParquetWriter(str(path), self._schema)
        self._rows: list[Row] = []

    def write(self, row: Row) -> None:
        """Write a row."""
        self._rows.append(row)
        if len(self._rows) >= _ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is left, and close the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        columns = list(zip(*self._rows, strict=True)) or [()] * len(self._schema)
        arrays = [
            self._arrow.array(column, field.type)
            for column, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(self._arrow.table(arrays, schema=self._schema))
        self._rows = []


def _load() -> tuple[Any, Any]:
    try:
        import pyarrow as pa  # noqa: PLC0415  (large, and seldom wanted)
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        msg = "Parquet needs pyarrow: pip install 'dateline[parquet]'"
        raise StoreError(msg) from error
    return pa, parquet
