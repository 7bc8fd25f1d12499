"""A spaCy component that finds time expressions: `nlp.add_pipe("dateline_timex")`.

spaCy finds it by the entry point `spacy_factories`, so nothing need be imported. The
expressions are in `doc.spans["timex"]`; each span has its TIMEX3 type as `label_` and
all attributes in the dict `span._.timex`, each also as `span._.timex_value` and so on.

spaCy reads the annotations of a factory, so this module does not postpone them; and a
factory registers when its module is loaded, which only its entry point does.
"""

from collections.abc import Callable
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from dateline.annotate.timex import find_timexes
from dateline.model.mentions import Timex

KEY = "timex"
_ATTRIBUTES = (
    "type",
    "value",
    "mod",
    "quant",
    "freq",
    "edtf",
    "granularity",
    "basis",
    "rule",
    "explanation",
)

# Plain values only: spaCy hands documents between processes as MessagePack.
Attributes = dict[str, str | None]


class TimexComponent:
    """Find the time expressions of a document.

    The publication date is `doc._.dct`, a date or its ISO 8601 form, if it is set (a
    document that goes to another process takes text only), else that of the component;
    without one, relative expressions stay unanchored. Tense is read from the words
    around, not from the parse.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> doc = TimexComponent(dct=date(2018, 7, 12))(nlp("They met last week."))
    >>> [(span.text, span.label_, span._.timex_value) for span in doc.spans["timex"]]
    [('last week', 'DATE', '2018-W27')]
    """

    def __init__(self, *, dct: date | None = None) -> None:
        self.dct = dct
        _register()

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans; one that cuts a token takes in all of it."""
        spans = []
        for timex in find_timexes(doc.text, dct=_day(doc._.dct) or self.dct):
            place = timex.span
            span = doc.char_span(
                place.start,
                place.end,
                label=timex.time.type.value,
                alignment_mode="expand",
            )
            if span is not None:
                span._.set("timex", _attributes(timex))
                spans.append(span)
        doc.spans[KEY] = spans
        return doc


@Language.factory("dateline_timex", default_config={"dct": None})
def make_component(nlp: Language, name: str, dct: str | None) -> TimexComponent:
    """Make the component; `dct` is a date in ISO 8601, as a config can hold it."""
    del nlp, name
    return TimexComponent(dct=_day(dct))


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _register() -> None:
    if Doc.has_extension("dct"):
        return
    Doc.set_extension("dct", default=None)
    Span.set_extension("timex", default=None)
    for name in _ATTRIBUTES:
        Span.set_extension(f"timex_{name}", getter=_getter(name))


def _getter(name: str) -> Callable[[Span], str | None]:
    def get(span: Span) -> str | None:
        found: Attributes | None = span._.timex
        return None if found is None else found[name]

    return get


def _attributes(timex: Timex) -> Attributes:
    time = timex.time
    return {
        "type": time.type.value,
        "value": time.value,
        "mod": time.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "edtf": time.edtf,
        "granularity": time.granularity.value,
        "basis": time.basis.value,
        "rule": time.rule,
        "explanation": time.explanation,
    }
