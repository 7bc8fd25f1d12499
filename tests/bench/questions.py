"""The questions of the bench: plain SPARQL 1.1, so that every engine can take them."""

from __future__ import annotations

from dateline.rdf.terms import PREFIXES

_HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(PREFIXES.items()))
_WHO = '?who dl:nameKey "ada alderby" . ?event sem:hasActor ?who . '
_LABEL = "?event rdfs:label ?label ; sem:hasEarliestBeginTimeStamp ?begin . "
_YEAR = 'FILTER(?begin >= "2018-01-01"^^xsd:date && ?begin <= "2018-12-31"^^xsd:date) '
_ARTICLE = "<https://example.org/news/7>"

_BODIES = {
    "timeline of an actor": (
        f"SELECT ?begin ?label ?event {{ {_WHO}{_LABEL}}} ORDER BY ?begin ?event"
    ),
    "the same in a year": (
        f"SELECT ?begin ?label ?event {{ {_WHO}{_LABEL}{_YEAR}}} ORDER BY ?begin"
    ),
    "who acted with an actor": (
        f"SELECT ?name (COUNT(DISTINCT ?event) AS ?n) {{ {_WHO}"
        "?event sem:hasActor ?other . ?other rdfs:label ?name "
        "FILTER(?other != ?who) } GROUP BY ?name ORDER BY DESC(?n) ?name"
    ),
    "all pairs who acted together": (
        "SELECT ?a ?b (COUNT(*) AS ?n) { ?event sem:hasActor ?x , ?y . "
        "?x rdfs:label ?a . ?y rdfs:label ?b FILTER(STR(?a) < STR(?b)) } "
        "GROUP BY ?a ?b ORDER BY DESC(?n) ?a ?b LIMIT 20"
    ),
    "whether two met": (
        f"ASK {{ {_WHO}?event sem:hasActor ?other ; sem:eventType dl:Meet . "
        '?other dl:nameKey "bram birchham" }'
    ),
    "open promises of an actor": (
        f"SELECT ?begin ?label {{ {_WHO}{_LABEL}?event a dl:PlannedEvent "
        "FILTER NOT EXISTS { ?fused dl:fuses ?event , ?done . ?done a sem:Event } }"
    ),
    "all open promises, counted": (
        "SELECT (COUNT(*) AS ?n) { ?event a dl:PlannedEvent "
        "FILTER NOT EXISTS { ?fused dl:fuses ?event , ?done . ?done a sem:Event } }"
    ),
    "what did not happen in a year": (
        "SELECT ?begin ?label { ?event a dl:NonOccurrence . "
        f"{_LABEL}{_YEAR}}} ORDER BY ?begin ?label"
    ),
    "what happened in a place": (
        'SELECT ?begin ?label { ?place dl:nameKey "port alderby" . '
        f"?event sem:hasPlace ?place ; a sem:Event . {_LABEL}}} ORDER BY ?begin"
    ),
    "events of a day": (
        "SELECT ?event ?label { ?event sem:hasEarliestBeginTimeStamp "
        '"2018-06-12"^^xsd:date ; rdfs:label ?label }'
    ),
    "events of each day of a month": (
        "SELECT ?begin (COUNT(*) AS ?n) { "
        "?event sem:hasEarliestBeginTimeStamp ?begin "
        'FILTER(?begin >= "2018-06-01"^^xsd:date && ?begin <= "2018-06-30"^^xsd:date) '
        "} GROUP BY ?begin ORDER BY ?begin"
    ),
    "events of each year": (
        "SELECT ?year (COUNT(*) AS ?n) { "
        "?event sem:hasEarliestBeginTimeStamp ?begin BIND(YEAR(?begin) AS ?year) } "
        "GROUP BY ?year ORDER BY ?year"
    ),
    "events of each type": (
        "SELECT ?type (COUNT(*) AS ?n) { ?event sem:eventType ?type } "
        "GROUP BY ?type ORDER BY DESC(?n) ?type"
    ),
    "the newest articles": (
        "SELECT ?day ?title { ?article schema:datePublished ?day ; "
        "schema:headline ?title } ORDER BY DESC(?day) ?title LIMIT 20"
    ),
    "events of an article": (
        f"SELECT ?begin ?label {{ ?mention oa:hasSource {_ARTICLE} . "
        f"?event gaf:denotedBy ?mention ; a dl:Eventuality . {_LABEL}}}"
    ),
    "evidence of an actor's events": (
        f"SELECT ?label ?quote ?start {{ {_WHO}?event rdfs:label ?label ; "
        "gaf:denotedBy/oa:hasSelector ?at . ?at oa:exact ?quote ; oa:start ?start }"
    ),
    "a path in time": (
        f"SELECT ?label {{ ?mention oa:hasSource {_ARTICLE} . "
        "?first gaf:denotedBy ?mention ; dl:isBefore+ ?event . "
        "?event rdfs:label ?label }"
    ),
    "a path through three events": (
        f"SELECT DISTINCT ?name {{ {_WHO}?event dl:isBefore/dl:isBefore ?third . "
        "?third sem:hasActor/rdfs:label ?name } ORDER BY ?name"
    ),
    "a word in the labels": (
        "SELECT ?label { ?event a sem:Event ; rdfs:label ?label "
        'FILTER(CONTAINS(LCASE(STR(?label)), "treaty with hugo")) }'
    ),
    "who says what": (
        'SELECT ?label ?asserts { ?who dl:nameKey "cleo cedarley" . '
        "?claim sem:accordingTo ?who ; dl:about ?event ; dl:asserts ?asserts . "
        "?event rdfs:label ?label }"
    ),
}
QUESTIONS = {name: _HEAD + body for name, body in _BODIES.items()}
CHEAP = tuple(
    QUESTIONS[name]
    for name in (
        "timeline of an actor",
        "the same in a year",
        "whether two met",
        "open promises of an actor",
        "events of a day",
        "events of an article",
        "who says what",
    )
)
_PRODUCT = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
WORST = (
    f"SELECT (COUNT(*) AS ?n) {{ {_PRODUCT} }}",
    f"SELECT * {{ {_PRODUCT} }} ORDER BY ?i ?a",
    "SELECT (COUNT(*) AS ?n) { ?a (!<urn:none>|^!<urn:none>)* ?b }",
    (
        'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(STR(?c), "'
        '(x+x+)+y|(a|aa)+$|(.*.*){9}z") && REGEX(STR(?f), "(.*a){12}")) }'
    ),
)
