"""The errors of Dateline.

::

    DatelineError
    ├── SourceError (ValueError)         an article that cannot be read
    ├── PipelineError (ValueError)       stages in an impossible order, unknown stage
    ├── ModelMissingError (RuntimeError) no English spaCy pipeline is installed
    ├── StoreError (RuntimeError)        a store that cannot be opened or written
    ├── QueryError (ValueError)          a query that cannot be parsed or answered
    ├── UnknownNameError (LookupError)   no such event, article, query, format
    ├── TypeFileError (ValueError)       event types of the user that cannot be read
    └── GoldError (ValueError)           development data that cannot be read
"""

from __future__ import annotations


class DatelineError(Exception):
    """Be the base of every error that Dateline raises on purpose."""


class SourceError(DatelineError, ValueError):
    """Say that one article cannot be read: where, why, and what to do.

    Attributes:
        where: the file, with `:line` for a line of JSON Lines.
        why: what was wrong, and what was expected.
        hint: what the person can do; may be empty.

    >>> print(SourceError("a.txt", "the file is empty", "remove it from the list"))
    a.txt: the file is empty; remove it from the list
    """

    def __init__(self, where: str, why: str, hint: str = "") -> None:
        self.where = where
        self.why = why
        self.hint = hint
        super().__init__(f"{where}: {why}" + (f"; {hint}" if hint else ""))

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str, str]]:
        return type(self), (self.where, self.why, self.hint)


class PipelineError(DatelineError, ValueError):
    """Say that stages stand in an order that cannot work."""


class ModelMissingError(DatelineError, RuntimeError):
    """Say that no English spaCy pipeline is installed."""


class StoreError(DatelineError, RuntimeError):
    """Say that a store cannot be opened, read or written."""


class QueryError(DatelineError, ValueError):
    """Say that a query cannot be parsed or answered."""


class UnknownNameError(DatelineError, LookupError):
    """Say that a name is not known, and which names are.

    >>> print(UnknownNameError("format", "tutle", ["turtle", "trig"]))
    unknown format 'tutle'; known: trig, turtle
    """

    def __init__(self, kind: str, name: str, known: list[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = sorted(known)
        super().__init__(f"unknown {kind} {name!r}; known: {', '.join(self.known)}")

    def __reduce__(self) -> tuple[type[UnknownNameError], tuple[str, str, list[str]]]:
        return type(self), (self.kind, self.name, self.known)


class TypeFileError(DatelineError, ValueError):
    """Say what is wrong in a file of event types: where, which key, what is expected.

    `key` is a path such as `types.PortCall.verbs[0]`, or empty for the whole file.

    >>> print(TypeFileError("my.toml", "base", "7 is wrong, expected an IRI"))
    my.toml: base: 7 is wrong, expected an IRI
    """

    def __init__(self, where: str, key: str, why: str) -> None:
        self.where = where
        self.key = key
        self.why = why
        line = ": ".join(part for part in (where, key, why) if part)
        # A key of the file may hold anything, line ends too.
        super().__init__("".join(c if c.isprintable() else "�" for c in line))

    def __reduce__(self) -> tuple[type[TypeFileError], tuple[str, str, str]]:
        return type(self), (self.where, self.key, self.why)


class GoldError(DatelineError, ValueError):
    """Say that development data is missing or cannot be read."""
