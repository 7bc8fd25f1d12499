"""What is in the pages, and what is not."""

import base64
import hashlib
import html
import json
import re

import pytest
from tests.views.sample import (
    ARTICLES,
    hostile_timeline,
    large_timeline,
    sample_timeline,
)

from dateline.query.network_view import NetworkView, network_of
from dateline.query.results import Timeline
from dateline.views.network import MAX_NODES, network_page
from dateline.views.payload import to_script_json
from dateline.views.timeline import timeline_page


def _timeline(timeline, articles=(), *, keep_text=True, title="A title"):
    return timeline_page(timeline, articles, title=title, keep_text=keep_text)


def _network(timeline, articles=(), *, keep_text=True, title="A title"):
    network = network_of(timeline)
    return network_page(network, timeline, articles, title=title, keep_text=keep_text)


both_pages = pytest.mark.parametrize("make", [_timeline, _network])


def _data(page):
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    return json.loads(found[1])


@both_pages
def test_a_page_is_the_same_bytes_every_time(make) -> None:
    assert make(sample_timeline(), ARTICLES) == make(sample_timeline(), ARTICLES)


@both_pages
def test_a_page_asks_for_nothing_from_elsewhere(make) -> None:
    page = make(sample_timeline(), ARTICLES)
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.findall(r"""(?:src|href)=["']?(?!data:,)[^"'>\s]*:""", markup)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert not re.search(r"@import|url\((?![\"']?data:)", "".join(styles))
    assert "sourceMappingURL" not in page


@both_pages
def test_the_policy_names_every_script_and_style_by_its_hash(make) -> None:
    page = make(hostile_timeline())
    policy = html.unescape(
        re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    )
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    blocks = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.DOTALL)
    sums = [base64.b64encode(hashlib.sha256(b.encode()).digest()) for b in blocks]
    assert sorted(re.findall(r"'sha256-([^']+)'", policy)) == sorted(
        digest.decode() for digest in sums
    )


@both_pages
def test_hostile_words_stay_inside_the_data(make) -> None:
    page = make(hostile_timeline(), title="<img src=x onerror=alert(9)>")
    assert "alert(1)" not in page.replace("\\u003cimg src=x onerror=alert(1)", "")
    assert "<img" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "\u2028" not in page
    event = _data(page)["events"][0]
    assert event["label"] == hostile_timeline()[0].label


@both_pages
def test_without_text_only_evidence_sentences_are_in_the_page(make) -> None:
    page = make(sample_timeline(), ARTICLES, keep_text=False)
    assert "Nobody called me back" not in page
    assert "By Ines Calder" not in page
    for entry in sample_timeline():
        assert to_script_json(entry.evidence[0].sentence)[1:-1] in page


@both_pages
def test_with_text_the_whole_article_is_in_the_page(make) -> None:
    page = make(sample_timeline(), ARTICLES)
    assert [article["text"] for article in _data(page)["articles"]] == [
        article.text for article in ARTICLES
    ]


@both_pages
def test_an_empty_timeline_makes_a_page(make) -> None:
    assert _data(make(Timeline(())))["events"] == []


def test_a_lone_surrogate_does_not_stop_a_page() -> None:
    page = _timeline(Timeline(()), title="half \ud83d of a sign")
    assert "half ? of a sign" in page.encode().decode()
    assert to_script_json("\ud83d") == '"\\ud83d"'


def test_an_article_that_only_an_event_names_is_in_the_page_too() -> None:
    assert len(_data(_timeline(hostile_timeline()))["articles"]) == 1


def test_a_large_network_keeps_the_most_salient_events_and_says_what_is_hidden() -> (
    None
):
    timeline = large_timeline(3000)
    network = network_of(timeline)
    data = _data(_network(timeline))
    nodes = data["network"]["nodes"]
    assert 0.9 * MAX_NODES < len(nodes) <= MAX_NODES
    assert data["hidden"]["nodes"] == len(network.nodes) - len(nodes)
    assert data["hidden"]["edges"] > 0
    drawn = {node["iri"] for node in nodes if node["kind"] == "event"}
    best = max(timeline, key=lambda entry: entry.salience)
    assert best.iri in drawn


def test_edges_of_the_network_name_nodes_and_roles() -> None:
    network = _data(_network(sample_timeline(), ARTICLES))["network"]
    by_id = {node["id"]: node for node in network["nodes"]}
    ends = {
        (by_id[edge["from"]]["label"], edge["role"], by_id[edge["to"]]["label"])
        for edge in network["edges"]
    }
    assert ("Helga Brandt", "agent", "Brandt's visit to the site") in ends
    assert ("Tarsk", "place", "Kessen and Ardovia signed the water treaty") in ends


def test_an_empty_network_makes_a_page() -> None:
    page = network_page(NetworkView((), ()), Timeline(()), (), title="Nobody")
    assert _data(page)["network"]["nodes"] == []
