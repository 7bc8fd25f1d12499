"""Nouns and adjectives that ascribe: "the claim that …", "was worried that …"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.annotate.attribution_frames import Draft, Tokens, cue_range, edges, trim
from dateline.annotate.attribution_lexicon import HEARSAY_NOUNS
from dateline.annotate.tree import first_child
from dateline.annotate.tree_subjects import subject
from dateline.model.mentions import EntityKind, EntityMention
from dateline.model.text import Token

MINDS = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.ORGANIZATION,
        EntityKind.COUNTRY,
        EntityKind.GROUP,
    }
)


def noun_draft(tokens: Tokens, token: Token) -> Draft | None:
    """Read "his claim that …" and "a promise to …", with the one who makes it."""
    clause = None
    for child in token.children:
        if child > token.i and tokens[child].dep in {"acl", "ccomp", "relcl"}:
            marks = {
                tokens[c].text.lower()
                for c in tokens[child].children
                if tokens[c].dep in {"mark", "aux"}
            }
            if "that" in marks or ("to" in marks and tokens[child].dep != "relcl"):
                clause = child
                break
    if clause is None:
        return _noun_about(tokens, token)
    draft = Draft((token.i, token.i + 1), token.i)
    draft.content = [trim(tokens, edges(tokens, clause))]
    holder = first_child(tokens, token.i, "poss")
    if holder is None:
        for child in token.children:
            if tokens[child].dep == "prep" and tokens[child].text in {"by", "from"}:
                holder = first_child(tokens, child, "pobj")
    if holder is None and tokens[token.head].lemma in _MAKING:
        found = subject(tokens, token.head)
        holder = None if found is None or token.dep != "dobj" else found.token
    if holder is not None:
        draft.speaker, draft.source = holder, edges(tokens, holder)
        return draft
    marks = {tokens[child].text.lower() for child in tokens[clause].children}
    return draft if "that" in marks else None


def _noun_about(tokens: Tokens, token: Token) -> Draft | None:
    """Read "his claims about …", "made a call for …", "allegations of …"."""
    thing = None
    for child in token.children:
        if tokens[child].dep == "prep" and tokens[child].text in _ABOUT:
            thing = first_child(tokens, child, "pobj", "pcomp")
            break
    if thing is None:
        return None
    last = child + 1 if child == token.i + 1 else token.i + 1
    draft = Draft(
        (token.i, last), token.i, content=[trim(tokens, edges(tokens, thing))]
    )
    holder = first_child(tokens, token.i, "poss")
    if holder is None and token.dep == "dobj" and tokens[token.head].lemma in _MAKING:
        found = subject(tokens, token.head)
        holder = None if found is None else found.token
    if holder is None:
        return draft if token.lemma in HEARSAY_NOUNS and last > token.i + 1 else None
    if tokens[holder].text.lower() in {"its", "whose"}:
        return None
    draft.source, draft.speaker = edges(tokens, holder), holder
    return draft


_ABOUT = frozenset({"of", "about", "on", "for", "against", "over"})


_MAKING = frozenset(
    {
        "make",
        "issue",
        "repeat",
        "give",
        "deliver",
        "reject",
        "express",
        "voice",
        "have",
        "sign",
        "reach",
        "strike",
        "announce",
        "extract",
        "hold",
        "draw",
        "offer",
        "renew",
        "launch",
        "share",
        "level",
        "withdraw",
        "continue",
        "publish",
    }
)


def attitude_draft(
    tokens: Tokens, token: Token, minds: Mapping[int, EntityMention]
) -> Draft | None:
    """Read "was worried that …": an adjective of a mind, with a clause."""
    if token.dep != "acomp":
        return None
    clause = first_child(tokens, token.i, "ccomp", "xcomp", "prep")
    found = subject(tokens, token.head)
    if clause is None or found is None or found.token not in minds:
        return None
    if minds[found.token].kind not in MINDS:
        return None
    last = token.i + 1
    if tokens[clause].dep == "prep":
        last = clause + 1 if clause == last else last
        thing = first_child(tokens, clause, "pobj", "pcomp")
        if thing is None or tokens[thing].ent_type in {"DATE", "TIME"}:
            return None
        clause = thing
    first, _ = cue_range(tokens, token.head)
    draft = Draft((first, last), token.i, speaker=found.token)
    own = first_child(tokens, token.head, "nsubj")
    draft.source = edges(tokens, found.token if own is None else own)
    draft.content = [trim(tokens, edges(tokens, clause))]
    return draft


def feeling_draft(
    tokens: Tokens, token: Token, minds: Mapping[int, EntityMention]
) -> Draft | None:
    """Read "were frustrated that …" where the parser sees a passive."""
    clause = first_child(tokens, token.i, "ccomp")
    holder = first_child(tokens, token.i, "nsubjpass", "nsubj")
    if clause is None or holder is None or holder not in minds:
        return None
    if minds[holder].kind not in MINDS:
        return None
    return Draft(
        cue_range(tokens, token.i),
        token.i,
        source=edges(tokens, holder),
        speaker=holder,
        content=[trim(tokens, edges(tokens, clause))],
    )
