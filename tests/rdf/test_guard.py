from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import QueryError
from dateline.rdf.guard import refuse_calls


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
        # To one who cuts tokens, this is an IRI up to the line break.
        "SELECT * { ?s ?p ?o FILTER(?o<5)SERVICE#>\n<http://a/>{ ?a ?b ?c } }",
        # A carriage return ends a comment too.
        "SELECT * { ?s ?p ?o # \r SERVICE <http://a/> { ?a ?b ?c }\n}",
        "SELECT * { SERVICE#\nSILENT#\r?x#\n{ ?s ?p ?o } }",
        "SELECT * { BIND(1 AS ?x) SERVICESILENT<http://a/>{ ?s ?p ?o } }",
        # Replaced first, the escapes would make one long string of the middle.
        'SELECT * { BIND("\\u0022" AS ?x) SERVICE ?z {} BIND("\\u0022" AS ?y) }',
        "PREFIX a: <http://a/> SELECT * { SERVICE a:b { ?s ?p ?o } }",
        "SELECT * { SERVICE " + " " * 5_000 + "<http://a/> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://a/" + "a" * 5_000 + "> { ?s ?p ?o } }",
    ],
)
def test_a_call_of_another_endpoint_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is off"):
        refuse_calls(query)


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
    refuse_calls(query)


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <http://a/>",
        "load silent <file:///etc/passwd> INTO GRAPH <urn:g>",
        "CLEAR ALL; LOAD<http://a/>",
    ],
)
def test_a_load_is_refused(update: str) -> None:
    with pytest.raises(QueryError, match="LOAD is off"):
        refuse_calls(update, is_update=True)


def test_an_update_may_speak_of_loads() -> None:
    refuse_calls("INSERT DATA { <a:b> <a:c> 'LOAD <http://a/>' }", is_update=True)


def test_deep_brackets_are_refused() -> None:
    with pytest.raises(QueryError, match="nested too deeply"):
        refuse_calls("ASK " + "{" * 10_000 + "}" * 10_000)
    refuse_calls("ASK { VALUES ?x { '" + "(" * 1_000 + "' } }")


@given(st.text(max_size=200))
def test_any_text_is_read_to_its_end(text: str) -> None:
    try:
        refuse_calls(text)
    except QueryError:
        assert {"SERVICE", "LOAD"} & set(re.findall("SERVICE|LOAD", text.upper()))


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "'",
        '"""',
        "<",
        "\\",
        "#",
        "SERVICE#",
        "SERVICE<",
        "LOAD?",
        '"\\',
        "a:",
        "\\u",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    with suppress(QueryError):
        refuse_calls(piece * 50_000)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { FILTER(" + "!" * 20_000 + "true) }",
        "ASK { FILTER(" + "1||" * 20_000 + "1) }",
        "ASK { ?s " + "<urn:a>/" * 20_000 + "<urn:a> ?o }",
        "ASK { {}" + " UNION {}" * 20_000 + " }",
        "SELECT (1" + "+1" * 20_000 + " AS ?x) {}",
    ],
    ids=["not", "or", "path", "union", "plus"],
)
def test_long_chains_are_refused_before_they_crash_the_engine(query: str) -> None:
    with pytest.raises(QueryError, match=r"operators|nested"):
        refuse_calls(query)


def test_operators_in_strings_and_names_are_none() -> None:
    refuse_calls("ASK { VALUES ?x { " + "'a|b!-' <urn:a/b> " * 5_000 + "} }")


@pytest.mark.parametrize("padding", [0, 20_000])
def test_a_call_stays_refused_however_often_it_is_asked(padding: int) -> None:
    text = "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }" + " " * padding
    for _ in range(3):
        with pytest.raises(QueryError, match="SERVICE is off"):
            refuse_calls(text)


def test_what_is_no_call_in_a_query_may_be_one_in_an_update() -> None:
    text = "LOAD <http://a/>"
    for _ in range(2):
        with pytest.raises(QueryError, match="LOAD is off"):
            refuse_calls(text, is_update=True)
    # The kind is part of what is remembered.
    with pytest.raises(QueryError, match="must be plain SPARQL"):
        refuse_calls(text)
