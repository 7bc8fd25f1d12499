"""The queries behind `details`: what is told of many events at once, part by part.

What costs is not finding a quad but reading an IRI or a long string out of the store,
about 5 µs each on disk. So events are numbered in a `VALUES` clause and come back as
numbers, and words are cut from the article's text instead of read from each mention.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.query.results import ArticleRef
from dateline.rdf.stores import Store

Row = Mapping[str, Any]
Place = tuple[int, int]

# OPTIONAL holds one pattern at most: with two, Oxigraph joins the whole store.
_CORE = """
SELECT ?id ?type ?factuality ?salience ?label ?status ?time ?earliest_begin
       ?latest_begin ?earliest_end ?latest_end WHERE { %(events)s
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
SELECT ?id ?granularity ?basis ?rule ?explanation ?edtf ?timex_value ?time_of_day
       ?anchor ?words ?mention WHERE { %(things)s
  ?thing dl:granularity ?granularity ; dl:dateBasis ?basis ; dl:rule ?rule ;
         dl:explanation ?explanation .
  OPTIONAL { ?thing dl:edtf ?edtf }
  OPTIONAL { ?thing dl:timexValue ?timex_value }
  OPTIONAL { ?thing dl:timeOfDay ?time_of_day }
  OPTIONAL { ?thing dl:anchorDate ?anchor }
  OPTIONAL { ?thing dl:words ?words }
  OPTIONAL { ?thing gaf:denotedBy ?mention }
}"""
_ROLES = """
SELECT ?id ?type ?thing ?mention WHERE { %(events)s
  ?event dl:participation ?role .
  ?role rdf:value ?thing ; sem:roleType ?type ; gaf:denotedBy ?mention .
}"""
_CLAIMS = """
SELECT ?id ?claim ?thing ?asserts ?cue ?told WHERE { %(events)s
  ?claim dl:about ?event ; dl:asserts ?asserts ; sem:accordingTo ?thing .
  OPTIONAL { ?claim dl:cue ?cue }
  OPTIONAL { ?claim dl:toldTo ?told }
}"""
_TRIGGERS = "SELECT ?id ?mention WHERE { %(events)s ?event gaf:denotedBy ?mention }"
_CUES = "SELECT ?id ?mention WHERE { %(events)s ?event dl:cue ?mention }"
_FUSED = "SELECT ?id ?fused WHERE { %(events)s ?fused dl:fuses ?event }"
_SENTENCES = "SELECT ?id ?sentence WHERE { %(things)s ?thing dl:sentence ?sentence }"
_NAMES = """
SELECT ?id ?name ?class WHERE { %(things)s ?thing rdfs:label ?name ; a ?class }"""
_SOURCES = "SELECT ?id ?article WHERE { %(things)s ?thing oa:hasSource ?article }"
_WORDS = """
SELECT ?id ?words WHERE { %(things)s ?thing oa:hasSelector ?s . ?s oa:exact ?words }"""
_ARTICLES = """
SELECT DISTINCT ?article ?title ?by ?published ?url WHERE { %(articles)s
  ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?article schema:publisher ?by }
}"""
_PUBLISHER = "SELECT ?id ?name WHERE { %(things)s ?thing schema:name ?name }"
_TEXTS = "SELECT ?article ?text WHERE { %(articles)s ?article dl:text ?text }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What an entity is called, and its classes."""

    name: str
    classes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the store tells of some events; keys are the IRIs of the events or things.

    Attributes:
        core: one row for each event, in the order they were asked for.
        times, names: of the times and entities that the events refer to.
        roles, claims, fused: rows of each event.
        triggers, cues: the mentions of each event.
        sentences: the mention of the sentence around each trigger.
        words: the words of each mention.
        articles: the articles by the beginning of the IRIs of their events.
    """

    core: Sequence[Row]
    times: Mapping[str, Row]
    names: Mapping[str, Named]
    roles: Mapping[str, Sequence[Row]]
    claims: Mapping[str, Sequence[Row]]
    fused: Mapping[str, str]
    triggers: Mapping[str, Sequence[str]]
    cues: Mapping[str, Sequence[str]]
    sentences: Mapping[str, str]
    words: Mapping[str, str]
    articles: Mapping[str, ArticleRef]


def place_in_text(mention: str) -> Place:
    """Return the span that a mention's IRI says (RFC 5147).

    >>> place_in_text("https://example.org/a#char=3,7")
    (3, 7)
    """
    start, _, end = mention.rpartition("=")[2].partition(",")
    return int(start), int(end)


def base(iri: str) -> str:
    """Return what the IRI of a thing shares with all things of its article."""
    return iri.rpartition("#")[0]


def read_parts(
    store: Store, events: Sequence[str], *, include_text: bool = False
) -> Parts:
    """Ask the store for everything about `events`, which must come from it."""
    core = _ask(store, _CORE, events)
    roles = _grouped(_ask(store, _ROLES, events))
    claims = _grouped(_ask(store, _CLAIMS, events))
    triggers = _mentions(_ask(store, _TRIGGERS, events))
    cues = _mentions(_ask(store, _CUES, events))
    times = _by_thing(store, _TIMES, (row["time"] for row in core))
    placed = {mention for group in triggers.values() for mention in group}
    sentences = {
        thing: row["sentence"]
        for thing, row in _by_thing(store, _SENTENCES, placed).items()
    }
    placed |= {mention for group in cues.values() for mention in group}
    placed |= {row["mention"] for group in roles.values() for row in group}
    placed |= {row["cue"] for group in claims.values() for row in group}
    placed |= {row["mention"] for row in times.values()}
    placed |= set(sentences.values())
    placed.discard(None)
    sources = _sources(store, triggers)
    texts = _texts(store, set(sources.values()))
    articles = read_articles(
        store, set(sources.values()), texts=texts if include_text else {}
    )
    return Parts(
        core=core,
        times=times,
        names=_names(store, roles, claims),
        roles=roles,
        claims=claims,
        fused={row["event"]: row["fused"] for row in _ask(store, _FUSED, events)},
        triggers=triggers,
        cues=cues,
        sentences=sentences,
        words=_words(store, placed, sources, texts),
        articles={start: articles[iri] for start, iri in sources.items()},
    )


def read_articles(
    store: Store, iris: Iterable[str] | None, *, texts: Mapping[str, str]
) -> dict[str, ArticleRef]:
    """Return articles by IRI, in its order; `None` asks for all."""
    rows = _select(store, _ARTICLES % {"articles": _articles(iris)})
    publishers = _by_thing(store, _PUBLISHER, (row["by"] for row in rows))
    found = {}
    for row in sorted(rows, key=lambda row: str(row["article"])):
        iri, published, by = str(row["article"]), row["published"], row["by"]
        found[iri] = ArticleRef(
            iri=iri,
            title=row["title"],
            publisher=publishers[by]["name"] if by in publishers else None,
            published=None if published is None else _iso(published),
            url=row["url"],
            text=texts.get(iri),
        )
    return found


def read_texts(store: Store, iris: set[str] | None = None) -> dict[str, str]:
    """Return the texts of articles that kept theirs; `None` asks for all."""
    return _texts(store, iris)


def _iso(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _articles(iris: Iterable[str] | None) -> str:
    if iris is None:
        return ""
    return f"VALUES ?article {{ {' '.join(f'<{iri}>' for iri in sorted(iris))} }}"


def _texts(store: Store, articles: set[str] | None) -> dict[str, str]:
    rows = _select(store, _TEXTS % {"articles": _articles(articles)})
    return {str(row["article"]): row["text"] for row in rows}


def _sources(store: Store, triggers: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the article of each base: one trigger of each is asked for its own."""
    samples = {base(event): mentions[0] for event, mentions in triggers.items()}
    found = _by_thing(store, _SOURCES, samples.values())
    return {start: str(found[mention]["article"]) for start, mention in samples.items()}


def _words(
    store: Store,
    mentions: Iterable[str],
    sources: Mapping[str, str],
    texts: Mapping[str, str],
) -> dict[str, str]:
    """Return the words of mentions: from the text, or where it was not kept, quoted."""
    words, textless = {}, []
    for mention in mentions:
        text = texts.get(sources.get(base(mention), ""))
        if text is None:
            textless.append(mention)
        else:
            start, end = place_in_text(mention)
            words[mention] = text[start:end]
    quoted = _by_thing(store, _WORDS, textless)
    return words | {mention: row["words"] for mention, row in quoted.items()}


def _names(
    store: Store,
    roles: Mapping[str, Sequence[Row]],
    claims: Mapping[str, Sequence[Row]],
) -> dict[str, Named]:
    things = {row["thing"] for group in (roles, claims) for rows in group.values()
              for row in rows}  # fmt: skip
    told = {row["told"] for rows in claims.values() for row in rows}
    names: dict[str, str] = {}
    classes: dict[str, set[str]] = defaultdict(set)
    for row in _ask_things(store, _NAMES, things | told):
        names[row["thing"]] = row["name"]
        classes[row["thing"]].add(row["class"])
    return {
        thing: Named(name=name, classes=frozenset(classes[thing]))
        for thing, name in names.items()
    }


def _select(store: Store, query: str) -> list[dict[str, Any]]:
    answer = store.query(query)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def _ask(store: Store, query: str, events: Sequence[str]) -> list[dict[str, Any]]:
    """Ask about events; each row says its `event`."""
    rows = _numbered(store, query, "event", events)
    for row in rows:
        row["event"] = events[row["id"]]
    return rows


def _ask_things(
    store: Store, query: str, things: Iterable[str | None]
) -> list[dict[str, Any]]:
    """Ask about other things; each row says its `thing`."""
    wanted = sorted({thing for thing in things if thing is not None})
    rows = _numbered(store, query, "thing", wanted)
    for row in rows:
        row["thing"] = wanted[row["id"]]
    return rows


def _by_thing(
    store: Store, query: str, things: Iterable[str | None]
) -> dict[str, dict[str, Any]]:
    return {row["thing"]: row for row in _ask_things(store, query, things)}


def _numbered(
    store: Store, query: str, name: str, iris: Sequence[str]
) -> list[dict[str, Any]]:
    if not iris:
        return []
    pairs = " ".join(f"(<{iri}> {number})" for number, iri in enumerate(iris))
    if len(iris) == 1:
        # Virtuoso cannot compile a table of one row; nothing is told of this one.
        pairs += " (<urn:dateline:none> -1)"
    values = f"VALUES (?{name} ?id) {{ {pairs} }}"
    return _select(store, query % {f"{name}s": values})


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["event"]].append(row)
    return groups


def _mentions(rows: Iterable[Row]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        groups[row["event"]].append(row["mention"])
    for group in groups.values():
        group.sort(key=place_in_text)
    return groups
