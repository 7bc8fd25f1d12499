"""Give every candidate to the reader of its rule's family."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from dateline.annotate.timex_ago import read_ago
from dateline.annotate.timex_beside import (
    read_around_holiday,
    read_before_last,
    read_beside_weekday,
    read_same_day,
    read_same_then,
    read_weekday_week,
)
from dateline.annotate.timex_clock import read_deictic, read_time
from dateline.annotate.timex_dates import read_date
from dateline.annotate.timex_durations import read_duration, read_ref, read_set
from dateline.annotate.timex_grammar import Candidate
from dateline.annotate.timex_months import read_month
from dateline.annotate.timex_reading import Reading, Reference
from dateline.annotate.timex_relative import read_earlier, read_relative, read_week_of
from dateline.annotate.timex_seasons import read_holiday, read_quarter, read_season
from dateline.annotate.timex_weekdays import read_weekday
from dateline.annotate.timex_years import (
    read_century,
    read_decade,
    read_year_expression,
)

Reader = Callable[[Candidate, Reference], Reading | None]

# The first part of a rule's identifier -> who reads it.
READERS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        "date": read_date,
        "month": read_month,
        "year": read_year_expression,
        "decade": read_decade,
        "century": read_century,
        "quarter": read_quarter,
        "season": read_season,
        "holiday": read_holiday,
        "weekday": read_weekday,
        "deictic": read_deictic,
        "time": read_time,
        "ago": read_ago,
        "earlier": read_earlier,
        "rel": read_relative,
        "week": read_week_of,
        "duration": read_duration,
        "set": read_set,
        "ref": read_ref,
    }
)


# Rules that the reader of their family leaves to another.
SPECIAL: MappingProxyType[str, Reader] = MappingProxyType(
    {
        "weekday.beside": read_beside_weekday,
        "weekday.week": read_weekday_week,
        "earlier.before-last": read_before_last,
        "rel.same-then": read_same_then,
        "rel.same-day": read_same_day,
        "holiday.around": read_around_holiday,
    }
)


def normalise(candidate: Candidate, reference: Reference) -> Reading | None:
    """Return the reading of a candidate; `None` if it is no time expression."""
    family = READERS.get(candidate.rule.partition(".")[0])
    reader = SPECIAL.get(candidate.rule, family)
    return None if reader is None else reader(candidate, reference)
