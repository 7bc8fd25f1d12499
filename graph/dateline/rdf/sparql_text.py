"""Look at the text of a query or update by its lexical tokens (SPARQL 1.1, 19.8).

Tokens alone cannot tell `a<b` from an IRI in every case: what rests on them must be
harmless when they are wrong. What a query may reach is judged by `guard`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

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
    | (?P<number>  \d[\d.]*+ (?:[eE][+\-]?\d++)?+ )
    | (?P<word>    \w++ )
    | (?P<open>    [{(\[] )
    | (?P<close>   [})\]] )
    | (?P<end>     ; )
    """,
    re.VERBOSE | re.DOTALL,
)
MAX_DEPTH = 500
"""Brackets inside each other that Oxigraph's parser takes on a stack of 8 MB."""


MAX_CHAIN = 5_000
"""Operators in one text: a parser calls itself for each of `!!!…` and `a|b|c…` too."""
_OPERATORS = "!/|^+-*"
_JOINING = re.compile(r"(?i)\b(?:UNION|OPTIONAL|MINUS)\b")


def check_depth(sparql: str) -> None:
    """Refuse what would overflow the stack of a parser that calls itself.

    Raises:
        QueryError: if brackets stand more than `MAX_DEPTH` deep, or there are more than
            `MAX_CHAIN` operators.

    >>> check_depth("ASK " + "{" * 10_000 + "}" * 10_000)
    Traceback (most recent call last):
        ...
    dateline.errors.QueryError: the query is nested too deeply: more than 500 brackets
    """
    _check_chain(sparql)
    if sum(map(sparql.count, "{([")) <= MAX_DEPTH:
        return
    depth = 0
    for token in _TOKEN.finditer(sparql):
        depth += (token["open"] is not None) - (token["close"] is not None)
        if depth > MAX_DEPTH:
            msg = f"the query is nested too deeply: more than {MAX_DEPTH} brackets"
            raise QueryError(msg)


def _check_chain(sparql: str) -> None:
    joined = len(_JOINING.findall(sparql)) if len(sparql) > MAX_CHAIN else 0
    count = joined + sum(map(sparql.count, _OPERATORS))
    if count <= MAX_CHAIN:
        return
    bare = _TOKEN.sub(_keep_joining, sparql)
    if bare.count("\0") + sum(map(bare.count, _OPERATORS)) > MAX_CHAIN:
        raise QueryError(f"the query is too long: more than {MAX_CHAIN:,} operators")


def _keep_joining(token: re.Match[str]) -> str:
    """Leave a mark for a word that joins patterns, and nothing of other tokens."""
    return "\0" if token["word"] and _JOINING.fullmatch(token["word"]) else " "


def masked(sparql: str) -> str:
    """Return a query on one line without what a person may have typed in it.

    Strings, numbers and comments go; the names of things stay.

    >>> masked('SELECT * { ?s :age 42 ; :name "Ilse" } # her')
    'SELECT * { ?s :age 0 ; :name "…" }'
    """
    return " ".join(_TOKEN.sub(_mask, sparql).split())


def _mask(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "string":
            return '"…"'
        case "number":
            return "0"
        case "comment":
            return " "
        case _:
            return token[0]


def has_dataset(sparql: str) -> bool:
    """Tell whether a query names its graphs with `FROM`.

    >>> has_dataset("SELECT ?from FROM <urn:g> { ?s ?p ?from }")
    True
    >>> has_dataset("SELECT ?from { ?s ?p ?from }")
    False
    """
    return (_has_from_once if len(sparql) <= _SHORT else _has_from)(sparql)


def _has_from(sparql: str) -> bool:
    return any(word == "FROM" for word, _ in _outer_words(sparql))


# As with a check for calls, what is asked again need not be read again.
_REMEMBERED, _SHORT = 256, 10_000
_has_from_once = lru_cache(_REMEMBERED)(_has_from)


def is_fleeting(sparql: str) -> bool:
    """Tell whether a query may give another answer when it is asked again.

    >>> is_fleeting("SELECT (NOW() AS ?now) {}")
    True
    """
    return (_has_fleeting_once if len(sparql) <= _SHORT else _has_fleeting)(sparql)


def _has_fleeting(sparql: str) -> bool:
    return _FLEETING.search(sparql) is not None


_has_fleeting_once = lru_cache(_REMEMBERED)(_has_fleeting)


_FLEETING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE|SERVICE)\b", re.IGNORECASE)


def has_word(sparql: str, word: str) -> bool:
    """Tell whether a keyword, upper case, stands outside of strings and names.

    >>> has_word("SELECT ?load { ?load ?p 'LOAD' }", "LOAD")
    False
    """
    tokens = _TOKEN.finditer(sparql)
    return any((token["word"] or "").upper() == word for token in tokens)


_PROLOGUE = frozenset({"PREFIX", "BASE", "VERSION"})
_UPDATES = frozenset(
    {
        "INSERT",
        "DELETE",
        "WITH",
        "LOAD",
        "CLEAR",
        "CREATE",
        "DROP",
        "COPY",
        "MOVE",
        "ADD",
    }
)


def is_update(sparql: str) -> bool:
    """Tell whether a text begins as an update does, after its prologue.

    >>> is_update("PREFIX : <urn:> INSERT DATA { :a :b 1 }")
    True
    >>> is_update("ASK { ?insert ?p ?o }")
    False
    """
    words = (word for word, _ in _outer_words(sparql))
    return next((word for word in words if word not in _PROLOGUE), "") in _UPDATES


_FROM_FILE = re.compile(r"<\s*file:", re.IGNORECASE)


def names_file(sparql: str) -> bool:
    """Tell whether `FROM` names a file.

    >>> names_file("SELECT * FROM NAMED <file:///etc/passwd> {}")
    True
    >>> names_file("SELECT * FROM <urn:g> { ?s ?p <file:///a> }")
    False
    """
    return any(
        word == "FROM" and _is_file(sparql, token.end())
        for word, token in _outer_words(sparql)
    )


def _is_file(sparql: str, start: int) -> bool:
    for token in _TOKEN.finditer(sparql, start):
        if token["iri"]:
            return _FROM_FILE.match(token["iri"]) is not None
        if not token["comment"] and (token["word"] or "").upper() != "NAMED":
            return False
    return False


_BLANK = re.compile(r"(?:\s|#[^\n\r]*+)*+")


def _outer_words(sparql: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the keywords outside of all brackets."""
    depth = 0
    for token in _TOKEN.finditer(sparql):
        depth += (token["open"] is not None) - (token["close"] is not None)
        if depth == 0 and token["word"]:
            yield token["word"].upper(), token


def with_using(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """Give the operations of an update the dataset of the request (Protocol, 2.2.3).

    Oxigraph takes no dataset beside an update, so that it is written into it, as
    `USING` before each `WHERE`.

    Raises:
        QueryError: if the update names a dataset itself.

    >>> with_using("DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }", ["urn:g"], [])
    'DELETE { ?s ?p 1 } USING <urn:g> WHERE { ?s ?p 1 }'
    """
    clauses = [f"USING <{iri}> " for iri in default]
    clauses += [f"USING NAMED <{iri}> " for iri in named]
    if not clauses:
        return update
    using, out, done, before = "".join(clauses), [], 0, -1
    for word, token in _outer_words(update):
        if word in {"WITH", "USING"}:
            msg = f"the update says {word}, and so does the request: use only one"
            raise QueryError(msg)
        if word == "WHERE":
            out.append(update[done : token.start()])
            done = token.start()
            if before >= 0 and _BLANK.fullmatch(update, before, token.start()):
                # DELETE WHERE is the one operation without a place for it.
                out.append(_pattern_after(update, token.end()) + " ")
            out.append(using)
        before = token.end() if word == "DELETE" else -1
    return "".join(out) + update[done:]


def _pattern_after(update: str, start: int) -> str:
    """Return the braces after `start` with what is between them."""
    depth = 0
    for token in _TOKEN.finditer(update, start):
        depth += (token["open"] is not None) - (token["close"] is not None)
        if token["close"] and depth == 0:
            return update[start : token.end()].strip()
    raise QueryError("the update ends within braces")
