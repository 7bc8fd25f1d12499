"""Patterns of what is not the story: bylines, datelines, credits, boilerplate.

They see at most the first 400 characters of a line; every quantifier is bounded.
"""

from __future__ import annotations

import re

_I = re.IGNORECASE

_AGENCY = (
    r"(?:reuters|ap|afp|upi|dpa|pti|ani|ians|cnn|bbc|xinhua|tass|kyodo|yonhap|efe|ansa"
    r"|bloomberg|associated press|the associated press|agence france-presse)"
)

# --- bylines -----------------------------------------------------------------------

# For instance "By Jane Roe", "Story by JANE ROE"; the rest is checked as a name
BY = re.compile(
    r"(?:story |words |text |written |reported )?by:?\s{1,3}(?P<name>\S.*)", _I
)
# For instance "Published: July 12, 2018", "Last updated 3 May 2021", "Posted on"
DATE_LABEL = re.compile(
    r"\b(?P<label>first published|originally published|published|posted|date|created"
    r"|filed|last updated|last modified|updated|modified|edited)"
    r"(?:\s(?:on|at|by))?\s{0,3}:?\s{0,3}",
    _I,
)
# For instance "Title: Port strike ends", "HEADLINE - Port strike ends"
TITLE_LABEL = re.compile(r"(?:title|headline)\s{0,3}[:|]\s{1,3}(?=\S)", _I)
# For instance "Source: The Herald", "URL: https://example.org/a", "Section: Business"
RECORD_LABEL = re.compile(
    r"(?:source|publisher|publication|url|link|permalink|section|category|topics?|tags?"
    r"|keywords?|language|country|word count|id)\s{0,3}:\s{1,3}\S.{0,300}",
    _I,
)
# For instance "(Reuters)", "The Associated Press", "Staff and agencies"
DESK = re.compile(
    rf"\(?{_AGENCY}\)?|(?:from )?(?:our )?(?:staff|agencies|newsroom|news desk"
    rf"|web desk)"
    r"(?: and (?:staff|agencies)| reporters?| writers?)?",
    _I,
)
# "jane@example.org", "@janeroe"
CONTACT = re.compile(r"(?:e-?mail:?\s)?(?:[\w.+-]{1,64}@[\w.-]{3,80}|@\w{2,30})", _I)
# a word of a name, a particle, or what a reporter is called
NAME_WORD = re.compile(
    r"(?:[A-Z]\.){1,3}|(?:Mc|Mac|O['’]|D['’])?[^\W\d_][\w'’.-]{0,24}"
)
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "y",
        "e",
        "und",
        "and",
    ]
)
JOB_WORDS = frozenset(
    [
        "staff",
        "senior",
        "chief",
        "special",
        "political",
        "foreign",
        "diplomatic",
        "business",
        "sports",
        "science",
        "writer",
        "reporter",
        "correspondent",
        "editor",
        "editors",
        "reporters",
        "writers",
        "bureau",
        "desk",
        "contributor",
        "columnist",
        "for",
        "in",
        "of",
        "at",
        "the",
        "from",
    ]
)
# Words that begin sentences and sections, not the names of reporters.
NOT_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "it",
        "he",
        "she",
        "they",
        "we",
        "in",
        "on",
        "at",
        "after",
        "before",
        "when",
        "while",
        "as",
        "but",
        "for",
        "if",
        "no",
        "not",
        "breaking",
        "news",
        "update",
        "live",
        "exclusive",
        "analysis",
        "opinion",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "last",
        "next",
        "today",
        "yesterday",
        "tomorrow",
        "what",
        "why",
        "how",
        "who",
        "where",
        "key",
        "more",
    ]
)
SEPARATORS = re.compile(r"\s{0,3}[|·•–—/]\s{0,3}|\s-{1,2}\s|,\s{0,3}|:\s{0,3}")

# --- datelines ---------------------------------------------------------------------

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}\s[0-9]{{1,2}}|[0-9]{{1,2}}\s{_MONTH})(?:,?\s[0-9]{{4}})?"
_CITY = r"[^\W\d_][\w.'’-]{0,24}(?:\s[^\W\d_][\w.'’-]{0,24}){0,3}"
_PLACE = rf"{_CITY}(?:/{_CITY}){{0,2}}(?:,\s{_CITY}){{0,2}}"
_DASH = r"(?:\s{0,3}[–—]|\s{1,3}(?:-{1,2}|_)|(?<=\))\s{0,3}-{1,2})"
# For instance "PARIS, March 3 (Reuters) - ", "BERLIN, March 3 - ", "OSLO — "
DATELINE = re.compile(
    rf"(?P<place>{_PLACE}?)(?:,?\s(?P<date>{_DATE}),?)?"
    rf"(?:,?\s{{0,2}}\((?:[A-Z][a-z]{{2,8}}\.?,?\s)?{_DATE}\))?"
    rf"(?:,?\s{{0,2}}\((?P<agency>[\w .&/'’-]{{2,30}})\))?"
    rf"{_DASH}(?=\s|$|[^\W\d_]|[\"“])"
)
# For instance "NEW DELHI: ", as Indian papers write it
COLON_DATELINE = re.compile(rf"(?P<place>{_CITY}):(?=\s[A-Z\"“])")
# For instance "July 12 (UPI) -- ", "(CNN) "
AGENCY_DATELINE = re.compile(
    rf"(?:(?P<date>{_DATE}),?\s)?\({_AGENCY}\)(?:\s{{0,3}}(?:[–—]|-{{1,2}}))?(?=\s|$)",
    _I,
)
NOT_PLACES = frozenset(
    [
        "BREAKING",
        "UPDATE",
        "UPDATED",
        "EXCLUSIVE",
        "FACTBOX",
        "WATCH",
        "OPINION",
        "ANALYSIS",
        "EXPLAINER",
        "LIVE",
        "FILE",
        "CORRECTED",
        "CORRECTION",
        "REFILE",
        "TIMELINE",
        "PHOTOS",
        "VIDEO",
        "NEWS",
        "REVIEW",
        "PREVIEW",
        "INTERVIEW",
        "ADVERTISEMENT",
        "COLUMN",
        "EDITORIAL",
        "ALERT",
        "FLASH",
        "URGENT",
        "NOTE",
        "PHOTO",
    ]
)

# --- credits -----------------------------------------------------------------------

CREDIT_START = re.compile(
    r"\(?(?:file )?(?:photo(?:graph)?|picture|image|illustration|graphic|video|photos)"
    r"(?:\s(?:credit|source|courtesy))?(?:\s{0,2}:|\sby\s(?-i:[A-Z])|\scourtesy\sof\b)"
    r"|(?:credit|caption|photo credit|image credit|images?)\s{0,2}:"
    r"|(?-i:FILE)\s{0,2}(?:[-–—]|PHOTO\b)"
    r"|\((?:ap|afp|reuters|getty)\s?(?:photo|images?)?/",
    _I,
)
# At the end: "(AP Photo/Jane Roe)", "Jane Roe/Getty Images", "REUTERS/Jane Roe"
CREDIT_END = re.compile(
    r"(?:\((?:ap photo|ap|afp|reuters|photo|image|picture|credit)\b[^()]{0,80}\)"
    r"|(?:/|\bvia\s)(?:afp|shutterstock|epa|sipa(?: usa)?|alamy|reuters)"
    r"|(?:^|[/,|(–-]\s?|\bvia\s)getty(?: images)?\)?"
    r"|\breuters/[\w .'’-]{2,40})\.?$",
    _I,
)
CREDIT_LONGEST = 600

# --- boilerplate -------------------------------------------------------------------

_SITES = (
    r"(?:twitter|facebook|instagram|x|youtube|telegram|whatsapp|linkedin|tiktok|bluesky"
    r"|mastodon|threads|google news)"
)
BOILERPLATE_START = re.compile(
    r"contact us\b|sign up (?:for|to|here|now)\b|subscribe (?:to|now|today|here|for)\b"
    r"|follow us\b|like us on\b|join us on\b|share this"
    r"(?: (?:article|story|post|page|with|on)\b|[.!:]?$)|share on\b|click here\b"
    r"|(?:read|see|watch|listen)(?: more| also| next| now)?\s{0,2}:|also read\b"
    r"|read also\b"
    r"|read (?:more|the full)\b(?!.*[.]$)|related(?: (?:stories|articles|news"
    r"|topics|links?))?:"
    r"|related (?:stories|articles|topics|links)$|more (?:on this|from"
    r"|stories)\b(?!.*[.]$)"
    r"|most (?:read|popular|viewed)$|recommended(?: for you|:)|don['’]t miss:"
    r"|(?:copyright\s{0,2}(?:©|\(c\)|[0-9]{4}|by\b)|(?:©|\(c\))\s{0,2}(?:copyright"
    r"|[0-9]{4}))"
    r"|advertisement$|advertisement:|(?:story|article) continues below\b"
    r"|sponsored(?: content)?$"
    r"|this (?:article|story|report|piece) (?:was|has been|is) (?:originally |first )?"
    r"(?:published|produced|written|part of|supported|updated|corrected)\b"
    r"|this material may not be\b|our standards:|the thomson reuters trust principles"
    r"|download (?:our|the) (?:\w{1,20} )?app\b|get (?:our|the latest"
    r"|the app)\b(?!.*[.]$)"
    r"|have (?:a|you got a) (?:tip|story|question)\b|got a tip\b"
    r"|(?:send|e-?mail) (?:us|your (?:tips|story))\b|tell us (?:what|your)\b"
    r"|terms (?:of (?:use|service)|and conditions)\b(?!.*[.]$)|(?:privacy"
    r"|cookie) policy\b(?!.*[.]$)|all rights reserved\b"
    r"|(?:log|sign) in (?:to|or)\b|[0-9]{1,3} min(?:ute)?s? read$|[0-9]{1,5} comments?$"
    r"|support (?:our|independent) journalism\b|donate (?:now|today|here)\b"
    r"|(?:the )?(?:writer|author) is an? |edited by\b(?!.*[a-z]{3}[.]$)",
    _I,
)
# "Follow Jane Roe on Twitter"
FOLLOW_ON = re.compile(rf"follow\s.{{1,60}}\son\s{_SITES}\b", _I)
RIGHTS = re.compile(
    r"\ball rights reserved\b"
    r"|\bcontributed (?:to this (?:report|story|article)|reporting)\b",
    _I,
)
# For instance "Write to Jane Roe at jane@example.org"
WRITE_TO = re.compile(
    r"(?:write to|contact|e-?mail|reach)\s.{1,80}\s(?:at|via)\s\S{1,60}@", _I
)
# For instance "(Reporting by Jane Roe; Editing by John Doe)"
REPORTING = re.compile(
    r"\(?(?:additional |writing and |with )?(?:reporting|writing|editing|compiled"
    r"|translated)"
    r"(?: and (?:writing|editing))? by:?\s(?-i:[A-Z])",
    _I,
)
END_MARK = re.compile(
    r"(?:reuters?|\(ends?\)|-{0,3}\s?ends\s?-{0,3}|(?-i:END)|-{1,3}\s?30\s?-{1,3}"
    r"|#{1,5}"
    r"|\*{1,5}|/{2,3})[.!]?",
    _I,
)
BOILERPLATE_LONGEST = 400

# The end of the last paragraph: "… he said.  Reuter", "… (Reporting by Jane Roe)"
TAIL_MARK = re.compile(
    r"(?:(?<=[.!?\"”’'\)])\s{1,4}|\s{2,4})"
    r"(?P<mark>(?-i:Reuter|REUTER|Reuters|REUTERS)|\(ends?\)|(?-i:ENDS)"
    r"|-{1,2}30-{1,2})[.]?$",
    _I,
)
TAIL_REPORTING = re.compile(
    r"(?:(?<=[.!?\"”’'])|\))\s{1,4}"
    r"(?P<mark>\((?:additional |writing and )?(?:reporting|writing|editing|compiled)"
    r"(?: and (?:writing|editing))? by\s[^()]{2,300}\))\s{0,3}$",
    _I,
)
SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]{0,3}$")
QUESTION_END = re.compile(r"[?!][\"”’')\]]{0,3}$")
FULL_STOP = re.compile(r"[.!?…][\"”’')\]]{0,3}$")
