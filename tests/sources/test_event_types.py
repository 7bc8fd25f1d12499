from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import TypeFileError
from dateline.model.user_types import Trigger, TriggerPos
from dateline.sources.event_types import parse_event_types, read_event_types

EXAMPLE = Path(__file__).parents[2] / "examples" / "maritime.toml"
GOOD = 'label = "port call"\nverbs = ["dock"]\n'


def test_the_example_is_read_whole() -> None:
    types = read_event_types(EXAMPLE)
    assert [each.id for each in types.types] == [
        "PortCall",
        "Grounding",
        "LossOfControl",
        "Inspection",
    ]
    call = types.get("PortCall")
    assert call is not None
    assert call.iri == "https://harbour.example.org/types#PortCall"
    assert (call.label, call.broader) == ("port call", "Visit")
    assert Trigger(("put", "in", "at"), TriggerPos.VERB) in call.triggers
    assert Trigger(("port", "call"), TriggerPos.NOUN) in call.triggers
    assert call.excluded == (("spacecraft",), ("capsule",))


def test_words_are_lowered_and_parted_at_hyphens() -> None:
    found = parse_event_types(
        'types.A = {label = "a", nouns = ["Ship-to-ship  Transfer"]}'
    )
    assert found.types[0].triggers == (
        Trigger(("ship", "to", "ship", "transfer"), TriggerPos.NOUN),
    )
    assert found.types[0].iri is None


def test_a_comment_and_the_order_of_keys_change_nothing() -> None:
    one = parse_event_types(f"[types.A]\n{GOOD}")
    lines = GOOD.splitlines()
    other = parse_event_types(f"# Ours.\n[types.A]\n{lines[1]}\n{lines[0]}\n")
    assert repr(one) == repr(other)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[types.A]\nlabel = ", "my.toml: this is no TOML: .*"),
        ("", "my.toml: types: missing, expected a table for each type"),
        ("types = 3", "types: 3 is wrong, expected a table for each type"),
        ("types.A = 3", "types.A: 3 is wrong, expected a table with a label"),
        ("typos = 3", "typos: unknown key; did you mean types"),
        (f"[types.Meet]\n{GOOD}", 'Meet is a type of Dateline; .*broader = "Meet"'),
        (f'[types."Port call"]\n{GOOD}', "types.Port call: 'Port call' is wrong"),
        ('types.A.verbs = ["dock"]', "types.A.label: missing, expected a name"),
        ('types.A.label = "a"', "types.A: missing, expected trigger words: one of"),
        (f"[types.A]\n{GOOD}noun = []", "types.A.noun: unknown key; did you mean noun"),
        (
            f'[types.A]\n{GOOD}broader = "Vist"',
            "types.A.broader: 'Vist' is wrong, expected a type of Dateline, .* Visit",
        ),
        (f'[types."a\\nb"]\n{GOOD}', r"types\.a.b: 'a\\nb' is wrong"),
        (f"[types.A]\n{GOOD}broader = 1", "types.A.broader: 1 is wrong, expected text"),
        (f'[types.A]\n{GOOD}plover_mode = "A b"', "types.A.plover_mode: 'A b' is"),
        (f'[types.A]\n{GOOD}nouns = "call"', "types.A.nouns: 'call' is wrong, .* list"),
        (f"[types.A]\n{GOOD}nouns = [7]", r"types.A.nouns\[0\]: 7 is wrong"),
        (f'[types.A]\n{GOOD}nouns = ["a", " "]', r"types.A.nouns\[1\]: ' ' is wrong"),
        (f'[types.A]\n{GOOD}nouns = ["{"a " * 9}"]', "one to 8 words"),
        (f'base = "x"\n[types.A]\n{GOOD}', "base: 'x' is wrong, expected an http"),
        (
            f'base = "https://e.org/a b#"\n[types.A]\n{GOOD}',
            "base: .* expected an http",
        ),
        (
            f'base = "https://w3id.org/dateline/ns#"\n[types.A]\n{GOOD}',
            "base: .* an IRI of your own",
        ),
    ],
)
def test_an_error_is_one_line_that_names_the_key(text: str, message: str) -> None:
    with pytest.raises(TypeFileError, match=message) as caught:
        parse_event_types(text, where="my.toml")
    assert str(caught.value).startswith("my.toml: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_no_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TypeFileError, match=r"none\.toml: No such file"):
        read_event_types(tmp_path / "none.toml")
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(TypeFileError, match="byte 0 is no UTF-8"):
        read_event_types(tmp_path / "a.toml")


def test_the_error_can_be_sent_between_processes() -> None:
    error = TypeFileError("a", "b", "c")
    assert str(pickle.loads(pickle.dumps(error))) == "a: b: c"  # noqa: S301


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_event_types(text)
    except TypeFileError as error:
        assert re.match("types: ", str(error))  # noqa: PT017
