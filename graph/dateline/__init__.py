"""Read news articles, build a knowledge graph of dated events.

>>> import dateline
>>> sorted(set(dateline.__all__) - set(dir(dateline)))
[]

The names below are the contract; everything else may change. They are loaded on first
use, so that `import dateline` costs next to nothing.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.annotate.timex import find_timexes
    from dateline.building import build
    from dateline.errors import (
        DatelineError,
        ModelMissingError,
        QueryError,
        SourceError,
        StoreError,
        TypeFileError,
        UnknownNameError,
    )
    from dateline.knowledge import (
        BuildReport,
        KnowledgeGraph,
        open,  # noqa: A004 - as `gzip.open` and `tarfile.open`
    )
    from dateline.model.facts import Status
    from dateline.model.mentions import RoleName
    from dateline.query.results import (
        ArticleRef,
        EventDate,
        Participant,
        Timeline,
        TimelineEntry,
    )

__all__ = [
    "ArticleRef",
    "BuildReport",
    "DatelineError",
    "EventDate",
    "KnowledgeGraph",
    "ModelMissingError",
    "Participant",
    "QueryError",
    "RoleName",
    "SourceError",
    "Status",
    "StoreError",
    "Timeline",
    "TimelineEntry",
    "TypeFileError",
    "UnknownNameError",
    "build",
    "find_timexes",
    "open",
]

_HOMES = {
    "dateline.annotate.timex": ("find_timexes",),
    "dateline.building": ("build",),
    "dateline.knowledge": ("BuildReport", "KnowledgeGraph", "open"),
    "dateline.errors": (
        "DatelineError",
        "ModelMissingError",
        "QueryError",
        "SourceError",
        "StoreError",
        "TypeFileError",
        "UnknownNameError",
    ),
    "dateline.model.facts": ("Status",),
    "dateline.model.mentions": ("RoleName",),
    "dateline.query.results": (
        "ArticleRef",
        "EventDate",
        "Participant",
        "Timeline",
        "TimelineEntry",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
