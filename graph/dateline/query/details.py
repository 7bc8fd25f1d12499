"""Read events whole: a handful of queries for all of them, not some for each.

The events come from the store, so their IRIs may stand in the text of a query; what
users type never does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dateline.model.mentions import EntityKind, RoleName
from dateline.query.results import (
    ArticleRef,
    ClaimRef,
    EventDate,
    Evidence,
    Participant,
    PlaceRef,
    TimelineEntry,
)
from dateline.rdf.iris import event_type_of, local
from dateline.rdf.store import GraphStore
from dateline.rdf.terms import (
    DL,
    FACTUALITY,
    KIND_CLASS,
    STATUS_CLASS,
    individual,
)

Row = Mapping[str, Any]

_STATUS = {iri: status for status, iri in STATUS_CLASS.items()}
_FACTUALITY = {iri: value for value, iri in FACTUALITY.items()}
_KIND = {iri: kind for kind, iri in KIND_CLASS.items()}
_ROLE = {individual(role): role for role in RoleName}
_PLACES = (RoleName.PLACE, RoleName.DESTINATION, RoleName.ORIGIN)
# Above this many events, asking for all is faster than naming each.
_MOST_NAMED = 4000

# OPTIONAL holds one pattern at most: with two, Oxigraph joins the whole store.
_CORE = """
SELECT * WHERE { %(events)s
  ?event sem:eventType ?type ; dl:factuality ?factuality ; dl:salience ?salience ;
         rdfs:label ?label ; a ?status .
  FILTER(?status != dl:Eventuality)
  OPTIONAL { ?event sem:hasTime ?time }
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?earliest_begin }
  OPTIONAL { ?event sem:hasLatestBeginTimeStamp ?latest_begin }
  OPTIONAL { ?event sem:hasEarliestEndTimeStamp ?earliest_end }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?latest_end }
}"""
_TIMES = """
SELECT DISTINCT ?time ?property ?value WHERE { %(events)s
  ?event sem:hasTime ?time . ?time ?property ?value .
}"""
_TIME_WORDS = """
SELECT DISTINCT ?time ?words WHERE { %(events)s
  ?event sem:hasTime ?time . ?time gaf:denotedBy ?mention .
  ?mention oa:hasSelector/oa:exact ?words .
}"""
_ROLES = """
SELECT DISTINCT ?event ?role ?who ?kind ?type ?name ?mention ?words WHERE { %(events)s
  ?event dl:participation ?role .
  ?role rdf:value ?who ; sem:roleType ?type ; gaf:denotedBy ?mention .
  ?who rdfs:label ?name ; a ?kind .
  FILTER(?kind NOT IN (sem:Actor, sem:Place, dl:UnnamedEntity, dl:UnnamedSource))
  ?mention oa:hasSelector/oa:exact ?words .
}"""
_CLAIMS = """
SELECT DISTINCT ?event ?claim ?source ?name ?asserts ?told ?cue ?class
WHERE { %(events)s
  ?claim dl:about ?event ; dl:asserts ?asserts ; sem:accordingTo ?source .
  ?source rdfs:label ?name ; a ?class .
  OPTIONAL { ?claim dl:cue ?cue }
  OPTIONAL { ?claim dl:toldTo ?told }
}"""
_CLAIM_WORDS = """
SELECT DISTINCT ?cue ?words WHERE { %(events)s
  ?claim dl:about ?event ; dl:cue ?cue . ?cue oa:hasSelector/oa:exact ?words .
}"""
_TOLD = """
SELECT DISTINCT ?told ?name WHERE { %(events)s
  ?claim dl:about ?event ; dl:toldTo ?told . ?told rdfs:label ?name .
}"""
_EVIDENCE = """
SELECT DISTINCT ?event ?mention ?words ?article WHERE { %(events)s
  ?event a dl:Eventuality ; gaf:denotedBy ?mention .
  ?mention oa:hasSource ?article ; oa:hasSelector/oa:exact ?words .
}"""
_SENTENCES = """
SELECT DISTINCT ?mention ?sentence ?quote WHERE { %(events)s
  ?event gaf:denotedBy ?mention . ?mention dl:sentence ?sentence .
  ?sentence oa:hasSelector/oa:exact ?quote .
}"""
_CUES = """
SELECT DISTINCT ?event ?mention ?words WHERE { %(events)s
  ?event a dl:Eventuality ; dl:cue ?mention .
  ?mention oa:hasSelector/oa:exact ?words .
}"""
_FUSED = """
SELECT DISTINCT ?event ?fused WHERE { %(events)s
  ?fused dl:fuses ?event ; a dl:FusedEvent
}"""
_ARTICLES = """
SELECT DISTINCT ?article ?title ?by ?published ?url WHERE { %(articles)s
  ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?article schema:publisher ?by }
} ORDER BY ?article"""
_PUBLISHERS = """
SELECT ?by (SAMPLE(?publisher) AS ?name) WHERE { %(articles)s
  ?article schema:publisher ?by . ?by schema:name ?publisher
} GROUP BY ?by"""
_TEXTS = "SELECT ?article ?text WHERE { %(articles)s ?article dl:text ?text }"


def read_articles(
    store: GraphStore,
    articles: Iterable[str] | None = None,
    *,
    include_text: bool = False,
) -> dict[str, ArticleRef]:
    """Return articles by their IRI, in its order; `None` asks for all."""
    values = "" if articles is None else _values("article", sorted(articles))
    chosen = {"articles": values}
    texts = _pairs(store, _TEXTS % chosen) if include_text else {}
    publishers = _pairs(store, _PUBLISHERS % chosen)
    return {
        str(row["article"]): ArticleRef(
            iri=str(row["article"]),
            title=row["title"],
            publisher=publishers.get(row["by"]),
            published=None if row["published"] is None else _iso(row["published"]),
            url=row["url"],
            text=texts.get(row["article"]),
        )
        for row in _rows(store, _ARTICLES % chosen)
    }


def read_events(
    store: GraphStore, events: Sequence[str] | None, *, include_text: bool = False
) -> list[TimelineEntry]:
    """Return the events with everything known about them, in no special order.

    `None` asks for all events of the store.
    """
    if events is not None and not events:
        return []
    wanted = None if events is None or len(events) > _MOST_NAMED else events
    values = "" if wanted is None else _values("event", wanted)
    chosen = None if events is None else set(events)
    parts = _Parts(store, values)
    known = set(parts.articles.values()) if wanted is not None else None
    articles = read_articles(store, known, include_text=include_text)
    return [
        parts.entry(row, articles)
        for row in _rows(store, _CORE % {"events": values})
        if chosen is None or row["event"] in chosen
    ]


class _Parts:
    """The answers of the queries, by event."""

    def __init__(self, store: GraphStore, values: str) -> None:
        events = {"events": values}

        def ask(query: str) -> dict[str, list[Row]]:
            grouped: dict[str, list[Row]] = defaultdict(list)
            for row in _rows(store, query % events):
                grouped[row["event"]].append(row)
            return grouped

        self.roles = ask(_ROLES)
        self.claims = ask(_CLAIMS)
        self.claim_words = _pairs(store, _CLAIM_WORDS % events)
        self.told = _pairs(store, _TOLD % events)
        self.evidence = ask(_EVIDENCE)
        self.articles = {
            event: rows[0]["article"] for event, rows in self.evidence.items()
        }
        self.sentences = {
            row["mention"]: row for row in _rows(store, _SENTENCES % events)
        }
        self.cues = ask(_CUES)
        self.fused = _pairs(store, _FUSED % events)
        self.times: dict[str, dict[str, Any]] = defaultdict(dict)
        for row in _rows(store, _TIMES % events):
            self.times[row["time"]][local(row["property"])] = row["value"]
        for row in _rows(store, _TIME_WORDS % events):
            self.times[row["time"]].setdefault("words", row["words"])

    def entry(self, row: Row, articles: Mapping[str, ArticleRef]) -> TimelineEntry:
        event = row["event"]
        roles = self.roles.get(event, [])
        fused = self.fused.get(event)
        return TimelineEntry(
            iri=str(event),
            label=row["label"],
            event_type=event_type_of(row["type"]),
            status=_STATUS[row["status"]],
            factuality=_FACTUALITY[row["factuality"]].value,
            date=_date(row, self.times.get(row["time"])),
            participants=_participants(roles),
            places=_places(roles),
            claims=self.claims_of(event),
            evidence=self.evidence_of(event),
            cues=_words_in_order(self.cues.get(event, [])),
            article=articles[self.articles[event]],
            salience=row["salience"],
            fused=None if fused is None else str(fused),
        )

    def claims_of(self, event: str) -> tuple[ClaimRef, ...]:
        """Return what sources say; the author's own word is the text itself."""
        found: dict[str, ClaimRef] = {}
        for row in self.claims.get(event, []):
            iri, source, cue = str(row["claim"]), str(row["source"]), row["cue"]
            if source.endswith("#source=author"):
                continue
            unnamed = row["class"] == DL.UnnamedSource
            start, end = (None, None) if cue is None else _place_in_text(cue)
            found[iri] = ClaimRef(
                iri=iri,
                source=row["name"],
                source_iri=None if source.endswith("#source=unnamed") else source,
                is_unnamed=unnamed or (iri in found and found[iri].is_unnamed),
                cue=self.claim_words.get(cue, ""),
                start=start,
                end=end,
                asserts=_FACTUALITY[row["asserts"]].value,
                told_to=self.told.get(row["told"]),
            )
        return tuple(
            sorted(found.values(), key=lambda each: (each.start or 0, each.iri))
        )

    def evidence_of(self, event: str) -> tuple[Evidence, ...]:
        """Return the triggers, each with its sentence, in order."""
        found = set()
        for row in self.evidence.get(event, []):
            start, end = _place_in_text(row["mention"])
            inside = self.sentences.get(row["mention"])
            where = (
                (start, end) if inside is None else _place_in_text(inside["sentence"])
            )
            found.add(
                Evidence(
                    words=row["words"],
                    start=start,
                    end=end,
                    sentence=row["words"] if inside is None else inside["quote"],
                    sentence_start=where[0],
                    sentence_end=where[1],
                )
            )
        return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def _rows(store: GraphStore, query: str) -> Iterable[Row]:
    answer = store.query(query)
    return (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)


def _pairs(store: GraphStore, query: str) -> dict[Any, Any]:
    return {row[0]: row[1] for row in store.query(query).rows}


def _values(name: str, iris: Iterable[str]) -> str:
    return f"VALUES ?{name} {{ {' '.join(f'<{iri}>' for iri in iris)} }}"


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _place_in_text(mention: str) -> tuple[int, int]:
    """Return the span that a mention's IRI says (RFC 5147).

    >>> _place_in_text("https://example.org/a#char=3,7")
    (3, 7)
    """
    start, _, end = mention.rpartition("=")[2].partition(",")
    return int(start), int(end)


def _date(row: Row, time: Mapping[str, Any] | None) -> EventDate | None:
    if time is None:
        return None
    mention = time.get("denotedBy")
    start, end = (None, None) if mention is None else _place_in_text(mention)
    return EventDate(
        earliest_begin=row["earliest_begin"],
        latest_begin=row["latest_begin"],
        earliest_end=row["earliest_end"],
        latest_end=row["latest_end"],
        edtf=time.get("edtf"),
        timex_value=time.get("timexValue"),
        time_of_day=time.get("timeOfDay"),
        granularity=local(time["granularity"]),
        basis=local(time["dateBasis"]),
        anchor=time.get("anchorDate"),
        words=time.get("words", ""),
        start=start,
        end=end,
        rule=time["rule"],
        explanation=time["explanation"],
    )


def _number(row: Row) -> int:
    """Return the number of a role in its event, from its IRI."""
    return int(row["role"].rpartition(",")[2])


def _participants(rows: Iterable[Row]) -> tuple[Participant, ...]:
    found = []
    for row in sorted(rows, key=_number):
        role = _ROLE[row["type"]]
        if role is RoleName.PLACE:
            continue
        start, end = _place_in_text(row["mention"])
        found.append(
            Participant(
                iri=str(row["who"]),
                name=row["name"],
                kind=_KIND.get(row["kind"], EntityKind.OBJECT),
                role=role,
                words=row["words"],
                start=start,
                end=end,
            )
        )
    return tuple(found)


def _places(rows: Iterable[Row]) -> tuple[PlaceRef, ...]:
    placed = [row for row in rows if _ROLE[row["type"]] in _PLACES]
    placed.sort(key=lambda row: (_PLACES.index(_ROLE[row["type"]]), _number(row)))
    found = (PlaceRef(iri=str(row["who"]), name=row["name"]) for row in placed)
    return tuple(dict.fromkeys(found))


def _words_in_order(rows: Iterable[Row]) -> tuple[str, ...]:
    placed = sorted((_place_in_text(row["mention"]), row["words"]) for row in rows)
    return tuple(words for _, words in placed)
