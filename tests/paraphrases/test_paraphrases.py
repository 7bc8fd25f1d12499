"""The same event, told in several ways, is read as the same event.

What is not is listed in `known_misses.txt`; `python -m tests.paraphrases.update`
rewrites the list and counts.
"""

from __future__ import annotations

import pytest
from tests.paraphrases.reading import KNOWN_MISSES, Form, faults, forms

from dateline.model.event_types import EventType

LEAST_GROUPS = 150
LEAST_RIGHT = 0.85
"""The share of groups all of whose forms must be read as their table says."""


@pytest.fixture(scope="module")
def read() -> tuple[list[Form], list[str], int]:
    return faults()


def known() -> list[str]:
    return KNOWN_MISSES.read_text(encoding="utf-8").splitlines()


def test_every_group_has_several_forms_and_a_known_type() -> None:
    names: dict[str, list[str]] = {}
    for form in forms():
        names.setdefault(form.group, []).append(form.name)
        assert form.type in set(EventType)
        assert form.roles, form.key
    assert len(names) >= LEAST_GROUPS
    assert all(len(found) > 1 for found in names.values())


@pytest.mark.model
def test_no_form_is_read_worse_than_the_list_says(
    read: tuple[list[Form], list[str], int],
) -> None:
    _, lines, _ = read
    assert not [line for line in lines if line not in set(known())]


@pytest.mark.model
def test_what_is_mended_leaves_the_list(
    read: tuple[list[Form], list[str], int],
) -> None:
    _, lines, _ = read
    assert not [line for line in known() if line not in set(lines)]


@pytest.mark.model
def test_most_groups_are_read_alike_in_all_their_forms(
    read: tuple[list[Form], list[str], int],
) -> None:
    every, lines, made = read
    bad = {line.split(" | ")[0] for line in lines}
    groups = {form.group for form in every}
    assert len(groups - bad) / len(groups) >= LEAST_RIGHT
    assert made > 2 * len(groups)


@pytest.mark.model
def test_every_trigger_and_role_lies_in_its_sentence(
    read: tuple[list[Form], list[str], int],
) -> None:
    _, lines, _ = read
    assert not [line for line in lines if line.startswith("astray")]
