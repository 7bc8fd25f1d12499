"""Find the files of `ontology/`: vocabulary, shapes, mappings, context."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from dateline.errors import UnknownNameError

NAMES = ("context.jsonld", "dateline.ttl", "mappings.ttl", "shapes.ttl")


def ontology_text(name: str) -> str:
    """Return the text of the ontology file `name`.

    Raises:
        UnknownNameError: if there is no such file.

    >>> "dl:Eventuality" in ontology_text("dateline.ttl")
    True
    """
    if name not in NAMES:
        raise UnknownNameError("ontology file", name, list(NAMES))
    # A wheel holds the folder inside the package; an editable install leaves it where
    # it is in the repository.
    packaged = files("dateline") / "ontology"
    if packaged.is_dir():
        return (packaged / name).read_text(encoding="utf-8")
    return (Path(__file__).parents[3] / "ontology" / name).read_text(encoding="utf-8")
