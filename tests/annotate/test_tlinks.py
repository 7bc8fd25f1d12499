"""Events are linked to their times, to each other, and to the publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest
from tests.annotate.marks import find, with_events
from tests.parse import build_doc

from dateline.annotate.tlinks import STAGE, annotate_tlinks
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Timex
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue, TimexType


class Case(NamedTuple):
    """A sentence, its events and times, and "event RELATION time or event" lines."""

    sentence: str
    events: str
    times: str
    expected: set[str]
    types: dict[str, str] | None = None


SUMMIT = (
    "They/PRP/nsubj/2 agreed|agree/VBD/ROOT/0 to/TO/aux/4 destroy/VB/xcomp/2 "
    "the/DT/det/6 "
    "missiles|missile/NNS/dobj/4 at/IN/prep/4 the/DT/det/9 summit/NN/pobj/7 "
    "on/IN/prep/4 "
    "June/NNP/pobj/10/DATE 12/CD/nummod/11/DATE ././punct/2"
)
RETURN_IN = (
    "Kim/NNP/nsubj/2/PERSON agreed|agree/VBD/ROOT/0 to/TO/aux/4 return/VB/xcomp/2 "
    "bones|bone/NNS/dobj/4 in/IN/prep/4 June/NNP/pobj/6/DATE ././punct/2"
)

TIMES: dict[str, Case] = {
    "fronted, coordinated verbs": Case(
        "On/IN/prep/5 Thursday/NNP/pobj/1/DATE ,/,/punct/5 Brown/NNP/nsubj/5 "
        "met|meet/VBD/ROOT/0 Smith/NNP/dobj/5 and/CC/cc/5 signed|sign/VBD/conj/5 "
        "the/DT/det/10 treaty/NN/dobj/8 ././punct/5",
        "met signed",
        "Thursday",
        {"met IS_INCLUDED Thursday", "signed IS_INCLUDED Thursday"},
    ),
    "dated letter": Case(
        "The/DT/det/2 letter/NN/nsubjpass/9 ,/,/punct/2 dated|date/VBN/acl/2 "
        "July/NNP/npadvmod/4/DATE 6/CD/nummod/5/DATE ,/,/punct/2 was|be/VBD/auxpass/9 "
        "sent|send/VBN/ROOT/0 to/IN/dative/9 Oslo/NNP/pobj/10/GPE ././punct/9",
        "letter sent",
        "July 6",
        {"letter IS_INCLUDED July 6", "sent IS_INCLUDED July 6"},
    ),
    "war that lasted": Case(
        "The/DT/det/2 war/NN/nsubj/11 ,/,/punct/2 which/WDT/nsubj/5 "
        "lasted|last/VBD/relcl/2 from/IN/prep/5 1950/CD/pobj/6/DATE to/IN/prep/6 "
        "1953/CD/pobj/8/DATE ,/,/punct/2 killed|kill/VBD/ROOT/0 "
        "thousands|thousand/NNS/dobj/11 ././punct/11",
        "war killed",
        "1950,1953",
        {"war BEGUN_BY 1950", "war ENDED_BY 1953"},
    ),
    "war that began": Case(
        "The/DT/det/2 war/NN/nsubj/3 began|begin/VBD/ROOT/0 in/IN/prep/3 "
        "1950/CD/pobj/4/DATE ././punct/3",
        "war began",
        "1950",
        {"war BEGUN_BY 1950", "began IS_INCLUDED 1950", "began BEGINS war"},
    ),
    "strike that ended": Case(
        "They/PRP/nsubj/2 ended|end/VBD/ROOT/0 the/DT/det/4 strike/NN/dobj/2 "
        "on/IN/prep/2 Monday/NNP/pobj/5/DATE ././punct/2",
        "ended strike",
        "Monday",
        {
            "strike ENDED_BY Monday",
            "ended IS_INCLUDED Monday",
            "ended ENDS strike",
        },
    ),
    "last time": Case(
        "The/DT/det/3 last/JJ/amod/3 time/NN/nsubj/7 Oslo/NNP/nsubj/5 "
        "transferred|transfer/VBD/relcl/3 grain/NN/dobj/5 was|be/VBD/ROOT/0 "
        "2005/CD/attr/7/DATE ././punct/7",
        "transferred",
        "2005",
        {"transferred IS_INCLUDED 2005"},
    ),
    "past time under an infinitive": Case(
        RETURN_IN,
        "agreed return",
        "June",
        {"agreed IS_INCLUDED June", "return AFTER agreed"},
    ),
    "future time under an infinitive": Case(
        RETURN_IN.replace("in/IN", "by/IN").replace("June", "August"),
        "agreed return",
        "August",
        {"return BEFORE August", "return AFTER agreed"},
    ),
    "summit with its date": Case(
        SUMMIT,
        "agreed destroy summit",
        "June 12",
        {
            "agreed IS_INCLUDED June 12",
            "summit IS_INCLUDED June 12",
            "agreed IS_INCLUDED summit",
            "destroy AFTER agreed",
        },
        {"summit": "Meet"},
    ),
    "time of a report": Case(
        "Officials|official/NNS/nsubj/2 said|say/VBD/ROOT/0 "
        "Tuesday/NNP/npadvmod/6/DATE "
        "the/DT/det/5 plant/NN/nsubj/6 closed|close/VBD/ccomp/2 ././punct/2",
        "said closed",
        "Tuesday",
        {"said IS_INCLUDED Tuesday", "said AFTER closed"},
    ),
    "time of the content": Case(
        "Officials|official/NNS/nsubj/2 said|say/VBD/ROOT/0 the/DT/det/4 "
        "plant/NN/nsubj/5 closed|close/VBD/ccomp/2 on/IN/prep/2 "
        "Tuesday/NNP/pobj/6/DATE ././punct/2",
        "said closed",
        "Tuesday",
        {"closed IS_INCLUDED Tuesday", "said AFTER closed"},
    ),
    "compound": Case(
        "The/DT/det/3 Thursday/NNP/compound/3/DATE meeting/NN/nsubj/4 "
        "failed|fail/VBD/ROOT/0 ././punct/4",
        "meeting failed",
        "Thursday",
        {"meeting IS_INCLUDED Thursday"},
    ),
    "adnominal, no event": Case(
        "The/DT/det/3 2017/CD/nummod/3/DATE budget/NN/nsubj/4 angered|anger/VBD/ROOT/0 "
        "Oslo/NNP/dobj/4 ././punct/4",
        "angered",
        "2017",
        set(),
    ),
    "figure of a period": Case(
        "First-quarter/NN/compound/2/DATE profit/NN/nsubj/3 fell|fall/VBD/ROOT/0 "
        "././punct/3",
        "fell",
        "First-quarter",
        {"fell IS_INCLUDED First-quarter"},
    ),
    "base of a comparison": Case(
        "Profit/NN/nsubj/2 rose|rise/VBD/ROOT/0 from/IN/prep/2 9/CD/nummod/5 "
        "dollars|dollar/NNS/pobj/3 in/IN/prep/2 2005/CD/pobj/6/DATE ././punct/2",
        "rose",
        "2005",
        set(),
    ),
    "forecast for a year": Case(
        "They/PRP/nsubj/2 cut/VBD/ROOT/0 the/DT/det/4 forecast/NN/dobj/2 for/IN/prep/2 "
        "2026/CD/pobj/5/DATE ././punct/2",
        "cut",
        "2026",
        set(),
    ),
    "what is decided on": Case(
        "They/PRP/nsubj/2 approved|approve/VBD/ROOT/0 the/DT/det/4 "
        "extradition/NN/dobj/2 in/IN/prep/2 March/NNP/pobj/5/DATE ././punct/2",
        "approved extradition",
        "March",
        {"approved IS_INCLUDED March"},
    ),
    "a range before its subject": Case(
        "between/IN/quantmod/2 2017/CD/nummod/5/DATE and/CC/cc/2 2021/CD/conj/2/DATE "
        "Roe/NNP/nsubj/6 hid|hide/VBD/ROOT/0 it/PRP/dobj/6 ././punct/6",
        "hid",
        "2017,2021",
        {"hid IS_INCLUDED 2017", "hid IS_INCLUDED 2021"},
    ),
    "closing price": Case(
        "They/PRP/nsubj/3 will/MD/aux/3 pay/VB/ROOT/0 above/IN/prep/3 its/PRP$/poss/7 "
        "closing/NN/compound/7 price/NN/pobj/4 on/IN/prep/3 Friday/NNP/pobj/8/DATE "
        "././punct/3",
        "pay",
        "Friday",
        set(),
    ),
    "more than then": Case(
        "Sales|sale/NNS/nsubj/2 rose|rise/VBD/ROOT/0 faster/RBR/advmod/2 "
        "than/IN/prep/3 in/IN/prep/4 2005/CD/pobj/5/DATE ././punct/2",
        "rose",
        "2005",
        set(),
    ),
    "in a part of an event": Case(
        "She/PRP/nsubj/2 fell|fall/VBD/ROOT/0 in/IN/prep/2 the/DT/det/6 last/JJ/amod/6 "
        "minute/NN/pobj/3 of/IN/prep/6 the/DT/det/9 match/NN/pobj/7 ././punct/2",
        "fell match",
        "",
        {"fell IS_INCLUDED match"},
        {"match": "Sport"},
    ),
    "failed to appear": Case(
        "He/PRP/nsubj/2 failed|fail/VBD/ROOT/0 to/TO/aux/4 appear/VB/xcomp/2 "
        "at/IN/prep/4 the/DT/det/7 trial/NN/pobj/5 ././punct/2",
        "failed appear trial",
        "",
        {
            "appear SIMULTANEOUS failed",
            "appear SIMULTANEOUS trial",
        },
    ),
    "threat to stay away": Case(
        "She/PRP/nsubj/2 threatened|threaten/VBD/ROOT/0 to/TO/aux/4 skip/VB/xcomp/2 "
        "the/DT/det/6 talks/NNS/dobj/4 ././punct/2",
        "threatened skip talks",
        "",
        {"skip AFTER threatened"},
    ),
    "since": Case(
        "They/PRP/nsubj/3 have/VBP/aux/3 lived|live/VBN/ROOT/0 here/RB/advmod/3 "
        "since/IN/prep/3 2011/CD/pobj/5/DATE ././punct/3",
        "lived",
        "2011",
        {"lived BEGUN_BY 2011"},
    ),
    "until": Case(
        "They/PRP/nsubj/2 stayed|stay/VBD/ROOT/0 until/IN/prep/2 "
        "Monday/NNP/pobj/3/DATE ././punct/2",
        "stayed",
        "Monday",
        {"stayed ENDED_BY Monday"},
    ),
    "through Monday": Case(
        "They/PRP/nsubj/2 stayed|stay/VBD/ROOT/0 through/IN/prep/2 "
        "Monday/NNP/pobj/3/DATE ././punct/2",
        "stayed",
        "Monday",
        {"stayed ENDED_BY Monday"},
    ),
    "through the night": Case(
        "They/PRP/nsubj/2 stayed|stay/VBD/ROOT/0 through/IN/prep/2 "
        "the/DT/det/5/TIME night/NN/pobj/3/TIME ././punct/2",
        "stayed",
        "the night",
        {"stayed IS_INCLUDED the night"},
    ),
    "duration": Case(
        "They/PRP/nsubj/2 fought|fight/VBD/ROOT/0 for/IN/prep/2 two/CD/nummod/5/DATE "
        "years|year/NNS/pobj/3/DATE ././punct/2",
        "fought",
        "two years",
        {"fought DURING two years"},
    ),
    "occurrence": Case(
        "The/DT/det/2 crash/NN/nsubj/3 occurred|occur/VBD/ROOT/0 on/IN/prep/3 "
        "Monday/NNP/pobj/4/DATE ././punct/3",
        "crash occurred",
        "Monday",
        {"crash IS_INCLUDED Monday", "occurred IS_INCLUDED Monday"},
    ),
    "schedule": Case(
        "The/DT/det/2 vote/NN/nsubjpass/4 is|be/VBZ/auxpass/4 "
        "scheduled|schedule/VBN/ROOT/0 for/IN/prep/4 Monday/NNP/pobj/5/DATE "
        "././punct/4",
        "vote scheduled",
        "Monday",
        {"vote IS_INCLUDED Monday"},
    ),
    "no-show": Case(
        "The/DT/det/2 team/NN/nsubjpass/4 was|be/VBD/auxpass/4 snubbed|snub/VBN/ROOT/0 "
        "Thursday/NNP/npadvmod/4/DATE when/WRB/advmod/8 others|other/NNS/nsubj/8 "
        "skipped|skip/VBD/advcl/4 the/DT/det/10 meeting/NN/dobj/8 ././punct/4",
        "snubbed skipped meeting",
        "Thursday",
        {
            "snubbed IS_INCLUDED Thursday",
            "skipped IS_INCLUDED Thursday",
            "meeting IS_INCLUDED Thursday",
            "snubbed SIMULTANEOUS skipped",
            "skipped SIMULTANEOUS meeting",
        },
    ),
    "participle": Case(
        "He/PRP/nsubj/2 arrived|arrive/VBD/ROOT/0 on/IN/prep/2 Monday/NNP/pobj/3/DATE "
        ",/,/punct/2 seeking|seek/VBG/advcl/2 help/NN/dobj/6 ././punct/2",
        "arrived seeking",
        "Monday",
        {"arrived IS_INCLUDED Monday", "seeking IS_INCLUDED Monday"},
    ),
    "predicate": Case(
        "He/PRP/nsubjpass/3 was|be/VBD/auxpass/3 found|find/VBN/ROOT/0 "
        "wounded|wound/VBN/oprd/3 on/IN/prep/4 Monday/NNP/pobj/5/DATE ././punct/3",
        "found wounded",
        "Monday",
        {"found IS_INCLUDED Monday", "wounded IS_INCLUDED Monday"},
    ),
    "stopped doing": Case(
        "They/PRP/nsubj/2 stopped|stop/VBD/ROOT/0 paying|pay/VBG/xcomp/2 in/IN/prep/3 "
        "2005/CD/pobj/4/DATE ././punct/2",
        "stopped paying",
        "2005",
        {
            "stopped IS_INCLUDED 2005",
            "paying ENDED_BY 2005",
            "stopped ENDS paying",
        },
    ),
    "talks held": Case(
        "Talks|talk/NNS/nsubj/5 held|hold/VBN/acl/1 on/IN/prep/2 "
        "Monday/NNP/pobj/3/DATE "
        "failed|fail/VBD/ROOT/0 ././punct/5",
        "Talks held failed",
        "Monday",
        {"Talks IS_INCLUDED Monday", "held IS_INCLUDED Monday"},
    ),
    "casualties on a day": Case(
        "Two/CD/nsubjpass/3 were|be/VBD/auxpass/3 killed|kill/VBN/ROOT/0 "
        "Monday/NNP/npadvmod/3/DATE in/IN/prep/3 a/DT/det/7 bombing/NN/pobj/5 "
        "././punct/3",
        "killed bombing",
        "Monday",
        {
            "killed IS_INCLUDED Monday",
            "bombing IS_INCLUDED Monday",
            "killed IS_INCLUDED bombing",
        },
        {"bombing": "Assault"},
    ),
    "low attachment": Case(
        "They/PRP/nsubj/2 freed|free/VBD/ROOT/0 the/DT/det/4 "
        "miners|miner/NNS/dobj/2 in/IN/prep/4 2005/CD/pobj/5/DATE ././punct/2",
        "freed",
        "2005",
        {"freed IS_INCLUDED 2005"},
    ),
}

EVENTS: dict[str, Case] = {
    "after a clause": Case(
        "He/PRP/nsubj/2 resigned|resign/VBD/ROOT/0 after/IN/mark/6 the/DT/det/5 "
        "court/NN/nsubj/6 convicted|convict/VBD/advcl/2 him|he/PRP/dobj/6 ././punct/2",
        "resigned convicted",
        "",
        {"resigned AFTER convicted"},
    ),
    "before a noun": Case(
        "They/PRP/nsubj/2 closed|close/VBD/ROOT/0 it/PRP/dobj/2 before/IN/prep/2 "
        "the/DT/det/6 strike/NN/pobj/4 ././punct/2",
        "closed strike",
        "",
        {"closed BEFORE strike"},
    ),
    "after a gerund": Case(
        "He/PRP/nsubj/2 left|leave/VBD/ROOT/0 after/IN/prep/2 meeting|meet/VBG/pcomp/3 "
        "Kim/NNP/dobj/4 ././punct/2",
        "left meeting",
        "",
        {"left AFTER meeting"},
    ),
    "during": Case(
        "He/PRP/nsubj/2 died|die/VBD/ROOT/0 during/IN/prep/2 the/DT/det/5 "
        "war/NN/pobj/3 "
        "././punct/2",
        "died war",
        "",
        {"died IS_INCLUDED war"},
        {"war": "War"},
    ),
    "report of the future": Case(
        "He/PRP/nsubj/2 said|say/VBD/ROOT/0 they/PRP/nsubj/5 will/MD/aux/5 "
        "leave/VB/ccomp/2 ././punct/2",
        "said leave",
        "",
        {"said BEFORE leave"},
    ),
    "purpose": Case(
        "He/PRP/nsubj/2 came|come/VBD/ROOT/0 to/TO/aux/4 help/VB/advcl/2 ././punct/2",
        "came help",
        "",
        {"help AFTER came"},
    ),
    "while": Case(
        "He/PRP/nsubj/2 slept|sleep/VBD/ROOT/0 while/IN/mark/5 they/PRP/nsubj/5 "
        "sang|sing/VBD/advcl/2 ././punct/2",
        "slept sang",
        "",
        {"slept SIMULTANEOUS sang"},
    ),
    "raising is no order": Case(
        "They/PRP/nsubj/2 seem/VBP/ROOT/0 to/TO/aux/4 fight/VB/xcomp/2 ././punct/2",
        "seem fight",
        "",
        set(),
    ),
}

RELATIONS: dict[str, Case] = {
    "called off": Case(
        "He/PRP/nsubj/2 called|call/VBD/ROOT/0 off/RP/prt/2 the/DT/det/5 "
        "meeting/NN/dobj/2 ././punct/2",
        "called meeting",
        "",
        {"called cancellation meeting"},
    ),
    "cancelled because": Case(
        "The/DT/det/2 match/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
        "cancelled|cancel/VBN/ROOT/0 because/IN/mark/7 it/PRP/nsubj/7 "
        "rained|rain/VBD/advcl/4 ././punct/4",
        "match cancelled rained",
        "",
        {"cancelled cancellation match", "rained cause cancelled"},
    ),
    "led to": Case(
        "The/DT/det/2 drought/NN/nsubj/3 led|lead/VBD/ROOT/0 to/IN/prep/3 a/DT/det/6 "
        "famine/NN/pobj/4 ././punct/3",
        "drought led famine",
        "",
        {"drought cause famine"},
    ),
    "caused by": Case(
        "The/DT/det/2 explosion/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
        "caused|cause/VBN/ROOT/0 by/IN/agent/4 a/DT/det/7 leak/NN/pobj/5 ././punct/4",
        "explosion caused leak",
        "",
        {"leak cause explosion"},
    ),
    "because of": Case(
        "They/PRP/nsubj/2 fled|flee/VBD/ROOT/0 because/IN/prep/2 of/IN/pcomp/3 "
        "the/DT/det/6 fighting/NN/pobj/3 ././punct/2",
        "fled fighting",
        "",
        {"fighting cause fled"},
    ),
    "casualties": Case(
        "Two/CD/nsubjpass/3 were|be/VBD/auxpass/3 killed|kill/VBN/ROOT/0 in/IN/prep/3 "
        "an/DT/det/6 explosion/NN/pobj/4 ././punct/3",
        "killed explosion",
        "",
        {"explosion cause killed"},
        {"explosion": "Accident"},
    ),
    "harm": Case(
        "The/DT/det/2 storm/NN/nsubj/3 hit/VBD/ROOT/0 Lima/NNP/dobj/3 ././punct/3",
        "storm hit",
        "",
        {"storm same hit"},
        {"storm": "Disaster"},
    ),
    "harm as a result": Case(
        "The/DT/det/2 storm/NN/nsubj/3 killed|kill/VBD/ROOT/0 two/CD/dobj/3 "
        "././punct/3",
        "storm killed",
        "",
        {"storm cause killed"},
        {"storm": "Disaster"},
    ),
    "struck by": Case(
        "The/DT/det/2 town/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
        "struck|strike/VBN/ROOT/0 by/IN/agent/4 a/DT/det/7 quake/NN/pobj/5 ././punct/4",
        "struck quake",
        "",
        {"quake same struck"},
        {"quake": "Disaster"},
    ),
    "a series of": Case(
        "A/DT/det/2 series/NN/nsubj/5 of/IN/prep/2 quakes|quake/NNS/pobj/3 "
        "shook|shake/VBD/ROOT/0 Lima/NNP/dobj/5 ././punct/5",
        "quakes shook",
        "",
        {"quakes same shook"},
        {"quakes": "Disaster"},
    ),
    "occurred": Case(
        "Clashes|clash/NNS/nsubj/2 occurred|occur/VBD/ROOT/0 ././punct/2",
        "Clashes occurred",
        "",
        {"Clashes same occurred"},
    ),
    "a war is not what it hits": Case(
        "The/DT/det/2 war/NN/nsubj/3 hit/VBD/ROOT/0 exports|export/NNS/dobj/3 "
        "././punct/3",
        "war hit",
        "",
        {"war cause hit"},
        {"war": "War"},
    ),
    "resulted from": Case(
        "The/DT/det/2 fire/NN/nsubj/3 resulted|result/VBD/ROOT/0 from/IN/prep/3 "
        "a/DT/det/6 leak/NN/pobj/4 ././punct/3",
        "fire resulted leak",
        "",
        {"leak cause fire"},
    ),
    "in response to": Case(
        "Oslo/NNP/nsubj/2 imposed|impose/VBD/ROOT/0 sanctions|sanction/NNS/dobj/2 "
        "in/IN/prep/2 response/NN/pobj/4 to/IN/prep/5 the/DT/det/8 attack/NN/pobj/6 "
        "././punct/2",
        "imposed attack",
        "",
        {"imposed reaction attack"},
    ),
    "part of a summit": Case(
        SUMMIT,
        "agreed destroy summit",
        "June 12",
        {"agreed sub-event summit"},
        {"summit": "Meet"},
    ),
    "copula": Case(
        "The/DT/det/2 brawl/NN/nsubj/3 was|be/VBD/ROOT/0 the/DT/det/5 fight/NN/attr/3 "
        "of/IN/prep/5 fights|fight/NNS/pobj/6 ././punct/3",
        "brawl fight",
        "",
        {"fight same brawl"},
    ),
    "indefinite copula": Case(
        "The/DT/det/2 retreat/NN/nsubj/3 was|be/VBD/ROOT/0 a/DT/det/5 "
        "disaster/NN/attr/3 ././punct/3",
        "retreat disaster",
        "",
        set(),
    ),
}

_DAYS = {
    "June": (date(2018, 6, 1), date(2018, 6, 30)),
    "June 12": (date(2018, 6, 12), date(2018, 6, 12)),
    "August": (date(2018, 8, 1), date(2018, 8, 31)),
}


def _timex(doc: AnnotatedDocument, words: str) -> Timex:
    inside = find(doc, words)
    days = _DAYS.get(words)
    is_duration = words == "two years"
    value = TimeValue(
        interval=Interval() if days is None else Interval.within(*days),
        granularity=Granularity.DAY,
        basis=DateBasis.RELATIVE_TO_PUBLICATION,
        type=TimexType.DURATION if is_duration else TimexType.DATE,
        value="",
        rule="test",
        explanation="",
        words=words,
    )
    return Timex(span=inside[0].span.cover(inside[-1].span), time=value)


def _linked(case: Case) -> AnnotatedDocument:
    doc = with_events(build_doc(case.sentence), case.events, types=case.types)
    times = [_timex(doc, words) for words in case.times.split(",") if words]
    return annotate_tlinks(replace(doc, timexes=tuple(times)))


def _links(doc: AnnotatedDocument) -> set[str]:
    found = set()
    for link in doc.tlinks:
        event = doc.slice(doc.event_mentions[link.event].span)
        if link.timex is not None:
            target = doc.slice(doc.timexes[link.timex].span)
        elif link.other is not None:
            target = doc.slice(doc.event_mentions[link.other].span)
        else:
            continue
        found.add(f"{event} {link.relation.value} {target}")
    return found


@pytest.mark.parametrize("name", [*TIMES, *EVENTS])
def test_events_are_linked(name: str) -> None:
    case = {**TIMES, **EVENTS}[name]
    assert _links(_linked(case)) == case.expected


@pytest.mark.parametrize("name", list(RELATIONS))
def test_events_are_related(name: str) -> None:
    case = RELATIONS[name]
    doc = _linked(case)
    found = {
        f"{doc.slice(doc.event_mentions[r.source].span)} {r.relation.value} "
        f"{doc.slice(doc.event_mentions[r.target].span)}"
        for r in doc.event_relations
    }
    assert found == case.expected


@pytest.mark.parametrize(
    ("clause", "relation"),
    [
        ("He/PRP/nsubj/2 left|leave/VBD/ROOT/0 ././punct/2", "BEFORE"),
        ("He/PRP/nsubj/3 will/MD/aux/3 leave/VB/ROOT/0 ././punct/3", "AFTER"),
        ("He/PRP/nsubj/2 leaves|leave/VBZ/ROOT/0 ././punct/2", "INCLUDES"),
    ],
)
def test_tense_places_an_event_against_the_publication(
    clause: str, relation: str
) -> None:
    word = "left" if "left" in clause else "leaves" if "leaves" in clause else "leave"
    doc = annotate_tlinks(with_events(build_doc(clause), word))
    assert [(link.relation.value, link.timex, link.other) for link in doc.tlinks] == [
        (relation, None, None)
    ]


def test_a_signal_is_the_evidence_of_its_link() -> None:
    doc = _linked(TIMES["until"])
    signals = [link.signal for link in doc.tlinks if link.timex is not None]
    assert [None if s is None else doc.slice(s) for s in signals] == ["until"]


def test_a_document_without_events_stays_as_it_is() -> None:
    doc = build_doc("Rain/NN/nsubj/2 fell|fall/VBD/ROOT/0 ././punct/2")
    assert annotate_tlinks(doc) is doc
    assert STAGE.provides == {"tlinks", "event_relations"}
