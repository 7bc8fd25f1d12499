from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import rdflib
from tests.facts import ARTICLE, MET, NO_SHOW, SIGN, TRAVEL, VISIT, WAR

from dateline.errors import QueryError, UnknownNameError
from dateline.query.named import (
    NamedQuery,
    bindings_of,
    named_queries,
    named_query,
    read_day,
    read_named,
    run_named,
)
from dateline.rdf.dump import Format
from dateline.rdf.store import GraphStore
from dateline.rdf.values import Iri

ASKED = {
    "actor-timeline": {"actor": "brandt", "start": "2021-05", "end": "2021-05"},
    "happened-in": {"place": "Grell"},
    "met": {"who": "Kerr"},
    "promised-not-happened": {"actor": "Kerr"},
    "did-not-happen": {"end": "2021"},
    "who-says": {"source": "two officials"},
    "multi-source": {},
    "articles": {},
}
FOUND = {
    "actor-timeline": [VISIT, NO_SHOW],
    "happened-in": [VISIT],
    "met": [MET],
    "promised-not-happened": [SIGN],
    "did-not-happen": [NO_SHOW],
    "who-says": [NO_SHOW],
}


def test_every_question_is_asked_here() -> None:
    assert {query.name for query in named_queries()} == set(ASKED)


@pytest.mark.parametrize("name", FOUND)
def test_each_question_finds_what_it_should(store: GraphStore, name: str) -> None:
    table = run_named(store, name, ASKED[name])
    column = table.columns.index("event")
    assert [row[column] for row in table.rows] == [
        f"{ARTICLE}#{each.key}" for each in FOUND[name]
    ]


def test_articles_are_counted(store: GraphStore) -> None:
    [row] = run_named(store, "articles", {}).rows
    assert row == (
        date(2021, 5, 14),
        "Norland and Vastia edge back to the table",
        Iri(ARTICLE),
        6,
    )


def test_an_event_of_two_publishers_has_more_than_one_source(
    store: GraphStore, two: GraphStore
) -> None:
    assert run_named(store, "multi-source", {}).rows == ()
    [row] = run_named(two, "multi-source", {}).rows
    assert row[1:] == ("one", 2, 2)


def test_a_fused_name_is_enough(two: GraphStore) -> None:
    by_one = run_named(two, "actor-timeline", {"actor": "Ilse Brandt"})
    by_other = run_named(two, "actor-timeline", {"actor": "minister i. b."})
    assert by_one == by_other
    assert len(by_one.rows) == 8


def test_optional_parameters_may_be_left_out(store: GraphStore) -> None:
    assert len(run_named(store, "met", {}).rows) == 2
    assert len(run_named(store, "met", {"who": "", "with": "kerr"}).rows) == 1
    assert len(run_named(store, "who-says", {}).rows) == 2
    event = f"{ARTICLE}#{TRAVEL.key}"
    assert len(run_named(store, "who-says", {"event": event}).rows) == 1
    war = run_named(store, "happened-in", {"place": "Grell", "start": "2021-05-10"})
    assert war.rows == ()
    assert WAR.participations == ()


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
@pytest.mark.parametrize("bound", [True, False], ids=["bound", "unbound"])
def test_rdflib_gives_the_same_answers(
    two: GraphStore, query: NamedQuery, *, bound: bool
) -> None:
    output = BytesIO()
    two.dump(output, Format.NQUADS)
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=output.getvalue(), format="nquads")
    values = bindings_of(query, ASKED[query.name]) if bound else {}
    terms = {
        name: rdflib.URIRef(value) if isinstance(value, Iri) else rdflib.Literal(value)
        for name, value in values.items()
    }
    answer = dataset.query(query.sparql, initBindings=terms)
    found = [tuple(None if t is None else t.toPython() for t in row) for row in answer]
    hidden = {parameter.name for parameter in query.parameters}
    known = two.query(query.sparql, values)
    shown = [i for i, column in enumerate(known.columns) if column not in hidden]
    assert {tuple(str(row[i]) for i in shown) for row in found} == {
        tuple(str(row[i]) for i in shown) for row in known.rows
    }


def test_a_missing_parameter_is_named(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="'actor-timeline' needs a value for actor"):
        run_named(store, "actor-timeline", {})


def test_an_unknown_parameter_is_named(store: GraphStore) -> None:
    with pytest.raises(UnknownNameError, match="unknown parameter of 'met' 'when'"):
        run_named(store, "met", {"when": "now"})


def test_an_unknown_question_is_named() -> None:
    with pytest.raises(UnknownNameError, match="unknown query 'mett'; known: "):
        named_query("mett")


def test_a_parameter_is_never_text_of_the_query(store: GraphStore) -> None:
    evil = '" . ?s ?p ?o } #'
    assert run_named(store, "actor-timeline", {"actor": evil}).rows == ()
    with pytest.raises(QueryError, match="is not an IRI"):
        run_named(store, "who-says", {"event": "> ?p ?o ."})


@pytest.mark.parametrize(
    ("text", "is_last", "day"),
    [
        ("2021", False, date(2021, 1, 1)),
        ("2021", True, date(2021, 12, 31)),
        ("2020-02", True, date(2020, 2, 29)),
        (" 2021-05-14 ", True, date(2021, 5, 14)),
    ],
)
def test_a_day_may_be_a_month_or_a_year(text: str, *, is_last: bool, day: date) -> None:
    assert read_day(text, is_last=is_last) == day


@pytest.mark.parametrize("text", ["", "May", "2021-13", "2021-02-30", "0000", "2021-5"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="is no date; write"):
        read_day(text, is_last=False)


def test_a_query_without_a_head_is_refused() -> None:
    with pytest.raises(QueryError, match="needs a '# title:'"):
        read_named("x", "SELECT * {}")


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_each_question_describes_itself(query: NamedQuery) -> None:
    assert query.title
    assert query.description.endswith(".")
    for parameter in query.parameters:
        assert f"?{parameter.name}" in query.sparql
        assert parameter.about
