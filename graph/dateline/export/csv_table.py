"""A table as CSV (RFC 4180) in UTF-8, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from dateline.export.csv import safe_cell
from dateline.export.tables import Row


class CsvTable:
    """A file that grows row by row; text is made safe, see `dateline.export.csv`."""

    def __init__(self, path: Path, columns: Mapping[str, type]) -> None:
        self._file = path.open(
            "w", encoding="utf-8", errors="backslashreplace", newline=""
        )
        self._writer = csv.writer(self._file)
        self._writer.writerow(columns)

    def write(self, row: Row) -> None:
        """Write a row; what is unknown is an empty cell."""
        self._writer.writerow(
            safe_cell(cell) if isinstance(cell, str) else cell for cell in row
        )

    def close(self) -> None:
        """Close the file."""
        self._file.close()
