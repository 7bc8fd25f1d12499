"""Tell what a single line of an article is."""

from __future__ import annotations

from enum import Enum

from dateline.model.text import BlockKind, DctBasis
from dateline.sources import block_patterns as p
from dateline.sources.dates import find_dates

_SHORT = 160
_SEEN = 400
_NAME_WORDS = range(2, 6)
_BYLINE_WORDS = 24


class Zone(Enum):
    """Where a line stands: above the story, or in it."""

    HEADER = "header"
    STORY = "story"


def line_kind(line: str, zone: Zone) -> BlockKind | None:
    """Return what a line is if it is not of the story, else `None`.

    A title and a lone name need their neighbours: see `blocks`.

    >>> line_kind("Photo by Jane Roe", Zone.STORY).value
    'credit'
    >>> line_kind("By Tuesday the river had fallen.", Zone.HEADER) is None
    True
    """
    if zone is Zone.HEADER and p.DESK.fullmatch(line[:_SHORT]):
        return BlockKind.BYLINE
    if is_credit(line):
        return BlockKind.CREDIT
    is_record = zone is Zone.HEADER and p.RECORD_LABEL.fullmatch(line) is not None
    if is_record or is_boilerplate(line):
        return BlockKind.BOILERPLATE
    if is_labelled_date(line):
        return BlockKind.BYLINE
    if zone is Zone.HEADER and is_byline(line):
        return BlockKind.BYLINE
    return None


def is_credit(line: str) -> bool:
    """Tell whether a line credits or captions a picture.

    >>> is_credit("Getty Images said on Tuesday it would cut jobs.")
    False
    """
    if len(line) > p.CREDIT_LONGEST:
        return False
    head, tail = line[:_SEEN], line[-120:]
    if p.CREDIT_START.match(head):
        return True
    match = p.CREDIT_END.search(tail)
    return match is not None and ("(" in match[0] or len(line) <= _SHORT)


def is_boilerplate(line: str) -> bool:
    """Tell whether a line serves the publisher, not the story.

    >>> is_boilerplate("Copyright lawyers said the ruling was narrow.")
    False
    """
    if len(line) > p.BOILERPLATE_LONGEST:
        return False
    return bool(
        p.BOILERPLATE_START.match(line)
        or p.END_MARK.fullmatch(line)
        or p.FOLLOW_ON.match(line)
        or p.WRITE_TO.match(line)
        or p.REPORTING.match(line)
        or (len(line) <= _SHORT and p.RIGHTS.search(line))
    )


def is_labelled_date(line: str) -> bool:
    """Tell whether a line is "Published: …" or "Updated …" and nothing else.

    >>> is_labelled_date("Published: July 12, 2018, 3:03 pm")
    True
    """
    return bool(len(line) <= _SHORT and p.DATE_LABEL.match(line) and is_date_line(line))


def is_date_line(line: str) -> bool:
    """Tell whether a line is a date or a time with a date, and nothing else.

    >>> is_date_line("July 12, 2018 - 3:03 pm"), is_date_line("In July 12, 2018")
    (True, False)
    """
    rest = _without_dates(line)
    return rest is not None and not rest.strip(" \t|·•–—-,.:;()[]/")


def is_byline(line: str) -> bool:
    """Tell whether a line above the story says who wrote it, for whom, or when.

    >>> is_byline("By Jane Roe and John Doe"), is_byline("By then it was over")
    (True, False)
    """
    if len(line) > _SHORT or len(line.split()) > _BYLINE_WORDS:
        return False
    if p.DESK.fullmatch(line) or p.CONTACT.fullmatch(line) or is_date_line(line):
        return True
    match = p.BY.fullmatch(line)
    if match:
        name = _without_dates(match["name"]) or match["name"]
        writer, _, paper = name.partition(" for ")
        return not p.FULL_STOP.search(paper) and _are_names(writer, at_least=1)
    rest = _without_dates(line)
    if rest is not None:
        return _are_names(rest, at_least=1)
    return False


def is_name(line: str) -> bool:
    """Tell whether a line may be the name of a reporter, with or without a job.

    >>> is_name("Jane van der Roe, Staff Writer"), is_name("Talks Begin in Oslo Today")
    (True, False)
    """
    return len(line) <= _SHORT and _are_names(line, at_least=2)


def _are_names(words: str, *, at_least: int) -> bool:
    """Tell whether every part between separators is a name or a job."""
    parts = [part.strip(" .()[]") for part in p.SEPARATORS.split(words)]
    parts = [part for part in parts if part]
    return bool(parts) and all(
        _is_name(part, at_least=at_least if i == 0 else 1)
        for i, part in enumerate(parts)
    )


def _is_name(part: str, *, at_least: int) -> bool:
    words = [word for word in part.split() if word.lower() != "by"]
    names = 0
    for i, word in enumerate(words):
        if word.lower() in p.JOB_WORDS or word in p.PARTICLES or word == "&":
            continue
        is_word = p.NAME_WORD.fullmatch(word) and word[0].isupper()
        # "USA TODAY" is a paper.
        is_shouted = i > 0 and word.isupper()
        if not is_word or (word.lower() in p.NOT_NAMES and not is_shouted):
            return False
        names += 1
    has_job = any(word.lower() in p.JOB_WORDS for word in words)
    limit = _NAME_WORDS.stop + (6 if has_job or " and " in part else 0)
    return names < limit and (names >= at_least or (has_job and at_least == 1))


def _without_dates(line: str) -> str | None:
    """Return a line without its dates and their labels; `None` if it has no date."""
    found = find_dates(line, DctBasis.TEXT_BYLINE)
    if not found:
        return None
    rest, end = [], 0
    for item in found:
        rest.append(line[end : item.start])
        end = item.end
    rest.append(line[end:])
    return p.DATE_LABEL.sub("", " ".join(rest)).strip()
