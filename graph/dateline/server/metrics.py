"""Count what the server does, in the text format of Prometheus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)


@dataclass(slots=True)
class Metrics:
    """The counters of a server.

    >>> metrics = Metrics()
    >>> metrics.count("GET", "/sparql", 200, 0.002)
    >>> 'status="200"' in metrics.text({})
    True
    """

    requests: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    stopped: Counter[str] = field(default_factory=Counter)
    sent_bytes: int = 0
    _buckets: Counter[float] = field(default_factory=Counter)
    _seconds: float = 0.0

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that has ended."""
        self.requests[method, route, status] += 1
        self._seconds += seconds
        for bound in _BUCKETS:
            if seconds <= bound:
                self._buckets[bound] += 1

    def text(self, gauges: Mapping[str, tuple[str, float]]) -> str:
        """Return all of it; `gauges` are the values of now, each with its help."""
        return "\n".join([*self._counters(), *_gauge_lines(gauges)]) + "\n"

    def _counters(self) -> Iterator[str]:
        name = "dateline_http_requests_total"
        yield from _head(name, "counter", "Requests by method, route and status.")
        for (method, route, status), count in sorted(self.requests.items()):
            labels = f'method="{method}",route="{route}",status="{status}"'
            yield f"{name}{{{labels}}} {count}"
        name = "dateline_queries_stopped_total"
        yield from _head(name, "counter", "Queries that were stopped, by reason.")
        for reason, count in sorted(self.stopped.items()):
            yield f'{name}{{reason="{reason}"}} {count}'
        name = "dateline_sent_bytes_total"
        yield from _head(name, "counter", "Bytes of answers.")
        yield f"{name} {self.sent_bytes}"
        name = "dateline_http_request_seconds"
        yield from _head(name, "histogram", "Seconds until an answer was sent.")
        total = sum(self.requests.values())
        for bound in _BUCKETS:
            yield f'{name}_bucket{{le="{bound:g}"}} {self._buckets[bound]}'
        yield f'{name}_bucket{{le="+Inf"}} {total}'
        yield f"{name}_sum {self._seconds:.6f}"
        yield f"{name}_count {total}"


def _head(name: str, kind: str, about: str) -> tuple[str, str]:
    return f"# HELP {name} {about}", f"# TYPE {name} {kind}"


def _gauge_lines(gauges: Mapping[str, tuple[str, float]]) -> Iterator[str]:
    for name, (about, value) in gauges.items():
        yield from _head(f"dateline_{name}", "gauge", about)
        yield f"dateline_{name} {value:g}"
