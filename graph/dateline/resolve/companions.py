"""People told of together, whom "they" means later: "Roe and Lund", "Roe with Lund"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model.mentions import EntityKind
from dateline.model.text import Token
from dateline.resolve.discourse import SUBJECTS, Discourse


def joined(discourse: Discourse, m: int) -> tuple[int, ...]:
    """Return the clusters of "Roe and Lund" for the first of them, people only."""
    head = discourse.head(m)
    if discourse.mentions[m].kind is not EntityKind.PERSON or head.dep == "conj":
        return ()
    found = [discourse.cluster_of[m]]
    current = head
    for _ in range(5):
        following = [c for c in current.children if discourse.tokens[c].dep == "conj"]
        if not following or following[0] not in discourse.by_head:
            break
        other = discourse.by_head[following[0]]
        number = discourse.cluster_of.get(other)
        if number is None or number in found:
            break
        found.append(number)
        current = discourse.tokens[following[0]]
    beside = _companion(discourse, m)
    if beside is not None and beside not in found:
        found.append(beside)
    return tuple(found) if len(found) > 1 else ()


def _companion(discourse: Discourse, m: int) -> int | None:
    """Return the person of "Roe founded it with Ada Lund", for the subject."""
    if discourse.dep(m) not in SUBJECTS:
        return None
    tokens = discourse.tokens
    for prep in _prepositions(tokens, discourse.governor(m)):
        if tokens[prep].lemma != "with":
            continue
        for noun in tokens[prep].children:
            names = [c for c in tokens[noun].children if tokens[c].dep == "appos"]
            for token in (noun, *names):
                other = discourse.by_head.get(token)
                if other is not None and _is_one_person(discourse, other):
                    return discourse.cluster_of.get(other)
    return None


def _prepositions(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """Yield the prepositions of a verb, and of what it is done "before doing"."""
    for child in tokens[verb].children:
        if tokens[child].dep == "prep":
            yield child
        below = tokens[child].children if tokens[child].dep == "prep" else (child,)
        for clause in below:
            if tokens[clause].dep in {"pcomp", "advcl"}:
                yield from (
                    i for i in tokens[clause].children if tokens[i].dep == "prep"
                )


def _is_one_person(discourse: Discourse, m: int) -> bool:
    mention = discourse.mentions[m]
    return mention.kind is EntityKind.PERSON and not mention.is_plural


def put_joined(discourse: Discourse, n: int, members: tuple[int, ...]) -> None:
    """Put "they" to the entity that stands for these people together."""
    number = discourse.group_of(members)
    if number is None:
        discourse.start_group(n, members)
    else:
        discourse.put(n, number)
