"""A graph without a store or a model: the command line is tested against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from tests.export.sample import ARTICLE, entry

from dateline.errors import UnknownNameError
from dateline.query.results import Timeline
from dateline.rdf.store import GraphStore
from dateline.rdf.validate import ValidationReport


class Answer:
    columns = ("who", "n")
    rows = (("Ada", 2), (None, 3))


def report(**changes):
    """Make what a build tells about itself."""
    values = {"read": 1, "added": 1, "unchanged": 0, "replaced": 0}
    return SimpleNamespace(
        **(values | {"skipped": (), "undated": (), "foreign": ()} | changes)
    )


@dataclass
class FakeGraph:
    """Answers as a `KnowledgeGraph` does, and remembers what it was asked."""

    entries: tuple = (entry(), entry(iri=ARTICLE.iri + "#event-50-54", date=None))
    answer: object = Answer
    findings: tuple = ()
    report: object = field(default_factory=report)
    store: object = field(default_factory=GraphStore.memory)
    asked: list = field(default_factory=list)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.asked.append("closed")

    def timeline(self, **conditions):
        self.asked.append(("timeline", conditions))
        return Timeline(self.entries)

    def show(self, iri):
        for found in self.entries:
            if found.iri == iri:
                return found
        raise UnknownNameError("event", iri, [])

    def query(self, text, **params):
        self.asked.append(("query", text, params))
        return self.answer

    def articles(self):
        return (ARTICLE,)

    def remove(self, iri):
        self.asked.append(("remove", iri))

    def validate(self):
        return ValidationReport(findings=self.findings)

    def export(self, name, output, *, keep_text):
        self.asked.append(("export", name, keep_text))
        if not isinstance(output, Path):
            output.write(b"written\n")

    def save_network(self, path, *, keep_text):
        self.asked.append(("network", path, keep_text))
