"""A progress bar on stderr, with rate and time left; nothing when nobody watches."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID


class ProgressBar:
    """A bar to be told how many articles are done, and of how many if that is known.

    >>> with ProgressBar(shown=False) as bar:
    ...     bar(1, 3)
    """

    def __init__(self, *, shown: bool | None = None) -> None:
        self._shown = sys.stderr.isatty() if shown is None else shown
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._start = time.monotonic()

    def __call__(self, done: int, total: int | None = None) -> None:
        """Show that `done` articles are done."""
        if self._bar is not None and self._task is not None:
            seconds = time.monotonic() - self._start
            rate = f"{done / seconds:.1f} articles/s" if done and seconds else ""
            self._bar.update(self._task, completed=done, total=total, rate=rate)

    def __enter__(self) -> Self:
        if self._shown:
            self._bar = _new_bar()
            self._task = self._bar.add_task("reading", total=None, rate="")
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _new_bar() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
