"""Change what Oxigraph holds: load, replace and remove articles, each as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from dateline.errors import StoreError
from dateline.rdf.dump import parse_trig
from dateline.rdf.fusion import FUSION_GRAPH
from dateline.rdf.revisions import DEFAULT, graphs_of, keeps_text, removal
from dateline.rdf.stores import Replaced, Revision
from dateline.rdf.terms import PREFIXES, PROV
from dateline.rdf.turtle import HEAD

_BATCH_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of one store; `path` is told where one fails.

    Each of them raises `StoreError` if the store cannot be written.
    """

    store: ox.Store
    path: Path | None

    def replace_articles(self, articles: Iterable[Revision]) -> Replaced:
        """Load new articles in batches; replace each that is here with other content.

        >>> Changes(ox.Store(), None).replace_articles([])
        Replaced(added=0, replaced=0, unchanged=0)
        """
        added = replaced = unchanged = 0
        batch: dict[str, Revision] = {}
        size = 0
        for article in articles:
            if article.iri in batch or graphs_of(self.store, article.iri):
                self._load(batch)
                batch, size = {}, 0
                if self._is_same(article):
                    unchanged += 1
                else:
                    self._swap(article)
                    replaced += 1
                continue
            batch[article.iri] = article
            added += 1
            size += len(article.trig)
            if size >= _BATCH_BYTES:
                self._load(batch)
                batch, size = {}, 0
        self._load(batch)
        return Replaced(added=added, replaced=replaced, unchanged=unchanged)

    def remove_article(self, article: str) -> bool:
        """Remove what there is of the article with this IRI; tell whether there was."""
        if not graphs_of(self.store, article):
            return False
        self.update(removal(self.store, article))
        return True

    def replace_fusion(self, turtle: bytes) -> None:
        """Put these decisions in the place of all earlier ones."""
        self.update(
            f"DROP SILENT GRAPH <{FUSION_GRAPH}>; "
            f"INSERT DATA {{ GRAPH <{FUSION_GRAPH}> {{ {turtle.decode()} }} }}"
        )

    def optimize(self) -> None:
        """Compact the files."""
        try:
            self.store.optimize()
        except (OSError, RuntimeError) as error:
            raise self._error(error) from error

    def update(self, update: str) -> None:
        """Apply a SPARQL update, as one transaction."""
        try:
            self.store.update(update, prefixes=PREFIXES)
        except (OSError, RuntimeError) as error:
            raise self._error(error) from error

    def _load(self, batch: Mapping[str, Revision]) -> None:
        if not batch:
            return
        data = HEAD.encode() + b"".join(each.trig for each in batch.values())
        try:
            # Lenient: `iris` has made sure that every IRI is one.
            self.store.bulk_load(data, ox.RdfFormat.TRIG, lenient=True)
        except (OSError, RuntimeError) as error:
            raise self._error(error) from error

    def _is_same(self, article: Revision) -> bool:
        """Tell whether the catalogue says already what `article` would, but when."""
        if keeps_text(self.store, article.iri) is not article.keeps_text:
            return False
        return all(
            quad in self.store
            for quad in parse_trig(article.trig)
            if quad.graph_name == DEFAULT and quad.predicate.value != PROV.endedAtTime
        )

    def _swap(self, article: Revision) -> None:
        facts: list[str] = []
        catalogue: list[str] = []
        for quad in parse_trig(article.trig):
            told = catalogue if quad.graph_name == DEFAULT else facts
            told.append(f"{quad.triple} .")
        self.update(
            f"{removal(self.store, article.iri)}; INSERT DATA {{ {' '.join(catalogue)} "
            f"GRAPH <{article.graph}> {{ {' '.join(facts)} }} }}"
        )

    def _error(self, error: Exception) -> StoreError:
        return StoreError(f"{self.path}: cannot be written: {error}")
