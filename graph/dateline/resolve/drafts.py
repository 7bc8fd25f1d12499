"""Join the mentions of one event: its status, its time, who took part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.edtf import to_edtf
from dateline.model.event_types import EventType
from dateline.model.facts import EventTime, Participation, Status
from dateline.model.mentions import Factuality, FactualityValue, RoleName, Stance
from dateline.model.text import Dct, Span
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue, TimexType
from dateline.resolve.events import Described
from dateline.resolve.ordering import Narrowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event before its date is narrowed; `best` is the mention to describe it by."""

    members: tuple[Described, ...]
    best: Described
    status: Status
    factuality: FactualityValue
    stance: Stance
    cues: tuple[Span, ...]
    time: EventTime | None
    participations: tuple[Participation, ...]


def draft_event(
    members: tuple[Described, ...], author: Mapping[int, Factuality]
) -> Draft:
    """Join `members`, the mentions of one event in text order."""
    status = _joint_status(members)
    best = max(members, key=_describing)
    deciding = next(item for item in members if item.status is status)
    judged = author.get(deciding.index)
    parts: dict[tuple[str, RoleName], Participation] = {}
    absent = {
        p.entity
        for item in members
        for p in item.participations
        if p.role is RoleName.ABSENTEE
    }
    for item in members:
        for part in item.participations:
            # Who stayed away of the occasion is not also there as an actor.
            if part.entity in absent and part.role is not RoleName.ABSENTEE:
                continue
            parts.setdefault((part.entity, part.role), part)
    return Draft(
        members=members,
        best=best,
        status=status,
        factuality=judged.value if judged else FactualityValue.CT_PLUS,
        stance=judged.stance if judged else Stance.ASSERTED,
        cues=judged.cues if judged else (),
        time=_joint_time([item.time for item in members if item.time is not None]),
        participations=tuple(parts.values()),
    )


def _joint_status(members: Sequence[Described]) -> Status:
    """Weigh what the mentions say: a denial is firmest, then a plain assertion."""
    said = {item.status for item in members}
    for status in (Status.DID_NOT_HAPPEN, Status.HAPPENED, Status.PLANNED):
        if status in said:
            return status
    return Status.POSSIBLE


def _describing(item: Described) -> tuple[int, int, int]:
    """Prefer a name, then what has a type and participants, then what comes first."""
    mention = item.mention
    return (
        2 * mention.is_named + (mention.event_type != EventType.OTHER),
        len(item.participations),
        -item.index,
    )


def _joint_time(times: Sequence[EventTime]) -> EventTime | None:
    """Return the best grounded time, cut by the others as far as they agree."""
    if not times:
        return None
    ranked = sorted(
        times, key=lambda time: (_ground(time), _uncertainty(time.value.interval))
    )
    best = ranked[0]
    interval = best.value.interval
    for other in ranked[1:]:
        interval = intersect(interval, other.value.interval) or interval
    return with_interval(best, interval, "")


def _ground(time: EventTime) -> int:
    return int(time.value.basis is DateBasis.PUBLICATION_ONLY)


def _uncertainty(interval: Interval) -> int:
    """Count the days that the interval may touch; an open side counts most."""
    low, high = interval.earliest_begin, interval.latest_end
    return 10**7 if low is None or high is None else (high - low).days


def intersect(a: Interval, b: Interval) -> Interval | None:
    """Return the bounds that both allow, `None` if they exclude each other."""

    def later(name: str) -> object:
        known = [d for d in (getattr(a, name), getattr(b, name)) if d is not None]
        return max(known) if known else None

    def earlier(name: str) -> object:
        known = [d for d in (getattr(a, name), getattr(b, name)) if d is not None]
        return min(known) if known else None

    bounds = {
        "earliest_begin": later("earliest_begin"),
        "latest_begin": earlier("latest_begin"),
        "earliest_end": later("earliest_end"),
        "latest_end": earlier("latest_end"),
    }
    try:
        return Interval(**bounds)  # type: ignore[arg-type]
    except ValueError:
        return None


def with_interval(time: EventTime, interval: Interval, why: str) -> EventTime:
    """Return `time` with a tighter interval, and the reason added if there is one."""
    if interval == time.value.interval:
        return time
    explanation = time.value.explanation + (f"; {why}" if why else "")
    value = replace(
        time.value,
        interval=interval,
        edtf=to_edtf(interval),
        granularity=granularity_of(interval, time.value.granularity),
        explanation=explanation,
    )
    return EventTime(value=value, timex=time.timex)


def granularity_of(interval: Interval, before: Granularity) -> Granularity:
    """Return the granularity of a narrowed interval: a day, or what it was."""
    is_day = interval.is_exact and interval.earliest_begin == interval.latest_end
    if is_day and before is not Granularity.TIME_OF_DAY:
        return Granularity.DAY
    return before


def interval_of(time: EventTime | None) -> Interval:
    """Return the interval of `time`, all open if there is none."""
    return Interval() if time is None else time.value.interval


def narrowed_time(
    n: int, drafts: Sequence[Draft], narrowed: Narrowed
) -> EventTime | None:
    """Return the time of draft `n` as the other events narrow it."""
    time, interval = drafts[n].time, narrowed.intervals[n]
    if interval == interval_of(time):
        return time
    order = narrowed.because.get(n)
    if order is None:
        # No other event: the end alone bounds the begin.
        return None if time is None else with_interval(time, interval, "")
    other = drafts[order.target if order.source == n else order.source]
    name = other.best.mention.lemma
    edtf = to_edtf(interval)
    if time is not None and time.value.basis is not DateBasis.PUBLICATION_ONLY:
        return with_interval(time, interval, f"narrowed by '{name}' to {edtf}")
    before = time.value.explanation + "; " if time is not None else ""
    value = TimeValue(
        interval=interval,
        granularity=granularity_of(interval, Granularity.UNKNOWN),
        basis=DateBasis.RELATIVE_TO_EVENT,
        type=TimexType.DATE,
        value="",
        edtf=edtf,
        anchor=interval_of(other.time).earliest_begin,
        rule=f"order-{order.relation.value.lower()}",
        explanation=f"{before}its order with '{name}' gives {edtf}",
        words="",
    )
    return EventTime(value=value)


def still_ahead(
    draft: Draft, time: EventTime | None, dct: Dct | None
) -> EventTime | None:
    """Return the time of a plan with the publication as its earliest begin.

    What an article calls planned has not happened yet when it is published. Where the
    text gives a begin, or an end that is past, that stands.
    """
    interval = interval_of(time)
    if draft.status is not Status.PLANNED or dct is None:
        return time
    if interval.earliest_begin is not None:
        return time
    if interval.latest_end is not None and interval.latest_end < dct.date:
        return time
    ahead = intersect(
        interval, Interval(earliest_begin=dct.date, earliest_end=dct.date)
    )
    if ahead is None:
        return time
    why = f"a plan at the publication on {dct.date}"
    if time is not None:
        return with_interval(time, ahead, why)
    value = TimeValue(
        interval=ahead,
        granularity=Granularity.UNKNOWN,
        basis=DateBasis.PUBLICATION_ONLY,
        type=TimexType.DATE,
        value="",
        edtf=to_edtf(ahead),
        anchor=dct.date,
        rule="plan",
        explanation=f"no time in the text; {why}: after it",
        words="",
    )
    return EventTime(value=value)


def not_yet(draft: Draft, time: EventTime | None, dct: Dct | None) -> Draft:
    """Return a plan for what is told as a fact but lies after the publication.

    "The trial on 3 March" in an article of February has not happened yet.
    """
    begin = interval_of(time).earliest_begin
    if draft.status is not Status.HAPPENED or dct is None or begin is None:
        return draft
    if begin <= dct.date:
        return draft
    return replace(
        draft,
        status=Status.PLANNED,
        factuality=FactualityValue.PR_PLUS,
        stance=Stance.PLANNED,
    )


def over(draft: Draft, time: EventTime | None, dct: Dct | None) -> Draft:
    """Return as a fact what somebody will do something after, if its day is past.

    "Will miss the final after falling on Tuesday": the fall was before the publication.
    """
    end = interval_of(time).latest_end
    if draft.status is not Status.PLANNED or dct is None or end is None:
        return draft
    if end >= dct.date:
        return draft
    return replace(
        draft,
        status=Status.HAPPENED,
        factuality=FactualityValue.CT_PLUS,
        stance=Stance.ASSERTED,
    )
