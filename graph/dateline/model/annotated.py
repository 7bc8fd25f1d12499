"""A document together with the mentions found in it so far."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.mentions import (
    Attribution,
    EntityMention,
    EventMention,
    EventRelation,
    Factuality,
    Role,
    Timex,
    TLink,
)
from dateline.model.text import Document, Sentence, Span, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedDocument:
    """A document and its layers of mentions; a stage returns a copy with more of them.

    Every layer is in text order except where its own docstring says otherwise. Only
    sentences of `BODY` and `TITLE` blocks are parsed; the title has no event mentions.
    """

    document: Document
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    timexes: tuple[Timex, ...] = ()
    entity_mentions: tuple[EntityMention, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    roles: tuple[Role, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    factualities: tuple[Factuality, ...] = ()
    tlinks: tuple[TLink, ...] = ()
    event_relations: tuple[EventRelation, ...] = ()

    def slice(self, span: Span) -> str:
        """Return the words of the document at `span`."""
        return self.document.slice(span)

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of `sentence`, in order."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_of(self, token: int) -> Sentence:
        """Return the sentence that holds the token with index `token`."""
        return self.sentences[self.tokens[token].sentence]
