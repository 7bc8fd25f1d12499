"""Link events to each other and to the publication time (TimeML TLINK)."""

from __future__ import annotations

from dateline.annotate.tlink_grid import Grid, governing_event
from dateline.annotate.tlink_spread import lifted_frame
from dateline.annotate.tlink_words import (
    BEGINNINGS,
    CLAUSE_ONLY,
    ENDINGS,
    EVENT_SIGNALS,
    FRAMES_OF_EVENTS,
    PARTS_OF_EVENTS,
    PHRASE_ONLY,
    PRESENCE,
    RAISING,
)
from dateline.annotate.tree import (
    children_with,
    first_child,
    first_of_coordination,
    outer_preposition,
)
from dateline.model.mentions import Aspect, EventClass, EventMention, Tense
from dateline.model.time import TLinkType

_INSIDE = frozenset({"at", "in"})
_STATIVE = frozenset({EventClass.STATE, EventClass.I_STATE})


def link_dct(grid: Grid) -> None:
    """Add "event RELATION publication time", as tense and aspect say."""
    for i, event in enumerate(grid.doc.event_mentions):
        relation = _from_tense(event)
        if relation is not None:
            grid.link_dct(i, relation, rule=f"tense-{event.tense.value.lower()}")


def _from_tense(event: EventMention) -> TLinkType | None:
    """Return how an event of this tense lies to the publication."""
    if event.tense is Tense.FUTURE:
        return TLinkType.AFTER
    if event.modality:
        return None
    if event.tense is Tense.PASTPART:
        is_act = event.cls is EventClass.OCCURRENCE
        return TLinkType.BEFORE if is_act else None
    if event.tense is Tense.PRESENT:
        return _from_present(event)
    return TLinkType.BEFORE if event.tense is Tense.PAST else None


def _from_present(event: EventMention) -> TLinkType:
    if event.aspect is Aspect.PERFECTIVE:
        return TLinkType.BEFORE
    if event.cls is EventClass.REPORTING:
        return TLinkType.IS_INCLUDED
    return TLinkType.INCLUDES


def link_events(grid: Grid) -> None:
    """Add the links between the events of each sentence."""
    for i, event in enumerate(grid.doc.event_mentions):
        _link_clause(grid, i, event)
        if event.pos == "NOUN":
            _link_phrase(grid, i, event)


def _link_clause(grid: Grid, i: int, event: EventMention) -> None:
    """Link the verb of a subordinate clause to the event that governs it."""
    tokens = grid.tokens
    verb = first_of_coordination(tokens, event.verb)
    dep = tokens[verb].dep
    if dep in {"advcl", "ccomp"} and _by_mark(grid, i, verb):
        return
    if dep == "pcomp":
        _by_preposition(grid, i, tokens[verb].head)
    elif dep == "xcomp":
        _by_infinitive(grid, i, verb)
    elif dep == "ccomp":
        _by_report(grid, i, event, verb)
    elif dep == "advcl":
        _by_purpose(grid, i, verb)


def _by_purpose(grid: Grid, i: int, verb: int) -> None:
    """Read "came to help": the purpose comes later, if at all."""
    tokens = grid.tokens
    to = first_child(tokens, verb, "aux")
    main = grid.event_at.get(tokens[verb].head)
    if main is None or to is None or tokens[verb].tag != "VB" or to > verb:
        return
    if tokens[to].lemma == "to":
        grid.link_event(i, TLinkType.AFTER, main, rule="purpose")


def _by_mark(grid: Grid, i: int, verb: int) -> bool:
    """Read "left after he spoke", "fell when it rained"."""
    tokens = grid.tokens
    for child in children_with(tokens, verb, "mark", "advmod"):
        word = tokens[child].lemma
        relation = EVENT_SIGNALS.get(word)
        if relation is None or word in PHRASE_ONLY or child > verb:
            continue
        if tokens[child].dep == "advmod" and word not in CLAUSE_ONLY:
            continue
        main = governing_event(grid, _main_of(grid, verb, child))
        if word == "as" and grid.doc.event_mentions[i].cls in _STATIVE:
            return True
        if main is not None:
            rule = f"clause-{word}"
            grid.link_event(main, relation, i, rule=rule, signal=grid.span(child))
        return True
    return False


def _main_of(grid: Grid, verb: int, mark: int) -> int:
    """Return the governor of a marked clause.

    In "they fired, hours after X had agreed, Y said" the parser may make the main
    clause a complement of the marked one.
    """
    tokens = grid.tokens
    before = first_child(tokens, verb, "ccomp")
    if tokens[verb].dep == "ccomp" and before is not None and before < mark:
        return before
    return tokens[verb].head


def _by_preposition(grid: Grid, i: int, prep: int) -> None:
    """Read "after meeting Kim", "after the summit", "during the war"."""
    tokens = grid.tokens
    word = tokens[prep].lemma
    relation = EVENT_SIGNALS.get(word)
    if relation is None or word in CLAUSE_ONLY:
        return
    event = grid.doc.event_mentions[i]
    if word in _INSIDE and event.known_type not in FRAMES_OF_EVENTS:
        return
    main = governing_event(grid, tokens[prep].head)
    if main is not None:
        main = lifted_frame(grid, main) if word in PHRASE_ONLY else main
        rule = f"phrase-{word}"
        grid.link_event(main, relation, i, rule=rule, signal=grid.span(prep))


def _link_phrase(grid: Grid, i: int, event: EventMention) -> None:
    tokens = grid.tokens
    noun = first_of_coordination(tokens, event.head)
    if tokens[noun].dep == "pobj":
        prep = outer_preposition(tokens, noun, PARTS_OF_EVENTS)
        _by_preposition(grid, i, prep)
        _by_presence(grid, i, prep)
    elif tokens[noun].dep in {"dobj", "nsubj", "nsubjpass"}:
        _by_phase(grid, i, tokens[noun].head)


def _by_phase(grid: Grid, i: int, verb: int) -> None:
    """Read "began talks", "the war ended", "skipped the vote": ends, or all of it."""
    phase = grid.event_at.get(verb)
    if phase is None or phase == i:
        return
    lemma = grid.tokens[verb].lemma
    if lemma in BEGINNINGS:
        grid.link_event(phase, TLinkType.BEGINS, i, rule="phase-begin")
    elif lemma in ENDINGS:
        grid.link_event(phase, TLinkType.ENDS, i, rule="phase-end")
    elif lemma in PRESENCE and _is_told(grid.doc.event_mentions[phase]):
        grid.link_event(phase, TLinkType.SIMULTANEOUS, i, rule="attendance")


def _by_presence(grid: Grid, i: int, prep: int) -> None:
    """Read "showed up for the hearing", "did not appear at the trial"."""
    verb = grid.tokens[prep].head
    presence = grid.event_at.get(verb)
    if presence is None or grid.tokens[prep].lemma not in {"for", "at"}:
        return
    if grid.doc.event_mentions[presence].lemma in _APPEARANCES:
        rule = "attendance"
        grid.link_event(presence, TLinkType.SIMULTANEOUS, i, rule=rule)


_APPEARANCES = frozenset({"show up", "appear", "turn up", "arrive"})


def _is_told(event: EventMention) -> bool:
    """Tell whether a verb says that it was so: no threat or wish to do it."""
    return event.tense not in {Tense.INFINITIVE, Tense.NONE} and not event.modality


def _by_infinitive(grid: Grid, i: int, verb: int) -> None:
    """Read "promised to leave": what is promised lies after the promise."""
    tokens = grid.tokens
    head = tokens[verb].head
    main = grid.event_at.get(head)
    if main is None:
        return
    lemma = tokens[head].lemma
    if lemma in BEGINNINGS or lemma in ENDINGS:
        _by_phase(grid, i, head)
        return
    if lemma in _IMPLICATIVES and tokens[verb].tag == "VB":
        grid.link_event(i, TLinkType.SIMULTANEOUS, main, rule="implicative")
    elif lemma not in RAISING and tokens[verb].tag == "VB":
        grid.link_event(i, TLinkType.AFTER, main, rule="infinitive")


# "failed to appear on Monday": what did not come about did not on Monday.
_IMPLICATIVES = frozenset({"fail", "manage", "forget", "neglect", "omit"})


def _by_report(grid: Grid, i: int, event: EventMention, verb: int) -> None:
    """Read "said he left": the report lies after what it tells, if that is past."""
    main = grid.event_at.get(grid.tokens[verb].head)
    if main is None or grid.doc.event_mentions[main].cls is not EventClass.REPORTING:
        return
    if event.tense is Tense.FUTURE or event.modality in {"would", "will"}:
        grid.link_event(main, TLinkType.BEFORE, i, rule="report-of-future")
    elif event.tense is Tense.PAST or event.aspect is Aspect.PERFECTIVE:
        if event.cls not in _STATIVE:
            grid.link_event(main, TLinkType.AFTER, i, rule="report-of-past")
    elif event.tense is Tense.PRESENT and (
        event.cls in _STATIVE or event.aspect is Aspect.PROGRESSIVE
    ):
        grid.link_event(main, TLinkType.IS_INCLUDED, i, rule="report-of-present")
