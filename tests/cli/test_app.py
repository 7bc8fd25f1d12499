from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

import dateline
from dateline.cli.app import COMMANDS, cli
from dateline.errors import StoreError


def fail_with(monkeypatch, error):
    def fail(_path, **_):
        raise error

    monkeypatch.setattr(dateline, "open", fail, raising=False)


def test_an_error_of_ours_is_one_line_on_stderr(run, monkeypatch):
    fail_with(monkeypatch, StoreError("out: no\nstore \x1b[31m here"))
    result = run("timeline")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "Error: out: no\\nstore \\x1b[31m here\n"


def test_an_error_of_the_system_names_the_file(run, monkeypatch):
    fail_with(monkeypatch, PermissionError(13, "Permission denied", "out/store"))
    assert run("timeline").stderr == "Error: out/store: Permission denied\n"


def test_an_unexpected_error_is_one_line_that_says_what_to_do(run, monkeypatch):
    fail_with(monkeypatch, KeyError("x"))
    result = run("timeline")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "bug in dateline: KeyError" in result.stderr
    assert "--debug" in result.stderr


def test_debug_shows_the_unexpected_error(run, monkeypatch):
    fail_with(monkeypatch, KeyError("x"))
    assert isinstance(run("--debug", "timeline").exception, KeyError)


def test_an_interrupted_run_is_silent_and_says_so_by_its_status(run, monkeypatch):
    fail_with(monkeypatch, KeyboardInterrupt())
    result = run("timeline")
    assert result.exit_code == 130
    assert result.stdout == result.stderr == ""


def test_an_unknown_command_is_a_usage_error(run):
    result = run("tiemline")
    assert result.exit_code == 2


def test_every_command_loads_and_has_an_example():
    for name in COMMANDS:
        command = cli.get_command(None, name)
        assert command.name == name
        assert f"Example: dateline {name} " in command.epilog


def test_help_loads_no_heavy_library():
    code = (
        "import sys; from click.testing import CliRunner; "
        "from dateline.cli.app import cli; CliRunner().invoke(cli, ['--help']); "
        "heavy = {'spacy', 'numpy', 'rdflib', 'pyoxigraph', 'networkx', 'rich'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_help_answers_in_half_a_second():
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "dateline", "--help"], check=True, stdout=-3
        )
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.5


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "--help"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        cwd=tmp_path,
    )
    os.close(write)
    assert done.stderr == b""


def test_a_terminal_without_unicode_gets_an_escape_not_a_traceback(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "query", "…"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_ctrl_c_in_a_real_process_leaves_no_traceback():
    code = (
        "import dateline, time; from dateline.cli import main; "
        "wait = lambda *_, **__: (print('ready', flush=True), time.sleep(60)); "
        "dateline.open = wait; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "timeline"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=50)
    assert process.returncode == 130
    assert errors.strip() == b""
