"""Event types of the user: what triggers them, and what they win over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.parse import build_doc

from dateline.annotate.events import find_events
from dateline.annotate.role_frames import frame_of
from dateline.annotate.roles import annotate_roles
from dateline.model.mentions import EntityKind, EntityMention, EventMention, MentionForm
from dateline.model.user_types import UserTypes
from dateline.sources.event_types import parse_event_types

TYPES = parse_event_types(
    """
[types.PortCall]
label = "port call"
broader = "Visit"
verbs = ["dock", "put in at", "board"]
nouns = ["port call", "berth"]
excluded = ["capsule", "space station", "pass"]

[types.Loss]
label = "loss of control"
verbs = ["lose steering"]

[types.Stuck]
label = "stuck ship"
words = ["aground", "stranding"]

[types.Summit]
label = "summit of ours"
verbs = ["hold"]

[types.Calls]
label = "calls"
nouns = ["call"]
"""
)


def mentions(line: str, types: UserTypes = TYPES) -> dict[str, EventMention]:
    """Find the events of a sentence, by the words of their trigger."""
    doc = build_doc(line)
    return {doc.slice(found.span): found for found in find_events(doc, types)}


DOCKED = (
    "The/DT/det/2 {0}/NN/nsubj/3 docked|dock/VBD/ROOT/0 in/IN/prep/3 "
    "Haifa/NNP/pobj/4/GPE ././punct/3"
)


def test_a_users_verb_wins_over_ours() -> None:
    line = DOCKED.format("ship")
    assert mentions(line, UserTypes())["docked"].event_type == "Space"
    found = mentions(line)["docked"]
    assert (found.event_type, found.type_score) == ("PortCall", 0.9)
    assert (found.broader, found.known_type) == ("Visit", "Visit")
    assert frame_of(found).name == "visit"


def test_an_excluded_word_tied_to_the_trigger_keeps_our_type() -> None:
    assert mentions(DOCKED.format("capsule"))["docked"].event_type == "Space"


def test_an_excluded_expression_around_the_trigger_keeps_our_type() -> None:
    line = (
        "The/DT/det/4 boarding|board/NN/compound/4 pass/NN/compound/4 "
        "berth/NN/nsubj/5 helped|help/VBD/ROOT/0 ././punct/5"
    )
    assert "berth" not in mentions(line)


def test_an_excluded_word_behind_a_preposition_counts() -> None:
    line = (
        "It/PRP/nsubj/2 docked|dock/VBD/ROOT/0 at/IN/prep/2 the/DT/det/6 "
        "space/NN/compound/6 station/NN/pobj/3 ././punct/2"
    )
    types = parse_event_types(
        'types.A = {label = "a", verbs = ["dock"], excluded = ["station"]}'
    )
    assert mentions(line, types)["docked"].event_type == "Space"


def test_a_noun_that_is_no_event_becomes_one() -> None:
    line = (
        "The/DT/det/2 berth/NN/nsubj/3 lasted|last/VBD/ROOT/0 hours|hour/NNS/npadvmod/3"
        " ././punct/3"
    )
    assert "berth" not in mentions(line, UserTypes())
    assert mentions(line)["berth"].event_type == "PortCall"


def test_half_of_a_compound_is_no_event_of_its_own() -> None:
    line = (
        "The/DT/det/3 berth/NN/compound/3 fees|fee/NNS/nsubj/4 rose|rise/VBD/ROOT/0 "
        "././punct/4"
    )
    assert set(mentions(line)) == {"rose"}


def test_the_longest_trigger_wins_and_is_one_event() -> None:
    line = (
        "A/DT/det/3 port/NN/compound/3 call/NN/nsubj/4 followed|follow/VBD/ROOT/0 "
        "././punct/4"
    )
    found = mentions(line)
    assert found["port call"].event_type == "PortCall"
    assert "call" not in found


def test_an_expression_has_its_words_as_trigger() -> None:
    line = (
        "It/PRP/nsubj/2 put/VBD/ROOT/0 in/RP/prt/2 at/IN/prep/2 Haifa/NNP/pobj/4/GPE "
        "././punct/2"
    )
    found = mentions(line)["put in at"]
    assert (found.event_type, found.type_score) == ("PortCall", 0.9)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            (
                "Its|its/PRP$/poss/2 steering/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
                "lost|lose/VBN/ROOT/0 ././punct/4"
            ),
            "steering was lost",
        ),
        (
            (
                "It/PRP/nsubj/2 lost|lose/VBD/ROOT/0 all/DT/det/4 steering/NN/dobj/2 "
                "././punct/2"
            ),
            "lost all steering",
        ),
        (
            (
                "The/DT/det/2 steering/NN/nsubj/5 they/PRP/nsubj/4 "
                "lost|lose/VBD/relcl/2 returned|return/VBD/ROOT/0 ././punct/5"
            ),
            "steering they lost",
        ),
    ],
)
def test_a_verb_finds_the_rest_of_its_expression(line: str, words: str) -> None:
    assert mentions(line)[words].event_type == "Loss"


def test_an_expression_does_not_reach_into_the_next_sentence() -> None:
    doc = build_doc(
        "Shares|share/NNS/nsubj/2 lost|lose/VBD/ROOT/0",
        "Steering/NN/ROOT/0 ././punct/1",
    )
    assert {each.event_type for each in find_events(doc, TYPES)} == {"Economy"}


def test_a_light_verb_gives_its_type_to_the_noun() -> None:
    line = (
        "They/PRP/nsubj/2 held|hold/VBD/ROOT/0 a/DT/det/4 summit/NN/dobj/2 ././punct/2"
    )
    (found,) = mentions(line).values()
    assert (found.lemma, found.event_type) == ("summit", "Summit")


def test_a_word_of_any_part_of_speech_scores_less() -> None:
    line = (
        "The/DT/det/2 ship/NN/nsubj/3 is|be/VBZ/ROOT/0 aground/JJ/acomp/3 ././punct/3"
    )
    assert not mentions(line, UserTypes())
    found = mentions(line)["aground"]
    assert (found.event_type, found.type_score) == ("Stuck", 0.6)


def test_negation_and_tense_are_found_as_ever() -> None:
    line = "It/PRP/nsubj/4 did|do/VBD/aux/4 not/RB/neg/4 dock/VB/ROOT/0 ././punct/4"
    (found,) = mentions(line).values()
    assert found.is_negated
    assert found.event_type == "PortCall"


@pytest.mark.parametrize(
    ("noun", "kind", "role"),
    [
        ("Haifa", EntityKind.PLACE, "place"),
        ("Acme", EntityKind.ORGANIZATION, "patient"),
    ],
)
def test_a_preposition_that_ends_the_trigger_leads_its_object(noun, kind, role) -> None:
    line = (
        f"It/PRP/nsubj/2 put/VBD/ROOT/0 in/RP/prt/2 at/IN/prep/2 {noun}/NNP/pobj/4 "
        "././punct/2"
    )
    doc = build_doc(line)
    mention = EntityMention(
        span=doc.tokens[4].span, head=4, kind=kind, form=MentionForm.NAMED, name=noun
    )
    types = parse_event_types('types.A = {label = "a", verbs = ["put in at"]}')
    events = find_events(doc, types)
    cast = replace(doc, event_mentions=events, entity_mentions=(mention,))
    assert [each.role.value for each in annotate_roles(cast).roles] == [role]


def test_without_types_nothing_changes() -> None:
    doc = build_doc(DOCKED.format("ship"))
    assert find_events(doc) == find_events(doc, UserTypes())
