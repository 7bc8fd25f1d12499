"""Find what an article tells of the target of a timeline: its mentions, its events.

The task wants events in which the target takes part by its own words (Minard et al.
2015, section 3): mention by mention, not by what another place says of the same event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import DocumentFacts, Entity
from dateline.model.text import Token
from dateline.resolve.names import name_words, same_name

_SURE = 0.8
"""The least likeness of two names, in [0, 1]."""

# What a name may do without at its end: "the Dow", "Lehman", "the Nikkei index".
_TAILS = frozenset({"average", "index", "composite", "industrial", "brothers", "group"})
_SHORTEST = 3
"""The fewest letters of a clipped name ("the Fed") or digits of a model ("the 787")."""


def is_name_of(name: str, target: str) -> bool:
    """Tell whether `name` names the target: in full, clipped, or by its last word.

    >>> is_name_of("Jobs", "Steve Jobs"), is_name_of("Airbus", "Airbus A380")
    (True, False)
    >>> is_name_of("Walkmans", "Walkman"), is_name_of("index", "Dow index")
    (True, False)
    >>> is_name_of("Fed", "Federal Reserve"), is_name_of("Dow", "Dow Jones Average")
    (True, True)
    """
    words, wanted = name_words(name), name_words(target)
    if not words or not wanted:
        return False
    singular = (*words[:-1], words[-1].removesuffix("s"))
    if any(form[-len(wanted) :] == wanted for form in (words, singular)):
        return True
    if same_name(name, target) >= _SURE or _is_clipped(words, name, wanted):
        return True
    last = name.rsplit(maxsplit=1)[-1]
    is_name = last[0].isupper() and not last.isdecimal()
    # "Store" is no name of the "Harbour store"; a target from a file has no capitals.
    is_written_so = target.islower() or last in target.split()
    return is_name and is_written_so and wanted[-len(words) :] in {words, singular}


def _is_clipped(words: Sequence[str], name: str, wanted: Sequence[str]) -> bool:
    """Read "Fed" and "Dow Jones", "NASDAQ Composite" for "NASDAQ"."""
    core = _core(wanted)
    if _core(words) == core:
        return True
    if len(core) < len(wanted) and tuple(core[: len(words)]) == tuple(words):
        return True
    (*others, short) = words
    is_short = not others and name[0].isupper() and len(short) >= _SHORTEST
    return is_short and len(wanted) > 1 and _clips(short, wanted[0])


def _clips(short: str, word: str) -> bool:
    return short != word and word.startswith(short)


def _core(words: Sequence[str]) -> tuple[str, ...]:
    end = len(words)
    while end > 1 and words[end - 1] in _TAILS:
        end -= 1
    return tuple(words[:end])


def is_target(entity: Entity, target: str) -> bool:
    """Tell whether an entity of an article is the target."""
    names = (entity.label, *entity.aliases)
    return entity.is_named and any(is_name_of(name, target) for name in names)


def words_of_target(tokens: Sequence[Token], target: str) -> frozenset[int]:
    """Return the tokens that spell the target, also where no name was found.

    A name with a number often is cut in two: "the FTSE 100", "the 787 Dreamliner".

    >>> words_of_target((), "FTSE 100")
    frozenset()
    """
    found: set[int] = set()
    texts = [token.text.casefold() for token in tokens]
    for form in _forms(target):
        for i in range(len(texts) - len(form) + 1):
            last = i + len(form) - 1
            is_plural = texts[last] == f"{form[-1]}s"
            if texts[i:last] == form[:-1] and (is_plural or texts[last] == form[-1]):
                found.update(range(i, _end(tokens, last, form)))
    return frozenset(found)


def _forms(target: str) -> Iterator[list[str]]:
    words = target.casefold().split()
    yield words
    digits = sum(letter.isdecimal() for letter in words[-1])
    if len(words) > 1 and digits >= _SHORTEST:
        yield words[-1:]


def _end(tokens: Sequence[Token], last: int, form: Sequence[str]) -> int:
    """Return where the name ends, with "index" or the by-name of a model behind it."""
    is_model = form[-1][-1].isdecimal()
    end = last + 1
    while end < len(tokens) and tokens[end].sentence == tokens[last].sentence:
        is_by_name = is_model and tokens[end].pos == "PROPN"
        if tokens[end].text.casefold() not in _TAILS and not is_by_name:
            break
        end += 1
    return end


def events_of(
    doc: AnnotatedDocument, facts: DocumentFacts, target: str
) -> frozenset[int]:
    """Return the event mentions in which the target takes part, by their index."""
    mentions = frozenset(_mentions_of(doc, facts, target))
    return frozenset(role.event for role in doc.roles if role.mention in mentions)


def _mentions_of(
    doc: AnnotatedDocument, facts: DocumentFacts, target: str
) -> Iterator[int]:
    """Yield the entity mentions that are the target, by their index."""
    spelt = words_of_target(doc.tokens, target)
    spelt_spans = {m.span for m in doc.entity_mentions if m.head in spelt}
    keys = {
        entity.key
        for entity in facts.entities
        if is_target(entity, target)
        or (not entity.is_named and entity.mentions[0] in spelt_spans)
    }
    spans = {
        span
        for entity in facts.entities
        if entity.key in keys or keys & set(entity.members)
        for span in entity.mentions
    }
    heads = {m.head for m in doc.entity_mentions if m.span in spans | spelt_spans}
    for n, mention in enumerate(doc.entity_mentions):
        if heads & _one_with(doc.tokens, mention.head):
            yield n


def _one_with(tokens: Sequence[Token], head: int) -> set[int]:
    """Return the heads of what is said to be the same: "the new car, the Astra"."""
    below = {i for i in tokens[head].children if tokens[i].dep == "appos"}
    above = {tokens[head].head} if tokens[head].dep == "appos" else set()
    return {head, *below, *above}
