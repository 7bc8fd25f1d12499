"""Signals of time and cause, and the verbs that bend them (TimeML 1.2.1, SIGNAL)."""

from __future__ import annotations

from types import MappingProxyType

from dateline.model.event_types import EventType
from dateline.model.time import TLinkType

# "event SIGNAL timex": the relation of the event to the time.
TIME_SIGNALS = MappingProxyType(
    {
        "before": TLinkType.BEFORE,
        "prior": TLinkType.BEFORE,
        "ahead": TLinkType.BEFORE,
        "by": TLinkType.BEFORE,
        "after": TLinkType.AFTER,
        "following": TLinkType.AFTER,
        "follow": TLinkType.AFTER,
        "since": TLinkType.BEGUN_BY,
        "from": TLinkType.BEGUN_BY,
        "starting": TLinkType.BEGUN_BY,
        "start": TLinkType.BEGUN_BY,
        "begin": TLinkType.BEGUN_BY,
        "until": TLinkType.ENDED_BY,
        "till": TLinkType.ENDED_BY,
        "through": TLinkType.ENDED_BY,
        "to": TLinkType.ENDED_BY,
        "for": TLinkType.DURING,
        "throughout": TLinkType.DURING,
    }
)
# "clause SIGNAL clause" and "clause SIGNAL nominal event": the governing event first.
EVENT_SIGNALS = MappingProxyType(
    {
        "before": TLinkType.BEFORE,
        "prior": TLinkType.BEFORE,
        "ahead": TLinkType.BEFORE,
        "until": TLinkType.BEFORE,
        "till": TLinkType.BEFORE,
        "after": TLinkType.AFTER,
        "following": TLinkType.AFTER,
        "follow": TLinkType.AFTER,
        "since": TLinkType.AFTER,
        "once": TLinkType.AFTER,
        "when": TLinkType.SIMULTANEOUS,
        "as": TLinkType.SIMULTANEOUS,
        "while": TLinkType.SIMULTANEOUS,
        "during": TLinkType.IS_INCLUDED,
        "amid": TLinkType.IS_INCLUDED,
        "throughout": TLinkType.IS_INCLUDED,
        "at": TLinkType.IS_INCLUDED,
        "in": TLinkType.IS_INCLUDED,
    }
)
CLAUSE_ONLY = frozenset({"when", "while", "as", "once"})
PHRASE_ONLY = frozenset({"at", "in", "during", "amid", "throughout", "following"})
# Nothing is inside a mere act: "at/in" a nominal makes a part only of these.
FRAMES_OF_EVENTS = frozenset(
    {
        EventType.MEET, EventType.CONSULT, EventType.WAR, EventType.CEREMONY,
        EventType.ELECTION, EventType.SPORT, EventType.VISIT, EventType.LEGAL,
        EventType.CULTURE, EventType.PROTEST, EventType.DISASTER, EventType.ACCIDENT,
        EventType.ASSAULT, EventType.CRIME,
    }
)  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "agreed to return in June": what happened in June is the agreement.
COMMITMENTS = _words(
    """agree promise decide pledge vow offer refuse decline threaten choose order vote
    commit plan consent resolve undertake"""
)
# Their infinitive is no later event: it is now, or it is what they say.
RAISING = _words(
    """seem appear tend use believe report say think know able unable manage fail sure
    happen prove continue remain claim help dare afford unlikely"""
)
# "lasted from 1950 to 1953": the subject has the bounds.
DURATIVES = _words("last run continue stretch extend span take rage go")
# "the attack occurred on Monday": the subject was then.
HAPPENING = _words("occur happen come take")
# "third-quarter profit fell": the fall is that of the quarter.
CHANGES = _words(
    """rise fall jump drop decline increase decrease climb soar plunge surge slump slide
    slip tumble grow shrink double triple gain total reach improve worsen widen"""
)
# "the storm hit Florida": what it did is what it was, and its cause.
HARMS = _words(
    """hit strike kill injure wound destroy damage devastate displace flood ravage wreck
    leave claim sink topple batter"""
)
# "a summit set for April": the plan is now, the summit then.
SCHEDULING = _words("schedule set plan slate due expect book fix")
# "talks held on Monday": a light verb in a reduced clause.
HOLDING = _words("hold conduct stage take make commit carry launch fight win lose")
# What they make is there when they do: "signed a treaty", "won the election".
CREATION = HOLDING | _words(
    """sign reach conclude issue file launch begin start open deliver commit stage pass
    suffer declare set host give win lose pay score run"""
)
# Whether one comes or not, it is at the time of the thing itself.
PRESENCE = _words("attend skip boycott snub miss shun")
ATTENDANCE = PRESENCE | _words("show turn host hold join stage")
# "a letter dated July 6 was sent": the date of the thing is that of these acts.
MAKING = _words("send write mail sign draft address post issue publish file")
BEGINNINGS = _words("begin start commence resume open launch erupt")
ENDINGS = _words("end stop cease finish conclude complete halt close")

# "a quake struck the coast", "clashes broke out": verb and subject tell one event.
STRIKING = _words(
    """hit strike shake rock jolt rattle batter lash slam pound sweep buffet pummel rip
    roar"""
)
ARISING = frozenset(
    {
        "occur", "happen", "take place", "break out", "erupt", "touch down", "unfold",
        "make landfall", "rage",
    }
)  # fmt: skip
STRIKING_TYPES = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.ASSAULT})

# "in the last minute of the match" is in the match.
PARTS_OF_EVENTS = _words(
    """minute second half quarter round set day hour stage inning lap period leg stretch
    phase week month beginning start middle course midst opening end"""
)
# "a series of quakes struck": the quakes did.
SERIES = _words("series wave string spate flurry barrage round rash number host")

CAUSERS = _words(
    """cause trigger spark prompt provoke ignite unleash fuel produce force generate
    touch"""
)
# "led to", "resulted in", "brought about": the preposition belongs to the verb.
CAUSERS_WITH = MappingProxyType(
    {"lead": "to", "result": "in", "contribute": "to", "bring": "about", "set": "off"}
)
CAUSED_BY = MappingProxyType(
    {"result": "from", "stem": "from", "arise": "from", "follow": "from"}
)
CAUSE_PREPOSITIONS = _words("because due owing thanks owe result amid of over")
CASUALTY = _words("die kill injure wound hurt perish drown displace destroy damage")
CAUSING_TYPES = frozenset(
    {
        EventType.DISASTER, EventType.ACCIDENT, EventType.ASSAULT, EventType.CRIME,
        EventType.WAR,
    }
)  # fmt: skip
CANCELS = _words(
    "cancel scrap abandon scrub axe nix annul suspend abort shelve postpone"
)
REACTS = MappingProxyType(
    {"respond": "to", "react": "to", "retaliate": "for", "answer": "to"}
)
# "in response to", "in retaliation for": a noun between two prepositions.
REACTION_NOUNS = _words("response reaction retaliation reprisal revenge reply protest")
