"""Read absolute dates in languages other than English. dateparser lives here.

dateparser invents days and years, so it is only asked about words that look like a
date with a year, its base is always the publication day, and what it did not find in
the words (its `parts`) is not believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from dateline.annotate import timex_calendar as calendar
from dateline.annotate.timex_reading import Reading, date_reading
from dateline.model.text import Span
from dateline.model.time import DateBasis

# Any fixed day will do: only dates that name their year are asked for.
_NO_BASE = datetime(2000, 1, 1)  # noqa: DTZ001 - dateparser wants it naive

_CANDIDATE = re.compile(
    r"""
      \b(?:\d{1,2}(?:\.|er|º|ª|-?го)?\s{1,2}(?:de\s|d['’]|of\s)?)?  # 12. / 1er / 12 de
      [^\W\d_]{3,14}\.?\s{1,2}(?:de\s|del\s)?                    # juillet / julio de
      \d{4}(?:\s(?:года|г\.))?(?!\w)                             # 2018 / 2018 года
    | (?<!\d)\d{4}年\d{1,2}月(?:\d{1,2}日)?                       # 2018年7月12日
    | (?<!\d)\d{4}년\s?\d{1,2}월(?:\s?\d{1,2}일)?                 # 2018년 7월 12일
    """,
    re.VERBOSE,
)


def read_foreign(
    text: str, *, languages: Sequence[str], dct: date | None = None
) -> Iterator[tuple[Span, Reading]]:
    """Yield place and reading of each date of `text` that names its year, in order.

    `languages` are codes that dateparser knows ("fr", "zh").

    >>> [reading.value for _, reading in read_foreign("12 mai 2018", languages=["fr"])]
    ['2018-05-12']
    """
    base = _NO_BASE if dct is None else datetime(dct.year, dct.month, dct.day)  # noqa: DTZ001
    parser = _parser(tuple(languages), base)
    for match in _CANDIDATE.finditer(text):
        reading = _read(parser, match.group())
        if reading is not None:
            yield Span(*match.span()), reading


@lru_cache(maxsize=8)
def _parser(languages: tuple[str, ...], base: datetime) -> Any:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to import

    return DateDataParser(
        languages=list(languages),
        settings={"RELATIVE_BASE": base, "REQUIRE_PARTS": ["year", "month"]},
    )


def _read(parser: Any, words: str) -> Reading | None:
    found = parser.get_date_data(words)
    parts = set(found.parts or ())
    if found.date_obj is None or not {"year", "month"} <= parts:
        return None
    day = found.date_obj.date()
    is_day = found.period == "day" and "day" in parts
    period = calendar.day(day) if is_day else calendar.month(day.year, day.month)
    return date_reading(
        period,
        basis=DateBasis.EXPLICIT_IN_TEXT,
        why=f"a date in the language '{found.locale}'",
    )
