"""Event types: trigger lemmas and the constructions that overrule them."""

from __future__ import annotations

import pytest
from tests.parse import build_doc

from dateline.annotate.event_plover import PLOVER_CLASSES, to_plover
from dateline.annotate.event_triggers import NOUN_TYPES, VERB_TYPES
from dateline.annotate.events import find_events
from dateline.model.event_types import EventType as T
from dateline.model.mentions import FactualityValue, Stance


def types(line: str) -> dict[str, str]:
    """Find the types of the events of a sentence, by the text of their head."""
    doc = build_doc(line)
    return {doc.tokens[m.head].text: m.event_type for m in find_events(doc)}


def verb_and_object(verb: str, thing: str) -> str:
    return f"They/PRP/nsubj/2 {verb}/ROOT/0 the/DT/det/4 {thing}/dobj/2"


@pytest.mark.parametrize(
    ("verb", "thing", "expected"),
    [
        ("met|meet/VBD", "mayor/NN", T.MEET),
        ("met|meet/VBD", "target/NN", T.OTHER),
        ("sent|send/VBD", "letter/NN", T.COMMUNICATION),
        ("sent|send/VBD", "troops|troop/NNS", T.MOBILIZE),
        ("sent|send/VBD", "medicine/NN", T.AID),
        ("sent|send/VBD", "parcel/NN", T.TRANSFER),
        ("released|release/VBD", "letter/NN", T.PUBLICATION),
        ("released|release/VBD", "hostages|hostage/NNS", T.YIELD),
        ("released|release/VBD", "album/NN", T.LAUNCH),
        ("lifted|lift/VBD", "curfew/NN", T.YIELD),
        ("imposed|impose/VBD", "curfew/NN", T.COERCE),
        ("imposed|impose/VBD", "embargo/NN", T.SANCTION),
        ("fired|fire/VBD", "manager/NN", T.RESIGNATION),
        ("fired|fire/VBD", "missile/NN", T.ASSAULT),
        ("returned|return/VBD", "money/NN", T.TRANSFER),
        ("signed|sign/VBD", "treaty/NN", T.AGREE),
        ("signed|sign/VBD", "bill/NN", T.LEGISLATION),
        ("passed|pass/VBD", "law/NN", T.LEGISLATION),
        ("blocked|block/VBD", "road/NN", T.PROTEST),
        ("broke|break/VBD", "ceasefire/NN", T.ASSAULT),
        ("won|win/VBD", "election/NN", T.ELECTION),
        ("won|win/VBD", "title/NN", T.SPORT),
        ("took|take/VBD", "bribe/NN", T.CRIME),
    ],
)
def test_the_object_decides_the_type(verb: str, thing: str, expected: T) -> None:
    found = types(verb_and_object(verb, thing))
    assert found[verb.partition("|")[0]] == expected.value


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("bus", T.ACCIDENT), ("missile", T.ASSAULT), ("storm", T.DISASTER)],
)
def test_what_slams_into_something_is_no_critic(subject: str, expected: T) -> None:
    found = types(
        f"The/DT/det/2 {subject}/NN/nsubj/3 slammed|slam/VBD/ROOT/0 into/IN/prep/3 "
        "a/DT/det/6 wall/NN/pobj/4"
    )
    assert found["slammed"] == expected.value
    assert types(verb_and_object("slammed|slam/VBD", "plan/NN"))["slammed"] == T.ACCUSE


REPLACED = "Roe/NNP/nsubj/2 replaced|replace/VBD/ROOT/0"
TOOK_OVER = "Roe/NNP/nsubj/2 took|take/VBD/ROOT/0 over/RP/prt/2"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Roe/NNP/nsubj/2 succeeded|succeed/VBD/ROOT/0 Poe/NNP/dobj/2", T.APPOINTMENT),
        ("Talks/NNS/nsubj/2 succeeded|succeed/VBD/ROOT/0", T.OTHER),
        (f"{REPLACED} Poe/NNP/dobj/2 as/IN/prep/2 chief/NN/pobj/4", T.APPOINTMENT),
        (f"{REPLACED} pipes/NNS/dobj/2", T.OTHER),
        (f"{TOOK_OVER} from/IN/prep/2 Poe/NNP/pobj/4", T.APPOINTMENT),
        (f"{TOOK_OVER} Acme/NNP/dobj/2", T.TRANSACTION),
    ],
)
def test_an_office_passes_on(line: str, expected: T) -> None:
    (event,) = (m for m in find_events(build_doc(line)) if m.pos == "VERB")
    assert event.event_type == expected.value


@pytest.mark.parametrize(
    ("line", "head", "expected"),
    [
        (
            "He/PRP/nsubj/2 returned|return/VBD/ROOT/0 to/IN/prep/2 Rome/NNP/pobj/3",
            "returned",
            T.MOVEMENT,
        ),
        (
            "She/PRP/nsubj/2 ran|run/VBD/ROOT/0 for/IN/prep/2 mayor/NN/pobj/3",
            "ran",
            T.ELECTION,
        ),
        ("She/PRP/nsubj/2 ran|run/VBD/ROOT/0 home/RB/advmod/2", "ran", T.OTHER),
        (
            (
                "He/PRP/nsubjpass/3 was|be/VBD/auxpass/3 tried|try/VBN/ROOT/0 "
                "for/IN/prep/3 murder/NN/pobj/4"
            ),
            "tried",
            T.LEGAL,
        ),
        (
            "He/PRP/nsubj/2 tried|try/VBD/ROOT/0 to/TO/aux/4 leave/VB/xcomp/2",
            "tried",
            T.OTHER,
        ),
        (
            "The/DT/det/2 quake/NN/nsubj/3 struck|strike/VBD/ROOT/0 it/PRP/dobj/3",
            "struck",
            T.DISASTER,
        ),
        (
            (
                "A/DT/det/2 magnitude/NN/nsubj/5 6.1/CD/nummod/4 quake/NN/nsubj/5 "
                "struck|strike/VBD/ROOT/0 Lima/NNP/dobj/5"
            ),
            "struck",
            T.DISASTER,
        ),
        (
            (
                "The/DT/det/2 town/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
                "destroyed|destroy/VBN/ROOT/0 by/IN/agent/4 a/DT/det/7 "
                "series/NN/pobj/5 of/IN/prep/7 floods|flood/NNS/pobj/8"
            ),
            "destroyed",
            T.DISASTER,
        ),
        (
            (
                "The/DT/det/3 cargo/NN/compound/3 ship/NN/nsubj/4 "
                "struck|strike/VBD/ROOT/0 a/DT/det/6 pier/NN/dobj/4"
            ),
            "struck",
            T.ACCIDENT,
        ),
        (
            (
                "Hurricane/NNP/compound/2 Mira/NNP/nsubj/3 slammed|slam/VBD/ROOT/0 "
                "into/IN/prep/3 Cuba/NNP/pobj/4"
            ),
            "slammed",
            T.DISASTER,
        ),
        (
            (
                "The/DT/det/3 storm/NN/compound/3 report/NN/nsubj/4 "
                "slammed|slam/VBD/ROOT/0 the/DT/det/6 mayor/NN/dobj/4"
            ),
            "slammed",
            T.ACCUSE,
        ),
        (
            (
                "The/DT/det/2 union/NN/nsubj/3 threatened|threaten/VBD/ROOT/0 "
                "to/TO/aux/5 strike/VB/xcomp/3"
            ),
            "strike",
            T.LABOUR,
        ),
        (
            (
                "An/DT/det/3 air/NN/compound/3 strike/NN/nsubj/4 "
                "killed|kill/VBD/ROOT/0 "
                "them/PRP/dobj/4"
            ),
            "strike",
            T.ASSAULT,
        ),
        (
            "A/DT/det/3 hunger/NN/compound/3 strike/NN/nsubj/4 ended|end/VBD/ROOT/0",
            "strike",
            T.PROTEST,
        ),
        (
            "They/PRP/nsubj/2 called|call/VBD/ROOT/0 for/IN/prep/2 help/NN/pobj/3",
            "called",
            T.REQUEST,
        ),
        (
            "They/PRP/nsubj/2 named|name/VBD/ROOT/0 her/PRP/nsubj/4 chief/NN/oprd/2",
            "named",
            T.APPOINTMENT,
        ),
    ],
)
def test_a_construction_decides_the_type(line: str, head: str, expected: T) -> None:
    assert types(line)[head] == expected.value


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("summit", T.MEET),
        ("earthquake", T.DISASTER),
        ("trial", T.LEGAL),
        ("merger", T.TRANSACTION),
        ("referendum", T.LEGISLATION),
        ("wedding", T.CEREMONY),
        ("surgery", T.HEALTH),
        ("spacewalk", T.SPACE),
    ],
)
def test_a_noun_has_the_type_of_its_lemma(noun: str, expected: T) -> None:
    assert types(f"The/DT/det/2 {noun}/NN/nsubj/3 ended|end/VBD/ROOT/0")[noun] == (
        expected.value
    )


def test_every_type_but_other_has_a_trigger() -> None:
    known = set(VERB_TYPES.values()) | set(NOUN_TYPES.values())
    assert set(T) - known == {T.OTHER}


def test_scores_lie_between_nothing_and_certainty() -> None:
    for found in find_events(build_doc(verb_and_object("met|meet/VBD", "mayor/NN"))):
        assert 0 <= found.type_score <= 1


@pytest.mark.parametrize(
    ("event_type", "value", "stance", "expected"),
    [
        (T.VISIT, FactualityValue.CT_PLUS, Stance.ASSERTED, T.CONSULT),
        (T.VISIT, FactualityValue.PR_PLUS, Stance.PLANNED, T.AGREE),
        (T.AID, FactualityValue.CT_MINUS, Stance.ASSERTED, T.REJECT),
        (T.ASSAULT, FactualityValue.PS_PLUS, Stance.POSSIBLE, T.THREATEN),
        (T.PROTEST, FactualityValue.CT_PLUS, Stance.ASSERTED, T.PROTEST),
    ],
)
def test_plover_codes_intentions_as_acts(
    event_type: T, value: FactualityValue, stance: Stance, expected: T
) -> None:
    assert to_plover(event_type, value, stance) is expected


def test_signing_is_support_for_plover() -> None:
    asserted = (FactualityValue.CT_PLUS, Stance.ASSERTED)
    assert to_plover(T.AGREE, *asserted, lemma="sign") is T.SUPPORT
    assert to_plover(T.AGREE, *asserted, lemma="agree") is T.AGREE


def test_plover_knows_nothing_of_a_users_own_type() -> None:
    asserted = (FactualityValue.CT_PLUS, Stance.ASSERTED)
    assert to_plover("Bake", *asserted) is None
    assert len(PLOVER_CLASSES) == 15


@pytest.mark.parametrize(
    ("line", "word", "expected"),
    [
        (("The/DT/det/2 firm/NN/nsubj/3 lost|lose/VBD/ROOT/0 $/$/nmod/5/MONEY "
         "5/CD/dobj/3/MONEY"), "lost", T.ECONOMY),
        (("The/DT/det/2 mayor/NN/nsubj/3 lost|lose/VBD/ROOT/0 the/DT/det/5 "
         "trust/NN/dobj/3"), "lost", T.OTHER),
        ("They/PRP/nsubj/2 lost|lose/VBD/ROOT/0 to/IN/prep/2 Chile/NNP/pobj/3/GPE",
         "lost", T.SPORT),
        (("The/DT/det/2 opposition/NN/nsubj/3 won|win/VBD/ROOT/0 in/IN/prep/3 "
         "Oslo/NNP/pobj/4/GPE"), "won", T.ELECTION),
        (("The/DT/det/2 mayor/NN/nsubj/3 closed|close/VBD/ROOT/0 the/DT/det/5 "
         "road/NN/dobj/3"), "closed", T.OTHER),
        (("The/DT/det/2 firm/NN/nsubj/3 closed|close/VBD/ROOT/0 the/DT/det/5 "
         "plant/NN/dobj/3"), "closed", T.ECONOMY),
        (("The/DT/det/2 guide/NN/nsubj/3 fell|fall/VBD/ROOT/0 into/IN/prep/3 "
         "water/NN/pobj/4"), "fell", T.ACCIDENT),
        (("The/DT/det/2 guide/NN/nsubj/3 fell|fall/VBD/ROOT/0 into/IN/prep/3 "
         "debt/NN/pobj/4"), "fell", T.OTHER),
    ],
)  # fmt: skip
def test_only_what_has_a_price_is_of_the_economy(
    line: str, word: str, expected: T
) -> None:
    assert types(line)[word] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The/DT/det/2 house/NN/nsubj/3 burned|burn/VBD/ROOT/0", T.ACCIDENT),
        (
            ("They/PRP/nsubj/2 burned|burn/VBD/ROOT/0 the/DT/det/4 village/NN/dobj/2"),
            T.COERCE,
        ),
        (
            "He/PRP/nsubj/2 burned|burn/VBD/ROOT/0 his/PRP$/poss/4 hand/NN/dobj/2",
            T.INJURY,
        ),
    ],
)
def test_a_house_burns_in_another_sense_than_a_hand(line: str, expected: T) -> None:
    assert types(line)["burned"] == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("bridge/NN", T.ACCIDENT), ("shares|share/NNS", T.ECONOMY)],
)
def test_a_bridge_falls_in_another_sense_than_shares(subject: str, expected: T) -> None:
    line = f"The/DT/det/2 {subject}/nsubj/3 fell|fall/VBD/ROOT/0"
    assert types(line)["fell"] == expected


@pytest.mark.parametrize(
    ("line", "word", "expected"),
    [
        (
            (
                "The/DT/det/2 crew/NN/nsubj/7 who/WP/nsubj/4 "
                "returned|return/VBD/relcl/2 to/IN/prep/4 Earth/NNP/pobj/5 "
                "slept|sleep/VBD/ROOT/0"
            ),
            "returned",
            T.MOVEMENT,
        ),
        (
            (
                "The/DT/det/2 workers|worker/NNS/nsubj/5 who/WP/nsubj/4 "
                "struck|strike/VBD/relcl/2 left|leave/VBD/ROOT/0"
            ),
            "struck",
            T.LABOUR,
        ),
        (
            (
                "The/DT/det/2 letter/NN/nsubj/6 that/WDT/dobj/5 Ada/NNP/nsubj/5 "
                "sent|send/VBD/relcl/2 burned|burn/VBD/ROOT/0"
            ),
            "sent",
            T.COMMUNICATION,
        ),
        (
            (
                "The/DT/det/2 hostages|hostage/NNS/nsubjpass/4 were|be/VBD/auxpass/4 "
                "freed|free/VBN/ROOT/0 by/IN/agent/4 commandos|commando/NNS/pobj/5"
            ),
            "freed",
            T.RESCUE,
        ),
        (
            (
                "Rebels|rebel/NNS/nsubj/2 freed|free/VBD/ROOT/0 the/DT/det/4 "
                "hostages|hostage/NNS/dobj/2"
            ),
            "freed",
            T.YIELD,
        ),
        (
            "Ada/NNP/nsubj/2/PERSON received|receive/VBD/ROOT/0 Jan/NNP/dobj/2/PERSON",
            "received",
            T.MEET,
        ),
        (
            "Ada/NNP/nsubj/2/PERSON raised|raise/VBD/ROOT/0 prices|price/NNS/dobj/2",
            "raised",
            T.ECONOMY,
        ),
    ],
)
def test_the_doer_and_the_object_of_a_clause_decide(
    line: str, word: str, expected: T
) -> None:
    assert types(line)[word] == expected


def test_what_is_counted_decides_and_not_the_count() -> None:
    line = (
        "They/PRP/nsubj/2 held|hold/VBD/ROOT/0 thousands|thousand/NNS/dobj/2 "
        "of/IN/prep/3 refugees|refugee/NNS/pobj/4"
    )
    assert types(line)["held"] == T.COERCE


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("on/IN/prep/2 Tuesday/NNP/pobj/3/DATE", T.LABOUR),
        ("on/IN/prep/2 Gaza/NNP/pobj/3/GPE", T.ASSAULT),
        ("by/IN/prep/2 workers|worker/NNS/pobj/3", T.LABOUR),
    ],
)
def test_a_strike_on_a_day_is_no_attack(phrase: str, expected: T) -> None:
    line = f"The/DT/det/2 strike/NN/nsubj/5 {phrase} ended|end/VBD/ROOT/0"
    assert types(line)["strike"] == expected
