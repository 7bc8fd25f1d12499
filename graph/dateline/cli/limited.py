"""Answer a query in a process of its own, which a time limit or Ctrl-C can end.

Oxigraph does not look up from a query, and holds Python's lock meanwhile: neither a
signal handler nor a thread of the same process could stop it.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from dateline.errors import DatelineError, QueryError
from dateline.rdf.values import Answer

_PR_SET_PDEATHSIG = 1
_SPARE_S = 5.0
"""So long a process outlives its limit if nobody is left to kill it."""


def ask_within(
    place: Path, query: str, parameters: Mapping[str, str], timeout_s: float
) -> Answer:
    """Answer a query, or a named one, from the store at `place`; 0 is no limit.

    Raises:
        QueryError: if it cannot be answered, or not within `timeout_s`.
        StoreError: if the store cannot be read.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_answer, args=(theirs, place, query, dict(parameters), timeout_s)
    )
    with ours, _running(process):
        theirs.close()
        if not ours.poll(timeout_s or None):
            raise QueryError(
                f"{place}: the query was stopped after {timeout_s:g} s; ask for less, "
                "for instance a shorter path, or allow more: --timeout SECONDS, "
                "0 for no limit"
            )
        try:
            told: Answer | DatelineError = ours.recv()
        except EOFError as error:
            process.join()
            raise QueryError(
                f"{place}: the query ended its process ({process.exitcode}): it is "
                "nested too deeply, or needs more memory than there is; make it simpler"
            ) from error
    if isinstance(told, DatelineError):
        raise told
    return told


@contextmanager
def _running(process: BaseProcess) -> Iterator[None]:
    # Ctrl-C reaches the whole group of processes. Blocked, and so in the child, it is
    # ours alone: it waits until the child can be killed.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        process.kill()
        process.join()


def _answer(
    pipe: Connection,
    place: Path,
    query: str,
    parameters: dict[str, str],
    timeout_s: float,
) -> None:
    """Send the answer, or the error, through `pipe`."""
    import dateline

    _end_with_parent(timeout_s)
    told: Answer | DatelineError
    try:
        with dateline.open(place, read_only=True) as graph:
            told = graph.query(query, **parameters)
    except DatelineError as error:
        told = error
    pipe.send(told)


def _end_with_parent(timeout_s: float) -> None:
    """Have the system end this process if its parent was killed, whatever it does."""
    if timeout_s:
        signal.setitimer(signal.ITIMER_REAL, timeout_s + _SPARE_S)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
