"""Where a store is: in a folder, or on a network."""

from __future__ import annotations

from pathlib import Path


def is_remote(place: str | Path) -> bool:
    """Tell whether a store is named by its address on a network.

    >>> is_remote("http://localhost:7878"), is_remote("out/store")
    (True, False)
    """
    return str(place).startswith(("http://", "https://"))
