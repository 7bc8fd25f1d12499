"""Factuality: per event mention, for the author and for each source that tells of it.

The author's judgement of what a source says follows the cue. FactBank leaves it unknown
(Uu); a timeline needs more, so a neutral report ("said", "told", "according to") keeps
the source's own value under the rule `reported`, while a cue that hedges ("claimed",
"alleged", "is believed to") caps it at probable or possible. Who trusts no report
filters by the rule or by the claims.
"""

from __future__ import annotations

from bisect import bisect_left

from dateline.annotate import factuality_lexicon as lexicon
from dateline.annotate.factuality_denials import deny_earlier
from dateline.annotate.factuality_outlook import CERTAIN, FACT, Outlook, under
from dateline.annotate.factuality_scope import Scope
from dateline.annotate.stage import Stage, with_layers
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import (
    Attribution,
    EventMention,
    Factuality,
    QuoteKind,
    Stance,
)
from dateline.model.text import Span


def find_factualities(doc: AnnotatedDocument) -> tuple[Factuality, ...]:
    """Judge every event mention of `doc`: the author first, then its sources.

    >>> from dateline.model.text import Document
    >>> empty = Document(id="https://example.org/a", text="", blocks=())
    >>> find_factualities(AnnotatedDocument(document=empty))
    ()
    """
    scope = Scope(doc.tokens)
    scopes: dict[int, Scope] = {}
    holders = _holders(doc)
    cues = _governed_cues(doc)
    found: list[Factuality] = []
    for event, mention in enumerate(doc.event_mentions):
        sources = holders.get(event, ())
        outlook = _outlook(cues.get(event, scope), mention)
        for source in sources:
            outlook = _through(doc, outlook, mention, doc.attributions[source])
        found.append(_factuality(event, None, outlook, told=bool(sources)))
        for source in sources:
            if source not in scopes:
                scopes[source] = _scope_of(doc, source)
            inner = _outlook(scopes[source], mention)
            found.append(_factuality(event, source, inner, told=False))
    return deny_earlier(doc, found)


def annotate(doc: AnnotatedDocument) -> AnnotatedDocument:
    """Add the layer `factualities`."""
    return with_layers(doc, factualities=find_factualities(doc))


# The stances that say something of what is certain, too.
_LASTING = frozenset({Stance.CANCELLED, Stance.GENERIC})

STAGE = Stage(
    name="factuality",
    requires=frozenset({"tokens", "event_mentions", "attributions"}),
    provides=frozenset({"factualities"}),
    annotate=annotate,
)


def _governed_cues(doc: AnnotatedDocument) -> dict[int, Scope]:
    """Map the cues that hang in their own quotation to the view of what is around it.

    In 'Roe wrote: "We will not sell"' parsers hang the writing on the sale.
    """
    found = {}
    for attribution in doc.attributions:
        cue = attribution.cue_event
        if cue is None or attribution.kind is not QuoteKind.DIRECT:
            continue
        verb = doc.tokens[doc.event_mentions[cue].verb]
        above = doc.tokens[verb.head].span
        inside = [span for span in attribution.content if span.contains(above)]
        if inside and verb.head != verb.i:
            sentence = doc.sentence_of(verb.i).span
            start, end = inside[0].start, inside[0].end
            before = Span(sentence.start, max(sentence.start, start))
            after = Span(min(end, sentence.end), sentence.end)
            found[cue] = Scope(doc.tokens, (before, after))
    return found


def _scope_of(doc: AnnotatedDocument, source: int) -> Scope:
    """Return the view of one source: its content, under its own speech act."""
    attribution = doc.attributions[source]
    cue = attribution.cue_event
    verb = None if cue is None else doc.event_mentions[cue].verb
    return Scope(doc.tokens, attribution.content, verb)


def _outlook(scope: Scope, mention: EventMention) -> Outlook:
    """Judge a mention: by its noun, and by its light verb or copula if it has one."""
    if mention.verb == mention.head:
        return scope.judge(mention.head)
    return scope.judge_light(mention.head, mention.verb)


def _holders(doc: AnnotatedDocument) -> dict[int, list[int]]:
    """Map event mentions to the attributions whose content holds their head."""
    starts = [doc.tokens[mention.head].span.start for mention in doc.event_mentions]
    held: dict[int, list[int]] = {}
    for index, attribution in enumerate(doc.attributions):
        for span in attribution.content:
            first = bisect_left(starts, span.start)
            for event in range(first, bisect_left(starts, span.end, first)):
                sources = held.setdefault(event, [])
                if index not in sources[-1:]:
                    sources.append(index)
    return held


def _through(
    doc: AnnotatedDocument,
    outlook: Outlook,
    mention: EventMention,
    attribution: Attribution,
) -> Outlook:
    """Let the author look through a source whose cue does not govern the mention.

    A cue that does govern it has been met on the way down the tree.
    """
    if attribution.cue_event is not None:
        cue = doc.event_mentions[attribution.cue_event]
        if _governs(doc, cue.verb, mention.head):
            return outlook
        lemma = cue.lemma
    else:
        lemma = doc.slice(attribution.cue).lower()
    signature = lexicon.VERB_THAT.get(lemma)
    if signature is None or signature.rule in {"reported", "factive"}:
        return outlook
    if outlook.certainty <= signature.true.certainty:
        return outlook
    return under(signature, FACT, attribution.cue)._replace(
        polarity=outlook.polarity * (signature.true.polarity or 1)
    )


def _governs(doc: AnnotatedDocument, verb: int, head: int) -> bool:
    """Tell whether token `verb` stands above token `head` in its tree."""
    at = head
    for _ in range(40):
        if at == verb:
            return True
        above = doc.tokens[at].head
        if above == at:
            return False
        at = above
    return False


def _factuality(
    event: int, source: int | None, outlook: Outlook, *, told: bool
) -> Factuality:
    rule = outlook.rule
    if told and rule == "asserted":
        rule = "reported"
    stance = outlook.stance
    if outlook.polarity and outlook.certainty == CERTAIN and stance not in _LASTING:
        stance = Stance.ASSERTED
    elif stance is Stance.ASSERTED and outlook.certainty < CERTAIN:
        stance = Stance.POSSIBLE
    return Factuality(
        event=event,
        source=source,
        value=lexicon.value_of(outlook.polarity, outlook.certainty),
        stance=stance,
        cues=tuple(sorted(set(outlook.cues))),
        rule=rule,
    )
