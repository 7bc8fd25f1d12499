"""Many clients at once at one server, two of them with the worst queries."""

from __future__ import annotations

import http.client
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import quantiles
from threading import Thread
from urllib.parse import urlencode, urlsplit

from tests.bench.questions import CHEAP, WORST

_HEADERS = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Accept": "application/sparql-results+json",
}
_BAD = 2


class Client:
    """Asks over one connection that is kept."""

    def __init__(self, url: str) -> None:
        place = urlsplit(url)
        self.path = place.path
        self.connection = http.client.HTTPConnection(place.netloc, timeout=60)

    def ask(self, query: str) -> tuple[int, bytes]:
        """Return the status and the body of an answer."""
        body = urlencode({"query": query})
        self.connection.request("POST", self.path, body, _HEADERS)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


@dataclass(slots=True)
class Load:
    """What the clients saw.

    `statuses` counts the answers to the cheap queries; 0 is a broken connection.
    """

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    worst: Counter[int] = field(default_factory=Counter)

    @property
    def p99_s(self) -> float:
        """What 99 in 100 of the cheap queries stay under."""
        return quantiles(self.seconds, n=100)[98]

    @property
    def p50_s(self) -> float:
        """What half of the cheap queries stay under."""
        return quantiles(self.seconds, n=2)[0]


def press(url: str, *, clients: int, seconds: float, pause_s: float) -> Load:
    """Ask for so many seconds; a client waits `pause_s` after each answer."""
    load = Load()
    end = time.monotonic() + seconds

    def ask(number: int) -> None:
        is_bad = number < _BAD
        queries = WORST if is_bad else CHEAP
        told = load.worst if is_bad else load.statuses
        client = Client(url)
        for query in islice(cycle(queries), number, None):
            if time.monotonic() > end:
                return
            begin = time.perf_counter()
            try:
                status, _ = client.ask(query)
            except (OSError, http.client.HTTPException):
                status, client = 0, Client(url)
            if not is_bad:
                load.seconds.append(time.perf_counter() - begin)
                time.sleep(pause_s)
            told[status] += 1

    threads = [Thread(target=ask, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return load
