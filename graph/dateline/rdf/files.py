"""Write the graph of a fresh build to files while it is read, from the same bytes.

Dumping a store costs more than reading many an article did. What a build writes to an
empty store is known already, as Turtle, article by article: this puts it one after the
other, in the order of reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from dateline.errors import StoreError
from dateline.rdf.encode import EncodedArticle
from dateline.rdf.fusion import FUSION_GRAPH
from dateline.rdf.turtle import HEAD


class GraphFiles:
    """`graph.ttl` and `graph.trig` as they grow; nobody sees them before `keep`.

    Leaving the context without `keep` leaves earlier files as they were.

    Raises:
        StoreError: if a file cannot be written.
    """

    def __init__(self, turtle: Path, trig: Path) -> None:
        self._paths = (turtle, trig)
        self._parts = [path.with_name(f".{path.name}.part") for path in self._paths]
        self._open = ExitStack()
        self._files: list[IO[bytes]] = []

    def __enter__(self) -> Self:
        try:
            for part in self._parts:
                part.parent.mkdir(parents=True, exist_ok=True)
                self._files.append(self._open.enter_context(part.open("wb")))
        except OSError as error:
            self._open.close()
            raise self._error(error) from error
        self._write(HEAD.encode(), HEAD.encode())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()
        for part in self._parts:
            part.unlink(missing_ok=True)

    def add(self, articles: Iterable[EncodedArticle]) -> None:
        """Write articles that are not in the files yet."""
        for article in articles:
            self._write(article.turtle, article.trig)

    def keep(self, fusion: bytes = b"") -> None:
        """Write the fusion graph and put the files in the place of earlier ones."""
        if fusion:
            name = f"\n<{FUSION_GRAPH}> {{\n".encode()
            self._write(b"\n" + fusion, name + fusion + b"}\n")
        try:
            self._open.close()
            for part, path in zip(self._parts, self._paths, strict=True):
                part.replace(path)
        except OSError as error:
            raise self._error(error) from error

    def _write(self, turtle: bytes, trig: bytes) -> None:
        try:
            for file, data in zip(self._files, (turtle, trig), strict=True):
                file.write(data)
        except OSError as error:
            raise self._error(error) from error

    def _error(self, error: OSError) -> StoreError:
        why = error.strerror or error
        return StoreError(f"{self._paths[0].parent}: cannot be written: {why}")
