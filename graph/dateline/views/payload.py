"""Turn a timeline into the plain data that a page carries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dateline.query.results import (
    ArticleRef,
    ClaimRef,
    EventDate,
    Evidence,
    Participant,
    Timeline,
    TimelineEntry,
)
from dateline.views.dates import date_shape, date_words

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def to_script_json(data: object) -> str:
    r"""Write `data` as JSON that is inert inside a `<script>` element.

    No character is left that could end the element, start a comment, or end a line of
    JavaScript; a lone surrogate, which no encoding can write, becomes an escape.

    >>> to_script_json(["</script>"])
    '["\\u003c/script\\u003e"]'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def timeline_payload(
    timeline: Timeline, articles: Sequence[ArticleRef], *, keep_text: bool
) -> dict[str, Any]:
    """Return the events and articles of a page, ready for JSON.

    Without `keep_text` no text of an article is in it beyond the evidence sentences.

    >>> timeline_payload(Timeline(()), (), keep_text=True)
    {'articles': [], 'events': []}
    """
    known = _all_articles(timeline, articles)
    number = {iri: index for index, iri in enumerate(known)}
    return {
        "articles": [_article(ref, keep_text=keep_text) for ref in known.values()],
        "events": [_event(entry, number[entry.article.iri]) for entry in timeline],
    }


def _all_articles(
    timeline: Timeline, articles: Iterable[ArticleRef]
) -> Mapping[str, ArticleRef]:
    """Return the articles by IRI: those given, then those that only events name."""
    known = {ref.iri: ref for ref in articles}
    for entry in timeline:
        known.setdefault(entry.article.iri, entry.article)
    return known


def _article(ref: ArticleRef, *, keep_text: bool) -> dict[str, Any]:
    return {
        "iri": ref.iri,
        "title": ref.title,
        "publisher": ref.publisher,
        "published": ref.published,
        "url": ref.url,
        "text": ref.text if keep_text else None,
    }


def _event(entry: TimelineEntry, article: int) -> dict[str, Any]:
    return {
        "iri": entry.iri,
        "label": entry.label,
        "type": entry.event_type,
        "status": entry.status,
        "factuality": entry.factuality,
        "salience": round(entry.salience, 4),
        "when": date_words(entry.date),
        "shape": date_shape(entry.date),
        "date": _date(entry.date) if entry.date else None,
        "who": [_participant(participant) for participant in entry.participants],
        "where": [{"iri": place.iri, "name": place.name} for place in entry.places],
        "claims": [_claim(claim) for claim in entry.claims],
        "evidence": [_evidence(evidence) for evidence in entry.evidence],
        "cues": list(entry.cues),
        "article": article,
        "fused": entry.fused,
    }


def _date(when: EventDate) -> dict[str, Any]:
    bounds = (
        when.earliest_begin,
        when.latest_begin,
        when.earliest_end,
        when.latest_end,
    )
    return {
        "bounds": [_iso(bound) for bound in bounds],
        "edtf": when.edtf,
        "timex": when.timex_value,
        "timeOfDay": when.time_of_day,
        "granularity": when.granularity,
        "basis": when.basis,
        "anchor": _iso(when.anchor),
        "words": when.words,
        "start": when.start,
        "end": when.end,
        "rule": when.rule,
        "explanation": when.explanation,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "iri": participant.iri,
        "name": participant.name,
        "kind": participant.kind,
        "role": participant.role,
        "words": participant.words,
        "start": participant.start,
        "end": participant.end,
    }


def _claim(claim: ClaimRef) -> dict[str, Any]:
    return {
        "source": claim.source,
        "sourceIri": claim.source_iri,
        "isUnnamed": claim.is_unnamed,
        "cue": claim.cue,
        "start": claim.start,
        "end": claim.end,
        "asserts": claim.asserts,
        "toldTo": claim.told_to,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "words": evidence.words,
        "start": evidence.start,
        "end": evidence.end,
        "sentence": evidence.sentence,
        "sentenceStart": evidence.sentence_start,
        "sentenceEnd": evidence.sentence_end,
    }
