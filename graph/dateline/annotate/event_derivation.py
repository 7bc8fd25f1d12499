"""Find the verb that a noun was made of: "deportation" is to deport.

English makes nouns of acts with a handful of endings (Quirk et al. 1985, appendix I,
"deverbal nouns"). Where the lexicon knows the verb alone, its type is the noun's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.annotate.event_lemmas import lemmas
from dateline.annotate.event_triggers import AMBIGUOUS, VERB_TYPES
from dateline.model.event_types import EventType as T

# Ending -> what may stand in its place in the verb.
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "isation": ("ise",),
    "ization": ("ize",),
    "ation": ("ate", "", "e"),
    "ition": ("ite", "e", ""),
    "ution": ("ute",),
    "sion": ("d", "de", "t", "se", "s"),
    "ion": ("", "e"),
    "ment": ("",),
    "al": ("", "e"),
    "ure": ("", "e", "ure"),
    "ing": ("", "e"),
    "y": ("", "e"),
}
_MIN_STEM = 3  # letters
_VOWELS = frozenset("aeiou")
# What the type of the verb says little about: the noun names a thing or a state.
_VAGUE = frozenset({T.STATE, T.STATEMENT, T.ECONOMY, T.OTHER})
# Nouns that are no act of the verb they look like.
_THINGS = lemmas("""
building meeting being saying housing hearing opening setting landing bearing clothing
painting recording finding earning saving offering mining shipping trading banking
""")  # fmt: skip


def verbs_of(noun: str) -> Iterator[str]:
    """Yield the verbs that `noun` may come from, known or not; itself first.

    >>> list(verbs_of("refusal"))
    ['refusal', 'refus', 'refuse']
    """
    yield noun
    for ending, others in _ENDINGS.items():
        stem = noun.removesuffix(ending)
        if stem == noun or len(stem) < _MIN_STEM:
            continue
        yield from (stem + other for other in others)
        # "stopping" doubles the letter.
        if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
            yield stem[:-1]


def is_deverbal(noun: str) -> bool:
    """Tell whether an ending makes `noun` out of a verb that tells of events.

    >>> is_deverbal("hiring"), is_deverbal("station")
    (True, False)
    """
    verbs = (verb for verb in verbs_of(noun) if verb != noun)
    found = [VERB_TYPES[verb] for verb in verbs if verb in VERB_TYPES]
    return noun not in _THINGS and bool(found) and found[0] not in _VAGUE


def derived_type(noun: str) -> T | None:
    """Return the type of the verb that `noun` was made of, if it tells one.

    >>> derived_type("deportation").value
    'Coerce'
    >>> derived_type("nation") is None
    True
    """
    if noun in _THINGS:
        return None
    for verb in verbs_of(noun):
        found = VERB_TYPES.get(verb)
        if found is not None:
            is_plain = found not in _VAGUE and verb not in AMBIGUOUS
            return found if is_plain else None
    return None
