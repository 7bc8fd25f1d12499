"""What a server wants to know of who asks it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.errors import StoreError


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Who asks: a token, or a name and a password; neither is shown.

    >>> Credentials.parse("ada:secret")
    Credentials(user='ada')
    """

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    @classmethod
    def parse(cls, text: str) -> Credentials:
        """Read `NAME:PASSWORD`, or `Bearer TOKEN`.

        Raises:
            StoreError: if it is neither; the text is not told.
        """
        scheme, _, token = text.strip().partition(" ")
        if scheme.lower() == "bearer" and token.isascii() and token.isprintable():
            return cls(token=token.strip())
        user, colon, password = text.strip().partition(":")
        if colon and text.strip().isprintable():
            return cls(user=user, password=password)
        raise StoreError("credentials are written NAME:PASSWORD or Bearer TOKEN")
