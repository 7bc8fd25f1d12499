"""The page of a named question: a form for its parameters, and the answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.query.named import NamedQuery, Parameter, ParameterKind
from dateline.rdf.table import Cell, CellKind, Row
from dateline.rdf.terms import PREFIXES, XSD
from dateline.views.plain_page import escaped, plain_page

_LOCAL = re.compile(r"[A-Za-z][\w-]{0,80}")
_TAIL = re.compile(r"[^/#]{1,200}[/#]?\Z")
_LONG = 60
_FORMAT_NAMES = {"json": "JSON", "csv": "CSV", "jsonld": "JSON-LD"}
_NUMBERS = frozenset({XSD.integer, XSD.decimal, XSD.double})
_DAYS = frozenset({XSD.date, XSD.dateTime})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The rows that a page shows; `is_cut` says that there are more."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    is_cut: bool = False


def answer_page(
    query: NamedQuery,
    *,
    names: Mapping[str, str],
    typed: Mapping[str, str],
    home: str,
    answered: Answered | None,
    problems: tuple[str, ...],
    sparql: tuple[str, str] | None,
    permalink: str,
    formats: Mapping[str, str],
) -> str:
    """Return the page of a question.

    Args:
        query: the question.
        names: what its parameters are called in an address.
        typed: what was typed for them, by their own names.
        home: the address of the server.
        answered: the answer; without one there is only the form.
        problems: what is wrong with what was typed, a line each.
        sparql: the query that gives the answer, and where it is answered.
        permalink: the address of this answer.
        formats: its addresses in the formats `json`, `csv` and `jsonld`.
    """
    parts = [
        _head(query, home),
        _wrong(problems),
        _form(query, names, typed),
    ]
    if answered is not None and sparql is not None:
        parts.append(_answer(answered, permalink, formats))
        parts.append(_sparql(*sparql))
    return plain_page(title=query.title, body="\n".join(parts))


def _head(query: NamedQuery, home: str) -> str:
    return (
        f'<p class="trail"><a href="{escaped(home)}/">Start</a> › '
        f'<a href="{escaped(home)}/q">Questions</a></p>'
        f'<header class="masthead"><div><h1>{escaped(query.title)}</h1>'
        f'<p class="counts">{escaped(query.description)}</p></div></header>'
    )


def _wrong(problems: tuple[str, ...]) -> str:
    if not problems:
        return ""
    lines = "".join(f"<li>{escaped(problem)}</li>" for problem in problems)
    return f'<section class="card wrong" role="alert"><ul>{lines}</ul></section>'


def _form(query: NamedQuery, names: Mapping[str, str], typed: Mapping[str, str]) -> str:
    if not query.parameters:
        return ""
    fields = "".join(
        _field(parameter, names[parameter.name], typed.get(parameter.name, ""))
        for parameter in query.parameters
    )
    button = '<button type="submit">Ask</button>'
    return f'<form class="card ask" method="get">{fields}{button}</form>'


def _field(parameter: Parameter, name: str, text: str) -> str:
    optional = " (optional)" if parameter.is_optional else ""
    hint = "2018-06-30, 2018-06 or 2018" if parameter.kind is ParameterKind.DAY else ""
    return (
        f'<label class="field"><span><b>{escaped(name)}</b>{optional}: '
        f"{escaped(parameter.about)}</span>"
        f'<input type="search" name="{escaped(name)}" value="{escaped(text)}" '
        f'dir="auto" placeholder="{hint}" autocomplete="off"'
        f"{'' if parameter.is_optional else ' required'}></label>"
    )


def _answer(answered: Answered, permalink: str, formats: Mapping[str, str]) -> str:
    links = "".join(
        f'<a href="{escaped(address)}">{_FORMAT_NAMES[name]}</a>'
        for name, address in formats.items()
    )
    links += f'<a href="{escaped(permalink)}" rel="bookmark">Permalink</a>'
    return (
        f'<section class="card"><p class="in-view">{_count(answered)}</p>'
        f'{_table(answered)}<p class="links">{links}</p></section>'
    )


def _count(answered: Answered) -> str:
    count = len(answered.rows)
    if answered.is_cut:
        return f"The first {count:,} rows; the other formats have all."
    return "No rows." if not count else f"{count:,} row{'s' if count > 1 else ''}"


def _table(answered: Answered) -> str:
    if not answered.rows:
        return ""
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in answered.columns)
    rows = "".join(
        "<tr>" + "".join(map(_cell, row, answered.columns)) + "</tr>\n"
        for row in answered.rows
    )
    return (
        f'<div class="scroller"><table><thead><tr>{head}</tr></thead>\n'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(cell: Cell | None, column: str) -> str:
    if cell is None:
        return "<td></td>"
    name = f'data-name="{escaped(column)}"'
    if cell.kind is CellKind.IRI:
        return f"<td {name}>{_iri(cell.text)}</td>"
    if cell.datatype in _NUMBERS:
        return f'<td class="number" {name}>{escaped(cell.text)}</td>'
    if cell.datatype in _DAYS:
        return f'<td class="nowrap" {name}>{escaped(cell.text)}</td>'
    return f'<td dir="auto" {name}>{escaped(cell.text)}</td>'


def _iri(iri: str) -> str:
    shown = f'<span title="{escaped(iri)}">{escaped(short_iri(iri))}</span>'
    # `javascript:` and its like are names too, and nothing to click on.
    if not iri.startswith(("http://", "https://")):
        return shown
    return f'<a href="{escaped(iri)}" rel="noreferrer nofollow">{shown}</a>'


def short_iri(iri: str) -> str:
    """Return an IRI as people read it: with a prefix, or its last part if it is long.

    >>> short_iri("https://w3id.org/dateline/ns#Week")
    'dl:Week'
    >>> short_iri("https://example.org/" + 50 * "a" + "/story#event-of-the-day")
    '…event-of-the-day'
    """
    for prefix, base in PREFIXES.items():
        if iri.startswith(base) and _LOCAL.fullmatch(iri, len(base)):
            return f"{prefix}:{iri[len(base) :]}"
    tail = _TAIL.search(iri)
    if len(iri) <= _LONG or tail is None:
        return iri
    return f"…{tail[0]}"


def _sparql(text: str, address: str) -> str:
    return (
        '<details class="card"><summary>The same in SPARQL</summary>'
        f'<pre dir="ltr">{escaped(text)}</pre>'
        f'<p class="links"><a href="{escaped(address)}" rel="via">Run it</a></p>'
        "</details>"
    )
