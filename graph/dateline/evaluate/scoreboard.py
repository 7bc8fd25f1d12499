"""Measure each step on its development data and write the page of results.

`make scoreboard` runs it. The published numbers are those of other systems on the test
sets of the same corpora, which are not here: the comparison says where we stand, not
who won.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.corpora import (
    CORPORA,
    Part,
    Result,
    by_part,
    existing,
    find_corpus,
    score_timelines,
)
from dateline.evaluate.published import NOTHING, REFERENCES, SOURCES
from dateline.evaluate.scores import Measure
from dateline.evaluate.time_links import LinkScores
from dateline.evaluate.timeml import Split
from dateline.evaluate.timeml_run import (
    FileScores,
    Write,
    add_up,
    evaluate_files,
    event_split_of,
    time_split_of,
)

TIMEML_FOLDER = "tempeval3"
TIMELINES_FOLDER = "timeline2015"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table of the page: one corpus, or one split of it."""

    title: str
    command: str
    split: str
    source: str
    result: Result


Select = Callable[[Measure], bool]


def measure(gold: Path, golden: Path, *, write: Write) -> Iterator[Section]:
    """Yield a section for each corpus; each text is parsed once.

    `golden` is the folder of the project's own articles, `write` writes TimeML.

    Raises:
        GoldError: if a corpus is not below `gold`.
    """
    folder = existing(gold / TIMEML_FOLDER, "timeml")
    files = tuple(evaluate_files(folder, write=write))
    yield from _timeml_sections(files)
    yield Section(
        title="Timelines of an entity over several articles",
        command="dateline evaluate semeval2015-task4 "
        f"$GOLD/{TIMELINES_FOLDER}/TimeLines_* $GOLD/{TIMELINES_FOLDER}/Corpus-*_task4",
        split=_SPLITS["timelines"],
        source=SOURCES["timelines"],
        result=score_timelines(existing(gold / TIMELINES_FOLDER, "timelines")),
    )
    for name, corpus in CORPORA.items():
        place = golden if corpus.folder is None else find_corpus(name, gold)
        where = "tests/golden" if corpus.folder is None else f"$GOLD/{corpus.folder}"
        yield Section(
            title=f"{corpus.about[0].upper()}{corpus.about[1:]}",
            command=f"dateline evaluate {name} {where}",
            split=_SPLITS[name],
            source=SOURCES[name],
            result=corpus.score(place),
        )


_SPLITS = {
    "times": "A hash of the file name; the rules for times were written on the rest.",
    "events": "A hash of folder and file name, another than that of the times; the "
    "rules for events were written on the rest.",
    "both": "Held out is what was kept both from the rules for times and relations and "
    "from those for events; that is few files, so the number is rough.",
    "links": "That of the time expressions; the rules for relations were written with "
    "it too, but those for events had seen most of the files that it holds out.",
    "timelines": "A hash of the entity's name; three of the six were held out. Steve "
    "Jobs, with most of the relations, is one of them.",
    "uw": "A hash of the sentence's number; one in four was held out.",
    "polnear": "A hash of the article's name; about four in ten were held out.",
    "meantime": "None: all articles were seen while the rules were written.",
    "plover": "A hash of the record's name; one in three was held out.",
    "golden": "None: all articles were seen while the rules were written.",
}


def _timeml_sections(files: Sequence[FileScores]) -> Iterator[Section]:
    """Yield times, events and relations, each with the split of its own rules."""

    def both(path: Path) -> Split:
        held = {time_split_of(path), event_split_of(path)}
        return Split.HELD_OUT if held == {Split.HELD_OUT} else Split.TUNE

    relations = _starts("temporal", "link")
    for title, split, split_of, select in (
        ("Time expressions", "times", time_split_of, _starts("time expression")),
        ("Events", "events", event_split_of, _starts("event")),
        ("Relations in time, from raw text", "both", both, relations),
        ("Relations in time, more files", "links", time_split_of, relations),
    ):
        items = [(split_of(each.path), each) for each in files]
        yield Section(
            title=title,
            command=f"dateline evaluate timeml $GOLD/{TIMEML_FOLDER}",
            split=_SPLITS[split],
            source=SOURCES["timeml"],
            result=by_part(items, _measures(select), unit="files"),
        )


def _starts(*words: str) -> Select:
    return lambda found: found.name.startswith(words)


def _measures(
    select: Select,
) -> Callable[[Sequence[FileScores]], Iterator[Measure]]:
    def measures(files: Sequence[FileScores]) -> Iterator[Measure]:
        return filter(select, timeml_measures(files))

    return measures


def timeml_measures(files: Iterable[FileScores]) -> Iterator[Measure]:
    """Yield the scores of files together; those of links where there are any.

    >>> [each.name for each in timeml_measures([])][-1]
    'temporal awareness'
    """
    files = tuple(files)
    yield from add_up(files).measures()
    links = [each.links for each in files if each.links is not None]
    if links:
        total = sum(links, LinkScores())
        yield Measure(name="link of event and time, recall", value=total.recall)


def page(sections: Iterable[Section], *, day: str, commit: str) -> str:
    """Write the page: a table for each section.

    >>> page([], day="2018-07-12", commit="abc").splitlines()[0]
    '# Scoreboard'
    """
    lines = [
        "# Scoreboard",
        "",
        "The quality of each step on published development data: F1 in percent, or what the row says.",  # noqa: E501
        f"Measured on {day} at commit {commit} by `make scoreboard`, which writes this page.",  # noqa: E501
        "",
        "*Held out* is the number to go by: the rules were written without those texts, though they were scored more than once.",  # noqa: E501
        "*Tuned* is the part that the rules were written on.",
        "*Published* is what others report on the test set of the same corpus, which is not here.",  # noqa: E501
        "`$GOLD` is the folder of the development data.",
        "[How the scores are made](explanation/evaluation.md) says more.",
    ]
    for section in sections:
        lines += _section(section)
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    result = section.result
    yield from ("", f"## {section.title}", "", "```sh", section.command, "```", "")
    yield f"Split: {section.split}"
    yield f"Published: {section.source}"
    held, tuned = (_heading(result, part) for part in (result.held_out, result.tuned))
    yield ""
    yield f"| measure | held out{held} | tuned{tuned} | to reach | published |"
    yield "|---|---|---|---|---|"
    for row in result.everything.measures:
        reference = REFERENCES.get(row.name, NOTHING)
        cells = (
            row.name,
            _value(result.held_out, row.name),
            _value(result.tuned, row.name),
            reference.target or "–",
            reference.published or "–",
        )
        yield f"| {' | '.join(cells)} |"


def _heading(result: Result, part: Part | None) -> str:
    return "" if part is None else f", {part.size:,} {result.unit}"


def _value(part: Part | None, name: str) -> str:
    found = () if part is None else part.measures
    return next((each.words for each in found if each.name == name), "–")
