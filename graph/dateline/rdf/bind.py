"""Give variables of a query their values in its own language, by `VALUES`.

Oxigraph binds variables by its own interface; other engines only know SPARQL. The
query is cut into its lexical tokens (SPARQL 1.1, section 19.8), so that a brace in a
string or an IRI is none. Values are written as terms, never as text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import zip_longest

from dateline.errors import QueryError
from dateline.rdf.convert import to_term
from dateline.rdf.values import Value

# A string that is not closed reaches to the end: the query is wrong anyway.
_TOKEN = re.compile(
    r"""
      \# [^\n\r]*+
    | \"{3} (?: [^"\\] | \\ (?:.|\Z) | \"{1,2}+(?!\") )*+ (?: \"{3} | \Z )
    | '{3} (?: [^'\\] | \\ (?:.|\Z) | '{1,2}+(?!') )*+ (?: '{3} | \Z )
    | \" (?: [^"\\\n\r] | \\ (?:.|\Z) )*+ (?: \" | \Z )
    | '  (?: [^'\\\n\r] | \\ (?:.|\Z) )*+ (?: ' | \Z )
    | < [^<>"{}|^`\\\x00-\x20]*+ >
    | [?$] \w++
    | [\w.\-]{0,200}+ : (?: [\w.\-:%] | \\. )*+
    | \w++
    | \S
    """,
    re.VERBOSE | re.DOTALL,
)
_BACKSLASH = re.compile(r"\\(?:\\([uU])|.)", re.DOTALL)
_NONE = ("", 0)
_NO_GROUP = frozenset({"CONSTRUCT", "MINUS"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_NAME = re.compile(r"[A-Za-z_]\w{0,200}", re.ASCII)


def query_form(sparql: str) -> str:
    r"""Return SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises:
        QueryError: if the text is no query.

    >>> query_form("PREFIX select: <urn:describe> ask { <urn:a> a 'SELECT' }")
    'ASK'
    """
    for token in _tokens(sparql):
        if token[0].upper() in _FORMS:
            return token[0].upper()
    raise QueryError("this is no SELECT, ASK, CONSTRUCT or DESCRIBE query")


def names_dataset(sparql: str) -> bool:
    """Tell whether a query says by `FROM` which graphs it wants.

    >>> names_dataset("SELECT * FROM <urn:a> {}")
    True
    >>> names_dataset("ASK { <FROM> a 'FROM' }")
    False
    """
    return any(token[0].upper() == "FROM" for token in _tokens(sparql))


def bind(sparql: str, bindings: Mapping[str, Value]) -> str:
    """Return the query with its variables bound, in each of its groups.

    Raises:
        QueryError: if a name is none of a variable, or the query holds no such one.

    >>> bind('SELECT ?a { ?a ?b "{" }', {"a": 1})
    'SELECT ?a { VALUES (?a) { ("1"^^<http://www.w3.org/2001/XMLSchema#integer>) } ...
    """
    if not bindings:
        return sparql
    used = {token[0][1:] for token in _tokens(sparql) if token[0][0] in "?$"}
    for name in bindings:
        if not _NAME.fullmatch(name) or name not in used:
            raise QueryError(f"the query cannot be answered: it has no variable {name}")
    names = " ".join(f"?{name}" for name in bindings)
    terms = " ".join(as_sparql(to_term(value)) for value in bindings.values())
    given = f" VALUES ({names}) {{ ({terms}) }} "
    text, last = "", 0
    for place in _groups(sparql):
        text += sparql[last:place] + given
        last = place
    return text + sparql[last:]


def without_columns(sparql: str, hidden: Collection[str]) -> str:
    """Return a `SELECT` query that does not give these variables.

    >>> without_columns("SELECT ?a ?b (MAX(?b) AS ?c) { ?a ?b ?c }", {"b"})
    'SELECT ?a (MAX(?b) AS ?c) { ?a ?b ?c }'
    """
    text, last, depth, is_clause = "", 0, 0, False
    for token in _tokens(sparql):
        word = token[0]
        depth += (word == "(") - (word == ")")
        if is_clause and (word == "{" or word.upper() in {"WHERE", "FROM"}):
            break
        is_clause = is_clause or word.upper() == "SELECT"
        if is_clause and depth == 0 and word[0] in "?$" and word[1:] in hidden:
            text += sparql[last : token.start()].rstrip()
            last = token.end()
    return text + sparql[last:]


def as_sparql(statement: object) -> str:
    r"""Write a term, or a triple, so that every parser of SPARQL reads it alike.

    Some replace code point escapes (section 19.2) before they read strings: an escaped
    backslash with a `u` behind it would end a string, and begin what an article says.

    >>> print(as_sparql(r'"\\u0022"'))
    "\\\u00750022"
    """
    return _BACKSLASH.sub(
        lambda found: rf"\\\u{ord(found[1]):04X}" if found[1] else found[0],
        str(statement),
    )


def _tokens(sparql: str) -> Iterator[re.Match[str]]:
    return (token for token in _TOKEN.finditer(sparql) if token[0][0] != "#")


def _groups(sparql: str) -> Iterator[int]:
    """Yield where the groups of graph patterns begin, right behind their braces.

    Not groups are the data of `VALUES`, the template of `CONSTRUCT`, and braces around
    a subquery, whose own group comes next. A `MINUS` that shares no variable removes
    nothing, so that one in common would change what it means.
    """
    words = [(found[0].upper(), found.end()) for found in _tokens(sparql)]
    before, is_data = "", False
    for (word, end), (following, _) in zip_longest(words, words[1:], fillvalue=_NONE):
        if word == "{":
            if not is_data and before not in _NO_GROUP and following != "SELECT":
                yield end
            is_data = False
        elif word == "VALUES":
            is_data = True
        before = word
