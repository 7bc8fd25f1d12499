"""Whom people act for: "American officials" for the United States."""

from __future__ import annotations

from dateline.model.mentions import EntityKind, MentionForm
from dateline.resolve.discourse import Discourse
from dateline.resolve.entity_lexicon import word_set

_ACTORS = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION})
_PRINCIPALS = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})
# Those who are spoken of by what they are not: "Iran's enemies" do not act for Iran.
_OUTSIDERS = word_set(
    """
    enemy foe opponent critic rival adversary victim neighbor neighbour ally
    supporter customer client competitor friend patient visitor reader expert
    """
)
# What is made of people: "a delegation of American officials".
_BODIES = word_set("delegation group team contingent mission party band crew pair")
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


def affiliations(discourse: Discourse) -> dict[int, set[int]]:
    """Map clusters of people and bodies to the clusters that they act for.

    A principal is a country or a body that modifies them, possesses them, or follows
    an office with "of": "president of France".
    """
    found: dict[int, set[int]] = {}
    mentions = discourse.mentions
    for n, mention in enumerate(mentions):
        number = discourse.cluster_of.get(n)
        if number is None or mention.kind not in _ACTORS:
            continue
        if mention.form is MentionForm.PRONOUN:
            continue
        if discourse.head(n).lemma.lower() in _OUTSIDERS:
            continue
        home = _home(discourse, n)
        if home is not None and home != number:
            found.setdefault(number, set()).add(home)
        for m in range(n + 1, len(mentions)):
            if mentions[m].span.start >= mention.span.end:
                break
            principal = discourse.cluster_of.get(m)
            if principal not in (None, number) and _acts_for(discourse, n, m):
                found.setdefault(number, set()).add(discourse.cluster_of[m])
    return found


def _home(discourse: Discourse, n: int) -> int | None:
    """Return the country of "Jane Roe of Norway"."""
    if discourse.mentions[n].kind is not EntityKind.PERSON:
        return None
    for child in discourse.head(n).children:
        if discourse.tokens[child].text != "of":
            continue
        for inner in discourse.tokens[child].children:
            m = discourse.by_head.get(inner)
            number = None if m is None else discourse.cluster_of.get(m)
            if number is not None:
                kind = discourse.clusters[number].kind
                return number if kind is EntityKind.COUNTRY else None
    return None


def _acts_for(discourse: Discourse, n: int, m: int) -> bool:
    """Tell whether the mention `m` inside `n` is the principal of `n`."""
    mention, inner = discourse.mentions[n], discourse.mentions[m]
    kind = discourse.clusters[discourse.cluster_of[m]].kind
    if kind not in _PRINCIPALS or not mention.span.contains(inner.span):
        return False
    if inner.head < mention.head and discourse.head(m).dep in _MODIFIERS:
        return True
    noun = discourse.head(n).lemma.lower()
    body = noun in _BODIES and kind is EntityKind.COUNTRY
    office = mention.office is not None and inner.head > mention.head
    return body or (office and kind is EntityKind.COUNTRY)
