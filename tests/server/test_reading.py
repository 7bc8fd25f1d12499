"""What clients may send in headers and parameters, without a server."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.server.access import check_host, is_loopback
from dateline.server.media import GRAPHS, SOLUTIONS, choose, takes_gzip, upload_type
from dateline.server.process import RefusedError
from dateline.server.requests import pairs_of, parameter, parts_of
from dateline.server.settings import Access

HEADERS = st.text(alphabet=st.characters(max_codepoint=255), max_size=100)


@given(HEADERS)
def test_any_header_is_read(header: str) -> None:
    assert choose(header, SOLUTIONS) in {None, *SOLUTIONS}
    takes_gzip(header)
    upload_type(header)
    parameter(header, "boundary")


@given(HEADERS)
def test_any_host_is_known_or_refused(host: str) -> None:
    try:
        check_host(Access(), host)
    except RefusedError as error:
        assert error.status in {400, 421}  # noqa: PT017
    else:
        assert "localhost" in host.lower() or "127.0.0.1" in host or "::1" in host


@given(st.binary(max_size=200))
def test_any_parameters_are_read_or_refused(encoded: bytes) -> None:
    try:
        pairs = pairs_of(encoded)
    except RefusedError as error:
        assert error.status == 400  # noqa: PT017
    else:
        assert all(isinstance(value, str) for _, value in pairs)


@given(st.binary(max_size=200))
def test_any_parts_are_read_or_refused(body: bytes) -> None:
    try:
        list(parts_of(body, "x"))
    except RefusedError as error:
        assert error.status == 400  # noqa: PT017


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "text/turtle"),
        ("text/turtle;q=0.3, application/rdf+xml;q=0.7", "application/rdf+xml"),
        ("application/*;q=0.5, text/turtle;q=0.4", "application/n-triples"),
        ("*/*;q=0.1, application/trig", "application/trig"),
        ("text/turtle;q=0, application/n-quads;q=0.001", "application/n-quads"),
        ("TEXT/TURTLE ; Q=1", "text/turtle"),
    ],
)
def test_the_best_syntax_is_chosen(accept: str, expected: str) -> None:
    chosen = choose(accept, GRAPHS)
    assert chosen is not None
    assert chosen.type == expected


@pytest.mark.parametrize("accept", ["text/turtle;q=2", "text/turtle;q=x", "a/b"])
def test_nonsense_chooses_nothing(accept: str) -> None:
    assert choose(accept, GRAPHS) is None


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.168.0.2", False)],
)
def test_loopback_is_known(host: str, expected: bool) -> None:  # noqa: FBT001
    assert is_loopback(host) is expected
