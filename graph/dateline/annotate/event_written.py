"""Tell which events a person would write into a TimeML file, with a learned model.

The rules find what happens; those who annotate leave out what is generic, a thing or a
role beside its act. A logistic regression judges each event word from the company it
keeps. The graph and timelines keep every event: the model chooses for TimeML alone.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from dateline.annotate import event_words as lexicon
from dateline.annotate.event_classes import has_clause, has_event_object
from dateline.annotate.event_derivation import is_deverbal
from dateline.annotate.event_grammar import children, first_child
from dateline.annotate.tlink_model import LinearModel
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventMention
from dateline.model.text import Token

WEIGHTS = "event_weights.json.gz"
CLASSES = ("LEFT_OUT", "WRITTEN")

# The chance that an event must have to be written. A higher one gains 0.2 points of
# class, and loses relations that temporal awareness counts.
_LEAST = 0.35

_ENDINGS = (
    "ation", "ition", "sion", "tion", "ment", "ance", "ence", "ity", "ness", "ing",
    "ship", "age", "ure", "al", "er", "or", "y",
)  # fmt: skip
_MIN_STEM = 3  # letters
_WORD_DEPS = frozenset({"prep", "prt", "agent", "mark", "det", "aux", "auxpass", "neg"})
_ARGUMENTS = frozenset(
    {"dobj", "nsubj", "nsubjpass", "pobj", "attr", "compound", "amod"}
)
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl", "relcl"})

Heads = Mapping[int, EventMention]


def only_written(
    doc: AnnotatedDocument,
    words: Sequence[EventMention],
    model: LinearModel | None = None,
) -> tuple[EventMention, ...]:
    """Return those of `words`, the TimeML events of `doc`, that are likely written.

    Events of a type of the user's that is a kind of a built-in one are all kept.

    >>> from dateline.model.text import Document
    >>> empty = AnnotatedDocument(document=Document(id="urn:a", text="", blocks=()))
    >>> only_written(empty, ())
    ()
    """
    judge = load_model() if model is None else model
    heads = {word.head: word for word in words}
    return tuple(
        word
        for word in words
        if word.broader is not None
        or judge.chances(list(signs(doc.tokens, word, heads)))[1] >= _LEAST
    )


@cache
def load_model() -> LinearModel:
    """Read the weights that come with the package, once."""
    packed = files("dateline.annotate").joinpath(WEIGHTS).read_bytes()
    found = json.loads(gzip.decompress(packed))
    rows = {name: (0, weight) for name, weight in found["rows"].items()}
    return LinearModel(classes=CLASSES, bias=(0, found["bias"]), rows=rows)


def signs(tokens: Sequence[Token], word: EventMention, heads: Heads) -> Iterator[str]:
    """Yield what the model sees of `word`; `heads` are all events by head token."""
    token = tokens[word.head]
    kind = token.tag[:2]
    lemma = token.lemma.lower()
    is_name = bool(token.ent_type) and kind != "VB"
    yield f"lemma={token.ent_type if is_name else lemma},{kind}"
    yield from _own(token, word)
    if not is_name:
        yield from _morphology(lemma, kind)
    for sign in _tree(tokens, word, heads):
        yield f"{sign},{kind}"


def _own(token: Token, word: EventMention) -> Iterator[str]:
    """Yield what the word and its mention say of themselves."""
    yield f"tag={token.tag},{token.dep}"
    yield f"class={word.cls},{word.pos}"
    yield f"class={word.cls},{token.dep}"
    yield f"type={word.known_type},{word.cls}"
    yield f"tense={word.tense},{word.aspect},{word.cls}"
    yield f"tense={word.tense},{word.aspect},{word.pos}"
    yield f"modal={word.modality},{word.pos}"
    yield f"negated={word.is_negated},{word.pos}"
    yield f"light={word.verb != word.head},{word.pos}"
    yield f"named={word.is_named},{token.ent_type}"


def _morphology(lemma: str, kind: str) -> Iterator[str]:
    """Yield the ending, and the lists of the lexicon that hold the lemma."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) >= len(ending) + _MIN_STEM:
            yield f"ending={ending},{kind}"
            break
    yield f"deverbal={is_deverbal(lemma)},{kind}"
    for name in ("EVENT_NOUNS", "MIXED_NOUNS", "NOT_EVENTS", "STATE_VERBS"):
        if lemma in getattr(lexicon, name):
            yield f"list={name},{kind}"


def _tree(tokens: Sequence[Token], word: EventMention, heads: Heads) -> Iterator[str]:
    """Yield what stands above, below and beside the word."""
    i = word.head
    token = tokens[i]
    above = tokens[token.head]
    yield f"above={above.ent_type or above.lemma.lower()}"
    yield f"above={above.ent_type or above.lemma.lower()},{token.dep}"
    yield f"above={above.tag},{token.dep}"
    yield f"above={above.dep},{token.dep}"
    event = heads.get(above.i)
    yield f"above-event={'no' if event is None else event.cls},{token.dep}"
    yield f"clause={has_clause(tokens, i)}"
    yield f"event-object={has_event_object(tokens, i)}"
    for name, place in (("before", i - 1), ("after", i + 1)):
        if 0 <= place < len(tokens):
            yield f"{name}={tokens[place].tag}"
    subject = first_child(tokens, i, "nsubj", "nsubjpass")
    yield f"subject={'no' if subject is None else _kind(subject)}"
    yield from _below(tokens, i, heads)


def _below(tokens: Sequence[Token], i: int, heads: Heads) -> Iterator[str]:
    for child in children(tokens, i):
        yield f"has={child.dep}"
        if child.dep in _WORD_DEPS:
            yield f"has={child.dep}:{child.lemma.lower()}"
        if child.dep in _ARGUMENTS:
            yield f"has={child.dep}:{child.ent_type or child.tag}"
            yield f"has={child.dep}:{child.i in heads}"
        if child.dep in _CLAUSES:
            yield f"has={child.dep}:{child.tag}"


def _kind(token: Token) -> str:
    return token.lemma.lower() if token.pos == "PRON" else token.ent_type or token.tag


def pack_rows(rows: Iterable[tuple[str, int]], bias: int) -> bytes:
    r"""Return weights in hundredths as the package keeps them.

    >>> gzip.decompress(pack_rows([("named=True,", 12)], -3))
    b'{"bias":-3,"rows":{"named=True,":12}}\n'
    """
    found = {"bias": bias, "rows": dict(sorted(rows))}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
    return gzip.compress(text.encode(), mtime=0)
