from __future__ import annotations

import json

from tests.export.sample import ARTICLE, entry, timeline

from dateline.export.json import timeline_json


def read(*entries, keep_text=True):
    pieces = timeline_json(timeline(*entries), keep_text=keep_text)
    return json.loads(b"".join(pieces))


def test_an_event_keeps_every_field():
    (event,) = read(entry())["events"]
    assert event["status"] == "happened"
    assert event["date"]["earliest_begin"] == "2021-05-03"
    assert event["date"]["granularity"] == "Week"
    assert event["participants"][0]["role"] == "agent"
    assert event["claims"][0]["source"] == "two sailors"
    assert event["evidence"][0]["start"] == 10


def test_an_article_is_written_once():
    document = read(entry(), entry(iri="https://example.org/news/ferry#event-2"))
    assert [article["iri"] for article in document["articles"]] == [ARTICLE.iri]
    assert {event["article"] for event in document["events"]} == {ARTICLE.iri}


def test_the_text_is_kept_on_demand():
    assert read(entry())["articles"][0]["text"] == ARTICLE.text


def test_without_text_the_sentences_stay():
    document = read(entry(), keep_text=False)
    assert "text" not in document["articles"][0]
    assert document["events"][0]["evidence"][0]["sentence"]


def test_an_undated_event_has_no_date():
    assert read(entry(date=None))["events"][0]["date"] is None


def test_a_lone_surrogate_is_escaped():
    assert read(entry(label="a\udc80"))["events"][0]["label"] == "a\udc80"


def test_the_same_timeline_gives_the_same_bytes():
    pieces = [list(timeline_json(timeline(entry(), entry(date=None)))) for _ in "12"]
    assert pieces[0] == pieces[1]
