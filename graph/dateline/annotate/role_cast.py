"""Collect the roles of a document: find the mention of a word, add each role once."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.annotate.asides import joined_asides
from dateline.annotate.role_frames import Frame
from dateline.annotate.role_words import (
    FACILITIES,
    GOVERNS,
    LOCATIVE,
    MEDIA,
    NO_TOOLS,
    QUANTITIES,
    STARTS,
    TAKES_IN,
    TOOLS,
)
from dateline.annotate.tree import (
    antecedent,
    coordinated,
    first_child,
    name_behind,
    prepositions,
)
from dateline.model.annotated import AnnotatedDocument
from dateline.model.event_types import EventType
from dateline.model.mentions import (
    EntityKind,
    EntityMention,
    EventClass,
    MentionForm,
    Role,
    RoleName,
)
from dateline.model.text import Token

_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})
_NAMED_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
# "according to", "due to", "as well as": the inner preposition says nothing.
_PHRASAL = frozenset(
    {"accord", "according", "due", "owe", "owing", "thanks", "prior", "because", "next"}
)
# A role of somebody cannot be played by a sum or a mere thing: it is a tool or a place.
_SOMEBODY = frozenset({RoleName.CO_PARTICIPANT, RoleName.ADDRESSEE})


@dataclass(slots=True)
class Cast:
    """The roles of `doc` found so far; a mention keeps its first role in an event."""

    doc: AnnotatedDocument
    tokens: tuple[Token, ...]
    mentions: tuple[EntityMention, ...]
    event_at: dict[int, int]
    by_head: dict[int, int]
    covering: dict[int, int]
    roles: dict[tuple[int, int], Role] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: AnnotatedDocument) -> Cast:
        """Index the mentions of `doc` by their tokens."""
        mentions = doc.entity_mentions
        return cls(
            doc=doc,
            tokens=doc.tokens,
            mentions=mentions,
            event_at={event.head: i for i, event in enumerate(doc.event_mentions)},
            by_head={mention.head: i for i, mention in enumerate(mentions)},
            covering=_covering(doc),
        )

    def mention_of(self, token: int, depth: int = 0) -> int | None:
        """Return the mention that the word at `token` stands for."""
        found = self.by_head.get(token)
        word = self.tokens[token]
        if found is not None and word.lemma not in QUANTITIES:
            return found
        noun = antecedent(self.tokens, token)
        if noun is not None and noun != token and depth == 0:
            return self.mention_of(noun, 1)
        if word.lemma in QUANTITIES or word.pos == "NUM":
            part = self.part_of(token)
            if part is not None and depth < _MAX_DEPTH:
                inner = self.mention_of(part, depth + 1)
                return found if inner is None else inner
        return self.covering.get(token) if found is None else found

    def part_of(self, token: int) -> int | None:
        """Return the noun of "thousands of troops"."""
        for child in self.tokens[token].children:
            if self.tokens[child].lemma == "of":
                return first_child(self.tokens, child, "pobj")
        return None

    def add(self, event: int, token: int, role: RoleName, rule: str) -> bool:
        """Give `role` in `event` to the mention at `token` and to those joined to it.

        Returns whether a mention was found.
        """
        found = False
        token = self._named(token)
        joined = coordinated(self.tokens, token)
        for member in [*joined, *joined_asides(self.tokens, token)]:
            if member != token and self.tokens[member].pos not in _NOMINAL:
                continue
            mention = self.mention_of(member)
            if mention is not None:
                found = True
                self.add_mention(event, mention, role, rule)
        self._add_companions(event, token, role)
        return found

    def _named(self, token: int) -> int:
        """Read "software maker Orbis", "the makers Alto and Brenner".

        A description without an article only goes before the name that it belongs to;
        with one it is an entity that bears the name, unless there are several.
        """
        name = name_behind(self.tokens, token)
        if name is None:
            return token
        has_article = first_child(self.tokens, token, "det", "poss") is not None
        if has_article and first_child(self.tokens, name, "conj") is None:
            return token
        mention = self.by_head.get(name)
        is_named = mention is not None and (
            self.mentions[mention].form is MentionForm.NAMED
        )
        return name if is_named else token

    def _add_companions(self, event: int, token: int, role: RoleName) -> None:
        """Read "Norway along with its allies": both do it."""
        for child in self.tokens[token].children:
            if self.tokens[child].lemma not in _TOGETHER:
                continue
            for _, other in prepositions(self.tokens, child):
                mention = self.mention_of(other)
                if mention is not None:
                    self.add_mention(event, mention, role, "along-with")

    def add_mention(self, event: int, mention: int, role: RoleName, rule: str) -> None:
        """Give `role` in `event` to `mention`, unless it has one there."""
        key = (event, mention)
        entity = self.mentions[mention]
        head = self.doc.event_mentions[event].head
        if key in self.roles or entity.head == head or self._is_event(mention):
            return
        self.roles[key] = Role(
            event=event, mention=mention, role=role, span=entity.span, rule=rule
        )

    def _is_event(self, mention: int) -> bool:
        """Tell whether a thing is an event: a relation of events, not a participant."""
        entity = self.mentions[mention]
        if entity.kind is not EntityKind.OBJECT:
            return False
        event = self.event_at.get(entity.head)
        return (
            event is not None
            and self.doc.event_mentions[event].known_type not in _DOCUMENTS
        )

    def add_phrase(
        self, event: int, frame: Frame, phrase: tuple[int, int], suffix: str = ""
    ) -> None:
        """Give the complement of a preposition the role its frame says."""
        prep, token = phrase
        word = self.tokens[prep].lemma
        if self.tokens[self.tokens[prep].head].lemma in _PHRASAL:
            return
        is_done = self.has(event, RoleName.PATIENT)
        for member in coordinated(self.tokens, token):
            mention = self.mention_of(member)
            if mention is None:
                continue
            self._add_low_place(event, member, mention)
            role = self._role_of_source(event, frame, prep, mention)
            if role is None and word == "in" and self.is_seat(event, mention):
                role = RoleName.PLACE
            # "shot him on a motorcycle": it has what it is done to already.
            if role is RoleName.PATIENT and is_done and word in LOCATIVE:
                role = RoleName.PLACE if self.is_place(mention) else None
            if word in {"from", "through"} and self._is_scene(event, word, mention):
                role = RoleName.PLACE
            if role is None and word in _SEATS and self._is_medium(frame, member):
                role = RoleName.INSTRUMENT
            if role is RoleName.INSTRUMENT and word == "with":
                role = role if self._is_tool(member) else None
            if role is not None:
                sender = word == "from" and role is RoleName.AGENT
                rule = f"{word}-{'sender' if sender else role.value}{suffix}"
                self.add_mention(event, mention, role, rule)

    def _role_of_source(
        self, event: int, frame: Frame, prep: int, mention: int
    ) -> RoleName | None:
        role = self.role_in_phrase(frame, self.tokens[prep].lemma, mention)
        if role is None and self._is_out_of(prep, mention):
            return RoleName.ORIGIN
        if role is RoleName.ORIGIN and self._is_sent_by(event, frame, mention):
            return RoleName.AGENT
        return role

    def _is_out_of(self, prep: int, mention: int) -> bool:
        """Read "pulled its troops out of Mali"."""
        above = self.tokens[self.tokens[prep].head]
        is_out = self.tokens[prep].lemma == "of" and above.lemma == "out"
        return is_out and self.is_place(mention)

    def _is_sent_by(self, event: int, frame: Frame, mention: int) -> bool:
        """Read "an offer from Moscow": the seat stands for its government."""
        happening = self.doc.event_mentions[event]
        acts = happening.known_type in GOVERNS or happening.lemma == "offer"
        sends = frame.phrases.get("from") is RoleName.AGENT
        head = self.tokens[self.mentions[mention].head]
        return acts and sends and head.ent_type == "GPE"

    def is_seat(self, event: int, mention: int) -> bool:
        """Read "died in Durban", where the name finder takes Durban for a company."""
        happening = self.doc.event_mentions[event]
        entity = self.mentions[mention]
        head = self.tokens[entity.head]
        return (
            happening.cls is EventClass.OCCURRENCE
            and happening.lemma not in TAKES_IN
            and entity.form is MentionForm.NAMED
            and entity.kind is not EntityKind.GROUP
            and head.tag == "NNP"
            and not head.text.isupper()
            and len(entity.span) == len(head.span)
        )

    def has(self, event: int, role: RoleName) -> bool:
        """Tell whether somebody plays `role` in `event`."""
        return any(
            at == event and found.role is role for (at, _), found in self.roles.items()
        )

    def _is_scene(self, event: int, word: str, mention: int) -> bool:
        """Read "lifted off from Kourou", "marched through the capital"."""
        kind = self.doc.event_mentions[event].known_type
        fits = kind in STARTS if word == "from" else kind == EventType.PROTEST
        return fits and self.is_place(mention)

    def _is_medium(self, frame: Frame, token: int) -> bool:
        speaks = frame.subject is RoleName.SPEAKER
        return speaks and self.tokens[token].lemma in MEDIA

    def _is_tool(self, token: int) -> bool:
        word = self.tokens[token]
        if word.lemma in TOOLS:
            return True
        det = first_child(self.tokens, token, "det")
        is_one = det is not None and self.tokens[det].lemma == "a"
        return is_one and word.lemma not in NO_TOOLS

    def add_nested_places(self, event: int, token: int) -> None:
        """Read "at the theatre in Rome", "at the fair in Rome", "on Monday in Rome"."""
        if self.tokens[token].dep != "pobj":
            return
        for prep, place in prepositions(self.tokens, token):
            mention = self.mention_of(place)
            word = self.tokens[prep].lemma
            if word not in _SEATS or mention is None:
                continue
            if self.is_place(mention, word):
                self.add_mention(event, mention, RoleName.PLACE, "nested-place")

    def add_place_below(self, event: int, token: int) -> None:
        """Read "met Trump in Geneva", where the parser hangs "in" on "Trump"."""
        mention = self.mention_of(token)
        if mention is not None:
            self._add_low_place(event, token, mention)

    def _add_low_place(self, event: int, token: int, person: int) -> None:
        entity = self.mentions[person]
        is_named = entity.form is not MentionForm.NOMINAL
        if entity.kind is not EntityKind.PERSON or not is_named:
            return
        for prep, place in prepositions(self.tokens, token):
            mention = self.mention_of(place)
            if self.tokens[prep].lemma not in _SEATS or mention is None:
                continue
            if self.is_place(mention):
                self.add_mention(event, mention, RoleName.PLACE, "low-place")

    def role_in_phrase(self, frame: Frame, word: str, mention: int) -> RoleName | None:
        """Return the role of `mention` after the preposition `word`."""
        role = frame.phrases.get(word)
        if role is RoleName.PATIENT:
            return role
        if word in LOCATIVE and self.is_place(mention, word):
            return RoleName.PLACE
        if role is None:
            return None
        if self.mentions[mention].kind is EntityKind.PLACE:
            head = self.tokens[self.mentions[mention].head]
            # "talks between Washington and Tehran": the seats of governments.
            acts = word in _PARTNERS and head.ent_type == "GPE"
            return role if acts else _of_place(frame, word, role)
        return _of_thing(word, role) if self.is_thing(mention) else role

    def is_named(self, mention: int) -> bool:
        """Tell whether `mention` is a name."""
        return self.mentions[mention].form is MentionForm.NAMED

    def is_thing(self, mention: int) -> bool:
        """Tell whether `mention` is a mere thing; what has a name may be somebody."""
        entity = self.mentions[mention]
        is_named = entity.form is MentionForm.NAMED
        return entity.kind is EntityKind.OBJECT and not is_named

    def is_place(self, mention: int, word: str = "in") -> bool:
        """Tell whether something may happen in what `mention` names.

        What is named after "near" is a place, whatever the name finder took it for.
        """
        entity = self.mentions[mention]
        head = self.tokens[entity.head]
        if entity.head in self.event_at:
            return False
        if word == "near" and entity.form is MentionForm.NAMED:
            return True
        return (
            entity.kind in _PLACES
            or head.ent_type in _NAMED_PLACES
            or (
                entity.kind is not EntityKind.PERSON
                and head.lemma.lower() in FACILITIES
            )
        )


_MAX_DEPTH = 4
_TOGETHER = frozenset({"along", "together"})
_SEATS = frozenset({"in", "at", "near"})
_PARTNERS = frozenset({"between", "with"})
# What is said or written is a thing as well: a letter, a statement.
_DOCUMENTS = frozenset(
    {EventType.STATEMENT, EventType.COMMUNICATION, EventType.PUBLICATION}
)


def _of_place(frame: Frame, word: str, role: RoleName) -> RoleName | None:
    """Turn the role of somebody into that of a place: it cannot receive or meet."""
    if word == "to":
        return frame.place_to
    if word == "from":
        return role if role is RoleName.ADDRESSEE else RoleName.ORIGIN
    if role in _SOMEBODY or role is RoleName.AGENT:
        return None
    return role


def _of_thing(word: str, role: RoleName) -> RoleName | None:
    """Turn the role of somebody into that of a thing."""
    if role in _SOMEBODY:
        return RoleName.INSTRUMENT if word == "with" else None
    if role is RoleName.RECIPIENT and word == "for":
        return None
    if role is RoleName.AGENT:
        return RoleName.ORIGIN if word == "from" else None
    return role


def _covering(doc: AnnotatedDocument) -> dict[int, int]:
    """Map the tokens inside mentions, but their heads, to the shortest mention."""
    covering: dict[int, int] = {}
    tokens = doc.tokens
    by_size = sorted(
        range(len(doc.entity_mentions)),
        key=lambda i: (-len(doc.entity_mentions[i].span), i),
    )
    for i in by_size:
        mention = doc.entity_mentions[i]
        start, end = mention.span.start, mention.span.end
        token = mention.head
        while token > 0 and tokens[token - 1].span.start >= start:
            token -= 1
        while token < len(tokens) and tokens[token].span.end <= end:
            covering[token] = i
            token += 1
    return covering
