"""The words that roles hang on: nouns, verbs and places, by what they take."""

from __future__ import annotations

from dateline.model.event_types import EventType


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
