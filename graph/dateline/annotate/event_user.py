"""Find the triggers of the event types that a user defines.

A trigger that is a verb may stand in any form and order ("steering was lost"), one that
is a noun stands as it is written; both are compared by lemma or by the word itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.event_grammar import children
from dateline.model.text import Sentence, Token
from dateline.model.user_types import Trigger, TriggerPos, UserType, UserTypes

Tokens = Sequence[Token]
Words = tuple[str, ...]

# A part of speech or a second word makes sure that the trigger is what is meant.
SURE, LIKELY = 0.9, 0.6
_HYPHENS = frozenset({"-", "–", "‑"})
_TAGS = {TriggerPos.VERB: ("VB",), TriggerPos.NOUN: ("NN",), TriggerPos.ANY: ("",)}
_CLAUSES = frozenset({"relcl", "acl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A trigger in the text: its tokens in order, and the one that carries it."""

    head: int
    words: tuple[int, ...]
    type: UserType
    score: float


Index = Mapping[str, Sequence[tuple[UserType, Trigger]]]


def index_triggers(types: UserTypes) -> Index:
    """Return the triggers by their first word, the longest first, then in file order.

    >>> index_triggers(UserTypes())
    {}
    """
    found: dict[str, list[tuple[UserType, Trigger]]] = {}
    for each in types.types:
        for trigger in each.triggers:
            found.setdefault(trigger.words[0], []).append((each, trigger))
    for triggers in found.values():
        triggers.sort(key=lambda pair: -len(pair[1].words))
    return found


def find_matches(tokens: Tokens, sentence: Sentence, index: Index) -> dict[int, Match]:
    """Return the match that each token of `sentence` belongs to; the longest wins."""
    found = [
        match
        for i in range(sentence.first, sentence.last)
        for match in _matches_at(tokens, i, index)
    ]
    taken: dict[int, Match] = {}
    for match in sorted(found, key=lambda match: (-len(match.words), match.head)):
        if not any(word in taken for word in match.words):
            taken.update(dict.fromkeys(match.words, match))
    return taken


def _matches_at(tokens: Tokens, i: int, index: Index) -> Iterator[Match]:
    for key in sorted(_forms(tokens[i])):
        for user_type, trigger in index.get(key, ()):
            words = _words(tokens, i, trigger)
            if words is None or _is_excluded(tokens, words, user_type):
                continue
            is_sure = trigger.pos is not TriggerPos.ANY or len(trigger.words) > 1
            yield Match(
                head=_head(tokens, words),
                words=tuple(sorted(words)),
                type=user_type,
                score=SURE if is_sure else LIKELY,
            )


def _words(tokens: Tokens, i: int, trigger: Trigger) -> list[int] | None:
    """Return the tokens of `trigger`, whose first word is at `i`."""
    found = [i]
    is_verb = tokens[i].tag.startswith("VB")
    for word in trigger.words[1:]:
        places = [_following(tokens, found[-1])]
        if is_verb and trigger.pos is not TriggerPos.NOUN:
            places += _related(tokens, found)
        fitting = (at for at in places if at not in found and _is(tokens, at, word))
        at = next(fitting, None)
        if at is None or tokens[at].sentence != tokens[i].sentence:
            return None
        found.append(at)
    head = i if trigger.pos is TriggerPos.VERB else _head(tokens, found)
    return found if tokens[head].tag.startswith(_TAGS[trigger.pos]) else None


def _following(tokens: Tokens, i: int) -> int:
    """Return the token after `i`, past a hyphen; -1 if there is none."""
    after = i + 1
    if after < len(tokens) and tokens[after].text in _HYPHENS:
        after += 1
    return after if after < len(tokens) else -1


def _related(tokens: Tokens, found: Sequence[int]) -> list[int]:
    """Return what hangs on the words found, and what their clause describes."""
    near = [child.i for i in found for child in children(tokens, i)]
    verb = tokens[found[0]]
    return [*near, verb.head] if verb.dep in _CLAUSES else near


def _head(tokens: Tokens, words: Sequence[int]) -> int:
    """Return the word that the others hang on: the first whose head is outside."""
    return next(
        (i for i in words if tokens[i].head == i or tokens[i].head not in words),
        words[0],
    )


def _is_excluded(tokens: Tokens, words: Sequence[int], user_type: UserType) -> bool:
    """Tell whether an excluded word touches the trigger, in the text or in the tree."""
    if not user_type.excluded:
        return False
    head = _head(tokens, words)
    near = {tokens[head].head, *range(min(words) - 1, max(words) + 2)}
    for child in children(tokens, head):
        near.add(child.i)
        if child.dep == "prep":
            near.update(below.i for below in children(tokens, child.i, "pobj"))
    places = {i for i in near - {-1, len(tokens)} if i not in words}
    return any(
        _stands_at(tokens, i, excluded)
        for excluded in user_type.excluded
        for i in (places if len(excluded) == 1 else places | set(words))
    )


def _stands_at(tokens: Tokens, i: int, words: Words) -> bool:
    """Tell whether `words` stand in the text from token `i` on."""
    at = i
    for number, word in enumerate(words):
        if number:
            at = _following(tokens, at)
        if not _is(tokens, at, word):
            return False
    return True


def _is(tokens: Tokens, i: int, word: str) -> bool:
    return i >= 0 and word in _forms(tokens[i])


def _forms(token: Token) -> set[str]:
    return {token.lemma.lower(), token.text.lower()}
