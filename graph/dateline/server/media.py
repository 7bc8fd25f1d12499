"""Choose the syntax of an answer by the `Accept` header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A media type that answers can have.

    Attributes:
        type: the media type, without parameters.
        aliases: other names under which clients ask for it.
        iri: what the W3C calls the format, for the service description.
        has_charset: whether the type has a `charset` parameter.
    """

    type: str
    iri: str
    aliases: tuple[str, ...] = ()
    has_charset: bool = False

    @property
    def content_type(self) -> str:
        """The value of the `Content-Type` header."""
        return f"{self.type}; charset=utf-8" if self.has_charset else self.type


_FORMATS = "http://www.w3.org/ns/formats/"
TURTLE = Media(type="text/turtle", iri=_FORMATS + "Turtle", has_charset=True,
               aliases=("application/x-turtle",))  # fmt: skip
NTRIPLES = Media(type="application/n-triples", iri=_FORMATS + "N-Triples",
                 aliases=("text/plain",))  # fmt: skip
RDF_XML = Media(type="application/rdf+xml", iri=_FORMATS + "RDF_XML",
                aliases=("application/xml", "text/xml"))  # fmt: skip
JSON_LD = Media(type="application/ld+json", iri=_FORMATS + "JSON-LD",
                aliases=("application/json",))  # fmt: skip
TRIG = Media(type="application/trig", iri=_FORMATS + "TriG")
NQUADS = Media(type="application/n-quads", iri=_FORMATS + "N-Quads")

# The first of each row is what a client gets that names no wish.
SOLUTIONS = (
    Media(type="application/sparql-results+json", aliases=("application/json",),
          iri=_FORMATS + "SPARQL_Results_JSON"),
    Media(type="application/sparql-results+xml",
          aliases=("application/xml", "text/xml"),
          iri=_FORMATS + "SPARQL_Results_XML"),
    Media(type="text/csv", iri=_FORMATS + "SPARQL_Results_CSV", has_charset=True),
    Media(type="text/tab-separated-values", iri=_FORMATS + "SPARQL_Results_TSV",
          has_charset=True),
)  # fmt: skip
GRAPHS = (TURTLE, NTRIPLES, RDF_XML, JSON_LD, TRIG, NQUADS)
DATASETS = (TRIG, NQUADS, JSON_LD)
OFFERS = MappingProxyType(
    {"solutions": SOLUTIONS, "boolean": SOLUTIONS, "graph": GRAPHS}
)

MAX_RANGES = 64
"""Media ranges of a header that are looked at; no honest client sends more."""


def choose(accept: str, offers: tuple[Media, ...]) -> Media | None:
    """Return the best offer that `accept` allows, or `None` if it allows none.

    Of equally good offers the first wins.

    >>> choose("text/csv;q=0.5, */*;q=0.1", SOLUTIONS).type
    'text/csv'
    >>> choose("", SOLUTIONS).type
    'application/sparql-results+json'
    >>> choose("image/png", SOLUTIONS) is None
    True
    """
    ranges = _ranges(accept)
    if not ranges:
        return offers[0]
    best = max(offers, key=lambda offer: _quality(offer, ranges))
    return best if _quality(best, ranges) > 0 else None


def _ranges(accept: str) -> dict[str, float]:
    """Return the quality of each media range, lower case, without parameters."""
    found: dict[str, float] = {}
    for part in accept.split(",")[:MAX_RANGES]:
        name, *parameters = (piece.strip() for piece in part.lower().split(";"))
        if name:
            found[name] = max(found.get(name, 0.0), _weight(parameters))
    return found


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                weight = float(value)
            except ValueError:
                return 0.0
            return weight if 0 <= weight <= 1 else 0.0
    return 1.0


def _quality(offer: Media, ranges: dict[str, float]) -> float:
    """Return how welcome an offer is: the most exact range decides."""
    if offer.type in ranges:
        return ranges[offer.type]
    named = [ranges[alias] for alias in offer.aliases if alias in ranges]
    if named:
        return max(named)
    family = offer.type.partition("/")[0] + "/*"
    return ranges.get(family, ranges.get("*/*", 0.0))


def takes_gzip(accept_encoding: str) -> bool:
    """Tell whether a client takes a compressed answer.

    >>> takes_gzip("gzip, br"), takes_gzip("gzip;q=0"), takes_gzip("")
    (True, False, False)
    """
    ranges = _ranges(accept_encoding)
    return ranges.get("gzip", ranges.get("*", 0.0)) > 0


_UPLOADS = MappingProxyType(
    {
        name: media.type
        for media in GRAPHS
        for name in (media.type, *media.aliases)
        if name not in {"application/json", "application/xml", "text/xml"}
    }
)


def upload_type(content_type: str) -> str | None:
    """Return the media type of an RDF body that the store reads, or `None`.

    >>> upload_type("text/turtle; charset=utf-8")
    'text/turtle'
    >>> upload_type("image/png") is None
    True
    """
    return _UPLOADS.get(content_type.partition(";")[0].strip().lower())
