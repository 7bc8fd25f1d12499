"""The mentions of a document while they are being clustered into entities."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EntityKind, EntityMention, MentionForm
from dateline.model.text import Token
from dateline.resolve.entity_lexicon import (
    FEMALE_NAMES,
    FEMALE_NOUNS,
    MALE_NAMES,
    MALE_NOUNS,
)
from dateline.resolve.names import name_words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})


@dataclass(slots=True)
class Cluster:
    """Mentions of one entity; `sex` is `m`, `f` or unknown, `members` are clusters."""

    kind: EntityKind
    mentions: list[int] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    offices: set[str] = field(default_factory=set)
    sex: str | None = None
    is_plural: bool = False
    members: tuple[int, ...] = ()


class Discourse:
    """A document's mentions, and the clusters that they are put in so far."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.mentions = doc.entity_mentions
        self.clusters: list[Cluster] = []
        self.cluster_of: dict[int, int] = {}
        self.by_head = {mention.head: n for n, mention in enumerate(self.mentions)}
        self.sentence = [self.tokens[m.head].sentence for m in self.mentions]
        self.described: dict[str, list[int]] = {}
        self.repeated: dict[str, int] = {}
        self._groups: dict[frozenset[int], int] = {}
        self._wearers: dict[str, list[int]] | None = None

    def head(self, n: int) -> Token:
        """Return the head token of a mention."""
        return self.tokens[self.mentions[n].head]

    def dep(self, n: int) -> str:
        """Return the label of a mention; a conjunct has that of the first one."""
        token = self.head(n)
        for _ in range(8):
            if token.dep != "conj" or token.head == token.i:
                break
            token = self.tokens[token.head]
        return token.dep

    def governor(self, n: int) -> int:
        """Return the token that a mention depends on, over coordination."""
        token = self.head(n)
        for _ in range(8):
            if token.dep != "conj" or token.head == token.i:
                break
            token = self.tokens[token.head]
        return token.head

    def noun(self, n: int) -> str:
        """Return the lemma of the head of a mention, in lower case."""
        return self.head(n).lemma.lower()

    def wearers(self, noun: str) -> list[int]:
        """Return the mentions of named people with an office of this noun, in order.

        To be asked only when every name has its cluster.
        """
        if self._wearers is None:
            self._wearers = {}
            for cluster in self.clusters:
                words = {w for o in cluster.offices for w in o.lower().split()}
                for word in words:
                    self._wearers.setdefault(word, []).extend(cluster.mentions)
            for mentions in self._wearers.values():
                mentions.sort()
        return self._wearers.get(noun, [])

    def start(self, n: int) -> int:
        """Open a cluster with one mention, and return its number."""
        self.clusters.append(Cluster(self.mentions[n].kind))
        self.put(n, len(self.clusters) - 1)
        return len(self.clusters) - 1

    def start_group(self, n: int, members: tuple[int, ...]) -> int:
        """Open a cluster for a mention that means several others together."""
        number = self.start(n)
        self.make_group(number, members)
        return number

    def make_group(self, number: int, members: tuple[int, ...]) -> None:
        """Let a cluster stand for several others together."""
        self.clusters[number].members = members
        self.clusters[number].kind = EntityKind.GROUP
        self._groups[frozenset(members)] = number

    def group_of(self, members: tuple[int, ...]) -> int | None:
        """Return the cluster that stands for these clusters together, if any does."""
        return self._groups.get(frozenset(members))

    def put(self, n: int, number: int) -> None:
        """Add a mention to a cluster."""
        mention, cluster = self.mentions[n], self.clusters[number]
        self.cluster_of[n] = number
        cluster.mentions.append(n)
        if mention.name is not None:
            cluster.names[mention.name] += 1
        if mention.office is not None:
            cluster.offices.add(mention.office)
        if mention.form is not MentionForm.PRONOUN:
            cluster.is_plural = cluster.is_plural or mention.is_plural
        cluster.sex = cluster.sex or self.sex_of(n)

    def merge(self, into: int, other: int) -> None:
        """Move the mentions of one cluster to another; the empty one stays."""
        if into == other:
            return
        for n in self.clusters[other].mentions:
            self.put(n, into)
        self.clusters[into].offices |= self.clusters[other].offices
        self.clusters[into].sex = self.clusters[into].sex or self.clusters[other].sex
        self.clusters[other].mentions = []

    def sex_of(self, n: int) -> str | None:
        """Return what title, given name, noun or pronoun says: `m`, `f` or `None`."""
        mention = self.mentions[n]
        if mention.kind is not EntityKind.PERSON:
            return None
        if mention.form is MentionForm.PRONOUN:
            return _PRONOUN_SEX.get(self.head(n).text.lower())
        words = self.doc.slice(mention.span).lower().replace(".", " ").split()
        if mention.name is None:
            return _sex_by(self.head(n).lemma.lower())
        title = self._before_name(mention, words)
        for word in title:
            if sex := _sex_by(word):
                return sex
        names = name_words(mention.name)
        if len(names) > 1 and names[0] in MALE_NAMES:
            return None if names[0] in FEMALE_NAMES else "m"
        return "f" if len(names) > 1 and names[0] in FEMALE_NAMES else None

    def _before_name(self, mention: EntityMention, words: list[str]) -> list[str]:
        """Return the words of a mention that stand before its name."""
        if mention.name_span is None:
            return words
        before = self.doc.document.text[mention.span.start : mention.name_span.start]
        return before.lower().replace(".", " ").split()


def _sex_by(noun: str) -> str | None:
    if noun in MALE_NOUNS:
        return "m"
    return "f" if noun in FEMALE_NOUNS else None


_PRONOUN_SEX = {
    "he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f",
}  # fmt: skip
