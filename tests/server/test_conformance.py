"""The W3C's tests of the protocols, against the real server."""

from __future__ import annotations

import pytest
from tests.server import conformance, w3c

pytestmark = pytest.mark.skipif(
    not w3c.FOLDER.exists(),
    reason=f"the W3C's tests are not at {w3c.FOLDER}; set DATELINE_W3C_TESTS",
)


@pytest.fixture(scope="module")
def suites() -> list[conformance.Suite]:
    return conformance.run_all()


def test_every_test_passes(suites: list[conformance.Suite]) -> None:
    failed = {
        outcome.name: outcome.note
        for suite in suites
        for outcome in suite.outcomes
        if outcome.result == "failed"
    }
    assert not failed
    assert [suite.passed for suite in suites] == [34, 13, 3, 17]


def test_the_page_of_the_outcomes_is_up_to_date(
    suites: list[conformance.Suite],
) -> None:
    written = conformance.PAGE.read_text(encoding="utf-8")
    assert written == conformance.page(suites), "python -m tests.server.conformance"
