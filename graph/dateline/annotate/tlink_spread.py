"""Carry a time from the event it hangs on to those that it dates as well.

A clause shares its time with its coordinated verbs, its participles, the infinitive's
governor, the nominal event it schedules, reports to have happened, or tells missed.
"""

from __future__ import annotations

from dateline.annotate.tlink_grid import Grid
from dateline.annotate.tlink_words import (
    ATTENDANCE,
    BEGINNINGS,
    CASUALTY,
    CAUSING_TYPES,
    COMMITMENTS,
    CREATION,
    DURATIVES,
    ENDINGS,
    HAPPENING,
    HARMS,
    HOLDING,
    SCHEDULING,
)
from dateline.annotate.tree import (
    SUBJECTS,
    antecedent,
    first_child,
    first_of_coordination,
    prepositions,
    subtree,
)
from dateline.annotate.tree_subjects import own_subject
from dateline.model.mentions import Tense, Timex

Found = list[tuple[int, str]]


def lifted(grid: Grid, timex: int, head: int, event: int) -> int | None:
    """Return the governor that a low time belongs to: "agreed to return it in June".

    June is when they agreed; the parser hangs it on the infinitive. A time that lies
    after the publication stays there.
    """
    tokens = grid.tokens
    verb = grid.doc.event_mentions[event].verb
    if head < verb:
        return None
    matrix = _committed(grid, verb)
    if matrix is None:
        return None
    found = grid.event_at.get(matrix)
    if found is None or tokens[matrix].lemma not in COMMITMENTS:
        return None
    if tokens[verb].lemma in ATTENDANCE:
        return None
    if grid.doc.event_mentions[found].tense is not Tense.PAST:
        return None
    return found if _may_be_past(grid, grid.doc.timexes[timex]) else None


def _committed(grid: Grid, verb: int) -> int | None:
    """Return who governs "agreed to return it", "agreed on the return of it"."""
    tokens = grid.tokens
    verb = first_of_coordination(tokens, verb)
    here = tokens[verb]
    if here.dep == "xcomp" and here.tag == "VB":
        return here.head
    is_matter = here.dep == "pobj" and tokens[here.head].lemma in _MATTERS
    return tokens[here.head].head if is_matter else None


_MATTERS = frozenset({"on", "to"})


def _may_be_past(grid: Grid, timex: Timex) -> bool:
    """Tell whether the time may have begun by the publication date."""
    dct = grid.doc.document.dct
    first = timex.time.interval.earliest_begin
    return dct is None or first is None or first <= dct.date


def lifted_frame(grid: Grid, event: int) -> int:
    """Return the governor of an infinitive that was said "at the summit".

    "agreed to return the remains at the summit": the agreement was there.
    """
    tokens = grid.tokens
    matrix = _committed(grid, grid.doc.event_mentions[event].verb)
    if matrix is None:
        return event
    found = grid.event_at.get(matrix)
    if found is None or tokens[matrix].lemma not in COMMITMENTS:
        return event
    is_past = grid.doc.event_mentions[found].tense is Tense.PAST
    return found if is_past else event


def spread(grid: Grid, head: int, event: int) -> Found:
    """Return the further events that share the time at `head` with `event`."""
    verb = grid.doc.event_mentions[event].verb
    return [
        *of_durative(grid, verb),
        *of_occurrence(grid, verb),
        *_fronted(grid, head, verb),
        *_participles(grid, verb),
        *_predicate(grid, verb),
        *_when_clause(grid, head, verb),
        *_attended(grid, verb),
        *_held(grid, verb),
        *_casualty(grid, verb),
    ]


def of_durative(grid: Grid, verb: int) -> Found:
    """Read "the war, which lasted from 1950 to 1953": the war has the bounds."""
    if grid.tokens[verb].lemma not in DURATIVES:
        return []
    return _subject_event(grid, verb, "durative")


def of_occurrence(grid: Grid, verb: int) -> Found:
    """Read "the attack occurred on Monday", "they began the strike on Monday"."""
    lemma = grid.tokens[verb].lemma
    if lemma in BEGINNINGS or lemma in ENDINGS:
        rule = "begun" if lemma in BEGINNINGS else "ended"
        goods = first_child(grid.tokens, verb, "dobj", "xcomp")
        if goods is None:
            return _subject_event(grid, verb, rule)
        return [(grid.event_at[goods], rule)] if goods in grid.event_at else []
    if lemma in HAPPENING or lemma in HARMS:
        return _subject_event(grid, verb, "occurrence")
    return []


def of_phase(grid: Grid, event: int) -> Found:
    """Read "stopped paying in 2005": the stop was then, and ended the paying."""
    tokens = grid.tokens
    verb = grid.doc.event_mentions[event].verb
    matrix = tokens[verb].head
    lemma = tokens[matrix].lemma
    if tokens[verb].dep != "xcomp" or lemma not in BEGINNINGS | ENDINGS:
        return []
    rule = "begun" if lemma in BEGINNINGS else "ended"
    above = grid.event_at.get(matrix)
    return [(event, rule), *([] if above is None else [(above, "phase")])]


def _held(grid: Grid, verb: int) -> Found:
    """Read "talks held on Monday": the talks were on Monday."""
    if grid.tokens[verb].lemma not in HOLDING:
        return []
    other = _undergone(grid, verb)
    return [] if other is None else [(other, "held")]


def _undergone(grid: Grid, verb: int) -> int | None:
    """Return the event that is the subject of the passive `verb`, full or reduced."""
    token = grid.tokens[verb]
    noun = first_child(grid.tokens, verb, "nsubjpass", "nsubj")
    if noun is not None:
        behind = antecedent(grid.tokens, noun)
        noun = noun if behind is None else behind
    elif token.dep in {"acl", "relcl"}:
        noun = token.head
    elif token.dep == "xcomp" and grid.tokens[token.head].lemma in _RAISED:
        found = own_subject(grid.tokens, token.head)
        noun = None if found is None else found.token
    if noun is None:
        return None
    of = grid.tokens[noun].head
    if noun not in grid.event_at and grid.tokens[of].lemma == "of":
        # "an exchange of prisoners that was planned for Monday"
        noun = grid.tokens[of].head
    return grid.event_at.get(noun)


# "was to be held", "is due to be held"
_RAISED = frozenset({"be", "due", "expect", "schedule", "set", "plan"})


def _casualty(grid: Grid, verb: int) -> Found:
    """Read "were killed on Monday in a bombing": the bombing was on Monday."""
    tokens = grid.tokens
    if tokens[verb].lemma not in CASUALTY:
        return []
    found = []
    for prep, noun in prepositions(tokens, verb):
        event = grid.event_at.get(noun) if tokens[prep].lemma in _BY_WHAT else None
        if event is None or has_own_time(grid, noun):
            continue
        if grid.doc.event_mentions[event].known_type in CAUSING_TYPES:
            found.append((event, "casualty"))
    return found


_BY_WHAT = frozenset({"in", "by", "during"})


def _subject_event(grid: Grid, verb: int, rule: str) -> Found:
    found = own_subject(grid.tokens, verb)
    other = None if found is None else grid.event_of(found.token)
    return [] if other is None else [(other, rule)]


def of_schedule(grid: Grid, verb: int, prep: int | None = None) -> Found:
    """Read "a summit set for April", "they plan a vote on Monday"."""
    tokens = grid.tokens
    if tokens[verb].lemma not in SCHEDULING:
        return []
    other = _undergone(grid, verb)
    goods = first_child(tokens, verb, "dobj")
    if other is None and goods is not None and prep is not None:
        is_for = tokens[prep].lemma == "for"
        is_ahead = is_for or tokens[verb].tag not in {"VBD", "VBN"}
        other = grid.event_at.get(goods) if is_ahead else None
    if other is None:
        other = _missing(grid, verb)
    return [] if other is None else [(other, "scheduled")]


def _missing(grid: Grid, verb: int) -> int | None:
    """Read "the train, due on Monday, did not come": it did not come on Monday."""
    tokens = grid.tokens
    noun = tokens[verb].head
    if tokens[verb].dep not in {"acl", "relcl", "amod"} or noun in grid.event_at:
        return None
    found = grid.event_at.get(tokens[noun].head)
    if found is None or tokens[noun].dep not in SUBJECTS:
        return None
    mention = grid.doc.event_mentions[found]
    is_past = mention.is_negated and mention.tense is Tense.PAST
    return found if is_past and not has_own_time(grid, mention.verb) else None


def of_creation(grid: Grid, event: int) -> Found:
    """Read "signed a treaty on Monday", where the parser dates the treaty.

    What makes the thing, and the thing that is made, are of one time.
    """
    tokens = grid.tokens
    if not grid.is_nominal(event):
        return []
    noun = tokens[grid.doc.event_mentions[event].head]
    verb = noun.head
    above = grid.event_at.get(verb)
    if noun.dep != "dobj" or above is None or tokens[verb].lemma not in CREATION:
        return []
    return [] if has_own_time(grid, verb) else [(above, "creation")]


def _fronted(grid: Grid, head: int, verb: int) -> Found:
    """Read "On Thursday, Trump met Kim and signed …": both verbs have the date."""
    tokens = grid.tokens
    opening = first_child(tokens, verb, *SUBJECTS)
    if opening is None or head > opening:
        return []
    return [
        (grid.event_at[child], "fronted-conj")
        for child in tokens[verb].children
        if tokens[child].dep == "conj"
        and child in grid.event_at
        and first_child(tokens, child, "nsubj", "nsubjpass") is None
        and not has_own_time(grid, child)
    ]


def _participles(grid: Grid, verb: int) -> Found:
    """Read "arrived on Monday, seeking help"."""
    tokens = grid.tokens
    return [
        (grid.event_at[child], "participle")
        for child in tokens[verb].children
        if tokens[child].dep == "advcl"
        and tokens[child].tag == "VBG"
        and child > verb
        and child in grid.event_at
        and first_child(tokens, child, "mark", "prep", "aux") is None
        and not has_own_time(grid, child)
    ]


def _predicate(grid: Grid, verb: int) -> Found:
    """Read "was found dead on Monday", where the time hangs on the predicate."""
    token = grid.tokens[verb]
    if token.dep != "oprd" or token.head not in grid.event_at:
        return []
    return [(grid.event_at[token.head], "predicate")]


def _when_clause(grid: Grid, head: int, verb: int) -> Found:
    """Read "on Thursday, when the bridge fell": it fell on Thursday."""
    tokens = grid.tokens
    for child in (*tokens[verb].children, *tokens[head].children):
        if tokens[child].dep not in {"advcl", "relcl"} or child not in grid.event_at:
            continue
        for word in tokens[child].children:
            between = word - head
            if tokens[word].lemma == "when" and 0 < between <= _NEXT:
                return [(grid.event_at[child], "when-clause")]
    return []


_NEXT = 3  # "Thursday , when", "Thursday morning when"


def _attended(grid: Grid, verb: int) -> Found:
    """Read "skipped the meeting on Monday", "was snubbed Monday when they …".

    Who comes or does not come, does so when the thing is: the event that is the object
    of such a verb, here or in a clause below it.
    """
    tokens = grid.tokens
    if tokens[verb].lemma not in ATTENDANCE:
        return []
    found = _goals(grid, verb)
    if not found and tokens[verb].lemma == "snub":
        for below in subtree(tokens, verb):
            if tokens[below].lemma in ATTENDANCE and below != verb:
                found += _goals(grid, below)
    return [(event, "attended") for event in found]


def _goals(grid: Grid, verb: int) -> list[int]:
    tokens = grid.tokens
    nouns = [
        child
        for child in tokens[verb].children
        if tokens[child].dep in {"dobj", "nsubjpass"}
    ]
    nouns += [
        noun
        for prep, noun in prepositions(tokens, verb)
        if tokens[prep].lemma in {"for", "at"}
    ]
    return [grid.event_at[noun] for noun in nouns if noun in grid.event_at]


def has_own_time(grid: Grid, verb: int) -> bool:
    """Tell whether a time hangs on `verb`, directly or by a preposition."""
    tokens = grid.tokens
    for child in tokens[verb].children:
        if child in grid.time_tokens:
            return True
        if tokens[child].dep == "prep" and not grid.time_tokens.isdisjoint(
            tokens[child].children
        ):
            return True
    return False
