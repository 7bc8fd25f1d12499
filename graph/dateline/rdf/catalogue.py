"""Write the catalogue: what the default graph tells of an article and of its graph."""

from __future__ import annotations

from datetime import datetime

from dateline.model.text import Dct, Document
from dateline.rdf.iris import publisher_iri, software_iri
from dateline.rdf.nquads import literal, typed
from dateline.rdf.run import RunInfo
from dateline.rdf.terms import DL, PROV, RDFS, SCHEMA, XSD
from dateline.rdf.turtle import block, term

_CLASSES = (
    SCHEMA.NewsArticle,
    DL.ArticleGraph,
    PROV.Activity,
    PROV.SoftwareAgent,
    SCHEMA.Organization,
)


def published(dct: Dct) -> str:
    """Write the publication date as a literal, with its time where it has one.

    >>> from datetime import date
    >>> from dateline.model.text import DctBasis
    >>> published(Dct(date=date(2018, 7, 12), basis=DctBasis.OPTION))
    '"2018-07-12"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    stamp = dct.isoformat()
    return typed(stamp, XSD.date if dct.time is None else XSD.dateTime)


def encode_catalogue(document: Document, article: str, graph: str, run: RunInfo) -> str:
    """Write what the default graph tells of an article and its graph, as Turtle.

    `article` and `graph` are written terms; the article's own things are relative.
    """
    sha256 = document.text_sha256
    activity = f"<#run={sha256[:16]}>"
    agent = term(software_iri(run.software, run.config_sha256, run.pipeline))
    publisher = document.publisher and term(publisher_iri(document.publisher))
    dct = document.dct
    ended = run.ended_at
    told: list[tuple[str | None, list[tuple[str, str | None]]]] = [
        (
            article,
            [
                (SCHEMA.headline, _text(document.title)),
                (SCHEMA.datePublished, None if dct is None else published(dct)),
                (SCHEMA.publisher, publisher),
                (SCHEMA.author, _text(document.author)),
                (SCHEMA.inLanguage, _text(document.language)),
                (SCHEMA.url, _text(document.url)),
                (DL.publicationBasis, None if dct is None else literal(dct.basis)),
                (DL.textSha256, literal(sha256)),
                (DL.textLength, str(len(document.text))),
                (DL.offsetUnit, term(DL.UnicodeCodePoint)),
            ],
        ),
        (graph, [(PROV.wasDerivedFrom, article), (PROV.wasGeneratedBy, activity)]),
        (
            activity,
            [
                (PROV.wasAssociatedWith, agent),
                (PROV.endedAtTime, None if ended is None else _stamp(ended)),
            ],
        ),
        (
            agent,
            [
                (RDFS.label, literal(run.software)),
                (DL.configSha256, _text(run.config_sha256)),
                (DL.pipeline, _text(run.pipeline)),
            ],
        ),
        (publisher, [(SCHEMA.name, _text(document.publisher))]),
    ]
    return "".join(
        block(
            subject,
            [f"a {term(class_)}"]
            + [f"{term(p)} {value}" for p, value in rows if value is not None],
        )
        for class_, (subject, rows) in zip(_CLASSES, told, strict=True)
        if subject
    )


def _stamp(moment: datetime) -> str:
    return typed(moment.isoformat(), XSD.dateTime)


def _text(value: str | None) -> str | None:
    return None if value is None else literal(value)
