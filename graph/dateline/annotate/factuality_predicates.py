"""What a predicate's own words make of its outlook: tense, modal, negation, adverb.

The grades of modals follow FactBank (Saurí and Pustejovsky 2009, section 4).
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate import factuality_words as words
from dateline.annotate.event_grammar import (
    auxiliaries,
    children,
    negation,
    tense_aspect,
)
from dateline.annotate.factuality_outlook import (
    CERTAIN,
    Outlook,
    Tokens,
    flip,
    limit,
)
from dateline.model.mentions import Aspect, Stance, Tense
from dateline.model.text import Span, Token

_FUTURE = Outlook(1, 2, Stance.PLANNED, "future")
_CONDITIONAL = Outlook(1, 1, Stance.HYPOTHETICAL, "conditional")
_COULD_HAVE = Outlook(1, 1, Stance.HYPOTHETICAL, "could-have")
_NOT_COUNTERFACTUAL = Outlook(1, 2, Stance.HYPOTHETICAL, "counterfactual")
_MAX_STEPS = 4  # how far up a reported future may hang under its report


def judge_verb(tokens: Tokens, i: int, above: Outlook) -> Outlook:
    """Return the outlook of the verb at `i`, given what stands above it."""
    outlook = _modal(tokens, i, above)
    denial = _denied_later(tokens, i)
    if denial is not None and outlook.certainty < CERTAIN:
        cues = (*outlook.cues, denial)
        return Outlook(-1, CERTAIN, Stance.CANCELLED, "ellipsis", cues)
    for child in children(tokens, i):
        word = child.text.lower()
        if word in words.ADVERBS and child.dep in {"advmod", "neg"}:
            outlook = limit(outlook, Outlook(*words.ADVERBS[word]), child.span)
        elif word in words.HABITS and outlook.is_fact and _is_present(tokens, i):
            cues = (*outlook.cues, child.span)
            outlook = Outlook(1, CERTAIN, Stance.GENERIC, "habitual", cues)
        elif child.dep == "advcl" and is_conditional(tokens, child.i):
            outlook = _conditioned(tokens, i, outlook, child.span)
    return outlook


def judge_noun(tokens: Tokens, i: int, above: Outlook) -> Outlook:
    """Return the outlook of the noun at `i`: "planned", "possible", "no"."""
    outlook = above
    for child in children(tokens, i, "amod", "det", "compound", "advmod"):
        word = child.text.lower()
        if word in words.MODIFIERS and child.i < i and outlook.polarity >= 0:
            outlook = limit(outlook, Outlook(*words.MODIFIERS[word]), child.span)
    if outlook.rule == "absence":
        return outlook
    return judge_negated(tokens, i, outlook)


def judge_negated(tokens: Tokens, i: int, above: Outlook) -> Outlook:
    """Flip a noun or adjective that has a negation of its own.

    In "no attack had begun" there is one "no" for noun and verb.
    """
    negated = negation(tokens, i)
    if negated is None or negated in above.cues:
        return above
    return flip(above, negated)


def is_conditional(tokens: Tokens, i: int) -> bool:
    """Tell whether the clause at `i` is a condition."""
    if tokens[i].dep not in {"advcl", "ccomp"}:
        return False
    for mark in children(tokens, i, "mark", "advmod", "prep"):
        if mark.text.lower() in words.CONDITIONAL_MARKS and mark.i < i:
            before = tokens[mark.i - 1].text.lower() if mark.i else ""
            return before not in {"even", "as"}
    return _is_inverted(tokens, i)


def _is_inverted(tokens: Tokens, i: int) -> bool:
    """Tell whether the clause at `i` is a condition by word order ("had he known")."""
    first = next(children(tokens, i), None)
    return (
        tokens[i].dep in {"advcl", "ccomp"}
        and first is not None
        and first.text.lower() in {"had", "were", "should"}
        and first.dep in {"aux", "auxpass"}
        and any(subject.i > first.i for subject in children(tokens, i, "nsubj"))
        and not any(children(tokens, i, "mark", "advmod"))
    )


def _is_present(tokens: Tokens, i: int) -> bool:
    tense, aspect, modality = tense_aspect(tokens, i)
    return tense is Tense.PRESENT and aspect is Aspect.NONE and modality is None


def _denied_later(tokens: Tokens, i: int) -> Span | None:
    """Find the "did not" of "was to come but did not", beside or above `i`."""
    for other in _coordinates(tokens, i):
        if other.lemma == "do" and other.text.lower() == "did":
            negated = negation(tokens, other.i)
            if negated is not None and not any(
                children(tokens, other.i, "dobj", "xcomp", "ccomp")
            ):
                return negated.cover(other.span)
    return None


def _coordinates(tokens: Tokens, i: int) -> Iterator[Token]:
    """Yield the conjuncts of the verb at `i` and of the verb that controls it."""
    yield from children(tokens, i, "conj")
    at = i
    for _ in range(_MAX_STEPS):  # "was due to speak but did not" hangs on "was"
        if tokens[at].dep not in {"xcomp", "acomp"}:
            return
        at = tokens[at].head
        yield from children(tokens, at, "conj")


def _modal(tokens: Tokens, i: int, above: Outlook) -> Outlook:
    """Apply tense, modal and negation of the verb at `i`."""
    tense, aspect, modality = tense_aspect(tokens, i)
    negated = negation(tokens, i)
    if tense is Tense.FUTURE or _is_to_come(tokens, i):
        if negated is not None:
            return flip(above, negated)
        return limit(above, _FUTURE, _cue(tokens, i))
    if modality is None:
        return above if negated is None else _deny(tokens, i, above, negated)
    if aspect is Aspect.PERFECTIVE and modality in words.COUNTERFACTUAL_MODALS:
        return _counterfactual(tokens, i, above, modality, is_denied=bool(negated))
    if negated is not None:
        return _denied_modal(tokens, i, above, modality, negated)
    return limit(above, _grade(tokens, i, modality), _cue(tokens, i))


def _grade(tokens: Tokens, i: int, modality: str) -> Outlook:
    """Return what a modal leaves of a fact."""
    certainty, stance, _ = words.MODALS.get(modality, words.MODALS["may"])
    if modality == "would" and _is_reported_future(tokens, i):
        stance = Stance.PLANNED
    past = tense_aspect(tokens, tokens[i].head)[0] is Tense.PAST
    if modality == "have to" and past:
        certainty, stance = CERTAIN, Stance.ASSERTED
    return Outlook(1, certainty, stance, modality)


def _denied_modal(
    tokens: Tokens, i: int, above: Outlook, modality: str, negated: Span
) -> Outlook:
    """Apply "cannot", "may not", "would not"."""
    _, stance, denied = words.MODALS.get(modality, words.MODALS["may"])
    if above.polarity < 0:
        reason = Outlook(1, min(denied, 2), stance, modality)
        return limit(above, reason, _cue(tokens, i))
    reason = Outlook(1, denied, above.stance, modality)
    return limit(flip(above, negated), reason, _cue(tokens, i))


def _counterfactual(
    tokens: Tokens, i: int, above: Outlook, modality: str, *, is_denied: bool
) -> Outlook:
    """Judge "would have come": he did not, surely so beside a condition."""
    cue = _cue(tokens, i)
    if modality == "could" or _is_reported_future(tokens, i):
        return limit(above, _COULD_HAVE, cue)
    if is_denied:
        return limit(above, _NOT_COUNTERFACTUAL, cue)
    certainty = min(above.certainty, CERTAIN if _has_condition(tokens, i) else 2)
    cues = (*above.cues, cue)
    return Outlook(-1, certainty, Stance.HYPOTHETICAL, "counterfactual", cues)


def _deny(tokens: Tokens, i: int, above: Outlook, negated: Span) -> Outlook:
    """Flip what is negated; "did not come until six" is no denial."""
    if tense_aspect(tokens, i)[0] is not Tense.PAST:
        return flip(above, negated)
    for child in children(tokens, i):
        marks = children(tokens, child.i, "mark", "advmod", "prep")
        is_until = child.text.lower() == "until" and child.i > i
        if is_until or (
            child.dep == "advcl" and any(m.text.lower() == "until" for m in marks)
        ):
            return above._replace(rule="not-until", cues=(*above.cues, negated))
    return flip(above, negated)


def _cue(tokens: Tokens, i: int) -> Span:
    """Return the place of the first auxiliary."""
    aux = auxiliaries(tokens, i)
    return aux[0].span if aux else tokens[i].span


def _is_to_come(tokens: Tokens, i: int) -> bool:
    """Tell whether a present tense verb has a time to come beside it."""
    if tokens[i].tag not in {"VBG", "VBZ", "VBP"}:
        return False
    return any(
        child.text.lower() == "tomorrow"
        or any(
            word.text.lower() in {"next", "coming"}
            for word in children(tokens, child.i, "amod", "det")
        )
        for child in children(tokens, i, "npadvmod", "advmod", "tmod")
    )


def _is_reported_future(tokens: Tokens, i: int) -> bool:
    """Tell whether "would" is the "will" of a past report."""
    at = i
    for _ in range(_MAX_STEPS):
        token = tokens[at]
        if token.dep in {"ccomp", "acl"} and token.head != at:
            return not _has_condition(tokens, i)
        if token.dep != "conj":
            return False
        at = token.head
    return False


def _has_condition(tokens: Tokens, i: int) -> bool:
    return any(
        is_conditional(tokens, c.i) for c in children(tokens, i, "advcl", "ccomp")
    )


def _conditioned(tokens: Tokens, i: int, outlook: Outlook, clause: Span) -> Outlook:
    """Lower a verb that depends on a condition, unless it is past."""
    if tense_aspect(tokens, i)[0] is Tense.PAST or outlook.polarity < 0:
        return outlook
    return limit(outlook, _CONDITIONAL, clause)
