"""Link events to the time expressions of their clause (TLINKs of TimeML)."""

from __future__ import annotations

import re

from dateline.annotate.tlink_bases import (
    Attachment,
    dates_a_thing,
    edge_of,
    is_base_of_comparison,
)
from dateline.annotate.tlink_grid import Grid, event_of_copula, governing_event
from dateline.annotate.tlink_spread import (
    lifted,
    of_creation,
    of_durative,
    of_occurrence,
    of_phase,
    of_schedule,
    spread,
)
from dateline.annotate.tlink_words import (
    BEGINNINGS,
    CHANGES,
    ENDINGS,
    MAKING,
    TIME_SIGNALS,
)
from dateline.annotate.tree import SUBJECTS, first_child, is_verbal
from dateline.model.mentions import EventClass
from dateline.model.time import TimexType, TLinkType

_TIME_NAMES = frozenset({"DATE", "TIME"})
_ADNOMINAL = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det"})


def link_times(grid: Grid) -> None:
    """Add the links between the events and the time expressions of each sentence."""
    for timex, head in grid.timex_head.items():
        place = _attach(grid, timex, head)
        relation = _relation(grid, place)
        signal = None if place.prep is None else grid.span(place.prep)
        for event, rule in _events_at(grid, place):
            bound = _BOUNDS.get(rule) if relation is TLinkType.IS_INCLUDED else None
            if rule == "when-clause":  # "since May, when it opened": opened in May
                bound = TLinkType.IS_INCLUDED
            grid.link_time(event, bound or relation, timex, rule=rule, signal=signal)


# "the war began in 1950": the war is begun by it, the beginning lies in it.
_BOUNDS = {"begun": TLinkType.BEGUN_BY, "ended": TLinkType.ENDED_BY}


def _attach(grid: Grid, timex: int, head: int) -> Attachment:
    """Climb from the timex over prepositions and over other times to its governor."""
    tokens = grid.tokens
    place, prep = head, None
    for _ in range(_MAX_STEPS):
        here = tokens[place]
        if here.head == place:
            break
        if here.dep in {"pobj", "pcomp"} or tokens[here.head].dep == "prep":
            prep = here.head if prep is None else prep
            place = here.head
        elif _joins_time(grid, place):
            place = here.head
        else:
            break
    if _is_fronted_range(grid, place):
        prep, place = place - 1, tokens[place].head
    return Attachment(
        timex=timex,
        head=head,
        governor=tokens[place].head,
        prep=prep,
        dep=tokens[place].dep,
    )


_MAX_STEPS = 6


def _is_fronted_range(grid: Grid, place: int) -> bool:
    """Read "between 2017 and 2021 Roe inflated it": the parser counts Roe."""
    here = grid.tokens[place]
    return (
        here.dep == "nummod"
        and place > 0
        and grid.tokens[place - 1].lemma == "between"
        and grid.tokens[here.head].dep in SUBJECTS
    )


def _joins_time(grid: Grid, token: int) -> bool:
    """Tell whether the word hangs on another time, or on another preposition."""
    here = grid.tokens[token]
    if here.dep == "prep" and grid.tokens[here.head].pos in {"ADP", "SCONJ"}:
        return True
    return here.dep in {"conj", "appos", "prep"} and _is_time(grid, here.head)


def _is_time(grid: Grid, token: int) -> bool:
    """Tell whether the token stands in a time expression, by its name type."""
    return grid.tokens[token].ent_type in _TIME_NAMES


def _relation(grid: Grid, place: Attachment) -> TLinkType:
    """Return how an event relates to the timex, by its preposition and type."""
    timex = grid.doc.timexes[place.timex]
    is_duration = timex.time.type is TimexType.DURATION
    if place.prep is None:
        return TLinkType.DURING if is_duration else TLinkType.IS_INCLUDED
    word = grid.tokens[place.prep].lemma
    found = TIME_SIGNALS.get(word, TLinkType.IS_INCLUDED)
    if found is TLinkType.DURING and not is_duration:
        return TLinkType.IS_INCLUDED
    is_whole = word == "through" and _WHOLE.fullmatch(timex.time.words.lower())
    if is_whole or (word == "to" and not _is_range(grid, place)):
        return TLinkType.IS_INCLUDED
    if word in {"from", "to"} and is_duration:
        return TLinkType.DURING
    if is_duration and found is TLinkType.IS_INCLUDED and word not in _INSIDE:
        return TLinkType.DURING
    return found


# "through the night" is all of it, where "through Friday" is up to its end.
_WHOLE = re.compile(
    r"(?:the|that|this) (?:(?:whole|entire|following|next|previous) )?"
    r"(?:night|day|week|weekend|month|year|morning|afternoon|evening|spring|summer"
    r"|autumn|fall|winter|decade|century|(?:1[0-9]|20)?\d0s)"
)

# "in two days", "over the past year": somewhere in it, not all of it.
_INSIDE = frozenset({"in", "within", "over", "during"})


def _is_range(grid: Grid, place: Attachment) -> bool:
    """Tell whether "to" ends a "from … to …"."""
    tokens = grid.tokens
    prep = place.prep
    if prep is None:
        return False
    around = {tokens[prep].head, *tokens[place.governor].children}
    return any(tokens[i].lemma == "from" and i < prep for i in around)


def _events_at(grid: Grid, place: Attachment) -> list[tuple[int, str]]:
    """Return the events that the timex dates, with the rule that says so."""
    tokens = grid.tokens
    if dates_a_thing(grid, place):
        return []
    governor = tokens[place.governor]
    if place.dep in _ADNOMINAL and not is_verbal(governor):
        return _by_noun(grid, place)
    if place.dep in SUBJECTS or place.dep == "attr":
        return _by_copula(grid, place)
    dated = _by_dated(grid, place)
    if dated is not None:
        return dated
    if is_base_of_comparison(grid, place):
        return []
    return _by_clause(grid, place)


def _by_clause(grid: Grid, place: Attachment) -> list[tuple[int, str]]:
    """Date the event that governs the time, and those that share it."""
    scheduled = of_schedule(grid, place.governor, place.prep)
    if scheduled and place.prep is not None:
        return scheduled
    event = _reporting_shift(grid, place)
    if event is None:
        event = governing_event(grid, place.governor)
    if event is None:
        verb = place.governor
        return of_durative(grid, verb) + of_occurrence(grid, verb)
    above = lifted(grid, place.timex, place.head, event)
    rule = "clause" if grid.doc.event_mentions[event].head == place.governor else "low"
    found = [(event, rule) if above is None else (above, "lifted")]
    found += _neighbour(grid, place, event)
    found += scheduled
    found += of_creation(grid, event)
    if above is None:
        found = of_phase(grid, event) or found
    return found + spread(grid, place.head, event)


def _by_noun(grid: Grid, place: Attachment) -> list[tuple[int, str]]:
    """Read "the Thursday meeting", "Thursday's game"; "the 2017 budget" is no event.

    "Third-quarter profit fell": the change is that of the period.
    """
    event = grid.event_at.get(place.governor)
    if event is not None:
        return [(event, "noun")]
    noun = grid.tokens[place.governor]
    above = grid.event_at.get(noun.head) if noun.dep == "nsubj" else None
    if above is None or grid.tokens[noun.head].lemma not in CHANGES:
        return []
    return [(above, "figure")]


def _by_copula(grid: Grid, place: Attachment) -> list[tuple[int, str]]:
    noun = _noun_behind(grid, place)
    if noun is not None:
        return [(noun, "noun")]
    event = event_of_copula(grid, place.governor)
    if event is None:
        event = grid.event_at.get(place.governor)
    return [] if event is None else [(event, "copula")]


def _noun_behind(grid: Grid, place: Attachment) -> int | None:
    """Return the event of "the May 7, 1998, bombings", parsed as two subjects."""
    tokens = grid.tokens
    for child in tokens[place.governor].children:
        if child > place.head and tokens[child].dep in SUBJECTS:
            between = tokens[place.head + 1 : child]
            if all(token.tag in {"CD", ",", "NNP"} for token in between):
                return grid.event_at.get(child)
    return None


def _by_dated(grid: Grid, place: Attachment) -> list[tuple[int, str]] | None:
    """Read "the letter, dated July 6, was sent": the letter and its sending."""
    tokens = grid.tokens
    dated = tokens[place.governor]
    if dated.lemma != "date" or dated.dep not in {"acl", "relcl", "amod"}:
        return None
    noun = dated.head
    events = (grid.event_at.get(place.governor), grid.event_at.get(noun))
    found = [(event, "dated") for event in events if event is not None]
    above = tokens[noun].head
    if tokens[above].lemma in MAKING and above in grid.event_at:
        found.append((grid.event_at[above], "dated-thing"))
    return found


def _reporting_shift(grid: Grid, place: Attachment) -> int | None:
    """Move a time between a reporting verb and its content to where it belongs.

    "said Tuesday the plant had closed": a time right after the verb is that of the
    report. "said the plant closed on Tuesday": one behind the content is not.
    """
    tokens = grid.tokens
    before = _before(grid, edge_of(grid, place))
    if before is not None:
        event = grid.event_at.get(before)
        if event is not None and _is_report(grid, event):
            return event
    event = grid.event_at.get(place.governor)
    if event is None or not _is_report(grid, event):
        return None
    content = first_child(tokens, place.governor, "ccomp")
    if content is None or not place.governor < content < place.head:
        return None
    return governing_event(grid, content)


# "convicted of fraud in March": the time is not that of the crime.
_CHARGING = frozenset(
    {"convict", "accuse", "charge", "acquit", "suspect", "indict", "guilty", "sentence"}
)


def _before(grid: Grid, token: int) -> int | None:
    """Return the word before the time expression in its sentence."""
    tokens = grid.tokens
    at = token - 1
    if at >= 0 and tokens[at].dep == "det":
        at -= 1
    if at < 0 or tokens[at].sentence != tokens[token].sentence:
        return None
    return at


def _is_report(grid: Grid, event: int) -> bool:
    mention = grid.doc.event_mentions[event]
    return mention.cls is EventClass.REPORTING and mention.pos == "VERB"


# "approved the extradition in March": what is decided on comes at another time.
_DECIDING = frozenset({
    "approve", "reject", "deny", "order", "propose", "announce", "veto", "block",
    "oppose", "condemn", "welcome", "demand", "request", "seek", "consider", "debate",
    "discuss", "plan", "recommend", "authorize", "authorise", "denounce", "criticize",
    "criticise", "support", "back", "urge", "delay", "postpone", "predict", "promise",
    "forecast", "threaten", "suggest", "rule", "uphold", "overturn", "dismiss",
})  # fmt: skip


def _neighbour(grid: Grid, place: Attachment, event: int) -> list[tuple[int, str]]:
    """Read "at the Singapore summit on June 12": the noun before has the date too."""
    before = _before(grid, edge_of(grid, place))
    if before is not None:
        before = _seated(grid, before)
    other = None if before is None else grid.event_at.get(before)
    if before is None or other is None or other == event:
        return []
    above = grid.tokens[grid.tokens[before].head]
    accused = grid.tokens[above.head].lemma in _CHARGING and above.pos == "ADP"
    if not grid.is_nominal(other) or accused:
        return []
    if above.lemma in BEGINNINGS | ENDINGS | _DECIDING:
        return []
    return [(other, "neighbour")]


def _seated(grid: Grid, token: int) -> int:
    """Return the noun of "at the summit in Rome on June 12", found from "Rome"."""
    tokens = grid.tokens
    here = tokens[token]
    prep = tokens[here.head]
    if here.ent_type not in _PLACE_NAMES or here.dep != "pobj" or prep.lemma != "in":
        return token
    noun = prep.head
    is_setting = noun in grid.event_at and tokens[noun].dep == "pobj"
    return noun if is_setting else token


_PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
