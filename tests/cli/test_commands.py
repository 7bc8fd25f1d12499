from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from tests.cli.fake import FakeGraph, report
from tests.export.sample import ARTICLE, entry

import dateline
from dateline.cli.timeline_table import HEADER
from dateline.errors import SourceError
from dateline.model.facts import Status


@pytest.fixture(autouse=True)
def graph(monkeypatch):
    fake = FakeGraph()
    monkeypatch.setattr(dateline, "open", lambda _path, **_: fake, raising=False)
    monkeypatch.setattr(dateline, "build", lambda *_, **__: fake, raising=False)
    return fake


def table(output):
    return list(csv.DictReader(io.StringIO(output), delimiter="\t"))


def test_a_timeline_in_a_pipe_is_tab_separated_under_a_header(run):
    result = run("timeline")
    assert result.exit_code == 0
    rows = table(result.stdout)
    assert tuple(rows[0]) == HEADER
    assert [row["number"] for row in rows] == ["1", "2"]
    assert rows[0]["status"] == "✓ happened"
    assert rows[0]["according_to"] == "two sailors"
    assert rows[1]["date"] == "no date in the text"


def test_the_filters_reach_the_graph_in_its_own_words(run, graph):
    run("timeline", "--actor", "Brandt", "--place", "Grell", "--start", "2021-04",
        "--end", "2021-04", "--type", "Meet", "--status", "planned",
        "--min-salience", "0.5")  # fmt: skip
    assert graph.asked[0] == (
        "timeline",
        {
            "actor": "Brandt",
            "place": "Grell",
            "start": date(2021, 4, 1),
            "end": date(2021, 4, 30),
            "event_type": "Meet",
            "status": Status.PLANNED,
            "min_salience": 0.5,
        },
    )


def test_a_timeline_as_json(run):
    document = json.loads(run("timeline", "--json").stdout)
    assert len(document["events"]) == 2


def test_a_timeline_as_csv(run):
    rows = list(csv.DictReader(io.StringIO(run("timeline", "--csv").stdout)))
    assert rows[0]["label"] == "the ferry left Port Selby"


def test_a_timeline_as_a_page_says_where_it_is(run, tmp_path):
    page = tmp_path / "page.html"
    result = run("timeline", "--html", page)
    assert result.stdout == ""
    assert str(page) in result.stderr
    assert "the ferry left Port Selby" in page.read_text()


def test_a_limit_shows_the_first_events(run):
    assert len(table(run("timeline", "--limit", 1).stdout)) == 1


def test_two_forms_at_once_are_a_usage_error(run):
    result = run("timeline", "--json", "--csv")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


def test_nothing_found_is_said_on_stderr(run, graph):
    graph.entries = ()
    result = run("timeline")
    assert result.exit_code == 0
    assert "No events match" in result.stderr


@pytest.mark.parametrize("day", ["June", "2021-13", "2021-02-30", "21-05-03"])
def test_what_is_not_a_date_is_a_usage_error(run, day):
    result = run("timeline", "--start", day)
    assert result.exit_code == 2
    assert "is no date; write 2018" in result.stderr


def test_build_prints_the_timeline_and_the_report(run, tmp_path):
    result = run("build", "ferry.txt", "-o", tmp_path)
    assert result.exit_code == 0
    assert len(table(result.stdout)) == 2
    assert "Read 1 article: 1 added." in result.stderr


def test_build_fails_when_an_article_was_skipped(run, graph, tmp_path):
    error = SourceError("a.txt", "the file is empty", "remove it from the list")
    graph.report = report(skipped=(error,))
    result = run("build", "a.txt", "ferry.txt", "-o", tmp_path)
    assert result.exit_code == 1
    assert "1 added, 1 skipped" in result.stderr
    assert "Skipped: a.txt." in result.stderr
    assert table(result.stdout)


def test_build_names_the_articles_without_a_publication_date(run, graph, tmp_path):
    graph.report = report(undated=("ferry.txt",))
    result = run("build", "ferry.txt", "-o", tmp_path)
    assert result.exit_code == 0
    assert "No publication date: ferry.txt" in result.stderr


def test_build_names_the_articles_that_it_cannot_read_well(run, graph, tmp_path):
    graph.report = report(foreign=("bac.txt", *"bcdefghijk"))
    result = run("build", "bac.txt", "-o", tmp_path)
    assert "Not English, it seems: bac.txt, b, c" in result.stderr
    assert "more; Dateline reads English" in result.stderr


def test_build_without_an_article_is_a_usage_error(run):
    assert run("build").exit_code == 2


@pytest.mark.parametrize("name", ["1", "event-10", f"{ARTICLE.iri}#event-10-14"])
def test_an_event_is_shown_by_number_beginning_or_iri(run, name):
    result = run("show", name)
    assert result.exit_code == 0
    assert "the ferry left Port Selby" in result.stdout
    assert "counted from 2021-05-14" in result.stdout
    assert "characters 10 to 14" in result.stdout


@pytest.mark.parametrize("name", ["0", "3", "event-9", "event-"])
def test_an_event_that_is_none_or_several_is_an_error(run, name):
    result = run("show", name)
    assert result.exit_code == 1
    assert "unknown event" in result.stderr


def test_an_event_as_json(run):
    assert json.loads(run("show", "1", "--json").stdout)["event_type"] == "Movement"


def test_a_query_on_the_command_line(run):
    result = run("query", "-q", "SELECT ?who ?n {}")
    assert result.stdout == "who\tn\nAda\t2\n\t3\n"


def test_a_query_in_a_file(run, graph, tmp_path):
    file = tmp_path / "who.rq"
    file.write_text("SELECT ?who {}")
    run("query", file)
    assert graph.asked[:-1] == [("query", "SELECT ?who {}", {})]


def test_a_query_on_standard_input(run, graph):
    run("query", "-", input="ASK {}")
    assert graph.asked[:-1] == [("query", "ASK {}", {})]


def test_a_named_question_with_parameters(run, graph):
    run("query", "actor-timeline", "--param", "actor=Ilse Brandt")
    assert graph.asked[:-1] == [("query", "actor-timeline", {"actor": "Ilse Brandt"})]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("table", "who  n\n---  -\nAda  2\n     3\n"),
        ("csv", "who,n\nAda,2\n,3\n"),
        ("json", '[\n{"who": "Ada", "n": 2},\n{"who": null, "n": 3}\n]\n'),
    ],
)
def test_an_answer_in_every_form(run, form, expected):
    assert run("query", "x", "--format", form).stdout == expected


@pytest.mark.parametrize(
    "arguments", [[], ["file", "-q", "ASK {}"], ["x", "--param", "actor"]]
)
def test_a_question_that_is_none_two_or_malformed_is_a_usage_error(run, arguments):
    assert run("query", *arguments).exit_code == 2


def test_an_export_to_standard_output(run, graph):
    result = run("export", "--format", "turtle", "--no-text")
    assert result.stdout == "written\n"
    assert graph.asked[:-1] == [("export", "turtle", False)]


def test_an_export_to_a_file_says_where_it_is(run, graph, tmp_path):
    result = run("export", "--format", "turtle", "-o", tmp_path / "graph.ttl")
    assert result.stdout == ""
    assert "graph.ttl" in result.stderr
    assert graph.asked[:-1] == [("export", "turtle", True)]


def test_an_unknown_format_is_a_usage_error(run):
    assert run("export", "--format", "tutle").exit_code == 2


def test_the_network_is_written_where_it_was_asked(run, graph, tmp_path):
    run("graph", "-o", tmp_path / "n.html", "--no-text")
    assert graph.asked[:-1] == [("network", tmp_path / "n.html", False)]


def test_a_valid_graph_says_so(run):
    result = run("validate")
    assert result.exit_code == 0
    assert "valid" in result.stderr


def test_an_invalid_graph_names_each_fault_and_fails(run, graph):
    graph.findings = ("no date", "no sentence")
    result = run("validate")
    assert result.exit_code == 1
    assert result.stdout == "no date\nno sentence\n"


@pytest.mark.parametrize("name", [ARTICLE.iri, "ferry", "news/ferry"])
def test_an_article_is_removed_by_iri_or_its_end(run, graph, name):
    assert run("remove", name).exit_code == 0
    assert graph.asked[:-1] == [("remove", ARTICLE.iri)]


def test_an_unknown_article_is_not_removed(run, graph):
    result = run("remove", "erry")
    assert result.exit_code == 1
    assert "unknown article" in result.stderr
    assert graph.asked[:-1] == []


def test_the_place_of_the_store_is_the_argument_before_the_option(
    run, monkeypatch, tmp_path
):
    opened = []
    monkeypatch.setattr(
        dateline,
        "open",
        lambda path, **_: opened.append(path) or FakeGraph(),
        raising=False,
    )
    (tmp_path / "store").mkdir()
    run("timeline", tmp_path, "--store", "elsewhere")
    run("timeline", "--store", tmp_path)
    run("timeline", env={"DATELINE_STORE": str(tmp_path)})
    assert opened == [tmp_path / "store"] * 3


def test_control_characters_of_an_article_never_reach_the_terminal(run, graph):
    hostile = "met\x1b]0;title\x07 \x9b31m \u202ethem"
    graph.entries = (entry(label=hostile, cues=(hostile,)),)
    for command in (["timeline"], ["show", "1"]):
        output = run(*command).stdout
        assert not set("\x1b\x07\x9b\u202e") & set(output)


def test_the_list_of_questions_says_what_each_wants(run):
    listed = run("query", "--list").stdout
    assert "actor-timeline: " in listed
    assert "--param actor=… (name" in listed
