"""What a verb means with a certain object, as data: "lift" + "embargo" is to yield.

Each entry is a type, verbs and the lemmas of their object (or of the subject of the
passive). The first entry that fits wins over the verb's own type.
"""

from __future__ import annotations

from dateline.model.event_types import EventType as T

_AID = "aid food medicine relief supply assistance goods equipment blanket tent vaccine"
_TIES = "tie relation contact link"
_CURBS = """
restriction curfew ban embargo sanction blockade siege tariff curb limit control
emergency martial measure rule law
"""
_WRITINGS = """
statement report letter document transcript video photo photograph book memo finding
figure result data list article tape footage picture recording image file study
communique
"""
_PEOPLE = "hostage prisoner detainee captive inmate"
_FORCES = "troop soldier force warship tank marine jet patrol army navy reservist"
_ROADS = "road street highway railway bridge square port airport entrance"
_PEACE = "ceasefire cease-fire truce"
_LAWS = """
law bill resolution legislation measure budget act amendment reform motion constitution
"""
_FIGURES = """
price wage salary pay rate tax fee tariff fare rent output production forecast spending
budget dividend estimate cost
"""
_PRODUCTS = """
product version album film movie software game song model phone service device single
"""

_RULES: tuple[tuple[T, str, str], ...] = (
    (T.YIELD, "lift ease relax cancel end suspend loosen remove drop revoke", _CURBS),
    (T.YIELD, "accept meet grant satisfy", "demand condition ultimatum term"),
    (T.YIELD, "release free return swap", f"{_PEOPLE} refugee"),
    (T.TRANSFER, "recover retrieve", "remains body corpse wreckage recorder money"),
    (T.YIELD, "declare observe implement respect", _PEACE),
    (T.YIELD, "allow admit let", "observer inspector monitor journalist access"),
    (T.ACCUSE, "express voice convey register", """
     concern anger displeasure opposition
     outrage disappointment dismay regret alarm fear criticism objection worry
     """),
    (T.SUPPORT, "express voice convey", """
     support solidarity satisfaction optimism thanks
     gratitude confidence hope sympathy appreciation condolence
     """),
    (T.SUPPORT, "give lend offer pledge throw declare", "support backing weight"),
    (T.AGREE, "express voice signal", "readiness willingness intention interest"),
    (T.COOPERATE, "share exchange swap", """
     intelligence information expertise datum data
     technology knowledge
     """),
    (T.SANCTION, "withdraw recall expel", """
     ambassador envoy diplomat observer inspector
     peacekeeper mission attache consul
     """),
    (T.SANCTION, "halt suspend break-off freeze end cut break cancel",
     "talk negotiation mediation dialogue cooperation"),
    (T.SANCTION, "freeze seize block", "asset account"),
    (T.REJECT, "boycott", "talk meeting negotiation summit session conference"),
    (T.REJECT, "violate defy flout ignore break", """
     law norm resolution order agreement
     treaty ban ruling
     """),
    (T.ASSAULT, "take seize", "hostage captive"),
    (T.ASSAULT, "exchange", "fire gunfire shot"),
    (T.PROTEST, "throw hurl", "stone rock bottle egg bomb cocktail"),
    (T.MOBILIZE, "step-up increase strengthen tighten boost reinforce heighten beef-up",
     "security patrol presence defence defense alert troop"),
    (T.YIELD, "call-off cancel suspend end", "strike boycott protest offensive siege"),
    (T.YIELD, "drop withdraw", "charge claim lawsuit suit objection"),
    (T.SANCTION, "impose tighten reimpose extend",
     "sanction embargo tariff blockade duty"),
    (T.SANCTION, "cut reduce halt suspend freeze stop block withhold ban prohibit",
     f"{_AID} trade import export loan fund travel shipment {_TIES}"),
    (T.SANCTION, "break sever break-off cut-off cut suspend downgrade", _TIES),
    (T.SANCTION, "deny refuse", "entry visa"),
    (T.COERCE, "impose declare", "curfew law emergency restriction ban rule control"),
    (T.COERCE, "set", "fire"),
    (T.COERCE, "use fire", "gas cannon baton bullet"),
    (T.COERCE, "hold take", f"{_PEOPLE} civilian refugee"),
    (T.ASSAULT, "violate break breach", _PEACE),
    (T.ASSAULT, "fire launch lob", "missile rocket shell mortar grenade"),
    (T.ASSAULT, "explode detonate", "bomb device"),
    (T.SUPPORT, "establish restore resume upgrade open", f"{_TIES} embassy consulate"),
    (T.AGREE, "reach strike sign conclude seal ink finalize finalise ratify",
     """
         agreement deal accord treaty pact settlement truce ceasefire consensus contract
         compromise protocol memorandum
         """),
    (T.AID, "send give deliver ship donate provide hand-over supply pledge",
     f"{_AID} arm weapon money grant loan"),
    (T.AID, "grant give offer", "asylum shelter refuge"),
    (T.TRANSFER, "hand-over turn-over return", """
         remains body document artifact artefact
         corpse item object money
         """),
    (T.COMMUNICATION, "send write receive exchange deliver",
     "letter message email e-mail telegram note cable memo"),
    (T.PUBLICATION, "release issue publish post unveil leak", _WRITINGS),
    (T.LAUNCH, "release unveil launch introduce", _PRODUCTS),
    (T.LEGISLATION, "pass sign approve adopt enact reject draft table", _LAWS),
    (T.MOBILIZE, "send order deploy dispatch mass station", _FORCES),
    (T.PROTEST, "block occupy barricade", _ROADS),
    (T.PROTEST, "collect sign gather submit", "signature petition"),
    (T.PROTEST, "burn", "flag effigy"),
    (T.MEET, "receive host", """
         delegation delegate observer envoy minister president
         counterpart ambassador visitor leader
         """),
    (T.MEET, "hold have attend", "meeting summit talk"),
    (T.RESIGNATION, "leave quit", "office post job"),
    (T.RESIGNATION, "fire sack dismiss oust remove", """
         worker employee staff official
         adviser manager coach director minister chief secretary executive teacher
         """),
    (T.CRIME, "accept take offer pay", "bribe kickback"),
    (T.LEGAL, "file drop bring", "charge lawsuit suit complaint"),
    (T.ELECTION, "call hold win lose",
     "election re-election vote primary ballot referendum seat"),
    (T.DEATH, "lose claim take", "life"),
    (T.SPORT, "win lose draw", "title championship medal match game cup final"),
    (T.CULTURE, "win receive", "award prize oscar"),
    (T.TRANSFER, "award", "medal prize trophy title honour honor certificate"),
    (T.ECONOMY, "raise cut lower reduce increase", _FIGURES),
    (T.MOVEMENT, "cross", "border river"),
    (T.OTHER, "meet", """
         goal target need requirement deadline expectation standard
         criterion obligation cost challenge resistance opposition
         """),
    (T.OTHER, "call convene", "meeting strike session"),
)  # fmt: skip


def _index() -> dict[str, tuple[tuple[frozenset[str], T], ...]]:
    rules: dict[str, list[tuple[frozenset[str], T]]] = {}
    for event_type, verbs, objects in _RULES:
        things = frozenset(objects.split())
        for verb in verbs.split():
            rules.setdefault(verb.replace("-", " "), []).append((things, event_type))
    return {verb: tuple(entries) for verb, entries in rules.items()}


OBJECT_RULES = _index()
