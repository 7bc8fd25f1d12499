"""A SPARQL 1.1 server over HTTP. httpx lives here.

No address, token or password is ever part of a message but the address that was given,
and that is refused if it holds a password.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import httpx
import pyoxigraph as ox

from dateline.errors import QueryError, StoreError
from dateline.rdf.bind import as_sparql
from dateline.rdf.credentials import Credentials
from dateline.rdf.endpoint import whole_graph
from dateline.rdf.revisions import node
from dateline.rdf.terms import ID

TIMEOUT_S = 60.0
"""How long a server may be silent."""
_MOST_TOLD = 200
_MOST_TRIPLES = 1000
"""Virtuoso refuses an INSERT DATA of some 5,000 triples."""
_JSON = "application/sparql-results+json"
_NTRIPLES = "application/n-triples"
_DENIED = frozenset({401, 403})
_SUCCESS = range(200, 300)


class HttpEndpoint:
    """A server that answers the SPARQL 1.1 Protocol.

    Queries and updates go to the same address, unless it ends in `/query`: then updates
    go to `/update` beside it. Both are sent as forms, which every server takes. Where
    the Graph Store Protocol is known to be answered, whole graphs go and come by it.
    """

    def __init__(
        self,
        url: str,
        *,
        credentials: Credentials | None = None,
        graph_store: str | None = None,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        """Prepare to ask; nothing is sent yet.

        Raises:
            StoreError: if the address is none, or holds a password.
        """
        self.name = _checked(url)
        self._update_url = (
            f"{self.name.removesuffix('/query')}/update"
            if self.name.endswith("/query")
            else self.name
        )
        self._graph_store = None if graph_store is None else _checked(graph_store)
        self._client = httpx.Client(
            timeout=timeout_s,
            auth=_auth(credentials),
            headers=_headers(credentials),
            # A redirect could carry the credentials, or an update, elsewhere.
            follow_redirects=False,
            # The environment names no proxy, and no password in ~/.netrc, by accident.
            trust_env=False,
        )
        self._catalogue: str | None = None
        self._is_known = False

    @property
    def catalogue(self) -> str | None:
        """The graph of the catalogue: Virtuoso has no default graph to write to."""
        if not self._is_known:
            answer = self._post(self.name, {"query": "ASK {}"}, _JSON)
            is_virtuoso = answer.headers.get("server", "").startswith("Virtuoso")
            self._catalogue = f"{ID}catalogue" if is_virtuoso else None
            self._is_known = True
        return self._catalogue

    def select(self, sparql: str) -> bytes:
        """Answer SELECT or ASK in SPARQL 1.1 JSON."""
        found = self._query(sparql, _JSON)
        return _ask_of_virtuoso(found) if b'"__ASK_RETVAL"' in found[:200] else found

    def construct(self, sparql: str) -> bytes:
        """Answer CONSTRUCT or DESCRIBE in N-Triples."""
        return self._query(sparql, _NTRIPLES)

    def read_graph(self, graph: str) -> bytes:
        """Return a named graph in N-Triples; nothing if there is none."""
        if self._graph_store is None:
            return self.construct(whole_graph(graph))
        return self._of_graph("GET", graph).content

    def write(self, removal: str, quads: Sequence[ox.Quad]) -> None:
        """Run an update that removes, then add quads.

        All is one request, or by the Graph Store Protocol one for each graph. Whether
        one is a transaction is up to the server. What makes a graph an article's comes
        last, so that half an article is never one.
        """
        graphs = _by_graph(quads)
        if self._graph_store is not None:
            self._update(removal)
            for name, own in graphs:
                method = "POST" if name is None else "PUT"
                self._of_graph(method, name or self.catalogue, own)
            return
        steps = [removal]
        for name, own in graphs:
            steps += _insertions(own, name or self.catalogue)
        self._update("; ".join(steps))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _query(self, sparql: str, accept: str) -> bytes:
        # Oxigraph's server joins the graphs if it is asked to; others do so anyhow, and
        # do not mind.
        form = {"query": sparql, "union-default-graph": ""}
        answer = self._post(self.name, form, accept)
        cut = answer.headers.get("x-sparql-maxrows")
        if cut is not None:
            msg = f"{self.name}: the server cut the answer after {cut[:20]} rows"
            raise StoreError(f"{msg}; raise its limit (Virtuoso: ResultSetMaxRows)")
        return answer.content

    def _update(self, update: str) -> None:
        self._post(self._update_url, {"update": update}, "*/*")

    def _post(self, url: str, form: dict[str, str], accept: str) -> httpx.Response:
        request = self._client.build_request(
            "POST", url, data=form, headers={"Accept": accept}
        )
        answer = self._send(request, self.name)
        if answer.status_code not in _SUCCESS:
            raise _refusal(self.name, answer, is_query="query" in form)
        return answer

    def _of_graph(
        self, method: str, graph: str | None, triples: Iterable[ox.Triple] = ()
    ) -> httpx.Response:
        """Ask for a graph, or send one, by the Graph Store Protocol."""
        name = self._graph_store or ""
        asked = {"default": ""} if graph is None else {"graph": graph}
        url = httpx.URL(name).copy_merge_params(asked)
        body = "".join(f"{triple} .\n" for triple in triples).encode()
        headers = {"Content-Type": _NTRIPLES} if body else {"Accept": _NTRIPLES}
        request = self._client.build_request(
            method, url, content=body or None, headers=headers
        )
        answer = self._send(request, name)
        is_missing = method == "GET" and answer.status_code == httpx.codes.NOT_FOUND
        if is_missing:
            return httpx.Response(httpx.codes.OK)
        if answer.status_code not in _SUCCESS:
            raise _refusal(name, answer, is_query=False)
        return answer

    def _send(self, request: httpx.Request, name: str) -> httpx.Response:
        try:
            return self._client.send(request)
        except httpx.TimeoutException as error:
            msg = f"{name}: no answer in time; is the server busy?"
            raise StoreError(msg) from error
        except httpx.HTTPError as error:
            why = str(error) or type(error).__name__
            raise StoreError(f"{name}: cannot be reached: {why}") from error


def _by_graph(
    quads: Iterable[ox.Quad],
) -> list[tuple[str | None, list[ox.Triple]]]:
    """Return the graphs with their triples; the default one, `None`, comes last."""
    found: dict[str, list[ox.Triple]] = {}
    default: list[ox.Triple] = []
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode):
            found.setdefault(quad.graph_name.value, []).append(quad.triple)
        else:
            default.append(quad.triple)
    return [*sorted(found.items()), *([(None, default)] if default else [])]


def _insertions(triples: Iterable[ox.Triple], graph: str | None) -> Iterator[str]:
    """Yield updates that insert triples, none of them too long for a server."""
    rest = iter(triples)
    while some := list(islice(rest, _MOST_TRIPLES)):
        told = " ".join(f"{as_sparql(triple)} ." for triple in some)
        inner = told if graph is None else f"GRAPH {node(graph)} {{ {told} }}"
        yield f"INSERT DATA {{ {inner} }}"


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL) as error:
        raise StoreError(f"{url!r} is no address of a server") from error
    if parts.username or parts.password:
        raise StoreError(
            "an address must not hold a password, which would end up in logs; "
            "write it to a file: --credentials FILE"
        )
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise StoreError(f"{url!r} is no address of a server")
    return url.rstrip("/")


def _auth(credentials: Credentials | None) -> httpx.BasicAuth | None:
    if credentials is None or credentials.user is None:
        return None
    return httpx.BasicAuth(credentials.user, credentials.password or "")


def _headers(credentials: Credentials | None) -> dict[str, str]:
    if credentials is None or credentials.token is None:
        return {}
    return {"Authorization": f"Bearer {credentials.token}"}


def _refusal(name: str, answer: httpx.Response, *, is_query: bool) -> Exception:
    status = answer.status_code
    why = " ".join(answer.text[:2000].split())[:_MOST_TOLD]
    if status in _DENIED:
        hint = "give a name and password, or a token: --credentials FILE"
        return StoreError(f"{name}: access denied (HTTP {status}); {hint}")
    if status == httpx.codes.BAD_REQUEST and is_query:
        return QueryError(f"the query cannot be answered: {why}")
    return StoreError(f"{name}: the server answered HTTP {status}: {why}")


def _ask_of_virtuoso(answer: bytes) -> bytes:
    """Write Virtuoso's answer to ASK, a table of one number, as the standard says."""
    rows: list[dict[str, Any]] = json.loads(answer)["results"]["bindings"]
    truth = bool(rows) and rows[0]["__ASK_RETVAL"]["value"] not in {"0", "false"}
    return json.dumps({"head": {}, "boolean": truth}).encode()
