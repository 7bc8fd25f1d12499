"""Nouns that tell what a phrase refers to: offices, people, groups, bodies, places.

Written by hand from what newspapers call people. All lower case, singular unless a noun
has no singular.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Read a lexicon: the words of `text`.

    >>> sorted(word_set("minister mayor"))
    ['mayor', 'minister']
    """
    return frozenset(text.split())


# Abbreviated and full titles that stand before a name and are no part of it.
HONORIFICS = word_set(
    """
    mr mrs ms miss mx dr sir dame lord lady madam prof rev fr sr jr saint st mister
    brother sister
    """
)

# Titles and offices: worn before a name or after it, and held by one person at a time.
OFFICES = word_set(
    """
    president premier chancellor minister secretary governor mayor senator
    representative congressman congresswoman chairman chairwoman chair chairperson
    director ceo cfo coo chief commissioner ambassador envoy king queen prince
    princess emperor pope sultan emir sheikh ayatollah imam cardinal archbishop
    bishop rabbi leader general admiral colonel major captain lieutenant sergeant
    corporal commander judge justice sheriff attorney prosecutor solicitor speaker
    treasurer dictator president-elect vice-president deputy undersecretary consul
    councillor councilman councilwoman alderman lawmaker legislator head founder
    co-founder owner manager coach boss principal dean provost rector editor
    publisher superintendent marshal inspector detective constable regent duke
    duchess earl baron count countess crown spokesman spokeswoman spokesperson pres
    gov sen rep gen col maj capt lt sgt cpl adm cmdr det insp supt amb atty
    chancellor-designate premier-designate executive nominee candidate pm fm
    strongman ruler tsar czar shah caliph viceroy comptroller controller
    president-designate whip father pastor reverend professor doctor officer
    chief-of-staff superstar mp senator-elect governor-elect
    """
)

# Words that an office is made with, before its noun: "deputy prime minister".
OFFICE_MODIFIERS = word_set(
    """
    vice deputy prime foreign finance defense defence interior home former ex acting
    interim then outgoing incoming supreme chief assistant associate senior junior
    attorney lieutenant major brigadier rear crown first lord high u.s. us state
    federal national local city county district police army navy air force general
    managing executive press communications campaign house senate congressional
    presidential republican democratic labour labor conservative liberal opposition
    party majority minority co- world team club company justice health education
    trade treasury energy environment agriculture transport culture commerce
    security intelligence cabinet parliamentary provincial regional late longtime
    long-time veteran independent vice-presidential gubernatorial nominee special
    permanent ruling
    """
)

# After "of" or "for", part of an office and not an organisation of its own.
OFFICE_OBJECTS = word_set(
    """
    State Staff Defense Defence Treasury Health Education Energy Labor Labour
    Commerce Agriculture Transportation Transport Justice Interior Homeland Security
    Foreign Affairs Finance War Veterans Trade Environment Commons Parliament House
    Housing Urban Development Human Services Police Intelligence Wales York
    Cambridge Sussex Edinburgh Canterbury
    """
)

# Nouns for one person; with a plural they make a group.
PERSON_NOUNS = word_set(
    """
    person man woman boy girl child kid baby infant toddler teen teenager youth
    adult guy lady gentleman fellow individual human victim survivor suspect
    defendant plaintiff witness convict prisoner inmate detainee hostage captive
    killer murderer gunman attacker assailant bomber shooter robber thief burglar
    criminal offender rapist terrorist militant extremist jihadist insurgent rebel
    guerrilla fighter soldier serviceman servicewoman veteran sailor marine airman
    pilot astronaut cosmonaut officer official policeman policewoman cop trooper
    agent spy aide adviser advisor assistant staffer staff-member employee worker
    laborer labourer miner farmer fisherman driver engineer mechanic technician
    clerk cashier waiter waitress cook chef nurse doctor physician surgeon dentist
    pharmacist paramedic therapist psychologist psychiatrist scientist researcher
    physicist chemist biologist astronomer geologist seismologist meteorologist
    forecaster climatologist epidemiologist virologist botanist archaeologist
    historian economist analyst strategist expert specialist scholar academic
    professor lecturer teacher instructor tutor student pupil graduate undergraduate
    alumnus freshman sophomore lawyer attorney barrister solicitor counsel
    prosecutor judge juror magistrate justice politician lawmaker legislator senator
    congressman congresswoman councillor councilman councilwoman deputy minister
    diplomat ambassador envoy negotiator mediator delegate representative spokesman
    spokeswoman spokesperson speaker candidate nominee contender rival opponent
    challenger incumbent frontrunner front-runner voter supporter backer donor
    activist campaigner protester protestor demonstrator rioter striker organizer
    organiser volunteer leader chief head boss chairman chairwoman executive
    director manager owner founder co-founder president governor mayor king queen
    prince princess emperor pope priest pastor bishop cardinal archbishop rabbi imam
    monk nun cleric clergyman missionary preacher believer worshipper businessman
    businesswoman entrepreneur investor shareholder stockholder trader broker banker
    financier tycoon billionaire millionaire customer consumer client buyer seller
    shopper passenger commuter traveler traveller tourist visitor guest host hostess
    resident inhabitant citizen national native immigrant migrant refugee
    asylum-seeker exile evacuee settler villager townsman neighbor neighbour tenant
    landlord homeowner father mother dad mom mum parent son daughter brother sister
    sibling twin husband wife spouse widow widower fiance fiancee boyfriend
    girlfriend partner uncle aunt nephew niece cousin grandfather grandmother
    grandson granddaughter grandchild grandparent relative kin ancestor friend
    colleague counterpart ally enemy foe acquaintance companion mate classmate
    teammate roommate stranger hero heroine celebrity star actor actress singer
    musician composer conductor guitarist drummer rapper dancer artist painter
    sculptor photographer filmmaker producer screenwriter playwright novelist author
    writer poet journalist reporter correspondent columnist editor publisher critic
    commentator anchor broadcaster presenter blogger critic pundit pollster insider
    outsider whistleblower source informant athlete player footballer golfer
    cricketer batsman bowler boxer wrestler swimmer runner sprinter cyclist skier
    skater jockey goalkeeper striker midfielder defender winger forward quarterback
    receiver pitcher catcher batter referee umpire coach captain trainer champion
    winner loser finalist medalist medallist competitor contestant rider racer
    climber hiker diver surfer hunter sportsman sportswoman fan spectator viewer
    reader listener audience-member patient user member participant attendee
    applicant recipient beneficiary taxpayer householder pensioner retiree retiree
    veteran firefighter rescuer lifeguard guard bodyguard watchman detective
    investigator inspector sheriff coroner examiner regulator auditor accountant
    secretary bureaucrat civil-servant technocrat commander general admiral colonel
    major captain lieutenant sergeant corporal private recruit conscript deserter
    defector dissident prisoner-of-war mercenary warlord dictator autocrat strongman
    ruler monarch royal aristocrat premier chancellor treasurer successor
    predecessor heir founder pioneer inventor designer architect builder contractor
    developer landowner operator dealer smuggler trafficker pirate hacker gangster
    mobster drug-lord kingpin accomplice culprit perpetrator conspirator plotter
    assassin stalker abuser molester liar traitor somebody someone anyone everyone
    everybody nobody lobbyist consultant contributor democrat republican
    conservative liberal socialist communist fascist nationalist populist moderate
    centrist independent progressive libertarian feminist environmentalist
    humanitarian pacifist skeptic sceptic christian muslim jew hindu buddhist
    catholic protestant sunni shiite evangelical mp ceo cfo coo pm middleman
    go-between interpreter translator librarian curator custodian janitor cleaner
    trustee executor liquidator pilgrim seaman crewman skipper rower bailiff
    registrar caretaker caregiver chaplain herder shepherd forester ranger warden
    surveyor medic orderly dissenter picket creditor claimant petitioner appellant
    signatory maid nanny babysitter housewife homemaker bride groom bridegroom
    peacekeeper captor kidnapper hijacker taker looter vigilante commando islamist
    paramilitary shopkeeper alderman ayatollah caliph chairperson commissioner
    constable consul countess czar dean duchess duke earl emir provost rector regent
    reverend shah sheikh sultan superintendent tsar undersecretary viceroy
    orphan mentor idol legend newcomer rookie debutant peer elder youngster senior
    junior
    bystander onlooker passer-by motorist pedestrian trucker rancher grower
    """
)

# Nouns for several people, whatever their number.
GROUP_NOUNS = word_set(
    """
    people family couple crowd mob gang crew team squad delegation troop troops
    personnel staff public population community generation group band panel jury
    cabinet leadership opposition audience electorate workforce faction clan tribe
    minority majority elite clergy nobility youth folk folks men women children
    militia force forces patrol convoy unit battalion brigade regiment platoon
    contingent expedition mission duo trio pair quartet household media press
    authorities police military army navy coastguard guard mission cartel network
    alliance coalition bloc side sides crowd many some most few several others both
    all none those wounded injured dead poor rich homeless unemployed elderly young
    fallen missing sick disabled living innocent kurds
    """
)

# Bodies that act: a nominal of theirs is an organisation.
ORG_NOUNS = word_set(
    """
    company corporation firm business conglomerate subsidiary startup start-up
    manufacturer maker automaker carmaker chipmaker drugmaker retailer supplier
    vendor airline carrier bank lender insurer brokerage fund hedge-fund utility
    refiner producer miner operator publisher broadcaster network station newspaper
    paper magazine journal tabloid daily weekly outlet website portal studio label
    agency bureau office ministry department administration government regime junta
    council commission committee subcommittee panel board body institution institute
    organization organisation association society federation confederation union
    league club team party coalition alliance bloc movement group campaign
    parliament congress senate house assembly legislature chamber court tribunal
    jury police army navy military force militia university college school academy
    faculty hospital clinic church mosque synagogue diocese charity foundation trust
    nonprofit nonprofit non-profit ngo think-tank thinktank watchdog regulator
    laboratory lab observatory museum library theater theatre orchestra band choir
    embassy consulate mission secretariat cabinet presidency treasury cartel
    syndicate consortium venture partnership enterprise chain store brand franchise
    giant startup airline railway railroad shipper shipyard plant-operator
    contractor developer landlord-association prosecution defense-team
    sheriff-office stock-exchange
    """
)

COUNTRY_NOUNS = word_set("country nation kingdom republic superpower")

PLACE_NOUNS = word_set(
    """
    city town village capital province region area district county territory border
    coast island peninsula continent valley mountain hill river lake sea ocean
    desert forest jungle park street road highway avenue bridge square airport port
    harbor harbour station hospital prison jail camp base site venue state stadium
    arena hotel restaurant bar cafe shop store mall market factory plant mine field
    farm ranch neighborhood neighbourhood suburb downtown building tower house home
    apartment flat villa palace castle church mosque temple cathedral school campus
    headquarters office courthouse courtroom embassy consulate museum theater
    theatre hall headquarter location place zone enclave frontier outskirt outskirts
    north south east west scene premises compound barracks bunker checkpoint beach
    bay strait gulf canal shore reservoir dam crossing junction world hometown
    homeland birthplace
    """
)

# What carries people or instruments and has a name of its own.
CRAFT_NOUNS = word_set(
    """
    ship vessel boat ferry tanker freighter trawler yacht frigate destroyer submarine
    cruiser carrier warship schooner liner barge tug icebreaker spacecraft spaceship
    lander rover probe satellite rocket shuttle orbiter capsule telescope booster
    craft helicopter airliner airship glider module
    """
)

# Names that stand for a body of government; the value is the name to keep.
METONYMS = {
    "White House": "White House",
    "Kremlin": "Kremlin",
    "Pentagon": "Pentagon",
    "Downing Street": "Downing Street",
    "10 Downing Street": "Downing Street",
    "Capitol Hill": "Capitol Hill",
    "Whitehall": "Whitehall",
    "Blue House": "Blue House",
    "Elysee": "Elysée",
    "Elysée": "Elysée",
    "Elysee Palace": "Elysée",
    "Élysée": "Elysée",
    "Foggy Bottom": "State Department",
    "Wall Street": "Wall Street",
    "Scotland Yard": "Scotland Yard",
    "Holy See": "Holy See",
    "Vatican": "Holy See",
    "Supreme Court": "Supreme Court",
    "Congress": "Congress",
    "Parliament": "Parliament",
    "Senate": "Senate",
    "House of Representatives": "House of Representatives",
}

# Last words of the names of bodies: "Acme Holdings".
ORG_NAME_WORDS = word_set(
    """
    Inc Corp Co Ltd LLC PLC AG SA NV Group Holdings Bank Party Committee Commission
    Council Ministry Department Agency University College Institute Association
    Union Federation League Club Foundation Fund Trust Court Congress Parliament
    Senate Assembly Airlines Airways Motors Industries Systems Technologies Partners
    Capital Times Post Journal News Tribune Herald Gazette Guardian Bureau Authority
    Board Society Organization Organisation Center Centre Academy School Hospital
    Church Army Navy Force Police Service Services Office Administration Alliance
    Coalition Network Press Media Studios Records Entertainment Energy Oil Steel
    Electric International Corporation Company Brothers Campaign Caucus Front
    Movement
    """
)

# Singular forms that the parser's lemma of a plural may miss.
IRREGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "businessmen": "businessman",
    "gunmen": "gunman",
    "lawmakers": "lawmaker",
    "congressmen": "congressman",
    "spokesmen": "spokesman",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "firemen": "fireman",
    "fishermen": "fisherman",
}

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "both": 2, "pair": 2,
    "couple": 2, "duo": 2, "trio": 3, "hundred": 100, "thousand": 1000,
    "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
