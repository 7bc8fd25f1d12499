"""Who is joined to an aside takes part, and nobody twice."""

from __future__ import annotations

import pytest
from tests.annotate.marks import GROUP, PERSON, with_entities, with_events
from tests.annotate.test_role_doers import roles_of
from tests.parse import build_doc

from dateline.annotate.roles import annotate_roles
from dateline.model.mentions import EntityKind

OWNER = (
    "The/DT/det/2 owner/NN/nsubj/13 ,/,/punct/2 Pike/NNP/appos/2/PERSON ,/,/punct/4 "
    "his/PRP$/poss/7 brother/NN/appos/4 ,/,/punct/7 and/CC/cc/7 a/DT/det/11 "
    "friend/NN/conj/7 ,/,/punct/2 left|leave/VBD/ROOT/0"
)
DRIVER = (
    "The/DT/det/2 driver/NN/nsubj/9 ,/,/punct/2 Khan/NNP/appos/2/PERSON and/CC/cc/4 "
    "a/DT/det/7 friend/NN/conj/4 ,/,/punct/2 left|leave/VBD/ROOT/0"
)
ROE = (
    "Roe/NNP/nsubj/{verb}/PERSON ,/,/punct/1 a/DT/det/4 lawyer/NN/appos/1 and/CC/cc/4 "
    "a/DT/det/7 friend/NN/conj/4 ,/,/punct/1 {words}"
)
CHIEF = (
    "The/DT/det/2 chief/NN/nsubj/10 ,/,/punct/2 Lind/NNP/appos/2/PERSON ,/,/punct/2 "
    "and/CC/cc/2 two/CD/nummod/8 aides/NNS/nsubj/10 ,/,/punct/10 left|leave/VBD/ROOT/0"
)
MET = (
    "They/PRP/nsubj/2 left|leave/VBD/ROOT/0 the/DT/det/4 owner/NN/dobj/2 ,/,/punct/4 "
    "Pike/NNP/appos/4/PERSON ,/,/punct/2 and/CC/cc/2 a/DT/det/10 friend/NN/conj/2"
)


@pytest.mark.parametrize(
    ("sentence", "kinds", "expected"),
    [
        (
            OWNER,
            {"The owner": PERSON, "his brother": PERSON, "a friend": PERSON},
            {"The owner", "his brother", "a friend"},
        ),
        (
            DRIVER,
            {"The driver": PERSON, "a friend": PERSON},
            {"The driver", "a friend"},
        ),
        (
            ROE.format(verb=9, words="left|leave/VBD/ROOT/0"),
            {"Roe": PERSON, "a friend": PERSON},
            {"Roe"},
        ),
        (
            ROE.format(verb=10, words="have/VBP/aux/10 left|leave/VBN/ROOT/0"),
            {"Roe": PERSON, "a friend": PERSON},
            {"Roe", "a friend"},
        ),
        (
            CHIEF,
            {"The chief": PERSON, "two aides": GROUP},
            {"The chief", "two aides"},
        ),
        (
            DRIVER.replace("driver", "couple"),
            {"The couple": GROUP, "a friend": PERSON},
            {"The couple", "a friend"},
        ),
        (
            DRIVER.replace("driver", "couple").replace(
                "a/DT/det/7 friend/NN/conj/4", "Ann/NNP/compound/7 Roe/NNP/conj/4"
            ),
            {"The couple": GROUP, "Ann Roe": PERSON},
            {"The couple"},
        ),
        (
            MET,
            {"the owner": PERSON, "a friend": PERSON},
            {"the owner", "a friend"},
        ),
        (
            MET.replace(
                "a/DT/det/10 friend/NN/conj/2", "soon/RB/advmod/10 fled/VBD/conj/2"
            ),
            {"the owner": PERSON},
            {"the owner"},
        ),
    ],
    ids=[
        "a list of asides",
        "joined to a name",
        "two descriptions",
        "two subjects by the verb",
        "a torn subject",
        "a couple and a friend",
        "a couple by name",
        "a torn object",
        "a second verb",
    ],
)
def test_who_is_joined_to_an_aside_takes_part(
    sentence: str, kinds: dict[str, EntityKind], expected: set[str]
) -> None:
    doc = with_entities(build_doc(sentence), kinds)
    doc = annotate_roles(with_events(doc, "left"))
    assert {words for _, _, words in roles_of(doc)} == expected
