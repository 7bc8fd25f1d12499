"""Train the weights of `dateline.annotate.tlink_model` from TimeML files.

`python -m dateline.evaluate.train_tlinks ../shared/gold/tempeval3 weights.json.gz`
needs scikit-learn, of the development dependencies. The files that are held out are not
read. The same files and parser give the same weights.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dateline.annotate.pipeline import annotate
from dateline.annotate.stage import load_stage
from dateline.annotate.time_points import PointGraph, Relation
from dateline.annotate.tlink_features import PairReader
from dateline.annotate.tlink_model import NONE, SCALE, End, ends
from dateline.annotate.tlink_pairs import Layout, PairKind
from dateline.annotate.tokens import parse
from dateline.evaluate.awareness import reduced
from dateline.evaluate.timeml import (
    Labelled,
    Split,
    align,
    read_timeml_file,
    split_of,
    timeml_files,
)
from dateline.evaluate.timeml_reader import TimemlDocument
from dateline.model.annotated import AnnotatedDocument

# The relations that are frequent enough to learn; "right before" is before.
_LEARNT = ("SIMULTANEOUS", "BEFORE", "AFTER", "IS_INCLUDED", "INCLUDES")
_COARSER = {"BEFORE": "IBEFORE", "AFTER": "IAFTER"}
# What a relation is called by one who reads it from the other end.
_TURNED = {
    "SIMULTANEOUS": "SIMULTANEOUS",
    "BEFORE": "AFTER",
    "AFTER": "BEFORE",
    "IS_INCLUDED": "INCLUDES",
    "INCLUDES": "IS_INCLUDED",
}
_LEARNT_AS = {
    "IBEFORE": "BEFORE",
    "IAFTER": "AFTER",
    "IDENTITY": "SIMULTANEOUS",
    "DURING": "SIMULTANEOUS",
}
_STRENGTH = 0.1  # of the regularisation, inverse
_MIN_COUNT = 2
_LEAST_WEIGHT = 4  # in hundredths; what is less is dropped


class Example(NamedTuple):
    """What a pair shows, and the relations that gold has for it, or `NONE`.

    `holds` follows from gold; `written` stands there, and follows from no others.
    """

    kind: PairKind
    features: tuple[str, ...]
    holds: str
    written: str


def examples(gold: TimemlDocument, doc: AnnotatedDocument) -> Iterator[Example]:
    """Yield an example for each pair of `doc`."""
    layout = Layout(doc)
    reader = PairReader(layout)
    links = [Relation(link.source, link.relation, link.target) for link in gold.tlinks]
    truth = PointGraph(links)
    written = _written(links)
    names = _names(gold, layout)
    for pair in layout.pairs():
        source, target = (names.get(end) for end in ends(layout, pair))
        found = (NONE, NONE)
        if source is not None and target is not None:
            named = written.get((source, target), NONE)
            found = (_relation(truth, source, target), named)
        yield Example(pair.kind, tuple(reader.features(pair)), *found)


def _written(links: Iterable[Relation]) -> Mapping[tuple[str, str], str]:
    """Map two ends, in both orders, to the relation that is no other's consequence."""
    found: dict[tuple[str, str], str] = {}
    for link in reduced(links):
        name = _LEARNT_AS.get(link.relation, link.relation)
        if name in _TURNED:
            found.setdefault((link.source, link.target), name)
            found.setdefault((link.target, link.source), _TURNED[name])
    return found


def _relation(truth: PointGraph, source: str, target: str) -> str:
    for name in _LEARNT:
        for each in (name, _COARSER.get(name)):
            if each and truth.follows(Relation(source, each, target)):
                return name
    return NONE


def _names(gold: TimemlDocument, layout: Layout) -> Mapping[End, str]:
    """Map words and times to the gold ids at their places."""
    instances: dict[str, str] = {}
    for instance in gold.instances:
        instances.setdefault(instance.eid, instance.eiid)
    events = [Labelled(e.span, (e.eid,)) for e in gold.events if len(e.span)]
    words = [Labelled(w.span, (str(w.head),)) for w in layout.words]
    names = {
        End(word=int(b.labels[0])): instances[a.labels[0]]
        for a, b in align(events, words)
        if a.labels[0] in instances
    }
    times = [Labelled(t.span, (t.tid,)) for t in gold.timexes if len(t.span)]
    ours = [Labelled(t.span, (str(n),)) for n, t in enumerate(layout.doc.timexes)]
    for a, b in align(times, ours):
        names[End(time=int(b.labels[0]))] = a.labels[0]
    if gold.dct is not None:
        names[End()] = gold.dct.tid
    return names


def train(found: Iterable[Example]) -> dict[str, dict[str, Any]]:
    """Return the weights for each kind of pair, ready for JSON."""
    by_kind: dict[PairKind, list[Example]] = {}
    for example in found:
        by_kind.setdefault(example.kind, []).append(example)
    return {
        kind.value: {
            "holds": _fit(by_kind[kind], [each.holds for each in by_kind[kind]]),
            "written": _fit(by_kind[kind], [each.written for each in by_kind[kind]]),
        }
        for kind in sorted(by_kind)
    }


def _fit(found: list[Example], relations: list[str]) -> dict[str, Any]:
    # A development dependency: what is shipped does without.
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    counts = Counter(each for example in found for each in set(example.features))
    rows = [
        {each: 1.0 for each in example.features if counts[each] >= _MIN_COUNT}
        for example in found
    ]
    vectors = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=400, tol=1e-3)
    model.fit(vectors.fit_transform(rows), relations)
    weights = (model.coef_ * SCALE).round().astype(int).T.tolist()
    return {
        "classes": [str(name) for name in model.classes_],
        "bias": (model.intercept_ * SCALE).round().astype(int).tolist(),
        "rows": {
            name: row
            for name, row in zip(vectors.feature_names_, weights, strict=True)
            if max(map(abs, row)) >= _LEAST_WEIGHT
        },
    }


def main(gold_dir: Path, out: Path) -> None:
    """Train on what is not held out below `gold_dir` and write the weights to `out`."""
    paths = timeml_files(gold_dir)
    golds = [
        read_timeml_file(path)
        for path in paths
        if split_of(path.name) is not Split.HELD_OUT
    ]
    stages = [load_stage(name) for name in ("timex", "entities", "events", "tlinks")]
    docs = annotate(parse(gold.to_document() for gold in golds), stages)
    weights = train(
        example
        for gold, doc in zip(golds, docs, strict=True)
        for example in examples(gold, doc)
    )
    out.write_bytes(pack(weights))


def pack(weights: Mapping[str, Mapping[str, Any]]) -> bytes:
    r"""Return the weights as compressed JSON, the same bytes for the same weights.

    >>> gzip.decompress(pack({"again": {"bias": [1]}}))
    b'{"again":{"bias":[1]}}\n'
    """
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":")) + "\n"
    return gzip.compress(text.encode(), mtime=0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
