"""The reader and the scorer of attributions, on small files of our own."""

from pathlib import Path

import pytest
from tests.parse import build_doc

from dateline.errors import GoldError
from dateline.evaluate.polnear import (
    GoldAttribution,
    read_brat,
    read_corpus,
    score_attributions,
    to_document,
)
from dateline.evaluate.timeml import Split
from dateline.model.mentions import Attribution, QuoteKind
from dateline.model.text import Span

BRAT = (
    "T1\tSource 0 3\tRoe\nT2\tCue 4 8\tsaid\nT3\tContent 9 16;20 25\ttaxes f r more\n"
    "A1\tsomething else\nE1\tAttribution:T2 Source:T1 Cue:T2 Content2:T3 Content:T9\n"
)
DOC = build_doc("Roe/NNP/nsubj/2 said/VBD/ROOT/0 taxes/NNS/nsubj/4 fell/VBD/ccomp/2")
GOLD = GoldAttribution(source=(Span(0, 3),), cue=(Span(4, 8),), content=(Span(9, 19),))


def ours(**changes: object) -> Attribution:
    parts: dict[str, object] = {
        "source": Span(0, 3),
        "mention": None,
        "cue": Span(4, 8),
        "content": (Span(9, 19),),
        "kind": QuoteKind.INDIRECT,
    }
    return Attribution(**{**parts, **changes})  # type: ignore[arg-type]


def test_parts_in_pieces_are_read_and_unknown_ones_left_out():
    (found,) = read_brat(BRAT)
    assert found.source == (Span(0, 3),)
    assert found.content == (Span(9, 16), Span(20, 25))


def test_a_line_that_is_no_annotation_is_named():
    with pytest.raises(GoldError, match=r"a\.ann:1: expected 'ID<tab>TYPE START END'"):
        read_brat("T1\tCue four 8\tsaid", name="a.ann")


def test_gold_against_gold_is_perfect():
    score = score_attributions(DOC.tokens, [ours()], [GOLD])
    assert (score.cue.f, score.source.f, score.content.f) == (1, 1, 1)


def test_overlap_is_enough_for_a_cue_and_content_counts_words():
    found = ours(cue=Span(7, 12), content=(Span(15, 19),))
    score = score_attributions(DOC.tokens, [found], [GOLD])
    assert score.cue.f == 1
    assert (score.content.tp, score.content.fn, score.content.fp) == (1, 1, 0)


def test_each_gold_part_is_matched_once_and_nested_ones_are_left_out():
    twice = score_attributions(DOC.tokens, [ours(), ours()], [GOLD])
    assert (twice.cue.tp, twice.cue.fp) == (1, 1)
    nested = score_attributions(DOC.tokens, [ours(parent=0)], [GOLD])
    assert (nested.cue.tp, nested.cue.fp, nested.cue.fn) == (0, 0, 1)


def test_a_corpus_is_read_with_all_who_annotated_an_article(tmp_path: Path):
    for folder, name, words in (
        ("text", "paper_story.txt", "Roe said taxes fell far more."),
        ("attributions", "paper_story_1a.ann", BRAT),
        ("attributions", "paper_story_2b.ann", ""),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(words, encoding="utf-8")
    ((document, golds),) = read_corpus(tmp_path, Split.ALL)
    assert document.id == "polnear:paper_story"
    assert [len(gold) for gold in golds] == [1, 0]


def test_a_folder_without_the_corpus_is_refused(tmp_path: Path):
    with pytest.raises(GoldError, match=r"expected attributions/\*\.ann"):
        next(read_corpus(tmp_path))


def test_offsets_stay_those_of_the_text():
    text = "One.\r\n\n  Two words. \nThree."
    document = to_document("a", text)
    words = [document.slice(block.span) for block in document.blocks]
    assert words == ["One.", "Two words.", "Three."]
