from __future__ import annotations

import re
import runpy
from pathlib import Path

import click
import pytest

import dateline
from dateline.cli.app import COMMANDS, cli
from dateline.export import FORMATS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GENERATOR = runpy.run_path(str(DOCS / "generate.py"), run_name="generate")
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
OWN = [path for path in PAGES if path.parent.name != "reference"]


@pytest.mark.parametrize("name", GENERATOR["PAGES"])
def test_a_generated_page_is_up_to_date(name):
    written = (DOCS / "reference" / name).read_text(encoding="utf-8")
    assert written == GENERATOR["PAGES"][name](), "run: make docs"


def find_command(words):
    """Return the command that `words` call, and the words that name it."""
    command, named = cli, []
    for word in words:
        if not isinstance(command, click.Group):
            break
        inner = command.get_command(click.Context(command), word)
        if inner is None:
            break
        command, named = inner, [*named, word]
    return command, named


def all_commands():
    """Yield the words of every command that does something by itself."""
    for name in COMMANDS:
        command, _ = find_command([name])
        inner = getattr(command, "commands", None)
        yield from ([name, each] for each in inner) if inner else ([name],)


@pytest.mark.parametrize("words", list(all_commands()), ids=" ".join)
def test_every_command_and_option_is_documented(words):
    page = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    name = " ".join(words)
    section = page.partition(f"# dateline {name}\n")[2].partition("\n#")[0]
    command, _ = find_command(words)
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert section
    for option in options:
        assert option.help, f"{name} {option.name} has no help"
        for flag in option.opts:
            assert flag in section


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_documented(name):
    page = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8")
    assert f"`{name}`" in page


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_name_of_the_contract_has_a_docstring(name):
    assert getattr(dateline, name).__doc__


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith("https://"):
            assert (page.parent / target).exists(), target


def commands_in(page):
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), flags=re.DOTALL)
    for line in "".join(blocks).splitlines():
        called = re.search(r"(?:^|\| )dateline ([a-z].*)", line)
        if called:
            yield called[1].partition("#")[0]


@pytest.mark.parametrize("page", OWN, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_in_a_page_exists_with_its_options(page):
    for line in commands_in(page):
        command, named = find_command(line.split())
        assert named, line
        assert not isinstance(command, click.Group), line
        known = {flag for param in command.params for flag in param.opts}
        unquoted = re.sub(r"'[^']*'|\"[^\"]*\"", "", line)
        used = re.findall(r"(?:^|\s)(--?[a-z][\w-]*)", unquoted)
        assert set(used) <= known, f"dateline {line}"


@pytest.mark.parametrize("page", OWN, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_sentence_of_a_page_breaks_off(page):
    text = page.read_text("utf-8")
    assert text.endswith("\n")
    assert text.count("```") % 2 == 0
    assert not re.search(r"TODO|FIXME|XXX", text)


@pytest.mark.model
def test_the_example_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    (block,) = re.findall(
        r"```python\n(.*?)```",
        (ROOT / "README.md").read_text("utf-8"),
        flags=re.DOTALL,
    )
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102
    printed = capsys.readouterr().out
    assert "happened" in printed
    assert "events happened" in printed
    assert (tmp_path / "timeline.html").stat().st_size > 10_000
