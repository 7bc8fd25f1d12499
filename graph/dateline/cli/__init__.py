"""The command line: each command parses, calls one library function, prints."""

from dateline.cli.app import main

__all__ = ["main"]
