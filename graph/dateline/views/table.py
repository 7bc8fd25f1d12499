"""A timeline as a small HTML table, for notebooks."""

from __future__ import annotations

from html import escape

from dateline.model.facts import Status
from dateline.query.results import Timeline, TimelineEntry
from dateline.views.dates import date_words

MAX_ROWS = 200

STATUS_WORDS = {
    Status.HAPPENED: "✓ happened",
    Status.DID_NOT_HAPPEN: "✗ did not happen",
    Status.PLANNED: "◷ planned",
    Status.POSSIBLE: "? possible",
}

_HEAD = ("Date", "Status", "What", "Who", "Where", "According to", "Sentence")
_CELL = "text-align:start;vertical-align:top"


def timeline_html_fragment(timeline: Timeline) -> str:
    """Return the first `MAX_ROWS` events as a table; every word of a text is escaped.

    >>> timeline_html_fragment(Timeline(()))
    '<p>An empty timeline.</p>'
    """
    if not len(timeline):
        return "<p>An empty timeline.</p>"
    head = "".join(f'<th style="{_CELL}">{name}</th>' for name in _HEAD)
    rows = "\n".join(_row(entry) for entry in timeline.entries[:MAX_ROWS])
    hidden = len(timeline) - MAX_ROWS
    rest = f"\n<p>… and {hidden} more events.</p>" if hidden > 0 else ""
    return (
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
        f"{rest}"
    )


def _row(entry: TimelineEntry) -> str:
    who = (f"{who.name} ({who.role})" for who in entry.participants)
    sources = dict.fromkeys(claim.source for claim in entry.claims)
    sentences = dict.fromkeys(evidence.sentence for evidence in entry.evidence)
    cells = (
        date_words(entry.date),
        STATUS_WORDS[entry.status],
        entry.label,
        ", ".join(who),
        ", ".join(place.name for place in entry.places),
        ", ".join(sources),
        " … ".join(sentences),
    )
    return "<tr>" + "".join(_cell(text) for text in cells) + "</tr>"


def _cell(text: str) -> str:
    return f'<td dir="auto" style="{_CELL}">{escape(text)}</td>'
