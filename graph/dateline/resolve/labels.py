"""Describe an event in a few words for people, from its own sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import Participation
from dateline.model.mentions import EventMention, RoleName, Tense
from dateline.model.text import Span, Token

# The dependents that a short description keeps, for a verb and for a noun.
_VERB_AFTER = frozenset(
    {"dobj", "prt", "attr", "acomp", "dative", "oprd", "xcomp", "prep", "agent", "neg"}
)
_VERB_BEFORE = frozenset({"neg", "aux", "auxpass"})
_NOUN_CORE = frozenset({"compound", "amod", "nmod", "poss", "prep", "nummod", "case"})
# Clauses and asides are left out, wherever they hang.
_CUT = frozenset(
    {"relcl", "acl", "advcl", "appos", "punct", "mark", "parataxis", "preconj"}
)
# Prepositions that say when, or who says so: both are told beside the description.
_TOLD_BESIDE = frozenset(
    {"after", "before", "during", "since", "until", "accord", "amid", "despite"}
)
_MOST_WORDS = 12
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_DOERS = (RoleName.AGENT, RoleName.SPEAKER, RoleName.ABSENTEE)


def label_mention(
    doc: AnnotatedDocument, mention: EventMention, subject: str | None
) -> str:
    """Describe one event mention: "Mira Sol agreed to return the remains".

    `subject` is the name to put first for a verb, `None` to take none.
    """
    verb = doc.tokens[mention.verb]
    if verb.pos not in {"VERB", "AUX"}:
        return _words(doc, verb, _NOUN_CORE, before=_NOUN_CORE)
    words = _words(doc, verb, _VERB_AFTER, before=_VERB_BEFORE, moved=_moved(doc, verb))
    if mention.tense is Tense.INFINITIVE and not words.startswith("to "):
        words = f"to {words}"
    subject = subject or _own_words(doc, verb)
    return f"{subject} {words}" if subject else words


def _own_words(doc: AnnotatedDocument, verb: Token) -> str | None:
    """Return the words of a subject that is no entity: "a peace deal"."""
    below = [doc.tokens[child] for child in verb.children]
    noun = next((token for token in below if token.dep in _SUBJECTS), None)
    if noun is None or noun.tag in _RELATIVE:
        noun = doc.tokens[verb.head] if verb.dep in {"relcl", "acl"} else None
    if noun is None or noun.pos not in {"NOUN", "PROPN"}:
        return None
    return _join([doc.tokens[i] for i in sorted(_phrase(doc, noun))])


def subject_of(
    doc: AnnotatedDocument,
    mention: EventMention,
    participations: Sequence[Participation],
) -> str | None:
    """Return the key of the entity that a description of `mention` begins with.

    It is what the verb's own subject refers to; a verb without one borrows the doer,
    and in the passive what it was done to.
    """
    verb = doc.tokens[mention.verb]
    own = [doc.tokens[c] for c in verb.children if doc.tokens[c].dep in _SUBJECTS]
    for token in own:
        for part in participations:
            if part.evidence.contains(token.span):
                return part.entity
    # "A rebel attack killed six": its own words say more than the doer behind them.
    if any(token.pos == "NOUN" and token.dep == "nsubj" for token in own):
        return None
    wanted = (RoleName.PATIENT,) if _is_passive(doc, verb) else _DOERS
    if verb.dep == "acl" and verb.tag == "VBN" and verb.head < verb.i:
        # "A car ploughed into them" may parse so: the noun before is what it tells of.
        noun = doc.tokens[verb.head].span
        held = [part for part in participations if part.evidence.contains(noun)]
        chosen = [part for part in held if part.role in wanted] or held
        return chosen[0].entity if chosen else None
    return next((part.entity for part in participations if part.role in wanted), None)


def owner_of(
    doc: AnnotatedDocument,
    mention: EventMention,
    participations: Sequence[Participation],
) -> str | None:
    """Return the key of whom the pronoun means that a noun begins with: "her death"."""
    head = doc.tokens[mention.verb]
    first = next((doc.tokens[child] for child in head.children), None)
    if first is None or first.tag != "PRP$" or first.i > head.i:
        return None
    parts = (part.entity for part in participations if part.evidence == first.span)
    return next(parts, None)


def _is_passive(doc: AnnotatedDocument, verb: Token) -> bool:
    below = {doc.tokens[child].dep for child in verb.children}
    if below & {"nsubjpass", "auxpass", "agent"}:
        return True
    return verb.tag == "VBN" and verb.dep in {"acl", "amod"} and "aux" not in below


def _moved(doc: AnnotatedDocument, verb: Token) -> Token | None:
    """Return the object that stands before its relative clause: "a letter he got"."""
    if verb.dep != "relcl" or _is_passive(doc, verb):
        return None
    below = [doc.tokens[child] for child in verb.children]
    subjects = [token for token in below if token.dep in _SUBJECTS]
    has_object = any(t.dep == "dobj" and t.tag not in _RELATIVE for t in below)
    if has_object or not subjects or any(t.tag in _RELATIVE for t in subjects):
        return None
    return doc.tokens[verb.head]


def _words(
    doc: AnnotatedDocument,
    head: Token,
    after: frozenset[str],
    *,
    before: frozenset[str],
    moved: Token | None = None,
) -> str:
    """Join the words of `head` and its kept dependents, shortened at a whole word.

    `moved` is an object that stands elsewhere, to be told right after the verb.
    """
    timed = _times_in(doc, doc.sentence_of(head.i).span)
    chosen = {head.i}
    for child in head.children:
        token = doc.tokens[child]
        keep = before if child < head.i else after
        if _is_particle(token, head) or (
            token.dep in keep
            and token.sentence == head.sentence
            and token.lemma not in _TOLD_BESIDE
            and not _tells_time(doc, token, timed)
        ):
            chosen.update(_subtree(doc, token, timed))
    ordered = sorted(chosen)
    if moved is not None:
        told = sorted(_phrase(doc, moved))
        at = ordered.index(head.i) + 1
        ordered[at:at] = [i for i in told if i not in chosen]
    short = [doc.tokens[i] for i in ordered[:_MOST_WORDS]]
    while len(short) > 1 and _hangs(short[-1]) and not _is_particle(short[-1], head):
        short.pop()
    return _join(short) + (" …" if len(ordered) > _MOST_WORDS else "")


def _times_in(doc: AnnotatedDocument, sentence: Span) -> list[Span]:
    """Return the places of the time expressions of a sentence.

    They are found by bisection: there is a label for each event of a long article.
    """
    first = bisect_left(doc.timexes, sentence.start, key=lambda timex: timex.span.start)
    last = bisect_left(doc.timexes, sentence.end, key=lambda timex: timex.span.start)
    return [timex.span for timex in doc.timexes[first:last]]


def _is_particle(token: Token, verb: Token) -> bool:
    """Tell whether a small word right behind the verb is part of it: "walked out"."""
    if token.dep == "prt":
        return token.head == verb.i
    is_adverb = token.dep == "advmod" and token.tag in {"RB", "RP"}
    return is_adverb and token.i == verb.i + 1 and token.lemma in _DIRECTIONS


_DIRECTIONS = frozenset(
    {
        "aground", "ashore", "aside", "away", "back", "down", "forward", "home", "off",
        "on", "out", "over", "together", "through", "up",
    }
)  # fmt: skip


def _hangs(token: Token) -> bool:
    """Tell whether a word at the end of a description leads nowhere."""
    return token.pos in {"ADP", "DET", "PART", "CCONJ"}


def _phrase(doc: AnnotatedDocument, noun: Token) -> Iterable[int]:
    """Yield a noun with what stands before it."""
    yield noun.i
    for child in noun.children:
        if child < noun.i and doc.tokens[child].dep not in _CUT:
            yield from _subtree(doc, doc.tokens[child])


def _subtree(
    doc: AnnotatedDocument, top: Token, timed: Sequence[Span] = ()
) -> Iterable[int]:
    """Yield the tokens below `top`, without clauses, asides and phrases of time."""
    waiting = [top]
    while waiting:
        token = waiting.pop()
        yield token.i
        below = [doc.tokens[child] for child in token.children]
        waiting += [
            child
            for child in below
            if (child.dep not in _CUT or _binds(doc, child))
            and not (child.dep in _TIMING and _tells_time(doc, child, timed))
        ]


def _binds(doc: AnnotatedDocument, token: Token) -> bool:
    """Tell whether a stroke joins what is written on both sides of it: "3-1"."""
    before, after = doc.tokens[token.i - 1], doc.tokens[token.i + 1 : token.i + 2]
    return (
        token.text in {"-", "–", "/"}
        and before.span.end == token.span.start
        and any(token.span.end == following.span.start for following in after)
    )


_TIMING = frozenset({"prep", "npadvmod"})


def _tells_time(doc: AnnotatedDocument, top: Token, timed: Sequence[Span]) -> bool:
    """Tell whether a short phrase is about when: "on Thursday", "last week"."""
    if not timed:
        return False
    is_timed = False
    # Most phrases are told by their first word: none is walked to its end for nothing.
    for i in _subtree(doc, top):
        word = doc.tokens[i]
        if word.pos == "ADP":
            continue
        if not any(span.overlaps(word.span) for span in timed):
            return False
        is_timed = True
    return is_timed


def _join(tokens: list[Token]) -> str:
    """Write tokens with the space that the text has between neighbours, else one."""
    parts: list[str] = []
    for previous, token in zip([None, *tokens], tokens, strict=False):
        if previous is not None and (
            previous.span.end < token.span.start or previous.i + 1 != token.i
        ):
            parts.append(" ")
        parts.append(token.text.lower() if token.pos == "DET" else token.text)
    return "".join(parts)
