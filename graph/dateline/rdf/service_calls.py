"""Let a query call the endpoints that are allowed, by way of a relay that checks them.

Oxigraph fetches by itself, follows redirects and asks nobody. So the IRI of each call
is replaced, at the place where it stands, by the address of a relay that is ours; what
was rewritten is parsed again, and must call nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, urlsplit

from dateline.errors import QueryError
from dateline.rdf.guard import may_call, parsed, refuse_calls
from dateline.rdf.sparql_text import check_depth

_CALL = re.compile(
    r"\bSERVICE\s*+(?:SILENT\s*+)?<(?P<iri>[^<>\"{}|^`\\\x00-\x20]*+)>", re.IGNORECASE
)


def is_allowed(iri: str, prefixes: Sequence[str]) -> bool:
    """Tell whether an IRI is of the same server as a prefix, and below its path.

    >>> is_allowed("https://a.example/sparql", ["https://a.example/"])
    True
    >>> is_allowed("https://a.example.org/sparql", ["https://a.example"])
    False
    """
    try:
        wanted = urlsplit(iri)
        known = [urlsplit(prefix) for prefix in prefixes]
    except ValueError:
        return False
    return wanted.scheme in {"http", "https"} and any(
        (wanted.scheme, wanted.netloc) == (each.scheme, each.netloc)
        and (wanted.path or "/").startswith(each.path or "/")
        for each in known
    )


def route_calls(sparql: str, prefixes: Sequence[str], relay: str) -> str:
    """Return a query whose calls go to `relay`, with the IRI that they meant behind it.

    Raises:
        QueryError: if it calls what is not allowed, or in a way that is not understood.

    >>> route_calls("ASK { SERVICE <http://a/> {} }", ["http://a/"], "http://r/?to=")
    'ASK { SERVICE <http://r/?to=http%3A%2F%2Fa%2F> {} }'
    """
    check_depth(sparql)
    if not may_call(sparql):
        return sparql
    if not _called(sparql):
        refuse_calls(sparql)
        return sparql
    calls = list(_CALL.finditer(sparql))
    iris = [call["iri"] for call in calls]
    if sorted(iris) != sorted(_called(sparql)):
        raise QueryError("SERVICE needs an IRI in full: <https://…>, no variable")
    for iri in iris:
        if not is_allowed(iri, prefixes):
            raise QueryError(f"SERVICE <{iri}> is not allowed; see --allow-service")
    routed = _routed(sparql, calls, relay)
    if not all(iri.startswith(relay) for iri in _called(routed)):
        raise QueryError("the calls of SERVICE cannot be told apart from other text")
    return routed


def _routed(sparql: str, calls: Sequence[re.Match[str]], relay: str) -> str:
    out, done = [], 0
    for call in calls:
        out += [sparql[done : call.start("iri")], relay, quote(call["iri"], safe="")]
        done = call.end("iri")
    return "".join([*out, sparql[done:]])


def _called(sparql: str) -> list[str]:
    return list(_terms(sparql))


def _terms(sparql: str) -> Iterator[str]:
    from rdflib import URIRef  # noqa: PLC0415  (takes 0.3 s to load)

    for node in parsed(sparql):
        if node.name == "ServiceGraphPattern":
            is_plain = isinstance(node.term, URIRef)
            yield str(node.term) if is_plain else f"?{node.term}"
