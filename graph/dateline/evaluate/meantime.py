"""Read the MEANTIME corpus and score participants of events against it.

CAT XML with PropBank roles (NewsReader guidelines NWR-2014-2-2): events, entities and
time expressions of the first sentences of Wikinews articles. Titles are annotated too.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from dateline.annotate.pipeline import annotate, default_stages
from dateline.annotate.tokens import parse
from dateline.errors import GoldError
from dateline.evaluate.cat import lay_out
from dateline.evaluate.scores import PRF
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import Role, RoleName
from dateline.model.text import Block, BlockKind, Dct, DctBasis, Document, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """An annotated place: `kind` is its tag, `form` its syntactic type if an entity.

    `attributes` are those of the file: polarity, certainty, time, value, pred.
    """

    id: str
    kind: str
    form: str
    spans: tuple[Span, ...]
    attributes: Mapping[str, str]

    @property
    def span(self) -> Span:
        """The smallest span that covers the mention."""
        return self.spans[0].cover(self.spans[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldParticipant:
    """An entity mention with its PropBank role in an event mention."""

    event: str
    mention: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantimeDocument:
    """One article: text, and what people marked in it.

    `chains` maps the id of a mention to the id of what it refers to. `links` are the
    annotated time relations as (source, relation, target), by mention id.
    """

    document: Document
    mentions: Mapping[str, GoldMention]
    participants: tuple[GoldParticipant, ...]
    chains: Mapping[str, str]
    links: tuple[tuple[str, str, str], ...]

    def of_kind(self, kind: str) -> tuple[GoldMention, ...]:
        """Return the mentions with the tag `kind`, in text order."""
        found = [m for m in self.mentions.values() if m.kind == kind and m.spans]
        return tuple(sorted(found, key=lambda m: (m.span, m.id)))


_EMPTY = PRF()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantScores:
    """Participants found, the same with the right role, and events matched.

    `matched` counts only participants of gold events that the system has too.
    """

    participants: PRF = _EMPTY
    roles: PRF = _EMPTY
    matched: PRF = _EMPTY
    matched_roles: PRF = _EMPTY

    def __add__(self, other: ParticipantScores) -> ParticipantScores:
        return ParticipantScores(
            participants=self.participants + other.participants,
            roles=self.roles + other.roles,
            matched=self.matched + other.matched,
            matched_roles=self.matched_roles + other.matched_roles,
        )


def read_meantime(path: Path) -> MeantimeDocument:
    """Read one CAT file.

    Raises:
        GoldError: if the file is not CAT XML.
    """
    try:
        root = ET.parse(path).getroot()  # noqa: S314 -- local development data
    except (OSError, ET.ParseError) as error:
        raise GoldError(f"{path}: not a CAT file: {error}") from error
    text, blocks, places = _text_of(root)
    mentions = _mentions_of(root, places)
    stamp = next((m for m in mentions.values() if _is_stamp(m)), None)
    document = Document(
        id=f"urn:meantime:{root.get('doc_id') or path.stem}",
        text=text,
        blocks=blocks,
        title=text.partition("\n")[0] or None,
        dct=None if stamp is None else _dct(stamp),
        language=root.get("lang"),
    )
    return MeantimeDocument(
        document=document,
        mentions=mentions,
        participants=tuple(_participants(root)),
        chains=_chains(root),
        links=tuple(_links(root)),
    )


def _text_of(
    root: ET.Element,
) -> tuple[str, tuple[Block, ...], dict[str, Span]]:
    """Join the tokens to sentences, one block each.

    The title is a body block too: its events are annotated like all others.
    """
    sentences: dict[str, list[ET.Element]] = {}
    for token in root.iter("token"):
        sentences.setdefault(token.get("sentence") or "", []).append(token)
    text, spans = lay_out(
        [(token.text or "").strip() for token in tokens]
        for tokens in sentences.values()
    )
    places = {
        token.get("t_id") or "": span
        for tokens, line in zip(sentences.values(), spans, strict=True)
        for token, span in zip(tokens, line, strict=True)
    }
    starts = [line[0].start for line in spans]
    ends = [line[-1].end for line in spans]
    kinds = [BlockKind.BODY, BlockKind.DATELINE] + [BlockKind.BODY] * len(starts)
    blocks = [
        Block(kind, Span(start, end))
        for kind, start, end in zip(kinds, starts, ends, strict=False)
        if end > start
    ]
    return text, tuple(blocks), places


def _mentions_of(
    root: ET.Element, places: Mapping[str, Span]
) -> Mapping[str, GoldMention]:
    mentions = {}
    for element in root.iterfind("Markables/*"):
        anchors = [a.get("t_id") or "" for a in element.iter("token_anchor")]
        spans = sorted(places[anchor] for anchor in anchors if anchor in places)
        key = element.get("m_id") or ""
        mentions[key] = GoldMention(
            id=key,
            kind=element.tag,
            form=element.get("syntactic_type") or "",
            spans=tuple(spans),
            attributes=MappingProxyType(dict(element.attrib)),
        )
    return MappingProxyType(mentions)


def _is_stamp(mention: GoldMention) -> bool:
    return mention.attributes.get("functionInDocument") == "CREATION_TIME"


def _dct(stamp: GoldMention) -> Dct | None:
    try:
        day = date.fromisoformat(stamp.attributes.get("value", "")[:10])
    except ValueError:
        return None
    return Dct(date=day, basis=DctBasis.RECORD)


def _participants(root: ET.Element) -> Iterable[GoldParticipant]:
    for source, target, element in _relations(root, "HAS_PARTICIPANT"):
        role = element.get("sem_role") or ""
        yield GoldParticipant(event=source, mention=target, role=role)


def _links(root: ET.Element) -> Iterable[tuple[str, str, str]]:
    for source, target, element in _relations(root, "TLINK"):
        yield source, element.get("reltype") or "", target


def _relations(root: ET.Element, tag: str) -> Iterable[tuple[str, str, ET.Element]]:
    """Yield the complete relations; the corpus has some without a target."""
    for element in root.iter(tag):
        source, target = element.find("source"), element.find("target")
        if source is not None and target is not None:
            yield source.get("m_id") or "", target.get("m_id") or "", element


def _chains(root: ET.Element) -> Mapping[str, str]:
    chains = {}
    for element in root.iter("REFERS_TO"):
        target = element.find("target")
        if target is not None:
            for source in element.iterfind("source"):
                chains[source.get("m_id") or ""] = target.get("m_id") or ""
    return MappingProxyType(chains)


# PropBank numbers a role by verb; these are what ours mostly are there.
_ARGUMENTS = MappingProxyType(
    {
        RoleName.AGENT: ("Arg0",),
        RoleName.SPEAKER: ("Arg0",),
        RoleName.ABSENTEE: ("Arg0",),
        RoleName.PATIENT: ("Arg1",),
        RoleName.TOPIC: ("Arg1",),
        RoleName.RECIPIENT: ("Arg2", "Arg1", "Arg0"),
        RoleName.ADDRESSEE: ("Arg2", "Arg1"),
        RoleName.CO_PARTICIPANT: ("Arg1", "Arg2", "Arg0"),
        RoleName.INSTRUMENT: ("Arg2", "Arg3", "Argm-OTHER"),
        RoleName.PLACE: ("Argm-LOC", "Arg1", "Arg2"),
        RoleName.ORIGIN: ("Arg2", "Arg3", "Argm-OTHER"),
        RoleName.DESTINATION: ("Arg4", "Arg2", "Arg1"),
    }
)


def annotate_meantime(
    gold_dir: Path,
) -> Iterator[tuple[MeantimeDocument, AnnotatedDocument]]:
    """Yield the articles of the document-level layer, and what Dateline marks in them.

    Raises:
        GoldError: if there is no such article below `gold_dir`.
    """
    files = sorted(gold_dir.glob("intra-doc_annotation/*/*.xml"))
    if not files:
        raise GoldError(f"no CAT file below {gold_dir}/intra-doc_annotation")
    golds = [read_meantime(path) for path in files]
    docs = annotate(parse(gold.document for gold in golds), default_stages())
    yield from zip(golds, docs, strict=True)


def score_participants(
    gold: MeantimeDocument, system: AnnotatedDocument
) -> ParticipantScores:
    """Compare the roles of `system` with the participants of `gold`.

    Only gold events that have participants, and roles of events that match one, count.
    An event matches if its head lies in the gold trigger. A participant matches if its
    head is that of the gold mention, a member of a gold coordination, or the head of a
    gold mention that refers to the same entity.
    """
    answers = _answers(gold, system)
    heads = {m.id: _head_of(m, system) for m in gold.of_kind("ENTITY_MENTION")}
    total = ParticipantScores()
    for event in gold.of_kind("EVENT_MENTION"):
        wanted = [
            p
            for p in gold.participants
            if p.event == event.id and gold.mentions[p.mention].kind != "VALUE"
        ]
        if wanted:
            total += _score_event(gold, system, wanted, answers.get(event.id), heads)
    return total


def _answers(
    gold: MeantimeDocument, system: AnnotatedDocument
) -> dict[str, list[Role]]:
    """Map each gold event that the system has to the roles found in it.

    Coordinated events are annotated once more as a whole: the smallest place wins.
    """
    answers: dict[str, list[Role]] = {}
    owner: dict[int, str] = {}
    places = gold.of_kind("EVENT_MENTION")
    for mention in sorted(places, key=lambda m: -len(m.spans)):
        for i, event in enumerate(system.event_mentions):
            head = system.tokens[event.head].span
            if any(span.overlaps(head) for span in mention.spans):
                owner[i] = mention.id
                answers.setdefault(mention.id, [])
    for role in system.roles:
        if role.event in owner:
            answers[owner[role.event]].append(role)
    return answers


def _head_of(mention: GoldMention, system: AnnotatedDocument) -> int | None:
    """Return the token that governs the gold mention in the system's parse."""
    inside = [
        token
        for token in system.tokens
        if any(span.overlaps(token.span) for span in mention.spans)
    ]
    chosen = {token.i for token in inside}
    tops = [token for token in inside if token.head not in chosen]
    # A clause that the parser made the head of its noun is not the head of a mention.
    nouns = [
        token
        for token in inside
        if token.pos in _NOMINAL and system.tokens[token.head].pos not in _NOMINAL
    ]
    for token in [*(t for t in tops if t.pos in _NOMINAL), *nouns, *tops]:
        return token.i
    return None


def _score_event(
    gold: MeantimeDocument,
    system: AnnotatedDocument,
    wanted: list[GoldParticipant],
    roles: list[Role] | None,
    heads: Mapping[str, int | None],
) -> ParticipantScores:
    found: dict[int, str] = {}
    labelled: set[int] = set()
    wrong = 0
    for role in roles or ():
        fits = [
            i
            for i, participant in enumerate(wanted)
            if _is_same(gold, system, participant.mention, role, heads)
        ]
        if not fits:
            wrong += 1
        for i in fits[:1]:
            found.setdefault(i, role.role)
            if wanted[i].role in _ARGUMENTS[role.role]:
                labelled.add(i)
    hits, right = len(found), len(labelled)
    plain = PRF(tp=hits, fp=wrong, fn=len(wanted) - hits)
    with_role = PRF(tp=right, fp=wrong + hits - right, fn=len(wanted) - right)
    if roles is None:
        return ParticipantScores(participants=plain, roles=with_role)
    return ParticipantScores(
        participants=plain, roles=with_role, matched=plain, matched_roles=with_role
    )


def _is_same(
    gold: MeantimeDocument,
    system: AnnotatedDocument,
    mention: str,
    role: Role,
    heads: Mapping[str, int | None],
) -> bool:
    head = system.entity_mentions[role.mention].head
    if head == heads.get(mention):
        return True
    wanted = gold.mentions[mention]
    if wanted.form in {"CONJ", "APP"}:
        place = system.tokens[head].span
        return any(span.overlaps(place) for span in wanted.spans)
    chain = gold.chains.get(mention)
    return chain is not None and any(
        heads.get(other) == head
        for other, entity in gold.chains.items()
        if entity == chain
    )
