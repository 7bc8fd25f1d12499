"""Timelines of an entity: formats, dates, what belongs on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.annotate.marks import ORGANIZATION, PERSON, with_entities, with_events
from tests.parse import build_doc

from dateline.annotate.roles import annotate_roles
from dateline.annotate.stage import load_stage
from dateline.errors import GoldError
from dateline.evaluate.semeval2015 import (
    ReadArticle,
    entries_of,
    timeline_of,
    write_timelines,
)
from dateline.evaluate.semeval2015_dates import Calendar, Dated, Days, Ground
from dateline.evaluate.semeval2015_entries import Entry, ranked, with_borrowed
from dateline.evaluate.semeval2015_reader import (
    EntityTimeline,
    Line,
    read_article,
    read_articles,
    read_timeline,
    read_timelines,
    write_timeline,
)
from dateline.evaluate.semeval2015_target import events_of, is_name_of, words_of_target
from dateline.resolve.facts import resolve

CAT = """<?xml version="1.0" ?>
<Document doc_id="7" doc_name="7_Trial">
<token number="0" sentence="0" t_id="1">Vik</token>
<token number="1" sentence="0" t_id="2">leaves</token>
<token number="2" sentence="1" t_id="3">May</token>
<token number="3" sentence="1" t_id="4">3</token>
<token number="4" sentence="2" t_id="5">Vik</token>
<token number="5" sentence="2" t_id="6">stepped</token>
<token number="6" sentence="2" t_id="7">down</token>
<token number="7" sentence="2" t_id="8">.</token>
<Markables>
<EVENT_MENTION m_id="4"><token_anchor t_id="7"/><token_anchor t_id="6"/>
</EVENT_MENTION>
<EVENT_MENTION m_id="5"><token_anchor t_id="99"/></EVENT_MENTION>
<TIMEX3 functionInDocument="CREATION_TIME" m_id="6" type="DATE" value="2011-05-03"/>
</Markables>
</Document>
"""
TIMEML = """<?xml version='1.0' encoding='utf-8'?>
<TimeML><DOCID>7</DOCID><DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0"
type="DATE" value="2011-05-03">2011-05-03</TIMEX3></DCT>
<EXTRAINFO>Vik leaves</EXTRAINFO>
<TEXT><s id="1">May 3</s><s id="2">Vik <EVENT eid="e1">stepped down</EVENT> .</s></TEXT>
</TimeML>
"""
TIMELINE = "Astrid Vik\n0\tXXXX-XX-XX\t7-2-rose\n1\t2011-05\t7-2-left\t8-3-exit\n"


@pytest.mark.parametrize(("name", "text"), [("7.xml", CAT), ("7.tml", TIMEML)])
def test_an_article_is_read_from_both_formats(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    article = read_article(path)
    assert article.number == "7"
    assert article.document.text == "Vik leaves\nMay 3\nVik stepped down."
    assert [block.kind.value for block in article.document.blocks] == [
        "title",
        "dateline",
        "body",
    ]
    assert article.document.dct.date == date(2011, 5, 3)
    assert [article.name_of(words) for words in article.given] == ["7-2-stepped_down"]


def test_an_event_is_written_in_lower_case(tmp_path):
    path = tmp_path / "7.xml"
    path.write_text(CAT.replace("stepped", "Stepped"))
    article = read_article(path)
    assert article.name_of(article.given[0]) == "7-2-stepped_down"


def test_an_article_in_both_formats_is_read_once(tmp_path):
    (tmp_path / "7.xml").write_text(CAT)
    (tmp_path / "7.tml").write_text(TIMEML)
    assert len(read_articles(tmp_path)) == 1


@pytest.mark.parametrize(
    "text", ["no XML", CAT.replace('sentence="0"', 'sentence="x"')]
)
def test_a_broken_article_is_an_error(tmp_path, text):
    (tmp_path / "7.xml").write_text(text)
    with pytest.raises(GoldError, match=r"7\.xml: cannot be read as CAT XML or TimeML"):
        read_articles(tmp_path)


def test_a_folder_without_articles_is_an_error(tmp_path):
    with pytest.raises(GoldError, match="expected articles of the task"):
        read_articles(tmp_path)


def test_a_timeline_is_read_and_written_as_it_was(tmp_path):
    path = tmp_path / "astrid_vik.txt"
    path.write_text(TIMELINE)
    timeline = read_timeline(path)
    assert timeline.target == "Astrid Vik"
    assert timeline.lines[1] == Line(
        rank=1, time="2011-05", mentions=("7-2-left", "8-3-exit")
    )
    assert write_timeline(timeline) == TIMELINE


def test_a_timeline_without_a_heading_is_named_by_its_file(tmp_path):
    (tmp_path / "astrid_vik.txt").write_text("1\t2011\t7-2-left\n")
    (timeline,) = read_timelines(tmp_path)
    assert (timeline.name, timeline.target) == ("astrid_vik", "astrid vik")


def test_entities_may_be_listed(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("Astrid Vik\n\nharbour_bridge.txt\n")
    assert [(each.name, each.target) for each in read_timelines(path)] == [
        ("astrid_vik", "Astrid Vik"),
        ("harbour_bridge", "harbour bridge"),
    ]


def test_a_rank_that_is_no_number_is_an_error(tmp_path):
    (tmp_path / "vik.txt").write_text("Vik\nfirst\t2011\t7-2-left\n")
    with pytest.raises(GoldError, match=r"vik\.txt:2: expected a rank"):
        read_timelines(tmp_path)


def test_a_folder_without_timelines_is_an_error(tmp_path):
    with pytest.raises(GoldError, match="expected timelines"):
        read_timelines(tmp_path)


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("Astrid Vik", "Astrid Vik", True),
        ("Vik", "Astrid Vik", True),
        ("Astrid", "Astrid Vik", False),
        ("the Oslo Harbour Bridge", "Harbour Bridge", True),
        ("Astra", "Astra X200", False),
        ("X200", "Astra X200", True),
        ("200", "Astra 200", False),
        ("X200", "astra x200", True),
        ("Bridge", "Harbour bridge", False),
        ("UAW", "United Auto Workers", True),
        ("Astra Composite", "Astra", True),
        ("The", "The", True),
        ("", "Astra", False),
    ],
)
def test_a_name_is_the_targets(name, target, expected):
    assert is_name_of(name, target) is expected


SENTENCES = (
    "The/DT/det/3 Astra/NNP/compound/3/ORG 200/CD/nsubj/4 rose|rise/VBD/ROOT/0",
    "Astra/NNP/compound/3/ORG 200/CD/nummod/3 index/NN/nsubj/4 fell|fall/VBD/ROOT/0",
    "The/DT/det/3 200/CD/nummod/3 Harrier/NNP/nsubj/4 sank|sink/VBD/ROOT/0",
    "Astra/NNP/nsubj/2 lied|lie/VBD/ROOT/0",
)


def test_a_name_with_a_number_is_found_by_its_words():
    doc = build_doc(*SENTENCES)
    spelt = words_of_target(doc.tokens, "Astra 200")
    assert [doc.tokens[i].text for i in sorted(spelt)] == [
        *("Astra", "200"),
        *("Astra", "200", "index"),
        *("200", "Harrier"),
    ]


def with_names(doc, people):
    doc = with_entities(doc, people)
    named = [replace(m, name=doc.slice(m.span)) for m in doc.entity_mentions]
    return replace(doc, entity_mentions=tuple(named))


def read(*sentences, people, events):
    doc = with_names(build_doc(*sentences), people)
    doc = annotate_roles(with_events(doc, events))
    told = {m.span: (f"1-2-{doc.slice(m.span)}",) for m in doc.event_mentions}
    return ReadArticle(doc=doc, facts=resolve(doc), names=told)


ACT = (
    "Vik/NNP/nsubj/2/PERSON sold|sell/VBD/ROOT/0 Astra/NNP/dobj/2/ORG ././punct/2",
    "Kerr/NNP/nsubj/2/PERSON left|leave/VBD/ROOT/0 ././punct/2",
)
PEOPLE = {"Vik": PERSON, "Astra": ORGANIZATION, "Kerr": PERSON}


@pytest.mark.parametrize(("target", "expected"), [("Astrid Vik", "sold"), ("Rio", "")])
def test_only_what_the_target_takes_part_in_is_told(target, expected):
    found = read(*ACT, people=PEOPLE, events="sold left")
    chosen = events_of(found.doc, found.facts, target)
    words = [found.doc.slice(found.doc.event_mentions[n].span) for n in chosen]
    assert " ".join(words) == expected


def test_what_is_told_without_a_date_is_dated_by_the_publication():
    found = read(*ACT, people=PEOPLE, events="sold left")
    target = EntityTimeline(name="vik", target="Vik")
    (entry,) = entries_of(found, "Vik")
    assert (entry.mentions, entry.actors) == (("1-2-sold",), {"vik", "astra"})
    day = Days(date(2018, 7, 12), date(2018, 7, 12))
    assert entry.when == Dated(day, Ground.PUBLICATION)
    assert timeline_of(target, [found, found]).lines == (
        Line(rank=1, time="2018-07-12", mentions=("1-2-sold",)),
        Line(rank=1, time="2018-07-12", mentions=("1-2-sold",)),
    )


def test_without_a_publication_date_it_has_none():
    doc = with_names(build_doc(*ACT, dct=None), PEOPLE)
    doc = annotate_roles(with_events(doc, "sold"))
    names = {doc.event_mentions[0].span: ("1-2-sold",)}
    found = ReadArticle(doc=doc, facts=resolve(doc), names=names)
    assert [entry.when for entry in entries_of(found, "Vik")] == [None]


def test_ranks_follow_dates_and_a_coarse_date_comes_first():
    def entry(word, first, last):
        when = Dated(Days(first, last), Ground.TOLD)
        return Entry(mentions=(word,), article="a", when=when)

    entries = [
        entry("b", date(2010, 6, 7), date(2010, 6, 7)),
        entry("c", date(2011, 1, 1), date(2011, 12, 31)),
        entry("a", date(2010, 1, 1), date(2010, 12, 31)),
        entry("d", date(2010, 6, 7), date(2010, 6, 7)),
    ]
    assert [(e.rank, e.time, e.mentions) for e in ranked(entries)] == [
        (1, "2010", ("a",)),
        (2, "2010-06-07", ("b",)),
        (2, "2010-06-07", ("d",)),
        (3, "2011", ("c",)),
    ]


TOLD = Dated(Days(date(2010, 6, 7), date(2010, 6, 7)), Ground.TOLD)
OPEN = Dated(Days(date(2010, 8, 9), date(2010, 8, 9)), Ground.PUBLICATION)
KNOWN = Entry(
    mentions=("1-2-sold",),
    article="a",
    when=TOLD,
    today=date(2010, 6, 8),
    word="sold",
    actors=frozenset({"vik", "astra"}),
)
ELSEWHERE = replace(KNOWN, article="b", when=OPEN, today=date(2010, 8, 9))


def test_an_event_without_a_date_takes_that_of_another_article():
    assert [each.when for each in with_borrowed([KNOWN, ELSEWHERE])] == [TOLD, TOLD]


@pytest.mark.parametrize(
    "change",
    [
        {"article": "a"},
        {"word": "bought"},
        {"actors": frozenset({"vik", "rio"})},
        {"is_report": True},
        {"today": date(2010, 6, 6)},
        {"when": Dated(OPEN.days, Ground.NEWS)},
    ],
)
def test_what_may_be_another_event_keeps_its_date(change):
    entry = replace(ELSEWHERE, **change)
    assert list(with_borrowed([KNOWN, entry])) == [KNOWN, entry]


NEWS = (
    "On/IN/prep/4 Monday/NNP/pobj/1/DATE Vik/NNP/nsubj/4 resigned|resign/VBD/ROOT/0",
    "Vik/NNP/nsubj/2 wept|weep/VBD/ROOT/0 praising|praise/VBG/advcl/2 Kerr/NNP/dobj/3",
    "Vik/NNP/nsubj/2/PERSON lives|live/VBZ/ROOT/0 ././punct/2",
    "Vik/NNP/nsubj/2 hid|hide/VBD/ROOT/0 cars/NNS/dobj/2 stolen|steal/VBN/acl/3",
)


def test_the_past_is_the_day_of_the_news_and_the_present_is_today():
    doc = with_names(build_doc(*NEWS), {"Vik": PERSON, "Kerr": PERSON})
    for name in ("timex", "events", "roles", "factuality", "tlinks"):
        doc = load_stage(name).annotate(doc)
    facts = resolve(doc)
    calendar = Calendar(doc, facts)
    found = {doc.slice(e.mentions[0]): calendar.date_of(e) for e in facts.events}
    assert found.pop("stolen") is None
    assert {word: when.days.isoformat() for word, when in found.items()} == {
        "resigned": "2018-07-09",
        "wept": "2018-07-09",
        "hid": "2018-07-09",
        "praising": "2018-07-09",
        "lives": "2018-07-12",
    }


FIRST_WORD = TIMEML.replace(" down</EVENT>", "</EVENT> down")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "mentions"), [(CAT, False), (CAT, True), (FIRST_WORD, True)]
)
def test_an_article_becomes_a_timeline(tmp_path, text, mentions):
    (tmp_path / "7.xml").write_text(text)
    target = EntityTimeline(name="vik", target="Vik")
    articles = read_articles(tmp_path)
    (found,) = write_timelines([target], articles, mentions=mentions)
    assert [line.mentions for line in found.lines] == [("7-2-stepped_down",)]
    assert found.lines[0].time == "2011-05-03"


def test_an_article_of_a_month_has_no_publication_date(tmp_path):
    path = tmp_path / "7.xml"
    path.write_text(CAT.replace("2011-05-03", "2011-05"))
    assert read_article(path).document.dct is None
