"""Fixtures for all tests."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from dateline.cli.app import cli


@pytest.fixture
def run():
    """Run the command line in this process; stdout and stderr come apart."""
    runner = CliRunner()

    def invoke(*arguments, **options):
        return runner.invoke(cli, [str(a) for a in arguments], **options)

    return invoke
