from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import QueryError
from dateline.rdf.sparql_text import (
    check_depth,
    has_dataset,
    is_fleeting,
    is_update,
    masked,
    names_file,
    with_using,
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * FROM <urn:g> { ?s ?p ?o }", True),
        ("select * from named<urn:g>{ ?s ?p ?o }", True),
        ("# FROM\nSELECT * { ?s ?p 'FROM' }", False),
        ("PREFIX from: <urn:from> SELECT ?FROM { ?FROM from:from 1 }", False),
        ("SELECT (STR(?from) AS ?x) { ?s ?p ?from }", False),
    ],
)
def test_a_dataset_is_seen(query: str, expected: bool) -> None:  # noqa: FBT001
    assert has_dataset(query) is expected


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ("INSERT DATA { <a:b> <a:c> 1 }", "INSERT DATA { <a:b> <a:c> 1 }"),
        (
            "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { ?s ?p 1 }",
            "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } USING <g:> WHERE { ?s ?p 1 }",
        ),
        (
            "DELETE WHERE { ?s ?p '}' }",
            "DELETE { ?s ?p '}' } USING <g:> WHERE { ?s ?p '}' }",
        ),
        (
            "DELETE # all\n WHERE { GRAPH <x:> { ?s ?p ?o } } ; CLEAR ALL",
            (
                "DELETE # all\n { GRAPH <x:> { ?s ?p ?o } } USING <g:> "
                "WHERE { GRAPH <x:> { ?s ?p ?o } } ; CLEAR ALL"
            ),
        ),
        (
            "INSERT { ?s ?p 1 } WHERE { ?s ?p 2 }; INSERT { ?s ?p 3 } WHERE { }",
            (
                "INSERT { ?s ?p 1 } USING <g:> WHERE { ?s ?p 2 }; "
                "INSERT { ?s ?p 3 } USING <g:> WHERE { }"
            ),
        ),
    ],
)
def test_each_operation_gets_the_dataset(update: str, expected: str) -> None:
    assert with_using(update, ["g:"], []) == expected
    assert with_using(update, [], []) == update


@pytest.mark.parametrize(
    "update",
    [
        "WITH <g:> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }",
        "INSERT { ?s ?p 1 } USING NAMED <g:> WHERE { ?s ?p 2 }",
    ],
)
def test_two_datasets_are_refused(update: str) -> None:
    with pytest.raises(QueryError, match="use only one"):
        with_using(update, [], ["g:"])


@given(st.text(alphabet="aZ9 '\"\\#<>{}()[];:?$\n\rWHERE", max_size=100))
def test_any_text_is_read_to_its_end(text: str) -> None:
    masked(text)
    has_dataset(text)
    is_fleeting(text)
    check_depth(text)
    is_update(text)
    names_file(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("insert data { <urn:a> <urn:b> 1 }", True),
        ("# ASK\nBASE <urn:> PREFIX insert: <urn:> WITH <g:> DELETE {} WHERE {}", True),
        ("DROP ALL", True),
        ("SELECT ?a { ?a ?b 'INSERT' }", False),
        ("PREFIX drop: <urn:drop> DESCRIBE drop:all", False),
        ("", False),
    ],
)
def test_an_update_is_told_by_its_first_word(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_update(text) is expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", True),
        ("ASK FROM <urn:g> FROM\nNAMED # x\n<FILE:a> {}", True),
        ("ASK FROM <urn:file:a> {}", False),
        ("ASK FROM a:b { ?s ?p <file:a> }", False),
        ("ASK { ?from ?p 'FROM <file:a>' } # FROM <file:a>", False),
        ("ASK FROM", False),
    ],
)
def test_a_file_in_the_dataset_is_seen(query: str, expected: bool) -> None:  # noqa: FBT001
    assert names_file(query) is expected


@given(st.text(alphabet=st.characters(exclude_characters='"\\\n\r'), max_size=40))
def test_no_string_is_left_in_what_is_logged(text: str) -> None:
    assert masked(f'ASK {{ ?s ?p "{text}" }}') == 'ASK { ?s ?p "…" }'
