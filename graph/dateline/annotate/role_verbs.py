"""Roles from the arguments of verbs, adjectives and light verbs."""

from __future__ import annotations

from dateline.annotate.role_astray import doer_of
from dateline.annotate.role_attachment import cast_low_places, leading_name, low_agent
from dateline.annotate.role_cast import Cast
from dateline.annotate.role_frames import (
    ATTACK,
    COLLIDE,
    DEFAULT,
    DEMAND,
    RECEIVE,
    TELL,
    VISIT,
    Frame,
)
from dateline.annotate.role_places import cast_places
from dateline.annotate.role_words import (
    COLLIDES,
    DATIVES,
    LOCATIVE,
    NAMING,
    TAKING,
    UNDERGO,
    UNDERGO_PERSON,
)
from dateline.annotate.tree import (
    SUBJECTS,
    antecedent,
    children_with,
    first_child,
    is_passive,
    is_verbal,
    prepositions,
    relative_object,
    subtree,
)
from dateline.annotate.tree_subjects import OBJECT_CONTROL, subject
from dateline.model.mentions import EntityKind, EventClass, RoleName

_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_ACTORS = _PEOPLE | {EntityKind.ORGANIZATION, EntityKind.COUNTRY}
# What a verb may have and still lend its object's place to the next one.
_BARE = frozenset({"aux", "cc", "conj", "mark", "advmod", "neg", "punct"}) | SUBJECTS
_SEATS = frozenset({"at", "in", "on", "near", "outside", "inside", "from", "into"})
_DOES = frozenset({"engage", "involve"})
_FINES = frozenset({"fine", "cost"})
_LOW_SEATS = frozenset({"at", "in", "near", "outside", "inside"})
_PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})
_TOLD = frozenset({RoleName.ADDRESSEE, RoleName.RECIPIENT})
_REACHED = _TOLD | {RoleName.DESTINATION}


def cast_verb(cast: Cast, event: int, frame: Frame) -> None:
    """Give roles to the subject, objects and phrases of the event's verb.

    For a light verb ("held a summit") they are the participants of its noun.
    """
    mention = cast.doc.event_mentions[event]
    verb = mention.verb
    is_light = verb != mention.head
    if cast.tokens[verb].dep == "amod" and cast.tokens[verb].tag in _PARTICIPLES:
        _participle(cast, event, frame, verb)
        return
    if cast.tokens[verb].lemma == "call" and _is_appeal(cast, verb):
        frame = DEMAND
        _torn_subject(cast, event, frame, verb)
    if _runs_into(cast, verb):
        frame = COLLIDE
    passive = is_passive(cast.tokens, verb) or _is_joined_passive(cast, verb)
    if frame is COLLIDE:  # "a car ploughed into them" may parse as done to the car
        passive = first_child(cast.tokens, verb, "auxpass") is not None
    # "were engaged in fighting": they fight.
    if passive and not (is_light and cast.tokens[verb].lemma in _DOES):
        _passive(cast, event, frame, is_light=is_light)
    else:
        _active(cast, event, frame, is_light=is_light)
    cast_phrases(cast, event, frame, verb)


def _is_joined_passive(cast: Cast, verb: int) -> bool:
    """Read "was seized and extradited", where the second participle passes for past."""
    tokens = cast.tokens
    token = tokens[verb]
    if token.dep != "conj" or token.tag != "VBD" or token.lemma not in TAKING:
        return False
    if first_child(tokens, verb, "dobj", "nsubj", "aux", "xcomp") is not None:
        return False
    return is_passive(tokens, token.head)


def _is_appeal(cast: Cast, verb: int) -> bool:
    """Tell "called on X to resign" from "called X"."""
    prep = first_child(cast.tokens, verb, "prep")
    if prep is None or first_child(cast.tokens, verb, "dobj") is not None:
        return False
    return cast.tokens[prep].lemma in {"on", "upon", "for"}


def _runs_into(cast: Cast, verb: int) -> bool:
    """Tell "slammed into the wall" from "slammed the plan"."""
    tokens = cast.tokens
    if tokens[verb].lemma not in COLLIDES:
        return False
    if first_child(tokens, verb, "dobj") is not None:
        return False
    return any(
        tokens[prep].lemma in COLLIDE.phrases and token not in cast.event_at
        for prep, token in prepositions(tokens, verb)
    )


def _torn_subject(cast: Cast, event: int, frame: Frame, verb: int) -> None:
    """Read "A paper called Monday on Oslo to act", taken for a paper that is called."""
    token = cast.tokens[verb]
    if token.dep != "acl" or cast.tokens[token.head].head != token.head:
        return
    for _, asked in prepositions(cast.tokens, verb):
        mention = cast.mention_of(asked)
        if mention is not None and cast.mentions[mention].kind in _ACTORS:
            cast.add(event, token.head, frame.subject, "torn-subject")


def _active(cast: Cast, event: int, frame: Frame, *, is_light: bool) -> None:
    mention = cast.doc.event_mentions[event]
    verb, tokens = mention.verb, cast.tokens
    found = doer_of(cast, verb)
    if frame is RECEIVE and not _has_sender(cast, verb):
        frame = RECEIVE if mention.lemma == "receive" else DEFAULT
    if found is not None:
        role = _subject_role(cast, event, frame, found.token)
        cast.add(event, found.token, role, found.rule)
    swapped = _swapped_dative(cast, verb)
    if swapped is not None:
        cast.add(event, swapped, frame.object, "relative-object")
        cast.add(event, first_child(tokens, verb, "dobj") or 0, frame.dative, "dative")
        return
    _datives(cast, event, frame, verb)
    if is_light:
        return
    for child in children_with(tokens, verb, "dobj", "attr"):
        if not _leading(cast, event, frame, child):
            cast.add(event, child, _object_role(cast, frame, child), tokens[child].dep)
            cast.add_place_below(event, child)
    _named_adverbial(cast, event, frame, verb)
    noun = relative_object(tokens, verb)
    if noun is not None:
        cast.add(event, noun, _object_role(cast, frame, noun), "relative-object")
    _shared_object(cast, event, frame, verb)
    _lower_subject(cast, event, frame, verb)


def _named_adverbial(cast: Cast, event: int, frame: Frame, verb: int) -> None:
    """Read "introduced Model 4", where the parser takes the name for a measure."""
    tokens = cast.tokens
    if first_child(tokens, verb, "dobj") is not None:
        return
    for child in tokens[verb].children:
        mention = cast.by_head.get(child)
        is_after = child > verb and tokens[child].dep == "npadvmod"
        if mention is None or not is_after:
            continue
        is_next = cast.mentions[mention].span.contains(tokens[verb + 1].span)
        if is_next and cast.is_named(mention):
            role = _object_role(cast, frame, child)
            cast.add_mention(event, mention, role, "named-adverbial")


def _participle(cast: Cast, event: int, frame: Frame, verb: int) -> None:
    """Read "the recently announced plan" and "the rising sea": the noun takes part."""
    token = cast.tokens[verb]
    role = frame.subject if token.tag == "VBG" else frame.object
    cast.add(event, token.head, role, "participle")


def _subject_role(cast: Cast, event: int, frame: Frame, token: int) -> RoleName:
    mention = cast.doc.event_mentions[event]
    if mention.pos == "ADJECTIVE":
        return RoleName.PATIENT
    if mention.verb != mention.head:
        is_done_to = _stands_under(cast, mention.head)
        return RoleName.PATIENT if is_done_to else frame.subject
    if mention.lemma in UNDERGO and frame is not COLLIDE:
        return _undergone(cast, token, mention.verb, mention.lemma, frame.subject)
    return frame.subject


def _stands_under(cast: Cast, noun: int) -> bool:
    """Read "came under attack": it is attacked."""
    token = cast.tokens[noun]
    return token.dep == "pobj" and cast.tokens[token.head].lemma == "under"


def _leading(cast: Cast, event: int, frame: Frame, noun: int) -> bool:
    """Give its role to a name that the parser takes for a part of the object.

    Returns whether the rest is no participant: an office, a sum.
    """
    name = leading_name(cast, event, noun)
    if name is None:
        return False
    lemma = cast.doc.event_mentions[event].lemma
    is_object = lemma in NAMING or lemma in _FINES
    role = frame.object if is_object else frame.dative
    cast.add(event, name, role, "leading-name")
    return is_object


def _swapped_dative(cast: Cast, verb: int) -> int | None:
    """Return the thing of "a letter that he sent her", where the parser swaps the two.

    It takes "that" for whom it was sent to and "her" for what was sent.
    """
    tokens = cast.tokens
    dative = first_child(tokens, verb, "dative")
    goods = first_child(tokens, verb, "dobj")
    if dative is None or goods is None or not dative < verb < goods:
        return None
    noun = antecedent(tokens, dative)
    return noun if tokens[dative].lemma in {"that", "which"} else None


def _shared_object(cast: Cast, event: int, frame: Frame, verb: int) -> None:
    """Read "recover and return the remains": both verbs have the object."""
    tokens = cast.tokens
    labels = {tokens[child].dep for child in tokens[verb].children}
    if not labels <= _BARE or "conj" not in labels:
        return
    if tokens[verb].lemma in UNDERGO or frame.place_object is not None:
        return
    other = first_child(tokens, verb, "conj")
    if other is None or not is_verbal(tokens[other]):
        return
    goods = first_child(tokens, other, "dobj")
    if goods is not None and first_child(tokens, other, *SUBJECTS) is None:
        cast.add(event, goods, _object_role(cast, frame, goods), "shared-object")


def _lower_subject(cast: Cast, event: int, frame: Frame, verb: int) -> None:
    """Read "asked X to leave" and "demanded that X leave".

    The parser makes X the subject of "leave" alone.
    """
    tokens = cast.tokens
    clause = first_child(tokens, verb, "ccomp")
    if first_child(tokens, verb, "dobj", "dative") is not None:
        return
    if clause is None or tokens[clause].tag not in {"VB", "VBP"}:
        return
    found = first_child(tokens, clause, "nsubj")
    if found is None:
        return
    demands = frame is DEMAND and first_child(tokens, clause, "mark") is not None
    asks = tokens[verb].lemma in OBJECT_CONTROL
    if demands or (asks and first_child(tokens, clause, "aux") is not None):
        told = demands or frame is TELL
        role = RoleName.ADDRESSEE if told else RoleName.PATIENT
        cast.add(event, found, role, "lower-subject")


def _passive(cast: Cast, event: int, frame: Frame, *, is_light: bool) -> None:
    verb, tokens = cast.doc.event_mentions[event].verb, cast.tokens
    has_agent = False
    for prep, token in prepositions(tokens, verb):
        if tokens[prep].dep == "agent" or (
            tokens[prep].lemma == "by" and not _is_time_or_means(cast, token)
        ):
            cast.add(event, token, frame.subject, "by-agent")
            _low_place_of(cast, event, frame, token)
            has_agent = True
    doer = None if has_agent else low_agent(cast, verb)
    if doer is not None:
        cast.add(event, doer, frame.subject, "low-by-agent")
    found = subject(tokens, verb)
    _datives(cast, event, frame, verb)
    if found is None or is_light:
        return
    given = first_child(tokens, verb, "dobj")
    if given is not None and tokens[verb].lemma in DATIVES:
        cast.add(event, found.token, frame.dative, f"{found.rule}-dative")
        cast.add(event, given, frame.object, "dobj")
    else:
        role = _object_role(cast, frame, found.token)
        cast.add(event, found.token, role, f"{found.rule}-passive")


def _low_place_of(cast: Cast, event: int, frame: Frame, token: int) -> None:
    if frame in (DEFAULT, ATTACK, VISIT):
        cast_low_places(cast, event, token)


def _is_time_or_means(cast: Cast, token: int) -> bool:
    word = cast.tokens[token]
    return word.ent_type in {"DATE", "TIME"} or word.dep == "pcomp"


def _has_sender(cast: Cast, verb: int) -> bool:
    for prep, token in prepositions(cast.tokens, verb):
        if cast.tokens[prep].lemma == "from":
            mention = cast.mention_of(token)
            if mention is not None and cast.mentions[mention].kind in _ACTORS:
                return True
    return False


def _undergone(
    cast: Cast, token: int, verb: int, lemma: str, role: RoleName
) -> RoleName:
    """Return the role of the subject of a verb such as "die" or "collapse"."""
    if first_child(cast.tokens, verb, "dobj", "xcomp") is not None:
        return role
    mention = cast.mention_of(token)
    is_person = mention is not None and cast.mentions[mention].kind in _PEOPLE
    if is_person and lemma not in UNDERGO_PERSON:
        return role
    return RoleName.PATIENT


def _object_role(cast: Cast, frame: Frame, token: int) -> RoleName:
    mention = cast.mention_of(token)
    if mention is None:
        return frame.object
    if frame.place_object is not None and cast.is_place(mention):
        return frame.place_object
    if frame.object is RoleName.ADDRESSEE and cast.is_thing(mention):
        return RoleName.TOPIC
    if frame.object is RoleName.CO_PARTICIPANT and cast.is_thing(mention):
        return RoleName.PATIENT
    return frame.object


def _datives(cast: Cast, event: int, frame: Frame, verb: int) -> None:
    tokens = cast.tokens
    for child in tokens[verb].children:
        if tokens[child].dep == "dative" and tokens[child].pos != "ADP":
            cast.add(event, child, frame.dative, "dative")
    # "promised Lima help": a parser may make objects of both.
    objects = [child for child in tokens[verb].children if tokens[child].dep == "dobj"]
    behind = [child for child in objects if child > verb]
    is_pair = len(behind) > 1 and (
        subtree(tokens, behind[0])[-1] + 1 == subtree(tokens, behind[1])[0]
    )
    if is_pair and tokens[verb].lemma in DATIVES:
        cast.add(event, behind[0], frame.dative, "first-object")


def cast_phrases(
    cast: Cast, event: int, frame: Frame, verb: int, suffix: str = ""
) -> None:
    """Give roles to the prepositional phrases of `verb`, and to the tools it uses."""
    tokens = cast.tokens
    for child in tokens[verb].children:
        dep = tokens[child].dep
        if dep in {"prep", "dative", "agent"} and tokens[child].children:
            for phrase in _phrases(cast, verb, child):
                _own_object(cast, event, frame, phrase)
                cast.add_phrase(event, frame, phrase, suffix)
                word = tokens[phrase[0]].lemma
                is_low = word == "with" and not cast.has(event, RoleName.PLACE)
                if word in _SEATS or is_low:
                    cast.add_nested_places(event, phrase[1])
        elif dep == "advcl" and tokens[child].lemma == "use":
            tool = first_child(tokens, child, "dobj")
            if tool is not None:
                cast.add(event, tool, RoleName.INSTRUMENT, "using")
    goods = first_child(tokens, verb, "dobj")
    if goods is not None:
        _low_phrases(cast, event, frame, goods)
    cast_places(cast, event, verb)


def _own_object(cast: Cast, event: int, frame: Frame, phrase: tuple[int, int]) -> None:
    """Read "crack down on X": a preposition that ends the trigger leads its object."""
    prep, token = phrase
    if cast.tokens[prep].span.end != cast.doc.event_mentions[event].span.end:
        return
    mention = cast.mention_of(token)
    holds = frame.place_object is not None
    is_seat = mention is not None and (holds or cast.is_place(mention))
    if is_seat and cast.tokens[prep].lemma in LOCATIVE:
        cast.add(event, token, RoleName.PLACE, "own-preposition")
    else:
        role = _object_role(cast, frame, token)
        cast.add(event, token, role, "own-preposition")


def _phrases(cast: Cast, verb: int, child: int) -> list[tuple[int, int]]:
    phrases = []
    for prep, token in prepositions(cast.tokens, verb):
        if prep == child or cast.tokens[prep].head == child:
            phrases.append((prep, token))
    return phrases


def _low_phrases(cast: Cast, event: int, frame: Frame, goods: int) -> None:
    """Read "sent remains to the North", where the parser hangs "to" on "remains"."""
    for prep, token in prepositions(cast.tokens, goods):
        word = cast.tokens[prep].lemma
        role = frame.phrases.get(word)
        reaches = word == "to" and role in _REACHED
        if reaches or (word == "from" and role is RoleName.AGENT):
            cast.add_phrase(event, frame, (prep, token), "-low")
        elif word in _LOW_SEATS and frame in (DEFAULT, ATTACK, VISIT):
            _low_place(cast, event, token)


def _low_place(cast: Cast, event: int, token: int) -> None:
    """Read "killed twelve people in Lima": where the thing is, it is done."""
    mention = cast.mention_of(token)
    is_act = cast.doc.event_mentions[event].cls is EventClass.OCCURRENCE
    if mention is not None and is_act and cast.is_place(mention):
        cast.add_mention(event, mention, RoleName.PLACE, "low-place")
