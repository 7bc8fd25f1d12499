"""Find how events hang together other than in time: cause, part, reaction, identity."""

from __future__ import annotations

from dateline.annotate.tlink_grid import Grid, governing_event
from dateline.annotate.tlink_spread import lifted_frame
from dateline.annotate.tlink_words import (
    ARISING,
    CANCELS,
    CASUALTY,
    CAUSE_PREPOSITIONS,
    CAUSED_BY,
    CAUSERS,
    CAUSERS_WITH,
    CAUSING_TYPES,
    FRAMES_OF_EVENTS,
    HARMS,
    PARTS_OF_EVENTS,
    REACTION_NOUNS,
    REACTS,
    STRIKING,
    STRIKING_TYPES,
)
from dateline.annotate.tree import (
    antecedent,
    children_with,
    first_child,
    first_of_coordination,
    is_passive,
    outer_preposition,
    prepositions,
)
from dateline.model.mentions import EventMention, EventRelationType
from dateline.model.text import Span
from dateline.model.time import TLinkType

_WITHIN = frozenset({"at", "during", "in"})
_DEMONSTRATIVE = frozenset({"the", "this", "that"})


def relate_events(grid: Grid) -> None:
    """Add the relations between the events of each sentence."""
    for i, event in enumerate(grid.doc.event_mentions):
        _by_because(grid, i, event)
        if not _by_occurring(grid, i, event):
            _by_verb(grid, i, event)
        if event.pos == "NOUN":
            _by_phrase(grid, i, event)
            _by_identity(grid, i, event)


def _by_because(grid: Grid, i: int, event: EventMention) -> None:
    """Read "closed because it snowed"."""
    tokens = grid.tokens
    if tokens[event.verb].dep != "advcl":
        return
    mark = first_child(tokens, event.verb, "mark")
    if mark is None or tokens[mark].lemma != "because":
        return
    main = governing_event(grid, tokens[event.verb].head)
    if main is not None:
        cue = grid.span(mark)
        grid.relate(i, EventRelationType.CAUSE, main, rule="because", cue=cue)


def _by_occurring(grid: Grid, i: int, event: EventMention) -> bool:
    """Read "a quake struck the coast", "was struck by a quake", "clashes broke out".

    The verb only says of its noun that it was, and where: the two are one event.
    """
    if event.pos == "NOUN":
        return False
    lemma = grid.tokens[event.verb].lemma
    arises, strikes = event.lemma in ARISING, lemma in STRIKING
    if not (arises or strikes):
        return False
    passive = is_passive(grid.tokens, event.verb)
    doers = _by_agent(grid, event.verb) if passive else _subjects(grid, event.verb)
    told = False
    for source in doers:
        noun = grid.doc.event_mentions[source]
        if arises or noun.known_type in STRIKING_TYPES:
            grid.relate(source, EventRelationType.SAME, i, rule="occurring")
            told = True
    return told


def _by_agent(grid: Grid, verb: int) -> list[int]:
    """Return the events that do it in a passive: "struck by a quake"."""
    return _after(grid, verb, "by")


def _by_verb(grid: Grid, i: int, event: EventMention) -> None:
    """Read verbs that cause, react or call off: "led to", "called off the talks"."""
    tokens = grid.tokens
    verb = event.verb
    if event.pos == "NOUN":
        return
    cue = grid.span(verb)
    lemma = tokens[verb].lemma
    if lemma in CANCELS or _is_call_off(grid, verb):
        for target in _undergone(grid, verb):
            grid.relate(
                i, EventRelationType.CANCELLATION, target, rule="cancel", cue=event.span
            )
    elif lemma in CAUSERS or lemma in CAUSERS_WITH or lemma in CAUSED_BY:
        _caused(grid, verb, lemma, cue)
        _caused_by(grid, verb, lemma, cue)
    elif lemma in HARMS:
        _harmed(grid, i, verb, cue)
    elif lemma in REACTS:
        for target in _after(grid, verb, REACTS[lemma]):
            grid.relate(i, EventRelationType.REACTION, target, rule="react", cue=cue)


def _caused_by(grid: Grid, verb: int, lemma: str, cue: Span) -> None:
    """Read "the fire resulted from a leak"."""
    for source in _after(grid, verb, CAUSED_BY.get(lemma, "")):
        for target in _subjects(grid, verb):
            grid.relate(
                source, EventRelationType.CAUSE, target, rule="caused-by", cue=cue
            )


def _is_call_off(grid: Grid, verb: int) -> bool:
    prt = first_child(grid.tokens, verb, "prt")
    is_off = prt is not None and grid.tokens[prt].lemma == "off"
    return is_off and grid.tokens[verb].lemma == "call"


def _harmed(grid: Grid, i: int, verb: int, cue: Span) -> None:
    """Read "the storm hit Florida": the storm is the cause of what it does."""
    if is_passive(grid.tokens, verb):
        return
    for source in _subjects(grid, verb):
        if grid.doc.event_mentions[source].known_type in CAUSING_TYPES:
            grid.relate(source, EventRelationType.CAUSE, i, rule="harm", cue=cue)
            grid.link_event(i, TLinkType.IS_INCLUDED, source, rule="harm")


def _caused(grid: Grid, verb: int, lemma: str, cue: Span) -> None:
    tokens = grid.tokens
    if lemma not in CAUSERS and lemma not in CAUSERS_WITH:
        return
    if is_passive(tokens, verb):
        sources = _by_agent(grid, verb)
        targets = _undergone(grid, verb)
    else:
        sources = _subjects(grid, verb)
        targets = _undergone(grid, verb)
        if lemma in CAUSERS_WITH:
            targets = _after(grid, verb, CAUSERS_WITH[lemma]) or (
                targets if first_child(tokens, verb, "prt") is not None else []
            )
    for source in sources:
        for target in targets:
            grid.relate(source, EventRelationType.CAUSE, target, rule="cause", cue=cue)


def _event(grid: Grid, token: int) -> list[int]:
    noun = antecedent(grid.tokens, token)
    found = grid.event_of(token if noun is None else noun)
    return [] if found is None else [found]


def _subjects(grid: Grid, verb: int) -> list[int]:
    found = children_with(grid.tokens, verb, "nsubj", "nsubjpass")
    return [event for token in found for event in _event(grid, token)]


def _undergone(grid: Grid, verb: int) -> list[int]:
    """Return the events that are the object, or the subject of the passive."""
    found = children_with(grid.tokens, verb, "dobj", "nsubjpass")
    return [event for token in found for event in _event(grid, token)]


def _after(grid: Grid, verb: int, word: str) -> list[int]:
    return [
        event
        for prep, token in prepositions(grid.tokens, verb)
        if grid.tokens[prep].lemma == word
        for event in _event(grid, token)
    ]


def _by_phrase(grid: Grid, i: int, event: EventMention) -> None:
    """Read "because of the storm", "at the summit", "in response to the attack"."""
    tokens = grid.tokens
    noun = first_of_coordination(tokens, event.head)
    if tokens[noun].dep != "pobj":
        return
    prep = outer_preposition(tokens, noun, PARTS_OF_EVENTS)
    word = tokens[prep].lemma
    above = tokens[prep].head
    if tokens[above].lemma in REACTION_NOUNS and tokens[above].dep == "pobj":
        _reaction(grid, i, above)
        return
    main = governing_event(grid, above)
    if main is None:
        return
    causal = {tokens[above].lemma, *(tokens[k].lemma for k in tokens[prep].children)}
    if word in {"because", "due"} or (
        word in {"of", "to"} and causal & CAUSE_PREPOSITIONS
    ):
        cue = grid.span(prep)
        grid.relate(i, EventRelationType.CAUSE, main, rule="cause-phrase", cue=cue)
    elif word in _WITHIN:
        _within(grid, i, event, lifted_frame(grid, main), prep)


def _reaction(grid: Grid, i: int, noun: int) -> None:
    tokens = grid.tokens
    main = governing_event(grid, tokens[tokens[noun].head].head)
    if main is not None:
        cue = grid.span(noun)
        grid.relate(main, EventRelationType.REACTION, i, rule="in-response", cue=cue)


def _within(grid: Grid, i: int, event: EventMention, main: int, prep: int) -> None:
    """A casualty "in" a disaster is its effect; else the act is a part of the event."""
    tokens = grid.tokens
    cue = grid.span(prep)
    inner = grid.doc.event_mentions[main]
    is_victim = tokens[inner.head].lemma in CASUALTY and tokens[prep].lemma == "in"
    if is_victim and event.known_type in CAUSING_TYPES:
        grid.relate(i, EventRelationType.CAUSE, main, rule="casualty-in", cue=cue)
    elif event.known_type in FRAMES_OF_EVENTS or event.is_named:
        rule = f"part-{tokens[prep].lemma}"
        grid.relate(main, EventRelationType.SUB_EVENT, i, rule=rule, cue=cue)


def _by_identity(grid: Grid, i: int, event: EventMention) -> None:
    """Read "The snub was a boycott", "the merger, the deal of the year"."""
    tokens = grid.tokens
    head = tokens[event.head]
    if head.dep == "appos":
        other = grid.event_at.get(head.head)
        if other is None or not grid.is_nominal(other):
            return
        # A list without an end parses as an apposition too.
        listed = first_child(tokens, event.head, "conj", "appos") is not None
        if _is_definite(grid, event.head) and not listed:
            grid.relate(i, EventRelationType.SAME, other, rule="appos")
    elif head.dep == "attr" and tokens[head.head].lemma == "be":
        found = first_child(tokens, head.head, "nsubj")
        other = None if found is None else grid.event_at.get(found)
        if other is None or not _is_definite(grid, event.head):
            return
        if grid.is_nominal(other):
            grid.relate(i, EventRelationType.SAME, other, rule="copula")


def _is_definite(grid: Grid, noun: int) -> bool:
    det = first_child(grid.tokens, noun, "det")
    return det is not None and grid.tokens[det].lemma in _DEMONSTRATIVE
