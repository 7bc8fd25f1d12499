"""Examples and weights for the events that are written, from a small file."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest
from tests.parse import build_doc

from dateline.evaluate.timeml_reader import read_timeml
from dateline.evaluate.train_events import Example, examples, train
from dateline.model.mentions import EventClass, EventMention

GOLD = read_timeml(
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2018-07-12" '
    'functionInDocument="CREATION_TIME">x</TIMEX3></DCT><TEXT>Ferries '
    '<EVENT eid="e1" class="OCCURRENCE">sank</EVENT> before storms broke .</TEXT>'
    "</TimeML>"
)


def test_an_example_says_whether_gold_has_the_event():
    doc = build_doc(
        "Ferries/NNS/nsubj/2 sank|sink/VBD/ROOT/0 before/IN/mark/5 storms/NNS/nsubj/5 "
        "broke|break/VBD/advcl/2 ././punct/2"
    )
    mentions = tuple(
        EventMention(
            span=doc.tokens[head].span,
            head=head,
            verb=head,
            lemma=doc.tokens[head].lemma,
            pos="VERB",
            cls=EventClass.OCCURRENCE,
        )
        for head in (1, 4)
    )
    found = list(examples(GOLD, replace(doc, event_mentions=mentions)))
    assert [each.is_written for each in found] == [True, False]
    assert "lemma=sink,VB" in found[0].signs


def test_a_sign_of_the_written_gets_a_positive_weight():
    pytest.importorskip("sklearn")
    found = [
        Example(frozenset({"lemma=vote,NN"}), is_written=True),
        Example(frozenset({"lemma=price,NN"}), is_written=False),
    ] * 9
    rows = json.loads(gzip.decompress(train(found)))["rows"]
    assert rows["lemma=vote,NN"] > 0 > rows["lemma=price,NN"]
