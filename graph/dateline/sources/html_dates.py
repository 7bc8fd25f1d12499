"""The publication date of a web page, from what the page itself declares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

import htmldate

from dateline.errors import SourceError
from dateline.model.text import Dct, DctBasis
from dateline.sources.dates import parse_published

_META = (
    "article:published_time", "og:published_time", "og:article:published_time",
    "datepublished", "publishdate", "publish_date", "publish-date", "pubdate",
    "publication_date", "publicationdate", "parsely-pub-date", "sailthru.date",
    "article.published", "cxenseparse:recs:publishtime", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "citation_publication_date", "date",
)  # fmt: skip
_PUBLISHED = re.compile(r"publish|posted|pubdate|dateline|entry-date", re.IGNORECASE)
_MODIFIED = re.compile(r"updat|modif", re.IGNORECASE)
# For instance "/2018/07/12/", "/2018-07-12-"
_DAY_IN_ADDRESS = re.compile(
    r"(?<=[/-])((?:19|20)[0-9]{2})[/-]([0-9]{2})[/-]([0-9]{2})(?=[/-])"
)
_MOST = 500
_DEEPEST = 20


def page_dct(page: str, tree: Any, url: str | None) -> Dct | None:
    """Return the publication date of a page, with hour and zone where it has them.

    1. JSON-LD, 2. meta elements, 3. time elements, 4. address, 5. htmldate, checked.
    """
    for candidates in (_json_ld(tree), _metas(tree), _times(tree), _in_address(url)):
        for words in candidates:
            dct = _read(words)
            if dct is not None:
                return dct
    return _by_htmldate(page, url)


def _read(words: str) -> Dct | None:
    try:
        return parse_published(words, basis=DctBasis.HTML_METADATA)
    except SourceError:
        return None


def _json_ld(tree: Any) -> Iterator[str]:
    for script in islice(
        tree.iterfind('.//script[@type="application/ld+json"]'), _MOST
    ):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from _published(data, _DEEPEST)


def _published(data: Any, depth: int) -> Iterator[str]:
    if isinstance(data, dict):
        words = data.get("datePublished")
        if isinstance(words, str):
            yield words
        # An article beside it in a graph, not the things that it mentions.
        inner: list[Any] = [data.get("@graph"), data.get("mainEntity")]
    else:
        inner = data if isinstance(data, list) else []
    for item in inner[:_MOST] if depth else ():
        yield from _published(item, depth - 1)


def _metas(tree: Any) -> Iterator[str]:
    found: dict[str, str] = {}
    for meta in tree.iterfind(".//meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = meta.get("content") or meta.get("datetime")
        if content and name.lower() in _META:
            found.setdefault(name.lower(), content)
    return (found[name] for name in _META if name in found)


def _times(tree: Any) -> Iterator[str]:
    """Yield time elements: those marked as published, then a lone one."""
    times = list(islice(tree.iterfind(".//time"), _MOST))
    plain = []
    for element in times:
        words = element.get("datetime") or " ".join(element.text_content().split())
        marks = " ".join(
            element.get(name) or "" for name in ("itemprop", "class", "id")
        )
        if element.get("pubdate") is not None or _PUBLISHED.search(marks):
            yield words
        elif not _MODIFIED.search(marks):
            plain.append(words)
    if len({words[:10] for words in plain}) == 1:
        yield plain[0]


def _in_address(url: str | None) -> Iterator[str]:
    for match in _DAY_IN_ADDRESS.finditer(url or ""):
        yield "-".join(match.groups())


def _by_htmldate(page: str, url: str | None) -> Dct | None:
    """Ask htmldate, and believe it only if the day stands in the page or address.

    It completes "July 2018" to a day, and takes a copyright year for one.
    """
    try:
        words = htmldate.find_date(
            page,
            extensive_search=False,
            original_date=True,
            url=url,
            min_date="1800-01-01",
            # Else it would ask the clock.
            max_date="2999-12-31",
        )
        day = date.fromisoformat(words) if words else None
    except Exception:  # noqa: BLE001 - hostile pages break extractors in many ways
        return None
    if day is None or not _names_day(f"{url or ''} {page}", day):
        return None
    return Dct(date=day, basis=DctBasis.HTML_METADATA)


def _names_day(page: str, day: date) -> bool:
    month, short = f"{day:%B}", f"{day:%b}"
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    forms = (
        rf"{day.year}([-/._]?)0?{day.month}\1{day.day:02d}",
        rf"{day.year}[-/.]{day.month}[-/.]{day.day}",
        rf"(?:{month}|{short})[a-z]{{0,2}}\.?\s{number},?\s{day.year}",
        rf"{number}\s(?:{month}|{short})[a-z]{{0,2}}\.?,?\s{day.year}",
    )
    return any(
        re.search(rf"(?<![0-9]){form}(?![0-9])", page, re.IGNORECASE) for form in forms
    )
