"""From a word that ascribes to its cue and its source, along the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.annotate.attribution_lexicon import SPEECH
from dateline.annotate.tree import SUBJECTS, first_child, is_passive
from dateline.annotate.tree_subjects import own_subject, subject
from dateline.model.text import Token

Tokens = Sequence[Token]
Range = tuple[int, int]

_TRIMMED = frozenset({",", ".", ";", ":", "-", "--", "—", "–", "―"})
_RELATIVES = frozenset({"who", "which", "that"})
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(slots=True)
class Draft:
    """An attribution in tokens: half-open ranges, and the heads of those who speak.

    `speaker` is the token whose mention is the source; `source` the words that stand
    for it here, a relative pronoun for instance. `is_speech` tells that a quotation
    beside the cue is its content.
    """

    cue: Range
    head: int
    source: Range | None = None
    speaker: int | None = None
    content: list[Range] = field(default_factory=list)
    addressee: int | None = None
    is_speech: bool = False


def edges(tokens: Tokens, i: int) -> Range:
    """Return the range from the first to the last word that depends on token `i`.

    >>> from dateline.model.text import Span
    >>> ran = Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (), 0)
    >>> edges((ran,), 0)
    (0, 1)
    """
    first = last = i
    while tokens[first].children and tokens[first].children[0] < first:
        first = tokens[first].children[0]
    while tokens[last].children and tokens[last].children[-1] > last:
        last = tokens[last].children[-1]
    return first, last + 1


def trim(tokens: Tokens, place: Range) -> Range:
    """Cut commas and stops off both ends of a range."""
    first, last = place
    while first < last and tokens[first].text in _TRIMMED:
        first += 1
    while first < last and tokens[last - 1].text in _TRIMMED:
        last -= 1
    return first, last


def without(place: Range, hole: Range) -> list[Range]:
    """Return what is left of a range when another is cut out.

    >>> without((0, 9), (3, 5)), without((0, 4), (2, 6))
    ([(0, 3), (5, 9)], [(0, 2)])
    """
    parts = ((place[0], min(place[1], hole[0])), (max(place[0], hole[1]), place[1]))
    return [(first, last) for first, last in parts if first < last]


def cue_range(tokens: Tokens, verb: int) -> Range:
    """Return a verb with auxiliaries, negation, particle: "did not point out"."""
    first, last = verb, verb + 1
    for child in reversed(tokens[verb].children):
        if child < verb and tokens[child].dep in _BEFORE_VERB and child == first - 1:
            first = child
    while tokens[first].dep == "advmod" and first < verb:
        first += 1
    for child in tokens[verb].children:
        if child == last and tokens[child].dep == "prt":
            last = child + 1
    return first, last


def find_source(tokens: Tokens, draft: Draft) -> None:
    """Fill in who speaks: the subject, its own or lent; the agent of a passive."""
    verb = draft.head
    if is_passive(tokens, verb) and tokens[verb].tag == "VBN":
        _agent(tokens, draft)
        return
    if before_stray_verb(tokens, draft):
        return
    found = subject(tokens, verb)
    if found is None:
        _inverted(tokens, draft)
        return
    own = first_child(tokens, verb, *SUBJECTS)
    draft.speaker = found.token
    if own is not None and own != found.token:
        draft.source = edges(tokens, own)
        return
    first, last = edges(tokens, found.token)
    if first <= verb < last:
        # A reduced relative clause belongs to its noun: "a report showing that …".
        first, last = (
            (first, draft.cue[0])
            if found.token < verb
            else (found.token, found.token + 1)
        )
    draft.source = trim(tokens, (first, last))


def before_stray_verb(tokens: Tokens, draft: Draft) -> bool:
    """Read ", the firm that built it said": the parser hangs the firm elsewhere.

    The verb then seems joined to the clause before, though no "and" joins it, and the
    noun right before it, with its relative clause, seems an apposition.
    """
    verb = tokens[draft.head]
    if verb.dep != "conj" or verb.lemma not in SPEECH:
        return False
    if own_subject(tokens, verb.i) is not None or _has_conjunction(tokens, verb):
        return False
    for noun in range(verb.i - 1, max(verb.head, verb.i - _LONG_SUBJECT), -1):
        if tokens[noun].dep != "appos" or tokens[noun].pos not in {"NOUN", "PROPN"}:
            continue
        first, last = edges(tokens, noun)
        if last == verb.i and first and tokens[first - 1].text == ",":
            draft.speaker, draft.source = noun, (first, last)
            return True
    return False


def _has_conjunction(tokens: Tokens, verb: Token) -> bool:
    """Tell whether "and" or "but" joins a verb to the clause before."""
    return any(
        tokens[child].dep == "cc" and child < verb.i
        for child in tokens[verb.head].children
    )


_LONG_SUBJECT = 20


def _inverted(tokens: Tokens, draft: Draft) -> None:
    """Read "said Jane Roe" where the parser takes the speaker for an object."""
    name = first_child(tokens, draft.head, "dobj", "attr", "oprd")
    if tokens[draft.head].lemma not in SPEECH or name is None or name < draft.head:
        return
    first, last = edges(tokens, name)
    if first == draft.cue[1] and tokens[name].pos in {"PROPN", "PRON"}:
        draft.speaker, draft.source = name, trim(tokens, (first, last))


def _agent(tokens: Tokens, draft: Draft) -> None:
    by = first_child(tokens, draft.head, "agent")
    noun = None if by is None else first_child(tokens, by, "pobj")
    if noun is not None:
        draft.speaker, draft.source = noun, edges(tokens, noun)
