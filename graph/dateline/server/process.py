"""A worker process as the server sees it: one request at a time, killed if need be."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from dateline.server import frames

_PIPE_LIMIT = 1 << 20
_NICE = 5
"""Workers give way to the server: while they start, work and end, it answers."""
_SLOW_NICE = 15
"""Slow workers give way to the others too."""


class RefusedError(Exception):
    """Say that a request got no answer: an HTTP status, a reason, and headers."""

    def __init__(
        self, status: int, detail: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})
        super().__init__(f"{status}: {detail}")


class DiedError(Exception):
    """Say that the process ended in the middle of a request; what became of it."""

    def __init__(self, returncode: int | None) -> None:
        self.returncode = returncode
        super().__init__(f"the worker died: {returncode}")

    def refusal(self) -> RefusedError:
        """Return what a client is told."""
        if self.returncode == -signal.SIGSEGV:
            return RefusedError(400, "the query is nested too deeply")
        if self.returncode in {-signal.SIGABRT, -signal.SIGKILL}:
            return RefusedError(503, "the query needs more memory than it may have")
        return RefusedError(500, "the worker process ended; see the server's log")


class Worker:
    """A process that answers requests one after the other."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._is_busy = False
        self.is_slow = False

    @classmethod
    async def spawn(cls, *arguments: str) -> Worker:
        """Start a process; `arguments` are those of `worker.main`."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "dateline.server.worker",
            *arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_PIPE_LIMIT,
            # Ctrl-C is for the server, which ends its workers in order. A session of
            # its own would do as well, but Linux would share the time by session.
            process_group=0,
        )
        worker = cls(process)
        worker._give_way(_NICE)
        return worker

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_idle(self) -> bool:
        """Whether it lives and waits for a request."""
        return not self._is_busy and self._process.returncode is None

    def slow_down(self) -> None:
        """Let the other processes go first, from now on."""
        self.is_slow = True
        self._give_way(_SLOW_NICE)

    def speed_up(self) -> None:
        """Take an equal share again, if that is allowed; mostly only root may."""
        if self.is_slow:
            self.is_slow = not self._give_way(_NICE)

    def _give_way(self, nice: int) -> bool:
        """Set how far it stands behind the server; return whether that is allowed."""
        try:
            os.setpriority(os.PRIO_PROCESS, self.pid, os.nice(0) + nice)
        except OSError:
            return False
        return True

    async def ask(
        self, request: Mapping[str, Any], bodies: Sequence[bytes] = ()
    ) -> tuple[dict[str, Any], bytes | None]:
        """Send a request; return the head of its answer, and all of a short one.

        Raises:
            RefusedError: if the worker says no.
            DiedError: if it died of the request.
        """
        self._is_busy = True
        stdin = self._process.stdin
        told = frames.pack_json(frames.REQUEST, {**request, "bodies": len(bodies)})
        data = told + b"".join(frames.pack(frames.DATA, body) for body in bodies)
        try:
            if stdin is not None:
                stdin.write(data)
                await stdin.drain()
        except (ConnectionError, OSError) as error:
            raise DiedError(await self._process.wait()) from error
        kind, body = await self._frame()
        if kind == frames.WHOLE:
            self._is_busy = False
            return frames.unpack_whole(body)
        head: dict[str, Any] = json.loads(body)
        return head, None

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the bytes of an answer that is not short."""
        while True:
            kind, body = await self._frame()
            if kind == frames.END:
                self._is_busy = False
                return
            yield body

    async def call(
        self, request: Mapping[str, Any], bodies: Sequence[bytes] = ()
    ) -> dict[str, Any]:
        """Send a request whose answer has no bytes; return its head."""
        head, _ = await self.ask(request, bodies)
        return head

    async def _frame(self) -> tuple[bytes, bytes]:
        stdout = self._process.stdout
        if stdout is None:
            raise DiedError(None)
        try:
            prefix = await stdout.readexactly(frames.PREFIX.size)
            kind, length = frames.PREFIX.unpack(prefix)
            body = await stdout.readexactly(length)
        except asyncio.IncompleteReadError as error:
            raise DiedError(await self._process.wait()) from error
        if kind == frames.ERROR:
            self._is_busy = False
            told = json.loads(body)
            raise RefusedError(told["status"], told["detail"])
        return kind, body

    async def kill(self) -> None:
        """End the process at once, whatever it does."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        await self._process.wait()
