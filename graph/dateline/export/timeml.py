"""Write an annotated article as TimeML 1.2.1, in the form that TempEval-3 used.

The text is kept to the character: without its tags, `<TEXT>` is the article. Tags never
nest or overlap: where two claim the same word, a TIMEX3 goes before an EVENT, an EVENT
before a SIGNAL. XML cannot hold some control characters; they become U+FFFD.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.annotate.event_timeml import to_timeml as event_words
from dateline.annotate.event_written import only_written
from dateline.annotate.tlink_model import ChosenLink, End, choose_links
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EventMention, Timex
from dateline.model.text import Span
from dateline.model.time import DateBasis, TimexType

_ROOT = (
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">'
)

# TimeML wants a value even where nobody knows it.
_UNKNOWN = MappingProxyType(
    {
        TimexType.DATE: "XXXX-XX-XX",
        TimexType.TIME: "TXX:XX",
        TimexType.DURATION: "PXD",
        TimexType.SET: "PXD",
    }
)
_MODS = frozenset(
    {
        "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
        "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
    }
)  # fmt: skip
_POS = frozenset({"ADJECTIVE", "NOUN", "VERB", "PREPOSITION", "OTHER"})
_ABSOLUTE = frozenset({DateBasis.EXPLICIT_IN_TEXT, DateBasis.UNANCHORED})

# Everything that XML 1.0 does not allow, section 2.2.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})

Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands above the text; `None` is taken from the document.

    Attributes:
        docid: the name of the article.
        dct_id, dct_value, dct_words: the publication date as the article's TimeML
            already gives it.
    """

    docid: str | None = None
    dct_id: str = "t0"
    dct_value: str | None = None
    dct_words: str | None = None


@dataclass(frozen=True, slots=True)
class _Tag:
    span: Span
    name: str
    attributes: Attributes


_PLAIN = Header()


def to_timeml(
    doc: AnnotatedDocument,
    *,
    header: Header = _PLAIN,
    links: Iterable[ChosenLink] | None = None,
) -> str:
    r"""Return `doc` as TimeML: EVENT, TIMEX3, MAKEINSTANCE, TLINK and SIGNAL.

    The events are those of the document that people would write, see `only_written`.
    The relations are `links`, else those that `choose_links` picks: more than the
    `tlinks` of the document, and none that contradicts another.

    >>> from dateline.model.text import Document
    >>> empty = Document(id="https://example.org/a", text="R&D\n", blocks=())
    >>> print(to_timeml(AnnotatedDocument(document=empty)).partition("<TEXT>")[2])
    R&amp;D
    </TEXT>
    <BLANKLINE>
    <BLANKLINE>
    </TimeML>
    <BLANKLINE>
    """
    chosen = choose_links(doc) if links is None else tuple(links)
    return "".join(_Writer(doc, header, chosen).pieces())


class _Writer:
    """Give every mark of one document its id, once."""

    def __init__(
        self, doc: AnnotatedDocument, header: Header, links: tuple[ChosenLink, ...]
    ) -> None:
        self.doc = doc
        self.links = links
        self.header = header
        self.times = self._number_times()
        taken = [timex.span for timex in doc.timexes]
        likely = only_written(doc, event_words(doc))
        words = {word.span: word for word in likely}
        self.events = [words[span] for span in _apart(words, taken)]
        self.ids = {word.head: n for n, word in enumerate(self.events, start=1)}
        taken += [word.span for word in self.events]
        signals = {link.signal for link in links if link.signal is not None}
        self.signals = {
            span: f"s{n}" for n, span in enumerate(_apart(signals, taken), start=1)
        }

    def _number_times(self) -> tuple[str, ...]:
        count = len(self.doc.timexes)
        names = (f"t{n}" for n in range(1, count + 2))
        free = [name for name in names if name != self.header.dct_id]
        return tuple(free[:count])

    def pieces(self) -> Iterator[str]:
        document = self.doc.document
        docid = self.header.docid or document.id
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n{_ROOT}\n\n'
        yield f"<DOCID>{_text(docid)}</DOCID>\n\n<DCT>{self._dct()}</DCT>\n\n"
        if document.title is not None:
            yield f"<TITLE>{_text(document.title)}</TITLE>\n\n"
        yield "<TEXT>"
        yield from self._tagged()
        yield "</TEXT>\n\n"
        for word in self.events:
            yield _element("MAKEINSTANCE", _instance(self.ids[word.head], word))
        for attributes in self._links():
            yield _element("TLINK", attributes)
        yield "\n</TimeML>\n"

    def _dct(self) -> str:
        dct = self.doc.document.dct
        value = self.header.dct_value
        if value is None:
            value = _UNKNOWN[TimexType.DATE] if dct is None else dct.isoformat()
        words = self.header.dct_words
        if words is None:
            words = "" if dct is None else value
        attributes = {
            "tid": self.header.dct_id,
            "type": (TimexType.TIME if "T" in value else TimexType.DATE).value,
            "value": value,
            "temporalFunction": "false",
            "functionInDocument": "CREATION_TIME",
        }
        return f"<TIMEX3{_attributes(attributes)}>{_text(words)}</TIMEX3>"

    def _tagged(self) -> Iterator[str]:
        text = self.doc.document.text
        end = 0
        for tag in sorted(self._tags(), key=lambda tag: tag.span):
            yield _text(text[end : tag.span.start])
            words = _text(tag.span.slice(text))
            yield f"<{tag.name}{_attributes(tag.attributes)}>{words}</{tag.name}>"
            end = tag.span.end
        yield _text(text[end:])

    def _tags(self) -> Iterator[_Tag]:
        for tid, timex in zip(self.times, self.doc.timexes, strict=True):
            yield _Tag(timex.span, "TIMEX3", self._timex(tid, timex))
        for word in self.events:
            eid = f"e{self.ids[word.head]}"
            yield _Tag(word.span, "EVENT", {"eid": eid, "class": word.cls.value})
        for span, sid in self.signals.items():
            yield _Tag(span, "SIGNAL", {"sid": sid})

    def _timex(self, tid: str, timex: Timex) -> Attributes:
        time = timex.time
        anchor = None
        if timex.anchor is not None:
            anchor = self.times[timex.anchor]
        elif time.basis is DateBasis.RELATIVE_TO_PUBLICATION:
            anchor = self.header.dct_id
        return {
            "tid": tid,
            "type": time.type.value,
            "value": time.value or _UNKNOWN[time.type],
            "mod": time.mod if time.mod in _MODS else None,
            "quant": timex.quant,
            "freq": timex.freq,
            "temporalFunction": "false" if time.basis in _ABSOLUTE else "true",
            "functionInDocument": "NONE",
            "anchorTimeID": anchor,
        }

    def _links(self) -> Iterator[Attributes]:
        links = filter(None, map(self._link, self.links))
        for number, attributes in enumerate(links, start=1):
            yield {"lid": f"l{number}", **attributes}

    def _link(self, link: ChosenLink) -> Attributes | None:
        """Return the attributes of a TLINK; `None` if an end of it has no tag."""
        source, target = self._id(link.source), self._id(link.target)
        if source is None or target is None or source == target:
            return None
        is_event, to_event = (
            end.word is not None for end in (link.source, link.target)
        )
        return {
            "relType": link.relation.value,
            "eventInstanceID" if is_event else "timeID": source,
            "relatedToEventInstance" if to_event else "relatedToTime": target,
            "signalID": None if link.signal is None else self.signals.get(link.signal),
        }

    def _id(self, end: End) -> str | None:
        if end.word is not None:
            number = self.ids.get(end.word)
            return None if number is None else f"ei{number}"
        return self.header.dct_id if end.time is None else self.times[end.time]


def _apart(spans: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """Yield those of `spans`, in order, that overlap neither `taken` nor each other."""
    others = sorted(taken)
    starts = [other.start for other in others]
    end = 0
    for span in sorted(spans):
        near = bisect_left(starts, span.end)
        is_free = near == 0 or others[near - 1].end <= span.start
        if len(span) and span.start >= end and is_free:
            yield span
            end = span.end


def _instance(number: int, word: EventMention) -> Attributes:
    return {
        "eiid": f"ei{number}",
        "eventID": f"e{number}",
        "tense": word.tense.value,
        "aspect": word.aspect.value,
        "polarity": "NEG" if word.is_negated else "POS",
        "pos": word.pos if word.pos in _POS else "OTHER",
        "modality": word.modality,
    }


def _element(name: str, attributes: Attributes) -> str:
    return f"<{name}{_attributes(attributes)} />\n"


def _attributes(attributes: Attributes) -> str:
    return "".join(
        f' {name}="{_text(value).translate(_IN_QUOTES)}"'
        for name, value in attributes.items()
        if value is not None
    )


def _text(words: str) -> str:
    return _ILLEGAL.sub("\ufffd", words).translate(_ESCAPES)
