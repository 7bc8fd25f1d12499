"""Start `dateline mcp` as an assistant's program does, with the SDK's own client."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import ClientSession, StdioServerParameters, stdio_client
from tests.facts import sample_facts

from dateline.query.identity import fuse
from dateline.rdf.encode import encode_article
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore

OTHER = "https://other.example/border-talks"
COMMAND = [sys.executable, "-m", "dateline", "mcp"]


@dataclass(frozen=True, slots=True)
class Told:
    """An answer of a tool: its texts, its structure, whether it is an error."""

    texts: tuple[str, ...]
    data: dict[str, Any]
    is_error: bool

    @property
    def error(self) -> str:
        """The one line of an error."""
        assert self.is_error, self.texts
        (line,) = self.texts
        assert "\n" not in line
        assert "Traceback" not in line
        return line


@dataclass(frozen=True, slots=True)
class Assistant:
    """A client whose calls wait; what the server logs is in a file."""

    portal: BlockingPortal
    session: ClientSession
    log: Path

    def call(self, tool: str, **arguments: Any) -> Told:
        """Call a tool."""
        return told(self.portal.call(self.session.call_tool, tool, arguments))

    def ask(self, query: str, **more: Any) -> Told:
        """Run SPARQL."""
        return self.call("run_sparql", query=query, **more)

    def read(self, uri: str) -> str:
        """Read a resource."""
        (content,) = self.portal.call(self.session.read_resource, uri).contents
        return str(content.text)


def told(result: Any) -> Told:
    return Told(
        texts=tuple(block.text for block in result.content),
        data=result.structured_content or {},
        is_error=bool(result.is_error),
    )


def make_news(place: Path) -> Path:
    """Make a store of two articles that tell the same."""
    facts = sample_facts()
    document = replace(facts.document, id=OTHER, publisher="Other Example")
    run = RunInfo(software="x")
    with GraphStore.open(place) as store:
        articles = (facts, replace(facts, document=document))
        store.replace_articles([encode_article(each, run=run) for each in articles])
        fuse(store)
    return place


@asynccontextmanager
async def connected(
    store: Path, options: tuple[str, ...], log: Any
) -> AsyncIterator[Any]:
    """Start the server and greet it; the session, and what it answered."""
    server = StdioServerParameters(
        command=COMMAND[0],
        args=[*COMMAND[1:], str(store), *options],
        env=dict(os.environ),
    )
    async with (
        stdio_client(server, errlog=log) as (source, sink),
        ClientSession(source, sink) as session,
    ):
        await session.initialize()
        yield session


@contextmanager
def assisting(store: Path, *options: str) -> Iterator[Assistant]:
    """Serve a store until the context ends."""
    with (
        tempfile.TemporaryDirectory() as folder,
        (Path(folder) / "server.log").open("w+") as log,
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(connected(store, options, log)) as session,
    ):
        yield Assistant(portal, session, Path(log.name))
