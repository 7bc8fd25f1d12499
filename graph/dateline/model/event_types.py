"""The built-in event types: the concepts of the SKOS scheme in `ontology/`.

The first fifteen are PLOVER's event classes (Halterman et al. 2023, "PLOVER and
POLECAT"); the rest is what news needs besides. A user's own types are further
notations, so an event type is a plain string everywhere; these are the ones that ship.
"""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """Notations of the event type scheme; each is documented in the ontology."""

    AGREE = "Agree"
    CONSULT = "Consult"
    SUPPORT = "Support"
    COOPERATE = "Cooperate"
    AID = "Aid"
    YIELD = "Yield"
    REQUEST = "Request"
    ACCUSE = "Accuse"
    REJECT = "Reject"
    THREATEN = "Threaten"
    PROTEST = "Protest"
    SANCTION = "Sanction"
    MOBILIZE = "Mobilize"
    COERCE = "Coerce"
    ASSAULT = "Assault"

    MEET = "Meet"
    VISIT = "Visit"
    MOVEMENT = "Movement"
    STATEMENT = "Statement"
    COMMUNICATION = "Communication"
    PROMISE = "Promise"
    TRANSFER = "Transfer"
    PUBLICATION = "Publication"
    LEGISLATION = "Legislation"
    LEGAL = "Legal"
    CRIME = "Crime"
    ELECTION = "Election"
    APPOINTMENT = "Appointment"
    RESIGNATION = "Resignation"
    WAR = "War"
    DEATH = "Death"
    INJURY = "Injury"
    BIRTH = "Birth"
    DISASTER = "Disaster"
    ACCIDENT = "Accident"
    RESCUE = "Rescue"
    HEALTH = "Health"
    ECONOMY = "Economy"
    TRANSACTION = "Transaction"
    LAUNCH = "Launch"
    CONSTRUCTION = "Construction"
    LABOUR = "Labour"
    SCIENCE = "Science"
    SPACE = "Space"
    SPORT = "Sport"
    CULTURE = "Culture"
    CEREMONY = "Ceremony"
    STATE = "State"
    OTHER = "Other"
