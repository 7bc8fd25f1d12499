"""Tense, aspect, modality and negation of a predicate, read off its tree.

The values are those of TimeML 1.2.1, MAKEINSTANCE. Parsers often tear contracted
auxiliaries apart ("didn't" under the wrong head), so negation is also looked for in the
words between the auxiliary and its verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.event_lemmas import lemmas
from dateline.model.mentions import Aspect, Tense
from dateline.model.text import Span, Token

Tokens = Sequence[Token]

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall"})
MODALS = lemmas("""
    can ca could may might must shall should would 'd ’d ought
    """)
_FULL = {"'d": "would", "’d": "would", "ca": "can", "wo": "will"}
_AUX_DEPS = frozenset({"aux", "auxpass"})
_SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# "not only", "not just": the negation is of the adverb, not of the verb.
_MAX_CHILDREN = 100  # more hang on no word of a language
_MAX_CONJUNCTS = 8  # bounds the walk along "and …, and …"
_FOCUS = frozenset({"only", "just", "merely", "simply", "necessarily", "least"})


def children(tokens: Tokens, i: int, *deps: str) -> Iterator[Token]:
    """Yield the children of token `i`, those with one of `deps` if any are given."""
    for child in tokens[i].children[:_MAX_CHILDREN]:
        if not deps or tokens[child].dep in deps:
            yield tokens[child]


def first_child(tokens: Tokens, i: int, *deps: str) -> Token | None:
    """Return the first child of token `i` with one of `deps`."""
    return next(children(tokens, i, *deps), None)


def is_verb(token: Token) -> bool:
    """Tell whether `token` is a verb form, by tag."""
    return token.tag.startswith("VB")


def shares_subject(tokens: Tokens, i: int) -> bool:
    """Tell whether token `i` is a conjunct verb with no subject or auxiliary.

    Such a verb takes tense, modality and negation from the verb before it.
    """
    token = tokens[i]
    if token.dep != "conj" or not is_verb(token):
        return False
    return not any(
        child.dep in _AUX_DEPS or child.dep in _SUBJECT_DEPS
        for child in children(tokens, i)
    )


def auxiliaries(tokens: Tokens, i: int) -> list[Token]:
    """Return the auxiliaries of verb `i`, in order; a bare conjunct borrows them."""
    at = i
    for _ in range(_MAX_CONJUNCTS):
        found = [
            child
            for child in children(tokens, at)
            if child.i < at and (child.dep in _AUX_DEPS or child.tag == "MD")
        ]
        head = tokens[at].head
        if found or not _borrows(tokens[at], tokens[head]):
            return found
        if not shares_subject(tokens, at):
            return found
        at = head
    return []


def _borrows(verb: Token, first: Token) -> bool:
    """Tell whether the forms let `verb` stand under the auxiliary of `first`."""
    if verb.tag == "VB":
        return is_verb(first)
    return verb.tag == first.tag and verb.tag in {"VBN", "VBG"}


def tense_aspect(tokens: Tokens, i: int) -> tuple[Tense, Aspect, str | None]:
    """Return tense, aspect and modal word of the verb at token `i`."""
    token = tokens[i]
    if not is_verb(token):
        return Tense.NONE, Aspect.NONE, None
    aux = auxiliaries(tokens, i)
    modal = next((a for a in aux if a.tag == "MD"), None)
    words = [a.text.lower() for a in aux]
    has = next((a for a in aux if a.lemma == "have" and a.tag != "MD"), None)
    be = [a for a in aux if a.lemma == "be"]
    perfect = has is not None
    progressive = token.tag == "VBG" and bool(be)
    aspect = {
        (False, False): Aspect.NONE,
        (True, False): Aspect.PERFECTIVE,
        (False, True): Aspect.PROGRESSIVE,
        (True, True): Aspect.PERFECTIVE_PROGRESSIVE,
    }[perfect, progressive]
    if modal is not None:
        word = modal.text.lower()
        if word in FUTURE_MODALS:
            return Tense.FUTURE, aspect, None
        return Tense.NONE, aspect, _FULL.get(word, word)
    modality = "have to" if _is_obliged(tokens, i) else None
    if "to" in words:
        return Tense.INFINITIVE, aspect, modality
    if aux:
        return _finite(aux[0]), aspect, modality
    return _bare(token), aspect, modality


def _finite(token: Token) -> Tense:
    """Return the tense of the finite auxiliary."""
    if token.tag == "VBD" or token.text.lower() in {"was", "were", "had", "did"}:
        return Tense.PAST
    if token.tag == "VBG":
        return Tense.PRESPART
    return Tense.PRESENT


def _bare(token: Token) -> Tense:
    """Return the tense of a verb without auxiliaries."""
    return {
        "VBD": Tense.PAST,
        "VBZ": Tense.PRESENT,
        "VBP": Tense.PRESENT,
        "VB": Tense.INFINITIVE,
        "VBG": Tense.PRESPART,
        "VBN": Tense.PASTPART,
    }[token.tag]


def _is_obliged(tokens: Tokens, i: int) -> bool:
    """Tell whether verb `i` stands under "have to"."""
    head = tokens[tokens[i].head]
    if tokens[i].dep != "xcomp" or head.lemma != "have" or head.i > i:
        return False
    return all(c.text.lower() != "yet" for c in children(tokens, head.i, "advmod"))


def is_going_to(tokens: Tokens, i: int) -> bool:
    """Tell whether token `i` is the "going" of "is going to do"."""
    token = tokens[i]
    return token.text.lower() == "going" and any(
        any(part.tag == "TO" for part in children(tokens, child.i, "aux"))
        for child in children(tokens, i, "xcomp")
    )


def negation(tokens: Tokens, i: int) -> Span | None:
    """Return the place of the negation of the very word at token `i`, if it has one.

    Covers "not", contracted "n't" wherever the parser hung it, "never", "no longer",
    the determiner "no", a negative subject, "without", "neither … nor", and a bare
    conjunct under one negated verb ("did not call or write").
    """
    for step in (_own_negation, _torn_negation, _negative_argument, _without):
        found = step(tokens, i)
        if found is not None:
            return found
    return _shared_negation(tokens, i)


def _own_negation(tokens: Tokens, i: int) -> Span | None:
    """Find a negation among the children of `i`."""
    for child in children(tokens, i):
        word = child.text.lower()
        if child.dep == "neg" or word in NEGATIONS:
            if _is_focus(tokens, child.i):
                continue
            return child.span
        if word in NEGATIVE_DETERMINERS and child.dep in {"det", "preconj", "advmod"}:
            return child.span
        if word == "longer" and child.dep == "advmod":
            before = tokens[child.i - 1]
            if child.i and before.text.lower() in {"no", "not", "any"}:
                return before.span.cover(child.span)
        if word in {"nor", "neither"} and child.i < i:
            return child.span
    return None


def _is_focus(tokens: Tokens, i: int) -> bool:
    """Tell whether the negation at `i` belongs to a word such as "only"."""
    after = i + 1
    return after < len(tokens) and tokens[after].text.lower() in _FOCUS


def _torn_negation(tokens: Tokens, i: int) -> Span | None:
    """Find "n't" or "not" between the first auxiliary and its verb."""
    if not is_verb(tokens[i]) or shares_subject(tokens, i):
        return None
    aux = auxiliaries(tokens, i)
    if not aux:
        return None
    for between in range(aux[0].i + 1, i):
        if tokens[between].text.lower() in NEGATIONS and not _is_focus(tokens, between):
            head = tokens[between].head
            if head == i or tokens[head].dep in _AUX_DEPS:
                return tokens[between].span
    return None


def _negative_argument(tokens: Tokens, i: int) -> Span | None:
    """Find a subject that empties the verb: "no one came", "none of them left"."""
    if not is_verb(tokens[i]):
        return None
    for subject in children(tokens, i, "nsubj", "nsubjpass"):
        if subject.text.lower() in NEGATIVE_SUBJECTS:
            return subject.span
        for child in children(tokens, subject.i, "det", "preconj", "cc"):
            if child.i < subject.i and child.text.lower() in NEGATIVE_DETERMINERS:
                return child.span
    return None


def _without(tokens: Tokens, i: int) -> Span | None:
    """Find "without" as governor of a gerund or an event noun."""
    head = tokens[tokens[i].head]
    if tokens[i].dep in {"pcomp", "pobj"} and head.text.lower() == "without":
        return head.span
    return None


def _shared_negation(tokens: Tokens, i: int) -> Span | None:
    """Take the negation of the verb that a bare conjunct hangs on."""
    at = i
    for _ in range(_MAX_CONJUNCTS):
        head = tokens[at].head
        if not shares_subject(tokens, at) or tokens[head].tag != tokens[at].tag:
            return None
        shared = tokens[at].tag == "VB" or _is_or(tokens, head)
        if not shared or not auxiliaries(tokens, head):
            return None
        for step in (_own_negation, _torn_negation):
            found = step(tokens, head)
            if found is not None:
                return found
        at = head
    return None


def _is_or(tokens: Tokens, i: int) -> bool:
    """Tell whether the conjuncts of token `i` are joined by "or" or "nor"."""
    return any(c.text.lower() in {"or", "nor"} for c in children(tokens, i, "cc"))
