"""Roles from the phrase around a nominal event, and from the verb it hangs on."""

from __future__ import annotations

from dateline.annotate.role_attachment import cast_low_places, low_agent
from dateline.annotate.role_cast import Cast
from dateline.annotate.role_contests import RESULTS
from dateline.annotate.role_frames import FIGHT, MEET, VISIT, Frame
from dateline.annotate.role_words import (
    AGENT_OF_NOUNS,
    ATTENDS,
    COMMITS,
    GOVERNS,
    HAPPENS,
    HELD_IN,
    HOSTS,
    LOCATIVE,
    PATIENT_NOUNS,
)
from dateline.annotate.tree import (
    children_with,
    coordinated,
    first_of_coordination,
    is_passive,
    prepositions,
)
from dateline.annotate.tree_subjects import subject
from dateline.model.event_types import EventType
from dateline.model.mentions import EntityKind, RoleName
from dateline.model.text import Token

_CHANGES = frozenset(
    {
        *("change", "cut", "decline", "decrease", "drop", "fall", "gain", "growth"),
        *("improvement", "increase", "jump", "plunge", "reduction", "rise", "shift"),
        *("slump", "surge"),
    }
)
_REACHED = frozenset({RoleName.RECIPIENT, RoleName.ADDRESSEE, RoleName.DESTINATION})
_WITHIN = frozenset({"at", "during", "in"})
_DOERS = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.GROUP})
_MODIFIERS = ("compound", "amod", "nmod")


def cast_noun(cast: Cast, event: int, frame: Frame) -> None:
    """Give roles to possessor, modifiers and phrases of a nominal event."""
    head = cast.doc.event_mentions[event].head
    undergone = cast.tokens[head].lemma in PATIENT_NOUNS
    phrases = list(prepositions(cast.tokens, head))
    words = {cast.tokens[prep].lemma for prep, _ in phrases}
    for prep, token in phrases:
        if cast.tokens[prep].lemma == "by":
            cast.add(event, token, frame.subject, "by-agent")
            cast_low_places(cast, event, token)
    has_agent = "by" in words
    doer = None if has_agent else low_agent(cast, head)
    if doer is not None and not children_with(cast.tokens, head, "poss"):
        cast.add(event, doer, frame.subject, "low-by-agent")
        has_agent = True
    for holder in children_with(cast.tokens, head, "poss"):
        takes = has_agent or (undergone and "of" not in words)
        role = RoleName.PATIENT if takes else frame.subject
        role = _owner_role(cast, event, holder, role)
        cast.add(event, holder, role, "poss")
        has_agent = True
    _modifiers(cast, event, frame, head)
    for prep, token in phrases:
        word = cast.tokens[prep].lemma
        if word == "of":
            _of_phrase(cast, event, frame, token, has_agent=has_agent)
            _below_of(cast, event, frame, token)
        elif word == "in" and _changes(cast, head, token):
            cast.add(event, token, RoleName.PATIENT, "in-patient")
        elif word != "by":
            cast.add_phrase(event, frame, (prep, token))


def _changes(cast: Cast, head: int, token: int) -> bool:
    """Tell "a fall in the index", which falls, from "a fall in Rome"."""
    mention = cast.mention_of(token)
    is_change = cast.tokens[head].lemma in _CHANGES
    return is_change and mention is not None and not cast.is_place(mention)


def _below_of(cast: Cast, event: int, frame: Frame, token: int) -> None:
    """Read "the gift of a ship to Peru", "the death of a man in Oslo"."""
    tokens = cast.tokens
    if frame.subject is not RoleName.SPEAKER:
        for member in coordinated(tokens, token):
            cast_low_places(cast, event, member)
    for prep, goal in prepositions(tokens, token):
        if tokens[prep].lemma == "to" and frame.phrases.get("to") in _REACHED:
            cast.add_phrase(event, frame, (prep, goal), "-low")


def _owner_role(cast: Cast, event: int, token: int, role: RoleName) -> RoleName:
    mention = cast.mention_of(token)
    if mention is None:
        return role
    entity = cast.mentions[mention]
    kind = cast.doc.event_mentions[event].known_type
    is_side = (
        kind == EventType.SPORT and cast.doc.event_mentions[event].lemma in RESULTS
    )
    if is_side:
        return role
    if entity.kind is EntityKind.COUNTRY:
        return RoleName.PLACE if kind in HELD_IN else role
    if entity.kind is not EntityKind.PLACE:
        return role
    is_seat = cast.tokens[entity.head].ent_type == "GPE"
    # "the dam's collapse": what is no city suffers itself what happens to it.
    suffers = not is_seat and role is RoleName.PATIENT
    return role if suffers or (is_seat and kind in GOVERNS) else RoleName.PLACE


def _of_phrase(
    cast: Cast, event: int, frame: Frame, token: int, *, has_agent: bool
) -> None:
    lemma = cast.tokens[cast.doc.event_mentions[event].head].lemma
    if lemma in AGENT_OF_NOUNS and not has_agent:
        cast.add(event, token, frame.subject, "of-agent")
    elif frame is MEET or frame is FIGHT:
        mention = cast.mention_of(token)
        if mention is not None and cast.is_place(mention) and frame is FIGHT:
            cast.add(event, token, RoleName.PLACE, "of-place")
        else:
            cast.add(event, token, RoleName.CO_PARTICIPANT, "of-participant")
    else:
        mention = cast.mention_of(token)
        is_tour = frame is VISIT and mention is not None and cast.is_place(mention)
        role = RoleName.PLACE if is_tour else RoleName.PATIENT
        cast.add(event, token, role, f"of-{role.value}")


def _modifiers(cast: Cast, event: int, frame: Frame, head: int) -> None:
    """Read "the Singapore summit", "the US attack", "the iPhone launch"."""
    children = [
        child
        for child in children_with(cast.tokens, head, *_MODIFIERS)
        if child in cast.by_head
    ]
    mentions = [cast.mentions[cast.by_head[child]] for child in children]
    actors = [
        m for m in mentions if m.kind not in {EntityKind.PLACE, EntityKind.OBJECT}
    ]
    for child, mention in zip(children, mentions, strict=True):
        if mention.kind is EntityKind.OBJECT:
            role = RoleName.PATIENT
        elif mention.kind is EntityKind.PLACE:
            role = RoleName.PLACE
        elif frame in (MEET, FIGHT):
            alone = len(actors) == 1 and cast.tokens[child].dep == "compound"
            is_seat = alone and mention.kind is EntityKind.COUNTRY
            role = RoleName.PLACE if is_seat else RoleName.CO_PARTICIPANT
        elif cast.tokens[head].lemma in PATIENT_NOUNS and not _has_part(cast, head):
            role = RoleName.PATIENT
        else:
            role = frame.subject
        cast.add(event, child, role, cast.tokens[child].dep)
    for child in children_with(cast.tokens, head, "amod"):
        _leader(cast, event, frame, child)
    _torn_doer(cast, event, frame, head)


def _torn_doer(cast: Cast, event: int, frame: Frame, head: int) -> None:
    """Read "The US seizure of a tanker", where the parser makes "US" a subject."""
    for child in children_with(cast.tokens, head, "nsubj"):
        mention = cast.by_head.get(child)
        if mention is None or child + 1 != head or not _has_part(cast, head):
            continue
        if cast.is_named(mention) and cast.mentions[mention].kind in _DOERS:
            cast.add_mention(event, mention, frame.subject, "torn-doer")


def _has_part(cast: Cast, head: int) -> bool:
    """Tell whether the noun has its object: "the US seizure of a ship"."""
    return any(
        cast.tokens[prep].lemma == "of" and not _is_time(cast.tokens[token])
        for prep, token in prepositions(cast.tokens, head)
    )


def _is_time(token: Token) -> bool:
    return token.ent_type in {"DATE", "TIME", "CARDINAL"}


def _leader(cast: Cast, event: int, frame: Frame, participle: int) -> None:
    """Read "the Saudi-led airstrikes": who leads them makes them."""
    tokens = cast.tokens
    if tokens[participle].lemma != "lead" or tokens[participle].tag != "VBN":
        return
    for child in children_with(tokens, participle, "npadvmod", "compound", "nmod"):
        if child < participle:
            role = RoleName.CO_PARTICIPANT if frame in (MEET, FIGHT) else frame.subject
            cast.add(event, child, role, "led")


def cast_governed(cast: Cast, event: int, frame: Frame) -> None:
    """Give roles in a nominal event to the arguments of the verb it depends on.

    Who hosts a meeting takes part in it, and what "took place in Geneva" was there.
    """
    tokens = cast.tokens
    mention = cast.doc.event_mentions[event]
    noun = first_of_coordination(tokens, mention.head)
    if mention.verb != mention.head or tokens[noun].head == noun:
        return
    dep, governor = tokens[noun].dep, tokens[noun].head
    lemma = tokens[governor].lemma
    if dep == "dobj":
        _object_of(cast, event, frame, governor)
    elif dep in {"nsubj", "nsubjpass"} and (lemma in HAPPENS or lemma in HOSTS):
        for prep, token in prepositions(tokens, governor):
            if tokens[prep].dep == "agent":
                cast.add(event, token, frame.subject, "host")
            elif tokens[prep].lemma in LOCATIVE or tokens[prep].lemma == "between":
                cast.add_phrase(event, frame, (prep, token), "-of-verb")
    elif dep == "pobj" and (lemma == "under" or _is_on_trial(mention.lemma, lemma)):
        _undergone(cast, event, governor)
    elif dep == "pobj" and lemma in _WITHIN and frame is MEET:
        _met_within(cast, event, governor)


def _object_of(cast: Cast, event: int, frame: Frame, governor: int) -> None:
    tokens = cast.tokens
    lemma = tokens[governor].lemma
    if lemma not in HOSTS and lemma not in ATTENDS and lemma not in COMMITS:
        return
    found = subject(tokens, governor)
    if found is None:
        return
    mention = cast.mention_of(found.token)
    if mention is not None and lemma in COMMITS and cast.is_thing(mention):
        return
    if not is_passive(tokens, governor):
        joins = lemma in ATTENDS
        role = RoleName.CO_PARTICIPANT if joins else frame.subject
        cast.add(event, found.token, role, "attends" if joins else "host")
    for prep, token in prepositions(tokens, governor):
        word = tokens[prep].lemma
        if word in LOCATIVE or word in {"with", "between"}:
            cast.add_phrase(event, frame, (prep, token), "-of-verb")


def _is_on_trial(noun: str, prep: str) -> bool:
    return noun == "trial" and prep == "on"


def _undergone(cast: Cast, event: int, prep: int) -> None:
    """Read "came under attack", "put him under arrest", "was put on trial"."""
    tokens = cast.tokens
    verb = tokens[prep].head
    if tokens[verb].pos not in {"VERB", "AUX"}:
        return
    goods = children_with(tokens, verb, "dobj")
    found = subject(tokens, verb)
    if goods:
        cast.add(event, goods[0], RoleName.PATIENT, "under")
    elif found is not None and (is_passive(tokens, verb) or _stands(tokens[verb])):
        cast.add(event, found.token, RoleName.PATIENT, "under")


def _stands(verb: Token) -> bool:
    return verb.lemma in {"be", "come", "remain", "stay", "live", "fall", "find", "go"}


def _met_within(cast: Cast, event: int, prep: int) -> None:
    """Read "Kim agreed at the summit": who acts at a meeting takes part in it."""
    tokens = cast.tokens
    verb = tokens[prep].head
    if tokens[verb].pos not in {"VERB", "AUX"} and tokens[verb].dep == "dobj":
        verb = tokens[verb].head
    if tokens[verb].pos != "VERB" or is_passive(tokens, verb):
        return
    found = subject(tokens, verb)
    if found is None:
        return
    cast.add(event, found.token, RoleName.CO_PARTICIPANT, "acts-at")
