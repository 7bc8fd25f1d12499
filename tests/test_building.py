"""Articles in, a graph out: what a build promises about its store and its files."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from tests.bench.invented import encode_invented
from tests.rdf.servers import OXIGRAPH, oxigraph

import dateline
from dateline import building
from dateline.annotate.timex import TimexOptions
from dateline.errors import SourceError, StoreError, UnknownNameError
from dateline.knowledge import KnowledgeGraph
from dateline.model.annotated import AnnotatedDocument
from dateline.rdf.store import GraphStore

pytestmark = pytest.mark.model

FIRST = (
    "Ministers meet in Lima\n\nBy Ana Roca\nJune 4, 2019\n\n"
    "LIMA - Foreign Minister Ines Vidal met her Chilean counterpart in Lima on Monday. "
    "Vidal will fly to Quito next week.\n\n"
    "A second meeting planned for Tuesday did not take place, two officials said.\n"
)
CHANGED = FIRST.replace("met her Chilean", "received her Chilean")
SECOND = (
    "Bridge closes\n\nBy Tom Ash\nMay 3, 2020\n\n"
    "The council closed the old bridge on Friday. It was built in 1931.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def inside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in the folder, so that articles are named by their files alone."""
    monkeypatch.chdir(folder)
    return folder


def nquads(graph: KnowledgeGraph) -> bytes:
    output = BytesIO()
    graph.export("nquads", output)
    return output.getvalue()


def test_a_build_writes_the_store_the_graph_and_both_pages(inside: Path) -> None:
    dateline.build(["a.txt"], out="out").close()
    made = {path.name for path in (inside / "out").iterdir()}
    assert made == {"store", "graph.ttl", "graph.trig", "timeline.html", "graph.html"}


@pytest.mark.usefixtures("inside")
def test_adding_an_article_again_changes_nothing() -> None:
    with dateline.build(["a.txt", "b.txt"], out="out") as graph:
        before = nquads(graph)
        assert graph.report.added == 2
    with dateline.build(["a.txt", "b.txt"], out="out") as graph:
        assert nquads(graph) == before
        assert (graph.report.added, graph.report.unchanged) == (0, 2)


@pytest.mark.parametrize(("articles", "is_compacted"), [(8, True), (9, False)])
def test_a_store_is_compacted_only_when_an_eighth_of_it_is_new(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    articles: int,
    *,
    is_compacted: bool,
) -> None:
    done: list[int] = []
    compact = GraphStore.optimize

    def optimize(store: GraphStore) -> None:
        compact(store)
        done.append(len(store))

    monkeypatch.setattr(GraphStore, "optimize", optimize)
    first, *rest = encode_invented(articles)
    with GraphStore.open(tmp_path) as store:
        store.replace_articles(rest)
        changed = store.replace_articles([first])
        building._compact(store, changed, resumes=False)
        assert done == [len(store)] * is_compacted


def test_another_text_replaces_the_graph_of_its_article_alone(inside: Path) -> None:
    with dateline.build(["a.txt", "b.txt"], out="out") as graph:
        before = nquads(graph)
    (inside / "a.txt").write_text(CHANGED, encoding="utf-8")
    with dateline.build(["a.txt", "b.txt"], out="out") as graph:
        after = nquads(graph)
        assert (graph.report.replaced, graph.report.unchanged) == (1, 1)
    about_b = [line for line in before.splitlines() if b"/article/b.txt" in line]
    assert about_b == [line for line in after.splitlines() if b"/article/b.txt" in line]
    with dateline.build(["a.txt", "b.txt"]) as fresh:
        assert nquads(fresh) == after


@pytest.mark.usefixtures("inside")
def test_a_removed_article_leaves_no_trace() -> None:
    with dateline.build(["b.txt"]) as graph:
        alone = nquads(graph)
    with dateline.build(["a.txt", "b.txt"]) as graph:
        article = next(ref.iri for ref in graph.articles() if "a.txt" in ref.iri)
        graph.remove(article)
        assert nquads(graph) == alone
        with pytest.raises(UnknownNameError, match="unknown article"):
            graph.remove(article)


def test_two_processes_give_the_graph_of_one(inside: Path) -> None:
    lines = [
        json.dumps(
            {"id": f"r{n}", "text": f"The bridge of Town {n} fell on Monday.",
             "published": "2020-05-05"}
        )
        for n in range(150)
    ]  # fmt: skip
    (inside / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with dateline.build(["many.jsonl"], out="one") as graph:
        one = nquads(graph)
    with dateline.build(["many.jsonl"], out="two", jobs=2) as graph:
        assert nquads(graph) == one
    assert (inside / "one/graph.trig").read_bytes() == (
        inside / "two/graph.trig"
    ).read_bytes()


def test_an_article_without_a_date_is_read_and_named(inside: Path) -> None:
    (inside / "c.txt").write_text("The ferry sank on Tuesday.\n", encoding="utf-8")
    with dateline.build(["c.txt"]) as graph:
        assert len(graph.report.undated) == 1
        assert graph.report.added == 1
        every = graph.timeline(min_salience=0)
        assert all(e.date is None or not e.date.is_dated for e in every)


@pytest.mark.usefixtures("inside")
def test_an_article_that_breaks_a_stage_is_told_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sound = building.resolve

    def broken(doc: AnnotatedDocument) -> object:
        if "bridge" in doc.document.text:
            raise KeyError("unforeseen")
        return sound(doc)

    monkeypatch.setattr(building, "resolve", broken)
    told: list[SourceError] = []
    with dateline.build(["a.txt", "b.txt"], on_error=told.append) as graph:
        assert graph.report.added == 1
        assert graph.report.skipped == tuple(told)
    assert "unforeseen" in str(told[0])
    assert "b.txt" in told[0].where


def test_without_the_text_only_evidence_is_kept(inside: Path) -> None:
    (inside / "a.txt").write_text(FIRST + "\nNo event at all here.\n", encoding="utf-8")
    dateline.build(["a.txt"], out="out", keep_text=False).close()
    for name in ("graph.ttl", "graph.trig", "timeline.html", "graph.html"):
        written = (inside / "out" / name).read_text(encoding="utf-8")
        assert "No event at all here" not in written
        assert "met her Chilean counterpart" in written


def test_a_killed_build_leaves_the_earlier_store_readable(inside: Path) -> None:
    dateline.build(["a.txt"], out="out").close()
    lines = [
        json.dumps({"id": f"r{n}", "text": SECOND, "published": "2020-05-03"})
        for n in range(3_000)
    ]
    (inside / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "build", "many.jsonl", "-o", "out"]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(4)
        process.send_signal(signal.SIGKILL)
    with dateline.open("out/store") as graph:
        assert any("a.txt" in ref.iri for ref in graph.articles())
        assert graph.validate().conforms


def told_to_build() -> str:
    command = [sys.executable, "-m", "dateline", "build", "many.jsonl", "-o", "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stderr


def test_the_same_command_goes_on_where_a_kill_stopped_it(inside: Path) -> None:
    lines = [
        json.dumps({"id": f"r{n}", "text": f"{SECOND} {n}.", "published": "2020-05-03"})
        for n in range(400)
    ]
    (inside / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "build", "many.jsonl", "-o", "out"]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        # A reader sees whole articles before the build has ended.
        seen = wait_for_articles(inside / "out" / "store")
        process.send_signal(signal.SIGKILL)
    assert 0 < seen < 400
    assert (inside / "out" / ".unfinished").exists()
    told = told_to_build()
    assert "An earlier build in out was interrupted: going on" in told
    added, unchanged = map(int, re.findall(r"(\d+) (?:added|unchanged)", told))
    assert unchanged >= seen
    assert added + unchanged == 400
    with dateline.open("out/store") as graph:
        resumed = nquads(graph)
    assert not (inside / "out" / ".unfinished").exists()
    dateline.build(["many.jsonl"], out="whole").close()
    with dateline.open("whole/store") as graph:
        assert without_times(nquads(graph)) == without_times(resumed)
    assert "interrupted" not in told_to_build()


def wait_for_articles(store: Path) -> int:
    for _ in range(600):
        time.sleep(0.1)
        try:
            with dateline.open(store, read_only=True) as graph:
                found = len(graph.articles())
        except StoreError:
            continue
        if found:
            return found
    pytest.fail("no article came")


def without_times(lines: bytes) -> list[bytes]:
    return [line for line in lines.splitlines() if b"endedAtTime" not in line]


def test_a_build_that_was_stopped_before_the_end_is_brought_to_it(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All articles are there, but not what is one across them."""
    (inside / "c.txt").write_text(FIRST.replace("Monday", "Sunday"), encoding="utf-8")

    def stopped(_: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(building, "fuse", stopped)
        with pytest.raises(KeyboardInterrupt):
            dateline.build(["a.txt", "c.txt"], out="out")
    fused = "SELECT ?d { ?d a dl:IdentityDecision }"
    with dateline.open("out/store") as graph:
        assert len(graph.articles()) == 2
        assert not graph.query(fused).rows
    with dateline.build(["a.txt", "c.txt"], out="out") as graph:
        assert (graph.report.added, graph.report.unchanged) == (0, 2)
        assert graph.query(fused).rows
    assert (inside / "out" / "timeline.html").exists()


@pytest.mark.usefixtures("inside")
def test_the_graph_answers_what_people_ask() -> None:
    with dateline.build(["a.txt"]) as graph:
        (visit,) = graph.timeline(actor="Vidal", status=dateline.Status.PLANNED)
        assert visit.date is not None
        assert str(visit.date.earliest_begin) == "2019-06-10"
        assert graph.show(visit.iri).article.text == FIRST
        missed = graph.timeline(status=dateline.Status.DID_NOT_HAPPEN)
        assert [str(e.date and e.date.earliest_begin) for e in missed] == ["2019-06-04"]
        rows = graph.query("SELECT ?e { ?e a sem:Event }").rows
        assert missed[0].iri not in {str(row[0]) for row in rows}
        assert graph.query("actor-timeline", actor="Ines Vidal").rows
        assert graph.to_networkx().number_of_nodes() > 3
        assert len(graph.to_rdflib()) == len(graph.store)
        assert "<table" in (graph.timeline()._repr_html_() or "")
        with pytest.raises(UnknownNameError, match="unknown event"):
            graph.show("https://example.org/none")


@pytest.mark.usefixtures("inside")
def test_a_week_that_starts_on_sunday_is_another_week() -> None:
    sunday = TimexOptions(week_start=6, ages=False)
    with dateline.build(["a.txt"], out="out", times=sunday) as graph:
        (visit,) = graph.timeline(actor="Vidal", status=dateline.Status.PLANNED)
        assert visit.date is not None
        assert str(visit.date.earliest_begin) == "2019-06-09"
    with dateline.build(["a.txt"], out="out") as graph:
        assert graph.report.replaced == 1
        (visit,) = graph.timeline(actor="Vidal", status=dateline.Status.PLANNED)
        assert visit.date is not None
        assert str(visit.date.earliest_begin) == "2019-06-10"


def test_a_wrong_date_is_told_before_anything_is_made(inside: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        dateline.build(["a.txt"], out="out", published="some day")
    assert not (inside / "out").exists()


def test_a_build_that_fails_lets_go_of_the_store_and_leaves_no_part(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("dateline.views.timeline.timeline_page", broken)
    with pytest.raises(RuntimeError, match="unforeseen"):
        dateline.build(["a.txt"], out="out")
    assert not list((inside / "out").glob(".*.part"))
    with dateline.open("out/store") as graph:
        assert len(graph.articles()) == 1


EXAMPLES = Path(__file__).parents[1] / "examples"


def test_event_types_of_the_user_are_found_and_filtered(inside: Path) -> None:
    types = EXAMPLES / "maritime.toml"
    article = EXAMPLES / "maritime.txt"
    with dateline.build([article], out="out", types=types) as graph:
        calls = graph.timeline(event_type="PortCall", min_salience=0)
        assert [entry.status.value for entry in calls] == ["happened", "planned"]
        assert {entry.event_type for entry in calls} == {"PortCall"}
        (aground,) = graph.timeline(event_type="Grounding", min_salience=0)
        assert aground.event_type == graph.show(aground.iri).event_type == "Grounding"
        missed = graph.timeline(status=dateline.Status.DID_NOT_HAPPEN)
        assert [entry.event_type for entry in missed] == ["Inspection"]
        assert graph.validate().conforms
    copy = inside / "types.toml"
    text = types.read_text(encoding="utf-8")
    copy.write_text(f"# Another file.\n{text}", encoding="utf-8")
    with dateline.build([article], out="out", types=copy) as graph:
        assert graph.report.unchanged == 1
    copy.write_text(text.replace('"dock", ', ""), encoding="utf-8")
    with dateline.build([article], out="out", types=copy) as graph:
        assert (graph.report.replaced, graph.report.unchanged) == (1, 0)
        assert len(graph.timeline(event_type="PortCall", min_salience=0)) == 1
    with dateline.build([article], out="out") as graph:
        assert graph.report.replaced == 1
        assert not graph.query("SELECT ?t { ?t a skos:Concept }").rows


def test_a_wrong_file_of_types_is_told_before_anything_is_made(inside: Path) -> None:
    (inside / "types.toml").write_text("types = 1", encoding="utf-8")
    with pytest.raises(dateline.TypeFileError, match="types: 1 is wrong"):
        dateline.build(["a.txt"], out="out", types="types.toml")
    assert not (inside / "out").exists()


@pytest.mark.skipif(not OXIGRAPH.exists(), reason="the package oxigraph is missing")
def test_a_build_writes_to_a_server(tmp_path: Path) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text("The ferry left Port Selby on 27 April 2021.\n", "utf-8")
    with oxigraph(tmp_path) as url:
        for changed in ("added", "unchanged"):
            with dateline.build([article], store=url, published="2021-05-14") as graph:
                assert getattr(graph.report, changed) == 1
                remote = graph.timeline(min_salience=0).entries
        with dateline.build([article], published="2021-05-14") as graph:
            assert graph.timeline(min_salience=0).entries == remote
    assert [path.name for path in tmp_path.glob("*.html")] == []


def test_a_build_has_one_place_to_write_to(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="to a folder or to a server, not to both"):
        dateline.build([tmp_path], out=tmp_path, store="http://127.0.0.1:9/")
