"""Tell past from future: tense and words around an expression.

With a parse, the verb that governs the expression decides; without one, the nearest
words that look like a tense do, and the reason says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.annotate.timex_reading import Direction, Way
from dateline.annotate.tree import is_dated_figure
from dateline.model.text import Span, Token

# Words after which something lies ahead ("the meeting set for Tuesday").
AHEAD = frozenset(
    {
        "aim", "announce", "await", "due", "effective", "expect", "hope", "intend",
        "plan", "postpone", "predict", "project", "promise", "schedule", "set",
        "slate", "tentative", "upcoming", "vow", "forecast", "deadline", "expire",
        "anticipate", "propose", "until", "prepare", "want", "wish",
    }
)  # fmt: skip
_AHEAD_PARTICIPLES = frozenset(
    {
        "aimed", "due", "expected", "planned", "postponed", "projected", "scheduled",
        "set", "slated", "forecast", "anticipated", "proposed", "upcoming", "payable",
        "planning", "effective",
    }
)  # fmt: skip
_MODALS_AHEAD = frozenset(
    {"will", "'ll", "’ll", "shall", "would", "may", "might", "can", "could", "should",
     "must", "wo", "ca", "'d", "ll"}
)  # fmt: skip
_VERBAL = frozenset({"VERB", "AUX"})
_CLIMB = 12


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a document, found by place."""

    tokens: Sequence[Token]
    starts: Sequence[int]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Parse:
        """Index the tokens by their starts."""
        return cls(tokens, [token.span.start for token in tokens])

    def inside(self, span: Span) -> Sequence[Token]:
        """Return the tokens that lie in `span`, at least in part."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        last = bisect_left(self.starts, span.end)
        return [t for t in self.tokens[first:last] if t.span.overlaps(span)]

    def head_of(self, span: Span) -> Token | None:
        """Return the token of `span` whose head lies outside it."""
        inside = self.inside(span)
        numbers = {token.i for token in inside}
        tops = [
            token
            for token in inside
            if token.head not in numbers or token.head == token.i
        ]
        return tops[-1] if tops else None


_WEAK = frozenset({"infinitive", "present tense"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def direction_from_tree(parse: Parse, span: Span) -> Direction | None:
    """Tell the direction from the verb that governs `span`; `None` if there is none.

    What hangs on a noun under an infinitive or a present form ("to mark the entry on
    Friday", "follows Tuesday's vote") says little: a past form above it decides.
    """
    token = parse.head_of(span)
    if token is not None and _is_of_figure(parse, token):
        return Direction(Way.PAST, "a figure of that day")
    weak: Direction | None = None
    is_on_noun = False
    is_possessive = token is not None and token.dep == "poss"
    for _ in range(_CLIMB):
        if token is None:
            break
        found = _of_token(parse, token)
        if found is None and _is_after_doing(parse, token):
            return Direction(Way.UNKNOWN, "'after' and no tense", is_firm=False)
        if found is not None and is_on_noun and found.reason in _WEAK:
            if is_possessive:
                return Direction(Way.PAST, "possessive", is_firm=False)
            weak = weak or replace(found, is_firm=False)
        elif found is not None and not (weak and found.way is not Way.PAST):
            is_firm = not is_on_noun or found.way is Way.FUTURE
            return replace(found, is_firm=is_firm)
        if token.head == token.i:
            break
        token = parse.tokens[token.head]
        is_on_noun = is_on_noun or token.pos in _NOUNS
    return weak


def _is_of_figure(parse: Parse, token: Token) -> bool:
    """Tell whether the time is that of a price: "its closing price on Friday"."""
    prep = parse.tokens[token.head]
    return (
        prep.pos == "ADP" and prep.i > 1 and is_dated_figure(parse.tokens, prep.i - 1)
    )


def _is_after_doing(parse: Parse, token: Token) -> bool:
    """Read "will miss it after falling on Tuesday": the fall need not lie ahead."""
    mark = parse.tokens[token.head]
    is_doing = token.tag == "VBG" and token.dep in {"pcomp", "advcl"}
    return is_doing and mark.lemma in {"after", "since", "following"}


def _of_token(parse: Parse, token: Token) -> Direction | None:
    """Tell the direction that one word above an expression gives, if it gives any."""
    if _is_ahead(parse, token):
        if _is_called_off(parse, token):
            return Direction(Way.UNKNOWN, f"'{token.text}', but called off")
        return Direction(Way.FUTURE, f"'{token.text}'")
    if token.text.lower() in {"until", "till"} and not _is_negated(parse, token):
        return Direction(Way.FUTURE, f"'{token.text}'")
    return _of_verb(parse, token) if token.pos in _VERBAL else None


def _is_negated(parse: Parse, token: Token) -> bool:
    """Tell whether the verb above `token` is denied: "not called until Thursday"."""
    verb = parse.tokens[token.head]
    return any(parse.tokens[i].dep == "neg" for i in verb.children)


def _is_ahead(parse: Parse, token: Token) -> bool:
    """Tell whether a word such as "scheduled" or "set for" puts its time ahead."""
    word = token.text.lower()
    if word not in _AHEAD_PARTICIPLES or token.tag == "VBD":
        return False
    if word not in _NEEDS_AIM:
        return True
    aims = _NEEDS_AIM[word]
    return any(parse.tokens[i].text.lower() in aims for i in token.children)


# Words that put a time ahead only with a word for the aim: "postponed until May", but
# "postponed in May".
_NEEDS_AIM = MappingProxyType(
    {"set": frozenset({"for", "to"}), "postponed": frozenset({"until", "till", "to"})}
)


_CALLED_OFF = frozenset(
    {"cancel", "call", "scrap", "abandon", "scuttle", "suspend", "collapse"}
)


def _is_called_off(parse: Parse, token: Token) -> bool:
    """Tell whether what was "planned for Tuesday" has been cancelled in the past."""
    if token.dep not in {"acl", "amod", "relcl"}:
        return False
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    if noun.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in _CALLED_OFF:
        return False
    found = _of_verb(parse, verb)
    return found is not None and found.way is Way.PAST


_DONE = frozenset({"had", "was", "were", "did"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_PROGRESSIVE = frozenset({"is", "are", "am", "'re", "'s", "’s", "’re"})
_CLAUSES = frozenset({"acl", "relcl", "advcl", "amod"})


def _of_verb(parse: Parse, verb: Token, depth: int = 3) -> Direction | None:
    """Tell the direction of a verb from its tag and its auxiliaries."""
    helpers = [
        parse.tokens[i]
        for i in verb.children
        if parse.tokens[i].dep in {"aux", "auxpass"}
    ]
    words = {token.text.lower() for token in helpers}
    if words & _MODALS_AHEAD:
        return _of_modal(parse, verb, helpers)
    if words & _DONE or verb.tag == "VBD":
        return Direction(Way.PAST, "past tense")
    if words & _PERFECT:
        return Direction(Way.PAST, "perfect tense")
    if "to" in words and (verb.tag == "VB" or "be" in words):
        return _of_infinitive(parse, verb, depth)
    return _of_present(verb, words)


def _of_modal(parse: Parse, verb: Token, helpers: Sequence[Token]) -> Direction:
    """Tell the direction of a verb with a modal: "could not sleep" is past."""
    words = [token.text.lower() for token in helpers]
    if "have" in words:
        return Direction(Way.PAST, f"'have {verb.text}'")
    if "could" in words and any(parse.tokens[i].dep == "neg" for i in verb.children):
        return Direction(Way.PAST, "'could not'")
    return Direction(Way.FUTURE, f"'{' '.join(token.text for token in helpers)}'")


def _of_present(verb: Token, words: set[str]) -> Direction | None:
    """Tell the direction of a present form: news writes it for what lies ahead."""
    if verb.tag == "VBG" and words & _PROGRESSIVE:
        return Direction(Way.FUTURE, "present progressive")
    if verb.tag in {"VBZ", "VBP"} or (
        verb.tag == "VBN" and words & {"is", "are", "be", "'s"}
    ):
        return Direction(Way.FUTURE, "present tense")
    if verb.tag == "VBN" and not words and verb.dep in _CLAUSES:
        return Direction(Way.PAST, "past participle")
    return None


def _of_infinitive(parse: Parse, verb: Token, depth: int) -> Direction:
    """Tell the direction of an infinitive: ahead, unless its governor is done."""
    if any(parse.tokens[i].text.lower() == "have" for i in verb.children):
        return Direction(Way.PAST, "perfect infinitive")
    if verb.head == verb.i:
        return Direction(Way.FUTURE, "infinitive")
    governor = parse.tokens[verb.head]
    if governor.lemma in AHEAD or governor.text.lower() in _AHEAD_PARTICIPLES:
        return Direction(Way.FUTURE, f"'{governor.text}' with an infinitive")
    if governor.pos in _VERBAL and depth > 0:
        found = _of_verb(parse, governor, depth - 1)
        if found is not None:
            return found
    return Direction(Way.FUTURE, "infinitive")


_AHEAD_WORDS = re.compile(
    r"\b(?:will|would|shall|(?-i:may)|might|could|should|expected|scheduled|planned|plans|"
    r"set|due|to|upcoming|until|next|starting|beginning|expires?|begins|opens)\b|[’']ll\b",
    re.IGNORECASE,
)
_PAST_WORDS = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|made|took|went|came|began|met|won|lost|"
    r"rose|fell|held|sent|found|gave|left|[a-z]{2,20}[^aeiou\W]ed|[a-z]{2,20}[a-z]ed)\b",
    re.IGNORECASE,
)
_LOOK = 80


def direction_from_words(text: str, span: Span) -> Direction:
    """Tell the direction from the words around `span`, for a text without a parse.

    >>> direction_from_words("They will meet Thursday.", Span(15, 23)).way.name
    'FUTURE'
    """
    before = text[max(span.start - _LOOK, 0) : span.start]
    cut = max(before.rfind(". "), before.rfind("\n\n"))
    before = before[cut + 1 :]
    after = re.split(r"[.;\n]", text[span.end : span.end + _LOOK], maxsplit=1)[0]
    best: tuple[int, Direction] | None = None
    for pattern, way, name in (
        (_PAST_WORDS, Way.PAST, "past"),
        (_AHEAD_WORDS, Way.FUTURE, "future"),
    ):
        places = [(len(before) - m.end(), m.group()) for m in pattern.finditer(before)]
        places += [(m.start() + 5, m.group()) for m in pattern.finditer(after)]
        for place, word in places:
            if best is None or place < best[0]:
                reason = f"'{word}' nearby suggests the {name}, no parse"
                best = (place, Direction(way, reason, is_firm=False))
    if best is None:
        return Direction(Way.UNKNOWN, "no tense found, no parse", is_firm=False)
    return best[1]
