"""The events and times of a document by their place in the tree, and the links made."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.annotate.tlink_words import SERIES
from dateline.annotate.tree import is_verbal, prepositions, relative_object
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventRelation, EventRelationType, TLink
from dateline.model.text import Span, Token
from dateline.model.time import TLinkType

_COPULAS = frozenset({"be", "come", "occur", "happen", "take", "remain"})


@dataclass(slots=True)
class Grid:
    """Tokens of `doc`, what stands at each, and the links found so far.

    `event_at` knows an event by its head and by its light verb. The first link between
    two mentions stays.
    """

    doc: AnnotatedDocument
    tokens: tuple[Token, ...]
    event_at: dict[int, int]
    timex_head: dict[int, int]
    timex_first: dict[int, int]
    time_tokens: frozenset[int]
    links: dict[tuple[int, str, int], TLink] = field(default_factory=dict)
    relations: dict[tuple[int, int], EventRelation] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: AnnotatedDocument) -> Grid:
        """Index the mentions of `doc`."""
        event_at = {event.verb: i for i, event in enumerate(doc.event_mentions)}
        event_at.update({event.head: i for i, event in enumerate(doc.event_mentions)})
        heads, firsts = timex_tokens(doc)
        return cls(
            doc=doc,
            tokens=doc.tokens,
            event_at=event_at,
            timex_head=heads,
            timex_first=firsts,
            time_tokens=frozenset(heads.values()),
        )

    def link_time(
        self,
        event: int,
        relation: TLinkType,
        timex: int,
        *,
        rule: str,
        signal: Span | None = None,
    ) -> None:
        """Add "event RELATION timex"."""
        link = TLink(
            event=event, relation=relation, timex=timex, signal=signal, rule=rule
        )
        self.links.setdefault((event, "t", timex), link)

    def link_event(
        self,
        event: int,
        relation: TLinkType,
        other: int,
        *,
        rule: str,
        signal: Span | None = None,
    ) -> None:
        """Add "event RELATION other", unless the two are linked or are one."""
        if event == other or (other, "e", event) in self.links:
            return
        link = TLink(
            event=event, relation=relation, other=other, signal=signal, rule=rule
        )
        self.links.setdefault((event, "e", other), link)

    def link_dct(self, event: int, relation: TLinkType, *, rule: str) -> None:
        """Add "event RELATION publication time"."""
        link = TLink(event=event, relation=relation, rule=rule)
        self.links.setdefault((event, "d", 0), link)

    def relate(
        self,
        source: int,
        relation: EventRelationType,
        target: int,
        *,
        rule: str,
        cue: Span | None = None,
    ) -> None:
        """Add "source RELATION target" between two events."""
        if source == target:
            return
        found = EventRelation(
            source=source, target=target, relation=relation, cue=cue, rule=rule
        )
        self.relations.setdefault((source, target), found)

    def span(self, token: int) -> Span:
        """Return the place of the token at `token`."""
        return self.tokens[token].span

    def event_of(self, noun: int) -> int | None:
        """Return the event that a noun names; of "a series of quakes" the quakes."""
        found = self.event_at.get(noun)
        if found is not None or self.tokens[noun].lemma not in SERIES:
            return found
        inner = next((inner for _, inner in prepositions(self.tokens, noun)), None)
        return None if inner is None else self.event_at.get(inner)

    def is_nominal(self, event: int) -> bool:
        """Tell whether the event is a noun that no light verb carries."""
        mention = self.doc.event_mentions[event]
        return mention.pos == "NOUN" and mention.verb == mention.head


def timex_tokens(doc: AnnotatedDocument) -> tuple[dict[int, int], dict[int, int]]:
    """Map each timex to its token that governs the others, and to its first one."""
    heads: dict[int, int] = {}
    firsts: dict[int, int] = {}
    tokens, position = doc.tokens, 0
    for i, timex in enumerate(doc.timexes):
        start, end = timex.span.start, timex.span.end
        while position > 0 and tokens[position - 1].span.end > start:
            position -= 1
        while position < len(tokens) and tokens[position].span.end <= start:
            position += 1
        inside = []
        at = position
        while at < len(tokens) and tokens[at].span.start < end:
            inside.append(at)
            at += 1
        head = _top(tokens, inside)
        if head is not None:
            heads[i], firsts[i] = head, inside[0]
    return heads, firsts


def _top(tokens: tuple[Token, ...], inside: list[int]) -> int | None:
    """Return the token whose governor lies outside; a phrase's own noun first."""
    chosen = set(inside)
    tops = [
        i for i in inside if tokens[i].head not in chosen and tokens[i].dep != "punct"
    ]
    if not tops:
        return inside[-1] if inside else None
    nouns = [i for i in tops if tokens[i].pos in {"NOUN", "PROPN", "NUM"}]
    return (nouns or tops)[-1]


def governing_event(
    grid: Grid, token: int, *, through_nouns: bool = True
) -> int | None:
    """Return the event at `token`, or at the nearest governor of its clause.

    Plain nouns are climbed ("troops in 2005": the event is that of the verb), and verbs
    that are no events ("was"); a clause without an event gives none.
    """
    tokens = grid.tokens
    for _ in range(_MAX_CLIMB):
        found = grid.event_at.get(token)
        if found is not None:
            return found
        here = tokens[token]
        if is_verbal(here):
            below = event_of_copula(grid, token)
            if below is not None:
                return below
            if here.dep not in _CLIMBED_VERBS:
                return None
        elif not through_nouns:
            return None
        if here.head == token:
            return None
        token = here.head
    return None


_MAX_CLIMB = 8
_CLIMBED_VERBS = frozenset(
    {"xcomp", "conj", "aux", "auxpass", "amod", "compound", "acl"}
)


def event_of_copula(grid: Grid, verb: int) -> int | None:
    """Return what "was in 2005" dates: the event that is the subject.

    "The last time X sent remains was 2005" dates the verb of the relative clause.
    """
    tokens = grid.tokens
    for child in tokens[verb].children:
        if tokens[child].dep not in {"nsubj", "nsubjpass", "attr", "acomp"}:
            continue
        if tokens[verb].lemma not in _COPULAS and tokens[child].dep != "nsubjpass":
            continue
        found = grid.event_at.get(child)
        if found is not None:
            return found
        for clause in tokens[child].children:
            if tokens[clause].dep in {"relcl", "acl"} and clause in grid.event_at:
                is_time = relative_object(tokens, clause) is None
                if is_time and tokens[child].lemma in _TIME_NOUNS:
                    return grid.event_at[clause]
    return None


_TIME_NOUNS = frozenset({"time", "occasion", "instance", "day", "year", "date"})
