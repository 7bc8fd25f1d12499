"""What an assistant gets over standard input and output, and what it is refused."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from mcp.shared.exceptions import MCPError
from tests.facts import ARTICLE, MET, NO_SHOW, TEXT, TRAVEL, WAR
from tests.query.test_named import ASKED
from tests.server.assisting import OTHER, Assistant, Told, assisting, make_news

from dateline.query.named import named_queries, run_named
from dateline.rdf.iris import key_iri
from dateline.rdf.store import GraphStore
from dateline.server.mcp.app import INSTRUCTIONS

NAMES = [query.name for query in named_queries()]
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_news(tmp_path_factory.mktemp("news") / "store")


@pytest.fixture(scope="module")
def assistant(place: Path) -> Iterator[Assistant]:
    with assisting(place, "--timeout", "2") as made:
        yield made


def test_the_server_says_how_to_cite(assistant: Assistant) -> None:
    greeting = assistant.session.initialize_result
    assert greeting is not None
    assert greeting.server_info.name == "dateline"
    assert greeting.instructions == INSTRUCTIONS
    for word in ("quote the sentence", "intervals", "quoted_", "never do it"):
        assert word in INSTRUCTIONS


def test_every_tool_only_reads_and_says_what_it_takes(assistant: Assistant) -> None:
    tools = assistant.portal.call(assistant.session.list_tools).tools
    assert {tool.name for tool in tools} == {
        "list_questions", "ask_question", "run_sparql",
        "search_events", "get_event", "get_overview",
    }  # fmt: skip
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert tool.annotations.idempotent_hint
        assert not tool.annotations.open_world_hint
        assert "  " not in tool.description
        assert tool.output_schema["type"] == "object"
        assert tool.input_schema["additionalProperties"] is False
        for name, schema in tool.input_schema["properties"].items():
            assert is_bounded(schema), f"{tool.name} {name}"


def is_bounded(schema: dict[str, Any]) -> bool:
    """Tell whether a parameter says how much of it there may be."""
    options = schema.get("anyOf", [schema])
    bounds = {"maxLength", "maximum", "enum", "additionalProperties"}
    return all(bounds & set(each) or each["type"] == "null" for each in options)


def test_the_questions_are_listed(assistant: Assistant) -> None:
    told = assistant.call("list_questions").data["questions"]
    assert [question["name"] for question in told] == NAMES
    (timeline,) = (each for each in told if each["name"] == "actor-timeline")
    names = [(each["name"], each["is_optional"]) for each in timeline["parameters"]]
    assert names == [("actor", False), ("from", True), ("to", True)]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_answered_as_in_the_library(
    assistant: Assistant, place: Path, name: str
) -> None:
    told = assistant.call("ask_question", name=name, parameters=ASKED[name]).data
    with GraphStore.open(place, read_only=True) as store:
        answer = run_named(store, name, ASKED[name])
    assert tuple(told["columns"]) == answer.columns
    rows = [[str(row[name]) for name in answer.columns] for row in told["quoted_rows"]]
    assert rows == [[str(value) for value in row] for row in answer.rows]
    assert told["left_out"] == 0


def test_a_value_is_a_term_and_no_sparql(assistant: Assistant) -> None:
    asked = {"who": '" } DROP ALL #'}
    assert (
        assistant.call("ask_question", name="met", parameters=asked).data["quoted_rows"]
        == []
    )


def test_events_come_with_sentences_to_cite(assistant: Assistant) -> None:
    told = assistant.call("search_events", text="war", article=ARTICLE).data
    (event,) = told["events"]
    assert event["iri"] == key_iri(ARTICLE, WAR.key)
    assert event["when"]["edtf"] == "1994/1996"
    (sentence,) = event["sentences"]
    assert sentence["quoted_sentence"] == "The “Border War” lasted from 1994 to 1996."
    assert event["article"] == {
        "iri": ARTICLE,
        "quoted_title": "Norland and Vastia edge back to the table",
        "quoted_publisher": "Daily Example",
        "published": "2021-05-14",
        "quoted_url": "https://example.org/news/border-talks.html",
    }


def test_every_offset_leads_to_the_words(assistant: Assistant) -> None:
    for event in assistant.call("search_events", limit=100).data["events"]:
        for each in event["sentences"]:
            assert TEXT[each["start"] : each["end"]] == each["quoted_sentence"]
            trigger = TEXT[each["trigger_start"] : each["trigger_end"]]
            assert trigger == each["quoted_trigger"]
        for each in event["participants"]:
            assert TEXT[each["start"] : each["end"]] == each["quoted_words"]


def test_an_event_comes_with_who_says_so(assistant: Assistant) -> None:
    told = assistant.call("get_event", event=key_iri(ARTICLE, NO_SHOW.key)).data
    (claim,) = told["claims"]
    assert (claim["quoted_source"], claim["asserts"]) == ("two officials", "CT-")
    assert TEXT[claim["start"] : claim["end"]] == claim["quoted_cue"] == "told"
    assert told["status"] == "did-not-happen"


def test_an_event_comes_with_its_like_in_other_articles(assistant: Assistant) -> None:
    told = assistant.call("get_event", event=key_iri(ARTICLE, MET.key)).data
    (other,) = told["told_elsewhere"]
    assert other["iri"] == key_iri(OTHER, MET.key)
    assert (other["status"], other["article"]["iri"]) == ("happened", OTHER)
    assert told["told_elsewhere_left_out"] == 0
    assert assistant.call("get_event", event=told["fused"]).data == told


def test_an_open_time_is_said_to_be_open(assistant: Assistant) -> None:
    told = assistant.call("get_event", event=key_iri(ARTICLE, TRAVEL.key)).data
    assert told["when"]["is_open"]
    assert told["when"]["latest_end"] is None


def test_an_overview_counts(assistant: Assistant) -> None:
    whole = assistant.call("get_overview").data
    part = assistant.call("get_overview", article=ARTICLE).data
    assert (whole["articles"], whole["article"]) == (2, None)
    assert part["article"]["iri"] == ARTICLE
    assert part["most_frequent_actors"][0] == {
        "quoted_name": "Ilse Brandt",
        "events": 4,
    }
    assert part["earliest_day"] == "1994-01-01"
    assert sum(whole["events_by_status"].values()) == 12


def test_each_form_of_query_is_answered(assistant: Assistant) -> None:
    assert assistant.ask("ASK {}").data["answer"] is True
    table = assistant.ask(
        "SELECT ?n ?iri { VALUES (?n ?iri) { (1 <urn:a>) (2.5 UNDEF) } }"
    )
    assert table.data["quoted_rows"] == [
        {"n": 1, "iri": "urn:a"},
        {"n": 2.5, "iri": None},
    ]
    for query in ("CONSTRUCT { ?e a ?t } { ?e a ?t }", f"DESCRIBE <{ARTICLE}>"):
        told = assistant.ask(query, limit=1).data
        assert told["quoted_turtle"].count(" a ") <= 1
        assert told["left_out"] > 0


def pages(assistant: Assistant, tool: str, key: str, **asked: Any) -> list[Any]:
    found, offset = [], 0
    while offset is not None:
        told = assistant.call(tool, offset=offset, **asked).data
        found += told[key]
        assert told["next_offset"] == (len(found) if told["left_out"] else None)
        offset = told["next_offset"]
    return found


def test_pages_hold_all_of_an_answer(assistant: Assistant) -> None:
    events = pages(assistant, "search_events", "events", limit=5)
    assert len({event["iri"] for event in events}) == len(events) == 12
    query = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
    rows = pages(assistant, "run_sparql", "quoted_rows", query=query, limit=333)
    assert len({str(row) for row in rows}) == len(rows) > 666
    names = pages(assistant, "ask_question", "quoted_rows", name="articles", limit=1)
    assert [row["article"] for row in names] == [ARTICLE, OTHER]


def test_what_is_left_out_is_counted_up_to_a_point(assistant: Assistant) -> None:
    told = assistant.ask("SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f }", limit=1)
    assert told.data["left_out"] == 10_000
    assert told.data["left_out_is_exact"] is False
    assert "1 row; at least 10,000 are left out" in told.texts[0]


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("search_events", {"actr": "Kim"}, "unknown argument 'actr'; known: actor, pl"),
        ("search_events", {"limit": 0}, "limit: Input should be greater than or equal"),
        ("search_events", {"limit": 101}, "limit: Input should be less than or equal"),
        (
            "search_events",
            {"status": "done"},
            "status: Input should be 'happened', 'di",
        ),
        (
            "search_events",
            {"start": "June"},
            "'June' is no date; write 2018-06-30, 2018",
        ),
        ("search_events", {"start": "2022", "end": "2021"}, "the start 2022-01-01 is"),
        (
            "search_events",
            {"type": "Tryst"},
            "unknown event type 'Tryst'; known: Accid",
        ),
        ("search_events", {"offset": -1}, "offset: Input should be greater than or e"),
        ("get_event", {}, "event: Field required"),
        ("get_event", {"event": "event-1-2"}, "unknown event 'event-1-2'"),
        ("get_event", {"event": MET.key}, f"known: {ARTICLE}#"),
        ("get_event", {"event": "not an: iri"}, "not an: iri"),
        ("get_overview", {"article": "urn:x"}, "unknown article 'urn:x'"),
        ("ask_question", {"name": "why"}, "unknown query 'why'; known: actor-timeline"),
        (
            "ask_question",
            {"name": "met", "parameters": {"wo": "a"}},
            "known: who, with",
        ),
        ("ask_question", {"name": "actor-timeline"}, "actor: a value is needed"),
        ("run_sparql", {"query": "SELECT nonsense"}, "the query cannot be parsed"),
        ("run_sparql", {"query": ""}, "query: String should have at least 1 char"),
        ("run_sparql", {"query": "ASK {} # " + "x" * 100_000}, "at most 100000 char"),
        ("run_sparql", {"query": "ASK " + "{" * 999}, "nested too deeply"),
        ("drop_store", {}, "Unknown tool: drop_store"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(
    assistant: Assistant, tool: str, arguments: dict[str, Any], message: str
) -> None:
    assert message in assistant.call(tool, **arguments).error


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "the store is read-only here"),
        ("PREFIX a: <urn:a> DELETE WHERE { ?s ?p ?o }", "the store is read-only here"),
        ("DROP ALL", "the store is read-only here"),
        ("LOAD <file:///etc/passwd>", "the store is read-only here"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE is off"),
        ("SELECT * { ?a ?b ?c FILTER(?a<1)SERVICE#>\n<urn:a> {} }", "SERVICE is off"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM <file:…> is off"),
        ("ASK FROM NAMED # x\n <FILE:a> { ?s ?p ?o }", "FROM <file:…> is off"),
    ],
)
def test_nothing_is_changed_and_nothing_leaves_the_store(
    assistant: Assistant, query: str, message: str
) -> None:
    before = assistant.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").data
    assert message in assistant.ask(query).error
    assert assistant.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").data == before


def test_heavy_queries_are_stopped_and_others_answered(assistant: Assistant) -> None:
    begin, heard = time.monotonic(), []

    def heavy() -> None:
        heard.append(assistant.ask(PRODUCT).error)

    threads = [threading.Thread(target=heavy) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert heard == ["the query was stopped after 2 s: narrow it, or add a LIMIT"] * 2
    assert time.monotonic() - begin < 10
    assert assistant.ask("ASK {}").data["answer"] is True


def test_a_call_that_is_given_up_stops_its_query(place: Path) -> None:
    with assisting(place, "--timeout", "60", "--queries", "1") as assistant:
        call = partial(
            assistant.session.call_tool,
            "run_sparql",
            {"query": PRODUCT},
            read_timeout_seconds=1,
        )
        with pytest.raises(MCPError, match=r"[Tt]imed out"):
            assistant.portal.call(call)
        assert assistant.ask("ASK {}").data["answer"] is True


def test_limits_of_rows_bytes_and_memory(place: Path) -> None:
    options = ("--max-rows", "2", "--max-memory", "200", "--queries", "1")
    with assisting(place, *options) as assistant:
        told = assistant.call("search_events", limit=50).data
        assert (len(told["events"]), told["left_out"]) == (2, 10)
        assert len(assistant.ask("SELECT * { ?s ?p ?o }").data["quoted_rows"]) == 2
        error = assistant.ask(f"SELECT ?v21 {{ {doubled(21)} }}").error
        assert error.startswith("the answer is larger than 1,000,000 bytes")
        error = assistant.ask(f"SELECT ?v40 {{ {doubled(40)} }}").error
        assert error == "the query needs more memory than it may have"
        assert assistant.ask("ASK {}").data["answer"] is True


def doubled(times: int) -> str:
    """Return a pattern whose last variable holds a very long string."""
    binds = (f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(times))
    return 'BIND("x" AS ?v0) ' + " ".join(binds)


def test_what_is_written_meanwhile_is_seen(tmp_path: Path) -> None:
    place = make_news(tmp_path / "store")
    count = "SELECT ?o { <urn:s> <urn:p> ?o }"
    with assisting(place) as assistant:
        before = assistant.ask(count).data
        assert before["quoted_rows"] == []
        with GraphStore.open(place) as store:
            with store._changing():
                store._changes.update("INSERT DATA { <urn:s> <urn:p> 1 }")
            # The writer is not gone, and neither waits for the other.
            end = time.monotonic() + 10
            while not (told := assistant.ask(count).data)["quoted_rows"]:
                assert time.monotonic() < end
                time.sleep(0.05)
    assert told["quoted_rows"] == [{"o": 1}]
    assert told["state"] != before["state"]


def test_resources_are_what_the_tools_say(assistant: Assistant) -> None:
    listed = assistant.portal.call(assistant.session.list_resource_templates)
    assert [each.uri_template for each in listed.resource_templates] == [
        "dateline://event/{iri}",
        "dateline://article/{iri}",
    ]
    event = key_iri(ARTICLE, MET.key)
    text = assistant.read(f"dateline://event/{quote(event, safe='')}")
    assert json.loads(text) == assistant.call("get_event", event=event).data
    article = json.loads(assistant.read(f"dateline://article/{quote(OTHER, safe='')}"))
    assert article["quoted_text"] == TEXT
    store = json.loads(assistant.read("dateline://store"))
    assert store == assistant.call("get_overview").data


@pytest.mark.parametrize(
    "uri", ["dateline://article/x", "dateline://event/..%2F..%2Fa"]
)
def test_a_resource_that_is_not_there_is_told(assistant: Assistant, uri: str) -> None:
    with pytest.raises(MCPError, match=r"unknown (article 'x'|event)"):
        assistant.read(uri)


def test_the_text_says_what_the_structure_says(assistant: Assistant) -> None:
    for told in (
        assistant.call("get_overview"),
        assistant.call("search_events", limit=1),
        assistant.ask("ASK {}"),
    ):
        words, data = told.texts
        assert "quoted_" in words
        assert json.loads(data) == told.data


def strings(
    value: Any, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every string with the keys that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, (*path, key))
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, path)


def test_words_of_articles_stand_under_quoted_keys_alone(assistant: Assistant) -> None:
    words = (
        "Norland",
        "Vastia",
        "Brandt",
        "Kerr",
        "officials",
        "Example",
        "met",
        "told",
    )
    answers: list[Told] = [
        assistant.call("search_events", limit=100),
        assistant.call("get_event", event=key_iri(ARTICLE, NO_SHOW.key)),
        assistant.call("get_overview", article=ARTICLE),
        assistant.call("ask_question", name="articles"),
        assistant.call("ask_question", name="who-says"),
        assistant.ask("SELECT ?l { ?e rdfs:label ?l }", limit=1_000),
        assistant.ask("CONSTRUCT { ?e rdfs:label ?l } { ?e rdfs:label ?l }"),
    ]
    for told in answers:
        assert not any(word in told.texts[0] for word in words)
        assert "\n" not in told.texts[1]
        for path, text in strings(told.data):
            is_marked = any(key.startswith("quoted_") for key in path)
            is_word = any(word in text for word in words) and "://" not in text
            assert is_marked or not is_word, (path, text)
