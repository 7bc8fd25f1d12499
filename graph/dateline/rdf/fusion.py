"""Write identity decisions in the fusion graph, and read them back.

There is no `owl:sameAs`: a decision has members, a score and a reason, and can be
taken back without touching an article (design, section 4, rule 1).
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model.fusion import FusionKind, IdentityDecision
from dateline.rdf.iris import decision_iri, fused_iri
from dateline.rdf.nquads import decimal, iri, literal
from dateline.rdf.terms import DL, ID, RDF, RDFS

FUSION_GRAPH = f"{ID}fusion"
_CLASS = {FusionKind.EVENT: DL.FusedEvent, FusionKind.ENTITY: DL.FusedEntity}


def encode_fusion(decisions: Iterable[IdentityDecision]) -> bytes:
    r"""Write decisions as the N-Quads of the fusion graph, in their order.

    Members must be IRIs of the graph, as `iris.key_iri` makes them.

    >>> decision = IdentityDecision(kind=FusionKind.ENTITY, members=("urn:a", "urn:b"),
    ...     label="Tomas Kerr", score=0.9, reason="same name")
    >>> encode_fusion([decision]).count(b"\n")
    11
    """
    lines: list[str] = []
    for decision in decisions:
        lines.extend(_lines(decision))
    return "".join(lines).encode("utf-8", "replace")


def _lines(decision: IdentityDecision) -> list[str]:
    fused = fused_iri(decision.kind, decision.members)
    node = decision_iri(decision.kind, decision.members)
    rows = [
        (fused, RDF.type, iri(_CLASS[decision.kind])),
        (fused, RDFS.label, literal(decision.label)),
        *((fused, DL.fuses, iri(member)) for member in decision.members),
        (node, RDF.type, iri(DL.IdentityDecision)),
        *((node, DL.member, iri(member)) for member in decision.members),
        (node, DL.into, iri(fused)),
        (node, DL.score, decimal(decision.score)),
        (node, DL.decision, iri(DL.AutoAccepted)),
        (node, DL.reason, literal(decision.reason)),
    ]
    return [f"<{s}> <{p}> {o} <{FUSION_GRAPH}> .\n" for s, p, o in rows]
