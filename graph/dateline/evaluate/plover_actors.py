"""Read the roles of an event as PLOVER's source and target.

Halterman et al. 2023, "PLOVER and POLECAT": the source acts and the target is whom the
act concerns. What a protest blocks or where a rally is held is neither, and of two who
meet one is the source and one the target.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.annotate.tree import first_of_coordination
from dateline.model.annotated import AnnotatedDocument
from dateline.model.event_types import EventType as T
from dateline.model.mentions import EntityKind, EntityMention, MentionForm, RoleName

_SOURCES = (RoleName.AGENT, RoleName.SPEAKER, RoleName.ABSENTEE)
_TARGETS = (
    RoleName.RECIPIENT,
    RoleName.ADDRESSEE,
    RoleName.PATIENT,
    RoleName.CO_PARTICIPANT,
    RoleName.DESTINATION,
    RoleName.TOPIC,
    RoleName.PLACE,
    RoleName.ORIGIN,
)
_ACTORS = frozenset(EntityKind) - {EntityKind.OBJECT}
_SCENES = (RoleName.PLACE, RoleName.ORIGIN)
_LANDS = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
# Each of those who do these does them with the others.
_MUTUAL = frozenset({T.AGREE, T.CONSULT, T.COOPERATE, T.MEET, T.MOBILIZE, T.WAR})
# Whoever judges or wants an act, judges who does it or wants it from them.
_OF_ACTS = frozenset({T.ACCUSE, T.PROTEST, T.REJECT, T.REQUEST, T.SUPPORT, T.THREATEN})
# What only a state does: where nobody is named it is the state where it is done.
_OF_STATES = frozenset({T.ACCUSE, T.COERCE, T.LEGAL, T.LEGISLATION, T.SANCTION})
# Whoever is sent somewhere, it concerns those there; who is called back was there.
_SENDING = frozenset({T.AID, T.COOPERATE, T.MOBILIZE})
_RECALLS = frozenset({"evacuate", "pull", "pull out", "recall", "withdraw"})
_PRESS = frozenset(
    {
        *("agency", "broadcaster", "channel", "daily", "journal", "magazine", "media"),
        *("newspaper", "paper", "press", "radio", "station", "television", "tv"),
        *("weekly", "website"),
    }
)
_ASIDES = frozenset(
    {"after", "amid", "before", "despite", "during", "following", "since", "until"}
)
_WAYS = frozenset({"bridge", "highway", "motorway", "road", "square", "street"})
_PARTS = frozenset({"amod", "compound", "nmod"})
_DEPTH = 20


def source_of(doc: AnnotatedDocument, event: int) -> int | None:
    """Return the mention of who does `event`.

    That is its agent, else the first of those who meet, else who does what governs it
    or is its subject, and last the press that tells of it.
    """
    pair = _players(doc, event, (RoleName.CO_PARTICIPANT,))
    agents = _players(doc, event, _SOURCES)
    if not agents and len(pair) > 1:
        return pair[0]
    found = agents or list(_above(doc, event))
    told = [player for player in found if not _is_press(doc, player)]
    return next(iter([*told, *_state(doc, event), *found]), None)


def _above(doc: AnnotatedDocument, event: int) -> Iterator[int]:
    """Yield who does what stands over an event, nearest first.

    "The raid on a farm killed two": who raids kills.
    """
    heads = {mention.verb: i for i, mention in enumerate(doc.event_mentions)}
    at = doc.event_mentions[event].verb
    for _ in range(_DEPTH):
        yield from _players(doc, heads.get(at), _SOURCES)
        for child in doc.tokens[at].children:
            if doc.tokens[child].dep in {"nsubj", "agent"} and child in heads:
                yield from _players(doc, heads[child], _SOURCES)
        if doc.tokens[at].head == at:
            return
        at = doc.tokens[at].head


def _state(doc: AnnotatedDocument, event: int) -> list[int]:
    """Return where a state acts: "was put on trial in Italy"."""
    if doc.event_mentions[event].event_type not in _OF_STATES:
        return []
    return [
        player
        for player in _players(doc, event, (RoleName.PLACE,))
        if doc.entity_mentions[player].kind in _LANDS
        and _is_named(doc.entity_mentions[player])
    ]


def target_of(doc: AnnotatedDocument, event: int, source: int | None) -> int | None:
    """Return the mention of whom `event` concerns, if `source` does it.

    That is an actor in a role, then one that does what the event is about, then one
    below it; a thing, the scene and actors elsewhere in the sentence come last.
    """
    mentions = doc.entity_mentions
    own = _own(doc, event, source)
    order = _order(doc, event)
    players = [i for i in _players(doc, event, order) if mentions[i].head not in own]
    scene = set(_scene(doc, event))
    set_there = {at for i in scene for at in _below(doc, mentions[i].head)}
    nearby = [i for i in _nearby(doc, event, own) if mentions[i].head not in set_there]
    actors = [i for i in players if i not in scene and _is_actor(mentions[i])]
    ranked = [
        *actors,
        *_others_of_pair(doc, event, source),
        *_doers_below(doc, event, own),
        *nearby,
        *(i for i in players if i not in scene),
        *players,
        *_elsewhere(doc, own),
        *_employers(doc, event, source),
    ]
    return ranked[0] if ranked else None


def _own(doc: AnnotatedDocument, event: int, source: int | None) -> set[int]:
    """Return the tokens of the source; of two who meet the second is not its own."""
    if source is None:
        return set()
    tokens, head = doc.tokens, doc.entity_mentions[source].head
    found = _below(doc, head)
    if source in _players(doc, event, (RoleName.CO_PARTICIPANT,)):
        for child in tokens[head].children:
            if tokens[child].dep == "conj":
                found -= _below(doc, child)
    return found


def _order(doc: AnnotatedDocument, event: int) -> Sequence[RoleName]:
    """Return the roles of a target, the best first."""
    mention = doc.event_mentions[event]
    first: tuple[RoleName, ...] = ()
    if mention.lemma in _RECALLS:
        first = (RoleName.ORIGIN,)
    elif mention.event_type in _SENDING:
        first = (RoleName.RECIPIENT, RoleName.DESTINATION)
    return (*first, *(role for role in _TARGETS if role not in first))


def _scene(doc: AnnotatedDocument, event: int) -> Iterator[int]:
    """Yield where it is done, what is talked of, blocked by a protest or mobilised."""
    mention = doc.event_mentions[event]
    scenes: tuple[RoleName, ...] = _SCENES
    if mention.event_type == T.VISIT:
        scenes = (RoleName.ORIGIN,)
    elif mention.lemma in _RECALLS:
        scenes = (RoleName.PLACE,)
    yield from _players(doc, event, scenes)
    for player in _players(doc, event, (RoleName.TOPIC,)):
        if doc.entity_mentions[player].kind is EntityKind.PLACE:
            yield player
    for player in _players(doc, event, (RoleName.PATIENT,)):
        is_way = doc.tokens[doc.entity_mentions[player].head].lemma in _WAYS
        is_blocked = is_way and mention.event_type == T.PROTEST
        if is_blocked or mention.event_type == T.MOBILIZE:
            yield player


def _nearby(doc: AnnotatedDocument, event: int, own: set[int]) -> list[int]:
    """Return the actors below an event, but its source's: named, near ones first."""
    top = doc.event_mentions[event].verb
    happening = {mention.head for mention in doc.event_mentions}
    near = _below(doc, top, _is_aside)
    below = _below(doc, top) - own - happening
    places = {role.mention for role in doc.roles if role.role is RoleName.PLACE}
    ranked = [
        (mention.head not in near, not _names(doc, mention), i in places, i)
        for i, mention in enumerate(doc.entity_mentions)
        if mention.head in below and _is_other(mention) and not _is_part(doc, mention)
    ]
    return [i for *_, i in sorted(ranked)]


def _is_aside(doc: AnnotatedDocument, token: int) -> bool:
    """Tell whether a clause or phrase tells what else is so: "unless they leave"."""
    word = doc.tokens[token]
    if word.dep == "advcl":
        return any(doc.tokens[child].dep == "mark" for child in word.children)
    return word.dep == "prep" and word.lemma.lower() in _ASIDES


def _is_part(doc: AnnotatedDocument, mention: EntityMention) -> bool:
    """Tell whether a name only says which actor is meant: "a US oil company"."""
    token = doc.tokens[mention.head]
    return token.dep in _PARTS and any(
        other.head == token.head and _is_actor(other) for other in doc.entity_mentions
    )


def _names(doc: AnnotatedDocument, mention: EntityMention) -> bool:
    """Tell whether an actor is named, or told by a name: "a US oil company"."""
    return _is_named(mention) or any(
        doc.tokens[other.head].dep in _PARTS
        and doc.tokens[other.head].head == mention.head
        for other in doc.entity_mentions
        if _is_named(other)
    )


def _others_of_pair(
    doc: AnnotatedDocument, event: int, source: int | None
) -> list[int]:
    """Return the other agents of a mutual act: "Japan and Vietnam agreed"."""
    if doc.event_mentions[event].event_type not in _MUTUAL:
        return []
    agents = _players(doc, event, _SOURCES)
    others = [i for i in agents if i != source and _is_other(doc.entity_mentions[i])]
    return others or _second_part(doc, source)


def _second_part(doc: AnnotatedDocument, source: int | None) -> list[int]:
    """Read "the Danish and Dutch ministers met": the second name tells the other."""
    if source is None or not doc.entity_mentions[source].is_plural:
        return []
    group = doc.entity_mentions[source].head
    tokens, parts = doc.tokens, list[int]()
    for i, mention in enumerate(doc.entity_mentions):
        at = first_of_coordination(tokens, mention.head)
        is_part = tokens[at].dep in _PARTS and tokens[at].head == group
        if is_part and _is_named(mention):
            parts.append(i)
    return parts[1:]


def _doers_below(doc: AnnotatedDocument, event: int, own: set[int]) -> list[int]:
    """Return who does what an event is about: "condemned the attack by rebels"."""
    if doc.event_mentions[event].event_type not in _OF_ACTS:
        return []
    below = _below(doc, doc.event_mentions[event].verb, _is_adjunct)
    accuses = doc.event_mentions[event].event_type == T.ACCUSE
    return [
        player
        for other, mention in enumerate(doc.event_mentions)
        if other != event and mention.head in below
        for player in _players(
            doc,
            other,
            # Who inquires into a charge inquires into the accused.
            (RoleName.PATIENT,)
            if accuses and mention.event_type == T.ACCUSE
            else _SOURCES,
        )
        if _is_other(doc.entity_mentions[player])
        and doc.entity_mentions[player].head not in own
    ]


def _is_adjunct(doc: AnnotatedDocument, token: int) -> bool:
    return doc.tokens[token].dep == "advcl" or _is_aside(doc, token)


def _employers(doc: AnnotatedDocument, event: int, source: int | None) -> list[int]:
    """Return where those work who go on strike: "workers at a Greek shipyard"."""
    if source is None or doc.event_mentions[event].event_type != T.LABOUR:
        return []
    head = doc.entity_mentions[source].head
    below = _below(doc, head) - {head}
    return [
        i
        for i, mention in enumerate(doc.entity_mentions)
        if mention.head in below and _is_other(mention) and not _is_part(doc, mention)
    ]


def _elsewhere(doc: AnnotatedDocument, taken: set[int]) -> list[int]:
    """Return the actors of the sentence that have no part in the event, named first."""
    ranked = [
        (not _is_named(mention), mention.head, i)
        for i, mention in enumerate(doc.entity_mentions)
        if mention.head not in taken and _is_other(mention)
    ]
    return [i for _, _, i in sorted(ranked)]


def _players(
    doc: AnnotatedDocument, event: int | None, names: Sequence[RoleName]
) -> list[int]:
    """Return the mentions in the roles of an event, best role first, actors first."""
    ranked = [
        (not _is_actor(doc.entity_mentions[role.mention]), names.index(role.role), n)
        for n, role in enumerate(doc.roles)
        if role.event == event and role.role in names
    ]
    return [doc.roles[n].mention for _, _, n in sorted(ranked)]


def _is_actor(mention: EntityMention) -> bool:
    return mention.kind in _ACTORS


def _is_named(mention: EntityMention) -> bool:
    return mention.form is MentionForm.NAMED


def _is_press(doc: AnnotatedDocument, player: int) -> bool:
    """Tell whether somebody only tells of it: "a newspaper said", "AFP reported"."""
    if doc.tokens[doc.entity_mentions[player].head].lemma.lower() in _PRESS:
        return True
    return any(
        doc.event_mentions[role.event].lemma == "report"
        for role in doc.roles
        if role.mention == player and role.role is RoleName.SPEAKER
    )


def _is_other(mention: EntityMention) -> bool:
    """Tell whether a mention can be an actor that the text had not told before."""
    return _is_actor(mention) and mention.form is not MentionForm.PRONOUN


def _below(
    doc: AnnotatedDocument,
    token: int,
    is_apart: Callable[[AnnotatedDocument, int], bool] | None = None,
) -> set[int]:
    """Return a token and all that depends on it, but for what `is_apart`."""
    found, queue = set[int](), [token]
    while queue:
        at = queue.pop()
        if at not in found and not (is_apart is not None and is_apart(doc, at)):
            found.add(at)
            queue += doc.tokens[at].children
    return found
