"""The pairs of events and times that a learned model judges.

A pair is of two words of one sentence, of words of neighbouring sentences one of which
is the main one, of a word and the same word further up, of a word and a time of its
sentence or of the next one, of two times, and of a word or a time and the publication
time. Words are the events as TimeML writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from dateline.annotate.event_timeml import to_timeml
from dateline.annotate.tlink_grid import timex_tokens
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventMention, TLink
from dateline.model.text import Span, Token

# How many words of its sentence, times of the article and words of the next sentence
# a word or time is paired with.
_MAX_WORDS = 6
_MAX_TIMES = 2
_MAX_ACROSS = 3
# Long sentences are mostly lists: what is past these bounds is not looked at.
_MAX_TIMES_INSIDE = 12
MAX_CLIMB = 50


class PairKind(StrEnum):
    """Which two things a pair joins."""

    WORD_DCT = "word-dct"
    WORD_TIME = "word-time"
    TIME_DCT = "time-dct"
    SAME_SENTENCE = "same"
    NEXT_SENTENCE = "next"
    TIME_TIME = "time-time"
    NEAR_TIME = "near-time"
    AGAIN = "again"


class Pair(NamedTuple):
    """Two ends: `source` and `target` count TimeML words or times, as `kind` says.

    There is no target where it is the publication time.
    """

    kind: PairKind
    source: int
    target: int | None = None


@dataclass(frozen=True)
class Layout:
    """The words, times and rule links of one document by their places."""

    doc: AnnotatedDocument
    words: tuple[EventMention, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", to_timeml(self.doc))

    def pairs(self) -> Iterator[Pair]:
        """Yield every pair once, its earlier end first."""
        for i in range(len(self.words)):
            yield Pair(PairKind.WORD_DCT, i)
        for timex in self.heads:
            yield Pair(PairKind.TIME_DCT, timex)
        mains: list[int] = []
        for inside in self.sentences.values():
            yield from self._inside(inside)
            main = min(inside, key=lambda i: (self.depth(self.words[i].head), i))
            mains.append(main)
        yield from self._across(mains)
        times = sorted(self.heads)
        for at, one in enumerate(times):
            for two in times[at + 1 : at + 1 + _MAX_TIMES]:
                yield Pair(PairKind.TIME_TIME, one, two)
        yield from self._again()

    def _across(self, mains: Sequence[int]) -> Iterator[Pair]:
        """Yield pairs of neighbouring sentences; one of each is a main word."""
        tokens = self.doc.tokens
        sentences = list(self.sentences.values())
        for at in range(len(sentences) - 1):
            here, there = sentences[at], sentences[at + 1]
            one, two = mains[at], mains[at + 1]
            yield Pair(PairKind.NEXT_SENTENCE, one, two)
            for other in there[:_MAX_ACROSS]:
                if other != two:
                    yield Pair(PairKind.NEXT_SENTENCE, one, other)
            for other in here[-_MAX_ACROSS:]:
                if other != one:
                    yield Pair(PairKind.NEXT_SENTENCE, other, two)
        for main in mains:
            sentence = tokens[self.words[main].head].sentence
            for near in (sentence - 1, sentence + 1):
                for timex in self.times.get(near, ()):
                    yield Pair(PairKind.NEAR_TIME, main, timex)

    def _again(self) -> Iterator[Pair]:
        """Yield a word and the same word before it, in another sentence."""
        last: dict[str, int] = {}
        for i, word in enumerate(self.words):
            before = last.get(word.lemma)
            if before is not None:
                one, two = (self.doc.tokens[self.words[n].head] for n in (before, i))
                if two.sentence - one.sentence > 1:
                    yield Pair(PairKind.AGAIN, before, i)
            last[word.lemma] = i

    def _inside(self, inside: Sequence[int]) -> Iterator[Pair]:
        sentence = self.doc.tokens[self.words[inside[0]].head].sentence
        for at, i in enumerate(inside):
            for j in inside[at + 1 : at + 1 + _MAX_WORDS]:
                yield Pair(PairKind.SAME_SENTENCE, i, j)
            for timex in self.times.get(sentence, ()):
                yield Pair(PairKind.WORD_TIME, i, timex)

    @cached_property
    def sentences(self) -> Mapping[int, list[int]]:
        """Map each sentence to the numbers of its words."""
        found: dict[int, list[int]] = {}
        for i, word in enumerate(self.words):
            found.setdefault(self.doc.tokens[word.head].sentence, []).append(i)
        return found

    @cached_property
    def heads(self) -> Mapping[int, int]:
        """Map each time to the token that governs it."""
        return timex_tokens(self.doc)[0]

    @cached_property
    def times(self) -> Mapping[int, list[int]]:
        """Map each sentence to its times."""
        found: dict[int, list[int]] = {}
        for timex, head in self.heads.items():
            inside = found.setdefault(self.doc.tokens[head].sentence, [])
            if len(inside) < _MAX_TIMES_INSIDE:
                inside.append(timex)
        return found

    @cached_property
    def roots(self) -> Mapping[int, Token]:
        """Map each sentence to the first token that has no governor."""
        found: dict[int, Token] = {}
        for token in self.doc.tokens:
            if token.head == token.i:
                found.setdefault(token.sentence, token)
        return found

    @cached_property
    def nearest(self) -> Mapping[int, int]:
        """Map each time to the word of its sentence that is nearest to it."""
        return {
            timex: min(
                inside, key=lambda n: abs(self.words[n].head - self.heads[timex])
            )
            for sentence, inside in self.sentences.items()
            for timex in self.times.get(sentence, ())
        }

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Map the heads of words to their numbers."""
        return {word.head: i for i, word in enumerate(self.words)}

    @cached_property
    def links(self) -> Mapping[tuple[str, int, int | None], tuple[TLink, bool]]:
        """Map the ends of each rule's link to it, and whether it is turned round."""
        found: dict[tuple[str, int, int | None], tuple[TLink, bool]] = {}
        mentions = self.doc.event_mentions
        for link in self.doc.tlinks:
            source = mentions[link.event].head
            if link.other is not None:
                other = mentions[link.other].head
                found.setdefault(("e", source, other), (link, False))
                found.setdefault(("e", other, source), (link, True))
            elif link.timex is not None:
                found[("t", source, link.timex)] = (link, False)
            else:
                found[("d", source, None)] = (link, False)
        return found

    def depth(self, token: int) -> int:
        """Return how many governors the token has above it."""
        depth = 0
        tokens = self.doc.tokens
        while tokens[token].head != token and depth < MAX_CLIMB:
            token = tokens[token].head
            depth += 1
        return depth

    def signal(self, pair: Pair) -> Span | None:
        """Return the word that says how the two of `pair` lie, if a rule saw one."""
        if pair.kind is PairKind.WORD_TIME:
            key = ("t", self.words[pair.source].head, pair.target)
        elif pair.kind is PairKind.SAME_SENTENCE and pair.target is not None:
            heads = [self.words[n].head for n in (pair.source, pair.target)]
            key = ("e", heads[0], heads[1])
        else:
            return None
        found = self.links.get(key)
        return None if found is None else found[0].signal
