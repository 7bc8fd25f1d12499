"""Roles where a parser hangs a phrase or a name on the word before it."""

from __future__ import annotations

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
from tests.annotate.test_roles import Case
from tests.parse import build_doc

from dateline.annotate.events import annotate as find_annotated
from dateline.annotate.roles import annotate_roles
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EntityKind

CASES: dict[str, Case] = {
    "doer behind an office": Case(
        "Ada/NNP/nsubjpass/3/PERSON was|be/VBD/auxpass/3 appointed|appoint/VBN/ROOT/0 "
        "director/NN/oprd/3 by/IN/prep/4 Acme/NNP/pobj/5/ORG ././punct/3",
        {"Ada": PERSON, "director": PERSON, "Acme": ORGANIZATION},
        "appointed",
        {("appointed", "patient", "Ada"), ("appointed", "agent", "Acme")},
    ),
    "doer behind the receiver": Case(
        "Tents|tent/NNS/nsubjpass/3 were|be/VBD/auxpass/3 given|give/VBN/ROOT/0 "
        "to/IN/prep/3 families|family/NNS/pobj/4 by/IN/prep/5 Acme/NNP/pobj/6/ORG",
        {"Tents": THING, "families": GROUP, "Acme": ORGANIZATION},
        "given",
        {
            ("given", "patient", "Tents"),
            ("given", "recipient", "families"),
            ("given", "agent", "Acme"),
        },
    ),
    "doer behind the object of a noun": Case(
        "The/DT/det/2 opening/NN/nsubj/9 of/IN/prep/2 the/DT/det/5 museum/NN/pobj/3 "
        "by/IN/prep/5 the/DT/det/8 queen/NN/pobj/6 took|take/VBD/ROOT/0 "
        "hours|hour/NNS/dobj/9",
        {"the museum": ORGANIZATION, "the queen": PERSON},
        "opening",
        {("opening", "patient", "the museum"), ("opening", "agent", "the queen")},
    ),
    "author of a work": Case(
        "The/DT/det/2 sale/NN/nsubj/8 of/IN/prep/2 a/DT/det/5 novel/NN/pobj/3 "
        "by/IN/prep/5 Joyce/NNP/pobj/6/PERSON rose|rise/VBD/ROOT/0",
        {"a novel": THING, "Joyce": PERSON},
        "sale",
        {("sale", "patient", "a novel")},
    ),
    "place behind the doer": Case(
        "The/DT/det/2 officer/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
        "stabbed|stab/VBN/ROOT/0 by/IN/agent/4 a/DT/det/7 man/NN/pobj/5 in/IN/prep/7 "
        "Oslo/NNP/pobj/8/GPE",
        {"The officer": PERSON, "a man": PERSON, "Oslo": PLACE},
        "stabbed",
        {
            ("stabbed", "patient", "The officer"),
            ("stabbed", "agent", "a man"),
            ("stabbed", "place", "Oslo"),
        },
    ),
    "place behind the object of a noun": Case(
        "The/DT/det/2 death/NN/nsubj/8 of/IN/prep/2 a/DT/det/5 man/NN/pobj/3 "
        "in/IN/prep/5 Oslo/NNP/pobj/6/GPE shocked|shock/VBD/ROOT/0 "
        "many/JJ/dobj/8",
        {"a man": PERSON, "Oslo": PLACE},
        "death",
        {("death", "patient", "a man"), ("death", "place", "Oslo")},
    ),
    "goal behind the object of a noun": Case(
        "Japan/NNP/poss/3/GPE 's/POS/case/1 gift/NN/nsubj/9 of/IN/prep/3 "
        "ships|ship/NNS/pobj/4 to/IN/prep/5 Peru/NNP/pobj/6/GPE then/RB/advmod/9 "
        "ended|end/VBD/ROOT/0",
        {"Japan": COUNTRY, "ships": THING, "Peru": COUNTRY},
        "gift",
        {
            ("gift", "agent", "Japan"),
            ("gift", "patient", "ships"),
            ("gift", "recipient", "Peru"),
        },
    ),
    "name before an office": Case(
        "Voters|voter/NNS/nsubj/2 elected|elect/VBD/ROOT/0 Ada/NNP/compound/4/PERSON "
        "Quill/NNP/compound/5/PERSON president/NN/dobj/2",
        {"Voters": GROUP, "Ada Quill": PERSON},
        "elected",
        {("elected", "agent", "Voters"), ("elected", "patient", "Ada Quill")},
    ),
    "name before a gift": Case(
        "Canada/NNP/nsubj/2/GPE granted|grant/VBD/ROOT/0 Ada/NNP/compound/4/PERSON "
        "Quill/NNP/compound/5/PERSON asylum/NN/dobj/2",
        {"Canada": COUNTRY, "Ada Quill": PERSON, "asylum": THING},
        "granted",
        {
            ("granted", "agent", "Canada"),
            ("granted", "recipient", "Ada Quill"),
            ("granted", "patient", "asylum"),
        },
    ),
    "two objects": Case(
        "Oslo/NNP/nsubj/2/GPE promised|promise/VBD/ROOT/0 Lima/NNP/dobj/2/GPE "
        "help/NN/dobj/2",
        {"Oslo": COUNTRY, "Lima": COUNTRY, "help": THING},
        "promised",
        {
            ("promised", "agent", "Oslo"),
            ("promised", "recipient", "Lima"),
            ("promised", "patient", "help"),
        },
    ),
    "description without an article": Case(
        "Software/NN/compound/2 maker/NN/nsubj/4 Orbis/NNP/appos/2/ORG "
        "bought|buy/VBD/ROOT/0 Acme/NNP/dobj/4/ORG",
        {"Software maker": ORGANIZATION, "Orbis": ORGANIZATION, "Acme": ORGANIZATION},
        "bought",
        {("bought", "agent", "Orbis"), ("bought", "patient", "Acme")},
    ),
    "description with an article": Case(
        "The/DT/det/2 maker/NN/nsubj/4 Orbis/NNP/appos/2/ORG bought|buy/VBD/ROOT/0 "
        "Acme/NNP/dobj/4/ORG",
        {"The maker": ORGANIZATION, "Orbis": ORGANIZATION, "Acme": ORGANIZATION},
        "bought",
        {("bought", "agent", "The maker"), ("bought", "patient", "Acme")},
    ),
    "torn relative clause": Case(
        "Ada/NNP/nsubj/8/PERSON ,/,/punct/1 whom/WP/appos/1 a/DT/det/5 jury/NN/appos/1 "
        "convicted|convict/VBN/acl/5 ,/,/punct/1 left|leave/VBD/ROOT/0",
        {"Ada": PERSON, "a jury": ORGANIZATION},
        "convicted",
        {("convicted", "agent", "a jury"), ("convicted", "patient", "Ada")},
    ),
    "ban on": Case(
        "Nepal/NNP/poss/3/GPE 's/POS/case/1 ban/NN/nsubj/7 on/IN/prep/3 the/DT/det/6 "
        "app/NN/pobj/4 ended|end/VBD/ROOT/0",
        {"Nepal": COUNTRY, "the app": THING},
        "ban",
        {("ban", "agent", "Nepal"), ("ban", "patient", "the app")},
    ),
    "attacked on the road": Case(
        "Rebels|rebel/NNS/nsubj/2 attacked|attack/VBD/ROOT/0 Ada/NNP/dobj/2/PERSON "
        "on/IN/prep/2 the/DT/det/6 road/NN/pobj/4",
        {"Rebels": GROUP, "Ada": PERSON, "the road": PLACE},
        "attacked",
        {
            ("attacked", "agent", "Rebels"),
            ("attacked", "patient", "Ada"),
            ("attacked", "place", "the road"),
        },
    ),
    "doer behind what is measured": Case(
        "Oslo/NNP/nsubjpass/3/GPE was|be/VBD/auxpass/3 given|give/VBN/ROOT/0 "
        "tons|ton/NNS/dobj/3 of/IN/prep/4 rice/NN/pobj/5 by/IN/prep/6 "
        "Peru/NNP/pobj/7/GPE",
        {"Oslo": COUNTRY, "rice": THING, "Peru": COUNTRY},
        "given",
        {
            ("given", "recipient", "Oslo"),
            ("given", "patient", "rice"),
            ("given", "agent", "Peru"),
        },
    ),
    "seats of governments that talk": Case(
        "Talks|talk/NNS/nsubj/6 between/IN/prep/1 Paris/NNP/pobj/2/GPE and/CC/cc/3 "
        "Acme/NNP/conj/3/ORG failed|fail/VBD/ROOT/0",
        {"Paris": PLACE, "Acme": ORGANIZATION},
        "Talks",
        {("Talks", "co-participant", "Paris"), ("Talks", "co-participant", "Acme")},
    ),
    "warned that it would": Case(
        "Acme/NNP/nsubj/2/ORG warned|warn/VBD/ROOT/0 Ada/NNP/dobj/2/PERSON "
        "that/IN/mark/7 it/PRP/nsubj/7 would/MD/aux/7 leave/VB/ccomp/2",
        {"Acme": ORGANIZATION, "Ada": PERSON, "it": THING},
        "warned",
        {("warned", "speaker", "Acme"), ("warned", "addressee", "Ada")},
    ),
    "shot on a motorcycle": Case(
        "Men|man/NNS/nsubj/2 shot|shoot/VBD/ROOT/0 Ada/NNP/dobj/2/PERSON on/IN/prep/2 "
        "a/DT/det/6 motorcycle/NN/pobj/4",
        {"Men": GROUP, "Ada": PERSON, "a motorcycle": THING},
        "shot",
        {("shot", "agent", "Men"), ("shot", "patient", "Ada")},
    ),
    "under arrest": Case(
        "Ada/NNP/nsubjpass/3/PERSON was|be/VBD/auxpass/3 put/VBN/ROOT/0 "
        "under/IN/prep/3 arrest/NN/pobj/4",
        {"Ada": PERSON},
        "arrest",
        {("arrest", "patient", "Ada")},
    ),
    "put under arrest": Case(
        "Police/NNS/nsubj/2 put/VBD/ROOT/0 Ada/NNP/dobj/2/PERSON under/IN/prep/2 "
        "arrest/NN/pobj/4",
        {"Police": ORGANIZATION, "Ada": PERSON},
        "arrest",
        {("arrest", "patient", "Ada")},
    ),
    "in a name that is taken for a company": Case(
        "Ada/NNP/nsubj/2/PERSON died|die/VBD/ROOT/0 in/IN/prep/2 Durban/NNP/pobj/3/ORG",
        {"Ada": PERSON, "Durban": ORGANIZATION},
        "died",
        {("died", "patient", "Ada"), ("died", "place", "Durban")},
    ),
    "in a company": Case(
        "Ada/NNP/nsubj/2/PERSON invested|invest/VBD/ROOT/0 in/IN/prep/2 "
        "Acme/NNP/pobj/3/ORG",
        {"Ada": PERSON, "Acme": ORGANIZATION},
        "invested",
        {("invested", "agent", "Ada")},
    ),
}


@pytest.mark.parametrize("name", list(CASES))
def test_phrases_that_hang_low_get_their_roles(name: str) -> None:
    sentence, kinds, events, expected = CASES[name]
    doc = annotate_roles(with_events(with_entities(build_doc(sentence), kinds), events))
    assert _roles(doc) == expected


TRIGGERS: dict[str, tuple[str, dict[str, EntityKind], set[tuple[str, str, str]]]] = {
    "came under attack": (
        (
            "The/DT/det/2 convoy/NN/nsubj/3 came|come/VBD/ROOT/0 under/IN/prep/3 "
            "attack/NN/pobj/4"
        ),
        {"The convoy": GROUP},
        {("attack", "patient", "The convoy")},
    ),
    "received a guest": (
        "Ada/NNP/nsubj/2/PERSON received|receive/VBD/ROOT/0 Jan/NNP/dobj/2/PERSON",
        {"Ada": PERSON, "Jan": PERSON},
        {("received", "agent", "Ada"), ("received", "co-participant", "Jan")},
    ),
    "engaged in": (
        (
            "Rebels|rebel/NNS/nsubjpass/3 were|be/VBD/auxpass/3 "
            "engaged|engage/VBN/ROOT/0 in/IN/prep/3 combat/NN/pobj/4"
        ),
        {"Rebels": GROUP},
        {("combat", "agent", "Rebels")},
    ),
}


@pytest.mark.parametrize("name", list(TRIGGERS))
def test_the_trigger_tells_who_does_and_who_undergoes(name: str) -> None:
    sentence, kinds, expected = TRIGGERS[name]
    doc = find_annotated(with_entities(build_doc(sentence), kinds))
    assert _roles(annotate_roles(doc)) == expected


def _roles(doc: AnnotatedDocument) -> set[tuple[str, str, str]]:
    return {
        (
            doc.tokens[doc.event_mentions[role.event].head].text,
            role.role.value,
            doc.slice(role.span),
        )
        for role in doc.roles
    }
