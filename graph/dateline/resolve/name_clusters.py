"""Put the named mentions of one document together: "Kim" with "Kim Jong-un"."""

from __future__ import annotations

from bisect import bisect_left, insort

from dateline.model.mentions import EntityKind, MentionForm
from dateline.resolve.discourse import Cluster, Discourse
from dateline.resolve.entity_lexicon import word_set
from dateline.resolve.names import family_names, is_acronym, name_words, same_name

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
    words = {n: name_words(_name(discourse, n)) for n in people}
    families = {family for told in words.values() for family in family_names(told)}
    short = [n for n, told in words.items() if len(told) < 2 or told in families]  # noqa: PLR2004
    full = [n for n, told in words.items() if len(told) > 1 and told not in families]
    bearers = _Bearers(discourse)
    for n in full:
        bearers.put_full(n)
    alone: dict[str, int] = {}
    for n in short:
        number = bearers.find(n)
        key = " ".join(name_words(_name(discourse, n)))
        if number is not None:
            bearers.put(n, number)
        elif key in alone:
            discourse.put(n, alone[key])
        else:
            alone[key] = discourse.start(n)


class _Bearers:
    """People with full names, to be found by any word of them."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._mentions: dict[int, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}

    def put(self, n: int, number: int) -> None:
        """Give a mention to a bearer."""
        self._discourse.put(n, number)
        insort(self._mentions.setdefault(number, []), n)

    def put_full(self, n: int) -> None:
        """Give a full name to its bearer, or make a new one."""
        discourse, name = self._discourse, _name(self._discourse, n)
        fits = [
            (score, -number)
            for number in self._candidates(name)
            if (score := _best_score(discourse, number, name)) >= _FULL
        ]
        if fits:
            number = -max(fits)[1]
            discourse.put(n, number)
        else:
            number = discourse.start(n)
        insort(self._mentions.setdefault(number, []), n)
        for word in set(name_words(name)):
            numbers = self._by_word.setdefault(word, [])
            if number not in numbers:
                numbers.append(number)

    def _candidates(self, name: str) -> list[int]:
        """Return the bearers that share a word of `name`."""
        words = name_words(name)
        return sorted({n for word in words for n in self._by_word.get(word, ())})

    def find(self, n: int) -> int | None:
        """Find whose family or given name a short name is.

        A family name that several bear is that of the one whom the text names in full
        at least twice as often; else of the nearest before, else after.
        """
        discourse, name = self._discourse, _name(self._discourse, n)
        sex = discourse.sex_of(n)
        fits = []
        for number in self._candidates(name):
            cluster = discourse.clusters[number]
            score = max(same_name(other, name) for other in cluster.names)
            if score < _SHORT or (sex and cluster.sex and sex != cluster.sex):
                continue
            fits.append((-score, self._distance(n, number), number))
        if not fits:
            return None
        best = min(fits)
        rivals = [number for score, _, number in fits if score == best[0]]
        often = sorted((_full_count(discourse, number), number) for number in rivals)
        if len(often) > 1 and often[-1][0] >= 2 * often[-2][0]:
            return often[-1][1]
        return best[2]

    def _distance(self, n: int, number: int) -> int:
        """Count mentions back to the last one of a bearer; any later one is further."""
        mentions = self._mentions[number]
        at = bisect_left(mentions, n)
        return n - mentions[at - 1] if at else mentions[0] - n + _AFTER


def _best_score(discourse: Discourse, number: int, name: str) -> float:
    """Compare a full name with every one of a cluster; the worst must not be 0."""
    scores = [same_name(other, name) for other in discourse.clusters[number].names]
    return max(scores) if all(scores) else 0.0


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
    longer: dict[str, list[int]] = {}
    for number in bodies:
        name = next(iter(discourse.clusters[number].names))
        for key in _short_keys(name):
            longer.setdefault(key, []).append(number)
    for number in bodies:
        cluster = discourse.clusters[number]
        name = next(iter(cluster.names))
        others = [
            other
            for other in _looked_up(longer, name)
            if other != number and discourse.clusters[other].mentions
        ]
        full = [
            other
            for other in others
            if any(_is_short_for(name, it) for it in discourse.clusters[other].names)
        ] or [other for other in others if _opens(cluster, discourse.clusters[other])]
        if len(full) == 1:
            discourse.merge(full[0], number)
            if discourse.clusters[full[0]].kind is EntityKind.OBJECT:
                discourse.clusters[full[0]].kind = cluster.kind


def _opens(short: Cluster, full: Cluster) -> bool:
    """Tell whether one body is called by the first word of another's name.

    Products are not: "Pad" is not "Pad 4".
    """
    if {short.kind, full.kind} != {EntityKind.ORGANIZATION}:
        return False
    mine, theirs = (name_words(next(iter(one.names))) for one in (short, full))
    return len(mine) == 1 and mine == theirs[:1] and mine[0] not in _INSTITUTIONS


def _looked_up(longer: dict[str, list[int]], short: str) -> list[int]:
    """Return the clusters that a short name may stand for: by letters or first word."""
    keys = {short.replace(".", ""), "".join(name_words(short)[:1])}
    return sorted({number for key in keys for number in longer.get(key, ())})


def _short_keys(name: str) -> set[str]:
    """Return the keys under which a short form of `name` may be looked up."""
    words = name.split()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words if word.lower() != "the").upper()
    folded = name_words(name)
    return {capitals, every, folded[0], folded[-1]} - {""} if folded else set()


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
    if not mine or theirs[: len(mine)] != mine:
        return False
    return theirs[-1] in _FORMS


# A newspaper is called by the last word of its name.
_MASTHEADS = frozenset(
    ["post", "times", "journal", "herald", "guardian", "tribune", "gazette", "globe"]
)
# Bodies of their own, though others are called after them: "House Rules Committee".
_INSTITUTIONS = word_set(
    """
    house senate congress parliament state court cabinet treasury army navy police
    fbi white supreme justice defense defence central federal national international
    european american british united university world new north south east west
    royal general first public people democratic republican labour labor
    conservative christian islamic
    """
)
_FORMS = word_set(
    """
    corp inc group airlines airways motors motor bank foundation university computer
    computers electronics systems technologies industries international
    pharmaceuticals foods stores media research energy petroleum steel partners
    capital securities laboratories entertainment pictures records studios software
    networks holdings administration organization organisation party government
    """
)
