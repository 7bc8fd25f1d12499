"""Train the weights of `dateline.annotate.event_written` from TimeML files.

`python -m dateline.evaluate.train_events ../shared/gold/tempeval3 weights.json.gz`
needs scikit-learn, of the development dependencies. What is held out from the rules for
events, or from those for times and relations, is not read. The same files and parser
give the same weights.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.annotate.event_timeml import to_timeml
from dateline.annotate.event_written import pack_rows, signs
from dateline.annotate.pipeline import annotate
from dateline.annotate.stage import load_stage
from dateline.annotate.tlink_model import SCALE
from dateline.annotate.tokens import parse
from dateline.evaluate.timeml import (
    Labelled,
    Split,
    align,
    read_timeml_file,
    timeml_files,
)
from dateline.evaluate.timeml_reader import TimemlDocument
from dateline.evaluate.timeml_run import event_split_of, time_split_of
from dateline.model.annotated import AnnotatedDocument

_STRENGTH = 0.1  # of the regularisation, inverse
_MIN_COUNT = 3
_LEAST_WEIGHT = 4  # in hundredths; what is less is dropped


class Example(NamedTuple):
    """What an event word shows, and whether gold has an event at its place."""

    signs: frozenset[str]
    is_written: bool


def examples(gold: TimemlDocument, doc: AnnotatedDocument) -> Iterator[Example]:
    """Yield an example for each event that the rules find in `doc`."""
    words = to_timeml(doc)
    heads = {word.head: word for word in words}
    events = [Labelled(event.span, ()) for event in gold.events if len(event.span)]
    ours = [Labelled(word.span, ()) for word in words]
    written = {found.span for _, found in align(events, ours)}
    for word in words:
        seen = frozenset(signs(doc.tokens, word, heads))
        yield Example(seen, word.span in written)


def train(found: Iterable[Example]) -> bytes:
    """Return the weights, packed; there must be both kinds of examples."""
    # A development dependency: what is shipped does without.
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    known = list(found)
    counts = Counter(sign for example in known for sign in example.signs)
    rows = [
        {sign: 1.0 for sign in sorted(example.signs) if counts[sign] >= _MIN_COUNT}
        for example in known
    ]
    vectors = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=400, tol=1e-3)
    model.fit(vectors.fit_transform(rows), [each.is_written for each in known])
    weights = (model.coef_[0] * SCALE).round().astype(int).tolist()
    kept = (
        (name, weight)
        for name, weight in zip(vectors.feature_names_, weights, strict=True)
        if abs(weight) >= _LEAST_WEIGHT
    )
    return pack_rows(kept, round(float(model.intercept_[0]) * SCALE))


def main(gold_dir: Path, out: Path) -> None:
    """Train on what is not held out below `gold_dir` and write the weights to `out`."""
    golds = [
        read_timeml_file(path)
        for path in timeml_files(gold_dir)
        if Split.HELD_OUT not in {event_split_of(path), time_split_of(path)}
    ]
    stages = [load_stage(name) for name in ("timex", "entities", "events")]
    docs = annotate(parse(gold.to_document() for gold in golds), stages)
    out.write_bytes(
        train(
            example
            for gold, doc in zip(golds, docs, strict=True)
            for example in examples(gold, doc)
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
