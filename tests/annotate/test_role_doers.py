"""Who does what: doers before nouns, contests, collisions, boycotts."""

from __future__ import annotations

import pytest
from tests.annotate.marks import COUNTRY, PLACE, THING, with_entities, with_events
from tests.annotate.test_roles import Case
from tests.parse import build_doc

from dateline.annotate.entities import find_entity_mentions
from dateline.annotate.events import annotate as find_events
from dateline.annotate.roles import annotate_roles
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EntityKind


def roles_of(doc: AnnotatedDocument) -> set[tuple[str, str, str]]:
    """Return (event, role, words) of each role."""
    return {
        (
            doc.slice(doc.event_mentions[role.event].span),
            role.role.value,
            doc.slice(role.span),
        )
        for role in doc.roles
    }


@pytest.mark.parametrize(
    ("phrase", "doer"),
    [
        ("police/NN/compound/3 raid/NN/nsubj/4", "police"),
        ("rebel/JJ/amod/3 attack/NN/nsubj/4", "rebel"),
        ("student/NN/compound/3 protest/NN/nsubj/4", "student"),
        ("teacher/NN/compound/3 strike/NN/nsubj/4", "teacher"),
        ("court/NN/compound/3 ruling/NN/nsubj/4", "court"),
        ("court/NN/compound/3 decision/NN/nsubj/4", "court"),
        ("cabinet/NN/compound/3 meeting/NN/nsubj/4", "cabinet"),
        ("hospital/NN/compound/3 fire/NN/nsubj/4", None),
        ("school/NN/compound/3 shooting/NN/nsubj/4", None),
        ("bank/NN/compound/3 robbery/NN/nsubj/4", None),
        ("hostage/NN/compound/3 rescue/NN/nsubj/4", None),
        ("court/NN/compound/3 hearing/NN/nsubj/4", None),
        ("drug/NN/compound/3 raid/NN/nsubj/4", None),
        ("police/NN/compound/3 car/NN/nsubj/4", None),
        ("company/NN/compound/3 probe/NN/nsubj/4", None),
    ],
)
def test_a_noun_before_an_act_is_its_doer_only_if_it_may_do_it(
    phrase: str, doer: str | None
) -> None:
    doc = build_doc(f"A/DT/det/3 {phrase} ended|end/VBD/ROOT/0 ././punct/4")
    heads = {doc.tokens[mention.head].i for mention in find_entity_mentions(doc)}
    assert (1 in heads) == (doer is not None)
    assert doer is None or doc.tokens[1].text == doer


PROBE = (
    "A/DT/det/3 company/NN/compound/3 investigation/NN/nsubj/{last} {prep}/IN/prep/3 "
    "the/DT/det/6 {noun}/NN/pobj/4{ent} ended|end/VBD/ROOT/0"
)


@pytest.mark.parametrize(
    ("prep", "noun", "ent", "is_doer"),
    [
        ("into", "leak", "", True),
        ("in", "city", "", False),
        ("of", "week", "/DATE", False),
    ],
)
def test_a_body_before_an_act_does_it_where_the_object_stands_behind(
    prep: str, noun: str, ent: str, *, is_doer: bool
) -> None:
    doc = build_doc(PROBE.format(last=7, prep=prep, noun=noun, ent=ent))
    heads = {mention.head for mention in find_entity_mentions(doc)}
    assert (1 in heads) == is_doer


def test_whose_army_leads_a_raid_is_a_country() -> None:
    doc = build_doc(
        "The/DT/det/5 Saudi/NNP/npadvmod/4/NORP -/HYPH/punct/4 led|lead/VBN/amod/5 "
        "raid/NN/nsubj/6 ended|end/VBD/ROOT/0 ././punct/6"
    )
    named = [m.name for m in find_entity_mentions(doc) if m.name is not None]
    assert named == ["Saudi Arabia"]


CASES: dict[str, Case] = {
    "leader of an act": Case(
        "The/DT/det/5 Saudi/NNP/npadvmod/4/NORP -/HYPH/punct/4 led|lead/VBN/amod/5 "
        "raid/NN/nsubj/6 ended|end/VBD/ROOT/0 ././punct/6",
        {"Saudi": COUNTRY},
        "raid",
        {("raid", "agent", "Saudi")},
    ),
    "backer of an act": Case(
        "The/DT/det/5 Saudi/NNP/npadvmod/4/NORP -/HYPH/punct/4 backed|back/VBN/amod/5 "
        "raid/NN/nsubj/6 ended|end/VBD/ROOT/0 ././punct/6",
        {"Saudi": COUNTRY},
        "raid",
        set(),
    ),
    "doer that passes for a subject": Case(
        "The/DT/det/3 US/NNP/nsubj/3/GPE seizure/NN/nsubj/7 of/IN/prep/3 "
        "a/DT/det/6 tanker/NN/pobj/4 ended|end/VBD/ROOT/0",
        {"US": COUNTRY, "a tanker": THING},
        "seizure",
        {("seizure", "agent", "US"), ("seizure", "patient", "a tanker")},
    ),
    "doer before a noun that has its object": Case(
        "A/DT/det/3 US/NNP/compound/3/GPE arrest/NN/nsubj/7 of/IN/prep/3 "
        "a/DT/det/6 man/NN/pobj/4 ended|end/VBD/ROOT/0",
        {"US": COUNTRY, "a man": EntityKind.PERSON},
        "arrest",
        {("arrest", "agent", "US"), ("arrest", "patient", "a man")},
    ),
}

SLAMMED = (
    "Ida/NNP/nsubj/2/PERSON slammed|slam/VBD/ROOT/0 into/IN/prep/2 "
    "Cuba/NNP/pobj/3/GPE ././punct/2"
)
CASES |= {
    "what is run into": Case(
        SLAMMED,
        {"Ida": THING, "Cuba": COUNTRY},
        "slammed",
        {("slammed", "agent", "Ida"), ("slammed", "patient", "Cuba")},
    ),
    "what crashes into something": Case(
        "The/DT/det/2 bus/NN/nsubj/3 crashed|crash/VBD/ROOT/0 into/IN/prep/3 "
        "a/DT/det/6 shop/NN/pobj/4 in/IN/prep/3 Oslo/NNP/pobj/7/GPE",
        {"The bus": THING, "a shop": PLACE, "Oslo": PLACE},
        "crashed",
        {
            ("crashed", "agent", "The bus"),
            ("crashed", "patient", "a shop"),
            ("crashed", "place", "Oslo"),
        },
    ),
    "what collides with something": Case(
        "The/DT/det/2 bus/NN/nsubj/3 collided|collide/VBD/ROOT/0 with/IN/prep/3 "
        "a/DT/det/6 tram/NN/pobj/4",
        {"The bus": THING, "a tram": THING},
        "collided",
        {("collided", "agent", "The bus"), ("collided", "patient", "a tram")},
    ),
    "participle that passes for a passive": Case(
        "A/DT/det/2 car/NN/ROOT/0 ploughed|plough/VBN/acl/2 into/IN/prep/3 "
        "fans/NNS/pobj/4",
        {"A car": THING, "fans": EntityKind.GROUP},
        "ploughed",
        {("ploughed", "agent", "A car"), ("ploughed", "patient", "fans")},
    ),
    "what only crashes": Case(
        "The/DT/det/2 bus/NN/nsubj/3 crashed|crash/VBD/ROOT/0 in/IN/prep/3 "
        "Oslo/NNP/pobj/4/GPE",
        {"The bus": THING, "Oslo": PLACE},
        "crashed",
        {("crashed", "patient", "The bus"), ("crashed", "place", "Oslo")},
    ),
    "who slams somebody": Case(
        "Ida/NNP/nsubj/2/PERSON slammed|slam/VBD/ROOT/0 Cuba/NNP/dobj/2/GPE",
        {"Ida": EntityKind.PERSON, "Cuba": COUNTRY},
        "slammed",
        {("slammed", "speaker", "Ida"), ("slammed", "patient", "Cuba")},
    ),
}

LOST = (
    "Roe/NNP/nsubj/2/PERSON lost|lose/VBD/ROOT/0 {goods}to/IN/prep/2 "
    "Poe/NNP/pobj/{to}/PERSON"
)
SIDES = {"Roe": EntityKind.PERSON, "Poe": EntityKind.PERSON}
OF_LOSS = {("lost", "patient", "Roe"), ("lost", "agent", "Poe")}
VICTORY = (
    "Spain/NNP/poss/3/GPE 's/POS/case/1 {noun}/NN/nsubj/6 {prep}/IN/prep/3 "
    "Peru/NNP/pobj/4/GPE ended|end/VBD/ROOT/0"
)
CASES |= {
    "who loses": Case(LOST.format(goods="", to=3), SIDES, "lost", OF_LOSS),
    "who loses a contest": Case(
        LOST.format(goods="the/DT/det/4 final/NN/dobj/2 ", to=5), SIDES, "lost", OF_LOSS
    ),
    "who loses a thing": Case(
        LOST.format(goods="the/DT/det/4 town/NN/dobj/2 ", to=5),
        {**SIDES, "the town": PLACE},
        "lost",
        {
            ("lost", "agent", "Roe"),
            ("lost", "patient", "the town"),
            ("lost", "recipient", "Poe"),
        },
    ),
    "who loses a case": Case(
        "Roe/NNP/nsubj/2/PERSON lost|lose/VBD/ROOT/0 the/DT/det/4 case/NN/dobj/2 "
        "against/IN/prep/2 Poe/NNP/pobj/5/PERSON",
        SIDES,
        "lost",
        {("lost", "agent", "Roe"), ("lost", "patient", "Poe")},
    ),
    "what falls to somebody": Case(
        "Lima/NNP/nsubj/2/GPE fell|fall/VBD/ROOT/0 to/IN/prep/2 rebels/NNS/pobj/3",
        {"Lima": PLACE, "rebels": EntityKind.GROUP},
        "fell",
        {("fell", "patient", "Lima"), ("fell", "agent", "rebels")},
    ),
    "what falls to the ground": Case(
        "Lima/NNP/nsubj/2/GPE fell|fall/VBD/ROOT/0 to/IN/prep/2 ground/NN/pobj/3",
        {"Lima": PLACE, "ground": PLACE},
        "fell",
        {("fell", "patient", "Lima"), ("fell", "destination", "ground")},
    ),
    "who wins against somebody": Case(
        "Roe/NNP/nsubj/2/PERSON won|win/VBD/ROOT/0 against/IN/prep/2 "
        "Poe/NNP/pobj/3/PERSON",
        SIDES,
        "won",
        {("won", "agent", "Roe"), ("won", "patient", "Poe")},
    ),
    "a victory": Case(
        VICTORY.format(noun="victory", prep="over"),
        {"Spain": COUNTRY, "Peru": COUNTRY},
        "victory",
        {("victory", "agent", "Spain"), ("victory", "patient", "Peru")},
    ),
    "a defeat": Case(
        VICTORY.format(noun="defeat", prep="to"),
        {"Spain": COUNTRY, "Peru": COUNTRY},
        "defeat",
        {("defeat", "patient", "Spain"), ("defeat", "agent", "Peru")},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_participants_of_acts(case: Case) -> None:
    doc = with_entities(build_doc(case.sentence), case.kinds)
    assert roles_of(annotate_roles(with_events(doc, case.events))) == case.expected


BOYCOTT = (
    "Serbia/NNP/poss/3/GPE 's/POS/case/1 boycott/NN/nsubj/7 of/IN/prep/3 the/DT/det/6 "
    "{what}/{tag}/pobj/4 ended|end/VBD/ROOT/0"
)


def test_who_boycotts_a_meeting_is_absent_from_it() -> None:
    doc = with_entities(
        build_doc(BOYCOTT.format(what="summit", tag="NN")), {"Serbia": COUNTRY}
    )
    assert roles_of(annotate_roles(with_events(doc, "boycott summit"))) == {
        ("boycott", "absentee", "Serbia"),
        ("summit", "absentee", "Serbia"),
    }


def test_who_boycotts_goods_acts() -> None:
    doc = build_doc(BOYCOTT.format(what="goods", tag="NNS"))
    doc = with_entities(doc, {"Serbia": COUNTRY, "the goods": THING})
    assert roles_of(annotate_roles(with_events(doc, "boycott"))) == {
        ("boycott", "agent", "Serbia"),
        ("boycott", "patient", "the goods"),
    }


def test_what_is_missed_may_hang_on_the_doer() -> None:
    doc = build_doc(
        "The/DT/det/2 boycott/NN/nsubj/8 by/IN/prep/2 Serbia/NNP/pobj/3/GPE "
        "of/IN/prep/4 the/DT/det/7 vote/NN/pobj/5 hurt/VBD/ROOT/0"
    )
    doc = with_entities(doc, {"Serbia": COUNTRY})
    assert roles_of(annotate_roles(with_events(doc, "boycott vote"))) == {
        ("boycott", "absentee", "Serbia"),
        ("vote", "absentee", "Serbia"),
    }


def test_who_announces_a_boycott_stays_away() -> None:
    doc = build_doc(
        "Serbia/NNP/nsubj/2/GPE announced|announce/VBD/ROOT/0 a/DT/det/4 "
        "boycott/NN/dobj/2 of/IN/prep/4 the/DT/det/7 vote/NN/pobj/5"
    )
    doc = with_entities(doc, {"Serbia": COUNTRY})
    assert roles_of(annotate_roles(with_events(doc, "boycott vote"))) == {
        ("boycott", "absentee", "Serbia"),
        ("vote", "absentee", "Serbia"),
    }


def test_who_boycotts_goods_is_absent_from_nothing() -> None:
    doc = build_doc(
        "Serbia/NNP/nsubj/2/GPE boycotted|boycott/VBD/ROOT/0 the/DT/det/4 "
        "goods/NNS/dobj/2"
    )
    doc = with_entities(doc, {"Serbia": COUNTRY, "the goods": THING})
    assert roles_of(annotate_roles(with_events(doc, "boycotted"))) == {
        ("boycotted", "agent", "Serbia"),
        ("boycotted", "patient", "the goods"),
    }


TOOK = (
    "Roe/NNP/nsubj/2/PERSON took|take/VBD/ROOT/0 over/RP/prt/2 {goods}from/IN/prep/2 "
    "Poe/NNP/pobj/{to}/PERSON"
)


@pytest.mark.parametrize(
    ("goods", "to", "role"),
    [("", 4, "patient"), ("shops/NNS/dobj/2 ", 5, "origin")],
)
def test_whom_one_takes_over_from_gives_way(goods: str, to: int, role: str) -> None:
    doc = find_events(build_doc(TOOK.format(goods=goods, to=to)))
    doc = annotate_roles(with_entities(doc, SIDES))
    found = {(role, words) for _, role, words in roles_of(doc)}
    assert found == {("agent", "Roe"), (role, "Poe")}


def test_a_boycott_in_protest_at_a_ban_misses_no_ban() -> None:
    doc = with_entities(
        build_doc(
            "Serbia/NNP/nsubj/2/GPE boycotted|boycott/VBD/ROOT/0 the/DT/det/4 "
            "games/NNS/dobj/2 in/IN/prep/2 protest/NN/pobj/5 at/IN/prep/2 the/DT/det/9 "
            "ban/NN/pobj/7 ././punct/2"
        ),
        {"Serbia": COUNTRY},
    )
    found = roles_of(annotate_roles(with_events(doc, "boycotted games protest ban")))
    absent = {event for event, role, _ in found if role == "absentee"}
    assert absent == {"boycotted", "games"}
