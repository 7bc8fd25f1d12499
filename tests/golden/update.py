"""Rewrite the list of known misses: `python -m tests.golden.update`."""

from __future__ import annotations

import sys

from tests.golden.reading import KNOWN_MISSES, articles, compare_article, line

from dateline.evaluate.golden import tally


def main() -> None:
    every = {folder.name: compare_article(folder) for folder in articles()}
    missed = sorted(
        line(slug, fact)
        for slug, facts in every.items()
        for fact in facts
        if not fact.is_right
    )
    KNOWN_MISSES.write_text("".join(f"{key}\n" for key in missed), encoding="utf-8")
    counts = tally(fact for facts in every.values() for fact in facts)
    for what, (right, total) in counts.items():
        sys.stdout.write(f"{what:10} {right:4} of {total}\n")


if __name__ == "__main__":
    main()
