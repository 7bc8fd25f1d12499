"""One suite for every kind of store: what all of them must do alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from tests.facts import ARTICLE, PUBLISHED, sample_document, sample_facts
from tests.rdf.articles import OTHER, RUN, article
from tests.rdf.servers import OXIGRAPH, VIRTUOSO, oxigraph, virtuoso

from dateline.errors import QueryError
from dateline.model.fusion import FusionKind, IdentityDecision
from dateline.query.named import run_named
from dateline.query.timeline import event, timeline
from dateline.rdf.decode import decode_article
from dateline.rdf.dump import Format
from dateline.rdf.encode import encode_article
from dateline.rdf.endpoint import DatasetEndpoint
from dateline.rdf.fusion import FUSION_GRAPH, encode_fusion
from dateline.rdf.remote import HttpEndpoint
from dateline.rdf.run import RunInfo
from dateline.rdf.sparql_store import SparqlStore
from dateline.rdf.store import GraphStore
from dateline.rdf.stores import Replaced, Store
from dateline.rdf.validate import validate
from dateline.rdf.values import Iri

KINDS = ("disk", "memory", "rdflib", "oxigraph", "virtuoso")
Make = Callable[[Path], Iterator[Store]]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Start each server when it is first asked for; stop them at the end."""

    class Started(dict[str, str]):
        def __missing__(self, kind: str) -> str:
            start = {"oxigraph": oxigraph, "virtuoso": virtuoso}[kind]
            self[kind] = stack.enter_context(start(tmp_path_factory.mktemp(kind)))
            return self[kind]

    with ExitStack() as stack:
        yield Started()


@pytest.fixture(params=KINDS)
def store(
    request: pytest.FixtureRequest, tmp_path: Path, servers: dict[str, str]
) -> Iterator[Store]:
    with _open(request.param, tmp_path, servers) as opened:
        yield opened


def _open(kind: str, folder: Path, servers: dict[str, str]) -> Store:
    if kind == "disk":
        return GraphStore.open(folder / "store")
    if kind == "memory":
        return GraphStore.memory()
    if kind == "rdflib":
        return SparqlStore(DatasetEndpoint(rdflib.Dataset()))
    if kind == "oxigraph" and not OXIGRAPH.exists():
        pytest.skip("the package oxigraph is not installed")
    if kind == "virtuoso" and VIRTUOSO is None:
        pytest.skip("virtuoso-t is missing: apt-get install virtuoso-opensource-7")
    opened = SparqlStore(HttpEndpoint(servers[kind]))
    for iri in opened.articles():
        opened.remove_article(iri)
    opened.replace_fusion(b"")
    return opened


def filled(store: Store, *iris: str) -> Store:
    store.replace_articles(article(iri) for iri in iris or (ARTICLE, OTHER))
    return store


def dumped(store: Store, form: str = "nquads", **options: object) -> bytes:
    output = BytesIO()
    store.dump(output, form, **options)  # type: ignore[arg-type]
    return output.getvalue()


def expected(*iris: str) -> bytes:
    """Return what a store in memory writes."""
    return dumped(filled(GraphStore.memory(), *iris))


def test_it_gives_back_what_it_was_given(store: Store) -> None:
    assert dumped(filled(store)) == expected(ARTICLE, OTHER)
    assert store.articles() == (ARTICLE, OTHER)
    assert sorted(store.each_article()) == [ARTICLE, OTHER]
    assert len(store.graphs()) == 2
    assert not store.is_read_only


def test_an_empty_one_is_empty(store: Store) -> None:
    assert store.articles() == store.graphs() == ()
    assert dumped(store) == b""
    assert not store.remove_article(ARTICLE)


def test_the_same_article_again_changes_nothing(store: Store) -> None:
    filled(store)
    assert store.replace_articles([article()]) == Replaced(unchanged=1)
    assert dumped(store) == expected(ARTICLE, OTHER)


def test_another_text_takes_the_place_of_the_old_one(store: Store) -> None:
    filled(store)
    assert store.replace_articles([article(more=" More.")]) == Replaced(replaced=1)
    fresh = GraphStore.memory()
    fresh.replace_articles([article(more=" More."), article(OTHER)])
    assert dumped(store) == dumped(fresh)


def test_new_software_takes_the_place_of_the_old_one(store: Store) -> None:
    newer = article(run=RunInfo(software="Dateline 0.2.0"))
    filled(store)
    assert store.replace_articles([newer]) == Replaced(replaced=1)
    assert store.replace_articles([newer]) == Replaced(unchanged=1)
    fresh = filled(GraphStore.memory(), OTHER)
    fresh.replace_articles([newer])
    assert dumped(store) == dumped(fresh)


def test_removing_leaves_the_others_whole(store: Store) -> None:
    filled(store)
    assert store.remove_article(ARTICLE)
    assert dumped(store) == expected(OTHER)
    assert store.remove_article(OTHER)
    assert dumped(store) == b""


@pytest.mark.parametrize(
    "text", ["\\u0022 . } ; DROP ALL ; #", 'a "quote" \\', "line\nline", "'''} é 𝄞\t"]
)
def test_hostile_text_stays_as_it_is(store: Store, text: str) -> None:
    store.replace_articles([article(more=text)])
    fresh = GraphStore.memory()
    fresh.replace_articles([article(more=text)])
    assert dumped(store) == dumped(fresh)


def test_it_knows_texts_dates_and_software(store: Store) -> None:
    filled(store)
    document = sample_document()
    assert store.has_article(ARTICLE, document.text_sha256)
    assert not store.has_article(ARTICLE, "0" * 64)
    assert not store.has_article("urn:none", document.text_sha256)
    assert store.has_document(document, RUN, keep_text=True)
    assert not store.has_document(document, RUN, keep_text=False)
    assert not store.has_document(document, RunInfo(software="Dateline 0.2.0"))
    bare = encode_article(sample_facts(), run=RUN, keep_text=False)
    assert store.replace_articles([bare]) == Replaced(replaced=1)
    assert store.has_document(document, RUN, keep_text=False)


def test_an_article_comes_back_as_facts(store: Store) -> None:
    filled(store)
    facts = store.article_facts(ARTICLE)
    assert facts.events == sample_facts().events
    assert facts == decode_article(store.article_ntriples(ARTICLE))
    assert store.article_nquads(ARTICLE) == filled(
        GraphStore.memory(), ARTICLE
    ).article_nquads(ARTICLE)


def decision(*members: str) -> IdentityDecision:
    return IdentityDecision(
        kind=FusionKind.ENTITY,
        members=tuple(sorted(members)),
        label="Ilse Brandt",
        score=0.9,
        reason="same name",
    )


def test_fusion_is_replaced_and_goes_with_its_articles(store: Store) -> None:
    filled(store)
    kept = decision("urn:x#a", "urn:y#a")
    lost = decision(f"{ARTICLE}#a", f"{OTHER}#a")
    store.replace_fusion(encode_fusion([decision("urn:x#b", "urn:y#b")]))
    store.replace_fusion(encode_fusion([kept, lost]))
    assert FUSION_GRAPH in store.graphs()
    store.remove_article(ARTICLE)
    fresh = filled(GraphStore.memory(), OTHER)
    fresh.replace_fusion(encode_fusion([kept]))
    assert dumped(store) == dumped(fresh)


# Questions


def test_answers_are_python_values(store: Store) -> None:
    row = (
        filled(store, ARTICLE)
        .query(
            """SELECT ?date ?count ?score ?named ?iri ?nothing WHERE {
             ?article schema:datePublished ?date .
             ?group dl:count ?count . ?event dl:salience ?score ; dl:isNamed ?named .
             BIND(?event AS ?iri)
           } LIMIT 1"""
        )
        .rows[0]
    )
    assert row[:4] == (PUBLISHED, 2, 0.3, True)
    assert isinstance(row[4], Iri)
    assert row[5] is None


def test_questions_see_all_graphs_at_once_and_each(store: Store) -> None:
    filled(store)
    both = "SELECT ?d { ?a schema:datePublished ?d ; dl:text ?t }"
    assert len(store.query(both).rows) == 2
    each = "SELECT DISTINCT ?g { GRAPH ?g { ?e a dl:NonOccurrence } }"
    assert {row[0] for row in store.query(each).rows} == set(store.graphs())


@pytest.mark.parametrize("asked", [True, False])
def test_ask(store: Store, asked: bool) -> None:  # noqa: FBT001
    filled(store, ARTICLE)
    kind = "sem:Event" if asked else "sem:Nothing"
    assert store.query(f"ASK {{ ?e a <{_long(kind)}> }}").rows == ((asked,),)


def _long(name: str) -> str:
    return name.replace("sem:", "http://semanticweb.cs.vu.nl/2009/11/sem/")


def test_construct(store: Store) -> None:
    filled(store, ARTICLE)
    sparql = "CONSTRUCT { ?e a dl:NonOccurrence } WHERE { ?e a dl:NonOccurrence }"
    assert b"a dl:NonOccurrence" in store.construct(sparql)
    table = store.query(sparql)
    assert table.columns == ("subject", "predicate", "object")
    assert len(table.rows) == 1
    with pytest.raises(QueryError, match="no CONSTRUCT or DESCRIBE"):
        store.construct("ASK {}")


def test_bindings_are_terms_and_never_text(store: Store) -> None:
    filled(store, ARTICLE)
    sparql = "SELECT ?who ?name WHERE { ?who dl:nameKey ?name }"
    assert len(store.query(sparql, {"name": "brandt"}).rows) == 1
    assert store.query(sparql, {"name": '" } UNION { ?who ?p ?name'}).rows == ()
    with pytest.raises(QueryError, match="cannot be answered"):
        store.query(sparql, {"unknown": 1})
    with pytest.raises(QueryError, match="is not an IRI"):
        store.query(sparql, {"name": Iri("a b")})


@pytest.mark.parametrize(
    ("sparql", "why"),
    [
        ("SELEC ?x {}", "quer"),
        ("SELECT ?x {", "cannot be answered"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "quer"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is off"),
    ],
)
def test_what_is_no_query_of_the_store_is_refused(
    store: Store, sparql: str, why: str
) -> None:
    with pytest.raises(QueryError, match=why):
        store.query(sparql)


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("articles", {}),
        ("did-not-happen", {}),
        ("who-says", {}),
        ("actor-timeline", {"actor": "Brandt"}),
        ("actor-timeline", {"actor": "Brandt", "end": "2021-04-30"}),
        ("happened-in", {"place": "Grell", "start": "2021-05"}),
        ("met", {"who": "Kerr"}),
    ],
)
def test_named_questions_have_the_same_answers(
    store: Store, name: str, parameters: dict[str, str]
) -> None:
    known = run_named(filled(GraphStore.memory()), name, parameters)
    found = run_named(filled(store), name, parameters)
    assert found.columns == known.columns
    assert sorted(map(repr, found.rows)) == sorted(map(repr, known.rows))


def test_the_timeline_is_the_same(store: Store) -> None:
    known = timeline(filled(GraphStore.memory()), min_salience=0)
    found = timeline(filled(store), min_salience=0)
    assert found.entries == known.entries
    assert len(found.entries) > 4
    narrow = {"actor": "Brandt", "start": date(2021, 4, 1), "end": date(2021, 4, 30)}
    assert (
        timeline(store, **narrow).entries  # type: ignore[arg-type]
        == timeline(filled(GraphStore.memory()), **narrow).entries  # type: ignore[arg-type]
    )
    iri = known.entries[0].iri
    assert event(store, iri, include_text=True) == event(
        filled(GraphStore.memory()), iri, include_text=True
    )


def test_it_is_valid(store: Store) -> None:
    assert validate(filled(store, ARTICLE)).conforms


# Ways out


@pytest.mark.parametrize("form", Format)
def test_every_syntax_holds_all(store: Store, form: Format) -> None:
    syntax = {
        Format.TURTLE: ox.RdfFormat.TURTLE, Format.TRIG: ox.RdfFormat.TRIG,
        Format.NQUADS: ox.RdfFormat.N_QUADS, Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
        Format.JSONLD: ox.RdfFormat.JSON_LD, Format.RDFXML: ox.RdfFormat.RDF_XML,
    }  # fmt: skip
    found = set(ox.parse(dumped(filled(store), form), syntax[form]))
    known = set(ox.parse(expected(ARTICLE, OTHER), ox.RdfFormat.N_QUADS))
    if form in {Format.TURTLE, Format.NTRIPLES, Format.RDFXML}:
        found_triples = {quad.triple for quad in found}
        assert found_triples == {quad.triple for quad in known}
    else:
        assert found == known


def test_one_graph_and_no_text(store: Store) -> None:
    filled(store)
    graph = store.graphs()[0]
    alone = dumped(store, graph=graph)
    assert set(alone.splitlines()) < set(dumped(store).splitlines())
    assert store.graph_ntriples(graph).count(b"\n") == alone.count(b"\n")
    assert b"/ns#text>" not in dumped(store, keep_text=False)


def test_rdflib_gets_all(store: Store) -> None:
    dataset = filled(store, ARTICLE).to_rdflib()
    query = "PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> SELECT ?e { ?e a sem:Event }"  # noqa: E501
    view = rdflib.Dataset(store=dataset.store, default_union=True)
    assert len(list(view.query(query))) == 3
