"""Score TimeML files against TimeML files: all that TempEval-3 published.

Times and events as in `dateline.evaluate.timeml`; beside them tense, aspect and
polarity of events, and temporal awareness of the relations. A relation counts with the
places of its ends: what the system calls e7 is the gold event that it overlaps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from dateline.errors import GoldError
from dateline.evaluate.awareness import AwarenessScores, Relation, score_awareness
from dateline.evaluate.scores import PRF, Measure
from dateline.evaluate.timeml import (
    EventScores,
    Labelled,
    TimexScores,
    align,
    score_events,
    score_timexes,
)
from dateline.evaluate.timeml_reader import (
    GoldInstance,
    TimemlDocument,
    read_timeml_file,
)
from dateline.model.text import Span

_ATTRIBUTES = ("tense", "aspect", "polarity")
_DCT = "dct"

Names = Mapping[str, str]
Mark = tuple[str, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimemlScores:
    """All scores of one or more files; counts add up.

    `tense`, `aspect` and `polarity` count as class does: the overlapping events whose
    attribute is equal, over all events.
    """

    timexes: TimexScores = field(default_factory=TimexScores)
    events: EventScores = field(default_factory=EventScores)
    tense: PRF = field(default_factory=PRF)
    aspect: PRF = field(default_factory=PRF)
    polarity: PRF = field(default_factory=PRF)
    awareness: AwarenessScores = field(default_factory=AwarenessScores)

    def __add__(self, other: TimemlScores) -> TimemlScores:
        return TimemlScores(
            timexes=self.timexes + other.timexes,
            events=self.events + other.events,
            tense=self.tense + other.tense,
            aspect=self.aspect + other.aspect,
            polarity=self.polarity + other.polarity,
            awareness=self.awareness + other.awareness,
        )

    def measures(self) -> Iterator[Measure]:
        """Yield every score with its name."""
        for name in ("strict", "relaxed", "type", "value"):
            yield Measure.of(f"time expression {name}", getattr(self.timexes, name))
        yield Measure.of("event strict", self.events.strict)
        yield Measure.of("event", self.events.relaxed)
        yield Measure.of("event class", self.events.cls)
        for name in _ATTRIBUTES:
            yield Measure.of(f"event {name}", getattr(self, name))
        found = self.awareness
        # As for the others, nothing expected and nothing found is perfect.
        empty = not (found.system or found.gold)
        yield Measure(
            name="temporal awareness",
            value=1.0 if empty else found.f,
            p=found.p,
            r=found.r,
        )


def score_files(
    gold: Iterable[TimemlDocument], system: Iterable[TimemlDocument]
) -> TimemlScores:
    """Add up the scores of files, in pairs.

    Raises:
        GoldError: if a pair does not have the same text.

    >>> score_files([], []).timexes.value.f
    1.0
    """
    total = TimemlScores()
    for expected, found in zip(gold, system, strict=True):
        total += score_file(expected, found)
    return total


def score_file(gold: TimemlDocument, system: TimemlDocument) -> TimemlScores:
    """Score one file against another.

    Raises:
        GoldError: if the two do not have the same text.
    """
    _compare_texts(gold, system)
    attributes = _score_attributes(gold, system)
    return TimemlScores(
        timexes=score_timexes(gold.timexes, system.timexes),
        events=score_events(gold.events, system.events),
        **attributes,
        awareness=_score_relations(gold, system),
    )


def _compare_texts(gold: TimemlDocument, system: TimemlDocument) -> None:
    if gold.text == system.text:
        return
    place = next(
        number
        for number, (a, b) in enumerate(zip_longest(gold.text, system.text))
        if a != b
    )
    want, got = (repr(doc.text[place : place + 20]) for doc in (gold, system))
    msg = (
        f"{system.name}: the text is not that of the gold file, from character {place} "
        f"on: expected {want}, got {got}; keep the lines and spaces of <TEXT>"
    )
    raise GoldError(msg)


def _score_attributes(gold: TimemlDocument, system: TimemlDocument) -> dict[str, PRF]:
    left, right = _labelled(gold), _labelled(system)
    pairs = align(left, right)
    scores = {}
    for place, name in enumerate(_ATTRIBUTES):
        hits = sum(a.labels[place] == b.labels[place] for a, b in pairs)
        scores[name] = PRF(tp=hits, fp=len(right) - hits, fn=len(left) - hits)
    return scores


def _labelled(doc: TimemlDocument) -> list[Labelled]:
    instances: dict[str, GoldInstance] = {}
    for instance in doc.instances:
        instances.setdefault(instance.eid, instance)
    found = []
    for event in doc.events:
        if len(event.span):
            made = instances.get(event.eid, GoldInstance(eiid="", eid=event.eid))
            labels = tuple(getattr(made, name) for name in _ATTRIBUTES)
            found.append(Labelled(event.span, labels))
    return found


def _score_relations(gold: TimemlDocument, system: TimemlDocument) -> AwarenessScores:
    theirs = {
        **_same_places(_event_marks(gold), _event_marks(system)),
        **_same_places(_timex_marks(gold), _timex_marks(system)),
    }
    ours = _names(system, lambda own: theirs.get(own, f"only-system:{own}"))
    return score_awareness(
        _relations(gold, _names(gold, str)), _relations(system, ours)
    )


def _event_marks(doc: TimemlDocument) -> list[Mark]:
    return [(event.eid, event.span) for event in doc.events]


def _timex_marks(doc: TimemlDocument) -> list[Mark]:
    return [(timex.tid, timex.span) for timex in doc.timexes]


def _same_places(gold: list[Mark], system: list[Mark]) -> Names:
    """Map the system's ids to the gold ids of what stands at the same place."""
    left, right = (
        [Labelled(span, (name,)) for name, span in marks if len(span)]
        for marks in (gold, system)
    )
    return {b.labels[0]: a.labels[0] for a, b in align(left, right)}


def _names(doc: TimemlDocument, name: Callable[[str], str]) -> Names:
    """Map ids of instances and times to names that gold and system share.

    An event may have several instances: they are told apart by their number.
    """
    names = {timex.tid: name(timex.tid) for timex in doc.timexes}
    if doc.dct is not None:
        names[doc.dct.tid] = _DCT
    seen: Counter[str] = Counter()
    for instance in doc.instances:
        names[instance.eiid] = f"{name(instance.eid)}#{seen[instance.eid]}"
        seen[instance.eid] += 1
    return names


def _relations(doc: TimemlDocument, names: Names) -> Iterator[Relation]:
    """Yield the relations whose two ends are in the file."""
    for link in doc.tlinks:
        source, target = names.get(link.source), names.get(link.target)
        if source is not None and target is not None and source != target:
            yield Relation(source, link.relation, target)


def read_system(golds: Iterable[Path], system_dir: Path) -> Iterator[TimemlDocument]:
    """Yield the system's file for each gold file: the one with the same name.

    Raises:
        GoldError: if there is none.
    """
    files = {path.stem: path for path in sorted(system_dir.rglob("*.tml"))}
    for path in golds:
        if path.stem not in files:
            raise GoldError(
                f"no {path.name} below {system_dir}; the gold folder has it"
            )
        yield read_timeml_file(files[path.stem])
