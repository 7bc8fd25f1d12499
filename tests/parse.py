"""Build parsed documents by hand, so that unit tests need no trained model."""

from __future__ import annotations

from datetime import date

from dateline.model.annotated import AnnotatedDocument
from dateline.model.text import (
    Block,
    BlockKind,
    Dct,
    DctBasis,
    Document,
    Sentence,
    Span,
    Token,
)

# Penn Treebank tag -> Universal POS, where the word does not decide otherwise.
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON",
    "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "WP$": "DET", "EX": "PRON",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB",
    "VBZ": "VERB", "MD": "AUX", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV",
    "RBR": "ADV", "RBS": "ADV", "WRB": "SCONJ", "RP": "ADP", "IN": "ADP", "TO": "PART",
    "POS": "PART", "DT": "DET", "PDT": "DET", "CC": "CCONJ", "CD": "NUM", "UH": "INTJ",
    "SYM": "SYM", "HYPH": "PUNCT",
}  # fmt: skip


# Tags of what is written without a space on either side: "3-1", "ten-day".
_STROKES = ("HYPH", "SYM")


def build_doc(
    *sentences: str,
    dct: date | None = date(2018, 7, 12),
    block: BlockKind = BlockKind.BODY,
) -> AnnotatedDocument:
    """Read sentences of `word|lemma/TAG/dep/head[/ENT]` items.

    `head` counts words of the sentence from 1, 0 is the root; `|lemma` may be left out
    (then it is the word in lower case, or as it is for proper names); `ENT` is an
    OntoNotes type, continued while neighbours share it. `dep` decides AUX for `aux`,
    `auxpass` and copulas named `cop:`. Words hold no slash.

    >>> doc = build_doc("Rain/NN/nsubj/2 fell|fall/VBD/ROOT/0 ././punct/2")
    >>> [(token.text, token.lemma, token.head) for token in doc.tokens]
    [('Rain', 'rain', 1), ('fell', 'fall', 1), ('.', '.', 1)]
    """
    text, tokens, sents = "", [], []
    for number, line in enumerate(sentences):
        first = len(tokens)
        text += " " if text else ""
        rows = [_row(item) for item in line.split()]
        previous = ""
        for position, (word, lemma, tag, dep, head, ent) in enumerate(rows):
            glued = tag in {"POS", ".", ",", ":", "''"} or word in {"n't", ")"}
            opened = position and rows[position - 1][2] in {"``", "-LRB-", *_STROKES}
            if position and not glued and not opened and tag not in _STROKES:
                text += " "
            start = len(text)
            text += word
            iob = "O" if not ent else "I" if ent == previous else "B"
            previous = ent
            pos = "AUX" if dep in {"aux", "auxpass"} else _POS.get(tag, "PUNCT")
            if lemma == "be":
                pos = "AUX"
            tokens.append(
                (
                    start,
                    word,
                    lemma,
                    pos,
                    tag,
                    dep,
                    first + head - 1 if head else first + position,
                    number,
                    ent,
                    iob,
                )
            )
        span = Span(tokens[first][0], len(text))
        sents.append(Sentence(number, span, first, len(tokens), block))
    children: list[list[int]] = [[] for _ in tokens]
    for i, row in enumerate(tokens):
        if row[6] != i:
            children[row[6]].append(i)
    built = tuple(
        Token(
            i, Span(start, start + len(word)), word, lemma, pos, tag, dep, head,
            tuple(children[i]), sentence, ent, iob,
        )
        for i, (start, word, lemma, pos, tag, dep, head, sentence, ent, iob)
        in enumerate(tokens)
    )  # fmt: skip
    document = Document(
        id="https://example.org/a",
        text=text,
        blocks=(Block(block, Span(0, len(text))),) if text else (),
        dct=None if dct is None else Dct(date=dct, basis=DctBasis.OPTION),
    )
    return AnnotatedDocument(document=document, tokens=built, sentences=tuple(sents))


def _row(item: str) -> tuple[str, str, str, str, int, str]:
    fields = item.split("/")
    word, _, lemma = fields[0].partition("|")
    ent = fields[4] if len(fields) > 4 else ""
    tag = fields[1]
    if not lemma:
        lemma = word if tag.startswith("NNP") else word.lower()
    return word, lemma, tag, fields[2], int(fields[3]), ent
