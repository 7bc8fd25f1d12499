"""The quads as RDF: Turtle, TriG, N-Quads, straight from the store."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.formats import Material


def write_turtle(material: Material) -> Iterator[bytes]:
    """Yield all quads of `material` as one graph in Turtle."""
    yield from material.dump("turtle")


def write_trig(material: Material) -> Iterator[bytes]:
    """Yield the quads of `material` as TriG, a named graph per article."""
    yield from material.dump("trig")


def write_nquads(material: Material) -> Iterator[bytes]:
    """Yield the quads of `material` as sorted N-Quads."""
    yield from material.dump("nquads")
