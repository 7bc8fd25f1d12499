"""Read PLOVER's gold records and score event class, source and target.

Halterman et al. 2023, "PLOVER and POLECAT": a record has a sentence, the class of its
main event, and who did it to whom. Dateline finds many events in a sentence; scored is
the one that stands highest in the tree and has a PLOVER class.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dateline.annotate.event_plover import to_plover
from dateline.annotate.pipeline import annotate
from dateline.annotate.stage import load_stage
from dateline.annotate.tokens import parse
from dateline.errors import GoldError
from dateline.evaluate.plover_actors import source_of, target_of
from dateline.evaluate.scores import Measure
from dateline.evaluate.timeml import Split
from dateline.model.annotated import AnnotatedDocument
from dateline.model.event_types import EventType
from dateline.model.mentions import EventClass
from dateline.model.text import Block, BlockKind, Document, Span
from dateline.resolve.entities import resolve_entities

FILE = "PLOVER_GSR_dev.json"

# The records are older than PLOVER 2, which merged these classes into others.
_MERGED = MappingProxyType(
    {
        "DEMAND": "Request",
        "CONCEDE": "Yield",
        "RETREAT": "Yield",
        "FIGHT": "Assault",
        "INVESTIGATE": "Accuse",
        "DISAPPROVE": "Accuse",
    }
)
# Such events seldom are what a sentence is about.
_VAGUE = frozenset({EventType.COMMUNICATION.value, EventType.MOVEMENT.value})
_PARTS = 3
_DEPTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverRecord:
    """A gold record; sources and targets are places in the sentence."""

    name: str
    document: Document
    cls: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverScores:
    """Right and all answers; a record without a target does not ask for one."""

    cls: tuple[int, int] = (0, 0)
    source: tuple[int, int] = (0, 0)
    target: tuple[int, int] = (0, 0)

    def __add__(self, other: PloverScores) -> PloverScores:
        return PloverScores(
            cls=_sum(self.cls, other.cls),
            source=_sum(self.source, other.source),
            target=_sum(self.target, other.target),
        )

    def measures(self) -> Iterator[Measure]:
        """Yield the three accuracies."""
        for name, (right, total) in (
            ("event class, accuracy", self.cls),
            ("source, accuracy", self.source),
            ("target, accuracy", self.target),
        ):
            yield Measure(name=name, value=right / total if total else 1.0)


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def split_of(name: str) -> Split:
    """Return the part in which a record was when the rules were written.

    >>> split_of("pl:PLOVER-GSR01-AGREE-0008").value
    'tune'
    """
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Split.TUNE if int(digest, 16) % _PARTS else Split.HELD_OUT


def read_plover(path: Path) -> tuple[PloverRecord, ...]:
    """Read the records that have a sentence.

    Raises:
        GoldError: if the file cannot be read or is not in the format.
    """
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            _record(item)
            for item in items
            if item["event"] != "DOCUMENT" and item["text"].strip()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: cannot be read as records: {error!r}") from error


def _record(item: Mapping[str, Any]) -> PloverRecord:
    text = item["text"]
    block = Block(BlockKind.BODY, Span(0, len(text)))
    return PloverRecord(
        name=f"pl:{item['id']}",
        document=Document(id=f"urn:plover:{item['id']}", text=text, blocks=(block,)),
        cls=_MERGED.get(item["event"], item["event"].title()),
        sources=_places(text, item.get("source") or ()),
        targets=_places(text, item.get("target") or ()),
    )


def _places(text: str, actors: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    """Return where the actors stand; an elliptical one where its last word does."""
    found = []
    for actor in actors:
        words = actor.get("actorText", "").strip()
        for part in filter(None, (words, words.rpartition(" ")[2])):
            matches = re.finditer(re.escape(part), text)
            spans = [Span(each.start(), each.end()) for each in matches]
            if spans:
                found += spans
                break
    return tuple(sorted(set(found)))


def score_record(record: PloverRecord, doc: AnnotatedDocument) -> PloverScores:
    """Score the main event of `doc` against a record.

    An actor is right if a place of its entity overlaps one of the record's actors.
    """
    event = main_event(doc)
    found = source = target = None
    if event is not None:
        found = _class_of(doc, event)
        source = source_of(doc, event)
        target = target_of(doc, event, source)
    index = resolve_entities(doc)
    entities = {entity.key: entity for entity in index.entities}

    def answer(mention: int | None, gold: Sequence[Span]) -> tuple[int, int]:
        keys = () if mention is None else index.by_mention.get(mention, ())
        places = [place for key in keys for place in entities[key].mentions]
        return _answer(places, gold)

    return PloverScores(
        cls=(int(found == record.cls), 1),
        source=answer(source, record.sources),
        target=answer(target, record.targets),
    )


def _answer(places: Sequence[Span], gold: Sequence[Span]) -> tuple[int, int]:
    """Return right and all answers: nothing is asked where gold has no actor."""
    right = any(place.overlaps(wanted) for place in places for wanted in gold)
    return int(right), int(bool(gold))


def main_event(doc: AnnotatedDocument) -> int | None:
    """Return the index of the event that the sentence is about.

    That is the highest in the tree that PLOVER has a class for; speech acts and mere
    talk or movement stand back.

    >>> from dateline.model.text import Document
    >>> empty = Document(id="https://example.org/a", text="", blocks=())
    >>> main_event(AnnotatedDocument(document=empty)) is None
    True
    """
    ranked = [
        (_rank(doc, event), event)
        for event in range(len(doc.event_mentions))
        if _class_of(doc, event) is not None
    ]
    return min(ranked)[1] if ranked else None


def _rank(doc: AnnotatedDocument, event: int) -> float:
    mention = doc.event_mentions[event]
    depth, at = 0, mention.head
    while doc.tokens[at].head != at and depth < _DEPTH:
        at, depth = doc.tokens[at].head, depth + 1
    back = 2 * (mention.cls is EventClass.REPORTING) + (mention.event_type in _VAGUE)
    return back + depth / 2 - mention.type_score


def _class_of(doc: AnnotatedDocument, event: int) -> str | None:
    mention = doc.event_mentions[event]
    for said in doc.factualities:
        if said.event == event and said.source is None:
            found = to_plover(
                mention.event_type, said.value, said.stance, lemma=mention.lemma
            )
            return None if found is None else found.value
    return None


def evaluate_plover(folder: Path) -> Iterator[tuple[Split, PloverScores]]:
    """Annotate the sentences and yield the part and the scores of each.

    Raises:
        GoldError: if the records cannot be read.
    """
    records = read_plover(folder / FILE)
    stages = [load_stage(name) for name in ("timex", "entities", "events", "roles")]
    stages += [load_stage(name) for name in ("attribution", "factuality")]
    docs = annotate(parse(record.document for record in records), stages)
    for record, doc in zip(records, docs, strict=True):
        yield split_of(record.name), score_record(record, doc)
