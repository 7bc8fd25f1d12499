"""Event types by trigger lemma: the lexicon as data, written for news of all beats.

The first fifteen types are PLOVER's classes (Halterman et al. 2023); the lists follow
their definitions in the PLOVER manual, not a list of its examples. A verb is written
as its lemma, a phrasal verb with a hyphen ("call-off"). Where one lemma stands under
two types, the first one listed wins; a construction in `event_types.py` may overrule.
"""

from __future__ import annotations

from dateline.annotate.event_lemmas import lemmas
from dateline.model.event_types import EventType as T

VERB_TRIGGERS: dict[T, str] = {
    T.AGREE: """
    agree accept offer settle sign ratify sign-up reconcile compromise conclude ally
    commit
    """,
    T.CONSULT: """
    consult confer negotiate discuss mediate parley huddle deliberate host debate
    talk broker telephone phone
    """,
    T.SUPPORT: """
    support endorse back praise applaud laud commend welcome hail defend uphold
    congratulate thank apologize apologise forgive recognize recognise salute cheer
    champion sponsor embrace bless vouch rally-behind stand-by sympathize sympathise
    """,
    T.COOPERATE: """
    cooperate co-operate collaborate team partner extradite join normalize normalise
    coordinate co-ordinate liaise
    """,
    T.AID: """
    aid donate assist relieve subsidize subsidise shelter feed resupply
    airlift help grant bail-out provide supply contribute
    """,
    T.YIELD: """
    yield surrender concede relent capitulate withdraw retreat back-down pull-out
    pull-back give-in give-up lift ease relax disarm release free pardon amnesty commute
    parole exonerate liberate demobilize demobilise cede relinquish disband
    stand-down loosen abandon let acquiesce legalize legalise reinstate repatriate
    hand-over allow permit waive dismantle
    """,
    T.REQUEST: """
    request ask demand urge appeal call-for beg plead petition implore solicit seek
    insist exhort lobby invite press beseech apply order
    """,
    T.ACCUSE: """
    accuse criticize criticise blame condemn denounce deplore decry lambast lambaste
    rebuke reprimand chide chastise slam blast fault scold censure assail castigate
    berate complain lament investigate probe suspect allege inspect scrutinize
    scrutinise disapprove question deride mock ridicule vilify disparage bemoan
    lash-out hit-out fault-find inquire examine
    """,
    T.REJECT: """
    reject refuse decline deny rebuff spurn dismiss veto snub skip shun cancel
    call-off postpone put-off rule-out turn-down vote-down block oppose defy ignore
    disregard flout disagree resist object walk-out rescind renege balk baulk
    repudiate overrule stand-up nix opt-out back-out suspend-talks no-show
    """,
    T.THREATEN: """
    threaten warn menace vow-revenge intimidate bully caution
    """,
    T.PROTEST: """
    protest boycott demonstrate riot rally march picket strike-work loot revolt
    rise-up rebel occupy-square chant mutiny agitate
    """,
    T.SANCTION: """
    sanction embargo blacklist expel blockade downgrade sever halt suspend break-off
    cut-off freeze recall penalize penalise ostracize bar
    """,
    T.MOBILIZE: """
    mobilize mobilise deploy muster mass redeploy conscript draft station amass
    marshal
    """,
    T.COERCE: """
    arrest detain seize confiscate imprison jail raid ban outlaw repress suppress
    crack-down censor evict round-up imprison intern persecute quarantine curfew
    lock-up intercept apprehend requisition nationalize nationalise expropriate force
    coerce harass annex hack deport interrogate displace destroy demolish shut-down
    disperse restrict besiege prohibit
    """,
    T.ASSAULT: """
    attack assault occupy bomb shell invade bombard ambush shoot stab torture beat
    massacre kidnap abduct assassinate fight clash battle storm fire strike detonate
    shoot-down rape gun-down hijack maim slaughter behead torpedo strafe open-fire
    blow-up overrun rampage execute pound raze wage skirmish capture
    """,
    T.MEET: """
    meet convene gather assemble reunite attend show-up turn-up participate
    """,
    T.VISIT: "visit tour",
    T.MOVEMENT: """
    travel arrive depart leave return fly go come flee land migrate relocate move cross
    enter exit escape emigrate immigrate march-through drive head sail trek
    journey board disembark
    """,
    T.STATEMENT: """
    say tell announce declare state remark comment note add argue claim insist explain
    acknowledge admit confirm report describe mention stress emphasize emphasise
    reiterate affirm assert contend maintain respond reply testify disclose reveal
    believe accord think predict estimate suggest observe recall write express hint
    speculate proclaim boast joke quote answer
    """,
    T.COMMUNICATION: """
    send email e-mail write-to inform notify brief contact address speak
    call-up correspond tweet text fax cable message relay inquire
    """,
    T.PROMISE: """
    promise pledge vow undertake guarantee plan intend swear
    """,
    T.TRANSFER: """
    transfer hand give return-object deliver ship export import smuggle lend
    loan turn-over bring carry traffic
    """,
    T.PUBLICATION: """
    publish print issue broadcast air post leak serialize unveil-report
    """,
    T.LEGISLATION: """
    legislate enact repeal amend adopt pass approve decree vote reform draft-bill
    table filibuster authorise authorize
    """,
    T.LEGAL: """
    sue charge indict convict acquit sentence prosecute try rule appeal plead
    subpoena arraign overturn fine testify-court file exonerate adjudicate
    impeach settle-suit uphold-ruling judge absolve incriminate
    """,
    T.CRIME: """
    steal rob murder embezzle defraud bribe burgle vandalize launder forge extort
    mug poison loot counterfeit swindle molest
    """,
    T.ELECTION: """
    elect re-elect campaign run-for ballot poll nominate reelect
    """,
    T.APPOINTMENT: """
    appoint name hire promote inaugurate install swear-in succeed crown designate
    recruit reappoint take-office
    """,
    T.RESIGNATION: """
    resign retire step-down quit fire-person sack oust dismiss-person dethrone
    step-aside abdicate topple depose overthrow stand-aside
    """,
    T.DEATH: """
    die kill perish drown pass-away succumb starve suffocate execute-person bury
    """,
    T.INJURY: """
    injure wound hurt hospitalize hospitalise burn disfigure
    """,
    T.BIRTH: "bear give-birth",
    T.DISASTER: """
    flood erupt quake engulf inundate devastate ravage swamp rage
    """,
    T.ACCIDENT: """
    crash collide derail sink capsize explode collapse overturn-vehicle plunge spill
    catch-fire ram
    """,
    T.RESCUE: "rescue save evacuate pluck recover-body",
    T.HEALTH: """
    infect vaccinate inoculate diagnose treat recover sicken contract operate
    immunize immunise heal
    """,
    T.ECONOMY: """
    rise fall drop climb slump plunge surge decline increase grow shrink expand contract
    decrease soar tumble slip gain lose edge jump rally-price rebound slide
    plummet inflate devalue earn default raise cut reduce advance close trade
    depreciate appreciate total boost lower widen narrow write-down write-off
    """,
    T.TRANSACTION: """
    buy sell acquire purchase merge invest pay auction lease divest spin-off borrow
    bid swap sell-off spend privatize privatise award fund finance take-over
    """,
    T.LAUNCH: """
    launch unveil introduce debut roll-out open found establish release-product
    inaugurate-thing set-up create
    """,
    T.CONSTRUCTION: "build construct erect rebuild renovate demolish-building repair",
    T.LABOUR: """
    unionize unionise lay-off layoff furlough strike-labour walk-off-job rehire
    """,
    T.SCIENCE: """
    discover invent research test experiment develop study analyze analyse sequence
    clone patent observe-science detect
    """,
    T.SPACE: "orbit blast-off lift-off dock undock splash-down",
    T.SPORT: """
    win defeat score play race compete tie coach trounce qualify draw thrash outplay
    """,
    T.CULTURE: """
    perform exhibit film star premiere sing direct record
    """,
    T.CEREMONY: """
    celebrate commemorate mourn honour honor wed marry mark consecrate pray
    """,
    T.STATE: """
    be have own contain exist remain belong live reside consist seem know want
    need lack comprise
    """,
}

NOUN_TRIGGERS: dict[T, str] = {
    T.AGREE: """
    agreement accord pact treaty truce ceasefire cease-fire compromise settlement
    armistice deal acceptance understanding ratification concordat
    """,
    T.CONSULT: """
    talk negotiation consultation discussion dialogue mediation conversation debate
    """,
    T.SUPPORT: """
    support endorsement praise backing congratulation apology recognition solidarity
    tribute
    """,
    T.COOPERATE: """
    cooperation co-operation collaboration partnership extradition alliance
    """,
    T.AID: """
    aid assistance help donation relief airlift bailout grant asylum humanitarian
    """,
    T.YIELD: """
    surrender withdrawal retreat concession pullout pullback pardon amnesty release
    disarmament repatriation capitulation liberation handover denuclearization
    denuclearisation
    """,
    T.REQUEST: """
    request demand appeal plea petition call invitation reminder
    """,
    T.ACCUSE: """
    accusation allegation criticism condemnation complaint rebuke reprimand
    denunciation investigation probe inquiry inspection outcry censure
    """,
    T.REJECT: """
    rejection refusal denial veto snub dismissal rebuff cancellation
    postponement opposition walkout objection brushoff no-show
    """,
    T.THREATEN: "threat ultimatum warning intimidation menace saber-rattling",
    T.PROTEST: """
    protest demonstration riot rally uprising unrest march sit-in revolt
    rebellion rioting mutiny picket hunger-strike boycott insurrection vigil
    """,
    T.SANCTION: """
    sanction embargo expulsion blockade blacklist penalty suspension tariff
    """,
    T.MOBILIZE: """
    mobilization mobilisation alert deployment buildup maneuver manoeuvre conscription
    exercise drill redeployment
    """,
    T.COERCE: """
    arrest crackdown raid detention seizure curfew repression ban censorship
    confiscation imprisonment martial-law annexation persecution eviction quarantine
    destruction hacking occupation siege lockdown hack clampdown
    """,
    T.ASSAULT: """
    attack assault bombing airstrike strike shelling shooting ambush massacre
    torture kidnapping abduction assassination hijacking stabbing gunfire bombardment
    invasion incursion battle fighting clash combat raid genocide beating
    hostage-taking offensive skirmish firefight fight terrorism atrocity
    violence rape shootout cleansing slaughter onslaught coup hostility
    """,
    T.MEET: """
    meeting summit conference session gathering convention forum reunion reception
    dinner welcome lunch
    """,
    T.VISIT: "visit tour trip stopover",
    T.MOVEMENT: """
    arrival departure travel journey flight return migration exodus voyage escape
    relocation crossing landing cruise expedition
    """,
    T.STATEMENT: """
    statement announcement declaration remark comment speech keynote interview testimony
    claim briefing disclosure revelation prediction forecast
    """,
    T.COMMUNICATION: "letter message phone-call call telegram email e-mail tweet memo",
    T.PROMISE: "promise pledge vow commitment assurance guarantee plan",
    T.TRANSFER: "transfer delivery shipment smuggling export import trafficking",
    T.PUBLICATION: "publication broadcast leak report",
    T.LEGISLATION: """
    legislation vote enactment repeal amendment passage approval adoption referendum
    reform bill
    """,
    T.LEGAL: """
    trial lawsuit conviction verdict indictment ruling acquittal hearing prosecution
    sentence arraignment appeal suit litigation charge sentencing impeachment
    extradition-hearing mistrial plea guilty-plea judgment judgement
    """,
    T.CRIME: """
    murder robbery theft fraud corruption bribery homicide burglary arson crime
    embezzlement heist forgery blackmail scandal slaying carjacking vandalism
    """,
    T.ELECTION: """
    election ballot primary runoff run-off poll campaign candidacy caucus nomination
    by-election re-election reelection
    """,
    T.APPOINTMENT: "appointment inauguration promotion hiring coronation succession",
    T.RESIGNATION: "resignation retirement ouster overthrow abdication removal",
    T.WAR: """
    war warfare conflict hostilities insurgency crusade civil-war revolution
    """,
    T.DEATH: """
    death killing suicide fatality execution funeral burial demise casualty drowning
    """,
    T.INJURY: "injury wound",
    T.BIRTH: "birth",
    T.DISASTER: """
    earthquake flood hurricane tornado typhoon drought famine tsunami eruption landslide
    wildfire storm disaster cyclone avalanche blizzard quake aftershock flooding
    heatwave mudslide
    """,
    T.ACCIDENT: """
    accident crash collision derailment explosion blast sinking spill meltdown
    collapse fire blaze plane-crash capsizing stampede blackout outage
    """,
    T.RESCUE: "rescue evacuation",
    T.HEALTH: """
    outbreak epidemic pandemic surgery operation transplant vaccination diagnosis
    infection treatment illness disease abortion pregnancy heart-attack stroke
    """,
    T.ECONOMY: """
    rise fall drop increase decline recession inflation slump growth surge loss gain
    bankruptcy default devaluation downturn decrease boom expansion slowdown recovery
    rebound crisis cut reduction plunge shortage depression
    """,
    T.TRANSACTION: """
    sale purchase acquisition merger takeover investment buyout auction payment offering
    transaction divestiture buyback bid swap offer privatization spending
    """,
    T.LAUNCH: "launch debut introduction opening unveiling rollout start-up creation",
    T.CONSTRUCTION: "construction reconstruction rebuilding renovation",
    T.LABOUR: "layoff layoffs walkout-labour lockout hiring-freeze redundancy",
    T.SCIENCE: """
    research discovery experiment study test breakthrough invention survey
    """,
    T.SPACE: "liftoff spacewalk docking splashdown flyby",
    T.SPORT: """
    match game victory defeat championship tournament race final semifinal
    win season olympics playoff playoffs cup bout
    """,
    T.CULTURE: "concert performance festival premiere exhibition gala show",
    T.CEREMONY: """
    ceremony celebration wedding marriage anniversary commemoration parade mass
    memorial
    """,
    T.STATE: "peace stability ownership shortage presence stalemate",
}


def index(triggers: dict[T, str]) -> dict[str, T]:
    """Turn type -> lemmas into lemma -> type; the first type that lists one wins.

    >>> index({T.VISIT: "visit call-on", T.MEET: "visit"})["call on"].value
    'Visit'
    """
    found: dict[str, T] = {}
    for event_type, words in triggers.items():
        for lemma in words.split():
            found.setdefault(lemma, event_type)
            found.setdefault(lemma.replace("-", " "), event_type)
    return found


VERB_TYPES = index(VERB_TRIGGERS)
NOUN_TYPES = index(NOUN_TRIGGERS)

# Lemmas whose type depends much on their arguments: a lower score.
AMBIGUOUS = lemmas("""
attend participate abandon show_up turn_up address air appeal ask back bar battle
block board call campaign carry challenge charge claim close come conclude contract
cut deal debate decline deliver draw drive drop ease explosion blast edge enter
examine exercise expand fall fight fire force free give go grant grow halt hand head
help host issue join land launch leave let lift lose mark mass move name note offer
open operate pass pay plan play plunge post press provide raise rally order question
welcome record recover release reduce return rise rule run say seek settle show sign
slam slip spill start strike study suspend talk test tie tour trade trip try turn win
withdraw work
""")  # fmt: skip
