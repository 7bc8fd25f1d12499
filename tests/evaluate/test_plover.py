"""PLOVER's records read and scored, on sentences of our own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.parse import build_doc

from dateline.annotate.pipeline import annotate, default_stages
from dateline.errors import GoldError
from dateline.evaluate import plover
from dateline.evaluate.plover import (
    FILE,
    PloverScores,
    evaluate_plover,
    main_event,
    read_plover,
    score_record,
)

SENTENCE = (
    "Norway/NNP/nsubj/2/GPE condemned|condemn/VBD/ROOT/0 Sweden/NNP/dobj/2/GPE "
    "on/IN/prep/2 Monday/NNP/pobj/4/DATE ././punct/2"
)
RECORD = {
    "id": "X-1",
    "event": "DISAPPROVE",
    "text": "Norway condemned Sweden on Monday.",
    "source": [{"actorText": "Norway", "code": "NOR"}],
    "target": [{"actorText": "the ... Sweden", "code": "SWE"}],
}


def write(folder, *records):
    (folder / FILE).write_text(json.dumps(records))
    return folder / FILE


def analysed(sentence=SENTENCE):
    return next(annotate([build_doc(sentence)], default_stages()))


def test_records_name_today_s_classes_and_the_places_of_actors(tmp_path):
    documentation = {"id": "X-0", "event": "DOCUMENT", "text": "About"}
    (record,) = read_plover(write(tmp_path, documentation, RECORD))
    assert record.cls == "Accuse"
    assert [record.document.slice(span) for span in record.sources] == ["Norway"]
    assert [record.document.slice(span) for span in record.targets] == ["Sweden"]


@pytest.mark.parametrize("target", ["", [], None])
def test_a_record_may_have_no_target(tmp_path, target):
    (record,) = read_plover(write(tmp_path, RECORD | {"target": target}))
    assert record.targets == ()
    assert score_record(record, analysed()).target == (0, 0)


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[{"event": "AID"}]'])
def test_what_is_not_in_the_format_is_an_error(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(GoldError, match="cannot be read as records"):
        read_plover(tmp_path / FILE)


def test_class_source_and_target_are_scored(tmp_path):
    (record,) = read_plover(write(tmp_path, RECORD))
    found = score_record(record, analysed())
    assert found == PloverScores(cls=(1, 1), source=(1, 1), target=(1, 1))
    assert [each.words for each in (found + PloverScores()).measures()] == ["100.0"] * 3


def test_an_actor_on_the_wrong_side_is_wrong(tmp_path):
    swapped = RECORD | {"source": RECORD["target"], "target": RECORD["source"]}
    (record,) = read_plover(write(tmp_path, swapped))
    found = score_record(record, analysed())
    assert (found.source, found.target) == ((0, 1), (0, 1))


def test_a_sentence_without_an_event_answers_nothing(tmp_path):
    (record,) = read_plover(write(tmp_path, RECORD))
    doc = replace(analysed(), event_mentions=(), roles=(), factualities=())
    assert main_event(doc) is None
    assert score_record(record, doc) == PloverScores(
        cls=(0, 1), source=(0, 1), target=(0, 1)
    )


def test_a_speech_act_stands_back_for_what_it_tells():
    doc = analysed(
        "Officials/NNS/nsubj/2 said|say/VBD/ROOT/0 Norway/NNP/nsubj/4/GPE "
        "attacked|attack/VBD/ccomp/2 Sweden/NNP/dobj/4/GPE ././punct/2"
    )
    event = main_event(doc)
    assert event is not None
    assert doc.event_mentions[event].lemma == "attack"


def test_records_are_annotated_and_scored(tmp_path, monkeypatch):
    write(tmp_path, RECORD, RECORD | {"id": "X-2"})
    monkeypatch.setattr(
        plover, "parse", lambda documents: (build_doc(SENTENCE) for _ in documents)
    )
    assert [scores.cls for _, scores in evaluate_plover(tmp_path)] == [(1, 1), (1, 1)]


def test_an_actor_elsewhere_in_the_sentence_is_the_last_resort(tmp_path):
    sentence = (
        "Norway/NNP/nsubj/2/GPE protested|protest/VBD/ROOT/0 when/WRB/advmod/5 "
        "Sweden/NNP/nsubj/5/GPE voted|vote/VBD/advcl/2 ././punct/2"
    )
    record = RECORD | {
        "event": "PROTEST",
        "text": "Norway protested when Sweden voted.",
        "target": [{"actorText": "Sweden"}],
    }
    (read,) = read_plover(write(tmp_path, record))
    found = score_record(read, analysed(sentence))
    assert (found.source, found.target) == ((1, 1), (1, 1))
