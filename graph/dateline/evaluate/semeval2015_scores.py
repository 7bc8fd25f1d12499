"""Score timelines as SemEval-2015 Task 4 does: temporal awareness of their graphs.

A timeline becomes relations (Minard et al. 2015, section 5): events of one rank are
SIMULTANEOUS, those of a rank are BEFORE those of the next, and an event is SIMULTANEOUS
with its date. What has rank 0 is left out. The graphs are compared by the measure of
TempEval-3, and the counts of all timelines are added up (micro-average).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dateline.annotate.time_points import PointGraph, Relation
from dateline.evaluate.awareness import AwarenessScores, score_awareness
from dateline.evaluate.scores import Measure
from dateline.evaluate.semeval2015_reader import EntityTimeline, Line

_UNKNOWN_PARTS = re.compile(r"(?:-X{1,2})+$")


def score_timeline(gold: EntityTimeline, system: EntityTimeline) -> AwarenessScores:
    """Compare two timelines of one entity.

    >>> line = Line(rank=1, time="1968", mentions=("1-2-founded",))
    >>> same = EntityTimeline(name="a", target="A", lines=(line,))
    >>> score_timeline(same, same).f
    1.0
    """
    return score_awareness(relations_of(gold), relations_of(system))


def micro_average(found: Iterable[AwarenessScores], name: str) -> Measure:
    """Add up the counts of timelines to one measure, the micro-average.

    >>> found = AwarenessScores(verified=1, system=2, found=1, gold=1)
    >>> micro_average([found, AwarenessScores()], "x").words
    '66.7'
    """
    total = sum(found, AwarenessScores())
    return Measure(name=name, value=total.f, p=total.p, r=total.r)


def relations_of(timeline: EntityTimeline) -> tuple[Relation, ...]:
    """Return the graph of a timeline, order first, then dates.

    Gold timelines may give one date to several ranks: like the scorer of TempEval-3,
    this leaves out what contradicts the relations before it.

    >>> lines = [Line(rank=1, time="1968", mentions=("a",)),
    ...     Line(rank=2, time="XXXX-XX-XX", mentions=("b",))]
    >>> for each in relations_of(EntityTimeline(name="x", target="X", lines=lines)):
    ...     print(each.source, each.relation, each.target)
    a BEFORE b
    a SIMULTANEOUS time:1968
    """
    graph = PointGraph()
    kept = []
    for relation in _told(timeline.lines):
        if not graph.contradicts(relation):
            graph.add(relation)
            kept.append(relation)
    return tuple(kept)


def _told(lines: Iterable[Line]) -> Iterator[Relation]:
    ranks: dict[int, dict[str, str | None]] = {}
    seen: set[str] = set()
    for line in sorted(lines, key=lambda line: line.rank):
        for mention in map(str.lower, line.mentions):
            if line.rank and mention not in seen:
                seen.add(mention)
                ranks.setdefault(line.rank, {})[mention] = date_of(line.time)
    groups = [ranks[rank] for rank in sorted(ranks)]
    for group in groups:
        first, *others = group
        for other in others:
            yield Relation(first, "SIMULTANEOUS", other)
    for group, following in pairwise(groups):
        yield Relation(next(iter(group)), "BEFORE", next(iter(following)))
    for group in groups:
        for mention, time in group.items():
            if time is not None:
                yield Relation(mention, "SIMULTANEOUS", f"time:{time}")


def date_of(time: str) -> str | None:
    """Return the date without its unknown parts, `None` if nothing is known.

    >>> date_of("2008-03-XX"), date_of("XXXX-XX-XX")
    ('2008-03', None)
    """
    known = _UNKNOWN_PARTS.sub("", time)
    return known if known[:1].isdecimal() else None
