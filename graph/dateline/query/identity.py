"""Read what fusion needs to know: the named entities and dated events of a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dateline.rdf.fusion import encode_fusion
from dateline.rdf.iris import event_type_of
from dateline.rdf.stores import Store
from dateline.rdf.terms import KIND_CLASS, STATUS_CLASS
from dateline.resolve.fusion import (
    EntitySketch,
    EventSketch,
    fuse_entities,
    fuse_events,
)

_KINDS = {iri: kind for kind, iri in KIND_CLASS.items()}
_STATUSES = {iri: status for status, iri in STATUS_CLASS.items()}

_ENTITIES = """
SELECT ?entity ?article ?kind ?label WHERE {
  ?graph prov:wasDerivedFrom ?article .
  GRAPH ?graph {
    ?entity a ?kind ; rdfs:label ?label .
    FILTER NOT EXISTS { ?entity a dl:UnnamedEntity }
    FILTER NOT EXISTS { ?entity a dl:UnnamedSource }
  }
  VALUES ?kind { schema:Person schema:Organization schema:Country schema:Place }
}"""

# Background events are left out: they have little to be recognised by.
_EVENTS = """
SELECT ?event ?article ?type ?status ?label ?words ?earliest ?latest WHERE {
  ?graph prov:wasDerivedFrom ?article .
  GRAPH ?graph {
    ?event dl:salience ?salience ;
      sem:hasEarliestBeginTimeStamp ?earliest ; sem:hasLatestEndTimeStamp ?latest ;
      sem:eventType ?type ; a ?status ; rdfs:label ?label ; gaf:denotedBy ?mention .
    ?mention oa:hasSelector ?selector .
    ?selector oa:exact ?words .
    FILTER(?salience >= 0.4 && ?status != dl:Eventuality)
  }
}"""

_PARTS = """
SELECT ?event ?actor WHERE {
  ?event sem:%s ?actor ; sem:hasLatestEndTimeStamp ?latest .
}"""


def read_entity_sketches(store: Store) -> Iterator[EntitySketch]:
    """Yield the named entities of every article.

    >>> from dateline.rdf.store import GraphStore
    >>> list(read_entity_sketches(GraphStore.memory()))
    []
    """
    for entity, article, kind, label in store.query(_ENTITIES).rows:
        yield EntitySketch(
            iri=str(entity),
            article=str(article),
            kind=_KINDS[str(kind)],
            label=str(label),
        )


def read_event_sketches(store: Store) -> Iterator[EventSketch]:
    """Yield the dated events of every article, but for the background.

    An event with several triggers is known by the first of them in the alphabet.

    >>> from dateline.rdf.store import GraphStore
    >>> list(read_event_sketches(GraphStore.memory()))
    []
    """
    actors, places = _parts(store, "hasActor"), _parts(store, "hasPlace")
    seen: set[str] = set()
    for row in sorted(store.query(_EVENTS).rows, key=str):
        event, article, kind, status, label, words, earliest, latest = row
        iri = str(event)
        if iri in seen:
            continue
        seen.add(iri)
        yield EventSketch(
            iri=iri,
            article=str(article),
            lemma=str(words).split()[-1],
            event_type=event_type_of(str(kind)),
            status=_STATUSES[str(status)],
            label=str(label),
            earliest=earliest,  # type: ignore[arg-type]
            latest=latest,  # type: ignore[arg-type]
            actors=frozenset(actors.get(iri, ())),
            places=frozenset(places.get(iri, ())),
        )


def _parts(store: Store, relation: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for event, entity in store.query(_PARTS % relation).rows:
        found[str(event)].add(str(entity))
    return found


def fuse(store: Store) -> bytes:
    """Decide anew what is one across all the articles; return the fusion graph.

    >>> from dateline.rdf.store import GraphStore
    >>> fuse(GraphStore.memory())
    b''
    """
    people = fuse_entities(read_entity_sketches(store))
    identity = {
        member: decision.members[0]
        for decision in people
        for member in decision.members
    }
    events = fuse_events(read_event_sketches(store), identity)
    fusion = encode_fusion([*people, *events])
    store.replace_fusion(fusion)
    return fusion
