"""Terms as Turtle text: short names for the vocabularies, `<#…>` for an article's own.

TriG is Turtle with graphs (RDF 1.1 TriG, section 2), so that both are written with
these. A name is short only if it is one of our closed lists, and literals are escaped
as in N-Quads, so that nothing of an article can become syntax.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from dateline.rdf.terms import PREFIXES, VOCABULARIES, XSD

HEAD = "".join(
    f"@prefix {prefix}: <{base}> .\n" for prefix, base in sorted(PREFIXES.items())
)
"""The declarations of the prefixes, sorted; both syntaxes begin with them."""

_PREFIX_OF = {base: prefix for prefix, base in PREFIXES.items()}
_SHORT = {
    name: f"{_PREFIX_OF[vocabulary.base]}:{name.removeprefix(vocabulary.base)}"
    for vocabulary in (*VOCABULARIES, XSD)
    for name in vocabulary
}


def term(value: str) -> str:
    """Write an IRI from `iris` or `terms`, short if it is of a vocabulary.

    >>> term("http://semanticweb.cs.vu.nl/2009/11/sem/Event")
    'sem:Event'
    >>> term("https://example.org/a")
    '<https://example.org/a>'
    """
    short = _SHORT.get(value)
    return f"<{value}>" if short is None else short


def own(key: str) -> str:
    """Write the thing called `key` of the article that is the base.

    >>> own("event-3-7")
    '<#event-3-7>'
    """
    return f"<#{quote(key, safe='', errors='replace')}>"


def day(value: str) -> str:
    """Write a day, ISO 8601.

    >>> day("2018-07-12")
    '"2018-07-12"^^xsd:date'
    """
    return f'"{value}"^^xsd:date'


def score(value: float) -> str:
    """Write a score with at most four decimals.

    >>> score(0.25), score(1.0)
    ('0.25', '"1"^^xsd:decimal')
    """
    text = f"{value:.4f}".rstrip("0")
    # A bare `1` would be an integer, and `1.` is no number at all.
    return f'"{text[:-1]}"^^xsd:decimal' if text.endswith(".") else text


def block(subject: str, rows: Sequence[str]) -> str:
    r"""Write what is told of a subject; a row is a predicate with its objects.

    >>> print(block("<#a>", ["a sem:Event", "dl:salience 0.5"]), end="")
    <#a> a sem:Event ;
      dl:salience 0.5 .
    """
    return f"{subject} " + " ;\n  ".join(rows) + " .\n" if rows else ""
