"""Entity mentions of one document become entities, precision first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import Entity
from dateline.model.mentions import EntityKind, MentionForm
from dateline.resolve.affiliations import affiliations, join_office_holders
from dateline.resolve.discourse import Cluster, Discourse
from dateline.resolve.name_clusters import cluster_names
from dateline.resolve.nominals import resolve_nominal
from dateline.resolve.pronouns import Speech, is_first_person, resolve_pronoun


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """The entities of a document, and which of them each mention refers to.

    `by_mention` maps an index in `entity_mentions` to entity keys. A pronoun whose
    antecedent the text does not make plain has no entry.
    """

    entities: tuple[Entity, ...]
    by_mention: Mapping[int, tuple[str, ...]]


def resolve_entities(doc: AnnotatedDocument) -> EntityIndex:
    """Cluster the entity mentions of `doc`: names, then descriptions and pronouns.

    Entities come in the order of their first mentions. "The two leaders" is one entity
    with its two `members`.

    >>> from dateline.model.text import Document
    >>> empty = AnnotatedDocument(document=Document(id="a", text="", blocks=()))
    >>> resolve_entities(empty).entities
    ()
    """
    discourse = Discourse(doc)
    cluster_names(discourse)
    speech = Speech(doc.attributions)
    for n, mention in enumerate(doc.entity_mentions):
        if mention.form is MentionForm.NOMINAL:
            resolve_nominal(discourse, n)
        elif mention.form is MentionForm.PRONOUN and not is_first_person(discourse, n):
            resolve_pronoun(discourse, n, speech)
    # Who says "I" is mostly named after the quotation: every source is known by now.
    for n, mention in enumerate(doc.entity_mentions):
        if mention.form is MentionForm.PRONOUN and is_first_person(discourse, n):
            resolve_pronoun(discourse, n, speech)
    join_office_holders(discourse)
    return _index(discourse)


def _index(discourse: Discourse) -> EntityIndex:
    """Turn the clusters into entities with keys of their first mentions."""
    filled = [
        (min(cluster.mentions), number)
        for number, cluster in enumerate(discourse.clusters)
        if cluster.mentions
    ]
    keys: dict[int, str] = {}
    for first, number in sorted(filled):
        span = discourse.mentions[first].span
        kind = discourse.clusters[number].kind
        keys[number] = f"{kind.value}-{span.start}-{span.end}"
    principals = affiliations(discourse)
    entities = tuple(
        replace(
            _entity(discourse, discourse.clusters[number], keys[number], keys),
            affiliations=tuple(sorted(keys[p] for p in principals.get(number, ()))),
        )
        for _, number in sorted(filled)
    )
    by_mention = {n: (keys[number],) for n, number in discourse.cluster_of.items()}
    return EntityIndex(entities, MappingProxyType(dict(sorted(by_mention.items()))))


def _entity(
    discourse: Discourse, cluster: Cluster, key: str, keys: Mapping[int, str]
) -> Entity:
    """Build one entity from its cluster."""
    mentions = sorted(cluster.mentions)
    spans = tuple(discourse.mentions[n].span for n in mentions)
    label = _label(discourse, cluster, mentions)
    aliases = set(cluster.names) | {
        _words(discourse, n)
        for n in mentions
        if discourse.mentions[n].form is MentionForm.NOMINAL
    }
    counts = [
        discourse.mentions[n].count
        for n in mentions
        if discourse.mentions[n].count is not None
    ]
    return Entity(
        key=key,
        kind=cluster.kind,
        label=label,
        is_named=bool(cluster.names),
        aliases=tuple(sorted(aliases - {label})),
        offices=tuple(sorted(cluster.offices)),
        count=counts[0] if counts else None,
        members=tuple(keys[number] for number in cluster.members if number in keys),
        mentions=spans,
    )


def _label(discourse: Discourse, cluster: Cluster, mentions: list[int]) -> str:
    """Return the fullest name, or the words of the first description."""
    if cluster.names:
        if cluster.kind in {EntityKind.COUNTRY, EntityKind.GROUP}:
            return cluster.names.most_common(1)[0][0]
        return max(cluster.names, key=lambda name: (len(name.split()), len(name), name))
    described = [
        n for n in mentions if discourse.mentions[n].form is not MentionForm.PRONOUN
    ]
    return _words(discourse, (described or mentions)[0])


def _words(discourse: Discourse, n: int) -> str:
    return " ".join(discourse.doc.slice(discourse.mentions[n].span).split())
