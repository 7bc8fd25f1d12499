"""Who is PLOVER's source and who its target, on sentences of our own."""

from __future__ import annotations

import pytest
from tests.parse import build_doc

from dateline.annotate.pipeline import annotate, default_stages
from dateline.evaluate.plover import main_event
from dateline.evaluate.plover_actors import source_of, target_of


def actors(sentence):
    doc = next(annotate([build_doc(sentence)], default_stages()))
    event = main_event(doc)
    assert event is not None
    source = source_of(doc, event)
    target = target_of(doc, event, source)
    return tuple(
        None if each is None else doc.slice(doc.entity_mentions[each].span)
        for each in (source, target)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Japan/NNP/nsubj/4/GPE and/CC/cc/1 Vietnam/NNP/conj/1/GPE "
            "agreed|agree/VBD/ROOT/0 to/TO/aux/6 share/VB/xcomp/4 "
            "data|datum/NNS/dobj/6 ././punct/4"
        ),
        (
            "Talks|talk/NNS/nsubj/6 between/IN/prep/1 Japan/NNP/pobj/2/GPE "
            "and/CC/cc/3 Vietnam/NNP/conj/3/GPE ended|end/VBD/ROOT/0 ././punct/6"
        ),
    ],
)
def test_of_two_who_meet_the_first_is_the_source(sentence):
    assert actors(sentence) == ("Japan", "Vietnam")


def test_a_rally_is_against_the_one_it_concerns_not_its_place():
    found = actors(
        "Workers|worker/NNS/nsubj/2 rallied|rally/VBD/ROOT/0 in/IN/prep/2 "
        "Lome/NNP/pobj/3/GPE to/TO/aux/6 demand/VB/advcl/2 the/DT/det/8 "
        "resignation/NN/dobj/6 of/IN/prep/8 the/DT/det/11 president/NN/pobj/9 "
        "././punct/2"
    )
    assert found == ("Workers", "the president")


def test_who_condemns_an_attack_condemns_the_attacker():
    found = actors(
        "Norway/NNP/nsubj/2/GPE condemned|condemn/VBD/ROOT/0 the/DT/det/4 "
        "shelling/NN/dobj/2 of/IN/prep/4 Lome/NNP/pobj/5/GPE by/IN/prep/4 "
        "rebels|rebel/NNS/pobj/7 ././punct/2"
    )
    assert found == ("Norway", "rebels")


def test_who_raids_is_the_one_whose_raid_kills():
    found = actors(
        "A/DT/det/2 raid/NN/nsubj/7 on/IN/prep/2 Lome/NNP/pobj/3/GPE by/IN/prep/2 "
        "rebels|rebel/NNS/pobj/5 killed|kill/VBD/ROOT/0 farmers|farmer/NNS/dobj/7 "
        "././punct/7"
    )
    assert found == ("rebels", "farmers")


def test_a_state_acts_where_only_the_press_is_named():
    found = actors(
        "A/DT/det/2 singer/NN/nsubjpass/4 was|be/VBD/auxpass/4 "
        "detained|detain/VBN/ccomp/10 in/IN/prep/4 Norway/NNP/pobj/5/GPE "
        ",/,/punct/10 a/DT/det/9 newspaper/NN/nsubj/10 "
        "reported|report/VBD/ROOT/0 ././punct/10"
    )
    assert found == ("Norway", "A singer")


def test_a_strike_is_against_the_employer():
    found = actors(
        "Workers|worker/NNS/nsubj/6 at/IN/prep/1 a/DT/det/5 Danish/JJ/amod/5/NORP "
        "company/NN/pobj/2 went|go/VBD/ROOT/0 on/IN/prep/6 strike/NN/pobj/7 "
        "././punct/6"
    )
    assert found == ("Workers", "a Danish company")


def test_a_condition_names_no_target():
    found = actors(
        "Norway/NNP/nsubj/2/GPE threatened|threaten/VBD/ROOT/0 to/TO/aux/4 "
        "expel/VB/xcomp/2 envoys|envoy/NNS/dobj/4 unless/IN/mark/8 "
        "Sweden/NNP/nsubj/8/GPE apologised|apologise/VBD/advcl/2 ././punct/2"
    )
    assert found == ("Norway", "envoys")


def test_a_name_that_tells_which_actor_is_meant_is_not_the_target():
    found = actors(
        "Norway/NNP/nsubj/2/GPE seized|seize/VBD/ROOT/0 "
        "assets|asset/NNS/dobj/2 of/IN/prep/3 a/DT/det/7 Danish/JJ/amod/7/NORP "
        "company/NN/pobj/4 ././punct/2"
    )
    assert found == ("Norway", "a Danish company")


def test_what_a_protest_blocks_is_not_whom_it_is_against():
    found = actors(
        "Farmers|farmer/NNS/nsubj/2 blocked|block/VBD/ROOT/0 "
        "streets|street/NNS/dobj/2 in/IN/prep/2 defiance/NN/pobj/4 of/IN/prep/5 "
        "the/DT/det/8 police/NNS/pobj/6 ././punct/2"
    )
    assert found == ("Farmers", "the police")


@pytest.mark.parametrize("dep", ["amod/5", "conj/2"])
def test_one_group_of_two_names_is_a_pair(dep):
    found = actors(
        "The/DT/det/5 Danish/JJ/amod/5/NORP and/CC/cc/2 "
        f"Dutch/JJ/{dep}/NORP ministers|minister/NNS/nsubj/6 "
        "met|meet/VBD/ROOT/0 ././punct/6"
    )
    assert found == ("The Danish and Dutch ministers", "Dutch")


def test_who_inquires_into_a_charge_inquires_into_the_accused():
    found = actors(
        "Norway/NNP/nsubj/2/GPE investigated|investigate/VBD/ROOT/0 an/DT/det/4 "
        "allegation/NN/dobj/2 by/IN/prep/4 Sweden/NNP/pobj/5/GPE that/IN/mark/9 "
        "hackers|hacker/NNS/nsubj/9 broke|break/VBD/acl/4 it/PRP/dobj/9 ././punct/2"
    )
    assert found == ("Norway", "hackers")


def test_whom_an_agency_quotes_from_is_no_source():
    found = actors(
        "Two/CD/nummod/2/CARDINAL singers|singer/NNS/nsubjpass/4 "
        "were|be/VBD/auxpass/4 detained|detain/VBN/ccomp/9 in/IN/prep/4 "
        "Norway/NNP/pobj/5/GPE ,/,/punct/9 Reuters/NNP/nsubj/9/ORG "
        "reported|report/VBD/ROOT/0 ././punct/9"
    )
    assert found == ("Norway", "Two singers")


def test_what_is_mobilised_is_no_target():
    found = actors(
        "Norway/NNP/nsubj/2/GPE deployed|deploy/VBD/ROOT/0 "
        "soldiers|soldier/NNS/dobj/2 to/IN/prep/2 Mali/NNP/pobj/4/GPE ././punct/2"
    )
    assert found == ("Norway", "Mali")
