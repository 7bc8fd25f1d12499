"""What verbs, modals, adverbs and modifiers do to the event beside them, as data.

The signatures are those of `factuality_lexicon`; modality follows FactBank (Saurí and
Pustejovsky 2009).
"""

from __future__ import annotations

from dateline.annotate.event_lemmas import lemmas
from dateline.annotate.factuality_lexicon import index, signature
from dateline.model.mentions import Stance

# What a verb does to the event noun that is its object (or subject of its passive).
VERB_NOUN = index({
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
    recommend advocate encourage favor favour support
    """,
    "order": "order",
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
ANSWERS = lemmas("""
reject refuse decline veto deny refute oppose avoid avert thwart foil abandon drop
ignore accept approve block fend_off ward_off turn_down rule_out head_off
""")  # fmt: skip
ANSWERED = lemmas("""
accusation advance allegation amendment appeal application approach argument assertion
attempt bid bill call charge claim commitment complaint criticism decision demand effort
idea invitation motion notion objection offer overture petition plan plea pledge promise
proposal recommendation report request resolution suggestion ultimatum
""")  # fmt: skip

# What was asked for under these is not granted ("rejected a request to stay").
REFUSING_VERBS = lemmas("""
reject refuse deny decline veto drop abandon shelve scrap turn_down rule_out vote_down
""")  # fmt: skip

# "Discussed the crisis" had a crisis, "discussed a sale", "the sale of" had none.
DISCUSSING_VERBS = lemmas("discuss debate consider study weigh")

# Not being there: the bilateral event under it does not happen, a public one does.
ABSENCE_VERBS = lemmas("""
skip snub boycott miss shun duck forgo forego
""")  # fmt: skip
ATTENDANCE_VERBS = lemmas("""
attend show_up turn_up appear participate join take_part come make
""")  # fmt: skip

# Verb and preposition before an event noun or a gerund.
VERB_PREPOSITION = {
    (verb, preposition): signature(rule)
    for rule, preposition, verbs in (
        ("request", "for", """
         call ask appeal push press campaign lobby beg plead vote
         apply argue bid clamor clamour demonstrate protest petition
         """),
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
        ("prohibition", "from", """
         bar ban prohibit discourage deter exclude dissuade
         protect save
         """),
        ("refusal", "against", "decide"),
        ("absence", "from", "withdraw pull_out back_out drop_out stay_away"),
        ("absence", "of", "pull_out back_out drop_out"),
        ("absence", "out", "pull back drop"),
        ("avoidance", "from", "escape"),
        ("implicative", "in", "succeed engage participate result end take_part"),
        ("implicative", "to", "lead resort return"),
        ("negative-implicative", "in", "fail"),
        ("opposition", "against", "warn argue advise campaign vote"),
        ("possibility", "of", "warn"),
        ("request", "into", "talk coax"),
        ("one-way-implicative", "into", "force coerce trick pressure drag plunge"),
    )
    for verb in (v.replace("_", " ") for v in verbs.split())
}  # fmt: skip

# The subject does not come about: "the deal fell through".
FAILING_VERBS = lemmas("fall_through fall_apart")

# Denied of a definite noun, these leave it standing ("did not win the election").
LEAVING_VERBS = lemmas("""
accept complete declare experience finish get have lose mark pass receive run see
suffer trigger win witness cause
""")  # fmt: skip

# Without these, or with those, who was to act does not.
BEING_THERE = lemmas("""
appear arrive attend build come complete deliver finish form happen launch materialise
materialize open show_up turn_up take_place
""")  # fmt: skip
CANCELLING_VERBS = lemmas("cancel call_off scrap abandon shelve drop axe abort scrub")

# What is called off when it has run for a while, and what says so of others.
PURSUITS = lemmas("""
search hunt manhunt pursuit chase siege blockade sit-in standoff occupation vigil
""")
ONGOING = lemmas("ongoing continuing running long-running lengthy protracted")
# Events that take place for others even where one party stays away.
PUBLIC_EVENTS = lemmas("""
election vote referendum ceremony funeral wedding inauguration olympics game match
tournament festival concert parade trial hearing debate rally conference congress
service convention anniversary race show premiere vigil march war operation strike
memorial summit celebration primary
""")  # fmt: skip

# Events that have a date beforehand: "the summit will …" is a summit to come.
SCHEDULED_EVENTS = PUBLIC_EVENTS | lemmas("""
summit meeting visit talk negotiation trip session launch referendum tour match
conference dinner interview speech exercise drill championship final flight
consultation briefing mission operation surgery appearance
""") - {"war", "strike"}  # fmt: skip

# Subjects that happen exactly if their verb does: "the talks took place".
OCCURRENCE_VERBS = lemmas("""
happen occur begin start open resume proceed continue ensue erupt follow last unfold
transpire materialise materialize commence
""") | {"take place", "break out", "go ahead", "take effect", "come about"}

# The event of the subject or object ended or went on: so there was one.
PRESUPPOSING_VERBS = lemmas("end stop halt suspend interrupt extend prolong")

# Modal -> certainty, stance; and under a negation: polarity, certainty.
MODALS = {
    "can": (1, Stance.POSSIBLE, 3),
    "could": (1, Stance.POSSIBLE, 3),
    "may": (1, Stance.POSSIBLE, 1),
    "might": (1, Stance.POSSIBLE, 1),
    "should": (1, Stance.POSSIBLE, 2),
    "ought": (1, Stance.POSSIBLE, 2),
    "must": (2, Stance.POSSIBLE, 2),
    "would": (2, Stance.HYPOTHETICAL, 3),
    "have to": (2, Stance.POSSIBLE, 2),
    "shall": (2, Stance.PLANNED, 3),
}

# Adverb -> polarity, certainty, stance, rule.
ADVERBS = {
    word: (polarity, certainty, stance, rule)
    for polarity, certainty, stance, rule, words in (
        (1, 2, Stance.POSSIBLE, "hearsay", """
         reportedly apparently seemingly ostensibly
         presumably evidently
         """),
        (1, 1, Stance.POSSIBLE, "allegedly", "allegedly supposedly purportedly"),
        (1, 2, Stance.POSSIBLE, "probably", "probably likely"),
        (1, 1, Stance.POSSIBLE, "possibly", "possibly perhaps maybe potentially"),
        (-1, 3, Stance.ASSERTED, "nearly", "nearly almost"),
        (-1, 2, Stance.ASSERTED, "hardly", "hardly scarcely"),
    )
    for word in words.split()
}  # fmt: skip

# With a present tense these tell a habit, not an event.
HABITS = lemmas("""
usually often typically generally normally regularly frequently sometimes always
""")  # fmt: skip

# Modifier of an event noun -> polarity, certainty, stance, rule.
MODIFIERS = {
    word: (polarity, certainty, stance, rule)
    for polarity, certainty, stance, rule, words in (
        (1, 2, Stance.PLANNED, "planned", """
         planned scheduled upcoming forthcoming expected
         imminent impending coming promised pledged anticipated looming slated
         """),
        (1, 1, Stance.PLANNED, "proposed", """
         proposed intended envisaged prospective
         pending future threatened
         """),
        (1, 1, Stance.POSSIBLE, "possible", """
         possible potential likely probable eventual
         hypothetical suspected alleged supposed rumored rumoured reported purported
         would-be feared hoped-for any
         """),
        (1, 1, Stance.ATTEMPTED, "attempted", "attempted"),
        (-1, 3, Stance.CANCELLED, "cancelled", """
         cancelled canceled aborted abandoned
         postponed scrapped averted foiled thwarted
         """),
        (1, 2, Stance.PLANNED, "next", "next"),
    )
    for word in words.split()
}  # fmt: skip

CONDITIONAL_MARKS = lemmas("if unless lest providing provided supposing")
QUESTION_MARKS = frozenset({"whether", "if"})
FACTUAL_MARKS = lemmas("""
after because since although though as when while whereas before once
""")  # fmt: skip
PRESUPPOSING_PREPOSITIONS = lemmas("""
after at during since amid despite following in over from because through before by
""")  # fmt: skip
# Nouns that are about something: "talks on disarmament" is no disarmament.
TOPICAL_NOUNS = lemmas("""
talk meeting negotiation discussion conference summit debate dialogue consultation
question report statement speech session deal agreement proposal bill law
""")  # fmt: skip
# Verbs at home in a meeting: "agreed to speak at the summit" leaves the summit open.
MEETING_VERBS = lemmas("""
address appear attend discuss meet participate present raise sign speak talk unveil
hold host
""")  # fmt: skip
PURPOSE_VERBS = lemmas("""
meet gather arrive come travel go return fly convene visit head invite leave
""")  # fmt: skip
RESULT_INFINITIVES = lemmas("close finish settle total become end")

COUNTERFACTUAL_MODALS = frozenset({"would", "should", "could", "ought"})

# Prepositions that a noun may govern its content with ("call for", "threat of").
COMPLEMENT_PREPOSITIONS = frozenset({"of", "for", "on", "about", "to", "at"})

# Verbs with a bare infinitive ("let him go"): there it is no command and no demand.
BARE_INFINITIVE_VERBS = frozenset(
    {"bid", "feel", "have", "hear", "help", "let", "make", "notice", "see", "watch"}
)
