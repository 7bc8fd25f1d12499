"""What a word implies about the event under it: implication signatures as data.

A signature says what becomes of the embedded event when the embedding one is true,
and when it is false, as in Nairn, Condoravdi and Karttunen (2006), "Computing relative
polarity for textual inference": "manage to" is `CT+ | CT-`, "fail to" is
`CT- | CT+`, "refuse to" is `CT- | Uu`, "know that" is `CT+ | CT+`. Grades between
certain and unknown, and the values themselves, follow FactBank (Saurí and Pustejovsky
2009). The stance after the colon says why an event is not simply asserted.

Lemmas stand under their signature's name; the name is the `rule` of the judgement.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.model.mentions import FactualityValue as V
from dateline.model.mentions import Stance


class Outcome(NamedTuple):
    """What an embedded event is: polarity (1, -1, 0), certainty 0..3 and stance."""

    polarity: int
    certainty: int
    stance: Stance


class Signature(NamedTuple):
    """Outcomes under a true and under a false governor; `rule` is its name."""

    rule: str
    true: Outcome
    false: Outcome
    is_factive: bool


_LEVEL = {"CT": 3, "PR": 2, "PS": 1}

# name -> outcome under a true governor, under a false one; "!" marks a factive, whose
# complement holds even where the governor itself is only possible.
SIGNATURES = {
    # Nairn et al. 2006, table 1
    "implicative": "CT+ | CT-",
    "one-way-implicative": "CT+ | PS-:possible",
    "negative-implicative": "CT-:cancelled | CT+",
    "refusal": "CT-:cancelled | Uu:possible",
    "factive": "! CT+ | CT+",
    "counterfactive": "! CT- | CT-",
    "permission": "PR+:possible | CT-",
    "ability": "PS+:possible | CT-",
    # FactBank 2009: source-introducing and modal predicates
    "reported": "CT+ | Uu",
    "evidence": "PR+:possible | PR-:possible",
    "hedged-report": "PR+ | Uu",
    "allegation": "PR+:possible | Uu",
    "rumour": "PS+:possible | Uu",
    "denial": "PR- | CT+",
    "own-denial": "CT- | CT+",
    "belief": "PR+:possible | PR-",
    "doubt": "PR-:possible | PR+:possible",
    "forecast": "PR+:possible | PR-:possible",
    "unlikely": "PR-:possible | PR+:possible",
    "possibility": "PS+:possible | PR-",
    "wish": "PS+:possible | PR-",
    "request": "PS+:possible | Uu:possible",
    "order": "PR+:possible | Uu:possible",
    "question": "Uu:hypothetical | Uu:hypothetical",
    # plans, promises, attempts
    "plan": "PR+:planned | PS-:possible",
    "weak-plan": "PS+:planned | PR-",
    "promise": "PR+:promised | PR-",
    "offer": "PS+:promised | PR-",
    "threat": "PS+:planned | PR-",
    "attempt": "PS+:attempted | CT-",
    "topic": "PS+:possible | PS+:possible",
    "purpose": "PR+:possible | PS-:possible",
    "planned-negative": "PR-:planned | Uu",
    # cancellations
    "cancellation": "CT-:cancelled | PR+:planned",
    "prevention": "CT-:cancelled | Uu:possible",
    "prohibition": "PR-:possible | Uu:possible",
    "avoidance": "CT-:cancelled | CT+",
    "absence": "CT-:cancelled | CT-:cancelled",
    "opposition": "Uu:possible | Uu:possible",
    "comparison": "CT-:cancelled | Uu",
    "necessity": "PR+:possible | PR-",
    "obligation": "PS+:possible | PR-",
}


def _outcome(code: str) -> Outcome:
    value, _, stance = code.strip().partition(":")
    if value == "Uu":
        return Outcome(0, 0, Stance(stance) if stance else Stance.POSSIBLE)
    polarity = 1 if value.endswith("+") else -1
    return Outcome(
        polarity, _LEVEL[value[:2]], Stance(stance) if stance else Stance.ASSERTED
    )


def signature(rule: str) -> Signature:
    """Return the signature called `rule`.

    >>> signature("implicative").false.polarity
    -1
    """
    code = SIGNATURES[rule]
    true, _, false = code.removeprefix("!").partition("|")
    return Signature(rule, _outcome(true), _outcome(false), code.startswith("!"))


def index(groups: dict[str, str]) -> dict[str, Signature]:
    """Turn rule -> lemmas into lemma -> signature; the last group wins.

    >>> index({"plan": "plan set_out"})["set out"].rule
    'plan'
    """
    return {
        lemma.replace("_", " "): signature(rule)
        for rule, lemmas in groups.items()
        for lemma in lemmas.split()
    }


def value_of(polarity: int, certainty: int) -> V:
    """Return the FactBank value of a polarity and a certainty.

    >>> value_of(-1, 3).value
    'CT-'
    """
    if not certainty or not polarity:
        return V.UU
    return V(f"{('', 'PS', 'PR', 'CT')[certainty]}{'+' if polarity > 0 else '-'}")


REPORT = signature("reported")
REFUSAL = signature("refusal")
TOPIC = signature("topic")
PURPOSE = signature("purpose")
QUESTION = signature("question")
COMPARISON = signature("comparison")
ABSENCE = signature("absence")
PLAN = signature("plan")
FACTIVE = signature("factive")
IMPLICATIVE = signature("implicative")
ABILITY = signature("ability")
CANCELLATION = signature("cancellation")
HEDGED = signature("hedged-report")
REQUEST = signature("request")

# Verbs with an infinitive: "V to do".
VERB_TO = index({
    "implicative": """
    manage remember bother dare deign get proceed hasten happen venture
    succeed live begin start continue commence resume rush
    go_on turn_out grow hurry choose prove help rise
    """,
    "one-way-implicative": """
    force cause compel lead prompt oblige drive make inspire induce coerce push
    provoke trigger persuade convince tempt
    """,
    "negative-implicative": "fail forget neglect omit cease",
    "refusal": "refuse decline hesitate disdain scorn balk",
    "prevention": "forbid",
    "counterfactive": "pretend",
    "permission": "allow permit let authorise authorize entitle clear license free",
    "ability": "enable qualify equip afford empower",
    "hedged-report": """
    say report believe think understand know appear seem consider find presume assume
    deem estimate rumor rumour feel reckon judge show see
    """,
    "allegation": "claim allege profess purport",
    "rumour": "suspect",
    "forecast": "tend stand predict forecast project",
    "wish": """
    hope want wish desire long yearn like love prefer hate dread fear aspire crave
    """,
    "request": """
    ask beg beseech urge call_on request require tell instruct direct
    invite encourage press appeal plead implore advise counsel demand lobby petition
    recommend remind warn challenge summon train teach need
    """,
    "order": "order command",
    "plan": """
    plan intend schedule decide expect set slate prepare arrange resolve determine
    elect opt mean suppose anticipate aim book appoint assign sentence vote due
    destine
    """,
    "weak-plan": "propose consider design think_of ready organize organise",
    "promise": "agree promise pledge vow swear commit undertake guarantee",
    "offer": "offer volunteer consent",
    "threat": "threaten",
    "attempt": """
    try attempt seek struggle strive endeavour endeavor work fight battle move scramble
    bid campaign conspire plot wait act compete rally look
    """,
    "necessity": "have",
})  # fmt: skip

# Verbs with a gerund: "V doing".
VERB_ING = index({
    "implicative": """
    begin start continue keep resume go commence finish complete spend practise
    practice enjoy find catch see hear watch leave keep_on go_on carry_on end_up come
    """,
    "factive": "regret remember recall stop quit end halt cease admit confess",
    "avoidance": "avoid escape miss skip forgo forego resist evade",
    "denial": "deny",
    "cancellation": "cancel delay postpone put_off",
    "weak-plan": "consider suggest propose contemplate discuss mull weigh",
    "possibility": "risk mean involve imagine",
    "wish": "favor favour support advocate recommend oppose",
    "attempt": "try",
    "permission": "permit allow",
})  # fmt: skip

# Verbs with a clause: "V that …". What is not listed is read as a neutral report.
VERB_THAT = index({
    "factive": """
    know realise realize regret acknowledge admit forget remember discover notice
    find_out learn see recognise recognize reveal disclose resent recall note understand
    show prove confirm reaffirm concede lament ensure mind
    """,
    "reported": """
    say tell report announce state declare add explain comment testify write stress
    point_out reply remark observe affirm emphasize emphasise conclude
    describe rule determine decide find inform indicate quote read hear agree
    notify brief reiterate respond recount joke complain boast insist
    """,
    "allegation": "claim allege contend charge accuse",
    "rumour": "suspect speculate rumor rumour",
    "hedged-report": "suggest argue maintain assert imply signal hint estimate",
    "belief": """
    believe think suppose assume presume reckon guess figure feel seem appear consider
    bet judge trust sense
    """,
    "counterfactive": "pretend",
    "doubt": "doubt dispute disbelieve",
    "denial": "deny refute rebut reject",
    "forecast": "predict forecast expect project anticipate foresee envisage calculate",
    "promise": "promise pledge vow swear guarantee assure",
    "threat": "threaten warn caution",
    "wish": """
    hope want wish pray fear worry dream prefer desire
    """,
    "request": """
    demand ask request urge require order recommend propose insist_on advise plead
    stipulate
    """,
    "plan": "plan intend",
    "question": "wonder inquire enquire question ask_whether",
})  # fmt: skip

# Adjectives with an infinitive, and with a clause.
ADJECTIVE_TO = index({
    "implicative": "quick slow lucky first last wrong right glad pleased proud "
    "sorry delighted surprised saddened shocked",
    "ability": "able free capable eligible available",
    "prevention": "unable loath impossible powerless incapable ineligible",
    "refusal": "unwilling reluctant afraid hesitant",
    "plan": "due set scheduled slated poised about expected going",
    "wish": "eager keen willing ready anxious desperate prepared determined content "
    "inclined welcome hungry",
    "forecast": "likely apt liable prone certain sure bound",
    "unlikely": "unlikely",
    "possibility": "possible hard difficult easy tough dangerous",
    "obligation": "necessary essential important vital crucial obliged imperative best "
    "good better wise",
})  # fmt: skip

ADJECTIVE_THAT = index({
    "factive": "glad sorry surprised aware proud sad odd strange significant pleased "
    "disappointed angry upset happy delighted shocked clear true evident obvious "
    "unfortunate ironic",
    "belief": "sure certain confident convinced positive optimistic",
    "forecast": "likely probable",
    "unlikely": "unlikely improbable doubtful",
    "possibility": "possible conceivable plausible afraid worried concerned hopeful "
    "fearful anxious",
    "denial": "untrue false impossible wrong",
    "question": "unclear unsure uncertain unknown",
    "obligation": "important necessary essential vital imperative crucial",
})  # fmt: skip

# Nouns with an infinitive: "a plan to do".
NOUN_TO = index({
    "implicative": "audacity courage nerve misfortune luck guts first last second "
    "third foresight temerity",
    "negative-implicative": "failure inability neglect",
    "refusal": "refusal reluctance unwillingness",
    "plan": "plan decision agreement deal intention order schedule pact verdict",
    "weak-plan": "proposal idea bill bid motion project program programme scheme "
    "strategy measure initiative",
    "promise": "promise pledge commitment vow guarantee oath",
    "offer": "offer willingness readiness",
    "threat": "threat",
    "attempt": "attempt effort bid campaign fight struggle try drive battle move push "
    "work race conspiracy plot",
    "wish": "desire hope wish need urge ambition temptation dream eagerness",
    "request": "request call appeal demand invitation pressure plea order suggestion "
    "recommendation",
    "ability": "ability right power authority chance opportunity freedom capacity "
    "option permission capability potential way time means license room tool reason "
    "money resource",
})  # fmt: skip

# Nouns with a clause ("the fact that …") or with "of" / "for" ("fear of strikes").
NOUN_THAT = index({
    "factive": "fact knowledge realization realisation reality "
    "admission acknowledgement recognition discovery",
    "evidence": "evidence proof indication sign",
    "reported": "statement announcement report news word testimony confirmation "
    "declaration conclusion finding ruling message notice",
    "allegation": "claim allegation accusation charge assertion",
    "rumour": "rumor rumour suspicion speculation theory",
    "hedged-report": "suggestion hint argument signal",
    "belief": "belief assumption view opinion confidence impression feeling sense "
    "conviction thought notion",
    "denial": "denial",
    "doubt": "doubt scepticism skepticism",
    "forecast": "expectation prediction forecast likelihood probability projection",
    "possibility": "possibility chance risk danger fear concern hope threat worry "
    "prospect potential",
    "promise": "promise pledge assurance guarantee vow",
    "request": "demand request proposal suggestion recommendation",
    "question": "question",
})  # fmt: skip

NOUN_OF = index({
    "possibility": "close near verge brink edge possibility chance risk danger fear "
    "concern hope threat prospect potential specter spectre worry likelihood odds "
    "probability warning",
    "allegation": "allegation accusation claim charge",
    "rumour": "suspicion rumor rumour speculation talk",
    "request": "call demand appeal request plea",
    "plan": "plan schedule preparation timetable commitment promise pledge "
    "expectation vow agenda date decision agreement",
    "weak-plan": "proposal idea consideration idea bid option",
    "attempt": "attempt effort",
    "cancellation": "cancellation postponement",
    "absence": "short absence lack prevention avoidance rejection refusal failure",
    "belief": "belief",
    "denial": "denial",
    "wish": "desire need support hope",
    "topic": "issue question matter topic notion concept",
})  # fmt: skip
