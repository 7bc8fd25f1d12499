"""Measure questions beside bare pyoxigraph, `oxigraph serve` and rdflib: `make bench`.

    python -m tests.bench.bench_queries [QUADS [SECONDS]]

The articles are invented, always the same. All sides answer the same queries in turns,
so that a busy machine slows all alike. The section of `docs/benchmarks.md` is written
anew at a million quads; with fewer, the numbers are only printed.
"""

from __future__ import annotations

import json
import os
import platform
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import pyoxigraph as ox
from tests.bench.invented import PEOPLE, encode_invented
from tests.bench.load import Client, Load, press
from tests.bench.questions import QUESTIONS

from dateline.query.timeline import timeline
from dateline.rdf.encode import EncodedArticle
from dateline.rdf.store import GraphStore
from dateline.rdf.turtle import HEAD

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- bench:queries begin -->\n", "<!-- bench:queries end -->\n"
MILLION = 1_000_000
QUADS_EACH = 700
ROUNDS = 7
LOAD_ROUNDS = 3
CLIENTS = 64
PAUSE_S = 1.0
RDFLIB_S = 10

Times = dict[str, tuple[float, ...]]
"""The median seconds of each question, one for each side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All that the page tells; `busy` is the load of the machine at the begin."""

    quads: int
    busy: float
    loading: tuple[float, float]
    compacting: tuple[float, float]
    in_process: Times
    over_http: Times
    timeline_s: float
    timeline_entries: int
    small_quads: int
    small: Times
    load: Load


def main(quads: int = MILLION, seconds: float = 60.0) -> None:
    """Measure all, print it, and at a million quads write the page."""
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder), quads, seconds)
    section = written(measured, seconds)
    print(section)
    if quads >= MILLION:
        PAGE.write_text(with_section(PAGE.read_text("utf-8"), section), "utf-8")


def measure(folder: Path, quads: int, seconds: float) -> Measured:
    """Measure everything with about so many quads, files in `folder`."""
    busy = os.getloadavg()[0]
    articles = list(encode_invented(-(-quads // QUADS_EACH)))
    loading = load_both(folder, articles)
    compacting = compact_both(folder)
    with GraphStore.open(folder / "ours", read_only=True) as store:
        number = len(store)
        in_process = in_turns(
            store.query,
            lambda query: bare(store._ox, query),
        )
        timeline_s, entries = timelines(store)
    with oxigraph(folder / "bare") as theirs, dateline_serve(folder / "ours") as ours:
        clients = Client(ours), Client(theirs)
        for query in QUESTIONS.values():
            check_same(*(client.ask(query) for client in clients))
        over_http = in_turns(*(client.ask for client in clients))
    with dateline_serve(folder / "ours") as ours:
        load = press(ours, clients=CLIENTS, seconds=seconds, pause_s=PAUSE_S)
    small_quads, small = beside_rdflib(articles[: -(-len(articles) // 10)])
    return Measured(
        quads=number,
        busy=busy,
        loading=loading,
        compacting=compacting,
        in_process=in_process,
        over_http=over_http,
        timeline_s=timeline_s,
        timeline_entries=entries,
        small_quads=small_quads,
        small=small,
        load=load,
    )


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def load_both(folder: Path, articles: Sequence[EncodedArticle]) -> tuple[float, float]:
    """Load all articles to disk, in turns; return the median seconds of both sides.

    The last of each stays, as `ours` and `bare`.
    """
    data = HEAD.encode() + b"".join(article.trig for article in articles)

    def ours(place: Path) -> None:
        with GraphStore.open(place) as store:
            store.replace_articles(articles)

    def bare(place: Path) -> None:
        ox.Store(str(place)).bulk_load(data, ox.RdfFormat.TRIG, lenient=True)

    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(LOAD_ROUNDS):
        last = "" if number == LOAD_ROUNDS - 1 else f"-{number}"
        for side, load, name in zip(taken, (ours, bare), ("ours", "bare"), strict=True):
            place = folder / f"{name}{last}"
            side.append(seconds_of(lambda load=load, place=place: load(place)))
    return median(taken[0]), median(taken[1])


def compact_both(folder: Path) -> tuple[float, float]:
    """Compact both stores, as a build leaves ours; return the seconds of both sides.

    The servers are compared on files of the same shape: what is not compacted is read
    up to three times as slowly.
    """
    theirs = ox.Store(str(folder / "bare"))
    with GraphStore.open(folder / "ours") as ours:
        return seconds_of(ours.optimize), seconds_of(theirs.optimize)


def in_turns(*sides: Callable[[str], object]) -> Times:
    """Ask every side each question, in turns; return the medians."""
    medians: Times = {}
    for name, query in QUESTIONS.items():
        taken = [
            [seconds_of(lambda ask=ask, query=query: ask(query)) for ask in sides]
            for _ in range(ROUNDS + 1)
        ]
        # The first round warms the caches of all sides.
        medians[name] = tuple(map(median, zip(*taken[1:], strict=True)))
    return medians


def bare(store: ox.Store, query: str) -> object:
    """Answer with pyoxigraph alone, every cell read."""
    result: Any = store.query(query, use_default_graph_as_union=True)
    return result if isinstance(result, ox.QueryBoolean) else [tuple(r) for r in result]


def timelines(store: GraphStore) -> tuple[float, int]:
    """Return the median seconds and entries of three years of a person."""
    years = {"start": date(2017, 1, 1), "end": date(2019, 12, 31)}
    taken, entries = [], []
    for actor in PEOPLE[:: len(PEOPLE) // 20]:
        begin = time.perf_counter()
        entries.append(len(timeline(store, actor=actor, **years).entries))
        taken.append(time.perf_counter() - begin)
    return median(taken), round(median(entries))


def check_same(ours: tuple[int, bytes], theirs: tuple[int, bytes]) -> None:
    """Make sure that both servers give the same number of rows."""
    counts = [
        (status, len(told["results"]["bindings"]) if "results" in told else told)
        for status, told in ((s, json.loads(body)) for s, body in (ours, theirs))
    ]
    if counts[0] != counts[1] or counts[0][0] != 200:
        sys.exit(f"the servers differ: {counts}")


@contextmanager
def oxigraph(store: Path) -> Iterator[str]:
    """Serve with Oxigraph's own server; yield the address of its queries."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = listener.getsockname()[1]
    program = Path(sys.executable).with_name("oxigraph")
    command = [program, "serve", "-l", store, "-b", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        [*map(str, command), "--union-default-graph"], stderr=subprocess.DEVNULL
    ) as process:
        try:
            for _ in range(100):
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            process.terminate()


@contextmanager
def dateline_serve(store: Path) -> Iterator[str]:
    """Serve with `dateline serve`; yield the address of its queries."""
    command = [sys.executable, "-m", "dateline", "serve", str(store), "--port", "0"]
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(command, stderr=log) as process,
    ):
        try:
            yield _address(process, log)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[bytes], log: Any) -> str:
    for _ in range(300):
        log.seek(0)
        if found := re.search(r"http://\S+/sparql", log.read()):
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    log.seek(0)
    sys.exit(f"dateline serve does not start: {log.read()}")


def beside_rdflib(articles: Sequence[EncodedArticle]) -> tuple[int, Times]:
    """Ask our store and rdflib's in memory, on fewer quads; once each.

    What takes rdflib more than `RDFLIB_S` is stopped, and infinite.
    """
    from rdflib import Dataset

    theirs = Dataset(default_union=True)
    theirs.parse(data=b"".join(article.nquads for article in articles), format="nquads")
    with GraphStore.memory() as ours:
        ours.replace_articles(articles)
        sides = ours.query, lambda query: list(theirs.query(query))
        times = {
            name: tuple(_limited(lambda ask=ask, q=query: ask(q)) for ask in sides)
            for name, query in QUESTIONS.items()
        }
        return len(ours), times


def _limited(work: Callable[[], object]) -> float:
    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(RDFLIB_S)
    try:
        return seconds_of(work)
    except TimeoutError:
        return float("inf")
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def written(measured: Measured, seconds: float) -> str:
    """Return the section of the page."""
    load = measured.load
    ours, bare = measured.loading
    lines = [
        about(measured),
        "",
        (
            f"| question (ms) | `GraphStore.query` | pyoxigraph | `dateline serve` "
            f"| `oxigraph serve` | ours, {measured.small_quads:,} quads "
            "| rdflib, the same |"
        ),
        "|---|---|---|---|---|---|---|",
        *(row(measured, name) for name in QUESTIONS),
        "",
        (
            f"- All questions in-process: {ratio(measured.in_process)}; "
            "at most 1.1 wanted."
        ),
        f"- All questions over HTTP: {ratio(measured.over_http)}; at most 1.3 wanted.",
        (
            f"- Bulk load to disk: {ours:.1f} s, pyoxigraph alone {bare:.1f} s, "
            f"{bare / ours:.2f} of its speed; at least 0.8 wanted."
        ),
        (
            "- Both stores are compacted then, as a build leaves ours: "
            f"{measured.compacting[0]:.1f} s, pyoxigraph alone "
            f"{measured.compacting[1]:.1f} s."
        ),
        (
            "- A timeline of a person over three years, "
            f"{measured.timeline_entries} events with all that is known of them: "
            f"{measured.timeline_s * 1000:.0f} ms; below 50 ms wanted."
        ),
        (
            f"- {CLIENTS} clients for {seconds:g} s, each {PAUSE_S:g} s behind its "
            "last answer, two of them with the worst queries without a pause: "
            f"{len(load.seconds):,} cheap queries, "
            f"half below {load.p50_s * 1000:.0f} ms, "
            f"99 in 100 below {load.p99_s * 1000:.0f} ms; below 250 ms wanted."
        ),
        (
            f"- Their answers: {statuses(load.statuses)}; to the worst queries "
            f"{statuses(load.worst)}."
        ),
    ]
    return "\n".join(lines) + "\n"


def about(measured: Measured) -> str:
    """Say what was measured, when and where."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    names = ("pyoxigraph", "oxigraph", "rdflib", "uvicorn")
    state = (
        f"a busy machine (load {measured.busy:.1f} before the start)"
        if measured.busy > 1
        else "an idle machine"
    )
    return (
        f"`make bench` at {commit} on {datetime.now(UTC):%Y-%m-%d}: "
        f"{measured.quads:,} quads of invented articles on disk, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {state}, "
        f"Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in names)
        + f".\nMedians of {ROUNDS} rounds in turns; once each for the small store, "
        f"where rdflib was stopped after {RDFLIB_S} s."
    )


def row(measured: Measured, name: str) -> str:
    """Return the line of a question."""
    cells = (
        *measured.in_process[name],
        *measured.over_http[name],
        *measured.small[name],
    )
    shown = (
        f"over {RDFLIB_S}000" if s > RDFLIB_S else f"{s * 1000:.1f}" for s in cells
    )
    return f"| {name} | {' | '.join(shown)} |"


def ratio(times: Times) -> str:
    """Compare the first side with the second: the sums, and the median question."""
    ours, theirs = (sum(side) for side in zip(*times.values(), strict=True))
    middle = median(first / second for first, second in times.values())
    return f"{ours / theirs:.2f} times the time, the median question {middle:.2f} times"


def statuses(counts: dict[int, int]) -> str:
    """Say how often which status came."""
    return ", ".join(f"{n:,} of {status}" for status, n in sorted(counts.items()))


def with_section(page: str, section: str) -> str:
    """Return `page` with the section between the marks replaced."""
    head, _, rest = page.partition(BEGIN)
    return f"{head}{BEGIN}{section}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            main()
        case [quads]:
            main(int(quads))
        case [quads, seconds]:
            main(int(quads), float(seconds))
        case _:
            sys.exit(__doc__)
