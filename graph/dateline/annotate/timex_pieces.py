"""The named pieces that the rules of `timex_rules` are built from, as data."""

from __future__ import annotations

from types import MappingProxyType

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
        # the first half of
        "HALFOF": (r"(?:{THE}?(?:{ORDX}|{LAST}){HALF}{OF})"),
        # EDT, with or without brackets
        "TZ": (r"(?:{OPEN}?(?:{ZONE}(?:{TZW}?{TIME})?|{LOCAL}{TIME}){CLOSE}?)"),
        # last
        "REL": (r"(?:{LAST}|{NEXT}|{THIS})"),
        # this past, this coming
        "THISX": (r"(?:{THIS}(?:{LAST}|{NEXT})?)"),
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
        # consecutive, business
        "KIND": (r"(?:{FISCAL}|{CALENDAR}|{RUN})"),
        # the year (of which a part is told)
        "OFYEAR": (r"(?:(?:{THE}|{THIS}|{LAST}|{NEXT}){U})"),
        # or so
        "ORMORE": (r"(?:{OR}{SO}|{OR}{MORE})"),
    }
)
