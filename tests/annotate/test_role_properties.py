"""Whatever the parser makes of a sentence, roles and links stay well formed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.roles import annotate_roles
from dateline.annotate.tlinks import annotate_tlinks
from dateline.annotate.tree_subjects import subject
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import (
    EntityKind,
    EntityMention,
    EventClass,
    EventMention,
    MentionForm,
    Tense,
    Timex,
)
from dateline.model.text import Block, BlockKind, Document, Sentence, Span, Token
from dateline.model.time import DateBasis, Granularity, Interval, TimeValue, TimexType

LEMMAS = [
    "agree",
    "attend",
    "snub",
    "skip",
    "meeting",
    "war",
    "in",
    "on",
    "from",
    "to",
    "by",
    "of",
    "that",
    "who",
    "Monday",
    "say",
    "receive",
    "date",
    "last",
    "begin",
    "kill",
    "explosion",
    "because",
    "call",
    "off",
    "than",
    "better",
    "away",
    "schedule",
    "thousand",
]
LABELS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "dative",
    "prep",
    "pobj",
    "pcomp",
    "agent",
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "relcl",
    "conj",
    "cc",
    "mark",
    "aux",
    "auxpass",
    "neg",
    "det",
    "amod",
    "compound",
    "poss",
    "appos",
    "attr",
    "acomp",
    "oprd",
    "npadvmod",
    "prt",
]
TAGS = ["NN", "NNP", "VB", "VBD", "VBN", "VBG", "VBZ", "IN", "WDT", "PRP", "JJ", "CD"]
POS = {
    "N": "NOUN", "V": "VERB", "I": "ADP", "W": "PRON", "P": "PRON", "J": "ADJ",
    "C": "NUM",
}  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> AnnotatedDocument:
    """Draw a sentence with any tree, and mentions at any of its words."""
    size = draw(st.integers(1, 14))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for position, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, position - 1))]
    words = [draw(st.sampled_from(LEMMAS)) for _ in range(size)]
    text = " ".join(words)
    tokens, start = [], 0
    for i, word in enumerate(words):
        tag = draw(st.sampled_from(TAGS))
        dep = "ROOT" if heads[i] == i else draw(st.sampled_from(LABELS))
        children = tuple(sorted(j for j, head in heads.items() if head == i != j))
        span = Span(start, start + len(word))
        start += len(word) + 1
        pos = POS[tag[0]]
        tokens.append(Token(i, span, word, word, pos, tag, dep, heads[i], children, 0))
    document = Document(
        id="urn:a", text=text, blocks=(Block(BlockKind.BODY, Span(0, len(text))),)
    )
    sentence = Sentence(0, Span(0, len(text)), 0, size, BlockKind.BODY)
    doc = AnnotatedDocument(
        document=document, tokens=tuple(tokens), sentences=(sentence,)
    )
    places = st.sets(st.integers(0, size - 1), max_size=6).map(sorted)
    return replace(
        doc,
        entity_mentions=tuple(_entity(draw, doc, i) for i in draw(places)),
        event_mentions=tuple(_event(draw, doc, i) for i in draw(places)),
        timexes=tuple(_timex(doc, i) for i in draw(places)),
    )


def _entity(draw: st.DrawFn, doc: AnnotatedDocument, i: int) -> EntityMention:
    return EntityMention(
        span=doc.tokens[i].span,
        head=i,
        kind=draw(st.sampled_from(list(EntityKind))),
        form=draw(st.sampled_from(list(MentionForm))),
    )


def _event(draw: st.DrawFn, doc: AnnotatedDocument, i: int) -> EventMention:
    verb = draw(st.sampled_from([i, doc.tokens[i].head]))
    return EventMention(
        span=doc.tokens[i].span.cover(doc.tokens[verb].span),
        head=i,
        verb=verb,
        lemma=doc.tokens[i].lemma,
        pos=draw(st.sampled_from(["NOUN", "VERB", "ADJECTIVE"])),
        cls=draw(st.sampled_from(list(EventClass))),
        tense=draw(st.sampled_from(list(Tense))),
        event_type=draw(st.sampled_from(["Meet", "War", "Other"])),
    )


def _timex(doc: AnnotatedDocument, i: int) -> Timex:
    value = TimeValue(
        interval=Interval(),
        granularity=Granularity.DAY,
        basis=DateBasis.UNANCHORED,
        type=TimexType.DATE,
        value="",
        rule="test",
        explanation="",
        words=doc.tokens[i].text,
    )
    return Timex(span=doc.tokens[i].span, time=value)


@settings(deadline=None, max_examples=150)
@given(documents())
def test_roles_point_at_mentions_and_are_unique(doc: AnnotatedDocument) -> None:
    done = annotate_roles(doc)
    keys = [(role.event, role.mention) for role in done.roles]
    assert keys == sorted(set(keys))
    for role in done.roles:
        mention = doc.entity_mentions[role.mention]
        assert role.span == mention.span
        assert mention.head != doc.event_mentions[role.event].head
    assert annotate_roles(doc) == done


@settings(deadline=None, max_examples=150)
@given(documents())
def test_links_have_one_target_and_no_contrary(doc: AnnotatedDocument) -> None:
    done = annotate_tlinks(doc)
    pairs = [(link.event, link.other) for link in done.tlinks if link.other is not None]
    assert len(pairs) == len(set(pairs))
    assert all(event != other for event, other in pairs)
    assert not {(other, event) for event, other in pairs} & set(pairs)
    for relation in done.event_relations:
        assert relation.source != relation.target
    assert annotate_tlinks(doc) == done


@settings(deadline=None, max_examples=150)
@given(documents())
def test_a_subject_is_found_or_not_for_every_word(doc: AnnotatedDocument) -> None:
    for token in doc.tokens:
        found = subject(doc.tokens, token.i)
        assert found is None or 0 <= found.token < len(doc.tokens)
