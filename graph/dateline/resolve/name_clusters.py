"""Put the named mentions of one document together: "Kim" with "Kim Jong-un"."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model.mentions import EntityKind, MentionForm
from dateline.resolve.discourse import Discourse
from dateline.resolve.names import is_acronym, name_words, same_name

_FULL = 0.8
_SHORT = 0.4
_AFTER = 100_000


def cluster_names(discourse: Discourse) -> None:
    """Give every named mention a cluster.

    Full names come first, so that a short one finds its bearer before or after it. Two
    different full names are never one.
    """
    people: list[int] = []
    others: list[int] = []
    for n, mention in enumerate(discourse.mentions):
        if mention.form is MentionForm.NAMED and mention.name is not None:
            (people if mention.kind is EntityKind.PERSON else others).append(n)
    _cluster_people(discourse, people)
    _cluster_others(discourse, others)


def _name(discourse: Discourse, n: int) -> str:
    return discourse.mentions[n].name or ""


def _cluster_people(discourse: Discourse, people: list[int]) -> None:
    """Cluster the full names, then give each short name to the nearest bearer."""
    full = [n for n in people if len(name_words(_name(discourse, n))) > 1]
    short = [n for n in people if len(name_words(_name(discourse, n))) < 2]  # noqa: PLR2004
    bearers: dict[int, list[int]] = {}
    for n in full:
        name = _name(discourse, n)
        fits = [
            (score, number)
            for number in bearers
            if (score := _best_score(discourse, number, name)) >= _FULL
        ]
        if fits:
            number = max(fits, key=lambda fit: (fit[0], -fit[1]))[1]
            discourse.put(n, number)
        else:
            number = discourse.start(n)
            bearers[number] = []
        bearers[number].append(n)
    alone: dict[str, int] = {}
    for n in short:
        number_or_none = _bearer_of(discourse, n, bearers)
        if number_or_none is not None:
            discourse.put(n, number_or_none)
            bearers[number_or_none].append(n)
            continue
        key = " ".join(name_words(_name(discourse, n)))
        if key in alone:
            discourse.put(n, alone[key])
        else:
            alone[key] = discourse.start(n)


def _best_score(discourse: Discourse, number: int, name: str) -> float:
    """Compare a full name with every one of a cluster; the worst must not be 0."""
    scores = [same_name(other, name) for other in discourse.clusters[number].names]
    return max(scores) if all(scores) else 0.0


def _bearer_of(
    discourse: Discourse, n: int, bearers: dict[int, list[int]]
) -> int | None:
    """Find whose family or given name a short name is.

    A family name that several bear is that of the one whom the text names in full at
    least twice as often; else of the nearest before, else after.
    """
    name = _name(discourse, n)
    sex = discourse.sex_of(n)
    fits = []
    for number, mentions in bearers.items():
        cluster = discourse.clusters[number]
        score = max(same_name(other, name) for other in cluster.names)
        if score < _SHORT or (sex and cluster.sex and sex != cluster.sex):
            continue
        before = [m for m in mentions if m < n]
        near = n - max(before) if before else min(mentions) - n + _AFTER
        fits.append((-score, near, number))
    if not fits:
        return None
    best = min(fits)
    rivals = [fit for fit in fits if fit[0] == best[0]]
    often = sorted((_full_count(discourse, number), number) for *_, number in rivals)
    if len(often) > 1 and often[-1][0] >= 2 * often[-2][0]:
        return often[-1][1]
    return best[2]


def _full_count(discourse: Discourse, number: int) -> int:
    """Count how often the text names somebody in full."""
    names = discourse.clusters[number].names
    return sum(n for name, n in names.items() if len(name_words(name)) > 1)


def _cluster_others(discourse: Discourse, others: list[int]) -> None:
    """Cluster names of states, bodies, places, peoples and things."""
    by_key: dict[tuple[str, str], int] = {}
    for n in others:
        key = (_family(discourse, n), " ".join(name_words(_name(discourse, n))))
        if key in by_key:
            discourse.put(n, by_key[key])
        else:
            by_key[key] = discourse.start(n)
    bodies = [number for (family, _), number in by_key.items() if family == "body"]
    _join_short_bodies(discourse, bodies)


def _family(discourse: Discourse, n: int) -> str:
    """Return which kinds may share an entity: the parser mixes up places and states."""
    kind = discourse.mentions[n].kind
    if kind in {EntityKind.COUNTRY, EntityKind.PLACE}:
        return "place"
    return "body" if kind in {EntityKind.ORGANIZATION, EntityKind.OBJECT} else "people"


def _join_short_bodies(discourse: Discourse, bodies: list[int]) -> None:
    """Join an acronym or a short form to its one full name."""
    for number in bodies:
        cluster = discourse.clusters[number]
        if not cluster.mentions:
            continue
        name = next(iter(cluster.names))
        full = [
            other
            for other in bodies
            if other != number
            and discourse.clusters[other].mentions
            and any(
                _is_short_for(name, long) for long in discourse.clusters[other].names
            )
        ]
        if len(full) == 1:
            discourse.merge(full[0], number)
            if discourse.clusters[full[0]].kind is EntityKind.OBJECT:
                discourse.clusters[full[0]].kind = cluster.kind


def _is_short_for(short: str, full: str) -> bool:
    """Tell whether `short` is an acronym, or `full` without its company form or place.

    >>> _is_short_for("WHO", "World Health Organization")
    True
    >>> _is_short_for("Post", "Washington Post"), _is_short_for("House", "White House")
    (True, False)
    """
    if len(short) >= len(full):
        return False
    if is_acronym(short, full):
        return len(short.replace(".", "")) > 1
    mine, theirs = name_words(short), name_words(full)
    if same_name(short, full) == 0.9:  # noqa: PLR2004 - differs in its form alone
        return True
    if len(mine) == 1 and len(theirs) > 1 and theirs[-1] == mine[0]:
        return mine[0] in _MASTHEADS
    return len(mine) > 0 and theirs[: len(mine)] == mine and theirs[-1] in _FORMS


# A newspaper is called by the last word of its name.
_MASTHEADS = frozenset(
    ["post", "times", "journal", "herald", "guardian", "tribune", "gazette", "globe"]
)
_FORMS = frozenset(
    ["corp", "inc", "group", "airlines", "motors", "bank", "foundation", "university"]
)


def named_clusters(discourse: Discourse) -> Iterable[int]:
    """Yield the clusters that have a name."""
    for number, cluster in enumerate(discourse.clusters):
        if cluster.names and cluster.mentions:
            yield number
