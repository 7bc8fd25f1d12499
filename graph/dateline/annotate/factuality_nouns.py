"""What the governor of an event noun implies about it."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from dateline.annotate import factuality_lexicon as lexicon
from dateline.annotate import factuality_words as words
from dateline.annotate.event_grammar import children, is_verb
from dateline.annotate.event_idioms import idiom
from dateline.annotate.factuality_clauses import (
    is_in_place,
    judge_clause,
    judge_top,
    look_up,
    prepositional,
    refused,
)
from dateline.annotate.factuality_lexicon import Signature
from dateline.annotate.factuality_outlook import (
    FACT,
    Judge,
    Outlook,
    Tokens,
    is_intended,
    lacking,
    limit,
    under,
)
from dateline.model.mentions import Stance
from dateline.model.text import Span

_PURPOSE = Outlook(1, 2, Stance.PLANNED, "purpose")
_CLAUSES = frozenset({"ccomp", "advcl", "xcomp", "pcomp"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NONE = (1, 3, Stance.ASSERTED, "")
_PROMISES = frozenset({"plan", "promise", "offer"})


def judge_nominal(scope: Judge, i: int) -> Outlook:
    """Return what stands above the noun at `i` says about it."""
    token = scope.tokens[i]
    if token.head == i:
        return judge_top(scope, i)
    if not scope.holds(token.head):
        return FACT
    step = _STEPS.get(token.dep)
    if step is not None:
        return step(scope, i, token.head)
    return judge_clause(scope, i) if token.dep in _CLAUSES else FACT


def _object(scope: Judge, i: int, head: int) -> Outlook:
    """Judge what a verb is done to."""
    tokens = scope.tokens
    governor = scope.judge(head)
    if not is_verb(tokens[head]):
        return governor
    lemma, cue = idiom(tokens, head)[0], tokens[head].span
    raised = _raised(scope, head) if tokens[i].dep == "nsubjpass" else None
    if raised is not None:
        return raised
    if lemma in words.ABSENCE_VERBS:
        return _missed(tokens, i, governor, cue, is_absent=governor.polarity > 0)
    if lemma in words.ATTENDANCE_VERBS and governor.polarity < 0:
        return _missed(tokens, i, governor, cue, is_absent=True)
    signature = _object_signature(tokens, i, head, governor)
    if signature is None:
        signature = _listed_signature(tokens, i, head)
    if signature is None:
        return _presupposed(tokens, i, governor)
    return under(signature, governor, cue)


def _listed_signature(tokens: Tokens, i: int, head: int) -> Signature | None:
    """Read "called for a halt, the release": a list that the parser breaks off."""
    if i == 0 or not head < i:
        return None
    start = min((child.i for child in children(tokens, i) if child.i < i), default=i)
    if tokens[start - 1].text != ",":
        return None
    for child in children(tokens, head, "prep"):
        if head < child.i < i:
            return prepositional(tokens, head, child.text.lower())
    return None


def _object_signature(
    tokens: Tokens, i: int, head: int, governor: Outlook
) -> Signature | None:
    """Return what the verb does to its object, `None` if it leaves it alone."""
    lemma = idiom(tokens, head)[0]
    if lemma in words.PRESUPPOSING_VERBS:
        return None
    if lemma in words.ANSWERS and tokens[i].lemma.lower() in words.ANSWERED:
        return None
    if lemma in words.LEAVING_VERBS and governor.polarity < 0:
        return None
    prepositions = {child.text.lower() for child in children(tokens, i, "prep")}
    is_bare = not prepositions & {"of", "for", "to", "by"}
    if lemma in words.DISCUSSING_VERBS and is_bare and _is_definite(tokens, i):
        return None
    found = look_up(words.VERB_NOUN, tokens, head)
    return None if _leaves_alone(tokens, i, found, governor) else found


def _leaves_alone(
    tokens: Tokens, i: int, signature: Signature | None, governor: Outlook
) -> bool:
    """Tell whether the noun was there all the same, whatever came of it later."""
    if signature is None:
        return True
    if signature.rule == "cancellation":
        return _has_run(tokens, i)
    # "the attack could have been prevented" had an attack
    is_unreal = governor.rule in {"could-have", "counterfactual"}
    return is_unreal and signature.rule in {"prevention", "avoidance"}


def _has_run(tokens: Tokens, i: int) -> bool:
    """Tell whether what is called off was under way: "the search", "a month-old siege".

    A mere length says nothing: "a two-day strike" may have been announced only.
    """
    beside = children(tokens, i, "amod", "compound", "nmod", "advmod", "npadvmod")
    before = {child.text.lower() for child in beside}
    if any(words.MODIFIERS.get(word, _NONE)[2] is Stance.PLANNED for word in before):
        return False
    if any(word.endswith(_RUNNING) or word in words.ONGOING for word in before):
        return True
    return tokens[i].lemma.lower() in words.PURSUITS


_RUNNING = ("-long", "-old", "long", "old")


def _subject(scope: Judge, i: int, head: int) -> Outlook:
    """Judge the subject of a verb."""
    tokens = scope.tokens
    raised = _raised(scope, head)
    if raised is not None:
        return raised
    governor = scope.judge(head)
    lemma = idiom(tokens, head)[0] if is_verb(tokens[head]) else ""
    if lemma in words.OCCURRENCE_VERBS:
        return governor
    if lemma in words.FAILING_VERBS:
        return under(lexicon.CANCELLATION, governor, tokens[head].span)
    if governor.polarity <= 0 and governor.rule not in {"question", "condition"}:
        return FACT
    return _presupposed(tokens, i, governor)


def _raised(scope: Judge, head: int) -> Outlook | None:
    """Judge the subject of "is expected to begin" by the verb it is raised from."""
    tokens = scope.tokens
    for clause in children(tokens, head, "xcomp", "ccomp"):
        if not any(child.tag == "TO" for child in children(tokens, clause.i, "aux")):
            continue
        lemma = idiom(tokens, clause.i)[0]
        is_passive = any(children(tokens, clause.i, "auxpass"))
        if lemma in words.OCCURRENCE_VERBS or is_passive or lemma == "be":
            return scope.judge(clause.i)
    return None


def _pobj(scope: Judge, i: int, head: int) -> Outlook:
    """Judge the object of a preposition."""
    tokens = scope.tokens
    word, governor_at = tokens[head].text.lower(), tokens[head].head
    if is_in_place(tokens, head):
        return under(lexicon.COMPARISON, FACT, tokens[head].span)
    if governor_at == head or not scope.holds(governor_at):
        return FACT
    if word == "without":
        return lacking(scope.judge(governor_at))
    if tokens[governor_at].tag == "IN":  # "because of", "out of"
        governor_at = tokens[governor_at].head
    governor = scope.judge(governor_at)
    for step in (_complement, _setting):
        found = step(scope, i, governor_at, word)
        if found is not None:
            return found
    if word == "for" and tokens[governor_at].lemma in words.PURPOSE_VERBS:
        return limit(governor, _PURPOSE, tokens[head].span)
    is_taken = word in words.PRESUPPOSING_PREPOSITIONS and governor.polarity < 0
    return FACT if is_taken else _presupposed(tokens, i, governor)


def _complement(scope: Judge, i: int, governor_at: int, word: str) -> Outlook | None:
    """Judge what verb or noun and preposition decide together ("call for")."""
    tokens = scope.tokens
    governor, cue = scope.judge(governor_at), tokens[governor_at].span
    if is_verb(tokens[governor_at]) and governor.polarity < 0:
        lemma = idiom(tokens, governor_at)[0]
        if lemma in words.ATTENDANCE_VERBS and word in {"for", "at", "in", "to"}:
            return _missed(tokens, i, governor, cue, is_absent=True)
    signature = prepositional(tokens, governor_at, word)
    refusal = refused(scope, governor_at)
    if refusal is not None and word in words.COMPLEMENT_PREPOSITIONS:
        return refusal if signature is not None else None
    if signature is None and _is_topic(tokens, i, governor_at, word):
        signature = lexicon.TOPIC
    if signature is None:
        return None
    if signature.rule == "absence":
        return _missed(tokens, i, governor, cue, is_absent=governor.polarity > 0)
    return under(signature, governor, cue)


def _is_topic(tokens: Tokens, i: int, governor: int, word: str) -> bool:
    """Tell whether the bare noun at `i` is what a meeting or text is about."""
    return (
        word in {"on", "about"}
        and tokens[governor].lemma.lower() in words.TOPICAL_NOUNS
        and not any(children(tokens, i, "det", "poss"))
    )


def _setting(scope: Judge, i: int, governor: int, word: str) -> Outlook | None:
    """Judge the place where a promise was made.

    In "agreed to return the remains at the summit" parsers hang the summit on the
    return; it belongs to the agreement unless the verb itself needs a meeting.
    """
    tokens = scope.tokens
    is_setting = (
        word in {"at", "during"}
        and tokens[governor].dep in {"xcomp", "conj"}
        and tokens[governor].lemma not in words.MEETING_VERBS
        and scope.judge(governor).rule in _PROMISES
        and _is_definite(tokens, i)
    )
    return FACT if is_setting else None


def _missed(
    tokens: Tokens, i: int, governor: Outlook, cue: Span, *, is_absent: bool
) -> Outlook:
    """Judge what somebody stays away from: without both sides no meeting.

    An event for others as well ("the Olympics", "the funeral") takes place.
    """
    if not is_absent or _is_public(tokens, i):
        return FACT
    cues = tuple(dict.fromkeys((*governor.cues, cue)))
    return Outlook(-1, governor.certainty, Stance.CANCELLED, "absence", cues)


def _is_public(tokens: Tokens, i: int) -> bool:
    """Tell whether the event takes place whoever stays away."""
    for child in children(tokens, i, "amod"):
        if words.MODIFIERS.get(child.text.lower(), _NONE)[2] is Stance.PLANNED:
            return False
    if tokens[i].lemma.lower() in words.PUBLIC_EVENTS:
        return True
    return tokens[i].tag.startswith("NNP") or any(
        child.tag.startswith("NNP") and child.ent_type not in {"DATE", "TIME"}
        for child in children(tokens, i, "compound")
    )


def _is_definite(tokens: Tokens, i: int) -> bool:
    return tokens[i].tag.startswith("NNP") or any(
        child.text.lower() in _DEFINITE or child.dep == "poss"
        for child in children(tokens, i)
    )


def _presupposed(tokens: Tokens, i: int, governor: Outlook) -> Outlook:
    """Judge a noun whose governor says nothing about it.

    A definite one is taken for granted, except what is still to come; an indefinite one
    is as real as its governor.
    """
    is_scheduled = tokens[i].lemma.lower() in words.SCHEDULED_EVENTS
    if is_intended(governor) and is_scheduled and governor.polarity > 0:
        return governor
    if governor.is_fact or _is_definite(tokens, i):
        return FACT
    if governor.polarity < 0 and tokens[i].dep == "nsubj":
        return FACT
    return governor


def _modifier(scope: Judge, _: int, head: int) -> Outlook:
    """Judge a noun beside or before a noun as that one."""
    return scope.judge(head)


_STEPS: MappingProxyType[str, Callable[[Judge, int, int], Outlook]] = MappingProxyType(
    {
        "dobj": _object,
        "nsubjpass": _object,
        "nsubj": _subject,
        "pobj": _pobj,
        "attr": _modifier,
        "compound": _modifier,
        "appos": _modifier,
        "conj": _modifier,
        "nmod": _modifier,
        "poss": _modifier,
    }
)
