"""Measure `dateline.build` beside the bare spaCy pipeline: `make bench`.

The corpus is not part of the project; `DATELINE_BENCH` names it, a file of JSON Lines.
Both sides read the same texts in the same run, in turns, so that a busy machine slows
both alike. The section of `docs/benchmarks.md` is written anew.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = Path(
    os.environ.get("DATELINE_BENCH", ROOT.parent / "shared/load/reuters.jsonl.gz")
)
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- bench:build begin -->\n", "<!-- bench:build end -->\n"
ARTICLES = 2000
ROUNDS = 8
SHARED = 400  # articles by which the stages are told apart


def main() -> None:
    """Measure all, print it and write the page."""
    if not CORPUS.exists():
        sys.exit(f"{CORPUS}: no corpus here; name one with DATELINE_BENCH")
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        with gzip.open(CORPUS, "rb") as lines:
            corpus.write_bytes(b"".join(islice(lines, ARTICLES)))
        turns = in_process("turns", corpus)
        shares = in_process("shares", corpus)
        runs = [in_process("run", corpus, jobs) for jobs in (1, 2)]
    section = written(turns, shares, *runs)
    print(section)
    PAGE.write_text(with_section(PAGE.read_text("utf-8"), section), "utf-8")


def in_process(what: str, *arguments: object) -> dict[str, float]:
    """Measure in a process of its own: its memory is its own then."""
    command = [sys.executable, "-m", __spec__.name, what, *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def turns(corpus: Path) -> dict[str, float]:
    """Read the corpus in turns, bare and built; return the seconds of each."""
    import dateline
    from dateline.annotate.tokens import load_pipeline

    lines = corpus.read_text("utf-8").splitlines(keepends=True)
    size = -(-len(lines) // ROUNDS)
    nlp = load_pipeline()
    part = corpus.with_name("part.jsonl")
    bare = built = words = 0.0
    for first in range(0, len(lines), size):
        chosen = lines[first : first + size]
        part.write_text("".join(chosen), "utf-8")
        texts = [json.loads(line)["text"] for line in chosen]
        start = time.perf_counter()
        words += sum(len(doc) for doc in nlp.pipe(texts))
        middle = time.perf_counter()
        dateline.build([part]).close()
        bare += middle - start
        built += time.perf_counter() - middle
    return {"articles": len(lines), "bare_s": bare, "built_s": built, "tokens": words}


def shares(corpus: Path) -> dict[str, float]:
    """Return the time of each stage after the parse, as a share of the parse's."""
    from dateline.annotate.pipeline import default_stages
    from dateline.annotate.tokens import parse
    from dateline.resolve.facts import resolve
    from dateline.sources.reader import read

    documents = list(islice(read([str(corpus)], on_error=print), SHARED))
    start = time.process_time()
    parsed = list(parse(documents))
    whole = time.process_time() - start
    found = {}
    for stage in default_stages():
        start = time.process_time()
        parsed = [stage.annotate(doc) for doc in parsed]
        found[stage.name] = (time.process_time() - start) / whole
    start = time.process_time()
    for doc in parsed:
        resolve(doc)
    found["resolve"] = (time.process_time() - start) / whole
    return found


def run(corpus: Path, jobs: int) -> dict[str, float]:
    """Build the whole corpus to disk; return the seconds and the peak memory."""
    import dateline

    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with dateline.build([corpus], out=folder, jobs=jobs) as graph:
            seconds = time.perf_counter() - start
            quads = len(graph.store)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "seconds": seconds,
        "quads": quads,
        "own_mb": own / 1024,
        "child_mb": child / 1024 if jobs > 1 else 0,
    }


def written(
    turns: dict[str, float],
    shares: dict[str, float],
    one: dict[str, float],
    two: dict[str, float],
) -> str:
    """Return the section of the page."""
    articles = turns["articles"]
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    about = (
        f"`make bench` at {commit} on {datetime.now(UTC):%Y-%m-%d}: "
        f"{articles:,.0f} news agency articles of 1987, {turns['tokens']:,.0f} tokens, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, one thread each."
    )
    rows = [
        ("bare spaCy pipeline", articles / turns["bare_s"], ""),
        ("`dateline.build`, in turns with it", articles / turns["built_s"], ""),
        ("whole run to disk, pages too", articles / one["seconds"], memory(one)),
        ("the same with `--jobs 2`", articles / two["seconds"], memory(two)),
    ]
    ratio, gain = turns["built_s"] / turns["bare_s"], one["seconds"] / two["seconds"]
    lines = [
        about,
        "",
        "| | articles/s | peak memory |",
        "|---|---|---|",
        *(f"| {name} | {rate:.1f} | {peak} |" for name, rate, peak in rows),
        "",
        f"- Build against the bare pipeline: {ratio:.2f} times the time.",
        f"- All stages after the parse: {sum(shares.values()):.1%} of its time, at "
        "most 25 % wanted: "
        + ", ".join(f"{name} {share:.1%}" for name, share in shares.items())
        + ".",
        f"- `--jobs 2` against one: {gain:.2f} times as fast.",
        f"- The store holds {one['quads']:,.0f} quads.",
    ]
    return "\n".join(lines) + "\n"


def memory(run: dict[str, float]) -> str:
    """Say the peak memory of a run."""
    if not run["child_mb"]:
        return f"{run['own_mb']:.0f} MB"
    return f"{run['own_mb']:.0f} MB, and {run['child_mb']:.0f} MB in a worker"


def with_section(page: str, section: str) -> str:
    """Return `page` with the section between the marks replaced."""
    head, _, rest = page.partition(BEGIN)
    return f"{head}{BEGIN}{section}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            main()
        case ["turns", corpus]:
            print(json.dumps(turns(Path(corpus))))
        case ["shares", corpus]:
            print(json.dumps(shares(Path(corpus))))
        case ["run", corpus, jobs]:
            print(json.dumps(run(Path(corpus), int(jobs))))
