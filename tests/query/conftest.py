from __future__ import annotations

from dataclasses import replace

import pytest
from tests.facts import ARTICLE, BRANDT, MET, sample_document, sample_facts

from dateline.model.fusion import FusionKind, IdentityDecision
from dateline.rdf.encode import encode_article
from dateline.rdf.fusion import encode_fusion
from dateline.rdf.run import RunInfo
from dateline.rdf.store import GraphStore

OTHER = "https://example.org/news/other"


@pytest.fixture
def store() -> GraphStore:
    """Hold the sample article."""
    opened = GraphStore.memory()
    opened.replace_articles([encode_article(sample_facts(), run=RunInfo(software="x"))])
    return opened


@pytest.fixture
def two() -> GraphStore:
    """Hold the sample of two publishers; the second calls Brandt by another name.

    What both report of the meeting and of Brandt is fused.
    """
    opened = GraphStore.memory()
    facts = sample_facts()
    other = replace(
        facts,
        document=replace(sample_document(), id=OTHER, publisher="Other Wire"),
        entities=tuple(
            replace(entity, label="Minister I. B.", aliases=())
            if entity == BRANDT
            else entity
            for entity in facts.entities
        ),
    )
    run = RunInfo(software="x")
    opened.replace_articles(
        [encode_article(facts, run=run), encode_article(other, run=run)]
    )
    opened.replace_fusion(
        encode_fusion(
            [
                IdentityDecision(
                    kind=kind,
                    members=(f"{ARTICLE}#{key}", f"{OTHER}#{key}"),
                    label="one",
                    score=0.9,
                    reason="told alike",
                )
                for kind, key in (
                    (FusionKind.EVENT, MET.key),
                    (FusionKind.ENTITY, BRANDT.key),
                )
            ]
        )
    )
    return opened
