"""The stage that finds who plays which part in each event mention.

Participants come from the dependency tree: arguments of the verb, of the noun, and of
the verb that a noun hangs on. The tables of `role_frames` turn functions into roles.
"""

from __future__ import annotations

from dateline.annotate.role_absence import cast_absence
from dateline.annotate.role_astray import cast_harm
from dateline.annotate.role_cast import Cast
from dateline.annotate.role_contests import contest_frame
from dateline.annotate.role_frames import frame_of
from dateline.annotate.role_nouns import cast_governed, cast_noun
from dateline.annotate.role_occasions import cast_occasion
from dateline.annotate.role_reach import cast_reach
from dateline.annotate.role_there import cast_there
from dateline.annotate.role_verbs import cast_verb
from dateline.annotate.stage import Stage, with_layers
from dateline.model.annotated import AnnotatedDocument


def annotate_roles(doc: AnnotatedDocument) -> AnnotatedDocument:
    """Add the roles of all event mentions, ordered by event and mention.

    >>> from dateline.model.text import Document
    >>> doc = AnnotatedDocument(document=Document(id="urn:a", text="", blocks=()))
    >>> annotate_roles(doc).roles
    ()
    """
    if not doc.event_mentions or not doc.entity_mentions:
        return doc
    cast = Cast.of(doc)
    # Absence first: who skipped a meeting must not become one who held it.
    cast_absence(cast)
    for event, mention in enumerate(doc.event_mentions):
        frame = contest_frame(cast, event, frame_of(mention))
        is_noun = mention.pos == "NOUN" or mention.verb != mention.head
        cast_reach(cast, event, frame)
        if mention.pos != "NOUN" or mention.verb != mention.head:
            cast_verb(cast, event, frame)
        if is_noun:
            cast_noun(cast, event, frame)
            cast_governed(cast, event, frame)
            cast_occasion(cast, event, frame)
    cast_harm(cast)
    cast_there(cast)
    found = tuple(role for _, role in sorted(cast.roles.items()))
    return with_layers(doc, roles=found)


STAGE = Stage(
    name="roles",
    requires=frozenset({"tokens", "entity_mentions", "event_mentions"}),
    provides=frozenset({"roles"}),
    annotate=annotate_roles,
)
