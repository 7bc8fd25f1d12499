"""Articles made by hand, encoded: what the tests of stores put into them."""

from __future__ import annotations

from dataclasses import replace

from tests.facts import ARTICLE, sample_document, sample_facts

from dateline.rdf.encode import EncodedArticle, encode_article
from dateline.rdf.run import RunInfo

RUN = RunInfo(software="Dateline 0.1.0")
OTHER = "https://example.org/news/other"


def article(
    iri: str = ARTICLE, *, more: str = "", run: RunInfo = RUN
) -> EncodedArticle:
    """Encode the sample article under another name, or with more text."""
    document = replace(sample_document(), id=iri, text=sample_document().text + more)
    return encode_article(replace(sample_facts(), document=document), run=run)
