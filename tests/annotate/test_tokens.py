"""What is done to a paragraph before its parse, and to the parse after it."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from dateline.annotate.tokens import bearer, pieces_of
from dateline.model.text import Block, BlockKind, Span

LONGEST = 10_000


def pieces(text: str, start: int = 0) -> list[Block]:
    return list(pieces_of(text, Block(BlockKind.BODY, Span(start, len(text)))))


def test_a_paragraph_of_usual_length_is_one_piece() -> None:
    text = "Rain fell. " * 100
    assert pieces(text) == [Block(BlockKind.BODY, Span(0, len(text)))]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "The mayor resigned on Monday. " * 60_000
    found = pieces(text)
    assert all(piece.span.slice(text).startswith("The mayor") for piece in found)


def test_a_text_without_an_end_is_cut_between_words_or_where_it_must() -> None:
    words = "the " * 10_000
    assert all(piece.span.slice(words).endswith(" ") for piece in pieces(words))
    assert len(pieces("x" * 25_000)) == 3


@given(st.text('a .!?"\n', max_size=40).map(lambda text: text * 900), st.integers(0, 9))
def test_pieces_are_short_and_leave_nothing_out(text: str, start: int) -> None:
    start = min(start, len(text))
    found = pieces(text, start)
    assert all(len(piece.span) <= LONGEST for piece in found)
    assert "".join(piece.span.slice(text) for piece in found) == text[start:]
    assert all(len(piece.span) for piece in found) or start == len(text)


def test_a_fire_kills_and_no_warehouse() -> None:
    words = ["a", "fire", "at", "a", "warehouse", "that", "killed", "nine"]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        lemmas=["a", "fire", "at", "a", "warehouse", "that", "kill", "nine"],
        heads=[1, 1, 1, 4, 2, 6, 4, 6],
        deps=["det", "ROOT", "prep", "det", "pobj", "nsubj", "relcl", "dobj"],
    )
    assert bearer(doc[6]).text == "fire"
    doc[6].lemma_ = "hold"
    assert bearer(doc[6]).text == "warehouse"
