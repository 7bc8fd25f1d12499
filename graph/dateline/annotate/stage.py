"""What a stage is, and where the built-in ones are found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Any

from dateline.errors import PipelineError, UnknownNameError
from dateline.model.annotated import AnnotatedDocument

Annotate = Callable[[AnnotatedDocument], AnnotatedDocument]
"""A stage's work: take a document with its layers, return a copy with more of them."""

LAYERS = frozenset(
    {
        "tokens",
        "timexes",
        "entity_mentions",
        "event_mentions",
        "roles",
        "attributions",
        "factualities",
        "tlinks",
        "event_relations",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A named step of the pipeline, with the layers it needs and the layers it adds.

    Raises:
        PipelineError: if it names a layer that `AnnotatedDocument` does not have.
    """

    name: str
    requires: frozenset[str]
    provides: frozenset[str]
    annotate: Annotate

    def __post_init__(self) -> None:
        unknown = (self.requires | self.provides) - LAYERS
        if unknown:
            msg = f"stage {self.name!r} names unknown layers {sorted(unknown)}"
            raise PipelineError(msg)


# In the order of the pipeline. Read on first use, so that `import dateline` loads none.
BUILT_IN = MappingProxyType(
    {
        "timex": "dateline.annotate.timex:STAGE",
        "entities": "dateline.annotate.entities:STAGE",
        "events": "dateline.annotate.events:STAGE",
        "roles": "dateline.annotate.roles:STAGE",
        "attribution": "dateline.annotate.attribution:STAGE",
        "factuality": "dateline.annotate.factuality:STAGE",
        "tlinks": "dateline.annotate.tlinks:STAGE",
    }
)


def load_stage(name: str) -> Stage:
    """Return the stage called `name`: a built-in, or an entry point `dateline.stages`.

    Raises:
        UnknownNameError: if there is no such stage; the message lists the known ones.
    """
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        stage: Stage = getattr(import_module(module), attribute)
        return stage
    plugins = {point.name: point for point in entry_points(group="dateline.stages")}
    if name not in plugins:
        raise UnknownNameError("stage", name, [*BUILT_IN, *plugins])
    loaded: Stage = plugins[name].load()
    return loaded


def with_layers(doc: AnnotatedDocument, **layers: Any) -> AnnotatedDocument:
    """Return a copy of `doc` with the given layers replaced."""
    return replace(doc, **layers)
