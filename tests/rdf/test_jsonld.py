from __future__ import annotations

import json
from io import BytesIO

import pyoxigraph as ox
import pytest
import rdflib
from tests.facts import ARTICLE
from tests.rdf.articles import OTHER, article

from dateline.rdf.dump import Format
from dateline.rdf.jsonld import write_jsonld
from dateline.rdf.store import GraphStore


@pytest.fixture(scope="module")
def document() -> bytes:
    store = GraphStore.memory()
    store.replace_articles([article(), article(OTHER)])
    output = BytesIO()
    store.dump(output, Format.JSONLD)
    return output.getvalue()


def test_it_is_written_in_the_words_of_the_context(document: bytes) -> None:
    read = json.loads(document)
    assert read["@context"]["sem"].endswith("/sem/")
    graphs = [each for each in read["@graph"] if "@graph" in each]
    assert [graph["id"].partition("#")[0] for graph in graphs] == [ARTICLE, OTHER]
    events = [node for node in graphs[0]["@graph"] if "factuality" in node]
    assert len(events) == 6
    assert "2021-04-27" in {event.get("earliestBegin") for event in events}
    assert sum("sem:Event" in event["type"] for event in events) == 3
    dated = [node for node in graphs[0]["@graph"] if "edtf" in node]
    assert all(isinstance(node["edtf"], str) for node in dated)


def test_each_node_has_a_line_of_its_own(document: bytes) -> None:
    lines = document.decode().splitlines()
    assert sum(line.startswith('{"id"') for line in lines) > 250
    assert max(map(len, lines[1:])) < 6000


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_rdflib_and_oxigraph_read_the_same_in_it(document: bytes) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=document, format="json-ld")
    quads = set(ox.parse(dataset.serialize(format="nquads"), ox.RdfFormat.N_QUADS))
    assert quads == set(ox.parse(document, ox.RdfFormat.JSON_LD))


@pytest.mark.parametrize(
    "value",
    [
        ox.Literal("x"),
        ox.Literal("x", language="en"),
        ox.Literal(
            "2021", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYear")
        ),
        ox.Literal("</script>\n\"'\\ \u2028 𝄞"),
        ox.NamedNode("https://example.org/dl:x"),
        ox.NamedNode("urn:a:b"),
        ox.NamedNode("https://w3id.org/dateline/ns#"),
        ox.BlankNode("b"),
    ],
)
@pytest.mark.parametrize(
    "predicate",
    [
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "https://w3id.org/dateline/ns#edtf",
        "https://w3id.org/dateline/ns#about",
        "https://schema.org/headline",
        "https://schema.org/datePublished",
        "urn:p",
    ],
)
@pytest.mark.parametrize("graph", [ox.DefaultGraph(), ox.NamedNode("urn:g")])
def test_any_quad_comes_back(value: object, predicate: str, graph: object) -> None:
    known = {
        ox.Quad(ox.NamedNode(name), ox.NamedNode(predicate), value, graph)  # type: ignore[arg-type]
        for name in ("urn:s", "https://schema.org/s")
    }
    output = BytesIO()
    write_jsonld(sorted(known, key=str), output)
    found = set(ox.parse(output.getvalue(), ox.RdfFormat.JSON_LD))
    if isinstance(value, ox.BlankNode):
        found = {
            ox.Quad(each.subject, each.predicate, value, each.graph_name)
            for each in found
        }
    assert found == known
