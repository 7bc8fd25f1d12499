"""The grammar of time expressions, as data: rules over word classes.

A text becomes a string with one character per token, the character of its word class;
a rule is a regular expression over that string. `{NAME}` stands for a class of
`timex_patterns` or for a piece below; `(?P<name>...)` are the parts that the readers
look at. The longest match wins, so no rule needs to know its rivals. Every quantifier
is bounded: linear on any text.
"""

from __future__ import annotations

from dataclasses import dataclass


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
        r"(?:(?P<side>{NEXT}|{LAST})|(?P<w>{W}){COMMA}?(?:{THE})?)?(?P<m>{M})(?:{THE})?"
        r"(?P<d>{DOM})(?:{COMMA}?"
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
        "date.nth-weekday",
        "the first Monday in May",
        ("WD", "WDA"),
        r"(?:{THE})(?P<o>{ORDX}|{LAST})(?P<w>{W})(?:{IN}|{OF})(?P<m>{M})"
        r"(?:{COMMA}?(?:{OF})?(?P<y>{ANYYEAR}))?",
    ),
    Rule(
        "date.day-of-month",
        "the 14th",
        ("ORD",),
        r"(?:(?P<w>{W}){COMMA}?)?(?:{THE})(?P<d>{ORD})(?:{OF}(?P<rel>{THIS}|{THE}"
        r"|{LAST}|{NEXT}){U})?(?!{HYPHEN}?(?:{WORD}|{CAP}|{U}|{ANNIV}|{RUN}|{PERIOD}|{POD}"
        r"|{LAST}))",
    ),
    Rule(
        "month.year",
        "July 2018",
        _MONTH,
        r"(?P<mod>{MODP}|{HALFOF})?(?P<m>{M})(?:{COMMA}|{OF}|{IN})?(?P<y>{ANYYEAR})",
    ),
    Rule(
        "month.week",
        "the last week of May",
        _MONTH,
        r"{THE}(?P<o>{ORDX}|{LAST})(?P<q>{NUM})?(?P<u>{U}|{UP}|{WEND})(?:{IN}|{OF})"
        r"(?P<m>{M})"
        r"(?:{COMMA}?(?:{OF})?(?P<y>{ANYYEAR}))?",
    ),
    Rule(
        "month.name",
        "last October",
        _MONTH,
        r"(?P<mod>{MODP}|{HALFOF})?(?:(?P<rel>{LAST}|{NEXT}|{THISX}|{THAT}|{FOLLOWING}"
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
        "year.named",
        "the year 2000",
        ("YEAR",),
        r"(?P<mod>{MODP})?{THE}(?P<u>{U})(?P<y>{YEAR})(?P<bc>{BC})?",
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
        r"(?:(?<={DAY}{HYPHEN})|(?<={DAY}{TO})(?!{DAY}{WORD}))(?P<d>{DAY})"
        r"(?:{COMMA}?(?P<y>{YEAR}))?(?!{HYPHEN}|{UP}|{U})",
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
        ("YEAR", "AYEAR", "FYCODE"),
        r"(?:{THE})?(?P<fiscal>{FISCAL})(?:{U})?(?P<y>{ANYYEAR})"
        r"|{THE}?(?P<code>{FYCODE})",
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
        r"(?P<mod>{MODP}|{HALFOF})?(?:{THE})?(?P<early>{EARLYMID})?(?:{THE})?(?P<dec>{DECADE}"
        r"|{DECW})(?P<bc>{BC})?",
    ),
    Rule(
        "century",
        "the 20th century",
        ("U",),
        r"(?P<mod>{MODP}|{HALFOF})?(?:{THE})?(?P<early>{EARLYMID})?(?P<o>{ORDX}|{ORDN}|{CARD}"
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
        r"(?P<q>{QCODE})(?:{OF}?(?:(?P<y>{YEAR})|(?P<fiscal>{FYCODE})))?"
        r"|(?P<y1>{YEAR})(?P<q1>{QCODE})",
    ),
    Rule(
        "quarter.month",
        "the September quarter",
        _MONTH,
        r"(?:{THE})?(?P<m>{M})(?P<y>{YEAR})?{HYPHEN}?(?P<u>{U})(?:{OF}?(?P<y1>{YEAR}))?",
    ),
    Rule(
        "season",
        "this past spring",
        ("SEASON",),
        r"(?P<mod>{MODP})?(?:(?P<rel>{LAST}|{NEXT}|{THISX}|{THAT}|{THE}{LAST}"
        r"|{THE}{FOLLOWING}|{THE}{NEXT}|{THE}|{EVERY}))?(?P<early>{EARLYMID})?"
        r"(?P<s>{SEASON})(?:{COMMA}?(?:{OF})?(?P<y>{ANYYEAR})|(?:{OF})?(?P<rely>{RELU}))?",
    ),
    Rule(
        "holiday",
        "Christmas Eve",
        ("HOLY", *_MONTH),
        r"(?P<mod>{MODP})?(?:(?P<rel>{REL}))?(?P<h>(?:{HOLY}|{MON}|{MONC})(?:{DOT}?"
        r"{POSS}?(?:{HYPHEN}?{AL}{HYPHEN}?)?(?:{HOLY}|{U}|{WD}|{END})){1,4})(?:{COMMA}?(?P<y>{YEAR})"
        r"|(?P<rely>{RELU}))?",
    ),
    Rule(
        "holiday.around",
        "Memorial Day weekend",
        ("HOLY", *_MONTH),
        r"(?:(?P<rel>{REL}))?(?P<h>(?:{HOLY}|{MON}|{MONC})(?:{DOT}?{POSS}?(?:{HOLY}|{U}"
        r"|{WD}|{END})){0,4}){POSS}?(?P<u>{WEND}|{U})(?:{COMMA}?(?P<y>{YEAR})"
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
        r"(?P<mod>{EARLY}(?:{ON})?|{EARLIER}(?:{ON})?)?(?:(?P<rel>{LAST}|{NEXT}|{THISX}"
        r"|{THE}{LAST}|{THE}{FOLLOWING}|{THE}{NEXT}|{THAT}|{FOLLOWING}))?"
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
        "weekday.beside",
        "the day before last Tuesday",
        ("WD", "WDA"),
        r"(?:{THE}{U}|(?P<q>{A}|{QTY})(?P<u>{U}|{UP}))(?P<dir>{BEFORE}|{AFTER}|{FROM})"
        r"(?P<rel>{LAST}|{NEXT}|{THISX})?(?P<w>{WALONE})(?!{POD}|{NIGHT})",
    ),
    Rule(
        "weekday.week",
        "Friday week",
        ("WD", "WDA"),
        r"(?P<w>{WALONE})(?P<u>{U})",
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
        "time.part-of-day",
        "the morning of 3 May",
        (*_DAY_PART, "UP"),
        r"(?:{THE})(?P<mod>{EARLY})?(?:(?P<pod>{POD}|{NIGHT})|(?P<hours>{UP})){OF}"
        r"(?:(?P<w>{W})(?:{COMMA}?(?P<wm>{M})(?P<wd>{DOM}))?|(?P<t>{TODAY})"
        r"|(?P<m>{M})(?P<d>{DOM})(?:{COMMA}?(?P<y>{YEAR}))?"
        r"|(?P<d2>{DOM})(?P<m2>{M})(?P<y2>{YEAR})?)",
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
        "time.in-part",
        "4 in the morning",
        ("POD",),
        r"(?<={AT})(?P<h>{DAY}|{CARD}){IN}{THE}(?P<pod>{POD})(?:{ON}?(?P<w>{W}))?",
    ),
    Rule(
        "time.past",
        "half past six",
        ("HALF", "U"),
        r"(?:(?P<half>{HALF})(?P<past>{LAST})|{A}?(?P<u>{U})(?P<dir>{LAST}|{TO}))"
        r"(?P<h>{DAY}|{CARD})(?!{HYPHEN}|{LARGE}|{UP}|{U}|{PERCENT})(?:(?:{IN}{THE}|{THIS})"
        r"(?P<pod>{POD}))?",
    ),
    Rule(
        "time.hours",
        "0735 GMT",
        ("ZONE", "UP"),
        r"(?P<h>{INT}|{YEAR})(?:(?P<z>{ZONE})|(?P<hours>{UP}))(?:(?P<w>{W}))?",
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
        "earlier.on",
        "two years on",
        ("ON",),
        r"(?P<ap>{APPROX})?(?P<q>{A}|{QTY}{HALFS}?)(?P<u>{UNIT})(?P<dir>{ON})"
        r"(?={COMMA})",
    ),
    Rule(
        "earlier.before-last",
        "the week before last",
        ("BEFORE",),
        r"(?:{THE})(?P<u>{U}|{NIGHT}|{WEND})(?P<dir>{BEFORE})(?P<last>{LAST})"
        r"(?!{U}|{UP}|{W}|{M}|{SEASON}|{NIGHT}|{WORD}|{CAP})",
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
        r"(?P<mod>{MODP})?(?P<rel>{LAST}|{NEXT}|{THISX}|{CURRENT}|{THE}{CURRENT}"
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
        "rel.same-then",
        "the same month last year",
        ("SAME",),
        r"(?:{THE})(?P<same>{SAME})(?P<u>{U}|{PERIOD})(?P<rely>{LAST}{U}|{A}{U}(?:{AGO}"
        r"|{EARLIER}))",
    ),
    Rule(
        "rel.same-day",
        "this day in 1969",
        ("YEAR",),
        r"(?P<rel>{THIS})(?P<u>{U}){IN}(?P<y>{YEAR})",
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
        r"(?P<cal>{KIND})?(?P<u>{UNIT})(?P<half>{HALFS})?(?P<or>{OR}{SO})?"
        r"(?!{OF}(?:{YEAR}|{OFYEAR}))",
    ),
    Rule(
        "rel.first-n",
        "the first nine months",
        _UNIT,
        r"(?:{THE})(?P<rel>{ORDX}|{LAST})?(?P<q>{QTY})(?P<u>{UP})"
        r"(?:(?={OF}(?:(?P<y>{YEAR})|(?P<rely>{OFYEAR}))))?",
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
        ("U", "WEND"),
        r"(?:{THE})(?P<u>{U}|{WEND})(?:{OF})(?:(?P<w>{W}){COMMA}?)?(?:(?P<m>{M}"
        r")(?P<d>{DOM})|(?P<d2>{DOM})(?P<m2>{M}))(?:{COMMA}?(?P<y>{YEAR}))?",
    ),
    Rule(
        "duration",
        "more than two years",
        _UNIT,
        r"(?P<ap>{APPROX})?(?:(?P<all>{ALL})(?:{OF})?)?(?P<q>{QTY}{HALFS}?)(?:{OF})?"
        r"(?:{HYPHEN})?(?:(?P<to>{TO}|{OR}|{HYPHEN})(?P<q2>{NUM}))?(?P<mores>{MORE})?"
        r"{HYPHEN}?(?P<cal>{KIND})?(?P<u>{UNIT})(?P<half>{HALFS})?"
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
        r"(?P<n>(?:{NUM}|{A}?{FEW})?{ONCE})(?P<a>{A})(?P<u>{U})",
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
        ("PASTREF", "AGO"),
        r"{PASTREF}|{NO}?{LONG}{AGO}",
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
