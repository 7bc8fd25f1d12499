"""Terms of a store as Python values, and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


class Iri(str):
    """The name of a thing, told apart from a plain string.

    >>> Iri("https://example.org/a")
    Iri('https://example.org/a')
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Iri({str(self)!r})"


Value = Iri | str | bool | int | float | date | datetime | None
"""What a cell of an answer holds; `None` is unbound. Other literals come as `str`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The table that a query gives, rows in the order of the query."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
