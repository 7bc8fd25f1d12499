"""Two names of one bearer are told from two names of two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.names import same_name


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ("Jane Roe", "Jane Roe", 1, 1),
        ("President Jane Roe", "Jane Roe", 1, 1),
        ("Kim Jong Un", "Kim Jong-un", 1, 1),
        ("José Ortiz", "Jose Ortiz", 1, 1),
        ("Jane Q. Roe", "Jane Roe", 0.9, 0.9),
        ("Acme Corp.", "Acme", 0.9, 0.9),
        ("WHO", "World Health Organization", 0.9, 0.9),
        ("J. Roe", "Jane Roe", 0.8, 0.8),
        ("Bill Roe", "William Roe", 0.8, 0.8),
        ("Roe", "Jane Roe", 0.6, 0.6),
        ("Jane", "Jane Roe", 0.5, 0.5),
        ("Jane Roe", "John Roe", 0, 0),
        ("Jane Roe", "Jane Doe", 0, 0),
        ("", "Roe", 0, 0),
    ],
)
def test_likeness_of_names(a: str, b: str, low: float, high: float):
    assert low <= same_name(a, b) <= high


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_bounded(a: str, b: str):
    assert 0 <= same_name(a, b) <= 1
    assert same_name(a, b) == same_name(b, a)
