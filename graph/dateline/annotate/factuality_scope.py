"""Walk down a tree and tell of each predicate how far it is a fact.

A predicate has an outlook from above (what its governor implies about it, by signature
or construction) and changes it by its own modal, negation and adverbs. This is the
polarity propagation of Nairn, Condoravdi and Karttunen (2006), with FactBank's grades.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.annotate import factuality_lexicon as lexicon
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
from dateline.annotate.factuality_lexicon import Outcome, Signature
from dateline.model.mentions import Aspect, Stance, Tense
from dateline.model.text import Span, Token

Tokens = Sequence[Token]

_MAX_DEPTH = 40  # deeper trees are parser noise; what hangs below is taken as it stands


class Outlook(NamedTuple):
    """How far something is a fact: polarity, certainty 0..3, why, and by which words."""

    polarity: int
    certainty: int
    stance: Stance
    rule: str
    cues: tuple[Span, ...] = ()


FACT = Outlook(1, 3, Stance.ASSERTED, "asserted")


def apply(signature: Signature, governor: Outlook, cue: Span) -> Outlook:
    """Return the outlook of what stands under `governor` with this signature."""
    branch = signature.false if governor.polarity < 0 else signature.true
    cues = governor.cues if governor.rule != "asserted" else ()
    if signature.rule not in {"implicative", "reported"}:
        cues = (*cues, cue)
    if signature.is_factive:
        return Outlook(
            branch.polarity, branch.certainty, branch.stance, "factive", cues
        )
    return _weaken(governor, branch, signature.rule, cues)


def _weaken(
    governor: Outlook, branch: Outcome, rule: str, cues: tuple[Span, ...]
) -> Outlook:
    """Take the lower certainty; the stance nearer to the event wins, bar hypothesis."""
    certainty = min(governor.certainty, branch.certainty)
    kept = branch.stance
    if governor.stance is Stance.HYPOTHETICAL or kept is Stance.ASSERTED:
        kept = governor.stance
    if rule in {"implicative", "reported"} and governor.rule != "asserted":
        rule = governor.rule
    return Outlook(branch.polarity, certainty, kept, rule, cues)


class Scope:
    """Judge the tokens of a document, each once.

    `inside` is the content of one source: what governs it from outside is not seen.
    """

    def __init__(self, tokens: Tokens, inside: tuple[Span, ...] | None = None) -> None:
        self.tokens = tokens
        self._inside = inside
        self._known: dict[int, Outlook] = {}
        self._depth = 0

    def judge(self, i: int) -> Outlook:
        """Return the outlook of the predicate at token `i`, verb, noun or adjective."""
        known = self._known.get(i)
        if known is not None:
            return known
        if self._depth >= _MAX_DEPTH:
            return FACT
        self._depth += 1
        outlook = self._judge(i)
        self._depth -= 1
        self._known[i] = outlook
        return outlook

    def judge_light(self, head: int, verb: int) -> Outlook:
        """Return the outlook of the noun or predicate `head` with its verb `verb`."""
        return self._noun(head, self.judge(verb))

    def _judge(self, i: int) -> Outlook:
        token = self.tokens[i]
        if is_verb(token):
            return self._verb(i, self._above_verb(i))
        if token.tag.startswith("NN"):
            return self._noun(i, self._above_noun(i))
        if token.dep in {"acomp", "oprd", "attr"} and is_verb(self.tokens[token.head]):
            return self._negated(i, self._parent(i))
        return self._negated(i, self._above_verb(i))

    def _parent(self, i: int) -> Outlook:
        """Return the outlook of the head of `i`, or a fact at the top of the scope."""
        head = self.tokens[i].head
        if head == i or not self._holds(head):
            return FACT
        return self.judge(head)

    def _holds(self, i: int) -> bool:
        if self._inside is None:
            return True
        start = self.tokens[i].span.start
        return any(span.start <= start < span.end for span in self._inside)

    # What a predicate makes of its outlook by its own words.

    def _verb(self, i: int, above: Outlook) -> Outlook:
        outlook = self._modal(i, above)
        denial = self._denied_later(i)
        if denial is not None and outlook.certainty < 3:
            return Outlook(-1, 3, Stance.CANCELLED, "ellipsis", (*outlook.cues, denial))
        for child in children(self.tokens, i):
            word = child.text.lower()
            if word in lexicon.ADVERBS and child.dep in {"advmod", "neg"}:
                outlook = _limit(outlook, *lexicon.ADVERBS[word], child.span)
            elif child.dep == "advcl" and self._is_conditional(child.i):
                outlook = self._conditioned(i, outlook, child)
        return outlook

    def _denied_later(self, i: int) -> Span | None:
        """Find the "did not" of "was to come but did not", beside or above `i`."""
        tokens = self.tokens
        places = (i, tokens[i].head) if tokens[i].dep == "xcomp" else (i,)
        for place in places:
            for other in children(tokens, place, "conj"):
                if other.lemma == "do" and other.text.lower() == "did":
                    negated = negation(tokens, other.i)
                    if negated is not None and not any(
                        children(tokens, other.i, "dobj", "xcomp", "ccomp")
                    ):
                        return negated.cover(other.span)
        return None

    def _modal(self, i: int, above: Outlook) -> Outlook:
        """Apply tense, modal and negation of the verb at `i`."""
        tense, aspect, modality = tense_aspect(self.tokens, i)
        negated = negation(self.tokens, i)
        cue = self._aux_span(i)
        if tense is Tense.FUTURE or self._is_to_come(i):
            if negated is not None:
                return _flip(above, negated)
            return _limit(above, 1, 2, Stance.PLANNED, "future", cue)
        if modality is not None:
            perfect = aspect is Aspect.PERFECTIVE
            return self._modality(i, above, modality, perfect, negated, cue)
        return above if negated is None else self._deny(i, above, negated)

    def _modality(
        self,
        i: int,
        above: Outlook,
        modality: str,
        perfect: bool,  # noqa: FBT001
        negated: Span | None,
        cue: Span,
    ) -> Outlook:
        """Apply a modal other than "will"."""
        certainty, stance, denied = lexicon.MODALS.get(
            modality, (1, Stance.POSSIBLE, 2)
        )
        if modality == "would" and self._is_reported_future(i):
            stance = Stance.PLANNED
        if modality == "have to" and self._governor_is_past(i):
            certainty, stance = 3, Stance.ASSERTED
        if perfect and modality in {"would", "should", "could", "ought"}:
            return self._counterfactual(i, above, modality, negated, cue)
        if negated is not None:
            if above.polarity < 0:
                return _limit(above, 1, min(denied, 2), stance, modality, cue)
            return _limit(_flip(above, negated), 1, denied, above.stance, modality, cue)
        return _limit(above, 1, certainty, stance, modality, cue)

    def _counterfactual(
        self, i: int, above: Outlook, modality: str, negated: Span | None, cue: Span
    ) -> Outlook:
        """Judge "would have come": he did not, surely so beside a condition."""
        if modality == "could" or self._is_reported_future(i):
            return _limit(above, 1, 1, Stance.HYPOTHETICAL, "could-have", cue)
        if negated is not None:
            return _limit(above, 1, 2, Stance.HYPOTHETICAL, "counterfactual", cue)
        certainty = 3 if self._has_condition(i) else 2
        return Outlook(
            -1,
            min(above.certainty, certainty),
            Stance.HYPOTHETICAL,
            "counterfactual",
            (*above.cues, cue),
        )

    def _deny(self, i: int, above: Outlook, negated: Span) -> Outlook:
        """Flip what is negated; "did not come until six" is no denial."""
        for child in children(self.tokens, i):
            if child.text.lower() == "until" and child.i > i:
                return above._replace(rule="not-until", cues=(*above.cues, negated))
            if child.dep == "advcl" and any(
                mark.text.lower() == "until"
                for mark in children(self.tokens, child.i, "mark", "advmod", "prep")
            ):
                return above._replace(rule="not-until", cues=(*above.cues, negated))
        return _flip(above, negated)

    def _negated(self, i: int, above: Outlook) -> Outlook:
        """Flip a noun or adjective that has a negation of its own."""
        negated = negation(self.tokens, i)
        if negated is None or negated in above.cues:
            return above  # "no attack had begun": one "no" for noun and verb
        return _flip(above, negated)

    def _noun(self, i: int, above: Outlook) -> Outlook:
        outlook = above
        for child in children(self.tokens, i, "amod", "det", "compound", "advmod"):
            word = child.text.lower()
            if word in lexicon.MODIFIERS and child.i < i and outlook.polarity >= 0:
                if word in {"next", "coming"} and outlook.rule in {"factive"}:
                    continue
                outlook = _limit(outlook, *lexicon.MODIFIERS[word], child.span)
        if outlook.rule == "absence" and outlook.stance is Stance.CANCELLED:
            return outlook
        return self._negated(i, outlook)

    def _aux_span(self, i: int) -> Span:
        aux = auxiliaries(self.tokens, i)
        return aux[0].span if aux else self.tokens[i].span

    def _is_to_come(self, i: int) -> bool:
        """Tell whether a present tense verb has a time to come beside it."""
        if self.tokens[i].tag not in {"VBG", "VBZ", "VBP"}:
            return False
        return any(
            child.text.lower() == "tomorrow"
            or any(
                word.text.lower() in {"next", "coming"}
                for word in children(self.tokens, child.i, "amod", "det")
            )
            for child in children(self.tokens, i, "npadvmod", "advmod", "tmod")
        )

    def _governor_is_past(self, i: int) -> bool:
        return tense_aspect(self.tokens, self.tokens[i].head)[0] is Tense.PAST

    def _is_reported_future(self, i: int) -> bool:
        """Tell whether "would" is the "will" of a past report."""
        at = i
        for _ in range(4):
            token = self.tokens[at]
            if token.head == at:
                return any(
                    child.tag == "VBD" for child in children(self.tokens, at, "ccomp")
                ) and any(children(self.tokens, at, "parataxis"))
            if token.dep in {"ccomp", "acl"}:
                return not self._has_condition(i)
            if token.dep != "conj":
                return False
            at = token.head
        return False

    def _has_condition(self, i: int) -> bool:
        return any(
            self._is_conditional(child.i) for child in children(self.tokens, i, "advcl")
        )

    def _is_conditional(self, i: int) -> bool:
        """Tell whether the adverbial clause at `i` is a condition."""
        for mark in children(self.tokens, i, "mark", "advmod", "prep"):
            word = mark.text.lower()
            if word in lexicon.CONDITIONAL_MARKS and mark.i < i:
                before = self.tokens[mark.i - 1].text.lower() if mark.i else ""
                return before not in {"even", "as"}
        return self._is_inverted(i)

    def _is_inverted(self, i: int) -> bool:
        """Tell whether the clause at `i` is a condition by word order ("had he known")."""
        if self.tokens[i].dep != "advcl":
            return False
        first = next(children(self.tokens, i), None)
        return (
            first is not None
            and first.text.lower() in {"had", "were", "should"}
            and first.dep in {"aux", "auxpass"}
            and any(s.i > first.i for s in children(self.tokens, i, "nsubj"))
            and not any(children(self.tokens, i, "mark", "advmod"))
        )

    def _conditioned(self, i: int, outlook: Outlook, clause: Token) -> Outlook:
        """Lower a verb that depends on a condition, unless it is past."""
        if tense_aspect(self.tokens, i)[0] is Tense.PAST or outlook.polarity < 0:
            return outlook
        stance = Stance.HYPOTHETICAL
        return _limit(outlook, 1, 1, stance, "conditional", clause.span)

    # What the governor of a verb implies about it.

    def _above_verb(self, i: int) -> Outlook:
        token = self.tokens[i]
        head = token.head
        if head == i or not self._holds(head):
            return self._top(i)
        step = _VERB_STEPS.get(token.dep)
        if step is None:
            return self._parent(i) if token.dep == "conj" else self._top(i)
        return step(self, i, head)

    def _top(self, i: int) -> Outlook:
        """Judge a main clause: a question and a command assert nothing."""
        tokens = self.tokens
        if self._is_question(i):
            return Outlook(0, 0, Stance.HYPOTHETICAL, "question")
        if (
            tokens[i].tag == "VB"
            and tokens[i].head == i
            and not auxiliaries(tokens, i)
            and first_child(tokens, i, "nsubj", "nsubjpass", "ccomp") is None
        ):
            return Outlook(0, 0, Stance.POSSIBLE, "imperative")
        return FACT

    def _is_question(self, i: int) -> bool:
        return any(
            child.text == "?" and child.i > i
            for child in children(self.tokens, i, "punct")
        )

    def _conj(self, i: int, head: int) -> Outlook:
        """Share the outlook from above, not the modifiers, of the first conjunct."""
        tokens = self.tokens
        if is_verb(tokens[head]):
            if self._is_question(i):
                return self._top(i)
            return self._above(head)
        return self._parent(i)

    def _above(self, i: int) -> Outlook:
        """Return the outlook of `i` before its own words change it."""
        if self._depth >= _MAX_DEPTH:
            return FACT
        self._depth += 1
        above = self._above_verb(i) if is_verb(self.tokens[i]) else self._above_noun(i)
        self._depth -= 1
        return above

    def _ccomp(self, i: int, head: int) -> Outlook:
        """Judge a clause that is the content of its governor."""
        tokens = self.tokens
        governor = self.judge(head)
        cue = tokens[head]
        for mark in children(tokens, i, "mark"):
            if mark.text.lower() in lexicon.QUESTION_MARKS:
                return apply(lexicon.QUESTION, governor, mark.span)
        if self._is_infinitive(i):
            return self._infinitive(i, head)
        if tokens[i].tag == "VBG" and not auxiliaries(tokens, i):
            return self._xcomp(i, head)
        if any(w.tag in {"WRB", "WP"} for w in children(tokens, i, "advmod", "dobj")):
            return apply(lexicon.FACTIVE, governor, cue.span)
        if cue.lemma == "be":
            adjective = first_child(tokens, head, "acomp", "attr")
            if adjective is not None:
                return self._clause_of(adjective, self.judge(adjective.i))
        if not is_verb(cue):
            return self._clause_of(cue, governor)
        signature = self._look_up(lexicon.VERB_THAT, head) or lexicon.REPORT
        return apply(signature, governor, cue.span)

    def _clause_of(self, cue: Token, governor: Outlook) -> Outlook:
        """Judge a clause under an adjective or noun ("likely that", "the fact that")."""
        lemma = cue.lemma.lower()
        signature = lexicon.ADJECTIVE_THAT.get(lemma) or lexicon.NOUN_THAT.get(lemma)
        return apply(signature or lexicon.REPORT, governor, cue.span)

    def _look_up(self, table: dict[str, Signature], i: int) -> Signature | None:
        """Look up a verb with its particle, else alone."""
        lemma = self.tokens[i].lemma
        return table.get(idiom(self.tokens, i)[0]) or table.get(lemma)

    def _is_infinitive(self, i: int) -> bool:
        return any(child.tag == "TO" for child in children(self.tokens, i, "aux"))

    def _xcomp(self, i: int, head: int) -> Outlook:
        """Judge an infinitive or gerund that is controlled by its governor."""
        tokens = self.tokens
        if self._is_infinitive(i):
            return self._infinitive(i, head)
        governor = self.judge(head)
        if tokens[i].tag == "VBG":
            signature = self._look_up(lexicon.VERB_ING, head)
            return apply(signature or lexicon.IMPLICATIVE, governor, tokens[head].span)
        return governor

    def _infinitive(self, i: int, head: int) -> Outlook:
        """Judge "to do" under verb, adjective or noun."""
        tokens = self.tokens
        governor, cue = self.judge(head), tokens[head]
        if cue.lemma == "be":
            adjective = first_child(tokens, head, "acomp", "oprd")
            if adjective is None:
                subject = first_child(tokens, head, "nsubj")
                signature = lexicon.PLAN
                if subject is not None and subject.lemma.lower() in lexicon.NOUN_TO:
                    signature = lexicon.NOUN_TO[subject.lemma.lower()]
                return apply(signature, governor, cue.span)
            cue = adjective
        if not is_verb(cue):
            return self._infinitive_of(cue, governor)
        if is_going_to(tokens, head):
            if negation(tokens, head) is not None:
                return governor
            return _limit(governor, 1, 2, Stance.PLANNED, "future", cue.span)
        if cue.lemma == "use" and cue.text.lower() == "used":
            return governor
        if cue.lemma == "have":
            return self._have_to(head, governor)
        signature = self._look_up(lexicon.VERB_TO, head) or lexicon.PURPOSE
        return apply(signature, governor, cue.span)

    def _have_to(self, head: int, governor: Outlook) -> Outlook:
        """Leave "have to" to the modality of its verb; "has yet to" denies it."""
        for child in children(self.tokens, head, "advmod"):
            if child.text.lower() == "yet":
                return _flip(governor, child.span)
        return governor

    def _infinitive_of(self, cue: Token, governor: Outlook) -> Outlook:
        """Judge "to do" under an adjective ("able", "too weak") or noun ("plan")."""
        tokens = self.tokens
        if any(c.text.lower() == "too" for c in children(tokens, cue.i, "advmod")):
            return apply(lexicon.ABSENCE, governor, cue.span)
        lemma = cue.lemma.lower()
        signature = lexicon.ADJECTIVE_TO.get(lemma) or lexicon.NOUN_TO.get(lemma)
        if lemma == "enough" or any(
            c.text.lower() == "enough" for c in children(tokens, cue.i, "advmod")
        ):
            signature = lexicon.ABILITY
        if lemma in {"able", "free"} and self._governor_is_past(cue.i):
            signature = lexicon.IMPLICATIVE
        return apply(signature or lexicon.PURPOSE, governor, cue.span)

    def _acl(self, i: int, head: int) -> Outlook:
        """Judge a clause under a noun."""
        tokens = self.tokens
        cue = tokens[head]
        if self._is_infinitive(i):
            return self._infinitive_of(cue, self.judge(head))
        if tokens[i].tag in {"VBN", "VBG"} and not auxiliaries(tokens, i):
            return self._relcl(i, head)
        if cue.tag.startswith("NN") and any(children(tokens, i, "mark")):
            return self._clause_of(cue, self.judge(head))
        return self._relcl(i, head)

    def _relcl(self, i: int, head: int) -> Outlook:
        """Judge a relative clause by itself; only hypothesis carries into it."""
        tokens = self.tokens
        if self._is_infinitive(i):
            return apply(lexicon.PURPOSE, FACT, tokens[i].span)
        tense = tense_aspect(tokens, i)[0]
        if tense in {Tense.PAST} or not self._is_uncertain_noun(head):
            return FACT
        return Outlook(0, 0, Stance.HYPOTHETICAL, "hypothetical-noun")

    def _is_uncertain_noun(self, i: int) -> bool:
        """Tell whether the noun at `i` is any such thing, not a certain one."""
        return any(
            child.text.lower() in {"any", "no", "whoever", "every"}
            for child in children(self.tokens, i, "det")
        ) or self.tokens[i].lemma.lower() in {"anyone", "anybody", "whoever"}

    def _advcl(self, i: int, head: int) -> Outlook:
        """Judge an adverbial clause by its mark."""
        tokens = self.tokens
        governor = self.judge(head)
        if self._is_conditional(i):
            return Outlook(0, 0, Stance.HYPOTHETICAL, "condition", (tokens[i].span,))
        if self._is_infinitive(i):
            if tokens[i].lemma in lexicon.RESULT_INFINITIVES:
                return governor
            return self._infinitive(i, head)
        word = next(
            (m.text.lower() for m in children(tokens, i, "mark", "advmod") if m.i < i),
            "",
        )
        if self._is_instead(i):
            return apply(lexicon.COMPARISON, FACT, tokens[i].span)
        if word == "before" and governor.polarity > 0 and governor.certainty == 3:
            return FACT
        if governor.stance in {Stance.PLANNED, Stance.PROMISED, Stance.HYPOTHETICAL}:
            if tense_aspect(tokens, i)[0] is Tense.PAST:
                return FACT
            return governor._replace(polarity=abs(governor.polarity))
        if word == "until" and governor.certainty < 3:
            return Outlook(1, 1, Stance.POSSIBLE, "until")
        if tokens[i].tag == "VBG" and self._drags(head):
            return apply(lexicon.TOPIC, governor, tokens[head].span)
        if tokens[i].tag == "VBG" and not word:
            return governor._replace(polarity=abs(governor.polarity))
        return FACT

    def _drags(self, head: int) -> bool:
        """Tell whether the verb at `head` puts off what it governs ("takes its time")."""
        thing = first_child(self.tokens, head, "dobj")
        pair = (self.tokens[head].lemma, thing.lemma if thing is not None else "")
        return pair in {("take", "time"), ("drag", "foot"), ("drag", "heel")}

    def _is_instead(self, i: int) -> bool:
        """Tell whether the clause at `i` is what was not done for something else.

        "Rather than wait", "instead of waiting", "better things to do than wait"; a
        clause with a subject or a participle only compares ("worse than expected").
        """
        tokens = self.tokens
        words = {c.text.lower() for c in children(tokens, i) if c.i < i}
        if "instead" in words or {"rather", "than"} <= words:
            return True
        is_bare = tokens[i].tag in {"VB", "VBG"} and not auxiliaries(tokens, i)
        return "than" in words and is_bare

    def _pcomp(self, i: int, head: int) -> Outlook:
        """Judge a gerund under a preposition."""
        tokens = self.tokens
        preposition = tokens[head]
        word = preposition.text.lower()
        if word == "without":
            return FACT
        governor_at = preposition.head
        if self._is_in_place(head, governor_at):
            return apply(lexicon.COMPARISON, FACT, preposition.span)
        if governor_at == head or not self._holds(governor_at):
            return FACT
        governor = self.judge(governor_at)
        signature = self._prepositional(governor_at, word)
        if signature is not None:
            return apply(signature, governor, tokens[governor_at].span)
        if word in {"on", "about"}:
            return apply(lexicon.TOPIC, governor, tokens[governor_at].span)
        if governor.stance is Stance.ASSERTED:
            return FACT
        return governor._replace(polarity=abs(governor.polarity))

    def _is_in_place(self, preposition: int, governor: int) -> bool:
        """Tell whether the preposition is that of "instead of", "rather than"."""
        tokens = self.tokens
        if tokens[preposition].text.lower() in {"instead", "than"}:
            return tokens[preposition].text.lower() == "instead" or any(
                c.text.lower() == "rather" for c in children(tokens, preposition)
            )
        return tokens[governor].text.lower() == "instead" or any(
            c.text.lower() == "instead" for c in children(tokens, preposition)
        )

    def _prepositional(self, governor: int, word: str) -> Signature | None:
        """Look up governor and preposition: "call for", "prevent from", "fear of"."""
        token = self.tokens[governor]
        if is_verb(token):
            lemma = idiom(self.tokens, governor)[0]
            return lexicon.VERB_PREPOSITION.get((lemma, word))
        lemma = token.lemma.lower()
        if word in {"of", "for", "on", "about", "to", "at"}:
            if word != "of" and lemma == "decision":
                return None
            return lexicon.NOUN_OF.get(lemma)
        return None

    # What the governor of a noun implies about it.

    def _above_noun(self, i: int) -> Outlook:
        token = self.tokens[i]
        head = token.head
        if head == i or not self._holds(head):
            return self._top(i) if head == i else FACT
        step = _NOUN_STEPS.get(token.dep)
        if step is not None:
            return step(self, i, head)
        if token.dep in {"ccomp", "advcl", "xcomp", "pcomp"}:
            return self._above_verb(i)
        return FACT

    def _object(self, i: int, head: int) -> Outlook:
        """Judge what a verb is done to."""
        tokens = self.tokens
        governor = self.judge(head)
        if not is_verb(tokens[head]):
            return governor
        cue = tokens[head].span
        lemma = idiom(tokens, head)[0]
        if tokens[i].dep == "nsubjpass":
            raised = self._raised(head)
            if raised is not None:
                return raised
        if lemma in lexicon.ABSENCE_VERBS:
            return self._missed(i, governor, cue, absent=governor.polarity > 0)
        if lemma in lexicon.ATTENDANCE_VERBS and governor.polarity < 0:
            return self._missed(i, governor, cue, absent=True)
        signature = self._look_up(lexicon.VERB_NOUN, head)
        if lemma in lexicon.ANSWERS and tokens[i].lemma.lower() in lexicon.ANSWERED:
            signature = None
        if signature is None or lemma in lexicon.PRESUPPOSING_VERBS:
            return self._presupposed(i, governor)
        if lemma in lexicon.LEAVING_VERBS and governor.polarity < 0:
            return self._presupposed(i, governor)
        return apply(signature, governor, cue)

    def _raised(self, head: int) -> Outlook | None:
        """Judge the subject of "is expected to begin" by the verb it is raised from."""
        for clause in children(self.tokens, head, "xcomp", "ccomp"):
            if self._is_infinitive(clause.i):
                lemma = idiom(self.tokens, clause.i)[0]
                passive = any(children(self.tokens, clause.i, "auxpass"))
                if lemma in lexicon.OCCURRENCE_VERBS or passive or lemma == "be":
                    return self.judge(clause.i)
        return None

    def _missed(self, i: int, governor: Outlook, cue: Span, *, absent: bool) -> Outlook:
        """Judge what somebody stays away from: without both sides no meeting.

        An event for others as well ("the Olympics", "the funeral") takes place.
        """
        tokens = self.tokens
        if not absent or self._is_public(i):
            return FACT
        if governor.certainty < 3:
            return Outlook(
                -1,
                governor.certainty,
                Stance.CANCELLED,
                "absence",
                (*governor.cues, cue),
            )
        cues = tuple(dict.fromkeys((*governor.cues, cue)))
        return Outlook(-1, 3, Stance.CANCELLED, "absence", cues) if tokens else FACT

    def _is_public(self, i: int) -> bool:
        tokens = self.tokens
        if tokens[i].lemma.lower() in lexicon.PUBLIC_EVENTS:
            return True
        return tokens[i].tag.startswith("NNP") or any(
            child.tag.startswith("NNP") and child.ent_type not in {"DATE", "TIME"}
            for child in children(tokens, i, "compound")
        )

    def _is_definite(self, i: int) -> bool:
        return any(
            child.text.lower() in {"the", "this", "that", "these", "those"}
            or child.dep == "poss"
            for child in children(self.tokens, i)
        ) or self.tokens[i].tag.startswith("NNP")

    def _presupposed(self, i: int, governor: Outlook) -> Outlook:
        """Judge a noun whose governor says nothing about it.

        A definite one is taken for granted, except what is still to come; an indefinite
        one is as real as its governor.
        """
        lemma = self.tokens[i].lemma.lower()
        is_future = governor.stance in {Stance.PLANNED, Stance.PROMISED}
        if is_future and lemma in lexicon.SCHEDULED_EVENTS and governor.polarity > 0:
            return governor
        if self._is_definite(i) or governor.certainty == 3 and governor.polarity > 0:
            return FACT
        if governor.polarity < 0 and self.tokens[i].dep == "nsubj":
            return FACT
        return governor

    def _subject(self, i: int, head: int) -> Outlook:
        """Judge the subject of a verb."""
        tokens = self.tokens
        governor = self.judge(head)
        lemma = idiom(tokens, head)[0] if is_verb(tokens[head]) else ""
        raised = self._raised(head)
        if raised is not None:
            return raised
        if lemma in lexicon.OCCURRENCE_VERBS:
            return governor
        if governor.polarity <= 0 and governor.rule not in {"question", "condition"}:
            return FACT
        return self._presupposed(i, governor)

    def _pobj(self, i: int, head: int) -> Outlook:
        """Judge the object of a preposition."""
        tokens = self.tokens
        preposition = tokens[head]
        word = preposition.text.lower()
        governor_at = preposition.head
        if word == "without" or governor_at == head or not self._holds(governor_at):
            return FACT
        if self._is_in_place(head, governor_at):
            return apply(lexicon.COMPARISON, FACT, preposition.span)
        if tokens[governor_at].tag == "IN" and tokens[governor_at].head != governor_at:
            governor_at = tokens[governor_at].head
        governor = self.judge(governor_at)
        cue = tokens[governor_at].span
        if is_verb(tokens[governor_at]):
            lemma = idiom(tokens, governor_at)[0]
            absent = governor.polarity < 0
            if (
                lemma in lexicon.ATTENDANCE_VERBS
                and absent
                and word in {"for", "at", "in", "to"}
            ):
                return self._missed(i, governor, cue, absent=True)
        signature = self._prepositional(governor_at, word)
        if signature is not None:
            if signature.rule == "absence":
                return self._missed(i, governor, cue, absent=governor.polarity > 0)
            return apply(signature, governor, cue)
        if self._is_topic(i, governor_at, word):
            return apply(lexicon.TOPIC, governor, cue)
        if self._is_setting(i, governor_at, word):
            return FACT
        if word == "for" and tokens[governor_at].lemma in lexicon.PURPOSE_VERBS:
            return _limit(governor, 1, 2, Stance.PLANNED, "purpose", preposition.span)
        if word in lexicon.PRESUPPOSING_PREPOSITIONS and governor.polarity < 0:
            return FACT
        return self._presupposed(i, governor)

    def _is_topic(self, i: int, governor: int, word: str) -> bool:
        """Tell whether the bare noun at `i` is what a meeting or text is about."""
        tokens = self.tokens
        return (
            word in {"on", "about"}
            and tokens[governor].lemma.lower() in lexicon.TOPICAL_NOUNS
            and not any(children(tokens, i, "det", "poss"))
        )

    def _is_setting(self, i: int, governor: int, word: str) -> bool:
        """Tell whether the noun at `i` is where a promise was made.

        In "agreed to return the remains at the summit" parsers hang the summit on the
        return; it belongs to the agreement unless the verb itself needs a meeting.
        """
        tokens = self.tokens
        return (
            word in {"at", "during"}
            and tokens[governor].dep in {"xcomp", "conj"}
            and tokens[governor].lemma not in lexicon.MEETING_VERBS
            and self.judge(governor).rule in {"plan", "promise", "offer"}
            and self._is_definite(i)
        )

    def _modifier(self, i: int, head: int) -> Outlook:
        """Judge a noun beside or before a noun as that one."""
        return self.judge(head)


def _flip(outlook: Outlook, cue: Span) -> Outlook:
    """Turn the polarity round."""
    rule = "negation" if outlook.polarity > 0 else "double-negation"
    stance = outlook.stance if outlook.certainty < 3 else Stance.ASSERTED
    return Outlook(
        -outlook.polarity, outlook.certainty, stance, rule, (*outlook.cues, cue)
    )


def _limit(
    outlook: Outlook,
    polarity: int,
    certainty: int,
    stance: Stance,
    rule: str,
    cue: Span,
) -> Outlook:
    """Lower the certainty to at most `certainty`; keep a firmer reason from above."""
    if outlook.stance is Stance.HYPOTHETICAL and outlook.certainty <= certainty:
        return outlook._replace(cues=(*outlook.cues, cue))
    return Outlook(
        outlook.polarity * polarity,
        min(outlook.certainty, certainty),
        stance,
        rule,
        (*outlook.cues, cue),
    )


_VERB_STEPS = {
    "conj": Scope._conj,
    "ccomp": Scope._ccomp,
    "xcomp": Scope._xcomp,
    "acl": Scope._acl,
    "relcl": Scope._relcl,
    "advcl": Scope._advcl,
    "pcomp": Scope._pcomp,
    "pobj": Scope._pcomp,
    "dobj": Scope._object,
    "nsubj": Scope._subject,
    "acomp": Scope._xcomp,
    "oprd": Scope._xcomp,
}

_NOUN_STEPS = {
    "dobj": Scope._object,
    "nsubjpass": Scope._object,
    "nsubj": Scope._subject,
    "pobj": Scope._pobj,
    "attr": Scope._modifier,
    "compound": Scope._modifier,
    "appos": Scope._modifier,
    "conj": Scope._modifier,
    "nmod": Scope._modifier,
    "poss": Scope._modifier,
}
