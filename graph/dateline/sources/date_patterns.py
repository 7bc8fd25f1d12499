"""Patterns of publication dates: pieces at the top, whole forms below.

Every quantifier is bounded and no two neighbours match the same character, so that
a hostile line costs linear time.
"""

from __future__ import annotations

import re
from types import MappingProxyType

MONTHS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                ("january", "jan"),
                ("february", "feb"),
                ("march", "mar"),
                ("april", "apr"),
                ("may",),
                ("june", "jun"),
                ("july", "jul"),
                ("august", "aug"),
                ("september", "sept", "sep"),
                ("october", "oct"),
                ("november", "nov"),
                ("december", "dec"),
            ),
            start=1,
        )
        for name in names
    }
)

WEEKDAYS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                ("monday", "mon"),
                ("tuesday", "tues", "tue"),
                ("wednesday", "weds", "wed"),
                ("thursday", "thurs", "thur", "thu"),
                ("friday", "fri"),
                ("saturday", "sat"),
                ("sunday", "sun"),
            )
        )
        for name in names
    }
)

# Only names that mean one offset in news; "ET" or "IST" are read, their offset is not.
ZONES = MappingProxyType(
    {
        "z": 0, "gmt": 0, "utc": 0, "ut": 0, "est": -300, "edt": -240, "cst": -360,
        "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "cet": 60,
        "cest": 120, "eet": 120, "eest": 180, "jst": 540,
    }
)  # fmt: skip


def _any_of(names: object) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))  # type: ignore[call-overload]


MONTH = rf"(?P<month>{_any_of(MONTHS)})\.?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>[0-9]{4})"
WEEKDAY = rf"(?:(?P<weekday>{_any_of(WEEKDAYS)})\.?,?[ ]{{1,3}})?"
OFFSET = r"(?P<offset>[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})"
ZONE = r"\(?(?P<zone>[A-Z]{1,5})\)?"
CLOCK = r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?(?::(?P<second>[0-9]{2}))?"
HALF = r"(?P<half>a\.?m\.?|p\.?m\.?)"
# "3:03 pm", "15:03 GMT", "15:03:00 -0400"; never a bare "15"
TIME = (
    rf"(?=[0-9]{{1,2}}(?:[:.][0-9]|[ ]?[ap]))"
    rf"{CLOCK}(?:[ ]?{HALF})?(?:[ ]?(?:{OFFSET}|{ZONE}))?"
)
# Between date and time: ", ", " - ", " at ", " | "
GAP = r"(?:[ ]{0,2}[,|·•–—-][ ]{0,2}|[ ]{1,3})(?:at[ ]{1,3})?"

# "2018-07-12", "2018/07/12"
ISO_DAY = (
    r"(?P<year>[0-9]{4})(?P<mark>[-/])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
)
# For instance "T15:03", " 15:03:00.000Z", "T15:03-04:00"
ISO_TIME = (
    r"[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    rf"[ ]?(?:{OFFSET}|(?P<zone>[A-Z]{{1,5}}))?"
)
# "Thursday, July 12, 2018"
MONTH_FIRST = rf"{WEEKDAY}{MONTH}[ ]{{1,3}}{DAY},?[ ]{{1,3}}{YEAR}"
# "Thu, 12 Jul 2018", "12-Jul-2018"
DAY_FIRST = rf"{WEEKDAY}{DAY}[ -](?:of[ ])?{MONTH},?[ -]{YEAR}"

_FLAGS = re.ASCII | re.IGNORECASE

# Whole strings, in the order they are tried.
FORMS = tuple(
    re.compile(form, _FLAGS)
    for form in (
        rf"{ISO_DAY}(?:{ISO_TIME})?",
        rf"{MONTH_FIRST}(?:{GAP}{TIME})?",
        rf"{DAY_FIRST}(?:{GAP}{TIME})?",
        rf"{TIME}{GAP}(?:on[ ])?{MONTH_FIRST}",  # "3:03 pm, July 12, 2018"
        rf"{TIME}{GAP}(?:on[ ])?{DAY_FIRST}",  # "15:03 GMT, 12 July 2018"
    )
)

# Where a date may begin inside a line, and the longest form that can stand there.
IN_LINE = tuple(
    re.compile(rf"(?<![\w-]){form.pattern}(?!\w)", _FLAGS) for form in FORMS
)

NO_DAY = re.compile(rf"(?:{MONTH},?[ ])?[0-9]{{4}}|[0-9]{{4}}[-/][0-9]{{1,2}}", _FLAGS)
UNCLEAR_ORDER = re.compile(
    r"[0-9]{1,2}([-/.])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})\b.{0,40}"
)
