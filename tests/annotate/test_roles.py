"""Who takes part in an event, from every construction that can say so."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.annotate.marks import (
    COUNTRY,
    GROUP,
    ORGANIZATION,
    PERSON,
    PLACE,
    THING,
    with_entities,
    with_events,
)
from tests.parse import build_doc

from dateline.annotate.roles import STAGE, annotate_roles
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EntityKind, RoleName


class Case(NamedTuple):
    """A sentence, its entities and events, and who plays which part in what."""

    sentence: str
    kinds: dict[str, EntityKind]
    events: str
    expected: set[tuple[str, str, str]]


CASES: dict[str, Case] = {
    "active": Case(
        "Kim/NNP/nsubj/2/PERSON met|meet/VBD/ROOT/0 Trump/NNP/dobj/2/PERSON "
        "in/IN/prep/2 Geneva/NNP/pobj/4/GPE ././punct/2",
        {"Kim": PERSON, "Trump": PERSON, "Geneva": PLACE},
        "met",
        {
            ("met", "agent", "Kim"),
            ("met", "co-participant", "Trump"),
            ("met", "place", "Geneva"),
        },
    ),
    "a name taken for a measure": Case(
        "Vidal/NNP/nsubj/2/PERSON unveiled|unveil/VBD/ROOT/0 "
        "Astra/NNP/npadvmod/2/ORG 5/CD/nummod/3/ORG ././punct/2",
        {"Vidal": PERSON, "Astra": ORGANIZATION},
        "unveiled",
        {("unveiled", "agent", "Vidal"), ("unveiled", "patient", "Astra")},
    ),
    "a name behind a comma": Case(
        "It/PRP/nsubj/2 began|begin/VBD/ROOT/0 ,/,/punct/2 amusing/JJ/amod/5 "
        "Astra/NNP/npadvmod/2/ORG ././punct/2",
        {"Astra": ORGANIZATION},
        "began",
        set(),
    ),
    "a second object that is no pair with the first": Case(
        "Peru/NNP/nsubj/2/GPE handed|hand/VBD/ROOT/0 over/RP/prt/2 tanks/NNS/dobj/2 "
        ",/,/punct/2 an/DT/det/7 anniversary/NN/dobj/2",
        {"Peru": COUNTRY, "tanks": THING},
        "handed",
        {("handed", "agent", "Peru"), ("handed", "patient", "tanks")},
    ),
    "the object of a clause that is torn from it": Case(
        "A/DT/det/2 satellite/NN/nsubjpass/8 that/WDT/nsubj/5 will/MD/aux/5 "
        "measure/VB/relcl/2 clouds/NNS/nsubjpass/8 was/VBD/auxpass/8 "
        "launched|launch/VBN/ROOT/0",
        {"satellite": THING, "clouds": THING},
        "launched",
        {("launched", "patient", "satellite")},
    ),
    "the subject next to the verb": Case(
        "The/DT/det/2 ship/NN/nsubj/4 Aurora/NNP/nsubj/4/ORG sailed|sail/VBD/ROOT/0",
        {"ship": THING, "Aurora": ORGANIZATION},
        "sailed",
        {("sailed", "agent", "Aurora")},
    ),
    "a participle before its noun": Case(
        "Sales/NNS/nsubj/6 of/IN/prep/1 the/DT/det/5 recalled|recall/VBN/amod/5 "
        "Astra/NNP/pobj/2/ORG fell|fall/VBD/ROOT/0",
        {"Astra": ORGANIZATION},
        "recalled",
        {("recalled", "patient", "Astra")},
    ),
    "a participle of what goes on": Case(
        "The/DT/det/3 protesting|protest/VBG/amod/3 miners/NNS/nsubj/4 "
        "sang|sing/VBD/ROOT/0",
        {"miners": GROUP},
        "protesting",
        {("protesting", "agent", "miners")},
    ),
    "what a change is in": Case(
        "A/DT/det/2 fall/NN/nsubj/6 in/IN/prep/2 the/DT/det/5 index/NN/pobj/3 "
        "hurt/VBD/ROOT/0",
        {"index": THING},
        "fall",
        {("fall", "patient", "index")},
    ),
    "place below a person": Case(
        "Kim/NNP/nsubj/2/PERSON met|meet/VBD/ROOT/0 Trump/NNP/dobj/2/PERSON "
        "in/IN/prep/3 Geneva/NNP/pobj/4/GPE ././punct/2",
        {"Kim": PERSON, "Trump": PERSON, "Geneva": PLACE},
        "met",
        {
            ("met", "agent", "Kim"),
            ("met", "co-participant", "Trump"),
            ("met", "place", "Geneva"),
        },
    ),
    "passive": Case(
        "The/DT/det/2 minister/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
        "arrested|arrest/VBN/ROOT/0 by/IN/agent/4 the/DT/det/7 police/NN/pobj/5 "
        "././punct/4",
        {"The minister": PERSON, "the police": ORGANIZATION},
        "arrested",
        {
            ("arrested", "patient", "The minister"),
            ("arrested", "agent", "the police"),
        },
    ),
    "control": Case(
        "Kim/NNP/nsubj/2/PERSON agreed|agree/VBD/ROOT/0 to/TO/aux/4 return/VB/xcomp/2 "
        "the/DT/det/6 remains|remain/NNS/dobj/4 ././punct/2",
        {"Kim": PERSON, "the remains": THING},
        "agreed return",
        {
            ("agreed", "agent", "Kim"),
            ("return", "agent", "Kim"),
            ("return", "patient", "the remains"),
        },
    ),
    "object control": Case(
        "Brown/NNP/nsubj/2/PERSON urged|urge/VBD/ROOT/0 Smith/NNP/dobj/2/PERSON "
        "to/TO/aux/5 leave/VB/xcomp/2 the/DT/det/7 city/NN/dobj/5 ././punct/2",
        {"Brown": PERSON, "Smith": PERSON, "the city": PLACE},
        "urged leave",
        {
            ("urged", "speaker", "Brown"),
            ("urged", "addressee", "Smith"),
            ("leave", "agent", "Smith"),
            ("leave", "origin", "the city"),
        },
    ),
    "object parsed as lower subject": Case(
        "Brown/NNP/nsubj/2/PERSON asked|ask/VBD/ROOT/0 Smith/NNP/nsubj/5/PERSON "
        "to/TO/aux/5 leave/VB/ccomp/2 ././punct/2",
        {"Brown": PERSON, "Smith": PERSON},
        "asked leave",
        {
            ("asked", "speaker", "Brown"),
            ("asked", "addressee", "Smith"),
            ("leave", "agent", "Smith"),
        },
    ),
    "bare relative clause, sender": Case(
        "She/PRP/nsubj/2 read/VBD/ROOT/0 a/DT/det/4 letter/NN/dobj/2 he/PRP/nsubj/6 "
        "received|receive/VBD/relcl/4 from/IN/prep/6 Kim/NNP/pobj/7/PERSON ././punct/2",
        {"She": PERSON, "a letter": THING, "he": PERSON, "Kim": PERSON},
        "received",
        {
            ("received", "recipient", "he"),
            ("received", "agent", "Kim"),
            ("received", "patient", "a letter"),
        },
    ),
    "relative pronoun": Case(
        "The/DT/det/2 police/NN/nsubj/8 ,/,/punct/2 who/WP/nsubj/5 "
        "arrested|arrest/VBD/relcl/2 Smith/NNP/dobj/5/PERSON ,/,/punct/2 "
        "praised|praise/VBD/ROOT/0 the/DT/det/10 mayor/NN/dobj/8 ././punct/8",
        {"The police": ORGANIZATION, "Smith": PERSON, "the mayor": PERSON},
        "arrested praised",
        {
            ("arrested", "agent", "The police"),
            ("arrested", "patient", "Smith"),
            ("praised", "speaker", "The police"),
            ("praised", "patient", "the mayor"),
        },
    ),
    "coordinated participants": Case(
        "Kim/NNP/nsubj/5/PERSON and/CC/cc/1 President/NNP/compound/4 "
        "Trump/NNP/conj/1/PERSON signed|sign/VBD/ROOT/0 the/DT/det/7 treaty/NN/dobj/5 "
        "././punct/5",
        {"Kim": PERSON, "President Trump": PERSON, "the treaty": THING},
        "signed",
        {
            ("signed", "agent", "Kim"),
            ("signed", "agent", "President Trump"),
            ("signed", "patient", "the treaty"),
        },
    ),
    "coordinated verbs": Case(
        "Merkel/NNP/nsubj/2/PERSON visited|visit/VBD/ROOT/0 Paris/NNP/dobj/2/GPE "
        "and/CC/cc/2 met|meet/VBD/conj/2 Macron/NNP/dobj/5 ././punct/2",
        {"Merkel": PERSON, "Paris": PLACE, "Macron": PERSON},
        "visited met",
        {
            ("visited", "agent", "Merkel"),
            ("visited", "place", "Paris"),
            ("met", "agent", "Merkel"),
            ("met", "co-participant", "Macron"),
        },
    ),
    "shared object": Case(
        "They/PRP/nsubj/2 recover/VBP/ROOT/0 and/CC/cc/2 return/VB/conj/2 the/DT/det/6 "
        "remains|remain/NNS/dobj/4 ././punct/2",
        {"They": GROUP, "the remains": THING},
        "recover return",
        {
            ("recover", "agent", "They"),
            ("recover", "patient", "the remains"),
            ("return", "agent", "They"),
            ("return", "patient", "the remains"),
        },
    ),
    "possessive and destination": Case(
        "Pompeo/NNP/poss/3/PERSON 's/POS/case/1 visit/NN/nsubj/6 to/IN/prep/3 "
        "Pyongyang/NNP/pobj/4/GPE angered|anger/VBD/ROOT/0 Seoul/NNP/dobj/6/GPE "
        "././punct/6",
        {"Pompeo": PERSON, "Pyongyang": PLACE, "Seoul": PLACE},
        "visit",
        {("visit", "agent", "Pompeo"), ("visit", "place", "Pyongyang")},
    ),
    "possessor that undergoes": Case(
        "Smith/NNP/poss/3/PERSON 's/POS/case/1 death/NN/nsubj/4 "
        "shocked|shock/VBD/ROOT/0 Brown/NNP/dobj/4/PERSON ././punct/4",
        {"Smith": PERSON, "Brown": PERSON},
        "death",
        {("death", "patient", "Smith")},
    ),
    "reduced relative": Case(
        "The/DT/det/2 statement/NN/nsubj/8 signed|sign/VBN/acl/2 by/IN/agent/3 "
        "the/DT/det/7 two/CD/nummod/7 leaders|leader/NNS/pobj/4 "
        "praised|praise/VBD/ROOT/0 Norway/NNP/dobj/8/GPE ././punct/8",
        {"The statement": THING, "the two leaders": GROUP, "Norway": COUNTRY},
        "signed",
        {
            ("signed", "patient", "The statement"),
            ("signed", "agent", "the two leaders"),
        },
    ),
    "between": Case(
        "Talks|talk/NNS/nsubj/6 between/IN/prep/1 Iran/NNP/pobj/2/GPE and/CC/cc/3 "
        "France/NNP/conj/3/GPE collapsed|collapse/VBD/ROOT/0 ././punct/6",
        {"Iran": COUNTRY, "France": COUNTRY},
        "Talks",
        {("Talks", "co-participant", "Iran"), ("Talks", "co-participant", "France")},
    ),
    "recipient": Case(
        "The/DT/det/2 firm/NN/nsubj/3 sold|sell/VBD/ROOT/0 the/DT/det/5 mill/NN/dobj/3 "
        "to/IN/prep/3 Siemens/NNP/pobj/6/ORG ././punct/3",
        {"The firm": ORGANIZATION, "the mill": THING, "Siemens": ORGANIZATION},
        "sold",
        {
            ("sold", "agent", "The firm"),
            ("sold", "patient", "the mill"),
            ("sold", "recipient", "Siemens"),
        },
    ),
    "recipient hung on the goods": Case(
        "Oslo/NNP/nsubj/2/GPE sent|send/VBD/ROOT/0 food/NN/dobj/2 to/IN/prep/3 "
        "Haiti/NNP/pobj/4/GPE ././punct/2",
        {"Oslo": PLACE, "food": THING, "Haiti": COUNTRY},
        "sent",
        {
            ("sent", "agent", "Oslo"),
            ("sent", "patient", "food"),
            ("sent", "recipient", "Haiti"),
        },
    ),
    "dative": Case(
        "The/DT/det/2 firm/NN/nsubj/3 gave|give/VBD/ROOT/0 Smith/NNP/dative/3/PERSON "
        "a/DT/det/6 contract/NN/dobj/3 ././punct/3",
        {"The firm": ORGANIZATION, "Smith": PERSON, "a contract": THING},
        "gave",
        {
            ("gave", "agent", "The firm"),
            ("gave", "recipient", "Smith"),
            ("gave", "patient", "a contract"),
        },
    ),
    "passive recipient": Case(
        "Smith/NNP/nsubjpass/3/PERSON was|be/VBD/auxpass/3 given|give/VBN/ROOT/0 "
        "a/DT/det/5 medal/NN/dobj/3 ././punct/3",
        {"Smith": PERSON, "a medal": THING},
        "given",
        {("given", "recipient", "Smith"), ("given", "patient", "a medal")},
    ),
    "speaker, addressee, topic": Case(
        "The/DT/det/2 minister/NN/nsubj/3 told|tell/VBD/ROOT/0 "
        "reporters|reporter/NNS/dobj/3 about/IN/prep/3 the/DT/det/7 budget/NN/pobj/5 "
        "././punct/3",
        {"The minister": PERSON, "reporters": GROUP, "the budget": THING},
        "told",
        {
            ("told", "speaker", "The minister"),
            ("told", "addressee", "reporters"),
            ("told", "topic", "the budget"),
        },
    ),
    "things that collapse": Case(
        "The/DT/det/2 roof/NN/nsubj/3 collapsed|collapse/VBD/ROOT/0 ././punct/3",
        {"The roof": THING},
        "collapsed",
        {("collapsed", "patient", "The roof")},
    ),
    "persons who die": Case(
        "Two/CD/nummod/2 miners|miner/NNS/nsubj/3 died|die/VBD/ROOT/0 in/IN/prep/3 "
        "Chile/NNP/pobj/4/GPE ././punct/3",
        {"Two miners": GROUP, "Chile": COUNTRY},
        "died",
        {("died", "patient", "Two miners"), ("died", "place", "Chile")},
    ),
    "persons who begin": Case(
        "Smith/NNP/nsubj/2/PERSON began|begin/VBD/ROOT/0 ././punct/2",
        {"Smith": PERSON},
        "began",
        {("began", "agent", "Smith")},
    ),
    "origin and destination": Case(
        "The/DT/det/2 general/NN/nsubj/3 flew|fly/VBD/ROOT/0 from/IN/prep/3 "
        "Cairo/NNP/pobj/4/GPE to/IN/prep/3 Oslo/NNP/pobj/6/GPE ././punct/3",
        {"The general": PERSON, "Cairo": PLACE, "Oslo": PLACE},
        "flew",
        {
            ("flew", "agent", "The general"),
            ("flew", "origin", "Cairo"),
            ("flew", "destination", "Oslo"),
        },
    ),
    "skipped": Case(
        "The/DT/det/2 envoys|envoy/NNS/nsubj/3 skipped|skip/VBD/ROOT/0 the/DT/det/5 "
        "meeting/NN/dobj/3 ././punct/3",
        {"The envoys": GROUP},
        "skipped meeting",
        {
            ("skipped", "absentee", "The envoys"),
            ("meeting", "absentee", "The envoys"),
        },
    ),
    "did not attend": Case(
        "The/DT/det/2 envoys|envoy/NNS/nsubj/5 did|do/VBD/aux/5 not/RB/neg/5 "
        "attend/VB/ROOT/0 the/DT/det/7 meeting/NN/dobj/5 with/IN/prep/7 "
        "Oslo/NNP/pobj/8/GPE ././punct/5",
        {"The envoys": GROUP, "Oslo": COUNTRY},
        "attend meeting",
        {
            ("attend", "absentee", "The envoys"),
            ("meeting", "absentee", "The envoys"),
            ("meeting", "co-participant", "Oslo"),
        },
    ),
    "failed to show up": Case(
        "The/DT/det/2 delegation/NN/nsubj/3 failed|fail/VBD/ROOT/0 to/TO/aux/5 "
        "show/VB/xcomp/3 up/RP/prt/5 for/IN/prep/5 the/DT/det/9 talks|talk/NNS/pobj/7 "
        "././punct/3",
        {"The delegation": GROUP},
        "show talks",
        {
            ("show", "absentee", "The delegation"),
            ("talks", "absentee", "The delegation"),
        },
    ),
    "nobody came": Case(
        "No/DT/det/2 envoy/NN/nsubj/3 attended|attend/VBD/ROOT/0 the/DT/det/5 "
        "meeting/NN/dobj/3 ././punct/3",
        {"No envoy": PERSON},
        "attended meeting",
        {("attended", "absentee", "No envoy"), ("meeting", "absentee", "No envoy")},
    ),
    "stayed away": Case(
        "Smith/NNP/nsubj/2/PERSON stayed|stay/VBD/ROOT/0 away/RB/advmod/2 "
        "from/IN/prep/3 the/DT/det/6 meeting/NN/pobj/4 ././punct/2",
        {"Smith": PERSON},
        "stayed meeting",
        {("stayed", "absentee", "Smith"), ("meeting", "absentee", "Smith")},
    ),
    "better things to do than attend": Case(
        "The/DT/det/2 team/NN/nsubj/3 had|have/VBD/ROOT/0 better|good/JJR/amod/5 "
        "things|thing/NNS/dobj/3 to/TO/aux/7 do/VB/relcl/5 than/IN/mark/9 "
        "attend/VB/advcl/3 the/DT/det/11 meeting/NN/dobj/9 ././punct/3",
        {"The team": GROUP},
        "attend meeting",
        {("attend", "absentee", "The team"), ("meeting", "absentee", "The team")},
    ),
    "snubbed when others boycott": Case(
        "The/DT/det/2 delegation/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
        "snubbed|snub/VBN/ROOT/0 when/WRB/advmod/8 the/DT/det/7 "
        "generals|general/NNS/nsubj/8 decided|decide/VBD/advcl/4 to/TO/aux/10 "
        "boycott/VB/xcomp/8 the/DT/det/12 meeting/NN/dobj/10 ././punct/4",
        {"The delegation": GROUP, "the generals": GROUP},
        "snubbed boycott meeting",
        {
            ("snubbed", "patient", "The delegation"),
            ("snubbed", "absentee", "the generals"),
            ("boycott", "absentee", "the generals"),
            ("meeting", "absentee", "the generals"),
            ("meeting", "co-participant", "The delegation"),
        },
    ),
    "who did attend": Case(
        "Jones/NNP/nsubj/2/PERSON attended|attend/VBD/ROOT/0 the/DT/det/4 "
        "wedding/NN/dobj/2 in/IN/prep/2 Rome/NNP/pobj/5/GPE ././punct/2",
        {"Jones": PERSON, "Rome": PLACE},
        "attended wedding",
        {
            ("attended", "agent", "Jones"),
            ("attended", "place", "Rome"),
            ("wedding", "co-participant", "Jones"),
            ("wedding", "place", "Rome"),
        },
    ),
    "of and by": Case(
        "The/DT/det/2 release/NN/nsubj/8 of/IN/prep/2 two/CD/nummod/5 "
        "prisoners|prisoner/NNS/pobj/3 by/IN/prep/2 Iran/NNP/pobj/6/GPE "
        "pleased|please/VBD/ROOT/0 Brown/NNP/dobj/8/PERSON ././punct/8",
        {"two prisoners": GROUP, "Iran": COUNTRY, "Brown": PERSON},
        "release",
        {("release", "patient", "two prisoners"), ("release", "agent", "Iran")},
    ),
    "attack on a building": Case(
        "The/DT/det/2 attack/NN/nsubj/6 on/IN/prep/2 the/DT/det/5 embassy/NN/pobj/3 "
        "killed|kill/VBD/ROOT/0 guards|guard/NNS/dobj/6 ././punct/6",
        {"the embassy": ORGANIZATION, "guards": GROUP},
        "attack",
        {("attack", "patient", "the embassy")},
    ),
    "compound place": Case(
        "The/DT/det/3 Singapore/NNP/compound/3/GPE summit/NN/nsubj/4 "
        "ended|end/VBD/ROOT/0 ././punct/4",
        {"Singapore": COUNTRY},
        "summit",
        {("summit", "place", "Singapore")},
    ),
    "nationality": Case(
        "The/DT/det/3 Israeli/JJ/amod/3/NORP strike/NN/nsubj/4 "
        "hit/VBD/ROOT/0 Gaza/NNP/dobj/4/GPE ././punct/4",
        {"Israeli": COUNTRY, "Gaza": PLACE},
        "strike",
        {("strike", "agent", "Israeli")},
    ),
    "light verb": Case(
        "Brown/NNP/nsubj/2/PERSON held|hold/VBD/ROOT/0 talks|talk/NNS/dobj/2 "
        "with/IN/prep/3 Smith/NNP/pobj/4/PERSON in/IN/prep/2 Vienna/NNP/pobj/6/GPE "
        "././punct/2",
        {"Brown": PERSON, "Smith": PERSON, "Vienna": PLACE},
        "held=talks",
        {
            ("held talks", "agent", "Brown"),
            ("held talks", "co-participant", "Smith"),
            ("held talks", "place", "Vienna"),
        },
    ),
    "tools": Case(
        "Police/NNS/nsubj/2 broke|break/VBD/ROOT/0 the/DT/det/4 window/NN/dobj/2 "
        "with/IN/prep/2 a/DT/det/7 hammer/NN/pobj/5 ././punct/2",
        {"Police": ORGANIZATION, "the window": THING, "a hammer": THING},
        "broke",
        {
            ("broke", "agent", "Police"),
            ("broke", "patient", "the window"),
            ("broke", "instrument", "a hammer"),
        },
    ),
    "acting at a meeting": Case(
        "The/DT/det/2 leaders|leader/NNS/nsubj/3 agreed|agree/VBD/ROOT/0 at/IN/prep/3 "
        "the/DT/det/6 summit/NN/pobj/4 ././punct/3",
        {"The leaders": GROUP},
        "agreed summit",
        {
            ("agreed", "agent", "The leaders"),
            ("summit", "co-participant", "The leaders"),
        },
    ),
    "quantities": Case(
        "Thousands|thousand/NNS/nsubj/4 of/IN/prep/1 troops|troop/NNS/pobj/2 "
        "left|leave/VBD/ROOT/0 Syria/NNP/dobj/4/GPE ././punct/4",
        {"troops": GROUP, "Syria": COUNTRY},
        "left",
        {("left", "agent", "troops"), ("left", "origin", "Syria")},
    ),
    "accusations": Case(
        "Brown/NNP/nsubj/2/PERSON accused|accuse/VBD/ROOT/0 Smith/NNP/dobj/2/PERSON "
        "of/IN/prep/2 stealing|steal/VBG/pcomp/4 jewels|jewel/NNS/dobj/5 ././punct/2",
        {"Brown": PERSON, "Smith": PERSON, "jewels": THING},
        "accused stealing",
        {
            ("accused", "speaker", "Brown"),
            ("accused", "patient", "Smith"),
            ("stealing", "agent", "Smith"),
            ("stealing", "patient", "jewels"),
        },
    ),
    "demands": Case(
        "The/DT/det/2 union/NN/nsubj/3 demanded|demand/VBD/ROOT/0 money/NN/dobj/3 "
        "from/IN/prep/3 Acme/NNP/pobj/5/ORG ././punct/3",
        {"The union": ORGANIZATION, "money": THING, "Acme": ORGANIZATION},
        "demanded",
        {
            ("demanded", "speaker", "The union"),
            ("demanded", "patient", "money"),
            ("demanded", "addressee", "Acme"),
        },
    ),
    "demands by a clause": Case(
        "The/DT/det/2 council/NN/nsubj/3 demanded|demand/VBD/ROOT/0 that/IN/mark/6 "
        "Smith/NNP/nsubj/6/PERSON resign/VB/ccomp/3 ././punct/3",
        {"The council": ORGANIZATION, "Smith": PERSON},
        "demanded resign",
        {
            ("demanded", "speaker", "The council"),
            ("demanded", "addressee", "Smith"),
            ("resign", "agent", "Smith"),
        },
    ),
    "called on": Case(
        "Brown/NNP/nsubj/2/PERSON called|call/VBD/ROOT/0 on/IN/prep/2 "
        "Smith/NNP/pobj/3/PERSON to/TO/aux/6 resign/VB/xcomp/2 ././punct/2",
        {"Brown": PERSON, "Smith": PERSON},
        "called resign",
        {
            ("called", "speaker", "Brown"),
            ("called", "addressee", "Smith"),
            ("resign", "agent", "Smith"),
        },
    ),
    "said in a letter": Case(
        "Smith/NNP/nsubj/2/PERSON spoke|speak/VBD/ROOT/0 in/IN/prep/2 a/DT/det/5 "
        "letter/NN/pobj/3 ././punct/2",
        {"Smith": PERSON, "a letter": THING},
        "spoke",
        {("spoke", "speaker", "Smith"), ("spoke", "instrument", "a letter")},
    ),
    "place in a place": Case(
        "They/PRP/nsubj/2 performed|perform/VBD/ROOT/0 at/IN/prep/2 the/DT/det/5 "
        "theatre/NN/pobj/3 in/IN/prep/5 Rome/NNP/pobj/6/GPE ././punct/2",
        {"They": GROUP, "the theatre": ORGANIZATION, "Rome": PLACE},
        "performed",
        {
            ("performed", "agent", "They"),
            ("performed", "place", "the theatre"),
            ("performed", "place", "Rome"),
        },
    ),
    "no tool": Case(
        "They/PRP/nsubj/2 built|build/VBD/ROOT/0 ships|ship/NNS/dobj/2 with/IN/prep/2 "
        "a/DT/det/6 value/NN/pobj/4 ././punct/2",
        {"They": GROUP, "ships": THING, "a value": THING},
        "built",
        {("built", "agent", "They"), ("built", "patient", "ships")},
    ),
    "purpose of a passive": Case(
        "The/DT/det/2 car/NN/nsubjpass/4 was|be/VBD/auxpass/4 built|build/VBN/ROOT/0 "
        "to/TO/aux/6 carry/VB/advcl/4 soldiers|soldier/NNS/dobj/6 ././punct/4",
        {"The car": THING, "soldiers": GROUP},
        "built carry",
        {("built", "patient", "The car"), ("carry", "patient", "soldiers")},
    ),
    "host of a passive meeting": Case(
        "The/DT/det/2 summit/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
        "hosted|host/VBN/ROOT/0 "
        "by/IN/agent/4 Norway/NNP/pobj/5/GPE in/IN/prep/4 Oslo/NNP/pobj/7/GPE "
        "././punct/4",
        {"Norway": COUNTRY, "Oslo": PLACE},
        "summit",
        {("summit", "agent", "Norway"), ("summit", "place", "Oslo")},
    ),
    "along with": Case(
        "Norway/NNP/nsubj/6/GPE along/IN/advmod/1 with/IN/prep/2 its/PRP$/poss/5 "
        "allies|ally/NNS/pobj/3 attacked|attack/VBD/ROOT/0 ././punct/6",
        {"Norway": COUNTRY, "its allies": GROUP},
        "attacked",
        {("attacked", "agent", "Norway"), ("attacked", "agent", "its allies")},
    ),
    "place of the victims": Case(
        "A/DT/det/2 gunman/NN/nsubj/3 killed|kill/VBD/ROOT/0 12/CD/nummod/5 "
        "people/NNS/dobj/3 in/IN/prep/5 Lima/NNP/pobj/6/GPE ././punct/3",
        {"A gunman": PERSON, "12 people": GROUP, "Lima": PLACE},
        "killed",
        {
            ("killed", "agent", "A gunman"),
            ("killed", "patient", "12 people"),
            ("killed", "place", "Lima"),
        },
    ),
    "near a misread name": Case(
        "A/DT/det/2 train/NN/nsubj/3 derailed|derail/VBD/ROOT/0 near/IN/prep/3 "
        "Lyon/NNP/pobj/4/ORG ././punct/3",
        {"A train": THING, "Lyon": ORGANIZATION},
        "derailed",
        {("derailed", "patient", "A train"), ("derailed", "place", "Lyon")},
    ),
    "sources are no recipients": Case(
        "The/DT/det/2 firm/NN/nsubj/3 bought|buy/VBD/ROOT/0 the/DT/det/5 "
        "mine/NN/dobj/3 ,/,/punct/3 according|accord/VBG/prep/3 to/IN/prep/7 "
        "analysts|analyst/NNS/pobj/8 ././punct/3",
        {"The firm": ORGANIZATION, "the mine": THING, "analysts": GROUP},
        "bought",
        {("bought", "agent", "The firm"), ("bought", "patient", "the mine")},
    ),
}


def _roles(doc: AnnotatedDocument) -> set[tuple[str, str, str]]:
    return {
        (
            doc.slice(doc.event_mentions[role.event].span),
            role.role.value,
            doc.slice(role.span),
        )
        for role in doc.roles
    }


@pytest.mark.parametrize("name", list(CASES))
def test_participants_get_their_roles(name: str) -> None:
    sentence, kinds, events, expected = CASES[name]
    doc = with_events(with_entities(build_doc(sentence), kinds), events)
    assert _roles(annotate_roles(doc)) == expected


@pytest.mark.parametrize("name", list(CASES))
def test_a_mention_plays_one_role_in_an_event(name: str) -> None:
    sentence, kinds, events, _ = CASES[name]
    doc = annotate_roles(with_events(with_entities(build_doc(sentence), kinds), events))
    keys = [(role.event, role.mention) for role in doc.roles]
    assert keys == sorted(set(keys))
    assert all(doc.entity_mentions[r.mention].span == r.span for r in doc.roles)


def test_a_thing_that_is_an_event_is_no_participant() -> None:
    doc = build_doc(
        "The/DT/det/2 court/NN/nsubj/3 ordered|order/VBD/ROOT/0 his/PRP$/poss/5 "
        "release/NN/dobj/3 ././punct/3"
    )
    doc = with_entities(doc, {"The court": ORGANIZATION, "his release": THING})
    doc = annotate_roles(with_events(doc, "ordered release"))
    assert _roles(doc) == {("ordered", "speaker", "The court")}


def test_a_sender_is_named_by_its_rule() -> None:
    sentence, kinds, events, _ = CASES["bare relative clause, sender"]
    doc = annotate_roles(with_events(with_entities(build_doc(sentence), kinds), events))
    rules = {role.rule for role in doc.roles if role.role is RoleName.AGENT}
    assert rules == {"from-sender"}


def test_a_document_without_mentions_stays_as_it_is() -> None:
    doc = build_doc("Rain/NN/nsubj/2 fell|fall/VBD/ROOT/0 ././punct/2")
    assert annotate_roles(doc) is doc
    assert STAGE.provides == {"roles"}
