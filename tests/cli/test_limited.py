from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from tests.bench.invented import encode_invented

from dateline.cli.limited import ask_within
from dateline.errors import QueryError, UnknownNameError
from dateline.rdf.store import GraphStore

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }"
LONG_PATH = f"SELECT ?a ?b {{ ?a {'/'.join(['dl:isBefore'] * 2000)} ?b }}"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("limited") / "store"
    with GraphStore.open(path) as store:
        store.replace_articles(encode_invented(20))
    return path


def command(store, query, *options):
    return [sys.executable, "-m", "dateline", "query", "-q", query, "-s", store,
            *options]  # fmt: skip


@pytest.mark.parametrize("query", [ENDLESS, LONG_PATH])
def test_a_query_ends_at_its_limit_in_one_line(store, query):
    begun = time.monotonic()
    done = subprocess.run(
        command(store, query, "--timeout", "1"),
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert time.monotonic() - begun < 20
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"Error: {store}: the query was stopped after 1 s; ")
    assert "--timeout SECONDS" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("limit", ["60", "0"])
def test_ctrl_c_ends_a_query_and_its_process_at_once(store, limit):
    with subprocess.Popen(
        command(store, ENDLESS, "--timeout", limit),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
    ) as process:
        workers = computing(process.pid)
        begun = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=50)
    assert time.monotonic() - begun < 10
    assert process.returncode == 130
    assert errors.strip() == b""
    assert psutil.wait_procs(workers, timeout=10)[1] == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the limit ends it")
def test_a_query_ends_with_the_command_that_is_killed(store):
    with subprocess.Popen(command(store, ENDLESS, "--timeout", "0")) as process:
        workers = computing(process.pid)
        process.kill()
    assert psutil.wait_procs(workers, timeout=10)[1] == []


def computing(pid):
    """Wait for a child that has computed for a while: it is inside the query."""
    for _ in range(400):
        children = psutil.Process(pid).children()
        if any(child.cpu_times().user > 1.0 for child in children):
            return children
        time.sleep(0.05)
    pytest.fail("no process computes")


def test_within_its_limit_a_query_is_answered(store):
    table = ask_within(store, "SELECT (COUNT(*) AS ?n) { ?e a dl:Eventuality }", {}, 60)
    assert table.rows == ((120,),)


def test_without_a_limit_a_named_question_gets_its_parameters(store):
    with GraphStore.open(store, read_only=True) as read:
        found = read.query("SELECT ?l { ?a a sem:Actor ; rdfs:label ?l } LIMIT 1")
    table = ask_within(store, "actor-timeline", {"actor": str(found.rows[0][0])}, 0)
    assert table.rows


def test_errors_come_back_as_they_are(store):
    with pytest.raises(QueryError, match="the query cannot be answered: error at 1:"):
        ask_within(store, "SELECT (COUNT", {}, 60)
    with pytest.raises(UnknownNameError, match="unknown query 'actor-timelime'; known"):
        ask_within(store, "actor-timelime", {}, 60)
