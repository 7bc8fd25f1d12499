from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SourceError
from dateline.sources import document_from_text
from dateline.sources.names import mint_from_path, mint_from_record, shown, web_iri

HOSTILE = st.text(
    st.sampled_from('abc:/?#[]@%<>"{}|^`\\ \t\n\0.é😀\ud800&=;') | st.characters(),
    max_size=60,
)


@given(HOSTILE)
def test_a_minted_iri_is_one_whatever_the_name(name: str) -> None:
    pyoxigraph.NamedNode(mint_from_record(name.encode("utf-8", "replace").decode()))
    if "\0" not in name:
        iri = mint_from_path(name.encode("utf-8", "replace").decode() or ".")
        pyoxigraph.NamedNode(iri)
        assert "/../" not in f"{iri}/"


@given(
    st.sampled_from(["https://", "http://x.org/", "urn:a:", "HTTPS://", ""]), HOSTILE
)
def test_a_web_iri_is_valid_or_none(scheme: str, rest: str) -> None:
    for keep in (False, True):
        iri = web_iri(scheme + rest, keep_fragment=keep)
        if iri is not None:
            pyoxigraph.NamedNode(iri)
            assert keep or "#" not in iri
            assert web_iri(iri, keep_fragment=keep) == iri


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://x.org#@", "https://x.org/%23@"),
        ("https://a@b@x.org", "https://a%40b@x.org"),
        ("https://\ud800", None),
        ("https://x.org", "https://x.org"),
        ("https://p", "https://p"),
        ("HTTPS://x.org/A", "https://x.org/A"),
        ("https://x.org/%C3%A9?q=1&r=2", "https://x.org/%C3%A9?q=1&r=2"),
        ("https://x.org/é", "https://x.org/%C3%A9"),
        ("https://x.org/100%", "https://x.org/100%25"),
        ("https://x.org/live#post-3", "https://x.org/live%23post-3"),
        ("https://[2001:db8::1]:8080/a", "https://[2001:db8::1]:8080/a"),
        ("https://x.org/a>.<http://evil>", "https://x.org/a%3E.%3Chttp://evil%3E"),
        ("urn:uuid:1-2", "urn:uuid:1-2"),
    ],
)
def test_a_web_address_keeps_its_meaning(url: str, iri: str) -> None:
    assert web_iri(url) == iri


@pytest.mark.parametrize(
    "url",
    [
        None, "", "x.org/a", "/a", "ftp://x.org/a", "file:///etc/passwd", "https://",
        "https:///a", "https://[x/", "data:text/html,x", "javascript:alert(1)",
        "https://x y.org/", "https://x.org\t/a", f"https://x.org/{5_000 * 'a'}",
        "urn:x",
    ],
)  # fmt: skip
def test_other_names_are_no_web_iri(url: str | None) -> None:
    assert web_iri(url) is None


def test_a_document_needs_an_absolute_iri() -> None:
    with pytest.raises(SourceError, match="is not an http, https or urn IRI"):
        document_from_text("It rained.", id="a.txt")


@given(st.text())
def test_what_is_shown_is_printable(name: str) -> None:
    assert shown(name).isprintable()
