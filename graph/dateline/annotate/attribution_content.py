"""From a verb that ascribes to its content, along the tree.

Each `_by_…` function reads one construction and returns the places of the content; the
first that fits decides.
"""

from __future__ import annotations

from dateline.annotate.attribution_frames import (
    Draft,
    Range,
    Tokens,
    before_stray_verb,
    edges,
    trim,
    without,
)
from dateline.annotate.attribution_lexicon import (
    DIRECTIVE,
    INTENT,
    JUDGEMENT,
    MISREAD,
    NAMING,
    OBJECT_AND_PREPOSITION,
    PREPOSITIONAL,
    SPEECH,
    THOUGHT,
)
from dateline.annotate.tree import (
    SUBJECTS,
    children_with,
    first_child,
    is_passive,
    relative_object,
)


def verb_content(tokens: Tokens, draft: Draft) -> list[Range]:
    """Return what a verb ascribes, by the first construction that fits.

    1. a clause; 2. the clause that the verb interrupts or follows; 3. an infinitive;
    4. an object with its predicate; 5. what a preposition governs; 6. a word such as
    "so", an object, an act or a gap; 7. what stands before.
    """
    token = tokens[draft.head]
    if is_passive(tokens, draft.head) and token.tag == "VBN":
        return _by_passive(tokens, draft)
    for rule in _RULES:
        content = rule(tokens, draft, MISREAD.get(token.lemma, token.lemma))
        if content:
            return content
    return []


def _by_clause(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    if lemma not in SPEECH and lemma not in THOUGHT and lemma not in DIRECTIVE:
        return []
    clauses = children_with(tokens, draft.head, "ccomp") or [
        child
        for child in children_with(tokens, draft.head, "advcl")
        if _opens_question(tokens, child, draft.cue[1])
    ]
    if not clauses and lemma in SPEECH:
        clauses = [
            child
            for child in children_with(tokens, draft.head, "advcl")
            if _stands_before(tokens, child, draft.head)
        ]
    if not clauses:
        return []
    best = max(clauses, key=lambda c: edges(tokens, c)[1] - edges(tokens, c)[0])
    return _cut(tokens, edges(tokens, best), draft)


def _stands_before(tokens: Tokens, clause: int, verb: int) -> bool:
    """Tell whether a clause is said, though the parser hangs it on as an adverb's.

    "The rest paid 9 percent, the agency said in June": it is whole, and no word such as
    "when" opens it.
    """
    if clause > verb or tokens[clause].tag not in {"VBD", "VBZ", "VBP"}:
        return False
    deps = {tokens[child].dep for child in tokens[clause].children if child < clause}
    opener = tokens[edges(tokens, clause)[0]].tag
    return not deps.isdisjoint(SUBJECTS) and not (
        "mark" in deps or opener in {"WRB", "IN"}
    )


def _opens_question(tokens: Tokens, clause: int, at: int) -> bool:
    """Tell whether a clause right at `at` is an indirect question: "when it ends"."""
    first = edges(tokens, clause)[0]
    return first == at and tokens[first].tag in {"WRB", "WP", "WDT"}


def _by_interruption(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    """Read "The plan, officials said, is dead" and "as officials said"."""
    token = tokens[draft.head]
    if lemma not in SPEECH and lemma not in THOUGHT:
        return []
    marks = {tokens[child].text.lower() for child in token.children if child < token.i}
    inserted = token.dep == "parataxis" or (token.dep == "advcl" and "as" in marks)
    if not inserted or first_child(tokens, draft.head, "dobj") is not None:
        return []
    return _cut(tokens, edges(tokens, token.head), draft, clause=True)


def _cut(
    tokens: Tokens, place: Range, draft: Draft, *, clause: bool = False
) -> list[Range]:
    """Cut the cue, its source and an inserted clause out of the content."""
    hole = draft.cue
    if draft.source is not None and place[0] <= draft.source[0] < place[1]:
        hole = min(hole[0], draft.source[0]), max(hole[1], draft.source[1])
    if clause:
        own = edges(tokens, draft.head)
        hole = min(hole[0], own[0]), max(hole[1], own[1])
    parts = [trim(tokens, part) for part in without(place, hole)]
    return [(first, last) for first, last in parts if last > first]


def _by_stray_verb(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    """Give what comes before ", the firm that built it said" to the firm."""
    token = tokens[draft.head]
    if lemma not in SPEECH or token.dep != "conj" or draft.source is None:
        return []
    if draft.source[1] != token.i or not before_stray_verb(tokens, draft):
        return []
    return [trim(tokens, (edges(tokens, token.head)[0], draft.source[0]))]


def _by_all_before(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    """Read "A disaster for the town, officials said.": what is said is no clause."""
    token, source = tokens[draft.head], draft.source
    if lemma not in SPEECH or token.dep != "ROOT" or source is None:
        return []
    first = edges(tokens, token.i)[0]
    comma = source[0] - 1
    if source[1] != draft.cue[0] or comma <= first or tokens[comma].text != ",":
        return []
    objects = {"dobj", "dative", "ccomp", "xcomp"}
    if any(tokens[c].dep in objects and c > token.i for c in token.children):
        return []
    opener = tokens[first]
    is_time = bool(opener.ent_type in {"DATE", "TIME"}) or opener.pos in _ADVERBIAL
    return [] if is_time else [trim(tokens, (first, comma))]


# "In Paris, he said": what opens so says where or when, not what.
_ADVERBIAL = frozenset({"ADP", "ADV", "SCONJ", "PUNCT", "CCONJ"})


def _by_infinitive(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    inner = first_child(tokens, draft.head, "xcomp")
    if inner is None or inner < draft.head:
        return []
    place = edges(tokens, inner)
    person = first_child(tokens, draft.head, "dobj", "dative")
    if person is not None and lemma in DIRECTIVE and person < inner:
        return [trim(tokens, (edges(tokens, person)[0], place[1]))]
    return [trim(tokens, place)] if lemma in INTENT or lemma in DIRECTIVE else []


def _by_predicate(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    """Read "called it a mistake", "described them as brave"."""
    thing = first_child(tokens, draft.head, "dobj")
    if lemma in NAMING:
        named = first_child(tokens, draft.head, "oprd", "ccomp", "xcomp", "acomp")
        if named is not None:
            first, last = edges(tokens, named)
            if thing is not None:
                first = min(first, edges(tokens, thing)[0])
            return _cut(tokens, (first, last), draft)
    if thing is None:
        return []
    wanted = OBJECT_AND_PREPOSITION.get(lemma, ())
    for child in children_with(tokens, draft.head, "prep"):
        if tokens[child].text.lower() in wanted and child > draft.head:
            first = min(edges(tokens, thing)[0], child)
            return _cut(tokens, (first, edges(tokens, child)[1]), draft)
    return []


def _by_preposition(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    """Read "called for"; the preposition becomes a part of the cue."""
    wanted = PREPOSITIONAL.get(lemma, ())
    for child in children_with(tokens, draft.head, "prep"):
        if tokens[child].text.lower() not in wanted or child < draft.head:
            continue
        thing = first_child(tokens, child, "pobj", "pcomp")
        if thing is None or tokens[thing].ent_type in {"DATE", "TIME"}:
            continue
        if child == draft.cue[1]:
            draft.cue = draft.cue[0], child + 1
        return [trim(tokens, edges(tokens, thing))]
    return []


def _by_object(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    thing = first_child(tokens, draft.head, "dobj", "ccomp")
    if lemma not in JUDGEMENT or thing is None or thing < draft.head:
        return []
    if thing == draft.speaker:
        return []
    if tokens[thing].dep == "ccomp" and tokens[edges(tokens, thing)[0]].tag != "WP":
        return []
    return [trim(tokens, _without_aside(tokens, thing))]


def _by_gerund(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    """Read "admitted using the code": what is said is an act."""
    inner = first_child(tokens, draft.head, "xcomp")
    if inner is None or inner < draft.head or lemma not in JUDGEMENT:
        return []
    return [trim(tokens, edges(tokens, inner))] if tokens[inner].tag == "VBG" else []


def _by_gap(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    """Read "what they hope" and "the drugs he praised": what is said stands before."""
    if lemma not in (JUDGEMENT | THOUGHT) - _SENSING:
        return []
    thing = first_child(tokens, draft.head, "dobj")
    if thing is not None and thing < draft.head and tokens[thing].tag in {"WP", "WDT"}:
        return [(thing, thing + 1)]
    noun = relative_object(tokens, draft.head)
    if noun is None:
        return []
    first, _ = edges(tokens, noun)
    return [trim(tokens, (first, noun + 1))]


# "The worst storm I have seen" was before the eyes, not in the mind.
_SENSING = frozenset({"see", "hear", "find", "sense"})


def _by_little(tokens: Tokens, draft: Draft, lemma: str) -> list[Range]:
    """Read "said as much", "thinks so", "has said little about it"."""
    if lemma not in SPEECH and lemma not in THOUGHT:
        return []
    for child in tokens[draft.head].children:
        first, last = edges(tokens, child)
        if first != draft.cue[1] or tokens[child].lemma.lower() not in _PROFORMS:
            continue
        for prep in children_with(tokens, draft.head, "prep"):
            topic = first_child(tokens, prep, "pobj", "pcomp")
            is_time = topic is not None and tokens[topic].ent_type in {"DATE", "TIME"}
            if prep == last and tokens[prep].lemma in _TOPICAL and not is_time:
                last = edges(tokens, prep)[1]
        return [trim(tokens, (first, last))]
    return []


_TOPICAL = frozenset({"about", "of", "on"})
_PROFORMS = frozenset(
    {"so", "much", "little", "nothing", "otherwise", "more", "something"}
)


def _without_aside(tokens: Tokens, noun: int) -> Range:
    """Return a phrase up to ", who …": an aside is the author's own."""
    first, last = edges(tokens, noun)
    for child in tokens[noun].children:
        if child > noun and tokens[child].dep == "relcl":
            start = edges(tokens, child)[0]
            if tokens[start - 1].text == ",":
                return first, start
    return first, last


_RULES = (
    _by_clause,
    _by_interruption,
    _by_stray_verb,
    _by_infinitive,
    _by_predicate,
    _by_preposition,
    _by_little,
    _by_object,
    _by_gerund,
    _by_gap,
    _by_all_before,
)


def is_comment(tokens: Tokens, verb: int) -> bool:
    """Tell whether a participle comments the clause it stands in: "as predicted".

    >>> from dateline.model.text import Span, Token
    >>> ran = Token(0, Span(0, 3), "ran", "run", "VERB", "VBD", "ROOT", 0, (), 0)
    >>> is_comment((ran,), 0)
    False
    """
    if tokens[verb].dep != "advcl":
        return False
    before = [tokens[child] for child in tokens[verb].children if child < verb]
    return [token.text.lower() for token in before] == ["as"]


# "A team backed by fans", "a film seen by millions": nobody speaks.
_DEEDS = frozenset(
    {"attack", "back", "defend", "examine", "see", "show", "support", "view"}
)


def _by_passive(tokens: Tokens, draft: Draft) -> list[Range]:
    """Read "is believed to have died", "was accused of fraud by the state"."""
    if is_comment(tokens, draft.head):
        return _cut(tokens, edges(tokens, tokens[draft.head].head), draft, clause=True)
    parts: list[Range] = []
    topic = first_child(tokens, draft.head, "nsubjpass", "csubjpass")
    if topic is not None and tokens[topic].text.lower() != "it":
        parts.append(trim(tokens, edges(tokens, topic)))
    verb = tokens[draft.head]
    reduced = topic is None and verb.dep == "acl" and draft.source is not None
    if reduced and verb.lemma in JUDGEMENT - _DEEDS:
        # "A view echoed by all": the noun is what they echo.
        parts.append(trim(tokens, (edges(tokens, verb.head)[0], verb.head + 1)))
    for child in verb.children:
        token = tokens[child]
        if child < draft.head or token.dep in {"agent", "advmod", "npadvmod", "punct"}:
            continue
        if token.dep in {"xcomp", "ccomp", "oprd", "dobj"} or (
            token.dep == "prep"
            and token.text in OBJECT_AND_PREPOSITION.get(verb.lemma, ())
        ):
            parts += _cut(tokens, edges(tokens, child), draft)
            break
    return parts
