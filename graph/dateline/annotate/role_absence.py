"""Who did not come: `ABSENTEE` in the no-show and in what was missed.

"X skipped the talks", "X did not attend", "X failed to show up for the meeting",
"Y was snubbed when X decided …": X is absent. Those who came take part as usual.
"""

from __future__ import annotations

from dateline.annotate.role_cast import Cast
from dateline.annotate.role_words import COMMITS, HOSTS
from dateline.annotate.tree import (
    ancestors,
    children_with,
    first_child,
    is_passive,
    is_verbal,
    prepositions,
    subtree,
)
from dateline.annotate.tree_subjects import subject
from dateline.model.mentions import EntityKind, RoleName

ATTEND = frozenset(
    {
        "attend",
        "show",
        "show up",
        "turn up",
        "participate",
        "join",
        "take part",
        "come",
        "appear",
    }
)
SKIP = frozenset(
    {"skip", "boycott", "snub", "shun", "miss", "stay away", "stand up", "ditch"}
)
# An event verb that only sometimes means absence needs a missed event as its object.
_NEEDS_EVENT = frozenset({"miss", "shun", "join", "come"})
# "failed to attend": the complement did not happen (Karttunen 1971, implicatives).
_AVERSE = frozenset(
    {"fail", "refuse", "decline", "neglect", "forget", "unable", "unwilling", "avoid"}
)
# What is missed is their object: "boycotted the games in protest at the ban".
_TRANSITIVE = frozenset({"attend", "boycott", "ditch", "miss", "shun", "skip", "snub"})
_SPREADS = frozenset({"xcomp", "acomp", "pcomp", "conj", "prep"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_NO = frozenset({"no", "not", "neither"})
_WITHOUT = frozenset({"without", "instead", "from"})


def cast_absence(cast: Cast) -> None:
    """Add the absentees of every no-show in the document."""
    for event, mention in enumerate(cast.doc.event_mentions):
        verb = mention.verb
        lemma = _lemma(cast, event)
        if (
            lemma == "boycott"
            and mention.verb == mention.head
            and (mention.pos == "NOUN")
        ):
            _noun_boycott(cast, event, mention.head)
        elif lemma in SKIP:
            if not _is_avoided(cast, verb, mention_negated=mention.is_negated):
                _skipped(cast, event, verb, lemma)
        elif lemma in ATTEND and _is_avoided(
            cast, verb, mention_negated=mention.is_negated
        ):
            _absent(cast, event, verb, lemma, "not-attend")


def _lemma(cast: Cast, event: int) -> str:
    mention = cast.doc.event_mentions[event]
    if mention.lemma in ATTEND or mention.lemma in SKIP:
        return mention.lemma
    if mention.pos != "VERB":
        return ""
    lemma = cast.tokens[mention.verb].lemma
    return "stay away" if lemma == "stay" and _away(cast, mention.verb) else lemma


def _away(cast: Cast, verb: int) -> int | None:
    """Return the "away" of "stayed away from the meeting"."""
    for child in cast.tokens[verb].children:
        if cast.tokens[child].lemma == "away":
            return child
    return None


def _is_avoided(cast: Cast, verb: int, *, mention_negated: bool) -> bool:
    """Tell whether negation, or a verb of not doing, stands over `verb`."""
    tokens = cast.tokens
    if mention_negated or first_child(tokens, verb, "neg") is not None:
        return True
    if _is_nobody(cast, verb):
        return True
    below = verb
    for above in ancestors(tokens, verb):
        dep = tokens[below].dep
        if dep == "advcl":
            return _is_idiom_of_preference(cast, below, above)
        if dep not in _SPREADS:
            return False
        if _denies(cast, below, above):
            return True
        below = above
    return False


def _is_nobody(cast: Cast, verb: int) -> bool:
    """Read "no envoy attended", "not one of them came"."""
    tokens = cast.tokens
    token = first_child(tokens, verb, "nsubj")
    if token is None:
        return False
    words = (tokens[child] for child in tokens[token].children)
    return tokens[token].lemma in _NOBODY or any(
        word.dep in {"det", "neg"} and word.lemma in _NO for word in words
    )


def _denies(cast: Cast, below: int, above: int) -> bool:
    """Tell whether the governor `above` makes its complement `below` not happen."""
    tokens = cast.tokens
    lemma = tokens[above].lemma
    if tokens[below].dep == "pcomp" and lemma in _WITHOUT:
        return True
    if tokens[below].dep != "conj" and lemma in _AVERSE:
        return True
    return first_child(tokens, above, "neg") is not None


def _is_idiom_of_preference(cast: Cast, clause: int, governor: int) -> bool:
    """Read "had better things to do than attend" and "rather than attend"."""
    tokens = cast.tokens
    mark = first_child(tokens, clause, "mark", "prep")
    if mark is None or tokens[mark].lemma != "than":
        return False
    words = [tokens[i].text.lower() for i in subtree(tokens, governor) if i < mark]
    return "better" in words or "rather" in words


def _skipped(cast: Cast, event: int, verb: int, lemma: str) -> None:
    tokens = cast.tokens
    if not is_passive(tokens, verb):
        _absent(cast, event, verb, lemma, "skip")
        return
    absent = [
        token
        for prep, token in prepositions(tokens, verb)
        if tokens[prep].lemma == "by"
    ]
    if not absent and lemma == "snub":
        absent = _snubbers(cast, verb)
    for token in absent:
        cast.add(event, token, RoleName.ABSENTEE, "skipped-by")
    found = subject(tokens, verb)
    if found is None:
        return
    target = cast.event_at.get(found.token)
    if target is not None:
        for token in absent:
            cast.add(target, token, RoleName.ABSENTEE, "skipped-by")
    elif lemma == "snub":
        _left_waiting(cast, verb, found.token)


def _snubbers(cast: Cast, verb: int) -> list[int]:
    """Return who snubbed in "was snubbed when they decided …"."""
    tokens = cast.tokens
    for child in tokens[verb].children:
        if tokens[child].dep == "advcl" and is_verbal(tokens[child]):
            found = subject(tokens, child)
            if found is not None:
                return [found.token]
    return []


def _left_waiting(cast: Cast, verb: int, waiting: int) -> None:
    """Who was snubbed takes part in the meeting that the same sentence tells of."""
    tokens = cast.tokens
    for token in subtree(tokens, verb):
        target = cast.event_at.get(token)
        if target is not None and tokens[token].dep == "dobj":
            governor = tokens[token].head
            if tokens[governor].lemma in ATTEND | SKIP:
                cast.add(target, waiting, RoleName.CO_PARTICIPANT, "snubbed")


def _absent(cast: Cast, event: int, verb: int, lemma: str, rule: str) -> None:
    tokens = cast.tokens
    found = subject(tokens, verb)
    targets = _missed(cast, verb)
    if found is None or (lemma in _NEEDS_EVENT and not targets):
        return
    if lemma == "boycott" and not targets and _is_shunned(cast, verb):
        return
    undone = _undone(cast, found.token)
    if lemma == "appear" and not targets and undone is None:
        return
    cast.add(event, found.token, RoleName.ABSENTEE, rule)
    if undone is not None:
        cast.add(undone, found.token, RoleName.ABSENTEE, f"{rule}-planned")
    for target in targets:
        cast.add(target, found.token, RoleName.ABSENTEE, f"{rule}-event")


def _is_shunned(cast: Cast, verb: int) -> bool:
    """Tell goods and firms, which nobody buys, from what one may be absent from."""
    goods = first_child(cast.tokens, verb, "dobj")
    mention = None if goods is None else cast.mention_of(goods)
    return mention is not None and cast.mentions[mention].kind in _SHUNNED


_SHUNNED = frozenset(
    {EntityKind.OBJECT, EntityKind.ORGANIZATION, EntityKind.COUNTRY, EntityKind.GROUP}
)


def _noun_boycott(cast: Cast, event: int, head: int) -> None:
    """Read "Serbia's boycott of the summit": it stays away from what is held.

    Goods, firms and countries are no events: who boycotts them acts.
    """
    tokens = cast.tokens
    phrases = list(prepositions(tokens, head))
    # "The boycott by Serbia of the summit": a parser hangs "of" on "Serbia".
    phrases += [low for _, token in phrases for low in prepositions(tokens, token)]
    doers = [token for prep, token in phrases if tokens[prep].lemma == "by"]
    missed = [
        cast.event_at[token]
        for prep, token in phrases
        if tokens[prep].lemma == "of" and token in cast.event_at
    ]
    doers += children_with(tokens, head, "poss", "compound", "amod", "nmod")
    if not any(cast.mention_of(doer) is not None for doer in doers):
        doers = _announcers(cast, head)
    for target in missed:
        for doer in doers:
            cast.add(event, doer, RoleName.ABSENTEE, "boycott")
            cast.add(target, doer, RoleName.ABSENTEE, "boycott-event")


def _announcers(cast: Cast, head: int) -> list[int]:
    """Return the subject of "announced a boycott", "joined the boycott"."""
    tokens = cast.tokens
    governor = tokens[head].head
    if tokens[head].dep != "dobj" or is_passive(tokens, governor):
        return []
    if first_child(tokens, governor, "neg") is not None:
        return []
    found = subject(tokens, governor)
    takes_part = tokens[governor].lemma in HOSTS | COMMITS | {"join"}
    return [found.token] if found is not None and takes_part else []


def _undone(cast: Cast, bearer: int) -> int | None:
    """Return the event of "a witness who was to testify" who did not appear."""
    tokens = cast.tokens
    for below in subtree(tokens, bearer):
        clause = tokens[below].head
        if tokens[below].dep == "xcomp" and tokens[clause].dep == "relcl":
            found = cast.event_at.get(below)
            if found is not None and tokens[clause].lemma == "be":
                return found
    return None


def _missed(cast: Cast, verb: int) -> list[int]:
    """Return the nominal events that `verb` has as object or after a preposition."""
    tokens = cast.tokens
    nouns = [
        child
        for child in tokens[verb].children
        if tokens[child].dep in {"dobj", "attr"}
    ]
    nouns += [
        token
        for prep, token in prepositions(tokens, verb)
        if tokens[prep].lemma in {"for", "at", "in", "to"}
        and tokens[verb].lemma not in _TRANSITIVE
    ]
    away = _away(cast, verb)
    if away is not None:
        nouns += [noun for _, noun in prepositions(tokens, away)]
    return [cast.event_at[noun] for noun in nouns if noun in cast.event_at]
