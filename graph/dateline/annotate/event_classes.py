"""The TimeML class of an event mention (guidelines 1.2.1, section 2.1)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import event_words as words
from dateline.annotate.event_grammar import children
from dateline.model.mentions import EventClass
from dateline.model.text import Token

Tokens = Sequence[Token]

# The classes that a lemma has in every construction, the last one first.
_FIXED = {
    lemma: cls
    for cls, lemmas in (
        (EventClass.STATE, words.STATE_VERBS),
        (EventClass.PERCEPTION, words.PERCEPTION_VERBS),
        (EventClass.I_ACTION, words.ALWAYS_I_ACTION),
        (EventClass.I_STATE, words.I_STATE_VERBS),
    )
    for lemma in lemmas
}
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp"})


def classify_verb(tokens: Tokens, i: int, lemma: str) -> EventClass:
    """Return the class of the verb at token `i`; `lemma` may be an idiom."""
    first = lemma.partition(" ")[0]
    if first == "call" and _calls_for(tokens, i):
        return EventClass.I_ACTION
    if first in words.REPORTING_VERBS and _reports(tokens, i, first):
        return EventClass.REPORTING
    if first in words.ASPECTUAL_VERBS or (
        first in words.ASPECTUAL_WITH_EVENT and has_event_object(tokens, i)
    ):
        return EventClass.ASPECTUAL
    if first != lemma and first in words.STATE_VERBS:
        return EventClass.OCCURRENCE  # "stood up", "lived through"
    return _intensional(first, is_clausal=has_clause(tokens, i))


def _intensional(lemma: str, *, is_clausal: bool) -> EventClass:
    """Return the class of a verb that neither reports nor marks a phase."""
    if lemma in words.STATE_WITH_CLAUSE:
        return EventClass.I_STATE if is_clausal else EventClass.OCCURRENCE
    if lemma in words.I_ACTION_VERBS and not is_clausal:
        return _FIXED.get(lemma, EventClass.OCCURRENCE)
    if lemma in words.I_ACTION_VERBS and lemma not in words.I_STATE_VERBS:
        return EventClass.I_ACTION
    return _FIXED.get(lemma, EventClass.OCCURRENCE)


def classify_noun(tokens: Tokens, i: int) -> EventClass:
    """Return the class of the event noun at token `i`."""
    lemma = tokens[i].lemma.lower()
    if lemma in words.REPORTING_NOUNS and has_clause(tokens, i):
        return EventClass.REPORTING
    if lemma in words.I_STATE_NOUNS:
        return EventClass.I_STATE
    if lemma == "attempt" or (lemma in words.I_ACTION_NOUNS and has_clause(tokens, i)):
        return EventClass.I_ACTION
    if lemma in words.STATE_NOUNS:
        return EventClass.STATE
    if lemma in words.ASPECTUAL_NOUNS:
        return EventClass.ASPECTUAL
    return EventClass.OCCURRENCE


def classify_adjective(tokens: Tokens, i: int) -> EventClass:
    """Return the class of the predicative adjective at token `i`."""
    if tokens[i].lemma.lower() in words.I_STATE_ADJECTIVES:
        return EventClass.I_STATE
    return EventClass.STATE


def has_clause(tokens: Tokens, i: int) -> bool:
    """Tell whether token `i` governs a clause, bare or after a preposition."""
    for child in children(tokens, i):
        if child.i > i and (child.dep in _CLAUSES or child.dep == "acl"):
            return True
        if child.dep == "prep" and any(children(tokens, child.i, "pcomp")):
            return True
    return False


def has_event_object(tokens: Tokens, i: int) -> bool:
    """Tell whether the object of token `i` is an event noun."""
    return any(
        child.lemma in words.EVENT_NOUNS or child.lemma in words.MIXED_NOUNS
        for child in children(tokens, i, "dobj", "nsubjpass")
    )


def _calls_for(tokens: Tokens, i: int) -> bool:
    """Tell whether the verb at `i` demands something ("called for", "called on")."""
    prepositions = children(tokens, i, "prep")
    return any(child.text.lower() in {"for", "on", "upon"} for child in prepositions)


def _reports(tokens: Tokens, i: int, lemma: str) -> bool:
    """Tell whether a verb that can report does so here."""
    if lemma in words.ALWAYS_REPORTING:
        return True
    if any(child.dep in {"ccomp", "parataxis"} for child in children(tokens, i)):
        return True
    return tokens[i].dep == "parataxis"
