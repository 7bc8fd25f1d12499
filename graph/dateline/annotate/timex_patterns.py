"""The words of time expressions, as data: their numbers, units and word classes.

Every token of a text belongs to one class; `timex_rules` holds the grammar over them.
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
        "quarter": "Q", "quarters": "Q", "qtr": "Q", "qtrs": "Q", "year": "Y",
        "years": "Y", "decade": "E", "decades": "E", "century": "C",
        "centuries": "C", "hr": "TH", "hrs": "TH", "mins": "TM", "yr": "Y",
        "yrs": "Y",
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
# Cardinals that begin a year in words: "nineteen ninety-four".
TEENS = ("seventeen", "eighteen", "nineteen")
LARGE = ("hundred", "thousand", "million", "billion")
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
        "seventies": 70, "eighties": 80, "nineties": 90, "noughties": 100,
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
            "decade", "century", "hr", "yr", "qtr", "millennium",
        ),
        "UP": (
            "seconds", "minutes", "hours", "days", "weeks", "fortnights", "months",
            "quarters", "years", "decades", "centuries", "hrs", "mins", "yrs",
            "qtrs", "millennia",
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
        "CARD": tuple(word for word in CARDINALS if word not in (*LARGE, *TEENS)),
        "TEEN": TEENS,
        "LARGE": (*LARGE, "dozen"),
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
        "FISCAL": ("fiscal", "financial", "fy"),
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
        "ANNIV": ("anniversary", "birthday", "place", "round"),
        "RUN": ("straight", "consecutive", "successive", "business", "trading",
                "working", "additional", "extra", "solid"),
        "THEN": ("then",),
        "YEARWORD": ("years-old",),
        "OTHERW": ("other",),
        "MOST": ("most",),
        "MONC": ("may", "march", "august"),
        "MONA": tuple(key for key in MONTH_NUMBER if key not in MONTHS),
        "WDA": (
            "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        ),
        "TZW": ("standard", "daylight"),
        "HOLY": (
            "christmas", "xmas", "thanksgiving", "easter", "halloween", "hanukkah",
            "ramadan", "kwanzaa", "valentine", "independence", "labor", "labour",
            "memorial", "veterans", "columbus", "presidents", "mother", "father",
            "new", "good", "boxing", "st", "patrick", "martin", "luther", "king",
            "palm", "ash", "black", "cyber", "bastille", "armistice", "remembrance",
            "canada", "australia", "juneteenth", "yom", "kippur", "rosh", "hashanah",
            "passover", "epiphany", "fools", "earth",
            "groundhog", "inauguration", "election", "eid", "fitr", "adha", "ashura",
        ),
        "AL": ("al", "ul"),
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
    "NINEELEVEN",  # 9/11
    "CLOCK",    # 10:35
    "QCODE",    # Q3, H1, 2Q23
    "FYCODE",   # FY24
    "COMPACT",  # 10am
    "CAP",      # another word with a capital
    "WORD",     # any other word
    "OTHER",    # any other mark
)  # fmt: skip

# Classes near which a time expression can lie; windows open round them.
CORES = (
    "MON", "MONC", "MONA", "WD", "WDS", "WDA", "U", "UP", "SEC", "WEND", "NIGHT",
    "NIGHTS", "POD", "NOON", "OVERNIGHT", "TODAY", "TONIGHT", "SEASON", "DECW", "FREQ",
    "YEAR", "AYEAR", "DECADE", "ISO", "NUMERIC", "CLOCK", "COMPACT", "QCODE", "FYCODE",
    "AMPM",
    "OCLOCK", "BC", "AD", "ZONE", "PRESENT", "PASTREF", "SOON", "RECENT", "CURRENT",
    "TEEN", "PERIOD", "FUTURE", "MOMENT", "THEN", "HOLY", "FISCAL", "ORD",
    "NINEELEVEN", "AGO", "HALF",
)  # fmt: skip

# Classes that are no part of any rule: no expression reaches across such a word.
PLAIN = ("CAP", "WORD", "OTHER", "BREAK", "PERCENT", "CURRENCY", "QUOTE", "COLON")
