"""What produced a graph: the software, its settings, its language pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RunInfo:
    """Who wrote an article's graph (PROV-O).

    Attributes:
        software: name and version, for instance `Dateline 0.1.0`.
        config_sha256: hash of the settings that change results, `None` for defaults.
        pipeline: name and version of the language pipeline.
        ended_at: when the run ended. Left out, the same input gives the same bytes.

    Raises:
        ValueError: if `ended_at` has no time zone.

    >>> RunInfo(software="Dateline 0.1.0").ended_at is None
    True
    """

    software: str
    config_sha256: str | None = None
    pipeline: str | None = None
    ended_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.ended_at is not None and self.ended_at.tzinfo is None:
            msg = f"the end of a run needs a time zone, got {self.ended_at.isoformat()}"
            raise ValueError(msg)
