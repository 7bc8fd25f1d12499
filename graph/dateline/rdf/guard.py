"""Refuse queries that would reach out of the store.

Oxigraph evaluates `SERVICE` by itself, over the network. The query is cut into its
lexical tokens (SPARQL 1.1, section 19.8), so that the word in a string, an IRI, a
comment or a name does no harm, and no comment can hide it.
"""

from __future__ import annotations

import re

from dateline.errors import QueryError

# A string that is not closed reaches to the end: the query is wrong anyway, and looking
# for its end from every quotation mark would take quadratic time.
_TOKEN = re.compile(
    r"""
      (?P<comment> \# [^\n\r]*+ )
    | (?P<string>  \"{3} (?: [^"\\] | \\ (?:.|\Z) | \"{1,2}+(?!\") )*+ (?: \"{3} | \Z )
                 | '{3} (?: [^'\\] | \\ (?:.|\Z) | '{1,2}+(?!') )*+ (?: '{3} | \Z )
                 | \" (?: [^"\\\n\r] | \\ (?:.|\Z) )*+ (?: \" | \Z )
                 | '  (?: [^'\\\n\r] | \\ (?:.|\Z) )*+ (?: ' | \Z ) )
    | (?P<iri>     < [^<>"{}|^`\\\x00-\x20]*+ > )
    | (?P<name>    [?$] \w++ | [\w.\-]{0,200}+ : (?: [\w.\-:%] | \\. )*+ )
    | (?P<word>    \w++ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LAST = 0x10FFFF


def refuse_service(sparql: str) -> None:
    """Raise if the query calls another endpoint.

    Code point escapes (section 19.2) are read both as they stand and replaced, since
    a keyword may be written with them.

    Raises:
        QueryError: says that `SERVICE` is off.

    >>> refuse_service("SELECT * WHERE { ?s ?p 'SERVICE <x>' } # SERVICE")
    >>> refuse_service("SELECT * WHERE { SERVICE <http://a/> { ?s ?p ?o } }")
    Traceback (most recent call last):
        ...
    dateline.errors.QueryError: SERVICE is off: a query must not leave the store
    """
    for text in {sparql, _ESCAPE.sub(_character, sparql)}:
        for token in _TOKEN.finditer(text):
            if (token["word"] or "").upper() == "SERVICE":
                raise QueryError("SERVICE is off: a query must not leave the store")


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= _LAST else match[0]
