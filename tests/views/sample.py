"""Two invented articles and their timeline, and larger ones made by rule."""

from datetime import date, timedelta

from dateline.model.facts import Status
from dateline.model.mentions import EntityKind, RoleName
from dateline.query.results import (
    ArticleRef,
    ClaimRef,
    EventDate,
    Evidence,
    Participant,
    PlaceRef,
    Timeline,
    TimelineEntry,
)

BRIDGE_TEXT = (
    "Varna Bridge inquiry opens as engineers point to an ignored warning\n"
    "\n"
    "By Ines Calder\n"
    "March 14, 2019\n"
    "\n"
    "The public inquiry into the fall of the Varna Bridge opened in Port Ellory "
    "on Thursday, a year after eleven people died in the river.\n"
    "\n"
    "Judge Amara Osei heard the first witness, chief engineer Tomas Lindqvist, "
    "who said that he had warned the ministry in the autumn of 2017. “Nobody "
    "called me back,” Lindqvist told the inquiry. The ministry denies that it "
    "received a letter.\n"
    "\n"
    "The bridge was built from 1961 to 1964 and was last inspected in 2012. It "
    "collapsed on the morning of March 9, 2018. Two lorry drivers were rescued by "
    "the Ellory coast guard last week a year ago, according to a harbour "
    "official.\n"
    "\n"
    "A visit that Transport Minister Helga Brandt had planned for Tuesday did not "
    "take place. Brandt will give evidence on April 2. Prosecutors may charge the "
    "contractor, Norrland Steel, before the summer.\n"
    "\n"
    "Since January, ferries of the Sund Line have carried cars over the river. A "
    "new bridge is to open in the 2020s, the government has promised.\n"
)

TREATY_TEXT = (
    "Kessen and Ardovia sign water treaty\n"
    "\n"
    "Kessen and Ardovia signed a treaty on the Lune reservoir in Tarsk on 22 "
    "February 2019. President Lida Moravec of Kessen met her counterpart Jon "
    "Aldane in the previous week. The two countries had fought over the valley "
    "between 1978 and 1983. Ardovia has not yet ratified the treaty. The first "
    "water is expected to flow in June. Protests began after 1 March 2019, two "
    "residents said.\n"
)

BRIDGE = ArticleRef(
    iri="https://example.org/news/bridge",
    title="Varna Bridge inquiry opens",
    publisher="The Ellory Courier",
    published="2019-03-14",
    url="https://example.org/news/bridge.html",
    text=BRIDGE_TEXT,
)
TREATY = ArticleRef(
    iri="https://example.org/news/treaty",
    title="Kessen and Ardovia sign water treaty",
    publisher="Tarsk Wire",
    published="2019-02-25",
    url=None,
    text=TREATY_TEXT,
)


def when(
    earliest_begin: str | None,
    latest_begin: str | None,
    earliest_end: str | None,
    latest_end: str | None,
    words: str = "",
    *,
    granularity: str = "Day",
    basis: str = "ExplicitInText",
    anchor: str | None = None,
    time_of_day: str | None = None,
    place: tuple[int, int] | None = None,
    explanation: str = "",
) -> EventDate:
    """Make a date from ISO strings."""

    def day(iso: str | None) -> date | None:
        return date.fromisoformat(iso) if iso else None

    return EventDate(
        earliest_begin=day(earliest_begin),
        latest_begin=day(latest_begin),
        earliest_end=day(earliest_end),
        latest_end=day(latest_end),
        edtf=None,
        timex_value=None,
        time_of_day=time_of_day,
        granularity=granularity,
        basis=basis,
        anchor=day(anchor),
        words=words,
        start=place[0] if place else None,
        end=place[1] if place else None,
        rule=f"{granularity.lower()}-rule",
        explanation=explanation or f"“{words}” says so itself.",
    )


def on(iso: str, words: str, **more: object) -> EventDate:
    return when(iso, iso, iso, iso, words, **more)


def within(first: str, last: str, words: str, **more: object) -> EventDate:
    return when(first, last, first, last, words, **more)


def whole(first: str, last: str, words: str, **more: object) -> EventDate:
    return when(first, first, last, last, words, **more)


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    opening = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "” "))
    opening = 0 if opening < 0 else opening + (1 if text[opening] == "\n" else 2)
    closing = min(
        place for mark in (". ", ".\n") if (place := text.find(mark, end)) >= 0
    )
    return opening, closing + 1


def entry(  # noqa: PLR0917 - a row of a table
    article: ArticleRef,
    trigger: str,
    label: str,
    event_type: str,
    status: Status,
    moment: EventDate | None,
    who: tuple[tuple[str, EntityKind, RoleName, str], ...] = (),
    *,
    where: str | None = None,
    claim: tuple[str, str, bool] | None = None,
    cues: tuple[str, ...] = (),
    salience: float = 0.6,
) -> TimelineEntry:
    """Make an event whose evidence is `trigger` in the text of `article`."""
    text = article.text or ""
    start = text.index(trigger)
    end = start + len(trigger)
    opening, closing = _sentence_around(text, start, end)
    if moment is not None and moment.words:
        at = text.index(moment.words)
        moment = _placed(moment, at)
    return TimelineEntry(
        iri=f"{article.iri}#event={start},{end}",
        label=label,
        event_type=event_type,
        status=status,
        factuality={"happened": "CT+", "did-not-happen": "CT-"}.get(status, "PS+"),
        date=moment,
        participants=tuple(_participant(article, *person) for person in who),
        places=(PlaceRef(iri=f"{article.iri}#place-{where}", name=where),)
        if where
        else (),
        claims=(_claim(text, *claim[:2], is_unnamed=claim[2]),) if claim else (),
        evidence=(
            Evidence(
                words=trigger,
                start=start,
                end=end,
                sentence=text[opening:closing],
                sentence_start=opening,
                sentence_end=closing,
            ),
        ),
        cues=cues,
        article=article,
        salience=salience,
    )


def _placed(moment: EventDate, at: int) -> EventDate:
    fields = {name: getattr(moment, name) for name in EventDate.__slots__}
    return EventDate(**{**fields, "start": at, "end": at + len(moment.words)})


def _participant(
    article: ArticleRef, name: str, kind: EntityKind, role: RoleName, words: str
) -> Participant:
    start = (article.text or "").index(words)
    return Participant(
        iri=f"{article.iri}#entity-{name.replace(' ', '-')}",
        name=name,
        kind=kind,
        role=role,
        words=words,
        start=start,
        end=start + len(words),
    )


def _claim(text: str, source: str, cue: str, *, is_unnamed: bool) -> ClaimRef:
    start = text.index(cue)
    return ClaimRef(
        iri=f"urn:claim:{start}",
        source=source,
        source_iri=None,
        is_unnamed=is_unnamed,
        cue=cue,
        start=start,
        end=start + len(cue),
        asserts="CT+",
        told_to=None,
    )


_P, _O, _C, _G = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.COUNTRY,
    EntityKind.GROUP,
)
_AGENT, _PATIENT, _WITH = RoleName.AGENT, RoleName.PATIENT, RoleName.CO_PARTICIPANT
_HAPPENED, _NOT = Status.HAPPENED, Status.DID_NOT_HAPPEN
_PLANNED, _POSSIBLE = Status.PLANNED, Status.POSSIBLE

_FROM_THURSDAY = {"basis": "RelativeToPublication", "anchor": "2019-03-14"}


def sample_timeline() -> Timeline:
    """Return sixteen events of every status and every shape of date."""
    bridge = [
        entry(BRIDGE, "built", "Varna Bridge built", "Construction", _HAPPENED,
              whole("1961-01-01", "1964-12-31", "from 1961 to 1964",
                    granularity="Year"),
              where="Port Ellory", salience=0.5),
        entry(BRIDGE, "inspected", "Varna Bridge last inspected", "Other", _HAPPENED,
              within("2012-01-01", "2012-12-31", "in 2012", granularity="Year")),
        entry(BRIDGE, "warned", "Lindqvist warned the ministry", "Threaten", _HAPPENED,
              within("2017-09-01", "2017-11-30", "in the autumn of 2017",
                     granularity="Season"),
              (("Tomas Lindqvist", _P, _AGENT, "chief engineer Tomas Lindqvist"),
               ("Transport Ministry", _O, RoleName.ADDRESSEE, "the ministry")),
              claim=("Tomas Lindqvist", "said", False), salience=0.8),
        entry(BRIDGE, "received", "Ministry received a letter of warning",
              "Communication", _NOT, None,
              (("Transport Ministry", _O, RoleName.RECIPIENT, "The ministry"),),
              claim=("Transport Ministry", "denies", False), cues=("denies",)),
        entry(BRIDGE, "collapsed", "Varna Bridge collapsed", "Disaster", _HAPPENED,
              on("2018-03-09", "on the morning of March 9, 2018", time_of_day="MO"),
              where="Port Ellory", salience=0.95),
        entry(BRIDGE, "died", "Eleven people died in the river", "Death", _HAPPENED,
              on("2018-03-09", "a year after", basis="RelativeToEvent",
                 explanation="“a year after” is the day on which the bridge fell."),
              (("eleven people", _G, _PATIENT, "eleven people"),), salience=0.9),
        entry(BRIDGE, "were rescued", "Two lorry drivers rescued", "Rescue", _HAPPENED,
              within("2018-03-05", "2018-03-11", "last week a year ago",
                     granularity="Week", **_FROM_THURSDAY,
                     explanation="“last week a year ago”, counted from Thursday "
                     "2019-03-14, is some day from Monday 2018-03-05 to Sunday "
                     "2018-03-11."),
              (("Ellory coast guard", _O, _AGENT, "the Ellory coast guard"),
               ("two lorry drivers", _G, _PATIENT, "Two lorry drivers")),
              claim=("a harbour official", "according to", True)),
        entry(BRIDGE, "opened", "Inquiry opened in Port Ellory", "Legal", _HAPPENED,
              on("2019-03-14", "on Thursday", **_FROM_THURSDAY,
                 explanation="“on Thursday” of an article published on Thursday "
                 "2019-03-14 is that same day."),
              (("Amara Osei", _P, _AGENT, "Judge Amara Osei"),),
              where="Port Ellory", salience=0.92),
        entry(BRIDGE, "A visit", "Brandt's visit to the site", "Visit", _NOT,
              on("2019-03-12", "for Tuesday", **_FROM_THURSDAY),
              (("Helga Brandt", _P, _AGENT, "Transport Minister Helga Brandt"),),
              cues=("did not take place",), salience=0.7),
        entry(BRIDGE, "give evidence", "Brandt gives evidence", "Legal", _PLANNED,
              on("2019-04-02", "on April 2", **_FROM_THURSDAY),
              (("Helga Brandt", _P, RoleName.SPEAKER, "Brandt will"),),
              cues=("will",), salience=0.75),
        entry(BRIDGE, "charge", "Prosecutors charge Norrland Steel", "Legal",
              _POSSIBLE, when(None, "2019-06-01", None, "2019-06-01",
                              "before the summer", granularity="Season"),
              (("prosecutors", _G, _AGENT, "Prosecutors"),
               ("Norrland Steel", _O, _PATIENT, "Norrland Steel")),
              cues=("may",), salience=0.72),
        entry(BRIDGE, "carried", "Sund Line ferries carry cars", "Movement", _HAPPENED,
              when("2019-01-01", "2019-01-31", "2019-03-14", None, "Since January",
                   granularity="Month", **_FROM_THURSDAY),
              (("Sund Line", _O, _AGENT, "the Sund Line"),), salience=0.4),
        entry(BRIDGE, "to open", "New bridge opens", "Construction", _PLANNED,
              within("2020-01-01", "2029-12-31", "in the 2020s", granularity="Decade"),
              claim=("the government", "has promised", False), salience=0.65),
    ]  # fmt: skip
    kessen = ("Kessen", _C, _AGENT, "Kessen")
    ardovia = ("Ardovia", _C, _AGENT, "Ardovia")
    treaty = [
        entry(TREATY, "fought", "Kessen and Ardovia fought over the valley", "War",
              _HAPPENED, when("1978-01-01", "1978-12-31", "1983-01-01", "1983-12-31",
                              "between 1978 and 1983", granularity="Year"),
              (kessen, ardovia), salience=0.55),
        entry(TREATY, "met", "Moravec met Aldane", "Meet", _HAPPENED,
              within("2019-02-11", "2019-02-17", "in the previous week",
                     granularity="Week", basis="RelativeToTime", anchor="2019-02-22"),
              (("Lida Moravec", _P, _AGENT, "President Lida Moravec"),
               ("Jon Aldane", _P, _WITH, "Jon Aldane")), salience=0.78),
        entry(TREATY, "signed", "Kessen and Ardovia signed the water treaty", "Agree",
              _HAPPENED, on("2019-02-22", "on 22 February 2019"), (kessen, ardovia),
              where="Tarsk", salience=0.97),
        entry(TREATY, "ratified", "Ardovia ratified the treaty", "Legislation", _NOT,
              when(None, None, None, "2019-02-25", "", basis="PublicationOnly"),
              (ardovia,), cues=("has not yet",), salience=0.66),
        entry(TREATY, "flow", "First water flows", "Other", _PLANNED,
              within("2019-06-01", "2019-06-30", "in June", granularity="Month"),
              cues=("expected",), salience=0.6),
        entry(TREATY, "Protests", "Protests against the treaty", "Protest", _HAPPENED,
              when("2019-03-01", None, None, None, "after 1 March 2019"),
              claim=("two residents", "said", True), salience=0.58),
    ]  # fmt: skip
    return Timeline(tuple(bridge + treaty))


ARTICLES = (BRIDGE, TREATY)


def hostile_timeline() -> Timeline:
    """Return one event of an article that tries everything to be run."""
    nasty = (
        "<img src=x onerror=alert(1)> said </script><script>alert(2)</script>"
        " & \u2028 \u2029 \u202eright to left\u202c שלום 👩‍🚀 {{scripts}} <!--"
    )
    text = f"👩‍🚀 Before. {nasty}. After."
    article = ArticleRef(
        iri="https://example.org/<script>alert(3)</script>\"'#?&=%",
        title=nasty,
        publisher=nasty,
        published="2020-01-01",
        url="javascript:alert(4)",
        text=text,
    )
    start = text.index(nasty)
    at = text.index("said")
    moment = on("2020-01-01", nasty, place=(at, at + 4), explanation=nasty)
    return Timeline(
        (
            TimelineEntry(
                iri=f"{article.iri}-event",
                label=nasty,
                event_type=nasty,
                status=Status.HAPPENED,
                factuality="CT+",
                date=moment,
                participants=(
                    Participant(
                        iri=nasty, name=nasty, kind=_P, role=_AGENT, words=nasty,
                        start=start, end=at,
                    ),
                ),
                places=(PlaceRef(iri=nasty + "place", name=nasty),),
                claims=(_claim(text, nasty, "said", is_unnamed=False),),
                evidence=(
                    Evidence(
                        words="said", start=at, end=at + 4, sentence=nasty + ".",
                        sentence_start=start, sentence_end=start + len(nasty) + 1,
                    ),
                ),
                cues=(nasty,),
                article=article,
                salience=0.5,
            ),
        )
    )  # fmt: skip


def large_timeline(size: int) -> Timeline:
    """Return `size` events of 1990 to 2019, by rule, in articles of ten."""
    text = (
        "Delegates of town {n} met on the day. "
        + "A plain filling sentence follows here. " * 12
    )
    statuses = list(Status)
    entries = []
    for number in range(size):
        chapter = number // 10
        body = text.format(n=chapter)
        article = ArticleRef(
            iri=f"https://example.org/large/{chapter}",
            title=f"Chronicle number {chapter}",
            publisher=f"Paper {chapter % 7}",
            published="2019-12-31",
            url=None,
            text=body,
        )
        first = date(1990, 1, 1) + timedelta(days=(number * 7919) % 10950)
        last = first + timedelta(days=(0, 6, 0, 29)[number % 4])
        end = len(body.split(". ")[0]) + 1
        start = body.index("met")
        entries.append(
            TimelineEntry(
                iri=f"{article.iri}#event={number}",
                label=f"Delegates of town {chapter} met, session {number}",
                event_type=("Meet", "Agree", "Protest", "Election")[number % 4],
                status=statuses[number % 9 % 4],
                factuality="CT+",
                date=within(first.isoformat(), last.isoformat(), ""),
                participants=tuple(
                    Participant(
                        iri=f"https://example.org/actor/{actor}",
                        name=f"Actor {actor}",
                        kind=(_P, _O, _C)[actor % 3],
                        role=(_AGENT, _WITH)[place],
                        words="Delegates",
                        start=0,
                        end=9,
                    )
                    for place, actor in enumerate((number % 97, (number * 31) % 211))
                ),
                places=(PlaceRef(iri=f"urn:town:{chapter}", name=f"Town {chapter}"),),
                claims=(),
                evidence=(
                    Evidence(
                        words="met",
                        start=start,
                        end=start + 3,
                        sentence=body[:end],
                        sentence_start=0,
                        sentence_end=end,
                    ),
                ),
                cues=(),
                article=article,
                salience=(number * 613 % 1000) / 1000,
            )
        )
    return Timeline(tuple(entries))
