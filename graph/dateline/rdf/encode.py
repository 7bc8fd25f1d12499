"""Write what an article says as Turtle: its named graph and its catalogue entry.

The text is made by string formatting, because that is ten times as fast as building
quad objects, and the same bytes go to the store and to the files. It is written for
people too: grouped by subject, in the order of the text, with short names, the
article's own things relative to it (`<#event-3-7>`).

`article_graph` writes the named graph, `catalogue` the entry; `decode` puts all of it
back.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.facts import DocumentFacts
from dateline.model.user_types import NO_TYPES, UserTypes
from dateline.rdf.article_graph import encode_graph
from dateline.rdf.catalogue import encode_catalogue
from dateline.rdf.dump import to_nquads
from dateline.rdf.iris import article_iri, base_of, graph_iri
from dateline.rdf.run import RunInfo
from dateline.rdf.turtle import term


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedArticle:
    """One revision of an article in Turtle, ready to load and to write to a file.

    Attributes:
        iri: the article.
        graph: its named graph.
        text_sha256: the hash of its text.
        keeps_text: whether the text is among the facts.
        facts: what its named graph says.
        catalogue: what the default graph says about it.
    """

    iri: str
    graph: str
    text_sha256: str
    keeps_text: bool
    facts: bytes
    catalogue: bytes

    @property
    def trig(self) -> bytes:
        """All of it in TriG; `turtle.HEAD` must stand before it."""
        name = f"\n<#{self.graph.rpartition('#')[2]}> {{\n".encode()
        return self._base + self.catalogue + name + self.facts + b"}\n"

    @property
    def turtle(self) -> bytes:
        """All of it in Turtle, in one graph; `turtle.HEAD` must stand before it."""
        return self._base + self.catalogue + b"\n" + self.facts

    @property
    def nquads(self) -> bytes:
        """All of it in N-Quads; this parses the TriG, for those who need lines."""
        return to_nquads(self.trig)

    @property
    def _base(self) -> bytes:
        return f"\n@base <{base_of(self.iri)[:-1]}> .\n\n".encode()


def encode_article(
    facts: DocumentFacts,
    *,
    run: RunInfo,
    keep_text: bool = True,
    types: UserTypes = NO_TYPES,
) -> EncodedArticle:
    r"""Write everything a document says, with its provenance.

    Without `keep_text` the graph holds no text but the quoted evidence: the mentions
    and the sentences around the triggers. Of the user's `types`, those of the events
    are described.

    >>> from dateline.model.text import Document
    >>> document = Document(id="https://example.org/a", text="Rain.", blocks=())
    >>> nothing = DocumentFacts(document=document, entities=(), events=(), claims=())
    >>> encoded = encode_article(nothing, run=RunInfo(software="Dateline 0.1.0"))
    >>> encoded.graph
    'https://example.org/a#graph=389be6297686686a'
    >>> print(encoded.facts.decode(), end="")
    <> dl:text "Rain." .
    """
    article = article_iri(facts.document.id)
    sha256 = facts.document.text_sha256
    graph = graph_iri(article, sha256)
    # An article that has a fragment itself is not what its things are relative to.
    node = term(article) if "#" in article else "<>"
    told = encode_graph(facts, node, keep_text=keep_text, types=types)
    name = f"<#{graph.rpartition('#')[2]}>"
    catalogue = encode_catalogue(facts.document, node, name, run)
    return EncodedArticle(
        iri=article,
        graph=graph,
        text_sha256=sha256,
        keeps_text=keep_text,
        facts=told.encode("utf-8", "replace"),
        catalogue=catalogue.encode("utf-8", "replace"),
    )
