"""Nothing of the machine gets in, and no text makes the finder slow."""

from __future__ import annotations

import os
import subprocess
import sys
import time as clock

import pytest

from dateline.annotate.timex import find_timexes

# Looks at every call of a built-in function: no clock may be among them.
PROGRAM = """
import datetime, locale, sys
from dateline.annotate.timex import find_timexes
CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
def watch(frame, event, called):
    if event == "c_call" and called.__name__ in CLOCKS:
        raise AssertionError(f"the clock was read: {called}")
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
day = datetime.date(2018, 7, 12)
if sys.argv[1] == "frozen":
    sys.setprofile(watch)
TEXT = (
    "They met today, last week, at 4 pm Friday and in June. It opens on 3 May, "
    "two years from now, by the end of the month. He fled a day later, at noon EST."
)
for dct in (day, None):
    for timex in find_timexes(TEXT, dct=dct):
        print(timex)
"""
CASES = [
    ("frozen", "UTC", "C"),
    ("running", "UTC", "C.UTF-8"),
    ("running", "Asia/Tokyo", "de_DE.UTF-8"),
    ("frozen", "America/Los_Angeles", "tr_TR.UTF-8"),
]


def run(state: str, zone: str, language: str) -> bytes:
    environment = os.environ | {"TZ": zone, "LC_ALL": language, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, state],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize(("state", "zone", "language"), CASES[1:])
def test_clock_zone_and_locale_change_no_byte(
    state: str, zone: str, language: str
) -> None:
    expected = run(*CASES[0])
    assert b"2018-W27" in expected
    assert run(state, zone, language) == expected


# Text that holds no time, and text that holds nothing else, which costs more.
BARREN = {
    "digits": "1234567890",
    "ones": "1",
    "dashes": "-",
    "the": "the ",
    "brackets": "([{",
    "scripts": "年мая٣月ἀ ",
    "the end of": "the end of ",
    "two and a half": "two and a half ",
    "slashes": "9/11/",
    "lines": "\n\n",
}
DENSE = {
    "months": "March ",
    "weekdays": "Monday, ",
    "years": "1990-",
    "every": "every other ",
    "within": "by within two ",
    "apposition": "Tuesday (Feb. 9) ",
}


def seconds(text: str) -> float:
    start = clock.process_time()
    find_timexes(text)
    return clock.process_time() - start


def grows_linearly(unit: str, size: int) -> bool:
    """Tell whether four times the text takes no more than four times the work.

    The rest is for a busy machine; what is quadratic takes sixteen times.
    """
    quarter = unit * (size // len(unit) // 4)
    find_timexes(quarter[:1000])
    return seconds(quarter * 4) < 10 * seconds(quarter) + 0.5


@pytest.mark.parametrize("unit", BARREN.values(), ids=BARREN.keys())
def test_a_megabyte_without_a_time_takes_linear_time(unit: str) -> None:
    assert grows_linearly(unit, 1_000_000)


@pytest.mark.parametrize("unit", DENSE.values(), ids=DENSE.keys())
def test_a_text_of_nothing_but_times_takes_linear_time(unit: str) -> None:
    assert grows_linearly(unit, 120_000)
