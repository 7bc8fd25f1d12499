"""Event mentions as TimeML writes them: one EVENT per word.

Dateline makes one mention of a light verb and its noun; TimeML 1.2.1 tags both words.
And where a mention's span is evidence to show ("did not show up"), TimeML's extent is
the head alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventClass, EventMention
from dateline.model.text import Token


def to_timeml(doc: AnnotatedDocument) -> tuple[EventMention, ...]:
    """Return the event mentions of `doc` with heads as spans and light verbs apart.

    In text order; the indices are not those of `doc.event_mentions`.

    >>> from dateline.model.text import Document
    >>> empty = Document(id="https://example.org/a", text="", blocks=())
    >>> to_timeml(AnnotatedDocument(document=empty))
    ()
    """
    found: dict[int, EventMention] = {}
    for mention in doc.event_mentions:
        for word in _words(doc.tokens, mention):
            found.setdefault(word.head, word)
    return tuple(found[head] for head in sorted(found))


def _words(tokens: Sequence[Token], mention: EventMention) -> Iterator[EventMention]:
    """Yield the head of a mention, and its light verb as an event of its own."""
    yield replace(mention, span=tokens[mention.head].span)
    if mention.verb == mention.head or mention.pos != "NOUN":
        return
    verb = tokens[mention.verb]
    yield replace(
        mention,
        span=verb.span,
        head=verb.i,
        lemma=verb.lemma,
        pos="VERB",
        cls=EventClass.OCCURRENCE,
        is_named=False,
    )
