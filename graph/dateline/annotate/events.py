"""Event mentions: verbs, event nouns, named events, states.

What counts as an event follows TimeML 1.2.1 (Saurí et al. 2006). A light verb and its
noun are one mention, whose head is the noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dateline.annotate import event_words as words
from dateline.annotate.casualties import is_harmed
from dateline.annotate.entity_lexicon import ORG_NOUNS
from dateline.annotate.event_classes import (
    classify_adjective,
    classify_noun,
    classify_verb,
)
from dateline.annotate.event_grammar import (
    auxiliaries,
    children,
    first_child,
    is_going_to,
    negation,
    tense_aspect,
)
from dateline.annotate.event_idioms import idiom
from dateline.annotate.event_nouns import is_event_noun, is_named_event, light_verb
from dateline.annotate.event_types import classify
from dateline.annotate.event_user import Match, find_matches, index_triggers
from dateline.annotate.stage import Stage, with_layers
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Aspect, EventClass, EventMention, Tense
from dateline.model.text import BlockKind, Span, Token
from dateline.model.user_types import NO_TYPES, UserTypes

Tokens = Sequence[Token]

_MAX_AUXILIARIES = 4  # words from "has" to the verb in "has not yet been"
_MAX_TRIGGER_WORDS = 8  # a longer stretch from verb to noun is no evidence to show

_NO_PREDICATE = frozenset(
    {"aux", "auxpass", "prep", "mark", "cc", "det", "amod", "compound"}
)


def find_events(
    doc: AnnotatedDocument, types: UserTypes = NO_TYPES
) -> tuple[EventMention, ...]:
    """Return the event mentions of the body of `doc`, by head token.

    The triggers of the user's `types` win over the built-in ones.

    >>> from dateline.model.text import Document
    >>> empty = Document(id="https://example.org/a", text="", blocks=())
    >>> find_events(AnnotatedDocument(document=empty))
    ()
    """
    tokens = doc.tokens
    index = index_triggers(types)
    found: list[EventMention] = []
    for sentence in doc.sentences:
        if sentence.block is BlockKind.BODY:
            matches = find_matches(tokens, sentence, index) if index else {}
            for i in range(sentence.first, sentence.last):
                mention = _typed_by_user(tokens, i, _mention(tokens, i), matches)
                if mention is not None:
                    found.append(mention)
    return tuple(found)


def mention_at(tokens: Tokens, i: int) -> EventMention:
    """Make the mention whose head is token `i`, of which others say that it is one.

    >>> from dateline.model.text import Token
    >>> rain = Token(0, Span(0, 4), "rain", "rain", "NOUN", "NN", "ROOT", 0, (), 0)
    >>> mention_at([rain], 0).pos
    'NOUN'
    """
    found = _mention(tokens, i)
    if found is not None:
        return found
    tag = tokens[i].tag
    if tag.startswith("VB"):
        return _verb_mention(tokens, i)
    if tag.startswith("NN"):
        return _make_noun(tokens, i, span=tokens[i].span, verb=i)
    return _adjective_mention(tokens, i)


def annotate(doc: AnnotatedDocument, types: UserTypes = NO_TYPES) -> AnnotatedDocument:
    """Add the layer `event_mentions`."""
    return with_layers(doc, event_mentions=find_events(doc, types))


def event_stage(types: UserTypes = NO_TYPES) -> Stage:
    """Return the stage that knows the user's types besides the built-in ones.

    >>> event_stage().provides
    frozenset({'event_mentions'})
    """
    return Stage(
        name="events",
        requires=frozenset({"tokens"}),
        provides=frozenset({"event_mentions"}),
        annotate=partial(annotate, types=types),
    )


STAGE = event_stage()


def _typed_by_user(
    tokens: Tokens, i: int, usual: EventMention | None, matches: Mapping[int, Match]
) -> EventMention | None:
    """Give the mention at `i` the user's type, or make one where a trigger stands.

    The words of a trigger are one event: only its head, or the noun that goes with
    it as a light verb, is a mention.
    """
    match = matches.get(i)
    if match is None and usual is not None:
        match = matches.get(usual.verb)
    if match is None:
        return usual
    if match.head != i and (usual is None or usual.verb != match.head):
        return None
    mention = usual or _make_any(tokens, i)
    if mention is None:
        return None
    span = mention.span
    if match.words[-1] - match.words[0] <= _MAX_TRIGGER_WORDS:
        for word in match.words:
            span = span.cover(tokens[word].span)
    return replace(
        mention,
        span=span,
        event_type=match.type.id,
        type_score=match.score,
        broader=match.type.broader,
    )


def _make_any(tokens: Tokens, i: int) -> EventMention | None:
    """Make a mention of a word that is no event by itself, if its place allows one."""
    token = tokens[i]
    if token.dep in _NO_PREDICATE:
        return None
    if token.tag.startswith("VB"):
        nouns = _possible_nouns(tokens, i)
        is_light = any(light_verb(tokens, noun.i) == i for noun in nouns)
        return None if is_light else _verb_mention(tokens, i)
    if token.tag.startswith("NN"):
        return _make_noun(tokens, i, span=token.span, verb=i)
    return _adjective_mention(tokens, i)


def _mention(tokens: Tokens, i: int) -> EventMention | None:
    """Make the mention whose head is token `i`, if it is one."""
    tag = tokens[i].tag
    if is_harmed(tokens, i):
        return None
    if tag.startswith("VB"):
        return _verb_mention(tokens, i) if _is_event_verb(tokens, i) else None
    if tag.startswith("NN"):
        return _noun_mention(tokens, i)
    if tag.startswith("JJ") or tokens[i].text.lower() in words.STATE_PREDICATES:
        return _adjective_mention(tokens, i) if _is_state(tokens, i) else None
    return None


def _is_event_verb(tokens: Tokens, i: int) -> bool:
    """Tell whether the verb form at `i` describes an event of its own."""
    token = tokens[i]
    word = token.text.lower()
    if word == "dated" and token.dep not in {"acl", "relcl", "ROOT"}:
        return False  # "in one, dated 3 May": of a thing that the parser did not find
    if word == "according":
        return i + 1 < len(tokens) and tokens[i + 1].text.lower() == "to"
    if token.dep in _NO_PREDICATE or token.lemma in words.NO_EVENT_VERBS:
        return False
    if word in words.PREPOSITION_LIKE and _leads(tokens, i):
        return False
    if (
        _is_of_trade(tokens, i)
        or is_going_to(tokens, i)
        or _is_used_to(tokens, i)
        or _only_modifies(tokens, i)
    ):
        return False
    return not any(
        light_verb(tokens, noun.i) == i for noun in _possible_nouns(tokens, i)
    )


def _is_of_trade(tokens: Tokens, i: int) -> bool:
    """Tell whether the participle says what a firm does: "shipping giant Nordwind"."""
    following = tokens[i + 1 : i + 3]
    return (
        tokens[i].tag == "VBG"
        and len(following) > 1
        and following[0].lemma.lower() in ORG_NOUNS
        and following[1].tag.startswith("NNP")
    )


def _possible_nouns(tokens: Tokens, i: int) -> Iterator[Token]:
    """Yield the nouns that the verb at `i` may be light for."""
    yield from children(tokens, i, "dobj", "nsubjpass")
    for preposition in children(tokens, i, "prep"):
        yield from children(tokens, preposition.i, "pobj")
    if tokens[i].dep in {"relcl", "acl"}:
        yield tokens[tokens[i].head]


def _leads(tokens: Tokens, i: int) -> bool:
    """Tell whether the participle at `i` leads a phrase: no subject, no auxiliary."""
    return not auxiliaries(tokens, i) and first_child(tokens, i, "nsubj") is None


def _only_modifies(tokens: Tokens, i: int) -> bool:
    """Tell whether a participle after its noun says which one is meant.

    "The quarter ended in June" is a date, "the fields surrounding it" a place.
    """
    token = tokens[i]
    if token.dep != "acl" or token.tag not in {"VBG", "VBN"}:
        return False
    if token.lemma == "end":
        return tokens[token.head].lemma.lower() in words.PERIODS
    return token.lemma in words.STATE_VERBS


def _is_used_to(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    return (
        token.text.lower() == "used"
        and any(
            first_child(tokens, child.i, "aux") is not None
            for child in children(tokens, i, "xcomp")
        )
        and not any(children(tokens, i, "auxpass", "dobj"))
    )


def _is_state(tokens: Tokens, i: int) -> bool:
    """Tell whether the adjective at `i` is a predicate that TimeML marks."""
    token = tokens[i]
    if token.dep == "conj":
        return _is_state(tokens, token.head) and tokens[token.head].tag.startswith("JJ")
    if token.dep not in {
        "acomp",
        "oprd",
        "ROOT",
        "ccomp",
        "advcl",
        "relcl",
        "acl",
    } and not (
        token.dep in {"advmod", "attr", "prep"} and tokens[token.head].lemma == "be"
    ):
        return False
    lemma = token.lemma.lower()
    return (
        lemma in words.I_STATE_ADJECTIVES
        or lemma in words.STATE_ADJECTIVES
        or lemma in words.STATE_PREDICATES
    )


def _verb_mention(tokens: Tokens, i: int) -> EventMention:
    lemma, parts = idiom(tokens, i)
    tense, aspect, modality = tense_aspect(tokens, i)
    negated = negation(tokens, i)
    event_type, score = classify(tokens, head=i, verb=i, lemma=lemma)
    return EventMention(
        span=_trigger(tokens, i, parts, negated),
        head=i,
        verb=i,
        lemma=lemma,
        pos="VERB",
        cls=classify_verb(tokens, i, lemma),
        tense=tense,
        aspect=aspect,
        modality=modality,
        is_negated=negated is not None,
        event_type=event_type,
        type_score=score,
    )


def _noun_mention(tokens: Tokens, i: int) -> EventMention | None:
    named = is_named_event(tokens, i)
    if named is not None:
        return _make_noun(tokens, i, span=named, verb=i, is_named=True)
    verb = light_verb(tokens, i)
    if verb is not None:
        return _make_noun(tokens, i, span=_reach(tokens, verb, i), verb=verb)
    if is_event_noun(tokens, i):
        return _make_noun(tokens, i, span=tokens[i].span, verb=i)
    return None


def _make_noun(
    tokens: Tokens, i: int, *, span: Span, verb: int, is_named: bool = False
) -> EventMention:
    """Make a mention of the noun at `i`, with the tense of its light verb."""
    lemma = tokens[i].lemma.lower()
    tense, aspect, modality = Tense.NONE, Aspect.NONE, None
    negated = negation(tokens, i)
    if verb != i:
        tense, aspect, modality = tense_aspect(tokens, verb)
        negated = negated or negation(tokens, verb)
    event_type, score = classify(tokens, head=i, verb=verb, lemma=lemma)
    return EventMention(
        span=span,
        head=i,
        verb=verb,
        lemma=lemma,
        pos="NOUN",
        cls=EventClass.OCCURRENCE if is_named else classify_noun(tokens, i),
        tense=tense,
        aspect=aspect,
        modality=modality,
        is_negated=negated is not None,
        event_type=event_type,
        type_score=score,
        is_named=is_named,
    )


def _adjective_mention(tokens: Tokens, i: int) -> EventMention:
    """Make a mention of a predicate, with the tense of its copula."""
    copula = tokens[i].head
    tense, aspect, modality = Tense.NONE, Aspect.NONE, None
    negated = negation(tokens, i)
    verb = i
    if tokens[copula].lemma in words.COPULAS and tokens[i].dep != "conj":
        verb = copula
        tense, aspect, modality = tense_aspect(tokens, copula)
        negated = negated or negation(tokens, copula)
    return EventMention(
        span=tokens[i].span,
        head=i,
        verb=verb,
        lemma=tokens[i].lemma.lower(),
        pos="ADJECTIVE" if tokens[i].tag.startswith("JJ") else "OTHER",
        cls=classify_adjective(tokens, i),
        tense=tense,
        aspect=aspect,
        modality=modality,
        is_negated=negated is not None,
        event_type="State",
        type_score=0.9,
    )


def _trigger(
    tokens: Tokens, i: int, parts: tuple[Token, ...], negated: Span | None
) -> Span:
    """Return the words of the verb: particle, and auxiliary with its negation."""
    span = tokens[i].span
    for part in parts:
        if part.i - i <= _MAX_TRIGGER_WORDS:
            span = span.cover(part.span)
    if negated is not None and negated.start < tokens[i].span.start:
        aux = auxiliaries(tokens, i)
        start = aux[0] if aux else None
        if (
            start is not None
            and i - start.i <= _MAX_AUXILIARIES
            and start.span.start < negated.start
        ):
            span = span.cover(start.span)
    return span


def _reach(tokens: Tokens, verb: int, noun: int) -> Span:
    """Return the words from the light verb to its noun, if they stand close."""
    span = tokens[noun].span
    if 0 < noun - verb <= _MAX_TRIGGER_WORDS:
        return span.cover(_trigger(tokens, verb, (), negation(tokens, verb)))
    return span
