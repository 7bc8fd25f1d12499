"""The learned choice of relations, with weights made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.parse import build_doc

from dateline.annotate.time_points import PointGraph, Relation
from dateline.annotate.timex import find_timexes
from dateline.annotate.tlink_features import PairReader
from dateline.annotate.tlink_model import (
    ChosenLink,
    End,
    LinearModel,
    PairModel,
    choose_links,
    load_models,
)
from dateline.annotate.tlink_pairs import Layout, Pair, PairKind
from dateline.model.mentions import EventClass, EventMention, Tense, TLink
from dateline.model.text import Dct, DctBasis, Span
from dateline.model.time import TLinkType

SENTENCES = (
    (
        "Ferries/NNS/nsubj/2 sank|sink/VBD/ROOT/0 before/IN/mark/5 storms/NNS/nsubj/5 "
        "broke|break/VBD/advcl/2 Tuesday/NNP/npadvmod/5/DATE ././punct/2"
    ),
    "Crews/NNS/nsubj/2 left|leave/VBD/ROOT/0 ././punct/2",
)
DCT = Dct(date=date(2018, 7, 12), basis=DctBasis.OPTION)


def event(doc, head):
    token = doc.tokens[head]
    return EventMention(
        span=token.span,
        head=head,
        verb=head,
        lemma=token.lemma,
        pos="VERB",
        cls=EventClass.OCCURRENCE,
        tense=Tense.PAST,
    )


def article():
    doc = build_doc(*SENTENCES, dct=DCT.date)
    return replace(
        doc,
        timexes=find_timexes(doc.document.text, dct=DCT, doc=doc),
        event_mentions=tuple(event(doc, head) for head in (1, 4, 8)),
        tlinks=(
            TLink(
                event=0,
                relation=TLinkType.BEFORE,
                other=1,
                signal=Span(13, 19),
                rule="clause-before",
            ),
        ),
    )


def always(relation, chance=80):
    """Make a model that says the same of every pair."""
    return alike(LinearModel(classes=("NONE", relation), bias=(0, chance), rows={}))


def alike(model):
    """Make a model for which what holds is what is written."""
    return PairModel(holds=model, written=model)


def test_each_pair_comes_once():
    pairs = list(Layout(article()).pairs())
    assert len(pairs) == len(set(pairs))
    assert {pair.kind for pair in pairs} == {
        PairKind.WORD_DCT,
        PairKind.WORD_TIME,
        PairKind.TIME_DCT,
        PairKind.SAME_SENTENCE,
        PairKind.NEXT_SENTENCE,
        PairKind.NEAR_TIME,
    }


def test_the_same_word_further_down_makes_a_pair():
    filler = "They/PRP/nsubj/2 met|meet/VBD/ROOT/0 ././punct/2"
    doc = build_doc(filler, SENTENCES[1], filler)
    doc = replace(doc, event_mentions=tuple(event(doc, head) for head in (1, 4, 7)))
    pairs = Layout(doc).pairs()
    assert [p for p in pairs if p.kind is PairKind.AGAIN] == [
        Pair(PairKind.AGAIN, 0, 2)
    ]


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (Pair(PairKind.WORD_DCT, 0), "tense=PAST"),
        (Pair(PairKind.WORD_TIME, 1, 0), "path=_npadvmod"),
        (Pair(PairKind.TIME_DCT, 0), "compared=before"),
        (Pair(PairKind.SAME_SENTENCE, 0, 1), "path=_advcl"),
        (Pair(PairKind.SAME_SENTENCE, 0, 1), "rule=BEFORE,clause-before"),
        (Pair(PairKind.SAME_SENTENCE, 0, 1), "signal=before"),
        (Pair(PairKind.NEXT_SENTENCE, 0, 2), "main=True,True"),
        (Pair(PairKind.NEAR_TIME, 2, 0), "where=before"),
    ],
)
def test_the_model_sees(pair, expected):
    assert expected in PairReader(Layout(article())).features(pair)


def test_a_likely_relation_is_chosen_with_the_signal_of_its_rule():
    models = {PairKind.SAME_SENTENCE: always("BEFORE")}
    assert choose_links(article(), models) == (
        ChosenLink(End(word=1), TLinkType.BEFORE, End(word=4), signal=Span(13, 19)),
    )


def test_an_unlikely_relation_is_not_chosen():
    models = {PairKind.SAME_SENTENCE: always("BEFORE", -400)}
    assert choose_links(article(), models) == ()


def test_the_surer_of_two_relations_that_exclude_each_other_is_chosen():
    models = {
        PairKind.WORD_DCT: always("AFTER", 50),
        PairKind.TIME_DCT: always("BEFORE", 90),
        PairKind.WORD_TIME: always("BEFORE", 70),
    }
    found = choose_links(article(), models)
    words = {link.source.word for link in found if link.target == End()}
    assert words == {None, 8}


def test_a_pair_has_one_relation():
    both = LinearModel(
        classes=("NONE", "BEFORE", "IS_INCLUDED"), bias=(0, 90, 80), rows={}
    )
    found = choose_links(article(), {PairKind.WORD_TIME: alike(both)})
    assert [link.relation for link in found] == [TLinkType.BEFORE] * 2


def test_a_relation_that_people_write_is_worth_more():
    likely = LinearModel(classes=("NONE", "BEFORE"), bias=(0, 0), rows={})
    never = LinearModel(classes=("AFTER", "NONE"), bias=(-5000, 0), rows={})
    assert dict(PairModel(holds=likely, written=never).worths([])) == {"BEFORE": 0.5}
    assert dict(alike(likely).worths([]))["BEFORE"] > 1


def test_known_features_move_the_chances_and_unknown_ones_do_not():
    model = LinearModel(classes=("NONE", "AFTER"), bias=(0, 0), rows={"a": (-50, 50)})
    assert model.chances(["a", "b"]) == model.chances(["a", "a"])
    assert model.chances(["a"])[1] > 0.7


def test_the_weights_of_the_package_are_whole():
    models = load_models()
    assert set(models) == set(PairKind)
    for pair in models.values():
        for model in (pair.holds, pair.written):
            assert "NONE" in model.classes
            assert len(model.bias) == len(model.classes)
            assert all(len(row) == len(model.classes) for row in model.rows.values())


def test_the_choice_is_the_same_each_time():
    assert choose_links(article()) == choose_links(article())


@pytest.mark.parametrize(
    ("relation", "is_denied"),
    [("AFTER", True), ("INCLUDES", True), ("SIMULTANEOUS", True), ("BEFORE", False)],
)
def test_what_follows_denies_other_relations(relation, is_denied):
    graph = PointGraph([Relation("a", "BEFORE", "b"), Relation("b", "INCLUDES", "c")])
    assert graph.contradicts(Relation("a", relation, "c")) is is_denied


def test_a_search_with_a_limit_gives_up():
    chain = [Relation(f"{n}", "BEFORE", f"{n + 1}") for n in range(50)]
    assert PointGraph(chain).follows(Relation("0", "BEFORE", "50"))
    assert not PointGraph(chain, limit=10).follows(Relation("0", "BEFORE", "50"))
