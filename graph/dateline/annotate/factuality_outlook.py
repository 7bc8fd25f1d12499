"""The outlook of a predicate: how far it is a fact, and how outlooks combine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from dateline.annotate.factuality_lexicon import Outcome, Signature, signature
from dateline.model.mentions import Stance
from dateline.model.text import Span, Token

Tokens = Sequence[Token]

CERTAIN = 3


class Outlook(NamedTuple):
    """How far something is a fact: polarity, certainty 0..3, why, and the words."""

    polarity: int
    certainty: int
    stance: Stance
    rule: str
    cues: tuple[Span, ...] = ()

    @property
    def is_fact(self) -> bool:
        """Whether it certainly is so."""
        return self.polarity > 0 and self.certainty == CERTAIN


FACT = Outlook(1, CERTAIN, Stance.ASSERTED, "asserted")

# The speech act of the source whose view is taken: what it claims, it holds for true.
OWN = FACT._replace(rule="own")
_OWN = {
    "allegation": signature("reported"),
    "hedged-report": signature("reported"),
    "denial": signature("own-denial"),
}
_PLAIN = frozenset({"asserted", "own"})

# Signatures that change nothing for themselves: the reason stays that of the governor.
_TRANSPARENT = frozenset({"implicative", "reported"})
# What one only wants to avert may well come.
_AVERTING = frozenset({"prevention", "prohibition", "cancellation"})
_NOT_LACKING = Outlook(-1, 1, Stance.POSSIBLE, "condition")
_INTENDED = frozenset({Stance.PLANNED, Stance.PROMISED})


class Judge(Protocol):
    """What the rules ask of a scope: its tokens, its bounds, other judgements."""

    tokens: Tokens

    def judge(self, i: int) -> Outlook:
        """Return the outlook of the predicate at token `i`."""

    def above(self, i: int) -> Outlook:
        """Return the outlook of `i` before its own words change it."""

    def holds(self, i: int) -> bool:
        """Tell whether token `i` lies in the scope."""


def is_intended(outlook: Outlook) -> bool:
    """Tell whether something is planned or promised.

    >>> is_intended(FACT)
    False
    """
    return outlook.stance in _INTENDED


def under(found: Signature, governor: Outlook, cue: Span) -> Outlook:
    """Return the outlook of what stands under `governor` with this signature.

    >>> under(signature("negative-implicative"), FACT, Span(0, 6)).polarity
    -1
    """
    if governor.rule == "own":
        found = _OWN.get(found.rule, found)
    branch = found.false if governor.polarity < 0 else found.true
    cues = () if governor.rule in _PLAIN else governor.cues
    if found.rule not in _TRANSPARENT:
        cues = (*cues, cue)
    if found.is_factive:
        return Outlook(
            branch.polarity, branch.certainty, branch.stance, "factive", cues
        )
    return _weaken(governor, branch, found.rule, cues)


def _weaken(
    governor: Outlook, branch: Outcome, rule: str, cues: tuple[Span, ...]
) -> Outlook:
    """Take the lower certainty; the stance nearer to the event wins, bar hypothesis."""
    certainty = min(governor.certainty, branch.certainty)
    if rule in _AVERTING and governor.polarity > 0 and certainty < CERTAIN:
        certainty = min(certainty, 1)
    kept = branch.stance
    if governor.stance is Stance.HYPOTHETICAL or kept is Stance.ASSERTED:
        kept = governor.stance
    if rule in _TRANSPARENT and governor.rule not in _PLAIN:
        rule = governor.rule
    return Outlook(branch.polarity, certainty, kept, rule, cues)


def flip(outlook: Outlook, cue: Span) -> Outlook:
    """Turn the polarity round.

    >>> flip(FACT, Span(0, 3)).rule
    'negation'
    """
    rule = "negation" if outlook.polarity > 0 else "double-negation"
    is_certain = outlook.certainty == CERTAIN
    stance = Stance.ASSERTED if is_certain else outlook.stance
    cues = (*outlook.cues, cue)
    return Outlook(-outlook.polarity, outlook.certainty, stance, rule, cues)


def limit(outlook: Outlook, reason: Outlook, cue: Span) -> Outlook:
    """Lower the certainty to at most that of `reason`, and turn with its polarity.

    A hypothesis from above stays the reason if it is the weaker.

    >>> limit(FACT, Outlook(1, 1, Stance.POSSIBLE, "may"), Span(0, 3)).certainty
    1
    """
    cues = (*outlook.cues, cue)
    weaker = outlook.certainty <= reason.certainty
    if outlook.stance is Stance.HYPOTHETICAL and weaker:
        return outlook._replace(cues=cues)
    return Outlook(
        outlook.polarity * reason.polarity,
        min(outlook.certainty, reason.certainty),
        reason.stance,
        reason.rule,
        cues,
    )


def affirmed(outlook: Outlook) -> Outlook:
    """Return the same certainty without the denial."""
    return outlook._replace(polarity=abs(outlook.polarity))


def lacking(governor: Outlook) -> Outlook:
    """Judge what stands under "without", before that word denies it.

    Where the governor is a fact it did not happen; "cannot be sent back without a
    hearing" makes it a condition, which may come true.

    >>> lacking(FACT) is FACT
    True
    """
    if governor.polarity < 0:
        return _NOT_LACKING
    return governor._replace(cues=()) if governor.certainty < CERTAIN else FACT
