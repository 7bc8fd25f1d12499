"""Write a set of lemmas as running text, so that long lists stay readable."""

from __future__ import annotations


def lemmas(text: str) -> frozenset[str]:
    """Return the words of `text`; a phrase is joined with "_" ("show_up").

    >>> sorted(lemmas("visit show_up"))
    ['show up', 'visit']
    """
    return frozenset(word.replace("_", " ") for word in text.split())
