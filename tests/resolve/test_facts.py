"""Mentions become facts: who, when, what became of it, who says so."""

from dataclasses import replace
from datetime import date

import pytest
from tests.parse import build_doc

from dateline.annotate.stage import load_stage
from dateline.model.annotated import AnnotatedDocument
from dateline.model.facts import DocumentFacts, Status
from dateline.model.mentions import (
    Attribution,
    EntityKind,
    EntityMention,
    EventClass,
    EventMention,
    Factuality,
    FactualityValue,
    MentionForm,
    QuoteKind,
    Role,
    RoleName,
    Stance,
    Tense,
    Timex,
    TLink,
)
from dateline.model.text import Span
from dateline.model.time import (
    DateBasis,
    Granularity,
    Interval,
    TimeValue,
    TimexType,
    TLinkType,
)
from dateline.resolve.facts import resolve


def promised() -> AnnotatedDocument:
    """A minister who said that she had promised to return a ship."""
    doc = build_doc(
        "Mira/NNP/compound/2/PERSON Sol/NNP/nsubj/3/PERSON promised|promise/VBD/ROOT/0 "
        "to/TO/aux/5 return/VB/xcomp/3 the/DT/det/7 ship/NN/dobj/5 ././punct/3",
        "An/DT/det/2 official/NN/nsubj/3 said|say/VBD/ROOT/0 Sol/NNP/nsubj/5/PERSON "
        "left|leave/VBD/ccomp/3 ././punct/3",
    )
    tokens = doc.tokens
    sol = EntityMention(
        span=tokens[0].span.cover(tokens[1].span),
        head=1,
        kind=EntityKind.PERSON,
        form=MentionForm.NAMED,
        name="Mira Sol",
        name_span=tokens[0].span.cover(tokens[1].span),
    )
    ship = EntityMention(
        span=tokens[5].span.cover(tokens[6].span),
        head=6,
        kind=EntityKind.OBJECT,
        form=MentionForm.NOMINAL,
    )
    official = EntityMention(
        span=tokens[8].span.cover(tokens[9].span),
        head=9,
        kind=EntityKind.PERSON,
        form=MentionForm.NOMINAL,
    )
    again = EntityMention(
        span=tokens[11].span,
        head=11,
        kind=EntityKind.PERSON,
        form=MentionForm.NAMED,
        name="Sol",
        name_span=tokens[11].span,
    )

    def mention(i: int, cls: EventClass, tense: Tense, event_type: str) -> EventMention:
        return EventMention(
            span=tokens[i].span,
            head=i,
            verb=i,
            lemma=tokens[i].lemma,
            pos="VERB",
            cls=cls,
            tense=tense,
            event_type=event_type,
        )

    def role(event: int, mention: int, name: RoleName) -> Role:
        span = doc_mentions[mention].span
        return Role(event=event, mention=mention, role=name, span=span, rule="test")

    doc_mentions = (sol, ship, official, again)
    return replace(
        doc,
        entity_mentions=doc_mentions,
        event_mentions=(
            mention(2, EventClass.I_ACTION, Tense.PAST, "Promise"),
            mention(4, EventClass.OCCURRENCE, Tense.INFINITIVE, "Transfer"),
            mention(10, EventClass.REPORTING, Tense.PAST, "Statement"),
            mention(12, EventClass.OCCURRENCE, Tense.PAST, "Movement"),
        ),
        roles=(
            role(0, 0, RoleName.AGENT),
            role(1, 0, RoleName.AGENT),
            role(1, 1, RoleName.PATIENT),
            role(2, 2, RoleName.SPEAKER),
            role(3, 3, RoleName.AGENT),
        ),
        attributions=(
            Attribution(
                source=official.span,
                mention=2,
                cue=tokens[10].span,
                cue_event=2,
                content=(tokens[11].span.cover(tokens[12].span),),
                kind=QuoteKind.INDIRECT,
            ),
        ),
        factualities=(
            Factuality(
                event=1,
                source=None,
                value=FactualityValue.UU,
                stance=Stance.PROMISED,
                rule="test",
            ),
            Factuality(
                event=3,
                source=0,
                value=FactualityValue.CT_PLUS,
                stance=Stance.ASSERTED,
                rule="test",
            ),
        ),
        tlinks=(
            TLink(event=0, relation=TLinkType.BEFORE, rule="test"),
            TLink(event=1, relation=TLinkType.AFTER, other=0, rule="test"),
            TLink(event=3, relation=TLinkType.BEFORE, rule="test"),
        ),
    )


def facts() -> DocumentFacts:
    return resolve(promised())


def test_a_promised_return_is_planned_and_lies_ahead() -> None:
    _, returned, *_ = facts().events
    assert returned.status is Status.PLANNED
    assert returned.time is not None
    assert returned.time.value.interval.earliest_begin == date(2018, 7, 12)
    assert returned.label == "Mira Sol to return the ship"


def test_a_short_name_is_the_person_named_in_full() -> None:
    people = [e for e in facts().entities if e.kind is EntityKind.PERSON and e.is_named]
    assert [person.label for person in people] == ["Mira Sol"]
    assert people[0].aliases == ("Sol",)


def test_what_an_official_said_is_a_claim_and_happened() -> None:
    found = facts()
    left = found.events[3]
    assert left.status is Status.HAPPENED
    (claim,) = found.claims
    assert claim.event == left.key
    official = next(e for e in found.entities if e.key == claim.source)
    assert not official.is_named
    assert claim.asserts is FactualityValue.CT_PLUS


def test_reports_are_less_salient_than_what_they_report() -> None:
    _, _, said, left = facts().events
    assert said.salience < left.salience


def test_every_fact_has_its_place_in_the_text() -> None:
    found = facts()
    whole = Span(0, len(found.document.text))
    for event in found.events:
        assert len(event.mentions) == len(event.sentences)
        for mention, sentence in zip(event.mentions, event.sentences, strict=True):
            assert whole.contains(sentence)
            assert sentence.contains(mention)
        assert all(whole.contains(part.evidence) for part in event.participations)


def test_the_same_mentions_give_the_same_facts() -> None:
    assert facts() == facts()


def test_what_lies_after_the_publication_is_a_plan() -> None:
    doc = promised()
    on_friday = TLink(event=3, relation=TLinkType.IS_INCLUDED, timex=0, rule="test")
    friday = Timex(
        span=doc.tokens[12].span,
        time=TimeValue(
            interval=Interval.day(date(2018, 7, 20)),
            granularity=Granularity.DAY,
            basis=DateBasis.RELATIVE_TO_PUBLICATION,
            type=TimexType.DATE,
            value="2018-07-20",
            rule="test",
            explanation="test",
            words="Friday",
        ),
    )
    left = resolve(replace(doc, timexes=(friday,), tlinks=(on_friday,))).events[3]
    assert left.status is Status.PLANNED
    assert left.factuality is FactualityValue.PR_PLUS


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2018, 7, 10), Status.HAPPENED), (date(2018, 7, 20), Status.PLANNED)],
)
def test_what_a_plan_comes_after_has_happened_if_its_day_is_past(
    day: date, status: Status
) -> None:
    doc = build_doc(
        "Roe/NNP/nsubj/3/PERSON will/MD/aux/3 rest/VB/ROOT/0 after/IN/prep/3 "
        "falling|fall/VBG/pcomp/4 ././punct/3"
    )
    for name in ("events", "factuality"):
        doc = load_stage(name).annotate(replace(doc, attributions=()))
    fall = next(n for n, e in enumerate(doc.event_mentions) if e.lemma == "fall")
    timex = Timex(
        span=doc.tokens[5].span,
        time=TimeValue(
            interval=Interval.day(day),
            granularity=Granularity.DAY,
            basis=DateBasis.RELATIVE_TO_PUBLICATION,
            type=TimexType.DATE,
            value=day.isoformat(),
            rule="test",
            explanation="test",
            words="Tuesday",
        ),
    )
    link = TLink(event=fall, relation=TLinkType.IS_INCLUDED, timex=0, rule="test")
    doc = replace(doc, timexes=(timex,), tlinks=(link,), entity_mentions=())
    assert resolve(doc).events[fall].status is status
