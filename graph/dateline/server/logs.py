"""The access log and the query log, as lines of JSON.

What a person typed stays out of both: the access log has paths without parameters, the
query log has queries without their literals.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from dateline.errors import StoreError


class Log:
    """Lines of JSON, in a file, on standard error, or nowhere."""

    def __init__(self, output: TextIO | None) -> None:
        self._output = output

    @classmethod
    def open(cls, path: Path | None, *, is_quiet: bool = True) -> Log:
        """Open the log at `path`; without one it is standard error, or quiet.

        Raises:
            StoreError: if the file cannot be written.
        """
        if path is None:
            return cls(None if is_quiet else sys.stderr)
        try:
            return cls(path.open("a", encoding="utf-8"))
        except OSError as error:
            raise StoreError(f"{path}: cannot be written: {error.strerror}") from error

    @property
    def is_on(self) -> bool:
        """Whether anybody reads it."""
        return self._output is not None

    def write(self, **told: Any) -> None:
        """Write a line with the time of now."""
        if self._output is None:
            return
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": now, **told}, ensure_ascii=True)
        self._output.write(line + "\n")
        self._output.flush()

    def close(self) -> None:
        """Close the file."""
        if self._output not in {None, sys.stderr} and self._output is not None:
            self._output.close()
