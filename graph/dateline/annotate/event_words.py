"""Which words are events, and of which TimeML class: the lexicon as data.

The classes follow the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006), section
2.1. Lists hold lemmas; a word that is an event only in some constructions stands in the
list that names the construction.
"""

from __future__ import annotations

from dateline.annotate.event_lemmas import lemmas

# Verbs that carry no event of their own: function words in verb's clothing.
NO_EVENT_VERBS = lemmas("""
associate base be compare concern have include pertain relate
""")  # fmt: skip

# Participles and prepositions that the tagger reads as verbs when they lead a phrase.
PREPOSITION_LIKE = lemmas("""
assuming barring based compared concerning considering depending entitled
excluding following given including notwithstanding owing pending regarding respecting
starting titled versus
""")  # fmt: skip

REPORTING_VERBS = lemmas("""
accord acknowledge add admit advise affirm allege announce argue assert assure attest
aver boast call caution cite claim complain concede confess confide confirm contend
convey counter cry declare deny describe detail disclose divulge echo emphasise
emphasize estimate exclaim explain express forecast grumble hint indicate inform
instruct interject intone joke lament maintain mention moan mumble mutter note notify
observe opine point post proclaim pronounce quip quote read reassure rebut recall
recite recount reiterate relate relay remark remind repeat reply report respond
restate retort reveal say shout shriek signal specify speculate state stipulate stress
submit suggest swear talk tell testify tweet underline underscore utter voice whisper
write
""")  # fmt: skip

# REPORTING even without a clause that says what.
ALWAYS_REPORTING = lemmas("""
post talk accord cite
announce assert claim declare describe disclose explain mention proclaim reply report
say state tell testify
""")  # fmt: skip

REPORTING_NOUNS = lemmas("""
announcement report statement remark comment claim allegation declaration assertion
complaint testimony disclosure
""")  # fmt: skip

PERCEPTION_VERBS = lemmas("""
behold glimpse hear listen look notice observe overhear see sense smell spot view
watch witness
""")  # fmt: skip

# Phases of another event (TimeML ASPECTUAL): begin, go on, stop, end.
ASPECTUAL_VERBS = lemmas("""
begin cease commence complete conclude continue discontinue end finish initiate
interrupt persist quit reinitiate reopen restart resume start stop suspend terminate
""")  # fmt: skip

# ASPECTUAL only with an event as complement ("keep fighting", "break off talks").
ASPECTUAL_WITH_EVENT = lemmas("""
abandon break keep kick open reach remain renew trigger undergo wrap
""")  # fmt: skip

ASPECTUAL_NOUNS = lemmas("""
beginning completion continuation end halt outset resumption start suspension
termination commencement cessation
""")  # fmt: skip

# Something is done that aims at another event (TimeML I_ACTION).
I_ACTION_VERBS = lemmas("""
accept accuse agree appeal arrange ask assist attempt attribute authorise
authorize avert avoid ban bar beg blame block call cancel charge claim compel convene
convict convince coordinate decline defer delay demand deter discourage enable
encourage endeavor endeavour endorse enjoin ensure examine forbid force guarantee help
implore impose induce insist investigate invite let negotiate nominate offer oppose
order permit persuade plead pledge plot postpone pray preclude predict press pressure
prevent probe promise prompt propose prosecute recommend refuse reject request require
resist schedule scramble seek solicit struggle study sue suspect swear tempt threaten
thwart try undertake urge veto volunteer vow warn
""")  # fmt: skip

# A state of mind towards another event (TimeML I_STATE).
I_ACTION_NOUNS = lemmas("""
attempt effort invitation pledge promise refusal vow
""")  # fmt: skip

I_STATE_NOUNS = lemmas("""
ambition belief concern desire doubt dream expectation fear feeling hope intention
need plan suspicion view wish
""")  # fmt: skip

STATE_NOUNS = lemmas("""
captivity control danger drought emergency famine friendship hostility inflation
membership ownership peace position poverty recession shortage situation stability
status stress tension unemployment unrest
""")  # fmt: skip

I_STATE_VERBS = lemmas("""
aim anticipate aspire assume await believe care conceive consider crave deem deserve
desire determine disagree dislike doubt dread enjoy envisage envision expect favor
favour fear feel figure foresee forget guess hate hesitate hop hope imagine intend
know like loathe long love mean mind mistrust need plan prefer presume project realise
realize reckon regard regret remember require resolve seem suspect think tolerate
trust understand view want wish wonder worry
""")  # fmt: skip

STATE_VERBS = lemmas("""
abound account amount belong compose comprise consist constitute contain cost
depend differ entail equal exceed exist face have host inhabit lack last matter mean
measure merit number occupy own possess rank rely remain represent resemble reside
share sit span stand suffice surround total weigh
""")  # fmt: skip

I_STATE_ADJECTIVES = lemmas("""
able adamant afraid anxious apprehensive aware capable cautious committed concerned
confident convinced dedicated desperate determined doubtful eager fearful glad happy
hopeful inclined intent interested keen leery loath mindful obliged opposed optimistic
pessimistic pleased poised proud reluctant scared sceptical skeptical sure surprised
suspicious unable unaware unconvinced unsure unwilling upset wary willing worried
""")  # fmt: skip

STATE_ADJECTIVES = lemmas("""
alive asleep bankrupt busy calm closed dead empty flat guilty healthy high higher
homeless hospitalized hungry ill illegal injured innocent insolvent intact invincible
jobless lame low lower lucky missing open optimistic overdue pregnant present profitable
quiet responsible safe satisfied sick silent sober stable strained stranded strong
successful surprised tense true unaccounted unavailable unchanged underway unemployed
unhappy unhurt uninjured unprofitable unstable vacant vulnerable weak well worth wounded
""")  # fmt: skip

# Adverbs and prepositions that predicate a state after "be".
STATE_PREDICATES = frozenset({"underway", "aboard", "afoot", "aloft", "ashore"})

# Verbs that say little more than "there was": their noun is the event.
LIGHT_VERBS = lemmas("""
carry cast commit conduct deal deliver do enter exert file get give have hold host issue
lodge make mount offer organise organize pay perform place play pose provide pull put
reach run score see send serve set shoot stage strike suffer sustain sign take throw
undertake undergo utter wage launch engage participate attend
""")  # fmt: skip

# Light only for these nouns; every other event noun beside them is an event of its own.
LIGHT_PAIRS = {
    "carry": "attack raid operation strike bombing assassination execution "
    "assault survey study test search mission experiment review investigation",
    "cast": "vote ballot",
    "commit": "suicide murder crime fraud perjury atrocity massacre robbery "
    "genocide rape assault offence offense theft treason violation",
    "conduct": "raid test search investigation exercise survey poll interview study "
    "operation trial review inquiry inspection talk negotiation drill experiment audit "
    "probe hearing strike attack launch mission campaign election",
    "deal": "blow",
    "deliver": "speech address lecture statement verdict sermon eulogy ruling blow "
    "judgment judgement remark keynote",
    "do": "work research damage harm battle",
    "enter": "plea agreement talk negotiation",
    "file": "lawsuit suit complaint appeal motion petition claim charge",
    "give": "speech address interview talk lecture testimony evidence birth "
    "permission approval order briefing promise pledge welcome performance "
    "assurance warning support assistance aid help statement consent boost backing "
    "keynote presentation sermon eulogy recital concert",
    "have": "meeting talk discussion conversation argument dispute fight effect impact "
    "contact row quarrel chat surgery operation stroke disagreement",
    "hold": "summit meeting talk conference election vote referendum hearing trial "
    "rally protest demonstration vigil ceremony funeral discussion negotiation "
    "briefing debate session dialogue drill exercise auction concert festival "
    "tournament service strike march dinner reception consultation inauguration "
    "parade celebration event poll primary forum inquiry match game race",
    "host": "summit meeting conference talk tournament dinner reception",
    "issue": "statement warning reminder order ruling apology decree call decision "
    "threat denial ultimatum appeal declaration verdict advisory alert",
    "lodge": "complaint protest appeal",
    "make": "statement visit trip speech decision announcement offer appeal call "
    "arrest attempt bid promise pledge appearance landing confession comment "
    "remark mention threat contribution donation payment progress debut claim "
    "complaint demand request proposal pitch recommendation commitment deal pact "
    "investment purchase sale acquisition choice change cut effort gain allegation "
    "accusation concession plea transfer return journey phone discovery mistake",
    "mount": "attack campaign raid assault challenge offensive protest",
    "organise": "protest rally demonstration march strike",
    "organize": "protest rally demonstration march strike",
    "pay": "visit tribute homage",
    "perform": "surgery operation autopsy test ceremony concert experiment",
    "place": "call order bet",
    "play": "match game",
    "reach": "agreement deal settlement compromise decision verdict conclusion accord "
    "consensus pact truce understanding ceasefire",
    "run": "test",
    "score": "goal victory win",
    "serve": "sentence term",
    "shoot": "look",
    "stage": "protest rally demonstration coup attack strike march comeback walkout "
    "sit-in raid concert exercise drill",
    "strike": "deal agreement accord bargain",
    "suffer": "injury loss defeat attack stroke setback damage blow",
    "sustain": "injury damage loss",
    "take": "vote decision action step part test trip measure oath look shot walk "
    "flight poll break turn swipe",
    "throw": "party",
    "undertake": "review study mission trip visit reform operation",
    "undergo": "surgery operation treatment test",
    "wage": "war battle campaign",
    "launch": "attack offensive strike raid assault investigation probe inquiry "
    "campaign operation bid crackdown",
}  # fmt: skip

# Verb and preposition that are light for these nouns ("went on strike").
LIGHT_PREPOSITIONS = {
    ("go", "on"): lemmas("strike trial rampage tour"),
    ("be", "on"): lemmas("strike trial tour"),
    ("go", "to"): lemmas("war"),
    ("come", "under"): lemmas("attack fire"),
    ("engage", "in"): lemmas("""
        talk negotiation battle fight fighting dialogue clash cleansing combat war
        """),
    ("enter", "into"): lemmas("talk negotiation agreement"),
}

# Nouns that are events in nearly every use.
EVENT_NOUNS = lemmas("""
ban sanction abduction abuse acceptance accession accident accusation acquisition
acquittal action adoption advance aftershock aggression agreement airlift airstrike
allegation ambush amputation annexation anniversary announcement apology appeal
appearance appointment approval arraignment arrest arrival arson ascent assassination
assault assistance attack attempt attendance auction audit autopsy avalanche bailout
ballot bankruptcy battle beating beheading besiegement bid bidding birth blackout
blast blaze blockade bloodbath bloodshed blowout bombardment bombing boom boycott
brawl breach breakdown breakthrough bribery briefing broadcast brushoff buildup
burglary burial buyback buyout by-election call campaign cancellation candidacy
capture carjacking carnage cleansing cease-fire ceasefire celebration ceremony
championship championships change chase checkup clampdown clash cleanup close closing
closure collaboration collapse collision combat comeback commemoration completion
compromise concert concession conference confession confirmation conflict confrontation
conquest construction consultation consumption contest conversation conversion
conviction cooperation coronation coup courtship coverage crackdown crash crime crisis
crossing cruise curfew cut cutback cyclone damage deal dealing death debate debut
decision declaration decline decrease defeat defection delay delivery demise
demonstration denial denuclearisation denuclearization departure deployment deportation
depreciation derailment destruction detention detonation devaluation development
diagnosis dialogue dinner disappearance disarmament disaster discharge disclosure
discovery discrimination discussion dismissal disposal dispute disruption dissolution
distribution divestiture divorce donation downgrade downturn draft drain drill drop
drought drowning duel earthquake eclipse effort election elimination embargo
employment encounter endorsement enforcement engagement enlargement entry epidemic
eruption escalation escape establishment evacuation eviction evolution examination
exchange execution exercise exit exodus expansion expedition expiration explanation
exploration explosion export exposure expulsion extension extinction extradition
failure fall fallout famine festival fight fighting fire firefight fireworks firing
flare-up flood flooding flow founding fraud friction fundraiser funeral gain gala game
genocide gridlock growth halt handover handshake harassment hearing heatwave heist
help hijack hijacking holocaust homicide hostilities hostility hunt hurricane impact
imprisonment improvement inauguration incident increase incursion indictment infection
inflation inflow infringement initiation injection injury inquest inquiry insurgency
insurrection interception interrogation interruption intervention interview intrusion
invasion investigation invitation involvement journey kidnap kidnapping killing
knockout landing landslide launch layoff layoffs leak leap liberation liftoff
liquidation litigation lockdown lockout looting loss lunch luncheon maneuver manhunt
manoeuvre march marriage massacre match meeting melee merger mistrial mobilisation
mobilization move movement mudslide mutiny negotiation nomination objection occupation
offensive offer onslaught opening ordeal ouster outage outbreak outburst outcry
outflow overhaul overthrow overture pact pandemic parade pardon participation passing
payment peacekeeping persecution pilgrimage planning plea pledge plot plunge poisoning
poll pollution postponement premiere preparation primary probe procession procurement
production prohibition promotion proposal prosecution protest provocation pullback
pullout punishment purchase purge pursuit putsch quake quarantine quarrel race raid
rain rally rampage rape ratification re-election reaction rebellion rebound recall
recapitalization reception recession recount recovery recruitment redemption
redeployment reduction reelection referendum reform refusal regatta registration
rehabilitation rehearsal rejection release reorganisation reorganization repatriation
repeal replacement replay reply repression request rescue research reshuffle
resignation resistance resolution restoration restructuring resumption retaliation
retreat return reunification reunion revenge reversal review revision revolt
revolution riot rioting rise ritual rivalry robbery rollout rout row ruling rumor
rumour run-off runoff sabotage sale salvo scandal scuffle search seizure selling
semifinal sentencing separation session settlement shakeup shelling shipment shoot-out
shooting shootout shortage shortfall showdown shutdown siege signing sit-in skirmish
slaughter slaying slide slowdown slump smuggling snub softening spacewalk speech
spending spill split spread sprint spying stabbing stalemate stampede standoff start
starvation stop-over stopover storm strike struggle study subsidy suffering suicide
summit surge surgery surrender surveillance survey suspension swap sweep takeover talk
talks test testimony testing theft threat thunderstorm tie-up tornado torture tour
tournament trade tragedy training transaction transfer transformation transition
transplant transport travel treatment trial tribute trip truce tsunami turmoil
turnaround turnout typhoon unification unrest unveiling upgrade upheaval uprising
vaccination vandalism verdict victory vigil violation violence visit visitation vote
voting voyage walkout war warfare warming warning wedding wildfire withdrawal workshop
worship write-down write-off writedown
""")  # fmt: skip

# Nouns that are events unless they name a thing, an organisation or a document: they
# need a light verb, a subject-like possessive, an event preposition, or no head noun.
MIXED_NOUNS = lemmas("""
activity adjustment advice aid application assembly assessment assignment award care
charge claim comment commitment communication comparison competition complaint
connection contract contribution convention decree deed default deficit deposit
direction display education emergency expectation experience experiment fear feeling
finding flight gathering grant implementation influence insight intention investment
involvement judgement judgment lawsuit lead legislation letter look measure mention
message mission motion murder notification operation opposition order performance
permission permit petition plan practice pregnancy presentation pressure privatization
progress promise protection provision publication reading reference regulation remark
report requirement response retirement sanction sanctions selection sentence sentencing
shot show speculation statement step stop suit support suspicion swing tension test
trend trip turn understanding view vow wait win work writing
""")  # fmt: skip

# Endings that make a noun an event, and nouns that have them and are none.
EVENT_SUFFIXES = ("tion", "sion", "ment", "ance", "ing", "al", "ure")
NOT_EVENTS = lemmas("""
addition administration agency airline alliance ambition animal anything apartment
ambulance appliance application argument article association assumption assurance
audience
audition authority average balance basement beginning being billion bottling brokerage
building capital ceiling chemical clothing coalition collection college commission
commitment communication compensation competence compliance component condition
confederation constitution corporation creation criminal danger
delegation department dimension direction dividend division document donation earning
edition editorial element embassy entertainment environment equipment establishment
evening everything evidence experience faction fashion federation feeling
financing finding footage foundation fraction function funding general generation
government heritage holding hospital housing ideal incidence income individual influence
instance institution instrument intelligence investment issuance journal junction king
language lightning location luggage machine management manufacturing margin marketing
material measure mechanism medical medication mention message million mineral mining
minority moment monument morning motion nation nothing notion occasion offering official
opinion option organisation organization package population packaging painting
parliament passage passion payment pension percent percentage picture portion position
possession presence proceeding profession professional proportion proposition provision
publication radiation reason recommendation region regulation relation reputation
residence resolution restaurant ring rival savings science season section segment
selection sentence sequence series setting shipping signal silence situation solution
something spring statement station string structure television temperature terminal
thing trading tradition tribunal trillion union vacation validation variation vehicle
version village violence vision vocation wage warning wedding weekend wing
""")  # fmt: skip


# Last words of the names of events.
NAMED_EVENT_HEADS = lemmas("""
accord accords affair airlift armistice attack attacks awards battle blitz bombing
campaign carnival catastrophe championship championships conference congress-session
coup crash crisis crusade cup day derby disaster earthquake election expedition fair
famine festival flood games genocide hurricane incident intifada invasion
initiative-talks marathon massacre mission mutiny offensive olympics open operation
pandemic plot prix pogrom primary protests raid rally rebellion referendum reformation
revolt revolution riot riots scandal siege spring storm strike summit talks
tournament treaty-signing trial trials typhoon uprising war wars
""") - {"day", "fair", "congress-session", "open", "spring"}  # fmt: skip

# Names of one word.
EVENT_NAMES = lemmas("""
brexit chernobyl-disaster holocaust irangate olympics perestroika reformation
superbowl watergate woodstock holodomor nakba intifada ramadan
""")  # fmt: skip

# Verbs that only join subject and predicate.
COPULAS = lemmas("""
appear be become feel get go grow keep look prove remain seem sound stand stay turn
""")  # fmt: skip

# Texts that are an event when they are sent, received or published.
MESSAGE_NOUNS = lemmas("""
cable e-mail email letter memo message note telegram tweet
""")  # fmt: skip
MESSAGE_VERBS = lemmas("""
address date deliver exchange forward post receive release send sign write
""")  # fmt: skip

# I_STATE only with a clause: "appeared on stage" is an occurrence.
STATE_WITH_CLAUSE = frozenset({"appear", "look"})

# I_ACTION whatever they take, for their object is an event or stands for one.
ALWAYS_I_ACTION = lemmas("""
agree assist attempt attribute avert avoid block defer delay deter forestall
investigate oppose plead pray predict prevent resist seek thwart try warn
""")  # fmt: skip

# What ends by the calendar.
PERIODS = lemmas("day half month period quarter season week year")
