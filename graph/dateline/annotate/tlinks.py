"""The stage that links events to times, to each other, and to the publication time.

TLINKs are those of TimeML 1.2.1; event relations are cause, sub-event, reaction,
cancellation and identity. All come from the dependency tree and its signal words.
"""

from __future__ import annotations

from dateline.annotate.stage import Stage, with_layers
from dateline.annotate.tlink_events import link_dct, link_events
from dateline.annotate.tlink_grid import Grid
from dateline.annotate.tlink_relations import relate_events
from dateline.annotate.tlink_times import link_times
from dateline.model.annotated import AnnotatedDocument


def annotate_tlinks(doc: AnnotatedDocument) -> AnnotatedDocument:
    """Add time links and event relations, ordered by event.

    >>> from dateline.model.text import Document
    >>> doc = AnnotatedDocument(document=Document(id="urn:a", text="", blocks=()))
    >>> annotate_tlinks(doc).tlinks
    ()
    """
    if not doc.event_mentions:
        return doc
    grid = Grid.of(doc)
    link_times(grid)
    link_events(grid)
    link_dct(grid)
    relate_events(grid)
    return with_layers(
        doc,
        tlinks=tuple(link for _, link in sorted(grid.links.items())),
        event_relations=tuple(found for _, found in sorted(grid.relations.items())),
    )


STAGE = Stage(
    name="tlinks",
    requires=frozenset({"tokens", "timexes", "event_mentions", "entity_mentions"}),
    provides=frozenset({"tlinks", "event_relations"}),
    annotate=annotate_tlinks,
)
