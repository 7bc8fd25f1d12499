"""Give quotations to those who speak them, from sentence to sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.annotate.attribution_frames import Draft, Range, Tokens, trim
from dateline.annotate.attribution_lexicon import TEXT_NOUNS
from dateline.annotate.attribution_quotes import Quotation
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import MentionForm

_DASHES = frozenset({"―", "—", "–", "--", "-"})
_GAP = 12
# No sentence is longer, in tokens, than this.
_REACH = 300


def attach_quotations(
    doc: AnnotatedDocument, drafts: list[Draft], quotations: Sequence[Quotation]
) -> list[Draft]:
    """Return the drafts with the quotations they speak, and those of bare quotations.

    1. content that reaches into a quotation takes the whole of it; 2. a speech verb
    beside a quotation takes it; 3. "NAME:" and a dash with a name speak too; 4. a
    quotation that nobody speaks goes on with the speaker before it.
    """
    paragraphs = _paragraphs(doc)
    speech = [q for q in quotations if q.is_speech]
    starts = [q.first for q in quotations]
    for draft in drafts:
        _take_overlapping(draft, quotations, starts)
    spread = _Spread(drafts)
    owners: dict[int, Draft] = {}
    for number, quotation in enumerate(speech):
        owner = spread.owner(quotation) or _beside(doc, spread, quotation)
        if owner is None:
            owner = _dash(doc, quotation)
            if owner is not None:
                drafts.append(owner)
        if owner is None and number:
            before = speech[number - 1]
            owner = _continued(doc, owners, before, quotation, paragraphs)
        if owner is not None:
            owners[quotation.first] = owner
            if not _holds(owner, quotation):
                owner.content.append((quotation.first, quotation.last))
    for quotation in quotations:
        if not quotation.is_speech:
            _give_short(doc.tokens, spread, quotation)
    drafts += _transcript(doc, drafts, paragraphs)
    return drafts


def _give_short(tokens: Tokens, spread: _Spread, quotation: Quotation) -> None:
    """Give "No" or "Fire!" to a verb right beside it that has nothing else to say."""
    for draft in spread.near(quotation.first - _GAP, quotation.last + _GAP):
        begins = min(draft.cue[0], (draft.source or draft.cue)[0])
        between = tokens[draft.cue[1] : quotation.first]
        after = draft.cue[1] <= quotation.first <= draft.cue[1] + 1 and all(
            token.pos == "PUNCT" for token in between
        )
        if (
            draft.is_speech
            and not draft.content
            and (after or begins == quotation.last)
        ):
            draft.content.append((quotation.first, quotation.last))
            return


class _Spread:
    """Drafts by place, so that a quotation is compared with its neighbours alone."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._by_head = sorted(drafts, key=lambda draft: draft.head)
        self._heads = [draft.head for draft in self._by_head]
        self._places = sorted(
            ((first, last, draft) for draft in drafts for first, last in draft.content),
            key=lambda place: place[:2],
        )
        self._firsts = [place[0] for place in self._places]

    def near(self, first: int, last: int) -> Sequence[Draft]:
        """Return the drafts whose cue lies in the tokens `[first, last)`."""
        low, high = bisect_left(self._heads, first), bisect_left(self._heads, last)
        return self._by_head[low:high]

    def owner(self, quotation: Quotation) -> Draft | None:
        """Return the one whose content already holds most of a quotation."""
        low = bisect_left(self._firsts, quotation.first - _REACH)
        high = bisect_left(self._firsts, quotation.last)
        owners = [
            (draft.cue, place)
            for place, (first, last, draft) in enumerate(self._places[low:high], low)
            if not quotation.first <= draft.head < quotation.last
            and (min(last, quotation.last) - max(first, quotation.first)) * 2
            > quotation.last - quotation.first
        ]
        return self._places[min(owners)[1]][2] if owners else None


def _paragraphs(doc: AnnotatedDocument) -> list[int]:
    """Return the first token of every paragraph."""
    starts: list[int] = []
    ends = [block.span.end for block in doc.document.blocks]
    i = 0
    for token in doc.tokens:
        fresh = not starts
        while i < len(ends) and token.span.start >= ends[i]:
            i, fresh = i + 1, True
        if fresh:
            starts.append(token.i)
    return starts


def _take_overlapping(
    draft: Draft, quotations: Sequence[Quotation], starts: Sequence[int]
) -> None:
    """Let content that reaches into a quotation hold all of it."""
    at = bisect_right(starts, draft.head) - 1
    if not draft.is_speech or (at >= 0 and draft.head < quotations[at].last):
        return
    content: list[Range] = []
    for place in draft.content:
        first, last = place
        number = max(bisect_right(starts, first) - 1, 0)
        while number < len(quotations) and quotations[number].first < last:
            quotation = quotations[number]
            if first < quotation.last:
                first = min(first, quotation.first)
                last = max(last, quotation.last)
            number += 1
        content.append((first, last))
    draft.content = content


def _holds(draft: Draft, quotation: Quotation) -> bool:
    return any(
        first <= quotation.first and quotation.last <= last
        for first, last in draft.content
    )


def _beside(
    doc: AnnotatedDocument, spread: _Spread, quotation: Quotation
) -> Draft | None:
    """Return the speech verb next to a quotation, before or after, in its sentence."""
    tokens = doc.tokens
    last_inside = min(quotation.last, len(tokens)) - 1
    after = tokens[last_inside].sentence
    before = tokens[quotation.first].sentence
    best: tuple[int, Draft] | None = None
    for draft in spread.near(quotation.first - _REACH, quotation.last + _REACH):
        if not draft.is_speech:
            continue
        sentence = tokens[draft.head].sentence
        if sentence in (after, after + 1) and draft.head >= quotation.last:
            # A question mark inside the quotation may have ended the sentence there.
            gap = min(draft.cue[0], (draft.source or draft.cue)[0]) - quotation.last
            if sentence != after and (gap > 0 or _fills(doc, quotation)):
                continue
        elif sentence in (before, before - 1) and draft.head < quotation.first:
            gap = quotation.first - draft.cue[1]
            colon = tokens[quotation.first - 1].text == ":"
            if sentence != before and not colon:
                continue
            gap -= 5 if colon else 0
        else:
            continue
        if gap <= _GAP and (best is None or gap < best[0]):
            best = gap, draft
    return None if best is None else best[1]


def _dash(doc: AnnotatedDocument, quotation: Quotation) -> Draft | None:
    """Read a quotation with a dash and a name below it."""
    tokens, at = doc.tokens, quotation.last
    if at + 1 >= len(tokens) or tokens[at].text not in _DASHES:
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].pos == "PROPN" and end - at < _GAP:
        end += 1
    if end == at + 1:
        return None
    return Draft(
        (at, at + 1),
        at,
        source=(at + 1, end),
        speaker=end - 1,
        content=[(quotation.first, quotation.last)],
        is_speech=True,
    )


def _continued(
    doc: AnnotatedDocument,
    owners: dict[int, Draft],
    before: Quotation,
    quotation: Quotation,
    paragraphs: list[int],
) -> Draft | None:
    """Return the speaker of the quotation before, if this one goes on with it."""
    owner = owners.get(before.first)
    if owner is None or _colon(doc.tokens, quotation.first, quotation.last) is not None:
        return None
    mine = bisect_right(paragraphs, quotation.first)
    theirs = bisect_right(paragraphs, before.last - 1)
    if mine == theirs:
        return owner
    opens = paragraphs[mine - 1] == quotation.first
    if mine == theirs + 1 and opens and (before.is_open or _fills(doc, quotation)):
        return owner
    return None


def _fills(doc: AnnotatedDocument, quotation: Quotation) -> bool:
    """Tell whether a quotation is all of its paragraph."""
    last = quotation.last
    if last >= len(doc.tokens):
        return True
    text = doc.document.text
    gap = text[doc.tokens[last - 1].span.end : doc.tokens[last].span.start]
    return "\n" in gap


def _transcript(
    doc: AnnotatedDocument, drafts: Sequence[Draft], paragraphs: list[int]
) -> list[Draft]:
    """Read "NAME: words" at the head of a paragraph, and "X wrote:" above one."""
    tokens = doc.tokens
    found: list[Draft] = []
    ends = [*paragraphs[1:], *([len(tokens)] if tokens else [])]
    spoken = {draft.head for draft in drafts if draft.content}
    silent = [draft for draft in drafts if draft.is_speech and not draft.content]
    for number, (first, last) in enumerate(zip(paragraphs, ends, strict=True)):
        colon = _colon(tokens, first, last)
        if colon is None and number == 0:
            colon = _headline_colon(doc, first, last)
        if colon is not None and not any(i in spoken for i in range(first, colon)):
            found.append(
                Draft(
                    (colon, colon + 1),
                    colon,
                    source=(first, colon),
                    speaker=colon - 1,
                    content=[trim(tokens, (colon + 1, last))],
                    is_speech=True,
                )
            )
        elif tokens[last - 1].text == ":" and number + 1 < len(ends):
            for draft in silent:
                if first <= draft.head < last:
                    draft.content = [trim(tokens, (last, ends[number + 1]))]
    return found


def _colon(tokens: Tokens, first: int, last: int) -> int | None:
    """Return the colon after a speaker's name in capitals, as transcripts print it."""
    for i in range(first + 1, min(first + 6, last - 2)):
        if tokens[i].text == ":":
            name = tokens[first:i]
            loud = all(t.text.isupper() or t.pos == "PUNCT" for t in name)
            return i if loud and any(t.text.isalpha() for t in name) else None
    return None


def _headline_colon(doc: AnnotatedDocument, first: int, last: int) -> int | None:
    """Return the colon after who speaks in a headline: a name, or "Poll"."""
    tokens = doc.tokens
    for i in range(first + 1, min(first + 5, last - 2)):
        if tokens[i].text == ":":
            named = any(
                mention.form is MentionForm.NAMED and mention.head == i - 1
                for mention in doc.entity_mentions[:4]
            )
            is_text = tokens[i - 1].text.lower() in TEXT_NOUNS
            return i if named or is_text or _recurs(tokens, i - 1, last) else None
    return None


def _recurs(tokens: Tokens, word: int, after: int) -> bool:
    """Tell whether a word of a headline is a name further down the article."""
    name = tokens[word].text
    return name[:1].isupper() and any(
        token.text == name and token.pos == "PROPN"
        for token in tokens[after : after + _REACH]
    )
