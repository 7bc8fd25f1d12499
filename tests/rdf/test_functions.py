"""The functions of SPARQL over times, and the same questions without them."""

from __future__ import annotations

from datetime import date

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from tests.facts import sample_facts

from dateline.model.edtf import from_edtf, to_edtf
from dateline.model.time import Interval
from dateline.rdf.encode import encode_article
from dateline.rdf.functions import (
    distance_days,
    is_before,
    is_during,
    may_be_during,
    may_overlap,
)
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore
from dateline.rdf.terms import PREFIXES

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    a, b, c, d = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    shape = draw(st.integers(0, 3))
    if shape == 0:
        return Interval.within(a, d)
    if shape == 1:
        return Interval.whole(a, d)
    if shape == 2:
        return Interval(latest_begin=c, latest_end=d)
    return Interval(earliest_begin=a, latest_begin=b, earliest_end=c, latest_end=d)


def ask(expression: str) -> object:
    [[answer]] = (
        GraphStore.memory().query(f"SELECT ({expression} AS ?x) WHERE {{}}").rows
    )
    return answer


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ('dl:before("2018-06"^^edtf:EDTF, "2018-07-12"^^xsd:date)', True),
        ('dl:before("2018-07"^^edtf:EDTF, "2018-07-12"^^xsd:date)', False),
        ('dl:before("[..2018-07-11]"^^edtf:EDTF, "2018-07-12")', True),
        ('dl:before("2018-07-12", "[2018-07-11..]"^^edtf:EDTF)', False),
        ('dl:overlaps("2018-W28", "2018")', None),
        ('dl:overlaps("1950-01-01/1953-12-31"^^edtf:EDTF, "195X"^^edtf:EDTF)', True),
        ('dl:overlaps("2018-06", "2018-07")', False),
        ('dl:during("[2018-07-02..2018-07-08]", "2018-07-08"^^xsd:date)', True),
        ('dl:during("1950-01-01/1953-12-31", "1950"^^xsd:gYear)', False),
        ('dl:certainlyDuring("[2018-07-02..2018-07-08]", "2018-07")', True),
        ('dl:certainlyDuring("[2018-06-29..2018-07-08]", "2018-07")', False),
        ('dl:certainlyDuring("2018-07-02", "[2018-07-02..2018-07-08]")', False),
        ('dl:certainlyDuring("[..2018-07-02]", "2018")', False),
        ('dl:distanceDays("2018-06-12", "2018-07-12")', 30),
        ('dl:distanceDays("2018-07-12", "2018-06")', -12),
        ('dl:distanceDays("2018-07-12", "2018")', 0),
        ('dl:distanceDays("[..2018-07-12]", "[..2018-07-12]")', None),
        ('dl:edtf("2018-06-12"^^xsd:date)', "2018-06-12"),
        ('dl:edtf("1950-01-01", "1953-12-31")', "1950-01-01/1953-12-31"),
        ('dl:edtf("", "2018-07-12", "", "2018-07-12")', "[..2018-07-12]"),
        ('dl:edtf("2018-07-12", "2018-07-01")', None),
        ("dl:edtf(<urn:a>)", None),
        ('dl:before(<urn:a>, "2018")', None),
        ('dl:before("2018")', None),
        ('dl:before("soon", "2018")', None),
        ('dl:before("7"^^xsd:integer, "2018")', None),
        ('dl:before("2018-13-45", "2019")', None),
    ],
)
def test_each_function_in_a_query(expression: str, answer: object) -> None:
    assert ask(expression) == answer


def test_what_is_no_time_leaves_its_row_out() -> None:
    query = """
        SELECT ?x WHERE {
          VALUES ?x { "2018" "soon" "2020" }
          FILTER(dl:before(?x, "2019"))
        }"""
    assert GraphStore.memory().query(query).rows == (("2018",),)


@given(intervals(), intervals())
def test_the_functions_agree_with_each_other(a: Interval, b: Interval) -> None:
    assert is_before(a, b) <= (not may_overlap(a, b))
    assert is_during(a, b) <= may_be_during(a, b)
    assert may_be_during(a, b) <= may_overlap(a, b)
    assert may_overlap(a, b) == may_overlap(b, a)
    days = distance_days(a, b)
    if days is not None:
        assert (days > 0) == is_before(a, b)
        assert (days < 0) == is_before(b, a)


@given(intervals())
def test_what_is_written_is_read_with_the_same_outer_bounds(a: Interval) -> None:
    written = to_edtf(a)
    assert written is not None
    read = from_edtf(written)
    assert (read.earliest_begin, read.latest_end) == (a.earliest_begin, a.latest_end)


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_is_refused(text: str) -> None:
    try:
        found = from_edtf(text)
    except ValueError:
        return
    assert isinstance(found, Interval)


IN_2021 = {
    "by function": """
        SELECT ?event WHERE {
          ?event a sem:Event ; sem:hasTime/dl:edtf ?when .
          FILTER(dl:certainlyDuring(?when, "2021"^^xsd:gYear))
        } ORDER BY ?event""",
    "by dates": """
        SELECT ?event WHERE {
          ?event a sem:Event ;
                 sem:hasEarliestBeginTimeStamp ?first ;
                 sem:hasLatestEndTimeStamp ?last .
          FILTER(?first >= "2021-01-01"^^xsd:date && ?last <= "2021-12-31"^^xsd:date)
        } ORDER BY ?event""",
}


def test_plain_dates_give_the_same_answer_in_every_engine() -> None:
    encoded = encode_article(sample_facts(), run=RunInfo(software="x"))
    store = GraphStore.memory()
    store.replace_articles([encoded])
    by_function = store.query(IN_2021["by function"]).rows
    by_dates = store.query(IN_2021["by dates"]).rows
    other = rdflib.Dataset(default_union=True)
    other.parse(data=encoded.nquads, format="nquads")
    elsewhere = other.query(IN_2021["by dates"], initNs=PREFIXES)
    assert by_function
    assert by_function == by_dates == tuple((str(row[0]),) for row in elsewhere)
