"""All scores of TimeML files, against cases counted by hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.parse import build_doc

from dateline.errors import GoldError
from dateline.evaluate import timeml_run
from dateline.evaluate.timeml import Split
from dateline.evaluate.timeml_reader import read_timeml
from dateline.evaluate.timeml_run import (
    add_up,
    compare_folders,
    evaluate_files,
    event_split_of,
    split_files,
)
from dateline.evaluate.timeml_scores import score_file, score_files
from dateline.export.timeml import to_timeml

HEAD = (
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2018-07-12"'
    ' functionInDocument="CREATION_TIME"/></DCT>'
)
GOLD = (
    HEAD + '<TEXT>It <EVENT eid="e1" class="OCCURRENCE">sank</EVENT> <TIMEX3 tid="t1" '
    'type="DATE" value="2018-07-10">Tuesday</TIMEX3>, they <EVENT eid="e2" '
    'class="REPORTING">said</EVENT>.</TEXT>'
    '<MAKEINSTANCE eiid="ei1" eventID="e1" tense="PAST" aspect="NONE" polarity="POS"/>'
    '<MAKEINSTANCE eiid="ei2" eventID="e2" tense="PAST" aspect="NONE" polarity="POS"/>'
    '<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>'
    '<TLINK lid="l2" relType="BEFORE" eventInstanceID="ei2" relatedToTime="t0"/>'
    '<TLINK lid="l3" relType="BEFORE" eventInstanceID="ei1"'
    ' relatedToEventInstance="ei2"/></TimeML>'
)
# Other ids, a wrong class, tense and value, one relation of three, one of its own.
SYSTEM = (
    HEAD + '<TEXT>It <EVENT eid="e7" class="STATE">sank</EVENT> <TIMEX3 tid="t9" '
    'type="DATE" value="2018-07-17">Tuesday</TIMEX3>, <EVENT eid="e8" '
    'class="STATE">they</EVENT> <EVENT eid="e9" class="REPORTING">said</EVENT>.</TEXT>'
    '<MAKEINSTANCE eiid="x7" eventID="e7" tense="FUTURE" aspect="NONE" polarity="POS"/>'
    '<MAKEINSTANCE eiid="x8" eventID="e8" tense="PAST" aspect="NONE" polarity="POS"/>'
    '<MAKEINSTANCE eiid="x9" eventID="e9" tense="PAST" aspect="NONE" polarity="NEG"/>'
    '<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="x7" relatedToTime="t9"/>'
    '<TLINK lid="l2" relType="BEFORE" eventInstanceID="x8" relatedToTime="t0"/>'
    "</TimeML>"
)


def numbers(scores):
    return {found.name: found.words for found in scores.measures()}


def test_gold_against_gold_is_perfect_whatever_it_holds():
    twice = GOLD.replace(
        "<TLINK",
        '<MAKEINSTANCE eiid="ei3" eventID="e1"/><TLINK lid="l9" relType="AFTER" '
        'eventInstanceID="ei3" relatedToEventInstance="ei1"/><TLINK',
        1,
    )
    for source in (GOLD, twice, "<TimeML><TEXT/></TimeML>"):
        gold = read_timeml(source)
        assert set(numbers(score_file(gold, gold)).values()) == {"100.0"}


def test_every_score_by_hand():
    found = numbers(score_file(read_timeml(GOLD), read_timeml(SYSTEM)))
    assert found == {
        "time expression strict": "100.0",
        "time expression relaxed": "100.0",
        "time expression type": "100.0",
        "time expression value": "0.0",
        "event strict": "80.0",
        "event": "80.0",
        "event class": "40.0",
        "event tense": "40.0",
        "event aspect": "80.0",
        "event polarity": "40.0",
        "temporal awareness": "40.0",
    }


def test_relations_go_by_place_and_not_by_id():
    scores = score_file(read_timeml(GOLD), read_timeml(SYSTEM)).awareness
    assert (scores.verified, scores.system, scores.found, scores.gold) == (1, 2, 1, 3)


def test_what_only_the_system_has_never_confirms_a_gold_relation():
    gold = GOLD.replace("e2", "e8")
    scores = score_file(read_timeml(gold), read_timeml(SYSTEM)).awareness
    assert scores.verified == 1


def test_counts_add_up_over_files():
    gold, system = read_timeml(GOLD), read_timeml(SYSTEM)
    both = score_files([gold, gold], [gold, system])
    assert both.events.relaxed.tp == 4
    assert both.events.relaxed.fp == 1
    assert both == score_file(gold, gold) + score_file(gold, system)


def test_another_text_is_refused_and_the_place_is_told():
    changed = read_timeml(GOLD.replace("It ", "It  "), name="a")
    with pytest.raises(GoldError, match=r"a: the text is not that .* character 3 on"):
        score_file(read_timeml(GOLD), changed)
    shorter = read_timeml(GOLD.replace(".</TEXT>", "</TEXT>"))
    with pytest.raises(GoldError, match=r"expected '\.', got ''"):
        score_file(read_timeml(GOLD), shorter)


def test_folders_are_compared_file_by_file(tmp_path):
    gold, system = tmp_path / "gold", tmp_path / "system"
    for folder, sources in ((gold, (GOLD, GOLD)), (system, (GOLD, SYSTEM))):
        (folder / "deep").mkdir(parents=True)
        (folder / "a.tml").write_text(sources[0])
        (folder / "deep" / "b.tml").write_text(sources[1])
    files = list(compare_folders(gold, system))
    assert [each.path.name for each in files] == ["a.tml", "b.tml"]
    assert add_up(files).events.relaxed.tp == 4
    (system / "a.tml").unlink()
    with pytest.raises(GoldError, match=r"no a\.tml below"):
        list(compare_folders(gold, system))


def test_the_texts_of_a_folder_are_annotated_and_scored(tmp_path, monkeypatch):
    (tmp_path / "a.tml").write_text(GOLD)
    doc = build_doc(
        "It/PRP/nsubj/2 sank|sink/VBD/ccomp/6 Tuesday/NNP/npadvmod/2/DATE ,/,/punct/6 "
        "they/PRP/nsubj/6 said|say/VBD/ROOT/0 ././punct/6"
    )
    monkeypatch.setattr(timeml_run, "parse", lambda _: iter([doc]))
    (found,) = evaluate_files(tmp_path, write=to_timeml)
    assert found.scores.events.relaxed.tp == 2
    assert found.scores.timexes.value.f == 1
    assert found.links is not None


def test_the_split_of_the_events_is_stable_and_holds_out_about_a_quarter():
    paths = [Path(f"timebank/a{number}.tml") for number in range(400)]
    held = [path for path in paths if event_split_of(path) is Split.HELD_OUT]
    assert 60 < len(held) < 140
    elsewhere = [event_split_of(Path("x", path)) for path in paths]
    assert elsewhere == [event_split_of(path) for path in paths]


def test_files_are_parted_without_loss(tmp_path):
    for number in range(20):
        (tmp_path / f"a{number}.tml").write_text(GOLD)
    files = list(compare_folders(tmp_path, tmp_path))
    held, rest = split_files(files, event_split_of)
    assert held
    assert rest
    assert sorted([*held, *rest], key=lambda each: each.path) == files


DEVELOPMENT = Path(os.environ.get("DATELINE_GOLD", "../shared/gold")) / "tempeval3"


@pytest.mark.slow
@pytest.mark.skipif(
    not DEVELOPMENT.is_dir(), reason=f"development data missing: {DEVELOPMENT}"
)
def test_the_development_data_scores_100_against_itself():
    scores = add_up(compare_folders(DEVELOPMENT, DEVELOPMENT))
    assert set(numbers(scores).values()) == {"100.0"}
