"""The time expressions as a spaCy component, without a trained pipeline."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
import spacy

TEXT = "They met last week and every Monday, for two years."


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_timex", config={"dct": "2018-07-12"})
    return nlp


def found(doc):
    return [(span.text, span.label_, span._.timex_value) for span in doc.spans["timex"]]


def test_spacy_finds_the_component_without_an_import():
    code = (
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('dateline_timex'); "
        "print(len(nlp('It rained in 1990.').spans['timex']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "1"


def test_expressions_are_spans_with_their_type_and_value(nlp):
    assert found(nlp(TEXT)) == [
        ("last week", "DATE", "2018-W27"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("two years", "DURATION", "P2Y"),
    ]


def test_a_span_carries_the_whole_time(nlp):
    doc = nlp(TEXT)
    week = doc.spans["timex"][0]._
    assert week.timex_type == "DATE"
    assert week.timex_granularity == "week"
    assert week.timex_basis == "relative-to-publication"
    assert week.timex_explanation == week.timex["explanation"]
    assert week.timex_mod is None


@pytest.mark.parametrize("dct", [date(2020, 1, 9), "2020-01-09"])
def test_the_date_of_a_document_goes_before_that_of_the_component(nlp, dct):
    doc = nlp.make_doc(TEXT)
    doc._.dct = dct
    assert found(nlp(doc))[0][2] == "2020-W01"


def test_without_a_publication_date_nothing_is_anchored():
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_timex")
    doc = nlp("They met last week.")
    (week,) = doc.spans["timex"]
    assert week._.timex_basis == "unanchored"


def test_a_bad_publication_date_is_refused():
    nlp = spacy.blank("en")
    with pytest.raises(ValueError, match="Thursday"):
        nlp.add_pipe("dateline_timex", config={"dct": "Thursday"})


def test_a_document_can_be_sent_to_another_process(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.dct = "2018-07-12"
    sent = spacy.tokens.Doc(nlp.vocab).from_bytes(nlp(doc).to_bytes())
    assert found(sent) == found(nlp(TEXT))


def test_a_span_takes_in_whole_tokens(nlp):
    doc = nlp("The 1990s-era law of 12July2018x stays.")
    for span in doc.spans["timex"]:
        assert doc.text[span.start_char : span.end_char] == span.text


def test_other_spans_have_no_time(nlp):
    assert nlp(TEXT)[0:2]._.timex_value is None
