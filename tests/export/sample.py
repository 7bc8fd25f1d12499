"""Timeline entries built by hand, for exporters and the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dateline.model.facts import Status
from dateline.model.mentions import EntityKind, RoleName
from dateline.query.results import (
    ArticleRef,
    ClaimRef,
    EventDate,
    Evidence,
    Participant,
    PlaceRef,
    Timeline,
    TimelineEntry,
)

ARTICLE = ArticleRef(
    iri="https://example.org/news/ferry",
    title="Ferry <b>late</b>, again",
    publisher="The Harbour Post",
    published="2021-05-14",
    url="https://example.org/news/ferry",
    text="The ferry left Port Selby last week, two sailors said.",
)


def when(first: date | None, last: date | None, **changes: Any) -> EventDate:
    """Make the date of something short between `first` and `last`."""
    made = EventDate(
        earliest_begin=first,
        latest_begin=last,
        earliest_end=first,
        latest_end=last,
        edtf=None,
        timex_value="2021-W18",
        time_of_day=None,
        granularity="Week",
        basis="RelativeToPublication",
        anchor=date(2021, 5, 14),
        words="last week",
        start=30,
        end=39,
        rule="last-week",
        explanation="“last week”, counted from 2021-05-14",
    )
    return replace(made, **changes)


WEEK = when(date(2021, 5, 3), date(2021, 5, 9))


def entry(**changes: Any) -> TimelineEntry:
    """Make an event; `changes` replace its fields."""
    made = TimelineEntry(
        iri="https://example.org/news/ferry#event-10-14",
        label="the ferry left Port Selby",
        event_type="Movement",
        status=Status.HAPPENED,
        factuality="CT+",
        date=WEEK,
        participants=(
            Participant(
                iri="https://example.org/news/ferry#object-0-9",
                name="the ferry",
                kind=EntityKind.OBJECT,
                role=RoleName.AGENT,
                words="The ferry",
                start=0,
                end=9,
            ),
        ),
        places=(PlaceRef(iri="https://example.org/place/1", name="Port Selby"),),
        claims=(
            ClaimRef(
                iri="https://example.org/news/ferry#claim-1",
                source="two sailors",
                source_iri=None,
                is_unnamed=True,
                cue="said",
                start=53,
                end=57,
                asserts="CT+",
                told_to=None,
            ),
        ),
        evidence=(
            Evidence(
                words="left",
                start=10,
                end=14,
                sentence="The ferry left Port Selby last week, two sailors said.",
                sentence_start=0,
                sentence_end=54,
            ),
        ),
        cues=(),
        article=ARTICLE,
        salience=0.75,
    )
    return replace(made, **changes)


def timeline(*entries: TimelineEntry) -> Timeline:
    """Make a timeline."""
    return Timeline(entries)
