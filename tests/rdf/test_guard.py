from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import QueryError
from dateline.rdf.guard import refuse_service


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }",
        "select * { service silent <http://a/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o#x\nSERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' SERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '\\'' . SERVICE ?x { ?s ?p ?o } # '",
        'SELECT * { ?s ?p """a"b""" . SERVICE ?x { ?s ?p ?o } }',
        "SELECT * { <http://a#> ?p ?o SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1 SERVICE<http://a/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?o<5) SERVICE <http://a/> {} }",
    ],
)
def test_a_call_of_another_endpoint_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is off"):
        refuse_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p $SERVICE }",
        "SELECT * { ?s ?p 'SERVICE <http://a/>' }",
        'SELECT * { ?s ?p """a "SERVICE" b""" }',
        "SELECT * { ?s <http://a/SERVICE> ?o } # SERVICE",
        "PREFIX service: <urn:s#> SELECT * { ?s service:SERVICE service: }",
    ],
)
def test_the_word_alone_does_no_harm(query: str) -> None:
    refuse_service(query)


@given(st.text(max_size=200))
def test_any_text_is_read_to_its_end(text: str) -> None:
    try:
        refuse_service(text)
    except QueryError:
        assert "SERVICE" in text.upper() or "\\" in text


@pytest.mark.parametrize("piece", ['"', "'", '"""', "<", "\\", "#", '"\\', "a:", "\\u"])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    refuse_service(piece * 50_000)
