"""Check a store: SHACL shapes article by article, and dates across the whole of it.

pySHACL lives here. It is slow, so it sees one article's graph with its catalogue entry
at a time, in memory: the cost grows with the store, the memory does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from dateline.rdf.fusion import FUSION_GRAPH
from dateline.rdf.ontology import ontology_text
from dateline.rdf.stores import Store
from dateline.rdf.terms import PREFIXES


class Severity(StrEnum):
    """Whether the graph is wrong, or the reading of an article is doubtful."""

    VIOLATION = "violation"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        rule: the name of the shape or check.
        focus: the IRI of what is wrong.
        message: what is wrong with it, and what was expected.
        value: the value that is wrong, if it is one.
        severity: only a violation means that the store does not conform.
    """

    rule: str
    focus: str
    message: str
    value: str | None = None
    severity: Severity = Severity.VIOLATION

    def __str__(self) -> str:
        shown = "" if self.value is None else f" (got {self.value})"
        return f"{self.focus}: {self.message}{shown} [{self.rule}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """Whether a store keeps to the shapes, and where it does not, sorted.

    >>> ValidationReport(findings=()).conforms
    True
    """

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings are for people to look at."""
        return not any(
            finding.severity is Severity.VIOLATION for finding in self.findings
        )


def validate(store: Store) -> ValidationReport:
    """Check every article, the fusion graph, and the dates.

    >>> from dateline.rdf.store import GraphStore
    >>> validate(GraphStore.memory())
    ValidationReport(findings=())
    """
    found = {finding for graph in _groups(store) for finding in _check_shapes(graph)}
    found.update(check_dates(store))
    return ValidationReport(findings=tuple(sorted(found, key=str)))


_DATE_CHECKS = {
    "bounds-in-order": (
        "the event begins after it has ended",
        """
        SELECT ?focus ?begin ?value WHERE {
          ?focus sem:hasEarliestBeginTimeStamp ?begin ;
                 sem:hasLatestEndTimeStamp ?value .
          FILTER(?begin > ?value)
        }""",
    ),
    "happened-or-not": (
        "the same thing both happened and did not happen",
        "SELECT ?focus WHERE { ?focus a sem:Event , dl:NonOccurrence }",
    ),
    "happened-after-publication": (
        "the event is said to have happened, but begins after the publication",
        """
        SELECT DISTINCT ?focus ?value WHERE {
          ?article schema:datePublished ?published .
          ?mention oa:hasSource ?article .
          ?focus gaf:denotedBy ?mention ; a sem:Event ;
                 sem:hasEarliestBeginTimeStamp ?value .
          FILTER(STR(?value) > SUBSTR(STR(?published), 1, 10))
        }""",
    ),
    "order-fits-dates": (
        "the event is said to be before another that was certainly over before it",
        """
        SELECT DISTINCT ?focus ?value WHERE {
          { ?focus dl:isBefore ?value } UNION { ?value dl:isAfter ?focus }
          ?focus sem:hasEarliestBeginTimeStamp ?begin .
          ?value sem:hasLatestEndTimeStamp ?end .
          FILTER(?end < ?begin)
        }""",
    ),
    "order-in-a-circle": (
        "the event is said to be before itself, by way of others",
        """
        SELECT DISTINCT ?focus WHERE {
          ?focus dl:isBefore|^dl:isAfter ?next .
          ?next (dl:isBefore|^dl:isAfter)* ?last .
          FILTER(?last = ?focus)
        }""",
    ),
    "cause-before-effect": (
        "the event is said to cause another that was certainly over before it",
        """
        SELECT DISTINCT ?focus ?value WHERE {
          ?focus dl:causes ?value ; sem:hasEarliestBeginTimeStamp ?begin .
          ?value sem:hasLatestEndTimeStamp ?end .
          FILTER(?end < ?begin)
        }""",
    ),
    "part-inside-whole": (
        "the event is said to be in the time of another, but cannot touch it",
        """
        SELECT DISTINCT ?focus ?value WHERE {
          ?focus sem:subEventOf|dl:isIncludedIn|^dl:includes|dl:isDuring|
                 dl:isSimultaneousWith|dl:isIdenticalTo ?value .
          { ?focus sem:hasLatestEndTimeStamp ?end .
            ?value sem:hasEarliestBeginTimeStamp ?begin } UNION
          { ?value sem:hasLatestEndTimeStamp ?end .
            ?focus sem:hasEarliestBeginTimeStamp ?begin }
          FILTER(?end < ?begin)
        }""",
    ),
}


# An article may say such things, and so may a misread sentence: worth a look.
_DOUBTFUL = frozenset(_DATE_CHECKS) - {"bounds-in-order", "happened-or-not"}


def check_dates(store: Store) -> Iterator[Finding]:
    """Yield what is wrong with dates: queries that no shape can ask.

    >>> from dateline.rdf.store import GraphStore
    >>> list(check_dates(GraphStore.memory()))
    []
    """
    for rule, (message, sparql) in _DATE_CHECKS.items():
        answer = store.query(sparql)
        for row in answer.rows:
            cells = dict(zip(answer.columns, row, strict=True))
            value = cells.get("value")
            yield Finding(
                rule=rule,
                focus=str(cells["focus"]),
                message=message,
                value=None if value is None else str(value),
                severity=(
                    Severity.WARNING if rule in _DOUBTFUL else Severity.VIOLATION
                ),
            )


def _groups(store: Store) -> Iterator[Any]:
    """Yield an rdflib graph for each article, and one for what was fused."""
    from rdflib import Graph  # noqa: PLC0415  (rdflib takes 0.3 s to load)

    for article in store.articles():
        graph = Graph()
        graph.parse(data=store.article_ntriples(article), format="nt")
        yield graph
    if FUSION_GRAPH in store.graphs():
        graph = Graph()
        graph.parse(data=store.graph_ntriples(FUSION_GRAPH), format="nt")
        yield graph


@lru_cache(maxsize=1)
def _shapes() -> Any:
    from rdflib import Graph  # noqa: PLC0415

    return Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")


@lru_cache(maxsize=1)
def _individuals() -> tuple[Any, ...]:
    """Return what class each individual of the vocabulary has.

    pySHACL could mix the whole vocabulary in, but copies the data for it.
    """
    from rdflib import RDF, Graph  # noqa: PLC0415

    vocabulary = Graph().parse(data=ontology_text("dateline.ttl"), format="turtle")
    return tuple(vocabulary.triples((None, RDF.type, None)))


def _check_shapes(graph: Any) -> Iterator[Finding]:
    from pyshacl import validate as check  # noqa: PLC0415  (takes 0.5 s to load)
    from rdflib import SH  # noqa: PLC0415

    for triple in _individuals():
        graph.add(triple)
    conforms, report, _ = check(graph, shacl_graph=_shapes(), inplace=True)
    if conforms:
        return
    for result in report.subjects(SH.resultSeverity, SH.Violation):
        value = report.value(result, SH.value)
        yield Finding(
            rule=_short(report.value(result, SH.sourceShape)),
            focus=str(report.value(result, SH.focusNode)),
            message=str(report.value(result, SH.resultMessage)),
            value=None if value is None else _short(value),
        )


def _short(term: Any) -> str:
    """Write a term with a prefix if one fits."""
    text = str(term)
    for prefix, base in (*PREFIXES.items(), ("", "https://w3id.org/dateline/shapes#")):
        if text.startswith(base):
            return f"{prefix}:{text.removeprefix(base)}".removeprefix(":")
    return text
