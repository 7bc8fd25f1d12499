"""Deny what a later clause takes back: they threatened to strike, "they never did".

A plan, a promise or a threat is told, and the same sentence or the next one says that
nothing came of it, with a verb that stands for it ("never did", "that did not happen")
or a noun that does ("did not carry out the threat").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.annotate.event_grammar import children, first_child
from dateline.annotate.event_idioms import idiom
from dateline.annotate.event_lemmas import lemmas
from dateline.annotate.factuality_words import CANCELLING_VERBS
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Factuality, FactualityValue, Stance
from dateline.model.text import Span, Token

_COMING_ABOUT = frozenset(
    {
        "happen", "occur", "materialise", "materialize", "come about", "take place",
        "go ahead",
    }
)  # fmt: skip
_TAKING_UP = frozenset({"that", "this", "it"})
_DOING_SO = frozenset({"so", "it", "that", "this"})
# "did not carry out the threat", "never kept the promise"
_KEEPING = frozenset(
    {"carry out", "keep", "fulfil", "fulfill", "honour", "honor", "implement"}
)
_WORD_GIVEN = lemmas("threat promise pledge vow plan intention word pact ultimatum")
_TOLD_AHEAD = frozenset({Stance.PLANNED, Stance.PROMISED})
_MAY_COME = frozenset({FactualityValue.PR_PLUS, FactualityValue.PS_PLUS})
_SAYS_MORE = ("dobj", "xcomp", "ccomp", "acomp", "attr", "prep")


def deny_earlier(
    doc: AnnotatedDocument, found: Sequence[Factuality]
) -> tuple[Factuality, ...]:
    """Return the judgements with what the author denies later as not happened.

    >>> from dateline.model.text import Document
    >>> deny_earlier(
    ...     AnnotatedDocument(document=Document(id="urn:a", text="", blocks=())), ()
    ... )
    ()
    """
    author = {item.event: item for item in found if item.source is None}
    denied = _denied(doc, author)
    if not denied:
        return tuple(found)
    standing = _standing(doc, author, denied)
    return tuple(
        item
        if item.source is not None
        else _as_denied(item, denied.get(item.event), stands=item.event in standing)
        for item in found
    )


def _as_denied(item: Factuality, cue: Span | None, *, stands: bool) -> Factuality:
    if stands:
        return replace(
            item,
            value=FactualityValue.CT_PLUS,
            stance=Stance.ASSERTED,
            cues=(),
            rule="asserted",
        )
    if cue is None:
        return item
    return replace(
        item,
        value=FactualityValue.CT_MINUS,
        stance=Stance.CANCELLED,
        cues=tuple(sorted({*item.cues, cue})),
        rule="denied-later",
    )


def _denied(
    doc: AnnotatedDocument, author: Mapping[int, Factuality]
) -> dict[int, Span]:
    """Map the events that a later clause denies to its words."""
    denied: dict[int, Span] = {}
    for event, mention in enumerate(doc.event_mentions):
        judged = author.get(event)
        if judged is None or not _takes_back(doc.tokens, mention.verb, judged.value):
            continue
        target = _last_ahead(doc, author, event)
        if target is not None:
            denied[target] = mention.span
    return denied


def _takes_back(tokens: Sequence[Token], verb: int, value: FactualityValue) -> bool:
    """Tell whether a clause says that nothing came of what was told before it."""
    if value is FactualityValue.CT_MINUS:
        return _takes_up(tokens, verb)
    if value is not FactualityValue.CT_PLUS:
        return False
    thing = first_child(tokens, verb, "nsubjpass")
    is_taken_up = thing is not None and thing.text.lower() in _TAKING_UP
    return is_taken_up and idiom(tokens, verb)[0] in CANCELLING_VERBS


def _takes_up(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb stands for what was told before."""
    lemma = idiom(tokens, verb)[0]
    if lemma == "do":
        more = list(children(tokens, verb, *_SAYS_MORE))
        return all(child.text.lower() in _DOING_SO for child in more)
    if lemma in _COMING_ABOUT:
        subject = first_child(tokens, verb, "nsubj")
        return subject is not None and subject.text.lower() in _TAKING_UP
    if lemma in _KEEPING:
        goods = first_child(tokens, verb, "dobj")
        return goods is not None and goods.lemma in _WORD_GIVEN
    return False


def _last_ahead(
    doc: AnnotatedDocument, author: Mapping[int, Factuality], event: int
) -> int | None:
    """Return the nearest plan, promise or threat before `event`, one sentence back."""
    sentence = doc.tokens[doc.event_mentions[event].verb].sentence
    for earlier in range(event - 1, -1, -1):
        mention = doc.event_mentions[earlier]
        if doc.tokens[mention.head].sentence < sentence - 1:
            return None
        judged = author.get(earlier)
        if judged is None or doc.tokens[mention.verb].pos != "VERB":
            continue
        if judged.value in _MAY_COME and judged.stance in _TOLD_AHEAD:
            return earlier
    return None


def _standing(
    doc: AnnotatedDocument, author: Mapping[int, Factuality], denied: Mapping[int, Span]
) -> frozenset[int]:
    """Return what a denied absence would have undone: the talks were not boycotted."""
    verbs = {doc.event_mentions[event].verb for event in denied}
    return frozenset(
        event
        for event, judged in author.items()
        if judged.rule == "absence"
        and doc.tokens[doc.event_mentions[event].head].head in verbs
    )
