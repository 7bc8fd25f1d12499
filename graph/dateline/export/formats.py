"""The export formats by name, and what each is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType
from typing import IO, Any

from dateline.errors import UnknownNameError
from dateline.query.results import EventDate, Timeline


class Basis(StrEnum):
    """What a format is made from."""

    QUADS = "quads"
    TIMELINE = "timeline"
    NETWORK = "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Ways to get at a graph; a format calls only the one that it is made from.

    Attributes:
        timeline: returns the timeline to export.
        network: returns the network as a networkx graph.
        dump: writes the quads to a file in an RDF format, as `dateline.rdf.dump` names
            them.
        say_date: says a date for people.
        keep_text: whether whole articles may be passed on.
    """

    timeline: Callable[[], Timeline]
    network: Callable[[], Any]
    dump: Callable[[IO[bytes], str], None]
    say_date: Callable[[EventDate | None], str]
    keep_text: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """An export format; `writer` is `module:function` inside `dateline.export`."""

    name: str
    suffix: str
    media_type: str
    basis: Basis
    writer: str
    about: str

    def write(self, material: Material, output: IO[bytes]) -> None:
        """Write the file."""
        module, _, function = self.writer.partition(":")
        writer = getattr(import_module(f"dateline.export.{module}"), function)
        writer(material, output)


_ALL = (
    Format(
        name="turtle",
        suffix=".ttl",
        media_type="text/turtle",
        basis=Basis.QUADS,
        writer="rdf:write_turtle",
        about="RDF, all articles in one graph",
    ),
    Format(
        name="trig",
        suffix=".trig",
        media_type="application/trig",
        basis=Basis.QUADS,
        writer="rdf:write_trig",
        about="RDF, one named graph per article",
    ),
    Format(
        name="nquads",
        suffix=".nq",
        media_type="application/n-quads",
        basis=Basis.QUADS,
        writer="rdf:write_nquads",
        about="RDF, sorted lines: made to be compared",
    ),
    Format(
        name="ntriples",
        suffix=".nt",
        media_type="application/n-triples",
        basis=Basis.QUADS,
        writer="rdf:write_ntriples",
        about="RDF, sorted lines, all articles in one graph",
    ),
    Format(
        name="rdfxml",
        suffix=".rdf",
        media_type="application/rdf+xml",
        basis=Basis.QUADS,
        writer="rdf:write_rdfxml",
        about="RDF as XML, all articles in one graph",
    ),
    Format(
        name="jsonld",
        suffix=".jsonld",
        media_type="application/ld+json",
        basis=Basis.QUADS,
        writer="rdf:write_jsonld",
        about="RDF as JSON, with its context inside",
    ),
    Format(
        name="graphml",
        suffix=".graphml",
        media_type="application/graphml+xml",
        basis=Basis.NETWORK,
        writer="graphml:write_graphml",
        about="the network, for yEd, Gephi, igraph",
    ),
    Format(
        name="gexf",
        suffix=".gexf",
        media_type="application/gexf+xml",
        basis=Basis.NETWORK,
        writer="gexf:write_gexf",
        about="the network, for Gephi",
    ),
    Format(
        name="csv",
        suffix=".csv",
        media_type="text/csv; charset=utf-8",
        basis=Basis.TIMELINE,
        writer="csv:write_csv",
        about="one row per event, for spreadsheets",
    ),
    Format(
        name="ics",
        suffix=".ics",
        media_type="text/calendar; charset=utf-8",
        basis=Basis.TIMELINE,
        writer="ics:write_ics",
        about="iCalendar, for calendars",
    ),
    Format(
        name="timelinejs",
        suffix=".json",
        media_type="application/json",
        basis=Basis.TIMELINE,
        writer="timelinejs:write_timelinejs",
        about="for TimelineJS3",
    ),
    Format(
        name="json",
        suffix=".json",
        media_type="application/json",
        basis=Basis.TIMELINE,
        writer="json:write_json",
        about="the timeline with everything known about it",
    ),
)

FORMATS = MappingProxyType({form.name: form for form in _ALL})
"""Every format, by name."""


def export(name: str, material: Material, output: IO[bytes]) -> None:
    """Write `material` to a binary file in the format called `name`.

    Raises:
        UnknownNameError: if there is no such format; the message lists the known ones.

    >>> export("tutle", None, None)
    Traceback (most recent call last):
    ...
    dateline.errors.UnknownNameError: unknown format 'tutle'; known: csv, gexf, ...
    """
    if name not in FORMATS:
        raise UnknownNameError("format", name, list(FORMATS))
    FORMATS[name].write(material, output)
