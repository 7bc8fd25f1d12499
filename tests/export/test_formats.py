from __future__ import annotations

import io
from dataclasses import replace

import networkx as nx
import pytest
from tests.export.sample import ARTICLE, entry, timeline

from dateline.errors import UnknownNameError
from dateline.export import FORMATS, Basis, Material, export
from dateline.views.dates import date_words

QUADS = {
    "turtle": b"<http://e/s> <http://e/p> <http://e/o> .\n",
    "trig": b"<http://e/g> { <http://e/s> <http://e/p> <http://e/o> }\n",
    "nquads": b"<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n",
    "ntriples": b"<http://e/s> <http://e/p> <http://e/o> .\n",
    "rdfxml": b"<rdf:RDF/>\n",
    "jsonld": b"{}\n",
}


def material(**changes):
    values = {
        "timeline": lambda: timeline(entry(), entry(date=None)),
        "network": lambda: nx.MultiDiGraph([("a", "b")]),
        "dump": lambda output, name: output.write(QUADS[name]),
        "say_date": date_words,
    }
    return Material(**(values | changes))


def written(name, given):
    output = io.BytesIO()
    export(name, given, output)
    return output.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_something(name):
    assert written(name, material())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_its_last_line(name):
    assert written(name, material()).endswith(b"\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_asks_only_for_what_it_is_made_from(name):
    def refuse(*_):
        pytest.fail("asked for what it does not need")

    needed = FORMATS[name].basis
    others = {"timeline": Basis.TIMELINE, "network": Basis.NETWORK, "dump": Basis.QUADS}
    changes = {key: refuse for key, basis in others.items() if basis is not needed}
    written(name, material(**changes))


@pytest.mark.parametrize(
    "name", [name for name, form in FORMATS.items() if form.basis is Basis.TIMELINE]
)
def test_without_text_no_article_is_passed_on(name):
    paragraph = "A paragraph that is nobody's evidence."
    whole = timeline(entry(article=replace(ARTICLE, text=paragraph)))
    text = written(name, material(timeline=lambda: whole, keep_text=False))
    assert paragraph.encode() not in text


def test_an_unknown_format_lists_the_known_ones():
    with pytest.raises(UnknownNameError, match=r"unknown format 'xml'; known: csv, "):
        export("xml", material(), io.BytesIO())
