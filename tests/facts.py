"""A small invented article and everything it says, built by hand.

Six events of every status, named and unnamed sources, offices, aliases, a count, a
group with members, links in time and otherwise. Other tests import `sample_facts`.
"""

from __future__ import annotations

from datetime import date

from dateline.model.facts import (
    Claim,
    DocumentFacts,
    Entity,
    Event,
    EventLink,
    EventTime,
    Participation,
    Status,
)
from dateline.model.mentions import (
    EntityKind,
    EventClass,
    EventRelationType,
    FactualityValue,
    QuoteKind,
    RoleName,
    Stance,
)
from dateline.model.text import Block, BlockKind, Dct, DctBasis, Document, Span
from dateline.model.time import (
    DateBasis,
    Granularity,
    Interval,
    TimeValue,
    TimexType,
    TLinkType,
)

ARTICLE = "https://example.org/news/border-talks"
PUBLISHED = date(2021, 5, 14)  # a Friday

_PARAGRAPHS = (
    (BlockKind.TITLE, "Norland and Vastia edge back to the table"),
    (BlockKind.BYLINE, "By Ada Quill"),
    (
        BlockKind.BODY,
        (
            "Foreign Minister Ilse Brandt of Norland met the Vastian president, Tomas "
            "Kerr, in Port Selby on 27 April 2021. Brandt visited the border town of "
            "Grell last week."
        ),
    ),
    (
        BlockKind.BODY,
        (
            "The Vastian delegation did not show up for a meeting with her there on "
            "Wednesday, two officials told the Daily Example."
        ),
    ),
    (
        BlockKind.BODY,
        (
            "The two leaders plan to sign a treaty in June. Kerr may travel to "
            "Norhaven, an aide said. The “Border War” lasted from 1994 to 1996."
        ),
    ),
)


def _text() -> tuple[str, tuple[Block, ...]]:
    text, blocks = "", []
    for kind, paragraph in _PARAGRAPHS:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(paragraph))))
        text += paragraph
    return text, tuple(blocks)


TEXT, _BLOCKS = _text()


def at(words: str, nth: int = 0) -> Span:
    """Return the place of the `nth` occurrence of `words` in the body of the text."""
    start = _BLOCKS[1].span.end
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def sample_document() -> Document:
    """Return the article itself."""
    return Document(
        id=ARTICLE,
        text=TEXT,
        blocks=_BLOCKS,
        title="Norland and Vastia edge back to the table",
        publisher="Daily Example",
        author="Ada Quill",
        language="en",
        url="https://example.org/news/border-talks.html",
        dct=Dct(date=PUBLISHED, basis=DctBasis.OPTION),
    )


def _entity(
    kind: EntityKind, label: str, *mentions: Span, is_named: bool = True, **rest: object
) -> Entity:
    first = mentions[0]
    return Entity(
        key=f"{kind.value}-{first.start}-{first.end}",
        kind=kind,
        label=label,
        is_named=is_named,
        mentions=mentions,
        **rest,  # type: ignore[arg-type]
    )


BRANDT = _entity(
    EntityKind.PERSON,
    "Ilse Brandt",
    at("Foreign Minister Ilse Brandt of Norland"),
    Span(at("Brandt visited").start, at(" visited").start),
    Span(at("her there").start, at("her there").start + 3),
    aliases=("Brandt",),
    offices=("Foreign Minister",),
)
NORLAND = _entity(EntityKind.COUNTRY, "Norland", at("Norland"))
VASTIA = _entity(EntityKind.COUNTRY, "Vastia", at("Vastian"), aliases=("Vastian",))
KERR = _entity(
    EntityKind.PERSON,
    "Tomas Kerr",
    at("the Vastian president, Tomas Kerr"),
    Span(at("Kerr may").start, at("Kerr may").start + 4),
    aliases=("Kerr", "the Vastian president"),
    offices=("president",),
)
PORT_SELBY = _entity(EntityKind.PLACE, "Port Selby", at("Port Selby"))
GRELL = _entity(EntityKind.PLACE, "Grell", at("the border town of Grell"), at("there"))
DELEGATION = _entity(
    EntityKind.GROUP,
    "The Vastian delegation",
    at("The Vastian delegation"),
    is_named=False,
)
OFFICIALS = _entity(
    EntityKind.GROUP, "two officials", at("two officials"), is_named=False, count=2
)
DAILY = _entity(EntityKind.ORGANIZATION, "Daily Example", at("the Daily Example"))
LEADERS = _entity(
    EntityKind.GROUP,
    "The two leaders",
    at("The two leaders"),
    is_named=False,
    count=2,
    members=(BRANDT.key, KERR.key),
)
TREATY = _entity(EntityKind.OBJECT, "a treaty", at("a treaty"), is_named=False)
NORHAVEN = _entity(EntityKind.PLACE, "Norhaven", at("Norhaven"))
AIDE = _entity(EntityKind.PERSON, "an aide", at("an aide"), is_named=False)


def _sentence(first: str, last: str) -> Span:
    return at(first).cover(at(last))


S_MET = _sentence("Foreign Minister", "27 April 2021.")
S_VISIT = _sentence("Brandt visited", "last week.")
S_NO_SHOW = _sentence("The Vastian delegation", "told the Daily Example.")
S_SIGN = _sentence("The two leaders", "in June.")
S_TRAVEL = _sentence("Kerr may travel", "an aide said.")
S_WAR = _sentence("The “Border War”", "1996.")


def _event(
    trigger: Span,
    sentence: Span,
    label: str,
    event_type: str,
    *,
    status: Status = Status.HAPPENED,
    factuality: FactualityValue = FactualityValue.CT_PLUS,
    stance: Stance = Stance.ASSERTED,
    time: EventTime | None,
    participations: tuple[Participation, ...] = (),
    cues: tuple[Span, ...] = (),
    is_named: bool = False,
    salience: float,
) -> Event:
    return Event(
        key=f"event-{trigger.start}-{trigger.end}",
        label=label,
        event_type=event_type,
        type_score=0.9,
        cls=EventClass.OCCURRENCE,
        status=status,
        factuality=factuality,
        stance=stance,
        time=time,
        participations=participations,
        mentions=(trigger,),
        sentences=(sentence,),
        cues=cues,
        is_named=is_named,
        salience=salience,
    )


def _part(
    entity: Entity, role: RoleName, evidence: Span | None = None
) -> Participation:
    return Participation(
        entity=entity.key, role=role, evidence=evidence or entity.mentions[0]
    )


def _day(day: date, words: str, basis: DateBasis, anchor: date | None) -> EventTime:
    return EventTime(
        value=TimeValue(
            interval=Interval.day(day),
            granularity=Granularity.DAY,
            basis=basis,
            type=TimexType.DATE,
            value=day.isoformat(),
            edtf=day.isoformat(),
            anchor=anchor,
            rule="day",
            explanation=f"“{words}” is {day.isoformat()}",
            words=words,
        ),
        timex=at(words),
    )


MET = _event(
    at("met"),
    S_MET,
    "Ilse Brandt met Tomas Kerr in Port Selby",
    "Meet",
    time=_day(date(2021, 4, 27), "27 April 2021", DateBasis.EXPLICIT_IN_TEXT, None),
    participations=(
        _part(BRANDT, RoleName.AGENT),
        _part(KERR, RoleName.CO_PARTICIPANT),
        _part(PORT_SELBY, RoleName.PLACE),
    ),
    salience=0.9,
)
VISIT = _event(
    at("visited"),
    S_VISIT,
    "Ilse Brandt visited Grell",
    "Visit",
    time=EventTime(
        value=TimeValue(
            interval=Interval.within(date(2021, 5, 3), date(2021, 5, 9)),
            granularity=Granularity.WEEK,
            basis=DateBasis.RELATIVE_TO_PUBLICATION,
            type=TimexType.DATE,
            value="2021-W18",
            edtf="[2021-05-03..2021-05-09]",
            anchor=PUBLISHED,
            rule="last-unit",
            explanation="“last week”, counted from 2021-05-14, is 2021-W18",
            words="last week",
        ),
        timex=at("last week"),
    ),
    participations=(
        _part(BRANDT, RoleName.AGENT, BRANDT.mentions[1]),
        _part(GRELL, RoleName.PLACE),
    ),
    salience=0.7,
)
NO_SHOW = _event(
    at("did not show up for a meeting"),
    S_NO_SHOW,
    "The Vastian delegation did not show up for a meeting with Ilse Brandt",
    "Meet",
    status=Status.DID_NOT_HAPPEN,
    factuality=FactualityValue.CT_MINUS,
    time=_day(
        date(2021, 5, 12), "Wednesday", DateBasis.RELATIVE_TO_PUBLICATION, PUBLISHED
    ),
    participations=(
        _part(DELEGATION, RoleName.ABSENTEE),
        _part(BRANDT, RoleName.CO_PARTICIPANT, BRANDT.mentions[2]),
        _part(GRELL, RoleName.PLACE, GRELL.mentions[1]),
    ),
    cues=(at("did not"),),
    salience=0.8,
)
SIGN = _event(
    at("sign"),
    S_SIGN,
    "Ilse Brandt and Tomas Kerr to sign a treaty",
    "Agree",
    status=Status.PLANNED,
    factuality=FactualityValue.PR_PLUS,
    stance=Stance.PLANNED,
    time=EventTime(
        value=TimeValue(
            interval=Interval.within(date(2021, 6, 1), date(2021, 6, 30)),
            granularity=Granularity.MONTH,
            basis=DateBasis.RELATIVE_TO_PUBLICATION,
            type=TimexType.DATE,
            value="2021-06",
            edtf="2021-06",
            anchor=PUBLISHED,
            rule="month-name",
            explanation="“June” after 2021-05-14 is 2021-06",
            words="June",
        ),
        timex=at("June"),
    ),
    participations=(
        _part(LEADERS, RoleName.AGENT),
        _part(TREATY, RoleName.PATIENT),
    ),
    cues=(at("plan"),),
    salience=0.6,
)
TRAVEL = _event(
    at("travel"),
    S_TRAVEL,
    "Tomas Kerr may travel to Norhaven",
    "Movement",
    status=Status.POSSIBLE,
    factuality=FactualityValue.PS_PLUS,
    stance=Stance.POSSIBLE,
    time=EventTime(
        value=TimeValue(
            interval=Interval(earliest_begin=PUBLISHED, earliest_end=PUBLISHED),
            granularity=Granularity.UNKNOWN,
            basis=DateBasis.PUBLICATION_ONLY,
            type=TimexType.DATE,
            value="FUTURE_REF",
            edtf="2021-05-14/..",
            anchor=PUBLISHED,
            rule="tense-future",
            explanation="no time in the text; not before the publication",
            words="",
        )
    ),
    participations=(
        _part(KERR, RoleName.AGENT, KERR.mentions[1]),
        _part(NORHAVEN, RoleName.DESTINATION),
    ),
    cues=(at("may"),),
    salience=0.4,
)
WAR = _event(
    at("Border War"),
    S_WAR,
    "Border War",
    "War",
    time=EventTime(
        value=TimeValue(
            interval=Interval.whole(date(1994, 1, 1), date(1996, 12, 31)),
            granularity=Granularity.YEAR,
            basis=DateBasis.EXPLICIT_IN_TEXT,
            type=TimexType.DURATION,
            value="P2Y",
            edtf="1994/1996",
            rule="range",
            explanation="“from 1994 to 1996” is 1994/1996",
            words="from 1994 to 1996",
        ),
        timex=at("from 1994 to 1996"),
    ),
    is_named=True,
    salience=0.3,
)


def sample_facts() -> DocumentFacts:
    """Return what the article says."""
    return DocumentFacts(
        document=sample_document(),
        entities=tuple(
            sorted(
                (
                    BRANDT, NORLAND, VASTIA, KERR, PORT_SELBY, GRELL, DELEGATION,
                    OFFICIALS, DAILY, LEADERS, TREATY, NORHAVEN, AIDE,
                ),
                key=lambda entity: entity.mentions[0],
            )
        ),
        events=(MET, VISIT, NO_SHOW, SIGN, TRAVEL, WAR),
        claims=(
            Claim(
                key=f"claim-{at('told').start}-{at('told').end}-{NO_SHOW.key}",
                event=NO_SHOW.key,
                source=OFFICIALS.key,
                cue=at("told"),
                content=(_sentence("The Vastian delegation", "on Wednesday"),),
                kind=QuoteKind.INDIRECT,
                asserts=FactualityValue.CT_MINUS,
                told_to=DAILY.key,
            ),
            Claim(
                key=f"claim-{at('said').start}-{at('said').end}-{TRAVEL.key}",
                event=TRAVEL.key,
                source=AIDE.key,
                cue=at("said"),
                content=(_sentence("Kerr may travel", "Norhaven"),),
                kind=QuoteKind.INDIRECT,
                asserts=FactualityValue.PS_PLUS,
            ),
        ),
        links=(
            EventLink(source=WAR.key, target=MET.key, relation=TLinkType.BEFORE),
            EventLink(
                source=SIGN.key, target=MET.key, relation=EventRelationType.REACTION
            ),
        ),
    )  # fmt: skip
