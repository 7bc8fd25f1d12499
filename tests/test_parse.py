"""The hand-built documents of the other tests are what they claim to be."""

from tests.parse import build_doc


def test_words_of_a_built_document_slice_to_themselves() -> None:
    doc = build_doc(
        "Trump/NNP/nsubj/2/PERSON released|release/VBD/ROOT/0 a/DT/det/4 "
        "letter/NN/dobj/2 ././punct/2",
        "It/PRP/nsubj/2 ended|end/VBD/ROOT/0 ././punct/2",
    )
    assert doc.document.text == "Trump released a letter. It ended."
    assert all(doc.slice(token.span) == token.text for token in doc.tokens)
    assert doc.tokens[1].children == (0, 3, 4)
    assert doc.sentence_of(6).i == 1
