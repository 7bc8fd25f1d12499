"""The network page in a real browser."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests.views.sample import (
    ARTICLES,
    hostile_timeline,
    large_timeline,
    sample_timeline,
)

from dateline.query.network_view import NetworkView, network_of
from dateline.query.results import Timeline
from dateline.views.network import MAX_NODES, network_page

SAMPLE = sample_timeline()


def _page(timeline=SAMPLE, articles=ARTICLES, *, keep_text=True):
    network = network_of(timeline)
    return network_page(network, timeline, articles, title="Who", keep_text=keep_text)


def _entry(label):
    return next(entry for entry in SAMPLE if entry.label == label)


def _heading(page):
    return page.locator("#details h2").text_content()


def test_the_network_is_drawn_and_comes_to_rest(open_page) -> None:
    page = open_page(_page())
    assert page.locator("#progress").is_hidden()
    said = page.locator("#in-view").inner_text()
    assert said == "31 nodes and 23 links; 4 nodes filtered out"
    ink = page.evaluate(
        """() => {
            const canvas = document.querySelector("#network canvas");
            const size = [canvas.width, canvas.height];
            const data = canvas.getContext("2d").getImageData(0, 0, ...size).data;
            return data.filter((value, at) => at % 4 === 3 && value > 0).length;
        }"""
    )
    assert ink > 5000


def test_an_actor_lists_its_events_and_an_event_its_evidence(open_page) -> None:
    page = open_page(_page())
    page.locator("#table button", has_text="Helga Brandt").click()
    assert _heading(page) == "Helga Brandt"
    assert page.locator("#details .event-list li").count() == 2
    page.locator("#details a", has_text="Brandt's visit").click()
    entry = _entry("Brandt's visit to the site")
    expect(page.locator("#details h2")).to_have_text(entry.label)
    sentence = page.locator("#details mark.sentence").text_content()
    assert sentence == entry.evidence[0].sentence
    page.locator("#details .linkish", has_text="Helga Brandt").click()
    assert _heading(page) == "Helga Brandt"


def test_a_click_on_a_node_opens_it(open_page) -> None:
    page = open_page(_page())
    page.fill("#f-text", "Port Ellory")
    page.keyboard.press("Enter")
    assert _heading(page) == "Port Ellory"
    page.locator("#table button", has_text="Amara Osei").click()
    page.evaluate("scrollTo(0, 0)")
    box = page.locator("#network").bounding_box()
    # The node that was picked last stands in the middle of the drawing.
    page.locator("#table button", has_text="Tarsk").click()
    page.evaluate("document.querySelector('#details h2').textContent = ''")
    page.evaluate("scrollTo(0, 0)")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#details h2")).to_have_text("Tarsk")


def test_a_link_opens_its_event(open_page) -> None:
    entry = _entry("Varna Bridge collapsed")
    page = open_page(_page(), address="#event=" + quote(entry.iri, safe=""))
    assert _heading(page) == entry.label


def test_filters_hide_nodes_and_say_how_many(open_page) -> None:
    page = open_page(_page())
    page.locator("#f-kind label", has_text="place").locator("input").uncheck()
    assert page.locator("#table tbody tr", has_text="Tarsk").count() == 0
    page.locator("#f-status label", has_text="possible").locator("input").uncheck()
    assert page.locator("#table tbody tr", has_text="charge").count() == 0
    page.click("#f-reset")
    expect(page.locator("#table tbody tr")).to_have_count(31)
    page.select_option("#f-role", "addressee")
    assert page.locator("#table tbody tr").count() == 2
    page.click("#f-reset")
    page.select_option("#f-mode", "actors")
    assert page.locator("#table tbody tr", has_text="event").count() == 0
    assert page.locator("#in-view").inner_text().startswith("10 nodes and 5 links")
    page.select_option("#f-mode", "events")
    page.locator("#f-degree").fill("3")
    expect(page.locator("#table tbody tr")).to_have_count(8)
    assert page.locator("#table button", has_text="Port Ellory").count() >= 1


def test_the_keyboard_and_the_buttons_zoom(open_page) -> None:
    page = open_page(_page())
    image = "document.querySelector('#network canvas').toDataURL()"
    before = page.evaluate(image)
    page.click("#zoom-in")
    page.wait_for_timeout(200)
    near = page.evaluate(image)
    assert near != before
    page.locator("#network").focus()
    page.keyboard.press("-")
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(200)
    assert page.evaluate(image) != near


def test_hostile_words_are_shown_as_words(open_page) -> None:
    entry = hostile_timeline()[0]
    page = open_page(_page(hostile_timeline(), ()))
    page.locator("#table button.linkish").first.click()
    page.fill("#f-text", "<img")
    page.keyboard.press("Enter")
    assert _heading(page) == entry.label
    assert page.evaluate("document.querySelectorAll('img').length") == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 4


def test_an_empty_network_says_so(open_page) -> None:
    page = open_page(network_page(NetworkView((), ()), Timeline(()), (), title="None"))
    assert "nothing to draw" in page.locator("#details").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_page_does_not_scroll_sideways(open_page, scheme) -> None:
    page = open_page(
        _page(), viewport={"width": 360, "height": 740}, color_scheme=scheme
    )
    page.click("#theme")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.slow
def test_a_large_network_says_what_it_hides(open_page) -> None:
    # 3 s on two idle cores; the bound leaves room for busy ones.
    page = open_page(_page(large_timeline(3000), ()), patience_s=120)
    notice = page.locator("#hidden-notice").inner_text()
    assert "are not in the picture" in notice
    drawn = int(page.locator("#in-view").inner_text().split()[0].replace(",", ""))
    assert MAX_NODES * 0.9 < drawn <= MAX_NODES


def test_the_best_known_actors_of_a_wide_network_keep_their_names(open_page) -> None:
    page = open_page(_page(large_timeline(400), ()), patience_s=60)
    names = page.locator("#network")
    assert 11 <= float(names.get_attribute("data-name-pixels")) <= 20
    for _ in range(6):
        page.click("#zoom-in")
    assert float(names.get_attribute("data-name-pixels")) <= 60
