"""Read paraphrases the way to roles and factuality, and compare with their table."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate.pipeline import annotate, default_stages
from dateline.annotate.role_words import QUANTITIES
from dateline.annotate.tokens import parse
from dateline.annotate.tree import name_behind
from dateline.model.annotated import AnnotatedDocument
from dateline.model.mentions import (
    EntityMention,
    FactualityValue,
    MentionForm,
    RoleName,
)
from dateline.model.text import Block, BlockKind, Document, Span

FOLDER = Path(__file__).parent
KNOWN_MISSES = FOLDER / "known_misses.txt"

PARTS = {
    "agent": {RoleName.AGENT, RoleName.SPEAKER},
    "absentee": {RoleName.ABSENTEE},
    "patient": {RoleName.PATIENT},
    "recipient": {RoleName.RECIPIENT, RoleName.ADDRESSEE},
    "participants": {RoleName.AGENT, RoleName.CO_PARTICIPANT},
    "place": {RoleName.PLACE},
    "origin": {RoleName.ORIGIN},
    "destination": {RoleName.DESTINATION},
}
_TRIGGER = re.compile(r"\[(.+?)\]")
_BE = re.compile(r"\b(was|were|is being|are being|will be) \[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way of telling the event of a table; `text` holds no brackets."""

    group: str
    name: str
    text: str
    trigger: Span
    type: str
    roles: Mapping[str, tuple[str, ...]]

    @property
    def key(self) -> str:
        return f"{self.group} | {self.name}"


def forms() -> list[Form]:
    """Return the forms of all tables, in the order of the files."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for group, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            roles = {part: tuple(table[part]) for part in PARTS if part in table}
            for name in table.keys() - roles.keys() - {"type"}:
                text, trigger = unmark(table[name])
                found.append(
                    Form(
                        group=group,
                        name=name,
                        text=text,
                        trigger=trigger,
                        type=table["type"],
                        roles=roles,
                    )
                )
    return sorted(found, key=lambda form: form.key)


def unmark(marked: str) -> tuple[str, Span]:
    """Return a sentence without the brackets, and the place of what they held.

    >>> unmark("It [fell].")
    ('It fell.', Span(start=3, end=7))
    """
    (match,) = _TRIGGER.finditer(marked)
    start = match.start()
    return _TRIGGER.sub(r"\1", marked), Span(start, start + len(match[1]))


def read(texts: Iterable[str]) -> list[AnnotatedDocument]:
    """Annotate each text as an article of its own."""
    documents = (
        Document(
            id=f"urn:paraphrase:{number}",
            text=text,
            blocks=(Block(BlockKind.BODY, Span(0, len(text))),),
        )
        for number, text in enumerate(texts)
    )
    return list(annotate(parse(documents), default_stages()))


def event_at(doc: AnnotatedDocument, trigger: Span) -> int | None:
    """Return the event mention whose head stands in the trigger."""
    for event, mention in enumerate(doc.event_mentions):
        if trigger.contains(doc.tokens[mention.head].span):
            return event
    return None


def misses(doc: AnnotatedDocument, form: Form) -> Iterator[str]:
    """Yield what is not as the table of the form says, a word for each."""
    event = event_at(doc, form.trigger)
    if event is None:
        yield "event"
        return
    if doc.event_mentions[event].event_type != form.type:
        yield "type"
    for part, wanted in form.roles.items():
        found = [
            doc.entity_mentions[role.mention]
            for role in doc.roles
            if role.event == event and role.role in PARTS[part]
        ]
        # "its talks": whom a pronoun stands for is not told here.
        found = [each for each in found if each.form is not MentionForm.PRONOUN]
        if not _are(doc, found, wanted):
            yield part


def _are(
    doc: AnnotatedDocument, found: list[EntityMention], wanted: tuple[str, ...]
) -> bool:
    """Tell whether each mention is one of those wanted, and each of those is there."""
    named = {name for name in wanted if any(_is(doc, each, name) for each in found)}
    strange = [
        each for each in found if not any(_is(doc, each, name) for name in wanted)
    ]
    return named == set(wanted) and not strange


def _is(doc: AnnotatedDocument, mention: EntityMention, name: str) -> bool:
    words = re.findall(r"\w+", name.casefold())
    # A description right before a name is the same entity as the name.
    behind = name_behind(doc.tokens, mention.head)
    if behind is not None:
        named = (each for each in doc.entity_mentions if each.head == behind)
        return any(_is(doc, each, name) for each in named)
    head = re.findall(r"\w+", doc.tokens[mention.head].text.casefold())
    around = re.findall(r"\w+", doc.slice(mention.span).casefold())
    is_count = doc.tokens[mention.head].lemma in QUANTITIES
    return set(words) <= set(around) and (is_count or bool(set(head) & set(words)))


def strays(doc: AnnotatedDocument) -> list[str]:
    """Return the triggers and roles that do not lie in one sentence of the text."""
    sentences = [sentence.span for sentence in doc.sentences]
    found = []
    for event, mention in enumerate(doc.event_mentions):
        around = doc.sentence_of(mention.head).span
        places = [role.span for role in doc.roles if role.event == event]
        found += [
            doc.slice(span)
            for span in (mention.span, *places)
            if not around.contains(span) or around not in sentences
        ]
    return found


# Copies made by rule


def negated(form: Form, lemma: str) -> str | None:
    """Deny a passive or active sentence, the trigger marked."""
    return _changed(form, "{} not [", lemma, f"did not [{lemma}")


def reported(form: Form, lemma: str) -> str | None:
    """Say that a passive or active sentence is reportedly so."""
    return _changed(form, "{} reportedly [", lemma, f"reportedly [{_word(form)}")


def planned(form: Form, lemma: str) -> str | None:
    """Turn an active sentence into a plan."""
    if form.name != "active" or _has_auxiliary(form):
        return None
    return _marked(form).replace(f"[{_word(form)}", f"plans to [{lemma}")


def told(form: Form, lemma: str) -> str | None:
    """Let officials say an active or passive sentence."""
    del lemma
    if form.name not in {"active", "passive"}:
        return None
    return _marked(form).removesuffix(".") + ", officials said."


def _changed(form: Form, passive: str, lemma: str, active: str) -> str | None:
    marked = _marked(form)
    if form.name == "passive" and _BE.search(marked) and "will be" not in marked:
        return _BE.sub(lambda match: passive.format(match[1]), marked, count=1)
    if form.name != "active" or _has_auxiliary(form) or not lemma:
        return None
    return marked.replace(f"[{_word(form)}", active)


def _marked(form: Form) -> str:
    start, end = form.trigger.start, form.trigger.end
    return f"{form.text[:start]}[{form.text[start:end]}]{form.text[end:]}"


def _word(form: Form) -> str:
    """Return the verb of the trigger, without its particle."""
    return form.trigger.slice(form.text).split()[0]


def _has_auxiliary(form: Form) -> bool:
    before = form.text[: form.trigger.start].split()
    return bool(before) and before[-1] in {"has", "have", "will", "is", "are"}


COPIES = {
    "negated": negated,
    "reportedly": reported,
    "plans-to": planned,
    "told": told,
}


def copies(
    every: list[Form], docs: list[AnnotatedDocument]
) -> list[tuple[Form, str, str, Span]]:
    """Return the copies that can be made of the forms whose event was found."""
    made = []
    for form, doc in zip(every, docs, strict=True):
        event = event_at(doc, form.trigger)
        if event is None:
            continue
        lemma = doc.tokens[doc.event_mentions[event].verb].lemma
        for name, copy in COPIES.items():
            marked = copy(form, lemma)
            if marked is not None:
                made.append((form, name, *unmark(marked)))
    return made


def value_at(doc: AnnotatedDocument, event: int) -> FactualityValue:
    """Return the factuality of an event according to the author of the text."""
    (found,) = (
        each.value
        for each in doc.factualities
        if each.event == event and each.source is None
    )
    return found


def copy_misses(doc: AnnotatedDocument, name: str, trigger: Span) -> Iterator[str]:
    """Yield the faults of a copy, a word for each."""
    event = event_at(doc, trigger)
    if event is None:
        yield f"{name}-event"
        return
    value = value_at(doc, event)
    if name == "negated" and value is not FactualityValue.CT_MINUS:
        yield name
    if name in {"reportedly", "plans-to"} and value is FactualityValue.CT_PLUS:
        yield name
    if name == "told" and not _is_told(doc, event):
        yield name


def _is_told(doc: AnnotatedDocument, event: int) -> bool:
    """Tell whether officials are the source of the event."""
    return any(
        each.event == event
        and each.source is not None
        and (source := doc.attributions[each.source].source) is not None
        and doc.slice(source) == "officials"
        for each in doc.factualities
    )


def faults() -> tuple[list[Form], list[str], int]:
    """Return all forms, a line for each fault, and the number of the copies."""
    every = forms()
    docs = read(form.text for form in every)
    lines = [
        f"{form.key} | {miss}"
        for form, doc in zip(every, docs, strict=True)
        for miss in misses(doc, form)
    ]
    made = copies(every, docs)
    read_copies = read(text for _, _, text, _ in made)
    lines += [
        f"{form.key} | {miss}"
        for (form, name, _, trigger), doc in zip(made, read_copies, strict=True)
        for miss in copy_misses(doc, name, trigger)
    ]
    lines += [
        f"astray | {doc.document.text}" for doc in (*docs, *read_copies) if strays(doc)
    ]
    return every, sorted(lines), len(made)
