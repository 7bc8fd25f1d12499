"""What a client gets in one piece, over a real pair of sockets."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.server.connection import Joining

HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n"


def joined(ask: Callable[[Joining, socket.socket], Awaitable[None]]) -> None:
    async def run() -> None:
        ours, theirs = socket.socketpair()
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_connection(asyncio.Protocol, sock=ours)
        theirs.settimeout(0.0)
        with theirs:
            await ask(Joining(transport), theirs)
            transport.abort()
            await asyncio.sleep(0)

    # A browser test may have left a loop in this thread.
    with ThreadPoolExecutor(max_workers=1) as other:
        other.submit(asyncio.run, run()).result()


def test_a_head_and_its_body_are_one_piece() -> None:
    async def ask(joining: Joining, client: socket.socket) -> None:
        joining.write(HEAD)
        with pytest.raises(BlockingIOError, match="unavailable"):
            client.recv(1_000)
        joining.write(b"body")
        assert client.recv(1_000) == HEAD + b"body"
        joining.write(b"more")
        assert client.recv(1_000) == b"more"

    joined(ask)


def test_a_head_alone_goes_out_when_the_loop_turns() -> None:
    async def ask(joining: Joining, client: socket.socket) -> None:
        joining.write(HEAD)
        await asyncio.sleep(0)
        assert client.recv(1_000) == HEAD
        joining.write(b"body")
        assert client.recv(1_000) == b"body"

    joined(ask)


def test_a_connection_that_is_closed_sends_its_head_first() -> None:
    async def ask(joining: Joining, client: socket.socket) -> None:
        joining.write(HEAD)
        joining.close()
        assert joining.is_closing()
        assert client.recv(1_000) == HEAD

    joined(ask)
