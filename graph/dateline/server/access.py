"""Who may ask and who may write: names of the host, tokens, other web sites."""

from __future__ import annotations

import hmac
import ipaddress
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request

from dateline.errors import StoreError
from dateline.server.process import RefusedError
from dateline.server.settings import Access

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_ANY = frozenset({"0.0.0.0", "::", ""})  # noqa: S104  (compared, not bound)
_MIN_TOKEN = 16
# RFC 9110, section 7.2, for names and addresses that are in use: no user, no path, no
# escapes. Links are made of it.
_AUTHORITY = re.compile(
    r"(?P<host>[A-Za-z0-9._-]{1,253}|\[(?P<ip>[0-9A-Fa-f:.]{2,45})\])"
    r"(?::(?P<port>[0-9]{1,5}))?",
    re.ASCII,
)
_PUBLIC_URL = re.compile(
    r"https?://(?P<authority>[^/]{1,270})(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]{0,1000})?",
    re.ASCII,
)
_MAX_PORT = 65_535


def is_loopback(host: str) -> bool:
    """Tell whether only programs of this machine reach an address.

    >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0")
    (True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_settings(access: Access) -> None:
    """Refuse to open a store for anybody to write.

    Raises:
        StoreError: if there is no token, and not only this machine can connect.
    """
    if access.is_writable and access.token is None and not is_loopback(access.host):
        raise StoreError(
            f"{access.host}: a store that others can reach is written only with a "
            "token: add --token-file"
        )


def read_token(path: Path) -> str:
    """Return the token in a file.

    Raises:
        StoreError: if it cannot be read, or is too short to be secret.
    """
    try:
        token = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: the token cannot be read: {error}") from error
    if len(token) < _MIN_TOKEN or not token.isprintable() or " " in token:
        msg = f"{path}: a token has at least {_MIN_TOKEN} characters, and no spaces"
        raise StoreError(msg)
    return token


def host_of(authority: str) -> str | None:
    """Return the host of `HOST` or `HOST:PORT`, lower case; `None` if it is neither.

    >>> host_of("Example.org:80"), host_of("[::1]"), host_of("a@b/c"), host_of("a:0")
    ('example.org', '::1', None, None)
    """
    found = _AUTHORITY.fullmatch(authority)
    if found is None or not 1 <= int(found["port"] or 1) <= _MAX_PORT:
        return None
    if found["ip"] is None:
        return found["host"].lower()
    try:
        return str(ipaddress.IPv6Address(found["ip"]))
    except ValueError:
        return None


def is_public_url(url: str) -> bool:
    """Tell whether links can begin with an address: scheme, host, port and path only.

    >>> is_public_url("https://example.org/news"), is_public_url("https://a@b/")
    (True, False)
    """
    found = _PUBLIC_URL.fullmatch(url)
    return found is not None and host_of(found["authority"]) is not None


def check_host(access: Access, header: str) -> None:
    """Refuse names that are not the server's own.

    A page of another site can make its own name point to this machine; the name in
    the header gives it away.

    Raises:
        RefusedError: if it is missing or no host (400), or another's (421).
    """
    if not header:
        raise RefusedError(400, "the Host header is missing")
    name = host_of(header)
    if name is None:
        raise RefusedError(400, "the Host header must be a name or address, and a port")
    known = _LOCAL | {access.host.lower()} | {n.lower() for n in access.host_names}
    if access.public_url is not None:
        known |= {urlsplit(access.public_url).hostname or ""}
    if name not in known - _ANY:
        raise RefusedError(421, "this server does not go by that name; see --host-name")


def check_writer(access: Access, request: Request) -> None:
    """Refuse who may not write.

    Raises:
        RefusedError: 403 if nobody may or the request comes from another web site, 401
            if the token is missing or wrong.
    """
    if not access.is_writable:
        raise RefusedError(403, "this server is read-only; see --writable")
    origin = request.headers.get("origin")
    if origin is not None and not _is_own(access, request, origin):
        raise RefusedError(403, "another web site may not write here; see --cors")
    if access.token is None:
        return
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    is_known = hmac.compare_digest(given.strip().encode(), access.token.encode())
    if scheme.lower() != "bearer" or not is_known:
        raise RefusedError(
            401,
            "writing needs a token: Authorization: Bearer …",
            {"WWW-Authenticate": 'Bearer realm="dateline"'},
        )


def _is_own(access: Access, request: Request, origin: str) -> bool:
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    if access.public_url is not None:
        place = urlsplit(access.public_url)
        own = f"{place.scheme}://{place.netloc}"
    return origin == own or origin in access.origins


def cors_headers(access: Access, origin: str | None) -> Mapping[str, str]:
    """Return what lets scripts of another web site read an answer, if they may.

    >>> cors_headers(Access(), "https://a.example")
    {}
    """
    if origin is None or not {origin, "*"} & set(access.origins):
        return {}
    return {
        "access-control-allow-origin": "*" if "*" in access.origins else origin,
        "access-control-expose-headers": "ETag, Location",
    }


def preflight_headers(access: Access) -> Mapping[str, str]:
    """Return what a browser may send after it asked."""
    methods = "GET, HEAD, POST, OPTIONS"
    return {
        "access-control-allow-methods": (
            f"{methods}, PUT, DELETE" if access.is_writable else methods
        ),
        "access-control-allow-headers": "Accept, Authorization, Content-Type",
        "access-control-max-age": "600",
    }
