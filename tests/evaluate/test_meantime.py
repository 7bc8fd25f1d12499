"""CAT files are read, and participants counted as people would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.annotate.marks import PERSON, THING, with_entities, with_events
from tests.parse import build_doc

from dateline.errors import GoldError
from dateline.evaluate.meantime import (
    MeantimeDocument,
    ParticipantScores,
    annotate_meantime,
    read_meantime,
    score_participants,
)
from dateline.evaluate.scores import PRF
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Role, RoleName
from dateline.model.text import Span

CAT = """<?xml version="1.0" ?>
<Document doc_id="7" doc_name="7_Trial" lang="en">
<token number="0" sentence="0" t_id="1">Ann</token>
<token number="1" sentence="0" t_id="2">sold</token>
<token number="2" sentence="0" t_id="3">boats</token>
<token number="3" sentence="0" t_id="4">.</token>
<token number="4" sentence="1" t_id="5">May</token>
<token number="5" sentence="1" t_id="6">3</token>
<token number="6" sentence="2" t_id="7">She</token>
<token number="7" sentence="2" t_id="8">left</token>
<Markables>
<ENTITY_MENTION m_id="1" syntactic_type="NAM"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2" syntactic_type="NOM"><token_anchor t_id="3"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="3" syntactic_type="PRO"><token_anchor t_id="7"/></ENTITY_MENTION>
<EVENT_MENTION m_id="4" polarity="POS"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="5" polarity="POS"><token_anchor t_id="8"/></EVENT_MENTION>
<TIMEX3 functionInDocument="CREATION_TIME" m_id="6" type="DATE" value="2011-05-03">
<token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
<ENTITY m_id="9" ent_type="PER"/>
</Markables>
<Relations>
<HAS_PARTICIPANT r_id="1" sem_role="Arg0"><source m_id="4"/><target m_id="1"/>
</HAS_PARTICIPANT>
<HAS_PARTICIPANT r_id="2" sem_role="Arg1"><source m_id="4"/><target m_id="2"/>
</HAS_PARTICIPANT>
<HAS_PARTICIPANT r_id="3" sem_role="Arg0"><source m_id="5"/><target m_id="3"/>
</HAS_PARTICIPANT>
<HAS_PARTICIPANT r_id="4" sem_role="Arg0"><source m_id="5"/></HAS_PARTICIPANT>
<TLINK r_id="5" reltype="BEFORE"><source m_id="4"/><target m_id="6"/></TLINK>
<REFERS_TO r_id="6"><source m_id="1"/><source m_id="3"/><target m_id="9"/></REFERS_TO>
</Relations>
</Document>
"""


@pytest.fixture
def gold(tmp_path: Path) -> MeantimeDocument:
    path = tmp_path / "7_Trial.xml"
    path.write_text(CAT, encoding="utf-8")
    return read_meantime(path)


def _system(
    gold: MeantimeDocument, events: str, roles: list[Role]
) -> AnnotatedDocument:
    doc = build_doc(
        "Ann/NNP/nsubj/2 sold|sell/VBD/ROOT/0 boats|boat/NNS/dobj/2 ././punct/2",
        "May/NNP/ROOT/0 3/CD/nummod/1",
        "She/PRP/nsubj/2 left|leave/VBD/ROOT/0",
    )
    assert doc.document.text == gold.document.text.replace("\n", " ")
    doc = with_events(
        with_entities(doc, {"Ann": PERSON, "boats": THING, "She": PERSON}), events
    )
    return replace(doc, roles=tuple(roles))


def _role(event: int, mention: int, role: RoleName) -> Role:
    return Role(event=event, mention=mention, role=role, span=Span(0, 1), rule="test")


def test_text_mentions_and_relations_are_read(gold: MeantimeDocument) -> None:
    assert gold.document.text == "Ann sold boats.\nMay 3\nShe left"
    assert [gold.document.slice(m.span) for m in gold.of_kind("EVENT_MENTION")] == [
        "sold",
        "left",
    ]
    assert len(gold.participants) == 3  # the one without a target is dropped
    assert gold.chains == {"1": "9", "3": "9"}
    assert gold.links == (("4", "BEFORE", "6"),)
    assert gold.document.dct is not None
    assert gold.document.dct.date == date(2011, 5, 3)


def test_all_right_scores_one(gold: MeantimeDocument) -> None:
    roles = [
        _role(0, 0, RoleName.AGENT),
        _role(0, 1, RoleName.PATIENT),
        _role(1, 2, RoleName.AGENT),
    ]
    scores = score_participants(gold, _system(gold, "sold left", roles))
    perfect = PRF(tp=3, fp=0, fn=0)
    assert scores == ParticipantScores(
        participants=perfect, roles=perfect, matched=perfect, matched_roles=perfect
    )


def test_a_wrong_role_is_still_a_participant(gold: MeantimeDocument) -> None:
    roles = [_role(0, 0, RoleName.PATIENT), _role(0, 1, RoleName.PATIENT)]
    scores = score_participants(gold, _system(gold, "sold left", roles))
    assert scores.participants == PRF(tp=2, fp=0, fn=1)
    assert scores.roles == PRF(tp=1, fp=1, fn=2)


def test_a_missed_event_counts_only_end_to_end(gold: MeantimeDocument) -> None:
    roles = [_role(0, 0, RoleName.AGENT), _role(0, 1, RoleName.PATIENT)]
    scores = score_participants(gold, _system(gold, "sold", roles))
    assert scores.participants == PRF(tp=2, fp=0, fn=1)
    assert scores.matched == PRF(tp=2, fp=0, fn=0)


def test_who_refers_to_the_same_entity_is_the_same(gold: MeantimeDocument) -> None:
    roles = [_role(1, 0, RoleName.AGENT)]
    scores = score_participants(gold, _system(gold, "sold left", roles))
    assert scores.participants == PRF(tp=1, fp=0, fn=2)


def test_another_participant_is_a_false_alarm(gold: MeantimeDocument) -> None:
    roles = [_role(1, 1, RoleName.AGENT)]
    scores = score_participants(gold, _system(gold, "sold left", roles))
    assert scores.participants == PRF(tp=0, fp=1, fn=3)


def test_what_is_no_cat_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.xml"
    path.write_text("<Document>", encoding="utf-8")
    with pytest.raises(GoldError, match="not a CAT file"):
        read_meantime(path)


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no CAT file"):
        next(annotate_meantime(tmp_path))
