"""The page of scores, without a corpus or a model."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import GoldError
from dateline.evaluate.corpora import CORPORA, Part, Result, by_part, find_corpus
from dateline.evaluate.published import REFERENCES, SOURCES
from dateline.evaluate.scoreboard import Section, measure, page
from dateline.evaluate.scores import PRF, Measure
from dateline.evaluate.timeml import Split


def section(held_out=0.8, tuned=0.9):
    parts = [
        None if value is None else Part(size=3, measures=(found(value),))
        for value in (held_out, tuned)
    ]
    return Section(
        title="Events",
        command="dateline evaluate timeml gold",
        split="A hash.",
        source="A paper.",
        result=Result(
            unit="files",
            everything=Part(size=6, measures=(found(0.85),)),
            held_out=parts[0],
            tuned=parts[1],
        ),
    )


def found(value):
    return Measure(name="event", value=value)


def test_the_page_has_held_out_tuned_target_and_published_side_by_side():
    text = page([section()], day="2018-07-12", commit="abc")
    assert "Measured on 2018-07-12 at commit abc" in text
    assert "| measure | held out, 3 files | tuned, 3 files |" in text
    assert "| event | 80.0 | 90.0 | 84 | ATT-1 81.05;" in text
    assert "dateline evaluate timeml gold" in text


def test_without_a_held_out_part_there_is_no_headline():
    text = page([section(held_out=None)], day="x", commit="y")
    assert "| measure | held out | tuned, 3 files |" in text
    assert "| event | – | 90.0 |" in text


def test_parts_are_scored_apart_and_together():
    items = [(Split.HELD_OUT, 1.0), (Split.TUNE, 0.5), (Split.TRAIN, 0.0)]
    result = by_part(items, lambda some: [found(sum(some) / len(some))], unit="numbers")
    parts = (result.everything, result.held_out, result.tuned)
    assert [(part.size, part.measures[0].value) for part in parts] == [
        (3, 0.5),
        (1, 1.0),
        (2, 0.25),
    ]


def test_a_part_that_is_empty_is_left_out():
    result = by_part([(Split.TUNE, 1)], lambda _: [], unit="numbers")
    assert result.held_out is None


@pytest.mark.parametrize("name", sorted(name for name in CORPORA if name != "golden"))
def test_missing_data_is_an_error_that_says_what_to_do(tmp_path, name):
    with pytest.raises(GoldError, match=f"no development data for {name}: .*GOLD"):
        find_corpus(name, tmp_path)
    folder = tmp_path / (CORPORA[name].folder or "")
    folder.mkdir()
    with pytest.raises(GoldError):
        CORPORA[name].score(folder)


def test_missing_data_ends_the_scoreboard(tmp_path):
    sections = measure(tmp_path, tmp_path, write=lambda _: "")
    with pytest.raises(GoldError, match="no development data for timeml"):
        next(sections)


def test_articles_without_expectations_are_an_error(tmp_path):
    with pytest.raises(GoldError, match=r"no expected\.json below"):
        CORPORA["golden"].score(tmp_path)


def test_every_corpus_has_its_source():
    assert {"timeml", "timelines", *CORPORA} == set(SOURCES)


def test_a_measure_is_written_in_percent_or_as_it_is():
    assert Measure.of("event", PRF(tp=1, fp=1)).words == "66.7"
    assert Measure(name="error", value=0.4567, is_share=False).words == "0.457"


def test_the_page_in_the_docs_compares_all_that_is_published():
    text = (Path(__file__).parents[2] / "docs" / "scoreboard.md").read_text("utf-8")
    for name in REFERENCES:
        assert f"| {name} |" in text
