"""Which words are events, and of which TimeML class: the lexicon as data.

The classes follow the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006), section
2.1. Lists hold lemmas; a word that is an event only in some constructions stands in the
list that names the construction.
"""

from __future__ import annotations

# Verbs that carry no event of their own: function words in verb's clothing.
NO_EVENT_VERBS = frozenset("""
accord base concern depend entitle exclude follow give include involve name owe
regard title
""".split())  # fmt: skip

# Participles and prepositions that the tagger reads as verbs when they lead a phrase.
PREPOSITION_LIKE = frozenset("""
according assuming barring based compared concerning considering depending entitled
excluding following given including notwithstanding owing pending regarding respecting
starting titled versus
""".split())  # fmt: skip

REPORTING_VERBS = frozenset("""
acknowledge add admit advise affirm allege announce argue assert assure attest aver
boast brief caution cite claim comment complain concede confess confide confirm
contend convey counter cry declare deny describe detail disclose divulge echo emphasise
emphasize estimate exclaim explain express fault forecast grumble hint indicate inform
insist instruct interject intone joke lament maintain mention moan mumble mutter note
notify observe opine point preach predict proclaim pronounce protest publicise publicize
quip quote rant read reassure rebut recall recite recount reiterate relate relay remark
remind repeat reply report respond restate retort reveal say shout shriek signal specify
speculate state stipulate stress submit suggest swear tell testify tweet underline
underscore utter voice warn whisper write
""".split())  # fmt: skip

# REPORTING even without a clause that says what.
ALWAYS_REPORTING = frozenset("""
announce assert claim comment declare describe disclose explain express inform mention
proclaim quote report reply respond say state tell testify
""".split())  # fmt: skip

REPORTING_NOUNS = frozenset("""
announcement report statement remark comment claim allegation declaration assertion
complaint testimony disclosure
""".split())  # fmt: skip

PERCEPTION_VERBS = frozenset("""
behold glimpse hear listen look notice observe overhear see sense smell view watch
witness
""".split())  # fmt: skip

# Phases of another event (TimeML ASPECTUAL): begin, go on, stop, end.
ASPECTUAL_VERBS = frozenset("""
begin cease commence complete conclude continue discontinue end finish halt initiate
interrupt launch originate persist proceed quit reinitiate reopen restart resume
start stop suspend terminate
""".split())  # fmt: skip

# ASPECTUAL only with an event as complement ("keep fighting", "break off talks").
ASPECTUAL_WITH_EVENT = frozenset("""
abandon break keep kick open reach remain renew trigger undergo wrap
""".split())  # fmt: skip

ASPECTUAL_NOUNS = frozenset("""
beginning completion continuation end halt outset resumption start suspension
termination commencement cessation
""".split())  # fmt: skip

# Something is done that aims at another event (TimeML I_ACTION).
I_ACTION_VERBS = frozenset("""
accept accuse agree allow appeal approve arrange ask attempt authorise authorize avoid
ban bar beg block call cancel challenge charge compel convict convince
coordinate decline defend defer delay demand deter discourage enable encourage
endorse endeavour endeavor enforce ensure enjoin examine force forbid guarantee help
implore impose induce investigate invite lead let negotiate nominate offer oppose
order permit persuade pledge plot postpone press pressure prevent probe
promise prompt propose prosecute push recommend refuse reject request require
resist review rule schedule scramble seek solicit struggle study suspect tempt
threaten thwart try urge veto volunteer vow avert blame cause claim criticise criticize
condemn convene organise organize sue preclude swear undertake vote
""".split())  # fmt: skip

# A state of mind towards another event (TimeML I_STATE).
I_ACTION_NOUNS = frozenset("""
agreement appeal attempt authorisation authorization ban bid call decision demand effort
invitation move offer order permission pledge promise proposal recommendation refusal
request threat vow warning
""".split())  # fmt: skip

I_STATE_NOUNS = frozenset("""
ambition belief concern conviction desire doubt dream expectation fear feeling hope
intention need plan suspicion view wish
""".split())  # fmt: skip

STATE_NOUNS = frozenset("""
captivity control crisis danger drought emergency famine friendship hostility inflation
membership ownership peace position poverty pressure shortage situation stability
status stress tension unemployment unrest recession
""".split())  # fmt: skip

I_STATE_VERBS = frozenset("""
anticipate aspire await assume believe care conceive consider crave decide deem
deserve desire determine disagree dislike doubt dread enjoy envisage envision expect
favor favour fear feel figure foresee forget guess hate hesitate hope imagine intend know
learn like long look loathe love mean mind mistrust need plan prefer presume project
realise realize reckon regard regret remember require resolve
seem suspect think tolerate trust understand view want wish wonder worry appear aim
""".split())  # fmt: skip

STATE_VERBS = frozenset("""
abound account amount apply belong bear compose comprise consist constitute contain
cost cover depend differ dominate entail equal exceed exist face feature hold
host hinge inhabit lack last lie live matter mean merit measure number occupy own
possess rank rely represent reside resemble reflect remain serve share sit span
stand stay suffice suffer surround total weigh belong have
""".split())  # fmt: skip

I_STATE_ADJECTIVES = frozenset("""
able adamant afraid anxious apprehensive aware capable cautious certain
concerned confident convinced committed content dedicated desperate determined doubtful
eager essential fearful free glad happy hopeful inclined intent interested keen
leery likely loath mindful obliged opposed optimistic pessimistic pleased poised
positive prepared proud ready reluctant sceptical scared set skeptical sorry suspicious
sure surprised unable uncertain unaware unconvinced unlikely unsure unwilling
upset wary willing worried
""".split())  # fmt: skip

STATE_ADJECTIVES = frozenset("""
alive asleep available bankrupt busy calm closed crucial critical dead dependent
different difficult effective empty evident flat guilty healthy high higher hungry
homeless hospitalized ill illegal important impossible incapable independent
ineligible injured innocent insolvent intact invincible jobless lame liable low lower
lucky missing necessary open optimistic overdue pregnant present profitable quiet
responsible safe satisfied sick silent sober stable strong stranded strained tense true
unaccounted unavailable unchanged unclear underway unemployed unhurt uninjured unhappy
unprofitable unstable vacant valid vulnerable weak well worse worth wounded
""".split())  # fmt: skip

# Adverbs and prepositions that predicate a state after "be".
STATE_PREDICATES = frozenset({"underway", "aboard", "afoot", "aloft", "ashore"})

# Verbs that say little more than "there was": their noun is the event.
LIGHT_VERBS = frozenset("""
carry cast commit conduct deal deliver do enter exert file get give have hold host issue
lodge make mount offer organise organize pay perform place play pose provide pull put
reach run score see send serve set shoot stage strike suffer sustain sign take throw
undertake undergo utter wage launch engage participate attend
""".split())  # fmt: skip

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
    "assurance warning support assistance aid help statement consent boost backing",
    "have": "meeting talk discussion conversation argument dispute fight effect impact "
    "contact row quarrel chat surgery operation stroke disagreement",
    "hold": "summit meeting talk conference election vote referendum hearing trial "
    "rally protest demonstration vigil ceremony funeral discussion negotiation "
    "briefing debate session dialogue drill exercise auction concert festival "
    "tournament service strike march dinner reception consultation inauguration "
    "parade celebration event poll primary forum inquiry match game race",
    "host": "summit meeting conference talk tournament dinner reception",
    "issue": "statement warning order ruling apology decree call decision "
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

# Nouns that are events in nearly every use.
EVENT_NOUNS = frozenset("""
abduction abortion abuse acceptance accession accident accusation acquisition acquittal
adoption advance aggression agreement airlift airstrike allegation ambush amputation
announcement annexation apology appearance appointment approval arraignment arrest
arrival arson ascent assassination assault assistance attack attempt attendance auction
audit autopsy avalanche bailout ballot bankruptcy battle beating beheading besiegement
bid birth blackout blast blaze blockade bloodbath bloodshed blowout bombardment bombing
boom boycott breach breakdown breakthrough brawl bribery briefing broadcast brushoff
buildup burglary burial buyout buyback bidding
campaign cancellation candidacy capture carjacking carnage ceasefire cease-fire
celebration ceremony championship championships chase checkup civil-war clampdown clash
cleanup closure closing collaboration collapse collision combat comeback commemoration
commitment compromise concert concession confession conference conflict confrontation
confirmation conquest consultation consumption contest convention conversation
conversion conviction cooperation coronation corruption coup courtship coverage
crackdown crash crime crisis cruise curfew cut cutback cyclone
damage dealing death debate debut decision declaration decline decrease defeat
defection delay delivery demise demonstration denial departure deployment deportation
depreciation destruction detention detonation devaluation development dinner dialogue
diagnosis disappearance disarmament disaster discharge disclosure discovery
discrimination discussion dismissal dispute disruption dissolution distribution
divestiture divorce donation downgrade downturn draft drill drought drop drowning duel
earthquake eclipse effort election elimination embargo emergency employment
encounter endorsement enforcement engagement enlargement epidemic eruption escape
escalation establishment evacuation eviction evolution examination exchange
execution exercise exit exodus expansion expedition expiration explanation explosion
exploration export exposure expulsion extension extinction extradition evidence-giving
failure fall fallout famine festival fight fighting fire fireworks firefight firing
flare-up flight flood flooding floods fraud friction funeral fundraiser
gain gala game genocide going-out gridlock growth
halt handover harassment hearing heist hijack hijacking holocaust homicide hostage-taking
hostilities hostility hunt hurricane
imprisonment improvement inauguration incident increase incursion indictment infection
inflation inflow infringement initiation injection injury inquest inquiry insurgency
insurrection interception interrogation interruption intervention interview intrusion
invasion investigation investment invitation involvement
journey
kidnapping kidnap killing knockout
landing landslide launch lawsuit layoff layoffs leak liberation liftoff lightning-strike
liquidation litigation lockdown lockout looting loss lunch luncheon
maneuver manhunt manoeuvre march marriage massacre match meeting melee merger mission
mistrial mobilization mobilisation move movement murder mutiny
negotiation nomination
occupation offensive offering onslaught opening operation opposition ordeal orgy outage
outbreak outburst outcry outflow overhaul overthrow
pact pandemic parade pardon participation passing payment peacekeeping performance
persecution pilgrimage plea pledge plot plunge poisoning poll pollution
postponement preparation pre-emption presentation press-conference primary probe
procession procurement production prohibition promotion proposal prosecution protest
provocation publication pullback pullout punishment purchase purge pursuit putsch
quake quarantine quarrel
race raid rain rally rampage rape ratification reaction rebellion rebound recall
recession reception recovery recount recruitment redeployment reduction referendum reform
refusal regatta registration rehabilitation rehearsal rejection release
reorganization reorganisation repatriation repeal replacement replay reply
repression rescue research reshuffle resignation resistance resolution restoration
restructuring resumption retaliation retirement retreat return reunion reunification
revenge reversal review revision revolt revolution riot rioting rise ritual rivalry
robbery rollout rout row ruling rumor rumour run-off runoff
sabotage sale salvo scandal scuffle search seizure selling semifinal separation
session settlement shakeup shelling shipment shock shoot-out shooting shootout
shortage shortfall showdown shutdown siege signing sit-in skirmish slaughter slaying slide
slowdown slump smuggling snub speech spending spill split sprint spying
stabbing stalemate stampede standoff starvation statement stop-over stopover storm
strike struggle study subsidy suicide suit summit surge surgery surrender surveillance
survey suspension sweep swap
takeover talk talks tariff-hike terrorism test testimony testing theft thunderstorm
tornado torture tour tournament trade trading tragedy training transaction transfer
transformation transition transplant transport travel treatment trial tribute trip truce
tsunami turmoil turnaround turnout typhoon
unification unrest unveiling upgrade upheaval uprising use
vandalism verdict victory vigil violation violence visit visitation voting vote voyage
walkout war warfare warming warning wedding withdrawal work workshop worship
write-down write-off writedown
""".split())  # fmt: skip

# Nouns that are events unless they name a thing, an organisation or a document: they
# need a light verb, a subject-like possessive, an event preposition, or no head noun.
MIXED_NOUNS = frozenset("""
action activity adjustment administration advice aid appeal application assembly
assessment assignment auto-da-fe award bill building call care case change charge
claim comment communication comparison competition complaint concern connection
construction contract contribution control cost decree deal deed default deficit
demand deposit design direction display doubt dream education expectation experience
experiment fear feeling finding gathering grant help hope impact implementation income
influence information insight insurance intention interest involvement issue
judgement judgment knowledge lead legislation letter list loan look measure mention
merchandise message motion need notice notification offer order party permission
permit petition phone-call plan planning position practice pregnancy pressure
privatization problem process profit program progress project promise prospect
protection provision question reading reference regulation remark report request
requirement response result reward role sanction sanctions selection sentence sentencing
service shot show sign speculation step stop support suspicion swing tax tension
term threat tie trend trip turn understanding view vow wait warrant win writing
""".split())  # fmt: skip

# Endings that make a noun an event, and nouns that have them and are none.
EVENT_SUFFIXES = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "age")
NOT_EVENTS = frozenset("""
administration agency airline ambition apartment application appliance argument article
association audience audition authority balance basement beginning being billion
bottling brokerage building ceiling clothing coalition collection college commission
commitment communication competence compensation component condition confederation
conference-room constitution corporation creation danger delegation department dimension
direction dividend document donation edition element embassy entertainment environment
equipment establishment evening experience faction fashion federation feeling
finding foundation fraction function funding generation government heritage holding
housing ideal income incidence influence instance institution instrument intelligence
investment issuance junction king language lightning location luggage machine management
manufacturing margin marketing measure mechanism medication mention message million
mining minority moment monument morning motion nation nothing notion occasion offering
opinion option organization organisation painting parliament passage passion
payment pension percentage percent position portion possession presence
proceeding profession proportion proposition provision publication radiation reason
recommendation region regulation reputation residence resolution restaurant
ring savings science season section segment selection sentence sequence series setting
shipping silence situation something spring station statement string structure television
temperature thing tradition trillion union validation vacation variation vehicle
version village violence vision vocation wage warning wedding weekend wing
""".split())  # fmt: skip

# Participles before a noun that tell of an event ("the planned meeting").
EVENT_MODIFIERS = frozenset("""
abandoned accused alleged attempted bombed botched cancelled canceled damaged delayed
destroyed detain disputed elect expect failed injure jailed kidnap kill
plan postpone propose schedule wound
""".split())  # fmt: skip

# Last words of the names of events.
NAMED_EVENT_HEADS = frozenset("""
accord accords affair airlift armistice attack attacks awards battle blitz bombing
campaign carnival catastrophe championship championships conference congress-session
coup crash crisis crusade cup day derby disaster earthquake election expedition fair
famine festival flood games genocide hurricane incident intifada invasion
initiative-talks marathon massacre mission mutiny offensive olympics open operation
pandemic plot prix pogrom primary protests raid rally rebellion referendum reformation
revolt revolution riot riots scandal siege spring storm strike summit talks
tournament treaty-signing trial trials typhoon uprising war wars
""".split()) - {"day", "fair", "congress-session", "open", "spring"}  # fmt: skip

# Names of one word.
EVENT_NAMES = frozenset("""
brexit chernobyl-disaster holocaust irangate olympics perestroika reformation
superbowl watergate woodstock holodomor nakba intifada ramadan
""".split())  # fmt: skip

# Verbs that only join subject and predicate.
COPULAS = frozenset("""
appear be become feel get go grow keep look prove remain seem sound stand stay turn
""".split())  # fmt: skip
