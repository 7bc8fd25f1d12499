"""The grammar of time expressions: word classes and rules, as data.

A text becomes a string with one character per token, the character of its word class;
a rule is a regular expression over that string. `{NAME}` stands for a class or for a
named piece; `(?P<name>...)` are the parts that the normaliser reads; a part named `x`
is the extent, where the rule looks at words beyond it. The longest match wins, so no
rule needs to know its rivals. Every quantifier is bounded: linear on any text.
"""

from __future__ import annotations

from types import MappingProxyType

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
MONTH_NUMBER = MappingProxyType(
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
WEEKDAY_NUMBER = MappingProxyType(
    {name: number for number, name in enumerate(WEEKDAYS)}
    | {name + "s": number for number, name in enumerate(WEEKDAYS)}
    | {name[:3]: number for number, name in enumerate(WEEKDAYS)}
    | {"tues": 1, "thur": 3, "thurs": 3}
)

# Singular or plural word -> TIMEX3 unit letter ("TH" is an hour, "TM" a minute).
UNITS = MappingProxyType(
    {
        "second": "TS", "seconds": "TS", "minute": "TM", "minutes": "TM",
        "hour": "TH", "hours": "TH", "day": "D", "days": "D", "night": "NI",
        "nights": "NI", "weekend": "WE", "weekends": "WE", "week": "W", "weeks": "W",
        "fortnight": "F", "fortnights": "F", "month": "M", "months": "M",
        "quarter": "Q", "quarters": "Q", "year": "Y", "years": "Y", "decade": "E",
        "decades": "E", "century": "C", "centuries": "C", "season": "SN",
        "seasons": "SN", "hr": "TH", "hrs": "TH", "mins": "TM", "yr": "Y", "yrs": "Y",
        "millennium": "L", "millennia": "L",
    }
)  # fmt: skip

CARDINALS = MappingProxyType(
    {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
        "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
    }
)  # fmt: skip
ORDINALS = MappingProxyType(
    {
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
        "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
        "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
        "twentieth": 20, "thirtieth": 30,
    }
)  # fmt: skip
DECADES = MappingProxyType(
    {
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
        "seventies": 70, "eighties": 80, "nineties": 90,
    }
)  # fmt: skip
SEASONS = MappingProxyType(
    {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
)
PARTS_OF_DAY = MappingProxyType(
    {
        "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO",
        "midday": "MI", "afternoon": "AF", "evening": "EV", "dusk": "EV",
        "sunset": "EV", "night": "NI", "overnight": "NI", "nighttime": "NI",
        "daytime": "DT", "lunchtime": "MI", "noon": "12:00", "midnight": "24:00",
        "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI",
        "rush": "",
    }
)  # fmt: skip
FREQUENCIES = MappingProxyType(
    {
        "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W",
        "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M",
        "quarterly": "P1Q", "semiannual": "P6M", "semiannually": "P6M",
        "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "biennial": "P2Y",
        "biannual": "P6M", "twice-yearly": "P6M",
    }
)  # fmt: skip

# Present, past and future without a place on the calendar (TIMEX3 *_REF).
PRESENT = ("now", "currently", "nowadays", "presently")
PAST = ("recently", "lately")
FUTURE = ("soon", "shortly")

CLASSES = MappingProxyType(
    {
        "MON": tuple(
            name for name in MONTHS if name not in {"may", "march", "august"}
        ),
        "WD": WEEKDAYS,
        "WDS": tuple(name + "s" for name in WEEKDAYS),
        "SEC": ("second",),
        "U": (
            "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year",
            "decade", "century", "hr", "yr", "millennium", "season",
        ),
        "UP": (
            "seconds", "minutes", "hours", "days", "weeks", "fortnights", "months",
            "quarters", "years", "decades", "centuries", "hrs", "mins", "yrs",
            "seasons", "millennia",
        ),
        "WEND": ("weekend", "weekends"),
        "NIGHT": ("night",),
        "NIGHTS": ("nights", "mornings", "afternoons", "evenings"),
        "POD": ("morning", "afternoon", "evening", "daytime", "lunchtime"),
        "NOON": ("noon", "midnight", "midday", "dawn", "dusk", "sunrise", "sunset"),
        "OVERNIGHT": ("overnight",),
        "TODAY": ("today", "yesterday", "tomorrow"),
        "TONIGHT": ("tonight",),
        "SEASON": tuple(SEASONS),
        "CARD": tuple(word for word, n in CARDINALS.items() if n < 100),
        "LARGE": ("hundred", "thousand", "million", "billion", "dozen"),
        "ORDW": tuple(word for word in ORDINALS if word != "second"),
        "DECW": tuple(DECADES),
        "FREQ": tuple(FREQUENCIES),
        "A": ("a", "an"),
        "THE": ("the",),
        "THIS": ("this",),
        "THESE": ("these",),
        "THAT": ("that",),
        "THOSE": ("those",),
        "LAST": ("last", "past", "previous", "preceding", "prior"),
        "LATEST": ("latest",),
        "NEXT": ("next", "coming", "upcoming"),
        "FOLLOWING": ("following", "ensuing", "subsequent"),
        "SAME": ("same",),
        "CURRENT": ("current",),
        "RECENT": ("recent",),
        "FUTURE": ("future",),
        "FISCAL": ("fiscal", "financial"),
        "CALENDAR": ("calendar", "full", "entire", "whole"),
        "EARLY": ("early", "late"),
        "EARLIER": ("earlier", "later"),
        "MID": ("mid",),
        "MIDDLE": ("middle", "midst"),
        "END": ("end", "beginning", "start", "close", "rest", "remainder", "latter",
                "turn", "eve", "run-up"),
        "PART": ("part", "portion", "bulk", "much"),
        "AGO": ("ago",),
        "BEFORE": ("before", "beforehand"),
        "AFTER": ("after", "afterwards", "afterward"),
        "HENCE": ("hence",),
        "FROM": ("from",),
        "TO": ("to", "through", "until", "till"),
        "AND": ("and", "&"),
        "OR": ("or",),
        "SO": ("so",),
        "OF": ("of",),
        "IN": (
            "in", "since", "by", "during", "within", "throughout", "around", "circa",
            "into",
        ),
        "ON": ("on",),
        "AT": ("at",),
        "FOR": ("for",),
        "AS": ("as",),
        "EVERY": ("every", "each"),
        "ALL": ("all",),
        "FEW": ("few", "several", "many", "couple", "numerous", "countless"),
        "SOME": ("some",),
        "NO": ("no", "not"),
        "MORE": ("more", "less", "fewer"),
        "THAN": ("than",),
        "ABOUT": ("about", "approximately", "roughly"),
        "NEARLY": ("nearly", "almost"),
        "UPTO": ("up",),
        "LEAST": ("least",),
        "OLD": ("old", "olds"),
        "LONG": ("long",),
        "AGED": ("aged", "age", "ages"),
        "TIME": ("time",),
        "PERIOD": ("period", "term"),
        "AD": ("ad",),
        "BC": ("bc", "bce"),
        "AMPM": ("am", "pm"),
        "OCLOCK": ("clock",),
        "ZONE": (
            "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt",
            "bst", "cet", "cest", "ist", "eastern", "pacific", "central",
        ),
        "LOCAL": ("local",),
        "PRESENT": PRESENT,
        "PASTREF": PAST,
        "SOON": FUTURE,
        "HALF": ("half",),
        "MOMENT": ("moment", "juncture"),
        "TERM": ("near", "short", "medium"),
        "AHEAD": ("ahead",),
        "ONCE": ("once", "twice", "times"),
        "ANNIV": ("anniversary", "birthday", "place", "straight", "consecutive",
                  "round"),
        "THEN": ("then",),
        "YEARWORD": ("years-old",),
        "OTHERW": ("other",),
        "MOST": ("most",),
        "MONC": ("may", "march", "august"),
        "MONA": tuple(key for key in MONTH_NUMBER if key not in MONTHS),
        "WDA": ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
        "TZW": ("standard", "daylight"),
        "HOLY": (
            "christmas", "xmas", "thanksgiving", "easter", "halloween", "hanukkah",
            "ramadan", "kwanzaa", "valentine", "independence", "labor", "labour",
            "memorial", "veterans", "columbus", "presidents", "mother", "father",
            "new", "good", "boxing", "st", "patrick", "martin", "luther", "king",
            "palm", "ash", "black", "cyber", "bastille", "armistice", "remembrance",
            "canada", "australia", "juneteenth", "yom", "kippur", "rosh", "hashanah",
            "passover", "epiphany", "fools", "earth",
            "groundhog", "inauguration", "election",
        ),
        "HYPHEN": ("-", "–", "—", "‐", "‑", "--", "−"),
        "COMMA": (",",),
        "DOT": (".",),
        "POSS": ("'s", "’s", "'", "’"),
        "SLASH": ("/",),
        "OPEN": ("(", "["),
        "CLOSE": (")", "]"),
        "QUOTE": ('"', "“", "”", "``", "''", "`"),
        "CURRENCY": ("$", "£", "€", "¥", "#"),
        "PERCENT": ("%",),
        "COLON": (":", ";"),
        "BREAK": ("\n\n",),
    }
)  # fmt: skip

# Classes that the tokenizer gives by shape or case, not by a list of words.
SHAPES = (
    "DAY",      # 1..31
    "INT",      # another whole or decimal number
    "YEAR",     # 1000..2199
    "ORD",      # 1st..31st
    "ORDN",     # 57th
    "DECADE",   # 1950s, '50s
    "AYEAR",    # '98
    "ISO",      # 2018-07-12, 2018-07-12T10:00
    "NUMERIC",  # 7/12/2018, 12.07.2018
    "CLOCK",    # 10:35
    "QCODE",    # Q3
    "COMPACT",  # 10am
    "CAP",      # another word with a capital
    "WORD",     # any other word
    "OTHER",    # any other mark
)  # fmt: skip

PIECES = MappingProxyType(
    {
        "M": r"(?:{MON}|{MONC}|{MONA}{DOT}?)",
        "MALONE": r"(?:{MON}|{MONC}|{MONA}{DOT}(?!{CAP}))",
        "W": r"(?:{WD}|{WDA}{DOT}?)",
        "WALONE": r"(?:{WD}|{WDA}{DOT}(?!{CAP}|{OTHER}))",
        "UNIT": r"(?:{U}|{UP}|{SEC}|{WEND}|{NIGHT})",
        "UNITS": r"(?:{UP}|{NIGHTS}|{WEND})",
        "NUM": (
            r"(?:(?:{DAY}|{INT}|{YEAR})(?:{LARGE})?"
            r"|(?:{CARD}|{LARGE})(?:{HYPHEN}?(?:{CARD}|{LARGE})){0,5}"
            r"(?:{AND}(?:{CARD}|{LARGE})){0,2})"
        ),
        "HALFS": r"(?:{HYPHEN}?{AND}{HYPHEN}?{A}{HYPHEN}?(?:{HALF}|{PART}))",
        "QTY": r"(?:{A}{FEW}(?:{OF})?|{FEW}(?:{OF})?|{SOME}|{A}{LARGE}|{NUM})",
        "ORDX": r"(?:{ORDW}|{ORD}|{SEC})",
        "DOM": r"(?:{DAY}|{ORD})",
        "PODX": r"(?:{POD}|{NIGHT}|{NOON}|{OVERNIGHT})",
        "APPROX": (
            r"(?:{NO}{MORE}{THAN}|{MORE}{THAN}|{ABOUT}|{NEARLY}|{SOME}(?={DAY}|{INT}|{CARD})|{UPTO}{TO}"
            r"|{AT}{LEAST}|{AS}{LONG}{AS}|{AT}{MOST})"
        ),
        "MODP": (
            r"(?:{EARLY}(?:{IN})?{THE}?|{EARLIER}(?:{IN})?|{MID}{HYPHEN}?"
            r"|{THE}?(?:{END}|{MIDDLE}){OF}|{THE}{EARLY})"
        ),
        "TZ": r"(?:{OPEN}?(?:{ZONE}(?:{TZW}?{TIME})?|{LOCAL}{TIME}){CLOSE}?)",
        "AMPMX": r"(?:{AMPM}{DOT}?)",
    }
)

# (identifier, pattern, example). The identifier's first part names the normaliser.
RULES: tuple[tuple[str, str, str], ...] = (
    # Dates with a day of the month.
    ("date.iso", r"(?P<iso>{ISO})", "2018-07-12"),
    ("date.numeric", r"(?P<numeric>{NUMERIC})", "7/12/2018"),
    (
        "date.month-day",
        r"(?:(?P<w>{W}){COMMA}?(?:{THE})?)?(?P<m>{M})(?:{THE})?(?P<d>{DOM})"
        r"(?:{COMMA}?(?P<y>{YEAR}|{AYEAR})(?!{HYPHEN}?(?:{UP}|{U}){HYPHEN}?)"
        r"|{COMMA}?(?P<rel>(?:{LAST}|{NEXT}|{THIS}|{THAT}){U}))?",
        "Thursday, July 12, 2018",
    ),
    (
        "date.day-month",
        r"(?:(?P<w>{W}){COMMA}?(?:{THE})?)?(?:{THE})?(?P<d>{DOM})(?:{OF})?"
        r"(?P<m>{M})(?:{COMMA}?(?P<y>{YEAR}|{AYEAR}))?",
        "12 July 2018",
    ),
    (
        "date.day-of-month",
        r"(?:(?P<w>{W}){COMMA}?)?(?:{THE})(?P<d>{ORD})(?:{OF}(?P<rel>{THIS}|{THE}|{LAST}|{NEXT}){U})?"
        r"(?!{HYPHEN}?(?:{WORD}|{CAP}|{U}|{ANNIV}|{PERIOD}|{POD}|{LAST}))",
        "the 14th",
    ),
    # Months and years.
    (
        "month.year",
        r"(?P<mod>{MODP})?(?P<m>{M})(?:{COMMA}|{OF}|{IN})?(?P<y>{YEAR}|{AYEAR})",
        "July 2018",
    ),
    (
        "month.name",
        r"(?P<mod>{MODP})?(?:(?P<rel>{LAST}|{NEXT}|{THIS}{LAST}?|{THAT}|{FOLLOWING}|{EVERY}|{EARLIER}{THIS}))?(?P<m>{MALONE})"
        r"(?:(?:{OF})?(?P<rely>(?:{LAST}|{NEXT}|{THIS}|{THAT}|{SAME}|{THE}{FOLLOWING}|{THE}{SAME}){U}))?",
        "last October",
    ),
    ("year.bare", r"(?P<y>{YEAR})(?P<bc>{BC})?", "1990"),
    (
        "year.mod",
        r"(?P<mod>{MODP})(?:{THE}{U})?(?P<y>{YEAR}|{AYEAR})",
        "early 1997",
    ),
    ("year.era", r"(?:(?P<ad>{AD})(?P<y>{INT}|{DAY}|{YEAR})|(?P<y2>{INT}|{DAY}|{YEAR})(?P<era>{BC}|{AD}))", "44 BC"),
    ("year.short", r"(?P<y>{AYEAR})", "'98"),
    (
        "year.range",
        r"(?P<y>{YEAR}){HYPHEN}(?P<y2>{DAY}|{INT}|{YEAR})(?:{U}|{SEASON})?",
        "1950-53",
    ),
    (
        "year.fiscal",
        r"(?:{THE})?(?P<fiscal>{FISCAL})(?:{U})?(?P<y>{YEAR}|{AYEAR})",
        "fiscal 1989",
    ),
    (
        "year.period",
        r"(?:{THE})(?:(?P<fiscal>{FISCAL}))?(?P<y>{YEAR})(?:{PERIOD}|{U})",
        "the 1988 period",
    ),
    (
        "decade",
        r"(?P<mod>{MODP})?(?:{THE})?(?P<early>{EARLY}|{MID}{HYPHEN}?)?(?:{THE})?"
        r"(?P<dec>{DECADE}|{DECW})",
        "the early 1990s",
    ),
    (
        "century",
        r"(?P<mod>{MODP})?(?:{THE})?(?P<early>{EARLY}|{MID}{HYPHEN}?)?"
        r"(?P<o>{ORDX}|{ORDN}|{CARD}{HYPHEN}{ORDX}){HYPHEN}?(?P<u>{U})(?P<bc>{BC})?",
        "the 20th century",
    ),
    # Quarters, halves, seasons, holidays.
    (
        "quarter",
        r"(?P<mod>{MODP})?(?:{THE})?(?:(?P<pre>{LAST}|{THIS}|{NEXT}|{CURRENT}))?(?:(?P<fiscal>{FISCAL}))?"
        r"(?:(?P<y0>{YEAR}))?(?:(?P<rel0>(?:{LAST}|{NEXT}|{THIS}){U}{POSS}))?(?:(?P<fiscal2>{FISCAL}))?"
        r"(?P<o>{ORDX}){HYPHEN}?(?P<u>{U}|{PART}|{HALF})"
        r"(?:(?:{OF})?(?:(?:{THE})?{FISCAL}(?:{U})?)?(?P<y>{YEAR})|(?:{OF})?(?P<rel>(?:{LAST}|{NEXT}|{THIS}|{THE}){U}))?",
        "the third quarter of 1990",
    ),
    ("quarter.code", r"(?P<q>{QCODE})(?:{OF}?(?P<y>{YEAR}))?|(?P<y1>{YEAR})(?P<q1>{QCODE})", "Q3 2018"),
    (
        "season",
        r"(?P<mod>{MODP})?(?:(?P<rel>{LAST}|{NEXT}|{THIS}{LAST}?|{THAT}|{THE}{LAST}|{THE}{FOLLOWING}|{THE}{NEXT}|{THE}|{EVERY}))?"
        r"(?P<early>{EARLY}|{MID}{HYPHEN}?)?(?P<s>{SEASON})"
        r"(?:{COMMA}?(?:{OF})?(?P<y>{YEAR}|{AYEAR})|(?:{OF})?(?P<rely>(?:{LAST}|{NEXT}|{THIS}){U}))?",
        "this past spring",
    ),
    (
        "holiday",
        r"(?P<mod>{MODP})?(?:(?P<rel>{LAST}|{NEXT}|{THIS}))?"
        r"(?P<h>(?:{HOLY}|{MON}|{MONC})(?:{POSS}?(?:{HOLY}|{U}|{WD}|{WORD}|{CAP}|{END})){0,4})"
        r"(?:{COMMA}?(?P<y>{YEAR})|(?P<rely>(?:{LAST}|{NEXT}|{THIS}){U}))?",
        "Christmas Eve",
    ),
    # Weekdays and days told from the publication day.
    (
        "weekday",
        r"(?P<mod>{EARLY}(?:{ON})?|{EARLIER}(?:{ON})?)?(?:(?P<rel>{LAST}|{NEXT}|{THIS}{LAST}?|{THE}{LAST}|{THE}{FOLLOWING}|{THE}{NEXT}|{THAT}|{FOLLOWING}))?"
        r"(?P<w>{WALONE})(?:(?P<relw>(?:{LAST}|{NEXT}|{THIS}){U}))?",
        "last Friday",
    ),
    ("weekday.plural", r"(?:{EVERY})?(?P<w>{WDS})(?P<pod>{NIGHTS}|{POD})?", "Mondays"),
    ("set.weekday", r"(?P<every>{EVERY})(?P<other>{OTHERW})?(?P<w>{W})(?P<pod>{POD}|{NIGHT})?", "every Tuesday"),
    ("deictic", r"(?P<mod>{EARLY}|{EARLIER})?(?P<t>{TODAY}|{TONIGHT})", "late yesterday"),
    ("deictic.day-after", r"(?:{THE})?{U}(?P<dir>{BEFORE}|{AFTER})(?P<t>{TODAY})", "the day after tomorrow"),
    # Times of day.
    (
        "time.part",
        r"(?P<mod>{EARLY}|{EARLIER}|{MID}{HYPHEN}?)?(?:(?P<w>{W})|(?P<t>{TODAY}))(?P<mod2>{EARLY})?(?P<pod>{PODX})"
        r"(?:{COMMA}(?P<m>{M})(?P<d>{DOM}))?",
        "Friday morning",
    ),
    (
        "time.part-of",
        r"(?P<mod>{EARLY}|{MID}{HYPHEN}?)?(?P<pod>{PODX})(?:{ON}|{COMMA})?(?:(?P<w>{W})|(?P<t>{TODAY})|(?P<m>{M})(?P<d>{DOM})|(?P<d2>{DOM})(?P<m2>{M}))",
        "noon Saturday",
    ),
    (
        "time.this-part",
        r"(?P<mod>{EARLY}|{EARLIER}|{MID}{HYPHEN}?)?(?P<rel>{THIS}|{LAST}|{THAT}|{THE}{SAME}|{THE}{FOLLOWING}|{THE}{NEXT}|{THE}{LAST}|{NEXT})"
        r"(?P<mod2>{EARLY})?(?P<pod>{POD}|{NIGHT})",
        "this morning",
    ),
    ("time.the-part", r"(?:(?P<mod>{EARLY})|(?:{THE})(?P<mod2>{EARLY})|{MID}{HYPHEN}|(?:{THE})(?!{EARLY}))(?P<pod>{POD}|{NIGHT})(?!{OF})|(?P<pod2>{NOON}|{OVERNIGHT})", "late afternoon"),
    (
        "time.clock",
        r"(?:(?P<c>{COMPACT}){DOT}?|(?P<h>{CLOCK}|{DAY}|{CARD}){HYPHEN}?(?P<ap>{AMPM}){DOT}?|(?P<h2>{CLOCK}))"
        r"(?P<z>{TZ})?(?:(?:{COMMA}|{ON})?(?:(?:{W}{COMMA}?)?(?P<m>{M})(?P<d>{DOM})(?:{COMMA}?(?P<y>{YEAR}))?|(?P<d2>{DOM})(?P<m2>{M})(?P<y2>{YEAR})?|(?P<w>{W})(?P<wpod>{POD}|{NIGHT})?|(?P<t>{TODAY}|{TONIGHT})|(?:{IN}{THE}|{THIS})(?P<pod>{POD})|{AT}(?P<pod3>{NIGHT})))?",
        "4 a.m. EDT Thursday",
    ),
    (
        "time.oclock",
        r"(?P<h>{DAY}|{CARD})(?P<o>{OCLOCK})(?:(?:{IN}{THE}|{THIS})(?P<pod>{POD})|{AT}(?P<pod3>{NIGHT}))?(?:{ON}?(?P<w>{W}))?",
        "10 o'clock in the morning",
    ),
    ("time.hours", r"(?P<h>{INT}|{YEAR})(?P<z>{ZONE})(?:(?P<w>{W}))?", "0735 GMT"),
    # Counted from now or from another time.
    (
        "ago",
        r"(?P<ap>{APPROX})?(?P<q>{A}|{QTY}{HALFS}?)(?:{OF})?{HYPHEN}?(?P<u>{UNIT})(?P<half>{HALFS})?(?P<or>{OR}{SO}|{OR}{MORE})?{HYPHEN}?(?P<dir>{AGO})",
        "three months ago",
    ),
    ("ago.vague", r"(?P<u>{UP}){HYPHEN}?{AGO}", "years ago"),
    (
        "ago.today",
        r"(?P<q>{A}|{QTY})(?P<u>{UNIT})(?P<dir>{AGO})(?P<t>{TODAY}|{THIS}{U}|{W})|(?P<q2>{A}|{QTY})(?P<u2>{UNIT})(?:{FROM})(?P<t2>{TODAY}|{PRESENT})",
        "a week from today",
    ),
    (
        "earlier",
        r"(?P<ap>{APPROX})?(?P<q>{A}|{QTY}{HALFS}?)(?:{OF})?(?P<u>{UNIT})(?P<half>{HALFS})?(?P<or>{OR}{SO})?(?P<dir>{EARLIER}|{BEFORE}(?!{THE}|{CAP}|{A}|{W}|{M}|{WORD}|{YEAR})|{AFTER}(?=(?:{COMMA}|{DOT}))|{HENCE})",
        "two days later",
    ),
    ("earlier.attributive", r"{U}{HYPHEN}(?P<dir>{EARLIER}|{AGO})(?!{ORDX}|{PERIOD}|{U})"
     r"|(?:{THE})?{U}{HYPHEN}?(?P<dir2>{EARLIER}|{AGO})(?P<o>{ORDX})?(?P<p>{PERIOD}|{U})", "the year-ago period"),
    ("earlier.day", r"(?:{THE})(?P<u>{U}|{NIGHT}|{POD})(?P<dir>{BEFORE})(?!{THE}|{CAP}|{A}|{WORD})", "the day before"),
    (
        "rel.unit",
        r"(?P<mod>{MODP})?(?P<rel>{LAST}|{NEXT}|{THIS}{LAST}?|{CURRENT}|{THE}{CURRENT}|{THE}(?:{LAST}|{NEXT}|{LATEST}|{SAME}|{FOLLOWING})|{THAT}{SAME}?|{SAME}|{LATEST})(?:(?P<cal>{FISCAL}|{CALENDAR}))?(?P<u>{U}|{WEND})"
        r"(?P<or>{OR}{SO})?",
        "earlier this month",
    ),
    ("rel.the-unit", r"(?P<mod>{MODP})?(?:{THE})(?:(?P<cal>{FISCAL}|{CALENDAR}))?(?P<u>{U}|{WEND})", "the quarter"),
    ("rel.period", r"(?:{THE})(?P<rel>{LATEST}|{LAST}|{CURRENT}|{SAME})(?P<p>{PERIOD})", "the latest period"),
    ("rel.end", r"{U}{HYPHEN}?(?P<e>{END})", "year-end"),
    (
        "rel.next-n",
        r"(?P<ap>{APPROX})?(?:(?P<every>{EVERY}|{MOST}){OF})?(?:{THE}|{THESE}|{THOSE})?(?P<rel>{LAST}|{NEXT}|{LATEST}|{FOLLOWING})(?P<q>{QTY}{HALFS}?)(?:{OF})?(?P<cal>{FISCAL}|{CALENDAR})?(?P<u>{UNIT})(?P<half>{HALFS})?(?P<or>{OR}{SO})?",
        "the past five years",
    ),
    ("rel.first-n", r"(?:{THE})(?P<rel>{ORDX}|{LAST})?(?P<q>{QTY})(?P<u>{UP})(?:{OF}(?:(?P<y>{YEAR})|(?P<rely>(?:{LAST}|{NEXT}|{THIS}|{THE}){U})))?", "the first nine months"),
    ("rel.vague", r"(?:{THE})?(?P<rel>{RECENT}|{LAST}|{NEXT}|{FUTURE}|{LATEST})(?P<u>{UP})(?:{AND}{UP})?", "recent years"),
    ("rel.these", r"(?P<rel>{THESE}|{THOSE})(?P<u>{UP})", "these days"),
    ("rel.ahead", r"(?:{THE})?(?P<u>{UP}){AHEAD}", "the weeks ahead"),
    ("week.of", r"(?:{THE})(?P<u>{U}|{WEND}|{NIGHT})(?:{OF})(?:(?P<w>{W}){COMMA}?)?(?:(?P<m>{M})(?P<d>{DOM})|(?P<d2>{DOM})(?P<m2>{M}))(?:{COMMA}?(?P<y>{YEAR}))?", "the week of March 6"),
    # Durations, ages, sets.
    (
        "duration",
        r"(?P<ap>{APPROX})?(?:(?P<all>{ALL})(?:{OF})?)?(?P<q>{QTY}{HALFS}?)(?:{OF})?(?:{HYPHEN})?(?:(?P<to>{TO}|{OR}|{HYPHEN})(?P<q2>{NUM}))?(?P<mores>{MORE})?{HYPHEN}?(?P<cal>{FISCAL}|{CALENDAR})?(?P<u>{UNIT})(?P<half>{HALFS})?(?P<or>{OR}{SO}|{OR}{MORE})?(?:{HYPHEN}?(?P<old>{OLD}|{LONG}))?(?P<rest>{AND}{NUM}{UNIT})?",
        "more than two years",
    ),
    ("duration.a", r"(?P<ap>{APPROX})?(?P<q>{A})(?P<h>{HALF}|{PART}|{CALENDAR}|{LONG})?{HYPHEN}?(?P<u>{U}|{WEND})(?P<half>{HALFS})?(?P<or>{OR}{SO}|{OR}{MORE}|{OR}{CARD})?", "about a decade"),
    ("duration.half", r"(?P<ap>{APPROX})?(?P<h>{HALF}|{PART}){HYPHEN}?(?P<a>{A})?{HYPHEN}?(?P<u>{U})", "half an hour"),
    ("duration.vague", r"(?P<ap>{APPROX})?(?P<u>{UP})(?:{HYPHEN}?(?P<old>{OLD}|{LONG}))?(?:{AND}{UP})?", "for decades"),
    ("set.every", r"(?:{NUM}{ONCE}|{ONCE})?(?P<every>{EVERY})(?P<n>{OTHERW}|{NUM}|{FEW})?(?P<u>{U}|{UP}|{WEND}|{NIGHT}|{POD})", "every two weeks"),
    ("set.per", r"(?P<n>{ONCE})(?P<a>{A})(?P<u>{U})", "twice a week"),
    ("set.freq", r"(?P<f>{FREQ})", "daily"),
    # Present, past, future.
    ("ref.present", r"{PRESENT}|(?:{AT}{THE}|{THIS})(?P<x>{MOMENT})", "now"),
    ("ref.past", r"{PASTREF}", "recently"),
    ("ref.adjective", r"(?P<r>{CURRENT})", "current"),
    ("ref.future", r"(?<!{AS}){SOON}(?!{AS}|{AFTER}|{BEFORE})|(?<={IN}){THE}{TERM}?{FUTURE}|{THE}{TERM}(?:{FUTURE}|{PERIOD})", "soon"),
    ("ref.then", r"{THEN}", "then"),
)  # fmt: skip

# Classes near which a time expression can lie; windows open round them.
CORES = (
    "MON", "MONC", "MONA", "WD", "WDS", "WDA", "U", "UP", "SEC", "WEND", "NIGHT",
    "NIGHTS", "POD", "NOON", "OVERNIGHT", "TODAY", "TONIGHT", "SEASON", "DECW", "FREQ",
    "YEAR", "AYEAR", "DECADE", "ISO", "NUMERIC", "CLOCK", "COMPACT", "QCODE", "AMPM",
    "OCLOCK", "BC", "AD", "ZONE", "PRESENT", "PASTREF", "SOON", "RECENT", "CURRENT",
    "FUTURE", "MOMENT", "THEN", "HOLY", "FISCAL", "ORD",
)  # fmt: skip
