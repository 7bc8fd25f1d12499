"""TimeML out: the text to the character, ids that agree, values that are valid."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse import build_doc

from dateline.annotate.timex import find_timexes
from dateline.annotate.tlink_model import ChosenLink, End
from dateline.evaluate.timeml_reader import read_timeml
from dateline.export.timeml import Header, to_timeml
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventClass, EventMention, Tense
from dateline.model.text import Dct, DctBasis, Document, Span
from dateline.model.time import TLinkType

DCT = Dct(date=date(2018, 7, 12), basis=DctBasis.OPTION)
SENTENCE = (
    "Ferries/NNS/nsubj/2 sank|sink/VBD/ROOT/0 before/IN/mark/5 storms/NNS/nsubj/5 "
    "broke|break/VBD/advcl/2 Tuesday/NNP/npadvmod/5/DATE ././punct/2"
)


def event(head, verb=None, **changes):
    values = {
        "span": Span(0, 1),
        "lemma": "x",
        "pos": "VERB",
        "cls": EventClass.OCCURRENCE,
        "tense": Tense.PAST,
    }
    return EventMention(
        head=head, verb=head if verb is None else verb, **(values | changes)
    )


def annotated(*mentions, sentence=SENTENCE):
    doc = build_doc(sentence)
    text = doc.document.text
    return replace(
        doc,
        timexes=find_timexes(text, dct=doc.document.dct, doc=doc),
        event_mentions=mentions,
    )


def elements(doc, tag, **options):
    root = ET.fromstring(to_timeml(doc, **options))  # noqa: S314
    return [element.attrib | {"words": element.text} for element in root.iter(tag)]


def bare(text, dct=DCT):
    document = Document(id="urn:a", text=text, blocks=(), dct=dct)
    return AnnotatedDocument(document=document, timexes=find_timexes(text, dct=dct))


def without_tags(source):
    inside = source.partition("<TEXT>")[2].rpartition("</TEXT>")[0]
    return html.unescape(re.sub(r"<[^>]*>", "", inside))


def test_events_times_instances_and_links_name_each_other():
    sank = event(1, is_negated=True, modality="would")
    links = (
        ChosenLink(End(word=1), TLinkType.BEFORE, End(word=4), signal=Span(13, 19)),
        ChosenLink(End(word=4), TLinkType.IS_INCLUDED, End(time=0)),
        ChosenLink(End(word=1), TLinkType.BEFORE, End()),
        ChosenLink(End(time=0), TLinkType.BEFORE, End()),
    )
    doc = annotated(sank, event(4))
    assert [found["words"] for found in elements(doc, "EVENT")] == ["sank", "broke"]
    signals = elements(doc, "SIGNAL", links=links)
    assert signals == [{"sid": "s1", "words": "before"}]
    assert elements(doc, "MAKEINSTANCE")[0] == {
        "eiid": "ei1",
        "eventID": "e1",
        "tense": "PAST",
        "aspect": "NONE",
        "polarity": "NEG",
        "pos": "VERB",
        "modality": "would",
        "words": None,
    }
    assert [
        {name: value for name, value in found.items() if name != "words"}
        for found in elements(doc, "TLINK", links=links)
    ] == [
        {
            "lid": "l1",
            "relType": "BEFORE",
            "eventInstanceID": "ei1",
            "relatedToEventInstance": "ei2",
            "signalID": "s1",
        },
        {
            "lid": "l2",
            "relType": "IS_INCLUDED",
            "eventInstanceID": "ei2",
            "relatedToTime": "t1",
        },
        {
            "lid": "l3",
            "relType": "BEFORE",
            "eventInstanceID": "ei1",
            "relatedToTime": "t0",
        },
        {
            "lid": "l4",
            "relType": "BEFORE",
            "timeID": "t1",
            "relatedToTime": "t0",
        },
    ]


def test_a_time_counted_from_the_publication_names_it_as_its_anchor():
    dct, tuesday = elements(annotated(), "TIMEX3")
    assert dct["functionInDocument"] == "CREATION_TIME"
    assert (dct["tid"], dct["value"]) == ("t0", "2018-07-12")
    assert tuesday["words"] == "Tuesday"
    assert tuesday["anchorTimeID"] == "t0"
    assert tuesday["temporalFunction"] == "true"


def test_a_light_verb_is_an_event_of_its_own():
    sentence = "They/PRP/nsubj/2 held|hold/VBD/ROOT/0 talks|talk/NNS/dobj/2 ././punct/2"
    doc = annotated(event(2, 1, pos="NOUN"), sentence=sentence)
    assert [found["words"] for found in elements(doc, "EVENT")] == ["held", "talks"]


def test_a_time_goes_before_an_event_and_links_of_the_event_go_with_it():
    doc = annotated(event(5), event(1))
    links = (
        ChosenLink(End(word=5), TLinkType.BEFORE, End()),
        ChosenLink(End(word=1), TLinkType.BEFORE, End(word=5)),
        ChosenLink(End(word=1), TLinkType.BEFORE, End()),
    )
    assert [found["words"] for found in elements(doc, "EVENT")] == ["sank"]
    written = elements(doc, "TLINK", links=links)
    assert [found["lid"] for found in written] == ["l1"]


def test_a_signal_inside_a_time_is_left_out_and_not_named():
    inside = Span(33, 36)
    links = (ChosenLink(End(word=1), TLinkType.AFTER, End(time=0), signal=inside),)
    doc = annotated(event(1))
    assert not elements(doc, "SIGNAL", links=links)
    assert "signalID" not in elements(doc, "TLINK", links=links)[0]


def test_the_header_of_a_timeml_file_is_kept_and_its_ids_stay_free():
    doc = annotated()
    header = Header(
        docid="b", dct_id="t1", dct_value="20180712", dct_words="July the twelfth"
    )
    dct, tuesday = elements(doc, "TIMEX3", header=header)
    assert (dct["tid"], dct["value"]) == ("t1", "20180712")
    assert dct["words"] == "July the twelfth"
    assert (tuesday["tid"], tuesday["anchorTimeID"]) == ("t2", "t1")
    assert "<DOCID>b</DOCID>" in to_timeml(doc, header=header)


def test_an_article_without_a_date_says_that_its_date_is_unknown():
    source = to_timeml(bare("Rain.", dct=None))
    assert 'value="XXXX-XX-XX"' in source
    assert read_timeml(source).to_document().dct is None


@pytest.mark.parametrize(
    "text",
    [
        "R&D <b>now</b> & \"then\" ]]> 'so' &amp;\n",
        "One.\r\n\r\nOn Tuesday\rtwo.\r\n",
        "\n  Tabs\tand  spaces \u00a0 stay; so do ☃ and 𝔘. Last week.\n\n",
        "",
    ],
)
def test_the_text_comes_back_as_it_was(text):
    source = to_timeml(bare(text))
    assert read_timeml(source).text == text
    assert without_tags(source) == text


def test_what_xml_cannot_hold_is_replaced_in_place():
    text = "On\x00Tuesday\x1b[0m \ud800\ufffe."
    found = read_timeml(to_timeml(bare(text))).text
    assert found == "On\ufffdTuesday\ufffd[0m \ufffd\ufffd."


PIECES = st.sampled_from(
    [
        "<", ">", "&", '"', "'", "]]>", "&lt;", "<!--", "\r\n", "\n", " ", "é", "𝔘",
        "on Tuesday", "last week", "the 1990s", "every Monday", "two years", "5 p.m.",
    ]
)  # fmt: skip
XML = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])


@given(st.lists(PIECES | st.text(XML, max_size=6), max_size=30).map("".join))
def test_any_text_comes_back_with_its_times(text):
    doc = bare(text)
    source = to_timeml(doc)
    found = read_timeml(source)
    assert found.text == text
    assert without_tags(source) == text
    assert [gold.span for gold in found.timexes] == [t.span for t in doc.timexes]
    assert all(gold.value for gold in found.timexes)
