"""The vendored files are those that their README names, and fit inside a page."""

import hashlib
import re
from importlib.resources import files

import pytest

ASSETS = files("dateline.views") / "assets"
SUMS = re.findall(
    r"^([0-9a-f]{64})  (\S+)$", (ASSETS / "README.md").read_text("utf-8"), re.MULTILINE
)


def test_the_readme_names_every_script_and_style() -> None:
    named = {name for _, name in SUMS}
    assert named == {
        entry.name for entry in ASSETS.iterdir() if entry.name.endswith((".js", ".css"))
    }


@pytest.mark.parametrize(("digest", "name"), SUMS)
def test_a_vendored_file_is_unchanged(digest, name) -> None:
    assert hashlib.sha256((ASSETS / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("name", [name for _, name in SUMS])
def test_a_vendored_file_can_stand_inside_a_page(name) -> None:
    content = (ASSETS / name).read_text("utf-8")
    assert "</script" not in content.lower()
    assert "</style" not in content.lower()
    assert "<!--" not in content
    assert "\r" not in content


@pytest.mark.parametrize("name", ["moment", "vis-data", "vis-timeline", "vis-network"])
def test_the_licence_of_a_vendored_library_is_there(name) -> None:
    text = (ASSETS / f"LICENSE-{name}-MIT.txt").read_text("utf-8")
    assert "WITHOUT WARRANTY OF ANY KIND" in text
