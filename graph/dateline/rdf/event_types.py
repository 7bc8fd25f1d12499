"""Write the event types that a user defines as SKOS concepts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.model.user_types import UserType, UserTypes
from dateline.rdf.iris import event_type_iri
from dateline.rdf.nquads import literal
from dateline.rdf.terms import DL
from dateline.rdf.turtle import block, term


def concept_iri(user_type: UserType) -> str:
    """Return the concept of a type: the user's own IRI, or one of ours.

    >>> concept_iri(UserType(id="PortCall", label="port call", triggers=()))
    'https://w3id.org/dateline/type/PortCall'
    """
    return user_type.iri or event_type_iri(user_type.id)


def encode_types(types: UserTypes, used: Collection[str]) -> Iterator[str]:
    """Yield a block of Turtle for each of `types` whose notation is among `used`.

    They stand in the graph of each article that needs them, not in the catalogue: an
    article that is read again with other definitions takes its own along.
    """
    for each in types.types:
        if each.id in used:
            yield block(term(concept_iri(each)), list(_rows(each)))


def _rows(user_type: UserType) -> Iterator[str]:
    yield "a skos:Concept"
    yield f"skos:inScheme {term(DL.EventTypeScheme)}"
    yield f"skos:notation {literal(user_type.id)}"
    yield f"skos:prefLabel {literal(user_type.label)}"
    if user_type.definition is not None:
        yield f"skos:definition {literal(user_type.definition)}"
    if user_type.broader is not None:
        yield f"skos:broader {term(event_type_iri(user_type.broader))}"
    if user_type.plover_mode is not None:
        yield f"dl:ploverMode {literal(user_type.plover_mode)}"
