"""Read Muslim and Jewish holidays: "Ramadan", "Eid al-Fitr", "last Yom Kippur".

A Muslim month begins by sight of the moon, a Jewish day on the evening before: the
interval holds what may be, and only the longest reading is certain.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.annotate.timex_calendar import Period, add_days
from dateline.annotate.timex_dates import (
    choose,
    explicit,
    offset_of,
    read_year,
    reason,
    relative,
)
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_lunar import FEASTS, feast_days
from dateline.annotate.timex_reading import (
    Direction,
    Reading,
    Reference,
    Way,
    open_reading,
)
from dateline.model.time import Granularity

_GRANULARITY = {1: Granularity.DAY, 30: Granularity.MONTH}


def read_feast(name: str, c: Candidate, ref: Reference) -> Reading | None:
    """Return the reading of a feast of `FEASTS` by its name."""
    if c.has("y"):
        days = list(feast_days(name, read_year(c.word("y"))))
        found = _period(name, days[0]) if len(days) == 1 else None
        return None if found is None else explicit(found, _WHY, "APPROX")
    today = ref.day
    if today is None:
        return open_reading("XXXX-XX-XX", Granularity.DAY, "no publication date")
    offset = offset_of(c.word("rel", "rely"))
    if c.has("rely"):
        days = list(feast_days(name, today.year + (offset or 0)))
    else:
        years = range(max(today.year - 1, 2), today.year + 2)
        days = [day for year in years for day in feast_days(name, year)]
        if offset:
            way = Way.PAST if offset < 0 else Way.FUTURE
            ref = replace(ref, look=lambda: Direction(way, c.word("rel")))
    if not days:
        return None
    # A feast that is not over yet is the one that is meant.
    now = next((day for day in days if _last(name, day) >= today >= day), None)
    period = _period(name, now if now and not offset else choose(days, ref))
    if period is None:
        return None
    return relative(period, ref, f"{_WHY}, {reason(ref)}", "APPROX")


_WHY = "a holiday that follows the moon"


def _last(name: str, first: date) -> date:
    return add_days(first, FEASTS[name].days - 1) or first


def _period(name: str, first: date) -> Period | None:
    """Return what a feast may cover: a day more on each side that is uncertain."""
    feast, last = FEASTS[name], _last(name, first)
    earliest = add_days(first, -1)
    latest = add_days(last, 1) if feast.is_islamic else last
    if earliest is None or latest is None:
        return None
    told = f"{first}" if first == last else f"{first}/{last}"
    return Period(
        value=told,
        granularity=_GRANULARITY.get(feast.days, Granularity.WEEK),
        first=earliest,
        last=latest,
        edtf=f"[{earliest}..{latest}]",
    )
