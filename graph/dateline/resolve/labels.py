"""Describe an event in a few words for people, from its own sentence."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventMention
from dateline.model.text import Token

# The dependents that a short description keeps, for a verb and for a noun.
_VERB_CORE = frozenset(
    {"dobj", "prt", "attr", "acomp", "dative", "oprd", "xcomp", "prep", "agent", "neg"}
)
_VERB_LEADING = frozenset({"neg", "aux", "auxpass"})
_NOUN_CORE = frozenset({"compound", "amod", "nmod", "poss", "prep", "nummod", "case"})
_CUT = frozenset(
    {"relcl", "acl", "advcl", "appos", "cc", "conj", "punct", "mark", "parataxis"}
)
_MOST_WORDS = 12
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def label_mention(
    doc: AnnotatedDocument, mention: EventMention, subject: str | None
) -> str:
    """Describe one event mention: "Mira Sol agreed to return the remains".

    `subject` is the name to put first for a verb, `None` to take none.
    """
    head = doc.tokens[mention.head]
    if mention.verb == mention.head and head.pos in {"VERB", "AUX"}:
        words = _words(doc, head, _VERB_CORE | _VERB_LEADING)
        return f"{subject} {words}" if subject else words
    return _words(doc, head, _NOUN_CORE)


def has_own_subject(doc: AnnotatedDocument, mention: EventMention) -> bool:
    """Tell whether the verb of `mention` has a subject in its own clause."""
    children = doc.tokens[mention.verb].children
    return any(doc.tokens[child].dep in _SUBJECTS for child in children)


def _words(doc: AnnotatedDocument, head: Token, keep: frozenset[str]) -> str:
    """Join the words of `head` and its kept dependents, shortened at a whole word."""
    chosen = {head.i}
    for child in head.children:
        token = doc.tokens[child]
        if token.dep in keep and token.sentence == head.sentence:
            chosen.update(_subtree(doc, token))
    ordered = sorted(chosen)
    short = [doc.tokens[i] for i in ordered[:_MOST_WORDS]]
    while short and (short[-1].pos in {"ADP", "DET", "PART"} and short[-1] is not head):
        short.pop()
    text = _join(short)
    return text + (" …" if len(short) < len(ordered) else "")


def _subtree(doc: AnnotatedDocument, top: Token) -> Iterable[int]:
    """Yield the tokens below `top` without clauses and further conjuncts."""
    waiting = [top]
    while waiting:
        token = waiting.pop()
        yield token.i
        waiting += [
            doc.tokens[child]
            for child in token.children
            if doc.tokens[child].dep not in _CUT or doc.tokens[child].tag == "HYPH"
        ]


def _join(tokens: list[Token]) -> str:
    """Write tokens with the space that the text has between neighbours, else one."""
    parts: list[str] = []
    for previous, token in zip([None, *tokens], tokens, strict=False):
        if previous is not None and (
            previous.span.end < token.span.start or previous.i + 1 != token.i
        ):
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)
