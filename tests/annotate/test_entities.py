"""Entity mentions: names, titles, descriptions, pronouns, things."""

from dataclasses import replace
from datetime import date

import pytest
from tests.parse import build_doc

from dateline.annotate.entities import STAGE, find_entity_mentions
from dateline.annotate.entity_countries import country_names, demonyms
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EntityKind, EntityMention, MentionForm, Timex
from dateline.model.text import Span
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue, TimexType


def mention_of(doc: AnnotatedDocument, words: str) -> EntityMention:
    found = {doc.slice(m.span): m for m in find_entity_mentions(doc)}
    assert words in found, sorted(found)
    return found[words]


def words_of(doc: AnnotatedDocument) -> list[str]:
    return [doc.slice(mention.span) for mention in find_entity_mentions(doc)]


MINISTER = build_doc(
    "Norwegian/JJ/amod/4/NORP Foreign/NNP/compound/3 Minister/NNP/compound/5 "
    "Astrid/NNP/compound/5/PERSON Vik/NNP/nsubj/6/PERSON left/VBD/ROOT/0 "
    "Oslo/NNP/dobj/6/GPE ././punct/6"
)


def test_a_title_before_a_name_is_an_office_and_no_part_of_the_name():
    doc = build_doc(
        "Secretary/NNP/nmod/5 of/IN/prep/1 State/NNP/pobj/2/ORG "
        "Ruth/NNP/compound/5/PERSON Malloy/NNP/nsubj/6/PERSON slept/VBD/ROOT/0"
    )
    mention = mention_of(doc, "Secretary of State Ruth Malloy")
    assert mention.name == "Ruth Malloy"
    assert mention.office == "Secretary of State"
    assert doc.tokens[mention.head].text == "Malloy"
    assert mention.name_span == Span(19, 30)
    assert words_of(doc) == ["Secretary of State Ruth Malloy"]


def test_a_demonym_in_a_title_belongs_to_it_and_names_its_country():
    doc = MINISTER
    mention = mention_of(doc, "Norwegian Foreign Minister Astrid Vik")
    assert mention.office == "Norwegian Foreign Minister"
    country = mention_of(doc, "Norwegian")
    assert (country.kind, country.name) == (EntityKind.COUNTRY, "Norway")


def test_an_honorific_is_neither_name_nor_office():
    doc = build_doc(
        "Mrs./NNP/compound/2 Vik/NNP/nsubj/3/PERSON slept/VBD/ROOT/0 ././punct/3"
    )
    mention = mention_of(doc, "Mrs. Vik")
    assert (mention.name, mention.office) == ("Vik", None)


def test_an_apposition_gives_the_office():
    doc = build_doc(
        "Jane/NNP/compound/2/PERSON Roe/NNP/nsubj/8/PERSON ,/,/punct/2 "
        "the/DT/det/6 finance/NN/compound/6 minister/NN/appos/2 ,/,/punct/2 "
        "resigned|resign/VBD/ROOT/0 ././punct/8"
    )
    assert mention_of(doc, "Jane Roe").office == "finance minister"
    assert mention_of(doc, "the finance minister").form is MentionForm.NOMINAL


def test_a_demonym_before_a_noun_is_a_mention_inside_the_phrase():
    doc = build_doc(
        "Two/CD/nummod/3 American/JJ/amod/3/NORP officials|official/NNS/nsubj/4 "
        "waited|wait/VBD/ROOT/0 ././punct/4"
    )
    group = mention_of(doc, "Two American officials")
    assert (group.kind, group.count, group.is_plural) == (EntityKind.GROUP, 2, True)
    assert group.name is None
    assert mention_of(doc, "American").name == "United States"


@pytest.mark.parametrize(
    ("word", "country"),
    [("Britain", "United Kingdom"), ("U.S.", "United States"), ("Burma", "Myanmar")],
)
def test_a_country_gets_one_name_whatever_the_text_calls_it(word: str, country: str):
    doc = build_doc(f"{word}/NNP/nsubj/2/GPE agreed|agree/VBD/ROOT/0 ././punct/2")
    mention = mention_of(doc, word)
    assert (mention.kind, mention.name) == (EntityKind.COUNTRY, country)


def test_a_long_official_name_needs_no_help_from_the_parser():
    doc = build_doc(
        "The/DT/det/4 People/NNPS/poss/4 's/POS/case/2 Republic/NNP/nsubj/7 "
        "of/IN/prep/4 China/NNP/pobj/5/GPE agreed|agree/VBD/ROOT/0 ././punct/7"
    )
    mention = mention_of(doc, "The People's Republic of China")
    assert (mention.kind, mention.name) == (EntityKind.COUNTRY, "China")


def test_an_epithet_is_a_name_of_its_country():
    doc = build_doc(
        "The/DT/det/3 hermit/JJ/amod/3 kingdom/NN/nsubj/4 refused|refuse/VBD/ROOT/0"
    )
    mention = mention_of(doc, "The hermit kingdom")
    assert (mention.form, mention.name) == (MentionForm.NAMED, "North Korea")


NORTH = "The/DT/det/2 North/NNP/nsubj/3/LOC refused|refuse/VBD/ROOT/0 ././punct/3"


def test_the_north_is_a_state_only_where_the_article_names_one():
    alone = mention_of(build_doc(NORTH), "The North")
    assert (alone.kind, alone.name) == (EntityKind.PLACE, "North")
    doc = build_doc(
        "South/NNP/compound/2/GPE Korea/NNP/nsubj/3/GPE waited/VBD/ROOT/0", NORTH
    )
    assert mention_of(doc, "The North").name == "North Korea"


def test_a_capital_that_acts_is_its_government():
    acting = build_doc("Oslo/NNP/nsubj/2/GPE protested|protest/VBD/ROOT/0 ././punct/2")
    assert mention_of(acting, "Oslo").name == "Norway"
    place = mention_of(MINISTER, "Oslo")
    assert (place.kind, place.name) == (EntityKind.PLACE, "Oslo")


def test_a_full_name_decides_what_the_short_one_is():
    doc = build_doc(
        "Omar/NNP/compound/2/PERSON Dell/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "Dell/NNP/nsubj/2/ORG woke/VBD/ROOT/0 ././punct/2",
    )
    assert mention_of(doc, "Dell").kind is EntityKind.PERSON


def test_words_of_a_time_expression_are_no_entity():
    doc = build_doc(
        "Roe/NNP/nsubj/2/PERSON left|leave/VBD/ROOT/0 May/NNP/npadvmod/2/DATE "
        "Day/NNP/npadvmod/2 ././punct/2"
    )
    time = TimeValue(
        interval=Interval.day(date(2018, 5, 1)),
        granularity=Granularity.DAY,
        basis=DateBasis.EXPLICIT_IN_TEXT,
        type=TimexType.DATE,
        value="2018-05-01",
        rule="test",
        explanation="test",
        words="May Day",
    )
    doc = replace(doc, timexes=(Timex(span=Span(9, 16), time=time),))
    assert words_of(doc) == ["Roe"]


def test_a_phrase_ends_before_its_clause_and_keeps_its_of():
    doc = build_doc(
        "The/DT/det/2 families|family/NNS/nsubj/7 of/IN/prep/2 "
        "victims|victim/NNS/pobj/3 "
        "who/WP/nsubj/6 died|die/VBD/relcl/4 sued|sue/VBD/ROOT/0 ././punct/7"
    )
    assert words_of(doc) == ["The families of victims", "victims"]


def test_a_measure_and_what_it_measures_are_one_mention():
    doc = build_doc(
        "Thousands|thousand/NNS/nsubj/4/CARDINAL of/IN/prep/1 "
        "workers|worker/NNS/pobj/2 "
        "marched|march/VBD/ROOT/0 ././punct/4"
    )
    (mention,) = find_entity_mentions(doc)
    assert doc.slice(mention.span) == "Thousands of workers"
    assert (mention.kind, mention.head) == (EntityKind.GROUP, 0)


def test_a_thing_is_kept_where_it_can_fill_a_role():
    doc = build_doc(
        "She/PRP/nsubj/2 signed|sign/VBD/ROOT/0 a/DT/det/4 letter/NN/dobj/2 "
        "twice/RB/advmod/2 ././punct/2"
    )
    assert mention_of(doc, "a letter").kind is EntityKind.OBJECT
    assert mention_of(doc, "She").form is MentionForm.PRONOUN


def test_an_empty_it_refers_to_nothing():
    doc = build_doc(
        "It/PRP/nsubj/2 is|be/VBZ/ROOT/0 clear/JJ/acomp/2 that/IN/mark/6 "
        "they/PRP/nsubj/6 won|win/VBD/ccomp/2 ././punct/2"
    )
    assert words_of(doc) == ["they"]


def test_mentions_come_in_text_order_and_lie_in_the_text():
    mentions = find_entity_mentions(MINISTER)
    starts = [mention.span.start for mention in mentions]
    assert starts == sorted(starts)
    assert all(m.span.end <= len(MINISTER.document.text) for m in mentions)


def test_the_stage_says_what_it_adds():
    assert STAGE.annotate(MINISTER).entity_mentions == find_entity_mentions(MINISTER)
    assert STAGE.provides == {"entity_mentions"}


def test_no_demonym_is_the_name_of_another_country():
    names, people = country_names(), demonyms()
    assert all(names[word] == people[word] for word in names.keys() & people.keys())


def test_a_name_that_things_happen_in_is_a_place():
    doc = build_doc(
        "They/PRP/nsubj/2 met|meet/VBD/ROOT/0 in/IN/prep/2 Varnholm/NNP/pobj/3/PERSON"
    )
    assert mention_of(doc, "Varnholm").kind is EntityKind.PLACE


def test_the_first_word_of_a_body_is_that_body_elsewhere():
    doc = build_doc(
        "Corvane/NNP/compound/2/ORG Lines/NNPS/nsubj/3/ORG grew|grow/VBD/ROOT/0",
        "Corvane/NNP/nsubj/2/PERSON hired|hire/VBD/ROOT/0",
    )
    assert mention_of(doc, "Corvane").kind is EntityKind.ORGANIZATION


def test_a_family_name_tagged_as_a_noun_is_still_a_person():
    doc = build_doc(
        "Omar/NNP/compound/2/PERSON Dell/NNP/nsubj/3/PERSON slept/VBD/ROOT/0",
        "Dell/NN/nsubj/2 woke/VBD/ROOT/0",
    )
    assert mention_of(doc, "Dell").kind is EntityKind.PERSON


def test_a_name_beside_a_person_noun_is_a_person_whatever_the_tagger_says():
    doc = build_doc(
        "The/DT/det/3 transport/NN/compound/3 minister/NN/nsubj/7 ,/,/punct/3 "
        "Hedda/NNP/compound/6/ORG Storm/NNP/appos/3/ORG resigned|resign/VBD/ROOT/0",
        "Storm/NNP/nsubj/2/GPE left|leave/VBD/ROOT/0",
    )
    assert mention_of(doc, "Hedda Storm").kind is EntityKind.PERSON
    assert mention_of(doc, "Storm").kind is EntityKind.PERSON


def test_several_people_beside_a_name_are_not_that_name():
    doc = build_doc(
        "Its/PRP$/poss/2 ministers/NNS/nsubj/6 ,/,/punct/2 "
        "Storm/NNP/compound/5/ORG Group/NNP/appos/2/ORG left|leave/VBD/ROOT/0"
    )
    assert mention_of(doc, "Storm Group").kind is EntityKind.ORGANIZATION


def test_the_first_word_of_a_body_is_found_where_it_was_taken_for_a_noun():
    doc = build_doc(
        "Arctic/NNP/compound/2/ORG Space/NNP/nsubj/3/ORG grew|grow/VBD/ROOT/0",
        "Arctic/NN/nsubj/2 plans|plan/VBZ/ROOT/0 talks/NNS/dobj/2",
    )
    mention = mention_of(doc, "Arctic")
    assert (mention.kind, mention.name) == (EntityKind.ORGANIZATION, "Arctic")


def test_a_verb_after_a_name_is_no_part_of_it():
    doc = build_doc(
        "Talks/NNS/nsubj/5 with/IN/prep/1 Port/NNP/compound/4/ORG "
        "Authority/NNP/pobj/2/ORG failed|fail/VBD/ROOT/0/ORG"
    )
    assert mention_of(doc, "Port Authority").name == "Port Authority"


def test_words_without_a_capital_are_described_and_not_named():
    doc = build_doc(
        "The/DT/det/3 health/NN/compound/3/ORG ministry/NN/nsubj/4/ORG slept/VBD/ROOT/0"
    )
    assert mention_of(doc, "The health ministry").form is MentionForm.NOMINAL


def test_a_plural_that_opens_a_sentence_is_no_company():
    doc = build_doc("Buses|bus/NNS/nsubj/2/ORG stopped/VBD/ROOT/0 ././punct/2")
    mention = mention_of(doc, "Buses")
    assert (mention.kind, mention.form) == (EntityKind.OBJECT, MentionForm.NOMINAL)


def test_a_given_name_is_not_taken_for_an_article():
    doc = build_doc(
        "An/NNP/compound/2/PERSON Claes/NNP/nsubj/3/PERSON slept/VBD/ROOT/0"
    )
    assert mention_of(doc, "An Claes").name == "An Claes"


def test_what_is_joined_to_a_place_is_a_place():
    doc = build_doc(
        "It/PRP/nsubj/2 rained|rain/VBD/ROOT/0 in/IN/prep/2 Braga/NNP/pobj/3/GPE "
        "and/CC/cc/4 Faro/NNP/conj/4/PERSON"
    )
    assert mention_of(doc, "Faro").kind is EntityKind.PLACE


def test_a_town_named_by_of_is_a_name_of_that_town():
    doc = build_doc(
        "She/PRP/nsubj/2 left/VBD/ROOT/0 the/DT/det/4 town/NN/dobj/2 of/IN/prep/4 "
        "Tavira/NNP/pobj/5/GPE ././punct/2"
    )
    mention = mention_of(doc, "the town of Tavira")
    assert (mention.form, mention.name) == (MentionForm.NAMED, "Tavira")


def test_the_capital_of_a_country_is_a_name_of_the_city():
    doc = build_doc(
        "They/PRP/nsubj/2 met/VBD/ROOT/0 in/IN/prep/2 the/DT/det/6 "
        "Chilean/JJ/amod/6/NORP capital/NN/pobj/3 ././punct/2"
    )
    mention = mention_of(doc, "the Chilean capital")
    assert (mention.kind, mention.name) == (EntityKind.PLACE, "Santiago")


@pytest.mark.parametrize(
    ("place", "name"),
    [("Quito/NNP/nsubj/2/GPE", "Quito"), ("Peru/NNP/nsubj/2/GPE", "Lima")],
)
def test_the_capital_alone_is_the_one_spoken_of(place: str, name: str):
    doc = build_doc(
        f"{place} slept/VBD/ROOT/0",
        "They/PRP/nsubj/2 met/VBD/ROOT/0 in/IN/prep/2 the/DT/det/5 capital/NN/pobj/3",
    )
    assert mention_of(doc, "the capital").name == name


def test_capital_that_is_money_has_no_name():
    doc = build_doc(
        "Lima/NNP/nsubj/2/GPE slept/VBD/ROOT/0",
        "They/PRP/nsubj/2 raised|raise/VBD/ROOT/0 the/DT/det/4 capital/NN/dobj/2",
    )
    assert mention_of(doc, "the capital").name is None


def test_a_craft_is_called_by_its_own_name():
    doc = build_doc(
        "The/DT/det/4 Petrel/NNP/nmod/4 survey/NN/compound/4 ship/NN/nsubj/5 "
        "sank|sink/VBD/ROOT/0"
    )
    mention = mention_of(doc, "The Petrel survey ship")
    assert (mention.kind, mention.name) == (EntityKind.OBJECT, "Petrel")


@pytest.mark.parametrize(
    ("words", "phrase", "kind"),
    [
        ("fire/NN/nsubj/2 destroyed|destroy/VBD/ROOT/0 houses|house/NNS/dobj/2",
         "houses", EntityKind.PLACE),
        ("an/DT/det/3 auction/NN/compound/3 house/NN/nsubj/4 closed|close/VBD/ROOT/0",
         "an auction house", EntityKind.ORGANIZATION),
        ("it/PRP/nsubj/2 burst/VBD/ROOT/0 its/PRP$/poss/4 banks|bank/NNS/dobj/2",
         "its banks", EntityKind.PLACE),
        ("the/DT/det/2 bank/NN/nsubj/3 closed|close/VBD/ROOT/0",
         "the bank", EntityKind.ORGANIZATION),
        ("a/DT/det/3 radio/NN/compound/3 station/NN/nsubj/4 closed|close/VBD/ROOT/0",
         "a radio station", EntityKind.ORGANIZATION),
    ],
)  # fmt: skip
def test_a_seat_is_a_place_unless_its_words_make_it_a_body(
    words: str, phrase: str, kind: EntityKind
):
    assert mention_of(build_doc(words), phrase).kind is kind


def test_a_full_name_is_a_person_where_its_family_name_is_one():
    doc = build_doc(
        "Vera/NNP/compound/2/ORG Lund/NNP/nsubj/3/ORG slept/VBD/ROOT/0",
        "Lund/NNP/nsubj/2/PERSON woke|wake/VBD/ROOT/0",
    )
    assert mention_of(doc, "Vera Lund").kind is EntityKind.PERSON


def test_a_mark_with_a_figure_is_nobody():
    doc = build_doc(
        "It/PRP/nsubj/2 is|be/VBZ/ROOT/0 below/IN/prep/2 Ba-2/NNP/pobj/3/PERSON"
    )
    assert mention_of(doc, "Ba-2").kind is EntityKind.OBJECT


def test_the_number_of_a_model_is_not_the_head_of_its_name():
    doc = build_doc(
        "Astra/NNP/nmod/3/ORG 5/CD/nummod/3/ORG development/NN/nsubj/4 "
        "stopped/VBD/ROOT/0"
    )
    assert doc.tokens[mention_of(doc, "Astra 5").head].text == "Astra"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "The/DT/det/2 rector/NN/nsubj/3 met|meet/VBD/ROOT/0 them/PRP/dobj/3",
            EntityKind.PERSON,
        ),
        (
            (
                "Western|western/JJ/amod/2 powers|power/NNS/nsubj/3 "
                "met|meet/VBD/ROOT/0 them/PRP/dobj/3"
            ),
            EntityKind.GROUP,
        ),
        (
            (
                "New|new/JJ/amod/2 powers|power/NNS/nsubj/3 "
                "helped|help/VBD/ROOT/0 them/PRP/dobj/3"
            ),
            EntityKind.OBJECT,
        ),
    ],
)
def test_an_office_is_a_person_and_some_powers_are_states(sentence, kind):
    assert find_entity_mentions(build_doc(sentence))[0].kind is kind
