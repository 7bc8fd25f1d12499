"""Mark entity and event mentions of a hand-built document by their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import (
    EntityKind,
    EntityMention,
    EventClass,
    EventMention,
    MentionForm,
    Tense,
)
from dateline.model.text import Span, Token

PERSON, GROUP, THING = EntityKind.PERSON, EntityKind.GROUP, EntityKind.OBJECT
COUNTRY, PLACE = EntityKind.COUNTRY, EntityKind.PLACE
ORGANIZATION = EntityKind.ORGANIZATION

_TENSE = {
    "VBD": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT,
    "VB": Tense.INFINITIVE, "VBG": Tense.PRESPART, "VBN": Tense.PASTPART,
}  # fmt: skip
_REPORTING = {"say", "tell", "announce", "report"}
_INTENDING = {"agree", "promise", "urge", "decide", "plan", "want", "hope", "seem"}


def find(doc: AnnotatedDocument, words: str) -> list[Token]:
    """Return the tokens of the first place that reads `words`."""
    for first in doc.tokens:
        start = first.span.start
        place = Span(start, start + len(words))
        inside = [token for token in doc.tokens if place.contains(token.span)]
        if doc.slice(place) == words and inside[-1].span.end == place.end:
            return inside
    raise LookupError(words)


def with_entities(
    doc: AnnotatedDocument, kinds: Mapping[str, EntityKind]
) -> AnnotatedDocument:
    """Add a mention for each phrase; its head is the token that governs it."""
    mentions = []
    for words, kind in kinds.items():
        inside = find(doc, words)
        chosen = {token.i for token in inside}
        head = next(t for t in inside if t.head not in chosen or t.head == t.i)
        named = head.tag.startswith("NNP")
        pronoun = head.tag.startswith(("PRP", "WP"))
        form = MentionForm.PRONOUN if pronoun else MentionForm.NOMINAL
        mentions.append(
            EntityMention(
                span=inside[0].span.cover(inside[-1].span),
                head=head.i,
                kind=kind,
                form=MentionForm.NAMED if named else form,
            )
        )
    ordered = sorted(mentions, key=lambda mention: mention.span)
    return replace(doc, entity_mentions=tuple(ordered))


def with_events(
    doc: AnnotatedDocument, words: str, *, types: Mapping[str, str] | None = None
) -> AnnotatedDocument:
    """Add an event for each word; `held=talks` makes a light verb of "held"."""
    events = []
    for item in words.split():
        light, _, noun = item.rpartition("=")
        head = find(doc, noun)[0]
        verb = find(doc, light)[0] if light else head
        is_verb = head.tag.startswith("VB")
        negated = any(doc.tokens[child].dep == "neg" for child in verb.children)
        lemma = head.lemma
        cls = EventClass.OCCURRENCE
        if lemma in _REPORTING and is_verb:
            cls = EventClass.REPORTING
        elif lemma in _INTENDING:
            cls = EventClass.I_ACTION
        events.append(
            EventMention(
                span=verb.span.cover(head.span),
                head=head.i,
                verb=verb.i,
                lemma=lemma,
                pos="VERB" if is_verb else "NOUN",
                cls=cls,
                tense=_tense(doc, verb),
                is_negated=negated,
                event_type=(types or {}).get(noun, "Other"),
            )
        )
    ordered = sorted(events, key=lambda event: event.head)
    return replace(doc, event_mentions=tuple(ordered))


def _tense(doc: AnnotatedDocument, verb: Token) -> Tense:
    helpers = [doc.tokens[child] for child in verb.children]
    for helper in helpers:
        if helper.dep in {"aux", "auxpass"}:
            if helper.lemma in {"will", "shall"}:
                return Tense.FUTURE
            if helper.tag in {"VBD", "VBZ", "VBP"}:
                return _TENSE[helper.tag]
    return _TENSE.get(verb.tag, Tense.NONE)
