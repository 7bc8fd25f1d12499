"""Whom a pronoun means: the nearest fitting mention, subjects first.

Salience factors in the manner of Lappin and Leass 1994, "An Algorithm for Pronominal
Anaphora Resolution": recency, subject before object, likeness of place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.model.mentions import Attribution, EntityKind, MentionForm, QuoteKind
from dateline.resolve.companions import joined, put_joined
from dateline.resolve.discourse import SUBJECTS, Discourse
from dateline.resolve.entity_lexicon import ANSWERS, HAPPENING, PROXIES

_FIRST = frozenset("i me my mine we us our ours".split())  # noqa: SIM905
_SINGULAR_FIRST = frozenset({"i", "me", "my", "mine"})
_POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our"})
_WINDOW = 3
_NEAR = 200
_PLURAL_WINDOW = 4
_GROUPS = frozenset({EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.COUNTRY})
_THINGS = frozenset(
    {
        EntityKind.ORGANIZATION,
        EntityKind.COUNTRY,
        EntityKind.OBJECT,
        EntityKind.PLACE,
    }
)


class Speech:
    """Where each attribution's content lies, for pronouns in and around it."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._places = sorted(
            (
                (span.start, span.end, attribution)
                for attribution in attributions
                for span in attribution.content
            ),
            key=lambda place: place[:2],
        )
        self._starts = [place[0] for place in self._places]

    def around(self, at: int, *, quoted: bool = False) -> Attribution | None:
        """Return the innermost attribution whose content holds this place.

        With `quoted`, the innermost that quotes words.
        """
        end = bisect_right(self._starts, at)
        best: tuple[int, Attribution] | None = None
        for start, stop, attribution in self._places[max(0, end - _NEAR) : end]:
            if quoted and attribution.kind is QuoteKind.INDIRECT:
                continue
            if at < stop and (best is None or stop - start < best[0]):
                best = stop - start, attribution
        return None if best is None else best[1]


def is_first_person(discourse: Discourse, n: int) -> bool:
    """Tell whether a pronoun means whoever speaks."""
    return discourse.head(n).text.lower() in _FIRST


def resolve_pronoun(discourse: Discourse, n: int, speech: Speech) -> None:
    """Put a pronoun to its antecedent's cluster, or leave it without one."""
    word = discourse.head(n).text.lower()
    start = discourse.mentions[n].span.start
    said = speech.around(start, quoted=word in _FIRST)
    if word in _FIRST:
        _first_person(discourse, n, said, word)
    elif word in {"they", "them", "their", "theirs"}:
        _plural(discourse, n, said)
    else:
        _singular(discourse, n, said, is_person=word not in {"it", "its"})


def _first_person(
    discourse: Discourse, n: int, said: Attribution | None, word: str
) -> None:
    """Read "I" and "we" of a direct quotation as its source."""
    if said is None or said.kind is QuoteKind.INDIRECT or said.mention is None:
        return
    number = discourse.cluster_of.get(said.mention)
    if number is None:
        return
    one = discourse.clusters[number].kind is EntityKind.PERSON
    if one or word not in _SINGULAR_FIRST:
        discourse.put(n, number)


def _singular(
    discourse: Discourse, n: int, said: Attribution | None, *, is_person: bool
) -> None:
    """Find the antecedent of "he", "she", "it"."""
    verb = discourse.tokens[discourse.governor(n)]
    if not is_person and verb.lemma in HAPPENING:
        return
    sex, accused = discourse.sex_of(n), _accused(discourse, n)
    best: tuple[float, int] | None = None
    for m in _before(discourse, n, _WINDOW):
        number = discourse.cluster_of.get(m)
        if number is None or not _agrees(
            discourse, m, number, sex, is_person=is_person
        ):
            continue
        if _is_barred(discourse, n, m, number, said):
            continue
        score = _salience(discourse, n, m, said, accused)
        if best is None or score > best[0]:
            best = score, number
    ahead = _ahead(discourse, n, sex, is_person=is_person)
    if ahead is not None and (best is None or best[0] < ahead[0]):
        best = ahead
    if best is not None:
        discourse.put(n, best[1])


def _before(discourse: Discourse, n: int, window: int) -> list[int]:
    """Return the mentions before `n`, nearest first, `window` sentences back."""
    found = []
    for m in range(n - 1, -1, -1):
        if discourse.sentence[n] - discourse.sentence[m] > window:
            break
        found.append(m)
    return found


def _agrees(
    discourse: Discourse, m: int, number: int, sex: str | None, *, is_person: bool
) -> bool:
    """Tell whether kind, number and sex of an antecedent fit a singular pronoun."""
    cluster, mention = discourse.clusters[number], discourse.mentions[m]
    if cluster.members or mention.is_plural or _is_bare(discourse, m):
        return False
    if is_person:
        if cluster.kind is not EntityKind.PERSON:
            return False
        return sex is None or cluster.sex is None or sex == cluster.sex
    return cluster.kind in _THINGS


def _is_bare(discourse: Discourse, m: int) -> bool:
    """Tell whether a thing has no word before it: in "lost contact" none is meant."""
    mention = discourse.mentions[m]
    if mention.kind is not EntityKind.OBJECT or mention.form is not MentionForm.NOMINAL:
        return False
    return all(child > mention.head for child in discourse.head(m).children)


def _is_barred(
    discourse: Discourse, n: int, m: int, number: int, said: Attribution | None
) -> bool:
    """Tell whether grammar forbids `n` to mean `m`.

    An object is not its own subject (binding, condition B); a phrase is not what it
    contains; who speaks directly says "I", and "you" to the other.
    """
    if discourse.mentions[m].span.contains(discourse.mentions[n].span):
        return True
    word = discourse.head(n).text.lower()
    possessive = word in _POSSESSIVE and discourse.head(n).dep == "poss"
    same_clause = discourse.governor(n) == discourse.governor(m)
    if not possessive and (same_clause or _lends_subject(discourse, n, m)):
        return True
    if possessive and discourse.head(n).head == discourse.mentions[m].head:
        return True
    if said is None or not _is_quoted(discourse, n, said):
        return False
    talkers = (said.mention, said.addressee)
    return any(m is not None and discourse.cluster_of.get(m) == number for m in talkers)


def _lends_subject(discourse: Discourse, n: int, m: int) -> bool:
    """Tell whether `m` is the understood subject of the verb that governs `n`.

    "The law lets owners sell them": owners are not sold.
    """
    tokens, verb = discourse.tokens, discourse.governor(n)
    if discourse.dep(n) in SUBJECTS:
        return False
    for _ in range(4):
        token = tokens[verb]
        if any(tokens[child].dep in SUBJECTS for child in token.children):
            break
        if token.dep not in {"conj", "xcomp"} or token.head == verb:
            break
        # An object lends to an infinitive only: "weighed the step and dropped it".
        lenders = SUBJECTS if token.dep == "conj" else _LENDERS
        verb = token.head
        if discourse.governor(m) == verb and discourse.dep(m) in lenders:
            return True
    return False


_LENDERS = SUBJECTS | {"dobj", "dative"}


def _is_quoted(discourse: Discourse, n: int, said: Attribution) -> bool:
    """Tell whether a pronoun in the content stands between quotation marks."""
    if said.kind is not QuoteKind.MIXED:
        return said.kind is QuoteKind.DIRECT
    at = discourse.mentions[n].span.start
    start = min(span.start for span in said.content)
    before = discourse.doc.document.text[start:at]
    opened = before.count("“") - before.count("”")
    return opened > 0 or before.count('"') % 2 == 1


def _salience(
    discourse: Discourse,
    n: int,
    m: int,
    said: Attribution | None,
    accused: int | None,
) -> float:
    """Weigh an antecedent; a sentence's distance outweighs every other factor."""
    mention, dep = discourse.mentions[m], discourse.dep(m)
    score = -100.0 * (discourse.sentence[n] - discourse.sentence[m])
    if dep in SUBJECTS:
        score += 25 if _is_aside(discourse, m) else 45
        if discourse.dep(n) in SUBJECTS:
            score += 15
    elif dep in {"dobj", "dative"}:
        score += 20
    elif dep in {"compound", "amod", "nmod"}:
        score -= 30
    if mention.form is MentionForm.NAMED or mention.form is MentionForm.PRONOUN:
        score += 20
    if mention.kind is EntityKind.OBJECT or mention.kind is EntityKind.PLACE:
        score -= 25
    number = discourse.cluster_of[m]
    score += min(len(discourse.clusters[number].mentions), 6) * 2
    if accused is None:
        score += _spoken_of(discourse, n, m, said)
    elif accused == number:
        score += 160
    return score - min(n - m, 20) * 1.5


def _is_aside(discourse: Discourse, m: int) -> bool:
    """Tell whether a mention is the subject of a relative clause: "whose sister"."""
    return discourse.tokens[discourse.governor(m)].dep == "relcl"


def _spoken_of(discourse: Discourse, n: int, m: int, said: Attribution | None) -> float:
    """Weigh an antecedent by what is said of whom, and by whom."""
    if said is None or _is_quoted(discourse, n, said):
        return 0
    client = _client(discourse, said)
    if client is not None and client == discourse.cluster_of[m]:
        return 160
    return 40 if said.mention == m else 0


def _accused(discourse: Discourse, n: int) -> int | None:
    """Return who answers what is said of them: "Acme denied a report that it …"."""
    tokens, at = discourse.tokens, discourse.governor(n)
    for _ in range(5):
        if tokens[at].lemma in ANSWERS and tokens[at].pos == "VERB":
            break
        at = tokens[at].head
    else:
        return None
    if at == discourse.governor(n):
        return None
    doers = [child for child in tokens[at].children if tokens[child].dep == "nsubj"]
    found = discourse.by_head.get(doers[0]) if doers else None
    return None if found is None else discourse.cluster_of.get(found)


def _client(discourse: Discourse, said: Attribution) -> int | None:
    """Return for whom a source speaks: "his lawyer said that he would appeal"."""
    if said.mention is None or discourse.noun(said.mention) not in PROXIES:
        return None
    for child in discourse.head(said.mention).children:
        if discourse.tokens[child].dep == "poss":
            owner = discourse.by_head.get(child)
            return None if owner is None else discourse.cluster_of.get(owner)
    return None


def _ahead(
    discourse: Discourse, n: int, sex: str | None, *, is_person: bool
) -> tuple[float, int] | None:
    """Look ahead to the subject: "After he won, Roe …", "In its report, Acme …".

    A possessive in a phrase at the head of the sentence mostly means the subject; a
    pronoun in a clause does only if nobody was named before.
    """
    fronted = _is_fronted(discourse, n)
    if not fronted and not is_person:
        return None
    for m in range(n + 1, len(discourse.mentions)):
        if discourse.sentence[m] != discourse.sentence[n]:
            break
        number = discourse.cluster_of.get(m)
        if number is None or discourse.mentions[m].form is not MentionForm.NAMED:
            continue
        subject = discourse.head(m).dep in SUBJECTS
        if subject and _agrees(discourse, m, number, sex, is_person=is_person):
            return 30.0 if fronted else -1000.0, number
    return None


def _is_fronted(discourse: Discourse, n: int) -> bool:
    """Tell whether a possessive stands in a phrase before its sentence's subject."""
    if discourse.head(n).dep != "poss":
        return False
    token = discourse.tokens[discourse.head(n).head]
    for _ in range(6):
        if token.dep in SUBJECTS or token.head == token.i:
            return False
        above = discourse.tokens[token.head]
        if above.dep == "ROOT" and token.dep in {"prep", "advcl"}:
            return token.i < above.i
        token = above
    return False


def _plural(discourse: Discourse, n: int, said: Attribution | None) -> None:
    """Find the antecedent of "they": a group, a body, a state, or people joined."""
    best: tuple[float, int, tuple[int, ...]] | None = None
    accused = _accused(discourse, n)
    for m in _before(discourse, n, _PLURAL_WINDOW):
        number = discourse.cluster_of.get(m)
        if number is None or _is_barred(discourse, n, m, number, said):
            continue
        members = joined(discourse, m)
        cluster, mention = discourse.clusters[number], discourse.mentions[m]
        fits = (
            bool(members)
            or bool(cluster.members)
            or cluster.kind in _GROUPS
            or (mention.is_plural and cluster.kind is EntityKind.OBJECT)
        )
        if not fits or (
            mention.form is MentionForm.NAMED and _is_adjective(discourse, m)
        ):
            continue
        score = _salience(discourse, n, m, said, accused)
        score += _plural_bonus(discourse, n, m)
        if members:
            score += 30
        if best is None or score > best[0]:
            best = score, number, members
    if best is None:
        return
    _, number, members = best
    if not members:
        discourse.put(n, number)
    else:
        put_joined(discourse, n, members)


def _plural_bonus(discourse: Discourse, n: int, m: int) -> float:
    """Weigh number: things are done to, people do ("released them", "they left")."""
    cluster = discourse.clusters[discourse.cluster_of[m]]
    if cluster.members:
        return 30
    if not discourse.mentions[m].is_plural:
        return 0
    if cluster.kind is EntityKind.OBJECT:
        return 45 if discourse.dep(n) == "dobj" else 0
    return 30


def _is_adjective(discourse: Discourse, m: int) -> bool:
    return discourse.head(m).dep in {"amod", "compound", "nmod"}
