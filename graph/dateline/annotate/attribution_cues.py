"""The words that ascribe: verbs, "according to", hearsay adverbs, nouns, attitudes."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.annotate.attribution_content import is_comment, verb_content
from dateline.annotate.attribution_frames import (
    Draft,
    Tokens,
    cue_range,
    edges,
    find_source,
    trim,
    without,
)
from dateline.annotate.attribution_lexicon import (
    ATTITUDES,
    CONTENT_NOUNS,
    DIRECTIVE,
    HEARSAY,
    IMPERSONAL,
    INTENT,
    JUDGEMENT,
    MISREAD,
    NAMING,
    OBJECT_AND_PREPOSITION,
    PREPOSITIONAL,
    SPEECH,
    TEXT_NOUNS,
    THOUGHT,
)
from dateline.annotate.attribution_nouns import (
    MINDS,
    attitude_draft,
    feeling_draft,
    noun_draft,
)
from dateline.annotate.tree import CLAUSES, first_child, is_passive
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EntityMention, MentionForm
from dateline.model.text import Token

_VERBS = (
    SPEECH
    | THOUGHT
    | INTENT
    | DIRECTIVE
    | JUDGEMENT
    | NAMING
    | frozenset(PREPOSITIONAL)
    | frozenset(OBJECT_AND_PREPOSITION)
)
_BY_POS = {
    "VERB": _VERBS,
    "NOUN": CONTENT_NOUNS,
    "ADJ": ATTITUDES,
    "ADV": HEARSAY,
}


def find_drafts(doc: AnnotatedDocument) -> list[Draft]:
    """Return an attribution for every cue; speech verbs may still lack content."""
    tokens = doc.tokens
    minds = {mention.head: mention for mention in doc.entity_mentions}
    drafts: list[Draft] = []
    for token in tokens:
        draft = None
        if token.text.lower() == "according":
            draft = _according(tokens, token)
        elif token.text in _FRONTED:
            draft = _fronted(tokens, token)
        elif token.tag == "VBN" and token.text.lower() in ATTITUDES:
            draft = feeling_draft(tokens, token, minds)
        if draft is None and (
            MISREAD.get(token.lemma, token.lemma) in _BY_POS.get(token.pos, ())
        ):
            draft = _draft(tokens, token, minds)
        if draft is not None:
            drafts.append(draft)
    return drafts


# "Said Ellis: …" opens a sentence, and the parser takes it for a name.
_FRONTED = frozenset({"Said", "Says", "Added", "Asked", "Tweeted", "Wrote"})
_LONGEST_NAME = 6


def _fronted(tokens: Tokens, token: Token) -> Draft | None:
    """Read "Said Ellis: …": a verb before its speaker, at the head of a sentence."""
    end = token.i + 1
    while end < len(tokens) and tokens[end].pos == "PROPN":
        end += 1
    is_first = token.i == 0 or tokens[token.i - 1].sentence != token.sentence
    is_named = token.i + 1 < end <= token.i + _LONGEST_NAME and end < len(tokens)
    if not (is_first and is_named and tokens[end].text in {":", ","}):
        return None
    place = (token.i + 1, end)
    return Draft(
        (token.i, token.i + 1), token.i, source=place, speaker=end - 1, is_speech=True
    )


def _draft(
    tokens: Tokens, token: Token, minds: Mapping[int, EntityMention]
) -> Draft | None:
    """Read a word of the lexicon by its part of speech."""
    if token.pos == "VERB":
        return _verb(tokens, token, minds)
    if token.pos == "NOUN":
        return noun_draft(tokens, token)
    if token.pos == "ADJ":
        return attitude_draft(tokens, token, minds)
    return _hearsay(tokens, token)


def _verb(
    tokens: Tokens, token: Token, minds: Mapping[int, EntityMention]
) -> Draft | None:
    """Read a verb with its source; without a mind behind it, it reports nothing."""
    lemma = MISREAD.get(token.lemma, token.lemma)
    draft = Draft(cue_range(tokens, token.i), token.i)
    find_source(tokens, draft)
    passive = is_passive(tokens, token.i) and token.tag == "VBN"
    if draft.speaker is None:
        says = lemma in SPEECH and is_comment(tokens, token.i)
        if passive and lemma not in IMPERSONAL and not says:
            return None
        if not passive and lemma not in SPEECH:
            return None
    elif not _can_speak(tokens, draft.speaker, lemma, minds):
        return None
    draft.content = verb_content(tokens, draft)
    draft.is_speech = lemma in SPEECH and not passive
    draft.addressee = _addressee(tokens, token)
    if not draft.content and not (draft.is_speech and draft.speaker is not None):
        return None
    return draft


def _can_speak(
    tokens: Tokens, speaker: int, lemma: str, minds: Mapping[int, EntityMention]
) -> bool:
    """Tell whether a source is a mind, or a text that speaks for one."""
    mention, noun = minds.get(speaker), tokens[speaker].lemma.lower()
    if mention is not None and (
        mention.kind in MINDS or mention.form is MentionForm.NAMED
    ):
        return True
    if noun in TEXT_NOUNS:
        return lemma in SPEECH or lemma in THOUGHT or lemma in JUDGEMENT
    if noun in _PEOPLE or (noun == "it" and lemma in _OF_BODIES):
        return True
    # A name that opens a sentence may be tagged as a common noun.
    is_name = tokens[speaker].text[:1].isupper() and tokens[speaker].pos == "NOUN"
    return lemma in _MINDFUL or (is_name and lemma in SPEECH)


# Words that stand for people where a verb of saying or thinking follows.
_PEOPLE = frozenset(
    {"all", "many", "some", "others", "most", "few", "both", "everyone", "everybody",
     "nobody", "none", "those", "several", "percent", "majority", "minority", "half",
     "someone", "somebody", "anyone", "anybody", "one", "each"}
)  # fmt: skip
# Whoever is the subject of these speaks, whatever the noun.
_MINDFUL = frozenset(
    {"say", "tell", "announce", "argue", "claim", "report", "warn", "boast", "insist",
     "vow", "allege", "assert", "admit", "complain", "contend", "reply", "concede",
     "call", "deny", "add", "write", "note", "accuse", "ask", "urge"}
)  # fmt: skip
# "It" stands for a body or a text before these, not for a thing.
_OF_BODIES = _MINDFUL | {"want", "believe", "think", "hope", "fear", "find"}


def _addressee(tokens: Tokens, token: Token) -> int | None:
    """Return the one who is told: "told the Post", "wrote to the mayor"."""
    dative = first_child(tokens, token.i, "dative")
    if dative is not None:
        inner = first_child(tokens, dative, "pobj")
        return dative if inner is None else inner
    if token.lemma in _TELLING:
        return first_child(tokens, token.i, "dobj")
    for child in token.children:
        if tokens[child].dep == "prep" and tokens[child].text in {"to", "with"}:
            return first_child(tokens, child, "pobj")
    return None


_TELLING = frozenset(
    {"tell", "inform", "notify", "assure", "remind", "ask", "advise", "warn", "brief"}
)


def _according(tokens: Tokens, token: Token) -> Draft | None:
    """Read "according to X": the clause that the phrase hangs on is X's."""
    to = token.i + 1
    if to >= len(tokens) or tokens[to].text.lower() != "to":
        return None
    source = first_child(tokens, to, "pobj", "pcomp")
    if source is None:
        source = first_child(tokens, token.i, "pobj")
    if source is None:
        return None
    draft = Draft((token.i, to + 1), token.i, speaker=source)
    place = edges(tokens, source)
    draft.source = trim(tokens, place)
    clause = _clause_above(tokens, token)
    if clause == token.i or clause in range(*place):
        return _according_alone(tokens, draft)
    hole = min(token.i, place[0]), place[1]
    parts = [trim(tokens, part) for part in without(edges(tokens, clause), hole)]
    draft.content = [(first, last) for first, last in parts if last - first > 1]
    return draft


def _according_alone(tokens: Tokens, draft: Draft) -> Draft | None:
    """Read "According to X, …" at the head of a sentence that the parser broke."""
    first, to = draft.head, draft.cue[1]
    if first and tokens[first - 1].sentence == tokens[first].sentence:
        return None
    end = to
    while end < len(tokens) and tokens[end].sentence == tokens[first].sentence:
        end += 1
    for i in range(to + 1, end - 1):
        if tokens[i].text == ",":
            draft.source = to, i
            draft.content = [trim(tokens, (i + 1, end))]
            return draft
    return None


def _clause_above(tokens: Tokens, token: Token) -> int:
    """Return the head of the clause that a modifier belongs to."""
    i = token.head
    for _ in range(12):
        above = tokens[i]
        if above.dep in CLAUSES or above.head == i:
            return i
        if above.dep == "conj" and above.pos in {"VERB", "AUX"}:
            return i
        i = above.head
    return i


def _hearsay(tokens: Tokens, token: Token) -> Draft | None:
    """Read "reportedly": its clause is ascribed to nobody in particular."""
    clause = _clause_above(tokens, token)
    parts = [
        trim(tokens, part)
        for part in without(edges(tokens, clause), (token.i, token.i + 1))
    ]
    content = [(first, last) for first, last in parts if last > first]
    return Draft((token.i, token.i + 1), token.i, content=content) if content else None
