"""The grammar of time expressions, as data: rules over word classes.

A text becomes a string with one character per token, the character of its word class;
a rule is a regular expression over that string. `{NAME}` stands for a class of
`timex_patterns` or for a piece below; `(?P<name>...)` are the parts that the readers
look at. The longest match wins, so no rule needs to know its rivals. Every quantifier
is bounded: linear on any text.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over word classes.

    Attributes:
        name: its identifier; the part before the dot names the family of its reader.
        example: an expression that it matches from end to end.
        needs: classes of which every match holds at least one.
        pattern: what it matches.
    """

    name: str
    example: str
    needs: tuple[str, ...]
    pattern: str


# Named pieces of the rules; a piece may hold other pieces.
PIECES: MappingProxyType[str, str] = MappingProxyType(
    {
        # Sept.
        "M": (r"(?:{MON}|{MONC}|{MONA}{DOT}?)"),
        # October
        "MALONE": (r"(?:{MON}|{MONC}|{MONA}{DOT}(?!{CAP}))"),
        # Thurs.
        "W": (r"(?:{WD}|{WDA}{DOT}?)"),
        # Friday
        "WALONE": (r"(?:{WD}|{WDA}{DOT}(?!{CAP}|{OTHER}))"),
        # year, years
        "UNIT": (r"(?:{U}|{UP}|{SEC}|{WEND}|{NIGHT})"),
        # twenty-four
        "NUM": (
            r"(?:(?:{DAY}|{INT}|{YEAR})(?:{LARGE})?|(?:{CARD}|{LARGE}|{TEEN})"
            r"(?:{HYPHEN}?(?:{CARD}|{LARGE}|{TEEN})){0,5}"
            r"(?:{AND}(?:{CARD}|{LARGE}|{TEEN})){0,2})"
        ),
        # and a half
        "HALFS": (r"(?:{HYPHEN}?{AND}{HYPHEN}?{A}{HYPHEN}?(?:{HALF}|{PART}))"),
        # a couple of
        "QTY": (r"(?:{A}{FEW}(?:{OF})?|{FEW}(?:{OF})?|{SOME}|{A}{LARGE}|{NUM})"),
        # third
        "ORDX": (r"(?:{ORDW}|{ORD}|{SEC})"),
        # 12th
        "DOM": (r"(?:{DAY}|{ORD})"),
        # morning, noon
        "PODX": (r"(?:{POD}|{NIGHT}|{NOON}|{OVERNIGHT})"),
        # more than
        "APPROX": (
            r"(?:{NO}{MORE}{THAN}|{MORE}{THAN}|{ABOUT}|{NEARLY}|{SOME}(?={DAY}|{INT}"
            r"|{CARD})|{UPTO}{TO}|{AT}{LEAST}|{AS}{LONG}{AS}|{AT}{MOST})"
        ),
        # the end of
        "MODP": (
            r"(?:{EARLY}(?:{IN})?{THE}?|{EARLIER}(?:{IN})?|{MID}{HYPHEN}?|{THE}?"
            r"(?:{END}|{MIDDLE}){OF}|{THE}{EARLY})"
        ),
        # EDT, with or without brackets
        "TZ": (r"(?:{OPEN}?(?:{ZONE}(?:{TZW}?{TIME})?|{LOCAL}{TIME}){CLOSE}?)"),
        # last
        "REL": (r"(?:{LAST}|{NEXT}|{THIS})"),
        # last year
        "RELU": (r"(?:{REL}{U})"),
        # 44
        "NUMBER": (r"(?:{INT}|{DAY}|{YEAR})"),
        # 1998, '98
        "ANYYEAR": (r"(?:{YEAR}|{AYEAR})"),
        # late, mid-
        "EARLYMID": (r"(?:{EARLY}|{MID}{HYPHEN}?)"),
        # night
        "NIGHTX": (r"(?:{POD}|{NIGHT})"),
        # to August 5, 2018 (looked at, not taken)
        "LATERYEAR": (
            r"(?:(?=(?:{TO}|{AND}|{HYPHEN})(?P<lm>{M})?(?:{DOM})?{COMMA}?(?P<ly>{YEAR})))?"
        ),
        # or so
        "ORMORE": (r"(?:{OR}{SO}|{OR}{MORE})"),
    }
)

_MONTH = ("MON", "MONC", "MONA")
_DAY_PART = ("POD", "NIGHT", "NOON", "OVERNIGHT")
_UNIT = ("U", "UP", "SEC", "WEND", "NIGHT")

RULES: tuple[Rule, ...] = (
    Rule(
        "date.iso",
        "2018-07-12",
        ("ISO",),
        r"(?P<iso>{ISO})",
    ),
    Rule(
        "date.numeric",
        "7/12/2018",
        ("NUMERIC",),
        r"(?P<numeric>{NUMERIC})",
    ),
    Rule(
        "date.nine-eleven",
        "9/11",
        ("NINEELEVEN",),
        r"(?P<attacks>{NINEELEVEN})",
    ),
    Rule(
        "date.month-day",
        "Thursday, July 12, 2018",
        _MONTH,
        r"(?:(?P<w>{W}){COMMA}?(?:{THE})?)?(?P<m>{M})(?:{THE})?(?P<d>{DOM})(?:{COMMA}?"
        r"(?P<y>{ANYYEAR})(?!{HYPHEN}?(?:{UP}|{U}){HYPHEN}?)|{COMMA}?(?P<rel>(?:{LAST}"
        r"|{NEXT}|{THIS}|{THAT}){U}))?{LATERYEAR}",
    ),
    Rule(
        "date.day-month",
        "12 July 2018",
        _MONTH,
        r"(?:(?P<w>{W}){COMMA}?(?:{THE})?)?(?:{THE})?(?P<d>{DOM})(?:{OF})?(?P<m>{M})"
        r"(?:{COMMA}?(?P<y>{ANYYEAR}))?",
    ),
    Rule(
        "date.day-of-month",
        "the 14th",
        ("ORD",),
        r"(?:(?P<w>{W}){COMMA}?)?(?:{THE})(?P<d>{ORD})(?:{OF}(?P<rel>{THIS}|{THE}"
        r"|{LAST}|{NEXT}){U})?(?!{HYPHEN}?(?:{WORD}|{CAP}|{U}|{ANNIV}|{PERIOD}|{POD}"
        r"|{LAST}))",
    ),
    Rule(
        "month.year",
        "July 2018",
        _MONTH,
        r"(?P<mod>{MODP})?(?P<m>{M})(?:{COMMA}|{OF}|{IN})?(?P<y>{ANYYEAR})",
    ),
    Rule(
        "month.name",
        "last October",
        _MONTH,
        r"(?P<mod>{MODP})?(?:(?P<rel>{LAST}|{NEXT}|{THIS}{LAST}?|{THAT}|{FOLLOWING}"
        r"|{EVERY}|{EARLIER}{THIS}))?(?P<m>{MALONE})(?:(?:{OF})?(?P<rely>(?:{LAST}"
        r"|{NEXT}|{THIS}|{THAT}|{SAME}|{THE}{FOLLOWING}|{THE}{SAME}){U}))?{LATERYEAR}",
    ),
    Rule(
        "year.bare",
        "1990",
        ("YEAR", "AYEAR"),
        r"(?P<y>{YEAR})(?P<bc>{BC})?",
    ),
    Rule(
        "year.mod",
        "early 1997",
        ("YEAR", "AYEAR"),
        r"(?P<mod>{MODP})(?:{THE}{U})?(?P<y>{ANYYEAR})",
    ),
    Rule(
        "year.era",
        "44 BC",
        ("BC", "AD"),
        r"(?:{THE}{U})?(?:(?P<ad>{AD})(?P<y>{NUMBER})|(?P<y2>{NUMBER})(?P<era>{BC}|{AD}))",
    ),
    Rule(
        "year.words",
        "the year two thousand",
        ("CARD", "TEEN"),
        r"(?:{THE}{U}|(?<={IN}))(?P<n>{CARD}{LARGE}(?:{AND}?{CARD})?"
        r"|(?:{TEEN}|{CARD}){CARD}(?:{HYPHEN}?{CARD})?)(?!{HYPHEN}?(?:{U}|{UP}|{LARGE}))",
    ),
    Rule(
        "year.short",
        "'98",
        ("YEAR", "AYEAR"),
        r"(?P<y>{AYEAR})",
    ),
    Rule(
        "year.range",
        "1950",
        ("YEAR",),
        r"(?P<y>{YEAR})(?=(?:{HYPHEN}|{SLASH})(?:{DAY}|{INT}|{YEAR}))",
    ),
    Rule(
        "year.range-end",
        "53",
        ("YEAR",),
        r"(?:(?<={YEAR}{HYPHEN})|(?<={YEAR}{SLASH}))(?P<y2>{DAY}|{INT}|{YEAR})",
    ),
    Rule(
        "date.range-end",
        "8",
        _MONTH,
        r"(?:(?<={DAY}{HYPHEN})|(?<={DAY}{TO}))(?P<d>{DAY})(?:{COMMA}?(?P<y>{YEAR}))?"
        r"(?!{HYPHEN}|{UP}|{U}|{WORD})",
    ),
    Rule(
        "date.range-begin",
        "6",
        _MONTH,
        r"(?P<d>{DAY})(?=(?:{HYPHEN}|{TO}|{AND})(?:{DAY})(?P<m>{M})(?P<y>{YEAR})?)",
    ),
    Rule(
        "year.fiscal",
        "fiscal 1989",
        ("YEAR", "AYEAR"),
        r"(?:{THE})?(?P<fiscal>{FISCAL})(?:{U})?(?P<y>{ANYYEAR})",
    ),
    Rule(
        "year.period",
        "the 1988 period",
        ("YEAR", "AYEAR"),
        r"(?:{THE})(?:(?P<fiscal>{FISCAL}))?(?P<y>{YEAR})(?:{PERIOD}|{U})"
        r"|(?:{THE})?(?P<y2>{YEAR})(?P<fiscal2>{FISCAL}|{CALENDAR})(?:{PERIOD}|{U})",
    ),
    Rule(
        "decade",
        "the early 1990s",
        ("DECADE", "DECW"),
        r"(?P<mod>{MODP})?(?:{THE})?(?P<early>{EARLYMID})?(?:{THE})?(?P<dec>{DECADE}"
        r"|{DECW})(?P<bc>{BC})?",
    ),
    Rule(
        "century",
        "the 20th century",
        ("U",),
        r"(?P<mod>{MODP})?(?:{THE})?(?P<early>{EARLYMID})?(?P<o>{ORDX}|{ORDN}|{CARD}"
        r"{HYPHEN}{ORDX}){HYPHEN}?(?P<u>{U})(?P<bc>{BC})?",
    ),
    Rule(
        "quarter",
        "the third quarter of 1990",
        ("U", "HALF", "PART"),
        r"(?!{THE}{FISCAL}?{ORDX}{HYPHEN})"
        r"(?P<mod>{MODP})?(?:{THE})?(?:(?P<pre>{LAST}|{THIS}|{NEXT}|{CURRENT}))?"
        r"(?:(?P<fiscal>{FISCAL}))?(?:(?P<y0>{YEAR}))?(?:(?P<rel0>{RELU}{POSS}))?"
        r"(?:(?P<fiscal2>{FISCAL}))?(?P<o>{ORDX}|{LAST}(?={HALF})){HYPHEN}?(?P<u>{U}"
        r"|{PART}|{HALF})(?:(?:{OF})?(?:(?:{THE})?{FISCAL}(?:{U})?)?(?P<y>{YEAR})"
        r"|(?:{OF})?(?P<rel>(?:{LAST}|{NEXT}|{THIS}|{THE}){U}))?",
    ),
    Rule(
        "quarter.code",
        "Q3 2018",
        ("QCODE",),
        r"(?P<q>{QCODE})(?:{OF}?(?P<y>{YEAR}))?|(?P<y1>{YEAR})(?P<q1>{QCODE})",
    ),
    Rule(
        "season",
        "this past spring",
        ("SEASON",),
        r"(?P<mod>{MODP})?(?:(?P<rel>{LAST}|{NEXT}|{THIS}{LAST}?|{THAT}|{THE}{LAST}"
        r"|{THE}{FOLLOWING}|{THE}{NEXT}|{THE}|{EVERY}))?(?P<early>{EARLYMID})?"
        r"(?P<s>{SEASON})(?:{COMMA}?(?:{OF})?(?P<y>{ANYYEAR})|(?:{OF})?(?P<rely>{RELU}))?",
    ),
    Rule(
        "holiday",
        "Christmas Eve",
        ("HOLY", *_MONTH),
        r"(?P<mod>{MODP})?(?:(?P<rel>{REL}))?(?P<h>(?:{HOLY}|{MON}|{MONC})(?:{DOT}?"
        r"{POSS}?(?:{HOLY}|{U}|{WD}|{END})){1,4})(?:{COMMA}?(?P<y>{YEAR})"
        r"|(?P<rely>{RELU}))?",
    ),
    Rule(
        "holiday.one",
        "last Christmas",
        ("HOLY", *_MONTH),
        r"(?:(?P<rel>{REL}))?(?P<h>{HOLY})(?:{COMMA}?(?P<y>{YEAR})|(?P<rely>{RELU}))?",
    ),
    Rule(
        "weekday",
        "last Friday",
        ("WD", "WDS", "WDA"),
        r"(?P<mod>{EARLY}(?:{ON})?|{EARLIER}(?:{ON})?)?(?:(?P<rel>{LAST}|{NEXT}|{THIS}"
        r"{LAST}?|{THE}{LAST}|{THE}{FOLLOWING}|{THE}{NEXT}|{THAT}|{FOLLOWING}))?"
        r"(?P<w>{WALONE})(?:(?P<relw>{RELU}))?",
    ),
    Rule(
        "weekday.plural",
        "Mondays",
        ("WD", "WDS", "WDA"),
        r"(?:{EVERY})?(?P<w>{WDS})(?P<pod>{NIGHTS}|{POD})?",
    ),
    Rule(
        "set.weekday",
        "every Tuesday",
        ("EVERY",),
        r"(?P<every>{EVERY})(?P<other>{OTHERW})?(?P<w>{W})(?P<pod>{NIGHTX})?",
    ),
    Rule(
        "deictic",
        "late yesterday",
        ("TODAY", "TONIGHT"),
        r"(?P<mod>{EARLY}|{EARLIER})?(?P<t>{TODAY}|{TONIGHT})",
    ),
    Rule(
        "deictic.day-after",
        "the day after tomorrow",
        ("TODAY", "TONIGHT"),
        r"(?:{THE})?{U}(?P<dir>{BEFORE}|{AFTER})(?P<t>{TODAY})",
    ),
    Rule(
        "time.part",
        "Friday morning",
        _DAY_PART,
        r"(?P<mod>{EARLY}|{EARLIER}|{MID}{HYPHEN}?)?(?:(?P<w>{W})|(?P<t>{TODAY}))"
        r"(?P<mod2>{EARLY})?(?P<pod>{PODX})(?:{COMMA}(?P<m>{M})(?P<d>{DOM}))?",
    ),
    Rule(
        "time.part-of",
        "noon Saturday",
        _DAY_PART,
        r"(?P<mod>{EARLYMID})?(?P<pod>{PODX})(?:{ON}|{COMMA})?(?:(?P<w>{W})"
        r"|(?P<t>{TODAY})|(?P<m>{M})(?P<d>{DOM})|(?P<d2>{DOM})(?P<m2>{M}))",
    ),
    Rule(
        "time.this-part",
        "this morning",
        _DAY_PART,
        r"(?P<mod>{EARLY}|{EARLIER}|{MID}{HYPHEN}?)?(?P<rel>{THIS}|{LAST}|{THAT}|{THE}"
        r"{SAME}|{THE}{FOLLOWING}|{THE}{NEXT}|{THE}{LAST}|{NEXT})(?P<mod2>{EARLY})?"
        r"(?P<pod>{NIGHTX})",
    ),
    Rule(
        "time.the-part",
        "late afternoon",
        _DAY_PART,
        r"(?:(?P<mod>{EARLY})|(?:{THE})(?P<mod2>{EARLY})|{MID}{HYPHEN}|(?:{THE})"
        r"(?!{EARLY}))(?P<pod>{NIGHTX})(?!{OF})|(?P<pod2>{NOON}|{OVERNIGHT})",
    ),
    Rule(
        "time.clock",
        "4 a.m. EDT Thursday",
        ("CLOCK", "COMPACT", "AMPM"),
        r"(?:(?P<c>{COMPACT}){DOT}?|(?P<h>{CLOCK}|{DAY}|{CARD}){HYPHEN}?(?P<ap>{AMPM})"
        r"{DOT}?|(?P<h2>{CLOCK}))(?P<z>{TZ})?(?:(?:{COMMA}|{ON})?(?:(?:{W}{COMMA}?)?"
        r"(?P<m>{M})(?P<d>{DOM})(?:{COMMA}?(?P<y>{YEAR}))?|(?P<d2>{DOM})(?P<m2>{M})"
        r"(?P<y2>{YEAR})?|(?P<w>{W})(?P<wpod>{NIGHTX})?|(?P<t>{TODAY}|{TONIGHT})"
        r"|(?:{IN}{THE}|{THIS})(?P<pod>{POD})|{AT}(?P<pod3>{NIGHT})))?",
    ),
    Rule(
        "time.oclock",
        "10 o'clock in the morning",
        ("OCLOCK",),
        r"(?P<h>{DAY}|{CARD})(?P<o>{OCLOCK})(?:(?:{IN}{THE}|{THIS})(?P<pod>{POD})|{AT}"
        r"(?P<pod3>{NIGHT}))?(?:{ON}?(?P<w>{W}))?",
    ),
    Rule(
        "time.hours",
        "0735 GMT",
        ("ZONE",),
        r"(?P<h>{INT}|{YEAR})(?P<z>{ZONE})(?:(?P<w>{W}))?",
    ),
    Rule(
        "ago",
        "three months ago",
        ("AGO",),
        r"(?P<ap>{APPROX})?(?P<q>{A}|{QTY}{HALFS}?)(?:{OF})?{HYPHEN}?(?P<u>{UNIT})"
        r"(?P<half>{HALFS})?(?P<or>{ORMORE})?{HYPHEN}?(?P<dir>{AGO})",
    ),
    Rule(
        "ago.vague",
        "years ago",
        ("AGO",),
        r"(?P<u>{UP}){HYPHEN}?{AGO}",
    ),
    Rule(
        "ago.today",
        "a week from today",
        ("TODAY", "PRESENT", "AGO"),
        r"(?P<q>{A}|{QTY})(?P<u>{UNIT})(?P<dir>{AGO})(?P<t>{TODAY}|{THIS}{U}|{W})"
        r"|(?P<q2>{A}|{QTY})(?P<u2>{UNIT})(?:{FROM})(?P<t2>{TODAY}|{PRESENT})",
    ),
    Rule(
        "earlier",
        "two days later",
        ("EARLIER", "BEFORE", "AFTER", "HENCE", "AGO"),
        r"(?P<ap>{APPROX})?(?P<q>{A}|{QTY}{HALFS}?)(?:{OF})?(?P<u>{UNIT})"
        r"(?P<half>{HALFS})?(?P<or>{OR}{SO})?(?P<dir>{EARLIER}|{BEFORE}(?!{THE}|{CAP}|{A}|{W}"
        r"|{M}|{WORD}|{YEAR})|{AFTER}(?=(?:{COMMA}|{DOT}))|{HENCE})",
    ),
    Rule(
        "earlier.attributive",
        "the year-ago period",
        ("EARLIER", "BEFORE", "AFTER", "HENCE", "AGO"),
        r"(?P<u>{U}){HYPHEN}(?P<dir>{EARLIER}|{AGO})(?!{ORDX}|{PERIOD}|{U})|(?:{THE})?"
        r"(?P<u2>{U}){HYPHEN}?(?P<dir2>{EARLIER}|{AGO})(?P<o>{ORDX})?(?P<p>{PERIOD}|{U}"
        r")",
    ),
    Rule(
        "earlier.day",
        "the day before",
        ("EARLIER", "BEFORE", "AFTER", "HENCE", "AGO"),
        r"(?:{THE})(?P<u>{U}|{NIGHT}|{POD})(?P<dir>{BEFORE})(?!{THE}|{CAP}|{A}|{WORD})",
    ),
    Rule(
        "rel.unit",
        "earlier this month",
        _UNIT,
        r"(?P<mod>{MODP})?(?P<rel>{LAST}|{NEXT}|{THIS}{LAST}?|{CURRENT}|{THE}{CURRENT}"
        r"|{THE}(?:{LAST}|{NEXT}|{LATEST}|{SAME}|{FOLLOWING})|{THAT}{SAME}?|{SAME}"
        r"|{LATEST})(?:(?P<cal>{FISCAL}|{CALENDAR}))?(?P<u>{U}|{WEND})(?P<or>{OR}{SO})?",
    ),
    Rule(
        "rel.the-unit",
        "the quarter",
        _UNIT,
        r"(?P<mod>{MODP})?(?:{THE})(?:(?P<cal>{FISCAL}|{CALENDAR}))?(?P<u>{U}|{WEND})"
        r"(?!{HYPHEN})",
    ),
    Rule(
        "rel.period",
        "the latest period",
        ("PERIOD",),
        r"(?:{THE})(?P<rel>{LATEST}|{LAST}|{CURRENT}|{SAME})(?P<p>{PERIOD})",
    ),
    Rule(
        "rel.end",
        "year-end",
        _UNIT,
        r"(?:{THE})?(?P<u>{U})(?:{POSS})?{HYPHEN}?(?P<e>{END})",
    ),
    Rule(
        "rel.next-n",
        "the past five years",
        _UNIT,
        r"(?P<ap>{APPROX})?(?:(?P<every>{EVERY}|{MOST}){OF})?(?:{THE}|{THESE}|{THOSE})?"
        r"(?P<rel>{LAST}|{NEXT}|{LATEST}|{FOLLOWING})(?P<q>{QTY}{HALFS}?)(?:{OF}|{TO}{NUM})?"
        r"(?P<cal>{FISCAL}|{CALENDAR})?(?P<u>{UNIT})(?P<half>{HALFS})?(?P<or>{OR}{SO})?",
    ),
    Rule(
        "rel.first-n",
        "the first nine months",
        _UNIT,
        r"(?:{THE})(?P<rel>{ORDX}|{LAST})?(?P<q>{QTY})(?P<u>{UP})"
        r"(?:(?={OF}(?P<y>{YEAR})))?",
    ),
    Rule(
        "rel.vague",
        "recent years",
        _UNIT,
        r"(?:{THE})?(?P<rel>{RECENT}|{LAST}|{NEXT}|{FUTURE}|{LATEST})(?P<u>{UP})"
        r"(?:{AND}{UP})?",
    ),
    Rule(
        "rel.these",
        "these days",
        _UNIT,
        r"(?P<rel>{THESE}|{THOSE})(?P<u>{UP})",
    ),
    Rule(
        "rel.ahead",
        "the weeks ahead",
        ("AHEAD",),
        r"(?:{THE})?(?P<u>{UP}){AHEAD}",
    ),
    Rule(
        "week.of",
        "the week of March 6",
        ("U", "WEND", "NIGHT"),
        r"(?:{THE})(?P<u>{U}|{WEND}|{NIGHT})(?:{OF})(?:(?P<w>{W}){COMMA}?)?(?:(?P<m>{M}"
        r")(?P<d>{DOM})|(?P<d2>{DOM})(?P<m2>{M}))(?:{COMMA}?(?P<y>{YEAR}))?",
    ),
    Rule(
        "duration",
        "more than two years",
        _UNIT,
        r"(?P<ap>{APPROX})?(?:(?P<all>{ALL})(?:{OF})?)?(?P<q>{QTY}{HALFS}?)(?:{OF})?"
        r"(?:{HYPHEN})?(?:(?P<to>{TO}|{OR}|{HYPHEN})(?P<q2>{NUM}))?(?P<mores>{MORE})?"
        r"{HYPHEN}?(?P<cal>{FISCAL}|{CALENDAR})?(?P<u>{UNIT})(?P<half>{HALFS})?"
        r"(?P<or>{ORMORE})?(?:{HYPHEN}?(?P<old>{OLD}|{LONG}))?(?P<rest>{AND}{NUM}{UNIT})?",
    ),
    Rule(
        "duration.a",
        "about a decade",
        _UNIT,
        r"(?P<ap>{APPROX})?(?P<q>{A})(?P<h>{HALF}|{PART}|{CALENDAR}|{LONG})?{HYPHEN}?"
        r"(?P<u>{U}|{WEND})(?!{HYPHEN}(?:{EARLIER}|{AGO}))(?P<half>{HALFS})?"
        r"(?P<or>{ORMORE}|{OR}{CARD})?",
    ),
    Rule(
        "duration.half",
        "half an hour",
        _UNIT,
        r"(?P<ap>{APPROX})?(?P<h>{HALF}|{PART}){HYPHEN}?(?P<a>{A})?{HYPHEN}?(?P<u>{U})",
    ),
    Rule(
        "duration.vague",
        "decades",
        _UNIT,
        r"(?P<ap>{APPROX})?(?P<u>{UP})(?:{HYPHEN}?(?P<old>{OLD}|{LONG}))?"
        r"(?:(?:{AND}|{OR}){UP})?",
    ),
    Rule(
        "set.every",
        "every two weeks",
        ("EVERY",),
        r"(?:{NUM}{ONCE}|{ONCE})?(?P<every>{EVERY})(?P<n>{OTHERW}|{NUM}|{FEW})?"
        r"(?P<u>{U}|{UP}|{WEND}|{NIGHT}|{POD})",
    ),
    Rule(
        "set.per",
        "twice a week",
        ("ONCE",),
        r"(?P<n>{ONCE})(?P<a>{A})(?P<u>{U})",
    ),
    Rule(
        "set.freq",
        "daily",
        ("FREQ",),
        r"(?P<f>{FREQ})",
    ),
    Rule(
        "ref.present",
        "now",
        ("PRESENT", "MOMENT"),
        r"{PRESENT}|(?:{AT}{THE}|{THIS})(?P<x>{MOMENT})",
    ),
    Rule(
        "ref.past",
        "recently",
        ("PASTREF",),
        r"{PASTREF}",
    ),
    Rule(
        "ref.adjective",
        "current",
        ("CURRENT",),
        r"(?P<r>{CURRENT})",
    ),
    Rule(
        "ref.future",
        "soon",
        ("SOON", "FUTURE", "TERM"),
        r"(?<!{AS}){SOON}(?!{AS}|{AFTER}|{BEFORE})|(?<={IN}){THE}{TERM}?{FUTURE}|{THE}"
        r"{TERM}(?:{FUTURE}|{PERIOD})",
    ),
    Rule(
        "ref.then",
        "then",
        ("THEN",),
        r"{THEN}",
    ),
)
