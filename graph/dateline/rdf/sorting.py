"""Sort lines that do not fit in memory: sorted runs on disk, merged."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from tempfile import TemporaryFile
from typing import IO

RUN_BYTES = 16_000_000
"""So many bytes of lines are sorted in memory at a time."""
_MOST_RUNS = 64
"""More files than this are not open at a time."""


def sorted_lines(
    lines: Iterable[bytes], *, run_bytes: int = RUN_BYTES
) -> Iterator[bytes]:
    r"""Yield lines in order, each once; the memory does not grow with their number.

    >>> list(sorted_lines([b"b\n", b"a\n", b"b\n"], run_bytes=1))
    [b'a\n', b'b\n']
    """
    with ExitStack() as stack:
        runs: list[IO[bytes]] = []
        last: list[bytes] = []
        for run in _runs(lines, run_bytes):
            if last:
                runs.append(_keep(last, stack))
            last = run
            if len(runs) == _MOST_RUNS:
                runs = [_keep(_merged(runs), stack)]
        yield from _merged([*runs, last])


def _runs(lines: Iterable[bytes], run_bytes: int) -> Iterator[list[bytes]]:
    run: set[bytes] = set()
    size = 0
    for line in lines:
        run.add(line)
        size += len(line)
        if size >= run_bytes:
            yield sorted(run)
            run, size = set(), 0
    if run:
        yield sorted(run)


def _keep(lines: Iterable[bytes], stack: ExitStack) -> IO[bytes]:
    file = stack.enter_context(TemporaryFile())  # noqa: SIM115  (the stack does)
    file.writelines(lines)
    file.seek(0)
    return file


def _merged(runs: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
    # A line of the file has its line break, so that equal lines are equal bytes.
    return (line for line, _ in groupby(heapq.merge(*runs)))
