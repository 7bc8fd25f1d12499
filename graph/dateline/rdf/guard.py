"""Refuse queries and updates that would reach out of the store.

Oxigraph evaluates `SERVICE` and `LOAD` by itself, over the network. Whether a text
calls them is told by a parser: tokens alone are fooled by `?a<1)SERVICE#>`, which is an
IRI to one who cuts the text without its grammar, and a call to Oxigraph. Since parsing
costs milliseconds, a search that finds too much rather than too little comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from dateline.errors import QueryError
from dateline.rdf.sparql_text import check_depth, has_word

_WORD = re.compile(r"(?<![?$])(?:SERVICE|LOAD)", re.IGNORECASE)
_SPACE = r"(?:\s|\#[^\n\r]*+)*+"
_TARGET = re.compile(
    rf"""{_SPACE} (?:SILENT {_SPACE})?
    (?: [?$] [^\s{{\#]++ {_SPACE} \{{   # a variable, and what it is asked
      | < [^>]*+ >                       # an IRI
      | [^\s:<?$]*+ :                    # a name with a prefix
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# What may go on behind the end of the window.
_UNENDED = re.compile(
    rf"{_SPACE}(?:SILENT{_SPACE})?(?:[?$][^\s{{\#]*+{_SPACE}|<[^>]*+|[^\s:]*+)",
    re.IGNORECASE,
)
# To look further from every `SERVICE` of a hostile text would take quadratic time.
_WINDOW = 1_000
# Texts that were looked at and are asked again: at most 10 MB, four bytes a character.
_REMEMBERED, _SHORT = 256, 10_000
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LAST = 0x10FFFF
_OFF = {
    "ServiceGraphPattern": "SERVICE is off: a query must not leave the store",
    "Load": "LOAD is off: an update must not leave the store",
}


def refuse_calls(sparql: str, *, is_update: bool = False) -> None:
    """Raise if a query or update calls another server, or is nested too deeply.

    Raises:
        QueryError: says that `SERVICE` or `LOAD` is off.

    >>> refuse_calls("SELECT * WHERE { ?s ?p 'SERVICE <x>' } # SERVICE <x>")
    >>> refuse_calls("SELECT * WHERE { SERVICE <http://a/> { ?s ?p ?o } }")
    Traceback (most recent call last):
        ...
    dateline.errors.QueryError: SERVICE is off: a query must not leave the store
    """
    look = _look_once if len(sparql) <= _SHORT else _look
    look(sparql, is_update)


def _look(sparql: str, is_update: bool, /) -> None:  # noqa: FBT001  (a cache's key)
    check_depth(sparql)
    if not may_call(sparql):
        return
    called = {node.name for node in parsed(sparql, is_update=is_update)}
    for name, message in _OFF.items():
        # Both readers of the text must say that the word is in a string or the like.
        if name in called or has_word(sparql, message.partition(" ")[0]):
            raise QueryError(message)


# A refusal is raised and not kept: only that a very text is harmless.
_look_once = lru_cache(_REMEMBERED)(_look)


def may_call(sparql: str) -> bool:
    """Tell whether a text has the letters of a call anywhere, even in a string.

    Code point escapes (section 19.2) are read both as they stand and replaced.

    >>> may_call("SELECT ?service { ?service ?p ?o }")
    False
    """
    return any(
        _may_be_call(text[word.end() : word.end() + _WINDOW])
        for text in {sparql, _ESCAPE.sub(_character, sparql)}
        for word in _WORD.finditer(text)
    )


def _may_be_call(behind: str) -> bool:
    if _TARGET.match(behind):
        return True
    return len(behind) == _WINDOW and _UNENDED.fullmatch(behind) is not None


def parsed(sparql: str, *, is_update: bool = False) -> Iterator[Any]:
    """Yield the parts of a text as rdflib's parser names them, in no order.

    Raises:
        QueryError: if it cannot be parsed, so that nobody knows what it calls.
    """
    if _ESCAPE.search(sparql):
        # rdflib replaces escapes before it parses, Oxigraph within strings and IRIs
        # only: to the one, the escape of a quotation mark opens a string.
        raise QueryError(
            "SERVICE is off: a text with that word, or LOAD, may have no code point "
            "escapes, since it cannot be checked: write the characters themselves"
        )
    yield from _nodes(_parse(sparql, is_update=is_update))


def _parse(sparql: str, *, is_update: bool) -> Any:
    from pyparsing import ParseBaseException  # noqa: PLC0415
    from rdflib.plugins.sparql.parser import (  # noqa: PLC0415  (takes 0.3 s to load)
        parseQuery,
        parseUpdate,
    )

    parse: Any = parseUpdate if is_update else parseQuery
    # To rdflib only a line feed ends a comment.
    text = sparql.replace("\r", "\n")
    try:
        return parse(text)
    except (ParseBaseException, RecursionError, ValueError) as error:
        msg = (
            "SERVICE is off: a text with that word, or LOAD, must be plain SPARQL 1.1, "
            f"to be checked: {str(error).partition(chr(10))[0]}"
        )
        raise QueryError(msg) from error


def _nodes(tree: Any) -> Iterator[Any]:
    from pyparsing import ParseResults  # noqa: PLC0415
    from rdflib.plugins.sparql.parserutils import CompValue  # noqa: PLC0415

    todo = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, CompValue):
            yield node
            todo.extend(node.values())
        elif isinstance(node, (list, tuple, ParseResults)):
            todo.extend(node)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= _LAST else match[0]
