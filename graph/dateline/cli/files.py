"""Write results to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable


def write_pieces(pieces: Iterable[bytes]) -> None:
    """Write bytes to standard output."""
    sys.stdout.buffer.writelines(pieces)
    sys.stdout.buffer.flush()
