"""The timeline as a page: vis-timeline, filters, and the evidence of each event."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.query.results import ArticleRef, Timeline
from dateline.views.page import render_page
from dateline.views.payload import timeline_payload


def timeline_page(
    timeline: Timeline,
    articles: Sequence[ArticleRef],
    *,
    title: str,
    keep_text: bool = True,
) -> str:
    """Return a page that shows `timeline` and opens the evidence of each event.

    It is one HTML file that needs no server and no network. With `keep_text=False`
    only the evidence sentences of the articles are in it.

    >>> page = timeline_page(Timeline(()), (), title="Rivers & bridges")
    >>> "<h1" in page, "Rivers &amp; bridges" in page
    (True, True)
    """
    return render_page(
        title=title,
        data=timeline_payload(timeline, articles, keep_text=keep_text),
        body="templates/timeline.html",
        libraries=[
            "assets/moment.min.js",
            "assets/vis-data.min.js",
            "assets/vis-timeline-graph2d.min.js",
        ],
        scripts=[
            "templates/base.js",
            "templates/details.js",
            "templates/table.js",
            "templates/filters.js",
            "templates/timeline.js",
        ],
        styles=[
            "assets/vis-timeline-graph2d.min.css",
            "templates/page.css",
            "templates/timeline.css",
        ],
    )
