"""`dateline remove`: take one article and all that it says out of the graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.console import note
from dateline.cli.options import open_graph, store_option
from dateline.errors import UnknownNameError

if TYPE_CHECKING:
    from dateline.query.results import ArticleRef

_MOST_NAMED = 20


@click.command(epilog="Example: dateline remove articles/ferry.txt")
@click.argument("article")
@store_option
def remove(*, article: str, store: Path) -> None:
    """Remove ARTICLE and everything that only it says.

    ARTICLE is its IRI, its address on the web, or the end of either, for instance the
    name of the file that it was read from.
    """
    with open_graph(store, read_only=False) as graph:
        iri = find_article(graph.articles(), article)
        graph.remove(iri)
    note(f"Removed {iri}")


def find_article(articles: Sequence[ArticleRef], name: str) -> str:
    """Return the IRI of the article that a person calls `name`.

    Raises:
        UnknownNameError: if there is none, or more than one.

    >>> find_article((), "ferry.txt")
    Traceback (most recent call last):
    ...
    dateline.errors.UnknownNameError: unknown article 'ferry.txt'; known: none
    """
    names = {ref.iri: (ref.iri, ref.url or ref.iri) for ref in articles}
    exact = [iri for iri, own in names.items() if name in own]
    ending = "/" + name.removeprefix("./").removeprefix("/")
    fits = exact or [
        iri for iri, own in names.items() if any(n.endswith(ending) for n in own)
    ]
    if len(fits) == 1:
        return fits[0]
    known = fits or list(names) or ["none"]
    raise UnknownNameError("article", name, known[:_MOST_NAMED])
