"""Know again a folder in which a build was interrupted, by a mark that it left.

Articles outlive a kill, but what is one across them is decided at the end: a later
build that finds all articles there must still do so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import StoreError

_MARK = ".unfinished"


def is_unfinished(folder: Path) -> bool:
    """Tell whether the last build into `folder` did not come to its end.

    >>> is_unfinished(Path("no/such/folder"))
    False
    """
    return (folder / _MARK).exists()


@contextmanager
def marked(folder: Path | None) -> Iterator[bool]:
    """Mark `folder` until all went well; yields whether it was marked before.

    An error, or a kill, leaves the mark. `None` is no folder, and never marked.

    Raises:
        StoreError: if the mark cannot be made.
    """
    if folder is None:
        yield False
        return
    was_marked = is_unfinished(folder)
    try:
        (folder / _MARK).touch()
    except OSError as error:
        msg = f"{folder}: cannot be written: {error.strerror or error}"
        raise StoreError(msg) from error
    yield was_marked
    (folder / _MARK).unlink(missing_ok=True)
