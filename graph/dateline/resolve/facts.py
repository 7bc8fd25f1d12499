"""Turn the mentions of one document into facts: the whole way, in numbered steps.

1. entities: who and what the mentions refer to (`entities`);
2. each event mention with its participants, status and time (`event_times`);
3. events: which mentions are one (`events`);
4. order: dates narrowed by the relations between events (`ordering`);
5. claims: who says so;
6. labels and salience, for people (`labels`, `salience`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import DocumentFacts, Entity, Event, EventTime, Status
from dateline.model.mentions import (
    EntityKind,
    EventMention,
    Factuality,
    FactualityValue,
    RoleName,
    Stance,
)
from dateline.model.text import BlockKind
from dateline.model.time import DateBasis
from dateline.resolve.claims import find_claims, find_links
from dateline.resolve.drafts import (
    Draft,
    draft_event,
    interval_of,
    narrowed_time,
    not_yet,
    over,
    still_ahead,
)
from dateline.resolve.entities import resolve_entities
from dateline.resolve.event_times import mention_times
from dateline.resolve.events import Described, cluster_events, stem
from dateline.resolve.labels import label_mention, owner_of, subject_of
from dateline.resolve.ordering import Order, narrow
from dateline.resolve.owners import name_owners
from dateline.resolve.participations import participations, stand_ins
from dateline.resolve.salience import Signs, score

_PLANS = frozenset({Stance.PLANNED, Stance.PROMISED})
_NAMED_ACTORS = frozenset(
    {EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.COUNTRY}
)
_ACTORS = frozenset(
    {
        RoleName.AGENT,
        RoleName.PATIENT,
        RoleName.RECIPIENT,
        RoleName.CO_PARTICIPANT,
        RoleName.ABSENTEE,
        RoleName.SPEAKER,
        RoleName.ADDRESSEE,
    }
)


def resolve(doc: AnnotatedDocument) -> DocumentFacts:
    """Return everything that `doc` says, with its evidence, in text order."""
    index = name_owners(doc, resolve_entities(doc))
    entities = {entity.key: entity for entity in index.entities}
    author, by_source = _judgements(doc.factualities)
    times = mention_times(doc)
    taking_part = participations(doc, index, entities)
    others = stand_ins(doc, index)
    acts_for = {entity.key: entity.affiliations for entity in index.entities}
    own = {
        mention.head: index.by_mention[i][0]
        for i, mention in enumerate(doc.entity_mentions)
        if index.by_mention.get(i)
    }
    described = [
        Described(
            index=i,
            mention=mention,
            status=_status(author.get(i)),
            time=times.get(i),
            participations=taking_part.get(i, ()),
            stand_ins=others,
            acts_for=acts_for,
            own_entity=own.get(mention.head),
            is_definite=_is_definite(doc, mention),
            is_denied=_is_denied(author.get(i)),
        )
        for i, mention in enumerate(doc.event_mentions)
    ]
    clusters = cluster_events(doc, described)
    home = {item.index: n for n, cluster in enumerate(clusters) for item in cluster}
    drafts = [draft_event(cluster, author) for cluster in clusters]
    orders = _orders(doc, home)
    narrowed = narrow([interval_of(draft.time) for draft in drafts], orders)
    title = _title_stems(doc)
    dct = doc.document.dct
    dated = [
        still_ahead(draft, narrowed_time(n, drafts, narrowed), dct)
        for n, draft in enumerate(drafts)
    ]
    events = tuple(
        _event(doc, _at_publication(doc, draft, time), time, entities, title)
        for draft, time in zip(drafts, dated, strict=True)
    )
    keys = {item.index: events[n].key for n, c in enumerate(clusters) for item in c}
    return DocumentFacts(
        document=doc.document,
        entities=index.entities,
        events=events,
        claims=tuple(find_claims(doc, index, keys, by_source)),
        links=tuple(find_links(doc, keys)),
    )


_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


def _is_definite(doc: AnnotatedDocument, mention: EventMention) -> bool:
    """Tell whether a noun takes up something known: "the visit", "Friday's visit"."""
    head = doc.tokens[mention.head]
    below = [doc.tokens[child] for child in head.children]
    return mention.pos == "NOUN" and any(
        token.lemma in _DEFINITE or token.dep == "poss" for token in below
    )


def _judgements(
    factualities: Iterable[Factuality],
) -> tuple[dict[int, Factuality], dict[int, dict[int, Factuality]]]:
    """Split into the author's judgement of each event, and the sources'."""
    author: dict[int, Factuality] = {}
    by_source: dict[int, dict[int, Factuality]] = defaultdict(dict)
    for judged in factualities:
        if judged.source is None:
            author[judged.event] = judged
        else:
            by_source[judged.event][judged.source] = judged
    return author, by_source


def _status(judged: Factuality | None) -> Status:
    """Return what became of an event; unjudged means plainly asserted."""
    if judged is None or judged.value is FactualityValue.CT_PLUS:
        return Status.HAPPENED
    if judged.value is FactualityValue.CT_MINUS:
        return Status.DID_NOT_HAPPEN
    return Status.PLANNED if judged.stance in _PLANS else Status.POSSIBLE


def _is_denied(judged: Factuality | None) -> bool:
    """Tell whether the author holds an event rather for untrue."""
    return judged is not None and judged.value.value.endswith("-")


def _orders(doc: AnnotatedDocument, home: Mapping[int, int]) -> list[Order]:
    """Return the relations between different events, those with a signal word first."""
    found: dict[Order, int] = {}
    for link in doc.tlinks:
        if link.other is None or home[link.event] == home[link.other]:
            continue
        order = Order(
            source=home[link.event], target=home[link.other], relation=link.relation
        )
        found.setdefault(order, 0 if link.signal is not None else 1)
    return sorted(found, key=lambda order: found[order])


def _at_publication(
    doc: AnnotatedDocument, draft: Draft, time: EventTime | None
) -> Draft:
    """Return `draft` with the status that its date leaves it, seen from publication."""
    dct = doc.document.dct
    verb = doc.tokens[draft.best.mention.verb]
    is_before = verb.tag == "VBG" and verb.dep in {"pcomp", "advcl"}
    if is_before and doc.tokens[verb.head].lemma == "after":
        draft = over(draft, time, dct)
    return not_yet(draft, time, dct)


def _event(
    doc: AnnotatedDocument,
    draft: Draft,
    time: EventTime | None,
    entities: Mapping[str, Entity],
    title: frozenset[str],
) -> Event:
    mention = draft.best.mention
    spans = tuple(item.mention.span for item in draft.members)
    return Event(
        key=f"event-{spans[0].start}-{spans[0].end}",
        label=_label(doc, draft, entities),
        event_type=mention.event_type,
        type_score=mention.type_score,
        cls=mention.cls,
        status=draft.status,
        factuality=draft.factuality,
        stance=draft.stance,
        time=time,
        participations=draft.participations,
        mentions=spans,
        sentences=tuple(
            doc.sentence_of(item.mention.head).span for item in draft.members
        ),
        cues=draft.cues,
        is_named=mention.is_named,
        salience=_salience(doc, draft, time, entities, title),
    )


def _label(doc: AnnotatedDocument, draft: Draft, entities: Mapping[str, Entity]) -> str:
    best = draft.best
    key = subject_of(doc, best.mention, best.participations)
    subject = None if key is None else _together(key, best, entities)
    owner = owner_of(doc, best.mention, best.participations)
    label = label_mention(doc, best.mention, subject)
    if owner is None:
        return label
    # "her death" says nothing without the sentence before it.
    return f"{entities[owner].label}'s {label.partition(' ')[2]}"


def _together(key: str, item: Described, entities: Mapping[str, Entity]) -> str:
    """Name an entity with the one other that does the same: "Ines Vidal and Ana Roca".

    Whom it acts for is no other.
    """
    one = entities[key]
    role = next(part.role for part in item.participations if part.entity == key)
    others = [
        entities[part.entity]
        for part in item.participations
        if part.role is role and part.entity != key
    ]
    if len(others) != 1 or not (one.is_named and others[0].is_named):
        return one.label
    (other,) = others
    acts_for = other.key in one.affiliations or one.key in other.affiliations
    return one.label if acts_for else f"{one.label} and {other.label}"


def _salience(
    doc: AnnotatedDocument,
    draft: Draft,
    time: EventTime | None,
    entities: Mapping[str, Entity],
    title: frozenset[str],
) -> float:
    mention = draft.best.mention
    actors = [p.entity for p in draft.participations if p.role in _ACTORS]
    basis = time.value.basis if time is not None else None
    grounded = basis not in {None, DateBasis.PUBLICATION_ONLY}
    interval = interval_of(time)
    return score(
        Signs(
            cls=mention.cls,
            event_type=mention.event_type,
            status=draft.status,
            stance=draft.stance,
            is_dated=grounded
            and interval.is_bounded
            and basis is not DateBasis.RELATIVE_TO_EVENT,
            is_bounded_by_events=basis is DateBasis.RELATIVE_TO_EVENT,
            has_named_actor=any(
                entities[key].is_named and entities[key].kind in _NAMED_ACTORS
                for key in actors
            ),
            participants=len(set(actors)),
            is_main_clause=any(_is_main(doc, item) for item in draft.members),
            is_named=mention.is_named,
            has_content=_has_content(doc, mention),
            is_in_title=any(stem(m.mention.lemma) in title for m in draft.members),
        )
    )


def _has_content(doc: AnnotatedDocument, mention: EventMention) -> bool:
    """Tell whether what matters is in a clause: "decided that …", "failed to …"."""
    below = {doc.tokens[child].dep for child in doc.tokens[mention.verb].children}
    is_announced = {"xcomp", "auxpass"} <= below
    is_clause = bool({"ccomp", "xcomp"} & below)
    return is_announced or (is_clause and not {"dobj", "nsubjpass"} & below)


def _is_main(doc: AnnotatedDocument, item: Described) -> bool:
    """Tell whether the verb of a mention heads its sentence, or is joined to it.

    Who says so may follow: "Fighting resumed on Friday, the army said."
    """
    token = doc.tokens[item.mention.verb]
    while token.dep == "conj":
        token = doc.tokens[token.head]
    above = doc.tokens[token.head]
    is_told = token.dep == "ccomp" and above.dep == "ROOT" and token.i < above.i
    return token.dep == "ROOT" or is_told


def _title_stems(doc: AnnotatedDocument) -> frozenset[str]:
    return frozenset(
        stem(token.lemma)
        for sentence in doc.sentences
        if sentence.block is BlockKind.TITLE
        for token in doc.sentence_tokens(sentence)
        if token.pos in {"VERB", "NOUN"}
    )
