from __future__ import annotations

import json

import pytest

from dateline.cli.evaluate import _ABOUT
from dateline.evaluate import corpora, scoreboard, semeval2015
from dateline.evaluate.corpora import CORPORA, Corpus, Part, Result
from dateline.evaluate.scores import Measure

TIMEML = (
    '<TimeML><TEXT>On <TIMEX3 tid="t1" type="DATE" value="2018-07-10">Tuesday</TIMEX3>'
    "</TEXT></TimeML>"
)


def part(value):
    return Part(size=2, measures=(Measure(name="event", value=value),))


RESULT = Result(unit="files", everything=part(0.5), tuned=part(0.25))


@pytest.fixture
def folders(tmp_path):
    gold, system = tmp_path / "gold", tmp_path / "system"
    for folder in (gold, system):
        folder.mkdir()
        (folder / "a.tml").write_text(TIMEML)
    return gold, system


@pytest.fixture
def corpus(monkeypatch):
    asked = []

    def score(folder):
        asked.append(folder)
        return RESULT

    fake = dict(CORPORA) | {"uw": Corpus("x", "factuality-uw", score)}
    monkeypatch.setattr(corpora, "CORPORA", fake)
    return asked


def test_timeml_is_scored_as_a_table(run, folders):
    result = run("evaluate", "timeml", *folders)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "measure\tscore\tprecision\trecall"
    assert "time expression value\t100.0\t100.0\t100.0" in lines
    assert "temporal awareness\t100.0\t100.0\t100.0" in lines


def test_timeml_is_scored_as_json(run, folders):
    document = json.loads(run("evaluate", "timeml", *folders, "--json").stdout)
    assert document["files"] == 1
    assert document["measures"]["event class"] == {
        "score": 1.0,
        "precision": 1.0,
        "recall": 1.0,
    }


def test_an_empty_folder_is_an_error(run, tmp_path):
    result = run("evaluate", "timeml", tmp_path, tmp_path)
    assert result.exit_code == 1
    assert "no .tml file below" in result.stderr


def test_a_corpus_is_found_below_the_development_data(run, tmp_path, corpus):
    place = tmp_path / "factuality-uw"
    place.mkdir()
    result = run("evaluate", "uw", env={"DATELINE_GOLD": str(tmp_path)})
    assert result.exit_code == 0
    assert corpus == [place]
    assert result.stdout.splitlines() == [
        "measure\tall\theld_out\ttuned",
        "event\t50.0\t\t25.0",
    ]


def test_the_folder_of_a_corpus_can_be_given(run, tmp_path, corpus):
    result = run("evaluate", "uw", tmp_path, "--json")
    assert corpus == [tmp_path]
    assert json.loads(result.stdout) == {
        "all": {"size": 2, "measures": {"event": {"score": 0.5}}},
        "tuned": {"size": 2, "measures": {"event": {"score": 0.25}}},
    }


def test_missing_data_is_one_line_that_says_what_to_do(run, tmp_path):
    result = run("evaluate", "polnear", "--gold", tmp_path)
    assert result.exit_code == 1
    assert "set DATELINE_GOLD" in result.stderr


def test_every_corpus_has_its_command():
    assert {name: folder for name, (_, folder) in _ABOUT.items()} == {
        name: corpus.folder for name, corpus in CORPORA.items()
    }


def test_the_scoreboard_is_written(run, tmp_path, monkeypatch):
    monkeypatch.setattr(scoreboard, "measure", lambda *_, **__: iter(()))
    dated = ("--day", "2018-07-12", "--commit", "abc")
    printed = run("evaluate", "scoreboard", *dated)
    assert printed.stdout.startswith("# Scoreboard\n")
    run("evaluate", "scoreboard", *dated, "-o", tmp_path / "page.md")
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == printed.stdout


@pytest.fixture
def timelines(tmp_path, monkeypatch):
    gold, articles = tmp_path / "gold", tmp_path / "articles"
    for folder in (gold, articles):
        folder.mkdir()
    (gold / "vik.txt").write_text("Vik\n1\t2011\t7-2-left\n")
    (articles / "7.tml").write_text('<TimeML><TEXT><s id="2">x</s></TEXT></TimeML>')
    # Reading articles needs a trained model: here a timeline is answered as it came.
    monkeypatch.setattr(semeval2015, "write_timelines", lambda golds, *_, **__: golds)
    return gold, articles


def test_timelines_are_written_and_scored(run, timelines, tmp_path):
    out = tmp_path / "out"
    result = run("evaluate", "semeval2015-task4", *timelines, "-o", out)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == [
        "vik\t100.0\t100.0\t100.0",
        "micro-average\t100.0\t100.0\t100.0",
    ]
    assert (out / "vik.txt").read_text() == "Vik\n1\t2011\t7-2-left\n"


def test_the_score_of_timelines_is_exact_as_json(run, timelines):
    result = run("evaluate", "semeval2015-task4", *timelines, "--mentions", "--json")
    document = json.loads(result.stdout)
    assert document["timelines"] == 1
    assert document["measures"]["micro-average"]["score"] == 1.0


def test_a_list_of_entities_has_nothing_to_score(run, timelines, tmp_path):
    listed = tmp_path / "list.txt"
    listed.write_text("Vik\n")
    result = run("evaluate", "semeval2015-task4", listed, timelines[1])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "see --out" in result.stderr


def test_missing_timelines_are_one_line(run, tmp_path):
    result = run("evaluate", "semeval2015-task4", tmp_path, tmp_path)
    assert result.exit_code == 1
    assert "expected timelines" in result.stderr
