"""Write identity decisions in the fusion graph, and read them back.

There is no `owl:sameAs`: a decision has members, a score and a reason, and can be
taken back without touching an article (design, section 4, rule 1).
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model.fusion import FusionKind, IdentityDecision
from dateline.rdf.iris import decision_iri, fused_iri
from dateline.rdf.nquads import literal
from dateline.rdf.terms import DL, ID
from dateline.rdf.turtle import block, score, term

FUSION_GRAPH = f"{ID}fusion"
_CLASS = {FusionKind.EVENT: DL.FusedEvent, FusionKind.ENTITY: DL.FusedEntity}


def encode_fusion(decisions: Iterable[IdentityDecision]) -> bytes:
    r"""Write decisions as what the fusion graph says, in Turtle, in their order.

    Members must be IRIs of the graph, as `iris.key_iri` makes them.

    >>> decision = IdentityDecision(kind=FusionKind.ENTITY, members=("urn:a", "urn:b"),
    ...     label="Tomas Kerr", score=0.9, reason="same name")
    >>> b"dl:fuses <urn:a>, <urn:b>" in encode_fusion([decision])
    True
    """
    return "".join(map(_decision, decisions)).encode("utf-8", "replace")


def _decision(decision: IdentityDecision) -> str:
    fused = term(fused_iri(decision.kind, decision.members))
    members = ", ".join(map(term, decision.members))
    return block(
        fused,
        [
            f"a {term(_CLASS[decision.kind])}",
            f"rdfs:label {literal(decision.label)}",
            f"dl:fuses {members}",
        ],
    ) + block(
        term(decision_iri(decision.kind, decision.members)),
        [
            "a dl:IdentityDecision",
            f"dl:member {members}",
            f"dl:into {fused}",
            f"dl:score {score(decision.score)}",
            "dl:decision dl:AutoAccepted",
            f"dl:reason {literal(decision.reason)}",
        ],
    )
