"""Which events are written into TimeML, with weights made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.parse import build_doc

from dateline.annotate.event_written import CLASSES, load_model, only_written, signs
from dateline.annotate.tlink_model import LinearModel
from dateline.model.mentions import EventClass, EventMention

DOC = build_doc(
    "Ferries/NNS/nsubj/2 sank|sink/VBD/ROOT/0 before/IN/mark/5 storms/NNS/nsubj/5 "
    "broke|break/VBD/advcl/2 ././punct/2"
)


def event(head):
    token = DOC.tokens[head]
    return EventMention(
        span=token.span,
        head=head,
        verb=head,
        lemma=token.lemma,
        pos="VERB",
        cls=EventClass.OCCURRENCE,
    )


SANK, BROKE = event(1), event(4)


def model(**weights):
    rows = {f"lemma={lemma},VB": (0, weight) for lemma, weight in weights.items()}
    return LinearModel(classes=CLASSES, bias=(0, 0), rows=rows)


def kept(words, weights):
    return [word.lemma for word in only_written(DOC, words, model(**weights))]


@pytest.mark.parametrize(
    ("weight", "expected"), [(-300, ["sink"]), (300, ["sink", "break"])]
)
def test_an_event_that_is_hardly_written_is_left_out(weight, expected):
    assert kept((SANK, BROKE), {"break": weight}) == expected


def test_an_event_that_users_tie_to_a_built_in_type_is_kept():
    own = replace(BROKE, event_type="Outbreak", broader="Disaster")
    assert kept((SANK, own), {"break": -300}) == ["sink", "break"]


def test_a_word_shows_itself_and_the_event_above_it():
    heads = {word.head: word for word in (SANK, BROKE)}
    found = set(signs(DOC.tokens, BROKE, heads))
    assert {
        "lemma=break,VB",
        "tag=VBD,advcl",
        "above=sink,VB",
        "above-event=OCCURRENCE,advcl,VB",
        "has=nsubj:NNS,VB",
        "has=nsubj:False,VB",
    } <= found


def test_the_weights_of_the_package_tell_frequent_signs():
    assert any(name.startswith("lemma=") for name in load_model().rows)
