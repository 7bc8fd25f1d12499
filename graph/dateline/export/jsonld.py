"""The quads as JSON-LD, with our context inside: the file explains itself offline."""

from __future__ import annotations

import json
from io import BytesIO
from typing import IO, Any

from rdflib import Dataset

from dateline.export.formats import Material
from dateline.rdf.ontology import ontology_text


def write_jsonld(material: Material, output: IO[bytes]) -> None:
    """Write the quads of `material` as JSON-LD."""
    context = json.loads(ontology_text("context.jsonld"))["@context"]
    nquads = BytesIO()
    material.dump(nquads, "nquads")
    output.write(quads_jsonld(nquads.getvalue(), context))


def quads_jsonld(nquads: bytes, context: dict[str, Any]) -> bytes:
    r"""Return N-Quads as JSON-LD in UTF-8, names shortened by `context`.

    >>> line = b"<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n"
    >>> b'"p"' in quads_jsonld(line, {"p": {"@id": "http://e/p", "@type": "@id"}})
    True
    """
    dataset = Dataset()
    dataset.parse(data=nquads, format="nquads")
    text = dataset.serialize(
        format="json-ld", context=context, sort_keys=True, indent=1, encoding="utf-8"
    )
    return text + b"\n"
