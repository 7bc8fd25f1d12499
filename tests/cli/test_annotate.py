from __future__ import annotations

import json

import pytest

from dateline.annotate import tokens
from dateline.evaluate.timeml_reader import read_timeml, read_timeml_file
from dateline.model.annotated import AnnotatedDocument

ARTICLE = 'R&D <talks>  "began"\n\nlast week.\n'
TIMEML = """<TimeML><DOCID>old</DOCID><DCT><TIMEX3 tid="t1" type="DATE"
 value="20180712" functionInDocument="CREATION_TIME">July 12</TIMEX3></DCT>
<TEXT>
  Talks &amp; <EVENT eid="e1" class="STATE">more</EVENT>
began  <TIMEX3 tid="t2" type="DATE" value="XXXX">last week</TIMEX3>.

</TEXT></TimeML>
"""


@pytest.fixture(autouse=True)
def _no_model(monkeypatch):
    def parse(documents):
        return (AnnotatedDocument(document=document) for document in documents)

    monkeypatch.setattr(tokens, "parse", parse)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_text_becomes_timeml_with_its_publication_date(run, article):
    result = run("annotate", article, "--published", "2018-07-12")
    assert result.exit_code == 0
    found = read_timeml(result.stdout)
    assert found.text == ARTICLE
    assert found.dct.value == "2018-07-12"
    assert [(gold.words, gold.value) for gold in found.timexes] == [
        ("last week", "2018-W27")
    ]
    assert "<DOCID>a</DOCID>" in result.stdout


def test_the_text_and_date_of_a_timeml_file_are_kept(run, tmp_path):
    path = tmp_path / "b.tml"
    path.write_text(TIMEML)
    result = run("annotate", path, "-o", tmp_path / "out")
    assert result.exit_code == 0
    before, after = read_timeml_file(path), read_timeml_file(tmp_path / "out" / "b.tml")
    assert after.text == before.text
    assert (after.dct.tid, after.dct.value) == ("t1", "20180712")
    assert after.dct.words == "July 12"
    assert [(gold.tid, gold.value) for gold in after.timexes] == [("t2", "2018-W27")]


def test_a_publication_date_that_is_given_wins_over_that_of_the_file(run, tmp_path):
    path = tmp_path / "b.tml"
    path.write_text(TIMEML)
    found = read_timeml(run("annotate", path, "--published", "2020-01-09").stdout)
    assert found.dct.value == "2020-01-09"
    assert found.timexes[0].value == "2020-W01"


def test_many_files_keep_their_names(run, tmp_path, article):
    other = tmp_path / "b.tml"
    other.write_text(TIMEML)
    out = tmp_path / "out" / "deep"
    result = run("annotate", article, other, "-o", out)
    assert result.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.tml", "b.tml"]
    assert "Wrote 2 files" in result.stderr


def test_many_files_of_timeml_need_a_folder(run, article):
    result = run("annotate", article, article)
    assert result.exit_code == 2
    assert "give -o DIR" in result.stderr


def test_an_article_is_never_written_over(run, tmp_path):
    path = tmp_path / "b.tml"
    path.write_text(TIMEML)
    result = run("annotate", path, "-o", tmp_path)
    assert result.exit_code == 2
    assert "is the article itself" in result.stderr
    assert path.read_text() == TIMEML


def test_two_articles_are_not_written_to_one_file(run, tmp_path, article):
    other = tmp_path / "sub" / "a.txt"
    other.parent.mkdir()
    other.write_text("Another.")
    result = run("annotate", article, other, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "two articles" in result.stderr


def test_json_has_a_line_for_each_article_and_places_that_slice(run, tmp_path, article):
    other = tmp_path / "c.txt"
    other.write_text("It rained in 1990.")
    result = run("annotate", article, other, "--format", "json")
    assert result.exit_code == 0
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    (week,) = first["timexes"]
    assert ARTICLE[week["start"] : week["end"]] == week["words"] == "last week"
    assert week["type"] == "DATE"
    assert second["timexes"][0]["value"] == "1990"


def test_articles_of_one_file_are_numbered(run, tmp_path):
    path = tmp_path / "many.jsonl"
    rows = [{"id": f"urn:x:{n}", "text": f"It rained in 199{n}."} for n in range(2)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    run("annotate", path, "-o", tmp_path / "out")
    names = sorted(found.name for found in (tmp_path / "out").iterdir())
    assert names == ["many-2.tml", "many.tml"]


@pytest.mark.parametrize(
    "case",
    [
        ("x.tml", "<TimeML><TEXT>", "not well-formed"),
        ("x.tml", "<TimeML></TimeML>", "no <TEXT>"),
        ("x.tml", None, "No such file"),
        ("x.txt", None, "there is no such file"),
    ],
)
def test_what_cannot_be_read_is_skipped_and_named(run, tmp_path, article, case):
    name, content, message = case
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    result = run("annotate", path, article, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert f"skipped: {path}" in result.stderr
    assert message in result.stderr
    assert (tmp_path / "out" / "a.tml").is_file()


def test_a_wrong_file_of_types_is_one_line(run, tmp_path, article):
    path = tmp_path / "types.toml"
    path.write_text('types.A = {label = "a", verbs = ["dock", 3]}')
    result = run("annotate", article, "--types", path)
    assert result.exit_code == 1
    assert f"{path}: types.A.verbs[1]: 3 is wrong" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["timeml", "json"])
def test_types_reach_the_stage_of_events(run, tmp_path, article, monkeypatch, name):
    seen = []

    def find_events(_doc, types):
        seen.extend(each.id for each in types.types)
        return ()

    monkeypatch.setattr("dateline.annotate.events.find_events", find_events)
    path = tmp_path / "types.toml"
    path.write_text('types.A = {label = "a", verbs = ["dock"]}')
    assert run("annotate", article, "--types", path, "-f", name).exit_code == 0
    assert seen == ["A"]
