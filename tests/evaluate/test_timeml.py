"""TimeML read to the character, and the scores of TempEval-3 by hand."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from tests.parse import build_doc

from dateline.errors import GoldError
from dateline.evaluate.scores import PRF
from dateline.evaluate.timeml import (
    GoldEvent,
    GoldTimex,
    Labelled,
    Split,
    align,
    evaluate_timex,
    paragraphs,
    parse_dct,
    read_timeml,
    read_timeml_file,
    score_events,
    score_timexes,
    split_of,
    timeml_files,
)
from dateline.model.text import Span

TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2018-07-12"
 functionInDocument="CREATION_TIME">July 12</TIMEX3></DCT>
<TITLE>Ferry  sinks</TITLE>
<TEXT>
The R&amp;D ferry <EVENT eid="e1" class="OCCURRENCE">sank</EVENT>
 <TIMEX3 tid="t1" type="DATE" value="2018-07-11">Wednesday</TIMEX3>.

<TIMEX3 tid="t2" type="DURATION" value="P2D" mod="APPROX">About two days</TIMEX3> on.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS"
 pos="VERB" />
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1" />
<TLINK lid="l2" relType="BEFORE" eventInstanceID="ei1" />
</TimeML>
"""


def timex(start: int, end: int, kind: str = "DATE", value: str = "2018") -> GoldTimex:
    return GoldTimex(tid="t", span=Span(start, end), type=kind, value=value)


def event(start: int, end: int, cls: str = "OCCURRENCE") -> GoldEvent:
    return GoldEvent(eid="e", span=Span(start, end), cls=cls)


def test_the_text_is_kept_to_the_character() -> None:
    gold = read_timeml(TIMEML)
    assert gold.text == ("\nThe R&D ferry sank\n Wednesday.\n\nAbout two days on.\n")
    assert [item.words for item in gold.timexes] == ["Wednesday", "About two days"]
    assert [item.words for item in gold.events] == ["sank"]
    assert gold.timexes[1].mod == "APPROX"


def test_a_declared_encoding_counts_for_bytes_and_not_for_text() -> None:
    source = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><TimeML><TEXT>é</TEXT></TimeML>'
    )
    assert read_timeml(source).text == "é"
    assert read_timeml(source.encode("latin-1")).text == "é"


def test_title_publication_instances_and_links_are_read() -> None:
    gold = read_timeml(TIMEML, name="a")
    assert gold.title == "Ferry  sinks"
    assert gold.dct is not None
    assert gold.dct.value == "2018-07-12"
    assert [(item.eiid, item.tense) for item in gold.instances] == [("ei1", "PAST")]
    assert [(link.source, link.target) for link in gold.tlinks] == [("ei1", "t1")]


def test_a_timeml_document_becomes_a_document_of_paragraphs() -> None:
    document = read_timeml(TIMEML, name="a").to_document()
    assert [document.slice(block.span) for block in document.blocks] == [
        "The R&D ferry sank\n Wednesday.",
        "About two days on.",
    ]
    assert document.dct is not None
    assert document.dct.date == date(2018, 7, 12)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<TimeML><TEXT>x</TimeML>", "not well-formed XML"),
        ("<TimeML></TimeML>", "no <TEXT> element"),
        (
            '<!DOCTYPE a [<!ENTITY b "bb">]><TimeML><TEXT>&b;</TEXT></TimeML>',
            "entity declaration",
        ),
    ],
)
def test_bad_timeml_is_refused(source: str, message: str) -> None:
    with pytest.raises(GoldError, match=message):
        read_timeml(source)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2018-07-12", "2018-07-12"),
        ("19980108", "1998-01-08"),
        ("1999-05-05T21:01", "1999-05-05T21:01:00"),
        ("1999-05-05T21:01:30", "1999-05-05T21:01:30"),
    ],
)
def test_publication_times_are_read(value: str, iso: str) -> None:
    dct = parse_dct(value)
    assert dct is not None
    assert dct.isoformat() == iso


def test_a_publication_time_that_is_no_date_is_an_error() -> None:
    assert parse_dct("PRESENT_REF") is None
    with pytest.raises(GoldError, match="'2018-13-41' is no date"):
        parse_dct("2018-13-41")


def test_gold_against_gold_is_perfect() -> None:
    gold = read_timeml(TIMEML)
    scores = score_timexes(gold.timexes, gold.timexes)
    assert [scores.strict.f, scores.relaxed.f, scores.type.f, scores.value.f] == [1] * 4
    assert score_events(gold.events, gold.events).cls.f == 1


def test_scores_by_hand() -> None:
    gold = [timex(0, 4), timex(10, 20, value="2017"), timex(30, 40), timex(50, 50)]
    system = [timex(0, 4), timex(12, 22), timex(45, 48, "TIME")]
    scores = score_timexes(gold, system)
    assert scores.strict == PRF(tp=1, fp=2, fn=2)
    assert scores.relaxed == PRF(tp=2, fp=1, fn=1)
    assert scores.type == PRF(tp=2, fp=1, fn=1)
    assert scores.value == PRF(tp=1, fp=2, fn=2)
    assert round(scores.relaxed.f, 3) == 0.667


def test_event_scores_by_hand() -> None:
    scores = score_events(
        [event(0, 4), event(10, 14, "STATE")], [event(0, 4), event(10, 14)]
    )
    assert (scores.strict.tp, scores.cls.tp) == (2, 1)


def test_found_timexes_are_scored_like_gold_ones() -> None:
    from dateline.annotate.timex import find_timexes  # noqa: PLC0415

    found = find_timexes("in 1990")
    gold = [timex(3, 7, value="1990")]
    assert score_timexes(gold, found).value == PRF(tp=1)


def test_each_expression_is_matched_once() -> None:
    wide = Labelled(Span(0, 9), ())
    parts = [Labelled(Span(0, 4), ()), Labelled(Span(5, 9), ())]
    assert align([wide], parts) == [(wide, parts[0])]


def test_scores_add_up_and_empty_is_perfect() -> None:
    assert PRF().f == PRF().p == PRF().r == 1
    assert PRF(fp=1).p == PRF(fn=1).r == 0
    assert PRF(tp=1, fp=1) + PRF(tp=1, fn=2) == PRF(tp=2, fp=1, fn=2)


def test_splits_are_stable_and_cover_all_files(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"a{number}.tml").write_text(TIMEML)
    parts = [timeml_files(tmp_path, split) for split in list(Split)[:3]]
    assert sorted(path for part in parts for path in part) == timeml_files(tmp_path)
    assert all(parts)
    assert split_of("a1.tml") is split_of("folder/a1.tml")


def test_a_folder_without_timeml_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \.tml file below"):
        timeml_files(tmp_path)


def test_evaluation_runs_the_stage_on_parsed_documents(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML)
    gold = read_timeml_file(tmp_path / "a.tml")
    doc = build_doc("It/PRP/nsubj/2 sank|sink/VBD/ROOT/0")
    result = evaluate_timex(tmp_path, Split.ALL, parsed=[doc])
    assert result.files == 1
    assert result.scores.relaxed == PRF(fn=len(gold.timexes))


def test_paragraphs_skip_blank_lines() -> None:
    text = "\n  One\ntwo.  \n \nThree.\n\n   \n"
    assert [block.span.slice(text) for block in paragraphs(text)] == [
        "One\ntwo.",
        "Three.",
    ]


GOLD = Path(os.environ.get("DATELINE_GOLD", "../shared/gold")) / "tempeval3"


@pytest.mark.slow
@pytest.mark.skipif(not GOLD.is_dir(), reason=f"development data missing: {GOLD}")
def test_the_development_data_scores_100_against_itself() -> None:
    for path in timeml_files(GOLD):
        gold = read_timeml_file(path)
        scores = score_timexes(gold.timexes, gold.timexes)
        assert scores.value.fp == scores.value.fn == 0, path
        assert score_events(gold.events, gold.events).cls.f == 1, path
