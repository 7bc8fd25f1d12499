"""Write results to standard output, or whole to a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_pieces(pieces: Iterable[bytes]) -> None:
    """Write bytes to standard output."""
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that appears whole or not at all: an earlier one stays till then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unready = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unready.open("wb") as file:
            yield file
        unready.replace(path)
    finally:
        unready.unlink(missing_ok=True)
