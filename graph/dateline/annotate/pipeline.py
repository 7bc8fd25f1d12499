"""Run stages over documents: check their order once, then stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.annotate.stage import BUILT_IN, Stage, load_stage
from dateline.errors import PipelineError
from dateline.model.annotated import AnnotatedDocument


def check_order(stages: Sequence[Stage]) -> None:
    """Make sure that every stage finds the layers it requires.

    Raises:
        PipelineError: names the stage, the missing layer, and who could provide it.

    >>> check_order([])
    """
    present = {"tokens"}
    for stage in stages:
        missing = sorted(stage.requires - present)
        if missing:
            msg = (
                f"stage {stage.name!r} requires {', '.join(missing)}, which no stage "
                f"before it provides; provided so far: {', '.join(sorted(present))}"
            )
            raise PipelineError(msg)
        present |= stage.provides


def default_stages(others: Mapping[str, Stage] | None = None) -> tuple[Stage, ...]:
    """Return the built-in stages in their order, checked.

    `others` gives stages to take in the place of built-in ones, by their names.
    """
    chosen = others or {}
    stages = tuple(chosen.get(name) or load_stage(name) for name in BUILT_IN)
    check_order(stages)
    return stages


def annotate(
    docs: Iterable[AnnotatedDocument], stages: Sequence[Stage]
) -> Iterator[AnnotatedDocument]:
    """Yield each of `docs` after all `stages`, one at a time, in order."""
    for parsed in docs:
        doc = parsed
        for stage in stages:
            doc = stage.annotate(doc)
        yield doc
