"""Walk down a tree and tell of each predicate how far it is a fact.

A predicate has an outlook from above (what its governor implies about it, by signature
or construction) and changes it by its own modal, negation and adverbs. This is the
polarity propagation of Nairn, Condoravdi and Karttunen (2006), with FactBank's grades.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.annotate.event_grammar import is_verb, negation
from dateline.annotate.factuality_clauses import judge_clause
from dateline.annotate.factuality_nouns import judge_nominal
from dateline.annotate.factuality_outlook import FACT, OWN, Outlook, Tokens
from dateline.annotate.factuality_predicates import (
    judge_negated,
    judge_noun,
    judge_verb,
)
from dateline.model.text import Span

_MAX_DEPTH = 40  # deeper trees are parser noise; what hangs below is taken as it stands


class Scope:
    """Judge the tokens of a document, each once.

    `inside` is the content of one source: what governs it from outside is not seen,
    except `cue`, the token of its own speech act ("denied", "promised").
    """

    def __init__(
        self,
        tokens: Tokens,
        inside: tuple[Span, ...] | None = None,
        cue: int | None = None,
    ) -> None:
        self.tokens = tokens
        self._inside = inside
        self._judged: dict[int, Outlook] = {}
        self._cue = cue
        if cue is not None:
            is_denied = negation(tokens, cue) is not None
            self._judged[cue] = OWN._replace(polarity=-1 if is_denied else 1)
        self._above: dict[int, Outlook] = {}
        self._depth = 0

    def judge(self, i: int) -> Outlook:
        """Return the outlook of the predicate at token `i`, verb, noun or adjective."""
        return self._once(self._judged, i, self._judge)

    def above(self, i: int) -> Outlook:
        """Return the outlook of `i` before its own words change it."""
        return self._once(self._above, i, self._look_above)

    def judge_light(self, head: int, verb: int) -> Outlook:
        """Return the outlook of the noun or predicate `head` with its verb `verb`."""
        return judge_noun(self.tokens, head, self.judge(verb))

    def holds(self, i: int) -> bool:
        """Tell whether token `i` lies in the scope."""
        if self._inside is None or i == self._cue:
            return True
        start = self.tokens[i].span.start
        return any(span.start <= start < span.end for span in self._inside)

    def _once(
        self, known: dict[int, Outlook], i: int, find: Callable[[int], Outlook]
    ) -> Outlook:
        """Look up or find an outlook, and keep out of trees that are too deep."""
        outlook = known.get(i)
        if outlook is not None:
            return outlook
        if self._depth >= _MAX_DEPTH:
            return FACT
        self._depth += 1
        outlook = find(i)
        self._depth -= 1
        known[i] = outlook
        return outlook

    def _judge(self, i: int) -> Outlook:
        if is_verb(self.tokens[i]):
            return judge_verb(self.tokens, i, self.above(i))
        if self.tokens[i].tag.startswith("NN"):
            return judge_noun(self.tokens, i, self.above(i))
        return judge_negated(self.tokens, i, self.above(i))

    def _look_above(self, i: int) -> Outlook:
        token = self.tokens[i]
        if token.tag.startswith("NN"):
            return judge_nominal(self, i)
        is_predicate = not is_verb(token) and token.dep in {"acomp", "oprd", "attr"}
        if is_predicate and is_verb(self.tokens[token.head]):
            return self.judge(token.head) if self.holds(token.head) else FACT
        return judge_clause(self, i)
