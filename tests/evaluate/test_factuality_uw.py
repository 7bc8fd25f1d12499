"""The UW factuality data read and scored, on sentences of our own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.parse import build_doc

from dateline.annotate.events import STAGE as EVENTS
from dateline.annotate.factuality import STAGE as FACTUALITY
from dateline.errors import GoldError
from dateline.evaluate import factuality_uw
from dateline.evaluate.factuality_uw import (
    NUMBERS,
    Judged,
    Target,
    evaluate_uw,
    judge,
    measures,
    read_uw,
)
from dateline.evaluate.timeml import Split
from dateline.model.mentions import FactualityValue
from dateline.model.text import Span

DENIED = NUMBERS[FactualityValue.CT_MINUS]

LINE = {
    "text": "The ferry did n't sink .",
    "targets": [{"span1": [4, 5], "label": -2.6, "span_text": "sink"}],
}
SENTENCE = (
    "The/DT/det/2 ferry/NN/nsubj/5 did|do/VBD/aux/5 not/RB/neg/5 "
    "sink/VB/ROOT/0 ././punct/5"
)


def analysed():
    return FACTUALITY.annotate(EVENTS.annotate(build_doc(SENTENCE)))


def place(doc, word):
    start = doc.document.text.index(word)
    return Span(start, start + len(word))


def test_a_target_is_the_place_of_its_words(tmp_path):
    (tmp_path / "dev.jsonl").write_text(json.dumps(LINE) + "\n")
    (sentence,) = read_uw(tmp_path / "dev.jsonl")
    (target,) = sentence.targets
    assert sentence.name == "uw:dev:0"
    assert sentence.document.slice(target.span) == "sink"
    assert target.label == -2.6


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"text": "A b"}', '{"text": "A", "targets": [{"span1": [3, 4]}]}'],
)
def test_a_bad_line_is_an_error_that_names_it(tmp_path, line):
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(LINE) + "\n" + line)
    with pytest.raises(GoldError, match=r"dev\.jsonl:2: expected text and targets"):
        list(read_uw(path))


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(GoldError, match="cannot be read"):
        list(read_uw(tmp_path / "dev.jsonl"))


def test_a_mention_is_judged_by_its_factuality():
    doc = analysed()
    target = Target(place(doc, "sink"), -3.0)
    assert list(judge(doc, [target])) == [Judged(DENIED, -3.0)]


def test_an_event_that_is_no_mention_is_judged_by_its_place_in_the_tree():
    doc = replace(analysed(), event_mentions=(), factualities=())
    target = Target(place(doc, "sink"), -3.0)
    assert list(judge(doc, [target])) == [Judged(DENIED, -3.0)]


def test_a_target_outside_every_token_counts_as_a_fact():
    doc = analysed()
    assert list(judge(doc, [Target(Span(900, 904), 1.0)])) == [Judged(3, 1.0)]


def test_measures_by_hand():
    judged = [Judged(3, 3.0), Judged(-3, -1.0), Judged(3, -1.0), Judged(0, 1.0)]
    found = {each.name: each.words for each in measures(judged)}
    assert found["mean absolute error"] == "1.750"
    assert found["mean absolute error of “always +3”"] == "2.500"
    assert found["negated events, accuracy"] == "50.0"
    assert found["negated events, precision"] == "100.0"


def test_nothing_to_score_is_no_error():
    assert [each.words for each in measures([])] == [
        "0.000", "0.000", "0.000", "100.0", "100.0", "100.0",
    ]  # fmt: skip


def test_sentences_are_annotated_and_go_to_their_part(tmp_path, monkeypatch):
    (tmp_path / "dev.jsonl").write_text((json.dumps(LINE) + "\n") * 40)

    def parse(documents):
        return (replace(build_doc(SENTENCE), document=each) for each in documents)

    monkeypatch.setattr(factuality_uw, "parse", parse)
    found = list(evaluate_uw(tmp_path))
    assert len(found) == 40
    assert {split for split, _ in found} == {Split.TUNE, Split.HELD_OUT}
    assert all(len(judged) == 1 for _, judged in found)
