"""Fetch for `SERVICE` what a query may call, and nothing else.

The relay listens on loopback under a secret path; workers send it what Oxigraph would
have sent out. A name is resolved once, every address of it must be public, and the
connection goes to the very address that was looked at. Redirects are not followed.
"""

from __future__ import annotations

import asyncio
import http.client
import ipaddress
import secrets
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import SplitResult, parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from dateline.rdf.service_calls import is_allowed
from dateline.server.process import RefusedError

_MAX_BYTES = 64_000_000
_MAX_SENT = 1_000_000
_CHUNK = 65_536
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_KEPT = ("accept", "content-type", "user-agent")


def is_public(address: str) -> bool:
    """Tell whether an address is one of the open Internet, however it is written.

    >>> is_public("192.0.2.1"), is_public("::ffff:127.0.0.1"), is_public("1.1.1.1")
    (False, False, True)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is not None:
            return is_public(str(inner))
        if ip.teredo is not None or ip in _NAT64:
            return False
    return ip.is_global and not ip.is_multicast


def resolve(host: str, port: int, check: Callable[[str], bool]) -> str:
    """Return an address of a host, if all that it has are allowed.

    Raises:
        RefusedError: if there is none, or one is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedError(502, f"SERVICE: {host} cannot be found") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(map(check, addresses)):
        raise RefusedError(403, f"SERVICE: {host} is no public address")
    return addresses[0]


@dataclass(slots=True)
class Relay:
    """An ASGI application that fetches from the servers that are allowed.

    Attributes:
        prefixes: what IRIs may begin with.
        limit_s: seconds that a call may take.
        check: whether an address may be called.
    """

    prefixes: Sequence[str]
    limit_s: float
    check: Callable[[str], bool] = is_public
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a call of a worker."""
        if scope["type"] != "http":
            return
        try:
            response = await self._respond(Request(scope, receive))
        except RefusedError as error:
            response = PlainTextResponse(error.detail, status_code=error.status)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        given = request.url.path.removeprefix("/").encode()
        if not secrets.compare_digest(given, self.secret.encode()):
            raise RefusedError(404, "there is nothing here")
        target = parse_qs(request.url.query).get("to", [""])[0]
        if not is_allowed(target, self.prefixes):
            raise RefusedError(403, "SERVICE: this is not allowed")
        body = await request.body()
        if len(body) > _MAX_SENT:
            raise RefusedError(413, "SERVICE: the query is too long")
        kept = {k: v for k, v in request.headers.items() if k in _KEPT}
        deadline = monotonic() + self.limit_s
        try:
            async with asyncio.timeout(self.limit_s):
                return await asyncio.to_thread(
                    self.fetch, urlsplit(target), request.method, kept, body, deadline
                )
        except TimeoutError as error:
            raise RefusedError(504, "SERVICE: the endpoint is too slow") from error

    def fetch(
        self,
        target: SplitResult,
        method: str,
        headers: Mapping[str, str],
        body: bytes,
        deadline: float,
    ) -> Response:
        """Fetch an answer.

        Raises:
            RefusedError: if it cannot be had.
        """
        host, port = target.hostname or "", target.port or _PORTS[target.scheme]
        address = resolve(host, port, self.check)
        connection = _connection(target.scheme, host, port, address, self.limit_s)
        path = (target.path or "/") + (f"?{target.query}" if target.query else "")
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            content = _read(answer, deadline)
        except (OSError, http.client.HTTPException) as error:
            raise RefusedError(502, f"SERVICE: {host} does not answer") from error
        finally:
            connection.close()
        if answer.status != http.client.OK:
            raise RefusedError(502, f"SERVICE: {host} answers {answer.status}")
        kind = answer.headers.get("content-type", "application/octet-stream")
        return Response(content, headers={"content-type": kind})


def _read(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    content = bytearray()
    while chunk := answer.read1(_CHUNK):
        content += chunk
        if len(content) > _MAX_BYTES:
            raise RefusedError(502, "SERVICE: the answer is too large")
        if monotonic() > deadline:
            raise RefusedError(504, "SERVICE: the endpoint is too slow")
    return bytes(content)


def _connection(
    scheme: str, host: str, port: int, address: str, limit_s: float
) -> http.client.HTTPConnection:
    """Return a connection to `address` that speaks as if it went to `host`."""
    connection = http.client.HTTPConnection(host, port, timeout=limit_s)
    try:
        connection.sock = socket.create_connection((address, port), limit_s)
        if scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=host)
    except OSError as error:
        raise RefusedError(502, f"SERVICE: {host} does not answer") from error
    return connection
