from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from tests.facts import ARTICLE, PUBLISHED, sample_document, sample_facts
from tests.rdf.articles import OTHER, RUN, article

from dateline.errors import QueryError, StoreError, UnknownNameError
from dateline.model.facts import DocumentFacts
from dateline.model.fusion import FusionKind, IdentityDecision
from dateline.model.text import Dct, DctBasis
from dateline.rdf.decode import decode_article
from dateline.rdf.dump import Format
from dateline.rdf.encode import EncodedArticle, encode_article
from dateline.rdf.fusion import FUSION_GRAPH, encode_fusion
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore
from dateline.rdf.stores import Replaced
from dateline.rdf.values import Iri


def stored(*articles: EncodedArticle) -> GraphStore:
    store = GraphStore.memory()
    store.replace_articles(articles)
    return store


def nquads(store: GraphStore) -> bytes:
    output = BytesIO()
    store.dump(output, Format.NQUADS)
    return output.getvalue()


def test_a_store_gives_back_what_it_was_given() -> None:
    encoded = article()
    assert nquads(stored(encoded)) == b"".join(
        line + b"\n" for line in sorted(encoded.nquads.splitlines())
    )


def test_adding_the_same_article_again_changes_nothing() -> None:
    store = stored(article())
    before = nquads(store)
    assert store.replace_articles([article()]) == Replaced(unchanged=1)
    assert nquads(store) == before


def test_another_text_replaces_that_article_and_nothing_else() -> None:
    store = stored(article(), article(OTHER))
    assert store.replace_articles([article(more=" More.")]) == Replaced(replaced=1)
    assert nquads(store) == nquads(stored(article(more=" More."), article(OTHER)))


def test_an_article_twice_in_one_batch_keeps_the_last() -> None:
    store = GraphStore.memory()
    told = store.replace_articles([article(), article(OTHER), article(more=" More.")])
    assert told == Replaced(added=2, replaced=1)
    assert nquads(store) == nquads(stored(article(more=" More."), article(OTHER)))


def test_new_software_or_a_new_date_replaces_the_graph() -> None:
    store = stored(article())
    newer = article(run=RunInfo(software="Dateline 0.2.0"))
    assert store.replace_articles([newer]) == Replaced(replaced=1)
    assert nquads(store) == nquads(stored(newer))


def test_removing_the_only_article_leaves_nothing() -> None:
    store = stored(article())
    assert store.remove_article(ARTICLE)
    assert len(store) == 0
    assert store.graphs() == ()


def test_removing_an_article_leaves_the_others_whole() -> None:
    store = stored(article(), article(OTHER))
    assert store.remove_article(ARTICLE)
    assert nquads(store) == nquads(stored(article(OTHER)))
    assert not store.remove_article(ARTICLE)


@pytest.mark.parametrize(
    "text", ["\\u0022 . } ; DROP ALL ; #", 'a "quote" \\', "nul \x00", "line\nline"]
)
def test_a_replacement_keeps_hostile_text_as_it_is(text: str) -> None:
    store = stored(article(), article(OTHER))
    store.replace_articles([article(more=text)])
    assert nquads(store) == nquads(stored(article(more=text), article(OTHER)))


def test_has_article_knows_iri_and_text() -> None:
    store = stored(article())
    sha256 = sample_document().text_sha256
    assert store.has_article(ARTICLE, sha256)
    assert not store.has_article(ARTICLE, "0" * 64)
    assert not store.has_article(OTHER, sha256)


def test_has_document_asks_for_text_date_and_software() -> None:
    store = stored(article())
    document = sample_document()
    assert store.has_document(document, RUN)
    assert not store.has_document(replace(document, text=document.text + " "), RUN)
    assert not store.has_document(replace(document, dct=None), RUN)
    later = Dct(date=date(2021, 5, 15), basis=DctBasis.OPTION)
    assert not store.has_document(replace(document, dct=later), RUN)
    assert not store.has_document(document, RunInfo(software="Dateline 0.2.0"))


def test_leaving_the_text_out_replaces_an_article_that_kept_it() -> None:
    store = stored(article())
    bare = encode_article(sample_facts(), run=RUN, keep_text=False)
    assert store.has_document(sample_document(), RUN, keep_text=True)
    assert not store.has_document(sample_document(), RUN, keep_text=False)
    assert store.replace_articles([bare]) == Replaced(replaced=1)
    assert nquads(store) == nquads(stored(bare))
    assert store.has_document(sample_document(), RUN, keep_text=False)
    assert store.replace_articles([bare]) == Replaced(unchanged=1)


def test_articles_are_listed_by_iri() -> None:
    assert stored(article(OTHER), article()).articles() == (ARTICLE, OTHER)


def test_an_article_comes_back_as_facts() -> None:
    store = stored(article(), article(OTHER))
    assert decode_article(store.article_ntriples(ARTICLE)).events == _events()


def _events() -> object:
    facts: DocumentFacts = sample_facts()
    return facts.events


# Fusion


def decision(*members: str) -> IdentityDecision:
    return IdentityDecision(
        kind=FusionKind.ENTITY,
        members=tuple(sorted(members)),
        label="Ilse Brandt",
        score=0.9,
        reason="same name",
    )


def test_fusion_is_replaced_as_a_whole() -> None:
    store = stored(article(), article(OTHER))
    alone = nquads(store)
    store.replace_fusion(encode_fusion([decision(f"{ARTICLE}#a", f"{OTHER}#a")]))
    store.replace_fusion(encode_fusion([decision(f"{ARTICLE}#b", f"{OTHER}#b")]))
    assert store.graphs()[-1] == FUSION_GRAPH or FUSION_GRAPH in store.graphs()
    members = store.query("SELECT ?m WHERE { ?d dl:member ?m } ORDER BY ?m").rows
    assert members == ((Iri(f"{ARTICLE}#b"),), (Iri(f"{OTHER}#b"),))
    store.replace_fusion(b"")
    assert nquads(store) == alone


def test_removing_an_article_undoes_what_rests_on_it() -> None:
    store = stored(article(), article(OTHER))
    kept = decision("urn:x#a", "urn:y#a")
    lost = decision(f"{ARTICLE}#a", f"{OTHER}#a")
    store.replace_fusion(encode_fusion([kept, lost]))
    store.remove_article(ARTICLE)
    alone = stored(article(OTHER))
    alone.replace_fusion(encode_fusion([kept]))
    assert nquads(store) == nquads(alone)


def test_an_unsorted_decision_is_refused() -> None:
    with pytest.raises(ValueError, match="two or more sorted members"):
        IdentityDecision(
            kind=FusionKind.EVENT, members=("b", "a"), label="", score=1, reason=""
        )


# Questions


def test_answers_are_python_values() -> None:
    store = stored(article())
    row = store.query(
        """SELECT ?date ?count ?score ?named ?iri ?nothing WHERE {
             ?article schema:datePublished ?date .
             ?group dl:count ?count . ?event dl:salience ?score ; dl:isNamed ?named .
             BIND(?event AS ?iri)
           } LIMIT 1"""
    ).rows[0]
    assert row[:4] == (PUBLISHED, 2, 0.3, True)
    assert isinstance(row[4], Iri)
    assert row[5] is None


def test_bindings_are_terms_and_never_text() -> None:
    store = stored(article())
    query = "SELECT ?who ?name WHERE { ?who dl:nameKey ?name }"
    assert len(store.query(query, {"name": "brandt"}).rows) == 1
    assert store.query(query, {"name": '" } UNION { ?who ?p ?name'}).rows == ()


@pytest.mark.parametrize(
    "value",
    ["x", 1, 0.5, True, date(2021, 5, 1), datetime(2021, 5, 1, 8), Iri("urn:a")],  # noqa: DTZ001
)
def test_a_bound_value_comes_back_as_it_was(value: object) -> None:
    query = "SELECT ?x WHERE { BIND(?x AS ?y) }"
    assert GraphStore.memory().query(query, {"x": value}).rows == ((value,),)  # type: ignore[dict-item]


def test_ask_and_construct_answer_as_tables() -> None:
    store = stored(article())
    assert store.query("ASK { ?e a sem:Event }").rows == ((True,),)
    table = store.query("CONSTRUCT WHERE { ?e a dl:NonOccurrence }")
    assert table.columns == ("subject", "predicate", "object")
    assert len(table.rows) == 1


def test_construct_writes_rdf() -> None:
    turtle = stored(article()).construct("CONSTRUCT WHERE { ?e a dl:NonOccurrence }")
    assert b"a dl:NonOccurrence" in turtle
    with pytest.raises(QueryError, match="no CONSTRUCT or DESCRIBE"):
        GraphStore.memory().construct("ASK {}")


@pytest.mark.parametrize(
    ("sparql", "why"),
    [
        ("SELEC ?x {}", "cannot be answered"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "cannot be answered"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is off"),
    ],
)
def test_what_is_no_query_of_the_store_is_refused(sparql: str, why: str) -> None:
    with pytest.raises(QueryError, match=why):
        GraphStore.memory().query(sparql)


def test_a_binding_of_an_unknown_variable_is_refused() -> None:
    with pytest.raises(QueryError, match="cannot be answered"):
        GraphStore.memory().query("SELECT ?x { BIND(1 AS ?x) }", {"y": 1})


def test_a_binding_that_is_no_iri_is_refused() -> None:
    with pytest.raises(QueryError, match="'a b' is not an IRI"):
        GraphStore.memory().query("SELECT ?x { BIND(1 AS ?y) }", {"x": Iri("a b")})


def test_from_reads_no_file() -> None:
    found = stored(article()).query("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }")
    assert "root" not in str(found.rows)


# Ways out


@pytest.mark.parametrize("form", Format)
def test_the_same_store_gives_the_same_bytes(form: Format) -> None:
    one, other = BytesIO(), BytesIO()
    stored(article(), article(OTHER)).dump(one, form)
    stored(article(OTHER), article()).dump(other, form)
    assert one.getvalue() == other.getvalue() != b""


@pytest.mark.parametrize("form", [Format.TURTLE, Format.TRIG])
def test_a_store_on_disk_is_written_whole_and_always_the_same(
    tmp_path: Path, form: Format
) -> None:
    written = []
    for name, order in (
        ("a", (article(), article(OTHER))),
        ("b", (article(OTHER), article())),
    ):
        with GraphStore.open(tmp_path / name) as store:
            store.replace_articles(order)
            output = BytesIO()
            store.dump(output, form)
            written.append(output.getvalue())
    assert written[0] == written[1]
    slow = BytesIO()
    stored(article(), article(OTHER)).dump(slow, form)
    syntax = ox.RdfFormat.TURTLE if form is Format.TURTLE else ox.RdfFormat.TRIG
    assert set(ox.parse(written[0], syntax)) == set(ox.parse(slow.getvalue(), syntax))


_RDFLIB = {
    Format.TRIG: "trig", Format.NQUADS: "nquads", Format.JSONLD: "json-ld",
    Format.TURTLE: "turtle", Format.NTRIPLES: "nt", Format.RDFXML: "xml",
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("form", Format)
def test_rdflib_reads_every_syntax(form: Format) -> None:
    store = stored(article())
    output = BytesIO()
    store.dump(output, form)
    read = rdflib.Dataset(default_union=True)
    read.parse(data=output.getvalue(), format=_RDFLIB[form])
    found = {tuple(map(_plain, triple)) for triple in read.triples((None, None, None))}
    known = {tuple(map(_plain, quad[:3])) for quad in store.to_rdflib()}
    assert found == known


def _plain(term: rdflib.term.Node) -> str:
    # oxrdflib gives plain strings their datatype, rdflib does not.
    return term.n3().removesuffix(f"^^<{rdflib.XSD.string}>")


def test_turtle_begins_with_sorted_prefixes() -> None:
    output = BytesIO()
    stored(article()).dump(output, Format.TURTLE)
    lines = output.getvalue().decode().splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert head == sorted(head) == lines[: len(head)]
    assert len(head) > 9


def test_an_empty_store_is_written_in_every_syntax() -> None:
    for form in Format:
        GraphStore.memory().dump(BytesIO(), form)


def test_texts_can_be_left_out_of_a_dump() -> None:
    output = BytesIO()
    stored(article()).dump(output, "nquads", keep_text=False)
    assert b"/ns#text>" not in output.getvalue()
    assert b"did not show up" in output.getvalue()


def test_an_unknown_syntax_is_named() -> None:
    with pytest.raises(UnknownNameError, match="unknown format 'tutle'; known: "):
        GraphStore.memory().dump(BytesIO(), "tutle")


def test_rdflib_and_oxigraph_share_the_store() -> None:
    store = stored(article())
    dataset = store.to_rdflib()
    assert len(dataset) == len(store)
    query = "SELECT ?e WHERE { ?e a sem:Event }"
    assert len(list(dataset.query(query))) == len(store.query(query).rows) == 3


# On disk


def test_a_store_on_disk_lasts(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "a" / "store") as store:
        store.replace_articles([article()])
        quads = nquads(store)
    with GraphStore.open(tmp_path / "a" / "store", read_only=True) as store:
        assert nquads(store) == quads
        assert store.is_read_only
    with GraphStore.open(tmp_path / "a" / "store") as store:
        store.optimize()
        assert store.replace_articles([article()]) == Replaced(unchanged=1)


def test_an_empty_store_can_be_read(tmp_path: Path) -> None:
    GraphStore.open(tmp_path / "store").close()
    with GraphStore.open(tmp_path / "store", read_only=True) as store:
        assert len(store) == 0


def test_a_read_only_store_is_not_written(tmp_path: Path) -> None:
    GraphStore.open(tmp_path).close()
    with GraphStore.open(tmp_path, read_only=True) as store:
        for change in (
            lambda: store.replace_articles([article()]),
            lambda: store.remove_article(ARTICLE),
            lambda: store.replace_fusion(b""),
            store.optimize,
        ):
            with pytest.raises(StoreError, match="opened read-only"):
                change()


def test_two_writers_are_kept_apart(tmp_path: Path) -> None:
    with (
        GraphStore.open(tmp_path / "s"),
        pytest.raises(StoreError, match="is being written by another process"),
    ):
        GraphStore.open(tmp_path / "s")


def test_readers_do_not_mind_each_other(tmp_path: Path) -> None:
    GraphStore.open(tmp_path).close()
    with (
        GraphStore.open(tmp_path, read_only=True) as one,
        GraphStore.open(tmp_path, read_only=True) as other,
    ):
        assert len(one) == len(other) == 0


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    for read_only in (False, True):
        with pytest.raises(StoreError, match="is not a Dateline store"):
            GraphStore.open(tmp_path, read_only=read_only)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        GraphStore.open(tmp_path / "none", read_only=True)


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    GraphStore.open(tmp_path / "s").close()
    marker = tmp_path / "s" / "dateline-store.json"
    marker.write_text(json.dumps({"store": "dateline", "format": 2}))
    with pytest.raises(StoreError, match="written by a newer version"):
        GraphStore.open(tmp_path / "s")


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "s") as store:
        store.replace_articles([article()])
    (tmp_path / "s" / "CURRENT").write_text("rubbish")
    with pytest.raises(StoreError, match="damaged or cannot be read"):
        GraphStore.open(tmp_path / "s")


def test_a_closed_store_says_so() -> None:
    store = GraphStore.memory()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="the store is closed"):
        len(store)
