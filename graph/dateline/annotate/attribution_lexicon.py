"""Words that ascribe what is said, thought or felt to somebody.

The classes follow the complements that a verb ascribes with, after the reporting verbs
in Levin 1993, "English Verb Classes and Alternations", 37.1-37.13 (communication), 29
(characterise), 33 (judgement), 31 (psych-verbs). Written by hand.
"""

from __future__ import annotations

from dateline.annotate.entity_lexicon import word_set

# Say what a clause or a quotation says; they frame quotations in any place.
SPEECH = word_set(
    """
    say tell add note write announce argue claim report explain warn insist assert
    declare acknowledge admit concede confirm reply respond answer recall stress
    emphasize emphasise tweet state remark observe comment continue conclude joke
    quip complain lament boast caution contend allege maintain testify reiterate
    repeat predict promise vow pledge swear reveal disclose mention point suggest
    propose recommend advise hint indicate shout yell scream cry whisper mutter
    murmur exclaim chant sing sigh laugh smile post blog text email interject retort
    counter muse opine proclaim profess attest underscore clarify elaborate estimate
    calculate specify reason theorize theorise speculate surmise guess joke rule
    order demand urge plead beg implore ask inquire wonder query request agree
    disagree begin start offer relate recount narrate read go tweet retweet rejoice
    scold rail assure inform remind notify forecast project deny dispute refute
    rebut protest object apologize apologise thunder fume snap crow gush rave decree
    ordain charge bark crack deadpan intone prophesy vent growl grumble groan moan
    """
)
# These want a clause, an infinitive or a predicate beside them; alone they report none.
THOUGHT = word_set(
    """
    believe think know find show expect feel understand see hope fear worry doubt
    suspect assume imagine realize realise recognize recognise decide determine
    learn discover hear dream remember forget regard deem view fancy figure reckon
    presume anticipate demonstrate imply conclude judge accept prefer wish want
    intend plan document detail illustrate sense foresee envision envisage trust
    gather appreciate comprehend question ponder debate contemplate note rate rank
    """
)
# Ascribe an attitude or a wish to do something: "refused to leave".
INTENT = word_set(
    """
    want plan refuse decline agree promise vow pledge threaten hope intend offer
    seek decide propose swear demand aim wish ask consent long yearn resolve claim
    profess urge beg plead vote commit resist
    """
)
# "urged Congress to act", "accused them of lying": somebody, then what.
DIRECTIVE = word_set(
    """
    urge ask tell order advise encourage beg implore press call warn remind instruct
    invite command request push want counsel exhort lobby petition entreat persuade
    convince
    """
)
# Say what somebody thinks of a thing: "condemned the attack".
JUDGEMENT = word_set(
    """
    criticize criticise praise condemn denounce blast slam attack mock ridicule
    deride dismiss reject deny endorse back support oppose blame accuse applaud hail
    welcome question decry deplore commend salute laud lambaste assail bash berate
    chide rebuke reprimand scorn scold disparage belittle insult thank congratulate
    admire respect hate dislike resent detest doubt favor favour disavow renounce
    repudiate discuss describe cite outline mention detail stress emphasize
    emphasise underscore highlight echo invoke reference acknowledge disclose reveal
    announce propose suggest recommend demand promise pledge predict forecast
    estimate claim allege express voice articulate explain repeat reiterate recall
    note advocate tout protest dispute refute debunk contradict downplay condone
    disown chastise castigate skewer rip trash pan savage say fault liken compare
    characterize characterise portray depict label brand dub call regard deem term
    paint define declare proclaim reaffirm confirm concede admit address debate
    imply insinuate indicate document warn understate overstate embrace rebuff
    lament mourn bemoan regret expect anticipate plan envision propound grill ask
    refer quote paraphrase threaten vow tweet discredit slander vilify offer show
    view see defend understand accept ignore resist report issue examine despise
    comprehend consider believe want know fear champion pitch chronicle disapprove
    approve desire crave seek unveil challenge contest rebut flout compliment extol
    lambast herald fathom love loathe abhor revere bemoan trumpet decry belabor
    belabour vilify demonize demonise
    """
)
# "call for", "warn of", "complain about": what the preposition governs is the content.
PREPOSITIONAL = {
    "call": ("for", "on", "upon"), "warn": ("of", "about", "against", "on"),
    "speak": ("of", "about", "against", "for"), "talk": ("about", "of"),
    "complain": ("about", "of", "that"), "refer": ("to",), "point": ("to", "out", "at"),
    "allude": ("to",), "object": ("to",), "respond": ("to",), "react": ("to",),
    "agree": ("with", "on", "to"), "disagree": ("with", "on", "about"),
    "apologize": ("for",), "apologise": ("for",), "push": ("for",),
    "rail": ("against",),
    "argue": ("for", "against"), "vote": ("for", "against"), "boast": ("of", "about"),
    "dream": ("of", "about"), "think": ("of", "about"), "know": ("of", "about"),
    "hope": ("for",), "worry": ("about", "over"), "plead": ("for",), "ask": ("about",
    "for"), "lash": ("at", "out"), "comment": ("on",), "elaborate": ("on",),
    "focus": ("on",), "dwell": ("on",), "hint": ("at",), "insist": ("on",),
    "protest": ("against",), "bristle": ("at",), "balk": ("at",), "joke": ("about",),
    "brag": ("about",), "lie": ("about",), "testify": ("about", "to", "against"),
    "advocate": ("for",), "care": ("about",), "believe": ("in",), "concentrate":
    ("on",), "reflect": ("on",), "write": ("about", "of"), "learn": ("about", "of"),
    "hear": ("about", "of"), "wonder": ("about",), "conclude": ("from",), "lobby":
    ("for", "against"), "campaign": ("for", "against", "on"), "look": (), "plan":
    ("for", "on"), "decide": ("against", "on"), "marvel": ("at",), "fume": ("at",),
    "seethe": ("at", "over"), "rage": ("at", "against"), "gripe": ("about",),
    "grumble": ("about",), "fret": ("about", "over"), "agonize": ("over",), "vouch":
    ("for",), "appeal": ("for",), "clamor": ("for",), "clamour": ("for",), "long":
    ("for",), "inquire": ("about", "into"), "enquire": ("about",), "speculate":
    ("about", "on"), "muse": ("about", "on"), "opine": ("on",), "preach": ("about",
    "against"), "quarrel": ("about", "over"), "spar": ("over",), "squabble": ("over",),
    "sneer": ("at",), "scoff": ("at",), "jeer": ("at",), "moralize": ("about",),
    "press": ("for",), "remark": ("on",),
}  # fmt: skip
# "accused them of lying", "blamed it on him": the preposition after the object.
OBJECT_AND_PREPOSITION = {
    "accuse": ("of",), "charge": ("with",), "blame": ("for", "on"), "praise": ("for",),
    "criticize": ("for", "over"), "criticise": ("for", "over"), "warn": ("of", "about",
    "against"), "convict": ("of",), "suspect": ("of",), "thank": ("for",), "fault":
    ("for",), "condemn": ("for",), "compare": ("to", "with"), "liken": ("to",),
    "describe": ("as",), "characterize": ("as",), "portray": ("as",), "depict": ("as",),
    "regard": ("as",), "view": ("as",), "see": ("as",), "cite": ("as",), "define":
    ("as",), "identify": ("as",), "dismiss": ("as",), "denounce": ("as", "for"),
    "attack": ("for", "over"), "mock": ("for",), "slam": ("for", "over"), "blast":
    ("for", "over"), "inform": ("of", "about"), "tell": ("about", "of"), "ask":
    ("about", "for"), "urge": ("on",), "link": ("to", "with"), "tie": ("to",), "remind":
    ("of", "about"), "hail": ("as",), "label": ("as",), "paint": ("as",), "know":
    ("as",), "refer": ("as",), "treat": ("as",), "notify": ("of",), "brief": ("on",),
    "mention": ("as",), "cast": ("as",), "press": ("about",), "question":
    ("about", "on"), "compliment": ("for", "on"), "herald": ("as",), "quiz": ("about",
    "on"), "grill": ("about", "on", "over"),
}  # fmt: skip
# Verbs whose object gets a predicate: "called it a mistake".
NAMING = word_set("call label brand dub name term deem consider declare pronounce rate")
# Passive or intransitive ascription to nobody: "is believed to have died".
IMPERSONAL = word_set(
    """
    believe expect say think report know suppose allege rumor rumour understand
    consider estimate accuse suspect describe define perceive assume feel see regard
    deem call charge criticize criticise blame praise view mention ask determine
    announce claim hope fear predict
    """
)
# What the English pipelines take the forms of some verbs for.
MISREAD = {"hop": "hope", "rat": "rate", "accus": "accuse"}

# Adverbs that ascribe their clause to nobody in particular.
HEARSAY = word_set("reportedly allegedly supposedly purportedly apparently")

# Nouns with a content clause: "the claim that …", "a promise to …".
CONTENT_NOUNS = word_set(
    """
    claim allegation statement report belief promise vow pledge warning announcement
    admission acknowledgment acknowledgement assertion argument suggestion
    conclusion prediction opinion view hope fear accusation charge assurance
    complaint concern theory rumor rumour contention notion idea plan proposal
    decision threat demand determination desire insistence finding testimony
    impression feeling recommendation call request expectation denial confession
    declaration suspicion doubt agreement commitment willingness eagerness intention
    bet order comment criticism remark support opposition praise condemnation
    endorsement attack rhetoric message defense defence advocacy rejection account
    description estimate forecast question understanding analysis assessment
    interpretation stance position speculation skepticism scepticism condemnation
    adulation worry disagreement recognition reservation obsession revelation
    disclosure remark
    """
)
# Of these it is told whoever they come from: "allegations of fraud".
HEARSAY_NOUNS = word_set(
    """
    claim allegation accusation rumor rumour speculation suspicion criticism
    condemnation skepticism scepticism
    """
)
# Texts that speak for who made them: "a report found", "the poll shows".
TEXT_NOUNS = word_set(
    """
    account ad advertisement affidavit analysis answer article audit average bill
    blog book campaign column comment commercial complaint data document dossier
    e-mail editorial email evidence experience figure filing finding footage
    headline history indictment interview investigation law lawsuit letter memo
    message note number order page paper poll polling post presentation profile
    program record recording release remark report research resolution response
    review rule ruling site slide source speech spot statement statistic story study
    survey tape test testimony text transcript tweet video website word
    """
)
# Adjectives with a clause or a preposition: "were worried that", "is confident".
ATTITUDES = word_set(
    """
    worried concerned confident sure certain convinced afraid aware hopeful
    optimistic skeptical sceptical doubtful adamant unsure glad happy proud sorry
    surprised frustrated angry upset disappointed grateful critical supportive
    pleased opposed willing unwilling reluctant eager keen interested passionate
    vague coy bullish bearish wary fearful anxious determined enthusiastic mindful
    dismissive cautious suspicious furious dismayed thrilled alarmed delighted
    satisfied bitter pessimistic uncertain undecided
    """
)

# Where news is told to: a body with one of these in its name is an outlet.
OUTLET_WORDS = word_set(
    """
    Post Times Journal News Tribune Herald Gazette Guardian Globe Chronicle
    Telegraph Mail Sun Star Independent Observer Mirror Press Reuters AP AFP CNN BBC
    NBC CBS ABC MSNBC NPR PBS Fox Bloomberg Politico POLITICO Breitbart Axios Vox
    Vice Slate Salon Atlantic Economist Newsweek Time Magazine Radio Television TV
    Xinhua Interfax TASS Yonhap Kyodo Jazeera Spiegel Monde Figaro Examiner Inquirer
    Dispatch Bee Review Wire HuffPost BuzzFeed Today Week Sky ITV Daily Weekly
    Network
    """
)
