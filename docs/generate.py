"""Write the pages of `docs/reference/` that follow from the code.

Run it with `make docs`; a test fails while a page is out of date.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

import dateline
from dateline.cli.app import COMMANDS, cli
from dateline.export import FORMATS

FOLDER = Path(__file__).parent / "reference"
_NOTE = "<!-- Written by docs/generate.py: run `make docs`, do not edit. -->"


def cli_page() -> str:
    """Return the reference of the command line."""
    lines = [_NOTE, "# The command line", "", *_help("dateline", cli), *_statuses()]
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        if command is not None:
            lines += _command(f"dateline {name}", command, "##")
    return "\n".join(lines) + "\n"


def _command(name: str, command: click.Command, mark: str) -> list[str]:
    """Return the section of a command, and of its subcommands below it."""
    lines = ["", f"{mark} {name}", "", *_help(name, command)]
    if isinstance(command, click.Group):
        for inner, found in command.commands.items():
            lines += _command(f"{name} {inner}", found, f"{mark}#")
    return lines


def _help(name: str, command: click.Command) -> list[str]:
    settings = {**cli.context_settings, "terminal_width": 80}
    context = click.Context(command, info_name=name, **settings)
    return ["```text", *command.get_help(context).splitlines(), "```"]


def _statuses() -> list[str]:
    return [
        "",
        "Results go to standard output, everything else to standard error.",
        "The exit status is 0 if all went well, 1 if something failed or was skipped,",
        "2 if the command was not understood, 130 after Ctrl-C.",
    ]


def formats_page() -> str:
    """Return the reference of the export formats."""
    lines = [_NOTE, "# Export formats", ""]
    lines += [
        "| name | file | media type | made from | what for |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| `{form.name}` | `{form.suffix}` | `{form.media_type}` "
        f"| {form.basis.value} | {form.about} |"
        for form in FORMATS.values()
    ]
    return "\n".join(lines) + "\n"


def api_page() -> str:
    """Return the reference of the Python names that are the contract."""
    lines = [_NOTE, "# The Python API", "", inspect.getdoc(dateline) or ""]
    for name in dateline.__all__:
        value = getattr(dateline, name)
        lines += ["", f"## dateline.{name}", "", *_described(value)]
        if inspect.isclass(value):
            lines += _members(name, value)
    return "\n".join(lines) + "\n"


def _described(value: object) -> list[str]:
    lines = []
    if callable(value) and not inspect.isclass(value):
        lines += ["```python", f"{value.__name__}{inspect.signature(value)}", "```", ""]
    return [*lines, "```text", *(inspect.getdoc(value) or "").splitlines(), "```"]


def _members(owner: str, cls: type) -> Iterator[str]:
    for name, member in vars(cls).items():
        if name.startswith("_") or not (
            callable(member) or isinstance(member, property)
        ):
            continue
        yield from ["", f"### {owner}.{name}", ""]
        yield from _described(member)


PAGES = {"cli.md": cli_page, "formats.md": formats_page, "api.md": api_page}


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
        print(FOLDER / name, file=sys.stderr)


if __name__ == "__main__":
    main()
