"""What a learned model sees of a pair of events or times.

It sees grammar, the words themselves, how times lie to each other, and the links that
the rules made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotate.tlink_pairs import MAX_CLIMB, Layout, Pair, PairKind
from dateline.annotate.tlink_words import EVENT_SIGNALS, TIME_SIGNALS
from dateline.model.mentions import EventMention
from dateline.model.text import Token
from dateline.model.time import Interval

_MAX_PATH = 5
_FAR = 8
_EARLY = 2
_REFS = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_SIGNALS = frozenset(EVENT_SIGNALS) | frozenset(TIME_SIGNALS) | {"on", "if", "that"}


@dataclass(frozen=True, slots=True)
class PairReader:
    """Yield the features of the pairs of one document."""

    layout: Layout

    def features(self, pair: Pair) -> list[str]:  # noqa: PLR0911 - one for each kind
        """Return what the model sees of `pair`, in no order that matters."""
        if pair.kind is PairKind.WORD_DCT:
            return self._of_word(pair.source)
        if pair.kind is PairKind.TIME_DCT:
            return self._of_time(pair.source)
        if pair.target is None:
            return []
        if pair.kind is PairKind.TIME_TIME:
            return self._of_times(pair.source, pair.target)
        if pair.kind is PairKind.NEAR_TIME:
            return self._of_near_time(pair.source, pair.target)
        if pair.kind is PairKind.WORD_TIME:
            return self._of_word_time(pair.source, pair.target)
        return self._of_words(pair.source, pair.target)

    def _of_word(self, i: int) -> list[str]:
        word = self.layout.words[i]
        token = self.layout.doc.tokens[word.head]
        shape = _shape(word)
        rule = self._rule("d", word.head, None)
        parent = self._parent(i)
        found = [
            f"shape={shape}",
            f"cls={word.cls}",
            f"tense={word.tense}",
            f"time={word.tense},{word.aspect}",
            f"pos={word.pos},{token.tag}",
            f"lemma={word.lemma}",
            f"dep={token.dep}",
            f"dep={token.dep},{word.tense}",
            f"modal={word.modality}",
            f"neg={word.is_negated}",
            f"rule={rule}",
            f"rule={rule},{word.cls}",
            f"dated={self._dated(word.head)}",
            f"dated={self._dated(word.head)},{word.tense}",
            f"type={word.known_type}",
            f"early={token.sentence < _EARLY}",
            f"kids={self._kids(word.head)}",
        ]
        found += self._around(i)
        if parent is None:
            return [*found, "parent=none"]
        above = self.layout.words[parent]
        return [
            *found,
            f"parent={above.cls},{above.tense}",
            f"parent={above.cls},{above.tense},{token.dep}",
            f"parent={above.tense},{shape}",
            f"parentlemma={above.lemma}",
            f"parentrule={self._rule('d', above.head, None)},{word.pos}",
        ]

    def _around(self, i: int) -> list[str]:
        """Say what stands by a word: neighbours, subject, root of the sentence."""
        tokens = self.layout.doc.tokens
        head = self.layout.words[i].head
        token = tokens[head]
        sentence = self.layout.doc.sentence_of(head)
        root = self.layout.roots.get(token.sentence, token)
        at_root = self.layout.places.get(root.i)
        top = "none" if at_root is None else self.layout.words[at_root].tense
        before = _lemma(tokens[head - 1]) if head > sentence.first else "START"
        subjects = [
            f"subject={tokens[c].ent_type or tokens[c].tag}"
            for c in token.children
            if tokens[c].dep in {"nsubj", "nsubjpass", "det", "poss", "amod"}
        ]
        return [
            f"before={before}",
            f"root={top},{token.dep},{root.i == head}",
            f"rootlemma={_lemma(root)}",
            f"times={min(len(self.layout.times.get(token.sentence, ())), 2)}",
            f"above={_lemma(tokens[token.head])},{token.dep}",
            f"up={tokens[token.head].pos},{tokens[token.head].dep},{token.dep}",
            *subjects,
        ]

    def _of_time(self, timex: int) -> list[str]:
        time = self.layout.doc.timexes[timex].time
        compared = self._compared(timex)
        return [
            f"compared={compared}",
            f"type={time.type}",
            f"basis={time.basis}",
            f"both={compared},{time.type},{time.basis}",
            f"granularity={time.granularity},{compared}",
            f"value={time.value if time.value in _REFS else 'no'}",
        ]

    def _of_word_time(self, i: int, timex: int) -> list[str]:
        word = self.layout.words[i]
        head = self.layout.heads[timex]
        tokens = self.layout.doc.tokens
        time = self.layout.doc.timexes[timex].time
        rule = self._rule("t", word.head, timex)
        path = self._path(word.head, head)
        prep = tokens[tokens[head].head]
        prep_word = prep.lemma if prep.pos in {"ADP", "SCONJ"} else tokens[head].dep
        gap = self._gap(word.head, head)
        other = any(
            key in self.layout.links
            for key in (
                ("t", word.head, t) for t in self.layout.times[tokens[head].sentence]
            )
        )
        return [
            f"rule={rule}",
            f"rule={rule},{time.type}",
            f"rule={rule},{word.cls}",
            f"other={other},{rule}",
            f"path={path}",
            f"path={path},{prep_word}",
            f"prep={prep_word}",
            f"prep={prep_word},{time.type}",
            f"type={time.type},{time.granularity}",
            f"compared={self._compared(timex)},{word.tense}",
            f"gap={gap}",
            f"gap={gap},{word.cls},{head > word.head}",
            f"shape={_shape(word)}",
            f"cls={word.cls},{word.pos}",
            f"lemma={word.lemma}",
            f"nearest={self.layout.nearest.get(timex) == i},{rule}",
            f"dep={tokens[word.head].dep}",
        ]

    def _of_times(self, one: int, two: int) -> list[str]:
        a, b = (self.layout.doc.timexes[n].time for n in (one, two))
        how = _lie(a.interval, b.interval)
        heads = [self.layout.doc.tokens[self.layout.heads[n]] for n in (one, two)]
        gap = min(abs(heads[0].sentence - heads[1].sentence), 2)
        return [
            f"how={how}",
            f"how={how},{gap}",
            f"how={how},{gap},{two - one}",
            f"types={a.type},{b.type}",
            f"how={how},{a.granularity},{b.granularity}",
            f"anchored={self.layout.doc.timexes[two].anchor == one}",
            f"compared={self._compared(one)},{self._compared(two)}",
            f"bases={a.basis},{b.basis}",
        ]

    def _of_near_time(self, i: int, timex: int) -> list[str]:
        word = self.layout.words[i]
        tokens = self.layout.doc.tokens
        head = self.layout.heads[timex]
        time = self.layout.doc.timexes[timex].time
        prep = tokens[tokens[head].head]
        where = "next" if head > word.head else "before"
        tense = f"{word.tense},{self._compared(timex)}"
        has_time = tokens[word.head].sentence in self.layout.times
        return [
            f"where={where}",
            f"where={where},{tense}",
            f"where={where},{word.cls},{time.type}",
            f"where={where},{has_time}",
            f"where={where},{self._dated(word.head)}",
            f"shape={_shape(word)}",
            f"lemma={word.lemma}",
            f"type={time.type},{time.granularity}",
            f"prep={prep.lemma}" if prep.pos == "ADP" else f"dep={tokens[head].dep}",
            f"rule={self._rule('d', word.head, None)},{self._compared(timex)},{where}",
        ]

    def _of_words(self, i: int, j: int) -> list[str]:
        one, two = self.layout.words[i], self.layout.words[j]
        tokens = self.layout.doc.tokens
        a, b = tokens[one.head], tokens[two.head]
        rule = self._rule("e", one.head, two.head)
        tenses = f"{one.tense},{two.tense}"
        classes = f"{one.cls},{two.cls}"
        shapes = f"{_shape(one)}/{_shape(two)}"
        dcts = ",".join(self._rule("d", each.head, None) for each in (one, two))
        found = [
            f"rule={rule}",
            f"tenses={tenses}",
            f"classes={classes}",
            f"poses={one.pos},{two.pos}",
            f"shapes={shapes}",
            f"dcts={dcts}",
            f"cls1={one.cls}",
            f"cls2={two.cls}",
            f"lemma1={one.lemma}",
            f"lemma2={two.lemma}",
            f"same={one.lemma == two.lemma}",
            f"tags={a.tag},{b.tag}",
            f"dated={self._dated(one.head)},{self._dated(two.head)}",
            f"modals={one.modality is not None},{two.modality is not None}",
        ]
        found += [
            f"type1={one.known_type}",
            f"type2={two.known_type}",
            f"types={one.known_type},{two.known_type}",
            f"dep1={a.dep}",
            f"dep2={b.dep}",
            f"up1={_lemma(tokens[a.head])}",
            f"up2={_lemma(tokens[b.head])}",
            f"full={one.tense},{one.aspect}/{two.tense},{two.aspect}",
        ]
        if a.sentence != b.sentence:
            main = f"{a.dep == 'ROOT'},{b.dep == 'ROOT'}"
            far = min(b.sentence - a.sentence, 4)
            return [
                *found,
                f"classtense={classes},{tenses}",
                f"main={main}",
                f"main={main},{classes}",
                f"far={far}",
                f"main={main},{tenses}",
                f"early={a.sentence < _EARLY}",
            ]
        path = self._path(one.head, two.head)
        gap = self._gap(one.head, two.head)
        return [
            *found,
            f"path={path}",
            f"path={path},{tenses}",
            f"path={path},{classes}",
            f"path={path},{one.lemma}",
            f"gap={gap}",
            f"step={j - i}",
            f"step={j - i},{classes}",
            f"step={j - i},{one.pos},{two.pos}",
            *(f"signal={word}" for word in self._between(one.head, two.head)),
            *(f"signalpath={w},{path}" for w in self._between(one.head, two.head)),
            f"first={one.head == self.layout.sentences[a.sentence][0]}",
        ]

    def _parent(self, i: int) -> int | None:
        """Return the next word above in the tree."""
        tokens = self.layout.doc.tokens
        at = self.layout.words[i].head
        for _ in range(MAX_CLIMB):
            if tokens[at].head == at:
                return None
            at = tokens[at].head
            if at in self.layout.places:
                return self.layout.places[at]
        return None

    def _rule(self, kind: str, source: int, target: int | None) -> str:
        found = self.layout.links.get((kind, source, target))
        if found is None:
            return "none"
        link, is_turned = found
        name = link.rule if kind == "e" else ""
        return f"{link.relation},{name}{',turned' if is_turned else ''}"

    def _dated(self, head: int) -> str:
        sentence = self.layout.doc.tokens[head].sentence
        for timex in self.layout.times.get(sentence, ()):
            found = self.layout.links.get(("t", head, timex))
            if found is not None:
                return f"{found[0].relation}:{self._compared(timex)}"
        return "no"

    def _compared(self, timex: int) -> str:
        """Say how a time lies to the publication day."""
        dct = self.layout.doc.document.dct
        bounds = self.layout.doc.timexes[timex].time.interval
        if dct is None or (bounds.earliest_begin is None and bounds.latest_end is None):
            return "unknown"
        begin, end = bounds.earliest_begin, bounds.latest_end
        if end is not None and end < dct.date:
            return "before"
        if begin is not None and begin > dct.date:
            return "after"
        return "same" if begin == end == dct.date else "around"

    def _kids(self, head: int) -> str:
        tokens = self.layout.doc.tokens
        kids = (tokens[child] for child in tokens[head].children)
        return ",".join(t.lemma for t in kids if t.dep in {"mark", "aux", "auxpass"})

    def _gap(self, one: int, two: int) -> int:
        return min(abs(one - two), _FAR)

    def _between(self, one: int, two: int) -> list[str]:
        between = self.layout.doc.tokens[min(one, two) + 1 : max(one, two)]
        return sorted({t.lemma for t in between if t.lemma in _SIGNALS})

    def _path(self, one: int, two: int) -> str:
        """Return the labels from one token up and down to the other; `far` if long."""
        ups = _chain(self.layout.doc.tokens, one)
        downs = _chain(self.layout.doc.tokens, two)
        shared = set(ups) & set(downs)
        top = next((token for token in ups if token in shared), None)
        if top is None:
            return "far"
        up = ups[: ups.index(top)]
        down = downs[: downs.index(top)]
        if len(up) + len(down) > _MAX_PATH:
            return "far"
        labels = [f"^{self.layout.doc.tokens[t].dep}" for t in up]
        return "".join(
            [*labels, *(f"_{self.layout.doc.tokens[t].dep}" for t in down[::-1])]
        )


def _lie(one: Interval, two: Interval) -> str:
    """Say how one time lies to another."""
    bounds = (
        one.earliest_begin, one.latest_end, two.earliest_begin, two.latest_end,
    )  # fmt: skip
    begin, end, other_begin, other_end = bounds
    if begin is None or end is None or other_begin is None or other_end is None:
        return "unknown"
    if (begin, end) == (other_begin, other_end):
        return "equal"
    if end < other_begin:
        return "before"
    if other_end < begin:
        return "after"
    if begin <= other_begin and other_end <= end:
        return "around"
    return "within" if other_begin <= begin and end <= other_end else "over"


def _chain(tokens: Sequence[Token], token: int) -> list[int]:
    found = [token]
    while tokens[token].head != token and len(found) <= _FAR:
        token = tokens[token].head
        found.append(token)
    return found


def _lemma(token: Token) -> str:
    """Return the lemma; of a name and a number, only the kind."""
    if token.pos in {"PROPN", "NUM"}:
        return token.ent_type or token.pos
    return token.lemma


def _shape(word: EventMention) -> str:
    modal = "m" if word.modality else ""
    return f"{word.pos},{word.cls},{word.tense},{word.aspect},{modal}"
