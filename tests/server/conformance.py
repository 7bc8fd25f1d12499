"""Run the W3C's tests and write what comes of them.

`python -m tests.server.conformance` writes `docs/conformance.md`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from tests.server import w3c
from tests.server.running import Running, make_store, serving, token_file

PAGE = Path(__file__).parents[2] / "docs/conformance.md"
_W3C = "https://www.w3.org/2009/sparql/docs/tests/"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A test: its name, what became of it, and what there is to say."""

    name: str
    result: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """The tests of one specification."""

    title: str
    outcomes: tuple[Outcome, ...]

    @property
    def passed(self) -> int:
        return sum(outcome.result == "passed" for outcome in self.outcomes)

    @property
    def applicable(self) -> int:
        return sum(outcome.result != "not applicable" for outcome in self.outcomes)


def attempt(name: str, run: Callable[[], None], note: str = "") -> Outcome:
    """Run a test and tell what became of it."""
    try:
        run()
    except (AssertionError, KeyError, ValueError) as error:
        return Outcome(name, "failed", " ".join(str(error).split()) or note)
    return Outcome(name, "passed", note)


def suites(server: Running) -> Iterator[Suite]:
    """Run all suites."""
    for title, cases in (
        ("SPARQL 1.1 Protocol", w3c.protocol_cases()),
        ("Graph Store Protocol", w3c.graph_store_cases()),
    ):
        outcomes = [
            attempt(case.name, lambda case=case: w3c.run(case, server))
            for case in cases
        ]
        yield Suite(title, tuple(outcomes))
    described = [
        attempt(name, lambda name=name: w3c.run_description(name, server))
        for name in w3c.description_cases()
    ]
    yield Suite("Service Description", tuple(described))
    yield Suite("Graph Store Protocol, older tests", tuple(_old(server)))


def _old(server: Running) -> Iterator[Outcome]:
    server.update("DROP ALL")
    known: dict[str, str] = {}
    for case in w3c.old_cases():
        if case.name in w3c.CONTRADICTED:
            yield Outcome(case.name, "not applicable", w3c.CONTRADICTED[case.name])
            continue
        note = ""
        if case.name in w3c.MENDED:
            note = "its body lacks the end of a sentence, which is added"
        if case.name in w3c.PREPARED:
            note = "deletes a graph that no test makes; it is put there before"
        yield attempt(
            case.name, lambda case=case: w3c.run_old(case, server, known), note
        )


def page(found: list[Suite]) -> str:
    """Return the page, which is the same whenever the outcomes are."""
    lines = [
        "<!-- Written by tests/server/conformance.py; do not edit. -->",
        "# Conformance of the server",
        "",
        (
            f"The W3C's [tests of the protocols]({_W3C}) are run against "
            "`dateline serve` over loopback, every request as its manifest says."
        ),
        f"The engine is Oxigraph, pyoxigraph {ox.__version__}.",
        (
            "`python -m tests.server.conformance` runs them and writes this page; "
            "`DATELINE_W3C_TESTS` names the folder of the tests."
        ),
        "",
        "| suite | passed | applicable | all |",
        "|---|---:|---:|---:|",
        *(
            f"| {s.title} | {s.passed} | {s.applicable} | {len(s.outcomes)} |"
            for s in found
        ),
        "",
        (
            "The older tests are deprecated by the W3C in favour of the newer ones, "
            "and build on each other's graphs."
        ),
        "The engine itself fails none of these tests.",
    ]
    for suite in found:
        lines += ["", f"## {suite.title}", ""]
        lines += ["| test | outcome | note |", "|---|---|---|"]
        lines += [f"| `{o.name}` | {o.result} | {o.note} |" for o in suite.outcomes]
    return "\n".join(lines) + "\n"


def run_all() -> list[Suite]:
    """Start a server with an empty store and run everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        options = ("--writable", "--token-file", str(token_file(folder)))
        with serving(make_store(folder / "store", ""), *options) as server:
            return list(suites(server))


def main() -> None:
    """Write the page."""
    found = run_all()
    PAGE.write_text(page(found), encoding="utf-8")
    for suite in found:
        sys.stdout.write(f"{suite.title}: {suite.passed} of {suite.applicable}\n")


if __name__ == "__main__":
    main()
