"""The package as users get it: built, and installed into an empty environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES = 580
"""What a core installation may take on disk; `docs/benchmarks.md` says what it is."""
# Pages are the same files in the wheel; what servers and killed writers do does not
# depend on where the package lies, and takes minutes.
LEFT_OUT = (
    "--ignore=tests/browser",
    "--ignore-glob=tests/server/test_[a-r]*",
    "--ignore=tests/server/assisting.py",
    "--ignore=tests/rdf/test_crash.py",
    "--ignore=tests/rdf/test_memory.py",
    "--ignore=tests/rdf/test_stores.py",
)
CHOSEN = "not (model or wheel)"
"""The tests of the wheel: all that need no model, no browser and no repository."""

pytestmark = [
    pytest.mark.wheel,
    pytest.mark.slow,
    pytest.mark.skipif(not (ROOT / "graph").is_dir(), reason="runs in the repository"),
]


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """Build the sdist, and the wheel from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder]
    subprocess.run([*command, ROOT], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(dist):
    (path,) = dist.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def sdist(dist):
    (path,) = dist.glob("*.tar.gz")
    return path


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """Install the wheel into an empty environment, at the locked versions."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    constraints = folder / "constraints.txt"
    lock = (ROOT / "requirements.lock").read_text()
    pins = re.findall(r"^([^\s#].*?) *\\$", lock, flags=re.MULTILINE)
    constraints.write_text("\n".join(pins) + "\n")
    pip = [python, "-m", "pip", "install", "-q", "-c", constraints]
    subprocess.run([*pip, wheel], check=True, capture_output=True)
    megabytes = size_of(folder / "env")
    subprocess.run([*pip, "pytest", "hypothesis"], check=True, capture_output=True)
    return python, megabytes


def size_of(env):
    """Return the megabytes on disk, without the installer itself."""
    files = (path for path in env.rglob("*") if not path.is_symlink())
    ours = (path for path in files if not {"pip"} & set(path.parts))
    return sum(path.lstat().st_blocks * 512 for path in ours) / 1e6


def test_the_wheel_has_every_file_of_the_package(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "graph/dateline", "ontology"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    expected = {
        name.removeprefix("graph/") if name.startswith("graph/") else f"dateline/{name}"
        for name in tracked
    }
    assert expected <= inside
    assert {"dateline/py.typed", "dateline/ontology/dateline.ttl"} <= inside


@pytest.mark.parametrize("suffix", [".rq", ".ttl", ".html", ".css", ".js"])
def test_the_wheel_has_files_of_every_kind(wheel, suffix):
    assert any(n.endswith(suffix) for n in zipfile.ZipFile(wheel).namelist())


def test_the_wheel_has_the_licences(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert any("views/assets/LICENSE" in name for name in names)


def test_the_wheel_has_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert len(tops) == 2
    assert "dateline" in tops


def test_the_installation_is_as_small_as_was_said(python):
    _, megabytes = python
    print(f"core installation: {megabytes:.0f} MB")  # noqa: T201
    assert megabytes < MOST_MEGABYTES


def test_the_tests_pass_against_the_wheel(python, sdist, tmp_path):
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (folder,) = tmp_path.iterdir()
    shutil.rmtree(folder / "graph")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    pytest_command = [python[0], "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*pytest_command, *LEFT_OUT, "-m", CHOSEN, "tests"],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-5000:]
