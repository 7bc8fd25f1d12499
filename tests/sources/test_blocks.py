from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import BlockKind
from dateline.sources import find_blocks


def kinds(text: str, *, title: str | None = None) -> list[tuple[str, str]]:
    return [
        (block.kind.value, block.span.slice(text))
        for block in find_blocks(text, title=title)
    ]


STORY = "The river rose above its banks on Monday night, officials said."
MORE = "Nobody was hurt."


def test_an_article_with_all_its_parts() -> None:
    text = (
        "River floods old town\n\n"
        "Jane van der Roe\n"
        "July 12, 2018 - 3:03 pm\n\n"
        "Photo by John Doe\n\n"
        f"DRESDEN, July 12 (Reuters) - {STORY}\n\n"
        f"{MORE}\n\n"
        "(Reporting by Jane Roe; Editing by John Doe)\n"
        "Sign up for our newsletter"
    )
    assert kinds(text) == [
        ("title", "River floods old town"),
        ("byline", "Jane van der Roe"),
        ("byline", "July 12, 2018 - 3:03 pm"),
        ("credit", "Photo by John Doe"),
        ("dateline", "DRESDEN, July 12 (Reuters) -"),
        ("body", STORY),
        ("body", MORE),
        (
            "boilerplate",
            "(Reporting by Jane Roe; Editing by John Doe)\nSign up for our newsletter",
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{STORY}\n\n{MORE}",
        f"“{STORY}”\n\n{MORE}",
        f"Is it over? {STORY}\n\n{MORE}",
        "Just some words",
        "The ministers of both countries met on\nMonday.\n\nThey left.",
        "Early on Monday,\n\nthe river rose.",
    ],
)
def test_a_text_without_a_title_has_none(text: str) -> None:
    assert {kind for kind, _ in kinds(text)} == {"body"}


@pytest.mark.parametrize(
    "title",
    [
        "River floods old town",
        "River floods old town,\nthousands flee",
        "Mayor: “We were warned”",
        "US-Norway talks fail",
        "Überschwemmung in Łódź",
        "7,000 flee flood",
    ],
)
def test_a_short_first_line_without_a_stop_is_the_title(title: str) -> None:
    assert kinds(f"{title}\n\n{STORY}")[0] == ("title", title)


@pytest.mark.parametrize("title", ["Will the river rise again?", "Flood!"])
def test_a_title_may_ask_if_a_byline_follows(title: str) -> None:
    assert kinds(f"{title}\n\nBy Jane Roe\n\n{STORY}")[0] == ("title", title)
    assert kinds(f"{title}\n\n{STORY}")[0] == ("body", title)


def test_the_line_between_title_and_byline_belongs_to_the_headline() -> None:
    text = f"River floods old town\n\nThousands leave homes\n\nBy Jane Roe\n\n{STORY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "title", "byline", "body"]


def test_a_lone_name_and_a_date_may_stand_between_headline_and_story() -> None:
    text = f"Flood\n\nThousands leave homes\n\nJane Roe\n\nMay 4, 2021\n\n{STORY}"
    assert [kind for kind, _ in kinds(text)] == [
        "title",
        "title",
        "byline",
        "byline",
        "body",
    ]


def test_a_dateline_right_under_the_title_begins_the_story() -> None:
    text = f"River floods old town\nPARIS (AP) — {STORY}\n{MORE}"
    assert kinds(text) == [
        ("title", "River floods old town"),
        ("dateline", "PARIS (AP) —"),
        ("body", f"{STORY}\n{MORE}"),
    ]


def test_a_sentence_right_above_a_dateline_is_the_headline() -> None:
    text = f"The river floods the old town.\n\nMany flee.\n\nPARIS (AP) — {STORY}"
    assert [kind for kind, _ in kinds(text)] == ["body", "body", "body"]
    text = f"The river floods the old town.\n\nPARIS (AP) — {STORY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "dateline", "body"]
    text = f"River floods old town\n\nMany flee.\n\nPARIS (AP) — {STORY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "title", "dateline", "body"]


def test_labels_above_the_story_are_no_part_of_it() -> None:
    text = (
        "Title: Ministers meet: a first\nDate: 12 March 2026\nSource: The Herald\n"
        f"URL: https://example.org/a\n\n{STORY}"
    )
    assert kinds(text)[:5] == [
        ("boilerplate", "Title:"),
        ("title", "Ministers meet: a first"),
        ("byline", "Date: 12 March 2026"),
        ("boilerplate", "Source: The Herald"),
        ("boilerplate", "URL: https://example.org/a"),
    ]
    text = f"{STORY}\n\nSource: two people who were there."
    assert kinds(text)[-1][0] == "body"


def test_a_given_title_decides_which_first_line_is_one() -> None:
    text = f"Shares up 2 cents\n\n{STORY}"
    assert kinds(text, title="Quarterly results")[0] == ("body", "Shares up 2 cents")
    assert kinds(text, title="SHARES UP  2 cents")[0] == ("title", "Shares up 2 cents")


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "BY JANE ROE AND JOHN DOE",
        "By Jane Roe, Staff Writer",
        "By Jane Roe in Oslo",
        "Story by Jane Roe",
        "By AFP",
        "By Jane Roe for The Daily Wire and agencies",
        "Jane Roe, USA TODAY Published 3:03 p.m. ET July 12, 2018",
        "Jane Roe",
        "Jane Roe and John Doe",
        "Jane O'Neill-Roe | Senior Correspondent",
        "J. R. McRoe",
        "Reuters",
        "The Associated Press",
        "Staff and agencies",
        "jane.roe@example.org",
        "@janeroe",
        "12 July 2018",
        "Thu, 12 Jul 2018 15:03 GMT",
        "Published: July 12, 2018",
        "Updated July 12, 2018 at 3:03 p.m. EDT",
        "Published 12 July 2018 | Updated 13 July 2018",
        "Jane Roe | July 12, 2018",
        "By Jane Roe, The Daily Wire, 12 July 2018",
    ],
)
def test_who_wrote_it_and_when_is_a_byline_above_the_story(line: str) -> None:
    text = f"River floods old town\n\n{line}\n\n{STORY}"
    assert kinds(text)[1] == ("byline", line)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the river had fallen by two metres.",
        "By the time help came it was over",
        "On July 12, 2018 the river rose",
        "Jane Roe left.",
    ],
)
def test_a_sentence_above_the_story_is_no_byline(line: str) -> None:
    text = f"River floods old town\n\n{line}\n\n{STORY}"
    assert kinds(text)[1] == ("body", line)


def test_a_name_in_the_story_is_no_byline() -> None:
    text = f"River floods old town\n\n{STORY}\n\nJane Roe\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "body", "body", "body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (Reuters) -",
        "PARIS, March 3 (Reuters) -",
        "PARIS, 3 March -",
        "BERLIN, March 3 -",
        "BERLIN, Mar. 3, 2018 –",
        "SÃO PAULO —",
        "PORT-AU-PRINCE, Haiti (AP) —",
        "NEW YORK/LONDON, March 3 (Reuters) -",
        "WASHINGTON (AP) --",
        "Lagos, Nigeria (CNN) —",
        "St. John's (AFP) –",
        "SEOUL, South Korea (AP) _",
        "GENEVA/NEW YORK (12 July 2018) –",
        "PASADENA, California (Feb 3, 2026) —",
        "OSLO (Tuesday, 3 February 2026) (AP) —",
        "July 12 (UPI) --",
        "(CNN)",
        "NEW DELHI:",
    ],
)
def test_a_dateline_is_cut_off_the_first_paragraph(dateline: str) -> None:
    assert kinds(f"{dateline} {STORY}") == [("dateline", dateline), ("body", STORY)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_dateline_on_a_line_of_its_own_is_no_title(gap: str) -> None:
    text = f"NAIROBI, Kenya (AP) --{gap}{STORY}\n\n{MORE}"
    assert kinds(text) == [
        ("dateline", "NAIROBI, Kenya (AP) --"),
        ("body", STORY),
        ("body", MORE),
    ]


def test_a_long_dash_needs_no_spaces() -> None:
    assert kinds(f"OSLO—{STORY}") == [("dateline", "OSLO—"), ("body", STORY)]


@pytest.mark.parametrize(
    "text",
    [
        "NATO: Nobody was hurt.",
        "BREAKING: The river rose.",
        "(Nobody was hurt.) The river rose.",
        "BREAKING - The river rose on Monday.",
        "X-ray machines were stolen on Monday.",
        "The river - the longest of the country - rose.",
        "Rescuers (and others) - all tired - went home.",
        "In March 3 - a bus line - was closed.",
    ],
)
def test_other_dashes_make_no_dateline(text: str) -> None:
    assert kinds(text) == [("body", text)]


def test_only_the_first_paragraph_has_a_dateline() -> None:
    text = f"{STORY}\n\n{STORY}\n\nPARIS - {MORE}"
    assert kinds(text)[2] == ("body", f"PARIS - {MORE}")


@pytest.mark.parametrize(
    "line",
    [
        "Photo by Jane Roe",
        "Photo: Jane Roe",
        "Photo courtesy of the fire brigade",
        "(AP Photo/Jane Roe)",
        "Rescuers carry a boat through the old town on Monday. (AP Photo/Jane Roe)",
        "A flooded street. REUTERS/Jane Roe",
        "Jane Roe/Getty Images",
        "Getty Images",
        "Image: Jane Roe",
        "Image credit: Jane Roe",
        "Photograph: Jane Roe/The Daily Wire",
        "FILE - In this May 3, 2017 photo, boats lie on the river.",
        "FILE PHOTO: Boats lie on the river",
    ],
)
def test_a_credit_or_caption_is_no_sentence_of_the_story(line: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{MORE}")[1] == ("credit", line)
    assert kinds(f"Flood\n\n{line}\n\n{STORY}")[1] == ("credit", line)


@pytest.mark.parametrize(
    "line",
    [
        "Getty Images said on Tuesday that it would cut a tenth of its jobs.",
        "The archive was sold to Getty Images.",
        "Photo by photo, the court went through the evidence.",
        "File after file was lost.",
        "Image is everything to the company, its founder said.",
        "The ministers (and their photo teams) left.",
    ],
)
def test_a_sentence_about_pictures_is_of_the_story(line: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{MORE}")[1] == ("body", line)


@pytest.mark.parametrize(
    "line",
    [
        "Contact us about this article",
        "Sign up for our newsletter.",
        "Subscribe to our channel",
        "Follow us on Twitter",
        "Follow Jane Roe on Twitter.",
        "Write to Jane Roe at jane.roe@example.org",
        "John Doe in Oslo contributed to this report.",
        "Read more: Ten facts about rivers",
        "Related: Ten facts about rivers",
        "Also read: Ten facts about rivers",
        "Copyright 2018 The Daily Wire",
        "© 2018 The Daily Wire. All rights reserved.",
        "The Daily Wire, all rights reserved",
        "Reporting by Jane Roe; Editing by John Doe",
        "(Additional reporting by Jane Roe)",
        "Reuter",
        "REUTERS",
        "(END)",
        "-30-",
        "ENDS",
        "###",
        "ADVERTISEMENT",
        "Click here for more",
        "Share this",
        "Story continues below advertisement",
        "4 min read",
        "This story was originally published by The Daily Wire.",
        "Our Standards: The Daily Wire Principles.",
    ],
)
def test_what_serves_the_publisher_is_boilerplate(line: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{MORE}")[1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright lawyers said that the ruling was narrow.",
        "Related companies were not sued.",
        "Subscribers to the service fell by a tenth.",
        "Reporting by the newspaper led to his arrest.",
        "Share this week rose by two cents.",
        "Follow the money, the prosecutor said.",
        "Terms of the contract were not disclosed.",
        "Ends meet in the old town.",
        "More than 7,000 people left.",
    ],
)
def test_a_sentence_that_begins_like_boilerplate_is_of_the_story(line: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{MORE}")[1] == ("body", line)


@pytest.mark.parametrize("mark", ["Reuter", "REUTER", "REUTERS", "(END)", "-30-"])
def test_the_agency_mark_is_cut_off_the_last_paragraph(mark: str) -> None:
    assert kinds(f"{MORE}\n\n{STORY}  {mark}")[1:] == [
        ("body", STORY),
        ("boilerplate", mark),
    ]


def test_the_reporters_are_cut_off_the_last_paragraph() -> None:
    tail = "(Reporting by Jane Roe; Editing by John Doe)"
    assert kinds(f"{STORY} {tail}") == [("body", STORY), ("boilerplate", tail)]


def test_the_agency_as_a_source_stays() -> None:
    text = "The river fell, officials told Reuters"
    assert kinds(text) == [("body", text)]


def test_a_hard_wrapped_paragraph_is_one_block() -> None:
    wrapped = (
        "The river rose above its banks\non Monday night. Officials said\nit fell."
    )
    assert kinds(f"{wrapped}\n\n{MORE}") == [("body", wrapped), ("body", MORE)]


def test_long_lines_are_paragraphs_without_blank_lines_between_them() -> None:
    long = f"{STORY} {STORY} {STORY}"
    assert kinds(f"{long}\n{long}\n{MORE}") == [
        ("body", long),
        ("body", long),
        ("body", MORE),
    ]


def test_boilerplate_in_the_middle_of_a_sentence_is_of_the_story() -> None:
    text = "She told the paper to\nsign up for a course.\nThen she left."
    assert kinds(text) == [("body", text)]


def test_boilerplate_right_under_a_paragraph_is_cut_off() -> None:
    assert kinds(f"{STORY}\nFollow us on Twitter\n\n{MORE}") == [
        ("body", STORY),
        ("boilerplate", "Follow us on Twitter"),
        ("body", MORE),
    ]


def test_line_ends_of_windows_change_nothing() -> None:
    text = f"River floods old town\n\nBy Jane Roe\n\nOSLO - {STORY}\n\n{MORE}"
    windows = text.replace("\n", "\r\n")
    assert kinds(windows) == kinds(text)


PIECES = st.sampled_from(
    [
        "By Jane Roe", "July 12, 2018", "PARIS (Reuters) - ", STORY, MORE, "\n", "\n\n",
        "\r\n", "Photo by J. Roe", "FILE - ", "Reuter", "  Reuter",
        "(Reporting by J. R.)",
        "Title of it", "\u2028", " ", "\t", "\x0c", "😀", "“", "-30-", "Follow us on X",
        "\ufeff", "é", "OSLO — ", "?", ".",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=300))
def test_blocks_are_in_order_and_cover_all_that_is_not_blank(text: str) -> None:
    end = 0
    for block in find_blocks(text):
        assert not text[end : block.span.start].strip()
        words = block.span.slice(text)
        assert words
        assert words == words.strip()
        end = block.span.end
    assert not text[end:].strip()


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_dateline_comes_once_and_before_the_body(text: str) -> None:
    found = [block.kind for block in find_blocks(text)]
    assert found.count(BlockKind.DATELINE) <= 1
    if BlockKind.DATELINE in found:
        assert BlockKind.BODY not in found[: found.index(BlockKind.DATELINE)]


@pytest.mark.parametrize(
    "unit",
    [
        "the ", "\n", "“", "A. ", "PARIS, ", "(Reporting by A ", "a\n", "1 July 2018 ",
        "By A ", "X\n\n", "(AP ", "- ", "12 ", "Photo by A\n",
    ],
)  # fmt: skip
def test_a_monotonous_text_is_cut_in_linear_time(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    start = time.process_time()
    find_blocks(text)
    assert time.process_time() - start < 5
