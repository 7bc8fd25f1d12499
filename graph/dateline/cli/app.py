"""The `dateline` command: its subcommands, and what becomes of errors.

Nothing but click is imported here, and a command imports what it needs when it runs:
`dateline --help` must not load spaCy.
"""

from __future__ import annotations

import errno
import io
import sys
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from dateline.cli.console import one_line
from dateline.errors import DatelineError

INTERRUPTED = 130
"""The exit status of a run that Ctrl-C ended: 128 + SIGINT."""

# In the order in which a person meets them.
COMMANDS = MappingProxyType(
    {
        "build": "dateline.cli.build:build",
        "timeline": "dateline.cli.timeline:timeline",
        "query": "dateline.cli.query:query",
        "show": "dateline.cli.show:show",
        "graph": "dateline.cli.graph:graph",
        "export": "dateline.cli.export:export",
        "tables": "dateline.cli.tables:tables",
        "validate": "dateline.cli.validate:validate",
        "remove": "dateline.cli.remove:remove",
        "serve": "dateline.cli.serve:serve",
        "mcp": "dateline.cli.mcp:mcp",
        "push": "dateline.cli.transfer:push",
        "pull": "dateline.cli.transfer:pull",
        "backup": "dateline.cli.backup:backup",
        "restore": "dateline.cli.backup:restore",
        "annotate": "dateline.cli.annotate:annotate",
        "evaluate": "dateline.cli.evaluate:evaluate",
    }
)


class DatelineGroup(click.Group):
    """A group that loads a command on use, and turns our errors into messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in order."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command called `cmd_name`, if there is one."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; every error leaves here as one line and an exit status."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except DatelineError as error:
            raise click.ClickException(one_line(str(error))) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise click.ClickException(one_line(_system_message(error))) from error
        except Exception as error:
            # The only broad except of the project: a person gets one line, not a
            # traceback, whatever went wrong. `--debug` shows it.
            if ctx.params.get("debug"):
                raise
            message = f"this is a bug in dateline: {type(error).__name__}: {error}"
            hint = "run `dateline --debug …` to see where, and please report it"
            raise click.ClickException(one_line(f"{message}; {hint}")) from error


def _system_message(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


@click.group(
    cls=DatelineGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: dateline build article.txt --published 2018-07-12 -o out",
)
@click.option(
    "--debug", is_flag=True, help="Show the traceback of an unexpected error."
)
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def cli(*, debug: bool) -> None:
    """Read news articles, build a knowledge graph of dated events, and ask it."""
    del debug  # read by `DatelineGroup.invoke`


def main() -> None:
    """Run the command line; never return."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets an escape, not a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    cli(prog_name="dateline")
