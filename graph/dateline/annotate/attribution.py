"""Find who says what: quotations, reported speech, "according to", attitudes.

After PARC 3 (Pareti 2012) and PolNeAR (Newell et al. 2018): an attribution is a cue, a
source and content, each a place in the text; the content may be in pieces.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.annotate.attribution_cues import find_drafts
from dateline.annotate.attribution_frames import Draft, Range
from dateline.annotate.attribution_lexicon import OUTLET_WORDS
from dateline.annotate.attribution_quotes import Quotation, find_quotations
from dateline.annotate.attribution_speech import attach_quotations
from dateline.annotate.entity_phrases import token_span
from dateline.annotate.stage import Stage, with_layers
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Attribution, EntityKind, QuoteKind
from dateline.model.text import Token

# So many pieces of content at most begin inside another one before its end.
_NEAR = 200


def find_attributions(doc: AnnotatedDocument) -> tuple[Attribution, ...]:
    """Return the attributions of a document in the order of their cues.

    `source` is the place of the words that stand for the source, with what describes
    it; a relative pronoun is a place, and `mention` its antecedent.

    >>> from dateline.model.text import Document
    >>> empty = AnnotatedDocument(document=Document(id="a", text="", blocks=()))
    >>> find_attributions(empty)
    ()
    """
    tokens = doc.tokens
    quotations = find_quotations(tokens, doc.document.blocks)
    drafts = find_drafts(doc)
    drafts = attach_quotations(doc, drafts, quotations)
    drafts = sorted(
        (draft for draft in drafts if draft.content),
        key=lambda draft: (draft.cue, draft.head),
    )
    by_head = {mention.head: n for n, mention in enumerate(doc.entity_mentions)}
    events = {event.head: n for n, event in enumerate(doc.event_mentions)}
    quoted = _quoted_tokens(quotations)
    contents = [_merged(draft.content) for draft in drafts]
    parents = _parents(drafts, contents)
    return tuple(
        Attribution(
            source=None if draft.source is None else token_span(tokens, *draft.source),
            mention=None if draft.speaker is None else by_head.get(draft.speaker),
            cue=token_span(tokens, *draft.cue),
            cue_event=events.get(draft.head),
            content=tuple(token_span(tokens, *place) for place in content),
            kind=_kind(tokens, draft.head, content, quoted),
            addressee=_addressee(doc, draft, by_head),
            parent=parent,
        )
        for draft, content, parent in zip(drafts, contents, parents, strict=True)
    )


def _merged(places: Sequence[Range]) -> list[Range]:
    """Sort ranges and join those that touch."""
    merged: list[Range] = []
    for first, last in sorted(places):
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return merged


def _quoted_tokens(quotations: Sequence[Quotation]) -> frozenset[int]:
    return frozenset(i for q in quotations for i in range(q.first, q.last))


def _kind(
    tokens: Sequence[Token],
    cue: int,
    content: Sequence[Range],
    quoted: frozenset[int],
) -> QuoteKind:
    """Say whether the content is quoted wholly, in part or not at all.

    What a quoted speaker reports of others is not quoted from them.
    """
    if cue in quoted:
        return QuoteKind.INDIRECT
    words = [i for place in content for i in range(*place) if tokens[i].pos != "PUNCT"]
    inside = sum(i in quoted for i in words)
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside == len(words) else QuoteKind.MIXED


def _addressee(
    doc: AnnotatedDocument, draft: Draft, by_head: dict[int, int]
) -> int | None:
    """Return who is told, if somebody is: a person, a group, a body."""
    if draft.addressee is None or draft.addressee not in by_head:
        return None
    number = by_head[draft.addressee]
    mention = doc.entity_mentions[number]
    if mention.kind in {EntityKind.OBJECT, EntityKind.PLACE}:
        outlet = mention.name is not None and mention.name.split()[-1] in OUTLET_WORDS
        return number if outlet else None
    return number


def _parents(
    drafts: Sequence[Draft], contents: Sequence[Sequence[Range]]
) -> Iterator[int | None]:
    """Yield for each draft the one whose content holds its cue most tightly."""
    places = sorted(
        (first, last, n)
        for n, content in enumerate(contents)
        for first, last in content
    )
    starts = [place[0] for place in places]
    for n, draft in enumerate(drafts):
        at = draft.head
        best: tuple[int, int] | None = None
        end = bisect_right(starts, at)
        for first, last, other in places[max(0, end - _NEAR) : end]:
            if other != n and at < last and (best is None or last - first < best[0]):
                best = last - first, other
        yield None if best is None else best[1]


def annotate(doc: AnnotatedDocument) -> AnnotatedDocument:
    """Add the attributions."""
    return with_layers(doc, attributions=find_attributions(doc))


STAGE = Stage(
    name="attribution",
    requires=frozenset({"tokens", "entity_mentions", "event_mentions"}),
    provides=frozenset({"attributions"}),
    annotate=annotate,
)
