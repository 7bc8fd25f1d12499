"""Write the catalogue: what the default graph tells of an article and of its graph."""

from __future__ import annotations

from dateline.model.text import Dct, Document
from dateline.rdf.iris import publisher_iri, run_iri, software_iri
from dateline.rdf.nquads import integer, iri, literal, typed
from dateline.rdf.run import RunInfo
from dateline.rdf.terms import DL, PROV, RDF, RDFS, SCHEMA, XSD


def published(dct: Dct) -> str:
    """Write the publication date as a literal, with its time where it has one.

    >>> from datetime import date
    >>> from dateline.model.text import DctBasis
    >>> published(Dct(date=date(2018, 7, 12), basis=DctBasis.OPTION))
    '"2018-07-12"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    stamp = dct.isoformat()
    return typed(stamp, XSD.date if dct.time is None else XSD.dateTime)


def encode_catalogue(
    document: Document, article: str, graph: str, run: RunInfo
) -> list[str]:
    """Return the lines about an article and its graph in the default graph."""
    sha256 = document.text_sha256
    activity = run_iri(article, sha256)
    agent = software_iri(run.software, run.config_sha256, run.pipeline)
    rows: list[tuple[str, str, str | None]] = [
        (article, RDF.type, iri(SCHEMA.NewsArticle)),
        (article, SCHEMA.headline, _text(document.title)),
        (article, SCHEMA.author, _text(document.author)),
        (article, SCHEMA.inLanguage, _text(document.language)),
        (article, SCHEMA.url, _text(document.url)),
        (article, DL.textSha256, literal(sha256)),
        (article, DL.textLength, integer(len(document.text))),
        (article, DL.offsetUnit, iri(DL.UnicodeCodePoint)),
        (graph, RDF.type, iri(DL.ArticleGraph)),
        (graph, PROV.wasDerivedFrom, iri(article)),
        (graph, PROV.wasGeneratedBy, iri(activity)),
        (activity, RDF.type, iri(PROV.Activity)),
        (activity, PROV.wasAssociatedWith, iri(agent)),
        (agent, RDF.type, iri(PROV.SoftwareAgent)),
        (agent, RDFS.label, literal(run.software)),
        (agent, DL.configSha256, _text(run.config_sha256)),
        (agent, DL.pipeline, _text(run.pipeline)),
    ]
    if document.publisher is not None:
        publisher = publisher_iri(document.publisher)
        rows.append((article, SCHEMA.publisher, iri(publisher)))
        rows.append((publisher, RDF.type, iri(SCHEMA.Organization)))
        rows.append((publisher, SCHEMA.name, literal(document.publisher)))
    if document.dct is not None:
        rows.append((article, SCHEMA.datePublished, published(document.dct)))
        rows.append((article, DL.publicationBasis, literal(document.dct.basis)))
    if run.ended_at is not None:
        stamp = typed(run.ended_at.isoformat(), XSD.dateTime)
        rows.append((activity, PROV.endedAtTime, stamp))
    return [f"<{s}> <{p}> {o} .\n" for s, p, o in rows if o is not None]


def _text(value: str | None) -> str | None:
    return None if value is None else literal(value)
