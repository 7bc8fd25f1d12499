"""SemEval-2015 Task 4: write the timeline of an entity over several articles.

Track A reads the raw text, Track B is given the event mentions. What the task has on a
timeline (Minard et al. 2015, section 3) and how it dates it is decided here and in
`semeval2015_dates`; the rest is read from the facts as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.annotate.events import mention_at
from dateline.annotate.pipeline import annotate, default_stages
from dateline.annotate.stage import Stage, load_stage, with_layers
from dateline.annotate.tokens import parse
from dateline.evaluate.semeval2015_dates import Calendar, Dated
from dateline.evaluate.semeval2015_entries import Entry, ranked, with_borrowed
from dateline.evaluate.semeval2015_reader import (
    Article,
    EntityTimeline,
    Word,
)
from dateline.evaluate.semeval2015_target import events_of
from dateline.evaluate.timeml import Split
from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import DocumentFacts, Event, Status
from dateline.model.mentions import EventClass, EventMention
from dateline.model.text import Span, Token
from dateline.resolve.events import stem
from dateline.resolve.facts import resolve

# "Cognitive" and "grammatical" events are no part of a timeline.
_LEFT_OUT = frozenset({EventClass.I_STATE, EventClass.PERCEPTION, EventClass.ASPECTUAL})
# Verbs that say nothing beside their noun; other ones are events with it: "filed suit".
_EMPTY_VERBS = frozenset(
    {"make", "take", "have", "do", "get", "give", "put", "set", "let", "be"}
)
_PARTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article of the task as Dateline read it.

    `names` maps the trigger of an event mention to how timelines write it: one place,
    or two for a verb with its noun.
    """

    doc: AnnotatedDocument
    facts: DocumentFacts
    names: dict[Span, tuple[str, ...]]


def split_of(target: str) -> Split:
    """Return the part in which a target was when the rules were written.

    >>> split_of("Harbour Bridge") in {Split.TUNE, Split.HELD_OUT}
    True
    """
    digest = hashlib.sha256(target.encode()).hexdigest()
    return Split.TUNE if int(digest, 16) % _PARTS else Split.HELD_OUT


def write_timelines(
    targets: Sequence[EntityTimeline],
    articles: Sequence[Article],
    *,
    mentions: bool = False,
) -> tuple[EntityTimeline, ...]:
    """Return what Dateline says of each target, in the same order.

    With `mentions`, events are the given ones alone (Track B).
    """
    found = tuple(read_all(articles, mentions=mentions))
    return tuple(timeline_of(target, found) for target in targets)


def read_all(
    articles: Sequence[Article], *, mentions: bool = False
) -> Iterator[ReadArticle]:
    """Yield the articles as Dateline reads them, in order."""
    docs = parse(article.document for article in articles)
    for article, parsed in zip(articles, docs, strict=True):
        stages = default_stages({"events": _events_stage(article, mentions=mentions)})
        doc = next(annotate([parsed], stages))
        names = _given_names(article, doc) if mentions else _own_names(article, doc)
        yield ReadArticle(doc=doc, facts=resolve(doc), names=names)


def _events_stage(article: Article, *, mentions: bool) -> Stage:
    """Return the stage that adds to Dateline's events those of the task.

    Its own stay where some are given: who says something, and what is told around it,
    dates the given.
    """
    own = load_stage("events")

    def add(doc: AnnotatedDocument) -> AnnotatedDocument:
        doc = own.annotate(doc)
        by_head = {mention.head: mention for mention in doc.event_mentions}
        verbs = {mention.verb for mention in doc.event_mentions}
        if mentions:
            heads = {_head(doc, words) for words in article.given} - {None}
        else:
            heads = {t.i for t in doc.tokens if t.i not in verbs and _owns(doc, t)}
        for head in heads:
            if head is not None and head not in by_head:
                by_head[head] = mention_at(doc.tokens, head)
        ordered = tuple(by_head[head] for head in sorted(by_head))
        return with_layers(doc, event_mentions=ordered)

    return Stage(
        name="events", requires=own.requires, provides=own.provides, annotate=add
    )


def _owns(doc: AnnotatedDocument, token: Token) -> bool:
    """Tell whether a verb says that something has something: a state of the task."""
    is_verb = token.lemma == "have" and token.tag.startswith("VB")
    if not is_verb or token.dep in {"aux", "auxpass"}:
        return False
    return any(doc.tokens[child].dep == "dobj" for child in token.children)


def _head(doc: AnnotatedDocument, words: Sequence[Word]) -> int | None:
    """Return the token that governs the words of a given event."""
    span = words[0].span.cover(words[-1].span)
    inside = [token for token in doc.tokens if span.overlaps(token.span)]
    chosen = {token.i for token in inside}
    tops = [token.i for token in inside if token.head not in chosen]
    return next(iter([*tops, *sorted(chosen)]), None)


def _given_names(
    article: Article, doc: AnnotatedDocument
) -> dict[Span, tuple[str, ...]]:
    given = {_head(doc, words): words for words in article.given}
    return {
        mention.span: (_given_name(article, doc, mention, given[mention.head]),)
        for mention in doc.event_mentions
        if mention.head in given
    }


def _given_name(
    article: Article,
    doc: AnnotatedDocument,
    mention: EventMention,
    words: Sequence[Word],
) -> str:
    """Return the name of a given event, with its particle where that is not marked."""
    if article.marks_all_words or len(words) > 1:
        return article.name_of(words)
    return next(_names_of(article, doc, mention))


def _own_names(article: Article, doc: AnnotatedDocument) -> dict[Span, tuple[str, ...]]:
    return {
        mention.span: tuple(_names_of(article, doc, mention))
        for mention in doc.event_mentions
    }


def _names_of(
    article: Article, doc: AnnotatedDocument, mention: EventMention
) -> Iterator[str]:
    """Yield the word of an event with its particle, and the verb that brings it."""
    head, verb = doc.tokens[mention.head], doc.tokens[mention.verb]
    idiom = mention.lemma.split()[1:]
    below = (doc.tokens[child] for child in head.children if child > head.i)
    yield _name(
        article, [head, *(t for t in below if t.dep == "prt" or t.text in idiom)]
    )
    is_own = verb.tag.startswith("VB") and verb.lemma not in _EMPTY_VERBS
    if verb.i != head.i and is_own:
        yield _name(article, [verb])


def _name(article: Article, tokens: Sequence[Token]) -> str:
    words = [
        word
        for word in article.words
        if any(word.span.overlaps(token.span) for token in tokens)
    ]
    return article.name_of(words)


def timeline_of(
    target: EntityTimeline, articles: Iterable[ReadArticle]
) -> EntityTimeline:
    """Write the timeline of `target` over the articles."""
    found = [each for read in articles for each in entries_of(read, target.target)]
    lines = tuple(ranked(with_borrowed(found)))
    return EntityTimeline(name=target.name, target=target.target, lines=lines)


def entries_of(read: ReadArticle, target: str) -> Iterator[Entry]:
    """Yield the events of an article that belong on the timeline, in text order."""
    doc = read.doc
    spans = {doc.event_mentions[n].span for n in events_of(doc, read.facts, target)}
    calendar = Calendar(doc, read.facts)
    lemmas = {mention.span: mention.lemma for mention in doc.event_mentions}
    labels = {entity.key: entity.label.casefold() for entity in read.facts.entities}
    for event in read.facts.events:
        told = [span for span in event.mentions if span in spans & read.names.keys()]
        when = calendar.date_of(event)
        if told and is_wanted(event, when):
            yield Entry(
                mentions=tuple(name for span in told for name in read.names[span]),
                when=when,
                article=doc.document.id,
                today=calendar.today or date.max,
                word=stem(lemmas[told[0]]),
                actors=frozenset(labels[p.entity] for p in event.participations),
                is_report=event.cls is EventClass.REPORTING,
            )


def is_wanted(event: Event, when: Dated | None) -> bool:
    """Tell whether a timeline has this sort of event: certain, or with a day to come.

    Counter-factual, uncertain, cognitive and grammatical events are left out.
    """
    if event.cls in _LEFT_OUT:
        return False
    is_certain = event.status is Status.HAPPENED
    return is_certain or (event.status is Status.PLANNED and when is not None)
