"""Put events together from their parts, as the rows of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.model.mentions import EntityKind, RoleName
from dateline.query.event_parts import (
    Named,
    Parts,
    Row,
    base,
    place_in_text,
    read_parts,
)
from dateline.query.results import (
    ClaimRef,
    EventDate,
    Evidence,
    Participant,
    PlaceRef,
    TimelineEntry,
)
from dateline.rdf.iris import event_type_of, local
from dateline.rdf.stores import Store
from dateline.rdf.terms import DL, FACTUALITY, KIND_CLASS, STATUS_CLASS, individual

_STATUS = {iri: status for status, iri in STATUS_CLASS.items()}
_FACTUALITY = {iri: value for value, iri in FACTUALITY.items()}
_KIND = {iri: kind for kind, iri in KIND_CLASS.items()}
_ROLE = {individual(role): role for role in RoleName}
# Who acts, or should have acted, comes first.
_FIRST = (RoleName.AGENT, RoleName.SPEAKER, RoleName.ABSENTEE)
_ORDER = {role: n for n, role in enumerate(dict.fromkeys((*_FIRST, *RoleName)))}
_PLACES = (RoleName.PLACE, RoleName.DESTINATION, RoleName.ORIGIN)
_AUTHOR, _UNNAMED = "#source=author", "#source=unnamed"
_BATCH = 1000


def read_events(
    store: Store, events: Sequence[str], *, include_text: bool = False
) -> Iterator[TimelineEntry]:
    """Yield the events with everything known about them, in no special order.

    The IRIs must come from the store: they stand in the text of queries.
    """
    for first in range(0, len(events), _BATCH):
        batch = events[first : first + _BATCH]
        parts = read_parts(store, batch, include_text=include_text)
        yield from (_entry(row, parts) for row in parts.core)


def _entry(row: Row, parts: Parts) -> TimelineEntry:
    event = row["event"]
    fused = parts.fused.get(event)
    roles = parts.roles.get(event, ())
    return TimelineEntry(
        iri=str(event),
        label=row["label"],
        event_type=event_type_of(row["type"]),
        status=_STATUS[row["status"]],
        factuality=_FACTUALITY[row["factuality"]].value,
        date=_date(row, parts),
        participants=_participants(roles, parts),
        places=_places(roles, parts),
        claims=tuple(_claims(parts.claims.get(event, ()), parts)),
        evidence=tuple(_evidence(parts.triggers.get(event, ()), parts)),
        cues=tuple(parts.words[cue] for cue in parts.cues.get(event, ())),
        article=parts.articles[base(event)],
        salience=row["salience"],
        fused=None if fused is None else str(fused),
    )


def _date(row: Row, parts: Parts) -> EventDate | None:
    time = None if row["time"] is None else parts.times.get(row["time"])
    if time is None:
        return None
    mention = time["mention"]
    start, end = (None, None) if mention is None else place_in_text(mention)
    quoted = "" if mention is None else parts.words[mention]
    return EventDate(
        earliest_begin=row["earliest_begin"],
        latest_begin=row["latest_begin"],
        earliest_end=row["earliest_end"],
        latest_end=row["latest_end"],
        edtf=time["edtf"],
        timex_value=time["timex_value"],
        time_of_day=time["time_of_day"],
        granularity=local(time["granularity"]),
        basis=local(time["basis"]),
        anchor=time["anchor"],
        words=quoted if time["words"] is None else time["words"],
        start=start,
        end=end,
        rule=time["rule"],
        explanation=time["explanation"],
    )


def _in_order(rows: Iterable[Row]) -> list[tuple[RoleName, Row]]:
    """Return rows with their role, in the order of roles and of the text."""
    paired = [(_ROLE[row["type"]], row) for row in rows]
    paired.sort(key=lambda pair: (_ORDER[pair[0]], place_in_text(pair[1]["mention"])))
    return paired


def _kind(named: Named) -> EntityKind:
    kinds = (_KIND[class_] for class_ in named.classes if class_ in _KIND)
    return next(kinds, EntityKind.OBJECT)


def _participants(rows: Iterable[Row], parts: Parts) -> tuple[Participant, ...]:
    found = []
    for role, row in _in_order(rows):
        if role is RoleName.PLACE:
            continue
        start, end = place_in_text(row["mention"])
        named = parts.names[row["thing"]]
        found.append(
            Participant(
                iri=str(row["thing"]),
                name=named.name,
                kind=_kind(named),
                role=role,
                words=parts.words[row["mention"]],
                start=start,
                end=end,
            )
        )
    return tuple(found)


def _places(rows: Iterable[Row], parts: Parts) -> tuple[PlaceRef, ...]:
    placed = [(role, row) for role, row in _in_order(rows) if role in _PLACES]
    placed.sort(key=lambda pair: _PLACES.index(pair[0]))
    found = (
        PlaceRef(iri=str(row["thing"]), name=parts.names[row["thing"]].name)
        for _, row in placed
    )
    return tuple(dict.fromkeys(found))


def _claims(rows: Iterable[Row], parts: Parts) -> Iterator[ClaimRef]:
    """Yield what sources say, in order; the author's own word is the text itself."""
    told = [row for row in rows if not row["thing"].endswith(_AUTHOR)]
    told.sort(key=lambda row: (_start(row["cue"]), row["claim"]))
    for row in told:
        source, cue = str(row["thing"]), row["cue"]
        named = parts.names[source]
        start, end = (None, None) if cue is None else place_in_text(cue)
        yield ClaimRef(
            iri=str(row["claim"]),
            source=named.name,
            source_iri=None if source.endswith(_UNNAMED) else source,
            is_unnamed=DL.UnnamedSource in named.classes,
            cue="" if cue is None else parts.words[cue],
            start=start,
            end=end,
            asserts=_FACTUALITY[row["asserts"]].value,
            told_to=None if row["told"] is None else parts.names[row["told"]].name,
        )


def _start(mention: str | None) -> int:
    return 0 if mention is None else place_in_text(mention)[0]


def _evidence(triggers: Iterable[str], parts: Parts) -> Iterator[Evidence]:
    for mention in triggers:
        start, end = place_in_text(mention)
        around = parts.sentences.get(mention, mention)
        sentence_start, sentence_end = place_in_text(around)
        yield Evidence(
            words=parts.words[mention],
            start=start,
            end=end,
            sentence=parts.words[around],
            sentence_start=sentence_start,
            sentence_end=sentence_end,
        )
