"""The war dead are people, and no war."""

from __future__ import annotations

import pytest
from tests.parse import build_doc

from dateline.annotate.entities import find_entity_mentions
from dateline.annotate.events import find_events
from dateline.model.mentions import EntityKind


@pytest.mark.parametrize(
    ("calamity", "people"),
    [
        ("war", "dead/JJ/amod/2"),
        ("war", "wounded|wound/VBN/acl/2"),
        ("quake", "injured|injure/VBN/acl/2"),
    ],
)
def test_people_are_named_by_what_befell_them(calamity: str, people: str) -> None:
    doc = build_doc(
        f"The/DT/det/2 {calamity}/NN/nsubjpass/5 {people} were|be/VBD/auxpass/5 "
        "buried|bury/VBN/ROOT/0 ././punct/5"
    )
    (mention,) = find_entity_mentions(doc)
    assert (mention.kind, mention.is_plural) == (EntityKind.GROUP, True)
    assert doc.slice(mention.span).startswith(f"The {calamity} ")
    assert mention.span.end == doc.tokens[2].span.end
    assert [doc.tokens[event.head].text for event in find_events(doc)] == ["buried"]


def test_the_phrase_around_them_keeps_their_name() -> None:
    doc = build_doc(
        "The/DT/det/2 bodies|body/NNS/nsubjpass/7 of/IN/prep/2 war/NN/pobj/3 "
        "dead/JJ/amod/2 were|be/VBD/auxpass/7 returned|return/VBN/ROOT/0"
    )
    spans = [doc.slice(mention.span) for mention in find_entity_mentions(doc)]
    assert spans == ["The bodies of war dead", "war dead"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The/DT/det/2 blast/NN/nsubj/3 wounded|wound/VBD/ROOT/0 nine/CD/dobj/3",
        "A/DT/det/2 fire/NN/ROOT/0 missed|miss/VBN/acl/2 by/IN/agent/3 us/PRP/pobj/4",
    ],
)
def test_what_a_calamity_does_stays_an_event(sentence: str) -> None:
    doc = build_doc(sentence)
    assert [event.head for event in find_events(doc)] == [1, 2]
