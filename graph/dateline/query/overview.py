"""Count what a store, or one article of it, tells of: to know what can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.errors import UnknownNameError
from dateline.model.facts import Status
from dateline.query.event_parts import read_articles, read_texts
from dateline.query.results import ArticleRef
from dateline.rdf.iris import article_iri, event_type_of
from dateline.rdf.stores import Store
from dateline.rdf.terms import STATUS_CLASS
from dateline.rdf.values import Iri, Value

_STATUS = {iri: status for status, iri in STATUS_CLASS.items()}
_ARTICLES = """
SELECT (COUNT(DISTINCT ?article) AS ?count) (MIN(STR(?published)) AS ?first)
       (MAX(STR(?published)) AS ?last) WHERE {
  ?article a schema:NewsArticle OPTIONAL { ?article schema:datePublished ?published }
}"""
_STATUSES = """
SELECT ?status (COUNT(DISTINCT ?event) AS ?count) WHERE {
  VALUES ?status { %s } %s { ?event a ?status }
} GROUP BY ?status"""
_TYPES = """
SELECT ?type (COUNT(DISTINCT ?event) AS ?count) WHERE { %s {
  ?event sem:eventType ?type
} } GROUP BY ?type ORDER BY DESC(?count) ?type LIMIT 10"""
_DAYS = """
SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE { %s {
  { ?event sem:hasEarliestBeginTimeStamp ?day }
  UNION { ?event sem:hasLatestEndTimeStamp ?day }
} }"""
# An actor has another IRI in each article; its name says that it is the same.
_ACTORS = """
SELECT ?name (COUNT(DISTINCT ?event) AS ?count) WHERE { %s {
  ?event sem:hasActor ?who . ?who rdfs:label ?name
  FILTER NOT EXISTS { ?who a dl:UnnamedEntity }
  FILTER NOT EXISTS { ?who a dl:UnnamedSource }
} } GROUP BY ?name ORDER BY DESC(?count) ?name LIMIT %d"""
_GRAPH = "?graph prov:wasDerivedFrom <%s> . GRAPH ?graph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is told of, in numbers.

    Attributes:
        articles: how many.
        published: the first and the last publication date, as ISO 8601.
        statuses: the number of events of each status, also of those with none.
        types: the ten most frequent types of events, with their number.
        first, last: the days between which all bounds of the events' times lie; `None`
            if no event has a bound.
        actors: the most frequent names, with the number of events they take part in.
    """

    articles: int
    published: tuple[str | None, str | None]
    statuses: tuple[tuple[Status, int], ...]
    types: tuple[tuple[str, int], ...]
    first: date | None
    last: date | None
    actors: tuple[tuple[str, int], ...]


def overview(
    store: Store, *, article: str | None = None, most_actors: int = 10
) -> Overview:
    """Count what the store tells, or one article of it, by its IRI.

    Raises:
        UnknownNameError: if there is no such article.

    >>> from dateline.rdf.store import GraphStore
    >>> overview(GraphStore.memory()).articles
    0
    """
    if article is None:
        ((count, *published),) = store.query(_ARTICLES).rows
        where = ""
    else:
        stamp = article_of(store, article).published
        count, published = 1, [stamp, stamp]
        where = _GRAPH % article_iri(article)
    known = " ".join(f"<{iri}>" for iri in _STATUS)
    numbers = {str(iri): n for iri, n in _counts(store, _STATUSES % (known, where))}
    ((first, last),) = store.query(_DAYS % where).rows
    return Overview(
        articles=_number(count),
        published=(_text(published[0]), _text(published[1])),
        statuses=tuple((kind, numbers.get(iri, 0)) for iri, kind in _STATUS.items()),
        types=tuple((event_type_of(i), n) for i, n in _counts(store, _TYPES % where)),
        first=_day(first),
        last=_day(last),
        actors=tuple(_counts(store, _ACTORS % (where, most_actors))),
    )


def article_of(store: Store, article: str, *, include_text: bool = False) -> ArticleRef:
    """Return one article.

    Raises:
        UnknownNameError: if there is none of this IRI.
    """
    iri = article_iri(article)
    known = store.query("SELECT ?a { ?a a schema:NewsArticle }", {"a": Iri(iri)})
    if not known.rows:
        raise UnknownNameError("article", article, ["the question `articles` lists"])
    texts = read_texts(store, {iri}) if include_text else {}
    return read_articles(store, {iri}, texts=texts)[iri]


def _counts(store: Store, query: str) -> list[tuple[str, int]]:
    return [(str(thing), _number(count)) for thing, count in store.query(query).rows]


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None
