"""Mentions of one document become entities: names, descriptions, pronouns."""

from dataclasses import replace

import pytest
from tests.parse import build_doc

from dateline.annotate.attribution import find_attributions
from dateline.annotate.entities import find_entity_mentions
from dateline.model.facts import Entity
from dateline.model.mentions import EntityKind
from dateline.resolve.entities import resolve_entities
from dateline.resolve.owners import name_owners


def resolved(*sentences: str) -> dict[str, list[Entity]]:
    """Map the words of each mention to its entities, in order; `[]` if it has none."""
    doc = build_doc(*sentences)
    doc = replace(doc, entity_mentions=find_entity_mentions(doc))
    doc = replace(doc, attributions=find_attributions(doc))
    index = resolve_entities(doc)
    by_key = {entity.key: entity for entity in index.entities}
    found: dict[str, list[Entity]] = {}
    for n, mention in enumerate(doc.entity_mentions):
        entities = [by_key[key] for key in index.by_mention.get(n, ())]
        found.setdefault(doc.slice(mention.span), []).extend(entities)
    return found


LEADER = (
    "North/JJ/amod/2/NORP Korean/JJ/amod/3/NORP leader/NN/compound/5 "
    "Kim/NNP/compound/5/PERSON Jong-un/NNP/nsubj/6/PERSON slept|sleep/VBD/ROOT/0"
)


def test_a_short_name_and_an_office_are_the_person_with_the_full_name():
    found = resolved(
        LEADER,
        "Kim/NNP/nsubj/2/PERSON woke|wake/VBD/ROOT/0 ././punct/2",
        "The/DT/det/4 North/JJ/amod/3/NORP Korean/JJ/amod/4/NORP leader/NN/nsubj/5 "
        "ate|eat/VBD/ROOT/0 ././punct/5",
    )
    (kim,) = found["Kim"]
    assert kim.label == "Kim Jong-un"
    assert kim.offices == ("North Korean leader",)
    assert kim.aliases == ("Kim", "The North Korean leader")
    assert found["The North Korean leader"] == [kim]
    assert len(kim.mentions) == 3


def test_a_short_name_finds_a_full_name_that_comes_later():
    found = resolved(
        "Dell/NNP/nsubj/2/PERSON slept/VBD/ROOT/0",
        "Omar/NNP/compound/2/PERSON Dell/NNP/nsubj/3/PERSON woke/VBD/ROOT/0",
    )
    assert found["Dell"][0].label == "Omar Dell"


def test_two_full_names_are_never_one_and_the_nearest_owns_the_family_name():
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "Bob/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON woke/VBD/ROOT/0",
        "Roe/NNP/nsubj/2/PERSON ate/VBD/ROOT/0",
    )
    assert found["Ann Roe"] != found["Bob Roe"]
    assert found["Roe"] == found["Bob Roe"]


def test_a_title_tells_bearers_of_one_family_name_apart():
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "Bob/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON woke/VBD/ROOT/0",
        "Mrs./NNP/compound/2 Roe/NNP/nsubj/3/PERSON ate/VBD/ROOT/0",
    )
    assert found["Mrs. Roe"] == found["Ann Roe"]


def test_a_country_is_one_entity_under_all_its_names():
    found = resolved(
        "Britain/NNP/nsubj/2/GPE agreed|agree/VBD/ROOT/0",
        "The/DT/det/2 UK/NNP/nsubj/3/GPE signed|sign/VBD/ROOT/0",
    )
    assert found["Britain"] == found["The UK"]
    assert found["Britain"][0].label == "United Kingdom"


def test_an_acronym_is_its_full_name():
    found = resolved(
        "The/DT/det/4/ORG World/NNP/compound/4/ORG Health/NNP/compound/4/ORG "
        "Organization/NNP/nsubj/5/ORG met|meet/VBD/ROOT/0",
        "WHO/NNP/nsubj/2/ORG left|leave/VBD/ROOT/0",
    )
    assert found["WHO"][0].label == "World Health Organization"


def test_the_company_is_the_one_body_near_by():
    acme = "Acme/NNP/nsubj/2/ORG grew|grow/VBD/ROOT/0"
    apex = "Apex/NNP/nsubj/2/ORG shrank|shrink/VBD/ROOT/0"
    firm = "The/DT/det/2 company/NN/nsubj/3 hired|hire/VBD/ROOT/0"
    assert resolved(acme, firm)["The company"][0].label == "Acme"
    assert not resolved(acme, apex, firm)["The company"][0].is_named


@pytest.mark.parametrize(("pronoun", "label"), [("She", "Ann Roe"), ("He", "Bob Poe")])
def test_a_pronoun_agrees_with_the_given_name(pronoun: str, label: str):
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON met|meet/VBD/ROOT/0 "
        "Bob/NNP/compound/5/PERSON Poe/NNP/dobj/3/PERSON",
        f"{pronoun}/PRP/nsubj/2 left|leave/VBD/ROOT/0",
    )
    assert found[pronoun][0].label == label


def test_an_object_pronoun_is_not_its_own_subject():
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "Eva/NNP/compound/2/PERSON Poe/NNP/nsubj/3/PERSON praised|praise/VBD/ROOT/0 "
        "her/PRP/dobj/3",
    )
    assert found["her"][0].label == "Ann Roe"


def test_the_two_leaders_are_one_entity_of_two_members():
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/6/PERSON and/CC/cc/2 "
        "Bob/NNP/compound/5/PERSON Poe/NNP/conj/2/PERSON met|meet/VBD/ROOT/0",
        "The/DT/det/3 two/CD/nummod/3 leaders|leader/NNS/nsubj/4 left|leave/VBD/ROOT/0",
    )
    (pair,) = found["The two leaders"]
    assert pair.kind is EntityKind.GROUP
    assert pair.count == 2
    assert pair.members == (found["Ann Roe"][0].key, found["Bob Poe"][0].key)


def test_they_are_the_people_joined_before():
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/6/PERSON and/CC/cc/2 "
        "Bob/NNP/compound/5/PERSON Poe/NNP/conj/2/PERSON met|meet/VBD/ROOT/0",
        "They/PRP/nsubj/2 left|leave/VBD/ROOT/0",
    )
    assert len(found["They"][0].members) == 2


def test_we_in_a_direct_quotation_is_its_source():
    found = resolved(
        "\"/``/punct/8 We/PRP/nsubj/3 won|win/VBD/ccomp/8 ,/,/punct/8 \"/''/punct/8 "
        "an/DT/det/7 official/NN/nsubj/8 said|say/VBD/ROOT/0"
    )
    assert found["We"] == found["an official"]
    assert not found["an official"][0].is_named


def test_it_may_stand_for_what_happens_and_then_for_no_entity():
    found = resolved(
        "Acme/NNP/nsubj/2/ORG grew|grow/VBD/ROOT/0",
        "It/PRP/nsubj/2 happened|happen/VBD/ROOT/0",
    )
    assert found["It"] == []


def test_a_counterpart_is_not_the_country_it_comes_from():
    found = resolved(
        "American/JJ/amod/2/NORP envoys|envoy/NNS/nsubj/3 met|meet/VBD/ROOT/0 "
        "their/PRP$/poss/6 Danish/JJ/amod/6/NORP counterparts|counterpart/NNS/dobj/3"
    )
    (group,) = found["their Danish counterparts"]
    assert group.kind is EntityKind.GROUP
    assert found["Danish"][0].label == "Denmark"
    assert group.affiliations == (found["Danish"][0].key,)
    assert found["their"] == found["American envoys"]


def test_keys_are_minted_from_the_first_mention():
    found = resolved(LEADER)
    (kim,) = found["North Korean leader Kim Jong-un"]
    assert kim.key == "person-0-31"


def test_somebody_of_a_country_acts_for_it():
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/5/PERSON of/IN/prep/2 "
        "Norway/NNP/pobj/3/GPE won|win/VBD/ROOT/0"
    )
    assert found["Ann Roe"][0].affiliations == (found["Norway"][0].key,)


def test_a_body_is_called_by_its_first_word_and_a_product_is_not():
    found = resolved(
        "Corvane/NNP/compound/2/ORG Lines/NNPS/nsubj/3/ORG grew|grow/VBD/ROOT/0",
        "Corvane/NNP/nsubj/2/ORG hired|hire/VBD/ROOT/0",
    )
    assert found["Corvane"] == found["Corvane Lines"]
    house = resolved(
        "The/DT/det/3 House/NNP/compound/3/ORG Panel/NNP/nsubj/4/ORG met/VBD/ROOT/0",
        "The/DT/det/2 House/NNP/nsubj/3/ORG voted|vote/VBD/ROOT/0",
    )
    assert house["The House"] != house["The House Panel"]


def test_a_possessive_in_a_fronted_phrase_is_the_subject():
    found = resolved(
        "Bob/NNP/compound/2/PERSON Poe/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "In/IN/prep/6 his/PRP$/poss/3 speech/NN/pobj/1 Omar/NNP/compound/5/PERSON "
        "Dell/NNP/nsubj/6/PERSON wept|weep/VBD/ROOT/0",
    )
    assert found["his"] == found["Omar Dell"]


def test_what_is_acted_on_is_not_its_understood_subject():
    found = resolved(
        "Rebels/NNS/nsubj/2 took|take/VBD/ROOT/0 hostages|hostage/NNS/dobj/2",
        "Guards/NNS/nsubj/2 came|come/VBD/ROOT/0 and/CC/cc/2 freed|free/VBD/conj/2 "
        "them/PRP/dobj/4",
    )
    assert found["them"] != found["Guards"]


def test_a_client_is_who_his_lawyer_speaks_of():
    found = resolved(
        "Omar/NNP/compound/2/PERSON Dell/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "His/PRP$/poss/2 lawyer/NN/nsubj/4 Jo/NNP/appos/2/PERSON said|say/VBD/ROOT/0 "
        "that/IN/mark/7 he/PRP/nsubj/7 left|leave/VBD/ccomp/4",
    )
    assert found["he"][0].label == "Omar Dell"


def test_a_bare_object_is_not_what_it_means():
    found = resolved(
        "Crews|crew/NNS/nsubj/2 lost|lose/VBD/ROOT/0 contact/NN/dobj/2 with/IN/prep/3 "
        "the/DT/det/7 Petrel/NNP/nmod/7 ship/NN/pobj/4",
        "It/PRP/nsubj/2 sank|sink/VBD/ROOT/0",
        "The/DT/det/2 vessel/NN/nsubj/3 was|be/VBD/ROOT/0 old/JJ/acomp/3",
    )
    assert [entity.label for entity in found["It"]] == ["Petrel"]
    assert found["The vessel"] == found["It"]


def test_a_body_named_later_is_the_company_described_before():
    found = resolved(
        "The/DT/det/2 company/NN/nsubj/3 slept/VBD/ROOT/0",
        "Jane/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON left/VBD/ROOT/0 "
        "Acme/NNP/compound/5/ORG Foods/NNP/dobj/3/ORG",
        "the/DT/det/2 company/NN/nsubj/3 woke|wake/VBD/ROOT/0",
    )
    assert found["the company"][0].label == "Acme Foods"
    assert found["The company"] == found["the company"]


def test_an_indefinite_body_does_not_hide_the_one_named_by_its_noun():
    found = resolved(
        "She/PRP/nsubj/2 left/VBD/ROOT/0 a/DT/det/4 museum/NN/dobj/2",
        "He/PRP/nsubj/2 left/VBD/ROOT/0 the/DT/det/5 Museum/NNP/compound/5 "
        "Linde/NNP/dobj/2",
        "The/DT/det/2 museum/NN/nsubj/3 slept/VBD/ROOT/0",
    )
    assert found["The museum"][0].label == "Museum Linde"
    assert found["a museum"] != found["The museum"]


PRESIDENTS = (
    "The/DT/det/2 presidents|president/NNS/nsubj/7 of/IN/prep/2 "
    "Peru/NNP/pobj/3/GPE and/CC/cc/4 Chile/NNP/conj/4/GPE met|meet/VBD/ROOT/0"
)


def of_country(given: str, family: str, country: str) -> str:
    return (
        f"{given}/NNP/compound/2/PERSON {family}/NNP/nsubj/5/PERSON of/IN/prep/2 "
        f"{country}/NNP/pobj/3/GPE smiled|smile/VBD/ROOT/0"
    )


def test_an_indefinite_body_is_not_the_one_named_after_it():
    found = resolved(
        "He/PRP/nsubj/2 left/VBD/ROOT/0 a/DT/det/4 company/NN/dobj/2",
        "Acme/NNP/compound/2/ORG Foods/NNP/nsubj/3/ORG slept/VBD/ROOT/0",
        "The/DT/det/2 company/NN/nsubj/3 woke|wake/VBD/ROOT/0",
    )
    assert found["The company"] == found["a company"]


def test_the_leaders_of_two_countries_are_those_named_after():
    found = resolved(
        PRESIDENTS,
        of_country("Ann", "Roe", "Chile"),
        of_country("Omar", "Dell", "Peru"),
    )
    keys = (found["Ann Roe"][0].key, found["Omar Dell"][0].key)
    assert found["The presidents of Peru and Chile"][0].members == keys


def test_leaders_without_a_name_for_each_country_have_no_members():
    found = resolved(PRESIDENTS, of_country("Ann", "Roe", "Chile"))
    assert found["The presidents of Peru and Chile"][0].members == ()


def test_the_two_rivals_are_those_whom_the_text_is_about():
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "Omar/NNP/compound/2/PERSON Dell/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "Roe/NNP/nsubj/2/PERSON left/VBD/ROOT/0 Dell/NNP/dobj/2/PERSON",
        "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "the/DT/det/3 two/CD/nummod/3 rivals|rival/NNS/nsubj/4 met|meet/VBD/ROOT/0",
    )
    members = {found["Roe"][0].key, found["Dell"][0].key}
    assert set(found["the two rivals"][0].members) == members


def test_what_a_group_owns_is_told_with_the_group():
    doc = build_doc(
        "The/DT/det/2 nurses|nurse/NNS/nsubj/3 slept/VBD/ROOT/0",
        "one/CD/nsubj/5 of/IN/prep/1 their/PRP$/poss/4 leaders|leader/NNS/pobj/2 "
        "spoke|speak/VBD/ROOT/0",
    )
    doc = replace(doc, entity_mentions=find_entity_mentions(doc))
    labels = [
        entity.label for entity in name_owners(doc, resolve_entities(doc)).entities
    ]
    assert labels == ["The nurses", "one of the nurses' leaders"]


AIRSHIP = (
    "Kerr/NNP/nsubj/2/PERSON flew|fly/VBD/ROOT/0 the/DT/det/4 "
    "X200/NNP/dobj/2/PRODUCT ././punct/2"
)
PLANE = "The/DT/det/2 plane/NN/nsubj/3 landed|land/VBD/ROOT/0 ././punct/3"


def test_a_plane_is_the_model_told_of_just_before():
    found = resolved(AIRSHIP, PLANE)
    assert found["The plane"] == found["the X200"]


def test_a_plane_is_none_of_two_models():
    other = AIRSHIP.replace("X200", "X300")
    found = resolved(AIRSHIP, other, PLANE)
    assert found["The plane"][0] not in found["the X200"] + found["the X300"]


def test_a_described_plane_is_no_model():
    described = "The/DT/det/3 stolen/JJ/amod/3 plane/NN/nsubj/4 landed/VBD/ROOT/0"
    found = resolved(AIRSHIP, described)
    assert found["The stolen plane"] != found["the X200"]


def test_who_denies_a_report_is_whom_it_is_about() -> None:
    found = resolved(
        "Varda/NNP/nsubj/2/ORG denied|deny/VBD/ROOT/0 a/DT/det/4 report/NN/dobj/2 "
        "by/IN/prep/4 the/DT/det/7/ORG Herald/NNP/pobj/5/ORG that/IN/mark/10 "
        "it/PRP/nsubj/10 left|leave/VBD/acl/4 ././punct/2"
    )
    assert [entity.label for entity in found["it"]] == ["Varda"]


def test_a_pronoun_takes_up_the_object_of_the_clause_it_is_joined_to() -> None:
    found = resolved(
        "The/DT/det/2 council/NN/nsubj/3 bought|buy/VBD/ROOT/0 the/DT/det/5 "
        "bridge/NN/dobj/3 and/CC/cc/3 repaired|repair/VBD/conj/3 it/PRP/dobj/7 "
        "././punct/3"
    )
    assert [entity.label for entity in found["it"]] == ["the bridge"]


def test_a_name_with_the_noun_before_it_is_what_the_noun_means() -> None:
    found = resolved(
        "Oil/NN/compound/2 giant/NN/compound/3 Shale/NNP/nsubj/4/ORG "
        "paid|pay/VBD/ROOT/0 the/DT/det/7 firm/NN/compound/7 Karsan/NNP/dobj/4/PERSON "
        "././punct/4",
        "The/DT/det/2 firm/NN/nsubj/3 grew|grow/VBD/ROOT/0 ././punct/3",
    )
    assert [entity.label for entity in found["The firm"]] == ["Karsan"]
    assert found["The firm"][0].kind is EntityKind.ORGANIZATION


def test_a_noun_in_apposition_to_a_product_makes_it_a_body() -> None:
    found = resolved(
        "Shipping/NN/compound/2 company/NN/nsubj/4 Varda/NNP/appos/2/PRODUCT "
        "left|leave/VBD/ROOT/0 ././punct/4"
    )
    labels = {entity.label for entities in found.values() for entity in entities}
    assert labels == {"Varda"}


def test_they_are_the_subject_and_the_person_it_was_done_with() -> None:
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/3/PERSON opened|open/VBD/ROOT/0 "
        "an/DT/det/5 office/NN/dobj/3 with/IN/prep/3 Bob/NNP/compound/8/PERSON "
        "Lund/NNP/pobj/6/PERSON ././punct/3",
        "They/PRP/nsubj/2 left|leave/VBD/ROOT/0 ././punct/2",
    )
    (both,) = found["They"]
    assert set(both.members) == {found["Ann Roe"][0].key, found["Bob Lund"][0].key}


def test_she_is_who_speaks_and_not_of_whom_a_clause_tells() -> None:
    found = resolved(
        "Ann/NNP/compound/2/PERSON Roe/NNP/nsubj/7/PERSON ,/,/punct/2 "
        "whose/WP$/poss/5 sister/NN/nsubj/6 died|die/VBD/relcl/2 wept|weep/VBD/ROOT/0 "
        "././punct/7",
        "She/PRP/nsubj/2 left|leave/VBD/ROOT/0 ././punct/2",
    )
    assert [entity.label for entity in found["She"]] == ["Ann Roe"]


def test_a_place_named_in_passing_is_not_the_town_told_of_all_along() -> None:
    found = resolved(
        "The/DT/det/2 town/NN/nsubj/3 fell|fall/VBD/ROOT/0 ././punct/3",
        "A/DT/det/2 letter/NN/nsubjpass/4 was|be/VBD/auxpass/4 found|find/VBN/ROOT/0 "
        "in/IN/prep/4 Lima/NNP/pobj/5/GPE ././punct/4",
        "The/DT/det/2 town/NN/nsubj/3 rejoiced|rejoice/VBD/ROOT/0 ././punct/3",
    )
    assert {entity.label for entity in found["The town"]} == {"The town"}


def test_a_family_name_with_its_particle_is_the_person() -> None:
    found = resolved(
        "Adriaan/NNP/compound/3/PERSON van/NNP/compound/3/PERSON "
        "Rossem/NNP/nsubj/4/PERSON slept|sleep/VBD/ROOT/0",
        "Van/NNP/compound/2/PERSON Rossem/NNP/nsubj/3/PERSON woke|wake/VBD/ROOT/0",
    )
    assert found["Van Rossem"] == found["Adriaan van Rossem"]


def test_a_town_in_apposition_makes_a_place() -> None:
    found = resolved(
        "Velden/NNP/nsubj/7/PERSON ,/,/punct/1 a/DT/det/4 town/NN/appos/1 of/IN/prep/4 "
        "weavers|weaver/NNS/pobj/5 fell|fall/VBD/ROOT/0"
    )
    (velden,) = found["Velden"]
    assert velden.kind is EntityKind.PLACE
    assert velden.label == "Velden"


def test_a_noun_before_a_name_tells_its_kind_wherever_it_stands() -> None:
    found = resolved(
        "The/DT/det/2 ship/NN/compound/3 Alta/NNP/nsubj/4/ORG sank|sink/VBD/ROOT/0",
        "Giant/JJ/amod/2 Nordwind/NNP/nsubj/3/GPE owns|own/VBZ/ROOT/0 "
        "Alta/NNP/dobj/3/ORG",
        "Nordwind/NNP/nsubj/2/PERSON paid|pay/VBD/ROOT/0",
    )
    kinds = {entity.label: entity.kind for e in found.values() for entity in e}
    assert kinds["Alta"] is EntityKind.OBJECT
    assert kinds["Nordwind"] is EntityKind.ORGANIZATION
