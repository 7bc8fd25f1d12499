"""Which role each argument of an event plays, by the sense of its word.

A frame maps grammatical functions to roles. Words are grouped after the verb classes of
Levin (1993), "English Verb Classes and Alternations" (give 13.1, get 13.5.1, meet 36.3,
say 37.7, disappearance 48.2), and their PropBank numbering: subject of an
unaccusative is Arg1, so `PATIENT`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from dateline.model.event_types import EventType
from dateline.model.mentions import EventClass, EventMention, RoleName

_NONE: Mapping[str, RoleName] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Roles of the subject, the objects and the prepositional phrases of an event.

    `phrases` is keyed by preposition. `place_to` is the role of a place that stands
    where `phrases["to"]` expects somebody.
    """

    name: str
    subject: RoleName = RoleName.AGENT
    object: RoleName = RoleName.PATIENT
    place_object: RoleName | None = None
    dative: RoleName = RoleName.RECIPIENT
    phrases: Mapping[str, RoleName] = field(default_factory=lambda: _NONE)
    place_to: RoleName = RoleName.DESTINATION


_AGAINST = {"against": RoleName.PATIENT}

_ABOUT = {
    "about": RoleName.TOPIC, "on": RoleName.TOPIC, "over": RoleName.TOPIC,
    "regarding": RoleName.TOPIC, "concerning": RoleName.TOPIC,
}  # fmt: skip

DEFAULT = Frame(
    name="act",
    phrases={
        "to": RoleName.RECIPIENT, "from": RoleName.ORIGIN, "into": RoleName.DESTINATION,
        "with": RoleName.CO_PARTICIPANT, "against": RoleName.PATIENT,
        "alongside": RoleName.CO_PARTICIPANT, "about": RoleName.TOPIC,
        "between": RoleName.CO_PARTICIPANT,
    },
)  # fmt: skip

SPEECH = Frame(
    name="speech",
    subject=RoleName.SPEAKER,
    object=RoleName.TOPIC,
    dative=RoleName.ADDRESSEE,
    place_to=RoleName.ADDRESSEE,
    phrases={
        "to": RoleName.ADDRESSEE, "with": RoleName.CO_PARTICIPANT,
        **_AGAINST, **_ABOUT,
    },
)  # fmt: skip

REMARK = Frame(
    name="remark",
    subject=RoleName.SPEAKER,
    place_to=RoleName.ADDRESSEE,
    phrases={**SPEECH.phrases, "from": RoleName.SPEAKER},
)

TELL = Frame(
    name="tell",
    subject=RoleName.SPEAKER,
    object=RoleName.ADDRESSEE,
    dative=RoleName.ADDRESSEE,
    phrases={"of": RoleName.TOPIC, "to": RoleName.ADDRESSEE, **_AGAINST, **_ABOUT},
)

JUDGE = Frame(
    name="judge",
    subject=RoleName.SPEAKER,
    dative=RoleName.ADDRESSEE,
    phrases={"for": RoleName.TOPIC, "to": RoleName.ADDRESSEE, **_AGAINST, **_ABOUT},
)

DEMAND = Frame(
    name="demand",
    subject=RoleName.SPEAKER,
    dative=RoleName.ADDRESSEE,
    place_to=RoleName.ADDRESSEE,
    phrases={
        "from": RoleName.ADDRESSEE, "of": RoleName.ADDRESSEE, "to": RoleName.ADDRESSEE,
        "on": RoleName.ADDRESSEE, "upon": RoleName.ADDRESSEE, "for": RoleName.TOPIC,
        "against": RoleName.PATIENT,
    },
)  # fmt: skip

TRANSFER = Frame(
    name="transfer",
    phrases={
        "to": RoleName.RECIPIENT, "for": RoleName.RECIPIENT, "from": RoleName.ORIGIN,
        "with": RoleName.CO_PARTICIPANT,
    },
)  # fmt: skip

RECEIVE = Frame(
    name="receive",
    subject=RoleName.RECIPIENT,
    phrases={"from": RoleName.AGENT, "with": RoleName.CO_PARTICIPANT},
)

MEET = Frame(
    name="meet",
    object=RoleName.CO_PARTICIPANT,
    phrases={
        "with": RoleName.CO_PARTICIPANT, "between": RoleName.CO_PARTICIPANT,
        "among": RoleName.CO_PARTICIPANT, "to": RoleName.CO_PARTICIPANT,
        "alongside": RoleName.CO_PARTICIPANT, **_AGAINST, **_ABOUT,
    },
)  # fmt: skip

FIGHT = Frame(
    name="fight",
    phrases={
        "with": RoleName.CO_PARTICIPANT, "between": RoleName.CO_PARTICIPANT,
        "among": RoleName.CO_PARTICIPANT, "against": RoleName.CO_PARTICIPANT,
        "alongside": RoleName.CO_PARTICIPANT, "over": RoleName.TOPIC,
        "on": RoleName.PATIENT,
    },
)  # fmt: skip

MOVE = Frame(
    name="move",
    place_object=RoleName.DESTINATION,
    phrases={
        "to": RoleName.DESTINATION, "into": RoleName.DESTINATION,
        "for": RoleName.DESTINATION, "toward": RoleName.DESTINATION,
        "towards": RoleName.DESTINATION, "onto": RoleName.DESTINATION,
        "from": RoleName.ORIGIN, "with": RoleName.CO_PARTICIPANT,
    },
)  # fmt: skip

LEAVE = Frame(
    name="leave",
    place_object=RoleName.ORIGIN,
    phrases={**MOVE.phrases, "out": RoleName.ORIGIN},
)

CONTACT = Frame(
    name="contact",
    object=RoleName.ADDRESSEE,
    dative=RoleName.ADDRESSEE,
    phrases={"to": RoleName.ADDRESSEE, "with": RoleName.CO_PARTICIPANT, **_ABOUT},
)

VISIT = Frame(
    name="visit",
    place_object=RoleName.PLACE,
    place_to=RoleName.PLACE,
    phrases={
        "to": RoleName.CO_PARTICIPANT, "from": RoleName.ORIGIN,
        "with": RoleName.CO_PARTICIPANT,
    },
)  # fmt: skip

MESSAGE = Frame(
    name="message",
    place_to=RoleName.RECIPIENT,
    phrases={
        "from": RoleName.AGENT, "to": RoleName.RECIPIENT, "for": RoleName.RECIPIENT,
        "with": RoleName.CO_PARTICIPANT, "between": RoleName.CO_PARTICIPANT, **_ABOUT,
    },
)  # fmt: skip

CURB = Frame(
    name="curb",
    phrases={"on": RoleName.PATIENT, "against": RoleName.PATIENT},
)

ATTACK = Frame(
    name="attack",
    phrases={
        "on": RoleName.PATIENT, "against": RoleName.PATIENT,
        "from": RoleName.ORIGIN, "with": RoleName.INSTRUMENT,
    },
)  # fmt: skip

# Hit verbs with "into" (Levin 1993, 18.1): what is run into is the one that suffers.
COLLIDE = Frame(
    name="collide",
    phrases={
        "into": RoleName.PATIENT, "with": RoleName.PATIENT, "against": RoleName.PATIENT,
    },
)  # fmt: skip

_VERBS = (
    (
        SPEECH,
        """say state announce report add explain note claim argue reply answer speak
        comment respond reveal disclose mention suggest testify write insist
        declare stress emphasize emphasise confirm deny concede acknowledge predict
        forecast describe discuss joke tweet hint propose complain apologize
        apologise""",
    ),
    (
        TELL,
        """tell inform notify ask urge warn remind advise brief assure convince
        persuade order command instruct beg beseech invite question alert""",
    ),
    (
        JUDGE,
        """accuse blame criticize criticise praise condemn denounce charge slam
        applaud thank congratulate""",
    ),
    (DEMAND, "demand request appeal plead petition insist require"),
    (
        TRANSFER,
        """give send hand transfer award pay sell lend return offer grant deliver
        donate ship provide supply bring allocate assign cede surrender export
        refund repay mail forward issue distribute present contribute extend loan
        repatriate""",
    ),
    (RECEIVE, "receive inherit get obtain"),
    (
        MEET,
        """meet talk negotiate agree confer consult chat cooperate collaborate debate
        dine partner team merge marry converse huddle parley""",
    ),
    (FIGHT, "fight battle clash compete play wrestle spar tangle feud duel"),
    (
        MOVE,
        """go travel come arrive fly move head march drive sail ride walk run enter
        reach cross journey migrate immigrate relocate advance proceed rush deploy
        evacuate""",
    ),
    (LEAVE, "leave depart flee escape withdraw exit quit retreat"),
    (VISIT, "visit tour stay"),
    (CONTACT, "telephone phone text email e-mail cable ring"),
    (ATTACK, "attack strike raid assault bomb shell invade hit shoot fire bombard"),
)

_NOUNS = (
    (
        REMARK,
        """statement announcement speech remark comment address interview report claim
        allegation testimony declaration disclosure apology""",
    ),
    (JUDGE, "criticism praise condemnation accusation charge denunciation"),
    (
        TRANSFER,
        """transfer repatriation delivery return sale payment handover export shipment
        donation supply""",
    ),
    (RECEIVE, "receipt"),
    (
        MEET,
        """meeting summit talk talks negotiation conference discussion dialogue
        agreement deal treaty pact accord truce ceasefire alliance cooperation
        partnership merger marriage wedding engagement divorce reunion relation tie
        conversation consultation contact
        handshake debate""",
    ),
    (
        FIGHT,
        """war battle clash conflict dispute feud race final semifinal derby duel game
        match fight fighting competition""",
    ),
    (
        MOVE,
        "flight march move arrival journey trip voyage deployment evacuation travel",
    ),
    (LEAVE, "departure withdrawal escape exit retreat"),
    (VISIT, "visit stay stopover tour stop"),
    (
        MESSAGE,
        """letter message email e-mail call telegram note gift aid help support grant
        loan invitation offer request warning threat order""",
    ),
    (
        CURB,
        """ban embargo restriction curb tariff tax levy duty limit curfew moratorium
        clampdown blockade prohibition freeze""",
    ),
    (
        ATTACK,
        """attack strike raid assault airstrike bombing shelling crackdown offensive
        ambush sanction invasion shooting""",
    ),
)


def _index(groups: tuple[tuple[Frame, str], ...]) -> Mapping[str, Frame]:
    frames = {lemma: frame for frame, lemmas in groups for lemma in lemmas.split()}
    return MappingProxyType(frames)


_BY_VERB, _BY_NOUN = _index(_VERBS), _index(_NOUNS)

_BY_TYPE = MappingProxyType(
    {
        EventType.MEET.value: MEET,
        EventType.CONSULT.value: MEET,
        EventType.AGREE.value: MEET,
        EventType.VISIT.value: VISIT,
        EventType.MOVEMENT.value: MOVE,
        EventType.TRANSFER.value: TRANSFER,
        EventType.STATEMENT.value: SPEECH,
        EventType.COMMUNICATION.value: MESSAGE,
        EventType.ACCUSE.value: JUDGE,
        EventType.WAR.value: FIGHT,
        EventType.SPORT.value: FIGHT,
        EventType.ASSAULT.value: ATTACK,
    }
)


def frame_of(event: EventMention) -> Frame:
    """Return the frame of `event`: by its word, else its type, else its class.

    >>> from dateline.model.text import Span
    >>> said = EventMention(
    ...     span=Span(0, 4), head=0, verb=0, lemma="say", pos="VERB",
    ...     cls=EventClass.REPORTING,
    ... )
    >>> frame_of(said).name
    'speech'
    """
    words = _BY_NOUN if event.pos == "NOUN" else _BY_VERB
    frame = words.get(event.lemma)
    if frame is RECEIVE and event.known_type == EventType.MEET:
        return MEET
    if frame is not None:
        return frame
    if event.pos != "NOUN" and event.cls is EventClass.REPORTING:
        return SPEECH
    return _BY_TYPE.get(event.known_type, DEFAULT)
