"""Verbs whose meaning needs more than one word: particles, fixed objects, idioms."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.event_grammar import children
from dateline.annotate.event_lemmas import lemmas
from dateline.model.text import Token

# Verb and a fixed object or complement: the pair is one event.
FIXED_OBJECTS = {
    "take": lemmas("place part office effect shape control aim root hold refuge"),
    "come": frozenset(),
    "lose": frozenset({"consciousness"}),
    "set": frozenset({"sail", "fire", "foot"}),
    "give": frozenset({"birth", "way"}),
    "cast": frozenset({"doubt"}),
    "change": frozenset({"hands"}),
    "join": frozenset({"forces"}),
    "lay": frozenset({"siege"}),
    "open": frozenset({"fire"}),
    "break": frozenset({"ground", "ranks"}),
    "catch": frozenset({"fire"}),
    "play": frozenset({"host"}),
    "pay": frozenset({"attention"}),
    "touch": frozenset({"base"}),
    "make": frozenset({"landfall"}),
}

# Adverbs and prepositions that a parser may hang as advmod or prep, not prt.
_LOOSE_PARTICLES = lemmas("about away back down off out over through up aside forward")

# Forms whose lemma the English pipelines get wrong.
MISREAD = {
    "hoped": "hope", "hoping": "hope", "raged": "rage", "raging": "rage",
    "waged": "wage", "waging": "wage", "rioted": "riot", "fleeing": "flee",
    "fined": "fine", "fining": "fine",
}  # fmt: skip
_MAX_DISTANCE = 3  # words from the verb to a particle that is not marked as one

# Verbs that mean something else with a loose particle; the rest keeps its own lemma.
PHRASAL = lemmas("""
back-down back-out blow-up bow-out break-down break-off break-out break-up bring-down
call-back call-off carry-out close-down come-about crack-down draw-up drop-out
fall-apart fall-out fall-through fight-back fight-off find-out give-up go-ahead
hand-out hand-over hold-back hold-off kick-off knock-out lash-out lay-down lay-off
lock-up melt-down open-up opt-out own-up pass-away phase-out pick-up pull-back pull-off
pull-out push-back put-off roll-out rule-out scale-back sell-off set-off set-up
shoot-down show-up shut-down sign-off speak-out split-up stand-down stand-up start-up
step-aside step-down step-up strike-down take-off take-over talk-down tear-down
throw-out touch-down track-down turn-away turn-back turn-down turn-in turn-out
turn-over turn-up vote-down walk-away walk-off walk-out wind-down wipe-out work-out
write-down write-off
""")  # fmt: skip


def particle(tokens: Sequence[Token], i: int) -> Token | None:
    """Return the particle that makes one word with the verb at token `i`."""
    verb = tokens[i].lemma
    for child in children(tokens, i):
        if child.i < i:
            continue
        if child.dep == "prt" and not any(children(tokens, child.i, "pobj")):
            return child
        word = child.text.lower()
        if (
            child.dep in {"advmod", "prep"}
            and word in _LOOSE_PARTICLES
            and f"{verb}-{word}" in PHRASAL
            and child.i - i <= _MAX_DISTANCE
        ):
            return child
    # "did not come about either": the parser hangs "about" on what follows.
    if i + 1 < len(tokens) and tokens[i + 1].dep == "advmod":
        after = tokens[i + 1]
        if f"{verb}-{after.text.lower()}" == "come-about":
            return after
    return None


def idiom(tokens: Sequence[Token], i: int) -> tuple[str, tuple[Token, ...]]:
    """Return the lemma of the verb at token `i` with what belongs to it, and its words.

    "show up", "take place", "walk out"; a bare "did not show" is also "show up".
    """
    verb = tokens[i]
    lemma = MISREAD.get(verb.text.lower(), verb.lemma)
    part = particle(tokens, i)
    if part is not None:
        return f"{lemma} {part.text.lower()}", (verb, part)
    fixed = FIXED_OBJECTS.get(verb.lemma)
    if fixed:
        for child in children(tokens, i, "dobj", "npadvmod", "advmod"):
            if child.lemma in fixed and child.i > i:
                return f"{verb.lemma} {child.lemma}", (verb, child)
    if verb.lemma == "show" and _is_alone(tokens, i):
        return "show up", (verb,)
    return lemma, (verb,)


def _is_alone(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the verb at `i` has a subject and nothing that it shows."""
    deps = {child.dep for child in children(tokens, i)}
    return "nsubj" in deps and not deps & {
        "dobj", "ccomp", "xcomp", "prep", "acomp", "attr", "dative", "oprd",
    }  # fmt: skip
