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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COLLIDES = _words("crash slam smash plough plow ram barrel collide hurtle careen bump")


UNDERGO = _words(
    """die perish drown collapse crash fall rise erupt happen occur begin start end
    explode sink burn increase decrease drop decline plunge jump grow surge
    disappear vanish break open close spread melt derail emerge last tumble climb
    slip soar slump remain overturn capsize dry freeze ignite shrink expand improve
    worsen fail vary rally gain lose result continue detonate flood peak double
    triple halve age exist depend belong suffer decay"""
)
# Persons undergo these; a person who falls silent or rises acts.
UNDERGO_PERSON = _words("die perish drown suffer disappear vanish belong collapse")
# Those gain an object and with it an agent; without one they only happen.

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


# Whose the event is undergoes it: "his death", "Smith's arrest".
PATIENT_NOUNS = _words(
    """death arrest killing murder assassination release repatriation election
    appointment funeral defeat birth collapse removal inauguration trial conviction
    execution rescue closure capture detention imprisonment extradition injury
    disappearance abduction kidnapping acquittal nomination promotion dismissal
    firing ouster impeachment deportation evacuation burial cremation loss
    extinction bankruptcy indictment sentencing hospitalization hospitalisation
    diagnosis demise downfall explosion eruption crash rise fall drop decline
    increase decrease growth surge slump gain suicide illness cancellation
    demolition launch destruction"""
)
# "the visit of the Pope", "the resignation of Brown": who does it stands after "of".
AGENT_OF_NOUNS = _words(
    """visit arrival departure speech resignation statement protest march trip return
    remark comment testimony retirement decision refusal promise pledge claim
    intervention participation presence absence victory success complaint warning
    flight advance retreat attempt effort failure surrender defection escape
    candidacy appearance performance reaction response journey apology"""
)
# "was given a medal": the subject of the passive receives (Levin 1993, 2.1).
DATIVES = _words(
    """give award pay offer grant hand send sell lend promise deny show teach assign
    allow ask tell owe charge bring buy guarantee leave loan read refuse serve wire
    cost fine"""
)
# "announced in a memo": the means of saying it.
MEDIA = _words(
    """letter memo statement interview report email e-mail tweet speech article post
    book blog column essay message note broadcast release document filing testimony
    affidavit address video telegram poll survey"""
)
# "with a hammer"; "with a value of" and "with a view to" name no tool.
TOOLS = _words(
    """knife gun bomb missile rocket hammer weapon explosive gas rifle pistol grenade
    machete axe stone baton tank drone torpedo mortar"""
)
NO_TOOLS = _words(
    """value view look chance hope word exception time caption number goal aim price
    rate margin score result record capability total variety range share lot warning
    promise degree population majority vote smile help"""
)
# Where their object is held, they are: "won the Oslo marathon".
SHARES_PLACE = _words("win lose hold attend enter stage host run join contest finish")
# "the jury in Oslo convicted her": the court sits where the verdict is given.
COURTS = _words("court jury judge tribunal magistrate prosecutor panel arbitrator")
# "elected X president": the name before the office is the object.
NAMING = _words(
    """elect appoint name nominate declare crown proclaim designate choose make vote"""
)
# What comes in with them is their object, no place: "invested in Acme".
TAKES_IN = _words(
    """invest investment believe belief trust confidence faith interest stake share
    participate participation engage involve involvement specialise specialize deal
    trade enrol enroll enlist rise fall drop increase decrease decline gain buy sell
    place hold purchase acquire take own"""
)
# Who made them stands after "by": "a novel by Joyce".
WORKS = _words(
    """book film novel song poem painting article report paper essay play opera album
    photograph photo portrait letter statement speech series documentary drawing column
    biography memoir sculpture study book proposal plan"""
)
# The seat of a government stands for it in what a government does: "Moscow's warning".
GOVERNS = frozenset(
    kind.value
    for kind in (
        EventType.ACCUSE, EventType.THREATEN, EventType.REQUEST, EventType.REJECT,
        EventType.SUPPORT, EventType.AGREE, EventType.PROMISE, EventType.SANCTION,
        EventType.LEGAL, EventType.LEGISLATION, EventType.CONSULT, EventType.STATEMENT,
        EventType.COOPERATE, EventType.AID, EventType.YIELD, EventType.APPOINTMENT,
        EventType.COERCE,
    )
)  # fmt: skip
# Hardly ever without an object: "was seized and extradited" is a passive throughout.
TAKING = _words(
    """extradite deport jail sentence charge convict fine acquit transfer take hand put
    treat seize detain imprison execute kill bury repatriate evict expel cremate free
    acquire demolish dismantle rebuild restore award present appoint elect"""
)
# Their subject takes part in the event that is their object.
HOSTS = _words(
    """hold host organize organise stage convene arrange plan schedule call cancel
    postpone suspend conduct launch start begin resume end open chair lead make pay sign
    give carry wage fight mount stage attempt undertake set"""
)
# "Oslo promised the release of prisoners": it would be Oslo that releases them.
COMMITS = _words("promise pledge vow threaten consider abandon announce propose offer")
ATTENDS = _words("attend join visit enter address")
# The place of these is where they start from.
STARTS = frozenset({EventType.LAUNCH.value, EventType.SPACE.value})
# "Spain's election": where it is held.
HELD_IN = frozenset(
    {EventType.ELECTION.value, EventType.SPORT.value, EventType.CULTURE.value}
)
HAPPENS = _words(
    "happen occur begin start end take erupt come break open continue resume last hold"
)
LOCATIVE = _words(
    """in at on near inside outside across throughout around within aboard off above
    below beneath under along beside by"""
)
FACILITIES = _words(
    """hospital court courthouse stadium airport hotel house palace station school
    university college church mosque temple synagogue museum theater theatre arena
    embassy consulate prison jail camp base port harbor harbour factory plant mine
    mall market store shop restaurant park square bridge street road highway
    building tower headquarters office center centre hall library clinic laboratory
    lab resort village town city capital soil territory region province district
    border island beach coast venue site"""
)
QUANTITIES = _words(
    """number total thousand hundred dozen majority most some one many all part million
    billion couple handful lot rest half series group bunch score several few each
    both none percent % kilo kilogram gram ton tonne litre liter barrel gallon ounce
    hectare acre metre meter"""
)
