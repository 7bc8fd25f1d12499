"""Terms as N-Quads text (RDF 1.1 N-Quads, section 5 "Grammar").

A literal escapes the four characters that the grammar forbids inside quotes; all the
others stand for themselves, whatever an article holds.
"""

from __future__ import annotations

import re

from dateline.rdf.terms import XSD

_SPECIAL = re.compile(r'["\\\n\r]')


def iri(value: str) -> str:
    """Write an IRI; it must come from `iris` or `terms`, which mint only safe ones.

    >>> iri("https://example.org/a")
    '<https://example.org/a>'
    """
    return f"<{value}>"


def literal(value: str) -> str:
    r"""Write a plain string.

    >>> print(literal('say "no"\n'))
    "say \"no\"\n"
    """
    if _SPECIAL.search(value) is None:
        return f'"{value}"'
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r") + '"'


def typed(value: str, datatype: str) -> str:
    """Write a literal with a datatype.

    >>> typed("2018-07-12", XSD.date)
    '"2018-07-12"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    return f"{literal(value)}^^<{datatype}>"


def integer(value: int) -> str:
    """Write a whole number."""
    return f'"{value}"^^<{XSD.integer}>'


def decimal(value: float) -> str:
    """Write a score with at most four decimals, in canonical form but for `.0`.

    >>> decimal(0.25), decimal(1.0)
    ('"0.25"^^<http://www.w3.org/2001/XMLSchema#decimal>', \
'"1"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return f'"{text}"^^<{XSD.decimal}>'
