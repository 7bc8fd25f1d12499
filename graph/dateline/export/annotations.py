"""Write what the stages found in an article as JSON, with every place in its text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import (
    Attribution,
    EntityMention,
    EventMention,
    Factuality,
    Role,
    Timex,
    TLink,
)
from dateline.model.text import Span

Json = Mapping[str, Any]


def annotations_json(doc: AnnotatedDocument) -> str:
    """Return the mentions of `doc` as one line of JSON.

    `start` and `end` count code points, `end` exclusive. What is not known is left out.

    >>> from dateline.model.text import Document
    >>> empty = Document(id="https://example.org/a", text="", blocks=())
    >>> print(annotations_json(AnnotatedDocument(document=empty))[:48])
    {"id": "https://example.org/a", "text_sha256": "
    """
    document = doc.document
    layers: dict[str, Any] = {
        "id": document.id,
        "text_sha256": document.text_sha256,
        "title": document.title,
        "published": None if document.dct is None else document.dct.isoformat(),
        "timexes": [_timex(doc, each) for each in doc.timexes],
        "entities": [_entity(doc, each) for each in doc.entity_mentions],
        "events": [_event(doc, each) for each in doc.event_mentions],
        "roles": [_role(doc, each) for each in doc.roles],
        "factualities": [_factuality(doc, each) for each in doc.factualities],
        "attributions": [_attribution(doc, each) for each in doc.attributions],
        "tlinks": [_tlink(doc, each) for each in doc.tlinks],
    }
    return json.dumps(_known(layers))


def _known(item: Json) -> Json:
    return {name: value for name, value in item.items() if value is not None}


def _place(doc: AnnotatedDocument, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "words": doc.slice(span)}


def _maybe(doc: AnnotatedDocument, span: Span | None) -> Json | None:
    return None if span is None else _place(doc, span)


def _places(doc: AnnotatedDocument, spans: Iterable[Span]) -> list[Json]:
    return [_place(doc, span) for span in spans]


def _timex(doc: AnnotatedDocument, timex: Timex) -> Json:
    time = timex.time
    bounds = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    interval = {name: getattr(time.interval, name) for name in bounds}
    days = {name: day.isoformat() for name, day in interval.items() if day is not None}
    return _known(
        {
            **_place(doc, timex.span),
            "type": time.type,
            "value": time.value or None,
            "mod": time.mod,
            "quant": timex.quant,
            "freq": timex.freq,
            "granularity": time.granularity,
            "basis": time.basis,
            "edtf": time.edtf,
            "interval": days,
            "anchor": None if time.anchor is None else time.anchor.isoformat(),
            "rule": time.rule,
            "explanation": time.explanation,
        }
    )


def _entity(doc: AnnotatedDocument, mention: EntityMention) -> Json:
    return _known(
        {
            **_place(doc, mention.span),
            "kind": mention.kind,
            "form": mention.form,
            "name": mention.name,
            "office": mention.office,
            "count": mention.count,
        }
    )


def _event(doc: AnnotatedDocument, mention: EventMention) -> Json:
    return _known(
        {
            **_place(doc, mention.span),
            "lemma": mention.lemma,
            "class": mention.cls,
            "tense": mention.tense,
            "aspect": mention.aspect,
            "polarity": "NEG" if mention.is_negated else "POS",
            "modality": mention.modality,
            "pos": mention.pos,
            "type": mention.event_type,
            "type_score": mention.type_score,
        }
    )


def _role(doc: AnnotatedDocument, role: Role) -> Json:
    found = {"event": role.event, "entity": role.mention, "role": role.role}
    return {**found, **_place(doc, role.span), "rule": role.rule}


def _factuality(doc: AnnotatedDocument, found: Factuality) -> Json:
    return _known(
        {
            "event": found.event,
            "attribution": found.source,
            "value": found.value,
            "stance": found.stance,
            "cues": _places(doc, found.cues),
            "rule": found.rule,
        }
    )


def _attribution(doc: AnnotatedDocument, found: Attribution) -> Json:
    return _known(
        {
            "source": _maybe(doc, found.source),
            "entity": found.mention,
            "cue": _place(doc, found.cue),
            "content": _places(doc, found.content),
            "kind": found.kind,
            "addressee": found.addressee,
            "parent": found.parent,
        }
    )


def _tlink(doc: AnnotatedDocument, link: TLink) -> Json:
    return _known(
        {
            "event": link.event,
            "relation": link.relation,
            "timex": link.timex,
            "other": link.other,
            "signal": _maybe(doc, link.signal),
            "rule": link.rule,
        }
    )
