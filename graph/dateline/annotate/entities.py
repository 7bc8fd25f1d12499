"""Find the phrases that refer to people, bodies, countries, places and things.

Names come from the parser, repaired; descriptions and pronouns from the trees. Things
("a letter") are kept only where they can fill a role of a verb or a noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate.casualties import harmed_behind
from dateline.annotate.entity_countries import epithet_country
from dateline.annotate.entity_doers import is_compound_doer
from dateline.annotate.entity_lexicon import OFFICE_OBJECTS, OFFICES, word_set
from dateline.annotate.entity_names import find_names
from dateline.annotate.entity_phrases import (
    MODIFIERS,
    count_of,
    effective_dep,
    head_noun,
    is_plural_noun,
    measured,
    nominal_kind,
    phrase_end,
    phrase_start,
    token_span,
)
from dateline.annotate.entity_places import named_by_description, read_capitals
from dateline.annotate.entity_titles import NamePhrase
from dateline.annotate.event_idioms import FIXED_OBJECTS
from dateline.annotate.stage import Stage, with_layers
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import EntityKind, EntityMention, MentionForm
from dateline.model.text import Token

_PERSON, _GROUP, _OBJECT = EntityKind.PERSON, EntityKind.GROUP, EntityKind.OBJECT

_PRONOUNS = {
    "he": _PERSON, "him": _PERSON, "his": _PERSON, "she": _PERSON, "her": _PERSON,
    "hers": _PERSON, "i": _PERSON, "me": _PERSON, "my": _PERSON, "mine": _PERSON,
    "we": _GROUP, "us": _GROUP, "our": _GROUP, "ours": _GROUP, "they": _GROUP,
    "them": _GROUP, "their": _GROUP, "theirs": _GROUP, "it": _OBJECT, "its": _OBJECT,
}  # fmt: skip

# Where a thing can fill a role.
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss"})
_MEASURES = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "EVENT"}
)
# Nouns that point back at nothing that could act or be acted on.
_EMPTY = word_set(
    """
    time day week month year hour minute moment second today tomorrow yesterday
    morning afternoon evening night way lot bit kind sort percent p.m. a.m. pm am
    sure addition example instance fact order case course while
    """
)
# Heads that are no nouns: "those wounded", "the fallen", "5,300 are believed dead".
_PEOPLE_WORDS = word_set(
    """
    those many some most few several others all both everyone wounded injured dead
    poor rich homeless unemployed elderly young fallen missing sick disabled
    innocent
    """
)
_WEATHER = frozenset({"rain", "snow", "hail", "pour", "freeze", "drizzle"})


def find_entity_mentions(doc: AnnotatedDocument) -> tuple[EntityMention, ...]:
    """Return the entity mentions of a parsed document, in text order.

    A longer mention comes before the ones inside it. Words of a time expression are
    never entities.

    >>> from dateline.model.text import Document
    >>> empty = AnnotatedDocument(document=Document(id="a", text="", blocks=()))
    >>> find_entity_mentions(empty)
    ()
    """
    tokens = doc.tokens
    skipped = _timex_tokens(doc)
    phrases = find_names(tokens, skipped)
    named = {i: p for p in phrases for i in range(p.first, p.last)}
    found = [_named(tokens, phrase) for phrase in phrases]
    covered: set[int] = set()
    for token in tokens:
        i = token.i
        if i in named or i in skipped or i in covered:
            continue
        mention = _nominal(tokens, token, covered)
        if mention is not None:
            found.append(named_by_description(tokens, mention, named))
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return _with_appositions(tokens, read_capitals(tokens, found))


def _timex_tokens(doc: AnnotatedDocument) -> frozenset[int]:
    """Return the tokens inside time expressions."""
    inside: list[int] = []
    tokens, i = doc.tokens, 0
    for timex in doc.timexes:
        while i < len(tokens) and tokens[i].span.end <= timex.span.start:
            i += 1
        while i < len(tokens) and tokens[i].span.start < timex.span.end:
            inside.append(i)
            i += 1
    return frozenset(inside)


def _named(tokens: Sequence[Token], phrase: NamePhrase) -> EntityMention:
    """Make the mention of a name; as a modifier of a noun it spans itself alone."""
    head = _head_of(tokens, phrase.first, phrase.last)
    name_span = token_span(tokens, phrase.name_first, phrase.last)
    first = phrase.first
    if not phrase.is_adjective and tokens[head].dep not in MODIFIERS:
        first = min(first, phrase_start(tokens, head))
    return EntityMention(
        span=token_span(tokens, first, phrase.last),
        head=head,
        kind=phrase.kind,
        form=MentionForm.NAMED,
        name=phrase.name,
        name_span=name_span,
        office=phrase.office,
        count=count_of(tokens, head) if phrase.is_plural else None,
        is_plural=phrase.is_plural,
    )


def _head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token of `[first, last)` whose governor lies outside, the last one.

    In "iPhone 4 development" both words hang on the noun: the number is no head.
    """
    tops = [
        i
        for i in range(last - 1, first - 1, -1)
        if tokens[i].tag != "POS"
        and (tokens[i].head == i or not first <= tokens[i].head < last)
    ]
    heads = [i for i in tops if tokens[i].dep != "nummod"]
    return next(iter([*heads, *tops]), last - 1)


def _nominal(
    tokens: Sequence[Token], token: Token, covered: set[int]
) -> EntityMention | None:
    """Make the mention of a description or a pronoun, if the token heads one."""
    pos = token.pos
    if pos == "PRON" or token.tag in {"PRP", "PRP$"}:
        kind = _PRONOUNS.get(token.text.lower())
        if kind is not None:
            return None if _is_empty_it(tokens, token) else _pronoun(token, kind)
    elif pos in {"NOUN", "PROPN"} or is_compound_doer(tokens, token.i):
        return _description(tokens, token, covered)
    if token.text.lower() in _PEOPLE_WORDS or pos == "NUM":
        return _headless(tokens, token, covered)
    return None


def _pronoun(token: Token, kind: EntityKind) -> EntityMention:
    return EntityMention(
        span=token.span,
        head=token.i,
        kind=kind,
        form=MentionForm.PRONOUN,
        is_plural=kind is _GROUP,
    )


def _is_empty_it(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether "it" stands for a clause or the weather."""
    if token.text.lower() != "it":
        return False
    verb = tokens[token.head]
    if token.dep == "expl" or verb.lemma in _WEATHER:
        return True
    if token.dep not in {"nsubj", "nsubjpass"}:
        return False
    deps = {tokens[child].dep for child in verb.children if child > token.i}
    if verb.lemma in {"be", "seem", "appear", "happen"}:
        return bool(deps & {"acomp", "attr", "oprd"}) and bool(
            deps & {"ccomp", "xcomp", "csubj"}
        )
    return token.dep == "nsubjpass" and "ccomp" in deps


def _description(
    tokens: Sequence[Token], token: Token, covered: set[int]
) -> EntityMention | None:
    """Make the mention of a common noun that is the head of its phrase."""
    if is_compound_doer(tokens, token.i):
        kind = nominal_kind(tokens, token, plural=True)
        # "A student protest" is nobody's own: several take part.
        return _described(tokens, token, kind, plural=kind is _GROUP)
    if token.dep in MODIFIERS or token.ent_type in _MEASURES - {"CARDINAL"}:
        return None
    if token.text.lower() in _EMPTY or not token.text[0].isalpha():
        return None
    if token.dep == "dobj" and token.lemma in FIXED_OBJECTS.get(
        tokens[token.head].lemma, ()
    ):
        return None
    inner = measured(tokens, token.i)
    noun = token if inner is None else tokens[inner]
    plural = is_plural_noun(noun) or harmed_behind(tokens, noun.i) is not None
    kind = nominal_kind(tokens, noun, plural=plural)
    if inner is not None:
        covered.add(inner)
    if kind is _OBJECT and effective_dep(tokens, token.i) not in _ARGUMENTS:
        return None
    return _described(tokens, token, kind, plural=plural or inner is not None)


def _headless(
    tokens: Sequence[Token], token: Token, covered: set[int]
) -> EntityMention | None:
    """Make the mention of people without a noun: "those killed", "two of the men"."""
    if effective_dep(tokens, token.i) not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return None
    inner = measured(tokens, token.i)
    if inner is not None:
        kind = nominal_kind(tokens, tokens[inner], plural=True)
        covered.add(inner)
        return _described(tokens, token, kind, plural=True)
    if token.pos == "NUM":
        subject = token.dep in {"nsubj", "nsubjpass"}
        if not subject or token.ent_type not in {"CARDINAL", ""}:
            return None
    elif token.text.lower() not in {"those", "many", "others"} and not any(
        tokens[child].dep == "det" for child in token.children
    ):
        return None
    return _described(tokens, token, _GROUP, plural=True)


def _described(
    tokens: Sequence[Token], token: Token, kind: EntityKind, *, plural: bool
) -> EntityMention:
    """Build a nominal mention; an epithet of a country is a name of it."""
    head = token.i
    first, last = phrase_start(tokens, head), phrase_end(tokens, head)
    span = token_span(tokens, first, last)
    if kind is EntityKind.COUNTRY and not plural:
        start = first + 1 if tokens[first].dep == "det" else first
        words = " ".join(tokens[i].text.lower() for i in range(start, head + 1))
        country = epithet_country(words)
        if country is not None:
            return EntityMention(
                span=span,
                head=head,
                kind=kind,
                form=MentionForm.NAMED,
                name=country,
                name_span=token_span(tokens, start, head + 1),
            )
    office = None
    if kind is _PERSON and head_noun(token) in OFFICES:
        office = _office_words(tokens, first, head)
    return EntityMention(
        span=span,
        head=head,
        kind=kind,
        form=MentionForm.NOMINAL,
        office=office,
        count=count_of(tokens, head) if plural else None,
        is_plural=plural,
    )


def _office_words(tokens: Sequence[Token], first: int, head: int) -> str:
    """Return the office without article and possessor, with "of State" behind it."""
    while first < head and (
        tokens[first].dep in {"det", "poss", "predet"} or tokens[first].tag == "POS"
    ):
        first += 1
    last = head + 1
    if last + 1 < len(tokens) and tokens[last].text in {"of", "for"}:
        end = last + 1
        while end < len(tokens) and tokens[end].text in OFFICE_OBJECTS:
            end += 1
        last = end if end > last + 1 else last
    return " ".join(tokens[i].text for i in range(first, last)).replace(" - ", "-")


def _with_appositions(
    tokens: Sequence[Token], found: list[EntityMention]
) -> tuple[EntityMention, ...]:
    """Give a person the office that an apposition names, on either side."""
    by_head = {mention.head: n for n, mention in enumerate(found)}
    for n, mention in enumerate(found):
        token = tokens[mention.head]
        if token.dep != "appos" or token.head not in by_head:
            continue
        other = by_head[token.head]
        for name, description in ((n, other), (other, n)):
            wearer, office = found[name], found[description].office
            if (
                wearer.form is MentionForm.NAMED
                and wearer.kind is _PERSON
                and wearer.office is None
                and office is not None
            ):
                found[name] = replace(wearer, office=office)
    return tuple(found)


def annotate(doc: AnnotatedDocument) -> AnnotatedDocument:
    """Add the entity mentions."""
    return with_layers(doc, entity_mentions=find_entity_mentions(doc))


STAGE = Stage(
    name="entities",
    requires=frozenset({"tokens", "timexes"}),
    provides=frozenset({"entity_mentions"}),
    annotate=annotate,
)
