"""Calls as users write them: mypy checks this file, nobody runs it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import dateline


def build_and_ask() -> None:
    kg = dateline.build(["a.txt", Path("b.txt")], out="out", published="2018-07-12")
    report: dateline.BuildReport = kg.report
    errors: tuple[dateline.SourceError, ...] = report.skipped
    print(report.added, [error.hint for error in errors])

    timeline: dateline.Timeline = kg.timeline(
        actor="Mike Pompeo", start=date(2018, 7, 1), status=dateline.Status.HAPPENED
    )
    for entry in timeline:
        when: dateline.EventDate | None = entry.date
        first: date | None = when.earliest_begin if when else None
        names: list[str] = [who.name for who in entry.participants]
        print(first, names, entry.status, timeline[0].label, len(timeline))

    table = kg.query("SELECT ?x WHERE { ?x a sem:Event }")
    print(table.columns, table.rows, kg.query("actor-timeline", actor="Kim"))


def build_with_types() -> None:
    try:
        dateline.build(["a.txt"], types=Path("types.toml")).close()
    except dateline.TypeFileError as error:
        print(error.where, error.key, error.why)


def keep_and_leave() -> None:
    with dateline.open("out/store", read_only=True) as kg:
        articles: tuple[dateline.ArticleRef, ...] = kg.articles()
        entry: dateline.TimelineEntry = kg.show(f"{articles[0].iri}#event-1-2")
        print(entry.label, kg.to_networkx().number_of_nodes(), len(kg.to_rdflib()))
        kg.save_html("timeline.html", keep_text=False)
        kg.save_network(Path("graph.html"))
        kg.export("turtle", "graph.ttl", keep_text=False)
        with Path("graph.csv").open("wb") as file:
            kg.export("csv", file)
    try:
        dateline.open("nowhere")
    except dateline.StoreError as error:
        problem: dateline.DatelineError = error
        print(problem)
