"""What the governor of a clause implies about it, construction by construction."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from dateline.annotate import factuality_lexicon as lexicon
from dateline.annotate import factuality_words as words
from dateline.annotate.event_grammar import (
    auxiliaries,
    children,
    first_child,
    is_going_to,
    is_verb,
    negation,
    tense_aspect,
)
from dateline.annotate.event_idioms import idiom
from dateline.annotate.factuality_lexicon import Signature
from dateline.annotate.factuality_outlook import (
    CERTAIN,
    FACT,
    Judge,
    Outlook,
    Tokens,
    affirmed,
    flip,
    is_intended,
    lacking,
    limit,
    under,
)
from dateline.annotate.factuality_predicates import is_conditional
from dateline.model.mentions import Stance, Tense
from dateline.model.text import Token

_GOING = Outlook(1, 2, Stance.PLANNED, "future")
_QUESTION = Outlook(0, 0, Stance.HYPOTHETICAL, "question")
_COMMAND = Outlook(0, 0, Stance.POSSIBLE, "imperative")
_ANY = Outlook(0, 0, Stance.HYPOTHETICAL, "hypothetical-noun")
_NONE = Outlook(-1, CERTAIN, Stance.ASSERTED, "no-such-thing")
_UNTIL = Outlook(1, 1, Stance.POSSIBLE, "until")
_DELAYS = frozenset({("take", "time"), ("drag", "foot"), ("drag", "heel")})


def judge_top(scope: Judge, i: int) -> Outlook:
    """Judge a main clause: a question and a command assert nothing."""
    tokens = scope.tokens
    if any(c.text == "?" and c.i > i for c in children(tokens, i, "punct")):
        return _QUESTION
    is_command = (
        tokens[i].tag == "VB"
        and tokens[i].head == i
        and not auxiliaries(tokens, i)
        and first_child(tokens, i, "nsubj", "nsubjpass", "ccomp") is None
    )
    return _COMMAND if is_command else FACT


def judge_clause(scope: Judge, i: int) -> Outlook:
    """Return what stands above the clause or verb at `i` says about it."""
    head = scope.tokens[i].head
    step = _STEPS.get(scope.tokens[i].dep)
    if head == i or step is None or not scope.holds(head):
        return judge_top(scope, i)
    if is_conditional(scope.tokens, i):
        return Outlook(0, 0, Stance.HYPOTHETICAL, "condition", (scope.tokens[i].span,))
    return step(scope, i, head)


def look_up(table: dict[str, Signature], tokens: Tokens, i: int) -> Signature | None:
    """Look up the verb at `i` with its particle, else alone."""
    return table.get(idiom(tokens, i)[0]) or table.get(tokens[i].lemma)


def prepositional(tokens: Tokens, governor: int, word: str) -> Signature | None:
    """Look up governor and preposition: "call for", "prevent from", "fear of"."""
    if is_verb(tokens[governor]):
        return words.VERB_PREPOSITION.get((idiom(tokens, governor)[0], word))
    if word not in words.COMPLEMENT_PREPOSITIONS:
        return None
    return lexicon.NOUN_OF.get(tokens[governor].lemma.lower())


def is_in_place(tokens: Tokens, preposition: int) -> bool:
    """Tell whether the preposition is that of "instead of", "rather than"."""
    word = tokens[preposition].text.lower()
    beside = {child.text.lower() for child in children(tokens, preposition)}
    governor = tokens[tokens[preposition].head].text.lower()
    if word == "than":
        return "rather" in beside or governor == "rather"
    return "instead" in beside | {word, governor}


def refused(scope: Judge, noun: int) -> Outlook | None:
    """Judge what a rejected request, proposal or plan was for."""
    tokens = scope.tokens
    verb = tokens[noun].head
    if tokens[noun].dep not in {"dobj", "nsubjpass"} or not scope.holds(verb):
        return None
    if tokens[noun].lemma.lower() not in words.ANSWERED:
        return None
    if idiom(tokens, verb)[0] not in words.REFUSING_VERBS:
        return None
    return under(lexicon.REFUSAL, scope.judge(verb), tokens[verb].span)


def _conj(scope: Judge, i: int, head: int) -> Outlook:
    """Share the outlook from above, not the modifiers, of the first conjunct."""
    if not is_verb(scope.tokens[head]):
        return scope.judge(head)
    own = judge_top(scope, i)
    return own if own is _QUESTION else scope.above(head)


def _ccomp(scope: Judge, i: int, head: int) -> Outlook:
    """Judge a clause that is the content of its governor."""
    tokens = scope.tokens
    governor, cue = scope.judge(head), tokens[head]
    spoken = _question(tokens, i, governor) or _demand(tokens, i, governor)
    if spoken is not None:
        return spoken
    if _is_nonfinite(tokens, i):
        return _xcomp(scope, i, head)
    if any(w.tag in {"WRB", "WP"} for w in children(tokens, i, "advmod", "dobj")):
        return under(lexicon.FACTIVE, governor, cue.span)
    predicate = first_child(tokens, head, "acomp", "attr")
    if cue.lemma == "be" and predicate is not None:
        return _content(predicate, scope.judge(predicate.i))
    if not is_verb(cue):
        return _content(cue, governor)
    signature = look_up(lexicon.VERB_THAT, tokens, head) or lexicon.REPORT
    return under(signature, governor, cue.span)


def _question(tokens: Tokens, i: int, governor: Outlook) -> Outlook | None:
    """Judge a clause that is an indirect question ("asked whether")."""
    for mark in children(tokens, i, "mark"):
        if mark.text.lower() in words.QUESTION_MARKS:
            return under(lexicon.QUESTION, governor, mark.span)
    return None


def _demand(tokens: Tokens, i: int, governor: Outlook) -> Outlook | None:
    """Judge a clause with a bare verb: a command or a demand, not a statement."""
    cue = tokens[tokens[i].head]
    if not _is_base_form(tokens, i) or cue.lemma in words.BARE_INFINITIVE_VERBS:
        return None
    if first_child(tokens, i, "nsubj", "nsubjpass", "mark") is None:
        return _COMMAND
    return under(lexicon.REQUEST, governor, cue.span)


def _content(cue: Token, governor: Outlook) -> Outlook:
    """Judge a clause under an adjective or noun ("likely that", "the fact that")."""
    lemma = cue.lemma.lower()
    signature = lexicon.ADJECTIVE_THAT.get(lemma) or lexicon.NOUN_THAT.get(lemma)
    return under(signature or lexicon.REPORT, governor, cue.span)


def _is_base_form(tokens: Tokens, i: int) -> bool:
    """Tell whether the verb at `i` is bare ("send him back", "that it be returned")."""
    aux = auxiliaries(tokens, i)
    if aux:
        return aux[0].text.lower() == "be"
    return tokens[i].tag == "VB"


def _is_infinitive(tokens: Tokens, i: int) -> bool:
    return any(child.tag == "TO" for child in children(tokens, i, "aux"))


def _is_nonfinite(tokens: Tokens, i: int) -> bool:
    is_gerund = tokens[i].tag == "VBG" and not auxiliaries(tokens, i)
    return is_gerund or _is_infinitive(tokens, i)


def _xcomp(scope: Judge, i: int, head: int) -> Outlook:
    """Judge an infinitive or gerund that is controlled by its governor."""
    tokens = scope.tokens
    if _is_infinitive(tokens, i):
        return _infinitive(scope, head)
    governor = scope.judge(head)
    if tokens[i].tag != "VBG":
        return governor
    signature = look_up(lexicon.VERB_ING, tokens, head)
    return under(signature or lexicon.IMPLICATIVE, governor, tokens[head].span)


def _infinitive(scope: Judge, head: int) -> Outlook:
    """Judge "to do" under verb, adjective or noun."""
    tokens = scope.tokens
    governor, cue = scope.judge(head), tokens[head]
    if cue.lemma == "be":
        return _under_be(tokens, head, governor)
    if not is_verb(cue):
        return _infinitive_of(tokens, cue, governor)
    if is_going_to(tokens, head):
        is_denied = negation(tokens, head) is not None
        return governor if is_denied else limit(governor, _GOING, cue.span)
    if cue.text.lower() in {"used", "have", "has", "had", "having"}:
        return _have_to(tokens, head, governor)
    signature = look_up(lexicon.VERB_TO, tokens, head) or lexicon.PURPOSE
    return under(signature, governor, cue.span)


def _under_be(tokens: Tokens, head: int, governor: Outlook) -> Outlook:
    """Judge "is to do", "the plan is to do", "is able to do"."""
    adjective = first_child(tokens, head, "acomp", "oprd")
    if adjective is not None:
        return _infinitive_of(tokens, adjective, governor)
    if bearer_fails(tokens, head) or _was_to_have(tokens, head):
        return under(lexicon.CANCELLATION, governor, tokens[head].span)
    subject = first_child(tokens, head, "nsubj")
    lemma = "" if subject is None else subject.lemma.lower()
    signature = lexicon.NOUN_TO.get(lemma, lexicon.PLAN)
    return under(signature, governor, tokens[head].span)


def _was_to_have(tokens: Tokens, head: int) -> bool:
    """Read "was to have spoken": what was planned did not come."""
    planned = first_child(tokens, head, "xcomp", "ccomp")
    if planned is None or tense_aspect(tokens, head)[0] is not Tense.PAST:
        return False
    helpers = {child.text.lower() for child in children(tokens, planned.i, "aux")}
    return {"to", "have"} <= helpers


def bearer_fails(tokens: Tokens, clause: int) -> bool:
    """Read "a dam that was to protect it was never built": it does not protect.

    What was to do something is the subject of a verb that says it is not there: who
    did not appear, what was called off.
    """
    noun = tokens[clause].head
    if tokens[clause].dep != "relcl":
        return False
    if tokens[noun].dep == "pobj" and tokens[tokens[noun].head].dep == "prep":
        noun = tokens[tokens[noun].head].head  # "a witness from Peru, who was to"
    if tokens[noun].dep not in {"nsubj", "nsubjpass"}:
        return False
    verb = tokens[noun].head
    lemma = idiom(tokens, verb)[0]
    if tokens[noun].dep == "nsubjpass" and lemma in words.CANCELLING_VERBS:
        return negation(tokens, verb) is None
    below = first_child(tokens, verb, "xcomp")
    if lemma == "fail" and below is not None:
        return idiom(tokens, below.i)[0] in words.BEING_THERE
    return lemma in words.BEING_THERE and negation(tokens, verb) is not None


def _have_to(tokens: Tokens, head: int, governor: Outlook) -> Outlook:
    """Leave "have to" to the modality of its verb; "has yet to" denies it."""
    for child in children(tokens, head, "advmod"):
        if child.text.lower() == "yet":
            return flip(governor, child.span)
    return governor


def _infinitive_of(tokens: Tokens, cue: Token, governor: Outlook) -> Outlook:
    """Judge "to do" under an adjective ("able", "too weak") or noun ("plan")."""
    beside = {child.text.lower() for child in children(tokens, cue.i, "advmod")}
    lemma = cue.lemma.lower()
    if "too" in beside:
        signature: Signature | None = lexicon.ABSENCE
    elif lemma == "enough" or "enough" in beside:
        signature = lexicon.ABILITY
    elif lemma == "able" and tense_aspect(tokens, cue.head)[0] is Tense.PAST:
        signature = lexicon.IMPLICATIVE
    else:
        signature = lexicon.ADJECTIVE_TO.get(lemma) or lexicon.NOUN_TO.get(lemma)
    return under(signature or lexicon.PURPOSE, governor, cue.span)


def _acl(scope: Judge, i: int, head: int) -> Outlook:
    """Judge a clause under a noun."""
    tokens = scope.tokens
    cue = tokens[head]
    if _is_infinitive(tokens, i):
        refusal = refused(scope, head)
        return refusal or _infinitive_of(tokens, cue, scope.judge(head))
    is_participle = tokens[i].tag in {"VBN", "VBG"} and not auxiliaries(tokens, i)
    if not is_participle and any(children(tokens, i, "mark")):
        return _content(cue, scope.judge(head))
    return _relcl(scope, i, head)


def _relcl(scope: Judge, i: int, head: int) -> Outlook:
    """Judge a relative clause by itself; only hypothesis carries into it."""
    tokens = scope.tokens
    if _is_infinitive(tokens, i):
        return under(lexicon.PURPOSE, FACT, tokens[i].span)
    if _is_none(tokens, head):
        return _NONE
    if tense_aspect(tokens, i)[0] is Tense.PAST or not _is_any(tokens, head):
        return FACT
    return _ANY


def _is_none(tokens: Tokens, i: int) -> bool:
    """Tell whether there is no such thing ("there is nothing stopping them")."""
    governor = tokens[tokens[i].head].lemma
    if tokens[i].dep not in {"attr", "dobj"} or governor not in {"be", "have", "find"}:
        return False
    dets = children(tokens, i, "det")
    is_no = any(child.text.lower() == "no" for child in dets)
    return is_no or tokens[i].lemma.lower() in {"nothing", "nobody", "none"}


def _is_any(tokens: Tokens, i: int) -> bool:
    """Tell whether the noun at `i` is any such thing, not a certain one."""
    return any(
        child.text.lower() in {"any", "no", "whoever", "every"}
        for child in children(tokens, i, "det")
    ) or tokens[i].lemma.lower() in {"anyone", "anybody", "whoever"}


def _advcl(scope: Judge, i: int, head: int) -> Outlook:
    """Judge an adverbial clause by its mark."""
    tokens = scope.tokens
    governor = scope.judge(head)
    if _is_infinitive(tokens, i):
        if tokens[i].lemma in words.RESULT_INFINITIVES:
            return governor
        return _infinitive(scope, head)
    if _is_instead(tokens, i):
        return under(lexicon.COMPARISON, FACT, tokens[i].span)
    return _circumstance(tokens, i, head, governor)


def _circumstance(tokens: Tokens, i: int, head: int, governor: Outlook) -> Outlook:
    """Judge a clause of time, reason or manner."""
    marks = (m.text.lower() for m in children(tokens, i, "mark", "advmod") if m.i < i)
    word = next(marks, "")
    if word == "before" and governor.is_fact:
        return FACT
    if is_intended(governor) or governor.stance is Stance.HYPOTHETICAL:
        is_past = tense_aspect(tokens, i)[0] is Tense.PAST
        return FACT if is_past else affirmed(governor)
    if word == "until" and governor.certainty < CERTAIN:
        return _UNTIL
    if tokens[i].tag != "VBG":
        return FACT
    if _drags(tokens, head):
        return under(lexicon.TOPIC, governor, tokens[head].span)
    return FACT if word else affirmed(governor)


def _drags(tokens: Tokens, head: int) -> bool:
    """Tell whether the verb at `head` puts off what it governs ("takes its time")."""
    thing = first_child(tokens, head, "dobj")
    return (tokens[head].lemma, "" if thing is None else thing.lemma) in _DELAYS


def _is_instead(tokens: Tokens, i: int) -> bool:
    """Tell whether the clause at `i` is what was not done for something else.

    "Rather than wait", "instead of waiting", "better things to do than wait"; a clause
    with a subject or a participle only compares ("worse than expected").
    """
    leads = {c.text.lower() for c in children(tokens, i) if c.i < i}
    if "instead" in leads or {"rather", "than"} <= leads:
        return True
    is_bare = tokens[i].tag in {"VB", "VBG"} and not auxiliaries(tokens, i)
    return "than" in leads and is_bare


def _pcomp(scope: Judge, _: int, head: int) -> Outlook:
    """Judge a gerund under a preposition."""
    tokens = scope.tokens
    word, governor_at = tokens[head].text.lower(), tokens[head].head
    if is_in_place(tokens, head):
        return under(lexicon.COMPARISON, FACT, tokens[head].span)
    if governor_at == head or not scope.holds(governor_at):
        return FACT
    governor = scope.judge(governor_at)
    if word == "without":
        return lacking(governor)
    signature = prepositional(tokens, governor_at, word)
    if signature is None and word in {"on", "about"}:
        signature = lexicon.TOPIC
    if signature is not None:
        return under(signature, governor, tokens[governor_at].span)
    return FACT if governor.stance is Stance.ASSERTED else affirmed(governor)


def _as_noun(scope: Judge, i: int, head: int) -> Outlook:
    """Judge a gerund that is subject or object as its governor."""
    governor = scope.judge(head)
    if not is_verb(scope.tokens[head]):
        return governor
    signature = look_up(lexicon.VERB_ING, scope.tokens, head)
    if scope.tokens[i].dep == "dobj" and signature is not None:
        return under(signature, governor, scope.tokens[head].span)
    return FACT if governor.polarity <= 0 else governor


_STEPS: MappingProxyType[str, Callable[[Judge, int, int], Outlook]] = MappingProxyType(
    {
        "conj": _conj,
        "ccomp": _ccomp,
        "xcomp": _xcomp,
        "acomp": _xcomp,
        "oprd": _xcomp,
        "acl": _acl,
        "relcl": _relcl,
        "advcl": _advcl,
        "pcomp": _pcomp,
        "pobj": _pcomp,
        "dobj": _as_noun,
        "nsubj": _as_noun,
    }
)
