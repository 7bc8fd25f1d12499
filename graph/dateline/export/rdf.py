"""The quads as RDF, straight from the store."""

from __future__ import annotations

from typing import IO

from dateline.export.formats import Material


def write_turtle(material: Material, output: IO[bytes]) -> None:
    """Write all quads of `material` as one graph in Turtle."""
    material.dump(output, "turtle")


def write_trig(material: Material, output: IO[bytes]) -> None:
    """Write the quads of `material` as TriG, a named graph per article."""
    material.dump(output, "trig")


def write_nquads(material: Material, output: IO[bytes]) -> None:
    """Write the quads of `material` as sorted N-Quads."""
    material.dump(output, "nquads")


def write_ntriples(material: Material, output: IO[bytes]) -> None:
    """Write all quads of `material` as sorted N-Triples."""
    material.dump(output, "ntriples")


def write_rdfxml(material: Material, output: IO[bytes]) -> None:
    """Write all quads of `material` as one graph in RDF/XML."""
    material.dump(output, "rdfxml")


def write_jsonld(material: Material, output: IO[bytes]) -> None:
    """Write the quads of `material` as JSON-LD, with our context inside."""
    material.dump(output, "jsonld")
