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


def join_office_holders(discourse: Discourse) -> None:
    """Read "the leaders of X and Y" as the two who are told to be of X and of Y.

    Only those named soon after count, one of each country.
    """
    homes: list[tuple[int, int, int]] = []
    for m, mention in enumerate(discourse.mentions):
        number = discourse.cluster_of.get(m)
        home = None if mention.name is None else _home(discourse, m)
        if number is not None and home is not None:
            homes.append((m, number, home))
    if not homes:
        return
    for n, mention in enumerate(discourse.mentions):
        group = discourse.cluster_of.get(n)
        if group is None or discourse.clusters[group].members:
            continue
        if mention.kind is EntityKind.GROUP and mention.form is MentionForm.NOMINAL:
            _join(discourse, n, group, homes)


def _join(
    discourse: Discourse, n: int, group: int, homes: list[tuple[int, int, int]]
) -> None:
    """Give a group its members, if each of its countries has one who speaks for it."""
    countries = _countries_of(discourse, n)
    if len(countries) < 2:  # noqa: PLR2004 - a pair at least
        return
    members: dict[int, set[int]] = {}
    for m, number, home in homes:
        near = 0 <= discourse.sentence[m] - discourse.sentence[n] <= _SOON
        if near and m > n and home in countries:
            members.setdefault(home, set()).add(number)
    if set(members) != set(countries) or any(len(m) > 1 for m in members.values()):
        return
    found = tuple(sorted(min(members[country]) for country in countries))
    other = discourse.group_of(found)
    if other is None:
        discourse.make_group(group, found)
    else:
        discourse.merge(other, group)


_SOON = 3


def _countries_of(discourse: Discourse, n: int) -> list[int]:
    """Return the countries of "the leaders of X and Y"."""
    found = []
    for child in discourse.head(n).children:
        if discourse.tokens[child].text != "of":
            continue
        heads = [
            c
            for c in discourse.tokens[child].children
            if discourse.tokens[c].dep == "pobj"
        ]
        while heads:
            head = heads.pop(0)
            m = discourse.by_head.get(head)
            number = None if m is None else discourse.cluster_of.get(m)
            if number is None or discourse.clusters[number].kind not in _STATES:
                return []
            found.append(number)
            heads += [
                c
                for c in discourse.tokens[head].children
                if discourse.tokens[c].dep == "conj"
            ]
    return found


_STATES = frozenset({EntityKind.COUNTRY})


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
