"""Examples for the learned relations, from a small file with a known answer."""

from __future__ import annotations

from dataclasses import replace

from tests.parse import build_doc

from dateline.annotate.tlink_pairs import PairKind
from dateline.evaluate.timeml_reader import read_timeml
from dateline.evaluate.train_tlinks import examples
from dateline.model.mentions import EventClass, EventMention

GOLD = read_timeml(
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2018-07-12" '
    'functionInDocument="CREATION_TIME">x</TIMEX3></DCT><TEXT>Ferries '
    '<EVENT eid="e1" class="OCCURRENCE">sank</EVENT> before storms '
    '<EVENT eid="e2" class="OCCURRENCE">broke</EVENT> .</TEXT>'
    '<MAKEINSTANCE eiid="ei1" eventID="e1"/><MAKEINSTANCE eiid="ei2" eventID="e2"/>'
    '<TLINK lid="l1" relType="IBEFORE" eventInstanceID="ei1" '
    'relatedToEventInstance="ei2"/>'
    '<TLINK lid="l2" relType="BEFORE" eventInstanceID="ei2" relatedToTime="t0"/>'
    "</TimeML>"
)


def test_an_example_has_what_follows_from_gold_and_what_stands_there() -> None:
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
    assert [(each.kind, each.holds, each.written) for each in found] == [
        (PairKind.WORD_DCT, "BEFORE", "NONE"),
        (PairKind.WORD_DCT, "BEFORE", "BEFORE"),
        (PairKind.SAME_SENTENCE, "BEFORE", "BEFORE"),
    ]
