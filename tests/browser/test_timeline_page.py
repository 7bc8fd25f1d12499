"""The timeline page in a real browser."""

import time
from dataclasses import replace
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests.views.sample import (
    ARTICLES,
    hostile_timeline,
    large_timeline,
    sample_timeline,
)

from dateline.query.results import Timeline
from dateline.views.timeline import timeline_page

SAMPLE = sample_timeline()


def _page(*, keep_text=True):
    return timeline_page(SAMPLE, ARTICLES, title="Two articles", keep_text=keep_text)


def _entry(label):
    return next(entry for entry in SAMPLE if entry.label == label)


def _drawn(page):
    return page.locator("#timeline .vis-item").count()


def _said(page):
    return page.locator("#in-view").inner_text()


def test_the_first_events_are_those_close_together_and_all_can_be_seen(
    open_page,
) -> None:
    page = open_page(_page())
    assert (
        page.locator("#counts").inner_text()
        == "19 events · 18 with a date · 2 articles"
    )
    assert page.locator("#go-earlier").inner_text() == "← 4"
    before = _drawn(page)
    page.click("#zoom-fit")
    expect(page.locator("#in-view")).to_contain_text("18 events")
    assert before < _drawn(page) <= 18


def test_what_is_told_first_is_in_the_drawing(open_page) -> None:
    page = open_page(_page())
    told = page.locator("#details h2").inner_text()
    drawn = page.locator("#timeline button.event").all_inner_texts()
    assert told in drawn


def test_zooming_in_leaves_fewer_events_and_out_brings_them_back(open_page) -> None:
    page = open_page(_page())
    first = _said(page)
    for _ in range(3):
        page.click("#zoom-in")
        page.wait_for_timeout(700)
    near = _said(page)
    assert int(near.split()[0]) < int(first.split()[0])
    page.locator("#timeline").focus()
    page.keyboard.press("0")
    expect(page.locator("#in-view")).to_contain_text("18 events")


def test_a_click_on_an_event_opens_its_sentence_in_the_article(open_page) -> None:
    page = open_page(_page())
    entry = _entry("Two lorry drivers rescued")
    page.locator("#timeline button.event", has_text=entry.label).click()
    details = page.locator("#details")
    assert details.locator("h2").inner_text() == entry.label
    assert (
        details.locator(".when").inner_text() == "2018-03-05 … 11, a day in that week"
    )
    assert entry.date.explanation in details.inner_text()
    sentence = details.locator(".article mark.sentence")
    assert sentence.text_content() == entry.evidence[0].sentence
    assert details.locator("mark.trigger").first.text_content() == "were rescued"
    assert details.locator(".article").text_content() == entry.article.text
    box, mark = details.locator(".article").bounding_box(), sentence.bounding_box()
    assert box["y"] <= mark["y"] <= box["y"] + box["height"]


def test_roles_claims_and_status_are_said(open_page) -> None:
    page = open_page(_page())
    page.locator("#table a", has_text="Lindqvist warned the ministry").click()
    text = page.locator("#details").inner_text()
    assert "addressee" in text
    assert "Tomas Lindqvist, “said”" in text
    page.locator("#table a", has_text="Brandt's visit").click()
    expect(page.locator("#details h2")).to_contain_text("Brandt")
    assert "did not happen" in page.locator("#details .status").inner_text()
    assert "did not take place" in page.locator("#details .line").first.inner_text()


def test_a_link_opens_its_event(open_page) -> None:
    entry = _entry("Varna Bridge built")
    page = open_page(_page(), address="#event=" + quote(entry.iri, safe=""))
    assert page.locator("#details h2").inner_text() == entry.label
    assert page.locator("#timeline .picked").count() == 1
    link = page.locator("#details .copy a").get_attribute("href")
    assert link == "#event=" + quote(entry.iri, safe="")


@pytest.mark.parametrize("address", ["#event=nothing", "#event=%E0%A4", "#event=<b>"])
def test_a_broken_link_opens_the_page_all_the_same(open_page, address) -> None:
    page = open_page(_page(), address=address)
    assert page.locator("#details h2").count() == 1


def test_filters_narrow_drawing_table_and_list(open_page) -> None:
    page = open_page(_page())
    page.select_option("#f-actor", "Helga Brandt")
    assert page.locator("#table tbody tr").count() == 2
    assert page.locator("#undated").is_hidden()
    page.click("#f-reset")
    expect(page.locator("#table tbody tr")).to_have_count(19)
    page.fill("#f-text", "LETTER ministry")
    expect(page.locator("#table tbody tr")).to_have_count(1)
    assert page.locator("#undated-list li").count() == 1
    page.click("#f-reset")
    page.locator("#f-status label", has_text="happened (12)").locator("input").uncheck()
    assert page.locator("#table tbody tr").count() == 7
    assert "7 events of 19" in page.locator("#filters-active").inner_text()


def test_the_table_can_follow_the_window(open_page) -> None:
    page = open_page(_page())
    page.locator("#f-window").check()
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(14)
    page.click("#zoom-fit")
    expect(rows).to_have_count(18)
    page.locator("#f-window").uncheck()
    expect(rows).to_have_count(19)


def test_events_taken_for_one_link_to_each_other(open_page) -> None:
    entries = [replace(entry, fused="urn:fused:1") for entry in SAMPLE.entries[4:6]]
    page = open_page(timeline_page(Timeline(tuple(entries)), ARTICLES, title="Twice"))
    shown = page.locator("#details h2").inner_text()
    other = page.locator("#details li a").inner_text()
    assert {shown, other} == {entry.label for entry in entries}
    page.locator("#details li a").click()
    expect(page.locator("#details h2")).to_have_text(other)


def test_groups_have_a_row_for_each_actor(open_page) -> None:
    page = open_page(_page())
    page.select_option("#f-group", "actor")
    names = page.locator("#timeline .vis-label").all_inner_texts()
    assert "Helga Brandt" in names
    assert names[-1] == "nobody named"
    page.select_option("#f-group", "")
    assert "Helga Brandt" not in page.locator("#timeline .vis-label").all_inner_texts()


def test_dates_and_statuses_differ_in_more_than_colour(open_page) -> None:
    page = open_page(_page())
    styles = page.evaluate(
        """() => Object.fromEntries(
            ["happened", "did-not-happen", "planned", "possible"].map((status) => {
                const bar = document.querySelector(`.vis-item.st-${status}`);
                return [status, getComputedStyle(bar, "::after").borderTopStyle];
            }))"""
    )
    assert styles == {
        "happened": "solid",
        "did-not-happen": "dashed",
        "planned": "dotted",
        "possible": "double",
    }
    fill = """(css) => getComputedStyle(document.querySelector(css), "::after")"""
    hatched = page.evaluate(f"({fill})('.vis-item.sh-within').backgroundImage")
    assert "repeating-linear-gradient" in hatched
    fading = page.evaluate(f"({fill})('.vis-item.sh-since').maskImage")
    assert "linear-gradient" in fading


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_bar_of_a_day_starts_on_that_day_in_every_time_zone(
    open_page, zone
) -> None:
    day = Timeline((_entry("Inquiry opened in Port Ellory"),))
    html = timeline_page(day, ARTICLES, title="One day")
    page = open_page(html, timezone_id=zone)
    left = page.locator(".vis-item").bounding_box()["x"]
    grid = page.evaluate(
        """() => [...document.querySelectorAll(".vis-time-axis .vis-grid.vis-march")]
            .map((line) => [line.className.match(/vis-day(\\d+)/)[1],
                            line.getBoundingClientRect().left])"""
    )
    # The axis names every day or every second one: the width of the font decides.
    (first, x), *_, (last, end) = [(int(day), left) for day, left in grid]
    day_width = (end - x) / (last - first)
    assert left == pytest.approx(x + (14 - first) * day_width, abs=3)


def test_the_table_sorts_by_any_column(open_page) -> None:
    page = open_page(_page())
    page.get_by_role("button", name="What").click()
    labels = page.locator("#table tbody td:nth-child(3)").all_inner_texts()
    assert labels == sorted(labels, key=str.lower)
    page.get_by_role("button", name="What").click()
    assert page.locator("#table th").nth(2).get_attribute("aria-sort") == "descending"


def test_the_keyboard_alone_reaches_and_walks_the_events(open_page) -> None:
    page = open_page(_page())
    page.locator("#timeline button.event").first.focus()
    page.keyboard.press("Enter")
    first = page.locator("#details h2").inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#details h2")).not_to_have_text(first)
    expect(page.locator("#timeline .picked button.event")).to_be_focused()


def test_without_text_the_sentence_is_still_shown(open_page) -> None:
    page = open_page(_page(keep_text=False))
    page.locator("#table a", has_text="Moravec met Aldane").click()
    expect(page.locator("#details h2")).to_have_text("Moravec met Aldane")
    assert page.locator("#details .article").count() == 0
    mark = page.locator("#details blockquote mark.sentence")
    assert mark.text_content() == _entry("Moravec met Aldane").evidence[0].sentence
    assert "Nobody called me back" not in page.content()


def test_hostile_words_are_shown_as_words(open_page) -> None:
    entry = hostile_timeline()[0]
    html = timeline_page(hostile_timeline(), (), title=entry.label)
    page = open_page(html)
    page.locator("#timeline button.event").click()
    for group in ("actor", "type", "article", ""):
        page.select_option("#f-group", group)
    assert page.locator("h1").text_content() == entry.label.replace("\r", "")
    assert page.locator("#details h2").text_content() == entry.label
    sentence = page.locator(".article mark.sentence").text_content()
    assert sentence == entry.evidence[0].sentence
    assert page.locator("#details a[href^=javascript]").count() == 0
    assert page.evaluate("document.querySelectorAll('img').length") == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 5


def test_a_page_without_events_says_so(open_page) -> None:
    page = open_page(timeline_page(Timeline(()), (), title="Nothing"))
    assert "There are no events." in page.locator("#details").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_page_does_not_scroll_sideways(open_page, scheme) -> None:
    page = open_page(
        _page(), viewport={"width": 360, "height": 740}, color_scheme=scheme
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_theme_can_be_changed(open_page) -> None:
    page = open_page(_page(), color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != light


@pytest.mark.slow
def test_five_thousand_events_are_drawn_soon(open_page) -> None:
    timeline = large_timeline(5000)
    start = time.perf_counter()
    html = timeline_page(timeline, (), title="Five thousand events")
    assert time.perf_counter() - start < 2
    page = open_page(html)
    # 0.9 s on two idle cores; the bound leaves room for busy ones.
    assert page.evaluate("Number(document.documentElement.dataset.ready)") < 6000
    assert "of 5,000 in this window" in _said(page)
    assert 0 < _drawn(page) < 100
    page.fill("#f-text", "session 4242")
    expect(page.locator("#table tbody tr")).to_have_count(1)
