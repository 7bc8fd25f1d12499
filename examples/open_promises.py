"""List what was planned or promised and has not happened, with its sentence.

Run it from the root of the project: `python examples/open_promises.py [ARTICLE ...]`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import dateline

ARTICLES = Path(__file__).parent / "articles"


def main(inputs: list[str]) -> None:
    """Read the articles and print."""
    with dateline.build(inputs or [ARTICLES]) as graph:
        for event in graph.timeline(status=dateline.Status.PLANNED):
            when = event.date.edtf if event.date and event.date.edtf else "no date"
            print(f"{when}: {event.label}")
            print(f"    {event.evidence[0].sentence}")


if __name__ == "__main__":
    main(sys.argv[1:])
