"""Who is the subject of a verb: its own, or the one that its construction lends it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from dateline.annotate.tree import (
    SUBJECTS,
    Tokens,
    antecedent,
    children_with,
    first_child,
    is_passive,
    is_verbal,
    prepositions,
    subtree,
)

_MAX_DEPTH = 6

# "asked X to leave": the object leaves (Levin 1993, 29.2 and 37.1). After all others
# it is the subject: "promised X to leave", "passed X to become the first".
OBJECT_CONTROL = frozenset(
    {
        "advise", "allow", "appoint", "ask", "assign", "authorise", "authorize", "beg",
        "believe", "cause", "challenge", "choose", "compel", "consider", "convince",
        "direct", "elect", "enable", "encourage", "entitle", "expect", "forbid",
        "force", "get", "help", "hire", "inspire", "instruct", "invite", "lead",
        "leave", "let", "make", "motivate", "need", "oblige", "order", "pay", "permit",
        "persuade", "press", "pressure", "prompt", "push", "request", "require", "send",
        "teach", "tell", "train", "urge", "want", "warn",
    }
)  # fmt: skip


# "called on X to resign": the preposition has the one who acts.
PHRASE_CONTROL = MappingProxyType(
    {
        "call": "on", "appeal": "to", "plead": "with", "rely": "on", "count": "on",
        "depend": "on", "wait": "for", "arrange": "for", "signal": "to",
    }
)  # fmt: skip


# "accused X of killing": the object is the one who does it.
OBJECT_OF_PARTICIPLE = frozenset(
    {
        "accuse", "acquit", "arrest", "bar", "blame", "charge", "convict", "criticise",
        "criticize", "deter", "discourage", "fine", "jail", "keep", "prevent", "stop",
        "suspect", "thank",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """The token that is the subject of a verb, and the construction that says so."""

    token: int
    rule: str


def subject(tokens: Tokens, verb: int, depth: int = 0) -> Subject | None:
    """Return the subject of `verb`, its own or the one its construction lends it.

    "Kim agreed to return" gives "Kim" for "return" (`control`), "urged X to leave"
    gives "X" (`object-control`), "seems to" the raised subject, a coordinated verb that
    of its first member, a reduced relative clause the noun it describes.

    >>> from dateline.model.text import Span, Token
    >>> he = Token(0, Span(0, 2), "he", "he", "PRON", "PRP", "nsubj", 1, (), 0)
    >>> ran = Token(1, Span(3, 6), "ran", "run", "VERB", "VBD", "ROOT", 1, (0,), 0)
    >>> subject((he, ran), 1)
    Subject(token=0, rule='nsubj')
    """
    own = own_subject(tokens, verb)
    if own is not None or depth > _MAX_DEPTH:
        return own
    token = tokens[verb]
    if token.head == verb:
        return None
    finder = _LENDERS.get(token.dep)
    return finder(tokens, verb, depth + 1) if finder is not None else None


def own_subject(tokens: Tokens, verb: int) -> Subject | None:
    """Return the subject that is a child of `verb`; a relative pronoun is resolved.

    >>> from dateline.model.text import Span, Token
    >>> ran = Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (), 0)
    >>> own_subject((ran,), 0) is None
    True
    """
    found = _nearest_subject(tokens, verb)
    if found is None:
        if first_child(tokens, verb, "expl") is not None:
            real = first_child(tokens, verb, "attr")
            return None if real is None else Subject(real, "there-be")
        return None
    noun = antecedent(tokens, found)
    if noun is not None:
        return Subject(noun, f"{tokens[found].dep}-relative")
    return Subject(found, tokens[found].dep)


def _nearest_subject(tokens: Tokens, verb: int) -> int | None:
    """Return the subject: the last one before the verb if the parser gives several.

    It does for "Structurally, the bridge holds" and "The newest ship, Aurora, sailed".
    """
    found = list(children_with(tokens, verb, *SUBJECTS))
    before = [i for i in found if i < verb]
    if not before:
        return next(iter(found), None)
    last = before.pop()
    while before and _is_torn_object(tokens, before[-1], last):
        last = before.pop()
    return last


def _is_torn_object(tokens: Tokens, subject: int, other: int) -> bool:
    """Tell whether a second subject is the object of a clause on the first one.

    "A satellite that will measure ice clouds was launched": the clouds seem to be.
    """
    for clause in children_with(tokens, subject, "relcl"):
        reach = subtree(tokens, clause)[-1]
        begin = subtree(tokens, other)[0]
        has_object = first_child(tokens, clause, "dobj", "attr", "acomp") is not None
        if begin == reach + 1 and not has_object and tokens[clause].tag != "VBN":
            return True
    return False


def _of_xcomp(tokens: Tokens, verb: int, depth: int) -> Subject | None:
    head = tokens[verb].head
    governor = tokens[head]
    is_bare = first_child(tokens, verb, "aux") is None
    if is_verbal(governor) and (is_bare or governor.lemma in OBJECT_CONTROL):
        found = first_child(tokens, head, "dobj", "dative")
        if found is not None and found < verb and tokens[found].pos != "ADP":
            return Subject(found, "object-control")
    if governor.lemma == "use" and is_passive(tokens, head):
        return None
    for prep, found in prepositions(tokens, head):
        if tokens[prep].lemma == PHRASE_CONTROL.get(governor.lemma) and found < verb:
            return Subject(found, "phrase-control")
    lent = subject(tokens, head, depth)
    return None if lent is None else Subject(lent.token, "control")


def _of_conj(tokens: Tokens, verb: int, depth: int) -> Subject | None:
    head = tokens[verb].head
    if not is_verbal(tokens[head]) and tokens[head].pos != "ADJ":
        return None
    lent = subject(tokens, head, depth)
    return None if lent is None else Subject(lent.token, "conj")


def _of_complement(tokens: Tokens, verb: int, depth: int) -> Subject | None:
    """Lend the governor's subject to an adjective, participle or bare clause."""
    lent = subject(tokens, tokens[verb].head, depth)
    return None if lent is None else Subject(lent.token, tokens[verb].dep)


def _of_advcl(tokens: Tokens, verb: int, depth: int) -> Subject | None:
    if tokens[verb].tag in {"VBD", "VBZ", "VBP"} and not is_passive(tokens, verb):
        return None
    # "was built to last": whose purpose it was is not said.
    if tokens[verb].tag == "VB" and is_passive(tokens, tokens[verb].head):
        return None
    return _of_complement(tokens, verb, depth)


def _of_acl(tokens: Tokens, verb: int, depth: int) -> Subject | None:
    """A participle describes its noun; an infinitive belongs to the noun's holder."""
    noun = tokens[verb].head
    if first_child(tokens, verb, "aux") is None or tokens[verb].tag != "VB":
        return Subject(noun, "acl")
    holder = first_child(tokens, noun, "poss")
    if holder is not None:
        return Subject(holder, "acl-poss")
    if tokens[noun].dep in {"dobj", "attr"}:
        lent = subject(tokens, tokens[noun].head, depth)
        return None if lent is None else Subject(lent.token, "acl-control")
    if tokens[noun].head == noun and tokens[noun].pos == "PROPN":
        return Subject(noun, "headline-infinitive")
    return None


def _of_relcl(tokens: Tokens, verb: int, depth: int) -> Subject | None:
    """Read the headline "Apple to give refunds", which parses as a relative clause."""
    noun = tokens[verb].head
    if depth > _MAX_DEPTH or tokens[noun].head != noun or tokens[verb].tag != "VB":
        return None
    return Subject(noun, "headline-infinitive")


def _of_pcomp(tokens: Tokens, verb: int, depth: int) -> Subject | None:
    above = tokens[tokens[verb].head].head
    governor = tokens[above]
    # "is guilty of killing": who is so, did it.
    if governor.pos == "ADJ":
        return _of_complement(tokens, tokens[verb].head, depth)
    if not is_verbal(governor):
        holder = first_child(tokens, above, "poss")
        return None if holder is None else Subject(holder, "pcomp-poss")
    if governor.lemma in OBJECT_OF_PARTICIPLE:
        found = first_child(tokens, above, "dobj", "nsubjpass")
        if found is not None:
            return Subject(found, "object-control")
    lent = subject(tokens, above, depth)
    return None if lent is None else Subject(lent.token, "pcomp")


_LENDERS = {
    "xcomp": _of_xcomp,
    "conj": _of_conj,
    "acomp": _of_complement,
    "attr": _of_complement,
    "oprd": _of_complement,
    "ccomp": _of_advcl,
    "advcl": _of_advcl,
    "acl": _of_acl,
    "relcl": _of_relcl,
    "pcomp": _of_pcomp,
}
