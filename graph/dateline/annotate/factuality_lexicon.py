"""What a word implies about the event under it: implication signatures as data.

A signature says what becomes of the embedded event when the embedding one is true, and
when it is false, as in Nairn, Condoravdi and Karttunen (2006), "Computing relative
polarity for textual inference": "manage to" is `CT+ | CT-`, "fail to" is `CT- | CT+`,
"refuse to" is `CT- | Uu`, "know that" is `CT+ | CT+`. Grades between certain and unknown, and
the values themselves, follow FactBank (Saurí and Pustejovsky 2009). The stance after
the colon says why an event is not simply asserted.

Lemmas stand under their signature's name; the name is the `rule` of the judgement.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.model.mentions import FactualityValue as V
from dateline.model.mentions import Stance as S


class Outcome(NamedTuple):
    """What an embedded event is: polarity (1, -1, 0), certainty 0..3 and stance."""

    polarity: int
    certainty: int
    stance: S


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
    "one-way-implicative": "CT+ | Uu",
    "negative-implicative": "CT-:cancelled | CT+",
    "refusal": "CT-:cancelled | Uu:possible",
    "factive": "! CT+ | CT+",
    "counterfactive": "! CT- | CT-",
    "permission": "PR+:possible | CT-",
    "ability": "PS+:possible | CT-",
    # FactBank 2009: source-introducing and modal predicates
    "reported": "CT+ | Uu",
    "hedged-report": "PR+ | Uu",
    "allegation": "PS+:possible | Uu",
    "denial": "PR- | CT+",
    "belief": "PR+:possible | PR-",
    "doubt": "PR-:possible | PR+:possible",
    "forecast": "PR+:possible | PR-:possible",
    "unlikely": "PR-:possible | PR+:possible",
    "possibility": "PS+:possible | PR-",
    "wish": "PS+:possible | PR-",
    "request": "PS+:possible | Uu:possible",
    "question": "Uu:hypothetical | Uu:hypothetical",
    # plans, promises, attempts
    "plan": "PR+:planned | PR-:possible",
    "weak-plan": "PS+:planned | PR-",
    "promise": "PR+:promised | PR-",
    "offer": "PS+:promised | PR-",
    "threat": "PS+:planned | PR-",
    "attempt": "PS+:attempted | CT-",
    "topic": "PS+:possible | PS+:possible",
    "purpose": "PS+:possible | PS+:possible",
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
        return Outcome(0, 0, S(stance) if stance else S.POSSIBLE)
    polarity = 1 if value.endswith("+") else -1
    return Outcome(polarity, _LEVEL[value[:2]], S(stance) if stance else S.ASSERTED)


def _signature(rule: str) -> Signature:
    code = SIGNATURES[rule]
    true, _, false = code.removeprefix("!").partition("|")
    return Signature(rule, _outcome(true), _outcome(false), code.startswith("!"))


def _index(groups: dict[str, str]) -> dict[str, Signature]:
    """Turn rule -> lemmas into lemma -> signature; a lemma stands in one group."""
    return {
        lemma.replace("_", " "): _signature(rule)
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


REPORT = _signature("reported")
TOPIC = _signature("topic")
PURPOSE = _signature("purpose")
QUESTION = _signature("question")
COMPARISON = _signature("comparison")
ABSENCE = _signature("absence")
PLAN = _signature("plan")
FACTIVE = _signature("factive")
IMPLICATIVE = _signature("implicative")
ABILITY = _signature("ability")
CANCELLATION = _signature("cancellation")
HEDGED = _signature("hedged-report")

# Verbs with an infinitive: "V to do".
VERB_TO = _index({
    "implicative": """
    manage remember bother dare deign get proceed hasten happen venture
    succeed live come begin start continue commence resume rush
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
    "allegation": "claim allege profess purport suspect",
    "forecast": "tend stand predict forecast project",
    "wish": "hope want wish desire long yearn like love prefer hate dread fear aspire crave",
    "request": """
    ask beg beseech urge call_on request require order tell instruct command direct
    invite encourage press appeal plead implore advise counsel demand lobby petition
    recommend remind warn challenge summon train teach need
    """,
    "plan": """
    plan intend schedule decide expect set slate prepare arrange resolve
    determine elect opt mean anticipate aim book appoint assign sentence vote due
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
VERB_ING = _index({
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
VERB_THAT = _index({
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
    "allegation": "claim allege contend suspect speculate charge accuse rumor rumour",
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
ADJECTIVE_TO = _index({
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

ADJECTIVE_THAT = _index({
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
NOUN_TO = _index({
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
NOUN_THAT = _index({
    "factive": "fact knowledge realization realisation reality proof evidence "
    "admission acknowledgement recognition discovery",
    "reported": "statement announcement report news word testimony confirmation "
    "declaration conclusion finding ruling message notice",
    "allegation": "claim allegation accusation rumor rumour suspicion charge "
    "speculation theory assertion",
    "hedged-report": "indication suggestion sign hint argument signal",
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

NOUN_OF = _index({
    "possibility": "possibility chance risk danger fear concern hope threat prospect "
    "potential specter spectre worry likelihood odds probability warning",
    "allegation": "allegation accusation suspicion rumor rumour claim speculation "
    "charge talk",
    "request": "call demand appeal request plea",
    "plan": "plan schedule preparation timetable commitment promise pledge "
    "expectation vow agenda date decision agreement",
    "weak-plan": "proposal idea consideration idea bid option",
    "attempt": "attempt effort",
    "cancellation": "cancellation postponement",
    "absence": "absence lack prevention avoidance rejection refusal failure",
    "belief": "belief",
    "denial": "denial",
    "wish": "desire need support hope",
    "topic": "issue question matter topic subject notion concept",
})  # fmt: skip

# What a verb does to the event noun that is its object (or subject of its passive).
VERB_NOUN = _index({
    # The noun happens exactly if the verb does.
    "implicative": """
    hold have make take give conduct stage pay launch carry_out perform undertake wage
    commit sign reach host deliver mount file cast play run do issue begin start open
    resume initiate inaugurate convene conclude strike impose declare
    suffer experience undergo organise organize pass win lose celebrate cause
    spark trigger provoke ignite produce achieve score get receive accept obtain
    create enter complete finish set_off touch_off unleash conclude make_out mark
    witness see engage sustain inflict join forge
    """,
    "cancellation": """
    cancel call_off scrap scrub postpone put_off delay defer abort shelve
    abandon drop axe nix ditch
    """,
    "avoidance": "avoid avert forgo forego",
    "prevention": """
    prevent block thwart foil veto reject
    rule_out preclude obstruct stave_off forestall head_off ward_off deter refuse
    decline fend_off turn_down
    """,
    "prohibition": "bar ban prohibit forbid deter",
    "denial": "deny refute",
    "plan": """
    plan schedule arrange prepare set expect anticipate intend
    prepare_for
    """,
    "weak-plan": "propose consider mull weigh contemplate discuss debate suggest",
    "promise": "promise pledge vow guarantee",
    "offer": "offer",
    "request": """
    demand seek request urge require want need invite solicit call_for ask
    recommend advocate encourage favor favour order support
    """,
    "threat": "threaten",
    "wish": "hope fear desire wish await",
    "attempt": "attempt try",
    "forecast": "predict forecast foresee project envisage",
    "possibility": "risk",
    "allegation": "allege suspect",
    "opposition": "oppose",
    "permission": "allow permit authorise authorize enable approve",
})  # fmt: skip

# An answer to something that was said or tried: "rejected the offer" had an offer.
ANSWERS = frozenset(
    """
reject refuse decline veto deny refute oppose avoid avert thwart foil abandon drop
ignore accept approve block
""".split()
) | {"fend off", "ward off", "turn down", "rule out", "head off"}
ANSWERED = frozenset("""
accusation advance allegation amendment appeal application approach argument assertion
attempt bid bill call charge claim commitment complaint criticism decision demand effort
idea invitation motion notion objection offer overture petition plan plea pledge promise
proposal recommendation report request resolution suggestion ultimatum
""".split())  # fmt: skip

# Not being there: the bilateral event under it does not happen, a public one does.
ABSENCE_VERBS = frozenset("""
skip snub boycott miss shun duck forgo forego
""".split())  # fmt: skip
ATTENDANCE_VERBS = frozenset("""
attend show_up turn_up show_up appear participate join take_part come make
""".replace("_", " ").split()) | {"show up", "turn up", "take part"}  # fmt: skip

# Verb and preposition before an event noun or a gerund.
VERB_PREPOSITION = {
    (verb, preposition): _signature(rule)
    for rule, preposition, verbs in (
        ("request", "for", "call ask appeal push press campaign lobby beg plead vote "
         "apply argue bid clamor clamour demonstrate protest petition"),
        ("plan", "for", "plan prepare schedule set arrange prepare brace slate"),
        ("promise", "to", "agree commit consent"),
        ("promise", "on", "agree"),
        ("wish", "for", "hope pray wish long"),
        ("weak-plan", "about", "think talk speak dream"),
        ("weak-plan", "of", "think dream speak talk"),
        ("weak-plan", "on", "insist plan count bet"),
        ("attempt", "toward", "work move"),
        ("attempt", "towards", "work move"),
        ("attempt", "at", "aim"),
        ("attempt", "on", "work"),
        ("allegation", "of", "accuse suspect"),
        ("allegation", "with", "charge"),
        ("allegation", "in", "suspect"),
        ("reported", "of", "convict inform tell"),
        ("reported", "to", "admit confess plead"),
        ("prevention", "from", "prevent stop keep block refrain abstain restrain"),
        ("prohibition", "from", "bar ban prohibit discourage deter exclude dissuade "
         "protect save"),
        ("refusal", "against", "decide vote"),
        ("absence", "from", "withdraw pull_out back_out drop_out stay_away"),
        ("absence", "of", "pull_out back_out drop_out"),
        ("absence", "out", "pull back drop"),
        ("avoidance", "from", "escape"),
        ("implicative", "in", "succeed engage participate result end persist take_part"),
        ("implicative", "to", "lead resort return"),
        ("negative-implicative", "in", "fail"),
        ("opposition", "against", "warn argue advise campaign"),
        ("possibility", "of", "warn"),
        ("request", "into", "talk coax"),
        ("one-way-implicative", "into", "force coerce trick pressure drag plunge"),
    )
    for verb in (v.replace("_", " ") for v in verbs.split())
}  # fmt: skip

# Denied of a definite noun, these leave it standing ("did not win the election").
LEAVING_VERBS = frozenset("""
accept complete declare experience finish get have lose mark pass receive run see
suffer trigger win witness cause
""".split())  # fmt: skip

# Events that take place for others even where one party stays away.
PUBLIC_EVENTS = frozenset("""
election vote referendum ceremony funeral wedding inauguration olympics game match
tournament festival concert parade trial hearing debate rally conference congress
service convention anniversary race show premiere vigil march war operation strike
memorial celebration primary
""".split())  # fmt: skip

# Events that have a date beforehand: "the summit will …" is a summit to come.
SCHEDULED_EVENTS = PUBLIC_EVENTS | frozenset("""
summit meeting visit talk negotiation trip session launch referendum tour match
conference dinner interview speech exercise drill championship final flight
consultation briefing mission operation surgery appearance
""".split()) - {"war", "strike"}  # fmt: skip

# Subjects that happen exactly if their verb does: "the talks took place".
OCCURRENCE_VERBS = frozenset(
    """
happen occur begin start open resume proceed continue ensue erupt follow last unfold
transpire materialise materialize commence
""".split()
) | {"take place", "break out", "go ahead", "take effect", "come about"}

# The event of the subject or object ended or went on: so there was one.
PRESUPPOSING_VERBS = frozenset("end stop halt suspend interrupt extend prolong".split())

# Modal -> certainty, stance; and under a negation: polarity, certainty.
MODALS = {
    "can": (1, S.POSSIBLE, 3),
    "could": (1, S.POSSIBLE, 3),
    "may": (1, S.POSSIBLE, 1),
    "might": (1, S.POSSIBLE, 1),
    "should": (1, S.POSSIBLE, 2),
    "ought": (1, S.POSSIBLE, 2),
    "must": (2, S.POSSIBLE, 2),
    "would": (2, S.HYPOTHETICAL, 3),
    "have to": (2, S.POSSIBLE, 2),
    "shall": (2, S.PLANNED, 3),
}

# Adverb -> polarity, certainty, stance, rule.
ADVERBS = {
    word: (polarity, certainty, stance, rule)
    for polarity, certainty, stance, rule, words in (
        (1, 2, S.POSSIBLE, "hearsay", "reportedly apparently seemingly ostensibly "
         "presumably evidently"),
        (1, 1, S.POSSIBLE, "allegedly", "allegedly supposedly purportedly"),
        (1, 2, S.POSSIBLE, "probably", "probably likely"),
        (1, 1, S.POSSIBLE, "possibly", "possibly perhaps maybe conceivably potentially"),
        (-1, 3, S.ASSERTED, "nearly", "nearly almost"),
        (-1, 2, S.ASSERTED, "hardly", "hardly scarcely"),
    )
    for word in words.split()
}  # fmt: skip

# Modifier of an event noun -> polarity, certainty, stance, rule.
MODIFIERS = {
    word: (polarity, certainty, stance, rule)
    for polarity, certainty, stance, rule, words in (
        (1, 2, S.PLANNED, "planned", "planned scheduled upcoming forthcoming expected "
         "imminent impending coming promised pledged anticipated looming slated"),
        (1, 1, S.PLANNED, "proposed", "proposed intended envisaged prospective "
         "pending future threatened"),
        (1, 1, S.POSSIBLE, "possible", "possible potential likely probable eventual "
         "hypothetical suspected alleged supposed rumored rumoured reported purported "
         "would-be feared hoped-for any"),
        (1, 1, S.ATTEMPTED, "attempted", "attempted"),
        (-1, 3, S.CANCELLED, "cancelled", "cancelled canceled aborted abandoned "
         "postponed scrapped averted foiled thwarted"),
        (1, 2, S.PLANNED, "next", "next"),
    )
    for word in words.split()
}  # fmt: skip

CONDITIONAL_MARKS = frozenset("if unless lest providing provided supposing".split())
QUESTION_MARKS = frozenset({"whether", "if"})
FACTUAL_MARKS = frozenset("""
after because since although though as when while whereas before once
""".split())  # fmt: skip
PRESUPPOSING_PREPOSITIONS = frozenset("""
after at during since amid despite following in over from because through before by
""".split())  # fmt: skip
# Nouns that are about something: "talks on disarmament" is no disarmament.
TOPICAL_NOUNS = frozenset("""
talk meeting negotiation discussion conference summit debate dialogue consultation
question report statement speech session deal agreement proposal bill law
""".split())  # fmt: skip
# Verbs at home in a meeting: "agreed to speak at the summit" leaves the summit open.
MEETING_VERBS = frozenset("""
address appear attend discuss meet participate present raise sign speak talk unveil
hold host
""".split())  # fmt: skip
PURPOSE_VERBS = frozenset("""
meet gather arrive come travel go return fly convene visit head invite leave
""".split())  # fmt: skip
RESULT_INFINITIVES = frozenset("close finish settle total become end".split())
