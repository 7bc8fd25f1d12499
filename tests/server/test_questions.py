"""Named questions over HTTP: what is answered, in which format, and what is refused."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from io import StringIO

import pyoxigraph as ox
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks
from tests.facts import sample_facts
from tests.query.test_named import ASKED
from tests.server.running import Running, serving

from dateline.query.named import ParameterKind, named_queries, named_query, run_named
from dateline.rdf.encode import encode_article
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore
from dateline.server.app import ENDPOINTS
from dateline.server.openapi import describe_api
from dateline.server.question import MAX_HEADER, public_name

NAMES = [query.name for query in named_queries()]
EVIL = '"><script>alert(1)</script>'


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server with the sample article."""
    place = tmp_path_factory.mktemp("news") / "store"
    with GraphStore.open(place) as store:
        fill(store)
    with serving(place) as running:
        yield running


def fill(store: GraphStore) -> None:
    store.replace_articles([encode_article(sample_facts(), run=RunInfo(software="x"))])


def asked(name: str) -> dict[str, str]:
    known = {"start": "from", "end": "to"}
    return {known.get(key, key): value for key, value in ASKED[name].items()}


@pytest.mark.parametrize("name", NAMES)
def test_each_question_is_answered_as_in_the_library(news: Running, name: str) -> None:
    told = news.client.get(f"/q/{name}", params=asked(name)).json()
    with GraphStore.memory() as store:
        fill(store)
        answer = run_named(store, name, ASKED[name])
    assert tuple(told["columns"]) == answer.columns
    rows = [[str(row[column]) for column in answer.columns] for row in told["rows"]]
    assert rows == [[str(value) for value in row] for row in answer.rows]
    assert told["parameters"] == asked(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_links_of_an_answer_lead_to_the_same_rows(news: Running, name: str) -> None:
    response = news.client.get(f"/q/{name}", params=asked(name))
    told = response.json()
    assert news.client.get(told["permalink"]).json() == told
    accept = {"Accept": "text/csv"}
    sparql = news.client.get(told["sparql_url"], headers=accept)
    table = news.client.get(told["permalink"], headers=accept)
    assert sorted(table.text.splitlines()) == sorted(sparql.text.splitlines())
    assert response.headers["link"] == f'<{told["permalink"]}>; rel="bookmark"'


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_no_header_is_longer_than_proxies_take(
    news: Running, name: str, form: str
) -> None:
    longest = {
        ParameterKind.NAME: "\N{MONGOLIAN LETTER A}" * 200,
        ParameterKind.IRI: "http://a/" + "\N{LATIN SMALL LETTER E WITH ACUTE}" * 900,
        ParameterKind.DAY: "2020-01-01",
    }
    params = {
        public_name(each): longest[each.kind] for each in named_query(name).parameters
    }
    response = news.client.get(f"/q/{name}", params={**params, "format": form})
    assert response.status_code == 200
    assert max(map(len, response.headers.values())) <= MAX_HEADER
    is_short = len(str(response.url)) < MAX_HEADER
    assert ("link" in response.headers) == is_short


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("json", "application/json"),
        ("csv", "text/csv; charset=utf-8"),
        ("jsonld", "application/ld+json"),
        ("html", "text/html; charset=utf-8"),
    ],
)
def test_a_format_is_chosen_by_name_or_by_header(
    news: Running, name: str, content_type: str
) -> None:
    named = news.client.get("/q/did-not-happen", params={"format": name})
    accept = {"Accept": content_type.partition(";")[0]}
    negotiated = news.client.get("/q/did-not-happen", headers=accept)
    assert named.headers["content-type"] == content_type
    assert named.text == negotiated.text
    tag = {**accept, "If-None-Match": negotiated.headers["etag"]}
    assert news.client.get("/q/did-not-happen", headers=tag).status_code == 304


def test_csv_and_json_ld_have_the_rows_of_json(news: Running) -> None:
    one = {name: news.client.get(f"/q/met?format={name}") for name in ("csv", "jsonld")}
    rows = news.client.get("/q/met").json()["rows"]
    assert len(list(csv.DictReader(StringIO(one["csv"].text)))) == len(rows) == 2
    events = [row["event"]["@id"] for row in one["jsonld"].json()["csvw:row"]]
    assert events == [row["event"] for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_json_ld_is_a_graph_of_one_resource_for_each_row(
    news: Running, name: str
) -> None:
    params = {**asked(name), "format": "jsonld"}
    text = news.client.get(f"/q/{name}", params=params).text
    rows = news.client.get(f"/q/{name}", params=asked(name)).json()["rows"]
    triples = list(ox.parse(text, ox.RdfFormat.JSON_LD))
    numbers = [t.object.value for t in triples if t.predicate.value.endswith("#rownum")]
    assert sorted(map(int, numbers)) == list(range(1, len(rows) + 1))
    cells = [t for t in triples if f"/q/{name}#" in t.predicate.value]
    filled = [value for row in rows for value in row.values() if value is not None]
    assert len(cells) == len(filled)


def test_an_answer_is_packed_and_its_head_can_be_had_alone(news: Running) -> None:
    plain = news.client.get("/q/met", headers={"Accept-Encoding": "identity"})
    packed = news.client.get("/q/met", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text
    head = news.client.head("/q/met", headers={"Accept-Encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == plain.headers["etag"]
    assert news.client.head("/q/actor-timeline").status_code == 400


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/html;q=0.2, application/ld+json;q=0.8", "application/ld+json"),
        ("text/csv;q=0, */*;q=0.1", "application/json"),
    ],
)
def test_the_most_welcome_format_wins(
    news: Running, accept: str, content_type: str
) -> None:
    response = news.client.get("/q/met", headers={"Accept": accept})
    assert response.headers["content-type"] == content_type


def test_what_fits_no_wish_is_not_sent(news: Running) -> None:
    response = news.client.get("/q/met", headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "try application/json, text/csv" in response.text


def test_links_have_the_address_that_the_world_sees(news: Running) -> None:
    with serving(news.store, "--public-url", "https://example.org/news") as server:
        told = server.client.get("/q/met?who=Kerr").json()
    assert told["permalink"] == "https://example.org/news/q/met?who=Kerr"
    assert told["sparql_url"].startswith("https://example.org/news/sparql?query=")


@pytest.mark.parametrize(
    ("address", "status", "line"),
    [
        ("/q/mett", 404, "unknown query 'mett'; known: actor-timeline, articles"),
        ("/q/..%2f..%2fetc%2fpasswd", 404, "unknown query '../../etc/passwd'; known:"),
        ("/q/%2e%2e/%2e%2e", 404, "unknown query '../..'; known:"),
        ("/q/met%00", 404, r"unknown query 'met\x00'; known:"),
        ("/q/met/", 404, "unknown query 'met/'"),
        ("/q/actor-timeline", 400, "actor: a value is needed"),
        ("/q/actor-timeline?actor=+", 400, "actor: a value is needed"),
        ("/q/met?when=1", 400, "unknown parameter 'when'; known: format, who, with"),
        ("/q/met?who=a&who=b", 400, "who: give it once"),
        ("/q/met?who=a%00b", 400, "who: a value may have no control characters"),
        ("/q/met?who=" + 201 * "a", 400, "who: a value may have 200 characters"),
        ("/q/met?who=%ff", 400, "the parameters cannot be read"),
        ("/q/did-not-happen?from=May", 400, "from: 'May' is no date; write"),
        ("/q/who-says?event=%3E+%3Fp", 400, "event: "),
        ("/q/met?format=xml", 400, "unknown format 'xml'; known: json, csv"),
        ("/q?who=a", 400, "unknown parameter 'who'; known: format"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    news: Running, address: str, status: int, line: str
) -> None:
    response = news.client.get(address)
    assert (response.status_code, response.text.count("\n")) == (status, 1)
    assert response.text.startswith(line)


def test_a_value_is_a_term_and_no_text_of_a_query(news: Running) -> None:
    for evil in ('") } ?s ?p ?o #', "\\", "'''", "a\u2028b", "{{{"):
        response = news.client.get("/q/actor-timeline", params={"actor": evil})
        assert response.json()["rows"] == []
        assert news.client.get(response.json()["sparql_url"]).status_code == 200


def test_a_page_shows_markup_and_runs_none(news: Running) -> None:
    for params in ({"actor": EVIL}, {"actor": EVIL, "from": EVIL[:10]}):
        page = news.client.get("/q/actor-timeline", params={**params, "format": "html"})
        assert "<script" not in page.text
        assert "&quot;&gt;&lt;script&gt;" in page.text
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert "script-src" not in policy


def test_a_form_is_shown_before_it_is_filled_in(news: Running) -> None:
    page = news.client.get("/q/actor-timeline?format=html")
    assert page.status_code == 200
    assert 'name="from"' in page.text
    assert 'role="alert"' not in page.text
    wrong = news.client.get("/q/actor-timeline?format=html&from=2020")
    assert wrong.status_code == 400
    assert 'role="alert"' in wrong.text


def test_the_start_page_and_the_list_lead_on(news: Running) -> None:
    for address in ("/", "/q?format=html"):
        links = re.findall(r'href="(http[^"]*)"', news.client.get(address).text)
        assert len(links) > 5
        for link in links:
            assert news.client.get(
                link, headers={"Accept": "text/html, */*;q=0.5"}
            ).is_success


def test_a_form_may_not_be_posted(news: Running) -> None:
    response = news.client.post("/q/met")
    assert (response.status_code, response.headers["allow"]) == (
        405,
        "GET, HEAD, OPTIONS",
    )


def test_an_answer_with_too_many_rows_is_refused(news: Running) -> None:
    with serving(news.store, "--max-rows", "1") as server:
        for form in ("json", "csv", "jsonld"):
            response = server.client.get("/q/met", params={"format": form})
            assert response.status_code == 403
            assert "more than 1 rows" in response.text


def test_the_description_has_every_route_and_every_question(news: Running) -> None:
    told = news.client.get("/openapi.json").json()
    assert told == describe_api(news.url)
    schemathesis.openapi.from_dict(told).validate()
    paths = told["paths"]
    assert {path.split("/")[1] for path in paths} == set(ENDPOINTS)
    assert {path.removeprefix("/q/") for path in paths if "/q/" in path} == set(NAMES)
    for query in named_queries():
        parameters = paths[f"/q/{query.name}"]["get"]["parameters"]
        assert {
            each["name"]: each["required"] for each in parameters if "name" in each
        } == {public_name(each): not each.is_optional for each in query.parameters}
    listed = news.client.get("/q").json()["questions"]
    assert [each["name"] for each in listed] == NAMES


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_server_does_what_its_description_says(
    news: Running, mode: GenerationMode
) -> None:
    """It does so for what the description allows, and for what it does not."""
    schema = schemathesis.openapi.from_url(f"{news.url}/openapi.json")
    conforming = [
        checks.not_a_server_error,
        *checks.CHECKS.get_by_names(
            [
                "status_code_conformance",
                "content_type_conformance",
                "response_schema_conformance",
            ]
        ),
    ]
    operations = [each.ok() for each in schema.get_all_operations()]
    # The address that the description comes from is left out by the library.
    assert len(operations) == len(NAMES) + 7
    for operation in operations:
        # What takes nothing cannot be asked wrongly.
        if mode.is_positive or len(operation.query) or len(operation.body):
            _fuzz(operation, mode, conforming)


def test_what_is_said_of_a_body_that_is_none_is_described(news: Running) -> None:
    described = news.client.get("/openapi.json").json()["paths"]["/sparql"]["post"]
    for kind in ({}, {"Content-Type": "text/plain"}):
        response = news.client.post("/sparql", headers=kind)
        assert response.status_code == 415
        assert "415" in described["responses"]


def _fuzz(operation, mode, conforming):
    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def fuzz(case):
        case.call_and_validate(checks=conforming)

    fuzz()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    name=st.sampled_from(NAMES),
    params=st.dictionaries(
        st.sampled_from(["actor", "who", "from", "to", "event", "format", "x"]),
        st.one_of(
            st.text(max_size=30),
            st.dates().map(str),
            st.sampled_from(["json", "csv", "jsonld", "html", "http://a/b"]),
        ),
    ),
)
def test_no_parameters_break_it(news: Running, name: str, params) -> None:
    response = news.client.get(f"/q/{name}", params=params)
    assert response.status_code in {200, 400, 403}


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/{EVIL}", 404),
        (f"/q/{EVIL}", 404),
        (f"/q?{EVIL}", 400),
        (f"/q/met?format={EVIL}", 400),
        (f"/sparql?query={EVIL}", 400),
        (f"/graphs?graph=urn:{EVIL}", 400),
        ("/graphs?graph=urn:none", 404),
    ],
)
def test_a_browser_gets_errors_as_pages(news: Running, path: str, status: int) -> None:
    shown = news.client.get(path, headers={"Accept": BROWSER})
    plain = news.client.get(path)
    assert shown.status_code == plain.status_code == status
    assert shown.headers["content-type"] == "text/html; charset=utf-8"
    assert plain.headers["content-type"] == "text/plain; charset=utf-8"
    for response in (shown, plain):
        assert response.headers["cache-control"] == "no-store"
        assert "Accept" in response.headers["vary"]
    assert html.escape(plain.text.strip()) in shown.text
    assert "<script" not in shown.text
    assert 'href="/q"' in shown.text
