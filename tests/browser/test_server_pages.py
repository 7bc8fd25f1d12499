"""The pages of a server in a real browser, under the policy that it sends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.facts import sample_facts
from tests.server.running import Running, serving

from dateline.rdf.encode import encode_article
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    place = tmp_path_factory.mktemp("news") / "store"
    with GraphStore.open(place) as store:
        article = encode_article(sample_facts(), run=RunInfo(software="x"))
        store.replace_articles([article])
    with serving(place) as running:
        yield running


@pytest.fixture
def page(browser):
    """A page that may ask the server for what it is sent to, and for nothing else."""
    opened = browser.new_page(viewport={"width": 420, "height": 800})
    asked: list[str] = []
    complaints: list[str] = []
    opened.on("request", lambda request: asked.append(request.resource_type))
    opened.on("console", lambda message: complaints.append(message.text))
    yield opened
    opened.close()
    assert set(asked) == {"document"}
    assert not [text for text in complaints if "status of 40" not in text]


def _is_styled(page) -> bool:
    ground = "getComputedStyle(document.querySelector('.card')).borderRadius"
    return page.evaluate(ground) == "10px"


def _fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_one_comes_from_the_start_to_an_answer(page, news: Running) -> None:
    page.goto(news.url)
    assert _is_styled(page)
    page.click("text=Questions")
    page.click("text=Who met whom")
    page.fill("input[name=who]", "Kerr")
    page.click("text=Ask")
    assert page.locator("tbody tr").count() == 1
    assert page.input_value("input[name=who]") == "Kerr"
    page.click("text=Permalink")
    assert page.url == f"{news.url}/q/met?who=Kerr"
    assert page.locator("tbody tr").count() == 1
    assert _fits(page)


def test_what_is_wrong_stands_above_the_form_to_mend_it(page, news: Running) -> None:
    page.goto(f"{news.url}/q/actor-timeline?actor=Kerr&from=May")
    assert "'May' is no date" in page.inner_text("[role=alert]")
    page.fill("input[name=from]", "2021")
    page.click("text=Ask")
    assert page.locator("[role=alert]").count() == 0
    assert page.locator("tbody tr").count() > 0


def test_what_is_typed_does_not_become_a_script(page, news: Running) -> None:
    evil = "%22%3E%3Cimg%20src=x%20onerror=document.title='owned'%3E"
    page.goto(f"{news.url}/q/actor-timeline?actor={evil}")
    assert page.title() == "Timeline of an actor"
    assert page.locator("img").count() == 0
    assert page.input_value("input[name=actor]").startswith('"><img')


def test_who_went_astray_finds_the_way_back(page, news: Running) -> None:
    for path in ("/nothing", "/q/nothing"):
        assert page.goto(f"{news.url}{path}").status == 404
        assert page.title() == "Not Found"
        assert "nothing" in page.inner_text("[role=alert]")
        assert _is_styled(page)
        assert _fits(page)
        page.get_by_role("link", name="Questions").click()
        assert page.url == f"{news.url}/q"
