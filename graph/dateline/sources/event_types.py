"""Read a file of event types (TOML): checked key by key, an error says which one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from dateline.errors import TypeFileError
from dateline.model.event_types import EventType
from dateline.model.user_types import Trigger, TriggerPos, UserType, UserTypes

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_MODE = re.compile(r"[a-z][a-z-]{0,39}")
# What an IRI of ours is made of; a base ends where the identifier begins.
_BASE = re.compile(r"https?://[A-Za-z0-9.-]{1,200}(?:/[A-Za-z0-9._~/-]{0,500})?[/#]")
_RESERVED = "https://w3id.org/dateline/"
_BUILT_IN = tuple(kind.value for kind in EventType)
_TRIGGER_KEYS = {
    "verbs": TriggerPos.VERB,
    "nouns": TriggerPos.NOUN,
    "words": TriggerPos.ANY,
}
_TEXT_KEYS = ("label", "broader", "definition", "plover_mode")
_KEYS = (*_TEXT_KEYS, *_TRIGGER_KEYS, "excluded")
_MAX_BYTES = 4_000_000
_MAX_TEXT = 2_000  # characters
_MAX_WORDS = 8  # of an expression


def read_event_types(path: str | Path) -> UserTypes:
    """Read the event types that a user defines in a file.

    Raises:
        TypeFileError: if it cannot be read or a value in it is not as expected.
    """
    place = Path(path)
    try:
        with place.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise TypeFileError(str(place), "", error.strerror or str(error)) from error
    if len(data) > _MAX_BYTES:
        why = f"larger than {_MAX_BYTES:,} bytes; split it or shorten it"
        raise TypeFileError(str(place), "", why)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        why = f"byte {error.start} is no UTF-8; save the file as UTF-8"
        raise TypeFileError(str(place), "", why) from error
    return parse_event_types(text, where=str(place))


def parse_event_types(text: str, *, where: str = "types") -> UserTypes:
    """Read event types from TOML; `where` names the file in errors.

    Raises:
        TypeFileError: if a value in it is not as expected.

    >>> found = parse_event_types(
    ...     'types.PortCall = {label = "port call", verbs = ["put in at"]}'
    ... )
    >>> found.types[0].triggers[0].words
    ('put', 'in', 'at')
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TypeFileError(where, "", f"this is no TOML: {error}") from error
    file = _File(where)
    file.check_keys("", table, ("base", "types"))
    base = file.base(table.get("base"))
    types = table.get("types")
    if not isinstance(types, dict) or not types:
        file.fail("types", types, "a table for each type, such as [types.PortCall]")
    return UserTypes(tuple(file.type(name, each, base) for name, each in types.items()))


class _File:
    """Reads values out of one file; its name stands in every error."""

    def __init__(self, where: str) -> None:
        self.where = where

    def fail(self, key: str, value: object, expected: str) -> NoReturn:
        found = "missing" if value is None else f"{_shown(value)} is wrong"
        raise TypeFileError(self.where, key, f"{found}, expected {expected}")

    def check_keys(
        self, key: str, table: Mapping[str, Any], known: tuple[str, ...]
    ) -> None:
        for name in table:
            if name not in known:
                place = f"{key}.{name}" if key else name
                close = get_close_matches(name, known, n=1)
                meant = f"did you mean {close[0]}?; " if close else ""
                why = f"unknown key; {meant}known: {', '.join(known)}"
                raise TypeFileError(self.where, place, why)

    def base(self, value: object) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str) or not _BASE.fullmatch(value):
            self.fail("base", value, "an http(s) IRI that ends in / or #")
        if value.startswith(_RESERVED):
            self.fail("base", value, f"an IRI of your own, not below {_RESERVED}")
        return value

    def type(self, name: str, table: object, base: str | None) -> UserType:
        key = f"types.{name}"
        if not _ID.fullmatch(name):
            self.fail(key, name, "letters, digits, - and _, a letter first, at most 64")
        if name in _BUILT_IN:
            why = f"{name} is a type of Dateline; choose another name, with broader"
            raise TypeFileError(self.where, key, f'{why} = "{name}"')
        if not isinstance(table, dict):
            self.fail(key, table, "a table with a label and trigger words")
        self.check_keys(key, table, _KEYS)
        texts = {
            each: self.text(f"{key}.{each}", table.get(each)) for each in _TEXT_KEYS
        }
        self.check_texts(key, texts)
        triggers = tuple(
            Trigger(words, pos)
            for each, pos in _TRIGGER_KEYS.items()
            for words in self.expressions(f"{key}.{each}", table.get(each, []))
        )
        if not triggers:
            self.fail(key, None, f"trigger words: one of {', '.join(_TRIGGER_KEYS)}")
        return UserType(
            id=name,
            label=texts["label"] or name,
            iri=None if base is None else base + name,
            broader=texts["broader"],
            definition=texts["definition"],
            plover_mode=texts["plover_mode"],
            triggers=triggers,
            excluded=self.expressions(f"{key}.excluded", table.get("excluded", [])),
        )

    def check_texts(self, key: str, texts: Mapping[str, str | None]) -> None:
        if texts["label"] is None:
            self.fail(f"{key}.label", None, "a name for people, in quotes")
        broader, mode = texts["broader"], texts["plover_mode"]
        if broader is not None and broader not in _BUILT_IN:
            known = ", ".join(get_close_matches(broader, _BUILT_IN, n=3) or _BUILT_IN)
            self.fail(f"{key}.broader", broader, f"a type of Dateline, such as {known}")
        if mode is not None and not _MODE.fullmatch(mode):
            self.fail(f"{key}.plover_mode", mode, 'small letters and -, such as "riot"')

    def text(self, key: str, value: object) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str) or not 0 < len(value.strip()) <= _MAX_TEXT:
            self.fail(key, value, f"text in quotes, at most {_MAX_TEXT:,} letters")
        return value.strip()

    def expressions(self, key: str, value: object) -> tuple[tuple[str, ...], ...]:
        if not isinstance(value, list):
            self.fail(key, value, 'a list of words, such as ["dock", "put in at"]')
        return tuple(
            self.expression(f"{key}[{number}]", each)
            for number, each in enumerate(value)
        )

    def expression(self, key: str, value: object) -> tuple[str, ...]:
        # Hyphens part words, as in a tokenizer: "ship-to-ship" is three.
        words = (
            re.split(r"[\s-]+", value.strip().lower()) if isinstance(value, str) else []
        )
        if not all(words) or not 0 < len(words) <= _MAX_WORDS:
            self.fail(key, value, f"one to {_MAX_WORDS} words in quotes")
        return tuple(words)


def _shown(value: object) -> str:
    """Return a value as it may stand in an error: one line, not too long."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004
