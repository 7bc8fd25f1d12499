"""Excerpts of a store for those who read little at a time: assistants.

Workers make them: a page of an answer, some events, one event with what it takes to
cite it, an overview. They are JSON. What an article says, or was made of what it says,
stands under keys that begin with `quoted_` and nowhere else: who reads it must be able
to tell the words of strangers from those of Dateline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from time import monotonic
from types import MappingProxyType
from typing import Any

from dateline.errors import QueryError
from dateline.model.facts import Status
from dateline.query.details import read_events
from dateline.query.named import hidden_columns, named_query, read_day
from dateline.query.overview import article_of, overview
from dateline.query.results import (
    ArticleRef,
    ClaimRef,
    EventDate,
    Evidence,
    TimelineEntry,
)
from dateline.query.search import Wanted, find_event, search, told_elsewhere
from dateline.rdf import engine
from dateline.rdf.guard import refuse_calls
from dateline.rdf.iris import local
from dateline.rdf.sparql_text import is_update, names_file
from dateline.rdf.store import GraphStore
from dateline.rdf.table import Row, ask_table
from dateline.server.question import Question
from dateline.server.tables import plain

Json = dict[str, Any]
# Counting what is left out ends here: nobody shall wait for what nobody reads.
_COUNTED = 10_000
_COUNTING_S = 1.0
_ELSEWHERE = 20
# Text that no reader sees, but a language model does: tags, bidirectional overrides,
# zero-width and private characters; lone surrogates are no text at all.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufe00-\ufe0e\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def visible(value: Any) -> Any:
    r"""Return JSON whose strings hold only what can be seen.

    A character that cannot becomes U+FFFD, one for one, so that offsets stay.

    >>> visible({"quoted_text": ["a\u202eb\U000e0041", 1]})
    {'quoted_text': ['a\ufffdb\ufffd', 1]}
    """
    if isinstance(value, str):
        return _UNSEEN.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: visible(item) for key, item in value.items()}
    if isinstance(value, list):
        return [visible(item) for item in value]
    return value


def sparql_page(store: Any, request: Json) -> Json:
    """Answer a query, and of a long answer give a page.

    Raises:
        QueryError: if it is no query, or would leave the store.
    """
    sparql = request["sparql"]
    _check(sparql)
    result = engine.ask(store, sparql, engine.Scope())
    if result.kind is engine.Kind.BOOLEAN:
        return {"kind": "yes-no", "answer": result.is_true, **_whole()}
    if result.kind is engine.Kind.GRAPH:
        triples = result.triples()
        page = _slice(triples, request)
        told = {"kind": "graph", "quoted_turtle": engine.turtle(page)}
        return {**told, **_left_out(triples, len(page), request)}
    table = result.table()
    return {"kind": "table", **_rows(table.columns, table.rows, request)}


def _check(sparql: str) -> None:
    if is_update(sparql):
        msg = "the store is read-only here: ask by SELECT, ASK, CONSTRUCT or DESCRIBE"
        raise QueryError(msg)
    if names_file(sparql):
        raise QueryError("FROM <file:…> is off: a query must not leave the store")
    refuse_calls(sparql)


def named_page(store: Any, request: Json) -> Json:
    """Answer a named question, and of a long answer give a page."""
    query = named_query(request["name"])
    bindings = Question(query=query, base="", typed=request["typed"]).bindings
    table = ask_table(store, query.sparql, bindings, hidden_columns(query))
    return _rows(table.columns, table.rows, request)


def _rows(columns: tuple[str, ...], rows: Iterator[Row], request: Json) -> Json:
    page = [
        {name: plain(cell) for name, cell in zip(columns, row, strict=True)}
        for row in _slice(rows, request)
    ]
    told: Json = {"columns": list(columns), "quoted_rows": page}
    return {**told, **_left_out(rows, len(page), request)}


def _slice(items: Iterator[Any], request: Json) -> list[Any]:
    first, most = request["offset"], request["limit"]
    return list(islice(items, first, first + most))


def _whole() -> Json:
    return {"left_out": 0, "left_out_is_exact": True, "next_offset": None}


def _left_out(rest: Iterator[Any], shown: int, request: Json) -> Json:
    """Count what comes after a page, for a while."""
    number, is_exact, end = 0, True, monotonic() + _COUNTING_S
    for _ in rest:
        number += 1
        if number >= _COUNTED or monotonic() > end:
            is_exact = False
            break
    return _left(number, request["offset"] + shown) | {"left_out_is_exact": is_exact}


def _left(number: int, end: int) -> Json:
    following = end if number else None
    return {"left_out": number, "left_out_is_exact": True, "next_offset": following}


def events_page(store: Any, request: Json) -> Json:
    """Search events.

    Raises:
        QueryError: if a day cannot be read.
    """
    given = {
        name: value for name, value in request["wanted"].items() if value is not None
    }
    for name in {"start", "end"} & given.keys():
        given[name] = read_day(given[name], is_last=name == "end")
    if "status" in given:
        given["status"] = Status(given["status"])
    offset = request["offset"]
    found = search(
        _graph(store), Wanted(**given), offset=offset, limit=request["limit"]
    )
    end = min(found.total, offset + request["limit"])
    return {
        "total": found.total,
        "events": [_event(entry) for entry in found.entries],
        **_left(found.total - end, end),
    }


def event_record(store: Any, request: Json) -> Json:
    """Return an event with what it takes to cite it.

    Raises:
        UnknownNameError: if there is no such event.
        QueryError: if it lacks what every event has.
    """
    graph = _graph(store)
    iri = find_event(graph, request["event"])
    entry = next(read_events(graph, [iri]), None)
    if entry is None:
        raise QueryError(f"<{iri}> is no whole event: it lacks a label or a type")
    others = told_elsewhere(graph, entry.iri)
    told = sorted(read_events(graph, others[:_ELSEWHERE]), key=lambda other: other.iri)
    return {
        **_event(entry),
        "claims": [_claim(claim) for claim in entry.claims],
        "quoted_cues": list(entry.cues),
        "told_elsewhere": [_event(other) for other in told],
        "told_elsewhere_left_out": len(others) - len(told),
    }


def overview_record(store: Any, request: Json) -> Json:
    """Count what the store or one article tells.

    Raises:
        UnknownNameError: if there is no such article.
    """
    graph, iri = _graph(store), request["article"]
    told = overview(graph, article=iri)
    record: Json = {
        "articles": told.articles,
        "first_published": told.published[0],
        "last_published": told.published[1],
        "events_by_status": {kind.value: number for kind, number in told.statuses},
        "most_frequent_types": [
            {"type": name, "events": number} for name, number in told.types
        ],
        "earliest_day": _iso(told.first),
        "latest_day": _iso(told.last),
        "most_frequent_actors": [
            {"quoted_name": name, "events": number} for name, number in told.actors
        ],
        "article": None,
    }
    if iri is not None:
        article = article_of(graph, iri, include_text=request["include_text"])
        record["article"] = _article(article)
        if request["include_text"]:
            record["quoted_text"] = article.text
    return record


def _graph(store: Any) -> GraphStore:
    return GraphStore(store, None, None, read_only=True)


def _event(entry: TimelineEntry) -> Json:
    return {
        "iri": entry.iri,
        "id": local(entry.iri),
        "quoted_label": entry.label,
        "type": entry.event_type,
        "status": entry.status.value,
        "factuality": entry.factuality,
        "when": None if entry.date is None else _when(entry.date),
        "salience": entry.salience,
        "participants": [
            {
                "role": each.role.value,
                "kind": each.kind.value,
                "iri": each.iri,
                "quoted_name": each.name,
                "quoted_words": each.words,
                "start": each.start,
                "end": each.end,
            }
            for each in entry.participants
        ],
        "places": [
            {"iri": each.iri, "quoted_name": each.name} for each in entry.places
        ],
        "sentences": [_sentence(each) for each in entry.evidence],
        "article": _article(entry.article),
        "fused": entry.fused,
    }


def _when(when: EventDate) -> Json:
    return {
        "edtf": when.edtf,
        "earliest_begin": _iso(when.earliest_begin),
        "latest_begin": _iso(when.latest_begin),
        "earliest_end": _iso(when.earliest_end),
        "latest_end": _iso(when.latest_end),
        "is_open": not when.is_dated,
        "time_of_day": when.time_of_day,
        "granularity": when.granularity,
        "basis": when.basis,
        "anchor": _iso(when.anchor),
        "quoted_words": when.words or None,
        "start": when.start,
        "end": when.end,
        "quoted_explanation": when.explanation,
    }


def _sentence(evidence: Evidence) -> Json:
    return {
        "quoted_sentence": evidence.sentence,
        "start": evidence.sentence_start,
        "end": evidence.sentence_end,
        "quoted_trigger": evidence.words,
        "trigger_start": evidence.start,
        "trigger_end": evidence.end,
    }


def _claim(claim: ClaimRef) -> Json:
    return {
        "iri": claim.iri,
        "quoted_source": claim.source,
        "source_iri": claim.source_iri,
        "is_unnamed": claim.is_unnamed,
        "asserts": claim.asserts,
        "quoted_cue": claim.cue or None,
        "start": claim.start,
        "end": claim.end,
        "quoted_told_to": claim.told_to,
    }


def _article(article: ArticleRef) -> Json:
    return {
        "iri": article.iri,
        "quoted_title": article.title,
        "quoted_publisher": article.publisher,
        "published": article.published,
        "quoted_url": article.url,
    }


def _iso(value: Any) -> str | None:
    return None if value is None else str(value.isoformat())


EXCERPTS: MappingProxyType[str, Callable[[Any, Json], Json]] = MappingProxyType(
    {
        "sparql-page": sparql_page,
        "named-page": named_page,
        "events-page": events_page,
        "event-record": event_record,
        "overview-record": overview_record,
    }
)
