"""`dateline annotate`: mark up what articles say, without building a graph."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.console import note, plural
from dateline.cli.options import types_option

if TYPE_CHECKING:
    from dateline.annotate.stage import Stage
    from dateline.errors import DatelineError
    from dateline.export.timeml import Header
    from dateline.model.annotated import AnnotatedDocument
    from dateline.model.text import Document

SUFFIXES = {"timeml": ".tml", "json": ".json"}


@click.command(
    epilog="Example: dateline annotate article.txt --published 2018-07-12 -f timeml"
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "-f",
    "--format",
    "name",
    type=click.Choice(list(SUFFIXES)),
    default="timeml",
    show_default=True,
    help="What to write: TimeML 1.2.1, or JSON with all that was found.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to, a file for each article.  [default: standard output]",
)
@click.option(
    "--published",
    metavar="DATE",
    help="The publication date of the articles; wins over what they say themselves.",
)
@types_option
def annotate(
    *,
    files: tuple[str, ...],
    name: str,
    out: Path | None,
    published: str | None,
    types: Path | None,
) -> None:
    """Mark the events, times and their relations in each FILE.

    FILE is a text or HTML file, a file of JSON Lines, or "-" for standard input. The
    text of a TimeML file (.tml) is kept as it is, to the character, and so is its
    publication date.

    JSON is one line for an article. What cannot be read is skipped and named; then the
    exit status is 1.
    """
    if name == "timeml" and out is None and len(files) > 1:
        raise click.UsageError("several files of TimeML need a folder: give -o DIR")
    run = _Run(published=published, stages=_stages(name, types))
    written: set[Path] = set()
    for article, doc in run.annotated(files):
        text = _render(article, doc, name)
        if out is None:
            if name == "timeml" and written:
                raise click.UsageError("several articles need a folder: give -o DIR")
            written.add(Path(article.name))
            click.echo(text, nl=name == "json")
            continue
        target = out / f"{article.name}{SUFFIXES[name]}"
        _check_target(target, article, written)
        out.mkdir(parents=True, exist_ok=True)
        # Bytes: a system's own line ends would change the text.
        target.write_bytes(text.encode())
        written.add(target)
    if out is not None:
        note(f"Wrote {plural(len(written), 'file')} to {out}.")
    if run.failed:
        raise click.exceptions.Exit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """Where an article came from, and the name that its output gets."""

    file: str
    name: str
    header: Header
    document: Document


@dataclass(slots=True, kw_only=True)
class _Run:
    published: str | None
    stages: Sequence[Stage]
    failed: int = 0

    def skip(self, error: DatelineError) -> None:
        self.failed += 1
        note(f"skipped: {error}")

    def annotated(
        self, files: Sequence[str]
    ) -> Iterator[tuple[_Article, AnnotatedDocument]]:
        """Yield each article with what was found in it; the texts stream."""
        from dateline.annotate import pipeline
        from dateline.annotate.tokens import parse

        waiting: deque[_Article] = deque()

        def documents() -> Iterator[Document]:
            for article in self.articles(files):
                waiting.append(article)
                yield article.document

        for doc in pipeline.annotate(parse(documents()), self.stages):
            yield waiting.popleft(), doc

    def articles(self, files: Sequence[str]) -> Iterator[_Article]:
        for file in files:
            found = self.timeml(file) if file.endswith(".tml") else self.texts(file)
            yield from found

    def timeml(self, file: str) -> Iterator[_Article]:
        from dataclasses import replace

        from dateline.errors import GoldError, SourceError
        from dateline.evaluate.timeml_reader import read_timeml_file
        from dateline.export.timeml import Header
        from dateline.sources import parse_published

        try:
            source = read_timeml_file(Path(file))
            document = source.to_document()
        except OSError as error:
            self.skip(SourceError(file, error.strerror or str(error)))
            return
        except (GoldError, UnicodeError) as error:
            self.skip(SourceError(file, str(error)))
            return
        header = Header(docid=source.name)
        if self.published is not None:
            dct = parse_published(self.published, where="--published")
            document = replace(document, dct=dct)
        elif source.dct is not None:
            header = Header(
                docid=source.name,
                dct_id=source.dct.tid or "t0",
                dct_value=source.dct.value,
                dct_words=source.dct.words,
            )
        yield _Article(
            file=file, name=Path(file).stem, header=header, document=document
        )

    def texts(self, file: str) -> Iterator[_Article]:
        from dateline.export.timeml import Header
        from dateline.sources import read

        stem = "stdin" if file == "-" else Path(file).stem
        found = read([file], published=self.published, on_error=self.skip)
        for number, document in enumerate(found, start=1):
            name = stem if number == 1 else f"{stem}-{number}"
            header = Header(docid=name)
            yield _Article(file=file, name=name, header=header, document=document)


def _stages(name: str, types: Path | None) -> Sequence[Stage]:
    from dateline.annotate.events import event_stage
    from dateline.annotate.pipeline import default_stages
    from dateline.annotate.stage import load_stage
    from dateline.evaluate.timeml_run import STAGES
    from dateline.sources.event_types import read_event_types

    own = {} if types is None else {"events": event_stage(read_event_types(types))}
    if name == "json":
        return default_stages(own)
    return [own.get(stage) or load_stage(stage) for stage in STAGES]


def _render(article: _Article, doc: AnnotatedDocument, name: str) -> str:
    if name == "json":
        from dateline.export.annotations import annotations_json

        return annotations_json(doc)
    from dateline.export.timeml import to_timeml

    return to_timeml(doc, header=article.header)


def _check_target(target: Path, article: _Article, written: set[Path]) -> None:
    """Refuse to write over an article, or twice to one file."""
    if target in written:
        message = f"two articles would be written to {target}; annotate them apart"
        raise click.UsageError(message)
    if target.exists() and target.resolve() == Path(article.file).resolve():
        message = f"{target} is the article itself; choose another folder"
        raise click.UsageError(message)
