"""Rewrite the list of known misses: `python -m tests.paraphrases.update`."""

from __future__ import annotations

import sys

from tests.paraphrases.reading import COPIES, KNOWN_MISSES, faults


def main() -> None:
    every, lines, made = faults()
    KNOWN_MISSES.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    bad = {line.rpartition(" | ")[0] for line in lines if not _is_copy(line)}
    groups = {form.group for form in every}
    broken = {form.group for form in every if form.key in bad}
    failed = sum(map(_is_copy, lines))
    sys.stdout.write(f"groups {len(groups) - len(broken)} of {len(groups)}\n")
    sys.stdout.write(f"forms  {len(every) - len(bad)} of {len(every)}\n")
    sys.stdout.write(f"copies {made - failed} of {made}\n")


def _is_copy(line: str) -> bool:
    return line.rpartition(" | ")[2].removesuffix("-event") in COPIES


if __name__ == "__main__":
    main()
