"""What others published, and what Dateline is to reach, measure by measure.

The numbers are those of the test sets of the same corpora, which are not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Reference:
    """What a measure is compared with, as it stands on the page; `""` if nothing."""

    target: str = ""
    published: str = ""


NOTHING = Reference()

REFERENCES: Mapping[str, Reference] = MappingProxyType(
    {
        "time expression strict": Reference(
            "88", "ClearTK-1,2 82.71; HeidelTime-t 81.34; SUTime 79.57"
        ),
        "time expression relaxed": Reference(
            "93", "SUTime 90.32; HeidelTime-t 90.30; ClearTK-1,2 90.23"
        ),
        "time expression value": Reference(
            "86", "HeidelTime-t 77.61; SUTime 67.38; ATT-1 65.02"
        ),
        "event": Reference("84", "ATT-1 81.05; NavyTime-1 80.30; ClearTK-1,2 77.34"),
        "event class": Reference(
            "75", "ATT-1 71.88; NavyTime-1 67.48; ClearTK-1,2 65.44"
        ),
        "temporal awareness": Reference("38", "ClearTK-2 30.98"),
        "timeline, Track A": Reference("20", "best 7.85"),
        "timeline, Track B": Reference(
            "36", "Cornegruta and Vlachos 2016 28.58; best in the task 25.4"
        ),
        "mean absolute error": Reference("0.45", "“always +3” 0.781"),
        "Pearson's r": Reference("0.70"),
        "negated events, accuracy": Reference("85"),
        "participant": Reference("65"),
        "negated events": Reference("70"),
        "day right, of events dated in the text": Reference("75"),
        "attribution source": Reference("75"),
        "attribution cue": Reference("80"),
        "attribution content": Reference("75"),
        "event class, accuracy": Reference("70"),
        "source, accuracy": Reference("75"),
        "target, accuracy": Reference("75"),
    }
)

SOURCES = MappingProxyType(
    {
        "timeml": "UzZaman et al. 2013, SemEval-2013 Task 1: TempEval-3, platinum set.",
        "timelines": "Minard et al. 2015, SemEval-2015 Task 4; the test set is about "
        "other entities: Airbus, General Motors, the stock market.",
        "uw": "The baseline was recomputed on the test part of the data.",
        "polnear": "People agree with α = 75 (Newell, Margolin and Ruths 2018).",
        "meantime": "No comparable figure is published.",
        "plover": "No figure is published.",
        "golden": "The articles are the project's own.",
    }
)
